"""The panel opens on the right meeting, says why where there is none, and shows what the card knows."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sidecar.domain.meetings.meeting import PersonId
from sidecar.flows.panel.panel_state import panel_state
from sidecar.tenant import Person
from tests.flows.conftest import MIA, NOON, World, event, start
from tests.web.panel_caller import panel_of

__all__ = ["start"]
HOUR = timedelta(hours=1)
SHARED = 4
"""How much slower a machine may be that runs other things beside the tests; the bench measures the promise itself."""
JOIN = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_{}%40thread.v2/0?context=%7b%7d"


def online(uid: str, at: datetime, thread: str, *, more: str = "", **kind: Any) -> str:
    """A meeting with a Teams link."""
    link = f"X-MICROSOFT-SKYPETEAMSMEETINGURL:{JOIN.format(thread) if '/' not in thread else thread}"
    return event(uid, at, more=f"{link}\r\n{more}" if more else link, **kind)


def chat(thread: str) -> str:
    return f"19:meeting_{thread}@thread.v2"


async def shown(here: World, **query: str) -> str | None:
    """The subject of the meeting that the panel shows."""
    meeting = (await panel_of(here).state(**query))["meeting"]
    return meeting["subject"] if meeting else None


async def test_the_meeting_under_way_comes_before_the_next_one(start: Callable[..., Any]) -> None:
    async with start(event("running", NOON - HOUR / 2), event("next", NOON + HOUR), event("tomorrow", NOON + 26 * HOUR)) as here:
        state = await panel_of(here).state()
        assert (state["meeting"]["subject"], state["meeting"]["state"]) == ("Call running", "under_way")
        assert [one["subject"] for one in state["choices"]] == ["Call running", "Call next"]
        await here.travel(minutes=31)
        assert await shown(here) == "Call next"
        await here.travel(minutes=90)
        state = await panel_of(here).state()
        assert state["meeting"]["subject"] == "Call tomorrow"
        assert [one["local_start"] for one in state["choices"]] == ["11:30", "13:00", "Tue 24 Nov, 14:00"]


async def test_without_a_client_meeting_near_the_panel_says_so(start: Callable[..., Any]) -> None:
    inside = event("inside", NOON + HOUR, people=("tom.lee@fabrikam.com",))
    async with start(inside, event("later", NOON + 30 * HOUR)) as here:
        state = await panel_of(here).state()
        assert (state["meeting"], state["choices"]) == (None, [])
        assert state["why_none"] == "No meeting with a client in the next 24 hours."
        assert state["must"] == state["people"] == state["checklist"] == state["notes"] == state["after"] == []


async def test_a_calendar_that_was_not_read_yet_or_cannot_be_is_said_to_be_so(start: Callable[..., Any]) -> None:
    async with start() as here:
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.connection.execute("UPDATE companion.person SET calendar_read_at = NULL")
        assert "has not been read yet" in (await panel_of(here).state())["why_none"]
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.run("set_problem", here.tenant_id, MIA.id, "403 Forbidden")
        assert "cannot be read" in (await panel_of(here).state())["why_none"]


async def test_a_chat_leads_to_its_meeting_however_the_link_is_written(start: Callable[..., Any]) -> None:
    channel = "https://teams.microsoft.com/l/meetup-join/19:0a1b2c3d4e5f@thread.tacv2/1700000000000"
    async with start(
        event("first", NOON + HOUR),
        online("coded", NOON + 5 * HOUR, "Abc_dEf-123"),
        online("channel", NOON + 7 * HOUR, channel),
    ) as here:
        assert await shown(here) == "Call first"
        assert await shown(here, chat=chat("Abc_dEf-123")) == "Call coded"
        assert await shown(here, chat="19:0a1b2c3d4e5f@thread.tacv2") == "Call channel"


async def test_of_a_series_the_occurrence_under_way_is_meant_else_the_nearest(start: Callable[..., Any]) -> None:
    series = online("series", NOON - 48 * HOUR, "series001", more="RRULE:FREQ=DAILY;COUNT=5")
    async with start(series) as here:
        panel = panel_of(here)

        async def start_of() -> str:
            return str((await panel.state(chat=chat("series001")))["meeting"]["start"])

        assert await start_of() == "2026-11-23T11:00:00Z"
        await here.travel(hours=5)
        assert await start_of() == "2026-11-23T11:00:00Z"
        await here.travel(hours=10)
        assert await start_of() == "2026-11-24T11:00:00Z"


async def test_a_chat_without_a_meeting_offers_what_is_near(start: Callable[..., Any]) -> None:
    async with start(online("one", NOON + HOUR, "thread001"), event("two", NOON + 2 * HOUR)) as here:
        for unknown in (chat("someoneelse"), "19:abc@unq.gbl.spaces", "odd", "19:meeting_%@thread.v2"):
            state = await panel_of(here).state(chat=unknown)
            assert state["meeting"] is None and "Choose the one you are in" in state["why_none"]
            assert [one["subject"] for one in state["choices"]] == ["Call one", "Call two"]


async def test_a_short_link_hides_its_thread_so_the_only_meeting_under_way_is_meant(start: Callable[..., Any]) -> None:
    short = "https://teams.microsoft.com/meet/2345678901234?p=AbC"
    async with start(online("short", NOON - HOUR / 4, short), online("long", NOON - HOUR / 4, "thread001")) as here:
        assert await shown(here, chat=chat("whatever1")) == "Call short"
        assert await shown(here, chat=chat("thread001")) == "Call long"
        await here.travel(hours=2)
        assert await shown(here, chat=chat("whatever1")) is None


async def test_a_meeting_without_clients_has_no_brief_but_takes_notes(start: Callable[..., Any]) -> None:
    inside = online("inside", NOON + HOUR, "thread001", people=("tom.lee@fabrikam.com",))
    async with start(inside) as here:
        panel = panel_of(here)
        state = await panel.state(chat=chat("thread001"))
        assert state["meeting"]["subject"] == "Call inside" and state["brief"] is None and state["people"] == []
        assert state["why_none"] == "Left out: only colleagues"
        await panel.note(state["meeting"]["id"], "bring cake")
        assert [one["text"] for one in (await panel.state(chat=chat("thread001")))["notes"]] == ["bring cake"]


async def test_a_cancelled_meeting_says_so(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", NOON + HOUR)) as here:
        meeting = (await panel_of(here).state())["meeting"]["id"]
        await here.control("cancel", event_id=await here.event_id("roll-out"), remove=True)

        async def is_gone() -> bool:
            return (await panel_of(here).state(meeting=meeting))["why_none"] == "Left out: it was cancelled"

        await here.wait_for(is_gone)
        assert (await panel_of(here).state(meeting=meeting))["brief"] is None
        assert await shown(here) is None


async def test_a_private_meeting_shows_no_subject_and_nobody(start: Callable[..., Any]) -> None:
    async with start(event("doctor", NOON + HOUR, more="CLASS:PRIVATE")) as here:
        panel = panel_of(here)
        meeting = (await here.week())[0]["id"]
        state = await panel.state(meeting=meeting)
        assert state["meeting"]["subject"] == "Private appointment"
        assert (state["brief"], state["people"], state["choices"]) == (None, [], [])
        assert "doctor" not in json.dumps({**state, "meeting": {**state["meeting"], "id": ""}})
        assert (await panel.get("week"))["days"] == []


async def test_of_a_private_or_all_day_meeting_only_the_time_is_shown(start: Callable[..., Any]) -> None:
    private = event("doctor", NOON + HOUR, more="CLASS:PRIVATE\nURL:https://teams.microsoft.com/l/meetup-join/secret")
    async with start(private, event("open", NOON + 2 * HOUR)) as here:
        panel = panel_of(here)
        found = {one["subject"]: one["id"] for one in await here.week()}
        (meeting,) = [one for name, one in found.items() if name != "Call open"]
        state = await panel.state(meeting=meeting)
        assert state["meeting"]["join_url"] is None and state["meeting"]["provider"] == "none"
        assert (state["notes"], state["must"], state["checklist"]) == ([], [], []) and state["why_none"]


async def test_eight_people_are_shown_and_the_rest_counted(start: Callable[..., Any]) -> None:
    many = tuple(f"p{index}@northwindtraders.com" for index in range(40))
    async with start(event("large", NOON + HOUR, people=many)) as here:
        state = await panel_of(here).state()
        assert (len(state["people"]), state["more_people"]) == (8, 33)


async def test_the_panel_speaks_the_persons_language_and_clocks_run_from_the_offset(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", NOON + HOUR), now=NOON) as here:
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.connection.execute("UPDATE companion.person SET language = 'de'")
            zone = ("zone", "aiko@northwindtraders.com", "Asia/Tokyo", NOON)
            await session.run("correct", here.tenant_id, MIA.id, *zone)
        state = await panel_of(here).state()
        assert state["language"] == "de" and state["brief"]["line"].startswith("Ihr erster Termin mit")
        clock = next(one["clock"] for one in state["people"] if one["side"] == "client")
        assert (clock["zone"], clock["offset_minutes"], clock["local"]) == ("Asia/Tokyo", 540, "2026-11-23T21:00")
        assert clock["certainty"] == "stated" and clock["because"]


async def test_the_week_names_days_relationships_and_what_was_done(start: Callable[..., Any]) -> None:
    events = (
        event("earlier", NOON - 72 * HOUR),
        event("today", NOON + HOUR),
        event("inside", NOON + 2 * HOUR, people=("tom@fabrikam.com",)),
        event("friday", NOON + 96 * HOUR, people=("kim@adatum.com",)),
    )
    async with start(*events) as here:
        await here.travel(minutes=31)
        week = await panel_of(here).get("week")
        assert set(week) == {"now", "language", "zone", "direction", "days", "relationships", "owed"}
        assert [(day["date"], day["label"]) for day in week["days"]] == [
            ("2026-11-23", "Mon 23 Nov"),
            ("2026-11-27", "Fri 27 Nov"),
        ]
        today = week["days"][0]["meetings"]
        assert [(one["subject"], one["local_start"], one["who"]) for one in today] == [
            ("Call today", "13:00", ["aiko@northwindtraders.com"])
        ]
        assert today[0]["what"].startswith("The card came on Mon 23 Nov at 12:3")
        assert week["days"][1]["meetings"][0]["what"].startswith("The card comes on")
        known = {one["domain"]: one for one in week["relationships"]}
        assert set(known) == {"northwindtraders.com", "adatum.com"}
        assert known["northwindtraders.com"]["next"] == "2026-11-23T12:00:00Z" and known["northwindtraders.com"]["meetings"] >= 1
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.run("correct", here.tenant_id, MIA.id, "not_client", "adatum.com", "", NOON)
        week = await panel_of(here).get("week")
        assert [one["domain"] for one in week["relationships"]] == ["northwindtraders.com"] and len(week["days"]) == 1


def declined(uid: str, at: datetime, **kind: Any) -> str:
    """A meeting to which somebody else invited Mia, and she said no."""
    theirs = event(uid, at, more="ATTENDEE;PARTSTAT=DECLINED:mailto:mia.berg@fabrikam.com", **kind)
    return theirs.replace("CN=Mia Berg:mailto:mia.berg@fabrikam.com", "CN=Host:mailto:host@tailspintoys.com")


async def test_declined_and_cancelled_meetings_count_for_nothing_among_the_relationships(start: Callable[..., Any]) -> None:
    kim = ("kim@adatum.com",)
    events = (
        declined("webinar", NOON + 24 * HOUR, people=("ann@tailspintoys.com",)),
        event("off", NOON + 20 * HOUR, people=kim, more="STATUS:CANCELLED"),
        event("live", NOON + 48 * HOUR, people=kim),
    )
    async with start(*events) as here:
        week = await panel_of(here).get("week")
        assert [(one["domain"], one["meetings"], one["next"]) for one in week["relationships"]] == [
            ("adatum.com", 1, "2026-11-25T11:00:00Z")
        ]


async def test_what_comes_after_names_no_meeting_that_is_off(start: Callable[..., Any]) -> None:
    kim = ("kim@adatum.com",)
    events = (
        event("now", NOON + HOUR, people=kim),
        event("off", NOON + 20 * HOUR, people=kim, more="STATUS:CANCELLED"),
        event("live", NOON + 48 * HOUR, people=kim),
    )
    async with start(*events) as here:
        after = (await panel_of(here).state())["after"]
        assert [one["due"] for one in after if one["kind"] == "next_meeting"] == ["2026-11-25T11:00:00Z"]


async def test_a_card_that_was_asked_for_is_not_the_card_of_the_week(start: Callable[..., Any]) -> None:
    async with start(event("later", NOON + 3 * HOUR)) as here:
        await here.say("brief aiko")

        async def is_kept() -> bool:
            async with here.companion.database.transaction(here.tenant_id) as session:
                return bool(await session.rows("deliveries", here.tenant_id, MIA.id, await _only_meeting(here)))

        await here.wait_for(is_kept)
        (day,) = (await panel_of(here).get("week"))["days"]
        assert day["meetings"][0]["what"] == "The card comes on Mon 23 Nov at 14:30"


async def _only_meeting(here: World) -> str:
    (meeting,) = await here.week()
    return str(meeting["id"])


async def test_an_answer_to_the_invitation_is_no_talking_point(start: Callable[..., Any]) -> None:
    unsure = event("maybe", NOON + HOUR).replace("PARTSTAT=ACCEPTED", "PARTSTAT=TENTATIVE")
    async with start(unsure) as here:
        (aiko,) = [one for one in (await panel_of(here).state())["people"] if one["side"] == "client"]
        assert aiko["answer"] == "not sure yet" and "not sure yet" not in str(aiko["points"])


async def test_a_warm_state_is_cheap(start: Callable[..., Any]) -> None:
    many = tuple(f"p{index}@northwindtraders.com" for index in range(8))
    events = [event(f"e{index}", NOON + index * HOUR / 2, people=many, minutes=25) for index in range(12)]
    async with start(*events) as here:
        hands, spent = here.companion.hands, []
        for _ in range(15):
            began = time.perf_counter()
            await panel_state(hands, here.tenant_id, PersonId(MIA.id))
            spent.append(time.perf_counter() - began)
        assert statistics.median(spent) < SHARED * 0.05


async def test_settings_and_the_tech_checks_link_come_through_the_panel(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", NOON + HOUR), people=[Person(address="tom.lee@fabrikam.com", name="Tom Lee")]) as here:
        panel = panel_of(here)
        fields = {one["id"]: one for one in (await panel.get("settings"))["fields"]}
        assert fields["lead_minutes"]["kind"] == "number"
        changed = await panel.post("settings", changes={"lead_minutes": 45})
        assert {one["id"]: one["value"] for one in changed["fields"]}["lead_minutes"] == 45
        refused = await panel.post("settings", changes={"lead_minutes": 5000}, status=400)
        assert refused["field"] == "lead_minutes" and refused["problem"]
        link = (await panel.post("check-link", meeting=None))["url"]
        assert link.startswith(f"{here.door}/check/")
        await panel.post("check", meeting=None, results=[{"id": "network_rtt", "state": "ok", "value": "12 ms", "number": 12}])
        await panel.post("check", meeting=None, results="odd", status=400)
