"""Whatever comes from outside stands on a card as it is written: no link, no picture, no mention, no macro of anybody else's.

Every card that the bot can show, with two hundred hostile texts in every field that comes from outside; then in Chromium with the
published renderer and a reader of Markdown that honours everything.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from markdown_it import MarkdownIt
from playwright.async_api import Browser, Page

from tests.hostile.every_card import cards_with
from tests.hostile.hostile_text import payloads
from tests.journey.conftest import browser

__all__ = ["browser"]
EVERY = 16
"""In the short form every sixteenth text, and in Chromium every eightieth."""
OPENED = frozenset(
    {"zoom.us", "teams.microsoft.com", "outlook.office.com", "outlook.office365.com", "northwindtraders.com", "wa.me"}
)
RENDERER = Path(__file__).parents[2] / "panel" / "node_modules" / "adaptivecards" / "dist" / "adaptivecards.min.js"
SCHEMES = frozenset({"https", "tel", "mailto"})
_MACRO = re.compile(r"\{\{|\$\{|\{\{\{")


def _nodes(part: object) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for inner in part.values():
            yield from _nodes(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _nodes(inner)


def wrong_with(made: dict[str, Any]) -> list[str]:
    """What of a card an attacker could have made."""
    found = []
    for node in _nodes(made):
        kind = node.get("type")
        if kind in ("Image", "ImageSet", "Media", "BackgroundImage") or "backgroundImage" in node or "msteams" in node:
            found.append(f"a {kind}")
        if kind == "TextBlock":
            html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(str(node["text"]))
            if set(re.findall(r"<(\w+)", html)) - {"p"}:
                found.append(f"Markdown in a block: {node['text']!r}")
        if kind in ("TextRun", "TextBlock") or "title" in node:
            shown = str(node.get("text", node.get("title", "")))
            found += [f"{why} in {shown!r}" for why in _wrong_text(shown)]
        if kind == "Action.OpenUrl" or "selectAction" in node:
            found += _wrong_url(str(node.get("url") or node.get("selectAction", {}).get("url", "")))
    return found


def _wrong_text(shown: str) -> list[str]:
    wrong = []
    if _MACRO.search(shown):
        wrong.append("a macro")
    if any(unicodedata.category(mark) in ("Cc", "Cf", "Cs", "Co", "Cn") for mark in shown):
        wrong.append("something unseen")
    return wrong


def _wrong_url(url: str) -> list[str]:
    parts = urlsplit(url)
    if parts.scheme not in SCHEMES or not url.isascii() or not url.isprintable():
        return [f"the address {url!r}"]
    host = (parts.hostname or "").removeprefix("www.")
    return [f"the host of {url!r}"] if parts.scheme == "https" and host not in OPENED else []


def test_there_are_two_hundred_texts_and_thirty_cards() -> None:
    assert len(set(payloads())) == 200
    assert len(cards_with("x")) >= 35


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_card_is_anybody_elses(language: str) -> None:
    _check(payloads()[:: EVERY * 2] if language == "de" else payloads()[::EVERY], language)


@pytest.mark.night
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("language", ["en", "de"])
def test_no_card_is_anybody_elses_with_all_two_hundred(language: str) -> None:
    _check(payloads(), language)


def _check(texts: list[str], language: str) -> None:
    for text in texts:
        for name, made in cards_with(text, language).items():
            wrong = wrong_with(made)
            assert not wrong, (name, text[:60], wrong[:3])
            assert len(json.dumps(made, ensure_ascii=False).encode("utf-8")) < 28_000, (name, text[:60])


PAGE = """
async ([cards, hosts]) => {
  const wrong = [];
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    // as much as any reader of Markdown honours: links, pictures, emphasis, headings, lists, HTML
    result.outputHtml = text
      .replace(/!\\[([^\\]]*)\\]\\(([^)\\s]+)[^)]*\\)/g, '<img src="$2" alt="$1">')
      .replace(/\\[([^\\]]*)\\]\\(([^)\\s]+)[^)]*\\)/g, '<a href="$2">$1</a>')
      .replace(/<(https?:[^>]+)>/g, '<a href="$1">$1</a>')
      .replace(/^#{1,6} (.*)$/gm, '<h1>$1</h1>').replace(/^[-*] (.*)$/gm, '<li>$1</li>')
      .replace(/\\*\\*(.+?)\\*\\*/g, '<b>$1</b>').replace(/`(.+?)`/g, '<code>$1</code>');
    result.didProcess = true;
  };
  for (const [name, text, card] of cards) {
    const drawn = new AdaptiveCards.AdaptiveCard();
    drawn.parse(card);
    const place = document.createElement('div');
    place.append(drawn.render());
    document.body.append(place);
    const strange = place.querySelectorAll('img, a[href], script, iframe, svg, form, object, style, h1, li, code, b');
    for (const one of strange) {
      const url = one.tagName === 'A' ? new URL(one.href, 'https://nowhere.invalid') : null;
      const ours = url && (hosts.includes(url.hostname.replace(/^www\\./, '')) || ['tel:', 'mailto:'].includes(url.protocol));
      if (!ours) wrong.push([name, text, one.outerHTML.slice(0, 120)]);
    }
    place.remove();
  }
  return wrong;
}
"""


async def _drawn(browser: Browser, texts: list[str]) -> list[Any]:
    if not RENDERER.exists():
        pytest.skip("The panel's packages are not installed here.")
    page: Page = await browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(f"dialog {dialog.message}"))
    await page.set_content("<!doctype html><title>cards</title><body></body>")
    await page.add_script_tag(path=RENDERER)
    found: list[Any] = []
    for text in texts:
        cards = [(name, text[:60], made) for name, made in cards_with(text).items()]
        found += await page.evaluate(PAGE, [json.loads(json.dumps(cards)), sorted(OPENED)])
    assert [one for one in asked if "evil" in one or one.startswith("dialog")] == []
    await page.close()
    return found


async def test_a_browser_draws_nothing_but_text(browser: Browser) -> None:
    assert await _drawn(browser, payloads()[:: EVERY * 5]) == []


@pytest.mark.night
@pytest.mark.timeout(1800)
async def test_a_browser_draws_nothing_but_text_of_all_two_hundred(browser: Browser) -> None:
    assert await _drawn(browser, payloads()) == []


async def test_the_browser_would_show_what_an_attacker_made(browser: Browser) -> None:
    """That the look itself sees something: a card as a careless program would make it."""
    page = await browser.new_page()
    await page.set_content("<!doctype html><title>cards</title><body></body>")
    await page.add_script_tag(path=RENDERER)
    careless = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "[x](https://evil.example)"}]}
    assert await page.evaluate(PAGE, [[["careless", "x", careless]], sorted(OPENED)])
    assert wrong_with(careless)
    await page.close()
