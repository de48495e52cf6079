"""Notices by the thousand from a process of its own over raw sockets, and how long each answer took."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from sidecar.domain.meetings.meeting import TenantId
from sidecar.flows.watching.take_notices import digest_of
from sidecar.store.database import Database

TENANTS, PEOPLE = 20, 2_000
CONNECTIONS = 32
SECRET = "s" * 64


def body(index: int) -> bytes:
    """One notice of one person, as Graph sends it."""
    person = index % PEOPLE
    notice = {
        "subscriptionId": f"subscription-{person}", "tenantId": f"tenant-{person % TENANTS}", "clientState": SECRET,
        "subscriptionExpirationDateTime": "2026-11-28T12:00:00.0000000+00:00", "changeType": "updated", "id": f"n{index}",
        "resource": f"Users/{person}/Events/AAMk{index}",
        "resourceData": {
            "@odata.type": "#Microsoft.Graph.Event", "@odata.id": f"Users/{person}/Events/AAMk{index}",
            "@odata.etag": 'W/"abc"', "id": f"AAMk{index}",
        },
    }  # fmt: skip
    return json.dumps({"value": [notice]}).encode()


class Load:
    """Requests over kept connections: as fast as answers come, or so many a second whether they come or not."""

    def __init__(self, port: int, path: str) -> None:
        self._port, self._path = port, path
        self._sent = 0
        self.seconds: list[float] = []
        self.refused = 0

    async def _ask(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, since: float | None = None) -> None:
        payload = body(self._sent)
        self._sent += 1
        began = time.perf_counter() if since is None else since
        head = f"POST {self._path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(payload)}\r\n\r\n"
        writer.write(head.encode() + payload)
        answer = await reader.readuntil(b"\r\n\r\n")
        length = next((int(line[15:]) for line in answer.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
        await reader.readexactly(length)
        self.seconds.append(time.perf_counter() - began)
        self.refused += answer[9:10] != b"2"

    async def as_fast_as_answered(self, seconds: float) -> None:
        until = time.perf_counter() + seconds

        async def one() -> None:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            while time.perf_counter() < until:
                await self._ask(reader, writer)
            writer.close()

        await asyncio.gather(*(one() for _ in range(CONNECTIONS)))

    async def at(self, rate: int, seconds: float) -> None:
        """An answer's time counts from when its request was due, so that a stall is not hidden by requests that were not sent."""
        free: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
        for _ in range(CONNECTIONS * 4):
            free.put_nowait(await asyncio.open_connection("127.0.0.1", self._port))
        began, asking = time.perf_counter(), set()

        async def one(due: float) -> None:
            connection = await free.get()
            await self._ask(*connection, since=due)
            free.put_nowait(connection)

        for index in range(int(rate * seconds)):
            due = began + index / rate
            if (wait := due - time.perf_counter()) > 0:
                await asyncio.sleep(wait)
            task = asyncio.create_task(one(due))
            asking.add(task)
            task.add_done_callback(asking.discard)
        await asyncio.gather(*asking)
        while not free.empty():
            free.get_nowait()[1].close()


def _loading(port: int, path: str, how: str, seconds: float, rate: int, told: Any) -> None:
    load = Load(port, path)
    asyncio.run(load.at(rate, seconds) if how == "at" else load.as_fast_as_answered(seconds))
    told.send((load.seconds, load.refused))


async def load(port: int, path: str, seconds: float, rate: int = 0) -> tuple[list[float], int]:
    """The seconds that each answer took, and how many were refused."""
    spawned = multiprocessing.get_context("spawn")
    here, there = spawned.Pipe()
    process = spawned.Process(target=_loading, args=(port, path, "at" if rate else "fast", seconds, rate, there))
    process.start()
    found: tuple[list[float], int] = await asyncio.to_thread(here.recv)
    await asyncio.to_thread(process.join)
    return found


async def people(database: Database) -> None:
    """Everybody who is watched, with a subscription each."""
    now, digest = datetime.now(UTC), digest_of(SECRET)
    for tenant in range(TENANTS):
        async with database.directory() as session:
            await session.run("add_tenant", f"tenant-{tenant}")
        async with database.transaction(TenantId(f"tenant-{tenant}")) as session:
            for person in range(tenant, PEOPLE, TENANTS):
                await session.row("install_person", f"tenant-{tenant}", f"p{person}", {}, "P", "en", "UTC", now, None)
                args = (f"tenant-{tenant}", f"subscription-{person}", f"p{person}", digest, now, now + timedelta(days=7), None)
                await session.run("add_subscription", *args)


async def stored(database: Database) -> int:
    """How many notices are stored."""
    return int(await database.pool.fetchval("SELECT count(*) FROM companion.notice"))
