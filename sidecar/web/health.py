"""Alive and ready, for the platform. No names, no versions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

from sidecar.web.guards import Route


def routes(is_ready: Callable[[], Awaitable[bool]]) -> list[Route]:
    """`/healthz` says that the process lives, `/readyz` what `is_ready` says; a stranger learns no more."""

    async def alive(request: web.Request) -> web.Response:
        return web.Response(text="alive")

    async def ready(request: web.Request) -> web.Response:
        return web.Response(text="ready") if await is_ready() else web.Response(status=503, text="not ready")

    return [
        Route(method="GET", path="/healthz", who="public", handler=alive),
        Route(method="GET", path="/readyz", who="public", handler=ready),
    ]
