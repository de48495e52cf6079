"""A person opens the one-time link in an ordinary browser, and what is really measured there reaches their card."""

from __future__ import annotations

import time
import wave
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, async_playwright

from sidecar.domain.apps.tech_check import DEVICES, LIMITS
from sidecar.domain.meetings.meeting import MeetingId, PersonId
from sidecar.flows.before.check_technology import make_link
from tests.find_browser import find
from tests.flows.conftest import MIA, NOON, World, event, start
from tests.journey.conftest import FLAGS, PICTURES

__all__ = ["start"]
FAKE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
AT_ONE = NOON + timedelta(hours=1)
ALWAYS_FINE = {"browser", "frame_policy", "zone", "screen_share", "microphone", "clock_skew"}
DEPEND_ON_LOAD = {"network_rtt", "network_down", "network_up", "main_thread", "camera", "media_path"}
"""A machine that is busy with other tests may really be too slow for a call: then the page has to say so."""
INVITATION = (
    "DESCRIPTION:Join by phone\\n+49 69 1234 5678\\nConference ID: 555 666 777\r\n"
    "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/19%3ameeting_one%40thread.v2/0"
)


LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none", "contrast": "no-preference"},
    "dark": {"color_scheme": "dark", "forced_colors": "none", "contrast": "no-preference"},
    "contrast": {"color_scheme": "dark", "forced_colors": "active", "contrast": "more"},
    "narrow": {"color_scheme": "light", "forced_colors": "none", "contrast": "no-preference"},
}
WIDTHS = {"narrow": 320}


@asynccontextmanager
async def chromium(*flags: str) -> AsyncIterator[Browser]:
    """A browser with other devices than usual."""
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=find(), args=[*FLAGS, *flags])
        yield launched
        await launched.close()


async def link(here: World, meeting: str = "one") -> str:
    return await make_link(here.companion.hands, here.tenant_id, PersonId(MIA.id), MeetingId(meeting))


async def opened(browser: Browser, url: str, *, width: int = 900, zone: str = "Europe/Vienna", **more: Any) -> Page:
    """The page behind a link, loaded, in a browser whose zone has another name than the mailbox's and the same clock."""
    context = await browser.new_context(
        viewport={"width": width, "height": 1000}, timezone_id=zone, reduced_motion="reduce", locale="en-GB", **more
    )
    page = await context.new_page()
    await page.goto(url)
    await page.locator("main button, main [role=alert]").first.wait_for()
    return page


async def run(page: Page) -> float:
    """Press the button and wait for the verdict; the seconds that took."""
    begin = time.monotonic()
    await page.get_by_role("button", name="Start the check").click()
    await page.get_by_role("button", name="Check again").wait_for(timeout=40_000)
    return time.monotonic() - begin


async def states(page: Page) -> dict[str, str]:
    rows = await page.locator("[data-check]").evaluate_all("all => all.map(one => [one.dataset.check, one.dataset.state])")
    return dict(rows)


async def text(page: Page, check: str) -> str:
    return str(await page.locator(f"[data-check={check}]").inner_text())


async def verdict(page: Page, words: str) -> None:
    await page.locator(".verdict").get_by_text(words).first.wait_for()


async def nothing_in_the_way(page: Page, where: str) -> None:
    results = await Axe().run(page)
    assert results.violations_count == 0, f"{where}: {results.generate_report()}"
    assert len(results.response["passes"]) >= 8, f"{where}: axe saw nearly nothing"


async def kept(here: World) -> dict[str, Any]:
    """What is stored of the newest run."""
    async with here.companion.database.transaction(here.tenant_id) as session:
        rows = await session.rows("checks_of", here.tenant_id, MIA.id, here.companion.clock(), list(DEVICES))
    return {one["id"]: one for one in rows[0]["results"]} if rows else {}


