"""A small server on loopback with the panel's built pages and answers of our choosing, for what the real one says too rarely."""

from __future__ import annotations

import asyncio
import json
import time
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.journey.panel_call import DRAFT, apply
from tests.journey.panel_owed import settle
from tests.journey.panel_relationships import tell

DIST = Path(__file__).parents[2] / "panel" / "dist"
RELATIONSHIPS = Path(__file__).parents[2] / "panel" / "dev" / "sample-relationships.json"
SAMPLE = Path(__file__).parents[2] / "panel" / "dev" / "sample-panel.json"
PREVIEW = SAMPLE.with_name("sample-state.json")
PAGES = {
    "/panel/": "panel",
    "/tab/": "tab",
    "/tab/configure": "configure",
    "/preview/": "index",
    "/preview/host": "host",
}
FRAMED = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self' https://res.cdn.office.net; base-uri 'none'; form-action 'none'; object-src 'none'; "
    "frame-ancestors 'self'"
)
OWN = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"


def sample() -> dict[str, Any]:
    """The sample's parts, fresh: state, german, week, settings."""
    found: dict[str, Any] = json.loads(SAMPLE.read_text())
    return found


@dataclass(slots=True, kw_only=True)
class PanelServer:
    """What it answers may be changed at any time; `changed` tells the open panels."""

    state: dict[str, Any] = field(default_factory=lambda: deepcopy(sample()["state"]))
    week: dict[str, Any] = field(default_factory=lambda: deepcopy(sample()["week"]))
    settings: dict[str, Any] = field(default_factory=lambda: deepcopy(sample()["settings"]))
    owed: dict[str, Any] = field(default_factory=lambda: deepcopy(sample()["owed"]))
    relationships: dict[str, Any] = field(default_factory=lambda: json.loads(RELATIONSHIPS.read_text()))
    chat: list[dict[str, Any]] = field(default_factory=list)
    """The messages in the preview's chat."""
    preview: dict[str, Any] = field(default_factory=dict)
    """What of the preview's own state is other than in the sample."""
    refusals: dict[str, tuple[int, dict[str, str]]] = field(default_factory=dict)
    """By path: the status and body given instead."""
    is_anonymous: bool = False
    """The host gives no token."""
    writes: list[tuple[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    is_let_go: asyncio.Event = field(default_factory=asyncio.Event)
    is_held: bool = False
    """Whatever is read waits until `is_let_go`."""
    answers_to_lose: int = 0
    """So many writes are done without a word back: the connection breaks."""
    tokens: int = 0
    token_seconds: float = 3600
    port: int = 0
    runner: web.AppRunner | None = None
    listeners: set[asyncio.Queue[bool]] = field(default_factory=set)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def host(self, **query: str) -> str:
        """The address of the host page."""
        return f"{self.origin}/preview/host?" + "&".join(f"{name}={value}" for name, value in query.items())

    def written(self, path: str) -> list[Any]:
        return [body for name, body in self.writes if name == path]

    def changed(self) -> None:
        for listener in self.listeners:
            listener.put_nowait(True)

    async def start(self) -> None:
        """On the same port as before, where it ran before."""
        app = web.Application()
        app.router.add_get("/preview/api/token", self._token)
        app.router.add_get("/preview/api/state", self._preview)
        app.router.add_get("/preview/api/stream", self._stream)
        app.router.add_get("/api/panel/stream", self._stream)
        app.router.add_get("/api/panel/{what}", self._read)
        app.router.add_post("/api/panel/{what}", self._write)
        for room in ("panel", "tab", "preview"):
            app.router.add_get(f"/{room}/assets/{{name}}", _asset)
        for path, page in PAGES.items():
            app.router.add_get(path, _page(page, OWN if path.startswith("/preview") else FRAMED))
        self.runner = web.AppRunner(app, shutdown_timeout=0.2)
        await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", self.port, reuse_address=True)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]  # type: ignore[union-attr]

    async def stop(self) -> None:
        """Breaks every connection."""
        if self.runner is not None:
            for listener in self.listeners:
                listener.put_nowait(False)
            await self.runner.cleanup()
            self.runner = None

    async def _token(self, request: web.Request) -> web.Response:
        if self.is_anonymous:
            return web.json_response({"problem": "Nobody is signed in."}, status=401)
        self.tokens += 1
        claims = json.dumps({"exp": time.time() + self.token_seconds, "n": self.tokens}).encode()
        return web.json_response({"token": f"e30.{urlsafe_b64encode(claims).decode().rstrip('=')}.x"})

    async def _preview(self, _request: web.Request) -> web.Response:
        return web.json_response(
            {**json.loads(PREVIEW.read_text()), "drafts": [], "tasks": [], "chat": self.chat, **self.preview}
        )

    async def _read(self, request: web.Request) -> web.Response:
        what = request.match_info["what"]
        self.asked.append(request.path_qs)
        if self.is_held:
            await self.is_let_go.wait()
        if refusal := self._refusal(request):
            return refusal
        body = {
            "state": self.state, "week": self.week, "settings": self.settings, "owed": self.owed,
            "relationships": self.relationships,
        }[what]  # fmt: skip
        etag = f'"{hash(json.dumps(body, sort_keys=True))}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304)
        return web.json_response(body, headers={"ETag": etag, "Cache-Control": "no-store"})

    async def _write(self, request: web.Request) -> web.Response:
        what, body = request.match_info["what"], await request.json()
        assert request.headers["X-Companion-Panel"] == "1"
        if refusal := self._refusal(request):
            return refusal
        self.writes.append((what, body))
        self._apply(what, body)
        if self.answers_to_lose:
            self.answers_to_lose -= 1
            assert request.transport is not None
            request.transport.close()
        self.changed()
        if what == "draft":
            return web.json_response(DRAFT)
        if what == "relationship":
            return web.json_response({"ok": True, "text": f"Noted: {body['what']}."})
        if what == "check-link":
            return web.json_response({"url": f"{self.origin}/check/#k=once"})
        return web.json_response({"ok": True} if what != "settings" else {"ok": True, **self.settings})

    def _refusal(self, request: web.Request) -> web.Response | None:
        if request.path.startswith("/preview/"):
            return None
        if not request.headers.get("Authorization", "").startswith("Bearer e30."):
            return web.json_response({"problem": "Sign in."}, status=401)
        if request.match_info.get("what", "stream") in self.refusals:
            status, body = self.refusals[request.match_info.get("what", "stream")]
            return web.json_response(body, status=status)
        return None

    def _apply(self, what: str, body: Any) -> None:
        changes: dict[str, Callable[[], None]] = {
            "note": lambda: self._note(body),
            "note-done": lambda: _set(self.state["notes"], "id", body["id"], is_done=body["is_done"]),
            "note-remove": lambda: self.state.update(notes=[one for one in self.state["notes"] if one["id"] != body["id"]]),
            "role": lambda: _set(self.state["people"], "address", body["address"], role=body["role"]),
            "tick": lambda: _set(self.state["checklist"], "id", body["check"], is_ticked=body["is_ticked"]),
            "must": lambda: self._must(body),
            "owed": lambda: settle(self.owed, body),
            "relationship": lambda: tell(self.relationships, body),
        }
        if what in changes:
            changes[what]()
        else:
            apply(self.state, what, body)

    def _note(self, body: Any) -> None:
        told = {"id": body["id"], "kind": body["kind"], "text": body["text"], "who": body.get("who")}
        note = {**told, "made_at": self.state["now"], "is_done": False}
        if all(one["id"] != body["id"] for one in self.state["notes"]):
            self.state["notes"].append(note)

    def _must(self, body: Any) -> None:
        if body.get("is_moved"):
            self.state["must"] = [one for one in self.state["must"] if one["id"] != body["id"]]
            return
        if "text" in body:
            plan = {name: body.get(name) for name in ("minutes", "decides")}
            self.state["must"].append({"id": body["id"], "text": body["text"], "is_done": body["is_done"], "own": True, **plan})
        _set(self.state["must"], "id", body["id"], is_done=body["is_done"])

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        if refusal := self._refusal(request):
            return refusal
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        listener: asyncio.Queue[bool] = asyncio.Queue()
        listener.put_nowait(True)
        self.listeners.add(listener)
        try:
            await response.write(b"retry: 1000\n\n")
            while await listener.get():
                await response.write(b"event: changed\nid: 1\ndata: {}\n\n")
        except ConnectionError:
            pass
        finally:
            self.listeners.discard(listener)
        return response


@asynccontextmanager
async def panel_server(**settings: Any) -> AsyncIterator[PanelServer]:
    server = PanelServer(**settings)
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


def _set(items: list[Any], key: str, value: str, **change: Any) -> None:
    for item in items:
        if item[key] == value:
            item.update(change)


def _page(name: str, policy: str) -> Any:
    async def handler(_request: web.Request) -> web.Response:
        headers = {"Content-Security-Policy": policy, "Cache-Control": "no-cache"}
        return web.Response(body=(DIST / f"{name}.html").read_bytes(), content_type="text/html", headers=headers)

    return handler


async def _asset(request: web.Request) -> web.FileResponse:
    return web.FileResponse(DIST / "assets" / Path(request.match_info["name"]).name)
