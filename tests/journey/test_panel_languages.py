"""The panel speaks the person's language from its first painted letter, and stays English where a language cannot be fetched."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.async_api import Browser, Page, expect

from sidecar.words import LANGUAGES
from tests.journey.panel_server import DIST, PanelServer, panel_server

SOURCE = Path(__file__).parents[2] / "panel" / "src"
EVERY_LETTER_SHOWN = """
window.seen = [];
const look = (node) => {
  const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = node.nodeType === 3 ? node : walk.nextNode(); text; text = walk.nextNode()) window.seen.push(text.data);
};
new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) [target, ...addedNodes].forEach(look);
}).observe(document, { childList: true, characterData: true, subtree: true });
"""


def _said(language: str, export: str = "own") -> dict[str, str]:
    """The side panel's own sentences by key."""
    own = SOURCE / "side" / "words.ts" if language == "en" else SOURCE / "languages" / language / "panel.ts"
    text = own.read_text(encoding="utf-8")
    part = text if language == "en" else text[text.index(f"const {export}") :].partition("\n};")[0]
    return dict(re.findall(r'^  (\w+): "((?:[^"\\]|\\.)*)"', part, re.MULTILINE))


async def _open(page: Page, server: PanelServer, language: str, waits_for: str | None = None) -> list[str]:
    """The panel for somebody with this language in Teams and in the product: all that it has shown until it stands. `waits_for`:
    a sentence before which nothing is answered."""
    server.state["language"], server.is_held = language, waits_for is not None
    server.is_let_go.clear()
    await page.goto(server.host(locale=language))
    if waits_for is not None:
        await expect(page.frame_locator("iframe").get_by_text(waits_for)).to_be_visible()
    server.is_let_go.set()
    await expect(page.frame_locator("iframe").locator("[data-tab=now]")).to_be_visible()
    return [str(text).strip() for text in await page.frames[1].evaluate("window.seen")]


async def test_the_panel_shows_no_english_at_any_moment_in_any_other_of_six_languages(browser: Browser) -> None:
    english = _said("en")
    async with panel_server() as server:
        page = await browser.new_page(locale="en-GB", viewport={"width": 322, "height": 900})
        await page.add_init_script(EVERY_LETTER_SHOWN)
        for language in LANGUAGES:
            own = _said(language)
            seen = await _open(page, server, language, own["loading"])
            frame = page.frames[1]
            assert set(own) == set(english)
            for tab in ("now", "people", "notes", "after"):
                await expect(frame.locator(f"[data-tab={tab}]")).to_contain_text(own[tab])
            assert await frame.evaluate("document.documentElement.lang") == language
            foreign = {text for key, text in english.items() if text not in own.values()} if language != "en" else set()
            assert not foreign & set(seen)
        await page.close()


async def test_where_a_language_cannot_be_fetched_the_panel_works_in_english(browser: Browser) -> None:
    loading = _said("de")["loading"]
    [chunk] = [file.name for file in DIST.glob("assets/*.js") if loading in file.read_text(encoding="utf-8")]
    async with panel_server() as server:
        page = await browser.new_page(locale="en-GB", viewport={"width": 322, "height": 900})
        await page.add_init_script(EVERY_LETTER_SHOWN)
        await page.route(f"**/{chunk}", lambda route: route.abort())
        await _open(page, server, "de")
        await expect(page.frames[1].locator("[data-tab=people]")).to_contain_text(_said("en")["people"])
        await page.close()
