"""A backup that is an hour old is put back: no card comes twice and none is lost, whether booked before, since, or meanwhile."""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from sidecar import app, jobs
from sidecar.flows.before.count_as_sent import Counted, count_as_sent
from sidecar.settings import Settings
from sidecar.store.database import Database
from sidecar.tenant import Person
from sidecar.wiring import LocalSide
from tests.conftest import until
from tests.contract.test_commands import companion
from tests.faults.stage import NOON, Stage, people_of, stage
from tests.faults.test_move import dump_of, load_into

SINCE, AFTER_THE_END = "n7x0", "n8x0"
BACKUP_AT, STOPPED_AT, BACK_AT = (NOON + timedelta(minutes=minutes) for minutes in (5, 60, 65))
ONCE = Counter(dict.fromkeys(("n0x0", "n0x1", "n0x2", SINCE, AFTER_THE_END), 1))


@asynccontextmanager
async def put_back(server: str, dump: Path) -> AsyncIterator[str]:
    """The backup, restored into a database of its own as docs/operate/backups.md says it."""
    connection = await asyncpg.connect(server)
    await connection.execute("CREATE DATABASE put_back")
    url = server.replace("/postgres?", "/put_back?")
    try:
        await asyncio.to_thread(load_into, dump, url)
        yield url
    finally:
        await connection.execute("DROP DATABASE put_back WITH (FORCE)")
        await connection.close()


async def book(here: Stage, person: Person, name: str, in_minutes: int) -> None:
    start_at = here.clock() + timedelta(minutes=in_minutes)
    event = {"subject": f"Call {name}.", "start": start_at.isoformat(), "attendees": ["aiko@northwindtraders.com"]}
    await here.control("add", person=person.id, event=event)


async def cards(here: Stage, person: Person) -> Counter[str]:
    """How often each meeting's own card stands in the chat; what comes after a call is another message."""
    found: Counter[str] = Counter()
    for one in await here.look(f"chat?person={person.id}"):
        if one["from"] == "bot" and not one["is_deleted"] and str(one["summary"]).startswith("You meet a client"):
            found.update(re.findall(r"Call (n\dx\d)\.", json.dumps(one["attachments"]))[:1])
    return found


async def says(here: Stage, name: str) -> None:
    async def has() -> bool:
        return (await cards(here, here.people[0]))[name] == 1

    await until(has)
    await here.settle()


async def count(here: Stage, url: str) -> Counted:
    """What `companion restored` does, with the local tenant on the other side."""
    local = LocalSide(tenant_url=here.tenant.url, client_id=here.tenant.app_id, door_url=here.door)
    async with app.companion(Settings(first_week=False), url, local, clock=here.clock) as made:
        return await count_as_sent(made.hands, STOPPED_AT)


@pytest.mark.timeout(180)
async def test_restored_to_an_hour_ago_no_card_comes_twice_and_none_is_lost(
    empty_database: str, server: str, tmp_path: Path
) -> None:
    people = people_of(1, 3, timedelta(minutes=40), tmp_path)
    async with stage(empty_database, people, NOON - timedelta(minutes=3), first_week=False) as here:
        await here.begin_all("one")
        await here.install(people)
        await here.travel_to(NOON)
        await says(here, "n0x0")
        await here.travel_to(BACKUP_AT)
        dump = await asyncio.to_thread(dump_of, empty_database, tmp_path)
        await here.travel_to(NOON + timedelta(minutes=41))
        await says(here, "n0x1")
        await book(here, people[0], SINCE, in_minutes=35)
        await here.settle()
        await here.travel_to(NOON + timedelta(minutes=50))
        await says(here, SINCE)
        await here.travel_to(STOPPED_AT)
        for name in tuple(here.running):
            await asyncio.to_thread(here.kill, name)
        await here.travel_to(BACK_AT)
        await book(here, people[0], AFTER_THE_END, in_minutes=20)
        assert await cards(here, people[0]) == ONCE - Counter({"n0x2": 1, AFTER_THE_END: 1})

        async with put_back(server, dump) as url:
            lost, here.url, here.database = here.database, url, await Database.open(url)
            await jobs.travel(here.database, BACK_AT - BACKUP_AT)  # as an hour that goes by for a backup in its file
            counted = await count(here, url)
            assert counted == Counted(people=1, sent=2, unread=0), "one the backup had planned, and one it knows nothing of"
            assert (await count(here, url)).sent == 0, "said twice it does no more"
            await here.begin_all("two")
            await says(here, AFTER_THE_END)
            await here.travel_to(NOON + timedelta(minutes=80))
            await says(here, "n0x2")
            await here.settle()
            assert await cards(here, people[0]) == ONCE
            for name in tuple(here.running):
                await asyncio.to_thread(here.kill, name)
            await here.database.close()
            here.database = lost


async def test_what_waited_for_the_morning_when_the_program_ended_is_not_counted_as_sent(start: Callable[..., Any]) -> None:
    """Booked at two in the night for a quarter past seven: the card waits for seven, whatever its plan had due before."""
    night = datetime(2026, 11, 23, 1, tzinfo=UTC)
    async with start(now=night) as here:
        first = {"subject": "Early", "start": (night + timedelta(hours=5, minutes=15)).isoformat()}
        await here.control("add", event=first | {"attendees": ["aiko@northwindtraders.com"]})
        await here.travel(minutes=1)
        hands = here.companion.hands
        assert await count_as_sent(hands, night + timedelta(hours=4)) == Counted(people=1, sent=0, unread=0)
        assert await count_as_sent(hands, night + timedelta(hours=5, minutes=1)) == Counted(people=1, sent=1, unread=0)


def test_the_command_wants_to_know_when_the_program_last_ran_and_refuses_what_is_to_come(tmp_path: Path) -> None:
    for given, why in ((["--stopped-at", "2999-01-01T00:00:00Z"], "still to come"), (["--stopped-at", "yesterday"], "instant")):
        done = companion("restored", *given, cwd=tmp_path)
        assert done.returncode == 2 and why in done.stderr and len(done.stderr.splitlines()) == 1
    assert companion("restored", cwd=tmp_path).returncode == 2
