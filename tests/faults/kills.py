"""Death by the dozen: processes are killed and the database is stopped while notices come in and cards fall due."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.conftest import until
from tests.faults.cluster import Cluster
from tests.faults.stage import NOON, READER, Inbox, Stage, people_of, stage

PROGRAMS = ("doors", "one", "two")


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How long, how often and how much."""

    seconds: float
    kills: int
    stops: int
    people: int
    cards_each: int
    notices_a_second: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of it."""

    kills: int
    stops: int
    acknowledged: int
    tries: int
    lost: int
    begun_anew: int
    """Programs that ended on their own, the database being away as they began."""
    cards: int
    missing: tuple[str, ...]
    doubled: int
    """Cards that stand in a chat beyond the first of their meeting."""


async def run(size: Size, folder: Path) -> Outcome:
    """Bring everything up, let it rain, wait until all is calm, and count."""
    cluster = Cluster()
    cards = size.people * size.cards_each
    people = people_of(size.people, size.cards_each, timedelta(seconds=round(size.seconds / cards, 3)), folder)
    try:
        url = await asyncio.to_thread(cluster.start)
        async with stage(url, people, NOON - timedelta(hours=1)) as here:
            await here.begin_all(*PROGRAMS[1:])
            await here.install([READER, *people])
            inbox = Inbox(here=here)
            keys = await inbox.prepare(int(size.seconds * size.notices_a_second))
            await here.travel_to(NOON - timedelta(seconds=0.5))
            keeping = asyncio.create_task(here.keep_running())
            await asyncio.gather(_rain(size, here, cluster), inbox.send(keys, size.notices_a_second))
            await until(here.is_ready, 60)
            await _all_told(here, cards)
            said, lost = await here.said(), await inbox.lost()
            keeping.cancel()
    finally:
        await asyncio.to_thread(cluster.remove)
    wanted = {f"n{number}x{card}" for number in range(size.people) for card in range(size.cards_each)}
    return Outcome(
        kills=size.kills, stops=size.stops, acknowledged=len(inbox.acknowledged), tries=inbox.tries, lost=len(lost),
        begun_anew=here.ended, cards=cards,
        missing=tuple(sorted(wanted - set(said))), doubled=sum(count - 1 for count in said.values()),
    )  # fmt: skip


async def _all_told(here: Stage, cards: int) -> None:
    async def all_are_there() -> bool:
        return len(await here.said()) >= cards

    with contextlib.suppress(AssertionError):  # what is missing is named by whoever asked
        await until(all_are_there, 45)
    await here.settle()


async def _rain(size: Size, here: Stage, cluster: Cluster) -> None:
    """Deaths spread evenly over the time: of the programs in turn, and in between of the database."""
    blows = size.kills + size.stops
    loop = asyncio.get_running_loop()
    began, stops, killed = loop.time(), 0, Counter[str]()
    for blow in range(blows):
        await asyncio.sleep(max(0.0, began + (blow + 0.5) * size.seconds / blows - loop.time()))
        if (blow + 1) * size.stops // blows > stops:
            stops += 1
            await asyncio.to_thread(cluster.stop, "immediate")
            await asyncio.to_thread(cluster.start)
        else:
            name = PROGRAMS[killed.total() % len(PROGRAMS)]
            killed[name] += 1
            await asyncio.to_thread(here.kill, name)
            here.begin(name)
