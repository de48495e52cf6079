"""Facts and the wakes they ask for live and die together, and a wake that keeps failing is parked, never lost."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sidecar import jobs
from sidecar.domain.meetings.meeting import TenantId
from sidecar.domain.meetings.wake import Wake
from sidecar.errors import Retryable
from sidecar.store.database import Database, Session
from sidecar.wiring import Clock
from tests.conftest import until

ONE = TenantId("tenant-one")
POLL = timedelta(seconds=0.25)


def engine() -> jobs.Jobs:
    return jobs.Jobs(lambda: datetime.now(UTC))


async def arm(database: Database, *wakes: Wake) -> None:
    async with database.transaction(ONE) as session:
        await engine().arm(session, wakes)


async def run(database: Database, handler: jobs.Handler, until_done: asyncio.Event, **more: Any) -> None:
    stop = asyncio.Event()
    working = asyncio.create_task(jobs.work(database, {"read": handler}, stop=stop, poll=POLL, **more))
    await asyncio.wait_for(until_done.wait(), 20)
    stop.set()
    await working


async def test_a_transaction_that_fails_leaves_no_wake(database: Database) -> None:
    try:
        async with database.transaction(ONE) as session:
            await engine().arm(session, [Wake(kind="read", key="k")])
            raise RuntimeError("the facts could not be stored")
    except RuntimeError:
        pass
    assert await jobs.waiting(database) == 0


async def test_a_key_that_waits_already_is_skipped_and_the_transaction_lives(database: Database) -> None:
    await arm(database, Wake(kind="read", key="k"))
    async with database.transaction(ONE) as session:
        await engine().arm(session, [Wake(kind="read", key="k"), Wake(kind="read", key="other")])
    assert await jobs.waiting(database) == 2


async def test_what_the_other_side_cannot_do_now_is_done_later(database: Database) -> None:
    tries: list[str] = []
    done = asyncio.Event()

    async def handler(what: Mapping[str, str]) -> None:
        tries.append(what["key"])
        if len(tries) < 3:
            raise Retryable("not now", timedelta(seconds=0.1))
        done.set()

    await arm(database, Wake(kind="read", key="k"))
    await run(database, handler, done)
    assert tries == ["k", "k", "k"]


async def test_a_wake_that_failed_too_often_is_parked_for_the_administrator(database: Database) -> None:
    starts = 0
    parked = asyncio.Event()

    async def handler(what: Mapping[str, str]) -> None:
        nonlocal starts
        starts += 1

    async def is_parked() -> bool:
        return bool(await jobs.parked(database))

    async def watch() -> None:
        await until(is_parked)
        parked.set()

    await arm(database, Wake(kind="read", key="k"))
    job = await database.pool.fetchval("SELECT id FROM queue.pgqueuer")
    await database.pool.execute("INSERT INTO companion.wake_start VALUES ($1, $2)", job, jobs.MOST_ATTEMPTS)
    await asyncio.gather(run(database, handler, parked), watch())
    assert starts == 0
    assert await jobs.parked(database) == [("read", 1)]


CRASHING = """
import asyncio, os, sys
from sidecar import jobs
from sidecar.store.database import Database
async def main():
    async def body(what):
        os._exit(9)
    await jobs.work(await Database.open(sys.argv[1]), {"read": body}, stop=asyncio.Event())
