"""Activities from Teams: our own verdict on the token first, then the SDK. Odd bodies get an answer that is no 5xx."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import structlog
from aiohttp import web
from microsoft_agents.activity import Activity, InvokeResponse
from prometheus_client import Counter
from pydantic import ValidationError

from sidecar.errors import Untrusted
from sidecar.web.guards import Route
from sidecar.web.identity import Trust, judge_bot_token, key_id
from sidecar.web.keys import KeyRing

log = structlog.get_logger()
TURNS = Counter("companion_bot_turns_total", "Activities from Teams by what became of them", ["result"])
Take = Callable[[Activity, Mapping[str, Any]], Awaitable[InvokeResponse | None]]


def routes(trust: Trust, take: Take, ring: KeyRing | None = None) -> list[Route]:
    """The address that Teams calls. `ring`: the keys of its tokens, where others look at them too."""
    ring = ring or KeyRing(trust.keys_url)

    async def receive(request: web.Request) -> web.Response:
        body = _object(await request.read())
        try:
            claims = await _judge(request, body or {}, ring, trust)
        except Untrusted as error:
            TURNS.labels(f"refused_{error.reason}").inc()
            return web.Response(status=401)
        activity = _activity(body)
        if activity is None:
            TURNS.labels("unreadable").inc()
            return web.Response(status=400)
        return await _answer(activity, claims, take)

    return [Route(method="POST", path="/api/messages", who="bot", handler=receive)]


async def _judge(request: web.Request, body: Mapping[str, Any], ring: KeyRing, trust: Trust) -> Mapping[str, Any]:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Untrusted("no_token")
    key = await ring.key(key_id(token))
    return judge_bot_token(
        token,
        key,
        trust,
        service_url=str(body.get("serviceUrl") or ""),
        channel=str(body.get("channelId") or ""),
        now=datetime.now(UTC),
    )


async def _answer(activity: Activity, claims: Mapping[str, Any], take: Take) -> web.Response:
    try:
        answer = await take(activity, claims)
    except Exception as error:  # Teams backs off for hours after repeated 5xx
        log.error("activity_failed", activity_type=activity.type, exc_info=error)
        TURNS.labels("failed").inc()
        answer = None
    else:
        TURNS.labels("taken").inc()
    if activity.type != "invoke":
        return web.Response(status=202)
    if answer is None or int(answer.status) >= 500:
        return web.json_response({"statusCode": 400, "type": "application/vnd.microsoft.error", "value": _FAILED})
    return web.json_response(answer.body, status=int(answer.status))


_FAILED = {"code": "ServiceError", "message": "That did not work. Please try again."}


def _object(body: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _activity(body: dict[str, Any] | None) -> Activity | None:
    """The activity, with what the SDK cannot bear left out; None where the body is none."""
    if body is None:
        return None
    entities = body.get("entities")
    kept = [item for item in entities if isinstance(item, dict) and item.get("type")] if isinstance(entities, list) else []
    try:
        activity = Activity.model_validate({**{key: value for key, value in body.items() if value is not None}, "entities": kept})
    except (ValidationError, ValueError, TypeError):
        return None
    if not activity.type or not activity.conversation or not activity.conversation.id:
        return None
    return activity
