"""Which workers are alive: each holds a lock in the database for as long as its connection lasts; and whether its clock goes on.

The operating system closes the connections of a process that is killed, so its lock is free in the same moment, on whatever
machine it ran; the others see that within seconds, and what it had begun waits again. Without this the engine's heartbeats
would tell it after half a minute: they remain for a machine that vanishes without a word.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any, Final

import structlog

from sidecar.domain.meetings.meeting import TenantId
from sidecar.store.database import AWAY, Database, Session

log = structlog.get_logger()

LOCKS: Final = 7_305_313
"""Any number: the class of the advisory locks that are signs of life."""
LOOK_EVERY: Final = 0.5
"""Seconds between two looks at the others, and before a lost connection is made anew."""
SILENT_LOOKS: Final = 4
"""So many looks in a row without a sign are a death: a worker whose connection broke has had time to make another."""
NOW_AND_THEN: Final = 60.0
STEP: Final = timedelta(seconds=5)
"""A clock that is so much behind what has passed was set back; less is its usual correction, which it makes by and by."""
READING: Final = frozenset({"read", "moment"})
"""Wakes that hold a mailbox while they read it."""


@asynccontextmanager
async def living(database: Database, worker: str, now_and_then: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
    """Give a sign of life in this worker's name while this is open, and let others do what the dead had begun.

    `now_and_then` is done every minute that has really passed, and when the clock was set back.
    """
    first = asyncio.Event()
    looking = asyncio.create_task(_live(database, worker, first, now_and_then))
    waiting = asyncio.create_task(first.wait())
    try:
        await asyncio.wait({looking, waiting}, return_when=asyncio.FIRST_COMPLETED)
        yield
    finally:
        for task in (looking, waiting):
            task.cancel()
        await asyncio.gather(looking, waiting, return_exceptions=True)


async def _live(database: Database, worker: str, first: asyncio.Event, now_and_then: Callable[[], Awaitable[None]]) -> None:
    """Until it is cancelled. A database that is away is waited for: whoever works with it says so."""
    while True:
        with contextlib.suppress(*AWAY):
            async with database.pool.acquire() as connection:
                session = database.session(connection)
                await session.row("live_sign", LOCKS, worker)
                first.set()
                await _watch(database, session, now_and_then)
        await asyncio.sleep(LOOK_EVERY)


async def _watch(database: Database, session: Session, now_and_then: Callable[[], Awaitable[None]]) -> None:
    silent: dict[str, int] = {}
    steps, again_at = Steps(), time.monotonic() + NOW_AND_THEN
    while True:
        row = await session.row("look_around", LOCKS)
        is_set_back = row is not None and steps.back(row["at"], time.monotonic())
        if is_set_back or time.monotonic() >= again_at:
            again_at = time.monotonic() + NOW_AND_THEN
            await now_and_then()
        if is_set_back:
            log.warning("clock_set_back", wakes=await session.run("bring_back"))
        silent = {one: silent.get(one, 0) + 1 for one in (row["silent"] if row else ())}
        dead = [one for one, looks in silent.items() if looks >= SILENT_LOOKS]
        if dead:
            await release(database, session, dead)
        await asyncio.sleep(LOOK_EVERY)


class Steps:
    """Whether the database's clock was set back since the last look, by what has passed meanwhile on a clock that nobody sets."""

    def __init__(self) -> None:
        self._at: datetime | None = None
        self._passed = 0.0

    def back(self, at: datetime, passed: float) -> bool:
        """`at`: the database's time now. `passed`: seconds on a clock that only goes on."""
        expected = None if self._at is None else self._at + timedelta(seconds=passed - self._passed)
        self._at, self._passed = at, passed
        return expected is not None and expected - at > STEP


async def release(database: Database, session: Session, workers: Sequence[str]) -> int:
    """What these workers had begun waits again, and the mailboxes that they held are free. How many wakes that were."""
    released = await session.rows("release_wakes", list(workers))
    if released:
        log.info("wakes_released", workers=len(workers), wakes=len(released))
    for tenant, person in _mailboxes(released):
        async with database.transaction(TenantId(tenant)) as own:
            await own.run("let_mailbox_go", tenant, person)
    return len(released)


def _mailboxes(released: Iterable[Any]) -> set[tuple[str, str]]:
    whats = [json.loads(row["what"]) for row in released if row["entrypoint"] in READING]
    return {(what["tenant"], what["person"]) for what in whats}
