"""Out of the office: silence for the person, and one message on return; a client who is away is a line on the card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sidecar.domain.meetings.meeting import PersonId
from sidecar.flows.watching.watch_calendars import describe_person
from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, World, event
from tests.flows.test_evidence import AIKO, Post
from tests.flows.test_invitations import content, graph_person
from tests.flows.test_ledger import keep, said
from tests.flows.test_running_late import LINK, tell

KNOWN = event("earlier", NOON - timedelta(days=7))
TUESDAY = datetime(2026, 11, 24, 9, tzinfo=UTC)


def out_of_office(first: date, until: date, *, subject: str = "Holiday", more: str = "CLASS:PUBLIC") -> str:
    """Whole days out of the office, as Outlook writes them; `until` is the day after the last."""
    lines = [
        "BEGIN:VEVENT", f"UID:away-{first}", "DTSTAMP:20261101T080000Z", f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{until:%Y%m%d}", f"SUMMARY:{subject}", "X-MICROSOFT-CDO-BUSYSTATUS:OOF", more, "END:VEVENT",
    ]  # fmt: skip
    return "\r\n".join(lines)


THREE_DAYS = out_of_office(date(2026, 11, 24), date(2026, 11, 27))


@pytest.fixture
def post(tmp_path: Path) -> Post:
    return Post(tmp_path / "mails")


async def to_friday_morning(here: World) -> None:
    """From Monday noon to Friday, shortly after the start of work."""
    await here.travel(hours=19, minutes=10)
    for _ in range(3):
        await here.travel(days=1)
    await here.travel(hours=1)


async def test_out_of_office_in_the_calendar_is_silence_and_one_message_tells_on_return_what_was_missed(
    start: Callable[..., Any], post: Post
) -> None:
    """Meetings held without the person, mails that wait, promises that fell due: merged, on the first working morning."""
    wednesday, friday = TUESDAY + timedelta(days=1), TUESDAY + timedelta(days=3, hours=3)
    meetings = (event("missed", wednesday), event("after", friday, people=("rafael@adatum.com",)))
    post.put(wednesday + timedelta(hours=2), "Dear Mia,\ncould you send me the new prices?\nBest regards, Aiko")
    async with start(KNOWN, *meetings, THREE_DAYS, mail=post.folder) as here:
        await keep(here, said("send the offer", due_on=date(2026, 11, 25)))
        reasons = {one["subject"]: one["reason"] for one in await here.week()}
        assert reasons["Call missed"] == "No card: you are away until Fri 27 Nov, 00:00"
        await here.travel(hours=19, minutes=10)
        await here.travel(days=2)
        await here.travel(hours=14)
        assert await here.cards() == [] and await here.nudges() == []
        await here.travel(hours=10, minutes=30)
        assert await here.nudges() == []
        await here.travel(minutes=30)
        (morning,) = await here.nudges()
        told = text_of(content(morning))
        assert "While you were away, Tue 24 Nov to Thu 26 Nov" in told
        assert "one client meeting took place without you: northwindtraders.com (Wed 25 Nov)" in told
        assert "waiting for your answer: northwindtraders.com" in told
        assert "one promise fell due: send the offer" in told
        assert "26" not in morning["summary"] and "northwind" not in morning["summary"]
        await here.travel(hours=4, minutes=25)
        assert [one["summary"] for one in await here.cards()] == ["You meet a client at 13:00"]
        await here.travel(days=3)
        assert len([one for one in await here.nudges() if "While you were away" in text_of(content(one))]) == 1


@pytest.mark.parametrize("is_away", [True, pytest.param(False, marks=pytest.mark.night)])
async def test_a_call_that_others_hold_meanwhile_says_nothing_to_whoever_is_away(
    start: Callable[..., Any], is_away: bool
) -> None:
    """Neither a hint while it runs nor the question what follows from it."""
    long = event("long", TUESDAY, minutes=120, more=LINK)
    async with start(KNOWN, long, *([THREE_DAYS] if is_away else [])) as here:
        before = len(await here.said())
        await here.travel(hours=22, minutes=1)
        await tell(here, "start")
        await here.travel(minutes=70)
        await tell(here, "end")
        await here.settle()
        assert (len(await here.said()) == before) is is_away


@pytest.mark.night
async def test_a_private_holiday_is_an_absence_too_and_who_missed_nothing_is_told_nothing(start: Callable[..., Any]) -> None:
    private = out_of_office(date(2026, 11, 24), date(2026, 11, 27), more="CLASS:PRIVATE")
    async with start(KNOWN, private) as here:
        await to_friday_morning(here)
        assert await here.nudges() == [] and await here.cards() == []


async def test_a_scheduled_automatic_reply_is_silence_until_it_ends(start: Callable[..., Any]) -> None:
    within, after = NOON + timedelta(hours=4), NOON + timedelta(hours=6, minutes=15)
    meetings = (KNOWN, event("within", within), event("after", after, people=("rafael@adatum.com",)))
    async with start(*meetings, is_installed=False) as here:
        span = {"start": (NOON + timedelta(hours=1)).isoformat(), "end": (NOON + timedelta(hours=6)).isoformat()}
        await here.control("automatic-reply", status="scheduled", **span)
        await here.install(MIA)
        await here.travel(hours=3, minutes=35)
        assert await here.cards() == []
        await here.travel(hours=2, minutes=15)
        assert await here.cards() == [], "the card of the next meeting waits for the return"
        await here.travel(minutes=12)
        assert [one["summary"] for one in await here.cards()] == ["You meet a client at 18:15"]


async def test_an_automatic_reply_is_looked_for_every_morning_and_its_end_too(start: Callable[..., Any]) -> None:
    """Graph tells of no change to it: whoever switches it on in the evening is left alone from the next morning on."""
    later = event("two", TUESDAY + timedelta(days=1), people=("rafael@adatum.com",))
    async with start(KNOWN, event("earlier two", NOON - timedelta(days=6), people=("rafael@adatum.com",)),
                     event("one", TUESDAY), later) as here:  # fmt: skip
        await here.control("automatic-reply", status="alwaysEnabled")
        await here.travel(hours=19, minutes=40)
        await here.travel(hours=1, minutes=55)
        assert await here.cards() == []
        await here.control("automatic-reply", status="disabled")
        await here.travel(hours=22, minutes=5)
        assert await here.cards() == []
        await here.travel(hours=1, minutes=55)
        assert [one["summary"] for one in await here.cards()] == ["You meet a client at 10:00"]


async def test_a_reply_that_is_switched_off_after_the_mornings_look_does_not_silence_the_first_day_back(
    start: Callable[..., Any],
) -> None:
    """A reply without an end, on over the weekend, is switched off at ten past eight: the card of ten o'clock comes in time."""
    async with start(KNOWN, event("one", TUESDAY), is_installed=False) as here:
        await here.control("automatic-reply", status="alwaysEnabled")
        await here.install(MIA)
        await here.travel(hours=20, minutes=10)
        await here.control("automatic-reply", status="disabled")
        await here.travel(hours=1, minutes=25)
        assert [one["summary"] for one in await here.cards()] == ["You meet a client at 10:00"]


