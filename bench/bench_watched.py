"""Five thousand watched people of 200 tenants on one machine: memory of a door and a worker, and what rest costs them.

The programs are `companion serve --no-worker` and `companion worker` as they stand, with nothing of Microsoft's in reach and
nothing to ask it. What rest costs is measured as processor time, PostgreSQL's own included: one whole sweep, divided by the ten
minutes between two of them; one that also lets go of old rows, divided by its hour; and a stretch in which nothing falls due.
Memory is the most that each ever held: of the door after a notice for everybody, of a worker that has sent a card to a thousand.

`bench_watched.py [tenants] [people of each] [seconds of the stretch]`
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import asyncpg
from bench_burst import CLIENT_ID, started
from burst_stage import arm, stage
from cpu_used import of_postgres, of_process
from figures import report

from sidecar import app
from sidecar.domain.meetings.wake import Wake
from sidecar.doors import free_port
from sidecar.flows.watching.sweep import EVERY
from sidecar.store.embedded import EmbeddedServer

TENANTS, PEOPLE, STRETCH = 200, 25, 30.0
CARDS_OF = 40
"""Tenants whose people each get a card, for the memory of a worker that works."""
SECRET = "s" * 64
LIVE_FOR = timedelta(days=3)
HOUR = timedelta(hours=1)
GIVE_UP_AFTER = 900.0
"""Seconds: it is processor time that is measured, and a busy machine may take long over it."""
HELD = """
INSERT INTO companion.subscription (tenant_id, subscription_id, person_id, client_state_hash, created_at, expires_at)
SELECT tenant_id, 's-' || person_id, person_id, $1, $2, $3 FROM companion.person
"""
HOW_MUCH = """
SELECT (SELECT count(*) FROM companion.meeting) AS meetings, sum(n_live_tup) AS rows, sum(pg_total_relation_size(relid)) AS bytes
FROM pg_stat_user_tables WHERE schemaname IN ('companion', 'queue')
"""
RAN = "SELECT entrypoint, count(*) FROM queue.pgqueuer_log WHERE status = 'picked' AND created >= $1 GROUP BY 1 ORDER BY 1"
UNDER_WAY = """
SELECT count(*) FROM queue.pgqueuer WHERE status = 'picked' OR (status = 'queued' AND execute_after <= statement_timestamp())
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Processor seconds."""

    programs: float
    database: float

    def __sub__(self, other: Spent) -> Spent:
        return Spent(programs=self.programs - other.programs, database=self.database - other.database)

    @property
    def all(self) -> float:
        return self.programs + self.database


def peak(process: subprocess.Popen[str]) -> float:
    """The most memory that a process and those it began ever held, in MB."""
    kilobytes = 0
    for pid in (process.pid, *_begun_by(process.pid)):
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
        kilobytes += next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    return kilobytes / 1024


def _begun_by(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()]


def companion(*arguments: str, url: str, port: int, metrics: int, folder: Path) -> subprocess.Popen[str]:
    """The program, with an identity that nobody has."""
    environment = {
        **os.environ,
        "COMPANION_DATABASE_URL": url, "COMPANION_TENANT_ID": CLIENT_ID, "COMPANION_CLIENT_ID": CLIENT_ID,
        "COMPANION_CLIENT_SECRET": "nobody's", "COMPANION_PUBLIC_URL": "https://companion.example.com",
        "COMPANION_PORT": str(port), "COMPANION_METRICS_PORT": str(metrics), "PYTHONPATH": str(Path.cwd()),
    }  # fmt: skip
    log = (folder / f"{arguments[-1].strip('-')}.log").open("w", encoding="utf-8")
    return subprocess.Popen([sys.executable, "-m", "sidecar", *arguments], stderr=log, text=True, env=environment, cwd=folder)


@asynccontextmanager
async def database(folder: Path) -> AsyncIterator[str]:
    """An empty database that is up to date."""
    server = EmbeddedServer(folder / "database")
    url = await asyncio.to_thread(server.start)
    try:
        await app.bring_up_to_date(url)
        yield url
    finally:
        await asyncio.to_thread(server.stop)


class Watched:
    """The people, the two programs, and the looks at them."""

    def __init__(self, url: str, folder: Path, connection: asyncpg.Connection) -> None:
        self._url, self._folder, self._line = url, folder, connection
        self.port = free_port(0)
        self.door = companion("serve", "--no-worker", url=url, port=self.port, metrics=free_port(0), folder=folder)
        _wait_for(f"http://127.0.0.1:{self.port}/healthz")
        self.worker = companion("worker", url=url, port=0, metrics=free_port(0), folder=folder)
        self._swept = 0

    def spent(self) -> Spent:
        """So far."""
        alive = [one.pid for one in (self.door, self.worker) if one.poll() is None]
        programs = sum(of_process(pid) for one in alive for pid in (one, *_begun_by(one)))
        return Spent(programs=programs, database=of_postgres(self._folder / "database"))

    async def sweep(self, *, lets_go: bool = False) -> Spent:
        """One whole sweep over all tenants, and what it took; `lets_go`: an hour after the last that let go of old rows."""
        if lets_go:
            await self._line.execute("DELETE FROM companion.pace WHERE name = 'tidy'")
        before = self.spent()
        self._swept += 1
        await arm(self._url, [Wake(kind="sweep", key=f"sweep:bench:{self._swept}")])
        deadline = time.monotonic() + GIVE_UP_AFTER
        while await self._line.fetchval(UNDER_WAY):
            assert time.monotonic() < deadline, "the sweep never ended"
            await asyncio.sleep(0.1)
        return self.spent() - before

    async def tidy(self) -> None:
        """What the first sweep wrote is vacuumed now, and not in the midst of what is measured."""
        await self._line.execute("VACUUM (ANALYZE)")

    async def clock(self) -> datetime:
        """The database's."""
        found: datetime = await self._line.fetchval("SELECT clock_timestamp()")
        return found

    async def ran_since(self, at: datetime) -> str:
        """Which wakes were taken."""
        rows = await self._line.fetch(RAN, at)
        return ", ".join(f"{row['count']} {row['entrypoint']}" for row in rows)

    async def notices(self, session: aiohttp.ClientSession) -> int:
        """A change in everybody's calendar; how many were acknowledged."""
        rows = await self._line.fetch("SELECT tenant_id, subscription_id FROM companion.subscription")
        taken = 0
        for begin in range(0, len(rows), 32):
            answers = await asyncio.gather(*(self._notify(session, row) for row in rows[begin : begin + 32]))
            taken += sum(status == 202 for status in answers)
        return taken

    async def _notify(self, session: aiohttp.ClientSession, row: asyncpg.Record) -> int:
        one = {"subscriptionId": row["subscription_id"], "tenantId": row["tenant_id"], "clientState": SECRET,
               "changeType": "updated", "resource": "Users/x/Events/y"}  # fmt: skip
        async with session.post(f"http://127.0.0.1:{self.port}/graph/notify", json={"value": [one]}) as answer:
            return answer.status

    def end(self, *programs: subprocess.Popen[str]) -> None:
        """SIGTERM, and wait."""
        for one in programs:
            one.terminate()
        for one in programs:
            one.wait(30)


