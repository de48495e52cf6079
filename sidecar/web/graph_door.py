"""Notices from Microsoft Graph: a cheap check, stored, acknowledged. A prober learns nothing from the answers."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiohttp import web
from prometheus_client import Counter

from sidecar.domain.meetings.notice import Notice
from sidecar.web.guards import Route

NOTICES = Counter("companion_notices_total", "Graph notices by what became of them", ["result"])
LONGEST_VALIDATION_TOKEN = 4096


def routes(take: Callable[[Sequence[Notice]], Awaitable[dict[str, int]]]) -> list[Route]:
    """The two addresses that Graph calls. `take` stores notices and says what became of them, by reason."""

    async def receive(request: web.Request) -> web.Response:
        token = request.query.get("validationToken")
        if token is not None:
            return web.Response(text=token[:LONGEST_VALIDATION_TOKEN], content_type="text/plain")
        notices = _read(await request.read())
        if notices is None:
            NOTICES.labels("unreadable").inc()
            return web.Response(status=202)
        try:
            results = await take(notices)
        except Exception:
            NOTICES.labels("not_stored").inc(len(notices))
            raise
        for result, count in results.items():
            NOTICES.labels(result).inc(count)
        return web.Response(status=202)

    return [
        Route(method="POST", path="/graph/notify", who="graph", handler=receive),
        Route(method="POST", path="/graph/lifecycle", who="graph", handler=receive),
    ]


def _read(body: bytes) -> list[Notice] | None:
    """The notices in a body, or None where it is not what Graph sends."""
    try:
        document: Any = json.loads(body)
    except (ValueError, RecursionError):
        return None
    items = document.get("value") if isinstance(document, dict) else None
    if not isinstance(items, list):
        return None
    return [notice for item in items if (notice := Notice.read(item)) is not None]
