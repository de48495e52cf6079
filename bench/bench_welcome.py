"""Thousands get the app within a minute: everybody is welcomed once, within the set hours, and no limit of Teams is broken.

Doors and two workers of the product, PostgreSQL, and another side that counts every message by the product's clock, which travels
through the hours in steps of half a minute. `bench_welcome.py [people] [tenants] [hours]`.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg
import structlog
from figures import report

from sidecar import app, jobs
from sidecar.doors import doors, free_port
from sidecar.settings import Settings
from sidecar.store.embedded import EmbeddedServer
from sidecar.wiring import Clock, LocalSide
from sidecar.words import Words

PEOPLE, TENANTS, HOURS, WORKERS = 5000, 5, 4.0, 2
CLIENT_ID = "11111111-1111-4111-8111-111111111111"
MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
"""Nine o'clock in Berlin, where everybody works."""
WITHIN = 60.0
"""Seconds of the roll-out."""
STEP = timedelta(seconds=30)
AT_ONCE = 24
WELCOME = Words("en").say("bot-welcome-summary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a roll-out came to. Seconds of the product's clock from the roll-out's begin."""

    took: float
    welcomed: list[float]
    again: int
    others: int
    broken: dict[str, int]
    unknown: dict[str, int]


def started(*arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), str(Path.cwd())])}
    return subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True, env=environment)


def activity(number: int, tenants: int, there: str) -> dict[str, Any]:
    """An installation as Teams tells it of one person, who is told apart by a number."""
    tenant = number % tenants
    person = f"00000000-0000-4001-8{tenant:03}-{number:012}"
    return {
        "type": "installationUpdate", "action": "add", "id": f"f:{number}", "channelId": "msteams",
        "serviceUrl": f"{there}/connector/", "from": {"id": f"29:{person}", "name": f"P {number}", "aadObjectId": person},
        "conversation": {"conversationType": "personal", "tenantId": _tenant(tenant), "id": f"a:{tenant}-{number}"},
        "recipient": {"id": f"28:{CLIENT_ID}", "name": "Client Companion"},
        "channelData": {"tenant": {"id": _tenant(tenant)}}, "locale": "en-GB",
    }  # fmt: skip


