"""What a worker holds is its own as long as it lives, and goes to others when it does not: no sooner, and no later."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pgqueuer import Job
from structlog.testing import capture_logs

from sidecar import jobs
from sidecar.domain.meetings.meeting import TenantId
from sidecar.domain.meetings.wake import Wake
from sidecar.queue.driver import EngineLine
from sidecar.queue.fair_turns import AT_ONCE, HELD, HELD_OF_A_TENANT, Engine, FairQueries, Turns
from sidecar.store.database import Database
from sidecar.store.worker_liveness import ALL_BACK_WITHIN, LOCKS, SILENT_LOOKS, Silence, living, release
from tests.conftest import until

ONE = TenantId("tenant-one")
STALE = timedelta(seconds=30)
IS_STALE = "SELECT heartbeat < statement_timestamp() - interval '30 seconds' FROM queue.pgqueuer WHERE id = $1"
FAILING = """
CREATE FUNCTION queue.fail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'somebody is in the way' USING ERRCODE = 'deadlock_detected'; END $$;
CREATE TRIGGER fail BEFORE UPDATE ON queue.pgqueuer FOR EACH ROW WHEN (NEW.status = 'queued') EXECUTE FUNCTION queue.fail();
"""
HOLDS = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = $1 AND granted ORDER BY pid"


async def arm(database: Database, *keys: str, kind: str = "read") -> None:
    what = {"tenant": ONE, "person": "p"}
    async with database.transaction(ONE) as session:
        await jobs.Jobs(lambda: datetime.now(UTC)).arm(session, [Wake(kind=kind, key=key, what=what) for key in keys])


async def take(queries: FairQueries, worker: object) -> list[int]:
    kinds = dict.fromkeys(jobs.PRIORITY)
    found = await asyncio.wait_for(queries.dequeue(10, kinds, worker, None, STALE), 20)
    return [int(job.id) for job in found]


async def nothing() -> None:
    """Nothing is to be done now and then."""


@asynccontextmanager
async def beating(engine: Engine) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(engine.beat(every=0.05))
    yield task
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
def engine(database: Database) -> Engine:
    return Engine(FairQueries(EngineLine(database, asyncio.Event()), Turns(jobs.PRIORITY)))


async def test_what_was_taken_in_our_name_without_our_hearing_of_it_is_taken_anew(database: Database, engine: Engine) -> None:
    queries, me = engine.queries, engine.queue_manager_id
    assert isinstance(queries, FairQueries)
    await arm(database, "unheard")
    unheard = await take(FairQueries(queries.driver, Turns(jobs.PRIORITY)), me)  # an answer that never reached our turns
    await arm(database, "held")
    held = await take(queries, me)
    assert len(unheard) == len(held) == 1
    await database.pool.execute("UPDATE queue.pgqueuer SET heartbeat = heartbeat - interval '1 minute'")

    async def is_held_fresh() -> bool:
        return not await database.pool.fetchval(IS_STALE, held[0])

    async with beating(engine):
        await until(is_held_fresh)
    assert await database.pool.fetchval(IS_STALE, unheard[0]), "nobody speaks for it"
    assert await take(queries, me) == unheard


async def test_a_sign_that_failed_is_not_the_last(database: Database, engine: Engine) -> None:
    assert isinstance(engine.queries, FairQueries)
    await arm(database, "held")
    held = await take(engine.queries, engine.queue_manager_id)
    await database.pool.execute("UPDATE queue.pgqueuer SET heartbeat = heartbeat - interval '1 minute'")
    await database.pool.execute(FAILING.replace("NEW.status = 'queued'", "NEW.status = 'picked'"))

    async def is_told() -> bool:
        return any(one["event"] == "sign_failed" for one in logs)

    async def is_fresh() -> bool:
        return not await database.pool.fetchval(IS_STALE, held[0])

    async with beating(engine):
        with capture_logs() as logs:
            await until(is_told)
        await database.pool.execute("DROP TRIGGER fail ON queue.pgqueuer")
        await until(is_fresh)


async def test_what_goes_wrong_beside_a_sign_of_life_does_not_end_it(database: Database) -> None:
    await arm(database, "of the dead")
    await take(FairQueries(EngineLine(database, asyncio.Event()), Turns(jobs.PRIORITY)), uuid.uuid4())
    await database.pool.execute(FAILING)

    async def has_failed_twice() -> bool:
        return sum(one["event"] == "look_failed" for one in logs) > 1

    async def is_free() -> bool:
        return bool(await database.pool.fetchval("SELECT status = 'queued' FROM queue.pgqueuer"))

    async with living(database, str(uuid.uuid4()), nothing):
        signs = await database.pool.fetch(HOLDS, LOCKS)
        assert len(signs) == 1
        with capture_logs() as logs:
            await until(has_failed_twice)
        assert await database.pool.fetch(HOLDS, LOCKS) == signs, "the same connection, without a gap"
        await database.pool.execute("DROP TRIGGER fail ON queue.pgqueuer")
        await until(is_free)


async def test_a_lock_on_a_wake_of_the_dead_keeps_nobody_waiting(database: Database) -> None:
    await arm(database, "locked", "free")
    dead = uuid.uuid4()
    await take(FairQueries(EngineLine(database, asyncio.Event()), Turns(jobs.PRIORITY)), dead)
    session = database.session(database.pool)
    async with database.pool.acquire() as other, other.transaction():
        await other.execute("SELECT FROM queue.pgqueuer WHERE dedupe_key = 'locked' FOR UPDATE")
        assert await asyncio.wait_for(release(database, session, [str(dead)]), 20) == 1
    assert await release(database, session, [str(dead)]) == 1, "at the next look"


def test_after_the_looker_itself_was_cut_off_nobody_is_dead_before_all_had_time_to_come_back() -> None:
    first = Silence(is_again=False)
    assert [first.dead(["a"], float(at)) for at in range(SILENT_LOOKS)] == [[]] * (SILENT_LOOKS - 1) + [["a"]]
    again = Silence(is_again=True)
    looks = [float(at) for at in range(int(ALL_BACK_WITHIN))]
    assert all(again.dead(["a", "b"], at) == [] for at in looks)
    late = [again.dead(["a"], ALL_BACK_WITHIN + at) for at in range(SILENT_LOOKS)]
    assert late == [[]] * (SILENT_LOOKS - 1) + [["a"]]


@pytest.mark.parametrize(("reader", "is_freed"), [("the living", False), ("the dead", True)])
async def test_a_death_frees_the_mailbox_that_the_dead_read_and_no_other(database: Database, reader: str, is_freed: bool) -> None:
    names = {"the dead": str(uuid.uuid4()), "the living": str(uuid.uuid4())}
    now = datetime.now(UTC)
    async with database.directory() as session:
        await session.run("add_tenant", ONE)
    async with database.transaction(ONE) as session:
        await session.row("install_person", ONE, "p", {}, "Ann", "en", "UTC", now, None)
        assert await session.row("lease_mailbox", ONE, "p", now, now + timedelta(minutes=2), names[reader], False) is not None
    await arm(database, "moment", kind="moment")
    await take(FairQueries(EngineLine(database, asyncio.Event()), Turns(jobs.PRIORITY)), uuid.UUID(names["the dead"]))
    assert await release(database, database.session(database.pool), [names["the dead"]]) == 1
    assert await database.pool.fetchval("SELECT leased_until IS NULL FROM companion.person") is is_freed


def _held(tenant: str, first: int) -> list[Job]:
    now = datetime.now(UTC)
    given: dict[str, Any] = {
        "priority": 100, "created": now, "updated": now, "heartbeat": now, "execute_after": now, "status": "picked",
        "entrypoint": "moment", "payload": f'{{"tenant": "{tenant}"}}'.encode(), "queue_manager_id": uuid.uuid4(),
        "headers": None, "attempts": 0,
    }  # fmt: skip
    return [Job.model_validate({"id": first + number, **given}) for number in range(HELD_OF_A_TENANT)]


async def test_a_few_tenants_whose_wakes_are_slow_leave_room_for_the_wakes_of_others() -> None:
    turns, tenants = Turns(jobs.PRIORITY), HELD // HELD_OF_A_TENANT + 1
    slow = [job for number in range(tenants) for job in _held(f"slow-{number}", number * HELD_OF_A_TENANT)]
    turns.hold(slow)
    begun: list[Job] = []
    running = [asyncio.create_task(_stay(turns, job, begun)) for job in slow]

    async def all_places_are_taken() -> bool:
        return len(begun) == AT_ONCE

    await until(all_places_are_taken)
    assert len(slow) > HELD and turns.room()[True] >= HELD // 2
    assert sorted(turns.with_their_share()) == [f"slow-{number}" for number in range(tenants)], "and of them no more are taken"
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)


async def _stay(turns: Turns, job: Job, begun: list[Job]) -> None:
    async with turns.turn(job):
        begun.append(job)
        await asyncio.Event().wait()
