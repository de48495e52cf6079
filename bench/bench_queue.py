"""The queue alone: ten thousand wakes due at one instant beside a raw SKIP LOCKED loop, and a restart before a full queue.

`bench_queue.py` measures the first, `bench_queue.py restart` the second: a worker's process is started before 100,000 wakes
that wait and one that is due, and timed until it has taken that one.
"""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg
import structlog
from cpu_used import of_postgres, of_this
from figures import report

from sidecar import jobs
from sidecar.app import bring_up_to_date
from sidecar.domain.meetings.wake import Wake
from sidecar.store.database import Database
from sidecar.store.embedded import EmbeddedServer

DUE = 10_000
PENDING = 50_000
TENANTS = 200
RUNS = 3
PENDING_AT_RESTART = 100_000
AT_ONCE = 50
"""So many the raw loop takes in one statement, as workers of this kind usually do."""
RAW_TAKE = """
UPDATE raw.job SET status = 'picked', heartbeat = now() WHERE id IN (
    SELECT id FROM raw.job WHERE status = 'queued' AND execute_after <= now() ORDER BY priority DESC, id LIMIT $1
    FOR UPDATE SKIP LOCKED) RETURNING id, payload
"""
RAW_FILL = """
INSERT INTO raw.job (priority, kind, payload, execute_after)
SELECT 100, 'moment', '{}', now() + $2::interval FROM generate_series(1, $1)
"""
RAW = """
CREATE SCHEMA IF NOT EXISTS raw;
CREATE TABLE IF NOT EXISTS raw.job (id bigserial PRIMARY KEY, priority int NOT NULL, kind text NOT NULL, payload bytea,
    status text NOT NULL DEFAULT 'queued', execute_after timestamptz NOT NULL, heartbeat timestamptz);
CREATE INDEX IF NOT EXISTS job_due ON raw.job (execute_after) WHERE status = 'queued';
"""


@asynccontextmanager
async def filled_database() -> AsyncIterator[tuple[str, Path]]:
    """A migrated database of its own; its address and where its data lie."""
    with tempfile.TemporaryDirectory(prefix="bench-queue-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        await asyncio.to_thread(folder.chmod, 0o711)
        server = EmbeddedServer(folder / "database")
        url = await asyncio.to_thread(server.start)
        try:
            await bring_up_to_date(url)
            yield url, folder / "database"
        finally:
            await asyncio.to_thread(server.stop)


def wake(number: int, run: int, due_at: datetime) -> Wake:
    """One moment of somebody of one of many tenants."""
    tenant, person = f"tenant-{number % TENANTS}", f"person-{number}"
    what = {"tenant": tenant, "person": person, "meeting": "m", "moment": "pre_call_card", "due": due_at.isoformat()}
    return Wake(kind="moment", key=f"moment:{tenant}:{person}:m:{run}", what=what, due_at=due_at)


async def fill(database: Database, count: int, run: int, due_at: datetime) -> None:
    """Store so many wakes."""
    engine = jobs.Jobs(lambda: datetime.now(UTC))
    for start in range(0, count, 2000):
        async with database.directory() as session:
            await engine.arm(session, [wake(number, run, due_at) for number in range(start, min(start + 2000, count))])


async def ours(database: Database, run: int, data: Path) -> tuple[float, float]:
    """Wakes a second, and milliseconds of processor time for each, with a body that does nothing."""
    await fill(database, DUE, run, datetime.now(UTC) - timedelta(seconds=1))
    await database.pool.execute("VACUUM ANALYZE queue.pgqueuer")
    stop, done = asyncio.Event(), 0

    async def body(what: Mapping[str, str]) -> None:
        nonlocal done
        done += 1
        if done == DUE:
            stop.set()

    began, used = time.perf_counter(), of_this() + of_postgres(data)
    await jobs.work(database, {"moment": body}, stop=stop)
    return DUE / (time.perf_counter() - began), (of_this() + of_postgres(data) - used) / DUE * 1000


async def raw(url: str, data: Path) -> tuple[float, float]:
    """The same of a bare loop: take a batch, do nothing, write it off."""
    connection = await asyncpg.connect(url)
    await connection.execute(RAW_FILL, DUE, timedelta())
    await connection.execute("VACUUM ANALYZE raw.job")
    began, used, done = time.perf_counter(), of_this() + of_postgres(data), 0
    while rows := await connection.fetch(RAW_TAKE, AT_ONCE):
        done += len(rows)
        await connection.execute("DELETE FROM raw.job WHERE id = ANY($1::bigint[])", [row["id"] for row in rows])
    took, used = time.perf_counter() - began, of_this() + of_postgres(data) - used
    await connection.close()
    assert done == DUE
    return DUE / took, used / DUE * 1000


async def burst() -> None:
    """Alternating, in one database, each beside so many wakes that are not due."""
    async with filled_database() as (url, data):
        database = await Database.open(url)
        await fill(database, PENDING, 0, datetime.now(UTC) + timedelta(days=1))
        await database.pool.execute(RAW)
        await database.pool.execute(RAW_FILL, PENDING, timedelta(days=1))
        pairs = [(await ours(database, run + 1, data), await raw(url, data)) for run in range(RUNS)]
        await database.close()
    for (rate, cpu), (raw_rate, raw_cpu) in pairs:
        print(
            f"        ours {rate:.0f}/s, {cpu:.2f} ms of processor each; raw loop {raw_rate:.0f}/s, {raw_cpu:.2f} ms", flush=True
        )
    what = f"{DUE} wakes due at once beside {PENDING} pending"
    report(f"{what}, of a raw loop's rate", [one[0] / other[0] for one, other in pairs], "x", at_least=0.25)


WORKER = """
import asyncio, sys, structlog, logging
structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
from sidecar import jobs
from sidecar.store.database import Database
async def main():
    database, stop = await Database.open(sys.argv[1]), asyncio.Event()
    async def body(what):
        print("taken", flush=True)
        stop.set()
    await jobs.work(database, {"moment": body}, stop=stop)
    await database.close()
asyncio.run(main())
"""


async def restart() -> None:
    """From the start of a worker's process until it has taken the one wake that is due."""
    found = []
    async with filled_database() as (url, _):
        database = await Database.open(url, most=2)
        await fill(database, PENDING_AT_RESTART, 0, datetime.now(UTC) + timedelta(days=1))
        for run in range(RUNS):
            await fill(database, 1, run + 1, datetime.now(UTC) - timedelta(seconds=1))
            began = time.perf_counter()
            process = await asyncio.create_subprocess_exec(sys.executable, "-c", WORKER, url, stdout=subprocess.PIPE)
            assert process.stdout is not None
            assert await process.stdout.readline() == b"taken\n"
            found.append(time.perf_counter() - began)
            await process.wait()
        await database.close()
    report(f"ready after a restart before {PENDING_AT_RESTART} pending wakes", found, "s", at_most=5)


if __name__ == "__main__":
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    asyncio.run(restart() if sys.argv[1:] == ["restart"] else burst())
