"""What stands before every door: size, errors that tell strangers nothing, headers, and the table of who may call what."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

import structlog
from aiohttp import web
from aiohttp.typedefs import Middleware

log = structlog.get_logger()

MOST_BYTES = 256 * 1024
"""Of a request after inflation; aiohttp counts inflated bytes against it."""
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
BODY_WITHIN = 20.0
"""Seconds in which the body of a request must have come, however large it may be."""
Who = Literal["public", "bot", "graph", "person", "local"]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One way in: `who` may call it is checked by the handler's own room and listed here for everybody to see."""

    method: str
    path: str
    who: Who
    handler: Handler
    at_end: Callable[[], Awaitable[None]] | None = None
    """Called once when the doors close: ends what would keep them open."""


def application(routes: list[Route], *, body_within: float = BODY_WITHIN) -> web.Application:
    """An application with these routes and no other."""
    app = web.Application(middlewares=[_calm, _in_time(body_within)], client_max_size=MOST_BYTES)
    app.on_response_prepare.append(_with_headers)
    for route in routes:
        handler = _on_this_machine(route.handler) if route.who == "local" else route.handler
        app.router.add_route(route.method, route.path, handler)
        if route.at_end is not None:
            app.on_shutdown.append(_ending(route.at_end))
    return app


def _ending(end: Callable[[], Awaitable[None]]) -> Callable[[web.Application], Awaitable[None]]:
    async def ended(_: web.Application) -> None:
        await end()

    return ended


def _on_this_machine(handler: Handler) -> Handler:
    """A local route answers to loopback names only: a page elsewhere that makes its own name point here learns nothing."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        if request.url.host not in LOOPBACK:
            raise web.HTTPForbidden
        return await handler(request)

    return guarded


def _route(request: web.Request) -> str:
    """The route as it stands in the table, without what the caller put into its places."""
    resource = request.match_info.route.resource
    return resource.canonical if resource else "none"


def _in_time(seconds: float) -> Middleware:
    """Whoever sends a body byte by byte is left: what waits for more of it hears 408."""

    @web.middleware
    async def timed(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not request.body_exists or request.content.is_eof():
            return await handler(request)
        cut = asyncio.get_running_loop().call_later(seconds, _cut, request)
        try:
            return await handler(request)
        except web.HTTPRequestTimeout as late:
            request.content.feed_eof()  # nobody waits for the rest of it
            response = web.Response(status=late.status, text=late.reason)
            response.force_close()
            return response
        finally:
            cut.cancel()

    return timed


def _cut(request: web.Request) -> None:
    if not request.content.is_eof():
        request.content.set_exception(web.HTTPRequestTimeout())


@web.middleware
async def _calm(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        response = await handler(request)
    except web.HTTPException as error:
        response = web.Response(
            status=error.status, text=error.reason, headers={k: v for k, v in error.headers.items() if k == "Allow"}
        )
    except (UnicodeDecodeError, ValueError) as error:
        log.info("bad_request", route=_route(request), error=type(error).__name__)
        response = web.Response(status=400, text="Bad Request")
    except Exception as error:  # a stranger learns nothing; we learn everything
        log.error("door_failed", route=_route(request), exc_info=error)
        response = web.Response(status=500, text="Something went wrong here; it was noted.")
    return response


async def _with_headers(_: web.Request, response: web.StreamResponse) -> None:
    """On every answer, streams and files too."""
    response.headers.update({k: v for k, v in HEADERS.items() if k not in response.headers})
