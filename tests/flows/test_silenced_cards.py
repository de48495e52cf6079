"""What the person said with a tap stands on the card that is shown again, with its way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.flows.conftest import NOON, event
from tests.flows.test_bot_words import card, tap, text
from tests.flows.test_settings import _data, _offered, _sent

KNOWN = event("earlier", NOON - timedelta(days=7))
ONE = event("one", NOON + timedelta(hours=2))


def _undoes(message: Any) -> list[Any]:
    found: list[Any] = []

    def walk(part: Any) -> None:
        if isinstance(part, dict):
            found.extend([part] if part.get("verb") == "undo" and part.get("type") == "Action.Execute" else [])
            for inner in part.values():
                walk(inner)
        elif isinstance(part, list):
            for inner in part:
                walk(inner)

    walk(card(message))
    return found


@pytest.mark.parametrize(("verb", "scope"), [("mute", "client"), ("mute", "today"), ("not_client", "domain")])
async def test_a_silenced_card_that_is_shown_again_says_so_and_is_taken_back_on_it(
    start: Callable[..., Any], verb: str, scope: str
) -> None:
    async with start(KNOWN, ONE) as here:
        sent = await _sent(here)
        noted = await tap(here, sent, verb, **{**_data(sent, verb), "scope": scope})
        again = await tap(here, noted, "show", **_data(noted, "show"))
        assert "You asked for no cards" in text(again)
        back = await tap(here, again, "undo", **_undoes(again)[0]["data"])
        assert "You asked for no cards" not in text(back) and not _undoes(back)
        await here.settle()
        assert all(one["is_shown"] for one in await here.week() if one["subject"] == "Call one")


async def test_a_tick_is_taken_back_on_the_card(start: Callable[..., Any]) -> None:
    async with start(KNOWN, ONE) as here:
        sent = await _sent(here)
        ticked = await tap(here, sent, "tick", **_data(sent, "tick"), checks="plan_b")
        assert "plan_b" not in _offered(ticked)
        back = await tap(here, ticked, "undo", **_undoes(ticked)[0]["data"])
        assert "plan_b" in _offered(back) and not _undoes(back)


async def test_a_setting_is_told_in_one_language_also_when_the_language_changes(start: Callable[..., Any]) -> None:
    async with start(KNOWN) as here:
        shown = await tap(here, await here.say("settings"), "settings_save", language="de")
        assert "Sprache: Deutsch (vorher: Wie in Teams)" in text(shown)
