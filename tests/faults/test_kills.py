"""Whoever is killed, nothing that was acknowledged is lost, no card is missing, and hardly one comes twice."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sidecar.domain.meetings.pace import IN_A_TENANT
from sidecar.tenant import Person
from tests.conftest import until
from tests.faults.kills import Outcome, Size, run
from tests.faults.moments import Falls, Fired, fall, stage_cards
from tests.faults.stage import NOON, Stage, stage

SHORT = Size(seconds=4, kills=5, stops=1, people=4, cards_each=3, notices_a_second=40)
LONG = Size(seconds=60, kills=34, stops=7, people=30, cards_each=6, notices_a_second=60)
FEW = Falls(cards=100, seconds=5, kills=3)
MANY = Falls(cards=1000, seconds=60, kills=20)
AT_ONCE_AFTER = 5.0
"""Seconds after which of a hundred cards ninety-nine are there, though workers die."""
ANN = Person(address="ann@fabrikam.com", name="Ann Able")


AT_ONE_DEATH = IN_A_TENANT.burst
"""So many messages to one tenant may be on their way at one instant. That it is one a death and less is measured by the bench, on
a machine that does nothing else."""


def _holds(found: Outcome, size: Size) -> None:
    assert found.acknowledged == int(size.seconds * size.notices_a_second), "a notice is sent again until it is taken"
    assert found.lost == 0
    assert found.missing == ()
    assert found.doubled <= found.kills * AT_ONE_DEATH


def _holds_all(found: Fired) -> None:
    assert found.sent == found.cards
    assert found.doubled <= found.kills * AT_ONE_DEATH
    assert (found.dropped, found.said_past_use) == (1, 0), "a card past its use is dropped, with a line that says so"


async def test_kills_and_immediate_stops_lose_no_acknowledged_notice_and_no_card(tmp_path: Path) -> None:
    _holds(await run(SHORT, tmp_path), SHORT)


@pytest.mark.night
@pytest.mark.timeout(400)
async def test_a_minute_of_kills_and_immediate_stops_loses_no_acknowledged_notice_and_no_card(tmp_path: Path) -> None:
    _holds(await run(LONG, tmp_path), LONG)


async def test_every_card_that_fell_due_while_workers_died_is_there_once(empty_database: str) -> None:
    _holds_all(await fall(empty_database, FEW))


@pytest.mark.night
@pytest.mark.timeout(400)
async def test_a_thousand_cards_that_fell_due_while_workers_died_are_there_in_time(empty_database: str) -> None:
    found = await fall(empty_database, MANY)
    _holds_all(found)
    assert found.late_at(0.99) < AT_ONCE_AFTER


async def test_a_kill_between_teams_answer_and_our_note_doubles_one_card_until_it_is_touched(empty_database: str) -> None:
    async with stage(empty_database, [ANN], NOON - timedelta(minutes=3)) as here:
        await stage_cards(here, [ANN], timedelta())
        await here.control("weather", path_prefix="/connector/", method="POST", hold=True, count=1)
        await here.begin_all("one")
        await here.travel_to(NOON)
        await until(lambda: _is_held(here))
        await asyncio.to_thread(here.kill, "one")
        await here.control("weather/clear")
        await until(lambda: _said(here))
        here.begin("two")
        twice = await until(lambda: _said_twice(here))
        assert len(twice) == 2, "Teams has no way to be asked what it took: one more card for one kill, and no more"
        await here.settle()
        await _tap(here, twice[0])
        await until(lambda: _said_once(here))


async def _is_held(here: Stage) -> bool:
    return bool((await here.look("weather"))["held"])


async def _said(here: Stage) -> Sequence[Any]:
    chat = await here.look(f"chat?person={ANN.id}")
    return [
        one for one in chat if one["from"] == "bot" and not one["is_deleted"] and "Call n0x0" in json.dumps(one["attachments"])
    ]


async def _said_twice(here: Stage) -> Sequence[Any]:
    found = await _said(here)
    return found if len(found) > 1 else ()


async def _said_once(here: Stage) -> bool:
    return len(await _said(here)) == 1


async def _tap(here: Stage, message: Any) -> None:
    """Any button of that very message."""
    button = next(one for one in _actions(message["attachments"]) if one["type"] == "Action.Execute")
    answer = await here.control("tap", person=ANN.id, activity_id=message["id"], verb=button["verb"], data=button["data"])
    assert answer["status"] == 200


def _actions(found: Any) -> list[Any]:
    if isinstance(found, dict):
        own = [found] if str(found.get("type", "")).startswith("Action.") else []
        return own + [one for value in found.values() for one in _actions(value)]
    return [one for value in found for one in _actions(value)] if isinstance(found, list) else []
