"""Where no web contact is set, the cards in the chat say so behind “Show more”, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.card_text import text_of
from tests.flows.conftest import NOON, event

SITES = Path(__file__).parents[2] / "sidecar" / "tenant" / "sample" / "sites"
KNOWN = event("earlier", NOON - timedelta(days=7))
SOON = event("one", NOON + timedelta(hours=2))


async def test_a_card_says_behind_show_more_that_nothing_was_looked_up(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON) as here:
        await here.travel(minutes=91)
        (card,) = await here.cards()
        body = card["attachments"][0]["content"]["body"]
        assert text_of(body).count("not looked up: no web contact is set") == 1
        assert "not looked up" not in text_of([part for part in body if part.get("isVisible") is not False])


async def test_where_the_web_is_asked_nothing_of_the_kind_is_said(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON, sites=SITES) as here:
        await here.travel(minutes=91)
        (card,) = await here.cards()
        assert "not looked up" not in text_of(card["attachments"])
