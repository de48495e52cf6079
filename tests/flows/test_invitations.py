"""What calendars really do to an invitation: passed on, sent to a list, answered with another time, made anew, shared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sidecar.domain.meetings.client import Corrections, OurSide
from sidecar.domain.meetings.delivery import Delivered, State
from sidecar.domain.meetings.meeting import Meeting, Proposal
from sidecar.domain.meetings.twin import is_told_by, is_twin
from sidecar.tenant import Person
from sidecar.wire.graph import read_event
from sidecar.words import Words
from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, World, calendar, event

AT_TWO = NOON + timedelta(hours=2)
KNOWN = event("earlier", NOON - timedelta(days=7))
SAM = "Sam Lee <sam.lee@fabrikam.com>"
AIKO = "Aiko Mori <aiko@northwindtraders.com>"
MARIA = "Maria Silva <maria@northwindtraders.com>"
RAFAEL = "Rafael Ortiz <rafael@adatum.com>"
MIA_HERSELF = "Mia Berg <mia.berg@fabrikam.com>"
WORDS = Words("en")
ROOM_URL = "https://northwind.zoom.us/j/98765432109"


def invitation(
    uid: str,
    start_at: datetime,
    *people: str,
    by: str = AIKO,
    subject: str = "Quarterly review",
    more: Sequence[str] = (),
) -> str:
    """One VEVENT in Mia's calendar that somebody else may have sent; people are `Name <address>`."""
    end_at = start_at + timedelta(hours=1)
    lines = [
        "BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261101T080000Z", f"DTSTART:{start_at:%Y%m%dT%H%M%SZ}",
        f"DTEND:{end_at:%Y%m%dT%H%M%SZ}", f"SUMMARY:{subject}", _line("ORGANIZER", by),
        *(_line("ATTENDEE;PARTSTAT=ACCEPTED", one) for one in (MIA_HERSELF, *people)), *more, "END:VEVENT",
    ]  # fmt: skip
    return "\r\n".join(lines)


def _line(name: str, person: str) -> str:
    shown, address = person.rstrip(">").split(" <")
    return f"{name};CN={shown}:mailto:{address}"


def graph_person(person: str, response: str = "none", **more: Any) -> dict[str, Any]:
    """An attendee as Graph writes one."""
    shown, address = person.rstrip(">").split(" <")
    status = {"response": response, "time": "2026-11-23T12:00:00Z"}
    return {"type": "required", "status": status, "emailAddress": {"name": shown, "address": address}, **more}


async def shown(here: World, person: Person = MIA) -> list[str]:
    """What each card in somebody's chat shows now."""
    return [str(one["attachments"]) for one in await here.cards(person)]


async def until_shown(here: World, text: str, person: Person = MIA) -> None:
    """Wait until one card shows this, and until everything that was due is done."""

    async def is_shown() -> bool:
        return any(text in one for one in await shown(here, person))

    await here.wait_for(is_shown)
    await here.settle()


def is_live(card: str) -> bool:
    """Whether a card still offers anything to do: one that was withdrawn or cancelled does not show how to join."""
    return "Action.Execute" in card and "Cancelled" not in card


async def test_somebody_to_whom_the_client_passed_the_invitation_on_is_on_the_same_card(start: Callable[..., Any]) -> None:
    async with start(KNOWN, invitation("one", AT_TWO, AIKO)) as here:
        await here.travel(minutes=91)
        assert "Rafael Ortiz" not in (await shown(here))[0]
        attendees = [graph_person(one, "accepted") for one in (MIA_HERSELF, AIKO)]
        patch = {"attendees": [*attendees, graph_person(RAFAEL)]}
        await here.control("change", event_id=await here.event_id("one"), patch=patch)
        await until_shown(here, "Rafael Ortiz")
        (card,) = await shown(here)
        assert card.count("Rafael Ortiz") >= 1 and "Aiko Mori" in card


