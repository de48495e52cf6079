"""From the end of a call to the prompt in the chat, with an hour's transcript to read; and what reading it costs."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT))

from bench_recap import an_hour  # noqa: E402
from figures import report  # noqa: E402

from sidecar import app, jobs  # noqa: E402
from sidecar.domain.followups.followup import Seat  # noqa: E402
from sidecar.doors import doors, free_port  # noqa: E402
from sidecar.flows.followups.read_call import heard_of  # noqa: E402
from sidecar.graph.transcripts import Part  # noqa: E402
from sidecar.settings import Settings  # noqa: E402
from sidecar.tenant import LocalTenant, Person  # noqa: E402
from sidecar.wiring import Clock, LocalSide  # noqa: E402

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
CALLS = 4
SUMMARY = "Your call is over"
ME = Person(address="p0@fabrikam.com", name="Person 0", zone="Europe/Berlin", language="en-GB")


def thread(index: int) -> str:
    return f"meeting_benchcall{index}"


def calendar() -> bytes:
    """A call every other hour, each with a client of its own."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN"]
    for index in range(CALLS):
        start_at = NOW + timedelta(hours=1 + 2 * index)
        url = f"https://teams.microsoft.com/l/meetup-join/19%3a{thread(index)}%40thread.v2/0"
        lines += [
            "BEGIN:VEVENT", f"UID:m{index}", "DTSTAMP:20261101T080000Z", f"DTSTART:{start_at:%Y%m%dT%H%M%SZ}",
            f"DTEND:{start_at + timedelta(hours=1):%Y%m%dT%H%M%SZ}", f"SUMMARY:Call {index}",
            f"ORGANIZER;CN=Person 0:mailto:{ME.address}", f"ATTENDEE;CN=Person 1:mailto:p1@client{index}.com",
            f"X-MICROSOFT-SKYPETEAMSMEETINGURL:{url}", "END:VEVENT",
        ]  # fmt: skip
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


async def measure() -> list[float]:
    """Seconds from Teams' word that a call is over to the message in the chat."""
    with tempfile.TemporaryDirectory() as folder:
        ics = Path(folder) / "me.ics"
        ics.write_bytes(calendar())
        clock = Clock()
        clock.start_at(NOW)
        tenant = LocalTenant(calendars=[ics], me=ME, people=[], clock=clock)
        await tenant.start()
        settings = Settings(data_dir=Path(folder), coalesce_seconds=0.3)
        async with app.database_url(settings) as url:
            await app.bring_up_to_date(url)
            port = free_port(0)
            door = f"http://127.0.0.1:{port}"
            local = LocalSide(tenant_url=tenant.url, client_id=tenant.app_id, door_url=door)
            async with (
                app.companion(settings, url, local, clock=clock) as made,
                doors(made.routes(), "127.0.0.1", port, is_local=True),
                aiohttp.ClientSession(tenant.url) as session,
            ):
                await jobs.set_clock(made.database, clock.ahead)
                stop = asyncio.Event()
                working = asyncio.create_task(made.work(stop))
                await tell(session, "bot", url=f"{door}/api/messages")
                await tell(session, "install", person=ME.id)
                await tell(session, "meeting-policy", person=ME.id)
                await settle(made)
                found = [await one(session, made, index) for index in range(CALLS)]
                stop.set()
                await working
        await tenant.stop()
        return found


async def one(session: aiohttp.ClientSession, made: app.Companion, index: int) -> float:
    await travel(made, minutes=61 if not index else 58)
    chat = f"19:{thread(index)}@thread.v2"
    await tell(session, "call", person=ME.id, thread=chat, what="start")
    await travel(made, minutes=62)
    async with session.get("/_tenant/calendar") as answer:
        events = (await answer.json())["events"]
    event = next(each["id"] for each in events if each["iCalUId"] == f"m{index}")
    await tell(session, "transcript", event_id=event, vtt=an_hour().decode())
    before = await prompts(session)
    began = time.perf_counter()
    await tell(session, "call", person=ME.id, thread=chat, what="end")
    await until(lambda: prompts(session), before + 1)
    took = time.perf_counter() - began
    await settle(made)
    return took


async def prompts(session: aiohttp.ClientSession) -> int:
    async with session.get(f"/_tenant/chat?person={ME.id}") as answer:
        return sum(str(each["summary"] or "").startswith(SUMMARY) for each in await answer.json())


async def tell(session: aiohttp.ClientSession, path: str, /, **body: Any) -> None:
    async with session.post(f"/_tenant/{path}", json=body) as answer:
        assert answer.status < 300, await answer.text()


async def travel(made: app.Companion, **span: float) -> None:
    await jobs.travel(made.database, timedelta(**span))
    await made.clock.follow(made.database)
    await settle(made)


async def settle(made: app.Companion) -> None:
    await until(lambda: jobs.waiting(made.database), 0)


async def until(count: Callable[[], Awaitable[int]], wanted: int) -> None:
    for _ in range(6000):
        if await count() == wanted:
            return
        await asyncio.sleep(0.02)
    raise TimeoutError("nothing came for two minutes")


def cpu_seconds(data: bytes) -> float:
    """What the prompt takes of an hour of transcript, as the worker reads it."""
    seats = [Seat(address=f"p{number}@client.com", name=f"Person {number}", is_ours=not number) for number in range(4)]
    began = time.process_time()
    heard_of([Part(id="1", began_at=NOW, data=data)], seats, ZoneInfo("Europe/Berlin"))
    return time.process_time() - began


if __name__ == "__main__":
    data = an_hour()
    report("CPU of an hour's transcript for the follow-up", [cpu_seconds(data) for _ in range(3)], "s", at_most=2)
    report("from the end of a call to the prompt in the chat", asyncio.run(measure()), "s", at_most=10)
