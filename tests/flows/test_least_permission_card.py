"""With calendar permission alone, from the very first install: the card comes, whoever invited to the meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sidecar.domain.meetings.meeting import PersonId
from sidecar.flows.watching.closed_calendar import OWNER_UNKNOWN
from sidecar.flows.watching.read_calendar import read_calendar
from sidecar.tenant import Person
from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, World, calendar, event, start

__all__ = ["start"]
SOON = NOON + timedelta(hours=2)
AIKO, CLIENT = "aiko@northwindtraders.com", "northwindtraders.com"
OURS = "ORGANIZER;CN=Mia Berg:mailto:mia.berg@fabrikam.com"
OWN = event("roll-out", SOON)
INVITED = event("roll-out", SOON, people=(MIA.address,)).replace(OURS, f"ORGANIZER;CN=Aiko Mori:mailto:{AIKO}")
ROSTER = "/members/"


async def _install_with_the_calendar_alone(here: World, *, has_roster: bool) -> None:
    """Everything of Graph but the calendar and its changes is refused. The first rule that fits a call counts."""
    await here.control("weather", path_prefix=f"/v1.0/users/{MIA.id}/calendar", method="GET")
    await here.control("weather", path_prefix=f"/v1.0/users/{MIA.id}/calendar/getSchedule", method="POST")
    await here.control("weather", path_prefix=f"/v1.0/users/{MIA.id}/events", method="GET")
    await here.control("weather", path_prefix="/v1.0/subscriptions")
    await here.control("weather", path_prefix="/v1.0/", status=403)
    if not has_roster:
        await here.control("weather", path_prefix="/connector/v3/conversations/", method="GET", status=403)
    await here.control("install", person=MIA.id)

    async def is_looked_at() -> bool:
        row = await _row(here)
        return bool(await here.watched(MIA) and row and (row["calendar_read_at"] or row["problem"]))

    await here.wait_for(is_looked_at)
    await here.settle()


async def _row(here: World) -> Any:
    async with here.companion.database.transaction(here.tenant_id) as session:
        return await session.row("person", here.tenant_id, MIA.id)


async def _the_card(here: World) -> str:
    """The one card before the meeting."""
    await here.travel(minutes=91)
    (card,) = await here.cards()
    return text_of(card["attachments"][0]["content"])


@pytest.mark.parametrize("has_roster", [True, False])
async def test_whoever_organises_a_meeting_is_known_by_it(start: Callable[..., Any], has_roster: bool) -> None:
    async with start(OWN, is_installed=False) as here:
        await _install_with_the_calendar_alone(here, has_roster=has_roster)
        assert (await _row(here))["address"] == MIA.address
        said = await _the_card(here)
        assert CLIENT in said and "aiko" in said.lower() and "14:00" in said


async def test_who_is_only_ever_invited_is_known_from_the_chat_with_the_bot(start: Callable[..., Any]) -> None:
    async with start(INVITED, is_installed=False) as here:
        await _install_with_the_calendar_alone(here, has_roster=True)
        row = await _row(here)
        assert (row["address"], row["zone"], row["problem"]) == (MIA.address, MIA.zone, None)
        said = await _the_card(here)
        assert CLIENT in said and "Aiko Mori" in said and "14:00" in said


async def test_where_the_chat_does_not_say_the_named_domains_do(start: Callable[..., Any]) -> None:
    async with start(INVITED, is_installed=False, own_domains="fabrikam.com") as here:
        await _install_with_the_calendar_alone(here, has_roster=False)
        row = await _row(here)
        assert (row["address"], row["problem"]) == ("", None)
        said = await _the_card(here)
        assert CLIENT in said and "Aiko Mori" in said and "14:00" in said
        assert all("fabrikam.com" not in one for one in await _clients(here))


async def test_where_teams_cannot_answer_at_once_it_is_asked_again(start: Callable[..., Any]) -> None:
    async with start(INVITED, is_installed=False) as here:
        await here.control("weather", path_prefix="/connector/v3/conversations/", method="GET", status=503, count=3)
        await _install_with_the_calendar_alone(here, has_roster=True)
        assert len([one for one in await here.look("log") if ROSTER in one["path"] and one["status"] == 503]) == 3
        assert ((await _row(here))["address"], await _clients(here)) == (MIA.address, [CLIENT])


@pytest.mark.parametrize("domains", ["", "gmail.com"])
async def test_where_nothing_says_whose_calendar_it_is_nobody_is_taken_for_a_client(
    start: Callable[..., Any], domains: str
) -> None:
    async with start(INVITED, is_installed=False, own_domains=domains) as here:
        await _install_with_the_calendar_alone(here, has_roster=False)
        assert (await _row(here))["problem"] == f"403 {OWNER_UNKNOWN}"
        assert await _clients(here) == []
        await here.control("weather/clear")
        await read_calendar(here.companion.hands, here.tenant_id, PersonId(MIA.id))
        assert ((await _row(here))["problem"], await _clients(here)) == (None, [CLIENT])


async def test_the_chat_is_not_asked_where_the_directory_says_who_it_is(start: Callable[..., Any]) -> None:
    async with start(INVITED) as here:
        assert (await _row(here))["address"] == MIA.address
        assert not [one for one in await here.look("log") if ROSTER in one["path"]]


async def test_several_people_each_have_the_meetings_of_their_own_calendar(start: Callable[..., Any], tmp_path: Path) -> None:
    people = [_with_calendar(tmp_path, number) for number in range(3)]
    async with start(people=people, is_installed=False) as here:
        for number, one in enumerate(people):
            await here.install(one)
            answer = await here.say("brief northwind", one)
            assert f"Call call-{number}" in text_of(answer["attachments"][0]["content"])


async def _clients(here: World) -> list[str]:
    """The clients of the stored meetings."""
    async with here.companion.database.transaction(here.tenant_id) as session:
        rows = await session.rows("meetings_between", here.tenant_id, MIA.id, NOON, NOON + timedelta(days=9))
    return [str(row["client_domain"]) for row in rows]


def _with_calendar(tmp_path: Path, number: int) -> Person:
    """Somebody with a file of their own: what stands in Mia's is in her calendar alone, whoever is invited there."""
    address = f"w{number}@fabrikam.com"
    file = tmp_path / f"w{number}.ics"
    file.write_bytes(calendar(event(f"call-{number}", SOON, people=(AIKO, address)).replace(OURS, f"ORGANIZER:mailto:{address}")))
    return Person(address=address, name=f"Wim {number}", zone="Europe/Berlin", calendars=(file,))
