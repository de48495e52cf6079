"""A second worker on a second machine: two network namespaces, one PostgreSQL, the connector 50 ms away.

`bench_machines.py [tenants] [people of each]`. Needs root on Linux, for the namespaces. The connector, a process of its own,
counts what breaks the limits of Teams. PostgreSQL is reached over the cables by the kernel's routes alone: with a relay of ours
in between one machine sent 125 cards a second in place of 156. A local other side has to be on loopback, so the one connector
listens on that of each machine.
"""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import asyncpg
from burst_stage import arm, stage
from figures import report

from sidecar import app
from sidecar.doors import free_port
from sidecar.flows.watching.sweep import EVERY
from tests.conftest import until
from tests.faults.cluster import Cluster
from tests.faults.machines import machine, shared_address, why_not
from tests.faults.programs import Spec

TENANTS, PEOPLE, ROUNDS = 60, 25, 5
"""Each round with one machine and with two, in turn the one or the other first: a shared host is faster in one minute than in
the next."""
FAR = 0.05
"""Seconds to the connector."""
ROUND_TAKES = 60.0
"""Seconds, at most, from staging to the last card."""
READY_IN = 12.0
"""Seconds until the cards fall due: staging them, and starting the workers, takes some."""
CLIENT_ID = "11111111-1111-4111-8111-111111111111"


def ask(url: str) -> Any:
    with urllib.request.urlopen(url) as answer:  # noqa: S310  # loopback
        return json.load(answer)


def listen_there(base: str, machine: str) -> None:
    """Have the connector listen on that machine too."""
    with urllib.request.urlopen(urllib.request.Request(f"{base}/listen/{machine}", method="PUT")):  # noqa: S310  # loopback
        pass


def far_connector() -> tuple[subprocess.Popen[str], int]:
    """The connector, and its port."""
    command = [sys.executable, str(Path(__file__).parent / "thin_connector.py"), str(FAR)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, int(process.stdout.readline())


async def all_came(base: str, cards: int) -> bool:
    """Whether something came in as many conversations as there are cards. Asked seldom: the asking has a cost too."""
    await asyncio.sleep(1)
    return bool((await asyncio.to_thread(ask, f"{base}/count"))["chats"] >= cards)


async def clear_of_sweeps() -> None:
    """Return when no sweep falls into the next round: it looks at everybody at once, which is no card's cost."""
    left = -time.time() % EVERY.total_seconds()
    if left < ROUND_TAKES:
        print(f"        a sweep comes in {left:.0f} s: waiting until it is over", flush=True)
        await asyncio.sleep(left + 1)


def working(log: Path) -> int:
    """How many workers have begun to work."""
    return log.read_text().count('"working"') if log.exists() else 0


async def all_work(log: Path, workers: int) -> bool:
    """Whether so many are there."""
    return await asyncio.to_thread(working, log) >= workers


async def rate(cluster: Cluster, number: int, machines: int, tenants: int, people: int) -> tuple[float, Counter[str], int]:
    """Cards a second with so many machines, what broke a limit, and how many came twice."""
    await clear_of_sweeps()
    admin = await asyncpg.connect(cluster.url("postgres"))
    await admin.execute(f"CREATE DATABASE round_{number}")
    await admin.close()
    await app.bring_up_to_date(cluster.url(f"round_{number}"))
    connector, port = far_connector()
    base = f"http://127.0.0.1:{port}"
    try:
        burst = await stage(cluster.url(f"round_{number}"), f"{base}/connector/", tenants, people, in_seconds=READY_IN)
        await arm(cluster.url(f"round_{number}"), burst.wakes)
        async with AsyncExitStack() as stack:
            made = [await stack.enter_async_context(machine(route_to=cluster.host)) for _ in range(machines)]
            for one in made:
                await asyncio.to_thread(listen_there, base, one.name)
            url = cluster.url(f"round_{number}", over_tcp=True)
            log = cluster.folder / f"round_{number}.log"
            spec = Spec(what="worker", url=url, tenant_url=base, client_id=CLIENT_ID, door_url="", log=str(log))
            programs = [one.begin(spec) for one in made]
            await until(lambda: all_work(log, machines), 60)
            if datetime.now(UTC) > burst.due_at:
                print("        the machine is too busy to measure: the cards were due before the workers were there", flush=True)
            await until(lambda: all_came(base, len(burst.wakes)), 180)
            for program in programs:
                program.send_signal(signal.SIGTERM)
                await asyncio.to_thread(program.wait, 30)
        got = ask(f"{base}/all")
        times = sorted(one[0] for one in got)
        middle = times[len(times) // 20 : -len(times) // 20]
        twice = len(got) - len({(chat, summary) for _, chat, summary in got})
        return len(middle) / (middle[-1] - middle[0]), Counter(ask(f"{base}/count")["violations"]), twice
    finally:
        connector.kill()
        connector.wait()


async def rounds(tenants: int, people: int) -> tuple[list[float], int, Counter[str]]:
    """Rounds with one and with two machines, alternating: how much more two send, what came twice, what broke a limit."""
    ratios, twice, violations = [], 0, Counter[str]()
    async with shared_address() as address:
        cluster = Cluster(host=address, port=free_port(0))
        try:
            await asyncio.to_thread(cluster.start)
            for number in range(ROUNDS):
                rates: dict[int, float] = {}
                for machines in (1, 2) if number % 2 == 0 else (2, 1):
                    rates[machines], broke, again = await rate(cluster, 2 * number + machines, machines, tenants, people)
                    twice, violations = twice + again, violations + broke
                print(f"        {tenants * people} cards: {rates[1]:.0f}/s on one machine, {rates[2]:.0f}/s on two", flush=True)
                ratios.append(rates[2] / rates[1])
        finally:
            await asyncio.to_thread(cluster.remove)
    return ratios, twice, violations


def main(asked: Sequence[str]) -> None:
    """Measure, and say what was kept."""
    if why := why_not():
        print(f"        not measured: {why}")
        return
    tenants, people = (int(asked[0]), int(asked[1])) if asked[1:] else (TENANTS, PEOPLE)
    ratios, twice, violations = asyncio.run(rounds(tenants, people))
    report("cards that came twice", [twice], "cards", at_most=0)
    report("messages beyond a limit of Teams", [violations.total()], "messages", at_most=0)
    report("a second worker on a second machine, the connector 50 ms away", ratios, "x", at_least=1.3)


if __name__ == "__main__":
    main(sys.argv[1:])