def _tenant(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


async def roll_out(people: int, tenants: int, hours: float, folder: Path) -> Outcome:
    """Install it for everybody, then let the hours pass until everybody was welcomed, or half an hour beyond them."""
    server = EmbeddedServer(folder / "database")
    url = await asyncio.to_thread(server.start)
    other = started(str(Path(__file__).with_name("thin_newcomers.py")), CLIENT_ID)
    assert other.stdout is not None
    said = json.loads(other.stdout.readline())
    there = f"http://127.0.0.1:{said['port']}"
    door = f"http://127.0.0.1:{free_port(0)}"
    workers: list[subprocess.Popen[str]] = []
    try:
        await app.bring_up_to_date(url)
        clock = Clock()
        clock.start_at(MONDAY)
        local = LocalSide(tenant_url=there, client_id=CLIENT_ID, door_url=door)
        settings = Settings(_env_file=None, welcome_within_hours=hours)  # type: ignore[call-arg]
        async with (
            app.companion(settings, url, local, clock=clock) as made,
            doors(made.routes(), "127.0.0.1", int(door.rpartition(":")[2]), is_local=True),
            aiohttp.ClientSession() as session,
        ):
            await jobs.set_clock(made.database, clock.ahead)
            await _tell(session, there, clock)
            workers += [started(__file__, "worker", url, there, door, str(hours)) for _ in range(WORKERS)]
            began_at = clock()
            took = await _install(session, door, said["token"], [activity(one, tenants, there) for one in range(people)])
            await _pass(session, made, there, people, began_at + timedelta(hours=hours + 0.5))
            async with session.get(f"{there}/all") as answer:
                got = await answer.json()
            async with session.get(f"{there}/count") as answer:
                broken = (await answer.json())["violations"]
            async with session.get(f"{there}/unknown") as answer:
                unknown = await answer.json()
        welcomes = [(at, chat) for at, chat, summary in got if summary == WELCOME]
        first = dict(reversed([(chat, at) for at, chat in welcomes]))
        return Outcome(
            took=took, welcomed=sorted(at - began_at.timestamp() for at in first.values()), again=len(welcomes) - len(first),
            others=len(got) - len(welcomes), broken=broken, unknown=unknown,
        )  # fmt: skip
    finally:
        for process in (*workers, other):
            process.terminate()
        for process in (*workers, other):
            process.wait(30)
        await asyncio.to_thread(server.stop)


async def _install(session: aiohttp.ClientSession, door: str, token: str, activities: list[dict[str, Any]]) -> float:
    """Tell the bot of everybody, evenly over a minute; the seconds that it really took until all were answered."""
    began, turns = time.perf_counter(), iter(enumerate(activities))

    async def some() -> None:
        for place, one in turns:
            await asyncio.sleep(max(0.0, began + place * WITHIN * 0.95 / len(activities) - time.perf_counter()))
            async with session.post(f"{door}/api/messages", json=one, headers={"Authorization": f"Bearer {token}"}) as answer:
                assert answer.status == 202, await answer.text()

    await asyncio.gather(*(some() for _ in range(AT_ONCE)))
    return time.perf_counter() - began


async def _tell(session: aiohttp.ClientSession, there: str, clock: Clock) -> None:
    async with session.post(f"{there}/ahead", data=str(clock.ahead.total_seconds())) as answer:
        assert answer.status == 200


async def _pass(session: aiohttp.ClientSession, made: app.Companion, there: str, people: int, until_at: datetime) -> None:
    """Half a minute after the other; what fell due in each is done before the next."""
    for step in itertools.count():
        await _settle(made)
        if step % 20 == 0:
            async with session.get(f"{there}/all") as answer:
                told = Counter(summary for _, _, summary in await answer.json())
            print(f"        {made.clock():%H:%M}  welcomed {told[WELCOME]}", flush=True)
            if told[WELCOME] >= people:
                return
        if made.clock() >= until_at:
            return
        with contextlib.suppress(asyncpg.DeadlockDetectedError):  # all rows of the queue are moved beside working workers
            await jobs.travel(made.database, STEP)
        await made.database.pool.execute("VACUUM queue.pgqueuer")  # each step writes every row anew, which nobody's clock does
        await made.clock.follow(made.database)
        await _tell(session, there, made.clock)


async def _settle(made: app.Companion) -> None:
    while await jobs.waiting(made.database):  # noqa: ASYNC110  # other processes end it
        await asyncio.sleep(0.1)


async def be_worker(url: str, there: str, door: str, hours: str) -> None:
    """One worker of the product."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    settings = Settings(_env_file=None, welcome_within_hours=float(hours))  # type: ignore[call-arg]
    await app.worker(settings, LocalSide(tenant_url=there, client_id=CLIENT_ID, door_url=door), url)


def main(people: int, tenants: int, hours: float) -> None:
    """Measure, and say what was kept."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory(prefix="bench-welcome-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o711)
        found = asyncio.run(roll_out(people, tenants, hours, folder))
    late = found.welcomed
    print(
        f"        {found.others} sample cards beside them; Graph was asked what this side does not know: {found.unknown or '-'}"
    )
    report(f"{people} installations in {tenants} tenants taken within", [found.took], "s", at_most=WITHIN)
    report("limits of Teams broken", [sum(found.broken.values())], "times", at_most=0)
    report("people welcomed", [len(late)], "people", at_least=people)
    report("people welcomed twice", [found.again], "people", at_most=0)
    report("the last one welcomed after", [late[-1] / 3600], "h", at_most=hours + 0.02)
    halves = [late[int(len(late) * share)] / 3600 for share in (0.25, 0.5, 0.75)]
    print(f"        a quarter after {halves[0]:.2f} h, half after {halves[1]:.2f} h, three quarters after {halves[2]:.2f} h")


if __name__ == "__main__":
    if sys.argv[1:2] == ["worker"]:
        asyncio.run(be_worker(*sys.argv[2:6]))
    else:
        given = sys.argv[1:]
        main(
            int(given[0]) if given else PEOPLE,
            int(given[1]) if len(given) > 1 else TENANTS,
            float(given[2]) if len(given) > 2 else HOURS,
        )
