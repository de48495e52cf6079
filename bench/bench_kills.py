"""Kill -9 and immediate stops of PostgreSQL under load, stops by SIGTERM, and how soon the program is ready when it starts again.

`bench_kills.py` measures all; `bench_kills.py kills | due | starts` one of them. Needs nothing but this machine.
"""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from figures import report

from tests.conftest import until
from tests.faults.cluster import Cluster
from tests.faults.kills import Size, run
from tests.faults.moments import Falls, fall
from tests.faults.programs import begin
from tests.faults.stage import NOON, stage

SIZE = Size(seconds=60, kills=34, stops=7, people=30, cards_each=6, notices_a_second=60)
FALLS = Falls(cards=1000, seconds=50, kills=20)
STARTS = 5


def kills() -> None:
    """A minute of deaths while notices come in and cards fall due."""
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(run(SIZE, Path(folder)))
    print(
        f"        {found.tries} notices were sent until {found.acknowledged} were taken; programs begun anew: {found.begun_anew}"
    )
    report("kills of doors and workers within a minute of load", [found.kills], "kills", at_least=30)
    report("immediate stops of PostgreSQL meanwhile", [found.stops], "stops", at_least=6)
    report("notices acknowledged, of all", [found.acknowledged / (SIZE.seconds * SIZE.notices_a_second)], "", at_least=1)
    report("acknowledged notices that were lost", [found.lost], "notices", at_most=0)
    report("cards missing, of " + str(found.cards), [len(found.missing)], "cards", at_most=0)
    report("cards that came twice, for each kill", [found.doubled / found.kills], "cards", at_most=1)


def due() -> None:
    """A thousand cards fall due while twenty workers die."""
    cluster = Cluster()
    try:
        found = asyncio.run(fall(cluster.start(), FALLS))
    finally:
        cluster.remove()
    print(
        f"        {found.kills} workers killed; half the cards within {found.late_at(0.5):.2f} s, the last {found.late[-1]:.2f} s"
    )
    report("cards sent, of all that fell due", [found.sent / found.cards], "", at_least=1)
    report("cards that came twice, for each kill", [found.doubled / found.kills], "cards", at_most=1)
    report("lateness that 99 of 100 cards keep within", [found.late_at(0.99)], "s", at_most=5)
    report("cards past their use that were sent", [found.said_past_use], "cards", at_most=0)


def starts() -> None:
    """The program as a process of its own, started and stopped again and again."""
    cluster = Cluster()
    try:
        ready, ended = asyncio.run(_start_and_stop(cluster.start()))
    finally:
        cluster.remove()
    report("from the start of the process to /readyz, from the second start on", ready[1:], "s", at_most=3)
    report("from SIGTERM to the end of the process", ended, "s", at_most=10)


async def _start_and_stop(url: str) -> tuple[list[float], list[float]]:
    ready, ended = [], []
    async with stage(url, [], NOON - timedelta(hours=1)) as here:
        for _ in range(STARTS):
            began = time.perf_counter()
            process = begin(here.spec("serve"))
            await until(here.is_ready, 60)
            ready.append(time.perf_counter() - began)
            ended.append(await _stop(process))
    return ready, ended


async def _stop(process: subprocess.Popen[bytes]) -> float:
    began = time.perf_counter()
    process.send_signal(signal.SIGTERM)
    code = await asyncio.to_thread(process.wait, 60)
    if code:
        sys.exit(f"BROKEN  it ended with {code}")
    return time.perf_counter() - began


def main(asked: Sequence[str]) -> None:
    """What was asked for; everything without."""
    for name, measure in (("kills", kills), ("due", due), ("starts", starts)):
        if not asked or name in asked:
            measure()


if __name__ == "__main__":
    main(sys.argv[1:])
