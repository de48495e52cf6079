"""The personal tab and the page that adds the app to a meeting, in the host that speaks as Teams does."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import Browser, Frame, Page, expect

from tests.conftest import until
from tests.journey.conftest import PICTURES
from tests.journey.panel_server import PanelServer, panel_server
from tests.journey.test_panel_views import HOSTILE, LOOKS, is_whole, overflow, show


@asynccontextmanager
async def tab(browser: Browser, server: PanelServer, width: int = 1000, **query: str) -> AsyncIterator[tuple[Page, Frame]]:
    context = await browser.new_context(viewport={"width": width, "height": 860}, locale="en-GB", reduced_motion="reduce")
    page = await context.new_page()
    await page.goto(server.host(page="tab", **query))
    frame = page.frames[1]
    await frame.locator("[data-tab], [data-testid=trouble]").first.wait_for()
    yield page, frame
    await context.close()


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
async def test_the_tab_has_no_barrier_in_any_look_direction_and_width(browser: Browser, direction: str) -> None:
    async with panel_server() as server:
        for width in (1000, 320):
            async with tab(browser, server, width, dir=direction) as (page, frame):
                views = ("week", "owed", "settings") if width == 320 else ("week", "settings")
                for look, view in itertools.product(LOOKS, views):
                    await page.get_by_test_id("look").select_option(look)
                    await show(frame, view)
                    await frame.locator(".columns, .settings").first.wait_for()
                    await is_whole(frame, f"{look} {view}")
                    await is_whole(page, f"host, {look}")
                    assert await overflow(frame) <= 0, (width, view)


async def test_the_week_says_what_was_done_and_a_promise_kept_is_ticked_off(browser: Browser) -> None:
    async with panel_server() as server, tab(browser, server) as (page, frame):
        await expect(frame.get_by_text("The card came at 13:30 and was edited once")).to_be_visible()
        await expect(frame.get_by_text("Last Thu 12 Nov · next Tue 24 Nov · Meetings: 7")).to_be_visible()
        await frame.get_by_role("checkbox", name="The names of two reference customers").check()
        await expect(frame.locator(".tick.done")).to_contain_text("The names of two reference customers")
        assert server.written("owed") == [{"id": "o2", "what": "done"}]
        PICTURES.mkdir(parents=True, exist_ok=True)
        await page.locator("iframe").screenshot(path=PICTURES / "tab.png")


async def test_what_i_owe_and_what_they_owe_me_is_one_page_with_filters_and_a_way_back(browser: Browser) -> None:
    async with panel_server() as server, tab(browser, server) as (page, frame):
        await show(frame, "owed")
        rows = frame.get_by_test_id("owed")
        await expect(frame.get_by_text("Litware Printing was to deliver by Mon 23 Nov: ask now")).to_be_visible()
        await page.locator("iframe").screenshot(path=PICTURES / "tab-owed.png")
        await frame.get_by_label("Which promises").select_option("late")
        await expect(rows.and_(frame.locator(":visible"))).to_have_count(2)
        await frame.get_by_label("Client", exact=True).select_option("contoso.com")
        await expect(frame.get_by_text("Nothing here fits the filter.")).to_be_visible()

        await frame.get_by_role("button", name="Done: The names of two reference customers").click()
        undo = frame.get_by_role("button", name="Not done after all: The names of two reference customers")
        await expect(undo).to_be_focused()
        await undo.click()
        await expect(frame.get_by_role("button", name="Done: The names of two reference customers")).to_be_focused()

        await frame.get_by_role("button", name="I wait for somebody").click()
        await expect(frame.get_by_label("For whom?")).to_be_focused()
        await frame.get_by_label("For whom?").fill("Litware")
        await frame.get_by_label("Until when?").fill("2026-11-26")
        await frame.get_by_role("button", name="Remember").click()
        await expect(frame.get_by_text("You wait for Litware.")).to_be_visible()
        await frame.get_by_role("button", name="Warn the client").click()
        await expect(frame.get_by_test_id("draft")).to_contain_text("Nothing has been sent.")
        assert [(one["what"], one.get("value")) for one in server.written("owed")] == [
            ("done", None), ("reopen", None), ("wait", {"for": "Litware", "until": "2026-11-26"}),
        ]  # fmt: skip
        assert server.written("draft") == [{"client": "contoso.com", "kind": "warn", "promise": "o2"}]

        server.owed.update(ours=[], theirs=[], settled=[])
        server.changed()
        await expect(frame.get_by_text("Nobody owes anybody anything.")).to_be_visible()


async def test_only_what_was_changed_is_saved_and_a_refused_value_is_said_at_its_field(browser: Browser) -> None:
    async with panel_server() as server, tab(browser, server) as (_page, frame):
        await show(frame, "settings")
        minutes = frame.get_by_label("Card before the meeting")
        await expect(minutes).to_be_visible()  # read, before the server is told to refuse
        server.refusals["settings"] = (400, {"problem": "Between 5 and 240 minutes.", "field": "card_minutes"})
        await minutes.fill("3")
        await frame.get_by_role("button", name="Save").click()
        await expect(minutes).to_be_focused()
        await expect(minutes).to_have_attribute("aria-invalid", "true")
        assert "Between 5 and 240 minutes." in await frame.locator(".setting").first.inner_text()
        server.refusals.clear()
        await minutes.fill("45")
        await frame.get_by_label("Our own domains").fill("fabrikam.com\n\n fabrikam.de\n")
        await frame.get_by_label("Ask once per new domain").uncheck()
        await frame.get_by_role("button", name="Save").click()
        await expect(frame.get_by_text("Saved", exact=True)).to_be_visible()
        changes = {"card_minutes": 45, "own_domains": ["fabrikam.com", "fabrikam.de"], "ask_first_week": False}
        assert server.written("settings") == [{"changes": changes}]


async def test_the_tab_keeps_the_last_week_while_nobody_answers_and_hostile_words_stay_words(browser: Browser) -> None:
    async with panel_server() as server:
        server.week["relationships"][0]["name"] = server.week["days"][1]["meetings"][1]["subject"] = HOSTILE
        async with tab(browser, server) as (_page, frame):
            assert HOSTILE[:40] in await frame.locator("body").inner_text()
            assert await frame.locator("img, script:not([src])").count() == 0
            await server.stop()
            await expect(frame.get_by_test_id("offline")).to_contain_text("As of 14:23, not connected", timeout=20_000)
            await expect(frame.get_by_text("The card came at 13:30")).to_be_visible()
            await server.start()
            await expect(frame.get_by_test_id("offline")).to_have_count(0, timeout=40_000)


async def test_adding_the_app_offers_to_save_and_saves_the_panels_address(browser: Browser) -> None:
    async with panel_server() as server:
        page = await browser.new_page(locale="de-DE")
        await page.goto(server.host(page="configure"))
        await expect(page.locator("iframe")).to_have_attribute("data-last-call", "settings.setValidityState")
        frame = page.frames[1]
        await expect(frame.get_by_role("heading")).to_have_text("Client Companion zu diesem Termin hinzufügen")
        await page.evaluate(
            """() => addEventListener('message', ({data}) => {
                if (data?.func === 'settings.setSettings') window.settings = data.args[0];
            })"""
        )
        await frame.evaluate(
            "parent.document.querySelector('iframe').contentWindow.dispatchEvent(new MessageEvent('message', "
            "{source: parent, origin: location.origin, data: {func: 'settings.save', args: [{}]}}))"
        )

        async def saved() -> Any:
            return await page.evaluate("window.settings")

        settings: Any = await until(saved)
        assert settings["contentUrl"] == f"{server.origin}/panel/"
        await is_whole(frame)
        await page.close()
