"""A call is known from what Teams tells, from the calendar and from one tap; hints come to the host alone, each once."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

from sidecar.domain.calls.breaks import Spoken
from sidecar.domain.meetings.meeting import MeetingId, PersonId
from sidecar.flows.calls.call_card import follow_call
from sidecar.flows.calls.follow_call import call_of, heard
from sidecar.flows.known import known_person, meeting_of
from sidecar.flows.watching.sweep import sweep
from tests.flows.conftest import MIA, NOON, World, event, start
from tests.web.panel_caller import Panel, panel_of

__all__ = ["start"]
SOON = NOON + timedelta(hours=1)
ANA = "ana@northwindtraders.com"
THREAD = "19:meeting_Follow1234@thread.v2"
LINK = "LOCATION:https://teams.microsoft.com/l/meetup-join/19%3ameeting_Follow1234%40thread.v2/0?context=x"
TWO_HOURS = 120


def teams(uid: str = "long", minutes: int = TWO_HOURS) -> str:
    return event(uid, SOON, minutes=minutes, more=LINK)


async def tell(here: World, what: str, *members: str) -> None:
    await here.control("call", person=MIA.id, thread=THREAD, what=what, members=list(members))


async def opened(here: World) -> tuple[Panel, str]:
    panel = panel_of(here)
    return panel, (await panel.state())["meeting"]["id"]


async def call_in(panel: Panel, meeting: str = "") -> Any:
    return (await panel.state(meeting=meeting))["call"]


async def now_cards(here: World) -> list[Any]:
    return [one for one in await here.said() if one["summary"] == "A word about your call"]


def written(messages: list[Any]) -> str:
    return json.dumps([one["attachments"] for one in messages], ensure_ascii=False)


async def test_teams_tells_and_the_panel_shows_it_at_once_and_after_a_restart(start: Callable[..., Any]) -> None:
    async with start(teams()) as here:
        panel, meeting = await opened(here)
        assert await call_in(panel) is None
        await here.travel(minutes=50)
        assert (await call_in(panel))["state"] == "waiting"
        await tell(here, "start")
        call = await call_in(panel)
        assert (call["state"], call["known_from"], call["asks"], call["hint"]) == ("running", "teams", None, None)
        here.stop.set()
        await here.worker
        await here.start_worker()
        assert await call_in(panel) == call
        await tell(here, "end")
        assert (await call_in(panel))["state"] == "over"
        async with here.companion.database.transaction(here.tenant_id) as session:
            known = await known_person(here.companion.hands, session, here.tenant_id, PersonId(MIA.id))
            row = await session.row("meeting", here.tenant_id, MIA.id, meeting)
            assert known and row
            found = await call_of(session, known, meeting_of(row))
        assert found and (found.state, found.known_from, found.is_held) == ("over", "teams", True)


async def test_a_coffee_is_suggested_announced_made_longer_and_followed_by_the_next_topic(start: Callable[..., Any]) -> None:
    async with start(event("long", SOON, minutes=TWO_HOURS, more=LINK, people=(ANA,))) as here:
        panel, meeting = await opened(here)
        await panel.note(meeting, "the old contract", "parked")
        await panel.post("role", address=ANA, role="trailblazer")
        for text in ("the pilot", "the price"):
            await panel.post("must", meeting=meeting, id=str(uuid4()), text=text, is_done=False)
        await here.travel(minutes=60)
        await tell(here, "start")
        await panel.post("call", meeting=meeting, what="speaking")
        await here.travel(minutes=52)
        assert (await call_in(panel))["hint"] is None, "with a panel that listens it waits for a lull"
        await panel.post("call", meeting=meeting, what="lull")
        hint = (await call_in(panel))["hint"]
        assert hint["kind"] == "break" and "52 minutes" in hint["because"]
        await here.settle()
        (card,) = await now_cards(here)
        assert hint["text"] in written([card]) and "call_tap" in written([card])
        assert await here.look(f"chat?thread={THREAD}") == [], "never into the meeting's own chat"
        await here.control("tap", person=MIA.id, activity_id=card["id"], verb="call_tap",
                           data={"meeting": meeting, "what": "take", "hint": hint["id"], "v": 1})  # fmt: skip
        call = await call_in(panel)
        assert (call["state"], call["hint"], call["break"]["minutes"]) == ("paused", None, 5)
        assert call["break"]["line"].startswith("I am going to get a cup of coffee")
        assert f"Back at {call['break']['back_at']} (Berlin)." in call["break"]["line"], (
            "nobody knows Ana's clock, so ours is named"
        )
        assert [one["address"] for one in call["message_now"]] == [ANA]
        await panel.post("call", meeting=meeting, what="take", hint=hint["id"], status=409)
        await panel.post("call", meeting=meeting, what="dance", status=400)
        await panel.post("call", meeting=meeting, what="longer")
        await here.travel(minutes=6)
        assert (await call_in(panel))["state"] == "paused", "five minutes and two more"
        await here.travel(minutes=1, seconds=5)
        call = await call_in(panel)
        assert (call["state"], call["hint"]["kind"], call["next"]["text"]) == ("running", "new_topic", "the pilot")
        offered = []
        for _ in range(3):
            offered.append(call["next"]["text"])
            await panel.post("call", meeting=meeting, what="later", hint=call["hint"]["id"])
            call = await call_in(panel)
        assert offered == ["the pilot", "the price", "the old contract"], "what was parked comes back last"
        await panel.post("call", meeting=meeting, what="take", hint=call["hint"]["id"])
        assert (await call_in(panel))["hint"] is None
        await here.settle()
        assert [one["id"] for one in await now_cards(here)] == [card["id"]], "one card, edited"


async def test_a_call_that_nobody_tells_of_goes_by_the_calendar_and_one_tap(start: Callable[..., Any]) -> None:
    zoom = event("zoom", SOON, minutes=TWO_HOURS, more="LOCATION:https://zoom.us/j/123456789")
    async with start(zoom) as here:
        panel, meeting = await opened(here)
        await here.travel(minutes=60, seconds=5)
        call = await call_in(panel)
        assert (call["state"], call["known_from"], call["asks"]["kind"]) == ("unsure", "calendar", "started")
        assert await now_cards(here) == [], "nobody is rung while they say hello: the panel alone asks at once"
        await here.travel(minutes=5)
        (card,) = await now_cards(here)
        await panel.post("call", meeting=meeting, what="started")
        await here.settle()
        call = await call_in(panel)
        assert (call["state"], call["known_from"], call["asks"]) == ("running", "you", None)
        await panel.post("call", meeting=meeting, what="started", status=409)
        await here.travel(minutes=50)
        hint = (await call_in(panel))["hint"]
        assert hint["kind"] == "break"
        (told,) = await now_cards(here)
        assert told["id"] != card["id"] and hint["text"] in written([told]), "the first hint is a message; its question is gone"
        await panel.post("call", meeting=meeting, what="not_now", hint=hint["id"])
        await here.travel(minutes=65)
        assert (await call_in(panel, meeting))["asks"]["kind"] == "over"
        await panel.post("call", meeting=meeting, what="runs_over")
        await here.travel(minutes=10)
        assert (await panel.state())["meeting"]["id"] == meeting, "a call that runs over is still the one to open with"
        assert (await call_in(panel, meeting))["state"] == "running"
        await panel.post("call", meeting=meeting, what="ended")
        assert (await call_in(panel, meeting))["state"] == "over"
        await here.settle()
        assert [one["id"] for one in await now_cards(here)] == [told["id"]]


async def test_a_lost_wake_loses_no_hint_and_several_workers_say_it_once(start: Callable[..., Any]) -> None:
    async with start(teams()) as here:
        panel, meeting = await opened(here)
        must = str(uuid4())
        await panel.post("must", meeting=meeting, id=must, text="the price", is_done=False)
        await here.travel(minutes=60)
        await tell(here, "start")
        await here.settle()
        await here.companion.database.pool.execute("DELETE FROM queue.pgqueuer WHERE entrypoint = 'call'")
        await here.travel_without_settling(minutes=46)
        await panel.post("must", meeting=meeting, id=must, is_done=True)
        hint = (await call_in(panel))["hint"]
        assert hint["kind"] == "break" and "subject has just changed" in hint["because"], "a ticked topic is a good moment"
        await here.settle()
        assert len(await now_cards(here)) == 1
        await here.companion.database.pool.execute("DELETE FROM queue.pgqueuer WHERE entrypoint = 'call'")
        await panel.post("call", meeting=meeting, what="later", hint=hint["id"])
        await here.companion.database.pool.execute("DELETE FROM queue.pgqueuer WHERE entrypoint = 'call'")
        await here.travel_without_settling(minutes=20)
        await sweep(here.companion.hands)
        await here.settle()
        hint = (await call_in(panel))["hint"]
        assert hint is not None and hint["id"] == "h2", "the sweep looks at what was lost"
        who = (here.tenant_id, PersonId(MIA.id), MeetingId(meeting))
        now = here.companion.hands.clock()
        await asyncio.gather(*(follow_call(here.companion.hands, *who, now, f"k{n}") for n in range(4)))
        assert (await call_in(panel))["hint"]["id"] == "h2" and len(await now_cards(here)) == 1


async def test_a_short_link_names_no_chat_and_who_joins_tells_which_meeting_it_is(start: Callable[..., Any]) -> None:
    short = "LOCATION:https://teams.microsoft.com/meet/2345678901?p=abc"
    async with start(event("short", SOON, minutes=TWO_HOURS, more=short)) as here:
        panel, _ = await opened(here)
        await here.travel(minutes=60)
        await tell(here, "start")
        assert (await call_in(panel))["known_from"] == "calendar", "it may be anybody's"
        await tell(here, "join", MIA.address)
        call = await call_in(panel)
        assert (call["state"], call["known_from"], call["asks"]) == ("running", "teams", None)
        await tell(here, "end")
        assert (await call_in(panel))["state"] == "over"


async def test_words_that_are_heard_bring_the_hint_at_the_change_of_topic(start: Callable[..., Any]) -> None:
    async with start(teams()) as here:
        panel, meeting = await opened(here)
        await here.travel(minutes=60)
        await tell(here, "start")
        words = "we look at the cost of the blue case and the price of the red button again"
        spoken = [
            Spoken(start_s=14.0 * n + 10.5 * (n % 2), end_s=14.0 * n + (13 if n % 2 else 10), speaker="AB"[n % 2], text=words)
            for n in range(250)
        ]
        hands, who = here.companion.hands, (here.tenant_id, PersonId(MIA.id), MeetingId(meeting))
        await heard(hands, *who, spoken[:120])
        assert (await call_in(panel))["hint"] is None
        await heard(hands, *who, spoken[100:])
        hint = (await call_in(panel))["hint"]
        assert hint["kind"] == "break"
        await heard(hands, *who, spoken)
        assert (await call_in(panel))["hint"] == hint, "words twice change nothing"


async def test_a_meeting_moved_while_it_runs_runs_on_and_begins_anew_at_its_new_time(start: Callable[..., Any]) -> None:
    async with start(teams()) as here:
        panel, meeting = await opened(here)
        await here.travel(minutes=60)
        await tell(here, "start")
        await here.control("move", event_id=await here.event_id("long"), minutes=24 * 60)

        async def is_moved() -> bool:
            return bool((await panel.state(meeting=meeting))["meeting"]["start"] == "2026-11-24T12:00:00Z")

        await here.wait_for(is_moved)
        await here.settle()
        assert (await panel.state(meeting=meeting))["call"]["state"] == "running"
        await tell(here, "end")
        call = (await panel.state(meeting=meeting))["call"]
        assert (call["state"], call["known_from"]) == ("over", "teams")
        await here.travel(hours=24, seconds=10)
        assert (await panel.state(meeting=meeting))["call"]["state"] == "waiting", "Teams has told before: it may be late"
