"""Web sites of the sample's clients on loopback: each host is a folder, told apart by the name that is asked for."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from pathlib import Path

from aiohttp import web

INDEX = "index.html"
MOST_LENT = 2_000_000


class SiteServer:
    """Serves folders named like hosts. What is put on a site lies over its files and is gone with the server."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._laid_over: dict[tuple[str, str], tuple[bytes, str]] = {}
        self._runner: web.AppRunner | None = None
        self._port = 0

    @property
    def hosts(self) -> Mapping[str, tuple[str, int]]:
        """Where each host, with and without www, can be reached."""
        names = sorted(one.name for one in self._folder.iterdir() if one.is_dir()) if self._folder.is_dir() else []
        return {host: ("127.0.0.1", self._port) for name in names for host in (name, f"www.{name}")}

    async def start(self) -> None:
        """Listen on a free port of loopback."""
        app = web.Application()
        app.router.add_get("/{path:.*}", self._page)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Stop listening."""
        if self._runner is not None:
            await self._runner.cleanup()

    def put(self, host: str, path: str, body: str, kind: str) -> None:
        """Publish a page of a site, or another one in its place."""
        self._laid_over[host, path.strip("/") or INDEX] = (body.encode()[:MOST_LENT], kind)

    async def _page(self, request: web.Request) -> web.Response:
        host = request.host.partition(":")[0].removeprefix("www.").lower()
        path = request.match_info["path"].strip("/") or INDEX
        if (host, path) in self._laid_over:
            body, kind = self._laid_over[host, path]
            return web.Response(body=body, headers={"Content-Type": kind})
        root = (self._folder / host).resolve()
        file = (root / path).resolve()
        if not (host and root.is_dir() and file.is_relative_to(root) and root.parent == self._folder.resolve()):
            raise web.HTTPNotFound
        file = file / INDEX if file.is_dir() else file
        if not file.is_file():
            raise web.HTTPNotFound
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return web.Response(body=file.read_bytes(), content_type=kind, charset="utf-8" if kind.startswith("text/") else None)
