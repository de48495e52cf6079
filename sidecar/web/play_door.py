"""The call simulator's buttons on the preview page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from aiohttp import web

from sidecar.errors import Refused

LARGEST_FILE = 64 * 1024 * 1024
"""Above what a transcript may have, so that its own sentence is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """The player, as far as the page may reach it. `begin`: meeting, file, speed, whether it waits at hints."""

    document: Callable[[], Awaitable[dict[str, Any]]]
    put: Callable[[bytes, str], Awaitable[dict[str, Any]]]
    begin: Callable[[str, str, object, object], Awaitable[None]]
    press: Callable[[object, object], Awaitable[None]]


async def document(played: Played, request: web.Request) -> web.StreamResponse:
    """What may be played, and what is."""
    return web.json_response(await played.document())


async def put(played: Played, request: web.Request) -> dict[str, Any]:
    """A transcript dropped on the page: it is kept until the preview ends."""
    request = request.clone(client_max_size=LARGEST_FILE)
    name = unquote(request.headers.get("X-File-Name", "")).strip()[:120] or "transcript.vtt"
    try:
        data = await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise Refused(f"{name} is far larger than a transcript; give it in parts.") from None
    return await played.put(data, name)


async def begin(played: Played, body: Mapping[str, Any]) -> None:
    """{meeting, file, speed, waits}"""
    await played.begin(str(body.get("meeting")), str(body.get("file")), body.get("speed"), body.get("waits"))


async def press(played: Played, body: Mapping[str, Any]) -> None:
    """{what, value?}"""
    await played.press(body.get("what"), body.get("value"))
