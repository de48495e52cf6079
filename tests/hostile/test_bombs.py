"""Bombs and slow bodies: memory grows by less than 20 MB and the sender is cut off in time, at our doors and on the web alike."""

from __future__ import annotations

import asyncio
import gzip
import json
import sys
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from sidecar.web.guards import MOST_BYTES, Route, application
from sidecar.web.json_answers import answer
from sidecar.web.quiet_http import QuietRunner
from tests.conftest import until
from tests.hostile.raw_http import request, send

ROOT = Path(__file__).parents[2]
MOST_GROWTH = 20_000_000
SHORT, NIGHT = 60, 200
"""Megabytes of each bomb once it is unpacked."""


def packed(megabytes: int, packer: str = "gzip", times: int = 1) -> bytes:
    """So many megabytes of nothing, packed; packed again where that is asked for."""
    shape = zlib.compressobj(9, zlib.DEFLATED, 31 if packer == "gzip" else 15)
    data = b"".join(shape.compress(bytes(1_000_000)) for _ in range(megabytes)) + shape.flush()
    for _ in range(times - 1):
        data = gzip.compress(data)
    return data


async def _take(asked: web.Request) -> web.Response:
    return answer({"bytes": len(await asked.read())})


@asynccontextmanager
async def _door(**more: float) -> AsyncIterator[str]:
    """A door of ours that reads what comes, with its own patience."""
    routes = [Route(method="POST", path="/x", who="public", handler=_take)]
    head = {"head_within": more.pop("head_within")} if "head_within" in more else {}
    runner = QuietRunner(application(routes, **more), access_log=None, shutdown_timeout=0.1, **head)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def test_a_request_counts_as_it_is_unpacked() -> None:
    async with _door() as door:
        for size, status in ((MOST_BYTES, 200), (MOST_BYTES + 1, 413)):
            for body, header in ((bytes(size), ""), (gzip.compress(bytes(size)), "Content-Encoding: gzip")):
                found = await send(door, request("POST", "/x", *([header] if header else []), body=body))
                assert found.status == status, (size, header)


async def test_a_body_that_comes_byte_by_byte_is_cut_off() -> None:
    async with _door(body_within=0.3) as door:
        head = b"POST /x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\n"
        for start in (head, head.replace(b"Content-Length: 100000", b"Transfer-Encoding: chunked")):
            told = await _dripped(door, start)
            assert b" 408 " in told or told == b"", "cut off with a word, or the word is lost with the connection"


async def test_a_connection_that_asks_for_nothing_or_letter_by_letter_is_left() -> None:
    async with _door(head_within=0.3) as door:
        assert await _dripped(door, b"") == b""
        assert b" 200 " not in await _dripped(door, b"POST /x HTTP/1.1\r\nX-Long: ")


async def _dripped(door: str, start: bytes) -> bytes:
    """What the door says to somebody who sends one letter after the other, until it hangs up."""
    reader, writer = await asyncio.open_connection("127.0.0.1", int(door.rpartition(":")[2]))
    writer.write(start)
    reading = asyncio.create_task(reader.read())

    async def is_over() -> bool:
        if start and not writer.is_closing() and not reading.done():
            writer.write(b"1")
        return reading.done()

    await until(is_over)
    writer.close()
    return reading.result() if reading.exception() is None else b""


async def test_no_bomb_makes_our_memory_grow() -> None:
    await _grows_little(SHORT)


@pytest.mark.night
async def test_no_bomb_of_two_hundred_megabytes_makes_our_memory_grow() -> None:
    await _grows_little(NIGHT)


async def _grows_little(megabytes: int) -> None:
    """Measured in a process of its own, by the most memory that it ever had."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.hostile.bombed", str(megabytes), cwd=ROOT,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, problems = await process.communicate()
    assert process.returncode == 0, problems.decode()[-2000:]
    grown = json.loads(said)
    assert len(grown) >= 9 and all(size < MOST_GROWTH for size in grown.values()), grown
