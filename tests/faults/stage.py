"""The local tenant, a database and the programs on it, as processes that may be killed: what stands around a test of faults."""

from __future__ import annotations

import asyncio
import hashlib
import json
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal
from uuid import uuid4

import aiohttp

from sidecar import app, jobs
from sidecar.doors import free_port
from sidecar.store.database import AWAY, Database
from sidecar.tenant import LocalTenant, Person
from sidecar.wiring import Clock
from tests.conftest import until
from tests.faults.programs import Nursery, Spec, is_alive

NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
LEAD = timedelta(minutes=30)
"""How long before a meeting its card falls due."""
CARD = "application/vnd.microsoft.card.adaptive"
READER = Person(address="reader@fabrikam.com", name="Rea Reader")
"""Whose calendar the notices of the load are about; there is nothing in it."""


def people_of(count: int, cards_each: int, every: timedelta, folder: Path) -> list[Person]:
    """So many people, each with so many meetings with a client. The cards fall due one after the other from NOON on."""
    made = []
    for number in range(count):
        address, name = f"p{number}@fabrikam.com", f"Person {number}"
        starts = [NOON + LEAD + every * (number + count * card) for card in range(cards_each)]
        file = folder / f"p{number}.ics"
        file.write_bytes(_calendar(address, name, [(f"n{number}x{card}", at) for card, at in enumerate(starts)]))
        made.append(Person(address=address, name=name, zone="Europe/Berlin", language="en-GB", calendars=(file,)))
    return made


def _calendar(address: str, name: str, meetings: Sequence[tuple[str, datetime]]) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tests//EN"]
    for uid, at in meetings:
        lines += [
            "BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261101T080000Z", f"DTSTART:{at:%Y%m%dT%H%M%SZ}",
            f"DTEND:{at + timedelta(minutes=20):%Y%m%dT%H%M%SZ}", f"SUMMARY:Call {uid}.", f"ORGANIZER;CN={name}:mailto:{address}",
            "ATTENDEE;PARTSTAT=ACCEPTED:mailto:aiko@northwindtraders.com", "END:VEVENT",
        ]  # fmt: skip
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


STILL_THERE = """
SELECT entrypoint, status, attempts, execute_after - now() AS due_in, now() - heartbeat AS silent_for, dedupe_key
FROM queue.pgqueuer
WHERE status = 'picked' OR execute_after < now() + interval '1 minute'
"""


@dataclass(slots=True, kw_only=True)
class Stage:
    """What runs, and ways to look at it."""

    url: str
    tenant: LocalTenant
    people: Sequence[Person]
    session: aiohttp.ClientSession
    nursery: Nursery
    door: str
    folder: Path
    clock: Clock
    database: Database
    running: dict[str, int] = field(default_factory=dict)
    ended: int = 0
    """How many ended on their own, the database being away as they began, and were begun anew."""
    settings: dict[str, Any] = field(default_factory=dict)

    def spec(self, what: Literal["worker", "doors", "serve"], name: str = "") -> Spec:
        """One program of this stage."""
        settings = {"coalesce_seconds": 0.3, "port": int(self.door.rpartition(":")[2]), **self.settings}
        return Spec(
            what=what, url=self.url, tenant_url=self.tenant.url, client_id=self.tenant.app_id, door_url=self.door,
            log=str(self.folder / f"{name or what}.log"), settings=settings,
        )  # fmt: skip

    def begin(self, name: str) -> None:
        """Begin `doors`, or a worker by any other name."""
        self.running[name] = self.nursery.begin(self.spec("doors" if name == "doors" else "worker", name))

    def kill(self, name: str) -> None:
        """kill -9."""
        self.nursery.kill(self.running.pop(name))

    async def keep_running(self) -> None:
        """What every service manager does: whatever ended is begun anew."""
        while True:
            for name, pid in tuple(self.running.items()):
                if not is_alive(pid):
                    self.ended += 1
                    self.begin(name)
            await asyncio.sleep(0.2)

    async def control(self, what: str, /, **body: Any) -> Any:
        async with self.session.post(f"{self.tenant.url}/_tenant/{what}", json=body) as answer:
            assert answer.status < 300, await answer.text()
            return await answer.json()

    async def look(self, what: str) -> Any:
        async with self.session.get(f"{self.tenant.url}/_tenant/{what}") as answer:
            return await answer.json()

    async def is_ready(self) -> bool:
        """Whether the doors say so."""
        try:
            async with self.session.get(f"{self.door}/readyz") as answer:
                return answer.status == 200
        except aiohttp.ClientError:
            return False

    async def begin_all(self, *workers: str) -> None:
        """The doors and these workers, and wait until they are there."""
        self.begin("doors")
        for name in workers:
            self.begin(name)
        await until(self.is_ready, 60)
        await self.control("bot", url=f"{self.door}/api/messages")

    async def install(self, people: Sequence[Person]) -> None:
        """Install the bot for these, and wait until their calendars were read and they are watched."""
        for person in people:
            await self.control("install", person=person.id)

        async def are_watched() -> bool:
            rows = await self.database.pool.fetch("SELECT person_id FROM companion.person WHERE calendar_read_at IS NOT NULL")
            return len(rows) >= len(people) and len(await self.look("subscriptions")) >= len(people)

        await until(are_watched, 90)
        await self.settle()

    async def settle(self, seconds: float = 60.0) -> None:
        """Wait until nothing is due any more."""

        async def is_idle() -> bool:
            try:
                return await jobs.waiting(self.database) == 0
            except AWAY:
                return False

        try:
            await until(is_idle, seconds)
        except AssertionError as error:
            rows = await self.database.pool.fetch(STILL_THERE)
            raise AssertionError("\n".join([str(error), *(str(dict(row)) for row in rows)])) from None

    async def travel_to(self, at: datetime) -> None:
        """The programs' clock shows this instant now."""
        await jobs.travel(self.database, at - self.clock())
        await self.clock.follow(self.database)

    async def said(self) -> Counter[str]:
        """How often each meeting's card stands in the chats, by the meeting's own name: n3x0 is the first of the person 3."""
        found: Counter[str] = Counter()
        for person in self.people:
            for one in await self.look(f"chat?person={person.id}"):
                if one["from"] == "bot" and not one["is_deleted"] and one["attachments"]:
                    text = json.dumps(one["attachments"])
                    found.update(part.partition(".")[0] for part in text.split("Call ")[1:2] if part[:1] == "n")
        return found


