"""The door of the tech check lets in whoever holds a good link, once, and gives them no more than a check needs."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from sidecar.domain.meetings.meeting import PersonId
from sidecar.doors import doors
from sidecar.flows.before.check_technology import make_link
from sidecar.store.database import Database
from sidecar.web import check_door
from sidecar.web.check_door import SESSION
from sidecar.web.check_meter import BYTES, REQUESTS, Meter, TooMuch, network_of
from sidecar.web.throughput import MOST_BYTES
from tests.flows.conftest import MIA, World, start

__all__ = ["start"]
GERMAN = {"Accept-Language": "de-CH,de;q=0.9,en;q=0.5"}
INSIDE = [("GET", "state"), ("GET", "ping"), ("GET", "bytes?n=10"), ("POST", "bytes"), ("POST", "result")]
RESULTS = [{"id": "camera", "state": "ok", "value": "1280 × 720"}]


async def link_key(here: World) -> str:
    url = await make_link(here.companion.hands, here.tenant_id, PersonId(MIA.id), None)
    return url.partition("#k=")[2]


async def call(here: World, method: str, what: str, **more: Any) -> tuple[int, Any, Any]:
    """Status, body and headers of one call of the page."""
    async with here.session.request(method, f"{here.door}/check/api/{what}", **more) as answer:
        data = await answer.read()
        is_json = answer.content_type == "application/json"
        return answer.status, json.loads(data) if is_json else data, answer.headers


async def opened(here: World) -> dict[str, str]:
    """The header of a fresh session."""
    status, body, _ = await call(here, "POST", "open", json={"k": await link_key(here)})
    assert status == 200, body
    return {SESSION: body["session"]}


async def test_a_link_opens_a_session_with_what_the_page_needs(start: Callable[..., Any]) -> None:
    async with start() as here:
        status, body, headers = await call(here, "POST", "open", json={"k": await link_key(here)})
        assert status == 200 and headers["Cache-Control"] == "no-store"
        assert {"session", "language", "zone", "now", "meeting", "last"} <= set(body)
        assert (body["language"], body["zone"], body["meeting"], body["last"]) == ("en", "Europe/Berlin", None, [])
        assert (await call(here, "GET", "state", headers={SESSION: body["session"]}))[0] == 200


async def test_a_link_opened_twice_says_in_the_readers_language_how_to_get_a_new_one(start: Callable[..., Any]) -> None:
    async with start() as here:
        key = await link_key(here)
        assert (await call(here, "POST", "open", json={"k": key}))[0] == 200
        status, body, _ = await call(here, "POST", "open", json={"k": key}, headers=GERMAN)
        assert status == 409 and "Einen neuen gibt es auf der Karte" in body["problem"]


async def test_a_wrong_key_opens_nothing_and_says_no_more_than_a_used_one(start: Callable[..., Any]) -> None:
    secret = "A" * 43
    async with start(is_installed=False) as here:
        for key in ("", "x", "a.b", f"tenant.{secret}", f"'; DROP TABLE x;--.{secret}", "\u0000", 7, None, {}, f"é.{secret}"):
            status, body, _ = await call(here, "POST", "open", json={"k": key})
            assert status == 409 and "new one" in body["problem"], key


async def test_without_a_session_nothing_behind_the_door_answers(start: Callable[..., Any]) -> None:
    async with start() as here:
        session = (await opened(here))[SESSION]
        for wrong in ("", "x", session[:-1], f"{session}A", session.replace(".", ".A", 1), f"other.{session.rpartition('.')[2]}"):
            for method, what in INSIDE:
                status, body, _ = await call(
                    here, method, what, headers={SESSION: wrong} if wrong else {}, json=[] if method == "POST" else None
                )
                assert (status, set(body)) == (401, {"problem"}), (wrong, what)


async def test_odd_bodies_get_a_sentence_and_never_a_server_error(start: Callable[..., Any]) -> None:
    async with start() as here:
        session = await opened(here)
        for body in (
            b"",
            b"{",
            b"[" * 20_000,
            b"[]",
            b"3",
            b"\xff\xfe",
            b'{"results": 3}',
            b'{"results": [{"id": "camera"}]}',
            b"x" * 40_000,
        ):
            for what, headers in (("open", {}), ("result", session)):
                status, answer, _ = await call(here, "POST", what, data=body, headers=headers)
                assert status in (400, 409) and answer["problem"], (what, body[:20], status)


async def test_results_are_kept_and_shown_to_the_next_visit(start: Callable[..., Any]) -> None:
    async with start() as here:
        assert (await call(here, "POST", "result", json={"results": RESULTS}, headers=await opened(here)))[:2] == (
            200,
            {"ok": True},
        )
        _, body, _ = await call(here, "GET", "state", headers=await opened(here))
        assert body["last"] == RESULTS


async def test_the_ping_tells_the_real_time_to_the_millisecond(start: Callable[..., Any]) -> None:
    async with start() as here:  # whose own clock runs ahead
        before = datetime.now(UTC)
        _, body, _ = await call(here, "GET", "ping", headers=await opened(here))
        told = datetime.fromisoformat(body["now"])
        assert abs((told - before).total_seconds()) < 5 and "." in body["now"]
        assert abs((here.companion.clock() - told).total_seconds()) > 5


async def test_bytes_come_and_go_and_are_capped(start: Callable[..., Any]) -> None:
    async with start() as here:
        session = await opened(here)
        for count in (0, 1000, MOST_BYTES):
            status, body, _ = await call(here, "GET", "bytes", params={"n": str(count)}, headers=session)
            assert (status, len(body)) == (200, count)
        for asked in (str(MOST_BYTES + 1), "", "-5", "9" * 30, "1e3", "٣"):
            status, body, _ = await call(here, "GET", "bytes", params={"n": asked}, headers=session)
            assert status == 400 and "megabytes" in body["problem"], asked
        assert (await call(here, "POST", "bytes", data=b"x" * MOST_BYTES, headers=session))[1] == {"bytes": MOST_BYTES}
        status, body, _ = await call(here, "POST", "bytes", data=b"x" * (MOST_BYTES + 1), headers={**session, **GERMAN})
        assert status == 400 and "Megabyte" in body["problem"]


async def test_what_comes_down_cannot_be_made_smaller_on_the_way(start: Callable[..., Any]) -> None:
    import zlib

    async with start() as here:
        _, body, headers = await call(here, "GET", "bytes?n=100000", headers=await opened(here))
        assert "Content-Encoding" not in headers and len(zlib.compress(body)) > 99_000


async def test_a_session_that_asks_for_too_much_is_told_to_wait_and_others_are_not(start: Callable[..., Any]) -> None:
    async with start() as here:
        greedy, other = await opened(here), await opened(here)
        many = [call(here, "GET", "ping", headers=greedy) for _ in range(REQUESTS + 20)]
        answers = [await one for one in asyncio.as_completed(many)]
        refused = [headers for status, _, headers in answers if status == 429]
        assert 0 < len(refused) <= 20 and all(int(headers["Retry-After"]) >= 1 for headers in refused)
        assert (await call(here, "GET", "ping", headers=other))[0] == 200


async def test_strangers_are_metered_by_their_address_before_the_database_is_asked(
    start: Callable[..., Any], server: str
) -> None:
    key = f"tenant.{'A' * 43}"
    async with start() as here:
        session = await opened(here)
        gone = await Database.open(server)
        await gone.close()
        door = check_door.routes(replace(here.companion.hands, database=gone))
        async with doors(door, "127.0.0.1", 0, is_local=True) as port:
            away = replace(here, door=f"http://127.0.0.1:{port}")

            async def ask(what: str, headers: dict[str, str]) -> tuple[int, Any]:
                method = "POST" if what == "open" else "GET"
                status, _, told = await call(away, method, what, headers=headers, json={"k": key} if what == "open" else None)
                return status, told.get("Retry-After")

            asked = [await ask(what, {SESSION: key}) for what in ("open", "state") * (REQUESTS // 2 + 10)]
            assert [status for status, _ in asked[: REQUESTS // 2]] == [503] * (REQUESTS // 2)
            assert {status for status, _ in asked[-5:]} == {429} and int(asked[-1][1]) >= 1
            there = {"X-Forwarded-For": "198.51.100.7, 203.0.113.9"}
            assert (await ask("open", there))[0] == 503
            assert (await ask("ping", session | there))[0] == 503  # a session that this door does not know yet
        assert (await call(here, "GET", "ping", headers=session))[0] == 200


async def test_a_session_under_way_does_not_suffer_from_strangers_at_its_address(start: Callable[..., Any]) -> None:
    async with start() as here:
        session = await opened(here)
        for _ in range(REQUESTS + 5):
            status, _, _ = await call(here, "POST", "open", json={"k": "tenant.x"})
        assert status == 429
        assert (await call(here, "GET", "ping", headers=session))[0] == 200


@pytest.mark.parametrize(
    ("peer", "forwarded", "network"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("8.8.8.8", "203.0.113.9", "8.8.8.8"),  # nobody in between: anybody can write the header
        ("10.0.0.4", "198.51.100.7, 9.9.9.9", "9.9.9.9"),  # the last one is our own proxy's word
        ("127.0.0.1", "9.9.9.9:51234", "9.9.9.9"),
        ("127.0.0.1", "[2a00:1450::7]:443", "2a00:1450::/64"),
        ("2a00:1450::1:2:3:4", "", "2a00:1450::/64"),
        ("10.0.0.4", "unknown", "10.0.0.4"),
        ("10.0.0.4", "", "10.0.0.4"),
        (None, "", ""),
    ],
)
def test_an_address_is_who_connects_or_whom_our_own_proxy_names(peer: str | None, forwarded: str, network: str) -> None:
    assert network_of(peer, forwarded) == network


def test_the_meter_fills_again_by_the_minute_and_remembers_a_bounded_number_of_sessions() -> None:
    now = 0.0
    meter = Meter(lambda: now)
    for _ in range(REQUESTS):
        meter.take("one")
    with pytest.raises(TooMuch) as refused:
        meter.take("one")
    assert refused.value.wait >= 1
    meter.take_bytes("one", BYTES)
    with pytest.raises(TooMuch):
        meter.take_bytes("one", 1)
    now = 30.0
    for _ in range(REQUESTS // 2):
        meter.take("one")
    meter.take_bytes("one", BYTES // 2)
    with pytest.raises(TooMuch):
        meter.take("one")
    for number in range(5000):
        meter.take(f"session {number}")
    assert len(meter._buckets) <= 1000


async def test_while_the_database_is_away_the_page_hears_so_in_a_sentence(start: Callable[..., Any], server: str) -> None:
    async with start() as here:
        session, key = await opened(here), await link_key(here)
        gone = await Database.open(server)
        await gone.close()
        routes = check_door.routes(replace(here.companion.hands, database=gone))
        async with doors(routes, "127.0.0.1", 0, is_local=True) as port:
            away = replace(here, door=f"http://127.0.0.1:{port}")
            for what, headers, body in (("open", {}, {"k": key}), ("result", session, {"results": RESULTS})):
                status, answer, _ = await call(away, "POST", what, headers=headers, json=body)
                assert status == 503 and "try again in a minute" in answer["problem"]
        assert (await call(here, "POST", "open", json={"k": key}))[0] == 200  # the link is still good
