"""Large and odd meetings: webinars and town halls, presenter or listener, caps on people, clients who did not come, recording."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from sidecar.domain.meetings.client import Corrections
from sidecar.domain.meetings.large import MANY, large_kind, part_in, subject_of_part
from sidecar.domain.meetings.meeting import Attendee, Joining, Meeting, MeetingId
from tests.card_text import text_of
from tests.conftest import until
from tests.flows.conftest import MIA, NOON, World, event, start

__all__ = ["start"]
KNOWN = event("earlier", NOON - timedelta(days=7))
AT_TWO = NOON + timedelta(hours=2)
AIKO = "aiko@northwindtraders.com"
WEBINAR = "https://us02web.zoom.us/w/81234567890?tk=abc"
TOWN_HALL = (
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_hall%40thread.v2/0"
    "?context=%7b%22Tid%22%3a%22x%22%2c%22IsBroadcastMeeting%22%3atrue%2c%22role%22%3a%22a%22%7d"
)


def _meeting(url: str = "", *, people: int = 2, subject: str = "Review", body: str = "", **more: Any) -> Meeting:
    invited = tuple(Attendee(address=f"p{number}@northwindtraders.com", name=f"P {number}") for number in range(people))
    return Meeting(
        id=MeetingId("m"), event_id="e", uid="u", series_id=None, occurrence=NOON, subject=subject, start_at=NOON,
        end_at=NOON + timedelta(hours=1), joining=Joining(url=url or None), attendees=invited, body=body, **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        (WEBINAR, "webinar"),
        ("https://events.teams.microsoft.com/event/0d5f@22", "webinar"),
        ("https://contoso.webex.com/weblink/register/r1234", "webinar"),
        ("https://attendee.gotowebinar.com/register/123", "webinar"),
        (TOWN_HALL, "town_hall"),
        ("https://us02web.zoom.us/j/81234567890", None),
        ("https://teams.microsoft.com/l/meetup-join/19%3ameeting_usual%40thread.v2/0?context=%7b%22Tid%22%3a%22x%22%7d", None),
        ("https://evil.example/?u=https://zoom.us/w/1", None),
    ],
)
def test_a_webinar_or_town_hall_is_known_by_its_link(url: str, kind: str | None) -> None:
    assert large_kind(_meeting(url)) == kind
    assert large_kind(_meeting(body=f"Join here: {url} today")) == kind


def test_a_meeting_of_very_many_is_known_by_how_many_are_invited_and_never_by_its_title() -> None:
    assert large_kind(_meeting(subject="Webinar: town hall for everybody")) is None
    assert large_kind(_meeting(people=MANY - 1)) is None and large_kind(_meeting(people=MANY)) == "many"


def test_who_organises_it_presents_and_is_not_asked_and_an_answer_holds_for_the_series() -> None:
    said = Corrections(parts={"m": "listening"})
    assert part_in(_meeting(WEBINAR), Corrections()) == "ask"
    assert part_in(_meeting(WEBINAR, is_organizer=True), Corrections()) == "presenting"
    assert part_in(_meeting(), Corrections()) is None
    assert part_in(_meeting(WEBINAR), said) == "listening"
    assert subject_of_part(_meeting()) == "m"
    next_one = replace(_meeting(WEBINAR), id=MeetingId("m2"), series_id="s")
    assert part_in(next_one, Corrections(parts={"s": "listening"})) == "listening", "asked once for the whole series"


def _invited(uid: str, *, url: str = WEBINAR, at: Any = AT_TWO, people: int = 1, **more: Any) -> dict[str, Any]:
    """An event that a client organises, as Graph has it."""
    invited = [{"address": MIA.address, "name": MIA.name}]
    invited += [{"address": f"guest{number}@northwindtraders.com", "name": f"Guest {number}"} for number in range(people)]
    return {
        "subject": f"Call {uid}", "start": at.isoformat(), "minutes": 60, "iCalUId": uid, "attendees": invited,
        "organizer": {"emailAddress": {"address": AIKO, "name": "Aiko"}}, "isOrganizer": False,
        "body": {"contentType": "text", "content": f"Join: {url}"}, **more,
    }  # fmt: skip


async def _add(here: World, *events: dict[str, Any]) -> None:
    for one in events:
        await here.control("add", person=MIA.id, event=one)

        async def is_read(subject: str = str(one["subject"])) -> bool:
            return any(meeting["subject"] == subject for meeting in await here.week())

        await until(is_read)
    await here.settle()


def _content(message: Any) -> Any:
    return message["attachments"][0]["content"]


def _button(card: Any, title: str) -> Any:
    """The data of the button so called, wherever it stands."""
    found: list[Any] = []

    def walk(part: Any) -> None:
        if isinstance(part, dict):
            if part.get("type") == "Action.Execute" and part.get("title") == title:
                found.append(part)
            for inner in part.values():
                walk(inner)
        elif isinstance(part, list):
            for inner in part:
                walk(inner)

    walk(card)
    assert found, f"no button “{title}” in {text_of(card)}"
    return found[0]


async def _press(here: World, message: Any, title: str, card: Any = None) -> Any:
    """Tap a button of a card; the card that stands there then."""
    button = _button(card or _content(message), title)
    answer = await here.control("tap", person=MIA.id, activity_id=message["id"], verb=button["verb"], data=button["data"])
    await here.settle()
    return answer


async def _shown(here: World) -> Any:
    (message,) = await here.cards()
    return message


async def test_a_webinar_asks_whether_you_present_or_listen_and_who_listens_is_left_in_peace_until_undone(
    start: Callable[..., Any],
) -> None:
    async with start(KNOWN) as here:
        await _add(here, _invited("web"))
        await here.travel(minutes=91)
        message = await _shown(here)
        assert "This is a webinar. Do you present, or listen?" in text_of(_content(message))
        await _press(here, message, "I listen")
        noted = text_of(_content(await _shown(here)))
        assert "Noted: you listen. No cards come for this" in noted
        (meeting,) = [one for one in await here.week() if one["subject"] == "Call web"]
        assert meeting["is_shown"] is False and meeting["reason"] == "Left out: you said that you only listen"
        await _press(here, await _shown(here), "Undo")
        assert "Do you present, or listen?" in text_of(_content(await _shown(here)))


async def test_who_listens_hears_nothing_before_the_call_nor_after_it(start: Callable[..., Any]) -> None:
    async with start(KNOWN) as here:
        await _add(here, _invited("web"), _invited("usual", url="https://us02web.zoom.us/j/1234567890", at=AT_TWO))
        async with here.companion.database.transaction(here.tenant_id) as session:
            row = await session.connection.fetchrow(
                "SELECT meeting_id FROM companion.meeting WHERE event ->> 'subject' = 'Call web'"
            )
            await session.run("correct", here.tenant_id, MIA.id, "taking_part", row["meeting_id"], "listening", NOON)
        await here.travel(minutes=91)
        await here.travel(hours=2)
        told = json.dumps([_content(one) for one in await here.said()])
        assert "Call web" not in told and "Call usual" in told


async def test_who_presents_gets_the_card_with_what_a_presenter_sees_to_and_may_still_say_otherwise(
    start: Callable[..., Any],
) -> None:
    async with start(KNOWN) as here:
        await _add(here, _invited("hall", url=TOWN_HALL))
        await here.travel(minutes=91)
        assert "This is a town hall." in text_of(_content(await _shown(here)))
        await _press(here, await _shown(here), "I present")
        assert "Noted: you present" in text_of(_content(await _shown(here)))
        await _press(here, await _shown(here), "Show the card again")
        card = _content(await _shown(here))
        told = text_of(card)
        assert "You present to many: join 15 minutes early" in told
        for item in ("share the right window once before", "ask the host to make you a presenter", "try sound and picture once"):
            assert item in told
        assert _button(card, "I listen") and _button(card, "Undo")


async def test_of_220_invited_people_at_most_eight_stand_on_the_card_and_the_rest_is_a_number(start: Callable[..., Any]) -> None:
    async with start(KNOWN) as here:
        await _add(here, _invited("all hands", url="https://us02web.zoom.us/j/1234567890", people=218))
        await here.travel(minutes=91)
        card = _content(await _shown(here))
        told = text_of(card)
        assert "and 212 more" in told and "Very many are invited." in told
        named = {word for word in told.split() if word.startswith("guest") or word.startswith("Guest")}
        assert len({number for number in range(218) if f"Guest {number} " in f"{told} "}) <= 8 and named


async def test_a_distribution_list_is_one_attendee_and_makes_no_meeting_large(start: Callable[..., Any]) -> None:
    """Graph names a list by its address alone: who is in it is not known, and not looked up."""
    async with start(KNOWN) as here:
        list_ = {"emailAddress": {"address": "everyone@northwindtraders.com", "name": "Everyone"}, "type": "required"}
        await _add(here, _invited("list", url="https://us02web.zoom.us/j/1234567890", people=0) | {
            "attendees": [{"address": MIA.address, "name": MIA.name}, list_]})  # fmt: skip
        await here.travel(minutes=91)
        told = text_of(_content(await _shown(here)))
        assert "Everyone" in told and "more" not in told.split("Show")[0] and "Do you present" not in told


CALLED = "Your call is over: what follows from it?"


async def _touches(here: World) -> list[tuple[str, str]]:
    """What the day's meeting counts for in keeping in touch."""
    async with here.companion.database.transaction(here.tenant_id) as session:
        rows = await session.connection.fetch("SELECT kind, doubt FROM companion.touch WHERE happened_at > $1", NOON)
    return [(row["kind"], row["doubt"]) for row in rows]


