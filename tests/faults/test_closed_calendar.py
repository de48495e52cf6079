"""Permission lost on one calendar: that person alone stops, is told once and asked for slowly, and heals when it is back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sidecar.commands.doctor import note_closed_calendars
from sidecar.domain.meetings.meeting import PersonId
from sidecar.domain.wording.card_parts import LOCK_SCREEN, literal
from sidecar.flows.before.look_at_week import look_at_week
from sidecar.flows.watching.closed_calendar import closed_calendars
from sidecar.tenant import Person
from sidecar.words import Words
from tests.conftest import until
from tests.flows.conftest import MIA, NOON, World, event

JONAS = Person(address="jonas.weber@fabrikam.com", name="Jonas Weber", zone="Europe/Berlin", language="de")
TOLD = {one: literal(Words(one).say("bot-calendar-closed"), LOCK_SCREEN, LOCK_SCREEN) for one in ("en", "de")}
"""What a locked phone shows of it."""
AT_NIGHT = NOON + timedelta(hours=11)


async def _told(here: World, person: Person) -> int:
    chat = await here.look(f"chat?person={person.id}")
    return sum(str(one["summary"]) in TOLD.values() for one in chat if one["from"] == "bot")


async def _views(here: World, person: Person) -> int:
    return sum("calendarView" in one["path"] and person.id in one["path"] for one in await here.look("log"))


async def _row(here: World, person: Person) -> Any:
    async with here.companion.database.transaction(here.tenant_id) as session:
        return await session.row("person", here.tenant_id, person.id)


async def _close(here: World, person: Person, prefix: str = "") -> None:
    path = prefix or f"/v1.0/users/{person.id}/calendarView"
    await here.control("weather", path_prefix=path, status=403, code="ErrorAccessDenied")
    await here.control("lifecycle", event="missed")

    async def is_noted() -> bool:
        row = await _row(here, person)
        return bool(row and row["problem"])

    await until(is_noted)
    await here.settle()


async def test_one_lost_permission_stops_one_person_who_is_told_once_and_heals(start: Callable[..., Any]) -> None:
    async with start(event("one", NOON + timedelta(days=3)), people=[JONAS]) as here:
        await here.install(JONAS)
        await _close(here, MIA)
        assert await _told(here, MIA) == 0, "an accident of an hour is told to nobody"
        before, others = await _views(here, MIA), await _views(here, JONAS)
        for _ in range(5):
            seen = await _views(here, JONAS)
            await here.control("lifecycle", event="missed", subscription_id=(await here.watched(JONAS))[0]["id"])

            async def is_read(seen: int = seen) -> bool:
                return await _views(here, JONAS) > seen

            await until(is_read)
            await here.travel(minutes=71)
        assert (await _told(here, MIA), await _told(here, JONAS)) == (1, 0)
        assert await _views(here, MIA) - before <= 6, "asked for slowly"
        assert await _views(here, JONAS) - others >= 5
        assert (await _row(here, MIA))["problem"] == "403 ErrorAccessDenied"
        assert (await _row(here, JONAS))["problem"] is None
        notes: list[tuple[str, str, str]] = []
        note_closed_calendars(await closed_calendars(here.companion.database), lambda *said: notes.append(said))
        ((check, state, says),) = notes
        assert (check, state) == ("calendars", "WARN") and says.startswith("1 closed to us since 2026-11-23 11:0")
        explained = await look_at_week(here.companion.hands, here.tenant_id, PersonId(MIA.id))
        assert explained["calendar"]["problem"] == "403 ErrorAccessDenied" and explained["calendar"]["closed_since"]
        await here.control("weather/clear")
        await here.control("move", event_id=await here.event_id("one"), minutes=5)
        await here.travel(minutes=71)

        async def is_well() -> bool:
            row = await _row(here, MIA)
            return row["problem"] is None and row["problem_at"] is None and row["tried_at"] is None

        await until(is_well)
        assert await _told(here, MIA) == 1


async def test_no_card_comes_from_a_calendar_that_is_closed_and_it_comes_when_it_is_open_again(start: Callable[..., Any]) -> None:
    """What is stored may have moved or been cancelled since: nobody would see it."""
    async with start(event("earlier", NOON - timedelta(days=7)), event("one", NOON + timedelta(hours=2))) as here:
        await _close(here, MIA)
        await here.travel(minutes=91)
        assert [str(one["summary"]) for one in await here.cards()] == [TOLD["en"]]
        await here.control("weather/clear")
        await here.travel(minutes=20)

        async def has_come() -> bool:
            return [str(one["summary"]) for one in await here.cards()] == [TOLD["en"], "You meet a client at 14:00"]

        await until(has_come)


async def test_where_nobodys_calendar_can_be_read_it_is_the_administrator_who_must_act(start: Callable[..., Any]) -> None:
    async with start(people=[JONAS]) as here:
        await here.install(JONAS)
        await _close(here, MIA, "/v1.0/users")
        for _ in range(3):
            await here.travel(minutes=71)
        assert (await _row(here, JONAS))["problem"] == "403 ErrorAccessDenied"
        assert (await _told(here, MIA), await _told(here, JONAS)) == (0, 0)


@pytest.mark.parametrize("hours", [3])
async def test_nobody_is_told_at_night(start: Callable[..., Any], hours: int) -> None:
    async with start(now=AT_NIGHT) as here:
        await _close(here, MIA)
        for _ in range(hours):
            await here.travel(minutes=71)
        assert (await _row(here, MIA))["problem"] == "403 ErrorAccessDenied"
        assert await _told(here, MIA) == 0
        await here.travel(hours=8)

        async def is_told() -> bool:
            return await _told(here, MIA) == 1

        await until(is_told)
