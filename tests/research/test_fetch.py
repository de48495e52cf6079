"""Every site is asked politely, within a budget, and not again while what it said is fresh: over real sockets."""

from __future__ import annotations

import asyncio
import gzip
import time
from datetime import timedelta

import pytest
from blockbuster import blockbuster_ctx
from yarl import URL

from sidecar.errors import Refused, Retryable
from sidecar.research.fetch import Fetcher, is_documented_api
from sidecar.research.page import Limits, MemoryPageCache, NotFetched
from sidecar.research.turns import RealPace
from tests.research.conftest import CONTACT, HandPace, Names, Opener, RawServer, answer, raw

HELLO = "http://client.example/hello"


async def test_the_program_says_who_it_is_and_carries_nothing_back(web: RawServer, fetcher: Fetcher) -> None:
    web.page("/hello", status="302 Found", location="/next", set_cookie="id=1; Path=/")
    web.page("/next", set_cookie="id=2; Path=/")
    web.page("/last")
    await fetcher.get(HELLO, client="client.example")
    await fetcher.get("http://client.example/last", client="client.example")
    assert web.paths() == ["/hello", "/next", "/last"]
    for asked in web.asked:
        assert asked.method == "GET"
        assert asked.headers["user-agent"] == f"clientcompanion/0.1 (+{CONTACT})"
        assert not {"cookie", "referer", "authorization", "origin", "from"} & set(asked.headers)


@pytest.mark.parametrize("contact", ["", "me", "a@b.example\r\nX: y", "two words@x.example", "x" * 300 + ".example"])
async def test_a_contact_that_cannot_be_named_is_refused(contact: str) -> None:
    with pytest.raises(Refused):
        await Fetcher.open(contact)


@pytest.mark.parametrize(
    "rules",
    [
        "User-agent: *\nDisallow: /",
        "User-agent: *\nDisallow: /hel*\nAllow: /$",
        "User-agent: ClientCompanion\nDisallow: /hello\n\nUser-agent: *\nAllow: /",
        "\ufeffUser-agent: *\r\nDisallow: /hello\r\n",
        "User-agent: *\nCrawl-delay: 60",
        "User-agent: *\nRequest-rate: 1/60s",
        "User-agent: *\nDisallow: /\n" + "# filling\n" * 200_000,
    ],
)
async def test_a_page_that_robots_may_not_read_is_never_asked_for(rules: str, web: RawServer, fetcher: Fetcher) -> None:
    web.page("/robots.txt", rules.encode(), content_type="text/plain")
    web.page("/hello")
    with pytest.raises(NotFetched) as refused:
        await fetcher.get(HELLO, client="client.example")
    assert refused.value.reason == "robots"
    assert web.paths() == []


@pytest.mark.parametrize(
    ("status", "rules"),
    [
        ("200 OK", "User-agent: *\nDisallow: /private\nDisallow:"),
        ("200 OK", "<html>We have no such page, Disallow: /</html>"),
        ("200 OK", "User-agent: OtherBot\nDisallow: /"),
        ("200 OK", "User-agent: *\nCrawl-delay: inf\nRequest-rate: 0/0s"),
        ("200 OK", ""),
        ("404 Not Found", "User-agent: *\nDisallow: /"),
        ("403 Forbidden", ""),
    ],
)
async def test_a_page_that_robots_may_read_is_read(status: str, rules: str, web: RawServer, fetcher: Fetcher) -> None:
    web.page("/robots.txt", rules.encode(), status=status)
    web.page("/hello")
    assert (await fetcher.get(HELLO, client="client.example")).status == 200


async def test_robots_txt_is_kept_a_day_and_asked_through_redirects(web: RawServer, pace: HandPace, fetcher: Fetcher) -> None:
    web.page("/robots.txt", status="301 Moved", location="http://other.example/rules")
    web.page("/rules", b"User-agent: *\nDisallow: /secret", content_type="text/plain")
    web.page("/hello")
    web.page("/two")
    for path in ("/hello", "/two"):
        await fetcher.get(f"http://client.example{path}", client="client.example")
    with pytest.raises(NotFetched):
        await fetcher.get("http://client.example/secret", client="client.example")
    assert web.paths() == ["/rules", "/hello", "/two"]
    pace.pass_by(timedelta(hours=25))
    with pytest.raises(NotFetched):
        await fetcher.get("http://client.example/secret", client="client.example")
    assert web.paths().count("/rules") == 2


@pytest.mark.parametrize("status", ["500 Error", "503 Unavailable", "429 Too Many Requests"])
async def test_a_site_that_cannot_give_its_robots_txt_is_left_alone_for_an_hour(
    status: str, web: RawServer, pace: HandPace, fetcher: Fetcher
) -> None:
    web.on("/robots.txt", answer(status=status), answer(b"", content_type="text/plain"))
    web.page("/hello")
    for _ in range(2):
        with pytest.raises(NotFetched) as refused:
            await fetcher.get(HELLO, client="client.example")
        assert refused.value.reason == "robots"
    assert len(web.asked) == 1
    pace.pass_by(timedelta(hours=1))
    assert (await fetcher.get(HELLO, client="client.example")).status == 200


