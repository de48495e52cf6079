"""Clocks, unwelcome hours and customs in the chat: what a tap says sticks, and the next card follows it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sidecar.commands.doctor import reported_customs
from sidecar.domain.meetings.meeting import PersonId
from sidecar.flows.chat.take_tap import take_tap
from sidecar.flows.known import known_person, meeting_of
from sidecar.flows.watching.read_calendar import MailboxBusy, read_calendar, wakes_for
from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, World, calendar, event

AT_TWO = NOON + timedelta(hours=2)
KNOWN = event("earlier", NOON - timedelta(days=7), people=("ana@contoso.com",))
SOON = event("one", AT_TWO, people=("ana@contoso.com",))
LATER = event("two", AT_TWO + timedelta(hours=2), people=("ana@contoso.com",))


def _said(card: Any) -> str:
    return text_of(card["attachments"])


async def _tap(here: World, card: Any, verb: str, **data: Any) -> Any:
    meeting = data.pop("meeting", None) or next(one["id"] for one in await here.week() if one["subject"] == "Call one")
    told = {"meeting": meeting, "kind": "pre_call_card", "v": 1, **data}
    return await here.control("tap", person=MIA.id, activity_id=card["id"], verb=verb, data=told)


async def test_a_corrected_clock_changes_the_next_card_and_brings_the_customs_of_its_country(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON, LATER) as here:
        await here.travel(minutes=91)
        (first,) = await here.cards()
        assert "Time zone not known" in _said(first) and "people differ" not in _said(first)
        await _tap(here, first, "correct_zone", address="ana@contoso.com", zone="America/Tegucigalpa", country="Honduras")
        await here.travel(minutes=121)
        second = (await here.cards())[-1]
        assert second["id"] != first["id"]
        assert "09:00 for" in _said(second) and "people differ" in _said(second) and "Honduras" in _said(second)


async def test_a_custom_that_was_dismissed_stays_away_and_one_in_own_words_is_replaced_by_them(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON, LATER) as here:
        await here.travel(minutes=91)
        (first,) = await here.cards()
        await _tap(here, first, "correct_zone", address="ana@contoso.com", zone="America/Tegucigalpa", country="Honduras")
        await _tap(here, first, "dismiss_cue", cue="HN/relationship_vs_task")
        await _tap(here, first, "note_cue", cue="HN/time_orientation", note="Ana is always early")
        await here.travel(minutes=121)
        choices = str((await here.cards())[-1]["attachments"])
        assert "'HN/relationship_vs_task'" not in choices and "'HN/time_orientation'" not in choices
        assert "'contoso.com|HN/relationship_vs_task'" in choices  # only to take the tap back
        assert "Ana is always early" in choices


async def test_a_clock_alone_names_no_country_and_an_unknown_country_is_refused(start: Callable[..., Any]) -> None:
    """The list offers a city that keeps the same time, not the one somebody lives in."""
    async with start(KNOWN, SOON, LATER) as here:
        await here.travel(minutes=91)
        (first,) = await here.cards()
        answer = await _tap(here, first, "correct_zone", address="ana@contoso.com", zone="Asia/Shanghai", country="Atlantis")
        assert "That names no country" in str(answer)
        await _tap(here, first, "correct_zone", address="ana@contoso.com", zone="Asia/Shanghai")
        await here.travel(minutes=121)
        second = _said((await here.cards())[-1])
        assert "Shanghai" in second and "people differ" not in second


async def test_a_note_without_words_is_refused_with_a_sentence_and_changes_nothing(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON) as here:
        await here.travel(minutes=91)
        (first,) = await here.cards()
        answer = await _tap(here, first, "note_cue", cue="HN/time_orientation", note="   ")
        assert "Write your own words first" in str(answer)
        async with here.companion.database.transaction(here.tenant_id) as session:
            kinds = {row["kind"] for row in await session.rows("corrections", here.tenant_id, MIA.id)}
        assert "cue_note" not in kinds


async def test_a_line_reported_as_wrong_is_gone_for_everybody_of_the_person_and_the_administrator_reads_it(
    start: Callable[..., Any],
) -> None:
    async with start(KNOWN, SOON) as here:
        await here.travel(minutes=91)
        (first,) = await here.cards()
        await _tap(here, first, "correct_zone", address="ana@contoso.com", zone="America/Tegucigalpa", country="Honduras")
        answer = await _tap(here, first, "report_cue", cue="HN/relationship_vs_task", note="Not in our trade")
        assert "the line is gone for you" in str(answer)
        assert await reported_customs(here.companion.database) == ["HN/relationship_vs_task (1 x, “Not in our trade”)"]


def _booked(uid: str, days: float, hour: int, who: str = "ana@firma.de") -> dict[str, Any]:
    start_at = NOON.replace(hour=hour, minute=0) + timedelta(days=days)
    return {
        "iCalUId": uid,
        "subject": f"Call {uid}",
        "start": start_at.isoformat(),
        "end": (start_at + timedelta(hours=1)).isoformat(),
        "attendees": [who],
    }


async def _add(here: World, **event: Any) -> Any:
    found = await here.control("add", event=event)
    await here.wait_for(lambda: _knows(here, event["subject"]))
    await here.settle()
    return found


async def _knows(here: World, subject: str) -> bool:
    return any(one["subject"] == subject for one in await here.week())


async def test_a_meeting_booked_at_an_hour_that_is_none_of_the_clients_is_told_at_once_with_better_times(
    start: Callable[..., Any],
) -> None:
    """Sunday at 15:00 in Berlin; the client's working week is not."""
    async with start(KNOWN) as here:
        await _add(here, **_booked("odd", 6, 14))
        (card,) = await here.cards()
        assert card["summary"] == "The time of a new meeting is hard for your client"
        assert "on the weekend of" in _said(card) and "Easier for everybody" in _said(card)
        slots = [one for one in card["attachments"][0]["content"]["actions"] if one["verb"] == "propose_slot"]
        assert len(slots) == 3
        meeting = slots[0]["data"]["meeting"]
        answer = await _tap(here, card, "propose_slot", meeting=meeting, kind="booking_warning", slot=slots[0]["data"]["slot"])
        assert "Nothing was sent" in str(answer) and "ana%40firma.de" in str(answer)


