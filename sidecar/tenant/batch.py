"""POST /v1.0/$batch: up to twenty calls in one, four at a time, each through the same door as a single call."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Callable
from typing import Any, Final

import aiohttp
from aiohttp import web
from yarl import URL

from sidecar.tenant.answers import Json, Refusal, graph_answer, json_object
from sidecar.tenant.odata import read_query

MOST: Final = 20
AT_ONCE: Final = 4
METHODS: Final = ("GET", "POST", "PATCH", "PUT", "DELETE")


class Batch:
    """https://learn.microsoft.com/graph/json-batching"""

    def __init__(self, url: Callable[[], str]) -> None:
        self._url = url

    def routes(self) -> list[web.RouteDef]:
        """The route this part answers."""
        return [web.post("/v1.0/$batch", self.run)]

    async def run(self, request: web.Request) -> web.Response:
        """Runs the calls; one that depends on a failed one fails with 424."""
        read_query(request, ())
        items = _items(await json_object(request))
        slots, done = asyncio.Semaphore(AT_ONCE), {item["id"]: asyncio.Event() for item in items}
        answers: dict[str, Json] = {}
        async with aiohttp.ClientSession(headers={"Authorization": request.headers["Authorization"]}) as session:

            async def one(item: Json) -> None:
                for earlier in item.get("dependsOn") or ():
                    await done[earlier].wait()
                try:
                    if any(answers[earlier]["status"] >= 400 for earlier in item.get("dependsOn") or ()):
                        answers[item["id"]] = _failed_dependency(item["id"])
                    else:
                        async with slots:
                            answers[item["id"]] = await self._call(session, item)
                finally:
                    done[item["id"]].set()

            async with asyncio.TaskGroup() as group:
                for item in items:
                    group.create_task(one(item))
        return graph_answer({"responses": list(answers.values())})

    async def _call(self, session: aiohttp.ClientSession, item: Json) -> Json:
        url = URL(f"{self._url()}/v1.0/{item['url'].lstrip('/')}")
        headers = {
            str(key): str(value) for key, value in (item.get("headers") or {}).items() if str(key).lower() != "authorization"
        }
        body = json.dumps(item["body"]).encode() if "body" in item else None
        try:
            async with session.request(item["method"].upper(), url, data=body, headers=headers, allow_redirects=False) as answer:
                data, status = await answer.read(), answer.status
                shown = {
                    key: answer.headers[key]
                    for key in ("Content-Type", "Retry-After", "Preference-Applied")
                    if key in answer.headers
                }
        except (aiohttp.ClientError, OSError):
            return {"id": item["id"], "status": 502, "headers": {}}
        result: Json = {"id": item["id"], "status": status, "headers": shown}
        return result | ({"body": _readable(data)} if data else {})


def _readable(data: bytes) -> Any:
    try:
        return json.loads(data)
    except ValueError:
        return base64.b64encode(data).decode()


def _failed_dependency(item_id: str) -> Json:
    error = {"code": "FailedDependency", "message": "A request this one depends on failed."}
    return {"id": item_id, "status": 424, "headers": {}, "body": {"error": error}}


def _items(body: Json) -> list[Json]:
    items = body.get("requests")
    if not isinstance(items, list) or not items or set(body) - {"requests"}:
        raise Refusal(400, "BadRequest", "Invalid batch payload format: 'requests' has to be a list that is not empty.")
    if len(items) > MOST:
        raise Refusal(400, "BadRequest", f"Number of batch request steps exceeds the maximum value of {MOST}.")
    seen: set[str] = set()
    for item in items:
        _check(item, seen)
        seen.add(item["id"])
    return items


def _check(item: Any, earlier: set[str]) -> None:
    def bad(why: str) -> Refusal:
        return Refusal(400, "BadRequest", f"Invalid batch payload format: {why}")

    if not isinstance(item, dict) or not isinstance(item.get("id"), str) or not item["id"]:
        raise bad("each request needs an id.")
    if item["id"] in earlier:
        raise bad(f"the id {item['id']} is there twice.")
    if surplus := sorted(set(item) - {"id", "method", "url", "headers", "body", "dependsOn"}):
        raise bad(f"'{surplus[0]}' is not part of a request.")
    if str(item.get("method", "")).upper() not in METHODS or not isinstance(item.get("url"), str):
        raise bad("each request needs a method and a url.")
    if "://" in item["url"].partition("?")[0] or "$batch" in item["url"]:
        raise bad("urls are relative to the version, and no batch holds another.")
    if not isinstance(item.get("headers") or {}, dict) or not isinstance(item.get("dependsOn") or [], list):
        raise bad("headers has to be an object and dependsOn a list.")
    if "body" in item and not any(str(key).lower() == "content-type" for key in item.get("headers") or {}):
        raise bad("a request with a body needs a Content-Type header.")
    if unknown := [name for name in item.get("dependsOn") or () if name not in earlier]:
        raise bad(f"dependsOn names {unknown[0]}, which is not an earlier request.")
