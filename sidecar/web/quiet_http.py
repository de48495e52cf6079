"""HTTP that names no software: no Server header, and a plain 400 without a traceback for what cannot be read as a request."""

from __future__ import annotations

import asyncio
from typing import Any

import structlog
from aiohttp import hdrs, web

from sidecar.web.guards import HEADERS

log = structlog.get_logger()
HEAD_WITHIN = 20.0
"""Seconds in which the first request of a connection must have come as far as its body."""


class QuietRunner(web.AppRunner):
    """Runs an application of ours. https://docs.aiohttp.org/en/stable/web_advanced.html#application-runners"""

    def __init__(self, app: web.Application, *, head_within: float = HEAD_WITHIN, **more: Any) -> None:
        super().__init__(app, **more)
        self._head_within = head_within

    async def _make_server(self) -> web.Server:
        self.app.on_response_prepare.append(_unnamed)
        made = await super()._make_server()
        return _QuietServer(
            made.request_handler,
            head_within=self._head_within,
            request_factory=made.request_factory,
            handler_cancellation=made.handler_cancellation,
            **self._kwargs,
        )


class _QuietServer(web.Server):
    def __init__(self, *given: Any, head_within: float, **named: Any) -> None:
        super().__init__(*given, **named)
        self.head_within = head_within
        self._named = {name: value for name, value in named.items() if name not in {"request_factory", "handler_cancellation"}}

    def __call__(self) -> web.RequestHandler:
        return _QuietHandler(self, loop=asyncio.get_running_loop(), **self._named)


class _QuietHandler(web.RequestHandler):
    __slots__ = ()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Whoever connects and asks for nothing, or letter by letter, is left after a while."""
        super().connection_made(transport)
        asyncio.get_running_loop().call_later(self._manager.head_within, self._leave_silent)  # type: ignore[union-attr]

    def _leave_silent(self) -> None:
        if self._request_count == 0 and self._waiter is not None:
            self.force_close()

    def handle_error(
        self, request: web.BaseRequest, status: int = 500, exc: BaseException | None = None, message: str | None = None
    ) -> web.StreamResponse:
        """What no handler ever saw: a request that is none, or a fault before any handler."""
        if status == 400:
            log.info("bad_request", error=type(exc).__name__)
        else:
            log.error("door_failed", exc_info=exc)
        if request.writer.output_size > 0:
            raise ConnectionError("The answer had begun; the connection is closed.")
        text = "Bad Request" if status == 400 else "Something went wrong here; it was noted."
        response = _Unnamed(status=status, text=text, headers=HEADERS)
        response.force_close()
        return response


class _Unnamed(web.Response):
    """For a request that belongs to no application, so that none of its signals is sent."""

    async def _prepare_headers(self) -> None:
        await super()._prepare_headers()
        self.headers.popall(hdrs.SERVER, None)


async def _unnamed(_: web.Request, response: web.StreamResponse) -> None:
    response.headers.popall(hdrs.SERVER, None)
