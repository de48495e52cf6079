"""The side panel beside the real sidecar: what a person does there is kept, follows the time, and is theirs alone."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Browser, Frame, Page, expect

from tests.journey.conftest import Running, opened, running_preview
from tests.journey.test_panel_views import VIEWS, is_whole, overflow, show


async def _frame_of(page: Page) -> Frame:
    handle = await page.locator("iframe").element_handle()
    frame = await handle.content_frame() if handle else None
    assert frame is not None
    return frame


async def _panel_of(page: Page) -> Frame:
    """The frame with the views of the sample's first client meeting, once its client's site was read."""
    frame = await _frame_of(page)
    await expect(frame.get_by_role("heading", name="Roll-out review")).to_be_visible(timeout=60_000)
    await expect(frame.get_by_text("brings fresh food")).to_be_visible(timeout=60_000)
    return frame


async def _host(browser: Browser, running: Running, **query: str) -> Page:
    page = await browser.new_page(viewport={"width": 322, "height": 900}, locale="en-GB", reduced_motion="reduce")
    await page.goto(f"{running.page_url}host?" + "&".join(f"{name}={value}" for name, value in query.items()))
    return page


async def test_the_panel_keeps_what_is_done_there_follows_the_time_and_is_its_persons_alone(browser: Browser) -> None:
    async with running_preview() as running:
        page = await opened(browser, running.page_url)
        frame = await _panel_of(page)
        await _what_is_written_is_kept(page, frame)
        frame = await _panel_of(page)
        await running.do("jump", minutes=35)
        await expect(frame.get_by_test_id("call")).to_have_attribute("data-running", "true", timeout=20_000)
        await _it_is_whole(frame)
        await _the_network_is_measured_here(frame)
        await _whoever_is_not_watched_sees_nothing(browser, running)
        await page.context.close()


async def _what_is_written_is_kept(page: Page, frame: Frame) -> None:
    await show(frame, "notes")
    await frame.get_by_label("Write a note").fill("Ask <b>Aiko</b> about the Osaka site")
    await frame.get_by_role("radio", name="Promise").check(force=True)
    await frame.get_by_label("Write a note").press("Enter")
    await expect(frame.locator(".note[data-saved=true]")).to_contain_text("Ask <b>Aiko</b> about the Osaka site")
    await show(frame, "people")
    await frame.get_by_label("Role of Aiko Tanaka").select_option("skeptic")
    await show(frame, "after")
    await expect(frame.get_by_role("list", name="After")).to_contain_text("Aiko Tanaka")
    await expect(frame.get_by_role("list", name="After")).to_contain_text("Ask <b>Aiko</b> about the Osaka site")
    await page.reload()
    frame = await _panel_of(page)
    await show(frame, "notes")
    await expect(frame.locator(".note")).to_contain_text("Ask <b>Aiko</b> about the Osaka site")
    await show(frame, "people")
    await expect(frame.get_by_label("Role of Aiko Tanaka")).to_have_value("skeptic")
    await show(frame, "now")


async def _it_is_whole(frame: Frame) -> None:
    for view in VIEWS:
        await show(frame, view)
        await is_whole(frame, view)
        assert await overflow(frame) <= 0
    await show(frame, "now")


async def _the_network_is_measured_here(frame: Frame) -> None:
    await frame.get_by_text("Technology", exact=True).click()
    await frame.get_by_role("button", name="Measure the network here").click()
    await expect(frame.locator("[data-check=network_rtt]")).to_contain_text("ms", timeout=30_000)
    await is_whole(frame, "measured")


async def _whoever_is_not_watched_sees_nothing(browser: Browser, running: Running) -> None:
    meetings = [one for day in (await running.state())["days"] for one in day["meetings"] if one["is_shown"]]
    page = await _host(browser, running, who="aiko.tanaka@northwindtraders.com", meeting=meetings[0]["id"])
    frame = await _frame_of(page)
    await expect(frame.get_by_test_id("trouble")).to_be_visible()
    told = await frame.locator("body").inner_text()
    assert "fresh food" not in told and "Roll-out" not in told
    await page.close()


async def test_the_tab_beside_the_real_sidecar_shows_the_week_and_saves_a_setting(browser: Browser) -> None:
    async with running_preview() as running:

        async def is_read() -> Any:
            return any(day["meetings"] for day in (await running.state())["days"])

        await running.wait(is_read)
        page = await _host(browser, running, page="tab")
        await page.set_viewport_size({"width": 1000, "height": 900})
        frame = await _frame_of(page)
        await expect(frame.get_by_text("Roll-out review").first).to_be_visible(timeout=60_000)
        await is_whole(frame)
        await show(frame, "settings")
        await frame.get_by_label("Minutes before a meeting").fill("3")
        await frame.get_by_role("button", name="Save").click()
        await expect(frame.get_by_label("Minutes before a meeting")).to_have_attribute("aria-invalid", "true")
        await frame.get_by_label("Minutes before a meeting").fill("45")
        await frame.get_by_role("button", name="Save").click()
        await expect(frame.get_by_text("Saved", exact=True)).to_be_visible()
        await page.reload()
        frame = await _frame_of(page)
        await show(frame, "settings")
        await expect(frame.get_by_label("Minutes before a meeting")).to_have_value("45")
        await is_whole(frame)
        await page.close()