async def test_every_check_measures_something_real_within_a_quarter_of_a_minute(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE, more=INVITATION)) as here, chromium(*FAKE) as browser:
        page = await opened(browser, await link(here))
        assert "#" not in page.url, "the key stays in the address"
        took = await run(page)
        assert took <= 15, f"{took:.1f} s"
        found = await states(page)
        assert {check: found[check] for check in ALWAYS_FINE} == dict.fromkeys(ALWAYS_FINE, "ok")
        assert {found[check] for check in DEPEND_ON_LOAD} <= {"ok", "problem"}
        assert "dB" in await text(page, "microphone") and "1280 × 720" in await text(page, "camera")
        assert "opus" in await text(page, "media_path") and "kbit/s" in await text(page, "media_path")
        assert "Hz" in await text(page, "speaker") and found["speaker"] == "skipped"
        assert "Mbit/s" in await text(page, "network_down") and "ms" in await text(page, "network_rtt")
        assert "Europe/Vienna" in await text(page, "zone")
        await page.get_by_role("button", name="Yes, I heard it").click()
        await verdict(page, "Everything works" if "problem" not in (await states(page)).values() else "need")

        async def is_kept() -> bool:
            return (await kept(here)).get("speaker", {}).get("state") == "ok"

        await here.wait_for(is_kept)
        numbers = await kept(here)
        assert -50 < numbers["microphone"]["number"] <= 3
        assert abs(numbers["clock_skew"]["number"]) < 2000
        for check in DEPEND_ON_LOAD - {"camera", "media_path"}:
            is_fine = LIMITS[check].holds(numbers[check]["number"])
            assert numbers[check]["state"] == found[check] == ("ok" if is_fine else "problem"), check
        assert await page.get_by_test_id("plan-b").inner_text() == (
            "If the link does not work, please call +49 69 1234 5678 and enter the conference ID 555 666 777."
        )
        await page.reload()  # the tab stays in its session
        await page.get_by_role("button", name="Start the check").wait_for()
        assert "Call one" in await page.locator("main").inner_text()


async def in_every_look(page: Page, where: str) -> None:
    for look, media in LOOKS.items():
        width = WIDTHS.get(look, 900)
        await page.set_viewport_size({"width": width, "height": 1000})
        await page.emulate_media(**media)
        await nothing_in_the_way(page, f"{where}, {look}")
        assert await page.evaluate("document.documentElement.scrollWidth") <= width, f"{where}, {look}"


async def test_the_page_looks_right_in_every_light_and_width_and_has_no_barrier(start: Callable[..., Any]) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    async with start(event("one", AT_ONE, more=INVITATION)) as here, chromium(*FAKE) as browser:
        page = await opened(browser, await link(here), device_scale_factor=2)
        await in_every_look(page, "before")
        await run(page)
        await page.get_by_test_id("kept").wait_for()
        await in_every_look(page, "asking")
        await page.get_by_role("button", name="Yes, I heard it").click()
        await page.locator("[data-check=speaker][data-state=ok]").wait_for()
        await in_every_look(page, "after")
        if "problem" in (await states(page)).values():
            return  # a busy machine: no picture of that
        await page.set_viewport_size({"width": 900, "height": 1000})
        for look in ("light", "dark"):
            await page.emulate_media(**LOOKS[look])
            await page.evaluate("window.scrollTo(0, 0)")
            await page.screenshot(path=PICTURES / f"tech-check-{look}.png")


async def test_a_refused_microphone_and_camera_say_how_to_allow_them(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE)) as here, chromium(FAKE[0], "--deny-permission-prompts") as browser:
        page = await opened(browser, await link(here))
        assert await run(page) <= 15
        found = await states(page)
        assert (found["microphone"], found["camera"], found["media_path"]) == ("problem", "problem", "skipped")
        for device in ("microphone", "camera"):
            assert "access was refused" in await text(page, device) and "address bar" in await text(page, device)
        assert "Because neither microphone nor camera is there" in await text(page, "media_path")
        await verdict(page, "things need a mend")
        await nothing_in_the_way(page, "refused")
        assert (await kept(here))["microphone"]["state"] == "problem"


async def test_a_computer_without_devices_says_so_and_what_to_plug_in(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE)) as here, chromium(FAKE[1]) as browser:
        page = await opened(browser, await link(here))
        devices = await page.evaluate("navigator.mediaDevices.enumerateDevices().then(all => all.map(one => one.kind))")
        if {"audioinput", "videoinput"} & set(devices):
            pytest.skip("this machine has a real microphone or camera")
        assert await run(page) <= 15
        found = await states(page)
        assert (found["microphone"], found["camera"], found["media_path"]) == ("problem", "not_possible", "skipped")
        assert "none was found" in await text(page, "microphone") and "Plug in a headset" in await text(page, "microphone")
        assert "join without a picture" in await text(page, "camera")