def _wait_for(url: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url):  # noqa: S310  # loopback
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{url} never answered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was measured. Memory in MB."""

    first: Spent
    usual: Spent
    lets_go: Spent
    still: Spent
    seconds: float
    noticed: Spent
    idle_worker: float
    door: float

    def share(self, part: str) -> float:
        """Of one core, while nothing happens."""
        usual, lets_go, still = (getattr(one, part) for one in (self.usual, self.lets_go, self.still))
        return float(usual / EVERY.total_seconds() + (lets_go - usual) / HOUR.total_seconds() + still / self.seconds)


async def watched(folder: Path, tenants: int, people: int, stretch: float) -> Found:
    """Bring them up, let them come to rest, and measure."""
    async with database(folder) as url:
        await stage(url, "http://127.0.0.1:1/", tenants, people, in_seconds=2 * 86_400, also=1)
        line, now = await asyncpg.connect(url), datetime.now(UTC)
        await line.execute(HELD, hashlib.sha256(SECRET.encode()).digest(), now, now + LIVE_FOR)
        await line.execute("UPDATE companion.person SET calendar_read_at = $1", now)
        running = Watched(url, folder, line)
        try:
            found = await _measure(running, tenants * people, stretch)
        finally:
            running.end(running.door, *([running.worker] if running.worker.poll() is None else []))
            await line.execute("ANALYZE")
            held = await line.fetchrow(HOW_MUCH)
            await line.close()
    count = tenants * people
    each = f"{held['rows'] / count:.1f} rows, {held['bytes'] / count / 1024:.1f} KB with indexes"
    print(f"        {count} people, {held['meetings']} meetings; a person is {each}", flush=True)
    return found


async def _measure(running: Watched, count: int, stretch: float) -> Found:
    first = await running.sweep()
    await running.sweep()
    await running.tidy()
    usual, lets_go = await running.sweep(), await running.sweep(lets_go=True)
    await running.tidy()
    before, began, at = running.spent(), time.monotonic(), await running.clock()
    await asyncio.sleep(stretch)
    still, seconds = running.spent() - before, time.monotonic() - began
    ran = await running.ran_since(at)
    print(f"        in the stretch of rest there ran: {ran or 'nothing'}")
    idle_worker = peak(running.worker)
    running.end(running.worker)
    async with aiohttp.ClientSession() as session:
        before = running.spent()
        taken = await running.notices(session)
        noticed = running.spent() - before
    assert taken == count, f"{count - taken} notices were not acknowledged"
    return Found(
        first=first, usual=usual, lets_go=lets_go, still=still, seconds=seconds, noticed=noticed, idle_worker=idle_worker,
        door=peak(running.door),
    )  # fmt: skip


def tell(found: Found, count: int) -> None:
    """What the figures are made of."""
    print(f"        the first sweep, which plans every meeting: {_parts(found.first)}")
    print(f"        a sweep {_parts(found.usual)}; one that lets go of old rows {_parts(found.lets_go)}")
    each = f"{found.noticed.programs / count * 1000:.2f} ms + PostgreSQL {found.noticed.database / count * 1000:.2f} ms"
    print(f"        {found.seconds:.0f} s of rest {_parts(found.still)}; a notice {each}")
    print(f"        memory: a resting worker {found.idle_worker:.0f} MB, the door after {count} notices {found.door:.0f} MB")


def _parts(spent: Spent) -> str:
    return f"{spent.programs:.2f} s + PostgreSQL {spent.database:.2f} s"


async def working(folder: Path, tenants: int, people: int) -> float:
    """The most memory of a worker that has sent everybody a card, in MB."""
    async with database(folder) as url:
        connector = started(str(Path(__file__).with_name("thin_connector.py")))
        assert connector.stdout is not None
        there = f"http://127.0.0.1:{connector.stdout.readline().strip()}"
        burst = await stage(url, f"{there}/connector/", tenants, people, in_seconds=5)
        await arm(url, burst.wakes)
        worker = started(str(Path(__file__).with_name("bench_burst.py")), "worker", url, there)
        try:
            deadline = time.monotonic() + GIVE_UP_AFTER
            while _sent(there) < tenants * people:
                assert time.monotonic() < deadline, "not all cards came"
                await asyncio.sleep(0.5)
            return peak(worker)
        finally:
            for one in (worker, connector):
                one.terminate()
            for one in (worker, connector):
                one.wait(30)


def _sent(there: str) -> int:
    with urllib.request.urlopen(f"{there}/count") as answer:  # noqa: S310  # loopback
        return int(json.load(answer)["count"])


def main(given: Sequence[str]) -> None:
    """Measure, and say what was kept."""
    tenants, people = int(given[0]) if given else TENANTS, int(given[1]) if len(given) > 1 else PEOPLE
    stretch = float(given[2]) if len(given) > 2 else STRETCH
    with tempfile.TemporaryDirectory(prefix="bench-watched-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for one in (folder, folder / "idle", folder / "busy"):
            one.mkdir(exist_ok=True)
            one.chmod(0o711)
        found = asyncio.run(watched(folder / "idle", tenants, people, stretch))
        worker = asyncio.run(working(folder / "busy", min(CARDS_OF, tenants), people))
    count = tenants * people
    tell(found, count)
    print(f"        memory: a worker that has sent {min(CARDS_OF, tenants) * people} cards {worker:.0f} MB")
    report(f"door and worker for {count} watched people, without the database", [found.door + worker], "MB", at_most=512)
    report(f"idle, of one core, {count} watched people, the two programs", [found.share("programs") * 100], "%", at_most=3)
    report("the same with PostgreSQL", [found.share("all") * 100], "%", at_most=3)


if __name__ == "__main__":
    main(sys.argv[1:])
