"""A real web server on loopback that lies, drips and cuts, one that must never be reached, and time that is moved by hand."""

from __future__ import annotations

import asyncio
import socket
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from sidecar.research.fetch import Fetcher

CONTACT = "https://companion.example/about"
START_AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


class HandPace:
    """Time that stands still but for pauses, which pass at once and are written down."""

    def __init__(self) -> None:
        self.at = START_AT
        self.pauses: list[float] = []

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return (self.at - START_AT).total_seconds()

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.at += timedelta(seconds=seconds)
        await asyncio.sleep(0)

    def pass_by(self, span: timedelta) -> None:
        self.at += span


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came in."""

    method: str
    path: str
    headers: Mapping[str, str]


Script = Callable[[asyncio.StreamWriter], Awaitable[None]]


class RawServer:
    """An HTTP server that writes exactly the bytes its script says, one request a connection."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.connections = 0
        self.scripts: dict[str, list[Script]] = defaultdict(list)
        self.at_once = 0
        self.most_at_once = 0
        self.port = 0
        self._server: asyncio.Server | None = None

    @property
    def origin(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.origin}{path}"

    def paths(self) -> list[str]:
        """The paths asked for, robots.txt left out."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def on(self, path: str, *scripts: Script) -> None:
        """The answers to a path one after the other; the last one stays."""
        self.scripts[path] = list(scripts)

    def page(self, path: str, body: bytes = b"<html><p>Hello</p></html>", status: str = "200 OK", **headers: str) -> None:
        """A well-formed answer. A header `content_type` becomes Content-Type; an empty one is left out."""
        self.on(path, answer(body, status, **headers))

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        assert self._server is not None
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            first = await reader.readexactly(1)
            if first == b"\x16":
                writer.write(b"HTTP/1.1 400 No TLS Here\r\nConnection: close\r\n\r\n")
                return
            head = (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            method, path, _ = head[0].split(" ", 2)
            headers = dict(line.lower().split(": ", 1) for line in head[1:] if line)
            self.asked.append(Asked(method, path, headers))
            scripts = self.scripts.get(path) or [answer(b"", "404 Not Found")]
            await (scripts.pop(0) if len(scripts) > 1 else scripts[0])(writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self.at_once -= 1
            writer.close()


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> Script:
    """A well-formed answer."""
    fields = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), "Connection": "close"}
    fields |= {name.replace("_", "-").title(): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return raw(f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + body)


def raw(sent: bytes) -> Script:
    """Exactly these bytes, then the end."""

    async def script(writer: asyncio.StreamWriter) -> None:
        writer.write(sent)

    return script


class Names(AbstractResolver):
    """A resolver whose answers a test lays out: each name leads to address and port, one answer after the other."""

    def __init__(self) -> None:
        self.answers: dict[str, list[tuple[str, int]]] = {}
        self.default: tuple[str, int] | None = None
        self.asked: list[str] = []

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC) -> list[ResolveResult]:
        self.asked.append(host)
        if host in self.answers:
            found = self.answers[host]
            address, port = found.pop(0) if len(found) > 1 else found[0]
        elif self.default is not None:
            address, port = self.default
        else:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        kind = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [ResolveResult(hostname=host, host=address, port=port, family=kind, proto=0, flags=0)]

    async def close(self) -> None:
        return None


@asynccontextmanager
async def _running() -> AsyncIterator[RawServer]:
    server = RawServer()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def web() -> AsyncIterator[RawServer]:
    """The web: `client.example` and every path a test lays out on it."""
    async with _running() as server:
        yield server


@pytest.fixture
async def inside() -> AsyncIterator[RawServer]:
    """A server that must never be reached; says so if it was."""
    async with _running() as server:
        server.page("/", b"the crown jewels")
        yield server
        assert server.connections == 0, f"the inside server was reached: {server.asked}"


@pytest.fixture
def pace() -> HandPace:
    return HandPace()


@pytest.fixture
def names(web: RawServer, inside: RawServer) -> Names:
    """`client.example` and `other.example` are on the web, `inside.example` leads inside."""
    found = Names()
    found.answers = {
        "client.example": [("127.0.0.1", web.port)],
        "other.example": [("127.0.0.1", web.port)],
        "inside.example": [("127.0.0.1", inside.port)],
    }
    return found


Opener = Callable[..., Awaitable[Fetcher]]


@pytest.fixture
async def opened(web: RawServer, pace: HandPace, names: Names) -> AsyncIterator[Opener]:
    """Opens fetchers that may read the web server and nothing else of this machine."""
    async with AsyncExitStack() as stack:

        async def opener(**given: Any) -> Fetcher:
            given = {"pace": pace, "resolver": names, "allow_loopback": frozenset({web.origin}), **given}
            return await stack.enter_async_context(await Fetcher.open(CONTACT, **given))

        yield opener


@pytest.fixture
async def fetcher(opened: Opener) -> Fetcher:
    return await opened()
