"""Whoever is erased is in no table, no wake, no file, no dump and no log any more; before, the export held all of it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from sidecar import jobs
from sidecar.domain.apps.retention import tables_of_tenants
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.meetings.wake import read_wake, reply_wake, research_wake
from sidecar.flows.hands import Hands
from sidecar.flows.trust.export_person import Found, export_person, export_tenant, find_person
from sidecar.flows.trust.forget_person import Erased, forget_person, forget_tenant
from sidecar.queue.erasure import drop_from_queue, held_in_queue
from sidecar.settings import Settings
from sidecar.store.database import Database
from sidecar.wiring import Clock, hands_of
from tests.store.every_table import NOW, columns_of, fill, said_anywhere

TENANT, OTHER = TenantId("0b6e7c52-0d0a-4c5e-9a55-3c1f6c1f0001"), TenantId("0b6e7c52-0d0a-4c5e-9a55-3c1f6c1f0002")
PERSON, COLLEAGUE = "a1b2c3d4-0000-4000-8000-000000000001", "a1b2c3d4-0000-4000-8000-000000000002"
IDS = {"tenant_id": TENANT, "person_id": PERSON, "meeting_id": "meeting-1"}
OURS, THEIRS, NAME = "mia.canary@fabrikam.example", "quill.canary@northwind.example", "Quill Vogelsang"


@pytest.fixture
def hands(database: Database) -> Hands:
    clock = Clock()
    clock.start_at(NOW)
    return hands_of(Settings(), database, clock, None, None, "")


def token(table: str, column: str) -> str:
    """One that stands in this column only."""
    return f"canary {table} {column} yranac"


async def queued(hands: Hands, person: str, client: str) -> None:
    """Wakes of a person about a client, and what the queue's log says of one."""
    async with hands.database.transaction(TENANT) as session:
        wakes = [reply_wake(TENANT, PersonId(person), client, NOW), read_wake(TENANT, PersonId(person), 1, timedelta())]
        await jobs.Jobs(hands.clock).arm(session, [*wakes, research_wake(TENANT, client, "2026-11-23")])
    await hands.database.pool.execute(
        "INSERT INTO queue.pgqueuer_log (job_id, status, priority, entrypoint, traceback) VALUES (7, 'exception', 1, 'read', $1)",
        {"exception": f"no mail of {client}"},
    )


async def found(hands: Hands, asked: str) -> Found:
    async with hands.database.transaction(TENANT) as session:
        one = await find_person(session, TENANT, asked, hands.clock())
    assert one is not None
    return one


async def exported(hands: Hands, asked: str) -> str:
    one = await found(hands, asked)
    async with hands.database.transaction(TENANT) as session:
        return json.dumps(await export_person(session, one, held_in_queue), ensure_ascii=False)


async def forgotten(hands: Hands, asked: str) -> Erased:
    return await forget_person(hands, await found(hands, asked), drop_from_queue, may_ask=False)


async def tokens(hands: Hands) -> set[str]:
    """Of every column that holds text of ours, in whatever table there is."""
    columns = await columns_of(hands.database.pool)
    nobodys = {"tenant", "organisation", "page", "daily_use", "dossier", "erasure", "seen"}
    return {
        token(one.table, one.name) for table in tables_of_tenants() for one in columns[table]
        if one.type in {"text", "text[]", "jsonb", "bytea"} and "'::text" not in one.checks and one.name not in IDS
        and one.table + one.name != "evidenceaddress" and one.table not in nobodys
    }  # fmt: skip


