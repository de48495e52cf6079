"""The first thing a person sees: the welcome, what it unfolds, and how its buttons answer."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page

from tests.journey.conftest import PICTURES, Running, opened, running_preview

TITLE = "Ready for every client meeting"


async def test_the_welcome_unfolds_answers_and_has_no_barrier(browser: Browser) -> None:
    async with running_preview() as running:
        await running.wait(running.welcomes)
        for scheme in ("light", "dark"):
            page = await opened(browser, running.page_url, height=1500, scheme=scheme)
            card = page.get_by_test_id("card").filter(has_text=TITLE)
            await card.wait_for()
            await card.scroll_into_view_if_needed()
            await card.get_by_role("button", name="What else I can do").click()
            await card.get_by_text("What I do not do").wait_for()
            await card.screenshot(path=PICTURES / f"welcome-{scheme}.png")
            results = await Axe().run(page)
            assert results.violations_count == 0, results.generate_report()
            await page.context.close()
        await _it_answers(running, await opened(browser, running.page_url, height=1500))


async def _it_answers(running: Running, page: Page) -> None:
    card = page.get_by_test_id("card").filter(has_text=TITLE)
    await card.get_by_role("button", name="Settings").click()

    async def is_answered() -> Any:
        return await running.cards("Minutes before a meeting")

    await running.wait(is_answered)
    settings = page.get_by_test_id("card").filter(has_text="Quiet from")
    await settings.wait_for()
    await settings.get_by_label("Minutes before a meeting").fill("45")
    await settings.screenshot(path=PICTURES / "settings-card.png")
    await settings.get_by_role("button", name="More settings").click()
    await settings.get_by_label("About me").wait_for()
    await settings.get_by_role("button", name="Save").click()
    await settings.get_by_text("Minutes before a meeting: 45 (before: 30)").wait_for()
    assert len(await running.welcomes()) == 1
