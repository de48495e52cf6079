"""No server can hurt or hold us, whatever it answers: over real sockets."""

from __future__ import annotations

import asyncio
import gzip
import time
import zlib
from datetime import timedelta

import pytest
from yarl import URL

from sidecar.errors import Retryable
from sidecar.research.addresses import next_hop
from sidecar.research.fetch import Fetcher
from sidecar.research.page import Limits, MemoryLedger, NotFetched
from sidecar.research.site import read_site
from tests.research.conftest import HandPace, Names, Opener, RawServer, answer, raw

HELLO = "http://client.example/hello"
FAST = Limits(total=timedelta(seconds=0.4))


def _bomb(size: int, packer: str = "gzip") -> bytes:
    shape = zlib.compressobj(9, zlib.DEFLATED, 31 if packer == "gzip" else 15)
    block = bytes(1_000_000)
    return b"".join(shape.compress(block) for _ in range(size // len(block))) + shape.flush()


@pytest.mark.parametrize("packer", ["gzip", "deflate"])
async def test_a_bomb_is_refused_at_two_million_bytes_without_blocking_the_loop(
    packer: str, web: RawServer, opened: Opener
) -> None:
    ledger = MemoryLedger()
    fetcher = await opened(ledger=ledger)
    web.page("/hello", _bomb(200_000_000, packer), content_encoding=packer)
    longest = await _longest_hold(fetcher.get(HELLO, client="client.example"), NotFetched, "too_big")
    assert longest < 0.05
    spent = await ledger.spend("client.example", HandPace().now().date(), requests=0, size=0)
    assert 2_000_000 < spent.size < 2_100_000


async def _longest_hold(work: object, error: type[NotFetched], reason: str) -> float:
    """The longest the loop's thread worked on end, in seconds of its own CPU time, so that a loaded machine changes nothing."""
    longest, is_over = 0.0, False

    async def tick() -> None:
        nonlocal longest
        before = time.thread_time()
        while not is_over:
            await asyncio.sleep(0)
            longest, before = max(longest, time.thread_time() - before), time.thread_time()

    ticking = asyncio.create_task(tick())
    with pytest.raises(error) as refused:
        await work  # type: ignore[misc]
    is_over = True
    await ticking
    assert refused.value.reason == reason
    return longest


async def test_a_hundred_megabytes_are_cut_off_early(web: RawServer, fetcher: Fetcher) -> None:
    sent = 0

    async def pour(writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
        for _ in range(100):
            writer.write(b"x" * 1_000_000)
            await writer.drain()
            sent += 1

    web.on("/hello", pour)
    with pytest.raises(NotFetched) as refused:
        await fetcher.get(HELLO, client="client.example")
    assert refused.value.reason == "too_big"
    assert sent < 30


async def test_a_length_beyond_the_cap_is_refused_without_reading(web: RawServer, fetcher: Fetcher) -> None:
    web.page("/hello", b"<html>", content_length="100000000")
    with pytest.raises(NotFetched) as refused:
        await fetcher.get(HELLO, client="client.example")
    assert refused.value.reason == "too_big"


async def _dripping_body(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
    await _drip(writer)


async def _dripping_headers(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nX: ")
    await _drip(writer)


async def _drip(writer: asyncio.StreamWriter) -> None:
    while not writer.is_closing():
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.02)


@pytest.mark.parametrize("script", [_dripping_body, _dripping_headers])
async def test_a_dripping_server_is_left(script: object, web: RawServer, opened: Opener) -> None:
    fetcher = await opened(limits=FAST)
    web.on("/hello", script)  # type: ignore[arg-type]
    started = time.monotonic()
    with pytest.raises(NotFetched) as refused:
        await fetcher.get(HELLO, client="client.example")
    assert refused.value.reason == "too_slow"
    assert time.monotonic() - started < 5


async def test_slow_redirects_share_one_time_limit(web: RawServer, opened: Opener) -> None:
    async def slow(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.15)
        writer.write(b"HTTP/1.1 302 Found\r\nLocation: /hello?again\r\nConnection: close\r\n\r\n")

    web.on("/hello", slow)
    web.on("/hello?again", slow)
    fetcher = await opened(limits=FAST)
    with pytest.raises(NotFetched) as refused:
        await fetcher.get(HELLO, client="client.example")
    assert refused.value.reason == "too_slow"


async def test_endless_redirects_end_after_five(web: RawServer, fetcher: Fetcher) -> None:
    for number in range(20):
        web.page(f"/{number}", status="302 Found", location=f"/{number + 1}")
    with pytest.raises(NotFetched) as refused:
        await fetcher.get("http://client.example/0", client="client.example")
    assert refused.value.reason == "redirects"
    assert web.paths() == [f"/{number}" for number in range(6)]


async def test_five_redirects_are_followed_and_told(web: RawServer, fetcher: Fetcher) -> None:
    for number in range(5):
        web.page(f"/{number}", status="301 Moved", location=f"http://other.example/{number + 1}")
    web.page("/5")
    page = await fetcher.get("http://client.example/0", client="client.example")
    assert page.url == "http://other.example/5"
    assert page.redirects[0] == "http://client.example/0" and len(page.redirects) == 5


def test_a_protected_connection_is_not_left_for_an_open_one() -> None:
    with pytest.raises(NotFetched) as refused:
        next_hop(URL("https://client.example/"), "http://client.example/x")
    assert refused.value.reason == "redirects"
    assert str(next_hop(URL("http://client.example/a"), "https://client.example/x y")) == "https://client.example/x%20y"
    assert str(next_hop(URL("https://client.example/a/b"), "../ü")) == "https://client.example/%C3%BC"


async def test_a_site_is_asked_by_https_first_and_in_the_open_only_where_it_has_none(
    web: RawServer, names: Names, fetcher: Fetcher
) -> None:
    web.page("/", b'<html lang="en"><title>Fernlea</title><p>Fernlea Ltd makes flow meters for breweries.</p></html>')
    report = await read_site(fetcher, "client.example", client="client.example")
    assert [one.url for one in report.read] == ["http://client.example/"]
    assert names.asked[:2] == ["client.example", "www.client.example"], "both by https before anything in the open"
    assert web.connections > len(web.asked), "the first knock was that of a protected connection"


@pytest.mark.parametrize("location", ["", "\\\\inside.example\\", "http://[", "javascript:alert(1)", "//localhost/"])
def test_a_redirect_to_nowhere_is_refused(location: str) -> None:
    with pytest.raises(NotFetched):
        next_hop(URL("http://client.example/"), location)


@pytest.mark.parametrize(
    "sent",
    [
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n<html>cut",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n<html>cut",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot a zip",
        b"HTTP/1.1 200 OK\r\nContent-Ty",
        b"",
    ],
)
async def test_a_cut_answer_is_no_page_and_may_be_asked_again(sent: bytes, web: RawServer, fetcher: Fetcher) -> None:
    web.on("/hello", raw(sent))
    with pytest.raises(Retryable):
        await fetcher.get(HELLO, client="client.example")
    web.page("/hello")
    assert (await fetcher.get(HELLO, client="client.example")).status == 200


@pytest.mark.parametrize(
    "sent",
    [
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 1_000_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: a\r\n" % number for number in range(100_000)) + b"\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 11\r\n\r\n<html>hello and more",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\nContent-Length: 5\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip, gzip\r\nContent-Length: 5\r\n\r\nhello",
    ],
)
async def test_what_is_no_answer_of_a_web_site_is_refused(sent: bytes, web: RawServer, fetcher: Fetcher) -> None:
    web.on("/hello", raw(sent))
    with pytest.raises(NotFetched) as refused:
        await fetcher.get(HELLO, client="client.example")
    assert refused.value.reason in {"not_http", "wrong_type"}


async def test_http_1_0_without_length_or_type_is_read(web: RawServer, fetcher: Fetcher) -> None:
    web.on("/hello", raw(b"HTTP/1.0 200 OK\r\n\r\n<!DOCTYPE html><p>old</p>"))
    page = await fetcher.get(HELLO, client="client.example")
    assert (page.content_type, page.charset, page.body) == ("text/html", None, b"<!DOCTYPE html><p>old</p>")


@pytest.mark.parametrize("content_type", ["application/pdf", "image/svg+xml", "", "text/html-not", "; charset=utf-8"])
async def test_another_type_than_asked_for_is_refused(content_type: str, web: RawServer, fetcher: Fetcher) -> None:
    web.page("/hello", b"%PDF", content_type=content_type)
    with pytest.raises(NotFetched) as refused:
        await fetcher.get(HELLO, client="client.example")
    assert refused.value.reason == "wrong_type"


@pytest.mark.parametrize(("accept", "is_read"), [(("application/json",), True), (("application/*",), True), (("text/*",), False)])
async def test_a_caller_says_which_types_it_reads(
    accept: tuple[str, ...], is_read: bool, web: RawServer, fetcher: Fetcher
) -> None:
    web.page("/hello", b"{}", content_type="Application/JSON; charset=utf-8")
    if is_read:
        assert (await fetcher.get(HELLO, client="client.example", accept=accept)).content_type == "application/json"
    else:
        with pytest.raises(NotFetched):
            await fetcher.get(HELLO, client="client.example", accept=accept)


@pytest.mark.parametrize(
    ("charset", "told"),
    [("ISO-8859-1", "iso-8859-1"), ('"Shift_JIS"', "shift_jis"), ("klingon", None), ("rot13", None), ("utf-7", None), ("", None)],
)
async def test_a_charset_is_told_only_if_text_can_be_read_with_it(
    charset: str, told: str | None, web: RawServer, fetcher: Fetcher
) -> None:
    web.page("/hello", "<html>Müller".encode("latin-1"), content_type=f"text/html; charset={charset}")
    page = await fetcher.get(HELLO, client="client.example")
    assert (page.charset, page.body) == (told, b"<html>M\xfcller")


async def test_a_packed_page_is_unpacked(web: RawServer, fetcher: Fetcher) -> None:
    web.page("/hello", gzip.compress(b"<html>packed"), content_encoding="gzip")
    assert (await fetcher.get(HELLO, client="client.example")).body == b"<html>packed"


async def test_a_site_without_a_valid_certificate_is_refused(fetcher: Fetcher) -> None:
    with pytest.raises(NotFetched) as refused:
        await fetcher.get("https://client.example/", client="client.example")
    assert refused.value.reason == "certificate"


async def test_a_name_that_does_not_exist_is_refused_and_a_dead_server_may_be_asked_again(
    names: Names, unused: int, opened: Opener
) -> None:
    names.answers["dead.example"] = [("127.0.0.1", unused)]
    fetcher = await opened(allow_loopback=frozenset({f"127.0.0.1:{unused}"}))
    with pytest.raises(Retryable):
        await fetcher.get("http://dead.example/", client="client.example")
    with pytest.raises(NotFetched) as refused:
        await fetcher.get("http://nowhere.example/", client="client.example")
    assert refused.value.reason == "unknown_name"


async def test_a_name_that_takes_too_long_to_find_may_be_asked_again(opened: Opener) -> None:
    class Hanging(Names):
        async def resolve(self, *given: object) -> list:  # type: ignore[type-arg, override]
            return await asyncio.Event().wait()  # type: ignore[return-value]

    fetcher = await opened(resolver=Hanging(), limits=Limits(connect=timedelta(seconds=0.1)))
    with pytest.raises(Retryable):
        await fetcher.get(HELLO, client="client.example")


@pytest.fixture
async def unused() -> int:
    server = RawServer()
    await server.start()
    await server.stop()
    return server.port


@pytest.mark.parametrize("status", ["401 Unauthorized", "403 Forbidden", "404 Not Found", "410 Gone", "451 Legal", "300 Choices"])
async def test_a_final_no_is_refused_with_its_status(status: str, web: RawServer, fetcher: Fetcher) -> None:
    web.page("/hello", status=status)
    with pytest.raises(NotFetched) as refused:
        await fetcher.get(HELLO, client="client.example")
    assert (refused.value.reason, refused.value.status) == ("status", int(status[:3]))


@pytest.mark.parametrize(
    ("status", "wait", "after"),
    [
        ("429 Too Many Requests", "120", timedelta(minutes=2)),
        ("503 Unavailable", "Mon, 23 Nov 2026 09:00:01 GMT", timedelta(hours=1)),
        ("500 Error", "", None),
        ("502 Bad Gateway", "soon", None),
    ],
)
async def test_trouble_over_there_may_be_asked_again_when_they_say(
    status: str, wait: str, after: timedelta | None, web: RawServer, fetcher: Fetcher
) -> None:
    web.page("/hello", status=status, retry_after=wait)
    with pytest.raises(Retryable) as busy:
        await fetcher.get(HELLO, client="client.example")
    assert busy.value.after == after


async def test_a_host_that_asked_for_silence_is_left_alone_until_then(web: RawServer, pace: HandPace, fetcher: Fetcher) -> None:
    web.on("/hello", answer(status="429 Too Many Requests", retry_after="120"), answer(b"<html>"))
    with pytest.raises(Retryable):
        await fetcher.get(HELLO, client="client.example")
    with pytest.raises(Retryable) as silent:
        await fetcher.get(HELLO, client="client.example")
    assert silent.value.after == timedelta(minutes=2)
    assert web.paths() == ["/hello"]
    pace.pass_by(timedelta(minutes=2))
    assert (await fetcher.get(HELLO, client="client.example")).status == 200
