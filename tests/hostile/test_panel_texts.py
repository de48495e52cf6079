"""The panel and the tab run nothing foreign: two hundred hostile texts in every field, in a real browser, stand there as text."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, Frame, Page

from sidecar.web.pages import TEAMS
from tests.flows.conftest import start
from tests.hostile.hostile_text import EVIL, payloads
from tests.hostile.route_table import LOCAL, SERVED
from tests.journey.conftest import browser
from tests.journey.panel_server import PanelServer, panel_server
from tests.journey.test_panel_tab import tab
from tests.journey.test_panel_views import VIEWS, panel, show

__all__ = ["browser", "start"]
FIELDS = frozenset(
    {
        "asked", "balance", "because", "clients", "colleague", "doubt", "due", "hint", "label", "line", "mails", "name", "note",
        "quote", "said", "source", "state_text", "subject", "text", "thanked", "title", "unknown", "verdict", "waiting",
        "waits_for", "what", "who",
    }
)  # fmt: skip
"""What of a page's data is somebody's words. Ids, kinds and instants are ours."""
URLS = (
    f"javascript:fetch('{EVIL}')",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example",
)
PARTS = ("state", "week", "settings", "owed", "relationships")
TABS = ("week", "owed", "relationships", "settings")
HOSTS = ("northwindtraders.com", "teams.microsoft.com")
LEAST_SHOWN = 190
"""Of two hundred; the others are blanks, or halves of letters, which no wire carries."""

LOOK = """
([texts, hosts]) => {
  const wrong = [];
  const strange = 'script:not([src]), iframe, object, embed, base, style, form[action], svg script';
  for (const one of document.querySelectorAll(strange))
    wrong.push(one.outerHTML.slice(0, 120));
  for (const one of document.querySelectorAll('img'))
    if (!one.src.startsWith('data:') && new URL(one.src).origin !== location.origin) wrong.push(one.outerHTML.slice(0, 120));
  for (const one of document.querySelectorAll('a[href]')) {
    const url = new URL(one.href);
    const isOurs = url.protocol === 'tel:' || (url.protocol === 'https:' && hosts.includes(url.hostname));
    if (!isOurs) wrong.push(one.outerHTML.slice(0, 120));
  }
  for (const one of document.querySelectorAll('*'))
    for (const name of one.getAttributeNames()) if (name.startsWith('on')) wrong.push(one.outerHTML.slice(0, 120));
  const said = document.body.textContent
    + [...document.querySelectorAll('input, textarea')].map(one => one.value).join('\\n')
    + [...document.querySelectorAll('option')].map(one => one.label).join('\\n');
  return [wrong, texts.filter(one => said.includes(one)), document.title];
}
"""


def attacked(data: Any, texts: Iterator[str], urls: Iterator[str], key: str = "") -> Any:
    """The same data with the next hostile text wherever somebody's words stand, and links that nobody should follow."""
    if isinstance(data, dict):
        return {name: attacked(value, texts, urls, name) for name, value in data.items()}
    if isinstance(data, list):
        return [attacked(value, texts, urls, key) for value in data]
    if isinstance(data, str) and key == "url":
        return next(urls)
    return next(texts) if isinstance(data, str) and key in FIELDS else data


async def _seen(page: Page, frame: Frame, views: tuple[str, ...], wanted: list[str]) -> set[str]:
    """The texts that stand in any of the views as they are."""
    found: set[str] = set()
    for view in views:
        await show(frame, view)
        await frame.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        await frame.evaluate("for (const one of document.querySelectorAll('[aria-expanded=false]')) one.click()")
        wrong, shown, title = await frame.evaluate(LOOK, [wanted, HOSTS])
        assert wrong == [], (view, wrong[:3])
        assert title == await page.title() == "Client Companion"
        found |= set(shown)
    return found


def _asks_strangers(page: Page) -> list[str]:
    """Every request that goes elsewhere, and every dialog, as they come."""
    asked: list[str] = []
    page.on(
        "request", lambda one: asked.append(one.url) if "127.0.0.1" not in one.url and not one.url.startswith("data:") else None
    )
    page.on("dialog", lambda one: asked.append(f"dialog {one.message}"))
    return asked


