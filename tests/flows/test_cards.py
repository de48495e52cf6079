"""One card a meeting: at its moment, following the meeting, whatever Graph and Teams do in the meantime."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sidecar.domain.meetings.pace import earlier_by
from tests.flows.conftest import MIA, NOON, WELCOMES, calendar, event

AT_TWO = NOON + timedelta(hours=2)
KNOWN = event("earlier", NOON - timedelta(days=7))
"""They have met before, so there is no preparation card."""


async def test_the_card_comes_half_an_hour_before_and_once(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.travel(minutes=89)
        assert await here.cards() == []
        await here.travel(minutes=2)
        (card,) = await here.cards()
        assert card["summary"] == "You meet a client at 14:00"
        await here.travel(minutes=20)
        assert len(await here.cards()) == 1


async def test_a_first_meeting_is_prepared_the_day_before_and_the_first_card_folds(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_TWO + timedelta(days=1)), now=NOON - timedelta(hours=4)) as here:
        await here.travel(hours=2)
        (first,) = await here.cards()
        await here.travel(hours=28)
        assert len(await here.cards()) == 2
        again = next(one for one in await here.cards() if one["id"] == first["id"])
        assert len(again["history"]) > 1
        assert len(str(again["attachments"])) < len(str(first["attachments"]))


async def test_a_small_move_edits_the_card_in_place(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.travel(minutes=91)
        await here.control("move", event_id=await here.event_id("one"), minutes=30)

        async def is_edited() -> bool:
            return "14:30" in str((await here.cards())[0]["attachments"])

        await here.wait_for(is_edited)
        await here.travel(minutes=40)
        assert len(await here.cards()) == 1


async def test_a_move_to_another_day_folds_the_card_and_sends_a_new_one_then(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.travel(minutes=91)
        await here.control("move", event_id=await here.event_id("one"), minutes=24 * 60)

        async def is_folded() -> bool:
            return "Moved to" in str((await here.cards())[0]["attachments"])

        await here.wait_for(is_folded)
        await here.settle()
        assert len(await here.cards()) == 1
        await here.travel(hours=24)
        assert len(await here.cards()) == 2


async def test_a_cancelled_meeting_says_so_in_its_card_and_a_coming_card_never_comes(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO), event("two", AT_TWO + timedelta(hours=2))) as here:
        await here.travel(minutes=91)
        for uid in ("one", "two"):
            await here.control("cancel", event_id=await here.event_id(uid))

        async def says_so() -> bool:
            return "Cancelled" in str((await here.cards())[0]["attachments"])

        await here.wait_for(says_so)
        await here.travel(hours=3)
        assert len(await here.cards()) == 1


async def test_a_meeting_that_vanished_from_the_calendar_is_cancelled(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.travel(minutes=91)
        here.file.write_bytes(calendar(KNOWN))

        async def says_so() -> bool:
            return "Cancelled" in str((await here.cards())[0]["attachments"])

        await here.wait_for(says_so)


async def test_a_lost_notice_does_not_make_a_wrong_card(start: Callable[..., Any]) -> None:
    """Graph may drop notices for good: the calendar is read before a card fires."""
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.control("notices", mode="never")
        await here.control("move", event_id=await here.event_id("one"), minutes=120)
        await here.travel(minutes=95)
        assert await here.cards() == []
        await here.travel(minutes=120)
        (card,) = await here.cards()
        assert "16:00" in str(card["attachments"])


async def test_a_meeting_armed_again_while_its_stale_wake_runs_still_gets_its_card(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.control("weather", path_prefix="/v1.0/users", method="GET", slow_seconds=1.5, count=1)
        one = await here.event_id("one")
        await here.control("move", event_id=one, minutes=5)
        await here.control("move", event_id=one, minutes=-5)
        await here.travel(minutes=91)
        await here.control("move", event_id=one, minutes=1)

        async def has_come() -> bool:
            return len(await here.cards()) == 1

        await here.wait_for(has_come)


async def test_an_outage_of_graph_loses_no_card(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.control("weather", path_prefix="/v1.0", status=503, body="html")
        await here.travel_without_settling(minutes=93)

        async def has_come() -> bool:
            return len(await here.cards()) == 1

        await here.wait_for(has_come, 60)
        await here.control("weather/clear")


async def test_a_storm_of_429_from_teams_makes_no_second_card(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.control("weather", path_prefix="/connector", status=429, count=2, retry_after="1")
        await here.travel(minutes=91)

        async def has_come() -> bool:
            return len(await here.cards()) == 1

        await here.wait_for(has_come)
        await here.travel(minutes=5)
        assert len(await here.cards()) == 1


async def test_a_card_that_would_be_too_late_does_not_come(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        here.stop.set()
        await here.worker
        await here.travel_without_settling(hours=2, minutes=6)
        await here.start_worker()
        await here.settle()
        assert await here.cards() == []


async def test_over_the_daily_budget_the_rest_is_one_message(start: Callable[..., Any]) -> None:
    events = [event(f"m{index}", AT_TWO + timedelta(minutes=40 * index), minutes=30) for index in range(6)]
    async with start(KNOWN, *events, daily_messages=3) as here:
        await here.travel(hours=1, minutes=31)
        for _ in range(6):
            await here.travel(minutes=40)
        cards = [one for one in await here.said() if one["summary"] not in WELCOMES]
        assert len(cards) == 3, "what follows from a call takes the place of its card"
        rest = str((await here.cards())[-1]["attachments"])
        assert all(f"Call m{index}" in rest for index in range(2, 6))


async def test_a_card_never_comes_for_somebody_who_took_the_bot_out(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.control("uninstall", person=MIA.id)

        async def has_no_watch() -> bool:
            return not await here.look("subscriptions")

        await here.wait_for(has_no_watch)
        await here.travel(hours=2)
        assert await here.cards() == []


async def test_when_every_client_declines_the_card_is_withdrawn_and_comes_back_when_one_accepts(
    start: Callable[..., Any],
) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.travel(minutes=91)
        one = await here.event_id("one")

        async def answer(response: str) -> None:
            person = {"emailAddress": {"name": "Aiko", "address": "aiko@northwindtraders.com"}, "type": "required"}
            patch = {"attendees": [{**person, "status": {"response": response, "time": "2026-11-23T12:00:00Z"}}]}
            await here.control("change", event_id=one, patch=patch)

        async def shows(text: str) -> bool:
            return text in str((await here.cards())[0]["attachments"])

        async def is_whole() -> bool:
            return "Action.Execute" in str((await here.cards())[0]["attachments"])

        await answer("declined")
        await here.wait_for(lambda: shows("so its card is gone"))
        await here.settle()
        await answer("accepted")
        await here.wait_for(is_whole)
        assert len(await here.cards()) == 1


async def test_two_wakes_for_one_moment_send_one_card(start: Callable[..., Any]) -> None:
    """Every change of a meeting adds a wake for the same moment; both fire in the same instant while Teams is slow."""
    async with start(KNOWN, event("one", AT_TWO)) as here:
        one = await here.event_id("one")
        await here.travel(minutes=85)
        for subject in ("First", "Second", "Third"):
            await here.control("change", event_id=one, patch={"subject": subject})
            await here.control("notify", event_id=one)

            async def is_read(wanted: str = subject) -> bool:
                return any(meeting["subject"] == wanted for meeting in await here.week())

            await here.wait_for(is_read)
        await here.control("weather", path_prefix="/connector", method="POST", slow_seconds=1.5, count=3)
        await here.travel(minutes=4, seconds=59)
        await here.travel(seconds=3)
        assert len(await here.cards()) == 1


async def test_with_calendar_permission_alone_colleagues_are_no_clients(start: Callable[..., Any]) -> None:
    """The directory and the mailbox settings say no: the owner is who organises their own events."""
    colleague = event("team", AT_TWO, people=("jonas@fabrikam.com",))
    async with start() as here:
        for path in (f"/v1.0/users/{MIA.id}?", f"/v1.0/users/{MIA.id}/mailboxSettings", "/v1.0/organization"):
            await here.control("weather", path_prefix=path, status=403, body="graph")
        await here.forget_person()
        here.file.write_bytes(calendar(colleague, event("one", AT_TWO)))
        await here.control("install", person=MIA.id)

        async def is_read() -> bool:
            return len(await here.week()) == 2

        await here.wait_for(is_read)
        shown = {one["subject"]: one["is_shown"] for one in await here.week()}
        assert shown == {"Call team": False, "Call one": True}


async def test_a_withdrawn_meeting_that_is_moved_to_another_day_gets_its_card_then(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.travel(minutes=91)
        one = await here.event_id("one")
        await here.control("change", event_id=one, patch={"sensitivity": "private"})

        async def is_withdrawn() -> bool:
            return "private" in str((await here.cards())[0]["attachments"])

        await here.wait_for(is_withdrawn)
        await here.settle()
        await here.control("move", event_id=one, minutes=24 * 60)
        await here.control("change", event_id=one, patch={"sensitivity": "normal"})

        async def is_folded() -> bool:
            return "Moved to" in str((await here.cards())[0]["attachments"])

        await here.wait_for(is_folded)
        await here.travel(hours=24)
        assert len(await here.cards()) == 2


async def test_a_meeting_booked_at_night_for_the_morning_is_told_when_the_night_is_over(start: Callable[..., Any]) -> None:
    at_two_in_the_night = NOON + timedelta(hours=14)
    async with start(KNOWN, now=at_two_in_the_night) as here:
        here.file.write_bytes(calendar(KNOWN, event("early", at_two_in_the_night + timedelta(hours=5, minutes=20))))

        async def is_read() -> bool:
            return any(one["subject"] == "Call early" for one in await here.week())

        await here.wait_for(is_read)
        await here.travel(minutes=1)
        assert await here.cards() == []
        await here.travel(hours=4, minutes=51)
        assert await here.cards() == [], "eight minutes before the night is over"
        await here.travel(minutes=10)
        assert len(await here.cards()) == 1


async def test_a_merged_meeting_that_is_cancelled_leaves_the_days_last_message(start: Callable[..., Any]) -> None:
    events = [event(f"m{index}", AT_TWO + timedelta(minutes=5 * index), minutes=30) for index in range(4)]
    async with start(KNOWN, *events, daily_messages=2) as here:
        await here.travel(hours=1, minutes=50)
        cards = await here.cards()
        assert len(cards) == 2
        assert sum(f"Call m{index}" in str(cards[-1]["attachments"]) for index in range(4)) == 3
        gone = next(f"m{index}" for index in range(4) if f"Call m{index}" in str(cards[-1]["attachments"]))
        await here.control("cancel", event_id=await here.event_id(gone))

        async def has_left() -> bool:
            return f"Call {gone}" not in str((await here.cards())[-1]["attachments"])

        await here.wait_for(has_left)


async def test_who_takes_the_bot_out_and_in_again_is_watched_again(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.control("uninstall", person=MIA.id)

        async def has_no_watch() -> bool:
            return not await here.look("subscriptions")

        await here.wait_for(has_no_watch)
        await here.control("install", person=MIA.id)

        async def has_one() -> bool:
            return len(await here.look("subscriptions")) == 1

        await here.wait_for(has_one)
        await here.travel(minutes=91)
        assert len(await here.cards()) == 1


async def test_in_the_first_week_each_organisation_is_asked_about_once_and_later_never(start: Callable[..., Any]) -> None:
    later = NOON + timedelta(days=9, hours=2)
    events = [event("one", AT_TWO), event("two", AT_TWO + timedelta(hours=1)), event("late", later, people=("x@contoso.com",))]
    async with start(KNOWN, *events, event("met", NOON - timedelta(days=3), people=("x@contoso.com",))) as here:
        await here.travel(minutes=91)
        await here.travel(minutes=62)
        asked = ["One tap says so" in str(card["attachments"]) for card in await here.cards()]
        assert asked == [True, False]
        await here.travel(days=8, hours=22, minutes=59)
        cards = await here.cards()
        assert len(cards) == 3 and "One tap says so" not in str(cards[-1]["attachments"])


async def test_a_meeting_moved_far_beyond_the_window_is_moved_and_not_cancelled(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.travel(minutes=91)
        await here.control("move", event_id=await here.event_id("one"), minutes=60 * 24 * 60)

        async def is_folded() -> bool:
            return "Moved to" in str((await here.cards())[0]["attachments"])

        await here.wait_for(is_folded)
        await here.settle()
        assert len(await here.cards()) == 1


async def test_a_cancellation_that_is_noted_and_not_yet_read_stops_its_card(start: Callable[..., Any]) -> None:
    """The card falls due while no worker is there; the notice was stored, the calendar was read four minutes before."""
    async with start(KNOWN, event("one", NOON + timedelta(minutes=33)), coalesce_seconds=8) as here:
        here.stop.set()
        await here.worker
        await here.control("cancel", event_id=await here.event_id("one"))

        async def is_noted() -> bool:
            notices = await here.look("notices")
            return bool(notices["attempts"]) and not notices["pending"]

        await here.wait_for(is_noted)
        await here.travel_without_settling(minutes=4)
        await here.start_worker()
        await here.settle()
        assert await here.cards() == []


async def test_a_meeting_booked_in_quiet_hours_is_never_told_in_them(start: Callable[..., Any]) -> None:
    """One in the same night is not told at all, one in the morning when the night is over."""
    at_night = NOON + timedelta(hours=11)
    async with start(KNOWN, now=at_night) as here:
        soon = event("soon", at_night + timedelta(minutes=40))
        morning = event("morning", at_night + timedelta(hours=8, minutes=12))
        here.file.write_bytes(calendar(KNOWN, soon, morning))

        async def are_read() -> bool:
            return len(await here.week()) == 2

        await here.wait_for(are_read)
        for _ in range(4):
            await here.travel(minutes=15)
            assert await here.cards() == []
        await here.travel(hours=6, minutes=54)
        assert await here.cards() == [], "six minutes before the night is over"
        await here.travel(minutes=8)
        (card,) = await here.cards()
        assert "Call morning" in str(card["attachments"])


async def test_a_card_that_thousands_share_is_sent_in_the_half_minute_before_its_instant(start: Callable[..., Any]) -> None:
    due_at, early = NOON + timedelta(minutes=10), earlier_by("moment", MIA.id)
    assert timedelta(seconds=8) < early < timedelta(seconds=22), "of which something can be seen"
    async with start(KNOWN, event("one", due_at + timedelta(minutes=30)), is_spread=True) as here:
        await here.travel(seconds=(timedelta(minutes=10) - early).total_seconds() - 6)
        assert await here.cards() == []
        await here.travel(seconds=7)
        assert len(await here.cards()) == 1 and here.companion.clock() < due_at


async def test_a_card_due_as_the_night_ends_is_not_sent_in_the_half_minute_before(start: Callable[..., Any]) -> None:
    due_at, early = NOON + timedelta(hours=19), earlier_by("moment", MIA.id)
    async with start(KNOWN, event("one", due_at + timedelta(minutes=30)), is_spread=True) as here:
        await here.travel(minutes=1)
        await here.travel_without_settling(seconds=(due_at - here.companion.clock() - early).total_seconds() + 1)

        async def has_looked() -> bool:
            looked = (
                "SELECT EXISTS (SELECT FROM queue.pgqueuer WHERE entrypoint = 'moment' AND status = 'queued' AND attempts > 0)"
            )
            return bool(await here.companion.database.pool.fetchval(looked))

        await here.wait_for(has_looked)
        assert await here.cards() == [] and here.companion.clock() < due_at
        await here.travel_without_settling(seconds=early.total_seconds())
        await here.settle()
        assert len(await here.cards()) == 1


async def test_a_card_follows_the_meetings_around_its_own(start: Callable[..., Any]) -> None:
    """It says that another one runs into it, and when the client was last met: both hang on other meetings."""
    before = event("before", AT_TWO - timedelta(minutes=40), people=("ben@adatum.com",), minutes=30)
    async with start(KNOWN, before, event("one", AT_TWO)) as here:
        await here.travel(minutes=91)
        shown = [one for one in await here.cards() if "Call one" in str(one["attachments"])]
        assert "Another meeting" not in str(shown) and "Mon 16 Nov" in str(shown)
        await here.control("move", event_id=await here.event_id("before"), minutes=20)

        async def says_so() -> bool:
            (card,) = [one for one in await here.cards() if "Call one" in str(one["attachments"])]
            return "Another meeting" in str(card["attachments"])

        await here.wait_for(says_so)
        await here.settle()
        assert sum("Call one" in str(one["attachments"]) for one in await here.cards()) == 1


async def test_who_moves_to_another_zone_is_shown_and_planned_by_its_clock(start: Callable[..., Any]) -> None:
    early = event("early", NOON + timedelta(hours=19, minutes=30))
    async with start(KNOWN, event("one", AT_TWO), early) as here:
        await here.travel(minutes=91)
        assert "14:00" in str((await here.cards())[0]["attachments"])
        moved = replace(MIA, zone="America/New_York")
        here.tenant.directory._found |= {MIA.id: moved, MIA.address: moved}  # in Outlook, for which the local tenant has no door
        await here.control("lifecycle", event="reauthorizationRequired")

        async def is_shown() -> bool:
            return "08:00" in str((await here.cards())[0]["attachments"])

        await here.wait_for(is_shown)
        await here.travel(hours=9, minutes=20)
        assert len(await here.cards()) == 1, "it is not yet five there"
        await here.travel(minutes=12)
        assert "01:30" in str((await here.cards())[-1]["attachments"]), "told before the night, in which it begins there"
