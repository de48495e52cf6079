"""Whether this process may be given work: asked by the platform at `/readyz`, and answered from what is so now.

A check that fails is named in the log and in the metrics, once for each change; whoever asks is told nothing but yes or no.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, Literal

import structlog
from prometheus_client import Gauge

from sidecar.flows.watching.queue_held import load
from sidecar.flows.watching.subscriptions_held import Held, subscriptions_held
from sidecar.store.database import AWAY, Database, migrations, version_of

log = structlog.get_logger()

Check = Literal["not_draining", "database", "migrations", "worker", "keys", "subscriptions"]
READY: Final = Gauge("companion_ready", "1 where a check of readiness holds, 0 where not, as of the last time asked", ["check"])
ANSWER_WITHIN: Final = 2.0
KEYS_WITHIN: Final = 3.0
KEEP_ANSWER_FOR: Final = 1.0
LOOK_AT_SUBSCRIPTIONS_EVERY: Final = 300.0
"""Seconds: they live for days, and the look costs a question for each tenant."""
LOOK_AGAIN_AFTER: Final = 10.0
"""Seconds, while one has lapsed."""
RENEWED_WITHIN: Final = timedelta(minutes=10)
"""A subscription that lapsed is being made anew unless what is due has waited for so long: then nobody works."""


class Readiness:
    """What one process knows of itself. `keys`: whether the keys that tokens are signed with are there or can be fetched."""

    def __init__(self, database: Database, clock: Callable[[], datetime], keys: Sequence[Callable[[], Awaitable[bool]]]) -> None:
        self._database = database
        self._clock = clock
        self._keys = keys
        self._newest = migrations()[-1][0]
        self._stop: asyncio.Event | None = None
        self._wants_worker = False
        self._works = 0
        self._held: Held | None = None
        self._looked = float("-inf")
        self._told: frozenset[str] = frozenset()
        self._answered = float("-inf")
        self._asking = asyncio.Lock()

    def begins(self, stop: asyncio.Event, *, with_worker: bool) -> None:
        """Not ready any more once `stop` is set; with a worker, not ready while none runs."""
        self._stop, self._wants_worker = stop, with_worker

    @contextmanager
    def working(self) -> Iterator[None]:
        """A worker of this process runs while this is open."""
        self._works += 1
        try:
            yield
        finally:
            self._works -= 1

    async def is_ready(self) -> bool:
        """Whether every check holds, as of at most a second ago: strangers may ask as often as they like."""
        if self._is_draining():
            return False
        async with self._asking:
            if time.monotonic() - self._answered > KEEP_ANSWER_FOR:
                await self.failing()
                self._answered = time.monotonic()
        return not self._told

    def _is_draining(self) -> bool:
        return self._stop is not None and self._stop.is_set()

    async def failing(self) -> frozenset[Check]:
        """The checks that do not hold, all of them as far as they can be asked."""
        found: set[Check] = set()
        if self._is_draining():
            found.add("not_draining")
        if self._wants_worker and not self._works:
            found.add("worker")
        found |= await self._of_database()
        if not await self._has_keys():
            found.add("keys")
        self._tell(frozenset(found))
        return frozenset(found)

    async def _of_database(self) -> set[Check]:
        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                async with self._database.pool.acquire() as connection:
                    if await version_of(connection) < self._newest:
                        return {"migrations"}
                return set() if await self._are_subscriptions_fresh() else {"subscriptions"}
        except AWAY:
            return {"database"}

    async def _are_subscriptions_fresh(self) -> bool:
        """None has lapsed, or it is being made anew. Making one needs our doors open: Graph calls them before it agrees, so a
        lapse alone must not close them."""
        if not await self._has_lapsed():
            return True
        waiting = await load(self._database)
        return max((one.oldest for one in waiting if one.kind in {"watch", "sweep"}), default=timedelta()) < RENEWED_WITHIN

    async def _has_lapsed(self) -> bool:
        held = await self.subscriptions(LOOK_AT_SUBSCRIPTIONS_EVERY)
        if held.first_ends_at is None or held.first_ends_at > self._clock():
            return False
        held = await self.subscriptions(LOOK_AGAIN_AFTER)
        return held.first_ends_at is not None and held.first_ends_at <= self._clock()

    async def subscriptions(self, at_most: float) -> Held:
        """What is held, as of at most so many seconds ago. Raises one of AWAY."""
        if self._held is None or time.monotonic() - self._looked > at_most:
            self._held = await subscriptions_held(self._database)
            self._looked = time.monotonic()
        return replace(self._held)

    async def _has_keys(self) -> bool:
        try:
            async with asyncio.timeout(KEYS_WITHIN):
                return all([await is_there() for is_there in self._keys])
        except TimeoutError:
            return False

    def _tell(self, failing: frozenset[Check]) -> None:
        for check in Check.__args__:  # type: ignore[attr-defined]
            READY.labels(check).set(check not in failing)
        if failing != self._told:
            self._told = failing
            if failing:
                log.warning("not_ready", failing=",".join(sorted(failing)))
            else:
                log.info("ready")
