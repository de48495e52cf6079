"""Graph, Teams and the web in every weather: nothing crashes, nothing is lost, each outage is told once, and tries are few.

One product runs through all cases, each wire spoiled in turn by each of the proxy's eight faults.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import psutil
import pytest
import pytest_asyncio
from structlog.testing import capture_logs

from sidecar import jobs
from sidecar.domain.meetings.wake import research_wake
from sidecar.tenant import Person
from tests.card_text import text_of
from tests.faults.proxy import FAULTS, Toxic
from tests.faults.weather_world import OUTAGES, TOXICS, Weathered, told, weathered
from tests.flows.conftest import MIA, NOON, event

pytestmark = pytest.mark.asyncio(loop_scope="module")

SAM = Person(address="sam@fabrikam.com", name="Sam", zone="Europe/Berlin", language="en-GB")
ZOE = Person(address="zoe@fabrikam.com", name="Zoe", zone="Europe/Berlin", language="en-GB")
EVERYBODY = (MIA, SAM, ZOE)
HOSTS = ("alpinehouse.com", "litware.com")
"""Clients whose sites nobody has read yet."""
MOST_TRIES = 12
"""Calls that one thing that is wanted may make to a spoiled wire until it gives up for a while."""
GROWTH = 80 * 2**20
"""Bytes of memory that all the cases together may take."""


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def here(server: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Weathered]:
    connection = await asyncpg.connect(server)
    await connection.execute("CREATE DATABASE weather_wires")
    meetings = [event(f"base{number}", NOON + timedelta(hours=30, minutes=30 * number)) for number in range(2)]
    url, folder = server.replace("/postgres?", "/weather_wires?"), tmp_path_factory.mktemp("weather")
    async with weathered(url, folder, *meetings, people=(SAM, ZOE), hosts=HOSTS) as made:
        before = psutil.Process().memory_info().rss
        yield made
        assert psutil.Process().memory_info().rss - before < GROWTH
        assert await jobs.parked(made.companion.database) == []
    await connection.execute("DROP DATABASE weather_wires WITH (FORCE)")
    await connection.close()


def expected(wire: str, fault: str) -> list[tuple[str, str]]:
    return [("side_away", wire), ("side_back", wire)] if fault in OUTAGES else []


def has_no_personal_data(logs: list[Any]) -> bool:
    return all(set(one) <= {"event", "side", "error", "seconds", "log_level"} for one in logs if one["event"].startswith("side_"))


async def through(here: Weathered, wire: str, fault: str) -> None:
    """An outage lasts until the product has noticed; another fault, until something was spoiled."""
    if fault in OUTAGES:
        await here.becomes(wire, away=True)
        return

    async def is_spoiled() -> bool:
        return here.wires[wire].spoiled > 0

    await here.wait_for(is_spoiled)


async def soon(here: Weathered) -> None:
    """What waits to be tried again is tried now."""
    await here.travel_without_settling(seconds=20)


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_changed_calendar_is_stored_through_whatever_becomes_of_graph(here: Weathered, fault: str) -> None:
    proxy, number, subject = here.wires["graph"], FAULTS.index(fault), f"Seen through {fault}"
    tried = proxy.connections
    with capture_logs() as logs:
        await proxy.fail(TOXICS[fault])
        start_at = NOON + timedelta(days=2, minutes=15 * number)
        for person in EVERYBODY:
            await here.add(subject, start_at, "ann@tailspintoys.com", person)
        await through(here, "graph", fault)
        await proxy.clear()
        await soon(here)

        async def is_stored() -> bool:
            rows = await here.rows("SELECT person_id FROM companion.meeting WHERE event->>'subject' = $1", subject)
            return {row["person_id"] for row in rows} == {person.id for person in EVERYBODY}

        await here.wait_for(is_stored)
        await here.settle()
    assert told(logs) == expected("graph", fault) and has_no_personal_data(logs)
    assert proxy.connections - tried <= MOST_TRIES * len(EVERYBODY)


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_card_comes_through_whatever_becomes_of_teams(here: Weathered, fault: str) -> None:
    proxy, number = here.wires["teams"], FAULTS.index(fault)
    subject = f"Told through {fault}"
    people = EVERYBODY if fault in OUTAGES else (MIA,)
    tried = proxy.connections
    with capture_logs() as logs:
        await proxy.fail(Toxic(name="slicer", size=16, seconds=0.001) if fault == "slicer" else TOXICS[fault])
        start_at = here.companion.clock() + timedelta(minutes=20, seconds=number)
        ids = {person: await here.add(subject, start_at, "bob@tailspintoys.com", person) for person in people}
        await through(here, "teams", fault)
        await proxy.clear()
        await soon(here)

        async def has_come() -> bool:
            return all([await cards_about(here, subject, person) for person in people])

        await here.wait_for(has_come)
        await here.settle()
    assert told(logs) == expected("teams", fault) and has_no_personal_data(logs)
    assert proxy.connections - tried <= MOST_TRIES * len(people)
    for person, one in ids.items():
        cards = await cards_about(here, subject, person)
        assert 1 <= len(cards) <= (2 if fault in OUTAGES else 1)
        rows = await here.rows("SELECT activity_id FROM companion.delivery WHERE person_id = $1 AND state = 'sent'", person.id)
        assert rows and all(row["activity_id"] for row in rows), "a card whose id is not known cannot follow its meeting"
        await here.control("cancel", event_id=one, person=person.id, remove=True)


async def cards_about(here: Weathered, subject: str, person: Person) -> list[Any]:
    return [one for one in await here.cards(person) if subject in text_of(one["attachments"])]


async def test_a_client_whose_site_was_out_of_reach_is_looked_up_once_the_web_is_back(here: Weathered) -> None:
    proxy = here.wires["web"]
    with capture_logs() as logs:
        await proxy.fail(TOXICS["down"])
        async with here.companion.database.transaction(here.tenant_id) as session:
            await here.companion.hands.arm(session, [research_wake(here.tenant_id, host, "today") for host in HOSTS])
        await here.becomes("web", away=True)
        await here.settle()
        assert len(await dossiers(here)) == len(HOSTS), "a card says that their site could not be read"
        await proxy.clear()
        await here.travel_without_settling(minutes=11)

        async def is_known() -> bool:
            return all("pumps for bakeries" in str(found) for found in await dossiers(here))

        await here.wait_for(is_known)
        await here.settle()
    assert told(logs) == [("side_away", "web"), ("side_back", "web")] and has_no_personal_data(logs)
    assert proxy.connections <= MOST_TRIES * len(HOSTS)


async def dossiers(here: Weathered) -> list[Any]:
    rows = await here.rows("SELECT found FROM companion.dossier WHERE organisation = ANY($1)", list(HOSTS))
    return [row["found"] for row in rows]


@pytest.mark.parametrize("wire", ["graph", "teams"])
async def test_where_half_of_the_connections_are_spoiled_everything_still_arrives(here: Weathered, wire: str) -> None:
    proxy, subject = here.wires[wire], f"Half of {wire}"
    await proxy.fail(Toxic(name="reset_peer", seconds=0.01, toxicity=0.5))
    for person in EVERYBODY:
        await here.add(subject, here.companion.clock() + timedelta(minutes=15), "cleo@tailspintoys.com", person)

    async def has_come() -> bool:
        await soon(here)
        return all([await cards_about(here, subject, person) for person in EVERYBODY])

    await here.wait_for(has_come)
    await proxy.clear()
    await here.settle()


async def test_the_wires_are_really_led_through_the_proxies(here: Weathered) -> None:
    assert urlsplit(here.tenant.service_url).port == here.wires["teams"].address[1]
    assert here.companion.graph.adapter.base_url.startswith(here.wires["graph"].url)
