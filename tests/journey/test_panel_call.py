"""The side panel during a call: one calm thing at a time, the hour, the room, one-line capture, and the follow-up after it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Frame, Page, async_playwright, expect

from tests.conftest import until
from tests.find_browser import find
from tests.journey.conftest import FLAGS, PICTURES
from tests.journey.panel_call import MOMENTS, during
from tests.journey.panel_server import PanelServer, panel_server, sample
from tests.journey.test_panel_views import is_whole, overflow, panel, show

pytestmark = pytest.mark.asyncio(loop_scope="module")
LOOKED_AT = {
    ("before", "now"): "default",
    ("hint", "now"): "dark",
    ("break", "now"): "contrast",
    ("large", "people"): "dark",
    ("running", "notes"): "contrast",
    ("over", "after"): "default",
}
"""What axe looks at, each in another look; the other moments are made of the same parts."""
PROMISED = ["You promised", "Your colleagues promised", "They promised", "Was this promised?"]
PICTURED = {"hint": 640, "break": 640, "large": 640, "over": 760}
"""The moments that the README shows, and how high."""
SMALL_TAPS = """() => {
    const taps = 'button, select, summary, label.tick, .kinds label, [role=option], input:not([type=checkbox])';
    return [...document.querySelectorAll(taps)]
        .filter(one => one.getClientRects().length && one.getBoundingClientRect().height < 43.9)
        .map(one => one.outerHTML.slice(0, 120));
}"""
HEARD = """() => {
    window.heard = [];
    for (const one of document.querySelectorAll('[role=status]'))
        new MutationObserver(() => one.textContent && window.heard.push(one.textContent))
            .observe(one, {childList: true, subtree: true, characterData: true});
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """One for all of this file: starting it takes as long as a test."""
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=find(), args=FLAGS)
        yield launched
        await launched.close()


async def goes(server: PanelServer, frame: Frame, moment: str, **changes: Any) -> None:
    """The call goes on to another moment, and the panel has heard of it."""
    server.state = during(moment, **changes)
    server.state["meeting"]["subject"] = f"Now: {moment}"
    server.changed()
    await frame.get_by_role("heading", name=f"Now: {moment}", exact=True).wait_for()


async def told(server: PanelServer, path: str, count: int = 1) -> list[Any]:
    """What the panel wrote, once it did so often."""

    async def is_told() -> bool:
        return len(server.written(path)) >= count

    await until(is_told)
    return server.written(path)


async def opened(frame: Frame) -> None:
    await frame.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


async def test_every_moment_of_a_call_is_whole_in_each_look_and_width(browser: Browser) -> None:
    views = [*((moment, "now") for moment in MOMENTS), *(one for one in LOOKED_AT if one[1] != "now")]
    async with panel_server(state=during("running")) as server, panel(browser, server) as (page, frame):
        for moment, view in views:
            await goes(server, frame, moment)
            await show(frame, view)
            await opened(frame)
            if look := LOOKED_AT.get((moment, view)):
                await page.get_by_test_id("look").select_option(look)
                await is_whole(frame, f"{look} {moment} {view}")
            assert await frame.evaluate(SMALL_TAPS) == [], (moment, view)
            for width in (160, 280):
                await page.set_viewport_size({"width": width + 2, "height": 900})
                assert await overflow(frame) <= 0, (width, moment, view)
        await page.emulate_media(forced_colors="active")
        await show(frame, "now")
        await goes(server, frame, "break")
        results = await Axe().run(frame, options={"rules": {"color-contrast": {"enabled": False}}})  # type: ignore[arg-type]
        assert results.violations_count == 0, results.generate_report()


async def test_pictures_of_a_call(browser: Browser) -> None:
    """As the README shows them."""
    views = {"large": "people", "over": "after"}
    async with panel_server(state=during("running")) as server, panel(browser, server, 300) as (page, frame):
        await page.evaluate("document.querySelector('.host-head').hidden = true")
        for moment, height in PICTURED.items():
            server.state = during(moment)
            server.changed()
            await show(frame, views.get(moment, "now"))
            await frame.locator(".moment, .room-sheet, .promises").first.wait_for()
            await page.set_viewport_size({"width": 302, "height": height})
            await page.mouse.move(0, 0)
            await page.locator("iframe").screenshot(path=PICTURES / f"panel-call-{moment}.png", scale="css")


