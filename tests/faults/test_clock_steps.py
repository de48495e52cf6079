"""A clock that is set, by hand or by daylight saving: no card is lost and none comes twice."""

from __future__ import annotations

import asyncio
import json
import shutil
import signal
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from sidecar.store.worker_liveness import STEP, Steps
from sidecar.tenant import Person
from tests.conftest import until
from tests.faults.cluster import Cluster
from tests.faults.moments import stage_cards
from tests.faults.programs import begin
from tests.faults.stage import NOON, Stage, people_of, stage
from tests.flows.conftest import World, calendar, start

__all__ = ["start"]
FAKETIME = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), None)
CARDS = 4
NOTICED_WITHIN = 100.0
"""Seconds: after a step a worker arms the sweep anew once a minute."""
CLIENT = "aiko@northwindtraders.com"
NEW_YORK, BERLIN, LORD_HOWE = "America/New_York", "Europe/Berlin", "Australia/Lord_Howe"
SPRING = ((NEW_YORK, datetime(2026, 3, 8, 10)), (BERLIN, datetime(2026, 3, 29, 10)), (LORD_HOWE, datetime(2026, 4, 5, 10)))
AUTUMN = ((LORD_HOWE, datetime(2026, 10, 4, 10)), (BERLIN, datetime(2026, 10, 25, 10)), (NEW_YORK, datetime(2026, 11, 1, 10)))


def test_a_clock_that_was_set_back_is_noticed_by_what_has_passed_meanwhile() -> None:
    steps = Steps()
    assert not steps.back(NOON, 100.0)
    assert not steps.back(NOON + timedelta(seconds=10), 110.0)
    assert not steps.back(NOON + timedelta(seconds=20) - STEP, 120.0), "a correction by and by"
    assert not steps.back(NOON + timedelta(days=3), 121.0), (
        "what falls due too early by it is looked at again when it is set right"
    )
    assert steps.back(NOON + timedelta(seconds=22), 122.0)
    assert not steps.back(NOON + timedelta(seconds=23), 123.0)