async def test_of_a_person_of_ours_every_column_of_every_table_is_exported_and_then_erased(hands: Hands) -> None:
    await fill(hands.database.pool, token, IDS, given={("person", "address"): OURS})
    await queued(hands, PERSON, "gone@mail.example")
    told = await exported(hands, OURS)
    missing = {one for one in await tokens(hands) if one not in told and one.encode().hex() not in told}
    assert missing == {token("person", "address")}, "that one is the address itself"
    assert "reply:" in told and OURS in told
    erased = await forgotten(hands, OURS.upper())
    assert erased.whose == "ours" and erased.remains == 0 and erased.left == 1
    assert erased.gone["queue.pgqueuer"] == 2, "what is of the client alone is nobody's of ours"
    left = await said_anywhere(hands.database.pool, "yranac", OURS, PERSON)
    assert set(left) == {f"companion.{one}" for one in ("organisation", "page", "daily_use", "dossier", "erasure", "seen")}
    assert await found_nobody(hands, OURS)


async def found_nobody(hands: Hands, asked: str) -> bool:
    async with hands.database.transaction(TENANT) as session:
        return await find_person(session, TENANT, asked, hands.clock()) is None


def entry(address: str, name: str) -> dict[str, Any]:
    return {"emailAddress": {"address": address, "name": name}, "type": "required", "status": {"response": "accepted"}}


def told_of_them(table: str, column: str) -> str:
    """A sentence in which a client's person stands by address and name."""
    return f"{table}: wrote to {THEIRS.title()}, then {NAME.upper()} said “{column}”"


OTHERS = "ann.other@northwind.example"
EVENT: dict[str, Any] = {
    "id": "e", "iCalUId": "u", "subject": f"Review with {NAME}", "sensitivity": "normal",
    "body": {"contentType": "html", "content": f"<p>Hello\n{THEIRS}, <a href='mailto:{THEIRS.replace('@', '%40')}'>here</a></p>"},
    "organizer": entry(THEIRS.replace("@", "_") + "#EXT#@fabrikam.onmicrosoft.example", "Vogelsang, Quill"),
    "attendees": [entry(THEIRS.upper(), NAME), entry(OTHERS, "Ann Other")],
    "start": {"dateTime": "2026-11-20T09:00:00", "timeZone": "UTC"},
    "end": {"dateTime": "2026-11-20T10:00:00", "timeZone": "UTC"},
}  # fmt: skip
WITH_EVENT = {("meeting", "event"): EVENT, ("meeting", "end_at"): NOW - timedelta(days=3), ("person", "address"): OURS,
              ("touch", "with_whom"): THEIRS, ("touch", "name"): NAME, ("draft", "people"): [THEIRS, OTHERS],
              ("contact_gone", "address"): OTHERS, ("contact_gone", "successor"): THEIRS,
              ("evidence", "value"): json.dumps({"what": f"line\n{THEIRS}", "who": NAME})}  # fmt: skip


async def test_of_a_clients_person_every_mention_in_every_table_is_exported_and_then_erased(hands: Hands) -> None:
    pool = hands.database.pool
    await fill(pool, told_of_them, {**IDS, "address": OTHERS}, given=WITH_EVENT)
    await queued(hands, PERSON, THEIRS)
    before = await said_anywhere(pool, THEIRS, NAME)
    assert len(before) >= 45, "a canary in every table that holds text"
    told = await exported(hands, THEIRS)
    document = json.loads(told)
    assert {one["table"] for one in document["kept"]} >= {name.removeprefix("companion.") for name in before} - {
        "queue.pgqueuer_log"
    }
    assert document["whose"] == "client" and NAME in document["names"]
    erased = await forgotten(hands, THEIRS)
    assert erased.remains == 0 and erased.whose == "client" and not erased.coming and erased.gone["queue.pgqueuer"] == 2
    assert await said_anywhere(pool, THEIRS, NAME, THEIRS.replace("@", "%40"), THEIRS.replace("@", "_")) == {}
    assert await found_nobody(hands, THEIRS)


