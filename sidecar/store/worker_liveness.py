"""Which workers are alive: each holds a lock in the database for as long as its connection lasts; and whether its clock goes on.

The operating system closes the connections of a process that is killed, so its lock is free in the same moment, on whatever
machine it ran; the others see that within seconds, and what it had begun waits again. Without this the engine's heartbeats
would tell it after half a minute: they remain for a machine that vanishes without a word.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
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
ALL_BACK_WITHIN: Final = 15.0
"""Seconds in which every worker that lives has a connection again after the database was away: ten to connect, and some for
those that wait for a free one."""
NOW_AND_THEN: Final = 60.0
STEP: Final = timedelta(seconds=5)
"""A clock that is so much behind what has passed was set back; less is its usual correction, which it makes by and by."""
READING: Final = frozenset({"read", "moment"})
"""Wakes that hold a mailbox while they read it."""
WORKER: Final[ContextVar[str]] = ContextVar("worker", default="")
"""In whose name this task runs: what it holds is free once that worker is dead. Empty outside every worker."""


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
    round_ = _Round(database, now_and_then)
    while True:
        try:
            async with database.pool.acquire() as connection:
                session = database.session(connection)
                await session.row("live_sign", LOCKS, worker)
                silence = Silence(is_again=first.is_set())
                first.set()
                while True:
                    await round_.look(session, silence)
                    await asyncio.sleep(LOOK_EVERY)
        except AWAY:
            pass
        except Exception as error:  # the sign of life is to come back, whatever went wrong
            log.error("sign_failed", sign="life", exc_info=error)
        await asyncio.sleep(LOOK_EVERY)


class _Round:
    """What is looked after between two looks. None of it may cost the sign of life: what failed is done again."""

    def __init__(self, database: Database, now_and_then: Callable[[], Awaitable[None]]) -> None:
        self._database = database
        self._now_and_then = now_and_then
        self._steps = Steps()
        self._again_at = time.monotonic() + NOW_AND_THEN
        self._must_bring_back = False

    async def look(self, session: Session, silence: Silence) -> None:
        """One look. Raises where the database cannot be asked."""
        row = await session.row("look_around", LOCKS)
        if row is None:
            return
        is_set_back = self._steps.back(row["at"], time.monotonic())
        self._must_bring_back |= is_set_back
        if is_set_back or time.monotonic() >= self._again_at:
            self._again_at = time.monotonic() + NOW_AND_THEN
            await _try("now_and_then", self._now_and_then())
        if self._must_bring_back:
            await _try("bring_back", self._bring_back(session))
        if dead := silence.dead(row["silent"], time.monotonic()):
            await _try("release", release(self._database, session, dead))

    async def _bring_back(self, session: Session) -> None:
        log.warning("clock_set_back", wakes=await session.run("bring_back"))
        self._must_bring_back = False


async def _try(what: str, doing: Awaitable[object]) -> None:
    try:
        await doing
    except Exception as error:
        log.error("look_failed", kind=what, exc_info=error)


class Silence:
    """Who gave no sign for so many looks that it is dead. `is_again`: whether the looker's own connection was made anew; whatever
    broke it may have broken everybody's, and for a while those who are still on their way back are silent too."""

    def __init__(self, *, is_again: bool) -> None:
        self._looks: dict[str, int] = {}
        self._is_again = is_again
        self._from: float | None = None

    def dead(self, silent: Iterable[str], passed: float) -> list[str]:
        """`silent`: who gives no sign at this look. `passed`: seconds on a clock that only goes on."""
        if self._from is None:
            self._from = passed + (ALL_BACK_WITHIN if self._is_again else 0.0)
        if passed < self._from:
            return []
        self._looks = {one: self._looks.get(one, 0) + 1 for one in silent}
        return [one for one, looks in self._looks.items() if looks >= SILENT_LOOKS]


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
    held = await session.rows("reading_wakes", list(workers), list(READING))
    for tenant, person in _mailboxes(held):
        async with database.transaction(TenantId(tenant)) as own:
            await own.run("let_mailbox_go", tenant, person, list(workers))
    released = await session.rows("release_wakes", list(workers))
    if released:
        log.info("wakes_released", workers=len(workers), wakes=len(released))
    return len(released)


def _mailboxes(held: Iterable[Any]) -> set[tuple[str, str]]:
    whats = [json.loads(row["what"]) for row in held]
    return {(what["tenant"], what["person"]) for what in whats}