def _carried() -> list[str]:
    """The texts that a wire can carry and an eye can see."""
    return [one for one in payloads() if one.strip() and not any("\ud800" <= letter <= "\udfff" for letter in one)]


async def _through_the_pages(browser: Browser, rounds: int, *, until_seen: bool) -> set[str]:
    """`until_seen`: once a text has stood in a page as it is, the others take its place."""
    texts, urls, wanted = itertools.cycle(payloads()), itertools.cycle(URLS), _carried()
    found: set[str] = set()
    for _ in range(rounds):
        if until_seen and found:
            if not (missing := [one for one in wanted if one not in found]):
                break
            texts = itertools.cycle(missing)
        fresh = PanelServer()
        made = {part: attacked(getattr(fresh, part), texts, urls) for part in PARTS}
        async with panel_server(**made) as server:
            for opened, views in ((panel, VIEWS), (tab, TABS)):
                async with opened(browser, server) as (page, frame):
                    asked = _asks_strangers(page)
                    found |= await _seen(page, frame, views, wanted)
                    assert asked == []
    return found


async def test_two_hundred_hostile_texts_stand_in_the_panel_and_the_tab_as_they_are_and_nothing_else_comes_of_them(
    browser: Browser,
) -> None:
    found = await _through_the_pages(browser, 5, until_seen=True)
    assert len(_carried()) >= LEAST_SHOWN
    assert [one[:40] for one in _carried() if one not in found] == []


@pytest.mark.night
@pytest.mark.timeout(1800)
async def test_every_hostile_text_has_stood_in_nearly_every_field(browser: Browser) -> None:
    assert await _through_the_pages(browser, 40, until_seen=False) == set(_carried())


async def test_the_look_would_see_what_an_attacker_made(browser: Browser) -> None:
    page = await browser.new_page()
    await page.set_content("<p>careless</p>")
    for html in (
        f"<img src={EVIL}/x>",
        "<a href='javascript:x'>x</a>",
        f"<a href={EVIL}>x</a>",
        "<p onclick=x>",
        "<svg><script>1</script>",
    ):
        assert (await page.evaluate(LOOK, [[], HOSTS]))[0] == []
        await page.evaluate("html => { document.body.innerHTML = html }", html)
        assert (await page.evaluate(LOOK, [["x"], HOSTS]))[0], html
        await page.evaluate("() => { document.body.innerHTML = '' }")
    await page.close()


async def test_every_route_of_the_table_that_shows_a_page_has_a_strict_policy(start: Callable[..., Any]) -> None:
    """Walked, not listed: whatever answers HTML may run only our own files, and be framed only where it belongs."""
    pages = set()
    async with start(is_installed=False) as here, aiohttp.ClientSession() as session:
        for route in sorted(set().union(*SERVED.values())):
            method, path = route.split()
            where, body = f"{here.door}{path.replace('{name}', 'x.html')}", b"{}" if method == "POST" else None
            async with session.request(method, where, data=body, allow_redirects=False) as answer:
                assert answer.headers["X-Content-Type-Options"] == "nosniff", route
                if "html" in answer.headers.get("Content-Type", ""):
                    pages.add(path)
                    _is_strict(path, answer.headers["Content-Security-Policy"])
    assert pages == {"/panel/", "/tab/", "/tab/configure", "/check/", "/privacy", "/terms"}
    assert not {path for path in pages if f"GET {path}" in LOCAL}


def _is_strict(path: str, policy: str) -> None:
    rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'", path
    assert rules.get("script-src", "'none'") in ("'self'", "'none'"), path
    assert not any(word in policy for word in ("unsafe", "*;", "http:", "nonce-")), path
    framed = f"'self' {TEAMS}" if path.startswith(("/panel", "/tab")) else "'none'"
    assert rules["frame-ancestors"] == framed, path
