"""A bot connector that only takes messages: every one is read, checked for what Teams would refuse, and noted with its time.

It stands for Teams' own machines, so it is a process of its own and as cheap as it can be; the local tenant's connector keeps
whole chats and would need more processor than the product that is measured. A conversation or a tenant that is written to faster
than Teams allows is counted as a violation and refused with 429. Lists are trimmed to the longest window.
"""

from __future__ import annotations

import asyncio
import ctypes
import re
import socket
import sys
import time
from collections import Counter, defaultdict
from contextlib import suppress
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import orjson
from aiohttp import web

WINDOWS = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
"""Messages and seconds, for a bot in one conversation."""
IN_A_TENANT = (30, 1.0)
TENANT_WINDOWS = (IN_A_TENANT,)
_LENGTH: Final = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


class Connector:
    """What was received: when, in which conversation, with which summary."""

    def __init__(self, slow_seconds: float) -> None:
        self.slow_seconds = slow_seconds
        self.ahead = 0.0
        """Seconds that the product's clock is ahead of the real one: limits are counted by it."""
        self.got: list[tuple[float, str, str]] = []
        self.chats: set[str] = set()
        """Those in which anything was received."""
        self.violations: Counter[str] = Counter()
        self._at: dict[str, list[float]] = defaultdict(list)

    async def send(self, request: web.Request) -> web.Response:
        """One message, where the web's server is used."""
        status, answer = await self.take(request.match_info["chat"], await request.read())
        return web.json_response(answer, status=status, headers={"Retry-After": "1"} if status == 429 else None)

    async def take(self, chat: str, written: bytes) -> tuple[int, Any]:
        """One message: the status and the answer."""
        body = orjson.loads(written)
        if body["type"] != "message" or body["attachments"][0]["content"]["type"] != "AdaptiveCard":
            return 400, {"error": {"code": "BadSyntax"}}
        tenant = chat.partition(":")[2].partition("-")[0]
        if self._breaks(f"chat {chat}", WINDOWS) or self._breaks(f"tenant {tenant}", TENANT_WINDOWS):
            return 429, {"error": {"code": "TooManyRequests"}}
        self.got.append((time.time() + self.ahead, chat, body["summary"]))
        self.chats.add(chat)
        if self.slow_seconds:
            await asyncio.sleep(self.slow_seconds)
        return 201, {"id": str(len(self.got))}

    def _breaks(self, whose: str, windows: tuple[tuple[int, float], ...]) -> bool:
        now, at = time.monotonic() + self.ahead, self._at[whose]
        for most, seconds in windows:
            if sum(now - one < seconds for one in at[-most:]) >= most:
                self.violations[f"{whose.partition(' ')[0]} {most}/{seconds:g} s"] += 1
                return True
        at.append(now)
        del at[: -windows[-1][0]]
        return False

    async def change(self, request: web.Request) -> web.Response:
        """An edit, or a message taken out."""
        return web.json_response({"id": request.match_info["activity"]})

    def counted(self) -> dict[str, Any]:
        """How many messages came, in how many conversations, and what broke a limit."""
        return {"count": len(self.got), "chats": len(self.chats), "violations": self.violations}

    async def count(self, request: web.Request) -> web.Response:
        """How many messages came."""
        return web.json_response(self.counted())

    async def all(self, request: web.Request) -> web.Response:
        """Every message: when, in which conversation, its summary."""
        return web.json_response(self.got)


async def token(request: web.Request) -> web.Response:
    """A token that nobody checks."""
    return web.json_response({"access_token": "local", "expires_in": 3600})


def listening_on(machine: str, port: int) -> socket.socket:
    """A socket on the loopback of another network namespace. Needs root on Linux.

    https://man7.org/linux/man-pages/man2/setns.2.html: a socket stays in the namespace in which it was opened.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    with Path("/proc/self/ns/net").open("rb") as ours, Path("/var/run/netns", machine).open("rb") as theirs:
        if libc.setns(theirs.fileno(), 0):
            raise OSError(ctypes.get_errno(), f"the network namespace {machine} cannot be entered")
        try:
            return socket.create_server(("127.0.0.1", port), backlog=128)
        finally:
            libc.setns(ours.fileno(), 0)


class Door:
    """HTTP/1.1 over kept connections and no more of it than the product's own client speaks: a web server's own share of a
    message would count among what the machine under measurement can do."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector
        self.port = 0
        self._servers: list[asyncio.Server] = []

    async def open(self, sock: socket.socket) -> None:
        """Listen here too."""
        self.port = sock.getsockname()[1]
        self._servers.append(await asyncio.start_server(self._serve, sock=sock, limit=2**20))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                method, path, _ = head.split(b" ", 2)
                length = _LENGTH.search(head)
                body = await reader.readexactly(int(length[1])) if length else b""
                status, answer = await self._answer(method.decode(), path.decode(), body)
                said = orjson.dumps(answer)
                more = "Retry-After: 1\r\n" if status == 429 else ""
                start = f"HTTP/1.1 {status} x\r\nContent-Type: application/json\r\nContent-Length: {len(said)}\r\n{more}\r\n"
                writer.write(start.encode() + said)
                await writer.drain()
                if b"connection: close" in head.lower():
                    break
        writer.close()

    async def _answer(self, method: str, path: str, body: bytes) -> tuple[int, Any]:
        parts = path.split("/")
        if parts[1] == "connector" and method == "POST":
            return await self._connector.take(unquote(parts[4]), body)
        if parts[1] == "connector":
            return 200, {"id": parts[-1]}
        if parts[1] == "listen":
            await self.open(listening_on(parts[2], self.port))
            return 200, {}
        if parts[1] == "count":
            return 200, self._connector.counted()
        if parts[1] == "all":
            return 200, self._connector.got
        if path == "/_tenant/token":
            return 200, {"access_token": "local", "expires_in": 3600}
        return 404, {"error": {"code": "NotFound"}}


async def main(slow_seconds: float) -> None:
    """Serve until killed; the port is printed. `PUT /listen/{machine}` has it listen on the same port of another machine too."""
    door = Door(Connector(slow_seconds))
    await door.open(socket.create_server(("127.0.0.1", 0), backlog=128))
    print(door.port, flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1]) if len(sys.argv) > 1 else 0.0))
