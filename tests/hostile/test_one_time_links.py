"""A one-time link lives ten minutes, works once, and is one person's: whoever opens it is in that person's session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sidecar.domain.meetings.meeting import PersonId
from sidecar.flows.before.check_technology import LINK_LIVES, make_link
from sidecar.tenant import Person
from sidecar.web.check_door import SESSION
from tests.flows.conftest import MIA, NOON, World, event, start
from tests.store.every_table import fill
from tests.web.panel_caller import panel_of

__all__ = ["start"]
TOM = Person(address="tom@fabrikam.com", name="Tom", zone="Europe/Berlin")
ELSEWHERE = "0b6e7c52-0d0a-4c5e-9a55-3c1f6c1f0b02"
CAMERA = [{"id": "camera", "state": "ok", "value": "1280 × 720"}]
SILENT = [{"id": "microphone", "state": "problem", "value": "no sound at all"}]
TAP = {"verb": "check_link", "data": {"meeting": "roll-out", "kind": "pre_call_card"}}


async def _asked(here: World, what: str, body: Any = None, **headers: str) -> tuple[int, Any]:
    """Status and answer of a page of the check; a body is posted."""
    method = "GET" if body is None else "POST"
    async with here.session.request(method, f"{here.door}/check/api/{what}", json=body, headers=headers) as answer:
        return answer.status, await answer.json()


async def _key(here: World, person: Person = MIA) -> str:
    return (await make_link(here.companion.hands, here.tenant_id, PersonId(person.id), None)).partition("#k=")[2]


async def test_a_link_opens_until_its_tenth_minute_and_once(start: Callable[..., Any]) -> None:
    assert timedelta(minutes=10) == LINK_LIVES
    async with start() as here:
        early, late = await _key(here), await _key(here)
        await here.travel_without_settling(minutes=9, seconds=30)
        assert (await _asked(here, "open", {"k": early}))[0] == 200
        assert (await _asked(here, "open", {"k": early}))[0] == 409
        await here.travel_without_settling(seconds=31)
        used, dead = await _asked(here, "open", {"k": early}), await _asked(here, "open", {"k": late})
        assert dead[0] == 409 and dead == used, "which of the two it was nobody learns"


async def test_another_tenants_name_before_a_secret_opens_nothing_and_does_not_use_it_up(start: Callable[..., Any]) -> None:
    async with start() as here:
        ids = {"tenant_id": ELSEWHERE, "person_id": MIA.id, "meeting_id": "roll-out"}
        await fill(here.companion.database.pool, lambda table, column: f"{table} {column}", ids)
        key = await _key(here)
        status, told = await _asked(here, "open", {"k": f"{ELSEWHERE}.{key.partition('.')[2]}"})
        assert status == 409 and set(told) == {"problem"}
        status, told = await _asked(here, "open", {"k": key})
        assert status == 200
        moved = f"{ELSEWHERE}.{told['session'].partition('.')[2]}"
        assert (await _asked(here, "state", **{SESSION: moved}))[0] == 401


async def test_a_link_leads_to_the_person_it_was_made_for_whoever_opens_it_and_whoever_they_say_they_are(
    start: Callable[..., Any],
) -> None:
    """In an ordinary browser nobody is signed in: a colleague's token beside it opens nothing more and changes nobody."""
    async with start(event("roll-out", NOON + timedelta(hours=1)), people=[TOM]) as here:
        await here.install(TOM)
        as_tom = panel_of(here, TOM).headers
        status, told = await _asked(here, "open", {"k": await _key(here)}, **as_tom)
        assert status == 200
        in_mias = {SESSION: told["session"], **as_tom}
        assert (await _asked(here, "result", {"results": CAMERA}, **in_mias))[0] == 200
        assert (await _asked(here, "state", **in_mias))[1]["last"] == CAMERA
        _, toms = await _asked(here, "open", {"k": await _key(here, TOM)})
        assert toms["last"] == [] and toms["meeting"] is None
        async with here.companion.database.transaction(here.tenant_id) as session:
            rows = await session.connection.fetch("SELECT person_id FROM companion.device_check")
        assert [row["person_id"] for row in rows] == [MIA.id]


async def test_nobody_gets_a_link_to_a_meeting_that_is_not_theirs_and_no_token_of_teams_takes_the_place_of_one(
    start: Callable[..., Any],
) -> None:
    async with start(event("roll-out", NOON + timedelta(hours=1)), people=[TOM]) as here:
        await here.install(TOM)
        (mias,) = [one["id"] for one in await here.week()]
        await panel_of(here, TOM).post("check-link", meeting=mias, status=404)
        (welcome,) = await here.said(TOM)
        tapped = await here.control("tap", person=TOM.id, activity_id=welcome["id"], **TAP)
        assert "/check/" not in f"{tapped} {await here.said(TOM)}"
        assert (await _asked(here, "state", **panel_of(here, MIA).headers))[0] == 401
        async with here.companion.database.transaction(here.tenant_id) as session:
            assert await session.connection.fetchval("SELECT count(*) FROM companion.one_time_link") == 0


async def test_the_link_of_somebody_who_left_is_dead_at_once(start: Callable[..., Any]) -> None:
    async with start() as here:
        key = await _key(here)
        _, told = await _asked(here, "open", {"k": await _key(here)})
        await here.forget_person()
        assert (await _asked(here, "open", {"k": key}))[0] == 409
        assert (await _asked(here, "result", {"results": SILENT}, **{SESSION: told["session"]}))[0] == 401
