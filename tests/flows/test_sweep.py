"""The sweep: cheap where nobody needs anything, whole where the queue lost something; renewals that are due, and no others."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from prometheus_client import REGISTRY

from sidecar import jobs
from sidecar.domain.meetings.meeting import TenantId
from sidecar.domain.meetings.wake import renewal_due
from sidecar.flows.hands import Hands
from sidecar.flows.watching.sweep import READ_AT_LEAST_EVERY, sweep
from sidecar.graph.subscriptions import LONGEST
from sidecar.settings import Settings
from sidecar.store.database import Database, migrate
from sidecar.wiring import Clock, hands_of

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TENANTS = [TenantId(f"tenant-{number}") for number in range(3)]
LACKING = "DELETE FROM queue.pgqueuer WHERE entrypoint = ANY ($1) RETURNING dedupe_key"


def _hands(database: Database) -> Hands:
    clock = Clock()
    clock.start_at(NOW)
    return hands_of(Settings(), database, clock, None, None, "")


def _event(uid: str, start_at: datetime) -> dict[str, Any]:
    end_at = start_at + timedelta(hours=1)
    me, client = {"name": "Mia", "address": "mia@fabrikam.com"}, {"name": "Aiko", "address": "aiko@northwindtraders.com"}
    return {
        "id": uid, "iCalUId": uid, "type": "singleInstance", "subject": "Call", "isOrganizer": True, "isAllDay": False,
        "isCancelled": False, "start": {"dateTime": start_at.isoformat()[:19], "timeZone": "UTC"},
        "end": {"dateTime": end_at.isoformat()[:19], "timeZone": "UTC"}, "organizer": {"emailAddress": me},
        "attendees": [{"type": "required", "status": {"response": "accepted"}, "emailAddress": client}],
        "createdDateTime": (NOW - timedelta(days=20)).isoformat(),
    }  # fmt: skip


async def _watch(database: Database, people: int, since: timedelta = timedelta(hours=1), *, meetings: int = 2) -> None:
    """So many people in each tenant, watched and read `since`, each with meetings of the coming days."""
    made_at = NOW - since
    for tenant in TENANTS:
        async with database.directory() as session:
            await session.run("add_tenant", tenant)
        async with database.transaction(tenant) as session:
            await session.run("set_organisation", tenant, ["fabrikam.com"], NOW)
            for number in range(people):
                person = f"p{number}"
                await session.row(
                    "install_person", tenant, person, {}, "Mia", "en", "Europe/Berlin", NOW - timedelta(days=9), None
                )
                await session.run("describe_person", tenant, person, "mia@fabrikam.com", "Mia", "Europe/Berlin", "en", None)
                await session.run("release_mailbox", tenant, person, NOW)
                expires_at = made_at + LONGEST
                due_at = renewal_due(person, made_at, expires_at)  # type: ignore[arg-type]  # an id
                await session.run("add_subscription", tenant, f"s-{person}", person, b"", made_at, expires_at, due_at)
                for place in range(meetings):
                    uid, at = f"m{place}", NOW + timedelta(days=1 + place)
                    await session.row(
                        "put_meeting", tenant, person, uid, None, at, at + timedelta(hours=1), _event(uid, at), "d",
                        "northwindtraders.com", NOW,
                    )  # fmt: skip


async def _asked(database: Database, hands: Hands) -> Counter[str]:
    """How often a sweep runs each statement."""
    seen: Counter[str] = Counter()
    async with database.pool.acquire() as connection:
        connection.add_query_logger(lambda record: seen.update([record.query]))
    await sweep(hands, "")
    return seen


async def _armed(database: Database, *kinds: str) -> list[str]:
    rows = await database.pool.fetch("SELECT dedupe_key FROM queue.pgqueuer WHERE entrypoint = ANY ($1) ORDER BY 1", list(kinds))
    return [row["dedupe_key"] for row in rows]


@pytest.fixture
async def alone(empty_database: str) -> Any:
    """A database through one connection, so that whatever it is asked can be counted."""
    await migrate(empty_database)
    await jobs.prepare(empty_database)
    opened = await Database.open(empty_database, most=1)
    yield opened
    await opened.close()


async def test_whoever_needs_nothing_costs_no_query(alone: Database) -> None:
    hands = _hands(alone)
    counts = []
    for people in (5, 40):
        await _watch(alone, people)
        await sweep(hands, "")
        counts.append((await _asked(alone, hands)).total())
    assert counts[0] == counts[1], "as many statements for forty people in each tenant as for five"
    assert len(TENANTS) * 4 < counts[0] <= len(TENANTS) * 8 + 10


async def test_what_the_queue_lost_is_armed_again_and_nothing_else_is_planned(alone: Database) -> None:
    hands = _hands(alone)
    await _watch(alone, 6)
    await sweep(hands, "")
    before = await _armed(alone, "moment", "call", "nudge", "tend")
    assert {key.split(":")[0] for key in before} == {"moment", "call", "nudge", "tend"}
    lost = [row["dedupe_key"] for row in await alone.pool.fetch(LACKING, ["moment", "tend"])]
    assert lost
    await sweep(hands, "")
    assert await _armed(alone, "moment", "call", "nudge", "tend") == before
    one = next(key for key in before if key.startswith("moment"))
    await alone.pool.execute("DELETE FROM queue.pgqueuer WHERE dedupe_key = $1", one)
    seen = await _asked(alone, hands)
    assert one in await _armed(alone, "moment")
    assert sum("note_armed" in query or "companion.armed (" in query for query in seen.elements()) == 1, "one person was planned"


async def test_a_change_of_hours_has_the_coming_mornings_looked_at(alone: Database) -> None:
    hands = _hands(alone)
    await _watch(alone, 1, meetings=0)
    await sweep(hands, "")
    before = await _armed(alone, "nudge")
    await alone.pool.execute("UPDATE companion.person SET zone = 'Asia/Tokyo' WHERE tenant_id = $1", TENANTS[0])
    await sweep(hands, "")
    added = set(await _armed(alone, "nudge")) - set(before)
    assert {key.split(":")[1] for key in added} == {TENANTS[0]}


async def test_only_subscriptions_past_their_instant_are_renewed_and_a_restart_renews_no_other(alone: Database) -> None:
    hands = _hands(alone)
    await _watch(alone, 40, since=LONGEST * 0.55, meetings=0)
    due = sum(renewal_due(f"p{number}", NOW, NOW + LONGEST) <= NOW + LONGEST * 0.55 for number in range(40))  # type: ignore[arg-type]
    for _ in range(3):
        await sweep(hands, "")
    armed = await _armed(alone, "watch")
    assert 0 < due < 40
    assert abs(len({key.split(":")[2] for key in armed}) - due) <= 2
    assert len(armed) == len({tuple(key.split(":")[1:3]) for key in armed}), "however often it sweeps, one look for each"


async def test_while_graph_is_away_no_second_read_is_put_beside_the_one_that_waits(alone: Database) -> None:
    hands = _hands(alone)
    await _watch(alone, 3, meetings=0)
    await alone.pool.execute("UPDATE companion.person SET calendar_read_at = $1", NOW - timedelta(days=2))
    for _ in range(4):
        await sweep(hands, "")
        await alone.pool.execute("UPDATE queue.pgqueuer SET execute_after = execute_after + interval '1 minute'")
        hands.clock.ahead += timedelta(minutes=10)  # type: ignore[attr-defined]  # the clock of a preview, which may be moved
    assert len(await _armed(alone, "read")) == 3 * len(TENANTS)


async def test_a_subscription_with_a_quarter_of_its_life_left_raises_the_alarm(
    alone: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    hands, name = _hands(alone), "companion_subscriptions_running_out_total"
    before = REGISTRY.get_sample_value(name) or 0.0
    await _watch(alone, 2, since=LONGEST * 0.74, meetings=0)
    await sweep(hands, "")
    assert (REGISTRY.get_sample_value(name) or 0.0) == before
    await _watch(alone, 2, since=LONGEST * 0.76, meetings=0)
    await sweep(hands, "")
    assert REGISTRY.get_sample_value(name) == before + 2 * len(TENANTS)
    assert "subscriptions_running_out" in capsys.readouterr().out


async def test_a_calendar_is_read_at_least_twice_a_day_and_not_all_in_one_minute(alone: Database) -> None:
    hands = _hands(alone)
    await _watch(alone, 40, meetings=0)
    first = READ_AT_LEAST_EVERY * 0.95
    await alone.pool.execute("UPDATE companion.person SET calendar_read_at = $1", NOW - first)
    await sweep(hands, "")
    some = await _armed(alone, "read")
    assert 0 < len(some) < 40 * len(TENANTS)
    await alone.pool.execute("UPDATE companion.person SET calendar_read_at = $1", NOW - READ_AT_LEAST_EVERY)
    await sweep(hands, "")
    assert len({key.rpartition(":")[0] for key in await _armed(alone, "read")}) == 40 * len(TENANTS)


async def test_tenants_are_swept_page_by_page(alone: Database) -> None:
    async with alone.directory() as session:
        for number in range(60):
            await session.run("add_tenant", f"t{number:03}")
    hands = _hands(alone)
    await sweep(hands, "")
    payloads = await alone.pool.fetch("SELECT payload FROM queue.pgqueuer WHERE entrypoint = 'sweep'")
    pages = sorted(json.loads(row["payload"]).get("after", "") for row in payloads)
    assert pages == ["", "t049"], "the next sweep, and the second page of this one"
    await sweep(hands, "t049")
    assert len(await _armed(alone, "sweep")) == 2
