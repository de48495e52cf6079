"""One local tenant with two people, and a subscriber and a bot that are real servers on loopback."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from sidecar.tenant import LocalTenant, Person

SHARED = Path(__file__).resolve().parents[2].parent / "shared"

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ME = Person(address="mia.berg@contoso.com", name="Mia Berg", zone="Europe/Berlin", language="de-DE")
SAM = Person(address="sam.lee@contoso.com", name="Sam Lee", zone="Asia/Tokyo")
PATIENCE = 8.0

Json = Any


def entry(uid: str, start: str, end: str, subject: str, *more: str) -> str:
    """One VEVENT with lines of `more`."""
    lines = [f"UID:{uid}", "DTSTAMP:20261120T100000Z", f"DTSTART:{start}", f"DTEND:{end}", f"SUMMARY:{subject}", *more]
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


def calendar(*entries: str) -> bytes:
    """An .ics file as bytes."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//tests//EN"]
    return "\r\n".join([*head, *entries, "END:VCALENDAR", ""]).encode()


REVIEW = entry(
    "review@contoso.com",
    "20261123T130000Z",
    "20261123T140000Z",
    "Northwind review",
    "DESCRIPTION:Agenda <first>\\nDial-in below",
    "ORGANIZER;CN=Mia Berg:mailto:mia.berg@contoso.com",
    "ATTENDEE;CN=Ann Dow;PARTSTAT=ACCEPTED:mailto:ann@northwind.example.com",
)
WEEKLY = entry("weekly@contoso.com", "20261123T090000Z", "20261123T093000Z", "Weekly", "RRULE:FREQ=WEEKLY;COUNT=10")


@dataclass(slots=True)
class Clock:
    """A clock the test sets."""

    now_at: datetime = NOW

    def __call__(self) -> datetime:
        return self.now_at

    def pass_by(self, span: timedelta) -> None:
        self.now_at += span


@dataclass(slots=True)
class Client:
    """Calls the tenant with plain aiohttp. `graph` and `connector` send a good token, `control` none."""

    tenant: LocalTenant
    session: aiohttp.ClientSession

    async def call(self, method: str, path: str, body: Json = None, headers: dict[str, str] | None = None) -> tuple[int, Json]:
        url = path if path.startswith("http") else f"{self.tenant.url}{path}"
        async with self.session.request(method, url, json=body, headers=headers) as answer:
            text = await answer.text()
            is_json = "json" in answer.content_type
            return answer.status, json.loads(text) if text and is_json else text

    def token(self, audience: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.tenant.tokens.grant(audience)['access_token']}"}

    async def graph(self, method: str, path: str, body: Json = None, prefer: str | None = None) -> tuple[int, Json]:
        more = {"Prefer": prefer} if prefer else {}
        where = path if path.startswith("http") else f"/v1.0{path}"
        return await self.call(method, where, body, {**self.token("graph"), **more})

    async def connector(self, method: str, path: str, body: Json = None) -> tuple[int, Json]:
        return await self.call(method, f"/connector/v3{path}", body, self.token("connector"))

    async def control(self, path: str, body: Json = None) -> Json:
        status, answer = await self.call("GET" if body is None else "POST", f"/_tenant/{path}", body)
        assert status < 300, answer
        return answer

    async def events(self, person: Person = ME, days: int = 35) -> list[Json]:
        until = f"{NOW + timedelta(days=days):%Y-%m-%dT%H:%M:%SZ}"
        status, page = await self.graph(
            "GET",
            f"/users/{person.address}/calendarView?startDateTime=2026-11-22T12:00:00Z&endDateTime={until}&$top=100",
        )
        assert status == 200, page
        found: list[Json] = page["value"]
        return found

    async def named(self, subject: str) -> Json:
        return next(event for event in await self.events() if event["subject"] == subject)


@dataclass(slots=True)
class Listener:
    """A server on loopback that keeps what it is sent: a subscriber of notifications, and a bot."""

    url: str = ""
    got: list[Json] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    """What to answer to the next notifications; 202 when empty."""
    echo: Callable[[str], str] = lambda token: token
    invoke_answer: Json = None
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def notify(self, request: web.Request) -> web.Response:
        if "validationToken" in request.query:
            return web.Response(text=self.echo(request.query["validationToken"]), content_type="text/plain")
        status = self.statuses.pop(0) if self.statuses else 202
        await self._keep(await request.json() | {"answered": status})
        return web.Response(status=status)

    async def messages(self, request: web.Request) -> web.Response:
        self.tokens.append(request.headers["Authorization"].removeprefix("Bearer "))
        activity = await request.json()
        await self._keep(activity)
        if activity["type"] == "invoke":
            return web.json_response(self.invoke_answer)
        return web.Response(status=202)

    async def _keep(self, item: Json) -> None:
        async with self.changed:
            self.got.append(item)
            self.changed.notify_all()

    async def until(self, count: int) -> list[Json]:
        """Waits until so many have come."""
        async with asyncio.timeout(PATIENCE), self.changed:
            await self.changed.wait_for(lambda: len(self.got) >= count)
        return self.got


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ics(tmp_path: Path) -> Path:
    path = tmp_path / "mine.ics"
    path.write_bytes(calendar(REVIEW, WEEKLY))
    return path


@pytest.fixture
async def tenant(ics: Path, clock: Clock) -> AsyncIterator[LocalTenant]:
    local = LocalTenant(calendars=[ics], me=ME, people=[SAM], clock=clock)
    await local.start()
    yield local
    await local.stop()


@pytest.fixture
async def client(tenant: LocalTenant) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession() as session:
        yield Client(tenant, session)


@pytest.fixture
async def listener() -> AsyncIterator[Listener]:
    found = Listener()
    application = web.Application()
    application.router.add_post("/notify", found.notify)
    application.router.add_post("/messages", found.messages)
    runner = web.AppRunner(application, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield found
    await runner.cleanup()


@pytest.fixture
async def subscription(client: Client, listener: Listener) -> Json:
    status, made = await client.graph("POST", "/subscriptions", wanted(listener))
    assert status == 201, made
    return made


def wanted(listener: Listener, **change: Json) -> Json:
    """A good body for POST /subscriptions."""
    return {
        "changeType": "created,updated,deleted",
        "notificationUrl": f"{listener.url}/notify",
        "lifecycleNotificationUrl": f"{listener.url}/notify",
        "resource": f"/users/{ME.id}/events",
        "expirationDateTime": "2026-11-28T12:00:00.123456+00:00",
        "clientState": "a secret",
        **change,
    }


@pytest.fixture(scope="module")
def oracle() -> ModuleType:
    """The checker of answers against Graph's published schema."""
    tool = SHARED / "tools" / "csdl_check.py"
    if not tool.exists():
        pytest.skip("the published Graph schema is not beside this repository")
    spec = importlib.util.spec_from_file_location("csdl_check", tool)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["csdl_check"] = module
    spec.loader.exec_module(module)
    return module