async def test_a_good_hour_brings_no_booking_card_and_neither_does_one_that_the_client_chose(start: Callable[..., Any]) -> None:
    async with start(KNOWN) as here:
        await _add(here, **_booked("good", 2, 9))
        theirs = {**_booked("theirs", 6, 14), "organizer": "ana@firma.de", "isOrganizer": False}
        await _add(here, **theirs)
        assert await here.cards() == []


async def test_a_booking_card_says_so_when_the_meeting_was_moved_to_a_good_hour(start: Callable[..., Any]) -> None:
    async with start(KNOWN) as here:
        await _add(here, **_booked("odd", 6, 14))
        await here.control("move", event_id=await here.event_id("odd"), minutes=-3 * 24 * 60)

        async def is_fine() -> bool:
            return "Nothing speaks against" in _said((await here.cards())[0])

        await here.wait_for(is_fine)
        assert len(await here.cards()) == 1


async def test_a_meeting_moved_to_an_unwelcome_hour_is_told_then(start: Callable[..., Any]) -> None:
    async with start(KNOWN) as here:
        await _add(here, **_booked("good", 2, 9))
        assert await here.cards() == []
        await here.travel(hours=1)
        await here.control("move", event_id=await here.event_id("good"), minutes=4 * 24 * 60)
        await here.wait_for(lambda: _has_cards(here))
        assert "on the weekend of" in _said((await here.cards())[0])


async def test_an_hour_called_fine_stays_fine_until_the_meeting_moves(start: Callable[..., Any]) -> None:
    async with start(KNOWN) as here:
        await _add(here, **_booked("odd", 6, 14))
        (card,) = await here.cards()
        data = card["attachments"][0]["content"]["actions"][0]["data"]
        told = {"meeting": data["meeting"], "kind": "booking_warning", "v": 1}
        await here.control("tap", person=MIA.id, activity_id=card["id"], verb="booking_fine", data=told)
        answer = await here.control("tap", person=MIA.id, activity_id=card["id"], verb="show", data=told)
        assert "Nothing speaks against" in str(answer)
        async with here.companion.database.transaction(here.tenant_id) as session:
            known = await known_person(here.companion.hands, session, here.tenant_id, PersonId(MIA.id))
        assert known is not None and len(known.corrections.fine_hours) == 1


async def test_a_warning_beyond_the_days_budget_is_dropped_and_never_an_empty_message(start: Callable[..., Any]) -> None:
    async with start(KNOWN, daily_messages=1) as here:
        await _add(here, **_booked("odd", 6, 14))
        await here.travel(minutes=30)
        assert await here.cards() == []


async def test_what_was_told_needs_no_wake_of_its_own_any_more(start: Callable[..., Any]) -> None:
    async with start(KNOWN) as here:
        await _add(here, **_booked("odd", 6, 14))
        hands = here.companion.hands
        async with hands.database.transaction(here.tenant_id) as session:
            known = await known_person(hands, session, here.tenant_id, PersonId(MIA.id))
            rows = await session.rows("meetings_between", here.tenant_id, MIA.id, NOON, NOON + timedelta(days=30))
            assert known is not None
            wakes = [one for row in rows for one in await wakes_for(hands, session, known, meeting_of(row), row["revision"])]
        assert {one.what["moment"] for one in wakes if one.kind == "moment"} == {"prepare", "pre_call_card"}


async def _has_cards(here: World) -> bool:
    return len(await here.cards()) == 1


async def test_what_stood_in_the_calendar_before_the_product_came_is_not_complained_about(start: Callable[..., Any]) -> None:
    old = event("old", NOON + timedelta(days=6), people=("ana@firma.de",), more="CREATED:20261001T080000Z")
    async with start(KNOWN, old) as here:
        assert await here.cards() == []
        assert calendar(old) in here.file.read_bytes() or "old" in str(await here.week())


async def test_taps_and_reads_of_one_calendar_at_the_same_moment_never_block_each_other(start: Callable[..., Any]) -> None:
    """They take their locks in one order: the person first, then the meeting."""
    async with start(KNOWN, SOON, LATER) as here:
        await here.travel(minutes=91)
        hands, person = here.companion.hands, PersonId(MIA.id)
        meeting = next(one["id"] for one in await here.week() if one["subject"] == "Call one")
        data = {"meeting": meeting, "kind": "pre_call_card", "address": "ana@contoso.com"}
        zones = ["America/Tegucigalpa", "Asia/Tokyo"]
        for turn in range(12):
            for uid in ("one", "two"):
                await here.control("move", event_id=await here.event_id(uid), minutes=1 if turn % 2 else -1)
            told = [take_tap(hands, here.tenant_id, person, "correct_zone", {**data, "zone": zone}, "") for zone in zones]
            found = await asyncio.gather(*told, _read(here), return_exceptions=True)
            assert [one for one in found if isinstance(one, Exception)] == []


async def _read(here: World) -> None:
    with contextlib.suppress(MailboxBusy):
        await read_calendar(here.companion.hands, here.tenant_id, PersonId(MIA.id))
