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
import statistics
import sys
import tempfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import asyncpg
from aiohttp import web
from figures import report

from sidecar import jobs
from sidecar.doors import doors
from sidecar.flows.watching.take_notices import Inbox
from sidecar.settings import Settings
from sidecar.store.database import Database, migrate
from sidecar.store.embedded import EmbeddedServer
from sidecar.web import graph_door
from sidecar.wiring import Clock, hands_of
from tests.faults.notice_load import load, people, stored

ROUNDS = 3
A_ROUND = 6.0
"""Seconds of each round of each side, alternating."""


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
