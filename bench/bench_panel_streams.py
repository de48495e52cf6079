"""A thousand open panels: what they cost in memory, how soon a change reaches all of them, how soon SIGTERM ends them."""

from __future__ import annotations

import asyncio
import signal
import sys
import tempfile
import time
from pathlib import Path

import asyncpg
import psutil
from aiohttp import web
from figures import report

sys.path.insert(0, str(Path(__file__).parents[1]))

from sidecar.doors import doors, stop_on_signals
from sidecar.store.database import Database
from sidecar.store.embedded import EmbeddedServer
from sidecar.web.guards import Route
from sidecar.web.streams import Streams

PANELS = 1000
TIMES = 20
REQUEST = "GET /stream?person={} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


async def serve(url: str) -> None:
    """A door with the product's own streams and nothing else, until told to stop."""
    stop = stop_on_signals()
    database = await Database.open(url)
    streams = Streams(database)

    async def handler(request: web.Request) -> web.StreamResponse:
        return await streams.serve(request, "t", request.query["person"], time.time() + 3600)

    route = Route(method="GET", path="/stream", who="local", handler=handler, at_end=streams.close)
    async with doors([route], "127.0.0.1", 0, is_local=True) as port:
        print(port, flush=True)
        await stop.wait()
    await database.close()


async def _changed(reader: asyncio.StreamReader) -> float:
    """When the next word came."""
    while b"event: changed" not in await reader.readline():
        pass
    return time.perf_counter()


async def _publish(connection: asyncpg.Connection, readers: list[asyncio.StreamReader]) -> list[float]:
    """Milliseconds from the commit of a change for everybody to each panel."""
    waiting = [asyncio.create_task(_changed(reader)) for reader in readers]
    began = time.perf_counter()
    await connection.execute(
        "SELECT count(pg_notify('companion_panel', 't ' || n)) FROM generate_series(0, $1::int) n", PANELS - 1
    )
    return [(at - began) * 1000 for at in await asyncio.gather(*waiting)]


async def measure(url: str) -> None:
    """Open a thousand, publish to all, end them."""
    program = [sys.executable, __file__, "serve", url]
    process = await asyncio.create_subprocess_exec(*program, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    port, memory = int(await process.stdout.readline()), psutil.Process(process.pid).memory_info
    first, _ = await _open(port, PANELS)
    await _changed(first)
    before = memory().rss
    opened = [await _open(port, index) for index in range(PANELS)]
    readers = [reader for reader, _ in opened]
    await asyncio.gather(*map(_changed, readers))
    report("1,000 open panels: memory they add", [(memory().rss - before) / 1e6], "MB", at_most=40)
    connection = await asyncpg.connect(url)
    reached = [sorted(await _publish(connection, readers))[int(PANELS * 0.99) - 1] for _ in range(TIMES)]
    await connection.close()
    report("a change reaches 1,000 panels, p99", reached, "ms", at_most=250)
    began = time.perf_counter()
    process.send_signal(signal.SIGTERM)
    await process.wait()
    report("SIGTERM with 1,000 open panels", [time.perf_counter() - began], "s", at_most=5)


async def _open(port: int, person: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(REQUEST.format(person).encode())
    return reader, writer


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        asyncio.run(serve(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory(prefix="companion-bench-", ignore_cleanup_errors=True) as folder:
            Path(folder).chmod(0o711)
            server = EmbeddedServer(Path(folder) / "database")
            asyncio.run(measure(server.start()))
            server.stop()
