"""Microsoft's edge between the Playground and our doors: it signs what the Playground says, and asks our bot for its token."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import unquote

import aiohttp
from aiohttp import web
from multidict import CIMultiDict
from yarl import URL

from sidecar.tenant import LocalTenant
from sidecar.tenant.answers import Refusal

HOST: Final = "127.0.0.1"
CONNECTOR: Final = "/_connector"
HOP: Final = frozenset({"connection", "keep-alive", "transfer-encoding", "upgrade", "content-length"})
LARGEST: Final = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What the Playground said, and the status that our door gave."""

    activity: Any
    status: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What our bot asked of the Playground's connector, and what it was answered."""

    method: str
    path: str
    activity: Any
    status: int


class Edge:
    """A relay on loopback. Graph, keys and tokens stay the local tenant's; only the chat is the Playground's."""

    def __init__(self, tenant: LocalTenant, door: str) -> None:
        """`door` is the address of the doors that take the bot's messages."""
        self._tenant = tenant
        self._door = door
        self._runner: web.AppRunner | None = None
        self._session: aiohttp.ClientSession | None = None
        self.playground = ""
        """The Playground's address, once it is known."""
        self.url = ""
        self.turns: list[Turn] = []
        self.calls: list[Call] = []

    @property
    def endpoint(self) -> str:
        """Where the Playground believes the bot to be."""
        return f"{self.url}/api/messages"

    async def start(self) -> None:
        """Open the relay on any free port."""
        self._session = aiohttp.ClientSession(auto_decompress=False)
        app = web.Application(client_max_size=LARGEST)
        app.router.add_post("/api/messages", self._say)
        app.router.add_route("*", CONNECTOR + "/{rest:.*}", self._connect)
        app.router.add_route("*", "/{rest:(?!api/messages).*}", self._ask)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, 0).start()
        self.url = f"http://{HOST}:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Close it."""
        if self._runner is not None:
            await self._runner.cleanup()
        if self._session is not None:
            await self._session.close()

    async def _say(self, request: web.Request) -> web.Response:
        """An activity of the Playground's, with our address to answer to and the tenant's token for that address."""
        service_url, activity = self.url + CONNECTOR, await request.json()
        if isinstance(activity, dict):
            activity = {**activity, "serviceUrl": service_url}
        token = self._tenant.tokens.for_bot(service_url)
        headers = CIMultiDict({"Authorization": f"Bearer {token}", "Content-Type": "application/json"})
        answer = await self._forward("POST", f"{self._door}/api/messages", headers, json.dumps(activity).encode())
        self.turns.append(Turn(activity=activity, status=answer.status))
        return answer

    async def _connect(self, request: web.Request) -> web.Response:
        """A call of our bot's, with the token that Microsoft's connector would ask for, to the Playground that asks for none."""
        try:
            self._tenant.tokens.check(request.headers.get("Authorization"), "connector")
        except Refusal as refusal:
            return web.Response(status=refusal.status)
        body = await request.read()
        headers = _kept(request.headers, "host", "authorization")
        answer = await self._forward(request.method, self.playground + request.raw_path, headers, body)
        said = json.loads(body) if body else None
        self.calls.append(Call(method=request.method, path=unquote(request.raw_path), activity=said, status=answer.status))
        return answer

    async def _ask(self, request: web.Request) -> web.Response:
        """Everything else is the local tenant's. It makes its links from the host that was asked, which stays ours."""
        url = self._tenant.url + request.raw_path
        return await self._forward(request.method, url, _kept(request.headers), await request.read())

    async def _forward(self, method: str, url: str, headers: CIMultiDict[str], body: bytes) -> web.Response:
        assert self._session is not None
        async with self._session.request(
            method, URL(url, encoded=True), headers=headers, data=body or None, allow_redirects=False
        ) as answer:
            return web.Response(status=answer.status, headers=_kept(answer.headers), body=await answer.read())


def _kept(headers: Mapping[str, str], *without: str) -> CIMultiDict[str]:
    return CIMultiDict((name, value) for name, value in headers.items() if name.lower() not in {*HOP, *without})
