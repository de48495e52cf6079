"""A person asks why a card says something, and sees the client's own words and the page they stand on."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Locator, Page

from tests.journey.conftest import PICTURES, Running, looking_at, opened

ASK = "Why does it say this?: Roll-out review"
SAID = "Northwind Traders brings fresh food from farms and ports"


async def _is_researched(running: Running) -> Any:
    """The id of the sample's first client meeting, once its client's site was read."""

    async def found() -> Any:
        days = (await running.state())["days"]
        meeting = next((one["id"] for day in days for one in day["meetings"] if one["subject"] == "Roll-out review"), None)
        return meeting if meeting and SAID in str(await _why(running, meeting)) else None

    return await running.wait(found)


async def _why(running: Running, meeting: str) -> Any:
    async with running.session.get(f"{running.page_url}api/why", params={"meeting": meeting}) as answer:
        return await answer.json()


async def _asked(page: Page) -> Locator:
    """The open dialog of the first day's meeting."""
    await page.get_by_role("button", name=ASK).first.click()
    dialog = page.get_by_role("dialog", name="Roll-out review")
    await dialog.get_by_text(SAID).first.wait_for()
    return dialog


async def test_each_line_of_a_card_shows_its_source_and_the_dialog_has_no_barrier(browser: Browser, sample_preview: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    async with looking_at(sample_preview) as running:
        await _is_researched(running)
        for scheme in ("light", "dark"):
            page = await opened(browser, running.page_url, scheme=scheme)
            dialog = await _asked(page)
            await _the_site_is_quoted_and_linked(dialog)
            results = await Axe().run(page)
            assert results.violations_count == 0, results.generate_report()
            assert await dialog.evaluate("box => box.scrollHeight <= box.clientHeight"), "its head would scroll away"
            if scheme == "light":
                await dialog.get_by_role("region", name="What to look out for").evaluate("part => part.scrollIntoView()")
                await page.screenshot(path=PICTURES / "why-light.png")
            await _escape_gives_the_focus_back(page, dialog)
            await page.context.close()
        await _nothing_overflows_on_a_phone(browser, running)


async def _the_site_is_quoted_and_linked(dialog: Locator) -> None:
    source = dialog.get_by_test_id("source").filter(has_text=SAID).first
    assert f"“{SAID}" in await source.inner_text()
    assert "read 23 November 2026" in await source.inner_text()
    link = source.get_by_role("link")
    assert (await link.get_attribute("href") or "").endswith("://northwindtraders.com/")
    assert await link.get_attribute("target") == "_blank"
    assert "noopener" in (await link.get_attribute("rel") or "")


async def _escape_gives_the_focus_back(page: Page, dialog: Locator) -> None:
    assert await page.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    await page.keyboard.press("Escape")
    await dialog.wait_for(state="detached")
    assert await page.evaluate("document.activeElement.getAttribute('aria-label')") == ASK


async def _nothing_overflows_on_a_phone(browser: Browser, running: Running) -> None:
    page = await opened(browser, running.page_url, width=360, height=780)
    dialog = await _asked(page)
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    box = await dialog.bounding_box()
    assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 360 and box["height"] <= 780
    assert await page.locator(".why-body").evaluate("body => body.scrollWidth <= body.clientWidth")
    await page.context.close()


async def test_only_meetings_with_a_card_are_asked_about_and_an_unknown_one_gets_a_sentence(
    browser: Browser, sample_preview: str
) -> None:
    async with looking_at(sample_preview) as running:
        await _is_researched(running)
        page = await opened(browser, running.page_url)
        await page.get_by_role("button", name=ASK).first.wait_for()
        shown = await page.locator("[data-testid=meeting][data-shown=true]").count()
        assert await page.locator("[data-action=why]").count() == shown > 0
        assert await page.locator("[data-shown=false] [data-action=why]").count() == 0
        async with running.session.get(f"{running.page_url}api/why", params={"meeting": "nobody"}) as answer:
            assert answer.status == 404
            assert (await answer.json())["problem"].startswith("This meeting is not in your calendar any more.")
        elsewhere = {"Host": "elsewhere.example"}
        async with running.session.get(f"{running.page_url}api/why?meeting=nobody", headers=elsewhere) as answer:
            assert answer.status == 403
        await page.context.close()
