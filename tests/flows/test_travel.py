"""The travelling user: mailbox zone, device zone, the flight in the calendar; the card shows the clock of where they are then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, World, calendar, event
from tests.flows.test_invitations import content

AT_TEN_THERE = datetime(2026, 11, 25, 2, tzinfo=UTC)
"""Ten o'clock in Singapore, three at night in Berlin."""
THERE = "10:00 in Singapore, where you are then"


def entry(uid: str, start_at: datetime, end_at: datetime, subject: str, *, location: str = "") -> str:
    """Something of Mia's own, with nobody else in it."""
    lines = [
        "BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261101T080000Z", f"DTSTART:{start_at:%Y%m%dT%H%M%SZ}",
        f"DTEND:{end_at:%Y%m%dT%H%M%SZ}", f"SUMMARY:{subject}", *([f"LOCATION:{location}"] if location else []), "END:VEVENT",
    ]  # fmt: skip
    return "\r\n".join(lines)


OUT = entry("out", NOON + timedelta(hours=5), NOON + timedelta(hours=18), "Flight Berlin – Singapore")
BACK = entry("back", datetime(2026, 11, 27, 8, tzinfo=UTC), datetime(2026, 11, 27, 21, tzinfo=UTC), "Flight to Berlin")
HOTEL = entry(
    "hotel", datetime(2026, 11, 24, 4, tzinfo=UTC), datetime(2026, 11, 27, 4, tzinfo=UTC), "Hotel", location="Singapore"
)
KNOWN = event("earlier", NOON - timedelta(days=7))


async def until_revised(here: World, text: str) -> str:
    """What the newest card says, once it says this."""

    async def says() -> bool:
        return text in text_of(content((await here.cards())[-1]))

    await here.wait_for(says)
    return text_of(content((await here.cards())[-1]))


async def tap(here: World, card: Any, verb: str, **data: str) -> Any:
    told = {"meeting": "one", "kind": "pre_call_card", "v": 1, **data}
    answer = await here.control("tap", person=MIA.id, activity_id=card["id"], verb=verb, data=told)
    await here.settle()
    return answer["body"]["value"]


def taps_in(part: Any, verb: str) -> list[Any]:
    """Every button of a card with this verb."""
    if isinstance(part, list):
        return [one for inner in part for one in taps_in(inner, verb)]
    if not isinstance(part, dict):
        return []
    own = [part] if part.get("verb") == verb and part.get("type") == "Action.Execute" else []
    return own + [one for key, inner in part.items() if key != "fallback" for one in taps_in(inner, verb)]


async def test_after_a_flight_the_card_comes_and_tells_the_time_by_the_clock_of_where_the_person_is(
    start: Callable[..., Any],
) -> None:
    """Between the flight there and the flight back. By the clock at home it would be the middle of the night."""
    async with start(KNOWN, event("one", AT_TEN_THERE), OUT, BACK) as here:
        await here.travel(hours=38, minutes=25)
        assert await here.cards() == []
        await here.travel(minutes=6)
        (card,) = await here.cards()
        assert card["summary"] == "You meet a client at 10:00"
        told = text_of(content(card))
        assert THERE in told and "Wed 25 Nov, 10:00–11:00 (Singapore)" in told
        assert "03:00" not in told


async def test_a_journey_told_by_flights_lasts_until_the_flight_back_although_the_one_out_left_the_window_that_is_read(
    start: Callable[..., Any],
) -> None:
    """Two days after landing, of which only one is read back: the card comes by that clock, and at home again by that at home."""
    home = datetime(2026, 12, 1, 9, tzinfo=UTC)
    people = ("rafael@adatum.com",)
    earlier = event("earlier two", NOON - timedelta(days=6), people=people)
    meetings = (KNOWN, earlier, event("one", AT_TEN_THERE + timedelta(days=1)), event("home", home, people=people))
    async with start(*meetings, OUT, BACK) as here:
        await here.travel(hours=43)
        await here.travel(hours=19, minutes=25)
        assert await here.cards() == []
        await here.travel(minutes=6)
        (card,) = await here.cards()
        assert card["summary"] == "You meet a client at 10:00" and THERE in text_of(content(card))
        await here.travel(days=5, hours=7, minutes=5)
        assert (await here.cards())[-1]["summary"] == "You meet a client at 10:00"
        assert "where you are then" not in text_of(content((await here.cards())[-1]))


