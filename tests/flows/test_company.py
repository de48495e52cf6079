"""What a client's own site says is on the card with its source; news that would wound come first, in red."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, World, event

SITES = Path(__file__).parents[2] / "sidecar" / "tenant" / "sample" / "sites"
AT_TWO = NOON + timedelta(hours=2)
KNOWN = event("earlier", NOON - timedelta(days=7))
SOON = event("one", AT_TWO)


def _said(card: Any) -> str:
    return text_of(card["attachments"])


async def _has_dossier(here: World, organisation: str) -> bool:
    async with here.companion.database.transaction(here.tenant_id) as session:
        return await session.row("dossier", here.tenant_id, organisation) is not None


async def test_the_card_says_what_they_do_and_what_happened_and_each_line_opens_its_page(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON, sites=SITES) as here:
        await here.wait_for(lambda: _has_dossier(here, "northwindtraders.com"))
        await here.travel(minutes=91)
        (card,) = await here.cards()
        said = _said(card)
        assert "Avoid examples about an accident" in said and "8 October 2026" in said
        assert "Northwind Traders brings fresh food" in said
        assert "https://northwindtraders.com/news/porto.html" in str(card["attachments"])


async def test_wrong_company_is_one_tap_and_sticks(start: Callable[..., Any]) -> None:
    later = event("two", AT_TWO + timedelta(hours=2))
    async with start(KNOWN, SOON, later, sites=SITES) as here:
        await here.wait_for(lambda: _has_dossier(here, "northwindtraders.com"))
        await here.travel(minutes=91)
        (card,) = await here.cards()
        meeting = next(one["id"] for one in await here.week() if one["subject"] == "Call one")
        data = {"meeting": meeting, "kind": "pre_call_card", "v": 1}
        await here.control("tap", person=MIA.id, activity_id=card["id"], verb="wrong_company", data=data)
        await here.travel(minutes=121)
        assert "fresh food" not in _said((await here.cards())[-1])


async def test_a_site_that_cannot_be_read_is_said_and_the_card_comes_in_time_all_the_same(start: Callable[..., Any]) -> None:
    gone = event("one", AT_TWO, people=("ana@nowhere-at-all.com",))
    async with start(event("earlier", NOON - timedelta(days=7), people=("ana@nowhere-at-all.com",)), gone, sites=SITES) as here:
        await here.travel(minutes=91)
        (card,) = await here.cards()
        assert "could not be read" in _said(card) or "nowhere-at-all" in _said(card)


async def test_nothing_is_asked_of_the_web_where_no_contact_is_set(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON) as here:
        assert here.companion.hands.desk is None
        await here.travel(minutes=91)
        assert len(await here.cards()) == 1
        assert not await _has_dossier(here, "northwindtraders.com")


async def test_a_story_published_after_the_card_came_is_on_it_the_next_day(start: Callable[..., Any]) -> None:
    tomorrow = event("two", AT_TWO + timedelta(days=1))
    async with start(KNOWN, SOON, tomorrow, sites=SITES) as here:
        await here.wait_for(lambda: _has_dossier(here, "northwindtraders.com"))
        feed = (SITES / "northwindtraders.com" / "news" / "feed.xml").read_text(encoding="utf-8")
        story = "<item><title>Northwind Traders lays off 200 people in Bristol</title><link>https://northwindtraders.com/news/n.html</link>"
        feed = feed.replace("<item>", f"{story}<pubDate>Mon, 23 Nov 2026 12:00:00 GMT</pubDate></item>\n<item>", 1)
        await here.control("site", host="northwindtraders.com", path="news/feed.xml", body=feed, type="application/rss+xml")
        await here.travel(hours=25, minutes=35)

        async def is_told() -> bool:
            return any("lays off 200 people" in _said(card) for card in await here.cards())

        await here.wait_for(is_told)