async def test_a_hint_is_one_tap_then_the_break_runs_by_the_servers_clock_then_the_next_topic_is_offered(
    browser: Browser,
) -> None:
    async with panel_server(state=during("running")) as server, panel(browser, server) as (_page, frame):
        moment = frame.get_by_test_id("moment")
        await expect(moment).to_have_text("")
        await frame.evaluate(HEARD)
        await goes(server, frame, "hint")
        await expect(moment).to_contain_text("A good moment for a coffee?52 minutes without a pause")
        await expect(moment.get_by_role("button")).to_have_text(["Announce coffee", "In 15 minutes", "Not now"])
        server.refusals["call"] = (409, {"problem": "That hint is gone."})
        await moment.get_by_role("button", name="Not now").click()
        await expect(frame.get_by_test_id("said")).to_contain_text("That hint is gone.")
        server.refusals.clear()
        await moment.get_by_role("button", name="Announce coffee").press("Enter")
        await expect(moment).to_have_attribute("data-shows", "break")
        assert server.written("call") == [{"meeting": "7d1c", "what": "take", "hint": "h1"}]
        await expect(frame.get_by_test_id("timer")).to_have_text("3:20")
        await expect(moment).to_contain_text("back at 14:26")
        await expect(moment.locator(".clocks")).to_contain_text("Emi 02:26 +1 day")
        await expect(moment.get_by_role("link", name="Message Emi")).to_be_visible()
        await expect(moment.get_by_role("button", name="Copy the words")).to_be_focused()
        await moment.get_by_role("button", name="Two minutes more").click()
        await expect(frame.get_by_test_id("timer")).to_have_text("5:20")
        server.state["now"] = "2026-11-24T13:28:41Z"
        server.changed()
        await expect(frame.get_by_test_id("timer")).to_have_text("Time to go on")
        await moment.get_by_role("button", name="I’m back").click()
        await expect(moment).to_contain_text("Next: Dates of the second wave")
        await expect(moment.locator(".paste")).to_have_text(server.state["call"]["next"]["line"])
        await moment.get_by_role("button", name="Another topic").click()
        await expect(moment).to_have_text("")
        assert [one["what"] for one in server.written("call")] == ["take", "longer", "back", "later"]
        assert server.written("call")[3] == {"meeting": "7d1c", "what": "later", "hint": "h2", "topic": "m3"}
        heard = [text for text in await frame.evaluate("window.heard") if "coffee" in text or text == "Time to go on"]
        assert len(heard) == len(set(heard)), "a screen reader hears it twice"


async def test_what_nobody_tells_is_asked_and_answered_by_one_tap(browser: Browser) -> None:
    async with panel_server(state=during("asks")) as server, panel(browser, server) as (_page, frame):
        await expect(frame.get_by_test_id("moment")).to_contain_text("Have you started?")
        await expect(frame.get_by_test_id("strip")).to_contain_text("Going by your calendar")
        await goes(server, frame, "asks", call={**during("asks")["call"], "hint": during("hint")["call"]["hint"]})
        await expect(frame.get_by_test_id("moment")).to_contain_text("A good moment for a coffee?")
        await frame.get_by_role("button", name="In 15 minutes").click()
        await frame.get_by_role("button", name="Yes, we have started").click()
        await expect(frame.get_by_test_id("moment")).to_have_text("")
        await goes(server, frame, "running", call={"asks": {"kind": "over", "text": "Is it over?"}})
        await frame.get_by_role("button", name="We are still talking").click()
        await expect(frame.get_by_test_id("moment")).to_have_text("")
        assert [one["what"] for one in await told(server, "call", 3)] == ["later", "started", "runs_over"]
        await goes(server, frame, "over")
        await frame.get_by_role("button", name="See the follow-up").click()
        await expect(frame.get_by_role("tabpanel", name="After")).to_be_visible()


