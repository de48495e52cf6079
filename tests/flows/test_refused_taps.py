"""A tap that cannot be carried out says why in the chat's own words, and leaves the way back to the card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.flows.conftest import NOON, event
from tests.flows.test_bot_words import MEGAN, card, tap, text, verbs
from tests.flows.test_settings import _data, _sent

AT_TWO = NOON + timedelta(hours=2)
KNOWN = event("earlier", NOON - timedelta(days=7))

REFUSED: list[tuple[str, dict[str, str], str]] = [
    ("correct_zone", {"zone": "Europe/London", "country": "Engand"}, "no country we know"),
    ("correct_zone", {"zone": "Mars/Olympus"}, "no time zone we know"),
    ("propose_slot", {"slot": "2026-11-20T09:00:00Z"}, "time is over"),
    ("propose_slot", {"slot": "soon"}, "older card"),
    ("unheard_of", {}, "older card"),
    ("note_cue", {"cue": "JP/greeting", "note": " "}, "your own words"),
    ("tick", {"checks": "lobby,recording"}, "older card"),
    ("role", {"role_of": "aiko@northwindtraders.com", "role": "emperor"}, "older card"),
    ("role", {"role_of": "x@elsewhere.com", "role": "skeptic"}, "older card"),
    ("mute", {"scope": "galaxy"}, "older card"),
    ("correct_zone", {"zone": "Europe/London", "address": ""}, "older card"),
    ("correct_zone", {"zone": "Europe/London", "address": "x@elsewhere.com"}, "older card"),
]


@pytest.mark.parametrize("how", ["execute", "submit"])
async def test_every_refused_tap_says_why_and_shows_the_card_again_with_one_tap(start: Callable[..., Any], how: str) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        sent = await _sent(here)
        base = {**_data(sent, "mute"), "address": "aiko@northwindtraders.com"}
        for verb, data, said in REFUSED:
            shown = await tap(here, sent, verb, how=how, **{**base, **data})
            assert said in text(shown) and "panel" not in text(shown).lower(), verb
            assert verbs(shown) == ["show"], verb
            back = await tap(here, shown, "show", how=how, **_data(shown, "show"))
            assert "Call one" in text(back) and "mute" in str(card(back))
            await here.travel(seconds=5)
        assert len(await here.cards()) == 1


async def test_a_refused_choice_leaves_the_usual_ways_on(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO), event("two", AT_TWO + timedelta(days=1), people=MEGAN)) as here:
        for verb in ("mute_chosen", "unmute_chosen", "not_client_chosen", "client_again", "brief_open"):
            answer = await here.say("mute")
            shown = await tap(here, answer, verb, choice="x|y", muted="x|y", organisation="x", again="x", meeting="x")
            assert verbs(shown) == ["ask"] * 4, verb
            await here.travel(seconds=30)
        again = await here.say("mute")
        refused = await tap(here, again, "mute_chosen", choice="x|y")
        following = await tap(here, refused, "ask", **card(refused)["actions"][1]["data"])
        assert "Call one" in text(following)
