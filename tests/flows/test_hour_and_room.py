"""The plan of the hour and the room sheet, through the panel's doors: set, moved, ticked and remembered, for one person alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

from sidecar.domain.meetings.meeting import PersonId
from sidecar.domain.transcripts.recap_findings import RoleHint
from sidecar.flows.calls.keep_role_hints import keep_role_hints
from sidecar.flows.known import known_person, meeting_of
from sidecar.tenant import Person
from tests.flows.conftest import MIA, NOON, World, event, start
from tests.flows.test_panel_state import chat, online
from tests.web.panel_caller import Panel, panel_of

__all__ = ["start"]
SOON = NOON + timedelta(hours=1)
AIKO, RAFAEL = "aiko@northwindtraders.com", "rafael@northwindtraders.com"
TOM = Person(address="tom.lee@fabrikam.com", name="Tom Lee", zone="Europe/London")
HOUR_KEYS = {"opening", "early_door", "openers", "drift", "decisions", "closing", "care", "background", "visit"}
ROOM_KEYS = {"mode", "people", "round", "dos", "donts", "script", "others"}
SEAT_KEYS = {"address", "name", "presence", "since", "role", "needs", "question", "is_addressed", "suggested_role"}


async def two_meetings(here: World) -> tuple[Panel, str, str]:
    ids = {one["subject"]: one["id"] for one in await here.week()}
    return panel_of(here), ids["Call first"], ids["Call second"]


async def must_of(panel: Panel, meeting: str) -> list[tuple[str, bool]]:
    return [(one["text"], one["is_done"]) for one in (await panel.state(meeting=meeting))["must"]]


async def test_the_hour_is_planned_moved_and_remembered_for_the_next_meeting(start: Callable[..., Any]) -> None:
    async with start(
        event("first", SOON), event("second", SOON + timedelta(days=2)), event("third", SOON + timedelta(days=3))
    ) as here:
        panel, first, second = await two_meetings(here)
        third = next(one["id"] for one in await here.week() if one["subject"] == "Call third")
        changes = {"surroundings": ["the garden", "my bicycle"], "backgrounds": ["Harbour: northwind"], "topic_minutes": 20}
        await panel.post("settings", changes=changes)
        state = await panel.state(meeting=first)
        hour = state["hour"]
        assert set(hour) == HOUR_KEYS and set(state["room"]) == ROOM_KEYS
        assert (hour["opening"]["kind"], hour["opening"]["minutes"], "source" in hour["opening"]) == ("unknown", 5, False)
        assert (hour["early_door"], hour["drift"], hour["decisions"], hour["care"]["is_on"]) == (None, None, [], False)
        assert "Harbour" in hour["background"] and hour["closing"]["from"] == "2026-11-23T12:55:00Z"

        await panel.post("opening", meeting=first, minutes=12)
        own, decided = str(uuid4()), str(uuid4())
        await panel.post("must", meeting=first, id=own, text="ask for the pilot", is_done=False)
        for _ in range(2):
            more = {"minutes": 30, "decides": "Aiko"}
            await panel.post("must", meeting=first, id=decided, text="the budget", is_done=False, **more)
        hour = (await panel.state(meeting=first))["hour"]
        assert (hour["opening"]["kind"], hour["opening"]["minutes"]) == ("people", 12)
        assert hour["early_door"]["text"].startswith("Early door: open the call at 12:50")
        assert (hour["drift"]["minutes_left"], hour["drift"]["minutes_needed"], hour["drift"]["state"]) == (43, 50, "over")
        assert hour["decisions"] == [{"id": decided, "text": "the budget", "who": "Aiko", "is_made": False}]

        for _ in range(2):
            await panel.post("must", meeting=first, id=own, is_done=False, is_moved=True)
        assert await must_of(panel, first) == [("the budget", False)]
        moved = [("Moved here from last time: ask for the pilot", False)]
        assert await must_of(panel, second) == await must_of(panel, third) == moved
        await panel.post("must", meeting=second, id=own, is_done=False, is_moved=True)
        assert (await must_of(panel, second), await must_of(panel, third)) == ([], moved)
        await panel.post("must", meeting=second, id=own, is_done=False, is_moved=False)
        await panel.post("must", meeting=second, id=own, is_done=True)
        assert (await must_of(panel, second), await must_of(panel, third)) == ([(moved[0][0], True)], [])
        await panel.post("must", meeting=second, id=own, is_done=False)
        assert await must_of(panel, third) == moved
        await panel.post("must", meeting=first, id=own, is_done=False, is_moved=False)
        assert await must_of(panel, first) == [("ask for the pilot", False), ("the budget", False)]
        assert await must_of(panel, second) == await must_of(panel, third) == []

        thing = (await panel.state(meeting=first))["hour"]["openers"][0]
        assert (thing["kind"], thing["text"]) == ("surroundings", "Show something of your own: the garden")
        for _ in range(2):
            await panel.post("opener", meeting=first, id=thing["id"], is_used=True)
        assert [one["is_used"] for one in (await panel.state(meeting=first))["hour"]["openers"]] == [True]
        assert "my bicycle. They have seen the garden" in (await panel.state(meeting=second))["hour"]["openers"][0]["text"]
        await panel.post("opener", meeting=first, id=thing["id"], is_used=False)
        assert (await panel.state(meeting=second))["hour"]["openers"][0]["id"] == thing["id"]

        await panel.post("care", meeting=first, is_on=True)
        care = (await panel.state(meeting=second))["hour"]["care"]
        assert (care["is_on"], care["by"]) == (True, "you") and "gently" in care["text"]
        await panel.post("visit", meeting=first, id="visit_greet", is_ticked=True)
        ticked = {one["id"]: one["is_ticked"] for one in (await panel.state(meeting=first))["hour"]["visit"]}
        assert ticked == {"visit_early": False, "visit_greet": True, "visit_thank": False, "visit_leave": False}

        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.run("correct", here.tenant_id, MIA.id, "zone", AIKO, "Europe/Madrid|ES", NOON)
        await panel.post("opening", meeting=first, minutes=None)
        hour = (await panel.state(meeting=first))["hour"]
        assert hour["opening"]["kind"] == "people" and "Spain" in hour["opening"]["text"]
        assert hour["opening"]["source"]["url"].startswith("https://") and hour["opening"]["source"]["title"]
        assert {one["kind"] for one in hour["openers"]} == {"place"}, "with care nothing of one's own is shown"
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.run("sweep_client_wishes", here.tenant_id, NOON + timedelta(days=1))
        assert not (await panel.state(meeting=first))["hour"]["care"]["is_on"]


async def test_the_room_is_told_by_joins_ticks_and_roles(start: Callable[..., Any]) -> None:
    inside = (AIKO, RAFAEL, TOM.address)
    async with start(online("first", SOON, "room0001", people=inside), people=[TOM]) as here:
        await here.install(TOM)
        panel = panel_of(here)
        meeting = (await panel.state())["meeting"]["id"]

        async def seats() -> dict[str, Any]:
            room = (await panel.state(meeting=meeting))["room"]
            assert all(set(one) == SEAT_KEYS for one in room["people"])
            return {one["address"]: one for one in room["people"]}

        assert {one["presence"] for one in (await seats()).values()} == {"unknown"}
        await here.travel(minutes=61)
        told = {"person": MIA.id, "thread": chat("room0001")}
        await here.control("call", **told, what="start")
        await here.control("call", **told, what="join", members=[MIA.address])
        await here.travel(minutes=7)
        await here.control("call", **told, what="join", members=[TOM.address])
        found = await seats()
        assert set(found) == {AIKO, RAFAEL, TOM.address}
        assert [found[one]["presence"] for one in (TOM.address, AIKO, RAFAEL)] == ["late", "missing", "missing"]
        await here.control("call", **told, what="join", value={"members": [{"user": {"id": "guest", "name": "Aiko"}}]})
        found = await seats()
        assert [found[one]["presence"] for one in (AIKO, RAFAEL)] == ["unknown", "unknown"], "who the guest is is not told"
        await here.control("call", **told, what="end")
        assert (await seats())[TOM.address]["presence"] == "left"

        assert (await panel.state(meeting=meeting))["room"]["round"] == [AIKO, RAFAEL]
        for _ in range(2):
            await panel.post("addressed", meeting=meeting, address=AIKO.upper(), is_addressed=True)
        state = await panel.state(meeting=meeting)
        assert state["room"]["round"] == [RAFAEL] and (await seats())[AIKO]["is_addressed"]
        await panel.post("addressed", meeting=meeting, address=AIKO, is_addressed=False)
        assert (await panel.state(meeting=meeting))["room"]["round"] == [AIKO, RAFAEL]
        assert (state["room"]["mode"], state["room"]["dos"], state["room"]["script"]) == ("small", [], None)

        await panel.post("role", address=AIKO, role="decision_maker")
        await panel.post(
            "must", meeting=meeting, id=str(uuid4()), text="the budget", is_done=False, decides="aiko@northwindtraders.com"
        )
        seat = (await seats())[AIKO]
        assert (seat["role"], seat["needs"]) == ("decision_maker", "Needs to decide: the budget")
        assert "live with this decision" in seat["question"]
        await panel.post("around", meeting=meeting, name="Ms  Okada", what="opens every door")
        await panel.post("around", meeting=meeting, name="Ms Okada", what="reception")
        assert (await panel.state(meeting=meeting))["room"]["others"] == [{"name": "Ms Okada", "what": "reception"}]
        await panel.post("around-remove", meeting=meeting, name="Ms Okada")
        assert (await panel.state(meeting=meeting))["room"]["others"] == []

        his = panel_of(here, TOM)
        text = json.dumps(await his.state())
        assert "Ms Okada" not in text and "the budget" not in text and "decision_maker" not in text


async def test_concerns_and_decisions_are_captured_with_who_said_them_in_the_order_made(start: Callable[..., Any]) -> None:
    async with start(event("first", SOON)) as here:
        panel = panel_of(here)
        meeting = (await panel.state())["meeting"]["id"]
        kinds = ["concern", "decision", "promise", "parked", "note"] * 3
        ids = [str(uuid4()) for _ in kinds]
        for note, kind in zip([*ids, *ids[:4]], [*kinds, *kinds[:4]], strict=True):
            await panel.post("note", meeting=meeting, id=note, kind=kind, text=f"said {note}", who=" Aiko \n Tanaka ")
        state = await panel.state()
        assert [(one["id"], one["kind"], one["who"]) for one in state["notes"]] == [
            (note, kind, "Aiko Tanaka") for note, kind in zip(ids, kinds, strict=True)
        ]
        assert state["hour"]["closing"]["promises"] == [f"Aiko Tanaka: said {ids[at]}" for at in (2, 7, 12)]
        await panel.post("note", meeting=meeting, id=str(uuid4()), kind="concern", text="x", who="a" * 81, status=400)
        await panel.post("note", meeting=meeting, id=str(uuid4()), kind="concern", text="x", who=5, status=400)


async def test_what_cannot_be_used_is_refused_and_another_persons_room_is_out_of_reach(start: Callable[..., Any]) -> None:
    inside = event("inside", SOON + timedelta(hours=3), people=(TOM.address,))
    async with start(event("first", SOON), inside, people=[TOM]) as here:
        await here.install(TOM)
        mia, his = panel_of(here), panel_of(here, TOM)
        meeting = (await mia.state())["meeting"]["id"]
        colleagues = next(one["id"] for one in await here.week() if one["subject"] == "Call inside")
        bodies: dict[str, dict[str, Any]] = {
            "addressed": {"address": AIKO, "is_addressed": True}, "care": {"is_on": True}, "opener": {"id": "x", "is_used": True},
            "opening": {"minutes": 5}, "visit": {"id": "visit_early", "is_ticked": True}, "around": {"name": "N", "what": "w"},
            "around-remove": {"name": "N"},
        }  # fmt: skip
        for path, body in bodies.items():
            await his.post(path, meeting=meeting, **body, status=404)
            await mia.post(path, meeting="\x00", **body, status=404)
            for name in body:
                await mia.post(path, meeting=meeting, **{**body, name: [1]}, status=400)
        for path in ("care", "opening", "around", "opener"):
            await mia.post(path, meeting=colleagues, **bodies[path], status=404)
        assert (await mia.state(meeting=colleagues))["hour"] is None
        for odd in ("\x00", "surroundings-0000000000000000", "", "x" * 2000):
            await mia.post("opener", meeting=meeting, id=odd, is_used=True, status=404)
            await mia.post("visit", meeting=meeting, id=odd, is_ticked=True, status=404)
            await mia.post("addressed", meeting=meeting, address=odd, is_addressed=True, status=404)
            await mia.post("around-remove", meeting=meeting, name=odd, status=400 if len(odd) > 80 else 404)
        await mia.post("opening", meeting=meeting, minutes=31, status=400)
        await mia.post("around", meeting=meeting, name=" \x00 ", what="", status=400)
        own = str(uuid4())
        for more in (
            {"minutes": 0},
            {"minutes": 241},
            {"minutes": True},
            {"decides": 5},
            {"decides": "x" * 81},
            {"is_moved": "yes"},
        ):
            await mia.post("must", meeting=meeting, id=own, text="x", is_done=False, **more, status=400)
        await mia.post("must", meeting=colleagues, id=own, text="x", is_done=False, status=200)
        refused = await mia.post("must", meeting=colleagues, id=own, is_done=False, is_moved=True, status=400)
        assert "client" in refused["problem"]
        for at in range(30):
            await mia.post("around", meeting=meeting, name=f"N{at}", what="w")
        assert "30 people" in (await mia.post("around", meeting=meeting, name="N30", what="w", status=400))["problem"]


async def test_a_large_call_brings_its_rules_and_an_early_door_and_a_suggested_role_its_quote(start: Callable[..., Any]) -> None:
    many = tuple(f"p{n}@northwindtraders.com" for n in range(12))
    async with start(event("first", SOON, people=many)) as here:
        state = await panel_of(here).state()
        room, hour = state["room"], state["hour"]
        assert (room["mode"], len(room["people"]), room["round"]) == ("large", 12, list(many))
        assert len(room["dos"]) >= 5 and len(room["donts"]) >= 5 and "hand" in room["script"]
        assert "catch up" in hour["early_door"]["line"]
        panel, meeting = panel_of(here), state["meeting"]["id"]
        hint = RoleHint(who=many[0], role="skeptic", because=("I doubt that the date holds.",))
        async with here.companion.database.transaction(here.tenant_id) as session:
            known = await known_person(here.companion.hands, session, here.tenant_id, PersonId(MIA.id))
            row = await session.row("meeting", here.tenant_id, MIA.id, meeting)
            assert known is not None and row is not None
            assert await keep_role_hints(session, known, meeting_of(row), [hint]) == 1

        async def suggested() -> Any:
            return (await panel.state())["room"]["people"][0]["suggested_role"]

        assert await suggested() == {"role": "skeptic", "quote": "I doubt that the date holds."}
        await panel.post("role", address=many[0], role="trailblazer")
        assert await suggested() is None
        await panel.post("role", address=many[0], role=None)
        assert await suggested() is None
        await here.travel(minutes=61)
        state = await panel_of(here).state()
        assert (state["hour"]["early_door"], state["hour"]["background"]) == (None, None)
        assert len(json.dumps(state)) < 200_000
