"""The database keeps tenants apart, knows its version, and names a retention class for every table."""

from __future__ import annotations

from datetime import UTC, datetime

import asyncpg
import pytest

from sidecar.domain.meetings.meeting import TenantId
from sidecar.errors import Misconfigured
from sidecar.store.database import Database, migrate, migrations, named_queries, pending

NOW = datetime(2026, 11, 23, tzinfo=UTC)
ONE, TWO = TenantId("tenant-one"), TenantId("tenant-two")


async def _person(database: Database, tenant: TenantId, person: str = "p") -> None:
    async with database.directory() as session:
        await session.run("add_tenant", tenant)
    async with database.transaction(tenant) as session:
        await session.row("install_person", tenant, person, {"conversation": {"id": "c"}}, "Ann", "en", "UTC", NOW, None)


async def test_a_tenant_sees_no_row_of_another_even_when_it_names_the_other_in_the_call(database: Database) -> None:
    await _person(database, ONE)
    async with database.transaction(TWO) as session:
        assert await session.row("person", ONE, "p") is None
        assert await session.row("mark_dirty", ONE, "p") is None
    async with database.transaction(ONE) as session:
        assert (await session.row("person", ONE, "p"))["notices"] == 0  # type: ignore[index]


async def test_a_row_for_another_tenant_cannot_be_written(database: Database) -> None:
    await _person(database, ONE)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with database.transaction(TWO) as session:
            await session.row("install_person", ONE, "q", {}, "Eve", "en", "UTC", NOW, None)


async def test_outside_a_tenant_nobodys_rows_are_seen(database: Database) -> None:
    await _person(database, ONE)
    async with database.directory() as session:
        assert await session.rows("people", ONE) == []
        assert [row["tenant_id"] for row in await session.rows("tenants")] == [ONE]


async def test_every_tenant_table_forces_row_level_security(database: Database) -> None:
    rows = await database.pool.fetch(
        """SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity AS is_walled FROM pg_class c
           JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
           WHERE n.nspname = 'companion' AND c.relkind = 'r' AND a.attname = 'tenant_id' AND c.relname <> 'tenant'"""
    )
    assert len(rows) >= 7
    assert [row["relname"] for row in rows if not row["is_walled"]] == []


async def test_every_table_names_its_retention_class(database: Database) -> None:
    rows = await database.pool.fetch(
        """SELECT c.relname, obj_description(c.oid) AS said FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = 'companion' AND c.relkind = 'r'"""
    )
    assert [row["relname"] for row in rows if not (row["said"] or "").startswith("retention: ")] == []


async def test_every_named_query_can_be_prepared(database: Database) -> None:
    async with database.pool.acquire() as connection:
        await connection.execute("SET search_path TO companion")
        for name, statement in named_queries().items():
            try:
                await connection.prepare(statement)
            except asyncpg.PostgresError as error:
                raise AssertionError(f"query {name}: {error}") from error


def test_no_query_asks_the_database_for_the_time() -> None:
    """One clock: the instant is always an argument."""
    texts = [*named_queries().items(), *((str(number), text) for number, text in migrations())]
    assert [name for name, text in texts if "now()" in text.lower() or "current_timestamp" in text.lower()] == []


async def test_migrating_twice_changes_nothing(empty_database: str) -> None:
    assert await pending(empty_database) == len(migrations())
    first = await migrate(empty_database)
    assert await migrate(empty_database) == first
    assert await pending(empty_database) == 0


async def test_a_newer_database_is_refused_with_a_sentence(empty_database: str) -> None:
    await migrate(empty_database)
    connection = await asyncpg.connect(empty_database)
    await connection.execute("INSERT INTO companion.schema_version (number) VALUES (9999)")
    await connection.close()
    with pytest.raises(Misconfigured, match="9999"):
        await migrate(empty_database)
