"""After a call the person is asked once what follows; the card grows with the transcript, and nothing is made twice."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from sidecar.domain.followups.ledger import Owed
from sidecar.domain.meetings.client import Corrections, OurSide, Verdict
from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.domain.meetings.plan import Preferences
from sidecar.errors import Refused, Retryable
from sidecar.flows.calls.follow_call import Call
from sidecar.flows.followups.check_in_days import of_check_ins
from sidecar.flows.followups.follow_up_again import lost_follow_ups
from sidecar.flows.followups.follow_up_taps import say_follow_up
from sidecar.flows.followups.follow_up_tasks import remind_at
from sidecar.flows.followups.follow_up_times import LENGTH, time_for
from sidecar.flows.followups.read_call import heard_of
from sidecar.flows.followups.send_follow_up import After, send_follow_up, wait_out_the_night
from sidecar.flows.known import Known, known_person
from sidecar.flows.panel.panel_access import NotWatched, NotYours
from sidecar.flows.panel.panel_state import panel_state
from sidecar.flows.panel.panel_writes import Writer, add_note, choose_role, remove_note
from sidecar.graph.transcripts import Part
from sidecar.tenant import Person
from sidecar.words import Words
from tests.card_text import text_of
from tests.conftest import until
from tests.domain.sample_meeting import MEETING
from tests.flows.conftest import MIA, NOON, World, event, start

__all__ = ["start"]
ME = PersonId(MIA.id)
SAM = Person(address="sam.carter@fabrikam.com", name="Sam Carter", zone="Europe/London", language="en-GB")
THREAD = "19:meeting_followup01@thread.v2"
LINK = "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/19%3ameeting_followup01%40thread.v2/0"
AIKO, BOB = "aiko@northwindtraders.com", "bob@northwindtraders.com"
AT_ONE = NOON + timedelta(hours=1)
VTT = """WEBVTT

00:00:01.000 --> 00:00:06.000
<v Mia Berg>I will send you the price list by Friday.</v>

00:00:07.000 --> 00:00:12.000
<v Aiko>I'll send the signed contract by Wednesday.</v>

00:00:13.000 --> 00:00:18.000
<v Bob>My only concern is that the training takes too long for our people.</v>

00:00:19.000 --> 00:00:24.000
<v Bob>When does the second plant go live?</v>
"""


def _call(uid: str = "one") -> str:
    return event(uid, AT_ONE, people=(AIKO, BOB), more=LINK).replace(
        f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{AIKO}", f"ATTENDEE;CN=Aiko;PARTSTAT=ACCEPTED:mailto:{AIKO}"
    ).replace(f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{BOB}", f"ATTENDEE;CN=Bob;PARTSTAT=ACCEPTED:mailto:{BOB}")  # fmt: skip


@asynccontextmanager
async def _called(start: Callable[..., Any], more: Sequence[str] = (), **settings: Any) -> AsyncIterator[World]:
    """A call that Teams began and that runs for half an hour."""
    async with start(event("earlier", NOON - timedelta(days=7)), _call(), *more, **settings) as here:
        await here.control("meeting-policy", person=MIA.id)
        await here.travel(minutes=61)
        await here.control("call", person=MIA.id, thread=THREAD, what="start")
        await here.travel(minutes=30)
        yield here


async def _meeting(here: World) -> MeetingId:
    async with here.companion.database.transaction(here.tenant_id) as session:
        rows = await session.rows("meetings_between", here.tenant_id, ME, AT_ONE, AT_ONE + timedelta(minutes=1))
    return MeetingId(rows[0]["meeting_id"])


async def _end(here: World) -> Any:
    """The call ends; the card that comes."""
    await here.control("call", person=MIA.id, thread=THREAD, what="end")
    return await until(lambda: _card(here))


async def _cards(here: World) -> list[Any]:
    return [one for one in await here.said() if one["summary"] == "Your call is over: what follows from it?"]


async def _card(here: World) -> Any:
    found = await _cards(here)
    return found[-1] if found else None


async def _text(here: World) -> str:
    return str(text_of((await _card(here))["attachments"][0]["content"]))


async def _says(here: World, *words: str) -> str:
    """What the one card says, once it says all of this."""

    async def is_said() -> str:
        text = await _text(here)
        return text if all(word in text for word in words) else ""

    return str(await until(is_said))


async def _tap(here: World, **data: Any) -> str:
    card = await _card(here)
    tapped = {"meeting": await _meeting(here), "kind": "follow_up", "v": 1, **data}
    answer = await here.control("tap", person=MIA.id, activity_id=card["id"], verb="follow_up", data=tapped)
    return json.dumps(answer["body"], ensure_ascii=False)


def _me(here: World) -> Writer:
    return Writer(hands=here.companion.hands, tenant=here.tenant_id, person=ME)


async def _note(here: World, kind: str, text: str, who: str = "") -> None:
    await add_note(_me(here), await _meeting(here), str(uuid4()), kind, text, who)


async def _document(here: World) -> Any:
    state = await panel_state(here.companion.hands, here.tenant_id, ME, meeting=await _meeting(here))
    return state["follow_up"]


async def _check_ins(here: World, at: datetime) -> list[str]:
    """What a morning's message would say of looking in on clients."""
    hands = here.companion.hands
    async with hands.database.transaction(here.tenant_id) as session:
        known = await known_person(hands, session, here.tenant_id, ME)
        assert known is not None
        return [one.text for one in await of_check_ins(hands, session, known, at)]