@pytest.mark.night
async def test_while_a_card_waits_for_the_end_of_a_reply_the_setting_is_read_once_in_thirty_minutes(
    start: Callable[..., Any],
) -> None:
    """Two cards wait, due at nine and at ten past: one look for both, and half an hour later the next, which finds it is off."""
    rafael, later = ("rafael@adatum.com",), TUESDAY + timedelta(minutes=10)
    events = (KNOWN, event("earlier two", NOON - timedelta(days=6), people=rafael), event("one", TUESDAY))
    async with start(*events, event("two", later, people=rafael), is_installed=False, lead_minutes=60) as here:
        await here.control("automatic-reply", status="alwaysEnabled")
        await here.install(MIA)
        await here.travel(hours=20)
        await here.travel(minutes=50)
        before = await _reply_reads(here)
        await here.travel(minutes=12)
        assert await _reply_reads(here) == before + 1
        await here.travel(minutes=10)
        assert await here.cards() == [] and await _reply_reads(here) == before + 1
        await here.control("automatic-reply", status="disabled")
        await here.travel(minutes=21)
        assert {one["summary"] for one in await here.cards()} == {"You meet a client at 10:00", "You meet a client at 10:10"}


async def test_a_reply_that_the_renewal_finds_switched_off_frees_the_card_that_waited_for_its_end(
    start: Callable[..., Any],
) -> None:
    async with start(KNOWN, event("one", NOON + timedelta(hours=2)), is_installed=False) as here:
        await here.control(
            "automatic-reply", status="scheduled", start=NOON.isoformat(), end=(NOON + timedelta(hours=6)).isoformat()
        )
        await here.install(MIA)
        await here.travel(hours=1, minutes=35)
        assert await here.cards() == []
        await here.control("automatic-reply", status="disabled")
        assert await describe_person(here.companion.hands, here.tenant_id, PersonId(MIA.id))
        await here.settle()
        assert [one["summary"] for one in await here.cards()] == ["You meet a client at 14:00"]


async def test_an_absence_taken_out_of_the_calendar_frees_the_card_that_it_already_held_back(start: Callable[..., Any]) -> None:
    """The wake of the card waits in the queue for the end of the absence by then."""
    async with start(KNOWN, event("one", TUESDAY), THREE_DAYS) as here:
        await here.travel(hours=21, minutes=35)
        assert await here.cards() == []
        here.file.write_bytes(_without_absence())
        await here.wait_for(lambda: _is_there(here))
        await here.settle()
        assert [one["summary"] for one in await here.cards()] == ["You meet a client at 10:00"]


