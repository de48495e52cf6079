"""The one table of what is kept is what the database holds, what the sweep lets go of, and what docs/privacy.md says."""

from __future__ import annotations

import functools
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from docs.write_privacy import PAGE, written
from sidecar import jobs
from sidecar.domain.apps.retention import AFTER_LEAVING, KEPT, WHILE_INSTALLED, age_of, kept_of, tables, tables_of_tenants
from sidecar.domain.meetings.meeting import TenantId
from sidecar.flows.watching.retention_sweep import let_go
from sidecar.settings import Settings
from sidecar.store.database import Database, Session
from tests.store.every_table import NOW, all_tables, columns_of, insert

TENANT = TenantId("tenant-one")
A_DAY, A_MINUTE = timedelta(days=1), timedelta(minutes=1)
SAYS = """
SELECT n.nspname || '.' || c.relname AS name, obj_description(c.oid) AS said FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'companion' AND c.relkind = 'r'
"""
KIND = """
SELECT data_type FROM information_schema.columns WHERE table_schema = 'companion' AND table_name = $1 AND column_name = $2
"""
MOVED: dict[str, list[tuple[str, str]]] = {
    "meeting": [("meeting", "end_at"), ("delivery", "shown_start"), ("call_event", "happened_at")],
    "looked_at": [("evidence_look", "looked_at"), ("evidence_look", "claimed_at")],
}
"""Where an age is not told by one column of the table itself."""
AGED = [(table, age.since) for one in KEPT for table in one.tables for age in one.ages if age.since]


async def unclassed(database: Database) -> list[str]:
    """Tables of the database that stand in no row, and rows whose table says something else of itself."""
    known = {one if "." in one else f"companion.{one}" for one in tables()}
    there = set(await all_tables(database.pool))
    odd = [
        row["name"] for row in await database.pool.fetch(SAYS)
        if row["name"] in known and row["said"] != f"retention: {kept_of(row['name'].removeprefix('companion.')).how_long}"
    ]  # fmt: skip
    return sorted(there ^ known) + odd


async def test_every_table_stands_in_one_row_and_says_the_same_of_itself(database: Database) -> None:
    assert await unclassed(database) == []


async def test_a_new_table_without_a_class_is_found(database: Database) -> None:
    await database.pool.execute("CREATE TABLE companion.of_tomorrow (tenant_id text)")
    await database.pool.execute("COMMENT ON TABLE companion.nudge IS 'retention: 31 days'")
    assert await unclassed(database) == ["companion.of_tomorrow", "companion.nudge"]


async def two_people(session: Session, database: Database) -> None:
    """A row in every table for `old`, and one for `young`, all as of now."""
    columns = await columns_of(database.pool)
    for person in ("old", "young"):
        ids = {
            "tenant_id": TENANT,
            "person_id": person,
            "meeting_id": f"meeting of {person}",
            "address": f"{person}@client.example",
        }
        for table in reversed(tables_of_tenants()):
            say = functools.partial("{} {} {}".format, person)
            await insert(session.connection, columns[table], say, ids, at=NOW)
    await session.connection.execute("UPDATE companion.person SET preferences = $1", {"share_counts": True})
    await session.connection.execute("UPDATE companion.card_grant SET colleague_id = person_id")  # a colleague who has the app


def moved_columns(table: str, since: str) -> list[tuple[str, str]]:
    return MOVED.get(since, [(table, since)])


async def age(session: Session, table: str, since: str, person: str, at: datetime) -> None:
    """Put the age of somebody's row there."""
    for where, column in moved_columns(table, since):
        kind = await session.connection.fetchval(KIND, where, column)
        value: datetime | date = at.date() if kind == "date" else at
        if column == "month":
            value = date(at.year, at.month, 1)
        mine = "t::text LIKE '%' || $2 || '%'"
        await session.connection.execute(f"UPDATE companion.{where} t SET {column} = $1 WHERE {mine}", value, person)  # noqa: S608


async def left(session: Session, table: str) -> set[str]:
    rows = await session.connection.fetch(f"SELECT t::text AS row FROM companion.{table} t")  # noqa: S608
    return {person for person in ("old", "young") for row in rows if person in row["row"]}


class Undone(Exception):
    """Ends a transaction that is not to be kept."""


