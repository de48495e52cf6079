"""The wire to the database: whatever becomes of it, what was stored is carried out once it is back, without a restart."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from sidecar import jobs
from sidecar.domain.meetings.meeting import TenantId
from sidecar.domain.meetings.wake import Wake
from sidecar.store.database import Database, migrate
from tests.conftest import until
from tests.faults.cluster import Cluster
from tests.faults.proxy import FAULTS, FaultProxy
from tests.faults.weather_world import OUTAGES, TOXICS, Weathered, told, weathered
from tests.flows.conftest import NOON, event
from tests.web.panel_caller import panel_of
from tests.web.test_panel_streams import next_event

ONE = TenantId("tenant-one")
POLL = timedelta(seconds=0.25)
LISTENING = "SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()"
PATIENCE = 1.0
"""Seconds for one statement here, where it is thirty in earnest."""


@dataclass(slots=True, kw_only=True)
class Working:
    """A worker on a database behind a proxy, and what its one handler did."""

    database: Database
    proxy: FaultProxy
    done: list[str] = field(default_factory=list)
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    may_end: asyncio.Event = field(default_factory=asyncio.Event)
    begun: int = 0

    async def handle(self, what: Mapping[str, str]) -> None:
        self.begun += 1
        if what["key"] == "under way":
            await self.may_end.wait()
        async with self.database.transaction(ONE) as session:
            await session.rows("people", ONE)
        self.done.append(what["key"])

    async def arm(self, key: str) -> None:
        async with self.database.transaction(ONE) as session:
            await jobs.Jobs(lambda: datetime.now(UTC)).arm(session, [Wake(kind="read", key=key)])

    async def comes(self, key: str) -> None:
        async def is_done() -> bool:
            return key in self.done

        await until(is_done)


@asynccontextmanager
async def working(address: str, proxy: FaultProxy, *, poll: timedelta = POLL) -> AsyncIterator[Working]:
    await migrate(address)
    await jobs.prepare(address)
    here = Working(database=await Database.open(address, within=PATIENCE), proxy=proxy)
    worker = asyncio.create_task(jobs.work(here.database, {"read": here.handle}, stop=here.stop, poll=poll))
    yield here
    assert here.stop.is_set() or not worker.done(), "the worker ended by itself"
    here.stop.set()
    await asyncio.wait_for(worker, 20)
    await here.database.close()


async def test_a_worker_lives_through_every_weather_and_each_outage_is_told_once(spoiled: tuple[str, FaultProxy]) -> None:
    async with working(*spoiled) as here:
        await here.arm("fair")
        await here.comes("fair")
        for fault in FAULTS:
            with capture_logs() as logs:
                await here.proxy.fail(TOXICS[fault])
                if fault in OUTAGES:
                    await until(lambda: _is(here, is_away=True))
                else:
                    await here.arm(fault)
                    await here.comes(fault)
                await here.proxy.clear()
                await until(lambda: _is(here, is_away=False))
                await here.arm(f"after {fault}")
                await here.comes(f"after {fault}")
            assert told(logs) == ([("side_away", "database"), ("side_back", "database")] if fault in OUTAGES else []), fault
        assert await jobs.parked(here.database) == []


async def _is(here: Working, *, is_away: bool) -> bool:
    return here.database.side.is_away is is_away


async def test_a_wake_that_is_under_way_when_the_database_goes_is_carried_out_and_not_parked(
    spoiled: tuple[str, FaultProxy],
) -> None:
    async with working(*spoiled) as here:
        await here.arm("under way")
        await until(lambda: _has_begun(here))
        await here.proxy.fail(TOXICS["down"])
        here.may_end.set()
        await until(lambda: _is(here, is_away=True))
        await here.proxy.clear()
        await here.comes("under way")

        async def is_idle() -> bool:
            return await jobs.waiting(here.database) == 0

        await until(is_idle)
        assert await jobs.parked(here.database) == [] and here.begun <= 3


async def test_a_worker_whose_ear_alone_was_cut_off_hears_again(spoiled: tuple[str, FaultProxy]) -> None:
    async with working(*spoiled, poll=timedelta(minutes=10)) as here:
        await here.arm("fair")
        await here.comes("fair")
        cut = [row["pid"] for row in await here.database.pool.fetch(LISTENING)]
        assert len(cut) == 1
        await here.database.pool.execute("SELECT pg_terminate_backend($1)", cut[0])

        async def listens_again() -> bool:
            rows = await here.database.pool.fetch(LISTENING)
            return bool(rows) and rows[0]["pid"] != cut[0]

        await until(listens_again)
        await here.arm("heard")
        await here.comes("heard")


async def test_a_worker_that_is_told_to_stop_while_the_database_is_away_stops(spoiled: tuple[str, FaultProxy]) -> None:
    async with working(*spoiled) as here:
        await here.arm("fair")
        await here.comes("fair")
        await here.proxy.fail(TOXICS["down"])
        await until(lambda: _is(here, is_away=True))


async def test_a_wake_that_a_stop_meets_while_the_database_is_away_is_left_to_others_and_not_parked(
    spoiled: tuple[str, FaultProxy],
) -> None:
    async with working(*spoiled) as here:
        await here.arm("under way")
        await until(lambda: _has_begun(here))
        with capture_logs() as logs:
            await here.proxy.fail(TOXICS["down"])
            here.stop.set()
            here.may_end.set()

            async def is_left() -> bool:
                return any(one["event"] == "wake_left_to_others" for one in logs)

            await until(is_left)
            await here.proxy.clear()
    again = await Database.open(spoiled[0])
    assert await jobs.parked(again) == [] and await jobs.waiting(again) == 1
    await again.close()


async def _has_begun(here: Working) -> bool:
    return bool(here.begun)


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    made = Cluster()
    made.start()
    yield made
    made.remove()


async def test_doors_worker_and_panels_live_through_a_database_that_crashes_and_is_started_again(
    cluster: Cluster, tmp_path: Path
) -> None:
    base = event("base", NOON + timedelta(hours=30))
    async with (
        weathered(cluster.url("postgres"), tmp_path, base) as here,
        panel_of(here).stream() as panel,
    ):
        assert await next_event(panel) == "changed"
        with capture_logs() as logs:
            await asyncio.to_thread(cluster.stop, "immediate")
            await until(lambda: _sees_an_outage(here))
            assert await notified(here) >= 500, "so that Graph sends it again"
            assert (await status_of(here, "healthz"), await status_of(here, "readyz")) == (200, 503)
            await asyncio.to_thread(cluster.start)
            await here.becomes("database", away=False)
        assert told(logs) == [("side_away", "database"), ("side_back", "database")]
        assert await next_event(panel, 30) == "changed", "whoever was open looks again"
        assert await notified(here) == 202
        await here.add("After the crash", here.companion.clock() + timedelta(minutes=20), "ann@tailspintoys.com")

        async def has_come() -> bool:
            return len(await here.cards()) == 1

        await here.wait_for(has_come)
        assert await next_event(panel, 30) == "changed", "and hears of what happens from then on"
        assert await jobs.parked(here.companion.database) == []


async def _sees_an_outage(here: Weathered) -> bool:
    await status_of(here, "readyz")
    return bool(here.side("database").is_away)


async def notified(here: Weathered) -> int:
    """What the door answers to a notice of Graph's."""
    (one,) = await here.look("subscriptions")
    item = {"subscriptionId": one["id"], "tenantId": here.tenant.tenant_id, "clientState": "guessed", "changeType": "updated"}
    async with here.session.post(f"{here.door}/graph/notify", json={"value": [{**item, "resource": "x"}]}) as answer:
        return answer.status


async def status_of(here: Weathered, path: str) -> int:
    async with here.session.get(f"{here.door}/{path}") as answer:
        return answer.status
