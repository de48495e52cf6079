"""A full queue costs a resting worker nothing: it is told of many changes at once, and finds what is due next by an index."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from pgqueuer.adapters.persistence.qb import QueryQueueBuilder

from sidecar import jobs
from sidecar.domain.meetings.wake import Wake
from sidecar.queue.driver import CHANGED, Gathered
from sidecar.store.database import Database
from tests.conftest import until


async def test_a_thousand_changes_at_once_are_heard_as_two_and_the_last_is_not_lost() -> None:
    heard: list[str | bytes | bytearray] = []
    line = Gathered(heard.append)
    for number in range(1000):
        line(f'{{"type": "{CHANGED}", "number": {number}}}')
    line('{"type": "cancellation_event"}')
    assert len(heard) == 2 and "cancellation" in str(heard[1]), "the first at once, and what is no change too"

    async def is_last_heard() -> bool:
        return "999" in str(heard[-1])

    await until(is_last_heard)
    assert len(heard) == 3

    async def hears_anew() -> bool:
        line(f'{{"type": "{CHANGED}", "number": "later"}}')
        await asyncio.sleep(0)
        return "later" in str(heard[-1])

    await until(hears_anew)


async def test_what_the_engine_tells_is_known_as_a_change(database: Database) -> None:
    heard: list[str] = []
    channel = QueryQueueBuilder().settings.channel
    async with database.listen(channel, heard.append, lambda: None):
        async with database.directory() as session:
            await jobs.Jobs(lambda: datetime.now(UTC)).arm(session, [Wake(kind="fold", key="fold:1", after=timedelta(days=1))])

        async def is_told() -> bool:
            return bool(heard)

        await until(is_told)
    assert CHANGED in heard[0]


async def test_what_is_due_next_is_found_by_an_index_however_much_waits(database: Database) -> None:
    await database.pool.execute(
        """INSERT INTO queue.pgqueuer
               (priority, entrypoint, payload, status, created, updated, heartbeat, execute_after, attempts)
           SELECT 1, 'moment', '', 'queued', now(), now(), now(), now() + number * interval '1 minute', 0
           FROM generate_series(1, 20000) AS number"""
    )
    await database.pool.execute("ANALYZE queue.pgqueuer")
    rows = await database.pool.fetch(f"EXPLAIN {QueryQueueBuilder().build_next_deferred_eta_query()}", list(jobs.PRIORITY))
    plan = " ".join(row[0] for row in rows)
    assert "companion_due" in plan and "Sort" not in plan and "Seq Scan" not in plan, plan
