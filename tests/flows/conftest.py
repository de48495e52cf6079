"""The whole product in one process: the real program wired to the local tenant over HTTP, on the embedded PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sidecar import app, jobs
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.doors import doors, free_port
from sidecar.flows.before.look_at_week import look_at_week
from sidecar.settings import Settings
from sidecar.tenant import LocalTenant, Person
from sidecar.wiring import Clock, LocalSide
from sidecar.words import LANGUAGES, Words
from tests.conftest import until

MIA = Person(address="mia.berg@fabrikam.com", name="Mia Berg", zone="Europe/Berlin", language="en-GB")
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
WELCOMES = {Words(language).say("bot-welcome-summary") for language in LANGUAGES}
PROMPTS = {Words(language).say(key) for language in LANGUAGES for key in ("followup-summary", "call-card-summary")}
NUDGES = {Words(language).say("nudge-summary", count=count) for language in LANGUAGES for count in range(1, 9)}
NUDGES |= {Words(language).say(f"nudge-summary-{what}") for language in LANGUAGES for what in ("back", "week")}
CARD = "application/vnd.microsoft.card.adaptive"


def event(
    uid: str, start_at: datetime, *, people: tuple[str, ...] = ("aiko@northwindtraders.com",), minutes: int = 60, more: str = ""
) -> str:
    """One VEVENT that Mia organises."""
    lines = [
        "BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261101T080000Z", f"DTSTART:{start_at:%Y%m%dT%H%M%SZ}",
        f"DTEND:{start_at + timedelta(minutes=minutes):%Y%m%dT%H%M%SZ}", f"SUMMARY:Call {uid}",
        "ORGANIZER;CN=Mia Berg:mailto:mia.berg@fabrikam.com", *(f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{one}" for one in people),
        *([more] if more else []), "END:VEVENT",
    ]  # fmt: skip
    return "\r\n".join(lines)


def calendar(*events: str) -> bytes:
    """An .ics file."""
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tests//EN", *events, "END:VCALENDAR", ""]).encode()


@dataclass(slots=True, kw_only=True)
class World:
    """Everything that runs, and ways to look at it."""

    tenant: LocalTenant
    companion: app.Companion
    session: aiohttp.ClientSession
    door: str
    file: Path
    stop: asyncio.Event
    worker: asyncio.Task[None]

    @property
    def tenant_id(self) -> TenantId:
        return TenantId(self.tenant.tenant_id)

    async def control(self, what: str, /, **body: Any) -> Any:
        async with self.session.post(f"{self.tenant.url}/_tenant/{what}", json=body) as answer:
            assert answer.status < 300, await answer.text()
            return await answer.json()

    async def look(self, what: str) -> Any:
        async with self.session.get(f"{self.tenant.url}/_tenant/{what}") as answer:
            return await answer.json()

    async def cards(self, person: Person = MIA) -> list[Any]:
        """Every card before a meeting that stands in somebody's chat: all that the bot says, but for its welcome, the message of
        a morning, and what comes during and after a call."""
        return [one for one in await self.said(person) if one["summary"] not in WELCOMES | NUDGES | PROMPTS]

    async def nudges(self, person: Person = MIA) -> list[Any]:
        """The message of each morning in somebody's chat."""
        return [one for one in await self.said(person) if one["summary"] in NUDGES]

    async def welcomes(self, person: Person = MIA) -> list[Any]:
        """Every welcome in somebody's chat."""
        return [one for one in await self.said(person) if one["summary"] in WELCOMES]

    async def said(self, person: Person = MIA) -> list[Any]:
        """Every message of the bot's in somebody's chat, the oldest first."""
        chat = await self.look(f"chat?person={person.id}")
        return [one for one in chat if one["from"] == "bot" and not one["is_deleted"] and one["attachments"]]

    async def say(self, text: str, person: Person = MIA) -> Any:
        """Write to the bot; the card that it answers with."""
        before = {one["id"] for one in await self.said(person)}
        answer = await self.control("say", person=person.id, text=text)
        assert answer["status"] == 202

        async def new() -> Any:
            return [one for one in await self.said(person) if one["id"] not in before]

        return (await until(new))[-1]

    @asynccontextmanager
    async def held(self, path_prefix: str, method: str = "POST") -> AsyncIterator[Callable[[], Awaitable[Any]]]:
        """The next such call there is held: wait for it with what this gives. At the end it goes on."""
        await self.control("weather", path_prefix=path_prefix, method=method, hold=True, count=1)

        async def is_held() -> bool:
            return bool((await self.look("weather"))["held"])

        yield lambda: until(is_held)
        await self.control("weather/clear")

    async def install(self, person: Person) -> None:
        """Install the bot for somebody, and wait until their calendar was read."""
        await self.control("install", person=person.id)

        async def is_watched() -> bool:
            async with self.companion.database.transaction(TenantId(self.tenant.tenant_id)) as session:
                row = await session.row("person", self.tenant.tenant_id, person.id)
            return bool(await self.watched(person)) and bool(row and row["calendar_read_at"])

        await until(is_watched, 30)
        await self.settle()

    async def watched(self, person: Person) -> list[Any]:
        """The living subscriptions on somebody's calendar."""
        return [one for one in await self.look("subscriptions") if person.id in one["resource"]]

    async def week(self) -> list[Any]:
        found = await look_at_week(self.companion.hands, TenantId(self.tenant.tenant_id), PersonId(MIA.id))
        return [one for day in found["days"] for one in day["meetings"]]

    async def travel(self, **span: float) -> None:
        """Once nothing is being done, let time pass, and wait until everything that fell due was looked at."""
        await self.settle()
        await self.travel_without_settling(**span)
        await self.settle()

    async def travel_without_settling(self, **span: float) -> None:
        await jobs.travel(self.companion.database, timedelta(**span))
        await self.companion.clock.follow(self.companion.database)

    async def forget_person(self) -> None:
        """As if nobody had ever been installed."""
        async with self.companion.database.directory() as session:
            await session.connection.execute("RESET ROLE")
            await session.connection.execute("DELETE FROM companion.tenant")

    async def start_worker(self) -> None:
        self.stop = asyncio.Event()
        self.worker = asyncio.create_task(self.companion.work(self.stop))

    async def settle(self) -> None:
        async def is_idle() -> bool:
            return await jobs.waiting(self.companion.database) == 0

        await until(is_idle, 30)

    async def reads(self) -> int:
        """How often the calendar was read."""
        return sum("calendarView" in one["path"] and "skip" not in one["path"] for one in await self.look("log"))

    async def event_id(self, uid: str) -> str:
        events = (await self.look("calendar"))["events"]
        return str(next(one["id"] for one in events if one["iCalUId"] == uid))

    async def wait_for(self, found: Callable[[], Any], seconds: float = 30) -> Any:
        return await until(found, seconds)