async def _words_of_no_show(here: World) -> list[str]:
    """Every table that says what somebody is like, or that they stay away."""
    async with here.companion.database.transaction(here.tenant_id) as session:
        tables = ("correction", "role_hint", "impression", "lesson", "suggestion", "kept")
        return [table for table in tables if await session.connection.fetch(f"SELECT 1 FROM companion.{table} LIMIT 1")]  # noqa: S608


async def test_when_no_client_came_one_tap_says_so_and_a_friendly_note_offers_another_time(start: Callable[..., Any]) -> None:
    """Never that it is ended, nothing is sent without a click, and it is no trait of anybody: the meeting did not take place."""
    async with start(KNOWN, event("one", NOON + timedelta(hours=1), more=FOLLOWED)) as here:
        await here.travel(minutes=61)
        for what in ("start", "end"):
            await here.control("call", person=MIA.id, thread="19:meeting_Follow1234@thread.v2", what=what, members=[])
            await here.travel(minutes=62 if what == "start" else 1)

        async def prompt() -> Any:
            return next((one for one in await here.said() if one["summary"] == CALLED), None)

        await until(prompt)
        before = await _words_of_no_show(here)
        card = _content(await prompt())
        await _press(here, await prompt(), "Nobody came", card)
        told = text_of(_content(await prompt()))
        assert (
            "Nobody came: " in told
            and "It happens. One tap writes a friendly note that offers another time; you send it." in told
        )
        assert "ended" not in told.lower() and "over" not in told.lower().replace("overview", "")
        back = _content(await prompt())
        offered = await _press(here, await prompt(), "Offer another time")
        draft = json.dumps(offered["body"], ensure_ascii=False)
        assert await here.look("drafts") == [], "nothing lies in the mailbox before the person wants it"
        assert any(words in draft for words in ("Which time suits you better?", "When would suit you instead?"))
        assert "did not come" not in draft and "no-show" not in draft
        assert await _touches(here) == [("meeting_unsure", "not_held")], "who was missed was not spoken to"
        assert await _words_of_no_show(here) == before
        await _press(here, await prompt(), "They did come", card=back)
        assert [kind for kind, _ in await _touches(here)] == ["meeting_held"], "a tap by mistake is taken back"


