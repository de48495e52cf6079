"""Four clocks in a week in which two of them are not where they usually are: a correction on one card is on the next."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser

from tests.card_text import text_of
from tests.journey.conftest import PICTURES, Running, opened, running_preview

GAP_WEEK = Path(__file__).parents[1] / "fixtures" / "journey" / "gap-week.ics"
ARGUMENTS = ("--ics", str(GAP_WEEK), "--me", "mia.berg@fabrikam.com", "--zone", "Europe/Berlin", "--now", "2027-03-17T12:20:00Z")
CALL = "Northwind steering"
THERE = {
    "maria.silva": ("America/Sao_Paulo", "Brazil"),
    "joe.miller": ("America/New_York", "US"),
    "priya.nair": ("Asia/Kolkata", "India"),
    "laura.cruz": ("America/Tegucigalpa", "Honduras"),
}


async def test_a_correction_in_the_preview_changes_the_next_card_and_the_gap_week_is_told(browser: Browser) -> None:
    async with running_preview(*ARGUMENTS) as running:
        first = await _the_card_of(running, "Introductions")
        assert "Time zone not known" in str(first["card"])
        for name, (zone, country) in THERE.items():
            data = {
                "meeting": "gap-week-introduction@fabrikam.com",
                "kind": "pre_call_card",
                "zone": zone,
                "country": country,
                "v": 1,
            }
            await running.do(
                "tap", activity_id=first["id"], verb="correct_zone", data={**data, "address": f"{name}@northwindtraders.com"}
            )
        card = await _the_card_of(running, CALL)
        told = text_of(card["card"])
        for clock in ("11:00 for Maria", "10:00 for Joe", "19:30 for Priya", "08:00 for Laura"):
            assert clock in told
        assert "usually 09:00 for them; this week 10:00" in told
        for scheme in ("light", "dark"):
            page = await opened(browser, running.page_url, scheme=scheme, height=2400)
            shown = page.get_by_test_id("card").filter(has_text=CALL).last
            await shown.wait_for()
            await shown.scroll_into_view_if_needed()
            await shown.screenshot(path=PICTURES / f"gap-week-{scheme}.png")
            await shown.get_by_role("button", name="Show more").click()
            await shown.get_by_text("How meetings with them often go").wait_for()
            await shown.screenshot(path=PICTURES / f"gap-week-more-{scheme}.png")
            results = await Axe().run(page)
            assert results.violations_count == 0, results.generate_report()
            await page.context.close()


async def _the_card_of(running: Running, subject: str) -> Any:
    async def is_there() -> bool:
        return bool(await _about(running, subject))

    async def is_planned() -> bool:
        days = (await running.state())["days"]
        return any(one["subject"] == subject for day in days for one in day["meetings"])

    await running.wait(is_planned)
    if not await _about(running, subject):
        await running.do("jump", to="next")
    await running.wait(is_there)
    return (await _about(running, subject))[-1]


async def _about(running: Running, subject: str) -> list[Any]:
    """Whole cards, not the line after a tap."""
    return [one for one in await running.cards(subject) if "Join in Teams" in str(one["card"])]
