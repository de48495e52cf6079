"""Keys are fetched without holding anything up, kept, and asked for again at most once in 30 s, whoever shows unknown ones."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator

import jwt
import pytest
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa

from sidecar.errors import Untrusted
from sidecar.web.keys import COOL_DOWN, KeyRing
from tests.conftest import until

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class KeyServer:
    """Publishes keys on loopback as Microsoft does, counts who asks, and can be slow, broken or hostile."""

    def __init__(self) -> None:
        self.asked = 0
        self.kids: list[str] = ["k1"]
        self.body: bytes | None = None
        self.status = 200
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.url = ""

    async def configuration(self, request: web.Request) -> web.Response:
        return web.json_response({"issuer": "x", "jwks_uri": f"{self.url.rpartition('/')[0]}/keys"})

    async def keys(self, request: web.Request) -> web.Response:
        self.asked += 1
        await self.may_answer.wait()
        if self.body is not None:
            return web.Response(body=self.body, content_type="application/json")
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
        return web.json_response({"keys": [{**public, "kid": kid} for kid in self.kids]}, status=self.status)


@pytest.fixture
async def server() -> AsyncIterator[KeyServer]:
    made = KeyServer()
    application = web.Application()
    application.router.add_get("/configuration", made.configuration)
    application.router.add_get("/keys", made.keys)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/configuration"
    yield made
    made.may_answer.set()
    await runner.cleanup()


async def _is_unknown(ring: KeyRing, kid: str) -> bool:
    try:
        await ring.key(kid)
    except Untrusted as error:
        return error.reason == "unknown_key"
    return False


async def _answered(state: bool) -> bool:
    return state


async def test_a_thousand_unknown_keys_make_one_fetch_and_known_ones_none(server: KeyServer) -> None:
    ring = KeyRing(server.url)
    assert (await ring.key("k1")).key and server.asked == 1
    assert all(await asyncio.gather(*(_is_unknown(ring, f"forged-{number}") for number in range(1000))))
    assert all([bool((await ring.key("k1")).key) for _ in range(1000)])
    assert server.asked == 1, "within 30 s of the last fetch nobody asks again"


async def test_after_thirty_seconds_an_unknown_key_is_asked_for_once_and_a_new_one_is_found(server: KeyServer) -> None:
    ring = KeyRing(server.url)
    await ring.key("k1")
    server.kids = ["k1", "k2"]
    ring._fetched -= COOL_DOWN + 1  # as if so much time had passed
    found = await asyncio.gather(*(ring.key("k2") for _ in range(200)), *(_is_unknown(ring, f"f{n}") for n in range(200)))
    assert len(found) == 400 and server.asked == 2
    assert COOL_DOWN == 30.0


async def test_who_shows_a_known_key_waits_for_nobody_elses_fetch(server: KeyServer) -> None:
    ring = KeyRing(server.url)
    await ring.key("k1")
    ring._fetched -= COOL_DOWN + 1
    server.may_answer.clear()
    forged = [asyncio.create_task(_is_unknown(ring, f"forged-{number}")) for number in range(20)]
    await until(lambda: _answered(server.asked == 2))
    async with asyncio.timeout(5):
        for _ in range(100):
            assert (await ring.key("k1")).key
    server.may_answer.set()
    assert all(await asyncio.gather(*forged)) and server.asked == 2


async def test_the_loop_goes_on_while_keys_are_fetched(server: KeyServer) -> None:
    ring = KeyRing(server.url)
    server.may_answer.clear()
    fetching = asyncio.create_task(ring.key("k1"))
    longest, before = 0.0, time.thread_time()
    while server.asked < 1:
        await asyncio.sleep(0)
        longest, before = max(longest, time.thread_time() - before), time.thread_time()
    assert not fetching.done() and longest < 0.25
    server.may_answer.set()
    assert (await fetching).key


@pytest.mark.parametrize(
    "body",
    [
        b"", b"[]", b"null", b"{", b"[" * 5000, b'{"keys": null}', b'{"keys": 3}', b'{"keys": [null, 3, "x", {}, []]}',
        b"\xff\xfe",
        b'{"keys": [{"kty": "RSA", "kid": "k1", "n": "AQAB"}, {"kty": "oct", "kid": "k1", "k": "c2VjcmV0"}]}',
        b'{"keys": [{"kty": "RSA", "kid": "k1", "n": "!!", "e": "AQAB"}, {"kty": "RSA", "kid": 3, "n": "AQAB", "e": "AQAB"}]}',
        b'{"keys": [{"kty": "RSA", "kid": "k1", "n": "AQAB", "e": "AQAB", "endorsements": 7}]}', b'{"jwks_uri": 7}',
    ],
)  # fmt: skip
async def test_what_is_no_list_of_keys_takes_away_none_that_are_known(server: KeyServer, body: bytes) -> None:
    ring = KeyRing(server.url)
    await ring.key("k1")
    server.body = body
    ring._fetched -= COOL_DOWN + 1
    assert await _is_unknown(ring, "k2")
    assert (await ring.key("k1")).key and server.asked == 2
    fresh = KeyRing(server.url)
    assert await _is_unknown(fresh, "k1")


async def test_a_redirect_is_not_followed_and_a_refusal_leaves_the_keys(server: KeyServer) -> None:
    ring = KeyRing(server.url)
    await ring.key("k1")
    server.status = 500
    ring._fetched -= COOL_DOWN + 1
    assert await _is_unknown(ring, "k2") and (await ring.key("k1")).key
