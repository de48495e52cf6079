"""The side panel in a host that speaks as Teams does: whole in every look and width, by keyboard, offline, with hostile words."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any, Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Frame, Page, Route, expect

from tests.conftest import until
from tests.journey.conftest import PICTURES
from tests.journey.panel_server import PanelServer, panel_server, sample

VIEWS = ("now", "people", "notes", "after")
LOOKS = ("default", "dark", "contrast")
HOSTILE = "<img src=x onerror=\"document.title='caught'\"><script>document.title='caught'</script>{{7*7}} \u202eevil"


@asynccontextmanager
async def panel(browser: Browser, server: PanelServer, width: int = 320, **query: str) -> AsyncIterator[tuple[Page, Frame]]:
    """The host page with the panel in its frame, as far as the panel has something to show."""
    context = await browser.new_context(
        viewport={"width": width + 2, "height": 900}, locale="en-GB", reduced_motion="reduce", device_scale_factor=2
    )
    page = await context.new_page()
    await page.goto(server.host(**query))
    frame = page.frames[1]
    await frame.locator("[data-tab], [data-testid=trouble]").first.wait_for()
    yield page, frame
    await context.close()


async def show(frame: Frame, view: str) -> None:
    await frame.locator(f"[data-tab={view}]").click()
    await expect(frame.locator(f"[data-tab={view}]")).to_have_attribute("aria-selected", "true")


def told(instant_at: datetime) -> str:
    return f"{instant_at:%Y-%m-%dT%H:%M:%SZ}"


async def overflow(frame: Frame) -> int:
    found: int = await frame.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
async def test_no_view_has_a_barrier_in_any_look_and_direction(browser: Browser, direction: str) -> None:
    async with panel_server() as server, panel(browser, server, dir=direction) as (page, frame):
        for look, view in itertools.product(LOOKS, VIEWS):
            await page.get_by_test_id("look").select_option(look)
            await expect(frame.locator("html")).to_have_attribute("data-theme", "light" if look == "default" else look)
            await show(frame, view)
            await _open_everything(frame)
            await is_whole(frame, f"{look} {view}")
            assert await frame.evaluate("document.documentElement.dir") == direction
            assert await overflow(frame) <= 0, (look, view)


async def is_whole(frame: Frame | Page, where: str = "") -> None:
    results = await Axe().run(frame)  # type: ignore[arg-type]
    assert results.violations_count == 0, f"{where} {results.generate_report()}"
    assert len(results.response["passes"]) >= 8, f"{where}: axe saw nearly nothing"
    unsure = [node for rule in results.response["incomplete"] if rule["id"] == "color-contrast" for node in rule["nodes"]]
    unseen = [node["html"] for node in unsure if "1:1" in node["failureSummary"]]
    assert unseen == [], f"{where}: painted in the colour of its ground"


async def test_what_the_mouse_rests_on_stays_readable(browser: Browser) -> None:
    async with panel_server() as server, panel(browser, server) as (page, frame):
        for look in LOOKS:
            await page.get_by_test_id("look").select_option(look)
            for view, target in (("now", ".line"), ("now", ".wide"), ("now", "[data-tab=people]"), ("notes", ".note button")):
                await show(frame, view)
                await frame.locator(target).first.hover()
                await is_whole(frame, f"{look} {target}")


async def _open_everything(frame: Frame) -> None:
    await frame.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    await frame.evaluate("for (const one of document.querySelectorAll('[aria-expanded=false]')) one.click()")


@pytest.mark.parametrize("width", [160, 280, 320])
async def test_nothing_overflows_at_any_width_even_with_forty_people_and_endless_names(browser: Browser, width: int) -> None:
    async with panel_server() as server:
        people = server.state["people"]
        server.state["people"] = [{**people[one % 6], "address": f"p{one}@northwindtraders.com"} for one in range(40)]
        server.state["people"][0]["name"] = "Wolfeschlegelsteinhausenbergerdorff" * 2
        server.state["people"][1]["name"] = "x" * 120
        server.state["meeting"]["subject"] = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
        server.state["more_people"] = 212
        async with panel(browser, server, width) as (_page, frame):
            for view in VIEWS:
                await show(frame, view)
                await _open_everything(frame)
                assert await overflow(frame) <= 0, view
            await show(frame, "people")
            assert await frame.locator(".person").count() == 40
            await expect(frame.get_by_text("and 212 more")).to_be_visible()


async def test_the_panel_in_german_and_right_to_left_speaks_and_runs_that_way(browser: Browser) -> None:
    async with panel_server() as server:
        server.state.update(sample()["german"])
        server.state["direction"] = "rtl"
        async with panel(browser, server, 280) as (_page, frame):
            await expect(frame.get_by_role("tab", name="Jetzt")).to_be_visible()
            await expect(frame.get_by_text("Brand in ihrem Lager in Santos")).to_be_visible()
            assert await frame.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["de", "rtl"]
            await frame.get_by_role("tab", name="Jetzt").focus()
            await frame.page.keyboard.press("ArrowLeft")
            await expect(frame.get_by_role("tab", name="Leute")).to_be_focused()
            assert await overflow(frame) <= 0


async def test_all_of_it_works_by_keyboard_alone(browser: Browser) -> None:
    async with panel_server() as server, panel(browser, server) as (page, frame):
        tab = frame.get_by_role("tab", name="Now")
        await _tab_until(page, frame, "[role=tab]")
        await expect(tab).to_be_focused()
        for key, name in (
            ("ArrowRight", "People"),
            ("End", "After"),
            ("ArrowRight", "Now"),
            ("ArrowLeft", "After"),
            ("Home", "Now"),
        ):
            await page.keyboard.press(key)
            await expect(frame.get_by_role("tab", name=name)).to_be_focused()
            await expect(frame.get_by_role("tabpanel", name=name)).to_be_visible()
        await _tab_until(page, frame, "[role=tabpanel]")
        await _tab_until(page, frame, ".cover > .tick input")
        await page.keyboard.press("Space")
        await expect(frame.locator(".cover > .tick")).to_have_text("Dates of the second wave")
        assert server.written("must") == [{"meeting": "7d1c", "id": "m2", "is_done": True}]
        await expect(frame.locator(".cover > .tick input")).to_be_focused()
        await _tab_until(page, frame, ".line")
        await page.keyboard.press("Enter")
        await expect(frame.get_by_text("“I will send you the data pack before the twentieth.”")).to_be_visible()
        await _tab_until(page, frame, "[data-tab=now]", back=True)
        await page.keyboard.press("ArrowRight")
        await page.keyboard.press("ArrowRight")
        await _tab_until(page, frame, "#note-line")
        await page.keyboard.type("Ask Maria about the depot")
        await page.keyboard.press("Enter")
        await expect(frame.locator(".note").first).to_contain_text("Ask Maria about the depot")
        await expect(frame.locator("#note-line")).to_be_focused()


async def _tab_until(page: Page, frame: Frame, selector: str, *, back: bool = False) -> None:
    for _ in range(60):
        await page.keyboard.press("Shift+Tab" if back else "Tab")
        if await frame.evaluate("selector => !!document.activeElement?.matches(selector)", selector):
            return
    raise AssertionError(f"The keyboard never reaches {selector}")


async def test_a_broken_connection_keeps_the_last_state_and_an_unsaved_note_is_sent_once(browser: Browser) -> None:
    async with panel_server() as server, panel(browser, server) as (_page, frame):
        await server.stop()
        offline = frame.get_by_test_id("offline")
        await expect(offline).to_contain_text("As of 14:23, not connected", timeout=20_000)
        await expect(frame.get_by_text("the price list is still open")).to_be_visible()
        await show(frame, "notes")
        await frame.get_by_role("radio", name="Promise").check(force=True)
        await frame.get_by_label("Write a note").fill("We send the drawings on Monday")
        await frame.get_by_label("Write a note").press("Enter")
        await frame.get_by_role("checkbox", name="A recipe card").check()
        note = frame.locator(".note").filter(has_text="drawings")
        await expect(note).to_contain_text("not saved yet")
        await expect(offline).to_contain_text("Not saved yet: 2")
        await show(frame, "now")
        await show(frame, "notes")
        await server.start()
        await expect(offline).to_have_count(0, timeout=40_000)
        await expect(note).to_have_attribute("data-saved", "true", timeout=40_000)
        await expect(frame.get_by_test_id("said")).to_contain_text("Connected again")
        [sent] = server.written("note")
        assert (sent["text"], sent["kind"], sent["meeting"]) == ("We send the drawings on Monday", "promise", "7d1c")
        assert server.written("note-done") == [{"id": "n3", "is_done": True}]
        assert await frame.evaluate("localStorage.length + sessionStorage.length") == 0


async def test_after_a_promise_the_next_line_is_a_note_again(browser: Browser) -> None:
    async with panel_server() as server, panel(browser, server) as (_page, frame):
        await show(frame, "notes")
        line = frame.get_by_label("Write a note")
        await frame.get_by_role("radio", name="Promise").check(force=True)
        await line.fill("We send the drawings on Monday")
        await line.press("Enter")
        await expect(frame.get_by_role("radio", name="Note")).to_be_checked()
        await line.fill("They like blue")
        await line.press("Enter")

        async def are_sent() -> bool:
            return len(server.written("note")) == 2

        await until(are_sent)
        assert [one["kind"] for one in server.written("note")] == ["promise", "note"]


async def test_a_line_that_is_too_long_is_counted_kept_whole_and_not_sent_until_it_fits(browser: Browser) -> None:
    async with panel_server() as server, panel(browser, server) as (_page, frame):
        await show(frame, "notes")
        line, room = frame.get_by_label("Write a note"), frame.get_by_test_id("room")
        await expect(room).to_have_count(0)
        await line.fill("x" * 450)
        await expect(room).to_have_text("450 of 500 letters")
        await line.fill("x" * 600)
        await expect(room).to_contain_text("600 letters, and 500 fit")
        await line.press("Enter")
        await expect(line).to_have_value("x" * 600)
        await expect(line).to_have_attribute("aria-invalid", "true")
        await line.fill("\U0001f600" * 500)
        await expect(room).to_have_text("500 of 500 letters")
        await line.press("Enter")
        await expect(line).to_have_value("")

        async def is_sent() -> bool:
            return bool(server.written("note"))

        await until(is_sent)
        assert [one["text"] for one in server.written("note")] == ["\U0001f600" * 500]


async def test_what_somebody_answered_stands_beside_their_name_and_not_among_what_to_talk_about(browser: Browser) -> None:
    async with panel_server() as server:
        server.state["people"][0]["answer"] = "not sure yet"
        async with panel(browser, server) as (_page, frame):
            await show(frame, "people")
            await expect(frame.locator(".person").first.locator(".who")).to_contain_text("not sure yet")


async def test_a_note_whose_answer_was_lost_is_there_once(browser: Browser) -> None:
    async with panel_server(answers_to_lose=1) as server, panel(browser, server) as (_page, frame):
        await show(frame, "notes")
        await frame.get_by_label("Write a note").fill("Only once")
        await frame.get_by_label("Write a note").press("Enter")

        async def is_sent_again() -> bool:
            return len(server.written("note")) == 2

        await until(is_sent_again)
        assert len({one["id"] for one in server.written("note")}) == 1
        await expect(frame.locator(".note").filter(has_text="Only once")).to_have_count(1)
        await expect(frame.locator(".note").filter(has_text="Only once")).to_have_attribute("data-saved", "true")


async def test_a_half_written_line_survives_other_views_and_changes(browser: Browser) -> None:
    async with panel_server() as server, panel(browser, server) as (_page, frame):
        await show(frame, "notes")
        await frame.get_by_label("Write a note").fill("Half a thou")
        await show(frame, "people")
        server.state["notes"][0]["text"] = "Changed elsewhere"
        server.changed()
        await show(frame, "notes")
        await expect(frame.get_by_text("Changed elsewhere")).to_be_visible()
        await expect(frame.get_by_label("Write a note")).to_have_value("Half a thou")


async def test_who_comes_back_to_the_panel_sees_the_newest_state(browser: Browser) -> None:
    async with panel_server() as server, panel(browser, server) as (_page, frame):
        server.state["brief"]["line"] = "Nobody told the panel of this."
        await frame.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        await expect(frame.get_by_text("Nobody told the panel of this.")).to_be_visible()


async def test_until_the_first_answer_the_panel_says_that_it_reads(browser: Browser) -> None:
    async with panel_server() as server:
        page = await browser.new_page(locale="de-DE")
        release = asyncio.Event()

        async def held(route: Route) -> None:
            await release.wait()
            await route.continue_()

        await page.route("**/api/panel/state*", held)
        await page.goto(server.host())
        await expect(page.frame_locator("iframe").get_by_text("Ihr Termin wird gelesen …")).to_be_visible()
        release.set()
        await expect(page.frame_locator("iframe").get_by_role("tab", name="Now")).to_be_visible()
        await page.close()


async def test_what_the_server_will_not_take_comes_back_into_the_line_with_its_sentence(browser: Browser) -> None:
    async with panel_server() as server, panel(browser, server) as (_page, frame):
        server.refusals["note"] = (400, {"problem": "A note has at most 500 signs."})
        await show(frame, "notes")
        await frame.get_by_label("Write a note").fill("Too long, says the server")
        await frame.get_by_label("Write a note").press("Enter")
        await expect(frame.get_by_test_id("said")).to_contain_text("A note has at most 500 signs.")
        await expect(frame.get_by_label("Write a note")).to_have_value("Too long, says the server")
        await expect(frame.locator(".note").filter(has_text="Too long")).to_have_count(0)


async def test_hostile_words_stay_words_and_only_safe_addresses_become_links(browser: Browser) -> None:
    def source(url: str) -> dict[str, Any]:
        return {"title": HOSTILE, "url": url, "quote": HOSTILE, "seen_at": "not a date"}

    async with panel_server() as server:
        state = server.state
        state["meeting"]["subject"] = state["brief"]["line"] = HOSTILE
        urls = ("javascript:alert(1)", "http://evil.example/", "data:text/html,x", "https://northwindtraders.com/a")
        state["brief"]["bullets"] = [{"text": HOSTILE, "source": source(url)} for url in urls]
        state["brief"]["warnings"] = [{"kind": HOSTILE, "text": HOSTILE, "is_grave": True}]
        state["people"][0] |= {"name": HOSTILE, "working": {"state": HOSTILE, "note": HOSTILE}}
        state["notes"][0]["text"] = state["after"][0]["text"] = state["must"][1]["text"] = HOSTILE
        async with panel(browser, server) as (page, frame):
            for view in VIEWS:
                await show(frame, view)
                await _open_everything(frame)
                assert HOSTILE[:40] in await frame.locator("body").inner_text()
                assert await frame.locator("img, script:not([src])").count() == 0
                assert await frame.evaluate("document.title") == await page.title() == "Client Companion"
            await show(frame, "now")
            await _open_everything(frame)
            links = frame.locator("a")
            assert [await one.get_attribute("href") for one in await links.all()] == ["https://northwindtraders.com/a"]
            assert await links.first.get_attribute("rel") == "noopener noreferrer"
            await page.context.route("https://northwindtraders.com/**", lambda route: route.fulfill(body="their page"))
            async with page.context.expect_page() as opened:
                await links.first.click()
            assert (await opened.value).url == "https://northwindtraders.com/a"
            assert await page.locator("iframe").get_attribute("data-last-call") == "executeDeepLink"


async def test_a_change_on_the_server_is_on_the_panel_and_taps_reach_the_server(browser: Browser) -> None:
    async with panel_server() as server, panel(browser, server) as (_page, frame):
        server.state["brief"]["line"] = "The price list is signed."
        server.changed()
        await expect(frame.get_by_text("The price list is signed.")).to_be_visible()
        await frame.get_by_role("checkbox", name="Screen sharing").check()
        await expect(frame.locator(".card-head").filter(has_text="Before you start")).to_contain_text("2 open")
        await show(frame, "people")
        await frame.get_by_label("Role of Priya Nair").select_option("skeptic")
        await expect(frame.get_by_label("Role of Priya Nair")).to_have_value("skeptic")
        await show(frame, "notes")
        await frame.get_by_role("button", name="Remove: A recipe card beside each new product").click()
        await expect(frame.locator(".note").filter(has_text="recipe card")).to_have_count(0)
        await frame.get_by_role("button", name="Undo").click()
        await expect(frame.locator(".note").filter(has_text="recipe card")).to_have_attribute("data-saved", "true")
        assert server.written("tick") == [{"meeting": "7d1c", "check": "screen_share", "is_ticked": True}]
        assert server.written("role") == [{"address": "priya.nair@northwindtraders.com", "role": "skeptic"}]


async def test_clocks_follow_the_servers_time_and_say_another_day(browser: Browser) -> None:
    async with panel_server() as server, panel(browser, server) as (_page, frame):
        await expect(frame.get_by_test_id("call")).to_contain_text("0:23")
        await expect(frame.get_by_test_id("call")).to_contain_text("37 min left")
        server.state["now"] = "2026-11-24T14:04:30Z"
        server.changed()
        await expect(frame.get_by_test_id("call")).to_contain_text("4 min over")
        await show(frame, "people")
        times = frame.get_by_test_id("time")
        await expect(times.nth(0)).to_have_text("11:04")
        await expect(times.nth(1)).to_have_text("probably 09:04")
        await expect(times.nth(3)).to_have_text("03:04 Wed")
        await expect(frame.locator(".person").nth(4)).to_contain_text("Time not known")


@pytest.mark.parametrize("is_shown", [True, False])
async def test_at_a_meetings_start_and_end_the_panel_looks_again_by_itself(browser: Browser, is_shown: bool) -> None:
    async with panel_server() as server:
        state = server.state
        now = datetime.fromisoformat(state["now"])
        times = {"start": told(now + timedelta(seconds=4)), "end": told(now + timedelta(seconds=8))}
        meeting = {**state["meeting"], **times, "state": "before"}
        server.state |= {"meeting": meeting if is_shown else None, "choices": [{**state["choices"][1], **times}]}
        async with panel(browser, server) as (_page, frame):
            if not is_shown:
                await frame.get_by_test_id("trouble").wait_for()
            server.state |= {"now": times["start"], "meeting": {**meeting, "state": "under_way", "subject": "It began"}}
            await expect(frame.get_by_role("heading", name="It began")).to_be_visible(timeout=15_000)
            server.state |= {"now": times["end"], "meeting": {**meeting, "state": "over", "subject": "It ended"}}
            await expect(frame.get_by_role("heading", name="It ended")).to_be_visible(timeout=15_000)


async def test_an_expired_token_is_replaced_without_a_word(browser: Browser) -> None:
    async with panel_server(token_seconds=1) as server, panel(browser, server) as (_page, frame):
        before = server.tokens
        server.state["brief"]["line"] = "Asked with a new token."
        server.changed()
        await expect(frame.get_by_text("Asked with a new token.")).to_be_visible()
        assert server.tokens > before


async def test_each_reason_for_an_empty_panel_has_its_words_and_a_way_on(browser: Browser) -> None:
    async with panel_server() as server:
        whole = dict(server.state)
        server.refusals["state"] = (403, {"problem": "Install the app first."})
        async with panel(browser, server) as (_page, frame):
            trouble = frame.get_by_test_id("trouble")
            await expect(trouble).to_contain_text("Install the app first.")
            await is_whole(frame)
            server.refusals["state"] = (404, {"problem": "This meeting is not yours, or not there."})
            await _ask_again(frame)
            await expect(trouble).to_contain_text("This meeting is not yours")
            await expect(frame.get_by_role("button", name="Show my next meeting")).to_be_visible()
            server.refusals["state"] = (401, {"problem": "Sign in."})
            await _ask_again(frame)
            await expect(trouble).to_contain_text("You are not signed in")
            await is_whole(frame)
            server.refusals.clear()
            server.state.update(meeting=None, brief=None, why_none="This chat belongs to no client meeting of yours.")
            await _ask_again(frame)
            await expect(trouble).to_contain_text("This chat belongs to no client meeting of yours.")
            await is_whole(frame)
            server.state.update(whole)
            await frame.get_by_role("button", name="Contoso kick-off").click()
            await frame.locator("[data-tab]").first.wait_for()
            assert server.asked[-1] == "/api/panel/state?meeting=9a20"


async def _ask_again(frame: Frame) -> None:
    """The page may have asked by itself meanwhile; then its button is another one, or gone."""
    await frame.evaluate("document.querySelector('.blank button.primary')?.click()")


async def test_nobody_signed_in_nobody_there_and_no_teams_are_told_apart(browser: Browser) -> None:
    async with panel_server(is_anonymous=True) as server:
        async with panel(browser, server) as (page, frame):
            await expect(frame.get_by_test_id("trouble")).to_have_attribute("data-kind", "signed_out")
            server.is_anonymous = False
            await frame.locator("[data-tab]").first.wait_for()
            await page.goto(f"{server.origin}/panel/")
            await expect(page.get_by_test_id("trouble")).to_contain_text("Open this panel in Teams")
        server.refusals["state"] = (403, {"problem": "Not for you."})
        asked = len(server.asked)

        async def is_quiet() -> bool:
            """Two are asked by themselves, at the opening and with the stream's first word: then only the button is left."""
            return len(server.asked) == asked + 2

        async with panel(browser, server) as (_page, frame):
            await until(is_quiet)
            server.refusals.clear()
            await frame.get_by_role("button", name="Try again").click()
            await frame.locator("[data-tab]").first.wait_for()
        server.refusals["state"] = (503, {"problem": "The database is away."})
        async with panel(browser, server) as (_page, frame):
            await expect(frame.get_by_test_id("trouble")).to_contain_text("The companion does not answer")
            server.refusals.clear()
            await expect(frame.get_by_role("tab", name="Now")).to_be_visible(timeout=20_000)


