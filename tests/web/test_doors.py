"""Every way in is in the table, and odd bodies at the bot's door never give a 5xx that would trip Teams' back-off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sidecar.doors import doors
from sidecar.errors import Misconfigured
from sidecar.web.guards import application
from tests.flows.conftest import start

__all__ = ["start"]
PUBLIC = {
    "/healthz", "/readyz", "/privacy", "/terms", "/panel", "/panel/", "/tab", "/tab/", "/tab/configure", "/check", "/check/",
    "/panel/assets/{name}", "/tab/assets/{name}", "/check/assets/{name}", "/check/api/open",
}  # fmt: skip
ODD: list[Any] = [
    b"",
    b"not json",
    b"[" * 20_000,
    [],
    {},
    {"type": "message"},
    {"type": "message", "conversation": {}},
    {"type": "invoke", "conversation": {"id": "x"}, "from": {"id": "y"}},
    {"type": "unknownType", "conversation": {"id": "x"}, "from": {"id": "y"}, "entities": [{}, 3]},
    {"type": 3, "conversation": 4},
    {"type": "message", "conversation": {"id": "x" * 100_000}, "from": None},
]


async def test_odd_activities_get_an_answer_that_is_no_server_error(start: Callable[..., Any]) -> None:
    async with start() as here:
        service = here.tenant.service_url
        for body in ODD:
            full = {"serviceUrl": service, "channelId": "msteams", **body} if isinstance(body, dict) else body
            token = here.tenant.tokens.for_bot(service)
            send = {"data": full} if isinstance(full, bytes) else {"json": full}
            for headers in ({"Authorization": f"Bearer {token}"}, {}, {"Authorization": "Basic x"}):
                async with here.session.post(f"{here.door}/api/messages", headers=headers, **send) as answer:
                    assert answer.status < 500, (body, await answer.text())
                    assert headers.get("Authorization", "").startswith("Bearer") or answer.status == 401


async def test_help_is_always_answered(start: Callable[..., Any]) -> None:
    async with start() as here:
        answer = await here.say("Hello")
        assert "brief Megan" in str(answer["attachments"])


async def test_every_route_of_the_router_is_in_the_table_with_who_may_call_it(start: Callable[..., Any]) -> None:
    async with start() as here:
        table = here.companion.routes()
        router = application(table).router
        walked = {(route.method, route.resource.canonical) for route in router.routes() if route.resource}
        assert walked - {("HEAD", one.path) for one in table} == {(one.method, one.path) for one in table}
        told: dict[str, set[str]] = {}
        for one in table:
            told.setdefault(one.who, set()).add(one.path)
        assert told["graph"] == {"/graph/notify", "/graph/lifecycle"}
        assert told["bot"] == {"/api/messages"}
        assert {path for path in told["person"] if not path.startswith(("/api/panel/", "/check/api/"))} == set()
        assert told["public"] == PUBLIC
        assert set(told) == {"graph", "bot", "person", "public"}


async def test_loopback_trust_refuses_any_other_bind() -> None:
    with pytest.raises(Misconfigured, match="this machine only"):
        async with doors([], "0.0.0.0", 0, is_local=True):
            pass


async def test_ready_says_whether_the_database_answers(start: Callable[..., Any]) -> None:
    async with start() as here:
        for path, text in (("/healthz", "alive"), ("/readyz", "ready")):
            async with here.session.get(f"{here.door}{path}") as answer:
                assert (answer.status, await answer.text()) == (200, text)