async def test_an_invitation_that_a_colleague_passed_on_to_a_client_becomes_a_client_meeting(start: Callable[..., Any]) -> None:
    """It was internal until then, so that its moment has come already: the card comes at once, and once."""
    async with start(KNOWN, invitation("one", AT_TWO, SAM, by=SAM)) as here:
        await here.travel(minutes=91)
        assert await here.cards() == []
        attendees = [graph_person(one, "accepted") for one in (MIA_HERSELF, SAM, AIKO)]
        await here.control("change", event_id=await here.event_id("one"), patch={"attendees": attendees})
        await until_shown(here, "Aiko Mori")
        await here.travel(minutes=5)
        assert len(await here.cards()) == 1


async def test_a_list_stands_on_the_side_of_its_domain_and_is_shown_once(start: Callable[..., Any]) -> None:
    theirs = ("Project Team <project-team@northwindtraders.com>", "PROJECT TEAM <Project-Team@NorthwindTraders.com>")
    ours = "EMEA Sales <emea-sales@fabrikam.com>"
    only_ours = invitation("inner", AT_TWO + timedelta(hours=2), ours, by=SAM, subject="Pipeline")
    async with start(KNOWN, invitation("one", AT_TWO, *theirs, ours, by=SAM), only_ours) as here:
        await here.travel(minutes=91)
        assert len(await here.cards()) == 1
        reasons = {one["subject"]: one for one in await here.week()}
        assert reasons["Quarterly review"]["client"] == "northwindtraders.com"
        assert [one.lower() for one in reasons["Quarterly review"]["people"]] == ["project team"]
        assert not reasons["Pipeline"]["is_shown"]
        await here.travel(hours=2)
        assert len(await here.cards()) == 1


async def test_a_list_of_theirs_and_its_member_are_one_client_and_two_lines(start: Callable[..., Any]) -> None:
    listed = "Project Team <project-team@northwindtraders.com>"
    async with start(KNOWN, invitation("one", AT_TWO, listed, AIKO)) as here:
        (seen,) = [one for one in await here.week() if one["is_shown"] and one["subject"] == "Quarterly review"]
        assert sorted(seen["people"]) == ["Aiko Mori", "Project Team"]


async def test_a_time_that_the_client_proposes_moves_nothing(start: Callable[..., Any]) -> None:
    async with start(KNOWN, invitation("one", AT_TWO, AIKO, MARIA, by=MIA_HERSELF)) as here:
        await here.travel(minutes=91)
        at_three, at_four = "2026-11-23T15:00:00", "2026-11-23T16:00:00"
        slot = {
            "start": {"dateTime": at_three, "timeZone": "Europe/Berlin"},
            "end": {"dateTime": at_four, "timeZone": "Europe/Berlin"},
        }
        attendees = [graph_person(AIKO, "accepted"), graph_person(MARIA, "tentativelyAccepted", proposedNewTime=slot)]
        one = await here.event_id("one")
        before = await revision_of(here, "one")
        await here.control("change", event_id=one, patch={"attendees": attendees})

        async def is_read() -> bool:
            return await revision_of(here, "one") > before

        await here.wait_for(is_read)
        await here.settle()
        (card,) = await here.cards()
        assert card["summary"] == "You meet a client at 14:00"
        meeting = read_event(await _stored(here, "one"))
        asked = AT_TWO + timedelta(hours=1)
        assert meeting is not None and meeting.start_at == AT_TWO
        assert [one.proposed for one in meeting.attendees] == [None, Proposal(start_at=asked, end_at=asked + timedelta(hours=1))]
        await here.travel(minutes=5)
        assert len(await here.cards()) == 1


