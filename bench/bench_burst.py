"""Ten thousand cards due at one instant over 200 tenants: two workers, PostgreSQL and a connector on this machine.

Each card is really decided, built from stored evidence and sent over HTTP. `bench_burst.py [tenants] [people of each] [picture]`;
the distribution of lateness is drawn there, and without arguments in docs/pictures. As in earnest, cards that share an instant
are looked at from half a minute before it; with `at-once` as the last argument all are looked at together, which is harder.
Calendars were read just before, as a changed one always is: reading ten thousand of them in the same minute is Graph's time, not
ours.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import structlog
from burst_picture import draw
from burst_stage import Burst, arm, stage
from cpu_used import of_postgres, of_process
from figures import report

from sidecar import app
from sidecar.domain.meetings.pace import EARLY
from sidecar.domain.meetings.wake import Wake, call_wake
from sidecar.settings import Settings
from sidecar.store.embedded import EmbeddedServer
from sidecar.wiring import LocalSide

TENANTS, PEOPLE, WORKERS = 200, 50, 2
HINTS_OF = 20
"""Of one person in so many a look at a call is due too: it comes after every card."""
CLIENT_ID = "11111111-1111-4111-8111-111111111111"
GIVE_UP_AFTER = 240.0
PROBE = 2
"""So many further tenants are put in first, to learn how long that takes on this machine: the burst falls due after it."""
PICTURE = Path(__file__).parent.parent / "docs" / "pictures" / "burst.png"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a burst came to: lateness in seconds, processor milliseconds a card by process, and who overtook whom."""

    late: list[float]
    cpu: dict[str, float]
    violations: dict[str, int]
    overtaken: float
    """The share of cards that were done after half of the hints."""


def ask(url: str) -> Any:
    with urllib.request.urlopen(url) as answer:  # noqa: S310  # loopback
        return json.load(answer)


def started(*arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), str(Path.cwd())])}
    return subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True, env=environment)


def hints(burst: Burst) -> list[Wake]:
    """Looks at calls that are due at the same instant."""
    made = []
    for wake in burst.wakes[::HINTS_OF]:
        what = wake.what
        made.append(call_wake(what["tenant"], what["person"], what["meeting"], burst.due_at, "burst"))  # type: ignore[arg-type]
    return made


async def overtaken(url: str) -> float:
    """The share of cards that were done after half of the hints were: cards are more urgent."""
    connection = await asyncpg.connect(url)
    share = await connection.fetchval(
        "WITH done AS (SELECT entrypoint, created FROM queue.pgqueuer_log WHERE status = 'successful'), "
        "half AS (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY created) AS at FROM done WHERE entrypoint = 'call') "
        "SELECT avg((created > half.at)::int)::float FROM done, half WHERE entrypoint = 'moment'"
    )
    await connection.close()
    return float(share or 0.0)


async def burst_of(tenants: int, people: int, folder: Path, *, is_spread: bool) -> Outcome:
    """Put it in readiness, let it fall due, wait until every card has arrived."""
    before_due = EARLY["moment"].total_seconds() if is_spread else 0.0
    server = EmbeddedServer(folder / "database")
    url = await asyncio.to_thread(server.start)
    connector = started(str(Path(__file__).with_name("thin_connector.py")))
    workers: list[subprocess.Popen[str]] = []
    try:
        assert connector.stdout is not None
        there = f"http://127.0.0.1:{connector.stdout.readline().strip()}"
        await app.bring_up_to_date(url)
        cards = tenants * people
        began = time.perf_counter()
        await stage(url, f"{there}/connector/", PROBE, people, in_seconds=0, first=tenants)
        each = (time.perf_counter() - began) / PROBE
        burst = await stage(url, f"{there}/connector/", tenants, people, in_seconds=15 + before_due + 2 * each * tenants)
        await arm(url, [*hints(burst), *burst.wakes], is_spread=is_spread)
        workers += [started(__file__, "worker", url, there) for _ in range(WORKERS)]
        for worker in workers:
            assert worker.stdout is not None
            assert worker.stdout.readline().strip() == "working"
        begins_at = burst.due_at - timedelta(seconds=before_due)
        await asyncio.sleep(max(0.0, (begins_at - datetime.now(UTC)).total_seconds() - 0.5))
        if datetime.now(UTC) > begins_at:
            sys.exit("the burst fell due before it was in readiness: this machine is too busy to measure anything")
        before = {"workers": sum(of_process(one.pid) for one in workers), "database": of_postgres(folder / "database"),
                  "connector": of_process(connector.pid)}  # fmt: skip
        _wait_for(there, cards)
        after = {"workers": sum(of_process(one.pid) for one in workers), "database": of_postgres(folder / "database"),
                 "connector": of_process(connector.pid)}  # fmt: skip
        await _until_idle(url)
        first: dict[str, float] = {}
        for at, chat, _ in ask(f"{there}/all"):
            first.setdefault(chat, at)
        late = sorted(at - burst.due_at.timestamp() for at in first.values())
        assert len(late) == cards, f"{cards - len(late)} cards never came"
        return Outcome(
            late=late,
            cpu={one: (after[one] - before[one]) / cards * 1000 for one in before},
            violations=ask(f"{there}/count")["violations"],
            overtaken=await overtaken(url),
        )
    finally:
        for process in (*workers, connector):
            process.terminate()
        for process in (*workers, connector):
            process.wait(30)
        await asyncio.to_thread(server.stop)