async def test_the_hour_is_a_slim_strip_its_points_move_to_next_time_and_its_opening_is_chosen_before(browser: Browser) -> None:
    async with panel_server(state=during("opening")) as server, panel(browser, server, 300) as (_page, frame):
        strip = frame.get_by_test_id("strip")
        await expect(strip).to_contain_text("Opening: 6 of 10 min left.")
        await expect(frame.get_by_test_id("care")).to_contain_text("Gently.")
        await frame.get_by_role("checkbox", name="Ask about spring").check()
        assert (await told(server, "opener"))[0] == {"meeting": "7d1c", "id": "o3", "is_used": True}
        await goes(server, frame, "hint")
        await expect(strip).to_contain_text("only 37 to go")
        await expect(strip.locator("progress")).to_have_attribute("aria-hidden", "true")
        await expect(frame.locator(".cover")).to_contain_text("Maria Silva decides")
        await frame.get_by_role("button", name="Move to next time", exact=True).click()
        await expect(frame.locator(".cover .tick").first).to_contain_text("Dates of the second wave")
        assert (await told(server, "must"))[0] == {"meeting": "7d1c", "id": "m2", "is_done": False, "is_moved": True}
        await frame.get_by_text("All points").click()
        await frame.get_by_label("Add a point of your own").fill("Who pays for the scales?")
        await frame.get_by_label("Minutes", exact=True).fill("10")
        await frame.get_by_label("Who decides").fill("Maria Silva")
        await frame.get_by_label("Who decides").press("Enter")
        await expect(frame.locator(".cover .points")).to_contain_text("10 min · Maria Silva decides")
        sent = (await told(server, "must", 2))[1]
        assert (sent["text"], sent["minutes"], sent["decides"]) == ("Who pays for the scales?", 10, "Maria Silva")
        await goes(server, frame, "closing")
        await expect(strip).to_contain_text("read back what was promised")
        await expect(strip.get_by_role("listitem")).to_have_count(2)
        await goes(server, frame, "before")
        await expect(frame.get_by_text("I open the call ten minutes early")).to_be_visible()
        slider = frame.get_by_role("slider")
        await slider.focus()
        await slider.press("ArrowLeft")
        await expect(frame.get_by_text("Opening: 9 min")).to_be_visible()
        await frame.get_by_text("As on a visit (1 of 4)").click()
        await frame.get_by_role("checkbox", name="Greet everyone by name").check()
        await frame.get_by_role("checkbox", name="Tread softly").check()
        await expect(frame.get_by_test_id("care")).to_be_visible()
        assert (await told(server, "opening"))[0] == {"meeting": "7d1c", "minutes": 9}
        assert (await told(server, "visit"))[0] == {"meeting": "7d1c", "id": "greet", "is_ticked": True}
        assert (await told(server, "care"))[0] == {"meeting": "7d1c", "is_on": True}


async def test_the_room_says_whom_to_speak_to_next_and_takes_no_role_by_itself(browser: Browser) -> None:
    async with panel_server(state=during("large")) as server, panel(browser, server, 280) as (_page, frame):
        await show(frame, "people")
        room = frame.locator(".room-sheet")
        await expect(room).to_contain_text("6 of 9 here")
        await room.locator(".round input").click()
        await expect(room.locator(".round .tick")).to_contain_text("Priya Nair")
        await room.get_by_text("Everybody (9)").click()
        await expect(room.locator("[data-seat='joe.miller@northwindtraders.com'] input")).to_be_checked()
        await expect(room).to_contain_text("late, 14:09")
        await expect(room).to_contain_text("left 14:18")
        await room.get_by_text("What to say about hands").click()
        await expect(room).to_contain_text("please raise your hand")
        await expect(frame.get_by_label("Role of Priya Nair")).to_have_value("")
        await expect(frame.get_by_text("“I am not convinced that the stores are ready for this.”")).to_be_visible()
        await frame.get_by_role("button", name="Set this role: Sceptic, Priya Nair").click()
        await expect(frame.get_by_label("Role of Priya Nair")).to_have_value("skeptic")
        await room.get_by_text("People around the project (1)").click()
        await room.get_by_label("Name").fill("Rui")
        await room.get_by_label("Assistant").fill("Their IT")
        await room.get_by_label("Assistant").press("Enter")
        await room.get_by_role("button", name="Remove: Dona Lúcia").click()
        await expect(room.locator(".around-one")).to_have_text("RuiTheir IT")
        joe = {"meeting": "7d1c", "address": "joe.miller@northwindtraders.com", "is_addressed": True}
        assert (await told(server, "addressed"))[0] == joe
        assert (await told(server, "around"))[0] == {"meeting": "7d1c", "name": "Rui", "what": "Their IT"}
        assert (await told(server, "around-remove"))[0] == {"meeting": "7d1c", "name": "Dona Lúcia"}


