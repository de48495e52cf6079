"""A person plays a two-hour call in the preview: the hints come, the coffee is taken, the promises stand there at the end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Frame, Page, expect

from sidecar.preview.transcripts import sample_transcript
from tests.journey.conftest import PICTURES, Running, opened, running_preview

CALL = "Osaka launch workshop"
WAIT = 60_000


async def _frame_of(page: Page) -> Frame:
    handle = await page.locator("iframe").element_handle()
    frame = await handle.content_frame() if handle else None
    assert frame is not None
    return frame


async def _stands(page: Page, state: str) -> None:
    await expect(page.locator(f"[data-testid=playing][data-state={state}]")).to_be_visible(timeout=WAIT)


async def _play(running: Running) -> Any:
    async with running.session.get(f"{running.page_url}api/play") as answer:
        return (await answer.json())["play"]


@pytest.mark.timeout(300)
async def test_a_two_hour_call_is_played_from_its_first_hint_over_a_coffee_to_its_promises(
    browser: Browser, tmp_path: Path
) -> None:
    async with running_preview() as running:
        page = await opened(browser, running.page_url, width=1440)
        await _it_is_chosen(running, page, tmp_path)
        await _a_hint_comes_and_the_words_wait(page)
        await _it_is_shown_again_in_every_look(page)
        await _the_coffee_is_taken_and_the_next_topic_offered(page)
        await _it_ends_with_what_was_promised(running, page)
        await _what_follows_stands_in_outlook_and_to_do(page)
        await page.context.close()


async def _it_is_chosen(running: Running, page: Page, tmp_path: Path) -> None:
    await page.get_by_role("tab", name="Call").click()
    await expect(page.get_by_test_id("play-meeting")).to_contain_text(CALL, timeout=WAIT)
    broken = tmp_path / "holiday.vtt"
    broken.write_text("These are no cues.")
    await page.get_by_test_id("play-input").set_input_files(broken)
    await expect(page.get_by_test_id("problem")).to_contain_text("holiday.vtt: This is no WebVTT transcript")
    mine = tmp_path / "Osaka launch workshop.vtt"
    mine.write_bytes(sample_transcript().read_bytes())
    await page.get_by_test_id("play-input").set_input_files(mine)
    await expect(page.get_by_test_id("play-file").locator("option:checked")).to_have_text(mine.name)
    await expect(page.get_by_test_id("play-meeting").locator("option:checked")).to_contain_text(CALL)
    await page.get_by_test_id("play-begin").click()
    await _stands(page, "running")
    meeting = (await _play(running))["meeting"]
    headers = {"X-Companion-Preview": "1"}
    second = {"meeting": meeting, "file": "sample", "speed": 60, "waits": True}
    async with running.session.post(f"{running.page_url}api/play", json=second, headers=headers) as answer:
        assert answer.status == 400 and "is being played already" in (await answer.json())["problem"]


async def _a_hint_comes_and_the_words_wait(page: Page) -> None:
    await page.locator("[data-action=hint]").click()
    await _stands(page, "waiting")
    await expect(page.get_by_test_id("card").filter(has_text="A good moment for a coffee?")).to_be_visible(timeout=WAIT)


async def _it_is_shown_again_in_every_look(page: Page) -> None:
    """The call went on without the page, which shows it after it was loaded anew."""
    await page.reload()
    await _stands(page, "waiting")
    await expect(page.get_by_test_id("said").locator(".now")).to_be_visible()
    await _is_whole(page, "light")
    await page.get_by_test_id("theme-toggle").click()
    await _is_whole(page, "dark")
    await page.set_viewport_size({"width": 390, "height": 844})
    assert await page.evaluate("document.documentElement.scrollWidth") <= 390
    await page.set_viewport_size({"width": 1440, "height": 900})


async def _is_whole(page: Page, scheme: str) -> None:
    await expect((await _frame_of(page)).get_by_role("button", name="Announce coffee")).to_be_visible(timeout=WAIT)
    await page.screenshot(path=PICTURES / f"call-{scheme}.png")
    results = await Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


async def _the_coffee_is_taken_and_the_next_topic_offered(page: Page) -> None:
    frame = await _frame_of(page)
    await frame.get_by_role("button", name="Announce coffee").click()
    await _stands(page, "break")
    await expect(frame.get_by_text("I am going to get a cup of coffee").first).to_be_visible(timeout=WAIT)
    before = await page.get_by_test_id("said").locator(".now").inner_text()
    await frame.get_by_role("button", name="I’m back").click()
    await _stands(page, "waiting")
    assert await page.get_by_test_id("said").locator(".now").inner_text() == before, "nobody speaks in a break"
    await expect(page.get_by_test_id("card").filter(has_text="let go of the last topic")).to_be_visible(timeout=WAIT)


async def _it_ends_with_what_was_promised(running: Running, page: Page) -> None:
    await page.get_by_test_id("play-waits").uncheck()
    await page.locator("[data-action=play]").click()
    await running.do("press", what="jump", value=(await _play(running))["length_s"])
    await _stands(page, "over")
    card = page.get_by_test_id("card").filter(has_text="After the call with Northwind Traders")
    await expect(card).to_contain_text("repair the two sensors", timeout=WAIT)
    panel = await _panel(running, (await _play(running))["meeting"])
    promised = {one["quote"] for one in panel["follow_up"]["promises"]}
    assert "Then I will repair the two sensors by Wednesday." in promised, json.dumps(panel["follow_up"])[:2000]
    assert panel["call"]["state"] == "over" and panel["call"]["known_from"] == "teams"


async def _what_follows_stands_in_outlook_and_to_do(page: Page) -> None:
    frame = await _frame_of(page)
    await frame.get_by_role("button", name="See the follow-up").click()
    await frame.get_by_role("button", name="Into my To Do").first.click()
    await page.get_by_role("tab", name="Tasks").click()
    own = "“I will send you a picture of the new screen by Thursday.”"
    await expect(page.get_by_test_id("task")).to_contain_text(own, timeout=WAIT)
    card = page.get_by_test_id("card").filter(has_text="After the call with Northwind Traders")
    await card.get_by_role("button", name="Drafts").click()
    await card.get_by_role("button", name="Thank-you").click()
    await page.get_by_role("button", name="Open draft in Outlook").click(timeout=WAIT)
    await page.get_by_role("tab", name="Drafts").click()
    draft = page.get_by_test_id("draft")
    await expect(draft).to_contain_text("To Aiko Tanaka, Rafael Oliveira", timeout=WAIT)
    assert await draft.get_attribute("data-state") == "draft", "nothing is sent without the person"


async def _panel(running: Running, meeting: str) -> Any:
    async with running.session.get(f"{running.page_url}api/token") as answer:
        token = (await answer.json())["token"]
    headers = {"Authorization": f"Bearer {token}"}
    async with running.session.get(f"{running.origin}/api/panel/state", params={"meeting": meeting}, headers=headers) as answer:
        assert answer.status == 200, await answer.text()
        return await answer.json()
