"""What every card asks of the database is found by an index, however many people, meetings and wakes there are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.meetings.wake import told_keys
from sidecar.store.database import Database, named_queries

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
TENANT, PERSON = TenantId("00000000-0000-4000-8000-000000000000"), PersonId("00000000-0000-4000-8000-000000000001")


async def _plan(database: Database, name: str, *args: object) -> str:
    return "\n".join(row[0] for row in await database.pool.fetch(f"EXPLAIN {named_queries()[name]}", *args))


async def test_that_nobody_of_thousands_shares_is_found_without_reading_them(database: Database) -> None:
    await database.pool.execute("INSERT INTO companion.tenant (tenant_id) VALUES ($1)", TENANT)
    await database.pool.execute(
        """INSERT INTO companion.person (tenant_id, person_id, preferences, installed_at)
           SELECT $1, 'p' || number, '{"lead": 20}', now() FROM generate_series(1, 5000) AS number""",
        TENANT,
    )
    await database.pool.execute("ANALYZE companion.person")
    plan = await _plan(database, "do_colleagues_share", TENANT, PERSON)
    assert "person_sharing" in plan and "Seq Scan" not in plan, plan


async def test_a_read_that_is_due_is_found_by_its_key_however_much_waits(database: Database) -> None:
    await database.pool.execute(
        """INSERT INTO queue.pgqueuer
               (priority, entrypoint, payload, status, created, updated, heartbeat, execute_after, attempts, dedupe_key)
           SELECT 1, 'read', '', 'queued', now(), now(), now(), now(), 0, 'read:t:p' || number || ':told:g1'
           FROM generate_series(1, 20000) AS number"""
    )
    await database.pool.execute("ANALYZE queue.pgqueuer")
    keys = told_keys(TENANT, PERSON, NOW, timedelta(seconds=8), timedelta(minutes=15))
    plan = await _plan(database, "is_read_due", *keys)
    assert "dedupe_key" in plan and "Index" in plan and "Seq Scan" not in plan, plan
