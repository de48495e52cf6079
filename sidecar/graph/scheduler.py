"""One gate in front of every Graph call: few at once per mailbox, and Retry-After holds the whole mailbox back."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from sidecar.errors import Retryable

Answer = TypeVar("Answer")
AT_ONCE = 3
"""Outlook allows four concurrent requests per application and mailbox: https://learn.microsoft.com/graph/throttling-limits"""
WAIT_HERE_AT_MOST = timedelta(seconds=20)
"""A longer hold is given back to the durable queue instead of keeping a worker busy."""
SELF_RETRIES = 3


class Gate:
    """Lets calls through. Times on the event loop's monotonic clock, so a clock that jumps changes nothing."""

    def __init__(self) -> None:
        self._slots: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(AT_ONCE))
        self._closed_until: dict[str, float] = defaultdict(float)

    async def through(self, mailbox: str, call: Callable[[], Awaitable[Answer]], *, retries: int = SELF_RETRIES) -> Answer:
        """Run `call` when the mailbox is open; try again after short holds. Raises Retryable for a long one.

        `retries`: none for a call that must not reach Graph twice, since a lost answer may have been carried out.
        """
        for attempt in range(retries + 1):
            await self._wait_until_open(mailbox)
            try:
                async with self._slots[mailbox]:
                    return await call()
            except Retryable as error:
                hold = error.after if error.after is not None else timedelta(seconds=0.5 * 2**attempt * random.uniform(0.8, 1.2))  # noqa: S311
                self._close(mailbox, hold)
                if attempt == retries or hold > WAIT_HERE_AT_MOST:
                    raise Retryable(str(error), hold) from error
        raise AssertionError("unreachable")

    async def _wait_until_open(self, mailbox: str) -> None:
        wait = self._closed_until[mailbox] - asyncio.get_running_loop().time()
        if wait > WAIT_HERE_AT_MOST.total_seconds():
            raise Retryable("the mailbox is held back", timedelta(seconds=wait))
        if wait > 0:
            await asyncio.sleep(wait)

    def _close(self, mailbox: str, hold: timedelta) -> None:
        until = asyncio.get_running_loop().time() + hold.total_seconds()
        self._closed_until[mailbox] = max(self._closed_until[mailbox], until)
