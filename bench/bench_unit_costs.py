"""What a change of a calendar and a look at it cost in processor time: units that docs/operate/machines.md reckons sizes from.

The doors and one worker run as programs against the local tenant, whose own processor time is not counted. A card's cost is
printed by bench_burst.py, a notice's and a sweep's by bench_watched.py.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from cpu_used import of_postgres, of_process
from figures import report

from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.meetings.wake import read_wake
from sidecar.jobs import Jobs
from sidecar.store.embedded import EmbeddedServer
from tests.conftest import until
from tests.faults.stage import Stage, people_of, stage

PEOPLE, MEETINGS, ROUNDS = 40, 6, 3


async def spent(here: Stage, folder: Path) -> tuple[float, float]:
    """Processor seconds so far: of the programs, of PostgreSQL."""
    return sum(of_process(pid) for pid in here.running.values()), of_postgres(folder)


async def changes(here: Stage, folder: Path) -> list[tuple[float, float]]:
    """Milliseconds of a change, from its notice to the new plan: of the programs, of PostgreSQL."""
    rows = await here.database.pool.fetch(
        "SELECT DISTINCT ON (person_id) event ->> 'id' AS event_id FROM companion.meeting ORDER BY person_id, start_at DESC"
    )
    found = []
    for turn in range(ROUNDS):
        before = await spent(here, folder)
        begun = await reads(here)
        for row in rows:
            await here.control("move", event_id=row["event_id"], minutes=5 if turn % 2 == 0 else -5)

        async def are_read(enough: int = begun + len(rows)) -> bool:
            return await reads(here) >= enough

        await until(are_read, 60)
        await here.settle()
        found.append(_each(before, await spent(here, folder), len(rows)))
    return found


async def looks(here: Stage, folder: Path) -> list[tuple[float, float]]:
    """Milliseconds of a calendar read that finds nothing new."""
    found = []
    for turn in range(ROUNDS):
        before, begun = await spent(here, folder), await reads(here)
        async with here.database.directory() as session:
            tenant = TenantId(here.tenant.tenant_id)
            wakes = [read_wake(tenant, PersonId(one.id), turn, timedelta(), because="bench") for one in here.people]
            await Jobs(here.clock).arm(session, wakes)

        async def are_read(enough: int = begun + len(here.people)) -> bool:
            return await reads(here) >= enough

        await until(are_read, 60)
        await here.settle()
        found.append(_each(before, await spent(here, folder), len(here.people)))
    return found


async def reads(here: Stage) -> int:
    """How many first pages of calendars were asked for."""
    return sum("calendarView" in one["path"] and "skip" not in one["path"] for one in await here.look("log"))


def _each(before: tuple[float, float], after: tuple[float, float], count: int) -> tuple[float, float]:
    return (after[0] - before[0]) / count * 1000, (after[1] - before[1]) / count * 1000


async def measure(folder: Path) -> dict[str, list[tuple[float, float]]]:
    """Milliseconds by what was done."""
    server = EmbeddedServer(folder / "database")
    url = await asyncio.to_thread(server.start)
    try:
        people = people_of(PEOPLE, MEETINGS, timedelta(minutes=11), folder)
        async with stage(url, people) as here:
            await here.begin_all("worker")
            await here.install(people)
            found = {"a calendar read that finds nothing new": await looks(here, folder / "database")}
            found["a changed meeting, from its notice to the new plan"] = await changes(here, folder / "database")
            return found
    finally:
        await asyncio.to_thread(server.stop)


def main(_: Sequence[str]) -> None:
    """Measure, and say what each costs."""
    with tempfile.TemporaryDirectory(prefix="bench-units-", ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o711)
        found = asyncio.run(measure(Path(name)))
    for what, costs in found.items():
        print(f"        {what}: programs {min(a for a, _ in costs):.1f} ms, PostgreSQL {min(b for _, b in costs):.1f} ms")
        report(f"processor time of {what}", [a + b for a, b in costs], "ms", at_most=60)
    print(f"        {os.cpu_count()} cores")


if __name__ == "__main__":
    main(sys.argv[1:])