async def _transcript(here: World, vtt: str = VTT) -> None:
    await here.control("transcript", event_id=await here.event_id("one"), vtt=vtt)


async def test_notes_alone_make_the_prompt_when_the_call_ends_and_a_late_transcript_completes_the_same_card(
    start: Callable[..., Any],
) -> None:
    async with _called(start) as here:
        await _note(here, "promise", "price list by Friday")
        await _note(here, "promise", "Aiko: send the signed contract")
        await _end(here)
        text = await _says(here, "You promised", "• price list – Fri 27 Nov", "They promised", "Aiko: send the signed contract")
        assert "northwindtraders" in text
        await here.settle()
        await here.travel(minutes=29)
        await _says(here, "The transcript is not there yet")
        await _transcript(here)
        await here.travel(minutes=31)
        await _says(here, "“I will send you the price list by Friday.”", "Still open: When does the second plant go live?")
        assert len(await _cards(here)) == 1
        promises = (await _document(here))["promises"]
        assert [(one["side"], one["due_on"]) for one in promises] == [("ours", "2026-11-27"), ("theirs", "2026-11-25")]
        assert promises[0]["quote"] == "I will send you the price list by Friday."
        await choose_role(_me(here), BOB, "skeptic")
        assert "Bob has a concern: “My only concern is" in await _tap(here, what="show")
        offers = {one["kind"]: one for one in (await _document(here))["drafts"]}
        assert offers["one_to_one"]["address"] == BOB and offers["thanks"]["state"] == "none"
        await _tap(here, what="propose", id=BOB)
        await _says(here, "Held in your calendar: Bob, Tue 24 Nov, 13:00. Nobody is invited yet.")
        (held,) = [one for one in (await here.look("calendar"))["events"] if one["subject"] == "A word with Bob"]
        assert (held["showAs"], held["attendees"]) == ("tentative", [])


async def test_a_meeting_moved_while_it_ran_has_its_transcript_all_the_same(start: Callable[..., Any]) -> None:
    async with _called(start) as here:
        await here.control("move", event_id=await here.event_id("one"), minutes=24 * 60)

        async def is_moved() -> bool:
            async with here.companion.database.transaction(here.tenant_id) as session:
                day_later = AT_ONE + timedelta(days=1)
                return bool(
                    await session.rows("meetings_between", here.tenant_id, ME, day_later, day_later + timedelta(minutes=1))
                )

        await until(is_moved)
        await here.settle()
        now = here.companion.clock()
        spoken = {"began_at": (now - timedelta(minutes=30)).isoformat(), "ended_at": now.isoformat()}
        await here.control("transcript", event_id=await here.event_id("one"), vtt=VTT, **spoken)
        await here.control("call", person=MIA.id, thread=THREAD, what="end")
        await until(lambda: _card(here))
        await here.settle()
        await here.travel(minutes=31)
        await _says(here, "“I will send you the price list by Friday.”")


async def test_a_sweep_at_night_puts_no_wake_beside_one_that_waits_for_the_morning(start: Callable[..., Any]) -> None:
    async with _called(start) as here:
        await _end(here)
        await here.settle()
        async with here.companion.database.transaction(here.tenant_id) as session:
            known = await known_person(here.companion.hands, session, here.tenant_id, ME)
            assert known is not None
            for hour, wakes in ((3, 0), (12, 1)):
                at = datetime(2026, 11, 24, hour, tzinfo=UTC)
                assert len(await lost_follow_ups(session, known, 7, at)) == wakes


