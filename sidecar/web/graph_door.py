"""Notices from Microsoft Graph: a cheap check, stored, acknowledged. A prober learns nothing from the answers."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Any

from aiohttp import web
from prometheus_client import Counter, Histogram

from sidecar.domain.meetings.notice import Notice
from sidecar.errors import Untrusted
from sidecar.telemetry import tracing
from sidecar.web.guards import Route

NOTICES = Counter("companion_notices_total", "Graph notices by what became of them", ["result"])
ACKNOWLEDGED = Histogram(
    "companion_notice_acknowledge_seconds", "From the whole body of a notice until the answer is begun",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.9, 10),
)  # fmt: skip
LONGEST_VALIDATION_TOKEN = 4096
TOKENS = "validationTokens"


Take = Callable[[Sequence[Notice]], Awaitable[dict[str, int]]]
Judge = Callable[[object], Awaitable[Collection[str]]]


async def nobody_speaks(tokens: object) -> Collection[str]:
    """Takes no token at all."""
    raise Untrusted("no_token")


def routes(take: Take, judge: Judge = nobody_speaks) -> list[Route]:
    """The two addresses that Graph calls. `take` stores notices and says what became of them, by reason.

    `judge`: the tenants that the `validationTokens` of a body speak for. We ask for no contents, so a true notice has none of
    them; one that shows them all the same counts for nothing unless they are true.
    """

    async def receive(request: web.Request) -> web.Response:
        token = request.query.get("validationToken")
        if token is not None:
            return web.Response(text=token[:LONGEST_VALIDATION_TOKEN], content_type="text/plain")
        document = _document(await request.read())
        notices = _notices(document)
        if notices is None:
            NOTICES.labels("unreadable").inc()
            return web.Response(status=202)
        if TOKENS in document:
            notices = await _signed(notices, document[TOKENS], judge)
        try:
            with ACKNOWLEDGED.time(), tracing.span("door.notice", notices=len(notices)):
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


async def _signed(notices: Sequence[Notice], tokens: object, judge: Judge) -> list[Notice]:
    """Those of a tenant that a token speaks for; none where any of the tokens is not true."""
    try:
        tenants = await judge(tokens)
    except Untrusted as error:
        NOTICES.labels(f"refused_{error.reason}").inc(len(notices) or 1)
        return []
    told = [one for one in notices if one.tenant in tenants]
    NOTICES.labels("refused_tenant").inc(len(notices) - len(told))
    return told


def _document(body: bytes) -> dict[str, Any]:
    """The JSON object in a body; an empty one where there is none."""
    try:
        document: Any = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def _notices(document: dict[str, Any]) -> list[Notice] | None:
    """The notices in it, or None where it is not what Graph sends."""
    items = document.get("value")
    if not isinstance(items, list):
        return None
    return [notice for item in items if (notice := Notice.read(item)) is not None]
