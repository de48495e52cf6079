"""How many tokens a tenant may still spend on a day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Protocol


class Budget(Protocol):
    """Counts for each tenant and day (UTC). Taken before a call, given back after it: two calls at once cannot overspend."""

    async def take(self, tenant: str, day: date, tokens: int, *, at_most: int) -> bool:
        """Takes tokens if the day's total then is no more than `at_most`; tells whether it did."""
        ...

    async def give_back(self, tenant: str, day: date, tokens: int) -> None:
        """Gives back what was taken and not used."""
        ...


class BudgetInMemory:
    """For one process alone: each further process would have its own. Forgets all days but the newest."""

    def __init__(self) -> None:
        self._day = date.min
        self._used: defaultdict[str, int] = defaultdict(int)

    async def take(self, tenant: str, day: date, tokens: int, *, at_most: int) -> bool:
        """As `Budget.take`. A day before the newest has nothing left."""
        if day > self._day:
            self._day = day
            self._used.clear()
        if day < self._day or self._used[tenant] + tokens > at_most:
            return False
        self._used[tenant] += tokens
        return True

    async def give_back(self, tenant: str, day: date, tokens: int) -> None:
        """As `Budget.give_back`. Never below nothing used."""
        if day == self._day:
            self._used[tenant] = max(0, self._used[tenant] - tokens)