async def test_the_prompt_follows_notes_that_are_taken_away_on_the_panel(start: Callable[..., Any]) -> None:
    promise, idea = str(uuid4()), str(uuid4())
    async with _called(start) as here:
        await add_note(_me(here), await _meeting(here), promise, "promise", "price list by Friday", "")
        await add_note(_me(here), await _meeting(here), idea, "parked", "ordering by voice", "")
        await _end(here)
        await _says(here, "price list", "ordering by voice")

        async def is_silent_of(word: str) -> bool:
            return word not in await _text(here)

        await remove_note(_me(here), idea)
        await until(partial(is_silent_of, "ordering by voice"))
        await remove_note(_me(here), promise)
        await until(partial(is_silent_of, "price list"))


async def test_a_promise_becomes_one_task_with_its_day_a_reminder_and_the_way_back_whatever_fails_on_the_way(
    start: Callable[..., Any],
) -> None:
    async with _called(start) as here:
        await _note(here, "promise", "price list by Friday")
        await _end(here)
        (promise,) = (await _document(here))["promises"]
        await here.control("weather", path_prefix=f"/v1.0/users/{MIA.id}/todo", method="POST", lose=True, count=2)
        await _tap(here, what="task", ids=promise["id"])
        await _says(here, "(in your To Do)")
        (task,) = await here.look("tasks")
        assert task["title"] == "price list by Friday"
        told = json.dumps(task)
        assert promise["id"] in told and "2026-11-27" in told
        hands, meeting = here.companion.hands, await _meeting(here)
        await here.settle()  # whoever wrote the task has let go of it
        async with hands.database.transaction(here.tenant_id) as session:
            await session.run("want_tasks", here.tenant_id, ME, meeting, {})
            await session.run("settle_task", here.tenant_id, ME, meeting, promise["id"], "wanted", None)
            now = hands.clock()
            held = await session.row("lease_follow_up", here.tenant_id, ME, meeting, now, now + timedelta(seconds=60))
        assert held is not None
        with pytest.raises(Retryable):  # the worker that died a moment ago may still be at it
            await send_follow_up(hands, here.tenant_id, ME, meeting)
        await here.travel(seconds=61)
        await send_follow_up(hands, here.tenant_id, ME, meeting)
        assert len(await here.look("tasks")) == 1 and len(await _cards(here)) == 1
        assert (await _document(here))["promises"][0]["task"] == "made"


async def test_without_the_permission_for_tasks_the_card_says_so_and_the_promise_stays(start: Callable[..., Any]) -> None:
    async with _called(start) as here:
        await _note(here, "promise", "price list by Friday")
        await _end(here)
        (promise,) = (await _document(here))["promises"]
        todo = f"/v1.0/users/{MIA.id}/todo"
        await here.control("weather", path_prefix=todo, status=404, code="MailboxNotEnabledForRESTAPI")
        await _tap(here, what="task", ids=promise["id"])
        await _says(here, "this mailbox is no longer there")
        await here.control("weather/clear")
        await here.control("weather", path_prefix=todo, status=403)
        await say_follow_up(_me(here), await _meeting(here), "task", promise["id"], "")
        await _says(here, "your administrator has not granted Tasks.ReadWrite.All", "price list")
        assert await here.look("tasks") == []
        await say_follow_up(_me(here), await _meeting(here), "drop", promise["id"], "")
        await _says(here, "No promise is noted.")
        assert (await _document(here))["promises"] == []


async def test_where_nothing_tells_of_the_end_the_prompt_comes_within_ten_minutes_and_says_once_why_there_is_no_transcript(
    start: Callable[..., Any],
) -> None:
    async with start(event("earlier", NOON - timedelta(days=7)), _call()) as here:
        await here.travel(hours=2, minutes=1)
        assert await _cards(here) == []
        await here.travel(minutes=9)
        text = await _says(here, "No promise is noted.")
        said = "The transcript cannot be read: your administrator has not opened your meetings to this app."
        assert text.count(said) == 1
        await here.travel(hours=3)
        assert (await _text(here)).count(said) == 1 and len(await _cards(here)) == 1


async def test_where_the_days_messages_are_used_up_the_prompt_takes_the_place_of_the_meetings_own_card(
    start: Callable[..., Any],
) -> None:
    async with _called(start, daily_messages=2) as here:
        before = {one["id"]: one["summary"] for one in await here.said()}
        after = await _end(here)
        assert before[after["id"]] == "You meet a client at 13:00" and len(await here.said()) == len(before)
        await here.settle()
        assert "After the call with" in await _text(here)


