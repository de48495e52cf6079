"""The guarded fetch: the one door through which this program reads the web.

Every hop is checked, every body is capped, every site is asked as politely as its robots.txt wishes, and every client has a
budget for the day. See `guard` for why nothing inside can be reached.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final, Self
from weakref import WeakValueDictionary

from aiohttp.abc import AbstractResolver
from yarl import URL

from sidecar.errors import Refused, Retryable
from sidecar.research.addresses import PORTS, checked, checked_loopback, next_hop, origin_of
from sidecar.research.exchange import Answer, Exchange, Meter, Wanted, is_wanted
from sidecar.research.page import Kept, Ledger, Limits, MemoryLedger, MemoryPageCache, NotFetched, Page, PageCache
from sidecar.research.robots import Robots
from sidecar.research.turns import LONGEST_SILENCE, Pace, RealPace, Turns
from sidecar.telemetry.outages import Side
from sidecar.wire.retry_after import retry_after

PRODUCT: Final = "ClientCompanion"
VERSION: Final = "0.1"
HTML: Final = ("text/html", "application/xhtml+xml")
LINES: Final = 20
_APIS: Final = (
    ("query.wikidata.org", "/sparql"),
    ("data.sec.gov", "/"),
    ("api.gleif.org", "/api/"),
    ("api.gdeltproject.org", "/api/"),
)
"""Each allows programs that name a contact and keep its pace:
https://www.wikidata.org/wiki/Wikidata:Data_access https://www.sec.gov/about/developer-resources https://www.gleif.org/en/lei-data/gleif-api
https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/"""
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_BUSY: Final = frozenset({408, 425, 429})
_NOT_SENT: Final = frozenset({"inside", "unknown_name"})
"""Reasons that say nothing of whether the web can be reached."""
_CONTACT: Final = re.compile(r"[\x21-\x27\x2a-\x7e]{3,200}")


@dataclass(slots=True, kw_only=True)
class _Errand:
    """One page on its way. `left`: seconds of network it may still take; `size`: bytes its client may still have today."""

    client: str
    left: float
    size: int
    meter: Meter = field(default_factory=Meter)
    passed: list[str] = field(default_factory=list)


class Fetcher:
    """Reads pages. One for each event loop; made with `open`, ended with `close` or `async with`."""

    def __init__(
        self,
        exchange: Exchange,
        *,
        ledger: Ledger,
        cache: PageCache,
        pace: Pace,
        limits: Limits,
        allow_loopback: frozenset[str],
        side: Side,
    ) -> None:
        self._exchange = exchange
        self._side = side
        self._ledger = ledger
        self._cache = cache
        self._pace = pace
        self._limits = limits
        self._allowed = allow_loopback
        self._turns = Turns(pace)
        self._lines = asyncio.Semaphore(LINES)
        self._asking: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._robots = Robots(PRODUCT, limits, pace)

    @classmethod
    async def open(
        cls,
        user_agent_contact: str,
        *,
        ledger: Ledger | None = None,
        cache: PageCache | None = None,
        pace: Pace | None = None,
        limits: Limits | None = None,
        resolver: AbstractResolver | None = None,
        allow_loopback: frozenset[str] = frozenset(),
        side: Side | None = None,
    ) -> Self:
        """A fetcher that names this contact (a web or mail address) to every site, so that its owner can complain.

        `allow_loopback`: numeric loopback origins that may be read, for tests and the preview only. `side`: the web as a whole,
        which is away once several sites in a row are; shared by all who read it. Raises Refused for a
        contact that fits no header, ValueError for an origin that is not loopback.
        """
        if not _CONTACT.fullmatch(user_agent_contact) or not re.search(r"[@.]", user_agent_contact):
            raise Refused(
                "COMPANION_WEB_CONTACT: name one mail or web address, without blanks or parentheses, that sites can write to."
            )
        allowed = checked_loopback(allow_loopback)
        limits = limits or Limits()
        return cls(
            Exchange(f"{PRODUCT}/{VERSION} (+{user_agent_contact})", limits, resolver, allowed),
            ledger=ledger or MemoryLedger(),
            cache=cache or MemoryPageCache(),
            pace=pace or RealPace(),
            limits=limits,
            allow_loopback=allowed,
            side=side or Side("web"),
        )

    async def close(self) -> None:
        """Closes all connections."""
        await self._exchange.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def get(self, url: str, *, client: str, accept: tuple[str, ...] = HTML, fresh_for: timedelta | None = None) -> Page:
        """The page at a URL, on the budget of a client (its domain), from the cache where that is fresh enough.

        `accept`: media types, `text/*` and `*/*` too. `fresh_for`: how old a kept page may be, 7 days where None.
        Raises NotFetched (a Refused; never ask again) or Retryable (with the wait that the site asked for).
        """
        target = checked(url, self._allowed)
        lock = self._asking.setdefault(str(target), asyncio.Lock())
        async with lock:
            kept = await self._cache.get(str(target))
            if kept is not None and not is_wanted(kept.page.content_type, accept):
                kept = None
            if kept is not None and self._is_fresh(kept, fresh_for):
                return kept.page
            return await self._fetch(target, client, accept, kept)

    async def _fetch(self, target: URL, client: str, accept: tuple[str, ...], kept: Kept | None) -> Page:
        errand = _Errand(client=client, left=self._limits.total.total_seconds(), size=self._limits.bytes_a_day)
        wanted = Wanted(types=accept, most=self._limits.body)
        answer = await self._walk(target, errand, wanted, kept=kept, is_robots=False)
        return await self._kept(str(target), errand, answer, kept)

    def _is_fresh(self, kept: Kept, fresh_for: timedelta | None) -> bool:
        age = self._pace.now() - kept.page.fetched_at
        return timedelta(0) <= age < (self._limits.fresh_for if fresh_for is None else fresh_for)

    async def _walk(self, url: URL, errand: _Errand, wanted: Wanted, *, kept: Kept | None, is_robots: bool) -> Answer:
        """The last answer of a chain of redirects, each hop checked like the first."""
        for _ in range(self._limits.redirects + 1):
            answer = await self._hop(url, errand, wanted, kept=kept, is_robots=is_robots)
            if answer.status not in _REDIRECTS:
                return answer
            if not is_robots:
                errand.passed.append(str(url))
            url = next_hop(url, answer.headers.get("Location", ""), self._allowed)
        raise NotFetched("redirects", f"{url.host} sends readers on and on; open the page yourself.")

    async def _hop(self, url: URL, errand: _Errand, wanted: Wanted, *, kept: Kept | None, is_robots: bool) -> Answer:
        gap = self._limits.gap
        if not is_robots and not is_documented_api(url):
            gap = await self._robots.gap_for(url, lambda robots: self._robots_txt(robots, errand))
        async with self._turns.turn(_host_key(url), gap), self._lines:
            await self._charge(errand, requests=1)
            answer = await self._ask(url, errand, wanted, kept)
        wait = _retry_after(answer.headers, self._pace.now()) if _is_trouble(answer.status) else None
        if wait is not None:
            self._turns.silence(_host_key(url), wait)
        return answer

    async def _ask(self, url: URL, errand: _Errand, wanted: Wanted, kept: Kept | None) -> Answer:
        clock = asyncio.get_running_loop().time
        headers = {"Accept": ", ".join(wanted.types), **_conditions(url, kept)}
        most = wanted.most if wanted.is_cut else min(wanted.most, errand.size)
        started, read = clock(), errand.meter.read
        try:
            asked = replace(wanted, most=most)
            answer = await self._exchange.ask(url, headers, asked, seconds=errand.left, meter=errand.meter)
            self._heard(url, "status" if answer.status >= 500 else None)
            return answer
        except Retryable as error:
            self._heard(url, type(error.__cause__ or error).__name__)
            raise
        except NotFetched as error:
            if error.reason not in _NOT_SENT:
                self._heard(url, error.reason if error.reason == "too_slow" else None)
            if error.reason == "too_big" and most < wanted.most:
                raise _used_up(errand) from error
            raise
        finally:
            errand.left -= clock() - started
            await self._charge(errand, size=errand.meter.read - read)

    def _heard(self, url: URL, trouble: str | None) -> None:
        if trouble is None:
            self._side.answered()
        else:
            self._side.missed(trouble, _host_key(url))

    async def _robots_txt(self, url: URL, errand: _Errand) -> Answer:
        wanted = Wanted(types=("*/*",), most=self._limits.robots, is_cut=True)
        return await self._walk(url, errand, wanted, kept=None, is_robots=True)

    async def _charge(self, errand: _Errand, *, requests: int = 0, size: int = 0) -> None:
        """Raises NotFetched when the client's day is used up before this request."""
        limits = self._limits
        spent = await self._ledger.spend(errand.client, self._pace.now().date(), requests=requests, size=size)
        errand.size = limits.bytes_a_day - spent.size
        if requests and (spent.requests > limits.requests_a_day or errand.size <= 0):
            raise _used_up(errand)

    async def _kept(self, asked: str, errand: _Errand, answer: Answer, kept: Kept | None) -> Page:
        """The page of a last answer, stored."""
        now = self._pace.now()
        if answer.status == 304 and kept is not None and str(answer.url) == kept.page.url:
            renewed = replace(kept, page=replace(kept.page, fetched_at=now))
            await self._cache.put(asked, renewed)
            return renewed.page
        _refuse_failure(answer, now)
        page = Page(
            url=str(answer.url),
            status=answer.status,
            content_type=answer.content_type,
            charset=answer.charset,
            body=answer.body,
            fetched_at=now,
            redirects=tuple(errand.passed),
        )
        if "no-store" not in answer.headers.get("Cache-Control", "").lower():
            tag, changed = answer.headers.get("ETag"), answer.headers.get("Last-Modified")
            await self._cache.put(asked, Kept(page=page, etag=tag, last_modified=changed))
        return page


