"""Of the cards that somebody asked for, one follows the meeting: the newest, or the one that was asked for again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tests.flows.conftest import NOON, event
from tests.flows.test_bot_words import card, tap, text, verbs
from tests.flows.test_settings import _data

AT_TWO = NOON + timedelta(hours=2)
KNOWN = event("earlier", NOON - timedelta(days=7))


async def _shows(here: Any, message: Any, words: str) -> Any:
    async def found() -> Any:
        return [one for one in await here.cards() if one["id"] == message["id"] and words in text(one)]

    return (await here.wait_for(found))[0]


async def _two(here: Any) -> tuple[Any, Any]:
    """The same card asked for twice: the first is a line."""
    first = await here.say("next")
    second = await here.say("next")
    return await _shows(here, first, "another message"), second


async def test_a_folded_card_that_was_asked_for_comes_back_as_it_was_and_follows_its_meeting(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        folded, second = await _two(here)
        shown = await tap(here, folded, "show", **_data(folded, "show"))
        assert "first meeting" not in text(shown) and text(shown) == text(second)
        await _shows(here, second, "another message")
        await here.control("move", event_id=await here.event_id("one"), minutes=45)
        await _shows(here, shown, "14:45")
        await here.control("cancel", event_id=await here.event_id("one"))
        await _shows(here, shown, "Cancelled")
        back = await tap(here, second, "show", **_data(folded, "show"))
        assert "Cancelled" in text(back)
        assert len(await here.cards()) == 2


async def test_a_preparation_that_was_folded_comes_back_stays_and_follows_its_meeting(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_TWO + timedelta(days=1)), now=NOON - timedelta(hours=4)) as here:
        await here.travel(hours=2)
        (first,) = await here.cards()
        await here.travel(hours=28)
        folded = await _shows(here, first, "further down")
        shown = await tap(here, folded, "show", **_data(folded, "show"))
        assert "first meeting" in text(shown) and verbs(shown)
        await here.settle()
        await here.control("move", event_id=await here.event_id("one"), minutes=15)
        again = await _shows(here, shown, "14:15")
        assert "first meeting" in text(again)


async def test_a_card_asked_for_beside_a_preparation_is_never_taken_out(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_TWO + timedelta(days=1)), now=NOON - timedelta(hours=4)) as here:
        await here.travel(hours=2)
        folded, _ = await _two(here)
        await tap(here, folded, "show", **_data(folded, "show"))
        await here.settle()
        assert len(await here.cards()) == 3


async def test_an_older_card_folds_also_where_teams_could_not_at_once(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        first = await here.say("next")
        await here.control("weather", path_prefix="/connector", method="PUT", status=503, count=2, body="html")
        await here.say("next")
        line = await _shows(here, first, "another message")
        assert len(card(line)["body"]) == 1
