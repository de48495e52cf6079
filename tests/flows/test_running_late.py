"""Running late into the next client call: its card says so first, and one tap opens the words; nothing is sent by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, World, event
from tests.flows.test_invitations import content

AT_ONE, AT_TWO = NOON + timedelta(hours=1), NOON + timedelta(hours=2)
THREAD = "19:meeting_Follow1234@thread.v2"
LINK = "LOCATION:https://teams.microsoft.com/l/meetup-join/19%3ameeting_Follow1234%40thread.v2/0?context=x"
NEXT_LINK = "LOCATION:https://teams.microsoft.com/l/meetup-join/19%3ameeting_Next5678%40thread.v2/0?context=x"
RAFAEL, LI = "rafael@adatum.com", "li.wei@adatum.com"
KNOWN = (event("earlier", NOON - timedelta(days=7)), event("earlier too", NOON - timedelta(days=6), people=(RAFAEL,)))
CALL = event("first", AT_ONE, more=LINK)
LATE = "Your call before was still running at 13:5"


async def tell(here: World, what: str) -> None:
    await here.control("call", person=MIA.id, thread=THREAD, what=what, members=[])


async def card_at(here: World, clock: str) -> Any:
    """The card of the meeting that begins then."""
    return next(one for one in await here.cards() if one["summary"] == f"You meet a client at {clock}")


def opened(part: Any) -> list[Any]:
    """Every button of a card that opens a link, in order."""
    if isinstance(part, list):
        return [one for inner in part for one in opened(inner)]
    if not isinstance(part, dict):
        return []
    own = [part] if part.get("type") == "Action.OpenUrl" else []
    return own + [one for inner in part.values() for one in opened(inner)]


async def test_a_call_that_runs_on_puts_itself_first_on_the_next_card_with_one_tap_to_tell_them(
    start: Callable[..., Any],
) -> None:
    async with start(*KNOWN, CALL, event("next", AT_TWO, people=(RAFAEL, LI), more=NEXT_LINK)) as here:
        await here.travel(minutes=61)
        await tell(here, "start")
        await here.travel(minutes=30)
        before = await card_at(here, "14:00")
        assert "still running" not in text_of(content(before))
        await here.travel(minutes=28)
        card = await card_at(here, "14:00")
        told = text_of(content(card)).splitlines()
        (said,) = [place for place, line in enumerate(told) if LATE in line]
        assert said < min(place for place, line in enumerate(told) if "afael" in line)
        assert card["id"] == before["id"], "the card that stands in the chat is edited, there is no second one"
        late = next(one for one in opened(content(card)) if one["title"] == "Tell them: 5 min late")
        link = urlsplit(late["url"])
        asked = parse_qs(link.query)
        assert (link.hostname, link.path) == ("teams.microsoft.com", "/l/chat/0/0")
        assert asked["users"] == [f"{LI},{RAFAEL}"] or asked["users"] == [f"{RAFAEL},{LI}"]
        assert "about five minutes late" in asked["message"][0]
        assert "You send it." in late["tooltip"]
        assert await here.look(f"chat?thread={THREAD}") == [], "nothing is said to anybody by itself"


async def test_the_follow_up_of_the_call_that_ran_over_waits_until_the_next_call_is_over(start: Callable[..., Any]) -> None:
    async with start(*KNOWN, CALL, event("next", AT_TWO, people=(RAFAEL,), more=NEXT_LINK)) as here:
        await here.travel(minutes=61)
        await tell(here, "start")
        await here.travel(minutes=62)
        await tell(here, "end")
        await here.settle()
        newest = (await here.said())[-1]
        assert newest["summary"] == "You meet a client at 14:00", "the card of the next call stands last in the chat"
        await here.travel(minutes=60)
        assert (await here.said())[-1]["summary"] != "You meet a client at 14:00"


@pytest.mark.night
async def test_outside_of_teams_the_words_open_as_a_mail_and_the_button_says_that_it_leaves_teams(
    start: Callable[..., Any],
) -> None:
    zoom = "LOCATION:https://northwind.zoom.us/j/98765432109"
    async with start(*KNOWN, CALL, event("next", AT_TWO, people=(RAFAEL,), more=zoom)) as here:
        await here.travel(minutes=61)
        await tell(here, "start")
        await here.travel(minutes=30)
        await here.travel(minutes=28)
        late = next(one for one in opened(content(await card_at(here, "14:00"))) if one["title"] == "Mail them: 5 min late")
        link = urlsplit(late["url"])
        assert link.hostname == "outlook.office.com" and parse_qs(link.query)["to"] == [RAFAEL]
        assert "Leaves Teams" in late["tooltip"]


async def test_a_call_that_ended_in_time_leaves_the_next_card_as_it_is_and_the_line_goes_when_it_is_no_longer_of_use(
    start: Callable[..., Any],
) -> None:
    async with start(*KNOWN, CALL, event("next", AT_TWO, people=(RAFAEL,), more=NEXT_LINK)) as here:
        await here.travel(minutes=61)
        await tell(here, "start")
        await here.travel(minutes=50)
        await tell(here, "end")
        await here.travel(minutes=8)
        assert "still running" not in text_of(content(await card_at(here, "14:00")))
        await tell(here, "start")
        await here.travel(minutes=3)
        await here.travel(minutes=15)
        assert "still running" not in text_of(content(await card_at(here, "14:00")))


async def test_the_calendar_alone_says_of_nobody_that_they_are_late(start: Callable[..., Any]) -> None:
    """A meeting that is planned until then may be over for long: only Teams or the person tells that a call runs."""
    async with start(*KNOWN, event("first", AT_ONE, minutes=90), event("next", AT_TWO, people=(RAFAEL,))) as here:
        await here.travel(minutes=91)
        await here.travel(minutes=28)
        assert "still running" not in text_of(content(await card_at(here, "14:00")))