async def test_silence_and_a_covered_lens_are_told_from_sound_and_picture(start: Callable[..., Any], tmp_path: Path) -> None:
    sound, picture = tmp_path / "silence.wav", tmp_path / "black.y4m"
    with wave.open(str(sound), "wb") as file:
        file.setparams((1, 2, 48_000, 0, "NONE", ""))
        file.writeframes(bytes(2 * 48_000 * 5))
    frame = b"FRAME\n" + bytes([16]) * (640 * 360) + bytes([128]) * (640 * 360 // 2)
    picture.write_bytes(b"YUV4MPEG2 W640 H360 F20:1 Ip A1:1 C420\n" + frame * 20)
    files = (f"--use-file-for-fake-audio-capture={sound}", f"--use-file-for-fake-video-capture={picture}")
    async with start(event("one", AT_ONE)) as here, chromium(*FAKE, *files) as browser:
        page = await opened(browser, await link(here))
        await run(page)
        found = await states(page)
        assert (found["microphone"], found["camera"]) == ("problem", "problem"), [
            await text(page, "microphone"),
            await text(page, "camera"),
        ]
        assert "no sound at all" in await text(page, "microphone") and "mute switch" in await text(page, "microphone")
        assert "black" in await text(page, "camera") and "lens cover" in await text(page, "camera")


async def test_a_zone_that_parts_from_the_mailbox_and_an_unheard_tone_are_problems(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE)) as here, chromium(*FAKE) as browser:
        page = await opened(browser, await link(here), zone="Africa/Lagos")  # in November the same hour as Berlin
        await run(page)
        assert (await states(page))["zone"] == "problem" and "Europe/Berlin" in await text(page, "zone")
        await page.get_by_role("button", name="No", exact=True).click()
        await verdict(page, "things need a mend")
        assert "Raise the volume" in await text(page, "speaker")


async def test_a_server_that_stops_answering_is_told_and_the_results_can_be_kept_later(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE)) as here, chromium(*FAKE) as browser:
        page = await opened(browser, await link(here))
        await page.route("**/check/api/**", lambda route: route.abort())
        await run(page)
        found = await states(page)
        assert (found["network_rtt"], found["clock_skew"]) == ("problem", "skipped")
        assert (found["network_down"], found["network_up"]) == ("problem", "problem")
        assert found["microphone"] == "ok"
        await page.unroute("**/check/api/**")
        await page.get_by_role("button", name="Try again").click()
        await page.get_by_test_id("kept").wait_for()
        assert (await kept(here))["network_rtt"]["state"] == "problem"


async def test_a_link_opened_twice_shows_how_to_get_a_new_one(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE)) as here, chromium(*FAKE) as browser:
        url = await link(here)
        await opened(browser, url)
        for look in ({"color_scheme": "light"}, {"color_scheme": "dark", "width": 320}):
            page = await opened(browser, url, **look)
            alert = page.get_by_role("alert")
            await alert.wait_for()
            assert "This link was used already" in await alert.inner_text()
            assert "Run the tech check" in await alert.inner_text()
            assert await page.evaluate("document.documentElement.scrollWidth") <= look.get("width", 900)
            await nothing_in_the_way(page, "used link")


async def test_the_whole_check_works_with_the_keyboard_alone_and_in_german(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_ONE)) as here, chromium(*FAKE) as browser:
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.connection.execute("UPDATE companion.person SET language = 'de-DE'")
        page = await opened(browser, await link(here))
        await page.get_by_role("button", name="Check starten").wait_for()
        assert await page.evaluate("document.documentElement.lang") == "de"
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await page.get_by_role("button", name="Noch einmal prüfen").wait_for(timeout=40_000)
        await page.get_by_role("button", name="Ja, gehört").wait_for()
        await page.keyboard.press("Shift+Tab")
        await page.keyboard.press("Shift+Tab")
        await page.keyboard.press("Enter")
        await page.locator("[data-check=speaker][data-state=ok]").wait_for()

        async def is_kept() -> bool:
            return (await kept(here)).get("speaker", {}).get("state") == "ok"

        await here.wait_for(is_kept)