asyncio.run(main())
"""


async def test_every_start_that_took_its_worker_along_is_counted_though_no_other_start_is(
    database: Database, ready_database: str
) -> None:
    counted = []
    await arm(database, Wake(kind="read", key="k"))
    for _ in range(3):
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", CRASHING, ready_database)
        assert await asyncio.wait_for(process.wait(), 60) == 9
        counted.append(await database.pool.fetchval("SELECT started FROM companion.wake_start"))
        worker = await database.pool.fetchval("SELECT queue_manager_id::text FROM queue.pgqueuer WHERE status = 'picked'")
        await database.session(database.pool).rows("release_wakes", [worker])
    assert counted == [None, 2, 3]
    done = asyncio.Event()

    async def handler(what: Mapping[str, str]) -> None:
        done.set()

    await run(database, handler, done)
    assert await database.pool.fetchval("SELECT count(*) FROM companion.wake_start") == 0


async def test_a_wake_is_never_due_before_its_instant_however_long_its_transaction_has_been_open(database: Database) -> None:
    async with database.transaction(ONE) as session:
        await until(lambda: _is_late(session))
        due_at = datetime.now(UTC) + timedelta(hours=1)
        await engine().arm(session, [Wake(kind="read", key="k", due_at=due_at)])
    found = await database.pool.fetchval("SELECT execute_after FROM queue.pgqueuer")
    assert timedelta() <= found - due_at < timedelta(seconds=1)


async def _is_late(session: Session) -> bool:
    return bool(await session.connection.fetchval("SELECT clock_timestamp() > now() + interval '0.2 seconds'"))


async def test_whoever_takes_a_wake_is_not_behind_the_clock_that_made_it_due(database: Database) -> None:
    """A machine that is a minute behind, and one that did not hear of a travel yet."""
    clock, done, shown = Clock(timedelta(minutes=-1)), asyncio.Event(), []

    async def handler(what: Mapping[str, str]) -> None:
        shown.append(clock())
        done.set()

    due_at = datetime.now(UTC) + timedelta(hours=5)
    await arm(database, Wake(kind="read", key="k", due_at=due_at))
    await jobs.travel(database, timedelta(hours=5))
    await run(database, handler, done, keep_up=clock.keep_up)
    assert due_at <= shown[0] < due_at + timedelta(seconds=20)


async def test_travelling_brings_every_waiting_wake_nearer(database: Database) -> None:
    await arm(database, Wake(kind="read", key="k", due_at=datetime.now(UTC) + timedelta(hours=3)))
    assert await jobs.waiting(database) == 0
    await jobs.travel(database, timedelta(hours=3, seconds=1))
    assert await jobs.waiting(database) == 1


async def test_travelling_waits_for_who_is_writing_to_the_queue_and_never_blocks_with_it(database: Database) -> None:
    """A worker that writes down the second wake and then the first, while the clock is moved over both."""
    for key in ("first", "second"):
        await arm(database, Wake(kind="read", key=key, due_at=datetime.now(UTC) + timedelta(hours=3)))
    touch = "UPDATE queue.pgqueuer SET updated = now() WHERE dedupe_key = $1"
    waiting_for_a_lock = "SELECT count(*) FROM pg_locks WHERE NOT granted"
    async with database.pool.acquire() as connection, connection.transaction():
        await connection.execute(touch, "second")
        travelling = asyncio.create_task(jobs.travel(database, timedelta(hours=3, seconds=1)))

        async def is_waiting() -> bool:
            return bool(await database.pool.fetchval(waiting_for_a_lock))

        await until(is_waiting, 30)
        await connection.execute(touch, "first")
    await travelling
    assert await jobs.waiting(database) == 2


async def test_the_queue_keeps_the_kind_of_a_mistake_and_none_of_its_words(database: Database) -> None:
    starts: Counter[str] = Counter()
    done = asyncio.Event()

    async def handler(what: Mapping[str, str]) -> None:
        starts[what["key"]] += 1
        if what["key"] == "given up" or starts[what["key"]] > 1:
            return
        try:
            raise ValueError("ana@northwindtraders.com of Northwind")
        except ValueError as error:
            if what["key"] == "other side":
                raise Retryable("Ana asked for it", timedelta()) from error
            raise KeyError("Northwind") from error

    async def all_is_over() -> bool:
        return await jobs.waiting(database) == 0 and bool(await jobs.parked(database))

    async def watch() -> None:
        await until(all_is_over)
        done.set()

    await arm(database, *(Wake(kind="read", key=key) for key in ("other side", "ours", "given up")))
    job = await database.pool.fetchval("SELECT id FROM queue.pgqueuer WHERE dedupe_key = 'given up'")
    await database.pool.execute("INSERT INTO companion.wake_start VALUES ($1, $2)", job, jobs.MOST_ATTEMPTS)
    await asyncio.gather(run(database, handler, done), watch())
    rows = await database.pool.fetch("SELECT traceback::text AS said FROM queue.pgqueuer_log WHERE traceback IS NOT NULL")
    said = " ".join(row["said"] for row in rows).lower()
    assert len(rows) == 3 and all(kind in said for kind in ("retryable", "keyerror", "runtimeerror"))
    assert [word for word in ("northwind", "ana", "traceback (", "gave up after") if word in said] == []
