"""Who of ours knows them: counts only, of those only who switched it on, never across tenants, never of what is private."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import asyncpg
import pytest

from sidecar.domain.briefs.brief import compose
from sidecar.domain.cards import card
from sidecar.domain.meetings.client import Corrections, judge
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.people.colleagues import Colleagues, colleague_findings
from sidecar.domain.wording.card_parts import words_in
from sidecar.flows.chat.take_tap import take_tap
from sidecar.flows.known import Known
from sidecar.flows.relationships.share_counts import colleagues_who_met, keep_what_is_shared, note_sharing
from sidecar.flows.watching.sweep import sweep
from sidecar.store.database import Database, Session
from sidecar.tenant import Person
from sidecar.words import Words
from tests.card_text import text_of
from tests.domain.sample_meeting import LONDON, MARIA, MEETING, OURS, SAM, START
from tests.flows.conftest import MIA, NOON, event

ONE, TWO = TenantId("tenant-one"), TenantId("tenant-two")
ME = PersonId("me")
CLIENT = "northwindtraders.com"
JONAS = Person(address="jonas.weber@fabrikam.com", name="Jonas Weber", zone="Europe/Berlin", language="en-GB")


async def _people(database: Database, tenant: TenantId, *people: str) -> None:
    async with database.directory() as session:
        await session.run("add_tenant", tenant)
    async with database.transaction(tenant) as session:
        for person in people:
            await session.row("install_person", tenant, person, {"conversation": {"id": "c"}}, person, "en", "UTC", NOON, None)


async def _met(
    database: Database,
    tenant: TenantId,
    person: str,
    *addresses: str,
    days_ago: int = 10,
    organisation: str = CLIENT,
    **more: Any,
) -> None:
    """A meeting of this person that took place."""
    start_at = NOON - timedelta(days=days_ago)
    answers = [{"emailAddress": {"name": "x", "address": one}, "status": {"response": "accepted"}} for one in addresses]
    stored = {"subject": "Merger talks", "attendees": answers, "sensitivity": "normal", "showAs": "busy", **more}
    name = f"{person}{days_ago}{addresses}{sorted(more)}"
    async with database.transaction(tenant) as session:
        await session.row(
            "put_meeting", tenant, person, name, None, start_at, start_at + timedelta(hours=1), stored, "d", organisation, NOON
        )


async def _share(database: Database, tenant: TenantId, *people: str, on: bool = True) -> None:
    async with database.transaction(tenant) as session:
        for person in people:
            await note_sharing(session, tenant, PersonId(person), on)


async def _is_sharing(session: Session, tenant: TenantId, person: PersonId) -> bool:
    row = await session.row("person", tenant, person)
    return bool(row and row["preferences"].get("share_counts"))


def _known(tenant: TenantId = ONE, said: Corrections | None = None) -> Known:
    return Known(
        tenant=tenant, person=ME, name="Sam", address=SAM.address, is_watched=True, conversation={}, calendar_read_at=None,
        ours=OURS, corrections=said or Corrections(), asked={}, installed_at=NOON, preferences=LONDON, words=Words("en"),
    )  # fmt: skip


async def _count(database: Database, known: Known | None = None, now: datetime = NOON) -> tuple[int, int, int, date] | None:
    who = known or _known()
    async with database.transaction(who.tenant) as session:
        found = await colleagues_who_met(session, who, MEETING, CLIENT, now)
    return (found.sharing, found.met, found.met_these, found.latest) if found else None


async def test_only_colleagues_who_switched_it_on_are_counted_and_oneself_never(database: Database) -> None:
    await _people(database, ONE, "me", "ann", "ben", "cid")
    for person in ("me", "ann", "ben", "cid"):
        await _met(database, ONE, person, MARIA.address)
    assert await _count(database) is None
    await _share(database, ONE, "me", "ann", "ben")
    assert await _count(database) == (2, 2, 2, date(2026, 11, 1))


async def test_who_met_the_organisation_and_who_met_these_very_people_are_told_apart(database: Database) -> None:
    await _people(database, ONE, "me", "ann", "ben")
    await _met(database, ONE, "ann", MARIA.address, "someone@northwindtraders.com")
    await _met(database, ONE, "ben", "other@sales.northwindtraders.com", days_ago=20)
    await _share(database, ONE, "ann", "ben")
    assert await _count(database) == (2, 2, 1, date(2026, 11, 1))
    not_maria = _known(said=Corrections(wrong_people=frozenset({MARIA.address})))
    assert await _count(database, not_maria) == (2, 2, 0, date(2026, 11, 1))


async def test_a_person_who_switches_it_off_is_gone_from_the_counts_at_the_next_look(database: Database) -> None:
    await _people(database, ONE, "me", "ann", "ben")
    for person in ("ann", "ben"):
        await _met(database, ONE, person, MARIA.address)
    await _share(database, ONE, "ann", "ben")
    await _share(database, ONE, "ann", on=False)
    assert await _count(database) == (1, 1, 1, date(2026, 11, 1))
    await _share(database, ONE, "ben", on=False)
    assert await _count(database) is None


@pytest.mark.parametrize(
    "more",
    [
        {"sensitivity": "private"},
        {"sensitivity": "Private"},
        {"sensitivity": "personal"},
        {"sensitivity": "confidential"},
        {"isCancelled": True},
        {"isAllDay": True},
        {"showAs": "free"},
        {"responseStatus": {"response": "declined"}},
    ],
)
async def test_private_sensitive_and_never_held_meetings_do_not_count(database: Database, more: dict[str, Any]) -> None:
    await _people(database, ONE, "me", "ann")
    await _share(database, ONE, "ann")
    await _met(database, ONE, "ann", MARIA.address, **more)
    await _met(database, ONE, "ann", MARIA.address, days_ago=40, **more)
    assert await _count(database) is None
    async with database.transaction(ONE) as session:
        await keep_what_is_shared(session, ONE, NOON - timedelta(days=30), NOON)
        await session.run("sweep_meetings", ONE, NOON - timedelta(days=30))
    assert await _count(database) is None


async def test_coming_meetings_removed_ones_and_other_organisations_do_not_count(database: Database) -> None:
    await _people(database, ONE, "me", "ann")
    await _share(database, ONE, "ann")
    await _met(database, ONE, "ann", MARIA.address, days_ago=-1)
    await _met(database, ONE, "ann", MARIA.address, organisation="contoso.com")
    await _met(database, ONE, "ann", "eve@notnorthwindtraders.com")
    await _met(database, ONE, "ann", MARIA.address, days_ago=3)
    async with database.transaction(ONE) as session:
        await session.connection.execute(
            "UPDATE companion.meeting SET is_gone = true WHERE start_at = $1", NOON - timedelta(days=3)
        )
    assert await _count(database) is None


async def test_a_count_outlives_the_stored_meeting_for_twelve_months_and_keeps_nothing_but_the_month(database: Database) -> None:
    await _people(database, ONE, "me", "ann", "ben")
    await _share(database, ONE, "ann")
    for person in ("ann", "ben"):
        await _met(database, ONE, person, MARIA.address, days_ago=40)
    async with database.transaction(ONE) as session:
        await keep_what_is_shared(session, ONE, NOON - timedelta(days=30), NOON)
        await session.run("sweep_meetings", ONE, NOON - timedelta(days=30))
        kept = [dict(row) for row in await session.connection.fetch("SELECT * FROM companion.met")]
        assert await session.connection.fetchval("SELECT count(*) FROM companion.meeting") == 0
    assert kept == [
        {"tenant_id": ONE, "person_id": "ann", "organisation": CLIENT, "address": MARIA.address, "month": date(2026, 10, 1)}
    ]
    assert await _count(database) == (1, 1, 1, date(2026, 10, 1))
    assert await _count(database, now=NOON + timedelta(days=300)) == (1, 1, 1, date(2026, 10, 1))
    assert await _count(database, now=NOON + timedelta(days=360)) is None
    async with database.transaction(ONE) as session:
        await keep_what_is_shared(session, ONE, NOON, NOON + timedelta(days=400))
        assert await session.connection.fetchval("SELECT count(*) FROM companion.met") == 0


async def test_whoever_switches_it_off_leaves_nothing_behind_that_was_kept_for_it(database: Database) -> None:
    await _people(database, ONE, "me", "ann")
    await _share(database, ONE, "ann")
    await _met(database, ONE, "ann", MARIA.address, days_ago=40)
    async with database.transaction(ONE) as session:
        await keep_what_is_shared(session, ONE, NOON - timedelta(days=30), NOON)
        await note_sharing(session, ONE, PersonId("ann"), False)
        assert await session.connection.fetchval("SELECT count(*) FROM companion.met") == 0
        row = await session.row("person", ONE, "ann")
    assert row is not None and "share_counts" not in row["preferences"]


async def test_the_sweep_clears_up_behind_a_switch_that_was_written_with_the_other_preferences(database: Database) -> None:
    await _people(database, ONE, "me", "ann")
    await _share(database, ONE, "ann")
    await _met(database, ONE, "ann", MARIA.address, days_ago=40)
    async with database.transaction(ONE) as session:
        await keep_what_is_shared(session, ONE, NOON - timedelta(days=30), NOON)
        assert await session.connection.fetchval("SELECT count(*) FROM companion.met") == 1
        await session.connection.execute("""UPDATE companion.person SET preferences = '{"share_counts": false}'""")
        await keep_what_is_shared(session, ONE, NOON - timedelta(days=30), NOON)
        assert await session.connection.fetchval("SELECT count(*) FROM companion.met") == 0


async def test_the_switch_leaves_other_preferences_alone_and_is_off_by_default(database: Database) -> None:
    await _people(database, ONE, "ann")
    async with database.transaction(ONE) as session:
        assert not await _is_sharing(session, ONE, PersonId("ann"))
        await session.connection.execute("""UPDATE companion.person SET preferences = '{"lead": 20}'""")
        await note_sharing(session, ONE, PersonId("ann"), True)
        assert await _is_sharing(session, ONE, PersonId("ann"))
        row = await session.row("person", ONE, "ann")
        assert row is not None and row["preferences"] == {"lead": 20, "share_counts": True}
        await note_sharing(session, ONE, PersonId("ann"), False)
        row = await session.row("person", ONE, "ann")
        assert row is not None and row["preferences"] == {"lead": 20}


async def test_somebody_who_took_the_product_out_is_not_counted(database: Database) -> None:
    await _people(database, ONE, "me", "ann")
    await _met(database, ONE, "ann", MARIA.address)
    await _share(database, ONE, "ann")
    assert await _count(database) is not None
    async with database.transaction(ONE) as session:
        await session.run("uninstall_person", ONE, "ann")
    assert await _count(database) is None


async def test_no_count_crosses_from_one_tenant_to_another(database: Database) -> None:
    for tenant in (ONE, TWO):
        await _people(database, tenant, "me", "ann")
    await _met(database, TWO, "ann", MARIA.address)
    await _met(database, TWO, "ann", MARIA.address, days_ago=40)
    await _share(database, TWO, "ann")
    async with database.transaction(TWO) as session:
        await keep_what_is_shared(session, TWO, NOON - timedelta(days=30), NOON)
    assert await _count(database) is None
    assert await _count(database, _known(TWO)) is not None
    async with database.transaction(ONE) as session:  # the other tenant is named, and the wall still stands
        assert await colleagues_who_met(session, _known(TWO), MEETING, CLIENT, NOON) is None
        assert not await _is_sharing(session, TWO, PersonId("ann"))
        await note_sharing(session, TWO, PersonId("ann"), False)
        assert await session.run("sweep_met", TWO, NOON) == 0
    async with database.transaction(TWO) as session:
        assert await _is_sharing(session, TWO, PersonId("ann"))
        assert await session.connection.fetchval("SELECT count(*) FROM companion.met") == 1
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with database.transaction(ONE) as session:
            await session.connection.execute(
                "INSERT INTO companion.met VALUES ($1, 'ann', 'x.com', 'a@x.com', '2026-11-01')", TWO
            )


FOUND = Colleagues(sharing=3, met=2, met_these=1, latest=date(2026, 10, 1), counted_at=datetime(2026, 11, 23, 13, tzinfo=UTC))


def _drawn(found: Colleagues | None, language: str = "en") -> dict[str, Any]:
    preferences = replace(LONDON, language=language)
    verdict = judge(MEETING, OURS, Corrections(), START - timedelta(hours=1), LONDON.zone)
    brief = compose(MEETING, verdict, OURS, Corrections(), preferences, earlier=(), day=(), colleagues=found)
    return card.pre_call_card(brief, Words(language), preferences)


def test_the_line_stands_behind_show_more_with_its_source_and_names_nobody_and_no_day() -> None:
    made = _drawn(FOUND)
    above = text_of([part for part in made["body"] if part.get("isVisible") is not False])
    assert "colleagues have met" not in above and words_in(made) <= 60
    said = text_of(made)
    line = (
        "2 colleagues have met northwindtraders.com in the last 12 months, 1 of them somebody who comes now; last in October 2026"
    )
    assert line in said
    assert "your organisation's calendars, counts only; 3 colleagues share" in said
    assert len(json.dumps(made)) < 24_000


def test_nothing_is_said_where_nobody_shares_or_nobody_met_them() -> None:
    assert "in the last 12 months" in text_of(_drawn(FOUND))
    for found in (None, replace(FOUND, met=0)):
        assert colleague_findings(found, "Northwind", Words("en")) == ()
        assert "in the last 12 months" not in text_of(_drawn(found))


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_line_is_whole_for_one_and_for_several_in_every_language(language: str) -> None:
    for met, these in ((1, 0), (1, 1), (5, 2)):
        (one,) = colleague_findings(replace(FOUND, met=met, met_these=these, sharing=met), "Northwind", Words(language))
        assert "{" not in one.text and "  " not in one.text and "Northwind" in one.text and "2026" in one.text
        assert one.kind == "person" and one.sources[0].title == one.lines[0]


async def test_the_card_of_a_colleague_counts_once_it_is_on_and_no_more_once_it_is_off(
    start: Callable[..., Any],
) -> None:
    known = event("earlier", NOON - timedelta(days=7))
    coming = [event(f"m{hour}", NOON + timedelta(hours=hour)) for hour in (2, 4, 6)]
    async with start(known, *coming, people=(JONAS,)) as here:
        await here.install(JONAS)
        await _met(here.companion.database, here.tenant_id, JONAS.id, "aiko@northwindtraders.com", days_ago=8)
        await here.travel(minutes=91)
        assert "One colleague" not in text_of((await here.cards())[-1]["attachments"])
        await _share(here.companion.database, here.tenant_id, JONAS.id, on=True)
        await here.travel(minutes=120)
        said = text_of((await here.cards())[-1]["attachments"])
        assert "One colleague has met northwindtraders.com" in said and "Jonas" not in said and "Merger" not in said
        await _share(here.companion.database, here.tenant_id, JONAS.id, on=False)
        await here.travel(minutes=120)
        assert "One colleague" not in text_of((await here.cards())[-1]["attachments"])


async def test_the_verb_needs_no_meeting_and_says_what_it_did(start: Callable[..., Any]) -> None:
    async with start(event("one", NOON + timedelta(hours=2))) as here:
        who = (here.companion.hands, here.tenant_id, PersonId(MIA.id), "share_counts")

        async def is_on() -> bool:
            async with here.companion.database.transaction(here.tenant_id) as session:
                return await _is_sharing(session, here.tenant_id, PersonId(MIA.id))

        answer = await take_tap(*who, {"on": "true"}, "")
        assert await is_on() and "counts" in text_of(answer)
        back = answer["actions"][0]
        assert back["verb"] == "share_counts" and back["data"]["on"] == "false"
        answer = await take_tap(*who, {"on": "perhaps"}, "")
        assert await is_on() and "older card" in text_of(answer)
        await take_tap(*who, back["data"], "")
        assert not await is_on()


async def test_the_sweep_that_lets_go_of_a_meeting_keeps_the_count(start: Callable[..., Any]) -> None:
    async with start(people=(JONAS,)) as here:
        await here.install(JONAS)
        database, hands = here.companion.database, here.companion.hands
        await _met(database, here.tenant_id, JONAS.id, MARIA.address, days_ago=40)
        await _share(database, here.tenant_id, JONAS.id)
        await sweep(hands)
        async with database.transaction(here.tenant_id) as session:
            rows = await session.connection.fetch("SELECT person_id, address, month FROM companion.met")
            assert await session.connection.fetchval("SELECT count(*) FROM companion.meeting") == 0
        assert [tuple(row) for row in rows] == [(JONAS.id, MARIA.address, date(2026, 10, 1))]
