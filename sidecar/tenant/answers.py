"""What the local tenant says: JSON bodies, and refusals in the shape of whichever service was asked."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from aiohttp import web

Json = dict[str, Any]

REQUEST_ID: Final = web.RequestKey("request_id", str)


class Refusal(Exception):
    """A call that the real service would refuse. `code` is the service's own word, `message` one sentence."""

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.headers = dict(headers or {})


def stamp(instant_at: datetime) -> str:
    """An instant as Graph writes a DateTimeOffset: seven digits and `Z`."""
    return f"{instant_at:%Y-%m-%dT%H:%M:%S}.{instant_at.microsecond:06d}0Z"


def graph_error(code: str, message: str, request: web.BaseRequest, now_at: datetime) -> Json:
    """Graph's error document. https://learn.microsoft.com/graph/errors"""
    request_id = request.get(REQUEST_ID) or str(uuid4())
    client_id = request.headers.get("client-request-id", request_id)
    inner = {"date": f"{now_at:%Y-%m-%dT%H:%M:%S}", "request-id": request_id, "client-request-id": client_id}
    return {"error": {"code": code, "message": message, "innerError": inner}}


def refuse(refusal: Refusal, request: web.BaseRequest, now_at: datetime) -> web.Response:
    """The refusal in the shape of the service whose path was asked."""
    if request.path.startswith("/v1.0"):
        body = graph_error(refusal.code, refusal.message, request, now_at)
    else:
        body = {"error": {"code": refusal.code, "message": refusal.message}}
    return web.json_response(body, status=refusal.status, headers=refusal.headers)


def graph_answer(body: Json, status: int = 200, applied: str = "") -> web.Response:
    """A Graph answer; `applied` is what Preference-Applied says."""
    headers = {"Preference-Applied": applied} if applied else {}
    media = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"
    return web.Response(body=json.dumps(body).encode(), status=status, headers={**headers, "Content-Type": media})


def number(body: Json, name: str, default: float = 0.0) -> float:
    """A finite number of a script's body. Raises Refusal 400."""
    value = body.get(name)
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise Refusal(400, "BadRequest", f"{name} has to be a number.")
    return value


async def json_object(request: web.Request, code: str = "BadRequest") -> Json:
    """The request's body as a JSON object. Raises Refusal 400 for anything else."""
    try:
        body = json.loads(await request.read())
    except (ValueError, RecursionError):
        raise Refusal(400, code, "Unable to read JSON request payload. Please ensure it is valid JSON.") from None
    if not isinstance(body, dict):
        raise Refusal(400, code, "The request payload has to be a JSON object.")
    return body
