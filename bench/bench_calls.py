"""Calls: what the state of a long one costs, how soon an event reaches the panel, and whether a dying worker loses a hint.

`bench_calls.py` measures all three; `bench_calls.py state | events | deaths [CALLS]` one of them.
"""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
from aiohttp import web
from figures import report

sys.path.insert(0, str(Path(__file__).parents[1]))

from sidecar import jobs, wiring
from sidecar.domain.calls.breaks import Spoken
from sidecar.domain.calls.call import Planned, told
from sidecar.domain.calls.call_event import CallEvent
from sidecar.domain.calls.call_kept import kept, live_in
from sidecar.domain.calls.call_live import Live, Rules, advance, heard, look_at
from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import call_wake
from sidecar.doors import doors
from sidecar.flows.calls.call_card import follow_call
from sidecar.flows.calls.note_call import note_call
from sidecar.flows.known import digest_of_meeting
from sidecar.settings import Settings
from sidecar.store.database import Database, migrate
from sidecar.store.embedded import EmbeddedServer
from sidecar.web.guards import Route
from sidecar.web.streams import Streams
from sidecar.wire.graph import read_event
from sidecar.wiring import Clock

MINUTE = timedelta(minutes=1)
LONG = timedelta(hours=3)
PEOPLE = 30
AT_ONCE = 200
EVENTS_FOR = 20.0
WARMING = 10
EVERY = 5.0
"""Seconds between two things that one call tells, the panel's lull signal being the most frequent."""
IN_A_TENANT = 50
"""Teams takes thirty messages a second from a bot in one tenant: with all in one, the bench would measure that."""
TOGETHER = 1000
"""So many calls run at the same time: more would take this machine longer than a hint is of use."""
KILL_EVERY = 12.0
"""Seconds between two deaths: on a busy machine a worker takes some to begin."""
PLANNED = 85 * MINUTE
ROUNDS = (timedelta(), 50 * MINUTE + timedelta(seconds=2), 25 * MINUTE, 10 * MINUTE, 6 * MINUTE)
"""The start; the hint, at fifty minutes; the end of hints; the planned end; five minutes after it."""
SAID = "CREATE TABLE public.said (person text, what text, hint text)"


