"""Notices: the rate of stored acknowledgements beside bare aiohttp with one insert, and how long an answer takes under a load.

    python bench/bench_notices.py              everything, in about two and a half minutes
    python bench/bench_notices.py rate         both rates only
    python bench/bench_notices.py steady 60    200 a second for so many seconds
    python bench/bench_notices.py burst 30     1,000 a second for so many seconds, and none lost

The load comes from a process of its own over raw sockets; doors, bare server and PostgreSQL share the machine with it.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import multiprocessing
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
from aiohttp import web
from figures import report

from sidecar import jobs
from sidecar.doors import doors
from sidecar.flows.watching.take_notices import Inbox, digest_of
from sidecar.settings import Settings
from sidecar.store.database import Database, migrate
from sidecar.store.embedded import EmbeddedServer
from sidecar.web import graph_door
from sidecar.wiring import Clock, hands_of

TENANTS, PEOPLE = 20, 2_000
CONNECTIONS = 32
ROUNDS = 3
A_ROUND = 6.0
"""Seconds of each round of each side, alternating."""
SECRET = "s" * 64


def body(index: int) -> bytes:
    """One notice of one person, as Graph sends it."""
    person = index % PEOPLE
    notice = {
        "subscriptionId": f"subscription-{person}", "tenantId": f"tenant-{person % TENANTS}", "clientState": SECRET,
        "subscriptionExpirationDateTime": "2026-11-28T12:00:00.0000000+00:00", "changeType": "updated", "id": f"n{index}",
        "resource": f"Users/{person}/Events/AAMk{index}",
        "resourceData": {
            "@odata.type": "#Microsoft.Graph.Event", "@odata.id": f"Users/{person}/Events/AAMk{index}",
            "@odata.etag": 'W/"abc"', "id": f"AAMk{index}",
        },
    }  # fmt: skip
    return json.dumps({"value": [notice]}).encode()


class Load:
    """Requests over kept connections: as fast as answers come, or so many a second whether they come or not."""

    def __init__(self, port: int, path: str) -> None:
        self._port, self._path = port, path
        self._sent = 0
        self.seconds: list[float] = []
        self.refused = 0

    async def _ask(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, since: float | None = None) -> None:
        payload = body(self._sent)
        self._sent += 1
        began = time.perf_counter() if since is None else since
        head = f"POST {self._path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(payload)}\r\n\r\n"
        writer.write(head.encode() + payload)
        answer = await reader.readuntil(b"\r\n\r\n")
        length = next((int(line[15:]) for line in answer.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
        await reader.readexactly(length)
        self.seconds.append(time.perf_counter() - began)
        self.refused += answer[9:10] != b"2"

    async def as_fast_as_answered(self, seconds: float) -> None:
        until = time.perf_counter() + seconds

        async def one() -> None:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            while time.perf_counter() < until:
                await self._ask(reader, writer)
            writer.close()

        await asyncio.gather(*(one() for _ in range(CONNECTIONS)))

    async def at(self, rate: int, seconds: float) -> None:
        """An answer's time counts from when its request was due, so that a stall is not hidden by requests that were not sent."""
        free: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
        for _ in range(CONNECTIONS * 4):
            free.put_nowait(await asyncio.open_connection("127.0.0.1", self._port))
        began, asking = time.perf_counter(), set()

        async def one(due: float) -> None:
            connection = await free.get()
            await self._ask(*connection, since=due)
            free.put_nowait(connection)

        for index in range(int(rate * seconds)):
            due = began + index / rate
            if (wait := due - time.perf_counter()) > 0:
                await asyncio.sleep(wait)
            task = asyncio.create_task(one(due))
            asking.add(task)
            task.add_done_callback(asking.discard)
        await asyncio.gather(*asking)
        while not free.empty():
            free.get_nowait()[1].close()


def _loading(port: int, path: str, how: str, seconds: float, rate: int, told: Any) -> None:
    load = Load(port, path)
    asyncio.run(load.at(rate, seconds) if how == "at" else load.as_fast_as_answered(seconds))
    told.send((load.seconds, load.refused))


async def load(port: int, path: str, seconds: float, rate: int = 0) -> tuple[list[float], int]:
    """The seconds that each answer took, and how many were refused."""
    spawned = multiprocessing.get_context("spawn")
    here, there = spawned.Pipe()
    process = spawned.Process(target=_loading, args=(port, path, "at" if rate else "fast", seconds, rate, there))
    process.start()
    found: tuple[list[float], int] = await asyncio.to_thread(here.recv)
    await asyncio.to_thread(process.join)
    return found


