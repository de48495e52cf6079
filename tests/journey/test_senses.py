"""Small screens and senses: every kind of card and every view, on a phone and in high contrast, read aloud, without motion.

The cards are drawn by Microsoft's published renderer in the preview's chat, about as Teams draws them; the buttons there are the
renderer's, and Teams draws its own. The panel, the tab and the tech check are ours to the last pixel.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import pytest
from playwright.async_api import Browser, expect

from sidecar.domain.cards import card
from sidecar.domain.wording.card_parts import LOCK_SCREEN
from sidecar.words import LANGUAGES, Words, catalogue
from tests.domain.sample_meeting import LONDON, MEETING, START
from tests.flows.conftest import event, start
from tests.journey.conftest import PICTURES
from tests.journey.every_message import SIDECAR, drawers_in_code, drawers_used, every_message
from tests.journey.panel_call import MOMENTS, during
from tests.journey.panel_server import panel_server
from tests.journey.senses import (
    EVERY,
    MEDIA,
    PHONE,
    ROTATED,
    Look,
    chat_page,
    framed,
    no_barrier,
    no_small_tap,
    nothing_cut,
    read_from_top_to_bottom,
)  # fmt: skip
from tests.journey.test_panel_views import VIEWS, show
from tests.journey.test_tech_check import AT_ONE, FAKE, INVITATION, chromium, link, run
from tests.journey.test_tech_check import opened as check_page

__all__ = ["start"]
TABS: Final = ("week", "owed", "relationships", "settings")
PAGES: Final[Mapping[str, Sequence[str]]] = {"panel": VIEWS, "tab": TABS, "configure": ("",)}
"""Each page in Teams with its views; the one that adds the app to a meeting has none."""
OPEN: Final = """() => {
  for (let time = 0; time < 3; time++)
    for (const button of document.querySelectorAll('.card [aria-expanded=false]')) button.click();
}"""
SAYS_NOTHING_PRIVATE: Final = frozenset({"clock", "count", "day"})
"""All that a notification may name: a day and an hour of the person's own, and how many."""


def _chat(names: Sequence[str] | None = None) -> list[dict[str, Any]]:
    made = every_message()
    return [
        {
            "id": f"m{at}", "sent": f"2026-11-23T09:{at // 60:02d}:{at % 60:02d}Z", "edited": None, "edits": 0,
            "is_deleted": False, "summary": name, "text": "", "card": made[name],
        }
        for at, name in enumerate(names or made)
    ]  # fmt: skip


def _nodes(part: object) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for inner in part.values():
            yield from _nodes(inner)
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from _nodes(inner)


def test_every_kind_of_card_that_the_product_can_draw_is_looked_at_here() -> None:
    missing = drawers_in_code() - drawers_used()
    assert missing == set(), "tests/journey/every_message.py does not draw these"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_hears_a_name_for_every_card_button_field_and_picture(language: str) -> None:
    for name, made in every_message(language).items():
        assert made["lang"] == language and made["fallbackText"] and made["speak"], name
        assert not set("<>&") & set(made["speak"]), f"{name}: `speak` may be read as SSML"
        for node in _nodes(made):
            kind = str(node.get("type", ""))
            if kind.startswith("Action."):
                assert node.get("title"), (name, node)
            if kind.startswith("Input."):
                assert node.get("label") or node.get("title"), (name, node)
            if kind in ("Image", "Media"):
                assert node.get("altText"), (name, node)
            if tapped := node.get("selectAction"):
                assert tapped.get("title"), (name, node)
            if kind == "TextBlock" and node.get("weight") == "Bolder" and node.get("size") in ("Medium", "Large"):
                assert node.get("style") == "heading", (name, node)


async def test_no_card_has_a_barrier_each_kind_in_one_width_and_theme(browser: Browser) -> None:
    """The short form; the night has every kind in all nine."""
    names = list(every_message())
    for number, look in enumerate(ROTATED):
        await _look_at_cards(browser, look, names[number :: len(ROTATED)], are_open=(True,))


@pytest.mark.night
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("look", EVERY, ids=str)
async def test_no_card_has_a_barrier_in_any_width_and_theme(browser: Browser, look: Look) -> None:
    names = list(every_message())
    for first in range(0, len(names), 24):
        await _look_at_cards(browser, look, names[first : first + 24], are_open=(False, True))


