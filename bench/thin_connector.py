"""A bot connector that only takes messages: every one is read, checked for what Teams would refuse, and noted with its time.

It stands for Teams' own machines, so it is a process of its own and as cheap as it can be; the local tenant's connector keeps
whole chats and would need more processor than the product that is measured. A conversation or a tenant that is written to faster
than Teams allows is counted as a violation and refused with 429. Lists are trimmed to the longest window.
"""

from __future__ import annotations

import asyncio
import ctypes
import json
import socket
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from aiohttp import web

WINDOWS = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
"""Messages and seconds, for a bot in one conversation."""
IN_A_TENANT = (30, 1.0)
TENANT_WINDOWS = (IN_A_TENANT,)


class Connector:
    """What was received: when, in which conversation, with which summary."""

    def __init__(self, slow_seconds: float) -> None:
        self.slow_seconds = slow_seconds
        self.ahead = 0.0
        """Seconds that the product's clock is ahead of the real one: limits are counted by it."""
        self.got: list[tuple[float, str, str]] = []
        self.violations: Counter[str] = Counter()
        self._at: dict[str, list[float]] = defaultdict(list)

    async def send(self, request: web.Request) -> web.Response:
        """One message."""
        body = json.loads(await request.read())
        if body["type"] != "message" or body["attachments"][0]["content"]["type"] != "AdaptiveCard":
            return web.json_response({"error": {"code": "BadSyntax"}}, status=400)
        chat = request.match_info["chat"]
        tenant = chat.partition(":")[2].partition("-")[0]
        if self._breaks(f"chat {chat}", WINDOWS) or self._breaks(f"tenant {tenant}", TENANT_WINDOWS):
            return web.json_response({"error": {"code": "TooManyRequests"}}, status=429, headers={"Retry-After": "1"})
        self.got.append((time.time() + self.ahead, chat, body["summary"]))
        if self.slow_seconds:
            await asyncio.sleep(self.slow_seconds)
        return web.json_response({"id": str(len(self.got))}, status=201)

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

    async def count(self, request: web.Request) -> web.Response:
        """How many messages came."""
        return web.json_response({"count": len(self.got), "violations": self.violations})

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


async def main(slow_seconds: float) -> None:
    """Serve until killed; the port is printed. `PUT /listen/{machine}` has it listen on the same port of another machine too."""
    connector, app = Connector(slow_seconds), web.Application()

    async def listen(request: web.Request) -> web.Response:
        there = listening_on(request.match_info["machine"], runner.addresses[0][1])
        await web.SockSite(runner, there).start()
        return web.Response(status=204)

    one = "/connector/v3/conversations/{chat}/activities"
    app.add_routes([
        web.post(one, connector.send), web.put(f"{one}/{{activity}}", connector.change),
        web.delete(f"{one}/{{activity}}", connector.change), web.post("/_tenant/token", token),
        web.put("/listen/{machine}", listen), web.get("/count", connector.count), web.get("/all", connector.all),
    ])  # fmt: skip
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1]) if len(sys.argv) > 1 else 0.0))
