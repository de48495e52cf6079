"""robots.txt: what a site asks of programs, kept for a day. https://www.rfc-editor.org/rfc/rfc9309"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from protego import Protego
from yarl import URL

from sidecar.research.exchange import Answer
from sidecar.research.page import Limits, NotFetched
from sidecar.research.turns import Pace

MANY_ORIGINS: Final = 500

Ask = Callable[[URL], Awaitable[Answer]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    """`parser` is None where all is allowed, or, with `is_closed`, nothing."""

    until: datetime
    parser: Protego | None = None
    is_closed: bool = False


class Robots:
    """The rules of the origins asked so far. `product`: the name that a robots.txt may address us by."""

    def __init__(self, product: str, limits: Limits, pace: Pace) -> None:
        self._product = product
        self._limits = limits
        self._pace = pace
        self._rules: dict[URL, _Rules] = {}
        self._locks: dict[URL, asyncio.Lock] = {}

    async def gap_for(self, url: URL, ask: Ask) -> timedelta:
        """How long to wait between requests to this origin, if the URL may be read at all.

        `ask` reads a robots.txt, redirects followed. Raises NotFetched where the site does not wish it, or cannot say.
        """
        rules = await self._rules_of(url.origin(), ask)
        if rules.is_closed:
            raise NotFetched("robots", f"{url.host} cannot say now what programs may read; it is asked again in an hour.")
        if rules.parser is None:
            return self._limits.gap
        is_allowed, delay = await asyncio.to_thread(_read, rules.parser, str(url), self._product)
        if not is_allowed:
            raise NotFetched("robots", f"{url.host} asks programs not to read this page; open it yourself.")
        if not delay <= self._limits.longest_gap.total_seconds():
            raise NotFetched("robots", f"{url.host} asks programs to wait {delay:g} seconds between pages; open it yourself.")
        return max(self._limits.gap, timedelta(seconds=delay))

    async def _rules_of(self, origin: URL, ask: Ask) -> _Rules:
        if len(self._locks) >= MANY_ORIGINS:
            self._let_go()
        async with self._locks.setdefault(origin, asyncio.Lock()):
            known = self._rules.get(origin)
            if known is None or known.until <= self._pace.now():
                known = self._rules[origin] = await self._judged(await ask(origin / "robots.txt"))
            return known

    async def _judged(self, answer: Answer) -> _Rules:
        """RFC 9309 2.3.1: none there, all is allowed; the server in trouble, nothing is."""
        now = self._pace.now()
        if answer.status >= 500 or answer.status == 429:
            return _Rules(until=now + self._limits.robots_trouble_for, is_closed=True)
        if not 200 <= answer.status < 300:
            return _Rules(until=now + self._limits.robots_for)
        whole = answer.body if len(answer.body) < self._limits.robots else answer.body[: answer.body.rfind(b"\n") + 1]
        text = whole.decode("utf-8-sig", errors="replace")
        return _Rules(until=now + self._limits.robots_for, parser=await asyncio.to_thread(Protego.parse, text))

    def _let_go(self) -> None:
        for origin in [origin for origin, lock in self._locks.items() if not lock.locked()]:
            del self._locks[origin]
            self._rules.pop(origin, None)


def _read(parser: Protego, url: str, product: str) -> tuple[bool, float]:
    rate = parser.request_rate(product)
    asked = [parser.crawl_delay(product) or 0.0, rate.seconds / rate.requests if rate and rate.requests else 0.0]
    delay = max((one for one in asked if not math.isnan(one)), default=0.0)
    return parser.can_fetch(url, product), max(delay, 0.0)