async def _look_at_cards(browser: Browser, look: Look, names: Sequence[str], *, are_open: Sequence[bool]) -> None:
    width, theme = look
    async with panel_server(chat=_chat(names)) as server, chat_page(browser, server, width, theme) as page:
        for is_open in are_open:
            where = f"cards, {width}, {theme}, {'open' if is_open else 'folded'}"
            if is_open:
                await page.evaluate(OPEN)
            await no_barrier(page, where)
            await nothing_cut(page, where, ".card")
            await read_from_top_to_bottom(page, where)
            if width <= PHONE:
                await no_small_tap(page, where)


async def test_no_view_of_panel_and_tab_has_a_barrier_on_a_phone_and_beside_a_call(browser: Browser) -> None:
    """The short form, each view in one width and theme; the night has all nine, with every moment of a call."""
    for number, look in enumerate(ROTATED):
        await _look_at_views(browser, look, {page: views[number :: len(ROTATED)] for page, views in PAGES.items()})


@pytest.mark.night
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("look", EVERY, ids=str)
async def test_no_view_of_panel_and_tab_has_a_barrier_in_any_width_and_theme(browser: Browser, look: Look) -> None:
    await _look_at_views(browser, look, PAGES, MOMENTS)


async def _look_at_views(browser: Browser, look: Look, pages: Mapping[str, Sequence[str]], moments: Sequence[str] = ()) -> None:
    async with panel_server() as server:
        for page_name, views in ((page, views) for page, views in pages.items() if views):
            async with framed(browser, server, look, page=page_name) as frame:
                for view in views:
                    if view:
                        await show(frame, view)
                    await expect(frame.locator("h1, h2, [role=tabpanel]").first).to_be_visible()
                    await _look_at(frame, look, f"{page_name} {view}")
        for moment in moments:
            server.state = during(moment)
            async with framed(browser, server, look, page="panel") as frame:
                await _look_at(frame, look, f"panel, {moment}")


async def _look_at(frame: Any, look: Look, what: str) -> None:
    where = f"{what}, {look}"
    await frame.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    await no_barrier(frame, where)
    await nothing_cut(frame, where)
    await no_small_tap(frame, where)


async def test_the_tech_check_has_no_barrier_on_a_phone_and_in_three_themes(browser: Browser, start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE, more=INVITATION)) as here:
        page = await check_page(browser, await link(here))
        for look in ROTATED:
            await _look_at_check(page, look)


@pytest.mark.night
@pytest.mark.timeout(1800)
async def test_the_tech_check_has_no_barrier_in_any_width_and_theme_before_and_after_it_ran(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE, more=INVITATION)) as here, chromium(*FAKE) as seeing:
        page = await check_page(seeing, await link(here))
        for is_run in (False, True):
            if is_run:
                await run(page)
            for look in EVERY:
                await _look_at_check(page, look)


async def _look_at_check(page: Any, look: Look) -> None:
    width, theme = look
    await page.set_viewport_size({"width": width, "height": 900})
    await page.emulate_media(reduced_motion="reduce", **MEDIA[theme])
    await _look_at(page, look, "tech check")


@pytest.mark.night
async def test_pictures_of_small_screens_and_high_contrast(browser: Browser) -> None:
    """As the handbook shows them, and as a designer looks at them."""
    (PICTURES / "senses").mkdir(parents=True, exist_ok=True)
    async with panel_server(chat=_chat(["before: full"])) as server:
        server.chat[0]["summary"] = card.summary(MEETING, Words("en"), LONDON)
        for width, theme in ROTATED:
            async with chat_page(browser, server, width, theme) as page:
                await page.get_by_test_id("card").screenshot(path=PICTURES / "senses" / f"card-{width}-{theme}.png")
            async with framed(browser, server, (width, theme), page="panel") as frame:
                await expect(frame.get_by_role("tab", name="Now")).to_be_visible()
                await frame.page.evaluate("document.querySelector('.host-head').remove()")
                panel = frame.page.locator("iframe")
                await panel.screenshot(path=PICTURES / "senses" / f"panel-{width}-{theme}.png", scale="css")


async def test_whoever_wants_no_motion_sees_none_and_a_new_card_still_shows(browser: Browser) -> None:
    moving = "document.getAnimations().filter(one => one.playState === 'running').length"
    for motion, is_moving in (("reduce", False), ("no-preference", True)):
        async with panel_server(chat=_chat(["before: full"])) as server, chat_page(browser, server, 360, "light", motion) as page:
            server.chat.append({**server.chat[0], "id": "new", "sent": "2026-11-23T09:10:00Z"})
            await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # the page looks at once
            fresh = page.locator(".fresh .card")
            await fresh.wait_for()
            name = await fresh.evaluate("one => getComputedStyle(one).animationName")
            assert (name != "none") is is_moving and bool(await page.evaluate(moving)) is is_moving