async def test_the_chat_and_the_deep_link_of_the_host_say_which_meeting_it_is(browser: Browser) -> None:
    async with panel_server() as server:
        async with panel(browser, server, chat="19:meeting_x@thread.v2"):
            assert server.asked[-1] == "/api/panel/state?chat=19%3Ameeting_x%40thread.v2"
        async with panel(browser, server, chat="19:meeting_x@thread.v2", meeting="9a20"):
            assert server.asked[-1] == "/api/panel/state?meeting=9a20"


async def test_every_tap_is_44_pixels_high(browser: Browser) -> None:
    async with panel_server() as server, panel(browser, server, 280) as (_page, frame):
        for view in VIEWS:
            await show(frame, view)
            small = await frame.evaluate(
                """() => [...document.querySelectorAll('button, select, summary, label.tick, .kinds label, input[type=text]')]
                    .filter(one => one.getClientRects().length && one.getBoundingClientRect().height < 44)
                    .map(one => one.outerHTML.slice(0, 120))"""
            )
            assert small == [], view


async def test_the_tech_check_opens_outside_with_a_link_that_works_once(browser: Browser) -> None:
    async with panel_server() as server, panel(browser, server) as (page, frame):
        async with page.context.expect_page() as opened:
            await frame.get_by_role("button", name="Run the tech check").click()
        assert (await opened.value).url == f"{server.origin}/check/#k=once"
        assert server.written("check-link") == [{"meeting": "7d1c"}]
        await expect(frame.get_by_role("link")).to_have_attribute("href", f"{server.origin}/check/#k=once")


