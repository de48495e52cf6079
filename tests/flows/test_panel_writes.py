"""What a person writes, ticks and sets in the panel is theirs, is stored once, literally, and shows wherever it belongs."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from sidecar.domain.meetings.meeting import PersonId
from sidecar.flows.before.explain_card import explain_card
from tests.flows.conftest import MIA, NOON, World, event, start
from tests.web.panel_caller import Panel, panel_of

__all__ = ["start"]
SOON = NOON + timedelta(hours=1)
AIKO = "aiko@northwindtraders.com"
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "{{DATE(2026-01-01T00:00:00Z)}} [click](javascript:alert(1))",
    "'; DROP TABLE companion.note; --",
    "مرحبا بالعالم \u202eabc",
    "👩‍👩‍👧 zwj",
    "a\nb\tc",
    "é" * 500,
]


async def opened(here: World) -> tuple[Panel, str]:
    panel = panel_of(here)
    return panel, (await panel.state())["meeting"]["id"]


async def cards(here: World) -> str:
    """What the chat shows now."""
    return json.dumps([one["attachments"] for one in await here.cards()], ensure_ascii=False)


async def test_a_note_sent_twice_is_stored_once(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        panel, meeting = await opened(here)
        note = str(uuid4())
        for _ in range(3):
            assert await panel.note(meeting, "they like blue", "parked", note) == {"ok": True}
        notes = (await panel.state())["notes"]
        assert [(one["id"], one["kind"], one["text"], one["is_done"]) for one in notes] == [
            (note, "parked", "they like blue", False)
        ]
        assert notes[0]["made_at"].endswith("Z")


async def test_a_note_is_kept_as_it_was_typed(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        panel, meeting = await opened(here)
        for text in HOSTILE:
            await panel.note(meeting, text)
        await panel.note(meeting, " \x00nul and \ud800half\udfff ")
        assert {one["text"] for one in (await panel.state())["notes"]} == {*HOSTILE, "nul and half"}


async def test_a_note_that_cannot_be_kept_says_why(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        panel, meeting = await opened(here)
        for text, why in (("", "Write something"), (" \x00\ud800 ", "Write something"), ("x" * 501, "500 characters")):
            assert why in (await panel.note(meeting, text, status=400))["problem"]
        await panel.note(meeting, "x", "poem", status=400)
        await panel.note(meeting, "x", note_id="not-a-uuid", status=400)
        assert (await panel.state())["notes"] == []


async def test_a_note_is_done_undone_and_removed(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        panel, meeting = await opened(here)
        note = str(uuid4())
        await panel.note(meeting, "send the sheet", "promise", note)
        for is_done in (True, False, True):
            await panel.post("note-done", id=note, is_done=is_done)
            assert [one["is_done"] for one in (await panel.state())["notes"]] == [is_done]
        await panel.post("note-remove", id=note)
        assert (await panel.state())["notes"] == []
        await panel.post("note-remove", id=note, status=404)


async def test_a_promise_is_owed_in_the_week_and_proposed_after_the_call(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON), event("next", SOON + timedelta(days=2))) as here:
        panel, meeting = await opened(here)
        note = str(uuid4())
        await panel.note(meeting, "send the sheet", "promise", note)
        await panel.note(meeting, "a pilot in Leeds", "parked")
        state = await panel.state()
        after = {one["kind"]: one for one in state["after"]}
        assert "send the sheet" in after["promise"]["text"] and "a pilot in Leeds" in after["parked"]["text"]
        assert after["next_meeting"]["due"] == "2026-11-25T12:00:00Z"
        owed = (await panel.get("week"))["owed"]
        assert [(one["what"], one["status"]) for one in owed] == [("send the sheet", "open")]
        assert "Call roll-out" in owed[0]["source"]
        await panel.post("note-done", id=note, is_done=True)
        assert [one["status"] for one in (await panel.get("week"))["owed"]] == ["done"]
        assert "promise" not in {one["kind"] for one in (await panel.state())["after"]}


async def test_what_was_promised_last_time_must_be_covered_next_time(start: Callable[..., Any]) -> None:
    async with start(event("first", SOON), event("second", SOON + timedelta(days=2))) as here:
        panel, first = await opened(here)
        await panel.note(first, "send the sheet", "promise")
        second = next(one for one in await here.week() if one["subject"] == "Call second")["id"]
        must = (await panel.state(meeting=second))["must"]
        assert [(one["text"], one["is_done"], one["own"]) for one in must] == [("You promised: send the sheet", False, False)]
        await panel.post("must", meeting=second, id=must[0]["id"], is_done=True)
        assert (await panel.state(meeting=second))["must"] == [{**must[0], "is_done": True}]
        assert (await panel.state(meeting=first))["must"] == []


async def test_a_point_of_ones_own_is_added_and_covered(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        panel, meeting = await opened(here)
        own = str(uuid4())
        await panel.post("must", meeting=meeting, id=own, text="ask for the pilot", is_done=False)
        await panel.post("must", meeting=meeting, id=own, is_done=True)
        assert (await panel.state())["must"] == [{"id": own, "text": "ask for the pilot", "is_done": True, "own": True}]
        await panel.post("must", meeting=meeting, id=str(uuid4()), is_done=True, status=404)
        await panel.post("must", meeting=meeting, id="question-0000000000000000", is_done=True, status=404)
        await panel.post("must", meeting=meeting, id="not-a-uuid", text="x", is_done=True, status=400)


@pytest.mark.parametrize(
    ("role", "word"), [("decision_maker", "decision-maker"), ("skeptic", "sceptic"), ("trailblazer", "trailblazer")]
)
async def test_a_role_set_in_the_panel_shows_in_panel_and_card_and_is_taken_back(
    start: Callable[..., Any], role: str, word: str
) -> None:
    async with start(event("roll-out", SOON, people=(AIKO, "rafael@northwindtraders.com"))) as here:
        await here.travel(minutes=31)
        shown = f"{word} · northwindtraders.com"
        assert shown not in await cards(here)
        panel, _ = await opened(here)
        await panel.post("role", address=AIKO.upper(), role=role)
        people = {one["address"]: one for one in (await panel.state())["people"]}
        assert (people[AIKO]["role"], people["rafael@northwindtraders.com"]["role"]) == (role, None)
        assert any(word in point["text"] for point in people[AIKO]["points"])
        await here.settle()
        assert shown in await cards(here)
        await panel.post("role", address=AIKO, role=None)
        await here.settle()
        assert {one["role"] for one in (await panel.state())["people"]} == {None} and shown not in await cards(here)


async def test_a_role_is_one_of_three_and_of_somebody_one_meets(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        panel, _ = await opened(here)
        await panel.post("role", address=AIKO, role="difficult", status=400)
        for nobody in ("stranger@elsewhere.example", "", "%", MIA.address, "a" * 400 + "@x.example"):
            await panel.post("role", address=nobody, role="skeptic", status=404)
        assert {one["role"] for one in (await panel.state())["people"]} == {None}


async def test_a_tick_says_when_it_was_made_whatever_the_calendar_says_and_can_be_taken_back(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        await here.travel(minutes=31)
        panel, meeting = await opened(here)

        async def item(check: str = "join_link") -> Any:
            return next(one for one in (await panel.state())["checklist"] if one["id"] == check)

        before = await item()
        assert (before["state"], before["is_ticked"]) == ("problem", False)
        await panel.post("tick", meeting=meeting, check="join_link", is_ticked=True)
        after = await item()
        assert (after["state"], after["is_ticked"], after["because"]) == ("ok", True, "you ticked it at 12:31")
        await here.settle()
        assert "names no link" not in await cards(here)
        lines = await explain_card(here.companion.hands, here.tenant_id, PersonId(MIA.id), meeting)
        assert "you ticked it at 12:31" in json.dumps(lines)
        await panel.post("tick", meeting=meeting, check="join_link", is_ticked=False)
        assert await item() == before
        await here.settle()
        assert "names no link" in await cards(here)
        await panel.post("tick", meeting=meeting, check="coffee", is_ticked=True, status=404)


async def test_the_same_person_in_two_places_never_waits_for_himself(start: Callable[..., Any]) -> None:
    """Notes, ticks, roles and taps all lock the person before the meeting: many at once still all arrive."""
    async with start(event("roll-out", SOON)) as here:
        await here.travel(minutes=31)
        panel, meeting = await opened(here)
        card = next(one["id"] for one in await here.cards() if "roll-out" in json.dumps(one["attachments"]))
        tap = {"person": MIA.id, "activity_id": card, "verb": "show", "data": {"meeting": meeting, "kind": "pre_call_card"}}
        work = [
            call
            for index in range(8)
            for call in (
                panel.note(meeting, f"note {index}"),
                panel.post("tick", meeting=meeting, check="devices", is_ticked=index % 2 == 0),
                panel.post("role", address=AIKO, role="skeptic" if index % 2 else None),
                here.control("tap", **tap),
            )
        ]
        await asyncio.wait_for(asyncio.gather(*work), 30)
        assert len((await panel.state())["notes"]) == 8


async def test_what_was_written_goes_when_the_meeting_is_forgotten(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        panel, meeting = await opened(here)
        await panel.note(meeting, "they like blue")
        await panel.post("tick", meeting=meeting, check="devices", is_ticked=True)
        await panel.post("must", meeting=meeting, id=str(uuid4()), text="ask", is_done=False)
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.run("sweep_meetings", here.tenant_id, SOON + timedelta(days=31))
            for table in ("note", "must_cover", "tick"):
                assert await session.connection.fetchval(f"SELECT count(*) FROM companion.{table}") == 0  # noqa: S608  # fixed names


async def test_a_meeting_holds_so_many_notes_and_says_so(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        panel, meeting = await opened(here)
        async with here.companion.database.transaction(here.tenant_id) as session:
            for index in range(200):
                args = (str(uuid4()), meeting, "note", f"n{index}", NOON, 500)
                await session.row("add_note", here.tenant_id, MIA.id, *args)
        assert "200 notes" in (await panel.note(meeting, "one more", status=400))["problem"]