async def test_one_line_takes_its_kind_and_who_said_it_from_the_keyboard_alone(browser: Browser) -> None:
    async with panel_server(state=during("running")) as server, panel(browser, server) as (page, frame):
        line = frame.get_by_label("Write a note")
        await line.focus()
        await page.keyboard.type("p we send the figures @jo")
        await expect(frame.get_by_role("radio", name="Promise")).to_be_checked()
        await expect(frame.locator("#note-names [role=option]")).to_have_text(["Joe Miller", "Jonas Weber"])
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("ArrowUp")
        await page.keyboard.press("Enter")
        await expect(line).to_have_value("we send the figures ")
        await page.keyboard.press("Enter")
        await page.keyboard.type("d a")
        await page.keyboard.press("Home")
        await page.keyboard.press("Backspace")
        await expect(line).to_have_value("d a")
        await page.keyboard.press("Alt+Digit4")
        await page.keyboard.press("Enter")
        await expect(line).to_have_value("")
        first, second = await told(server, "note", 2)
        assert (first["kind"], first["text"], first["who"]) == ("promise", "we send the figures", "Joe Miller")
        assert (second["kind"], second["text"], "who" in second) == ("concern", "d a", False)
        await server.stop()
        for text in ("c one", "e two", "d three"):
            await page.keyboard.type(text)
            await page.keyboard.press("Enter")
        await show(frame, "notes")
        await expect(frame.locator(".note[data-saved=false]")).to_have_count(3)
        await server.start()
        await frame.evaluate("window.dispatchEvent(new Event('online'))")
        await expect(frame.locator(".note[data-saved=false]")).to_have_count(0, timeout=40_000)
        assert [(one["kind"], one["text"]) for one in server.written("note")[2:]] == [
            ("concern", "one"),
            ("parked", "two"),
            ("decision", "three"),
        ]
        await expect(frame.locator(".note").filter(has_text="we send the figures")).to_contain_text("Promise")
        await expect(frame.locator(".note").filter(has_text="we send the figures")).to_contain_text("Joe Miller")


async def test_after_the_call_each_promise_is_settled_and_each_draft_made_by_a_tap_and_by_nothing_else(browser: Browser) -> None:
    async with panel_server(state=during("before")) as server, panel(browser, server) as (_page, frame):
        await show(frame, "after")
        await frame.get_by_label("The impression you want to leave").fill("attentive")
        await frame.get_by_label("The impression you want to leave").press("Enter")
        assert (await told(server, "follow-up"))[0] == {"meeting": "7d1c", "what": "wanted", "value": "attentive"}
        await goes(server, frame, "over")
        await expect(frame.get_by_text("The transcript is not there yet")).to_be_visible()
        mine = frame.locator("[data-promise=p1]")
        await mine.get_by_role("button", name="Into my To Do").click()
        await expect(mine).to_contain_text("on its way to your To Do")
        await mine.get_by_role("button", name="Not a promise").click()
        await expect(mine).to_have_class("promise is-dropped")
        await mine.get_by_role("button", name="Keep it after all").click()
        await expect(mine).to_have_class("promise")
        await expect(frame.locator("[data-promise=p2] button")).to_have_text(["By us", "By them", "Not a promise"])
        await frame.get_by_role("button", name="By them: Ask about the scales").click()
        await frame.get_by_role("button", name="As hoped").click()
        await expect(frame.get_by_role("button", name="As hoped")).to_have_attribute("aria-pressed", "true")
        assert [{name: one[name] for name in one if name != "meeting"} for one in server.written("follow-up")[1:]] == [
            {"what": "task", "id": "p1"},
            {"what": "drop", "id": "p1"},
            {"what": "keep", "id": "p1"},
            {"what": "theirs", "id": "p2"},
            {"what": "went", "value": "well"},
        ]
        assert server.written("draft") == []
        await frame.get_by_role("button", name="Make the draft: One-to-one: Joe Miller").click()
        await expect(frame.get_by_text("the invitation says Joe Miller")).to_be_visible()
        link = frame.get_by_role("link", name="Open the draft in Outlook")
        await expect(link).to_have_attribute("href", "https://outlook.office.com/mail/deeplink/compose/new")
        about = {"address": "joe.miller@northwindtraders.com", "quote": "Where do the savings come from?"}
        assert server.written("draft") == [{"meeting": "7d1c", "client": "northwindtraders.com", "kind": "one_to_one", **about}]


