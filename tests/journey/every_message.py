"""Every kind of card that the bot sends, as a person may see it in the chat, and which of the product's functions drew them."""

from __future__ import annotations

import ast
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import FrameType
from typing import Any, Final

from sidecar.domain.cards import call_cards, choice_cards, colleague_cards, first_week_cards, message_cards, why_card
from sidecar.domain.meetings.client import Corrections
from sidecar.flows.before.make_card import make_notice
from sidecar.words import Words
from tests.domain.sample_meeting import LONDON, MARIA, MEETING, START
from tests.domain.test_card import _every_kind
from tests.domain.test_message_cards import _coming
from tests.hostile.every_card import _owed, cards_with
from tests.journey.panel_call import MOMENTS, during

SIDECAR: Final = Path(__file__).parents[2] / "sidecar"
CARDS: Final = SIDECAR / "domain" / "cards"
NAME: Final = "Maria Silva"
Card = dict[str, Any]
Drawer = tuple[str, str]
"""A file of the product and a function in it."""


def every_message(language: str = "en") -> dict[str, Card]:
    """By name, in the order of a client's story."""
    words = Words(language)
    return {
        **_first_week(words),
        **{f"before: {name}": one for name, one in _every_kind(words).items() if name in ("full", "bare", "rest")},
        **cards_with(NAME, language),
        **_calls(words),
        **_chat(words),
        **_colleagues(words),
    }


def _first_week(words: Words) -> dict[str, Card]:
    preferences, now = replace(LONDON, language=words.language), START - timedelta(days=3)
    done = first_week_cards.Done(cards=4, moved=2, promises=3, drafts=1)
    return {
        "first week: sample": first_week_cards.sample_card(words, preferences, now),
        "first week: own clock": first_week_cards.zone_card(["Europe/Berlin", "America/New_York"], "Europe/Berlin", now, words),
        "first week: own clock noted": first_week_cards.zone_noted_card("Europe/Berlin", "", words),
        "first week: done for you": first_week_cards.done_card(done, words),
    }


def _calls(words: Words) -> dict[str, Card]:
    """The card of a call in each of its moments."""
    found = {}
    for moment in MOMENTS:
        call = during(moment)["call"]
        found[f"call: {moment}"] = call_cards.now_card(MEETING, call, words, LONDON.zone)
    return found


def _chat(words: Words) -> dict[str, Card]:
    coming = _coming(count=1)
    became = why_card.Became(
        day="Mon 23 Nov", clock="14:00", subject="Roll-out review", why=(words.say("reason-declined"),), is_in_order=False
    )
    return {
        "message: why no card": why_card.why_card([words.say("bot-calendar-closed")], [became] * 6, words),
        "message: thanks": message_cards.thanks_card(words),
        "message: undo": message_cards.undo_card(words),
        "message: mute nobody": choice_cards.mute_card((), Corrections(), START.date(), words),
        "message: tomorrow": message_cards.today_card(coming, coming[0], words, LONDON, is_tomorrow=True),
        "message: calendar closed": dict(make_notice(words, words.say("bot-calendar-closed"))),
    }


def _colleagues(words: Words) -> dict[str, Card]:
    offer = colleague_cards.Offer(
        client="northwindtraders.com", client_name="Northwind Traders", giver="Priya Nair", taker="Sam Carter",
        moves=("promises", "rhythm"), promises=3,
    )  # fmt: skip
    drawn = _every_kind(words)["full"]
    return {
        "colleague: what to hand over": colleague_cards.what_to_hand_card(offer, {"client": offer.client}, words),
        "colleague: offered": colleague_cards.offered_card(offer, "x", words),
        "colleague: offer": colleague_cards.offer_card(offer, "x", words),
        "colleague: who may see": colleague_cards.grants_card([("1", "Priya Nair")], words, "Noted."),
        "colleague: their card": colleague_cards.seen_card(drawn, "Priya Nair", words),
        "colleague: somebody left": colleague_cards.left_card(NAME, MARIA.address, [_owed("The price list")], words),
    }


def drawers_in_code() -> set[Drawer]:
    """Every function of the product that draws a whole card: each that is called so in the cards' room, and each that puts one
    together wherever it lives."""
    found: set[Drawer] = set()
    for path in SIDECAR.rglob("*.py"):
        for one in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(one, ast.FunctionDef) and (_draws(one) or (path.parent == CARDS and _is_called_so(one))):
                found.add((str(path), one.name))
    return found


def _is_called_so(function: ast.FunctionDef) -> bool:
    return function.name.endswith("_card") and not function.name.startswith("_")


def _draws(function: ast.FunctionDef) -> bool:
    calls = (one.func for one in ast.walk(function) if isinstance(one, ast.Call))
    return any("adaptive_card" in (getattr(one, "id", ""), getattr(one, "attr", "")) for one in calls)


def drawers_used() -> set[Drawer]:
    """Every function that ran while the messages here were made."""
    used: set[Drawer] = set()

    def note(frame: FrameType, _event: str, _argument: object) -> None:
        used.add((frame.f_code.co_filename, frame.f_code.co_name))

    before = sys.gettrace()
    sys.settrace(note)
    try:
        every_message()
    finally:
        sys.settrace(before)
    return used
