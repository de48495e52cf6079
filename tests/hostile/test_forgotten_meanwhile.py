"""Erasing while workers write: what they stored meanwhile goes too, and nobody waits for each other in a circle."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from sidecar.domain.meetings.wake import research_wake
from sidecar.flows.hands import Hands
from sidecar.flows.trust.forget_person import MOST_ROUNDS, Erased, forget_tenant
from sidecar.jobs import Jobs
from sidecar.queue.erasure import drop_from_queue
from sidecar.settings import Settings
from sidecar.store.database import Database, Session
from sidecar.wiring import Clock, hands_of
from tests.conftest import until
from tests.hostile.test_forgotten import IDS, OTHERS, PERSON, TENANT, THEIRS, WITH_EVENT, forgotten, told_of_them
from tests.store.every_table import NOW, fill, said_anywhere

WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"


@pytest.fixture
def hands(database: Database) -> Hands:
    clock = Clock()
    clock.start_at(NOW)
    return hands_of(Settings(), database, clock, None, None, "")


async def is_waiting(hands: Hands, count: int = 1) -> None:
    async def found() -> bool:
        return int(await hands.database.pool.fetchval(WAITING)) >= count

    await until(found)


async def test_a_worker_that_holds_a_person_and_takes_their_meetings_one_by_one_is_not_cut_off(hands: Hands) -> None:
    pool = hands.database.pool
    for meeting in ("later", "earlier"):
        await fill(pool, told_of_them, {**IDS, "meeting_id": meeting, "address": OTHERS}, given=WITH_EVENT)
    lock = "SELECT FROM companion.meeting WHERE tenant_id = $1 AND meeting_id = $2 FOR UPDATE"
    async with hands.database.transaction(TENANT) as worker:
        assert await worker.row("lock_person", TENANT, PERSON) is not None
        await worker.connection.execute(lock, TENANT, "earlier")
        erasure = asyncio.create_task(forgotten(hands, THEIRS))
        await is_waiting(hands)
        await worker.connection.execute(lock, TENANT, "later")
    erased = await asyncio.wait_for(erasure, 30)
    assert erased.remains == 0 and erased.changed["meeting"] == 2
    assert await said_anywhere(pool, THEIRS) == {}


@pytest.mark.night
async def test_an_erasure_that_waited_in_a_circle_is_done_again(ready_database: str, hands: Hands) -> None:
    """A worker that holds nobody; it looks for a circle so late that the erasure finds it first, and is the one that is ended."""
    pool = hands.database.pool
    await pool.execute(f"ALTER DATABASE {await pool.fetchval('SELECT current_database()')} SET deadlock_timeout = '4s'")
    patient = await Database.open(ready_database)
    for meeting in ("later", "earlier"):
        await fill(pool, told_of_them, {**IDS, "meeting_id": meeting, "address": OTHERS}, given=WITH_EVENT)
    lock = "SELECT FROM companion.meeting WHERE tenant_id = $1 AND meeting_id = $2 FOR UPDATE"
    async with hands.database.transaction(TENANT) as worker:
        await worker.connection.execute("SELECT set_config('role', 'none', true), set_config('deadlock_timeout', '60s', true)")
        await worker.connection.execute(lock, TENANT, "earlier")
        erasure = asyncio.create_task(forgotten(replace(hands, database=patient), THEIRS))
        await is_waiting(hands)
        await worker.connection.execute(lock, TENANT, "later")
    erased = await asyncio.wait_for(erasure, 60)
    assert erased.remains == 0 and erased.changed["meeting"] == 2
    assert await said_anywhere(pool, THEIRS) == {}
    await patient.close()


async def test_a_notice_for_whoever_is_in_the_tenant_is_stored_while_somebody_is_erased(hands: Hands) -> None:
    """Graph waits three seconds for its answer: an erasure holds people, but not the keys that a notice refers to."""
    pool = hands.database.pool
    await fill(pool, told_of_them, {**IDS, "address": OTHERS}, given=WITH_EVENT)
    async with hands.database.transaction(TENANT) as worker:
        await worker.connection.execute("SELECT FROM companion.meeting WHERE tenant_id = $1 FOR UPDATE", TENANT)
        erasure = asyncio.create_task(forgotten(hands, THEIRS))
        await is_waiting(hands)
        async with hands.database.transaction(TENANT) as notice:
            await notice.connection.execute("SET LOCAL lock_timeout = '3s'")
            await notice.connection.execute(
                "SELECT FROM companion.person WHERE tenant_id = $1 AND person_id = $2 FOR KEY SHARE", TENANT, PERSON
            )
    assert (await asyncio.wait_for(erasure, 30)).remains == 0


async def in_queue(hands: Hands) -> list[str]:
    return [row["entrypoint"] for row in await hands.database.pool.fetch("SELECT entrypoint FROM queue.pgqueuer")]


async def arm(hands: Hands, session: Session, day: int) -> None:
    await Jobs(hands.clock).arm(session, [research_wake(TENANT, "client.example", f"2026-11-{day}")])


async def test_a_wake_that_ran_while_its_tenant_was_erased_leaves_nothing_behind(hands: Hands) -> None:
    await fill(hands.database.pool, told_of_them, IDS)
    async with hands.database.transaction(TENANT) as wake:
        await wake.connection.execute("SELECT FROM companion.tenant WHERE tenant_id = $1 FOR KEY SHARE", TENANT)
        erasure = asyncio.create_task(forget_tenant(hands, TENANT, drop_from_queue, may_ask=False))
        await is_waiting(hands)
        await arm(hands, wake, 23)
    erased = await asyncio.wait_for(erasure, 30)
    assert erased.gone["queue.pgqueuer"] == 1 and erased.remains == 0
    assert await in_queue(hands) == [] and await said_anywhere(hands.database.pool, TENANT) == {}


async def test_what_is_written_again_and_again_is_said_and_the_tenant_can_be_erased_once_more(hands: Hands) -> None:
    await fill(hands.database.pool, told_of_them, IDS)
    erased = await asyncio.wait_for(erased_against_writers(hands), 60)
    assert erased.remains == len(await in_queue(hands)) == 1
    async with hands.database.directory() as session:
        assert [row["tenant_id"] for row in await session.rows("tenants")] == [TENANT], "the command finds it, and the sweep"
    again = await forget_tenant(hands, TENANT, drop_from_queue, may_ask=False)
    assert again.remains == 0 and await in_queue(hands) == []
    assert await said_anywhere(hands.database.pool, TENANT) == {}


async def erased_against_writers(hands: Hands) -> Erased:
    """In each round somebody writes after the queue was emptied and before the round ends; each holds what it needs last."""
    locked = [asyncio.Event() for _ in range(MOST_ROUNDS)]
    may_end = [asyncio.Event() for _ in range(MOST_ROUNDS)]

    async def writer(turn: int) -> None:
        async with hands.database.transaction(TENANT) as session:
            await session.connection.execute("SELECT set_config('role', 'none', true)")
            await session.connection.execute("LOCK TABLE companion.tenant IN SHARE MODE")
            locked[turn].set()
            await is_waiting(hands)
            await arm(hands, session, 23 + turn)
            await may_end[turn].wait()

    async with asyncio.TaskGroup() as group:
        group.create_task(writer(0))
        await locked[0].wait()
        erasure = group.create_task(forget_tenant(hands, TENANT, drop_from_queue, may_ask=False))
        for turn in range(1, MOST_ROUNDS):
            await is_waiting(hands, 1)
            group.create_task(writer(turn))
            await is_waiting(hands, 2)
            may_end[turn - 1].set()
            await locked[turn].wait()
        await is_waiting(hands, 1)
        may_end[-1].set()
        return await erasure