@asynccontextmanager
async def world(
    url: str,
    tmp_path: Path,
    *events: str,
    now: datetime = NOON,
    people: Sequence[Person] = (),
    groups: Mapping[str, Sequence[str]] | None = None,
    is_installed: bool = True,
    mail: Path | None = None,
    sites: Path | None = None,
    me: Person = MIA,
    is_spread: bool = False,
    **settings: Any,
) -> AsyncIterator[World]:
    """Bring up tenant, doors and one worker, and install the bot for Mia (`is_installed`) and wait until she is watched.
    `me`: Mia with another language or zone. `is_spread`: wakes that many share are spread, as in earnest."""
    file = tmp_path / "mia.ics"
    file.write_bytes(calendar(*events))
    clock = Clock()
    clock.start_at(now)
    tenant = LocalTenant(calendars=[file], me=me, people=people, clock=clock, mail=mail, sites=sites)
    await tenant.start()
    await app.bring_up_to_date(url)
    made_settings = Settings(**{"coalesce_seconds": 0.3, "first_week": False, **settings})  # only its own tests want it
    port = free_port(0)
    door = f"http://127.0.0.1:{port}"
    local = LocalSide(
        tenant_url=tenant.url,
        client_id=tenant.app_id,
        door_url=door,
        sites=tenant.sites.hosts if tenant.sites else {},
        is_spread=is_spread,
    )
    async with (
        app.companion(made_settings, url, local, clock=clock) as made,
        doors(made.routes(), "127.0.0.1", port, is_local=True),
        aiohttp.ClientSession() as session,
    ):
        await jobs.set_clock(made.database, clock.ahead)
        stop = asyncio.Event()
        worker = asyncio.create_task(made.work(stop))
        running = World(tenant=tenant, companion=made, session=session, door=door, file=file, stop=stop, worker=worker)
        await running.control("bot", url=f"{door}/api/messages")
        for group, members in (groups or {}).items():
            await running.control("groups", id=group, members=list(members))
        if is_installed:
            await running.install(MIA)
        yield running
        running.stop.set()
        await asyncio.wait_for(running.worker, 15)
    await tenant.stop()


@pytest.fixture
def start(ready_database: str, tmp_path: Path) -> Callable[..., Any]:
    """Starts a world on a fresh database: `async with start(event(...)) as here`."""
    return lambda *events, **more: world(ready_database, tmp_path, *events, **more)
