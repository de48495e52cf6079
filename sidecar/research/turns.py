"""Politeness: one request at a time to a host, with a pause between, and silence where it asked for silence."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

from sidecar.errors import Retryable

MANY_HOSTS: Final = 1000
LONGEST_SILENCE: Final = timedelta(days=1)


class Pace(Protocol):
    """Time, as far as the fetcher needs it."""

    def now(self) -> datetime:
        """This instant, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds on a clock that never jumps."""
        ...

    async def pause(self, seconds: float) -> None:
        """Comes back when that much of the monotonic clock has passed."""
        ...


def _real() -> datetime:
    return datetime.now(UTC)


class RealPace:
    """The machine's own time; dates by `clock`, which in the preview runs ahead."""

    def __init__(self, clock: Callable[[], datetime] = _real) -> None:
        self._clock = clock

    def now(self) -> datetime:
        """This instant, in UTC."""
        return self._clock()

    def monotonic(self) -> float:
        """Seconds on a clock that never jumps."""
        return time.monotonic()

    async def pause(self, seconds: float) -> None:
        """Comes back when that much time has passed."""
        await asyncio.sleep(seconds)


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    ended: float = float("-inf")
    silent_until: float = float("-inf")


class Turns:
    """Who may ask which host now."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str, gap: timedelta) -> AsyncIterator[None]:
        """The host to oneself, not before `gap` after the last request ended. Raises Retryable while it asked for silence."""
        state = self._state(host)
        async with state.lock:
            self._respect(state, host)
            rest = state.ended + gap.total_seconds() - self._pace.monotonic()
            if rest > 0:
                await self._pace.pause(rest)
            try:
                yield
            finally:
                state.ended = self._pace.monotonic()

    def silence(self, host: str, span: timedelta) -> None:
        """The host asked not to be asked for this long; a day at most is believed."""
        self._state(host).silent_until = self._pace.monotonic() + min(span, LONGEST_SILENCE).total_seconds()

    def _respect(self, state: _Host, host: str) -> None:
        rest = state.silent_until - self._pace.monotonic()
        if rest > 0:
            raise Retryable(f"{host} asked not to be asked for now.", timedelta(seconds=rest))

    def _state(self, host: str) -> _Host:
        if host not in self._hosts and len(self._hosts) >= MANY_HOSTS:
            self._let_go()
        return self._hosts.setdefault(host, _Host())

    def _let_go(self) -> None:
        now = self._pace.monotonic()
        idle = [
            name
            for name, state in self._hosts.items()
            if not state.lock.locked() and state.ended + 60 < now and state.silent_until < now
        ]
        for name in idle:
            del self._hosts[name]
