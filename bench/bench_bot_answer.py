"""From a word at the bot's door to its answer: over HTTP, against the real program, beside a calendar that is full."""

from __future__ import annotations

import asyncio
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
from figures import report

from sidecar import app, jobs
from sidecar.doors import doors, free_port
from sidecar.settings import Settings
from sidecar.tenant import LocalTenant, Person
from sidecar.wiring import Clock, LocalSide

NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)
PEOPLE = 40
WORDS = ("hi", "today", "next", "brief p7", "mute", "settings", "not a client", "what about lunch")
ROUNDS = 5
MEETINGS = 60
AT_MOST = 0.5
BETWEEN = timedelta(minutes=1)
"""Between two words of one person: the pace of a chat lets five through at once, then one every two seconds."""


def calendar() -> bytes:
    """A month with a client meeting or two on every day."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN"]
    for index in range(MEETINGS):
        start_at = NOW + timedelta(days=3 + index // 2, hours=index % 2)
        lines += [
            "BEGIN:VEVENT", f"UID:m{index}", "DTSTAMP:20261101T080000Z", f"DTSTART:{start_at:%Y%m%dT%H%M%SZ}",
            f"DTEND:{start_at + timedelta(hours=1):%Y%m%dT%H%M%SZ}", f"SUMMARY:Call {index}",
            "ORGANIZER:mailto:p0@fabrikam.com", f"ATTENDEE:mailto:p{index}@client{index % 20}.com", "END:VEVENT",
        ]  # fmt: skip
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


async def measure() -> list[float]:
    """Seconds from the request to the stored answer: Teams' side answers the bot before the bot answers the request."""
    with tempfile.TemporaryDirectory() as folder:
        people = _people(Path(folder))
        clock = Clock()
        clock.start_at(NOW)
        settings = Settings(data_dir=Path(folder), coalesce_seconds=0.3)
        tenant = LocalTenant(me=people[0], people=people[1:], clock=clock)
        await tenant.start()
        async with app.database_url(settings) as url:
            await app.bring_up_to_date(url)
            port = free_port(0)
            door = f"http://127.0.0.1:{port}"
            local = LocalSide(tenant_url=tenant.url, client_id=tenant.app_id, door_url=door)
            async with (
                app.companion(settings, url, local, clock=clock) as made,
                doors(made.routes(), "127.0.0.1", port, is_local=True),
            ):
                await jobs.set_clock(made.database, clock.ahead)
                stop = asyncio.Event()
                worker = asyncio.create_task(made.work(stop))
                found = await _ask(tenant, made, people, door)
                stop.set()
                await asyncio.wait_for(worker, 15)
        await tenant.stop()
    return found


def _people(folder: Path) -> list[Person]:
    folder.chmod(0o711)  # the embedded database may run as another user than root
    file = folder / "calendar.ics"
    file.write_bytes(calendar())
    return [
        Person(address=f"p{index}@fabrikam.com", name=f"P {index}", zone="Europe/Berlin", calendars=(file,))
        for index in range(PEOPLE)
    ]


PAUSE = 0.12
"""Seconds between two words: one tenant's pace is 27 messages a second, and some words are answered with two."""


async def _settle(made: app.Companion) -> None:
    """Until nothing waits any more, and every chat may be written to again."""
    while True:
        if await jobs.waiting(made.database) == 0:
            break
        await asyncio.sleep(0.2)
    await jobs.travel(made.database, BETWEEN)
    await made.clock.follow(made.database)


async def _ask(tenant: LocalTenant, made: app.Companion, people: list[Person], door: str) -> list[float]:
    found: list[float] = []
    async with aiohttp.ClientSession() as session:
        await _control(session, tenant, "bot", url=f"{door}/api/messages")
        for person in people:
            await _control(session, tenant, "install", person=person.id)
        await _settle(made)
        for index in range(ROUNDS + 1):
            for place, person in enumerate(people):
                began = time.perf_counter()
                await _control(session, tenant, "say", person=person.id, text=WORDS[(index + place) % len(WORDS)])
                if index:
                    found.append(time.perf_counter() - began)
                await asyncio.sleep(PAUSE)
            await _settle(made)
        async with made.database.directory() as directory:
            await directory.connection.execute("RESET ROLE")
            assert await directory.connection.fetchval("SELECT count(*) FROM companion.answer") == 0
            assert await directory.connection.fetchval("SELECT count(*) FROM companion.meeting") == PEOPLE * MEETINGS
    return found


async def _control(session: aiohttp.ClientSession, tenant: LocalTenant, what: str, **body: object) -> None:
    async with session.post(f"{tenant.url}/_tenant/{what}", json=body) as answer:
        assert answer.status < 300, await answer.text()


if __name__ == "__main__":
    seconds = sorted(asyncio.run(measure()))
    report("a word to the bot until its answer stands in the chat", seconds, "s", at_most=AT_MOST)
    report("the same, the slowest in a hundred", [seconds[len(seconds) * 99 // 100]], "s", at_most=AT_MOST)
