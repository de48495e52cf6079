"""Doors and a worker under a steady stream of notices while meetings move: memory, descriptors, and how late the loop is."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import psutil

from tests.conftest import until
from tests.faults.programs import begin
from tests.faults.stage import NOON, READER, Inbox, Stage, people_of, stage

PEOPLE = 20
WARM = 0.2
"""The share of the time that is not looked at: first uses, caches, pools."""
LOOK_EVERY = 1.0
MOVE_EVERY = 2.0
"""Seconds between two meetings that move: the notices of a real calendar among the load."""
ENOUGH = 10
"""Looks at the begin and at the end that are compared; fewer in a short run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Soaked:
    """What was seen: memory in bytes and descriptors at each look, seconds by which the loop was late, notices lost."""

    memory: list[int]
    descriptors: list[int]
    late: list[float]
    lost: int

    @property
    def growth(self) -> float:
        """Memory at the end, of what it was when warm."""
        first, last = _ends(self.memory)
        return (sum(last) / len(last)) / (sum(first) / len(first))

    @property
    def more_descriptors(self) -> int:
        """Descriptors at the end beyond those when warm."""
        first, last = _ends(self.descriptors)
        return max(last) - max(first)

    def late_at(self, share: float) -> float:
        """Seconds by which the loop was late at most so often, once warm."""
        return sorted(self.late[int(len(self.late) * WARM) :])[int(len(self.late) * (1 - WARM) * share)]


def _ends(looks: list[int]) -> tuple[list[int], list[int]]:
    warm = int(len(looks) * WARM)
    each = min(ENOUGH, (len(looks) - warm) // 3)
    return looks[warm : warm + each], looks[-each:]


async def soak(url: str, folder: Path, seconds: float, a_second: float) -> Soaked:
    """So long, at so many notices a second, in a program of its own."""
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
    return Soaked(memory=memory, descriptors=descriptors, late=json.loads((folder / "lag.json").read_text()), lost=lost)


async def _move(here: Stage, names: Sequence[str]) -> None:
    """Meetings to and fro."""
    ids = {}
    for person in here.people:
        for one in (await here.look(f"calendar?person={person.id}&days=2"))["events"]:
            ids[one["iCalUId"]] = one["id"]
    for step in range(10**9):
        await here.control("move", event_id=ids[names[step % len(names)]], minutes=5 if step // len(names) % 2 == 0 else -5)
        await asyncio.sleep(MOVE_EVERY)