@pytest.mark.parametrize(
    "slot",
    [
        None,
        {},
        "at three",
        {"start": {"dateTime": "soon", "timeZone": "UTC"}},
        {"start": {"dateTime": "2026-11-23T15:00:00", "timeZone": "Mars/Olympus"}, "end": None},
    ],
)
def test_a_proposal_that_cannot_be_read_never_costs_the_meeting(slot: Any) -> None:
    payload = {
        "id": "A", "iCalUId": "u", "start": {"dateTime": "2026-11-23T13:00:00", "timeZone": "UTC"},
        "end": {"dateTime": "2026-11-23T14:00:00", "timeZone": "UTC"},
        "attendees": [graph_person(MARIA, "tentativelyAccepted", proposedNewTime=slot)],
    }  # fmt: skip
    meeting = read_event(payload)
    assert isinstance(meeting, Meeting)
    assert [(one.address, one.proposed) for one in meeting.attendees] == [("maria@northwindtraders.com", None)]


async def test_when_the_organiser_changes_the_card_stays_one_and_names_the_new_one(start: Callable[..., Any]) -> None:
    async with start(KNOWN, invitation("one", AT_TWO, AIKO)) as here:
        await here.travel(minutes=91)
        patch = {"organizer": {"emailAddress": {"name": "Maria Silva", "address": "maria@northwindtraders.com"}}}
        await here.control("change", event_id=await here.event_id("one"), patch=patch)
        await until_shown(here, "Maria Silva")
        (card,) = await shown(here)
        assert "Aiko Mori" in card and is_live(card)
        await here.travel(minutes=5)
        assert len(await here.cards()) == 1


@pytest.mark.parametrize(
    "how", [{"join_url": ROOM_URL}, {"subject": "Quarterly review"}], ids=["the same way in", "the same subject and time"]
)
@pytest.mark.parametrize("is_removed", [False, True], ids=["cancelled", "removed"])
async def test_a_meeting_that_was_made_anew_has_one_live_card(
    start: Callable[..., Any], how: dict[str, Any], is_removed: bool
) -> None:
    location = [f"LOCATION:{ROOM_URL}"] if "join_url" in how else []
    async with start(KNOWN, invitation("old", AT_TWO, AIKO, more=location)) as here:
        await here.travel(minutes=91)
        await here.control("cancel", event_id=await here.event_id("old"), remove=is_removed)
        again = {"subject": "Review, new invitation", "attendees": ["aiko@northwindtraders.com"], "start": AT_TWO.isoformat()}
        await here.control("add", event={**again, **how})
        await until_shown(here, "Cancelled")

        async def has_come() -> bool:
            return len(await here.cards()) == 2

        await here.wait_for(has_come)
        await here.travel(minutes=5)
        assert [is_live(card) for card in await shown(here)] == [False, True]


@pytest.mark.parametrize("is_same_subject", [True, False])
async def test_the_new_invitation_before_the_cancellation_never_makes_two_live_cards(
    start: Callable[..., Any], is_same_subject: bool
) -> None:
    """The organiser sends the new one first: until the old one is cancelled, the card that stands is the only one."""
    async with start(KNOWN, invitation("old", AT_TWO, AIKO, more=[f"LOCATION:{ROOM_URL}"])) as here:
        await here.travel(minutes=91)
        subject = "Quarterly review" if is_same_subject else "Review, new invitation"
        new = invitation("new", AT_TWO, AIKO, subject=subject, more=[] if is_same_subject else [f"LOCATION:{ROOM_URL}"])
        old = invitation("old", AT_TWO, AIKO, more=[f"LOCATION:{ROOM_URL}"])
        here.file.write_bytes(calendar(KNOWN, old, new))

        async def is_read() -> bool:
            return len([one for one in await here.week() if one["is_shown"]]) == 2

        await here.wait_for(is_read)
        await here.settle()
        assert [is_live(card) for card in await shown(here)] == [True]
        here.file.write_bytes(calendar(KNOWN, new))
        await until_shown(here, "Cancelled")

        async def has_come() -> bool:
            return len(await here.cards()) == 2

        await here.wait_for(has_come)
        assert [is_live(card) for card in await shown(here)] == [False, True]


