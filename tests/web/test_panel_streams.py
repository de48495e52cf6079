"""Open panels hear of every change of their own person, of nobody else's, and never keep the program from ending."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg
import pytest
from aiohttp import web

from sidecar.doors import doors
from sidecar.store.database import Database
from sidecar.tenant import Person
from sidecar.web.guards import Route
from sidecar.web.streams import MOST_OF_A_PERSON, Streams
from tests.conftest import until
from tests.flows.conftest import event, start
from tests.web.panel_caller import panel_of
from tests.web.test_panel_door import SOON, TOM, meeting_id

__all__ = ["start"]
MANY = 200
BURSTS = 5


async def next_event(answer: aiohttp.ClientResponse, seconds: float = 10) -> str:
    """The next event's name, or "" at the end of the stream."""
    async with asyncio.timeout(seconds):
        async for line in answer.content:
            if line.startswith(b"event: "):
                return line[7:].strip().decode()
    return ""


@asynccontextmanager
async def door_of(streams: Streams, *, lives: float = 600) -> AsyncIterator[str]:
    """A door with nothing but streams; whose, is named in the address."""

    async def handler(request: web.Request) -> web.StreamResponse:
        return await streams.serve(request, "t", request.query["person"], time.time() + lives)

    route = Route(method="GET", path="/stream", who="local", handler=handler, at_end=streams.close)
    async with doors([route], "127.0.0.1", 0, is_local=True) as port:
        yield f"http://127.0.0.1:{port}/stream"


def patient() -> aiohttp.ClientSession:
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), timeout=aiohttp.ClientTimeout(total=None, sock_read=60))


async def tell(database: Database, person: str) -> None:
    await database.pool.execute("SELECT pg_notify('companion_panel', $1)", f"t {person}")


async def test_a_panel_hears_at_once_and_whenever_something_of_its_person_changed(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON), people=[Person(address=TOM.address, name=TOM.name)]) as here:
        mia = panel_of(here)
        async with mia.stream() as answer:
            assert answer.headers["Content-Type"] == "text/event-stream" and answer.headers["Cache-Control"] == "no-store"
            assert await next_event(answer) == "changed"
            meeting = await meeting_id(here, mia)
            await mia.note(meeting, "they like blue")
            assert await next_event(answer) == "changed"
            await mia.post("tick", meeting=meeting, check="devices", is_ticked=True)
            assert await next_event(answer) == "changed"
            await here.control("move", event_id=await here.event_id("roll-out"), minutes=15)
            assert await next_event(answer, 30) == "changed"


async def test_nobody_hears_of_anybody_else(database: Database) -> None:
    streams = Streams(database)
    async with (
        door_of(streams) as url,
        patient() as session,
        session.get(f"{url}?person=a") as mine,
        session.get(f"{url}?person=b") as theirs,
    ):
        assert await next_event(mine) == await next_event(theirs) == "changed"
        await tell(database, "a")
        assert await next_event(mine) == "changed"
        with pytest.raises(TimeoutError):
            await next_event(theirs, 0.5)


async def test_the_stream_ends_with_the_token(start: Callable[..., Any]) -> None:
    async with start(event("roll-out", SOON)) as here:
        now = time.time()
        panel = panel_of(here, exp=now - 298, iat=now - 3000, nbf=now - 3000)
        async with panel.stream() as answer:
            assert answer.status == 200
            assert (await asyncio.wait_for(answer.content.read(), 15)).startswith(b"retry: 1000\n\nevent: changed\n")
        assert time.time() - now < 10


async def test_after_an_outage_of_the_database_everybody_looks_again(database: Database, server: str) -> None:
    streams = Streams(database)
    async with door_of(streams) as url, patient() as session, session.get(f"{url}?person=a") as answer:
        assert await next_event(answer) == "changed"
        connection = await asyncpg.connect(server)
        killed = await connection.fetchval(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = $1",
            await database.pool.fetchval("SELECT current_database()"),
        )
        await connection.close()
        assert killed == 1
        assert await next_event(answer, 15) == "changed"
        await tell(database, "a")
        assert await next_event(answer) == "changed"