@pytest.mark.night
@pytest.mark.timeout(900)
@pytest.mark.skipif(FAKETIME is None or not shutil.which("faketime"), reason="the package faketime is not installed")
async def test_three_days_and_an_hour_to_and_fro_lose_no_card_and_double_none(tmp_path: Path) -> None:
    """Both clocks are set, the program's and the database's, as on one machine; what only goes on is left alone."""
    cluster = Cluster()
    people = people_of(CARDS, 1, timedelta(seconds=2), tmp_path)
    fake = {
        "LD_PRELOAD": str(FAKETIME), "FAKETIME_TIMESTAMP_FILE": str(cluster.folder / "hand"), "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }  # fmt: skip
    hand = cluster.folder / "hand"
    hand.write_text("+0")
    try:
        url = await asyncio.to_thread(cluster.start, fake)
        async with stage(url, people, NOON - timedelta(minutes=3)) as here:
            await stage_cards(here, people, timedelta(seconds=2))
            worker = begin(here.spec("worker"), fake)
            await until(lambda: _said_in_log(here, "working", 1), 60)
            await here.travel_to(NOON - timedelta(seconds=15))
            await _set_to_and_fro(here, hand)
            await until(lambda: _all_there(here), 90)
            await here.settle()
            assert await here.said() == Counter({f"n{number}x0": 1 for number in range(CARDS)})
            worker.send_signal(signal.SIGTERM)
            assert await asyncio.to_thread(worker.wait, 30) == 0
    finally:
        await asyncio.to_thread(cluster.remove)


async def _set_to_and_fro(here: Stage, hand: Path) -> None:
    """Each step is waited for where it can be seen: the cards were dropped as too late, or the clock's way back was noticed."""
    for number, step in enumerate(("+3d", "+1h"), start=1):
        hand.write_text(step)
        await until(lambda: _all_dropped(here), NOTICED_WITHIN)
        await until(lambda: _was_looked_at(here), NOTICED_WITHIN)
        hand.write_text("+0")
        await until(lambda count=number: _said_in_log(here, "clock_set_back", count), NOTICED_WITHIN)  # type: ignore[misc]
        await until(lambda: _all_wait_again(here), NOTICED_WITHIN)
    for number, step in enumerate(("-1h", "-3d"), start=3):
        hand.write_text(step)
        await until(lambda count=number: _said_in_log(here, "clock_set_back", count), NOTICED_WITHIN)  # type: ignore[misc]
        hand.write_text("+0")


async def _said_in_log(here: Stage, event: str, count: int) -> bool:
    log = here.folder / "worker.log"
    lines = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
    return sum(line["event"] == event for line in lines) >= count


async def _was_looked_at(here: Stage) -> bool:
    """Whether the worker has asked for the time since the clock was set."""
    asked = "SELECT max(query_start) > now() - interval '10 minutes' FROM pg_stat_activity"
    return bool(await here.database.pool.fetchval(f"{asked} WHERE query LIKE '%AS silent%' AND pid <> pg_backend_pid()"))


async def _all_dropped(here: Stage) -> bool:
    waiting = "SELECT count(*) FROM queue.pgqueuer WHERE entrypoint = 'moment'"
    return bool(await here.database.pool.fetchval(waiting) == 0)


async def _all_wait_again(here: Stage) -> bool:
    waiting = "SELECT count(*) FROM queue.pgqueuer WHERE entrypoint = 'moment' AND status = 'queued'"
    sent = "SELECT count(*) FROM companion.delivery WHERE state = 'sent' AND kind = 'pre_call_card'"
    return bool(await here.database.pool.fetchval(waiting) + await here.database.pool.fetchval(sent) >= CARDS)


async def _all_there(here: Stage) -> bool:
    return len(await here.said()) == CARDS


@pytest.mark.parametrize("shifts", [SPRING, AUTUMN], ids=["spring", "autumn"])
async def test_on_the_days_when_clocks_change_each_card_comes_once_half_an_hour_before(
    start: Callable[..., Any], tmp_path: Path, shifts: tuple[tuple[str, datetime], ...]
) -> None:
    people, meetings = [], []
    for number, (zone, local) in enumerate(shifts):
        at = local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
        file = tmp_path / f"{number}.ics"
        address = f"p{number}@fabrikam.com"
        file.write_bytes(calendar(_event(f"d{number}", at, address)))
        people.append(Person(address=address, name=f"Person {number}", zone=zone, calendars=(file,)))
        meetings.append(at)
    async with start(now=min(meetings) - timedelta(days=1), people=people, is_installed=False) as here:
        for person in people:
            await here.install(person)
        for person, at in zip(people, meetings, strict=True):
            await _one_card_half_an_hour_before(here, person, at)


async def _one_card_half_an_hour_before(here: World, person: Person, at: datetime) -> None:
    due_at = at - timedelta(minutes=30)
    await here.travel(seconds=(due_at - timedelta(seconds=90) - here.companion.clock()).total_seconds())
    assert await _before(here, person) == []
    await here.travel(seconds=91)
    await here.wait_for(lambda: _before(here, person))
    await here.travel(hours=-1)
    await here.travel(hours=1)
    assert len(await _before(here, person)) == 1


async def _before(here: World, person: Person) -> list[Any]:
    return [one for one in await here.cards(person) if "Call d" in json.dumps(one["attachments"])]


def _event(uid: str, at: datetime, address: str) -> str:
    lines = [
        "BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T080000Z", f"DTSTART:{at:%Y%m%dT%H%M%SZ}",
        f"DTEND:{at + timedelta(minutes=60):%Y%m%dT%H%M%SZ}", f"SUMMARY:Call {uid}", f"ORGANIZER:mailto:{address}",
        f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{CLIENT}", "END:VEVENT",
    ]  # fmt: skip
    return "\r\n".join(lines)