async def test_each_class_with_an_age_lets_go_of_what_is_older_and_keeps_what_is_younger(database: Database) -> None:
    wrong = []
    with pytest.raises(Undone):
        async with database.transaction(TENANT) as session:
            await two_people(session, database)
            for table, since in AGED:
                late = timedelta(days=31) if since == "month" else A_DAY
                with pytest.raises(Undone):
                    async with session.connection.transaction():
                        await age(session, table, since, "old", NOW - age_of(table, since) - late)
                        await age(session, table, since, "young", NOW - age_of(table, since) + late)
                        assert await left(session, table) == {"old", "young"}, table
                        await let_go(session, TENANT, NOW)
                        if await left(session, table) != {"young"}:
                            wrong.append((table, since, await left(session, table)))
                        raise Undone
            raise Undone
    assert wrong == [] and len(AGED) >= 38


async def test_nothing_young_goes_and_what_is_kept_while_installed_ends_thirty_days_after_leaving(database: Database) -> None:
    installed = [table for one in KEPT if one.how_long == WHILE_INSTALLED for table in one.tables]
    of_people = [one for one in installed if one not in ("tenant", "organisation", "subscription")]
    with pytest.raises(Undone):
        async with database.transaction(TENANT) as session:
            await two_people(session, database)
            run = session.connection.execute
            await let_go(session, TENANT, NOW)
            assert [table for table in tables_of_tenants()[:-2] if await left(session, table) != {"old", "young"}] == []
            await run("DELETE FROM companion.subscription")
            await run(
                "UPDATE companion.person SET is_installed = false, installed_at = $1, calendar_read_at = $1", NOW - AFTER_LEAVING
            )
            await run("UPDATE companion.person SET calendar_read_at = $1 WHERE person_id = 'old'", NOW - AFTER_LEAVING - A_MINUTE)
            await let_go(session, TENANT, NOW)
            assert {table: await left(session, table) for table in of_people} == {table: {"young"} for table in of_people}
            raise Undone


async def test_an_open_promise_stays_until_it_is_done_however_old_it_is(database: Database) -> None:
    with pytest.raises(Undone):
        async with database.transaction(TENANT) as session:
            await two_people(session, database)
            run = session.connection.execute
            await run(
                "UPDATE companion.promise SET state = 'open', settled_at = NULL, made_at = '2001-01-01', due_on = '2001-01-01'"
            )
            await let_go(session, TENANT, NOW)
            assert await left(session, "promise") == {"old", "young"}
            raise Undone


async def test_an_administrator_may_keep_meetings_for_another_number_of_days(database: Database) -> None:
    assert Settings().keep_meetings_days == age_of("meeting").days == 30
    for days, stays in ((6, {"young"}), (7, {"old", "young"})):
        with pytest.raises(Undone):
            async with database.transaction(TENANT) as session:
                await two_people(session, database)
                await age(session, "meeting", "meeting", "old", NOW - timedelta(days=6, hours=12))
                await let_go(session, TENANT, NOW, timedelta(days=days))
                assert await left(session, "meeting") == stays and await left(session, "follow_up") == stays
                raise Undone


async def test_the_queue_forgets_its_log_after_a_week_and_what_failed_after_a_month(database: Database) -> None:
    async def put(table: str, **values: Any) -> None:
        names, marks = ", ".join(values), ", ".join(f"${place}" for place in range(1, len(values) + 1))
        await database.pool.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", *values.values())  # noqa: S608

    now = await database.pool.fetchval("SELECT statement_timestamp()")
    for days in (29, 31):
        await put("queue.pgqueuer", priority=1, entrypoint=f"{days}", status="failed", updated=now - days * A_DAY)
    for days in (6, 8):
        await put("queue.pgqueuer_log", job_id=1, priority=1, entrypoint=f"{days}", status="failed", created=now - days * A_DAY)
    held = await database.pool.fetchval("SELECT id FROM queue.pgqueuer WHERE entrypoint = '29'")
    await put("companion.wake_start", job_id=held, started=1)
    await put("companion.wake_start", job_id=99_999, started=1)
    await jobs.tidy(database)
    assert [row["entrypoint"] for row in await database.pool.fetch("SELECT entrypoint FROM queue.pgqueuer")] == ["29"]
    assert "6" in {row["entrypoint"] for row in await database.pool.fetch("SELECT entrypoint FROM queue.pgqueuer_log")}
    assert "8" not in {row["entrypoint"] for row in await database.pool.fetch("SELECT entrypoint FROM queue.pgqueuer_log")}
    assert [row["job_id"] for row in await database.pool.fetch("SELECT job_id FROM companion.wake_start")] == [held]


def test_the_privacy_page_is_what_the_table_gives() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text == written(text), "run `make privacy`"
    assert all(one.how_long in text and one.what in text and one.why in text for one in KEPT)
    assert "are not in this version" not in text and "companion forget" in text and "companion export" in text
