"""Every way in is in the table, and odd bodies at the bot's door never give a 5xx that would trip Teams' back-off."""

from __future__ import annotations

import asyncio
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
        assert "brief …" in str(answer["attachments"])


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


async def _raw(door: str, sent: bytes) -> str:
    """What comes back for these very bytes, headers and all."""
    reader, writer = await asyncio.open_connection("127.0.0.1", int(door.rpartition(":")[2]))
    writer.write(sent)
    answer = await asyncio.wait_for(reader.read(), 10)
    writer.close()
    return answer.decode("latin-1")


def _request(line: str, *headers: str) -> bytes:
    return "\r\n".join([f"{line} HTTP/1.1", "Host: 127.0.0.1", "Connection: close", *headers, "", ""]).encode()


NAMELESS = {
    "alive": (_request("GET /healthz"), 200),
    "ready": (_request("GET /readyz"), 200),
    "no such page": (_request("GET /nothing"), 404),
    "another method": (_request("DELETE /healthz"), 405),
    "a page": (_request("GET /privacy"), 200),
    "the bot's door": (_request("POST /api/messages", "Content-Length: 2") + b"{}", 401),
    "an unknown method": (_request("FOO /healthz"), 400),
    "a long address": (_request(f"GET /{'x' * 9000}"), 400),
    "a long header": (_request("GET /healthz", f"X-Long: {'x' * 9000}"), 400),
    "no HTTP at all": (b"\x16\x03\x01 hello\r\n\r\n", 400),
}


async def test_no_answer_names_the_software_and_what_is_no_request_gets_a_plain_400_without_a_traceback(
    start: Callable[..., Any], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    async with start() as here:
        for name, (sent, status) in NAMELESS.items():
            head, _, body = (await _raw(here.door, sent)).partition("\r\n\r\n")
            assert head.startswith(f"HTTP/1.{'0' if status == 400 else '1'} {status} "), (name, head)
            assert "nosniff" in head, name
            found = f"{head}\n{body}".lower()
            assert not [word for word in ("server:", "aiohttp", "python/", "traceback", "8190") if word in found], (name, found)
            assert status != 400 or body == "Bad Request", name
        said = caplog.text + "".join(capfd.readouterr())
        assert "Traceback" not in said and "Error handling request" not in said