async def test_practice_22_the_lesson_of_a_call_stands_on_the_card_of_the_next(start: Callable[..., Any]) -> None:
    tomorrow = event("two", AT_ONE + timedelta(days=1), people=(AIKO,))
    async with _called(start, more=[tomorrow]) as here:
        await _end(here)
        await _tap(here, what="notes", lesson="Bring the plant manager  in", check_in="2026-12-07", checks="caring,truthfulness")
        await _says(here, "You look in again on Mon 7 Dec.")
        document = await _document(here)
        assert (document["lesson"], document["checks"]) == ("Bring the plant manager in", ["caring", "truthfulness"])
        assert await _check_ins(here, NOON + timedelta(days=13)) == []
        assert await _check_ins(here, NOON + timedelta(days=14)) == ["You wanted to look in on northwindtraders.com today."]
        called = NOON + timedelta(days=9)
        async with here.companion.database.transaction(here.tenant_id) as session:
            args = (["northwindtraders.com"], ["t1"], ["call"], [called], [""], [""], called, [""])
            await session.rows("put_touches", here.tenant_id, ME, *args)
        assert await _check_ins(here, NOON + timedelta(days=14)) == []
        await here.travel(hours=23)

        async def next_card() -> str:
            shown = [text_of(one["attachments"][0]["content"]) for one in await here.said()]
            return next((text for text in shown if "Your lesson of Mon 23 Nov: Bring the plant manager in" in text), "")

        await until(next_card)


async def test_practice_63_one_word_is_wanted_before_and_one_tap_after_says_how_it_went_to_the_person_alone(
    start: Callable[..., Any],
) -> None:
    async with _called(start) as here:
        me, meeting = _me(here), await _meeting(here)
        (card,) = [one for one in await here.cards() if one["summary"] == "You meet a client at 13:00"]
        data = {"meeting": meeting, "kind": "pre_call_card", "v": 1, "wanted": " calm "}
        answer = await here.control("tap", person=MIA.id, activity_id=card["id"], verb="wanted", data=data)
        assert '"value": "calm"' in json.dumps(answer["body"])
        assert (await _document(here))["impression"] == {"wanted": "calm", "went": None, "trend": None}
        with pytest.raises(Refused):
            await say_follow_up(me, meeting, "wanted", "", "a whole sentence of words")
        await _end(here)
        assert "(your word: calm). Only you see this." in await _tap(here, what="went", value="well")
        async with here.companion.database.transaction(here.tenant_id) as session:
            for number, went in enumerate(("well", "badly")):
                at = NOON - timedelta(days=number)
                await session.run("put_went", here.tenant_id, ME, f"earlier-{number}", at, went)
        assert (await _document(here))["impression"]["trend"] == "2 of your last 3 calls went as you wanted."
        async with here.companion.database.transaction(here.tenant_id) as session:
            assert await session.rows("impressions", here.tenant_id, PersonId("somebody-else"), 5) == []
        with pytest.raises(NotWatched):
            await say_follow_up(Writer(hands=me.hands, tenant=me.tenant, person=PersonId("x")), meeting, "went", "", "well")
        assert "Nobody came" in await _tap(here, what="nobody")
        await _says(here, "One tap writes a friendly note")
        card = await _card(here)
        (offer,) = [one for one in card["attachments"][0]["content"]["actions"] if one["title"] == "Offer another time"]
        answer = await here.control("tap", person=MIA.id, activity_id=card["id"], verb=offer["verb"], data=offer["data"])
        assert Words("en").say("draft-title-reschedule") in json.dumps(answer["body"]) and await here.look("drafts") == []
        assert "Nobody came" in await _tap(here, what="show")


