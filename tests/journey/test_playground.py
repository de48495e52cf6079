"""The journey through a real client: Microsoft's Playground in a real browser, our bot behind an edge that signs for it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp
import pytest
from playwright.async_api import Browser, Locator, Page, expect

from sidecar import app, jobs
from sidecar.doors import doors, free_port
from sidecar.flows.calls.note_call import calls_in
from sidecar.preview.program import sample_sites
from sidecar.settings import Settings
from sidecar.tenant import LocalTenant
from sidecar.wiring import Clock, LocalSide
from sidecar.words import Words
from tests.conftest import until
from tests.flows.conftest import MIA, World
from tests.journey.conftest import PICTURES
from tests.playground.client import LOOPBACK, Playground, running_playground
from tests.playground.edge import CONNECTOR, Edge

CALL_UID = "040000008200E00074C5B7101A82E0080000000010AA"
MONDAY = Path(__file__).parents[1] / "fixtures" / "journey" / "monday.ics"
NOW = datetime(2026, 11, 23, 12, 20, tzinfo=UTC)
CALL = "Northwind roll-out"
PERSONAL = "19:personal-fixed"
THREAD = "19:meeting_abc@thread.v2"
EVENTS = "application/vnd.microsoft."
WORDS = Words("en")
SOON = 20_000
"""Milliseconds that the page may take on a busy machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The product, the edge, the Playground and its page."""

    world: World
    edge: Edge
    playground: Playground
    page: Page

    def cards(self) -> Locator:
        """The cards that the page shows; what unfolds within one is a part of it."""
        return self.page.locator(".ac-adaptiveCard:not(.ac-adaptiveCard .ac-adaptiveCard)")

    async def write(self, text: str) -> None:
        box = self.page.get_by_role("textbox").first
        await box.click()
        await box.press_sequentially(text)
        await box.press("Enter")

    async def open_chat(self, name: str) -> None:
        await self.page.get_by_role("treeitem").filter(has_text=name).click()

    def sent(self, chat: str) -> list[str]:
        """What our bot sent as new messages to a chat: the summary of a card, or the text."""
        path = f"{CONNECTOR}/v3/conversations/{chat}/activities"
        calls = [call for call in self.edge.calls if call.method == "POST" and call.path.startswith(path)]
        assert all(call.status == 201 for call in calls), calls
        return [str(call.activity.get("summary") or call.activity.get("text")) for call in calls]

    async def wait_until_sent(self, chat: str, *said: str) -> None:
        """The page may show a message before the edge has its answer."""

        async def is_sent() -> bool:
            return self.sent(chat) == list(said)

        await until(is_sent)

    async def tell(self, chat: str, /, **activity: Any) -> int:
        """Have the Playground bring an activity to our door; the status that our door gave."""
        name = str(uuid4())
        await self.playground.activity(chat, id=name, **activity)

        async def arrived() -> list[int]:
            return [turn.status for turn in self.edge.turns if turn.activity.get("id") == name]

        statuses = await until(arrived)
        assert isinstance(statuses, list) and len(statuses) == 1
        return int(statuses[0])


@asynccontextmanager
async def stage(browser: Browser, url: str, folder: Path) -> AsyncIterator[Stage]:
    """Bring everything up: the page is open, and nothing was installed yet."""
    async with AsyncExitStack() as stack:
        world, edge = await _product(stack, url)
        playground = await stack.enter_async_context(running_playground(edge.endpoint, folder))
        edge.playground = playground.url
        context = await browser.new_context(viewport={"width": 1280, "height": 1000}, device_scale_factor=2)
        stack.push_async_callback(context.close)
        yield Stage(world=world, edge=edge, playground=playground, page=await context.new_page())


async def _product(stack: AsyncExitStack, url: str) -> tuple[World, Edge]:
    clock = Clock()
    clock.start_at(NOW)
    tenant = LocalTenant(calendars=[MONDAY], me=MIA, clock=clock, sites=sample_sites())
    await tenant.start()
    stack.push_async_callback(tenant.stop)
    await app.bring_up_to_date(url)
    port = free_port(0)
    door = f"http://127.0.0.1:{port}"
    edge = Edge(tenant, door)
    await edge.start()
    stack.push_async_callback(edge.stop)
    sites = tenant.sites.hosts if tenant.sites else {}
    local = LocalSide(tenant_url=edge.url, client_id=tenant.app_id, door_url=door, sites=sites)
    made = await stack.enter_async_context(
        app.companion(Settings(coalesce_seconds=0.3, first_week=False), url, local, clock=clock)
    )
    await stack.enter_async_context(doors(made.routes(), "127.0.0.1", port, is_local=True))
    session = await stack.enter_async_context(aiohttp.ClientSession())
    await jobs.set_clock(made.database, clock.ahead)
    stop = asyncio.Event()
    worker = asyncio.create_task(made.work(stop))
    stack.push_async_callback(asyncio.wait_for, worker, 15)
    stack.callback(stop.set)
    return World(tenant=tenant, companion=made, session=session, door=door, file=MONDAY, stop=stop, worker=worker), edge


@pytest.mark.skipif(shutil.which("node") is None, reason="The Playground needs Node.js, which is not on this machine.")
async def test_the_bot_in_the_playground_from_its_install_to_the_end_of_the_call(
    browser: Browser, empty_database: str, tmp_path: Path
) -> None:
    async with stage(browser, empty_database, tmp_path) as here:
        await _nothing_passes_without_a_token(here)
        await _it_is_installed_and_welcomes(here)
        await _the_card_comes_at_its_moment(here)
        await _what_is_put_in_replaces_the_card_in_its_place(here)
        await _a_word_is_answered(here)
        await _a_moved_meeting_edits_its_card_in_place(here)
        await _what_happens_in_the_call_is_kept(here)
        await _where_others_read_there_is_no_brief(here)
        await _odd_activities_do_no_harm(here)


@pytest.mark.skipif(shutil.which("node") is None, reason="The Playground needs Node.js, which is not on this machine.")
@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("net.createServer().listen(0, function () { console.log(this.address().address); this.close(); })", "127.0.0.1"),
        ("net.connect(80, '192.0.2.1').on('error', (error) => console.log(error.code))", "ENETUNREACH"),
        ("fetch('https://example.com/').catch((error) => console.log(error.cause.code))", "ENETUNREACH"),
    ],
)
async def test_the_playground_is_reached_from_this_machine_only_and_reaches_no_other(what: str, said: str) -> None:
    script = f"const net = require('node:net'); {what}"
    process = await asyncio.create_subprocess_exec(
        "node", "--require", str(LOOPBACK), "--eval", script, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await asyncio.wait_for(process.communicate(), 30)
    assert output.decode().strip() == said


async def _nothing_passes_without_a_token(here: Stage) -> None:
    """Neither the Playground to our door without the edge, nor anybody but our bot to the Playground through it."""
    said = {"type": "message", "text": "help", "channelId": "msteams", "serviceUrl": here.edge.url + CONNECTOR}
    async with here.world.session.post(f"{here.world.door}/api/messages", json=said) as answer:
        assert answer.status == 401
    async with here.world.session.post(f"{here.edge.url}{CONNECTOR}/v3/conversations/{PERSONAL}/activities", json=said) as answer:
        assert answer.status == 401
    assert (here.edge.turns, here.edge.calls) == ([], [])


async def _it_is_installed_and_welcomes(here: Stage) -> None:
    """Opening the page is what installs it, as with an app that an administrator set up."""
    await here.page.goto(here.playground.url)
    await expect(here.cards()).to_have_count(1, timeout=SOON)
    await expect(here.cards()).to_contain_text("Ready for every client meeting")

    async def has_told() -> bool:
        told = {turn.activity["type"]: turn.status for turn in here.edge.turns}
        return told == {"installationUpdate": 202, "conversationUpdate": 202}

    await until(has_told)
    await here.wait_until_sent(PERSONAL, WORDS.say("bot-welcome-summary"))


async def _the_card_comes_at_its_moment(here: Stage) -> None:
    await until(lambda: here.world.watched(MIA))
    await here.world.settle()
    await here.world.travel(minutes=9)
    assert len(here.sent(PERSONAL)) == 1
    await here.world.travel(minutes=2)
    await expect(here.cards()).to_have_count(2, timeout=SOON)
    card = here.cards().last
    await expect(card.get_by_text(CALL)).to_be_visible()
    await expect(card.get_by_text("14:00–15:00 (Berlin)")).to_be_visible()
    await expect(card.get_by_role("link", name="Join in Teams")).to_be_visible()


async def _what_is_put_in_replaces_the_card_in_its_place(here: Stage) -> None:
    card, page = here.cards().last, here.page
    await expect(card).not_to_contain_text("Tokyo")
    await card.get_by_role("button", name="Wrong time zone").click()
    await card.get_by_role("combobox").click()
    await page.get_by_role("option", name="Tokyo").click()
    await card.get_by_label("In which country?").fill("Japan")
    await card.get_by_role("button", name="Remember it").click()
    await expect(card).to_contain_text("lives by the clock of Tokyo.", timeout=SOON)
    await expect(card).not_to_contain_text("Join in Teams")
    await card.get_by_role("button", name="Show the card again").click()
    await expect(card).to_contain_text("22:00", timeout=SOON)
    await expect(here.cards()).to_have_count(2)
    assert len(here.sent(PERSONAL)) == 2
    await page.get_by_role("button", name="Hide log panel").click()
    await page.screenshot(path=PICTURES / "playground-card.png")


async def _a_word_is_answered(here: Stage) -> None:
    await here.write("help")
    await expect(here.cards()).to_have_count(3, timeout=SOON)
    await expect(here.cards().last).to_contain_text("Write me one of these")


async def _a_moved_meeting_edits_its_card_in_place(here: Stage) -> None:
    await here.world.control("move", event_id=await here.world.event_id(CALL_UID), minutes=15)
    await expect(here.cards().nth(1)).to_contain_text("14:15–15:15 (Berlin)", timeout=SOON)
    await expect(here.cards()).to_have_count(3)
    assert "PUT" in {call.method for call in here.edge.calls}


async def _what_happens_in_the_call_is_kept(here: Stage) -> None:
    meeting = {"id": "MCMxOTptZWV0aW5n"}
    told = {"type": "event", "channelData": {"tenant": {"id": here.world.tenant_id}, "meeting": meeting}}
    about = {
        "Id": meeting["id"],
        "MeetingType": "Scheduled",
        "Title": CALL,
        "JoinUrl": "https://teams.microsoft.com/l/meetup-join/x",
    }
    user = {"id": "user-0", "name": MIA.name, "tenantId": here.world.tenant_id, "objectId": MIA.id, "userRole": "user"}
    joined = {"members": [{"user": user, "meeting": {"inMeeting": True, "role": "Organizer"}}]}
    start = {**about, "StartTime": "2026-11-23T13:00:31.1234567Z"}
    assert await here.tell(THREAD, name=f"{EVENTS}meetingStart", value=start, **told) == 202
    at = "2026-11-23T13:01:05.000Z"
    assert await here.tell(THREAD, name=f"{EVENTS}meetingParticipantJoin", value=joined, timestamp=at, **told) == 202
    end = {**about, "EndTime": "2026-11-23T13:58:02Z"}
    assert await here.tell(THREAD, name=f"{EVENTS}meetingEnd", value=end, **told) == 202
    async with here.world.companion.database.transaction(here.world.tenant_id) as session:
        kept = await calls_in(session, here.world.tenant_id, THREAD)
    assert [(one.kind, f"{one.at:%H:%M:%S}", one.people) for one in kept] == [
        ("start", "13:00:31", ()),
        ("join", "13:01:05", (MIA.id,)),
        ("end", "13:58:02", ()),
    ]
    assert {one.teams_id for one in kept} == {meeting["id"]}


async def _where_others_read_there_is_no_brief(here: Stage) -> None:
    await here.open_chat(CALL)
    await here.page.get_by_role("textbox").first.click()
    await here.page.keyboard.type("@Cl")
    await here.page.get_by_role("menuitem").first.click()
    await here.page.keyboard.type(" brief Aiko")
    await here.page.keyboard.press("Enter")
    await expect(here.page.get_by_role("paragraph").filter(has_text=WORDS.say("bot-group"))).to_be_visible(timeout=SOON)
    await expect(here.cards()).to_have_count(0)
    await here.wait_until_sent(THREAD, WORDS.say("bot-group"))


ODD: list[dict[str, Any]] = [
    {"type": "message", "text": "help", "without": ("from",)},
    {"type": "somethingNew", "value": [1, 2]},
    {"type": "message", "text": "help", "from": "Mia", "recipient": []},
    {"type": "message", "value": {"verb": ["x"]}, "entities": [None, {"type": 5}]},
    {"type": "invoke", "name": "task/fetch", "value": "x"},
    {"type": "event", "name": f"{EVENTS}meetingStart", "value": "x", "without": ("from", "channelData")},
    {"type": "installationUpdate", "action": {"odd": True}, "without": ("conversation",)},
]


async def _odd_activities_do_no_harm(here: Stage) -> None:
    for odd in ODD:
        assert await here.tell(PERSONAL, **odd) in (200, 202, 400), odd
    await here.open_chat("Personal Chat")
    before = await here.cards().count()
    await here.write("today")
    await expect(here.cards()).to_have_count(before + 1, timeout=SOON)
    await expect(here.cards().last).to_contain_text("Your clients today")
    assert {call.status for call in here.edge.calls} <= {200, 201}