async def test_half_a_line_of_an_endless_robots_txt_is_no_rule(web: RawServer, opened: Opener) -> None:
    rules = b"User-agent: *\nDisallow: /two\nDisallow: /hel"
    fetcher = await opened(limits=Limits(robots=len(rules)))
    web.page("/robots.txt", rules + b"p/private\n", content_type="text/plain")
    web.page("/hello")
    assert (await fetcher.get(HELLO, client="client.example")).status == 200
    with pytest.raises(NotFetched):
        await fetcher.get("http://client.example/two", client="client.example")


async def test_a_robots_txt_that_is_cut_off_allows_nothing(web: RawServer, fetcher: Fetcher) -> None:
    web.on("/robots.txt", raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nUser-agent: *\n"))
    web.page("/hello")
    with pytest.raises(Retryable):
        await fetcher.get(HELLO, client="client.example")
    assert web.paths() == []


async def test_the_robots_of_every_hop_are_respected(web: RawServer, names: Names, opened: Opener) -> None:
    second = RawServer()
    await second.start()
    second.page("/robots.txt", b"User-agent: *\nDisallow: /", content_type="text/plain")
    second.page("/there")
    names.answers["second.example"] = [("127.0.0.1", second.port)]
    web.page("/hello", status="302 Found", location="http://second.example/there")
    fetcher = await opened(allow_loopback=frozenset({web.origin, second.origin}))
    with pytest.raises(NotFetched) as refused:
        await fetcher.get(HELLO, client="client.example")
    assert refused.value.reason == "robots"
    assert second.paths() == []
    await second.stop()


@pytest.mark.parametrize(
    ("rules", "gap"), [("", 1.0), ("User-agent: *\nCrawl-delay: 5", 5.0), ("User-agent: *\nCrawl-delay: .1", 1.0)]
)
async def test_there_is_a_pause_between_two_requests_to_a_host(
    rules: str, gap: float, web: RawServer, pace: HandPace, fetcher: Fetcher
) -> None:
    web.page("/robots.txt", rules.encode(), content_type="text/plain")
    for path in ("/hello", "/two", "/three"):
        web.page(path)
        await fetcher.get(f"http://client.example{path}", client="client.example")
    assert pace.pauses == [gap] * 3


async def test_the_pause_is_kept_on_the_real_clock(web: RawServer, opened: Opener) -> None:
    gap = timedelta(seconds=0.3)
    fetcher = await opened(pace=RealPace(), limits=Limits(gap=gap))
    web.page("/hello")
    started = time.monotonic()
    page = await fetcher.get(HELLO, client="client.example")
    assert time.monotonic() - started >= gap.total_seconds()
    assert page.fetched_at.utcoffset() == timedelta(0)


async def test_a_host_is_asked_one_thing_at_a_time_and_others_meanwhile(web: RawServer, names: Names, opened: Opener) -> None:
    both_here = asyncio.Event()

    async def wait_for_the_other(writer: asyncio.StreamWriter) -> None:
        await both_here.wait()
        await answer(b"<html>")(writer)

    async def set_free(writer: asyncio.StreamWriter) -> None:
        both_here.set()
        await answer(b"<html>")(writer)

    fetcher = await opened()
    for number in range(4):
        web.page(f"/{number}")
    await asyncio.gather(*(fetcher.get(f"http://client.example/{number}", client="client.example") for number in range(4)))
    assert web.most_at_once == 1
    web.on("/waits", wait_for_the_other)
    web.on("/frees", set_free)
    waits = fetcher.get("http://client.example/waits", client="client.example")
    frees = fetcher.get("http://other.example/frees", client="client.example")
    assert [page.status for page in await asyncio.gather(waits, frees)] == [200, 200]


async def test_fetching_makes_no_blocking_call(web: RawServer, fetcher: Fetcher) -> None:
    web.page("/robots.txt", b"User-agent: *\nDisallow: /private", content_type="text/plain")
    web.page("/hello", gzip.compress(b"<html>packed"), content_encoding="gzip")
    with blockbuster_ctx("sidecar.research"):
        assert (await fetcher.get(HELLO, client="client.example")).status == 200


async def test_a_client_has_a_budget_of_requests_for_the_day(web: RawServer, pace: HandPace, opened: Opener) -> None:
    fetcher = await opened(limits=Limits(requests_a_day=3))
    web.page("/a")
    web.page("/b")
    web.page("/c")
    await fetcher.get("http://client.example/a", client="client.example")
    await fetcher.get("http://client.example/b", client="client.example")
    with pytest.raises(NotFetched) as refused:
        await fetcher.get("http://client.example/c", client="client.example")
    assert refused.value.reason == "budget"
    assert web.paths() == ["/a", "/b"]
    await fetcher.get("http://client.example/c", client="other.example")
    pace.pass_by(timedelta(days=1))
    await fetcher.get("http://client.example/c", client="client.example", fresh_for=timedelta(0))
    assert web.paths() == ["/a", "/b", "/c", "/c"]


async def test_a_client_has_a_budget_of_bytes_for_the_day(web: RawServer, opened: Opener) -> None:
    fetcher = await opened(limits=Limits(bytes_a_day=1000))
    web.page("/a", b"<html>" + b"x" * 700)
    web.page("/b", b"<html>" + b"x" * 700)
    await fetcher.get("http://client.example/a", client="client.example")
    for _ in range(2):
        with pytest.raises(NotFetched) as refused:
            await fetcher.get("http://client.example/b", client="client.example")
        assert refused.value.reason == "budget"


async def test_a_kept_page_is_given_again_for_a_week_and_then_asked_by_its_tag(
    web: RawServer, pace: HandPace, fetcher: Fetcher
) -> None:
    changed = "Sun, 22 Nov 2026 08:00:00 GMT"
    web.on(
        "/hello", answer(b"<html>one", etag='"one"', last_modified=changed), answer(status="304 Not Modified", content_type="")
    )
    first = await fetcher.get(HELLO, client="client.example")
    pace.pass_by(timedelta(days=6))
    assert await fetcher.get(HELLO, client="client.example") == first
    assert web.paths() == ["/hello"]
    pace.pass_by(timedelta(days=2))
    renewed = await fetcher.get(HELLO, client="client.example")
    assert (renewed.body, renewed.status, renewed.fetched_at) == (b"<html>one", 200, pace.now())
    assert web.asked[-1].headers["if-none-match"] == '"one"'
    assert web.asked[-1].headers["if-modified-since"] == changed.lower()
    assert await fetcher.get(HELLO, client="client.example") == renewed


async def test_a_page_wanted_by_many_at_once_is_asked_for_once(web: RawServer, fetcher: Fetcher) -> None:
    web.page("/hello")
    pages = await asyncio.gather(*(fetcher.get(HELLO, client="client.example") for _ in range(3)))
    assert pages[0] == pages[1] == pages[2]
    assert web.paths() == ["/hello"]


async def test_a_kept_page_can_be_wished_fresher(web: RawServer, pace: HandPace, fetcher: Fetcher) -> None:
    web.on("/hello", answer(b"<html>one"), answer(b"<html>two"))
    await fetcher.get(HELLO, client="client.example")
    pace.pass_by(timedelta(hours=2))
    page = await fetcher.get(HELLO, client="client.example", fresh_for=timedelta(hours=1))
    assert page.body == b"<html>two"


async def test_a_page_that_is_not_to_be_stored_is_not(web: RawServer, opened: Opener) -> None:
    cache = MemoryPageCache()
    fetcher = await opened(cache=cache)
    web.page("/hello", cache_control="private, no-store")
    await fetcher.get(HELLO, client="client.example")
    assert await cache.get(HELLO) is None


async def test_a_kept_page_of_another_type_does_not_slip_past_what_is_asked(web: RawServer, fetcher: Fetcher) -> None:
    web.page("/hello", b"{}", content_type="application/json")
    await fetcher.get(HELLO, client="client.example", accept=("application/json",))
    with pytest.raises(NotFetched) as refused:
        await fetcher.get(HELLO, client="client.example")
    assert refused.value.reason == "wrong_type"


async def test_the_cache_in_memory_keeps_what_was_used_last(web: RawServer, opened: Opener) -> None:
    cache = MemoryPageCache(most=2500)
    fetcher = await opened(cache=cache)
    for path in ("/a", "/b", "/a", "/c"):
        web.page(path)
        await fetcher.get(f"http://client.example{path}", client="client.example")
    kept = [path for path in ("/a", "/b", "/c") if await cache.get(f"http://client.example{path}")]
    assert kept == ["/a", "/c"]


@pytest.mark.parametrize(
    ("url", "is_api"),
    [
        ("https://query.wikidata.org/sparql?query=x", True),
        ("https://query.wikidata.org/embed.html", False),
        ("https://data.sec.gov/submissions/CIK1.json", True),
        ("https://api.gleif.org.evil.example/api/v1", False),
        ("https://www.wikidata.org/wiki/Q1", False),
    ],
)
def test_only_interfaces_made_for_programs_are_asked_without_their_robots_txt(url: str, is_api: bool) -> None:
    assert is_documented_api(URL(url)) is is_api
