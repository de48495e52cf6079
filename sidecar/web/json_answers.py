"""JSON in and out of the doors that pages call: a problem is always one sentence in the reader's language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from aiohttp import web

from sidecar.errors import Refused
from sidecar.words import Words, best_language

LARGEST_BODY: Final = 32 * 1024
NO_STORE: Final = {"Cache-Control": "no-store"}


def language_of(request: web.Request) -> str:
    """The language that the browser asks for, while nobody is known."""
    tags = request.headers.get("Accept-Language", "")[:200].split(",")
    return best_language(*(tag.split(";")[0].strip() for tag in tags))


def answer(body: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> web.Response:
    """A JSON answer that nobody keeps."""
    return web.json_response(dict(body), headers={**NO_STORE, **(headers or {})})


def problem(status: int, why: str, headers: Mapping[str, str] | None = None, **more: str) -> web.Response:
    """Why not, in one sentence."""
    return web.json_response({"problem": why, **more}, status=status, headers={**NO_STORE, **(headers or {})})


async def object_of(request: web.Request) -> Mapping[str, Any]:
    """The JSON object that a page sent. Raises Refused for anything else."""
    why = Words(language_of(request)).say("panel-bad-body")
    if (request.content_length or 0) > LARGEST_BODY:
        raise Refused(why)
    try:
        body = json.loads(await request.read())
    except (ValueError, RecursionError, web.HTTPRequestEntityTooLarge):
        raise Refused(why) from None
    if not isinstance(body, dict):
        raise Refused(why)
    return body
