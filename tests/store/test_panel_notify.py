"""Whatever a panel shows says so when it changes; what a panel does not show stays silent."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import pytest

from sidecar.domain.meetings.meeting import TenantId
from sidecar.store.database import Database

NOW = datetime(2026, 11, 23, tzinfo=UTC)
ONE, TWO = TenantId("tenant-one"), TenantId("tenant-two")
MEETING = ("m", None, NOW, NOW + timedelta(hours=1), {"id": "e"}, "digest", "x.example", NOW)
LOUD: list[tuple[str, tuple[Any, ...]]] = [
    ("add_note", ("n", "m", "note", "said", NOW, 9)),
    ("finish_note", ("n", True)),
    ("drop_note", ("n",)),
    ("put_must", ("m", "u", "said", False, NOW)),
    ("put_must", ("m", "u", None, True, NOW)),
    ("put_tick", ("m", "lobby", NOW)),
    ("drop_tick", ("m", "lobby")),
    ("correct", ("role", "a@x.example", "skeptic", NOW)),
    ("undo_correction", ("role", "a@x.example")),
    ("mark_gone", ("m",)),
    ("touch_meeting", ("m",)),
    ("mark_sent", ("m", "pre_call_card", 1, "a1", "d", NOW)),
    ("release_claim", ("m", "prepare", 1)),
    ("set_problem", ("403 Forbidden",)),
    ("describe_person", ("mia@x.example", "Mia", "Europe/Berlin", "de", {"startTime": "08:00"})),
    ("uninstall_person", ()),
    ("keep_check", ("run", "m", "browser", {"results": []}, NOW)),
    ("keep_online_meeting", ("m", "read", {}, NOW)),
    ("put_call", ("m", {}, None, 1, True, "")),
    ("put_call", ("m", {"hints": 1}, None, 2, True, "")),
]
JOIN = "https://teams.microsoft.com/l/meetup-join/"
SILENT: list[tuple[str, tuple[Any, ...]]] = [
    ("claim_delivery", ("m", "pre_call_card", 1, "claimed", NOW, NOW, NOW, "k", NOW)),
    ("mark_dirty", ()),
    ("lease_mailbox", (NOW, NOW + timedelta(minutes=1), "worker", False)),
    ("release_mailbox", (NOW,)),
    ("finish_note", ("no-such-note", True)),
]
QUIET_CALL = ("put_call", ("m", {"hints": 1}, NOW, 3, False, ""))
"""A look at a call of which a panel shows nothing else."""


async def _stage(database: Database) -> None:
    for tenant in (ONE, TWO):
        async with database.directory() as session:
            await session.run("add_tenant", tenant)
        async with database.transaction(tenant) as session:
            await session.row("install_person", tenant, "p", {}, "Ann", "en", "UTC", NOW, None)
            await session.row("put_meeting", tenant, "p", *MEETING)


async def test_every_change_that_a_panel_shows_is_told_once_and_no_other(database: Database) -> None:
    await _stage(database)
    heard: asyncio.Queue[str] = asyncio.Queue()
    async with database.listen("companion_panel", heard.put_nowait, lambda: None):
        for query, args in [*SILENT[:4], *LOUD, SILENT[4], QUIET_CALL]:
            async with database.transaction(ONE) as session:
                await session.run(query, ONE, "p", *args)
            await database.pool.execute("SELECT pg_notify('companion_panel', 'end')")
            told = []
            while (word := await asyncio.wait_for(heard.get(), 5)) != "end":
                told.append(word)
            is_loud = (query, args) in LOUD and query != "release_claim"
            assert told == (["tenant-one p"] if is_loud else []), query


async def test_many_changes_in_one_transaction_are_one_word(database: Database) -> None:
    await _stage(database)
    heard: asyncio.Queue[str] = asyncio.Queue()
    async with database.listen("companion_panel", heard.put_nowait, lambda: None):
        async with database.transaction(ONE) as session:
            for index in range(50):
                await session.row("add_note", ONE, "p", f"n{index}", "m", "note", "said", NOW, 99)
        await database.pool.execute("SELECT pg_notify('companion_panel', 'end')")
        assert [await asyncio.wait_for(heard.get(), 5) for _ in range(2)] == ["tenant-one p", "end"]


async def test_notes_ticks_and_points_of_one_tenant_are_out_of_reach_of_another(database: Database) -> None:
    await _stage(database)
    async with database.transaction(ONE) as session:
        await session.row("add_note", ONE, "p", "n", "m", "promise", "said", NOW, 9)
        await session.run("put_must", ONE, "p", "m", "u", "said", False, NOW)
        await session.run("put_tick", ONE, "p", "m", "lobby", NOW)
    async with database.transaction(TWO) as session:
        for query, args in (
            ("notes_of", ("m",)), ("musts_of", ("m",)), ("ticks_of", ("m",)), ("promises", (["open"], None)),
            ("relationships", (NOW,)),
            ("finish_note", ("n", True)), ("drop_note", ("n",)), ("open_with_client", ("x.example", NOW + timedelta(days=1))),
            ("touch_meeting", ("m",)), ("meeting_of_thread", ("thread-123", NOW)), ("next_with_client", ("x.example", NOW)),
        ):  # fmt: skip
            assert await session.rows(query, ONE, "p", *args) == [], query
        with pytest.raises(asyncpg.PostgresError):
            await session.row("add_note", ONE, "p", "n2", "m", "note", "said", NOW, 9)


@pytest.mark.parametrize(
    ("event", "thread"),
    [
        ({"onlineMeeting": {"joinUrl": f"{JOIN}19%3ameeting_AbC-1_2%40thread.v2/0?x=1"}}, "meeting_AbC-1_2"),
        ({"onlineMeeting": {"joinUrl": f"{JOIN}19:meeting_AbCdEf@thread.v2/0"}}, "meeting_AbCdEf"),
        ({"onlineMeeting": {"joinUrl": f"{JOIN}19%3A0a1b2c3d4e5f%40thread.tacv2/17"}}, "0a1b2c3d4e5f"),
        ({"onlineMeeting": {"joinUrl": "https://teams.microsoft.com/meet/2345678?p=abc"}}, None),
        ({"onlineMeeting": None, "body": {"content": "join: https://x/?u=19%253ameeting_deep%2540thread.v2"}}, "meeting_deep"),
        ({"onlineMeeting": {"joinUrl": "https://zoom.us/j/1"}, "body": {"content": "19:meeting_other@thread.v2"}}, None),
        ({"location": {"displayName": "19:meeting_here1@thread.v2"}}, "meeting_here1"),
        ({"onlineMeeting": "odd", "body": [1], "location": 3}, None),
        ({}, None),
    ],
)  # fmt: skip
async def test_the_thread_of_a_meeting_is_read_from_its_join_link(
    database: Database, event: dict[str, Any], thread: str | None
) -> None:
    assert await database.pool.fetchval("SELECT companion.thread_of($1::text::jsonb)", json.dumps(event)) == thread