async def test_of_several_of_ours_the_organiser_is_asked_and_another_only_who_took_notes(start: Callable[..., Any]) -> None:
    people = [{"address": AIKO, "name": "Aiko"}, {"address": SAM.address, "name": SAM.name}]
    url = LINK.partition(":")[2]
    theirs = {
        "subject": "Call one", "start": AT_ONE.isoformat(), "minutes": 60, "join_url": url, "iCalUId": "shared",
        "attendees": people,
        "organizer": {"emailAddress": {"address": MIA.address, "name": MIA.name}}, "isOrganizer": False,
    }  # fmt: skip
    async with _called(start, people=[SAM]) as here:
        await here.control("add", person=SAM.id, event=theirs)
        await here.install(SAM)
        await _end(here)
        hands, sam = here.companion.hands, PersonId(SAM.id)
        async with hands.database.transaction(here.tenant_id) as session:
            rows = await session.rows("meetings_between", here.tenant_id, sam, AT_ONE, AT_ONE + timedelta(minutes=1))
        meeting = MeetingId(rows[0]["meeting_id"])
        await send_follow_up(hands, here.tenant_id, sam, meeting)
        said = Words("en").say("followup-summary")
        assert said not in {one["summary"] for one in await here.said(SAM)}
        who = Writer(hands=hands, tenant=here.tenant_id, person=sam)
        await add_note(who, meeting, str(uuid4()), "promise", "send the badge list by Monday")
        await send_follow_up(hands, here.tenant_id, sam, meeting)
        mine = next(one for one in await here.said(SAM) if one["summary"] == said)
        assert "send the badge list" in text_of(mine["attachments"][0]["content"])
        assert "badge" not in await _text(here)
        with pytest.raises(NotYours):
            await say_follow_up(who, "somebody-elses-meeting", "went", "", "well")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\xff\xfe\x00", b"WEBVTT\n\n\x00--> x\n<v ", b"WEBVTT\n\n" + b"\x80" * 99])
def test_a_damaged_transcript_gives_nothing_and_a_doubt(data: bytes) -> None:
    try:
        heard = heard_of([Part(id="1", began_at=NOON, data=data)], [], ZoneInfo("Europe/Berlin"))
    except Refused:
        return
    assert (heard.promises, heard.questions) == ((), ()) and heard.doubts


BERLIN = Preferences(zone="Europe/Berlin")


def test_a_word_alone_is_held_on_the_next_working_day_at_the_hour_of_the_call_where_that_is_free() -> None:
    friday = datetime(2026, 11, 27, 13, tzinfo=UTC)
    monday = friday + timedelta(days=3)
    assert time_for(friday, friday, BERLIN, []) == monday
    assert time_for(friday, friday, BERLIN, [(monday, monday + timedelta(minutes=45))]) == monday + timedelta(hours=1)
    assert time_for(friday, friday, BERLIN, [(monday, monday + timedelta(days=1))]) is None
    late = friday.replace(hour=19)
    assert time_for(late, late, BERLIN, []) is None and timedelta(minutes=15) <= LENGTH <= timedelta(minutes=30)


def test_a_task_reminds_on_the_morning_of_its_day_and_never_of_a_day_that_nobody_named() -> None:
    one = Owed(
        id="1", client="x.example", side="ours", who="", what="send it", due_on=date(2026, 11, 27), due_words="", quote="",
        origin="note", meeting=None, made_at=NOON,
    )  # fmt: skip
    assert remind_at(one, BERLIN, NOON) == datetime(2026, 11, 27, 7, tzinfo=UTC)
    assert remind_at(one, BERLIN, datetime(2026, 11, 27, 9, tzinfo=UTC)) == datetime(2026, 11, 27, 15, tzinfo=UTC)
    assert remind_at(one, BERLIN, datetime(2026, 11, 28, tzinfo=UTC)) is None
    assert remind_at(replace(one, due_on=None), BERLIN, NOON) is None


@pytest.mark.parametrize(("known_from", "waits"), [("calendar", True), ("teams", False), ("you", False)])
def test_at_night_only_those_are_asked_who_are_there(known_from: Any, waits: bool) -> None:
    night = datetime(2026, 11, 23, 21, tzinfo=UTC)
    known = Known(
        tenant=TenantId("t"), person=ME, name="Mia", address=MIA.address, is_watched=True, conversation={}, calendar_read_at=None,
        ours=OurSide(me=MIA.address), corrections=Corrections(), asked={}, installed_at=NOON, preferences=BERLIN,
        words=Words("en"),
    )  # fmt: skip
    call = Call(state="over", known_from=known_from, started_at=None, ended_at=night, joined=(), is_held=None)
    verdict = Verdict(is_client=True, client_domain="x.example", reasons=())
    after = After(known=known, meeting=MEETING, verdict=verdict, call=call)
    with pytest.raises(Retryable) if waits else nullcontext() as told:
        wait_out_the_night(after, night)
    assert told is None or told.value.after == timedelta(hours=9)
