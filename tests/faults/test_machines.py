"""Two workers on two machines, each in a network namespace of its own, share one PostgreSQL: nothing is doubled, limits hold."""

from __future__ import annotations

import asyncio
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sidecar.doors import free_port
from sidecar.tenant import Person
from tests.conftest import until
from tests.faults.cluster import Cluster
from tests.faults.machines import Machine, machine, why_not
from tests.faults.moments import stage_cards
from tests.faults.stage import NOON, Stage, stage

REASON = why_not()
pytestmark = pytest.mark.skipif(bool(REASON), reason=REASON or "never")
CARDS = 40
IN_A_SECOND = 30
"""Messages that Teams takes from a bot in one tenant."""
FAR = 0.05
"""Seconds to the connector."""
TOOK_PART = 100_000
"""Bytes over the cable of a machine that took part; one that only waits sends a fifth of it meanwhile."""


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    made = Cluster(host="127.0.0.1", port=free_port(0))
    made.start()
    yield made
    made.remove()


async def test_workers_on_two_machines_double_no_card_and_keep_the_limits_together(cluster: Cluster) -> None:
    people = [Person(address=f"p{number}@fabrikam.com", name=f"Person {number}") for number in range(CARDS)]
    async with AsyncExitStack() as stack:
        here = await stack.enter_async_context(stage(cluster.url("postgres"), people, NOON - timedelta(minutes=3)))
        await stage_cards(here, people, timedelta())
        await here.control("weather", path_prefix="/connector/", slow_seconds=FAR)
        reach = (("127.0.0.1", cluster.port), ("127.0.0.1", int(here.tenant.url.rpartition(":")[2])))
        machines = [await stack.enter_async_context(machine(*reach)) for _ in range(2)]
        here.url = cluster.url("postgres", over_tcp=True)
        programs = [one.begin(here.spec("worker", one.name)) for one in machines]
        await until(lambda: _all_work(here, machines), 60)
        before = [_traffic(one) for one in machines]
        await here.travel_to(NOON)
        await until(lambda: _all_said(here), 60)
        await here.settle()
        assert await here.said() == Counter({f"n{number}x0": 1 for number in range(CARDS)})
        assert all(_traffic(one) - was > TOOK_PART for one, was in zip(machines, before, strict=True))
        _kept_the_limits(await here.look("log"))
        for program in programs:
            program.send_signal(signal.SIGTERM)
        assert [await asyncio.to_thread(program.wait, 30) for program in programs] == [0, 0]


async def _all_work(here: Stage, machines: list[Machine]) -> bool:
    logs = [here.folder / f"{one.name}.log" for one in machines]
    return all(log.exists() and '"working"' in log.read_text() for log in logs)


async def _all_said(here: Stage) -> bool:
    return len(await here.said()) == CARDS


def _traffic(one: Machine) -> int:
    """Bytes that came from that machine."""
    return int(Path(f"/sys/class/net/{one.cable}/statistics/rx_bytes").read_text())


def _kept_the_limits(log: list[Any]) -> None:
    sent = [one for one in log if one["method"] == "POST" and one["path"].endswith("/activities")]
    assert [one for one in sent if one["status"] == 429] == []
    times = sorted(datetime.fromisoformat(one["at"]) for one in sent)
    assert len(times) >= CARDS
    most = max(sum(at <= other < at + timedelta(seconds=1) for other in times) for at in times)
    assert most <= IN_A_SECOND
