"""The story this product began with: the client's roof came down, and slide two tells a joke about a collapsing building."""

from __future__ import annotations

import base64
from io import BytesIO
from typing import Any

from playwright.async_api import Browser
from pptx import Presentation

from tests.card_text import text_of
from tests.journey.conftest import PICTURES, Running, opened, running_preview

CALL = "Roll-out review"


def _deck() -> str:
    made = Presentation()
    for text in ("Why redundancy matters", "If one beam breaks, the building collapses", "Our three steps"):
        made.slides.add_slide(made.slide_layouts[5]).shapes.title.text = text
    out = BytesIO()
    made.save(out)
    return base64.b64encode(out.getvalue()).decode()


async def test_from_the_news_to_the_red_line_to_the_slide(browser: Browser) -> None:
    async with running_preview() as running:
        await running.wait(lambda: _says(running, "Avoid examples about"))
        days = (await running.state())["days"]
        meeting = next(one for day in days for one in day["meetings"] if one["subject"] == CALL)
        await running.tenant("attach", event_id=meeting["event_id"], name="redundancy.pptx", content_base64=_deck())
        await running.wait(lambda: _says(running, "redundancy.pptx"))
        said = text_of((await running.cards(CALL))[0]["card"])
        assert "Roof of our Porto cold store collapsed" in said
        assert "slide 2" in said.lower() and "building collapses" in said
        page = await opened(browser, running.page_url)
        card = page.get_by_test_id("card").filter(has_text=CALL)
        await card.wait_for()
        await card.scroll_into_view_if_needed()
        await card.screenshot(path=PICTURES / "wounding-slide.png")


async def _says(running: Running, text: str) -> Any:
    cards = await running.cards(CALL)
    return bool(cards) and text in text_of(cards[0]["card"])