def _wait_for(there: str, cards: int) -> None:
    deadline = time.monotonic() + GIVE_UP_AFTER
    while ask(f"{there}/count")["chats"] < cards and time.monotonic() < deadline:
        time.sleep(0.5)


LEFT = """
SELECT count(*) FROM queue.pgqueuer WHERE entrypoint IN ('moment', 'call') AND execute_after < now() - interval '1 second'
"""


async def _until_idle(url: str) -> None:
    connection = await asyncpg.connect(url)
    while await connection.fetchval(LEFT):  # noqa: ASYNC110  # another process ends it
        await asyncio.sleep(0.5)
    await connection.close()


async def be_worker(url: str, there: str) -> None:
    """One worker of the product, with the connector as its other side."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    print("working", flush=True)
    await app.worker(
        Settings(), LocalSide(tenant_url=there, client_id=CLIENT_ID, door_url="http://127.0.0.1:1", is_spread=True), url
    )


def main(tenants: int, people: int, picture: Path | None, *, is_spread: bool = True) -> None:
    """Measure, draw, and say what was kept."""
    with tempfile.TemporaryDirectory(prefix="bench-burst-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o711)
        found = asyncio.run(burst_of(tenants, people, folder, is_spread=is_spread))
    cards = tenants * people
    spent = ", ".join(f"{who} {cost:.1f} ms" for who, cost in found.cpu.items())
    print(
        f"        processor time a card: {spent}; all {sum(found.cpu.values()):.1f} ms; violations {found.violations or 'none'}"
    )
    if picture is not None:
        machine = f"{os.cpu_count()} cores, {WORKERS} workers, PostgreSQL and connector on the same machine"
        draw(picture, found.late, title=f"{cards:,} cards due at one instant, {tenants} tenants", subtitle=machine)
    rate = cards / (found.late[-1] - found.late[0])
    print(f"        {rate:.0f} cards a second; the first {found.late[0]:+.1f} s from its instant")
    report(f"limits of Teams broken in a burst of {cards} cards", [sum(found.violations.values())], "times", at_most=0)
    report("cards that came after half of the hints that were due with them", [found.overtaken * 100], "%", at_most=10)
    report(f"{cards} cards due at one instant, the last one sent after", [found.late[-1]], "s", at_most=60)
    report("lateness, 99th percentile", [found.late[int(len(found.late) * 0.99)]], "s", at_most=45)


if __name__ == "__main__":
    if sys.argv[1:2] == ["worker"]:
        asyncio.run(be_worker(*sys.argv[2:4]))
    else:
        at_once = sys.argv[-1] == "at-once"
        given = sys.argv[1:-1] if at_once else sys.argv[1:]
        main(
            int(given[0]) if given else TENANTS,
            int(given[1]) if len(given) > 1 else PEOPLE,
            Path(given[2]) if len(given) > 2 else None if given or at_once else PICTURE,
            is_spread=not at_once,
        )
