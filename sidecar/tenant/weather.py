"""Faults on request: refuse, throttle, slow down, hold or drop the calls whose path begins so."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal, graph_error
from sidecar.tenant.paging import How, Paging, how_named

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
CODES = {
    429: "TooManyRequests",
    503: "ServiceUnavailable",
    504: "GatewayTimeout",
    502: "BadGateway",
    500: "InternalServerError",
}
HTML = "<!DOCTYPE html><html><head><title>Service Unavailable</title></head><body><h2>Down</h2></body></html>"


@dataclass(slots=True, kw_only=True)
class Fault:
    """What happens to the next `count` calls, or to all until cleared, whose path begins with `path_prefix`."""

    path_prefix: str
    method: str | None = None
    status: int | None = None
    count: int | None = None
    retry_after: str | None = None
    body: Literal["graph", "html", "empty"] = "graph"
    slow_seconds: float = 0.0
    is_dropped: bool = False
    is_lost: bool = False
    """The call is carried out, and its answer never arrives."""
    is_held: bool = False
    """The call waits until the weather clears, and is carried out then."""
    pages: How | None = None
    """How the pages of a collection behave."""
    code: str = ""
    """Graph's own word for the refusal; empty: the usual one of the status."""


class Weather:
    """The faults in force. The first that matches a call is used."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._has_cleared = asyncio.Event()
        self._paging = Paging()
        self.held = 0
        """How many calls wait for fair weather."""

    def add(self, asked: Json) -> Fault:
        """A fault as `POST /_tenant/weather` asks for it. Raises Refusal 400 for what it cannot read."""
        try:
            fault = Fault(
                path_prefix=str(asked["path_prefix"]),
                method=str(asked["method"]).upper() if asked.get("method") else None,
                status=int(asked["status"]) if asked.get("status") is not None else None,
                count=int(asked["count"]) if asked.get("count") is not None else None,
                retry_after=str(asked["retry_after"]) if asked.get("retry_after") is not None else None,
                body=asked.get("body", "graph"),
                slow_seconds=float(asked.get("slow_seconds") or 0),
                is_dropped=bool(asked.get("drop")),
                is_lost=bool(asked.get("lose")),
                is_held=bool(asked.get("hold")),
                pages=how_named(asked.get("pages")),
                code=str(asked.get("code") or ""),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise Refusal(400, "BadRequest", f"The weather cannot be read: {error!r}.") from None
        if fault.body not in ("graph", "html", "empty") or (fault.status is not None and not 200 <= fault.status <= 599):
            raise Refusal(400, "BadRequest", "body is graph, html or empty; status is 200 to 599.")
        self._faults.append(fault)
        return fault

    def clear(self) -> None:
        """Fair weather again; whatever was held goes on."""
        self._faults.clear()
        self._has_cleared.set()
        self._has_cleared = asyncio.Event()

    async def meet(self, request: web.Request, now_at: datetime, handler: Handler) -> web.StreamResponse:
        """What the handler answers, unless the weather waits, drops or answers in its place, or loses its answer."""
        fault = self._taken(request)
        if fault is None:
            return await handler(request)
        await asyncio.sleep(fault.slow_seconds)
        if fault.is_held:
            await request.read()  # it has come whole: carried out later also where its sender is gone by then
            self.held += 1
            await self._has_cleared.wait()
            self.held -= 1
        if fault.is_dropped:
            return drop(request)
        if fault.is_lost:
            await handler(request)
            return drop(request)
        if fault.pages is not None:
            return await self._paging.answer(fault.pages, request, handler)
        return await handler(request) if fault.status is None else _answer(fault, fault.status, request, now_at)

    def _taken(self, request: web.Request) -> Fault | None:
        for fault in self._faults:
            if request.path.startswith(fault.path_prefix) and fault.method in (None, request.method):
                if fault.count is not None:
                    fault.count -= 1
                    if fault.count <= 0:
                        self._faults.remove(fault)
                return fault
        return None


def drop(request: web.Request) -> web.Response:
    """Ends the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


def _answer(fault: Fault, status: int, request: web.Request, now_at: datetime) -> web.Response:
    headers = {"Retry-After": fault.retry_after} if fault.retry_after is not None else {}
    if fault.body == "html":
        return web.Response(status=status, text=HTML, content_type="text/html", headers=headers)
    if fault.body == "empty":
        return web.Response(status=status, headers=headers)
    body = graph_error(
        fault.code or CODES.get(status, "UnknownError"), "The local tenant was asked to answer so.", request, now_at
    )
    return web.json_response(body, status=status, headers=headers)