FOLLOWED = "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/19%3ameeting_Follow1234%40thread.v2/0"


async def _recorded(here: World, *, by_itself: bool = True) -> None:
    await here.control("meeting-policy", person=MIA.id)
    await here.control("meeting-options", event_id=await here.event_id("one"), options={"recordAutomatically": by_itself})
    await here.install(MIA)


@pytest.mark.parametrize("by_itself", [True, pytest.param(False, marks=pytest.mark.night)])
async def test_a_call_that_records_by_itself_reminds_you_to_tell_them_before_and_on_the_checklist(
    start: Callable[..., Any], by_itself: bool
) -> None:
    async with start(KNOWN, event("one", AT_TWO, more=FOLLOWED), is_installed=False) as here:
        await _recorded(here, by_itself=by_itself)
        await here.travel(minutes=91)
        told = text_of(_content(await _shown(here)))
        assert ("It records by itself from the first word. Say it before" in told) is by_itself
        assert ("it records by itself from the start: tell your client before" in told) is by_itself


async def test_at_the_start_of_a_recorded_call_its_card_says_tell_those_who_just_came(start: Callable[..., Any]) -> None:
    """The card that asks whether a long call has begun says it once it has; ten minutes later it no longer does."""
    long = event("one", NOON + timedelta(hours=1), minutes=150, more=FOLLOWED)
    async with start(KNOWN, long, is_installed=False) as here:
        await _recorded(here)
        await here.travel(minutes=67)

        async def asked() -> Any:
            return next((one for one in await here.said() if one["summary"] == "A word about your call"), None)

        await until(asked)
        await here.control("call", person=MIA.id, thread="19:meeting_Follow1234@thread.v2", what="start", members=[])

        async def says_so() -> bool:
            return "It is being recorded: tell those who just came." in text_of(_content(await asked()))

        await until(says_so)