def state_of_a_long_call() -> None:
    """Three hours, thirty people who come and go every six minutes, words all the time."""
    start_at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    planned, names = Planned(start_at=start_at, end_at=start_at + LONG, me=PersonId("p0")), [f"p{n}" for n in range(PEOPLE)]
    events = [_event("start", start_at)]
    for minute in range(0, 180, 6):
        events += [_event("join" if minute % 12 == 0 else "leave", start_at + minute * MINUTE, name) for name in names[1:]]
    live, begun = Live(planned_from=start_at, planned_until=start_at + LONG), told(planned, events[:1], (), start_at)
    words = [f"word{n}" for n in range(3000)]
    for n in range(2000):
        text = " ".join(words[(n * 7 + k) % 3000] for k in range(30))
        live = heard(live, begun, Rules(), Spoken(start_s=5.4 * n, end_s=5.4 * n + 5, speaker=f"s{n % 3}", text=text))
    size = len(json.dumps(kept(live))) + sum(len(repr(one)) for one in events)
    report("state of three hours with 30 people, its events included", [size / 1e6], "MB", at_most=1)
    spent, live = [], Live(planned_from=start_at, planned_until=start_at + LONG)
    for second in range(0, 10800, 20):
        now = start_at + timedelta(seconds=second)
        began = time.thread_time()
        found = told(planned, events, live.said, now)
        live = advance(live, found, Rules(), now, "lull" if second % 60 else "look")
        look_at(live, found, Rules(), now)
        spent.append((time.thread_time() - began) * 1000)
    spent.sort()
    report(f"a decision with all {len(events)} events", [spent[len(spent) // 2]], "ms CPU", at_most=1)
    print(f"        of {len(spent)} decisions the slowest of a hundred: {spent[int(len(spent) * 0.99)]:.2f} ms CPU", flush=True)
    assert live_in(kept(live)) == live


def _event(kind: Any, at: datetime, *people: str, tenant: str = "t0", thread: str = "19:meeting_bench000@thread.v2") -> CallEvent:
    return CallEvent(tenant=TenantId(tenant), thread=thread, kind=kind, at=at, people=tuple(PersonId(one) for one in people))


class _Chat:
    """Stands for Teams: what reaches it is there, whatever becomes of the worker that sent it."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._pool: Any = None
        self._count = 0

    async def send(self, conversation: Mapping[str, Any], card: Mapping[str, Any], summary: str) -> str:
        self._count += 1
        await self._note("message", conversation, card)
        return f"{conversation['id']}-{time.time_ns()}-{self._count}"

    async def edit(self, conversation: Mapping[str, Any], activity_id: str, card: Mapping[str, Any], summary: str) -> None:
        await self._note("edit", conversation, card)

    async def _note(self, what: str, conversation: Mapping[str, Any], card: Mapping[str, Any]) -> None:
        if self._pool is None:
            self._pool = await asyncpg.create_pool(self._url, min_size=4, max_size=4)
        hints = [one["data"].get("hint") for one in card.get("actions", ()) if one["data"].get("hint")]
        args = (conversation["id"], what, hints[0] if hints else "")
        await self._pool.execute("INSERT INTO public.said VALUES ($1, $2, $3)", *args)

    async def delete(self, conversation: Mapping[str, Any], activity_id: str) -> None:
        return None


def _hands(database: Database, clock: Clock, url: str = "") -> Any:
    settings = Settings(own_domains="fabrikam.com", _env_file=None)
    return wiring.hands_of(settings, database, clock, None, _Chat(url), "")


async def _stage(
    database: Database, calls: int, start_at: datetime, from_number: int = 0
) -> list[tuple[TenantId, PersonId, MeetingId, str]]:
    """One person with one client meeting under a Teams link of its own for each call, and the card before it in their chat."""
    staged = []
    for first in range(from_number, from_number + calls, IN_A_TENANT):
        tenant = TenantId(f"t{first // IN_A_TENANT}")
        async with database.directory() as session:
            await session.run("add_tenant", tenant)
        async with database.transaction(tenant) as session:
            for number in range(first, min(first + IN_A_TENANT, from_number + calls)):
                person, address = PersonId(f"p{number}"), f"p{number}@fabrikam.com"
                await session.row("install_person", tenant, person, {"id": person}, "Mia", "en", "Europe/Berlin", start_at, None)
                await session.run("describe_person", tenant, person, address, "Mia", "Europe/Berlin", "en", None)
                event = _calendar_event(number, address, start_at)
                meeting = read_event(event)
                assert meeting is not None
                await session.row(
                    "put_meeting", tenant, person, meeting.id, None, meeting.start_at, meeting.end_at, event,
                    digest_of_meeting(meeting), "northwind.example", start_at,
                )  # fmt: skip
                which = (tenant, person, meeting.id, "pre_call_card", 1)
                await session.row("claim_delivery", *which, "claimed", start_at, start_at, start_at, "staged", start_at)
                await session.run("mark_sent", *which, f"before-{number}", "", start_at)
                staged.append((tenant, person, meeting.id, f"19:meeting_bench{number:05}@thread.v2"))
    return staged


def _calendar_event(number: int, address: str, start_at: datetime) -> dict[str, Any]:
    def at(when: datetime) -> dict[str, str]:
        return {"dateTime": f"{when:%Y-%m-%dT%H:%M:%S}.0000000", "timeZone": "UTC"}

    me, client = (
        {"emailAddress": {"address": one, "name": name}} for one, name in ((address, "Mia"), ("ann@northwind.example", "Ann"))
    )
    link = f"https://teams.microsoft.com/l/meetup-join/19%3ameeting_bench{number:05}%40thread.v2/0"
    return {
        "id": f"e{number}", "iCalUId": f"u{number}", "type": "singleInstance", "subject": "Roll-out", "organizer": me,
        "start": at(start_at), "end": at(start_at + PLANNED), "showAs": "busy", "sensitivity": "normal", "isAllDay": False,
        "isCancelled": False, "isOrganizer": True, "attendees": [{**client, "type": "required"}],
        "onlineMeeting": {"joinUrl": link},
    }  # fmt: skip


async def serve(url: str) -> None:
    """A door with the product's own streams, until told to stop."""
    database = await Database.open(url)
    streams, stop = Streams(database), asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)

    async def handler(request: web.Request) -> web.StreamResponse:
        return await streams.serve(request, request.query["tenant"], request.query["person"], time.time() + 3600)

    route = Route(method="GET", path="/stream", who="local", handler=handler, at_end=streams.close)
    async with doors([route], "127.0.0.1", 0, is_local=True) as port:
        print(port, flush=True)
        await stop.wait()
    await database.close()


async def events_to_panels(url: str) -> None:
    """Two hundred calls at once, each telling something every five seconds; each has its panel open."""
    await migrate(url)
    await jobs.prepare(url)
    database, clock = await Database.open(url), Clock()
    staged = await _stage(database, AT_ONCE + WARMING, clock() - 10 * MINUTE)
    hands = _hands(database, clock)
    for _ in range(2):  # what a program that runs has behind it: its connections, its statements, the public suffixes
        warm = (note_call(hands, _event("join", clock(), "guest", tenant=one[0], thread=one[3])) for one in staged[AT_ONCE:])
        await asyncio.gather(*warm)
    command = [sys.executable, __file__, "serve", url]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    port = int(await process.stdout.readline())
    spent: list[float] = []
    await asyncio.gather(*(_one_call(hands, port, number, one, spent) for number, one in enumerate(staged[:AT_ONCE])))
    process.send_signal(signal.SIGTERM)
    await process.wait()
    await database.close()
    spent.sort()
    print(f"        {len(spent)} events; the median {spent[len(spent) // 2]:.0f} ms, the slowest {spent[-1]:.0f} ms", flush=True)
    promise = f"event to panel, {AT_ONCE} calls at once, one event each in {EVERY:g} s: the slowest of a hundred"
    report(promise, [spent[int(len(spent) * 0.99)]], "ms", at_most=250)


async def _one_call(hands: Any, port: int, number: int, one: tuple[Any, ...], spent: list[float]) -> None:
    tenant, person, _, thread = one
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET /stream?tenant={tenant}&person={person} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
    await _changed(reader)
    await asyncio.sleep(2 + EVERY * number / AT_ONCE)
    until, is_first, count = time.perf_counter() + EVENTS_FOR, True, 0
    while time.perf_counter() < until:
        kind = "start" if is_first else "join" if count % 2 else "leave"
        event = _event(kind, hands.clock(), *(() if is_first else ("guest",)), tenant=tenant, thread=thread)
        waiting = asyncio.create_task(_changed(reader))
        began = time.perf_counter()
        await note_call(hands, event)
        spent.append((await waiting - began) * 1000)
        is_first, count = False, count + 1
        await asyncio.sleep(max(0.0, EVERY - (time.perf_counter() - began)))
    writer.close()


async def _changed(reader: asyncio.StreamReader) -> float:
    while b"event: changed" not in await reader.readline():
        pass
    return time.perf_counter()


async def work(url: str) -> None:
    """One worker with the product's own queue, until it is killed."""
    database, clock = await Database.open(url), Clock()
    hands = _hands(database, clock, url)

    async def call(what: Mapping[str, str]) -> None:
        await clock.follow(database)
        due_at = datetime.fromisoformat(what["due"])
        who = TenantId(what["tenant"]), PersonId(what["person"]), MeetingId(what["meeting"])
        await follow_call(hands, *who, due_at, what["key"])

    async def follow_up(what: Mapping[str, str]) -> None:
        await database.pool.execute("INSERT INTO public.said VALUES ($1, 'follow_up', '')", what["person"])

    await jobs.work(database, {"call": call, "follow_up": follow_up}, stop=asyncio.Event(), poll=timedelta(seconds=0.25))


class _Workers:
    """Two workers; one of them is killed without mercy again and again, and another takes its place."""

    def __init__(self, url: str) -> None:
        self._command = [sys.executable, __file__, "work", url]
        self._all = [self._start(), self._start()]
        self.killed = 0

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self._command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def kill_one(self) -> None:
        victim = self.killed % 2
        self._all[victim].kill()
        self._all[victim].wait()
        self._all[victim] = self._start()
        self.killed += 1

    def end(self) -> None:
        for one in self._all:
            one.kill()
            one.wait()


async def deaths(url: str, calls: int) -> None:
    """So many calls from their start to five minutes past their end, while workers die all the time."""
    await migrate(url)
    await jobs.prepare(url)
    database, clock = await Database.open(url), Clock()
    await database.pool.execute(SAID)
    await database.pool.execute("GRANT ALL ON public.said TO PUBLIC")
    hands = _hands(database, clock)
    workers, began = _Workers(url), time.perf_counter()
    for first in range(0, calls, TOGETHER):
        await clock.follow(database)
        start_at = clock()
        staged = await _stage(database, min(TOGETHER, calls - first), start_at, first)
        for tenant, person, meeting, _ in staged:
            async with database.transaction(tenant) as session:
                await hands.arm(session, [call_wake(tenant, person, meeting, start_at, "r1")])
        for span in ROUNDS:
            await jobs.travel(database, span)
            await _until_idle(database, workers)
    workers.end()
    await _count(database, calls, workers.killed, time.perf_counter() - began)
    await database.close()


async def _until_idle(database: Database, workers: _Workers) -> None:
    last = time.perf_counter()
    while await jobs.waiting(database):
        await asyncio.sleep(0.5)
        if time.perf_counter() - last > KILL_EVERY:
            workers.kill_one()
            last = time.perf_counter()


async def _count(database: Database, calls: int, killed: int, spent: float) -> None:
    async with database.pool.acquire() as connection:
        hinted = await _figures(connection, "hint <> ''")
        rung = await _figures(connection, "what = 'message' AND hint <> ''")
        told_of = await _figures(connection, "what = 'follow_up'")
        kept_of = await connection.fetchval("SELECT count(*) FROM companion.call WHERE (live ->> 'hints')::int = 1")
    print(f"        {calls} calls, {killed} workers killed, {spent:.0f} s", flush=True)
    report("hints decided once, of all calls", [kept_of], "calls", at_least=calls)
    report("calls whose hint reached the chat", [hinted[0]], "calls", at_least=calls)
    print(f"        {calls - rung[0]} of them silently, in the card from before the call: the message may be lost", flush=True)
    report("messages that came twice", [rung[1]], "messages", at_most=0)
    report("calls whose follow-up was asked for", [told_of[0]], "calls", at_least=calls)


async def _figures(connection: asyncpg.Connection, which: str) -> tuple[int, int]:
    """How many people have any, and how many more than one."""
    counted = f"SELECT person, count(*) AS often FROM public.said WHERE {which} GROUP BY person"  # noqa: S608  # our own words
    row = await connection.fetchrow(f"SELECT count(*), count(*) FILTER (WHERE often > 1) FROM ({counted}) found")  # noqa: S608
    return int(row[0]), int(row[1])


def _on_a_database(do: Any, *args: Any) -> None:
    with tempfile.TemporaryDirectory(prefix="companion-bench-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)
        server = EmbeddedServer(Path(folder) / "database")
        asyncio.run(do(server.start(), *args))
        server.stop()


def main(asked: Sequence[str]) -> None:
    """What was asked for; everything without."""
    if asked[:1] == ["serve"]:
        asyncio.run(serve(asked[1]))
    elif asked[:1] == ["work"]:
        asyncio.run(work(asked[1]))
    else:
        which = asked[0] if asked else ""
        if which in ("", "state"):
            state_of_a_long_call()
        if which in ("", "events"):
            _on_a_database(events_to_panels)
        if which in ("", "deaths"):
            _on_a_database(deaths, int(asked[1]) if asked[1:] else 10_000)


if __name__ == "__main__":
    main(sys.argv[1:])
