"""The preview page and its controls. Loopback only, and only beside the local tenant."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import unquote

import aiohttp
from aiohttp import web

from sidecar.errors import CompanionError, Refused
from sidecar.web import play_door
from sidecar.web.guards import Handler, Route
from sidecar.web.pages import assets, page
from sidecar.web.play_door import Played
from sidecar.web.preview_shown import shown_draft, shown_message, shown_task

CSP = (
    "default-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
)
HOST_CSP = CSP.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
"""The host page may stand inside of the preview page."""
ASKED_BY_PAGE = "X-Companion-Preview"
"""Every POST carries it: a page of another origin cannot send it without being allowed to."""
A_DAY = timedelta(days=1)
"""A longer jump goes day by day."""
LOOKS_AT_A_DAY, LOOKED_EVERY = 60, 0.05
"""So often, and after so many seconds each time, it is looked whether a day is over."""
UPDATE = b"event: update\ndata: {}\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What the page may see and do, from the root."""

    tenant_url: str
    person: str
    clock: Callable[[], datetime]
    week: Callable[[], Awaitable[dict[str, Any]]]
    travel: Callable[[timedelta], Awaitable[None]]
    worker_pid: Callable[[], int | None]
    restart_worker: Callable[[], Awaitable[None]]
    problems: Callable[[], list[str]]
    is_idle: Callable[[], Awaitable[bool]]
    load: Callable[[bytes, str], Awaitable[None]]
    why: Callable[[str], Awaitable[dict[str, Any]]]
    """Where each line of a meeting's card comes from; raises Refused for a meeting without a card."""
    played: Played


def routes(stage: Stage) -> list[Route]:
    """The page, what it shows, and what its buttons do."""
    actions: dict[str, Callable[[web.Request], Awaitable[Any]]] = {
        "jump": lambda request: _jump(stage, request),
        "move": lambda request: _script(stage, request, "move"),
        "cancel": lambda request: _script(stage, request, "cancel"),
        "notify": lambda request: _script(stage, request, "notify"),
        "tap": lambda request: _tap(stage, request),
        "load": lambda request: _load(stage, request),
        "restart-worker": lambda request: stage.restart_worker(),
        "transcript": lambda request: play_door.put(stage.played, request),
        "play": lambda request: _play(stage, request, play_door.begin),
        "press": lambda request: _play(stage, request, play_door.press),
        "draft": lambda request: _script(stage, request, "drafts"),
        "task": lambda request: _script(stage, request, "tasks"),
    }
    streaming = _Streaming(stage.tenant_url)
    posts = [
        Route(method="POST", path=f"/preview/api/{name}", who="local", handler=_checked(action))
        for name, action in actions.items()
    ]
    return [
        Route(method="GET", path="/", who="local", handler=_to_page),
        Route(method="GET", path="/preview", who="local", handler=_to_page),
        Route(method="GET", path="/preview/", who="local", handler=page("index.html", {"Content-Security-Policy": CSP})),
        Route(method="GET", path="/preview/host", who="local", handler=page("host.html", {"Content-Security-Policy": HOST_CSP})),
        assets("/preview", "local"),
        Route(method="GET", path="/preview/api/token", who="local", handler=lambda request: _token(stage, request)),
        Route(method="GET", path="/preview/api/state", who="local", handler=lambda request: _state(stage, request)),
        Route(method="GET", path="/preview/api/why", who="local", handler=lambda request: _why(stage, request)),
        Route(
            method="GET", path="/preview/api/play", who="local", handler=lambda request: play_door.document(stage.played, request)
        ),
        Route(method="GET", path="/preview/api/stream", who="local", handler=streaming.serve, at_end=streaming.close),
        *posts,
    ]


async def tell_tenant(tenant_url: str, what: str, body: Mapping[str, Any]) -> Any:
    """Script the local tenant. Raises Refused with its own sentence where it will not."""
    async with _tenant() as session, session.post(f"{tenant_url}/_tenant/{what}", json=dict(body)) as answer:
        return await _answer(answer)


@contextlib.asynccontextmanager
async def _tenant() -> Any:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as session:
        yield session


async def _answer(answer: aiohttp.ClientResponse) -> Any:
    body = await answer.json(content_type=None)
    if answer.status >= 400:
        error = body.get("error") if isinstance(body, dict) else None
        raise Refused(str((error or {}).get("message") or "The local tenant said no."))
    return body


def _checked(action: Callable[[web.Request], Awaitable[Any]]) -> Handler:
    async def handler(request: web.Request) -> web.StreamResponse:
        if request.headers.get(ASKED_BY_PAGE) != "1":
            return web.json_response({"problem": "Only the preview page may do that."}, status=403)
        try:
            answer = await action(request)
        except CompanionError as error:
            return web.json_response({"problem": str(error)}, status=400)
        except RecursionError:  # read, but too deep to be written again
            return web.json_response({"problem": "The page sent something too deep."}, status=400)
        return web.json_response(answer if isinstance(answer, dict) else {"ok": True})

    return handler


async def _to_page(request: web.Request) -> web.StreamResponse:
    raise web.HTTPFound("/preview/")


