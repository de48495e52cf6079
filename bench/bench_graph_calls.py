"""What one person's day costs of Microsoft Graph: a recorded day of 20 changes and 6 meetings, played against the local tenant.

The baseline is a calendar polled every five minutes: 288 reads. Time is moved on in steps of five minutes, so that every sweep
of the day takes place. Counted from the tenant's own log, by kind; only reads of the calendar are promised.
"""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
from figures import report

from sidecar import app, jobs
from sidecar.doors import doors, free_port
from sidecar.settings import Settings
from sidecar.store.embedded import EmbeddedServer
from sidecar.tenant import LocalTenant, Person
from sidecar.wiring import Clock, LocalSide

MIA = Person(address="mia.berg@fabrikam.com", name="Mia Berg", zone="UTC", language="en-GB")
DAY = datetime(2026, 11, 24, tzinfo=UTC)
EVENING_BEFORE = DAY - timedelta(hours=5)
STEP = timedelta(minutes=5)
POLLED = 288
MEETINGS = {"team": 8.5, "acme": 10.0, "board": 11.5, "zenith": 13.0, "review": 15.0, "orion": 16.5}
"""The six meetings of the day by the hour at which they begin; three are with clients."""
CLIENTS = {"acme": "ann@acme-tools.com", "zenith": "zoe@zenith-lab.com", "orion": "oli@orion-foods.com"}
LATER = ("thu", "fri", "mon")
"""Meetings of other days, which some of the changes are about."""
CHANGES = {
    "07:58": ["move team 15", "change team", "change board"],
    "08:50": ["change thu", "move thu 30"],
    "09:40": ["add lunch", "change lunch"],
    "10:55": ["move zenith 30", "change zenith", "change zenith"],
    "12:20": ["cancel review", "change fri"],
    "14:05": ["move fri -30", "change fri", "change fri", "change mon"],
    "15:45": ["change orion", "change orion"],
    "17:30": ["add tomorrow", "change mon"],
}
"""Twenty changes in eight bursts, as people work: a meeting moved and its text corrected, a day cleared up between two calls."""


def calendar() -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN"]
    days = {name: DAY + timedelta(days=2 + place, hours=10) for place, name in enumerate(LATER)}
    starts = {**{name: DAY + timedelta(hours=hour) for name, hour in MEETINGS.items()}, **days}
    known = {f"before-{name}": starts[name] - timedelta(days=21) for name in CLIENTS}
    for uid, at in {**starts, **known}.items():
        client = CLIENTS.get(uid.removeprefix("before-"), "jonas@fabrikam.com")
        lines += [
            "BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261001T080000Z", "CREATED:20261001T080000Z", f"DTSTART:{at:%Y%m%dT%H%M%SZ}",
            f"DTEND:{at + timedelta(minutes=45):%Y%m%dT%H%M%SZ}", f"SUMMARY:{uid}", f"ORGANIZER;CN=Mia Berg:mailto:{MIA.address}",
            f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{client}", "END:VEVENT",
        ]  # fmt: skip
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


class Played:
    """The product and the tenant, and the ways to change and to count."""

    def __init__(self, tenant: LocalTenant, made: app.Companion, session: aiohttp.ClientSession) -> None:
        self.tenant, self.made, self._session = tenant, made, session
        self._ids: dict[str, str] = {}

    async def control(self, what: str, **body: Any) -> Any:
        async with self._session.post(f"{self.tenant.url}/_tenant/{what}", json=body) as answer:
            assert answer.status < 300, await answer.text()
            return await answer.json()

    async def look(self, what: str) -> Any:
        async with self._session.get(f"{self.tenant.url}/_tenant/{what}") as answer:
            return await answer.json()

    async def travel(self, span: timedelta) -> None:
        """Let time pass, and wait until whatever fell due was done."""
        await jobs.travel(self.made.database, span)
        await self.made.clock.follow(self.made.database)
        while await jobs.waiting(self.made.database):  # noqa: ASYNC110  # it is another process's state, in the database
            await asyncio.sleep(0.02)

    async def change(self, said: str) -> None:
        """One of CHANGES."""
        what, uid, *more = said.split()
        if what == "add":
            at = self.made.clock() + timedelta(days=1)
            body = {"subject": uid, "start": at.isoformat(), "end": (at + timedelta(minutes=30)).isoformat()}
            self._ids[uid] = (await self.control("add", event=body))["id"]
            return
        if uid not in self._ids:
            self._ids |= {one["iCalUId"]: one["id"] for one in (await self.look("calendar"))["events"]}
        bodies = {
            "move": {"minutes": int(more[0]) if more else 0},
            "cancel": {},
            "change": {"patch": {"subject": f"{uid} {len(said)}"}},
        }
        await self.control(what, event_id=self._ids[uid], **bodies[what])