@asynccontextmanager
async def stage(url: str, people: Sequence[Person], clock_at: datetime = NOON, **settings: Any) -> AsyncIterator[Stage]:
    """A tenant of these people on this database; nothing of the program runs yet."""
    clock = Clock()
    clock.start_at(clock_at)
    tenant = LocalTenant(me=READER, people=people, clock=clock)
    await tenant.start()
    await app.bring_up_to_date(url)
    database = await Database.open(url)
    await jobs.set_clock(database, clock.ahead)
    nursery = Nursery()
    with tempfile.TemporaryDirectory(prefix="companion-stage-") as folder:
        async with aiohttp.ClientSession() as session:
            door = f"http://127.0.0.1:{free_port(0)}"
            yield Stage(
                url=url, tenant=tenant, people=people, session=session, nursery=nursery, door=door, folder=Path(folder),
                clock=clock, database=database, settings=settings,
            )  # fmt: skip
            await asyncio.to_thread(nursery.close)
    await database.close()
    await tenant.stop()


@dataclass(slots=True, kw_only=True)
class Inbox:
    """Notices with a key each: every one is of a subscription of its own, all of them on the reader's calendar."""

    here: Stage
    secret: str = field(default_factory=lambda: uuid4().hex * 2)
    acknowledged: set[str] = field(default_factory=set)
    tries: int = 0
    slowest: float = 0.0

    async def prepare(self, count: int) -> list[str]:
        """Keys for so many notices."""
        keys, now, tenant = [str(uuid4()) for _ in range(count)], self.here.clock(), self.here.tenant.tenant_id
        secret = hashlib.sha256(self.secret.encode()).digest()
        await self.here.database.pool.execute(
            """INSERT INTO companion.subscription
                   (tenant_id, subscription_id, person_id, client_state_hash, created_at, expires_at)
               SELECT $1, key, $2, $3, $4, $5 FROM unnest($6::text[]) AS key""",
            tenant, READER.id, secret, now, now + timedelta(days=6), keys,
        )  # fmt: skip
        return keys

    async def send(self, keys: Sequence[str], a_second: float) -> None:
        """Send each at its time, and again until it is acknowledged, as Graph does."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        sending: set[asyncio.Task[None]] = set()
        for number, key in enumerate(keys):
            await asyncio.sleep(max(0.0, began + number / a_second - loop.time()))
            task = asyncio.create_task(self._deliver(key))
            sending.add(task)
            task.add_done_callback(sending.discard)
        await asyncio.gather(*sending)

    async def _deliver(self, key: str) -> None:
        item = {
            "subscriptionId": key, "tenantId": self.here.tenant.tenant_id, "clientState": self.secret, "changeType": "updated",
            "resource": f"Users/{READER.id}/Events/x", "id": str(uuid4()),
        }  # fmt: skip
        loop = asyncio.get_running_loop()
        for again in range(200):
            self.tries += 1
            began = loop.time()
            try:
                async with self.here.session.post(f"{self.here.door}/graph/notify", json={"value": [item]}) as answer:
                    if answer.status == 202:
                        self.acknowledged.add(key)
                        self.slowest = max(self.slowest, loop.time() - began)
                        return
            except (aiohttp.ClientError, OSError):
                pass
            await asyncio.sleep(min(1.0, 0.1 * 2**again))

    async def lost(self) -> set[str]:
        """What was acknowledged and is not in the inbox."""
        rows = await self.here.database.pool.fetch("SELECT DISTINCT subscription_id FROM companion.notice")
        return self.acknowledged - {row["subscription_id"] for row in rows}