@pytest.mark.night
async def test_a_mail_that_came_after_the_return_is_not_told_as_one_of_the_absence(start: Callable[..., Any], post: Post) -> None:
    wednesday = TUESDAY + timedelta(days=1)
    post.put(TUESDAY + timedelta(days=2, hours=21), "Dear Mia,\ncould you send me the new prices?\nBest regards, Aiko")
    async with start(KNOWN, event("missed", wednesday), THREE_DAYS, mail=post.folder) as here:
        await to_friday_morning(here)
        (morning,) = await here.nudges()
        told = text_of(content(morning))
        assert "one client meeting took place without you" in told
        assert "waiting for your answer" not in told


async def test_a_visit_to_a_client_is_no_absence_although_it_is_shown_as_out_of_office(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("visit", TUESDAY, more="X-MICROSOFT-CDO-BUSYSTATUS:OOF")) as here:
        await here.travel(hours=21, minutes=35)
        assert len(await here.cards()) == 1


@pytest.mark.night
async def test_an_absence_that_is_taken_out_of_the_calendar_ends_the_silence(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", TUESDAY), THREE_DAYS) as here:
        here.file.write_bytes(_without_absence())
        await here.wait_for(lambda: _is_there(here))
        await here.travel(hours=21, minutes=35)
        assert len(await here.cards()) == 1


async def test_a_clients_automatic_reply_is_a_line_on_the_card_with_the_day_it_names(
    start: Callable[..., Any], post: Post
) -> None:
    reply = "I am out of the office until 27 November 2026 and will answer after that."
    post.put(NOON - timedelta(hours=3), reply, subject="Automatic reply: The March order", Auto_Submitted="auto-replied")
    async with start(KNOWN, event("one", TUESDAY, people=(AIKO, "ben@northwindtraders.com")), mail=post.folder) as here:
        told = text_of(content(await here.say("next")))
        assert "Aiko is away until Fri 27 Nov, says the automatic reply" in told.replace(AIKO, "Aiko")


async def test_an_automatic_reply_of_a_client_on_the_day_before_is_on_the_card_though_their_mails_were_just_read(
    start: Callable[..., Any], post: Post
) -> None:
    """Mails are read once a week, and anew when a meeting comes near."""
    meets_at = NOON + timedelta(days=2)
    async with start(KNOWN, event("one", meets_at, people=(AIKO, "ben@northwindtraders.com")), mail=post.folder) as here:
        told = text_of(content(await here.say("next")))
        assert "is away" not in told
        await here.travel(hours=20)
        reply = "I am out of the office until 27 November 2026 and will answer after that."
        post.put(here.companion.clock(), reply, subject="Automatic reply: Tomorrow", Auto_Submitted="auto-replied")
        await here.travel(seconds=(meets_at - timedelta(minutes=29) - here.companion.clock()).total_seconds())

        async def is_told() -> bool:
            found = text_of([one["attachments"] for one in await here.cards()])
            return "Aiko is away until Fri 27 Nov, says the automatic reply" in found.replace(AIKO, "Aiko")

        await here.wait_for(is_told)


async def test_a_clients_decline_is_a_line_on_the_card_and_a_holiday_of_theirs_too(start: Callable[..., Any]) -> None:
    """23 November 2026 is Labour Thanksgiving Day in Japan."""
    at_two = NOON + timedelta(hours=2)
    tokyo = "ATTENDEE;PARTSTAT=ACCEPTED;CN=Ken Ito:mailto:ken@northwind.co.jp"
    async with start(event("earlier", NOON - timedelta(days=7), people=("ken@northwind.co.jp",)),
                     event("one", at_two, people=(), more=tokyo)) as here:  # fmt: skip
        people = [
            graph_person("Ken Ito <ken@northwind.co.jp>", "accepted"),
            graph_person("Ana Sato <ana@northwind.co.jp>", "declined"),
        ]
        await here.control("change", event_id=await here.event_id("one"), patch={"attendees": people})

        async def is_read() -> bool:
            return any("Ana Sato" in one["people"] for one in await here.week())

        await here.wait_for(is_read)
        told = text_of(content(await here.say("next")))
        assert "Ana Sato has declined" in told
        assert "Labor Thanksgiving Day there" in told


def _without_absence() -> bytes:
    from tests.flows.conftest import calendar

    return calendar(KNOWN, event("one", TUESDAY))


async def _person(here: World) -> Any:
    async with here.companion.database.transaction(here.tenant_id) as session:
        return await session.row("person", here.tenant_id, MIA.id)


async def _is_there(here: World) -> bool:
    return not (await _person(here))["days"]


async def _reply_reads(here: World) -> int:
    """How often the settings of the mailbox, with the automatic reply, were read."""
    return sum("mailboxSettings" in one["path"] for one in await here.look("log"))