async def test_what_is_about_something_else_stays_without_them(hands: Hands) -> None:
    pool = hands.database.pool
    plain = {**IDS, "address": OTHERS}
    await fill(
        pool, lambda table, column: f"{table} {column}", plain, given=WITH_EVENT | {("note", "said"): f"Ask {THEIRS} again."}
    )
    await forgotten(hands, THEIRS)
    event = (await pool.fetchrow("SELECT event, digest FROM companion.meeting"))["event"]
    assert event["organizer"] == {} and [one["emailAddress"]["name"] for one in event["attendees"]] == ["Ann Other"]
    assert "mailto:[erased]" in event["body"]["content"] and event["subject"] == "Review with [erased]"
    assert await pool.fetchval("SELECT said FROM companion.note") == "Ask [erased] again."
    assert tuple(await pool.fetchrow("SELECT with_whom, name FROM companion.touch")) == ("", "")
    assert await pool.fetchval("SELECT people FROM companion.draft") == [OTHERS]
    assert tuple(await pool.fetchrow("SELECT address, successor FROM companion.contact_gone")) == (
        "ann.other@northwind.example",
        "",
    )
    assert await pool.fetchval("SELECT count(*) FROM companion.person") == 1


async def test_somebody_of_the_same_name_or_a_longer_address_is_left_alone(hands: Hands) -> None:
    pool = hands.database.pool
    twin = {
        **EVENT,
        "attendees": [*EVENT["attendees"], entry("q.vogelsang@elsewhere.example", NAME), entry("x" + THEIRS, "Another One")],
    }
    given = WITH_EVENT | {("meeting", "event"): twin, ("note", "said"): f"{NAME} and x{THEIRS} and {THEIRS}.au"}
    await fill(pool, lambda table, column: f"{table} {column}", {**IDS, "address": OTHERS}, given=given)
    erased = await forgotten(hands, THEIRS)
    assert set(erased.shared) >= {NAME}
    assert await pool.fetchval("SELECT said FROM companion.note") == f"{NAME} and x{THEIRS} and {THEIRS}.au"
    event = await pool.fetchval("SELECT event FROM companion.meeting")
    addresses = [one["emailAddress"]["address"] for one in event["attendees"]]
    assert addresses == [OTHERS, "q.vogelsang@elsewhere.example", "x" + THEIRS]


async def test_of_a_tenant_everything_is_exported_and_then_erased_and_another_tenant_keeps_all(hands: Hands) -> None:
    pool = hands.database.pool
    await fill(pool, token, IDS)
    await fill(pool, lambda table, column: f"other {table} {column}", {**IDS, "tenant_id": OTHER})
    await queued(hands, PERSON, "client.example")
    async with hands.database.transaction(TENANT) as session:
        told = "".join([piece async for piece in export_tenant(session, TENANT, held_in_queue, NOW)])
    document = json.loads(told)
    assert [document[name] for name in ("tenant", "person", "whose")] == [TENANT, None, "tenant"]
    assert all(one["rows"] and one["mentions"] == [] and one["why"] and one["how_long"] for one in document["kept"])
    assert {one["table"] for one in document["kept"]} >= {"person", "note", "queue.pgqueuer"}
    assert {one for one in await tokens(hands) if one not in told and one.encode().hex() not in told} == set()
    assert {token("page", "body").encode().hex() in told, token("dossier", "found") in told} == {True}
    before = await said_anywhere(pool, "other ")
    erased = await forget_tenant(hands, TENANT, drop_from_queue, may_ask=False)
    assert erased.gone["queue.pgqueuer"] == 3
    assert await said_anywhere(pool, "yranac", TENANT) == {}
    assert await said_anywhere(pool, "other ") == before and len(before) >= 45


async def test_the_note_of_an_erasure_names_nobody(hands: Hands) -> None:
    await fill(hands.database.pool, told_of_them, {**IDS, "address": OTHERS}, given=WITH_EVENT)
    await forgotten(hands, THEIRS)
    row = await hands.database.pool.fetchrow("SELECT * FROM companion.erasure WHERE whose = 'client'")
    assert row["erased_at"] == pytest.approx(NOW, abs=timedelta(minutes=5)) and len(row["whom_hash"]) == 32
    assert all(isinstance(count, int) for pair in row["counts"].values() for count in pair) and row["counts"]["meeting"] == [0, 1]
