"""The running product with a proxy in every wire that leaves it, and what the tests of weather look at."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp

from sidecar import app, jobs
from sidecar.doors import doors, free_port
from sidecar.settings import Settings
from sidecar.tenant import LocalTenant, Person
from sidecar.wiring import Clock, LocalSide
from tests.faults.proxy import FaultProxy, Toxic, proxied
from tests.flows.conftest import MIA, NOON, World, calendar
from tests.writer.model_server import ModelServer, model_server

TOXICS: Mapping[str, Toxic] = {
    "latency": Toxic(name="latency", seconds=0.05, jitter=0.04),
    "down": Toxic(name="down"),
    "bandwidth": Toxic(name="bandwidth", rate=60_000),
    "slow_close": Toxic(name="slow_close", seconds=0.3),
    "timeout": Toxic(name="timeout"),
    "reset_peer": Toxic(name="reset_peer", seconds=0.01),
    "slicer": Toxic(name="slicer", size=200, seconds=0.001),
    "limit_data": Toxic(name="limit_data", size=40),
}
OUTAGES = frozenset({"down", "timeout", "reset_peer", "limit_data"})
"""Faults through which nothing comes; through the others it comes later, or in pieces."""
PATIENCE = 2.0
"""Seconds that a hand waits here for an answer, where it is twenty to sixty in earnest."""


@dataclass(slots=True, kw_only=True)
class Weathered(World):
    """The world, and its wires by name."""

    wires: Mapping[str, FaultProxy]
    model: ModelServer

    def side(self, wire: str) -> Any:
        """What the product thinks of the other side of a wire."""
        hands = self.companion.hands
        sides = {
            "graph": self.companion.graph, "teams": hands.messenger, "web": hands.desk, "model": self.companion.endpoint,
            "database": self.companion.database,
        }  # fmt: skip
        return sides[wire].side  # type: ignore[union-attr]

    async def becomes(self, wire: str, *, away: bool) -> None:
        """Wait until the product has noticed."""

        async def has_noticed() -> bool:
            return self.side(wire).is_away is away

        await self.wait_for(has_noticed)

    async def add(self, subject: str, start_at: datetime, client: str, person: Person = MIA) -> str:
        """A new meeting in somebody's calendar; its id there."""
        event = {"subject": subject, "start": start_at.isoformat(), "attendees": [client], "organizer": None}
        made = await self.control("add", event={key: value for key, value in event.items() if value}, person=person.id)
        return str(made["id"])

    async def rows(self, sql: str, *args: Any) -> list[Any]:
        """Rows of the database, past every wall."""
        found = await self.companion.database.pool.fetch(sql, *args)
        return list(found)


def told(logs: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """The warnings about other sides: the event and the side."""
    return [(one["event"], one["side"]) for one in logs if one["event"].startswith("side_")]


def sites_in(folder: Path, hosts: Sequence[str]) -> Path:
    """A folder of web sites, each with a home page that says who they are."""
    for host in hosts:
        name = host.partition(".")[0].title()
        (folder / host).mkdir(parents=True)
        said = f"{name} builds pumps for bakeries in Lisbon. {name} was founded in 1999 and has two plants."
        page = f"<html lang=en><head><title>{name}</title></head><body><h1>{name}</h1><p>{said}</p></body></html>"
        (folder / host / "index.html").write_text(page, encoding="utf-8")
    return folder


@asynccontextmanager
async def weathered(
    url: str,
    folder: Path,
    *events: str,
    people: Sequence[Person] = (),
    hosts: Sequence[str] = (),
    with_model: bool = False,
    within: float | None = PATIENCE,
    **settings: Any,
) -> AsyncIterator[Weathered]:
    """Bring everything up, with the bot installed for Mia and for each of `people`.

    `url`: of the database. `within`: seconds that each hand waits; None: as long as in earnest.
    """
    file = folder / "mia.ics"
    file.write_bytes(calendar(*events))
    clock = Clock()
    clock.start_at(NOON)
    sites = sites_in(folder / "sites", hosts) if hosts else None
    tenant = LocalTenant(calendars=[file], me=MIA, people=people, clock=clock, sites=sites)
    async with AsyncExitStack() as stack:
        await tenant.start()
        stack.push_async_callback(tenant.stop)
        model = await stack.enter_async_context(model_server())
        targets = {"graph": _port(tenant.url), "teams": _port(tenant.url), "model": _port(model.base_url)}
        if tenant.sites:
            targets["web"] = next(iter(tenant.sites.hosts.values()))
        wires = {name: await stack.enter_async_context(proxied(target)) for name, target in targets.items()}
        tenant.connector_url = wires["teams"].url
        port = free_port(0)
        door = f"http://127.0.0.1:{port}"
        local = LocalSide(
            tenant_url=wires["graph"].url, connector_url=wires["teams"].url, client_id=tenant.app_id, door_url=door,
            within=within, model_url=f"{wires['model'].url}/v1" if with_model else "",
        )  # fmt: skip
        if tenant.sites:
            local = replace(local, sites=dict.fromkeys(tenant.sites.hosts, wires["web"].address))
        await app.bring_up_to_date(url)
        made = await stack.enter_async_context(
            app.companion(
                Settings(coalesce_seconds=0.1, daily_messages=50, first_week=False, **settings), url, local, clock=clock
            )
        )
        await stack.enter_async_context(doors(made.routes(), "127.0.0.1", port, is_local=True))
        session = await stack.enter_async_context(aiohttp.ClientSession())
        await jobs.set_clock(made.database, clock.ahead)
        here = Weathered(
            tenant=tenant, companion=made, session=session, door=door, file=file, stop=asyncio.Event(),
            worker=asyncio.create_task(asyncio.sleep(0)), wires=wires, model=model,
        )  # fmt: skip
        await here.start_worker()
        await here.control("bot", url=f"{door}/api/messages")
        for person in (MIA, *people):
            await here.install(person)
        yield here
        assert not here.worker.done(), "the worker ended by itself"
        here.stop.set()
        await asyncio.wait_for(here.worker, 20)


def _port(url: str) -> tuple[str, int]:
    return "127.0.0.1", int(url.split(":")[2].partition("/")[0])