async def test_two_of_ours_each_get_their_own_card_and_correct_only_their_own(start: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "sam.ics"
    both = invitation("one", AT_TWO, AIKO, SAM)
    file.write_bytes(calendar(KNOWN, both))
    sam = Person(address="sam.lee@fabrikam.com", name="Sam Lee", zone="Europe/London", language="en-GB", calendars=(file,))
    async with start(KNOWN, both, people=[sam]) as here:
        await here.install(sam)
        await here.travel(minutes=91)
        (of_mia,), (of_sam,) = await here.cards(), await here.cards(sam)
        assert of_mia["summary"] == "You meet a client at 14:00"
        assert of_sam["summary"] == "You meet a client at 13:00"
        assert of_mia["conversation"] != of_sam["conversation"]
        data = {"meeting": "one", "kind": "pre_call_card", "scope": "client", "v": 1}
        await here.control("tap", person=MIA.id, activity_id=of_mia["id"], verb="mute", data=data)
        await here.settle()
        assert not is_live((await shown(here))[0]) or "undo" in (await shown(here))[0]
        assert (await here.cards(sam))[0]["attachments"] == of_sam["attachments"]
        assert len((await here.cards(sam))[0]["history"]) == len(of_sam["history"])
        here.file.write_bytes(calendar(KNOWN, invitation("one", AT_TWO + timedelta(minutes=20), AIKO, SAM)))
        file.write_bytes(calendar(KNOWN, invitation("one", AT_TWO + timedelta(minutes=20), AIKO, SAM)))
        await until_shown(here, "13:20", sam)
        assert len(await here.cards()) == 1 and len(await here.cards(sam)) == 1


async def test_an_occurrence_with_other_people_shows_its_own(start: Callable[..., Any]) -> None:
    weekly = invitation("series", AT_TWO, AIKO, by=MIA_HERSELF, more=["RRULE:FREQ=DAILY;COUNT=3"])
    tomorrow, day_after = AT_TWO + timedelta(days=1), AT_TWO + timedelta(days=2)
    other = invitation("series", tomorrow, RAFAEL, by=MIA_HERSELF, more=[f"RECURRENCE-ID:{tomorrow:%Y%m%dT%H%M%SZ}"])
    inner = invitation("series", day_after, SAM, by=MIA_HERSELF, more=[f"RECURRENCE-ID:{day_after:%Y%m%dT%H%M%SZ}"])
    met = event("met", NOON - timedelta(days=6), people=("rafael@adatum.com",))
    async with start(KNOWN, met, weekly, other, inner) as here:
        await here.travel(minutes=91)
        (first,) = await shown(here)
        assert "Aiko Mori" in first and "Rafael Ortiz" not in first
        await here.travel(days=1)
        second = (await shown(here))[-1]
        assert len(await here.cards()) == 2
        assert "Rafael Ortiz" in second and "Aiko Mori" not in second
        await here.travel(days=1)
        assert len(await here.cards()) == 2


def _sent(kind: str, in_round: int = 1, state: State = "sent") -> Delivered:
    return Delivered(kind=kind, round=in_round, state=state, shown_start=AT_TWO, activity_id="1", sent_at=NOON, card_digest="d")


@pytest.mark.parametrize(
    ("twin", "own", "is_told"),
    [
        ([], [], False),
        ([_sent("prepare")], [], True),
        ([_sent("pre_call_card", state="withdrawn")], [], False),
        ([_sent("pre_call_card", state="moved")], [], False),
        ([_sent("prepare")], [_sent("prepare")], False),
        ([_sent("prepare"), _sent("pre_call_card")], [_sent("prepare")], True),
        ([_sent("pre_call_card", state="claimed")], [], True),
    ],
)
def test_of_two_that_are_one_meeting_exactly_one_goes_on(twin: list[Delivered], own: list[Delivered], is_told: bool) -> None:
    assert is_told_by(twin, own, "pre_call_card") is is_told


@pytest.mark.parametrize(
    ("change", "is_one"),
    [
        ({}, True),
        ({"subject": "Something else"}, False),
        ({"subject": "Something else", "url": ROOM_URL}, True),
        ({"who": "rafael@adatum.com"}, False),
        ({"hour": 15}, False),
    ],
)
def test_two_entries_are_one_meeting_only_when_nothing_speaks_against_it(change: dict[str, Any], is_one: bool) -> None:
    first, second = _entry("A", url=change.get("url", "")), _entry("B", **change)
    ours = OurSide(me=MIA.address)
    assert is_twin(first, second, ours, Corrections()) is is_one
    assert is_twin(second, first, ours, Corrections()) is is_one
    assert not is_twin(first, first, ours, Corrections())


def _entry(uid: str, subject: str = "Review", url: str = "", who: str = "aiko@northwindtraders.com", hour: int = 14) -> Meeting:
    payload = {
        "id": uid, "iCalUId": uid, "subject": subject, "attendees": [graph_person(f"Somebody <{who}>")],
        "start": {"dateTime": f"2026-11-23T{hour}:00:00", "timeZone": "UTC"},
        "end": {"dateTime": f"2026-11-23T{hour + 1}:00:00", "timeZone": "UTC"},
        "onlineMeeting": {"joinUrl": url} if url else None,
    }  # fmt: skip
    meeting = read_event(payload)
    assert meeting is not None
    return meeting


async def _row(here: World, uid: str) -> Any:
    async with here.companion.database.transaction(here.tenant_id) as session:
        return await session.row("meeting", here.tenant_id, MIA.id, uid)


async def revision_of(here: World, uid: str) -> int:
    return int((await _row(here, uid))["revision"])


async def _stored(here: World, uid: str) -> dict[str, Any]:
    stored: dict[str, Any] = (await _row(here, uid))["event"]
    return stored


async def test_a_tentative_meeting_is_shown_and_says_who_is_not_sure(start: Callable[..., Any]) -> None:
    async with start(KNOWN, invitation("one", AT_TWO, AIKO)) as here:
        attendees = [graph_person(MIA_HERSELF, "tentativelyAccepted"), graph_person(MARIA, "tentativelyAccepted")]
        patch = {"attendees": attendees, "showAs": "tentative", "responseStatus": {"response": "tentativelyAccepted"}}
        before = await revision_of(here, "one")
        await here.control("change", event_id=await here.event_id("one"), patch=patch)

        async def is_read() -> bool:
            return await revision_of(here, "one") > before

        await here.wait_for(is_read)
        await here.travel(minutes=91)
        (card,) = await here.cards()
        told = text_of(content(card))
        assert "You said maybe so far" in told and "Maria Silva" in told and WORDS.say("card-response-tentative") in told


async def test_a_new_time_that_somebody_proposed_is_one_line_on_the_card(start: Callable[..., Any]) -> None:
    async with start(KNOWN, invitation("one", AT_TWO, AIKO, MARIA, by=MIA_HERSELF)) as here:
        zone = {"timeZone": "Europe/Berlin"}
        slot = {"start": {"dateTime": "2026-11-23T15:00:00", **zone}, "end": {"dateTime": "2026-11-23T16:00:00", **zone}}
        attendees = [graph_person(AIKO, "accepted"), graph_person(MARIA, "tentativelyAccepted", proposedNewTime=slot)]
        await here.control("change", event_id=await here.event_id("one"), patch={"attendees": attendees})
        await here.travel(minutes=91)
        await until_shown(here, "Maria Silva proposes Mon 23 Nov, 15:00 instead")
        assert len(await here.cards()) == 1


def content(card: Any) -> Any:
    """The Adaptive Card of a message."""
    return card["attachments"][0]["content"]