async def test_forced_colours_leave_no_barrier(browser: Browser) -> None:
    async with panel_server() as server, panel(browser, server) as (page, frame):
        await page.emulate_media(forced_colors="active", color_scheme="dark")
        for view in VIEWS:
            await show(frame, view)
            # The browser paints its own colours and still names ours to whoever asks: contrast cannot be measured here.
            results = await Axe().run(frame, options={"rules": {"color-contrast": {"enabled": False}}})  # type: ignore[arg-type]
            assert results.violations_count == 0, results.generate_report()
            edge = await frame.locator("[aria-selected=true]").evaluate("tab => getComputedStyle(tab).borderBlockEndColor")
            others = await frame.locator("[aria-selected=false]").first.evaluate(
                "tab => getComputedStyle(tab).borderBlockEndColor"
            )
            assert edge != others, "nothing tells which view is shown"


async def test_a_screen_reader_hears_each_thing_once(browser: Browser) -> None:
    async with panel_server() as server, panel(browser, server) as (_page, frame):
        await frame.evaluate(
            """() => {
                window.heard = [];
                const live = [...document.querySelectorAll('[role=status]')];
                for (const one of live) new MutationObserver(() => one.textContent && window.heard.push(one.textContent))
                    .observe(one, {childList: true, subtree: true, characterData: true});
            }"""
        )
        await frame.locator(".cover > .tick input").click()

        async def is_told() -> bool:
            return bool(server.written("must")) and bool(await frame.evaluate("window.heard.length"))

        await until(is_told)
        server.changed()
        await show(frame, "people")
        assert [text for text in await frame.evaluate("window.heard") if "Covered" in text] == [
            "Covered: Who signs the price list?Undo"
        ]


async def test_pictures_of_the_panel(browser: Browser) -> None:
    """As the README shows them."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    async with panel_server() as server:
        for look, name in zip(LOOKS, ("light", "dark", "contrast"), strict=True):
            async with panel(browser, server, theme=look) as (page, frame):
                await page.set_viewport_size({"width": 322, "height": 1010})
                await page.evaluate("document.querySelector('.host-head').remove()")
                await frame.locator(".lines .line").first.click()
                await page.mouse.move(0, 0)
                sharp: Literal["css", "device"] = "css" if look == "contrast" else "device"
                await page.locator("iframe").screenshot(path=PICTURES / f"panel-now-{name}.png", scale=sharp)
        for view, query, width in (("people", {}, 320), ("notes", {}, 280), ("after", {}, 320), ("people", {"dir": "rtl"}, 320)):
            async with panel(browser, server, width, **query) as (page, frame):
                await page.evaluate("document.querySelector('.host-head').remove()")
                await page.set_viewport_size({"width": width + 2, "height": 760 if view == "people" else 560})
                await show(frame, view)
                suffix = "-rtl" if query else "-narrow" if width < 320 else ""
                await page.locator("iframe").screenshot(path=PICTURES / f"panel-{view}{suffix}.png", scale="css")
