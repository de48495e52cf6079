"""A bot connector that only takes messages: every one is kept with its time, and checked for what Teams would refuse.

It stands for Teams' own machines, so it is a process of its own and as cheap as it can be; the local tenant's connector keeps
whole chats and would need more processor than the product that is measured. A conversation or a tenant that is written to faster
than Teams allows is counted as a violation and refused with 429. What a message says is read when all are asked for; one that is
no card is a violation too. Lists are trimmed to the longest window.
"""

from __future__ import annotations

import asyncio
import ctypes
import re
import socket
import sys
import time
from collections import Counter, defaultdict
from functools import partial
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
    """What was received."""

    def __init__(self, slow_seconds: float) -> None:
        self.slow_seconds = slow_seconds
        self.ahead = 0.0
        """Seconds that the product's clock is ahead of the real one: limits are counted by it."""
        self.got: list[tuple[float, str, bytes]] = []
        """When, in which conversation, and what."""
        self.chats: set[str] = set()
        """Those in which anything was received."""
        self.violations: Counter[str] = Counter()
        self.servers: list[asyncio.Future[None]] = []
        """Of the other machines on which it listens."""
        self._at: dict[str, list[float]] = defaultdict(list)

    async def send(self, request: web.Request) -> web.Response:
        """One message, where the web's server is used."""
        status, answer = self.take(request.match_info["chat"], await request.read())
        if status == 201:
            await asyncio.sleep(self.slow_seconds)
        return web.json_response(answer, status=status, headers={"Retry-After": "1"} if status == 429 else None)

    def take(self, chat: str, written: bytes) -> tuple[int, Any]:
        """One message: the status and the answer, which is to be given after `slow_seconds`."""
        tenant = chat.partition(":")[2].partition("-")[0]
        if self._breaks(f"chat {chat}", WINDOWS) or self._breaks(f"tenant {tenant}", TENANT_WINDOWS):
            return 429, {"error": {"code": "TooManyRequests"}}
        self.got.append((time.time() + self.ahead, chat, written))
        self.chats.add(chat)
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

    def read(self) -> list[tuple[float, str, str]]:
        """Every message: when, in which conversation, its summary."""
        found = []
        for at, chat, written in self.got:
            body = orjson.loads(written)
            if body["type"] != "message" or body["attachments"][0]["content"]["type"] != "AdaptiveCard":
                self.violations["no card"] += 1
            found.append((at, chat, body["summary"]))
        return found

    async def count(self, request: web.Request) -> web.Response:
        """How many messages came."""
        return web.json_response(self.counted())

    async def all(self, request: web.Request) -> web.Response:
        """Every message: when, in which conversation, its summary."""
        return web.json_response(self.read())


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


class Door(asyncio.Protocol):
    """HTTP/1.1 over kept connections and no more of it than the product's own client speaks: a web server's own share of a
    message would count among what the machine under measurement can do. One for each connection."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector
        self._unread = b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody is there."""
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer each whole request; a message after its delay."""
        self._unread += data
        while (end := self._unread.find(b"\r\n\r\n") + 4) > 3:
            head = self._unread[:end]
            length = _LENGTH.search(head)
            until = end + (int(length[1]) if length else 0)
            if len(self._unread) < until:
                return
            body, self._unread = self._unread[end:until], self._unread[until:]
            method, path, _ = head.split(b" ", 2)
            status, answer = self._answer(method.decode(), path.decode(), body)
            asyncio.get_running_loop().call_later(self._connector.slow_seconds * (status == 201), self._write, status, answer)

    def _write(self, status: int, answer: Any) -> None:
        said = orjson.dumps(answer)
        more = "Retry-After: 1\r\n" if status == 429 else ""
        start = f"HTTP/1.1 {status} x\r\nContent-Type: application/json\r\nContent-Length: {len(said)}\r\n{more}\r\n"
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(start.encode() + said)

    def _answer(self, method: str, path: str, body: bytes) -> tuple[int, Any]:
        parts = path.split("/")
        if parts[1] == "connector" and method == "POST":
            return self._connector.take(unquote(parts[4]), body)
        if parts[1] == "connector":
            return 200, {"id": parts[-1]}
        if parts[1] == "listen":
            self._listen_too(parts[2])
            return 200, {}
        if parts[1] == "count":
            return 200, self._connector.counted()
        if parts[1] == "all":
            return 200, self._connector.read()
        if path == "/_tenant/token":
            return 200, {"access_token": "local", "expires_in": 3600}
        return 404, {"error": {"code": "NotFound"}}

    def _listen_too(self, machine: str) -> None:
        """Whoever connects from now on waits at most until the loop comes round."""
        assert self._transport is not None
        sock = listening_on(machine, self._transport.get_extra_info("sockname")[1])
        self._connector.servers.append(asyncio.ensure_future(serve(self._connector, sock)))


async def serve(connector: Connector, sock: socket.socket) -> None:
    """Answer whoever connects there, until cancelled."""
    async with await asyncio.get_running_loop().create_server(partial(Door, connector), sock=sock) as server:
        await server.serve_forever()


async def main(slow_seconds: float) -> None:
    """Serve until killed; the port is printed. `PUT /listen/{machine}` has it listen on the same port of another machine too."""
    sock = socket.create_server(("127.0.0.1", 0), backlog=128)
    print(sock.getsockname()[1], flush=True)
    await serve(Connector(slow_seconds), sock)


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1]) if len(sys.argv) > 1 else 0.0))