async def test_whoever_comes_home_has_the_next_card_by_the_clock_at_home(start: Callable[..., Any]) -> None:
    """Booked while they lived by the clock of New York, where it is two at night, the card of eight o'clock would not come."""
    first, booked = event("one", NOON + timedelta(hours=4)), event("booked", NOON + timedelta(hours=20))
    async with start(KNOWN, first) as here:
        await here.control("device", zone="America/New_York")
        asked = await here.say("next")
        (button,) = taps_in(content(asked), "stay_zone")
        await tap(here, asked, "stay_zone", kind="on_demand", **{key: button["data"][key] for key in ("stay", "zone")})
        here.file.write_bytes(calendar(KNOWN, first, booked))
        await here.wait_for(lambda: _is_in_week(here, "Call booked"))
        await here.settle()
        await here.travel(hours=18, minutes=40)
        await here.control("device", zone="Europe/Berlin")
        await here.say("thanks")
        before = len(await here.cards())
        await here.travel(minutes=51)
        assert [one["summary"] for one in await here.cards()][before:] == ["You meet a client at 08:00"]


@pytest.mark.night
async def test_before_the_flight_and_after_the_way_back_the_clock_is_the_one_at_home(start: Callable[..., Any]) -> None:
    before, after = event("before", NOON + timedelta(hours=2)), event("after", NOON + timedelta(days=7))
    async with start(KNOWN, before, OUT, BACK, after) as here:
        await here.travel(minutes=91)
        (card,) = await here.cards()
        assert card["summary"] == "You meet a client at 14:00" and "where you are then" not in text_of(content(card))
        await here.travel(days=6, hours=22, minutes=5)
        assert "12:00" in (await here.cards())[-1]["summary"]


async def test_where_calendar_and_device_disagree_the_card_asks_and_one_tap_corrects_and_sticks_for_that_trip(
    start: Callable[..., Any],
) -> None:
    two = event("two", AT_TEN_THERE + timedelta(days=1, hours=6))
    async with start(KNOWN, event("one", AT_TEN_THERE + timedelta(hours=6)), two, HOTEL) as here:
        await here.travel(days=1)
        await here.say("thanks")
        await here.travel(hours=20, minutes=35)
        card = (await here.cards())[-1]
        told = await until_revised(here, "16:00 in Singapore, as your calendar says. Your device shows the time of Berlin")
        assert card["summary"] == "You meet a client at 16:00" and "16:00–17:00 (Singapore)" in told
        (button,) = taps_in(content(card), "stay_zone")
        assert button["title"] == "Use Berlin time"
        noted = await tap(here, card, "stay_zone", **{key: button["data"][key] for key in ("stay", "zone")})
        assert "Noted: on this journey you see the time of Berlin." in text_of(noted)
        (undo,) = taps_in(noted, "undo")
        await here.travel(days=1)
        assert [one["summary"] for one in await here.cards()][-1] == "You meet a client at 09:00", "it sticks for the trip"
        shown = await tap(here, card, "undo", what=undo["data"]["what"], subject=undo["data"]["subject"])
        assert "16:00 in Singapore" in text_of(shown)


async def test_a_device_on_another_clock_without_a_journey_in_the_calendar_is_asked_about(start: Callable[..., Any]) -> None:
    """Nothing is changed unasked: the laptop may only have been lent."""
    async with start(KNOWN, event("one", NOON + timedelta(hours=4))) as here:
        await here.control("device", zone="America/New_York")
        asked = await here.say("next")
        told = text_of(content(asked))
        assert "16:00 in Berlin. Your device shows the time of New York" in told
        (button,) = taps_in(content(asked), "stay_zone")
        await tap(here, asked, "stay_zone", kind="on_demand", **{key: button["data"][key] for key in ("stay", "zone")})
        await here.travel(hours=3, minutes=35)
        card = (await here.cards())[-1]
        assert card["summary"] == "You meet a client at 10:00"
        assert "10:00 in New York, as you said" in text_of(content(card))
        await here.control("device", zone="Europe/Berlin")
        assert "16:00–17:00 (Berlin)" in text_of(content(await here.say("next")))


@pytest.mark.night
async def test_a_flight_that_is_cancelled_brings_the_clock_at_home_back_to_the_card(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TEN_THERE + timedelta(hours=7)), OUT, BACK) as here:
        assert "17:00 in Singapore" in text_of(content(await here.say("next")))
        here.file.write_bytes(calendar(KNOWN, event("one", AT_TEN_THERE + timedelta(hours=7))))
        await until_revised(here, "10:00–11:00 (Berlin)")


async def test_a_tap_about_another_stay_or_clock_than_the_card_offered_changes_nothing(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TEN_THERE), OUT, BACK) as here:
        card = await here.say("next")
        for data in ({"stay": "2026-11-24|Singapore", "zone": "Pacific/Auckland"}, {"stay": "other", "zone": "Europe/Berlin"}):
            await tap(here, card, "stay_zone", **data)
        async with here.companion.database.transaction(here.tenant_id) as session:
            rows = await session.rows("corrections", here.tenant_id, MIA.id)
        assert [one for one in rows if one["kind"] == "stay_zone"] == []


async def _is_in_week(here: World, subject: str) -> bool:
    return any(one["subject"] == subject for one in await here.week())
