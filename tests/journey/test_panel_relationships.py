"""The page of relationships in the personal tab: who slips, what was a contact, and a call that makes the reminder go away."""

from __future__ import annotations

import itertools

import pytest
from playwright.async_api import Browser, expect

from tests.journey.conftest import PICTURES
from tests.journey.panel_server import panel_server
from tests.journey.test_panel_tab import tab
from tests.journey.test_panel_views import LOOKS, is_whole, overflow, show

WOODGROVE = "woodgrovebank.com"


async def test_a_call_just_made_clears_the_reminder_and_can_be_taken_back(browser: Browser) -> None:
    async with panel_server() as server, tab(browser, server) as (page, frame):
        await show(frame, "relationships")
        reminder = frame.get_by_text("Woodgrove Bank: 71 days since you last were in touch.")
        await expect(reminder).to_be_visible()
        await frame.get_by_role("button", name="Show Woodgrove Bank").click()
        await expect(frame.get_by_role("heading", name="Woodgrove Bank")).to_be_visible()
        await expect(frame.get_by_text("Its date cannot be true.")).to_be_visible()
        PICTURES.mkdir(parents=True, exist_ok=True)
        await page.locator("iframe").screenshot(path=PICTURES / "relationships.png")
        await frame.locator(".relation-list").get_by_role("button", name="Called just now Woodgrove Bank").click()
        await expect(reminder).to_have_count(0)
        await frame.get_by_role("button", name="Not called after all").click()
        await expect(reminder).to_be_visible()
        await frame.get_by_label("After … days", exact=True).fill("20")
        await frame.get_by_role("button", name="Save", exact=True).click()
        await frame.get_by_label("What you asked about").fill("her first triathlon")
        await frame.get_by_label("What they said").fill("she came third")
        await frame.get_by_role("button", name="Remember").first.click()
        await expect(frame.get_by_text("“she came third”")).to_be_visible()
        assert [body["what"] for body in server.written("relationship")] == ["called", "undo_called", "limits", "asked"]
        assert server.written("relationship")[2] == {"client": WOODGROVE, "what": "limits", "value": {"soft": 20, "hard": 60}}
        server.refusals["relationship"] = (400, {"problem": "Days from 3 to 365."})
        await frame.get_by_role("button", name="Save", exact=True).click()
        await expect(frame.get_by_text("Days from 3 to 365.")).to_be_visible(timeout=30_000)


@pytest.mark.parametrize("width", [1000, 320])
async def test_the_page_has_no_barrier_in_any_look_and_width(browser: Browser, width: int) -> None:
    async with panel_server() as server, tab(browser, server, width) as (page, frame):
        await show(frame, "relationships")
        for look, is_open in itertools.product(LOOKS, (False, True)):
            await page.get_by_test_id("look").select_option(look)
            if is_open:
                await frame.get_by_role("button", name="Show Woodgrove Bank").click()
                await frame.locator("#relation-name").wait_for()
            await is_whole(frame, f"{look} {is_open}")
            assert await overflow(frame) <= 0, (look, is_open)
            if is_open and width < 721:
                await frame.get_by_role("button", name="All clients").click()
