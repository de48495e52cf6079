"""Doors and a worker under a steady stream of notices: memory, descriptors, and how late the loop is.

`bench_soak.py [seconds] [notices a second]`; ten minutes at fifty a second is the promise, two minutes the default.
"""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

import psutil
from figures import report

from tests.conftest import until
from tests.faults.cluster import Cluster
from tests.faults.programs import begin
from tests.faults.stage import NOON, READER, Inbox, Stage, people_of, stage

SECONDS, A_SECOND = 120, 50.0
PEOPLE = 20
WARM = 0.2
"""The share of the time that is not looked at: first uses, caches, pools."""
LOOK_EVERY = 1.0
MOVE_EVERY = 2.0
"""Seconds between two meetings that move: the notices of a real calendar among the load."""


async def soak(url: str, folder: Path, seconds: float, a_second: float) -> tuple[list[int], list[int], list[float], int]:
    """Memory and descriptors a second, lateness of the loop twenty times a second, and how many notices were lost."""
    people = people_of(PEOPLE, 2, timedelta(minutes=7), folder)
    memory, descriptors = [], []
    async with stage(url, people, NOON - timedelta(hours=1)) as here:
        spec = replace(here.spec("serve"), lag=str(folder / "lag.json"))
        process = begin(spec)
        watched = psutil.Process(process.pid)
        await until(here.is_ready, 60)
        await here.control("bot", url=f"{here.door}/api/messages")
        await here.install([READER, *people])
        inbox = Inbox(here=here)
        keys = await inbox.prepare(int(seconds * a_second))
        sending = asyncio.create_task(inbox.send(keys, a_second))
        moving = asyncio.create_task(_move(here, [f"n{number}x1" for number in range(PEOPLE)]))
        while not sending.done():
            await asyncio.sleep(LOOK_EVERY)
            memory.append(watched.memory_info().rss)
            descriptors.append(watched.num_fds())
        moving.cancel()
        await sending
        lost = len(await inbox.lost()) + len(keys) - len(inbox.acknowledged)
        process.send_signal(signal.SIGTERM)
        await asyncio.to_thread(process.wait, 60)
    return memory, descriptors, json.loads((folder / "lag.json").read_text()), lost


async def _move(here: Stage, names: Sequence[str]) -> None:
    """Meetings to and fro."""
    ids = {}
    for person in here.people:
        for one in (await here.look(f"calendar?person={person.id}&days=2"))["events"]:
            ids[one["iCalUId"]] = one["id"]
    for step in range(10**9):
        await here.control("move", event_id=ids[names[step % len(names)]], minutes=5 if step // len(names) % 2 == 0 else -5)
        await asyncio.sleep(MOVE_EVERY)


def main(asked: Sequence[str]) -> None:
    """Soak, and compare the end with the beginning."""
    seconds, a_second = float(asked[0]) if asked else SECONDS, float(asked[1]) if asked[1:] else A_SECOND
    cluster = Cluster()
    try:
        with TemporaryDirectory() as folder:
            memory, descriptors, late, lost = asyncio.run(soak(cluster.start(), Path(folder), seconds, a_second))
    finally:
        cluster.remove()
    warm = int(len(memory) * WARM)
    first, last = memory[warm : warm + 10], memory[-10:]
    late = sorted(late[int(len(late) * WARM) :])
    print(
        f"        {seconds:g} s at {a_second:g} notices/s: {last[-1] / 2**20:.0f} MB, {descriptors[-1]} descriptors", flush=True
    )
    minutes = [max(memory[at : at + 60]) / 2**20 for at in range(0, len(memory), 60)]
    print(f"        memory, minute by minute, MB: {' '.join(f'{one:.0f}' for one in minutes)}", flush=True)
    report("memory at the end, against what it was when warm", [sum(last) / sum(first)], "x", at_most=1.05)
    report(
        "descriptors at the end beyond those when warm",
        [max(descriptors[-10:]) - max(descriptors[warm : warm + 10])],
        "",
        at_most=2,
    )
    report("how late the loop is, 99 times of 100", [late[int(len(late) * 0.99)] * 1000], "ms", at_most=50)
    report("notices lost", [lost], "notices", at_most=0)


if __name__ == "__main__":
    main(sys.argv[1:])