async def test_after_the_call_the_word_the_lesson_and_the_next_day_are_kept_for_the_person_alone(browser: Browser) -> None:
    nothing = {"impression": {"wanted": None, "went": None, "trend": None}}
    word, lesson, day = "The impression you wanted, in one word", "One line: what did you learn?", "When will you look in again?"
    said = {word: ("wanted", "calm"), lesson: ("lesson", "Bring the plant manager in"), day: ("check_in", "2026-12-08")}
    async with panel_server(state=during("over", follow_up=nothing)) as server, panel(browser, server) as (_page, frame):
        await show(frame, "after")
        card = frame.locator("section").filter(has=frame.get_by_role("heading", name="How did it go?"))
        await card.get_by_text("For next time").click()
        for count, (label, (what, value)) in enumerate(said.items(), 1):
            await card.get_by_label(label, exact=True).fill(value)
            await card.get_by_role("button", name=f"Keep: {label}").click()
            assert (await told(server, "follow-up", count))[-1] == {"meeting": "7d1c", "what": what, "value": value}
            await expect(card.locator("[aria-disabled=true]")).to_have_count(0)
        await goes(server, frame, "over", follow_up={"lesson": "Ask Rui first", "check_in_on": "2026-12-08"})
        await expect(card).to_contain_text("The impression you wanted: attentive")
        await expect(card.get_by_label(lesson, exact=True)).to_have_value("Ask Rui first")
        server.refusals["follow-up"] = (400, {"problem": "That day is past."})
        await card.get_by_label(day, exact=True).fill("2026-12-01")
        await card.get_by_label(day, exact=True).press("Enter")
        await expect(frame.get_by_test_id("said")).to_contain_text("That day is past.")


async def test_after_the_call_a_colleagues_promise_is_theirs_and_each_one_to_one_has_its_own_draft(browser: Browser) -> None:
    usual, ana = during("over")["follow_up"], {"address": "ana@northwindtraders.com", "quote": "Who trains us?"}
    colleagues = {**usual["promises"][0], "id": "p9", "who": "Ben Okafor", "what": "Repair the scales"}
    offer = {**usual["drafts"][1], "text": "One-to-one: Ana Ruiz", "address": ana["address"]}
    more = {"promises": [*usual["promises"], colleagues], "drafts": [*usual["drafts"], offer]}
    more["one_to_ones"] = [*usual["one_to_ones"], {**ana, "name": "Ana Ruiz"}]
    async with panel_server(state=during("over", follow_up=more)) as server, panel(browser, server) as (_page, frame):
        await show(frame, "after")
        await expect(frame.locator(".promises h2")).to_have_text(PROMISED)
        await expect(frame.locator(".promises").nth(1)).to_contain_text("Ben Okafor")
        await frame.get_by_role("button", name="Make the draft: One-to-one: Ana Ruiz").click()
        assert {**(await told(server, "draft"))[0], **ana} == server.written("draft")[0]
        await expect(frame.get_by_role("button", name="Make the draft: One-to-one: Joe Miller")).to_be_visible()


async def test_an_older_server_leaves_the_panel_as_it_was(browser: Browser) -> None:
    news = ".moment, .strip, .room-sheet, .promises, .put-off, .care-line, [title='Move to next time']"
    nothing = {"call": None, "hour": None, "room": None, "follow_up": None}
    async with panel_server() as server, panel(browser, server) as (_page, frame):
        for keys, kinds in (({}, 3), (nothing, 5)):
            server.state = {**sample()["state"], **keys}
            server.changed()
            await show(frame, "notes")
            await expect(frame.get_by_role("radio")).to_have_count(kinds)
            for view in ("now", "people", "after"):
                await show(frame, view)
                assert await frame.locator(news).count() == 0, view
            await show(frame, "now")
            await expect(frame.locator("#tab-panel > *")).to_have_count(4)
            await expect(frame.locator(".cover > .tick")).to_have_text("Who signs the price list?")
        assert server.writes == []


async def test_whether_somebody_speaks_is_passed_on_at_most_every_five_seconds_and_only_during_a_call(browser: Browser) -> None:
    async with panel_server(state=during("running")) as server, panel(browser, server) as (page, frame):
        await page.clock.install()

        async def told_of(count: int) -> list[str]:
            """Teams says it until the panel listens; what it says again is no news."""

            async def is_passed_on() -> bool:
                await _speaks(page, True)
                return len(server.written("call")) >= count

            await until(is_passed_on)
            return [one["what"] for one in server.written("call")]

        assert await told_of(1) == ["speaking"]
        for is_speaking in (False, True, False):
            await _speaks(page, is_speaking)
        assert len(server.written("call")) == 1
        await page.clock.run_for(5000)
        assert [one["what"] for one in await told(server, "call", 2)] == ["speaking", "lull"]
        await goes(server, frame, "over")
        await _speaks(page, True)
        await page.clock.run_for(10_000)
        assert len(server.written("call")) == 2
        await goes(server, frame, "running")
        assert await told_of(3) == ["speaking", "lull", "speaking"]


async def _speaks(page: Page, is_speaking: bool) -> None:
    """As Teams tells its frame."""
    event = {"func": "meeting.speakingStateChanged", "args": [{"isSpeakingDetected": is_speaking}]}
    await page.evaluate("event => document.querySelector('iframe').contentWindow.postMessage(event, location.origin)", event)
