"""What the queue holds, for metrics, readiness and the administrator: kinds, counts and spans of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sidecar.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Wakes of one kind. `waiting` are due and not begun, the `oldest` of them for so long; `parked` gave up."""

    kind: str
    waiting: int
    oldest: timedelta
    parked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked:
    """Wakes of one kind that gave up, the first at `since`. `why`: kinds of mistakes, never their text."""

    kind: str
    count: int
    since: datetime
    why: tuple[str, ...]


async def load(database: Database) -> list[Load]:
    """What is due and what gave up, by kind; kinds with neither are left out."""
    async with database.directory() as session:
        rows = await session.rows("queue_load")
    return [
        Load(kind=row["kind"], waiting=row["waiting"], oldest=max(row["oldest"], timedelta()), parked=row["parked"])
        for row in rows
    ]


async def why_parked(database: Database) -> list[Parked]:
    """What gave up and the kind of mistake that it ended with."""
    async with database.directory() as session:
        rows = await session.rows("why_parked")
    return [Parked(kind=row["kind"], count=row["parked"], since=row["since"], why=tuple(sorted(row["why"]))) for row in rows]


async def retry_parked(database: Database) -> list[tuple[str, int]]:
    """Let everything that gave up run again, with all its attempts; how many of each kind."""
    async with database.directory() as session:
        await session.run("drop_parked_twins")
        rows = await session.rows("retry_parked")
    return [(row["kind"], row["again"]) for row in rows]


async def clock_skew(database: Database, now: datetime) -> timedelta:
    """How far the database's clock is ahead of `now`, which was read just before."""
    async with database.directory() as session:
        row = await session.row("database_clock")
    return row["now"] - now if row else timedelta()