def bare(pool: asyncpg.Pool) -> web.Application:
    """What cannot be left out: read, parse, one committed insert, answer."""

    async def receive(request: web.Request) -> web.Response:
        notice = json.loads(await request.read())["value"][0]
        await pool.execute(
            "INSERT INTO bare (tenant_id, subscription_id, received_at) VALUES ($1, $2, $3)",
            notice["tenantId"], notice["subscriptionId"], datetime.now(UTC),
        )  # fmt: skip
        return web.Response(status=202)

    app = web.Application()
    app.router.add_post("/bare", receive)
    return app


async def people(database: Database) -> None:
    """Everybody who is watched, with a subscription each."""
    now, digest = datetime.now(UTC), digest_of(SECRET)
    for tenant in range(TENANTS):
        async with database.directory() as session:
            await session.run("add_tenant", f"tenant-{tenant}")
        async with database.transaction(f"tenant-{tenant}") as session:  # type: ignore[arg-type]  # an id
            for person in range(tenant, PEOPLE, TENANTS):
                await session.row("install_person", f"tenant-{tenant}", f"p{person}", {}, "P", "en", "UTC", now, None)
                args = (f"tenant-{tenant}", f"subscription-{person}", f"p{person}", digest, now, now + timedelta(days=7), None)
                await session.run("add_subscription", *args)


@contextlib.asynccontextmanager
async def both(url: str) -> AsyncIterator[tuple[int, int, Database]]:
    """The port of our doors and that of the bare server, on one database."""
    await migrate(url)
    await jobs.prepare(url)
    database = await Database.open(url)
    await people(database)
    await database.pool.execute(
        "CREATE TABLE bare (id bigserial PRIMARY KEY, tenant_id text, subscription_id text, received_at timestamptz)"
    )
    hands = hands_of(Settings(), database, Clock(), None, None, "")
    pool = await asyncpg.create_pool(url, min_size=1, max_size=10)
    runner = web.AppRunner(bare(pool), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with doors(graph_door.routes(Inbox(hands).take), "127.0.0.1", 0, is_local=True) as port:
        yield port, runner.addresses[0][1], database
    await runner.cleanup()
    await pool.close()
    await database.close()


async def stored(database: Database) -> int:
    return int(await database.pool.fetchval("SELECT count(*) FROM companion.notice"))


async def rate(ours: int, bare_port: int, database: Database) -> None:
    ratios = []
    await load(ours, "/graph/notify", 1)
    await load(bare_port, "/bare", 1)
    for _ in range(ROUNDS):
        of_bare, _ = await load(bare_port, "/bare", A_ROUND)
        before = await stored(database)
        of_ours, refused = await load(ours, "/graph/notify", A_ROUND)
        kept = await stored(database) - before
        assert kept >= len(of_ours) - refused, "acknowledged and not stored"
        ratios.append(len(of_ours) / len(of_bare))
        print(f"        stored acknowledgements per second: {len(of_ours) / A_ROUND:.0f}; bare: {len(of_bare) / A_ROUND:.0f}")
    report("stored acknowledgement of a notice, against bare aiohttp and one insert", ratios, "×", at_least=0.6)


async def under_load(ours: int, database: Database, each_second: int, seconds: float, *, p99: float, most: float) -> None:
    before = await stored(database)
    times, refused = await load(ours, "/graph/notify", seconds, each_second)
    kept, name = await stored(database) - before, f"{each_second:,} notices a second for {seconds:.0f} s"
    ordered = sorted(times)
    print(f"        {len(times):,} answers, median {statistics.median(times) * 1000:.1f} ms, {refused} refused, {kept:,} stored")
    report(f"{name}: not answered with 2xx", [refused], "notices", at_most=0)
    report(f"{name}: acknowledged and not stored", [len(times) - refused - kept], "notices", at_most=0)
    report(f"{name}: answer, p99", [ordered[int(len(ordered) * 0.99)] * 1000], "ms", at_most=p99)
    report(f"{name}: answer, longest", [ordered[-1] * 1000], "ms", at_most=most)


async def main(what: str, seconds: float) -> None:
    with tempfile.TemporaryDirectory(prefix="companion-bench-") as folder:
        Path(folder).chmod(0o711)  # noqa: ASYNC240  # once, before anything runs
        server = EmbeddedServer(Path(folder) / "database")
        try:
            async with both(await asyncio.to_thread(server.start)) as (ours, bare_port, database):
                if what in {"rate", ""}:
                    await rate(ours, bare_port, database)
                if what in {"steady", ""}:
                    await under_load(ours, database, 200, seconds or 60, p99=250, most=2_900)
                if what in {"burst", ""}:
                    await under_load(ours, database, 1_000, seconds or 30, p99=1_000, most=2_900)
        finally:
            await asyncio.to_thread(server.stop)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1] if len(sys.argv) > 1 else "", float(sys.argv[2]) if len(sys.argv) > 2 else 0))
