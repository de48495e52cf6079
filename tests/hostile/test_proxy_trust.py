"""Behind a proxy: where a request says it came from is believed of no stranger, and moves one limit only."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sidecar.doors import doors
from sidecar.web import check_meter
from tests.flows.conftest import NOON, World, event, start
from tests.hostile.raw_http import request, send
from tests.hostile.route_table import LOCAL, SERVED
from tests.hostile.test_routes import preview_of

__all__ = ["start"]
WEB = Path(__file__).parents[2] / "sidecar" / "web"
EVIL = "companion.evil.example"
CLAIMS = (
    "X-Forwarded-For: 127.0.0.1", "X-Real-IP: 127.0.0.1", "X-Forwarded-Host: localhost", "X-Forwarded-Proto: https",
    "X-Forwarded-Port: 443", "X-Original-URL: /metrics", "X-Rewrite-URL: /metrics", "Forwarded: for=127.0.0.1;host=localhost",
    "X-HTTP-Method-Override: GET", "X-MS-CLIENT-PRINCIPAL-ID: a1b2c3d4-0000-4000-8000-000000000001",
)  # fmt: skip
"""What proxies write, and what a stranger may write as well."""


async def test_no_header_of_a_proxy_opens_a_door(start: Callable[..., Any]) -> None:
    async with start() as here, doors(preview_of(here), "127.0.0.1", 0, is_local=True) as port:
        door = f"http://127.0.0.1:{port}"
        for who, path in [("local", one) for one in sorted(LOCAL)] + [("person", one) for one in sorted(SERVED["person"])]:
            method, _, where = path.partition(" ")
            plain = await _status(door, method, where)
            assert await _status(door, method, where, *CLAIMS) == plain == {"local": 403, "person": 401}[who], path


async def _status(door: str, method: str, path: str, *headers: str) -> int:
    sent = request(method, path.replace("{name}", "x"), *headers, body=b"{}" if method == "POST" else b"")
    return (await send(door, sent.replace(b"Host: 127.0.0.1", f"Host: {EVIL}".encode()))).status


async def test_every_link_is_made_of_the_set_address_whatever_host_a_request_names(start: Callable[..., Any]) -> None:
    async with start(event("kick-off", NOON.replace(hour=12))) as here:
        for path in ("/privacy", "/terms", "/panel/", "/tab/", "/check/", "/healthz"):
            lies = (f"X-Forwarded-Host: {EVIL}", f"Forwarded: host={EVIL}", f"X-Forwarded-Server: {EVIL}")
            sent = request("GET", path, *lies).replace(b"Host: 127.0.0.1", f"Host: {EVIL}".encode())
            answer = await send(here.door, sent)
            assert answer.status == 200 and EVIL not in str(answer.headers) and EVIL.encode() not in answer.body, path
        await _told_links_are_ours(here)


async def _told_links_are_ours(here: World) -> None:
    """What Graph was given to call, and what stands in the chat."""
    told = [one["notificationUrl"] for one in await here.look("subscriptions")]
    assert told and all(url == f"{here.door}/graph/notify" for url in told)
    assert EVIL not in str(await here.said())


def test_the_host_a_request_names_is_read_only_to_refuse_and_a_proxys_word_only_to_count_strangers() -> None:
    """Whoever builds a link, or decides anything else, of such a header adds a line here first."""
    found = {
        (path.name, word.lower())
        for path in WEB.rglob("*.py")
        for word in re.findall(
            r"X-Forwarded-\w+|X-Real-IP|\bForwarded\b(?=\")|request\.(?:host|scheme|secure|remote)\b|request\.url\.\w+",
            re.sub(r'"""[\s\S]*?"""', "", path.read_text(encoding="utf-8")),
            re.IGNORECASE,
        )
    }
    assert found == {
        ("guards.py", "request.url.host"),  # a local route answers to names of this machine only
        ("check_door.py", "x-forwarded-for"),  # how often strangers may try a one-time link
        ("check_door.py", "request.remote"),
    }


@pytest.mark.parametrize(
    ("peer", "said", "counted"),
    [
        ("127.0.0.1", "203.0.113.9", "203.0.113.9"),  # the proxy on this machine says who asks
        ("10.0.0.4", "198.51.100.7, 203.0.113.9", "203.0.113.9"),  # only what the proxy itself added, the last one
        ("127.0.0.1", "127.0.0.1, 203.0.113.9", "203.0.113.9"),  # a stranger who claims to be this machine
        ("8.8.8.8", "127.0.0.1", "8.8.8.8"),  # somebody on the internet is no proxy of ours
        ("8.8.8.8", "9.9.9.9, 1.1.1.1", "8.8.8.8"),
        ("127.0.0.1", "nonsense", "127.0.0.1"),
    ],
)
def test_from_the_internet_a_forwarded_address_is_not_believed(peer: str, said: str, counted: str) -> None:
    assert check_meter.network_of(peer, said) == counted