async def test_a_change_reaches_two_hundred_panels_quickly(database: Database) -> None:
    streams = Streams(database)
    async with door_of(streams) as url, patient() as session, AsyncExitStack() as stack:
        answers = [await stack.enter_async_context(session.get(f"{url}?person={index}")) for index in range(MANY)]
        assert [await next_event(one) for one in answers] == ["changed"] * MANY
        assert streams.count == MANY
        began = time.perf_counter()
        async with database.pool.acquire() as connection, connection.transaction():
            for index in range(MANY):
                await connection.execute("SELECT pg_notify('companion_panel', $1)", f"t {index}")
        assert [await next_event(one) for one in answers] == ["changed"] * MANY
        assert time.perf_counter() - began < 2


async def test_a_reader_that_takes_nothing_delays_nobody_and_is_owed_one_word_only(database: Database) -> None:
    streams = Streams(database)
    async with door_of(streams) as url, patient() as session, session.get(f"{url}?person=a") as quick:
        assert await next_event(quick) == "changed"
        slow, writer = await asyncio.open_connection("127.0.0.1", int(url.split(":")[2].split("/")[0]), limit=2**12)
        writer.write(b"GET /stream?person=a HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")

        async def both() -> bool:
            return streams.count == 2

        await until(both)
        for _ in range(BURSTS):
            for _ in range(20_000):
                streams.tell("t", "a")
            assert await next_event(quick) == "changed"
        await tell(database, "a")
        assert await next_event(quick) == "changed"
        await streams.close()
        words = (await asyncio.wait_for(slow.read(-1), 30)).count(b"event: changed\n")
        writer.close()
    assert 1 <= words <= 1 + BURSTS + 1, "one when it opened, and at most one for whatever happened at once"


async def test_one_person_has_so_many_panels_and_the_oldest_makes_room(database: Database) -> None:
    streams = Streams(database)
    async with door_of(streams) as url, patient() as session, AsyncExitStack() as stack:
        answers = [await stack.enter_async_context(session.get(f"{url}?person=a")) for _ in range(MOST_OF_A_PERSON)]
        assert [await next_event(one) for one in answers] == ["changed"] * MOST_OF_A_PERSON
        newest = await stack.enter_async_context(session.get(f"{url}?person=a"))
        assert await next_event(newest) == "changed"
        assert await next_event(answers[0]) == ""
        await tell(database, "a")
        assert await next_event(answers[1]) == await next_event(newest) == "changed"


async def test_a_panel_that_went_away_leaves_nothing_behind(database: Database) -> None:
    streams = Streams(database)
    async with door_of(streams) as url, patient() as session:
        async with session.get(f"{url}?person=a") as answer:
            assert await next_event(answer) == "changed"

        async def is_empty() -> bool:
            streams.tell("t", "a")
            return streams.count == 0

        await until(is_empty)


async def test_the_doors_close_within_five_seconds_while_panels_are_open(database: Database) -> None:
    streams = Streams(database)
    async with patient() as session, AsyncExitStack() as stack:
        async with door_of(streams) as url:
            answers = [await stack.enter_async_context(session.get(f"{url}?person={index}")) for index in range(50)]
            assert [await next_event(one) for one in answers] == ["changed"] * 50
            _, stuck = await asyncio.open_connection("127.0.0.1", int(url.split(":")[2].split("/")[0]))
            stuck.write(b"GET /stream?person=a HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            began = time.perf_counter()
        assert time.perf_counter() - began < 5
        assert [await next_event(one) for one in answers] == [""] * 50
        stuck.close()


async def test_a_process_with_open_panels_ends_within_five_seconds_of_sigterm(empty_database: str) -> None:
    program = Path(__file__).parents[2] / "bench" / "bench_panel_streams.py"
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(program), "serve", empty_database, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    port = int(await asyncio.wait_for(process.stdout.readline(), 30))
    async with patient() as session, AsyncExitStack() as stack:
        url = f"http://127.0.0.1:{port}/stream"
        answers = [await stack.enter_async_context(session.get(f"{url}?person={index}")) for index in range(20)]
        assert [await next_event(one) for one in answers] == ["changed"] * 20
        began = time.perf_counter()
        process.terminate()
        assert await asyncio.wait_for(process.wait(), 20) == 0
        assert time.perf_counter() - began < 5
        assert [await next_event(one) for one in answers] == [""] * 20
