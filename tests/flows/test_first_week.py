"""A newcomer's first week: welcomed in their turn, shown what comes, asked little and once, and told at its end what was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from sidecar.domain.meetings.first_week import RUSH
from sidecar.domain.meetings.meeting import PersonId
from sidecar.domain.meetings.wake import spread
from sidecar.domain.wording.card_parts import words_in
from sidecar.errors import Retryable
from sidecar.flows.chat.show_first_card import show_first_card
from sidecar.flows.watching.watch_calendars import start_watching
from sidecar.tenant import Person
from sidecar.words import Words
from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, event
from tests.flows.test_absence import out_of_office

EN = Words("en")
SAMPLE, FIRST, ZONE = (EN.say(f"first-{one}-summary") for one in ("sample", "card", "zone"))
TEAM = tuple(Person(address=f"p{n}@fabrikam.com", name=f"P {n}", zone="Europe/Berlin", language="en-GB") for n in range(RUSH + 3))
KNOWN = event("earlier", NOON - timedelta(days=7))
IN_TWO_DAYS = NOON + timedelta(days=2)
TWO_HOURS = timedelta(hours=2)
AT_NIGHT = datetime(2026, 11, 23, 1, tzinfo=UTC)


async def _with(here: Any, summary: str, person: Person = MIA) -> list[Any]:
    return [one for one in await here.said(person) if one["summary"] == summary]


async def _shown(here: Any, summary: str, person: Person = MIA) -> Any:
    async def is_there() -> Any:
        return await _with(here, summary, person)

    return (await here.wait_for(is_there))[-1]


async def _tap(here: Any, message: Any, verb: str, data: dict[str, Any], person: Person = MIA) -> Any:
    answer = await here.control("tap", person=person.id, activity_id=message["id"], verb=verb, data=data)
    return answer["body"]["value"]


def _executes(element: Any) -> list[dict[str, Any]]:
    """Every button that does something, wherever it stands."""
    if isinstance(element, list):
        return [found for one in element for found in _executes(one)]
    if not isinstance(element, dict):
        return []
    own = [element] if str(element.get("type", "")).startswith(("Action.Execute", "Action.Submit", "Action.OpenUrl")) else []
    return own + [found for value in element.values() for found in _executes(value)]


async def _set(here: Any, what: str, person: Person = MIA) -> None:
    async with here.companion.database.transaction(here.tenant_id) as session:
        await session.connection.execute(f"UPDATE companion.person SET {what} WHERE person_id = $1", person.id)  # noqa: S608


async def _person(here: Any, person: Person = MIA) -> Any:
    async with here.companion.database.transaction(here.tenant_id) as session:
        return await session.row("person", here.tenant_id, person.id)


async def _roll_out(here: Any) -> None:
    """Everybody of the team gets the app within a minute."""
    for one in TEAM:
        await here.control("install", person=one.id)
    await here.settle()


async def _welcomed(here: Any) -> int:
    return sum([len(await here.welcomes(one)) for one in TEAM])


async def test_in_a_roll_out_welcomes_are_spread_over_the_set_hours_and_who_writes_first_is_not_kept_waiting_nor_welcomed_twice(
    start: Callable[..., Any],
) -> None:
    async with start(people=TEAM, is_installed=False, welcome_within_hours=2) as here:
        await _roll_out(here)
        assert await _welcomed(here) == RUSH, "who came before anybody could tell that it is a roll-out"
        waiting = max([one for one in TEAM if not await here.welcomes(one)], key=lambda one: spread(one.id, TWO_HOURS))
        await here.say("hi", waiting)
        await here.settle()
        assert len(await here.welcomes(waiting)) == 1 and await _welcomed(here) == RUSH + 1
        later = [one for one in TEAM if not await here.welcomes(one)]
        for one in sorted(later, key=lambda one: spread(one.id, TWO_HOURS)):
            assert await here.welcomes(one) == []
            await here.travel(minutes=120 / len(later))
        assert {len(await here.welcomes(one)) for one in TEAM} == {1}


async def test_who_installs_alone_is_welcomed_at_whatever_hour_and_a_roll_out_at_night_wakes_nobody(
    start: Callable[..., Any],
) -> None:
    async with start(people=TEAM, now=AT_NIGHT, welcome_within_hours=2) as here:
        assert len(await here.welcomes()) == 1
        await _roll_out(here)
        at_night = await _welcomed(here)
        assert at_night == RUSH - 1
        await here.travel(hours=5, minutes=55)
        assert await _welcomed(here) == at_night, "07:55 in Berlin"
        await here.travel(hours=2, minutes=6)
        assert await _welcomed(here) == len(TEAM)


ON_HOLIDAY = out_of_office(date(2026, 11, 23), date(2026, 11, 26))
ON_FRIDAY = event("one", NOON + timedelta(days=4))


async def test_who_is_given_the_app_on_a_holiday_hears_nothing_until_they_are_back_at_work(start: Callable[..., Any]) -> None:
    async with start(
        KNOWN, ON_FRIDAY, ON_HOLIDAY, people=TEAM, is_installed=False, first_week=True, welcome_within_hours=2
    ) as here:
        await _roll_out(here)
        await here.install(MIA)
        await here.travel(hours=2, minutes=1)
        assert await _welcomed(here) == len(TEAM) and await here.said() == []
        hands, whom = here.companion.hands, (here.tenant_id, PersonId(MIA.id))
        await _set(here, "welcomed_at = now()")
        with pytest.raises(Retryable, match="away"):
            await show_first_card(hands, *whom)
        await _set(here, "welcomed_at = NULL")
        await here.travel(hours=60)
        assert await here.said() == [], "Thursday, 02:01 in Berlin"
        await here.travel(hours=8)
        await _shown(here, FIRST)
        assert [one["summary"] for one in await here.said()] == [EN.say("bot-welcome-summary"), FIRST]


@pytest.mark.parametrize("writes_first", [True, pytest.param(False, marks=pytest.mark.night)])
async def test_on_a_holiday_too_whoever_writes_first_or_installs_it_themselves_is_answered_now(
    start: Callable[..., Any], writes_first: bool
) -> None:
    async with start(KNOWN, ON_FRIDAY, ON_HOLIDAY, people=TEAM, is_installed=False, first_week=True) as here:
        if writes_first:
            await _roll_out(here)
        await here.install(MIA)
        if writes_first:
            assert await here.said() == []
            await here.say("hi")
        await _shown(here, FIRST)
        assert len(await here.welcomes()) == 1


async def test_where_we_give_the_app_ourselves_nobody_is_welcomed_outside_of_their_work(start: Callable[..., Any]) -> None:
    async with start(now=AT_NIGHT, is_installed=False) as here:
        hands = replace(here.companion.hands, catalogue_app="our-app", home=here.tenant_id)
        await start_watching(hands, here.tenant_id, PersonId(MIA.id), {}, MIA.name, MIA.language, MIA.zone)
        await here.settle()
        row = await _person(here)
        assert row["welcomed_at"] is None and row["welcome_due_at"] >= datetime(2026, 11, 23, 7, tzinfo=UTC)


async def test_right_after_the_welcome_comes_the_next_client_meeting_as_a_card_that_follows_it(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", IN_TWO_DAYS), first_week=True) as here:
        message = await _shown(here, FIRST)
        assert [one["summary"] for one in await here.said()] == [EN.say("bot-welcome-summary"), FIRST]
        assert "Call one" in text_of(message["attachments"][0]["content"]["body"])
        assert words_in(message["attachments"][0]["content"]) <= 60
        await here.control("move", event_id=await here.event_id("one"), minutes=60)

        async def has_moved() -> bool:
            (now,) = [one for one in await here.said() if one["id"] == message["id"]]
            return "13:00" in text_of(now["attachments"][0]["content"]["body"])

        await here.wait_for(has_moved)
        await here.travel(minutes=5)
        assert len(await here.said()) == 2


async def test_without_a_client_meeting_in_the_week_a_sample_comes_marked_as_one_and_stores_nothing(
    start: Callable[..., Any],
) -> None:
    in_ten_days = event("late", NOON + timedelta(days=10))
    async with start(in_ten_days, first_week=True) as here:
        message = await _shown(here, SAMPLE)
        card = message["attachments"][0]["content"]
        assert text_of(card["body"]).startswith(EN.say("first-sample-mark")) and "Maria Silva" in text_of(card["body"])
        assert _executes(card) == [] and "Input." not in str(card)
        assert words_in(card) <= 60
        async with here.companion.database.transaction(here.tenant_id) as session:
            held = await session.connection.fetchval("SELECT count(*) FROM companion.delivery")
        assert held == 0 and not await _with(here, FIRST) and not await _with(here, ZONE)
        await here.travel(days=7, hours=1)
        assert len(await _with(here, SAMPLE)) == 1 and await here.nudges() == [], "of a week without anything nothing is told"


async def test_a_card_that_comes_by_itself_in_minutes_has_none_before_it(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", NOON + timedelta(minutes=33)), first_week=True) as here:
        await here.travel(minutes=4)
        cards = [one for one in await here.cards() if "Call one" in str(one["attachments"])]
        assert len(cards) == 1 and cards[0]["summary"] not in (FIRST, SAMPLE)


async def test_the_first_card_comes_once_and_asks_whether_this_is_a_client_which_later_cards_of_that_domain_do_not(
    start: Callable[..., Any],
) -> None:
    async with start(KNOWN, event("one", IN_TWO_DAYS), first_week=True) as here:
        first = await _shown(here, FIRST)
        assert "One tap says so" in str(first["attachments"])
        await here.control("uninstall", person=MIA.id)
        await here.settle()
        await here.install(MIA)
        await show_first_card(here.companion.hands, here.tenant_id, PersonId(MIA.id))
        await here.travel(days=1, hours=23, minutes=31)
        assert not await _with(here, SAMPLE)
        before = [one for one in await here.cards() if one["id"] != first["id"]]
        assert len(before) == 1 and "One tap says so" not in str(before[0]["attachments"])


async def test_the_own_zone_is_asked_once_where_mailbox_and_client_disagree_and_the_answer_sticks_and_can_be_undone(
    start: Callable[..., Any],
) -> None:
    async with start(KNOWN, event("one", IN_TWO_DAYS), first_week=True, is_installed=False) as here:
        await here.install(MIA)
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.connection.execute(
                "UPDATE companion.person SET zone_at_install = 'America/New_York', first_card_at = NULL, zone_asked_at = NULL"
            )
        await show_first_card(here.companion.hands, here.tenant_id, PersonId(MIA.id))
        asked = await _shown(here, ZONE)
        card = asked["attachments"][0]["content"]
        buttons = [one for one in _executes(card) if one.get("verb") == "own_zone" and "zone" in one["data"]]
        assert [one["data"]["zone"] for one in buttons] == ["Europe/Berlin", "America/New_York"]
        assert "12:0" in buttons[0]["title"] and "06:0" in buttons[1]["title"]
        assert (await _person(here))["zone_asked_at"] is not None
        before = (await _person(here))["preferences"]
        noted = await _tap(here, asked, "own_zone", buttons[1]["data"])
        assert "New York" in text_of(noted["body"])
        assert "06:0" in text_of((await here.say("next"))["attachments"][0]["content"]["body"])
        await here.control("uninstall", person=MIA.id)
        await here.settle()
        await here.install(MIA)
        await here.travel(hours=3)
        assert (await _person(here))["preferences"]["zone"] == "America/New_York" and len(await _with(here, ZONE)) <= 1
        (undo,) = [one for one in _executes(noted) if "verb" in one]
        again = await _tap(here, asked, undo["verb"], undo["data"])
        assert (await _person(here))["preferences"] == before and EN.say("first-zone-title") in text_of(again["body"])


async def test_the_own_zone_is_asked_once_also_where_nothing_says_any(start: Callable[..., Any]) -> None:
    """Mailbox closed to us, no clock of the device, no meetings of their own: the question stands as asked."""
    async with start(event("one", IN_TWO_DAYS), is_installed=False) as here:
        await here.install(MIA)
        hands = replace(here.companion.hands, has_first_week=True)
        await _set(here, "zone_at_install = NULL")
        await here.control("weather", path_prefix=f"/v1.0/users/{MIA.id}/mailboxSettings", status=403)
        await show_first_card(hands, here.tenant_id, PersonId(MIA.id))
        await _shown(here, ZONE)
        assert (await _person(here))["zone_asked_at"] is not None
        await _set(here, "first_card_at = NULL")
        await show_first_card(hands, here.tenant_id, PersonId(MIA.id))
        await here.settle()
        assert len(await _with(here, ZONE)) == 1


async def test_after_a_week_one_line_says_what_was_done_and_again_only_to_whoever_asks(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", IN_TWO_DAYS), first_week=True) as here:
        await _shown(here, FIRST)
        said = await here.say("What did you do for me?")
        assert "a card for one meeting" in text_of(said["attachments"][0]["content"]["body"])
        await here.travel(days=6, hours=12)
        assert not any("first week" in str(one["attachments"]) for one in await here.nudges())
        await here.travel(hours=12)
        told = [one for one in await here.nudges() if "first week" in str(one["attachments"])]
        assert len(told) == 1 and "a card for one meeting" in str(told[0]["attachments"])
        assert "what did you do" in str(told[0]["attachments"])
        await here.travel(days=1)
        await here.travel(days=7)
        assert len([one for one in await here.nudges() if "first week" in str(one["attachments"])]) == 1


async def test_a_card_taken_away_by_the_persons_own_word_is_no_meeting_followed_and_a_cancelled_one_is(
    start: Callable[..., Any],
) -> None:
    async with start(KNOWN, event("one", NOON + timedelta(hours=2)), event("two", NOON + timedelta(hours=3))) as here:

        async def is_taken_away() -> bool:
            async with here.companion.database.transaction(here.tenant_id) as session:
                return bool(
                    await session.connection.fetchval("SELECT count(*) FROM companion.delivery WHERE state = 'withdrawn'")
                )

        await here.travel(minutes=91)
        await here.travel(minutes=60)
        assert len(await here.cards()) == 2
        await here.control("change", event_id=await here.event_id("two"), patch={"showAs": "free"})
        await here.wait_for(is_taken_away)
        said = text_of((await here.say("What did you do for me?"))["attachments"])
        assert "cards for 2 meetings" in said and "follow" not in said
        await here.control("cancel", event_id=await here.event_id("two"))

        async def follows() -> bool:
            said = text_of((await here.say("What did you do for me?"))["attachments"])
            return "cards for 2 meetings" in said and EN.say("first-done-moved", count=1) in said

        await here.wait_for(follows)


async def test_where_the_administrator_wants_no_first_week_only_the_welcome_comes(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", IN_TWO_DAYS), first_week=False) as here:
        await here.travel(days=1)
        assert [one["summary"] for one in await here.said()] == [EN.say("bot-welcome-summary")]
