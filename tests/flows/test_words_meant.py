"""Words that are nearly a command, or more than one, get what was meant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tests.flows.conftest import MIA, NOON, event
from tests.flows.test_bot_words import MEGAN, card, choices, tap, text, verbs

AT_TWO = NOON + timedelta(hours=2)
KNOWN = event("earlier", NOON - timedelta(days=7))
MANY = (event("one", AT_TWO), event("two", AT_TWO + timedelta(days=1), people=MEGAN))


def _chosen(message: Any) -> str:
    return next(str(one["value"]) for one in card(message)["body"] if one.get("id") == "choice")


async def test_what_is_to_be_muted_is_chosen_already_and_one_tap_mutes_it(start: Callable[..., Any]) -> None:
    async with start(KNOWN, *MANY) as here:
        for word, chosen in (
            ("mute today", "mute_today|2026-11-23"),
            ("mute contoso.com", "mute_client|contoso.com"),
            ("stumm Megan", "mute_client|contoso.com"),
            ("mute this client", "mute_today|2026-11-23"),
        ):
            answer = await here.say(word)
            assert _chosen(answer) == chosen and "no command" not in text(answer), word
            await here.travel(seconds=10)
        answer = await here.say("mute contoso.com")
        muted = await tap(here, answer, "mute_chosen", choice=_chosen(answer))
        assert choices(muted, "muted") == ["Client: contoso.com"]


async def test_tomorrow_lists_the_clients_of_tomorrow(start: Callable[..., Any]) -> None:
    async with start(KNOWN, *MANY) as here:
        said = text(await here.say("tomorrow"))
        assert "Your clients tomorrow" in said and "Call two" in said and "Call one" not in said
        await here.travel(hours=24)
        assert "No client meetings tomorrow" in text(await here.say("morgen"))


async def test_thanks_get_one_warm_line_and_undo_shows_where_things_are_taken_back(start: Callable[..., Any]) -> None:
    async with start(KNOWN, *MANY) as here:
        thanked = await here.say("thanks 👍")
        assert text(thanked).startswith("With pleasure") and verbs(thanked) == []
        undo = await here.say("undo")
        shown = await tap(here, undo, "ask", **card(undo)["actions"][0]["data"])
        assert "Silence" in text(shown)


async def test_a_name_gives_the_next_card_and_offers_the_others_with_their_days(start: Callable[..., Any]) -> None:
    other = event("later", AT_TWO + timedelta(days=2), people=("aiko@northwindtraders.com", "jo@northwindtraders.com"))
    async with start(KNOWN, event("one", AT_TWO), other) as here:
        await here.control("say", person=MIA.id, text="brief Aiko")

        async def both() -> Any:
            return await here.cards() if len(await here.cards()) == 2 else None

        shown = " ".join(text(one) for one in await here.wait_for(both))
        assert "Call one" in shown and "You may also mean" in shown
        (offer,) = [one for one in await here.cards() if "You may also mean" in text(one)]
        assert [one["title"] for one in card(offer)["actions"]] == ["Wed 25 Nov 14:00 northwindtraders.com"]


async def test_the_name_in_help_is_of_somebody_who_is_coming_or_none(start: Callable[..., Any]) -> None:
    async with start(KNOWN) as here:
        said = text(await here.say("help"))
        assert "brief …" in said and "Megan" not in said