async def _token(stage: Stage, request: web.Request) -> web.StreamResponse:
    """What Teams would give to a page for a person of the local tenant."""
    try:
        return web.json_response(
            await tell_tenant(stage.tenant_url, "tab-token", {"person": request.query.get("who") or stage.person})
        )
    except Refused as refused:
        return web.json_response({"problem": str(refused)}, status=404)


async def _state(stage: Stage, request: web.Request) -> web.StreamResponse:
    week = await stage.week()
    async with _tenant() as session:
        chat = [shown_message(item) for item in await _seen(session, stage, "chat") if item["from"] == "bot"]
        drafts = [shown_draft(item) for item in await _seen(session, stage, "drafts")]
        tasks = [shown_task(item) for item in await _seen(session, stage, "tasks")]
    pid = stage.worker_pid()
    worker = {"is_running": pid is not None, "pid": pid}
    more = {"problems": stage.problems(), "tenant": stage.tenant_url, "is_idle": await stage.is_idle()}
    held = {"chat": chat, "drafts": drafts, "tasks": tasks}
    return web.json_response({**week, **more, **held, "worker": worker})


async def _seen(session: aiohttp.ClientSession, stage: Stage, what: str) -> Any:
    async with session.get(f"{stage.tenant_url}/_tenant/{what}", params={"person": stage.person}) as answer:
        return await _answer(answer)


async def _why(stage: Stage, request: web.Request) -> web.StreamResponse:
    try:
        return web.json_response(await stage.why(request.query.get("meeting", "")))
    except Refused as refused:
        return web.json_response({"problem": str(refused)}, status=404)


class _Streaming:
    """An event to each open page whenever the tenant's chat or calendar changed, and every second while the clock runs."""

    def __init__(self, tenant_url: str) -> None:
        self._tenant_url = tenant_url
        self._open: set[asyncio.Task[None]] = set()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Tell one page until it leaves, or until the doors close."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        telling = asyncio.create_task(self._tell(response))
        self._open.add(telling)
        try:
            await asyncio.wait([telling])
        finally:
            telling.cancel()
            self._open.discard(telling)
        return response

    async def close(self) -> None:
        """End every stream: the doors do not close while one is open."""
        for telling in self._open:
            telling.cancel()

    async def _tell(self, response: web.StreamResponse) -> None:
        with contextlib.suppress(ConnectionError, aiohttp.ClientError):
            await response.write(b"retry: 1000\n\n")
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None)) as session,
                session.get(f"{self._tenant_url}/_tenant/stream") as changes,
            ):
                await response.write(UPDATE)
                async for line in changes.content:
                    if line.startswith((b"event:", b":")):
                        await response.write(UPDATE if line.startswith(b"event:") else b": still here\n\n")


async def _jump(stage: Stage, request: web.Request) -> None:
    body = await _body(request)
    if body.get("to") == "next":
        upcoming = (await stage.week()).get("next")
        if upcoming is None:
            raise Refused("Nothing more is planned: load a calendar with a coming client meeting.")
        ahead = datetime.fromisoformat(upcoming["due"]) - stage.clock() + timedelta(seconds=1)
    else:
        minutes = body.get("minutes")
        if isinstance(minutes, bool) or not isinstance(minutes, int | float) or not 0 < minutes <= 60 * 24 * 60:
            raise Refused("Say how many minutes to go forward: up to sixty days.")
        ahead = timedelta(minutes=minutes)
    ahead = max(ahead, timedelta(seconds=1))
    await _caught_up(stage)
    while ahead > A_DAY:
        await stage.travel(A_DAY)
        await _caught_up(stage)
        ahead -= A_DAY
    await stage.travel(ahead)


async def _caught_up(stage: Stage) -> None:
    """Wait until what fell due was looked at, so that each day of a week has its own message and nothing is planned by a clock
    that jumps meanwhile; not for ever."""
    for _ in range(LOOKS_AT_A_DAY):
        if await stage.is_idle():
            return
        await asyncio.sleep(LOOKED_EVERY)


async def _script(stage: Stage, request: web.Request, what: str) -> None:
    await tell_tenant(stage.tenant_url, what, await _body(request))


async def _tap(stage: Stage, request: web.Request) -> dict[str, Any]:
    body = await _body(request)
    answer = await tell_tenant(stage.tenant_url, "tap", {"person": stage.person, **body})
    if answer["status"] != 200:
        raise Refused("The bot did not answer the tap. Try again.")
    return {"ok": True}


async def _play(stage: Stage, request: web.Request, do: Callable[[Played, Mapping[str, Any]], Awaitable[None]]) -> None:
    await do(stage.played, await _body(request))


async def _load(stage: Stage, request: web.Request) -> None:
    request = request.clone(client_max_size=64 * 1024 * 1024)
    name = unquote(request.headers.get("X-File-Name", "calendar.ics"))[:120]
    await stage.load(await request.read(), name)


async def _body(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except (ValueError, RecursionError):
        raise Refused("The page sent something that is not an object.") from None
    if not isinstance(body, dict):
        raise Refused("The page sent something that is not an object.")
    return body
