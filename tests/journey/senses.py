"""What is asked of every page: no barrier that a program sees, every tap large enough, nothing cut off, one order to read in."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Frame, Page

from tests.journey.panel_server import PanelServer

Look = tuple[int, str]
"""A width in CSS pixels and a theme."""
WIDTHS: Final = (280, 360, 1280)
PHONE: Final = 360
THEMES: Final = ("light", "dark", "contrast")
ROTATED: Final[tuple[Look, ...]] = tuple(zip(WIDTHS, THEMES, strict=True))
"""The short form: each width and each theme once."""
EVERY: Final[tuple[Look, ...]] = tuple(itertools.product(WIDTHS, THEMES))
TAP: Final = 44
RULES: Final[dict[str, Any]] = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},
}
"""All of WCAG 2.2 AA that a program can see, and axe's best practices, the order of headings among them.
https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md"""
LEAST_RULES: Final = 15
"""So many rules at least must have found something to look at."""
MEDIA: Final[Mapping[str, dict[str, Any]]] = {
    "light": {"color_scheme": "light", "contrast": "no-preference"},
    "dark": {"color_scheme": "dark", "contrast": "no-preference"},
    "contrast": {"color_scheme": "dark", "contrast": "more"},
}
"""What a browser tells a page of its own about the looks that a person wants."""

_SMALL: Final = """(least) => [...document.querySelectorAll(
    'button, select, summary, textarea, a, [role=tab], input, label.tick, .kinds label'
  )].flatMap(one => {
    const isBox = one.matches('[type=checkbox], [type=radio]');
    const tapped = isBox ? one.closest('label') ?? one.labels[0] ?? one : one;
    const inText = one.localName === 'a' && getComputedStyle(one).display === 'inline';
    const box = tapped.getBoundingClientRect();
    if (!one.getClientRects().length || inText || one.type === 'file' || one.type === 'hidden') return [];
    const isSmall = box.height < least - 0.5 || box.width < least - 0.5;
    return isSmall ? [`${box.width}x${box.height} ${one.outerHTML.slice(0, 120)}`] : [];
  })"""
_CUT: Final = """(whole) => [...document.querySelectorAll(whole)].flatMap(card => {
    const edge = card.getBoundingClientRect();
    return [...card.querySelectorAll('button, input, select, textarea, p, .ac-textBlock, .ac-richTextBlock, li')].filter(one => {
      const box = one.getBoundingClientRect();
      return box.width && (box.right > edge.right + 1 || box.left < edge.left - 1);
    }).map(one => one.outerHTML.slice(0, 160));
  })"""
_DISORDER: Final = """(whole) => [...document.querySelectorAll(whole)].flatMap(card => {
    const parts = [...card.querySelectorAll('.ac-textBlock, .ac-richTextBlock, .ac-pushButton, .ac-input')]
      .map(one => [one, one.getBoundingClientRect()]).filter(([, box]) => box.width && box.height);
    return parts.flatMap(([one, box], at) => {
      const [next, then] = parts[at + 1] ?? [];
      if (!next || then.bottom > box.top + 1 || then.left >= box.right - 1) return [];
      return [`${next.textContent.slice(0, 40)} stands above ${one.textContent.slice(0, 40)}`];
    });
  })"""


async def no_barrier(page: Page | Frame, where: str) -> None:
    """axe finds nothing, and had something to look at."""
    found = await Axe().run(page, options=RULES)  # type: ignore[arg-type]
    assert found.violations_count == 0, f"{where}: {found.generate_report()}"
    assert len(found.response["passes"]) >= LEAST_RULES, f"{where}: axe saw nearly nothing"
    jumps = await page.evaluate("[...document.querySelectorAll('[tabindex]')].filter(one => one.tabIndex > 0).length")
    assert jumps == 0, f"{where}: the keyboard does not go in the order of the page"


async def no_small_tap(page: Page | Frame, where: str) -> None:
    """Whatever is tapped is 44 pixels high and wide; a link in a sentence is as high as its line.
    https://www.w3.org/WAI/WCAG22/Understanding/target-size-enhanced.html"""
    small = await page.evaluate(_SMALL, TAP)
    assert small == [], f"{where}: {small[:5]}"


async def nothing_cut(page: Page | Frame, where: str, whole: str = "body") -> None:
    """Nothing leads out of the page sideways, and nothing out of each `whole`."""
    over = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0, f"{where}: {over} pixels too wide"
    cut = await page.evaluate(_CUT, whole)
    assert cut == [], f"{where}: {cut[:5]}"


async def read_from_top_to_bottom(page: Page, where: str) -> None:
    """What comes next for a screen reader stands below or to the right in every card, never back above."""
    above = await page.evaluate(_DISORDER, ".card")
    assert above == [], f"{where}: {above[:5]}"


@asynccontextmanager
async def chat_page(browser: Browser, server: PanelServer, width: int, theme: str, motion: Any = "reduce") -> AsyncIterator[Page]:
    """The preview's page with the server's chat, all of it drawn."""
    context = await browser.new_context(
        viewport={"width": width, "height": 900}, reduced_motion=motion, locale="en-GB", device_scale_factor=2, **MEDIA[theme]
    )
    page = await context.new_page()
    await page.goto(f"{server.origin}/preview/")
    if server.chat:
        await page.get_by_test_id("card").nth(len(server.chat) - 1).wait_for()
    assert await page.evaluate("document.documentElement.dataset.theme") == theme
    yield page
    await context.close()


@asynccontextmanager
async def framed(browser: Browser, server: PanelServer, look: Look, **query: str) -> AsyncIterator[Frame]:
    """The panel, or another page of ours, in the host that speaks as Teams does."""
    width, theme = look
    context = await browser.new_context(
        viewport={"width": width, "height": 900}, reduced_motion="reduce", locale="en-GB", device_scale_factor=2
    )
    page = await context.new_page()
    await page.goto(server.host(theme="default" if theme == "light" else theme, **query))
    await page.evaluate("Object.assign(document.querySelector('iframe').style, {width: '100%', border: 0})")
    frame = page.frames[1]
    await frame.locator("[data-tab], [data-testid=trouble], h1, h2").first.wait_for()
    await frame.locator(f"html[data-theme={theme}]").wait_for(state="attached")
    yield frame
    await context.close()