async def test_whoever_wants_no_motion_sees_none_in_panel_tab_and_tech_check(browser: Browser, start: Callable[..., Any]) -> None:
    moves = """() => [...document.querySelectorAll('*')]
        .flatMap(one => ['', '::before', '::after'].map(part => getComputedStyle(one, part)))
        .filter(style => style.animationName !== 'none' || /[1-9]/.test(style.transitionDuration)).length"""
    async with panel_server() as server:
        for page_name in ("panel", "tab"):
            async with framed(browser, server, (PHONE, "light"), page=page_name) as frame:
                assert await frame.evaluate(moves) == 0, page_name
    async with start(event("one", AT_ONE)) as here:
        page = await check_page(browser, await link(here))
        put = "document.querySelector('main').insertAdjacentHTML('beforeend', '<div class=\"sign measuring\"></div>')"
        await page.evaluate(put)
        assert await page.evaluate(moves) == 0
        await page.emulate_media(reduced_motion="no-preference")
        assert await page.evaluate(moves) > 0


def test_a_locked_phone_shows_a_whole_notification_that_names_nobody_and_no_subject() -> None:
    """Each is one of our own sentences, and nothing but an hour or a number is ever put into one."""
    for where, keys in _notifications():
        for key in keys:
            assert _named_in(key) <= SAYS_NOTHING_PRIVATE, (where, key)
            for language in LANGUAGES:
                words = Words(language)
                clocks = words.listed([words.clock(START.replace(hour=hour), "UTC") for hour in (8, 9, 10, 11, 13, 14, 16, 17)])
                full = words.say(key, clock=clocks, count=12, day=words.day(START, "UTC"))
                assert len(full) <= LOCK_SCREEN or key in _SHORTENED, (where, language, full)
    assert card.summary(MEETING, Words("en"), LONDON) == "You meet a client at 14:00"
    for path in sorted((SIDECAR.parent / "manifest").glob("*.json")):
        for told in re.findall(r'templateText": "([^"]+)"', path.read_text(encoding="utf-8")):
            assert len(told) <= LOCK_SCREEN and set(re.findall(r"\{(\w+)", told)) <= {"time", "change"}, (path.name, told)


_SHORTENED: Final = frozenset({"bot-calendar-closed", "bot-group-outside", "bot-group-left"})
"""Said in full on the card, and on a locked phone as far as it goes: nobody waits for these."""


def _notifications() -> list[tuple[str, set[str]]]:
    """Where in the flows a message gets the words of its notification, and the sentences these can be."""
    found = []
    for path in sorted((SIDECAR / "flows").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in (one for one in ast.walk(tree) if isinstance(one, ast.Call) and getattr(one.func, "id", "") == "Shown"):
            summary = next(one.value for one in call.keywords if one.arg == "summary")
            found.append((f"{path.name}:{call.lineno}", _keys_of(summary, path.name)))
    assert len(found) >= 15, "the flows say it in another way now"
    return found


_FROM: Final[dict[str, set[str]]] = {
    "_summary(known, meeting)": {"card-summary", "card-summary-day"},
    "_summary(known, meeting, now)": {"card-summary", "card-summary-day"},
    "nudge_summary(lines, known.words)": {"nudge-summary", "nudge-summary-back", "nudge-summary-week"},
    "kept['summary']": set(),  # what an answer was kept with, which is one of the others
    "answer.shown.summary": set(),
}
"""Notifications that are made elsewhere."""


def _keys_of(summary: ast.expr, name: str) -> set[str]:
    said = ast.unparse(summary)
    if said in _FROM:
        return _FROM[said]
    keys = {
        str(one.args[0].value)
        for one in ast.walk(summary)
        if isinstance(one, ast.Call) and getattr(one.func, "attr", "") == "say" and isinstance(one.args[0], ast.Constant)
    }
    if said.startswith("literal(text, LOCK_SCREEN"):
        keys = {"closed_calendar.py": {"bot-calendar-closed"}, "ask_group.py": {"bot-group-outside", "bot-group-left"}}[name]
    assert keys, f"{name}: a notification from {said}, which nobody has looked at"
    return keys


def _named_in(key: str) -> set[str]:
    """The variables of a sentence, in any language."""
    found: set[str] = set()
    for language in LANGUAGES:
        source = re.search(rf"^{re.escape(key)} =(.*(?:\n[ \t]+.*)*)", catalogue(language), re.MULTILINE)
        assert source, (language, key)
        found |= set(re.findall(r"\$(\w+)", source[1]))
    return found
