"""A person's Monday with a real calendar: the card comes at its moment, follows the meeting, and is never doubled."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page

from tests.journey.conftest import PICTURES, Running, looking_at, opened, running_preview

OUTLOOK = Path(__file__).parents[1] / "fixtures" / "journey" / "monday.ics"
ARGUMENTS = ("--ics", str(OUTLOOK), "--me", "mia.berg@fabrikam.com", "--zone", "Europe/Berlin", "--now", "2026-11-23T12:26:00Z")
CALL = "Northwind roll-out"


async def meeting(running: Running, subject: str = CALL) -> Any:
    days = (await running.state())["days"]
    return next((one for day in days for one in day["meetings"] if one["subject"] == subject), None)


async def test_a_card_comes_is_edited_when_the_meeting_moves_and_withdrawn_when_it_is_cancelled(browser: Browser) -> None:
    async with running_preview(*ARGUMENTS) as running:
        page = await opened(browser, running.page_url)
        await _the_card_comes_at_its_moment(running, page)
        await _it_is_edited_not_doubled(running, page)
        await _a_notice_twice_changes_nothing(running)
        await _it_is_withdrawn(running, page)


async def _the_card_comes_at_its_moment(running: Running, page: Page) -> None:
    await running.wait(lambda: meeting(running))
    assert await running.cards(CALL) == []
    await page.get_by_test_id("jump").click()

    async def has_come() -> bool:
        return len(await running.cards(CALL)) == 1

    await running.wait(has_come)
    card = page.get_by_test_id("card").filter(has_text=CALL)
    await card.wait_for()
    assert (await running.cards(CALL))[0]["summary"] == "You meet a client at 14:00"
    assert "14:00" in await card.inner_text()


async def _it_is_edited_not_doubled(running: Running, page: Page) -> None:
    event = (await meeting(running))["event_id"]
    await running.do("move", event_id=event, minutes=60)

    async def shows_the_new_time() -> bool:
        cards = await running.cards(CALL)
        return len(cards) == 1 and cards[0]["edits"] > 0 and "15:00" in str(cards[0]["card"])

    await running.wait(shows_the_new_time)
    await page.get_by_test_id("card").filter(has_text="15:00").first.wait_for()


async def _a_notice_twice_changes_nothing(running: Running) -> None:
    before = len(await running.cards())
    await running.do("notify", event_id=(await meeting(running))["event_id"], times=2)
    await running.do("jump", minutes=15)

    async def has_caught_up() -> bool:
        return bool((await running.state())["is_idle"])

    await running.wait(has_caught_up)
    assert len(await running.cards()) == before


async def _it_is_withdrawn(running: Running, page: Page) -> None:
    await running.do("cancel", event_id=(await meeting(running))["event_id"])

    async def says_so() -> bool:
        cards = await running.cards("Cancelled")
        return len(cards) == 1

    await running.wait(says_so)
    await page.get_by_text("Cancelled").first.wait_for()


async def test_a_worker_killed_between_teams_and_the_database_leaves_at_most_one_double_which_heals() -> None:
    async with running_preview(*ARGUMENTS) as running:
        await running.wait(lambda: meeting(running))
        await running.wait(running.welcomes)
        await running.tenant("die_after", what="activity")
        await running.do("jump", to="next")

        async def teams_has_it() -> bool:
            return len(await running.cards(CALL)) >= 1

        await running.wait(teams_has_it)
        os.kill((await running.state())["worker"]["pid"], signal.SIGKILL)
        await running.do("restart-worker")

        async def is_recorded() -> bool:
            found = await meeting(running)
            return any(one["kind"] == "pre_call_card" and one["state"] in {"sent", "edited"} for one in found["moments"])

        await running.wait(is_recorded, 90)
        cards = await running.cards(CALL)
        assert 1 <= len(cards) <= 2
        orphan = cards[0]["id"]
        await running.do("tap", activity_id=orphan, verb="show", data={"meeting": (await meeting(running))["id"]})

        async def is_healed() -> bool:
            return len(await running.cards(CALL)) == 1

        await running.wait(is_healed)


async def test_a_restart_loses_nothing_and_a_correction_sticks_and_can_be_undone() -> None:
    async with running_preview(*ARGUMENTS) as running:
        await running.wait(lambda: meeting(running))
        await running.do("restart-worker")
        await running.do("jump", to="next")

        async def has_come() -> bool:
            return len(await running.cards(CALL)) == 1

        await running.wait(has_come)
        card, found = (await running.cards(CALL))[0], await meeting(running)
        data = {"meeting": found["id"], "kind": "pre_call_card", "scope": "domain", "subject": "northwindtraders.com"}
        await running.do("tap", activity_id=card["id"], verb="not_client", data=data)

        async def is_left_out() -> bool:
            return not (await meeting(running))["is_shown"]

        await running.wait(is_left_out)
        undo = {"meeting": found["id"], "kind": "pre_call_card", "what": "not_client", "subject": "northwindtraders.com"}
        await running.do("tap", activity_id=card["id"], verb="undo", data=undo)

        async def is_back() -> bool:
            return bool((await meeting(running))["is_shown"])

        await running.wait(is_back)
        assert len(await running.cards()) == 1


async def test_the_preview_in_pictures_and_without_a_barrier(browser: Browser, sample_preview: str) -> None:
    """The sample week as README shows it; the pictures are written, and axe finds nothing in either theme."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    async with looking_at(sample_preview) as running:

        async def first_card() -> bool:
            about = await running.cards("Roll-out review")
            return len(about) == 1 and "brings fresh food" in str(about[0]["card"]) and len(await running.cards()) == 2

        await running.wait(first_card)
        for scheme in ("light", "dark"):
            page = await opened(browser, running.page_url, scheme=scheme)
            card = page.get_by_test_id("card").filter(has_text="Roll-out review")
            await card.wait_for()
            await page.frame_locator("iframe").get_by_role("tab").first.wait_for()  # the side panel has read its meeting
            await card.scroll_into_view_if_needed()
            await page.screenshot(path=PICTURES / f"preview-{scheme}.png")
            await card.screenshot(path=PICTURES / f"card-{scheme}.png")
            results = await Axe().run(page)
            assert results.violations_count == 0, results.generate_report()
            await page.context.close()
        narrow = await opened(browser, running.page_url, width=360, height=780)
        await narrow.get_by_test_id("card").first.wait_for()
        assert await narrow.evaluate("document.documentElement.scrollWidth") <= 360
        await narrow.screenshot(path=PICTURES / "preview-narrow.png")


@pytest.mark.parametrize("path", ["api/jump", "api/move", "api/load"])
async def test_a_page_of_another_origin_cannot_press_the_buttons(sample_preview: str, path: str) -> None:
    async with aiohttp.ClientSession() as session, session.post(f"{sample_preview}{path}", json={"minutes": 5}) as answer:
        assert answer.status == 403