@contextlib.asynccontextmanager
async def playing(url: str, folder: Path) -> AsyncIterator[Played]:
    file = folder / "mia.ics"
    file.write_bytes(calendar())
    clock = Clock()
    clock.start_at(EVENING_BEFORE)
    tenant = LocalTenant(calendars=[file], me=MIA, clock=clock)
    await tenant.start()
    await app.bring_up_to_date(url)
    port = free_port(0)
    local = LocalSide(tenant_url=tenant.url, client_id=tenant.app_id, door_url=f"http://127.0.0.1:{port}", sites={})
    async with (
        app.companion(Settings(), url, local, clock=clock) as made,
        doors(made.routes(), "127.0.0.1", port, is_local=True),
        aiohttp.ClientSession() as session,
    ):
        await jobs.set_clock(made.database, clock.ahead)
        stop = asyncio.Event()
        worker = asyncio.create_task(made.work(stop))
        played = Played(tenant, made, session)
        await played.control("bot", url=f"{local.door_url}/api/messages")
        await played.control("install", person=MIA.id)
        while not await played.look("subscriptions"):  # noqa: ASYNC110  # the tenant's state, over HTTP
            await asyncio.sleep(0.05)
        yield played
        stop.set()
        await worker
    await tenant.stop()


KINDS = {
    "calendarView": "calendar reads", "/events": "events by id", "mailboxSettings": "mailbox settings", "/messages": "mail",
    "mailFolders": "mail", "subscriptions": "subscriptions", "organization": "directory", "onlineMeetings": "online meetings",
    "/todo": "tasks", "getSchedule": "free and busy", "/users/": "directory",
}  # fmt: skip


def kind_of(call: dict[str, Any]) -> str:
    """What a call is for, from its path."""
    return next((kind for part, kind in KINDS.items() if part in str(call["path"])), "other")


def _listed(counted: Counter[str]) -> str:
    return ", ".join(f"{kind} {counted[kind]}" for kind in dict.fromkeys((*KINDS.values(), "other")))


def _counted(log: list[dict[str, Any]]) -> Counter[str]:
    return Counter(kind_of(one) for one in log if str(one["path"]).startswith("/v1.0"))


async def a_day(url: str, folder: Path) -> tuple[Counter[str], Counter[str]]:
    """The calls of the evening before, and of the day."""
    async with playing(url, folder) as here:
        await here.travel(timedelta(minutes=30))
        while here.made.clock() < DAY:
            await here.travel(min(STEP, DAY - here.made.clock() + timedelta(seconds=1)))
        before = len(await here.look("log"))
        waiting = dict(CHANGES)
        while (now := here.made.clock()) < DAY + timedelta(days=1):
            for at in [at for at in waiting if f"{now:%H:%M}" >= at]:
                for said in waiting.pop(at):
                    await here.change(said)
                await asyncio.sleep(0.2)
            await here.travel(STEP)
        assert not waiting, "every change was played"
        log = await here.look("log")
        return _counted(log[:before]), _counted(log[before:])


async def main() -> None:
    with tempfile.TemporaryDirectory(prefix="companion-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # noqa: ASYNC240  # once, before anything runs
        server = EmbeddedServer(folder / "database")
        try:
            evening, counted = await a_day(await asyncio.to_thread(server.start), folder)
        finally:
            await asyncio.to_thread(server.stop)
    changes = sum(len(one) for one in CHANGES.values())
    print(
        f"        {changes} changes, {len(MEETINGS)} meetings, {len(CLIENTS)} with clients; polled all 5 minutes: {POLLED} reads"
    )
    print(f"        the evening before, with the installation: {_listed(evening)}")
    print(f"        the day: {_listed(counted)}")
    report("calendar reads of one person on that day", [counted["calendar reads"]], "reads", at_most=12)
    report("the same, against polling", [counted["calendar reads"] / POLLED], "×", at_most=12 / POLLED)


if __name__ == "__main__":
    asyncio.run(main())
