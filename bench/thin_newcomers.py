"""The other side of a roll-out: a thin connector that counts by the product's clock, and as much of Graph as a newcomer needs.

Everybody's mailbox says Berlin and eight to five, and every calendar is empty: so each newcomer is sent a welcome and a sample.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from aiohttp import web
from thin_connector import Connector, token

from sidecar.tenant.tokens import Tokens

WORK = {
    "daysOfWeek": ["monday", "tuesday", "wednesday", "thursday", "friday"], "startTime": "08:00:00.0000000",
    "endTime": "17:00:00.0000000", "timeZone": {"name": "W. Europe Standard Time"},
}  # fmt: skip


class Graph:
    """What is asked when somebody gets the app; whatever else is asked is counted and not found."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector
        self.unknown: Counter[str] = Counter()

    async def answer(self, request: web.Request) -> web.Response:
        """One call of Graph."""
        parts = request.path.strip("/").split("/")
        if request.method == "POST" and parts[-1] == "$batch":
            asked = (await request.json())["requests"]
            return web.json_response({"responses": [{"id": one["id"], **self._one(one["method"], one["url"])} for one in asked]})
        found = self._one(request.method, request.path)
        return web.json_response(found["body"], status=found["status"])

    def _one(self, method: str, url: str) -> dict[str, Any]:
        path = url.partition("?")[0].strip("/").removeprefix("v1.0/")
        parts = path.split("/")
        if method == "POST" and path == "subscriptions":
            until = datetime.fromtimestamp(time.time() + self._connector.ahead, UTC) + timedelta(days=3)
            return {"status": 201, "body": {"id": str(uuid4()), "expirationDateTime": f"{until:%Y-%m-%dT%H:%M:%SZ}"}}
        if parts[-1] == "mailboxSettings":
            return {"status": 200, "body": {"timeZone": "W. Europe Standard Time", "workingHours": WORK}}
        if parts[0] == "users" and len(parts) == 2:
            return {"status": 200, "body": {"mail": f"p{parts[1][-6:]}@fabrikam.com", "displayName": "Somebody"}}
        if parts[-1] in ("calendarView", "delta", "organization"):
            return {"status": 200, "body": {"value": []}}
        self.unknown[f"{method} {parts[0]} … {parts[-1][:20]}"] += 1
        return {"status": 404, "body": {"error": {"code": "NotFound", "message": "This side is thin."}}}


async def main(client_id: str) -> None:
    """Serve until killed; port and a token for the bot's door are printed. `client_id`: of the bot."""
    connector, app = Connector(0.0), web.Application(client_max_size=1 << 20)
    graph, tokens = Graph(connector), Tokens(client_id, "00000000-0000-4000-8000-00000000000a")

    async def ahead(request: web.Request) -> web.Response:
        connector.ahead = float(await request.text())
        return web.Response()

    async def keys(request: web.Request) -> web.Response:
        return web.json_response(tokens.keys())

    async def unknown(request: web.Request) -> web.Response:
        return web.json_response(graph.unknown)

    one = "/connector/v3/conversations/{chat}/activities"
    app.add_routes([
        web.post(one, connector.send), web.put(f"{one}/{{activity}}", connector.change), web.get("/count", connector.count),
        web.get("/all", connector.all), web.get("/unknown", unknown), web.post("/ahead", ahead),
        web.post("/_tenant/token", token), web.get("/_tenant/keys", keys), web.route("*", "/{path:.*}", graph.answer),
    ])  # fmt: skip
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    print(json.dumps({"port": port, "token": tokens.for_bot(f"http://127.0.0.1:{port}/connector/")}), flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
