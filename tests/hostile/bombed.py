"""A process that is bombed and says how much its memory grew: `python -m tests.hostile.bombed 200`, megabytes of each bomb."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from sidecar.errors import Refused, Retryable
from sidecar.research.documents import Reading
from sidecar.research.fetch import Fetcher
from sidecar.research.guard import KnownHosts
from tests.hostile.raw_http import request, send
from tests.hostile.test_bombs import _door, packed
from tests.research.conftest import CONTACT, HandPace, RawServer, answer, raw


def most_memory() -> int:
    """The most bytes of memory that this process had since it was last reset."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise OSError("this system does not tell its memory")


def forget_most() -> None:
    """Count the most from now on: https://docs.kernel.org/filesystems/proc.html (clear_refs)."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


async def main(megabytes: int) -> None:
    """Each bomb once; the first, small one warms everything up."""
    bombs = {
        "a request in gzip": packed(megabytes),
        "a request in deflate": packed(megabytes, "deflate"),
        "a request packed twice": packed(megabytes, times=2),
    }
    pages = {f"a page {name[10:]}": data for name, data in bombs.items()}
    grown: dict[str, int] = {}
    async with _door() as door, _web() as (fetcher, server):
        for name, data in bombs.items():
            header = "deflate" if "deflate" in name else "gzip"
            sent = request("POST", "/x", f"Content-Encoding: {header}", body=data)
            grown[name] = await _growth(partial(send, door, sent))
        for name, data in pages.items():
            packing = "deflate" if "deflate" in name else "gzip"
            server.page("/bomb", data, content_encoding=packing)
            grown[name] = await _growth(lambda: fetcher.get("http://client.example/bomb", client="client.example"))
        server.on("/bomb", _endless)
        grown["a page without an end"] = await _growth(lambda: fetcher.get("http://client.example/bomb", client="client.example"))
        server.page("/bomb", b"x" * 1000, content_encoding="br")
        grown["a page in brotli"] = await _growth(lambda: fetcher.get("http://client.example/bomb", client="client.example"))
        server.on("/bomb", raw(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 20_000_000))
        grown["headers without an end"] = await _growth(
            lambda: fetcher.get("http://client.example/bomb", client="client.example")
        )
    for name, data in _documents(megabytes).items():
        grown[name] = await _growth(partial(Reading().read, data, "deck.pptx"))
    json.dump(grown, sys.stdout)


async def _endless(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    with suppress(ConnectionError):
        while True:
            writer.write(b"4000\r\n" + b"x" * 0x4000 + b"\r\n")
            await writer.drain()


def _documents(megabytes: int) -> dict[str, bytes]:
    """Office packages: a bomb of XML, one of many small parts, and a package inside of a package."""
    import io
    import zipfile

    def package(parts: dict[str, bytes]) -> bytes:
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
            for name, data in parts.items():
                made.writestr(name, data)
        return held.getvalue()

    big = b"<a>" + b" " * (megabytes * 1_000_000) + b"</a>"
    main_part = {"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": big}
    return {
        "a document of one large part": package(main_part),
        "a document of many parts": package({f"ppt/slides/slide{n}.xml": b"<a/>" for n in range(20_000)}),
        "a document inside of itself": package({"ppt/presentation.xml": package(main_part)}),
    }


@asynccontextmanager
async def _web() -> AsyncIterator[tuple[Fetcher, RawServer]]:
    server = RawServer()
    await server.start()
    server.on("/robots.txt", answer(b"", "404 Not Found"))
    names = KnownHosts({"client.example": ("127.0.0.1", server.port)})
    fetcher = await Fetcher.open(CONTACT, pace=HandPace(), resolver=names, allow_loopback=frozenset({server.origin}))
    async with fetcher:
        yield fetcher, server
    await server.stop()


async def _growth(work: Callable[[], Awaitable[Any]]) -> int:
    """By how much the most memory rose while this was done."""
    forget_most()
    before = most_memory()
    with suppress(Refused, Retryable, ConnectionError):
        await work()
    return most_memory() - before


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