def is_documented_api(url: URL) -> bool:
    """Whether this is an interface made for programs: robots.txt speaks to those who crawl pages, its terms to us."""
    return any(url.host == host and url.path.startswith(path) for host, path in _APIS)


def _conditions(url: URL, kept: Kept | None) -> Mapping[str, str]:
    if kept is None or str(url) != kept.page.url:
        return {}
    asked = {"If-None-Match": kept.etag, "If-Modified-Since": kept.last_modified}
    return {name: value for name, value in asked.items() if value and value.isprintable() and value.isascii()}


def _refuse_failure(answer: Answer, now: datetime) -> None:
    host, status = answer.url.host, answer.status
    if _is_trouble(status):
        raise Retryable(f"{host} cannot answer now (status {status}).", _retry_after(answer.headers, now))
    if not 200 <= status < 300:
        raise NotFetched("status", f"{host} does not give this page to programs (status {status}); open it yourself.", status)


def _is_trouble(status: int) -> bool:
    return status in _BUSY or status >= 500


def _used_up(errand: _Errand) -> NotFetched:
    return NotFetched("budget", f"Enough was read about {errand.client} today; the rest is read tomorrow.")


def _host_key(url: URL) -> str:
    """What counts as one host: http and https together, a server on a port of its own apart."""
    return (url.host or "") if url.port in PORTS else origin_of(url)


def _retry_after(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    return retry_after(headers.get("Retry-After"), now, at_most=LONGEST_SILENCE)
