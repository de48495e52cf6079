"""What the fetcher gives and what it keeps account with: pages, limits, budgets, and why a page was not fetched."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal, Protocol

from sidecar.errors import Refused

Why = Literal[
    "address", "scheme", "port", "inside", "robots", "too_big", "wrong_type", "budget", "redirects", "too_slow", "status",
    "unknown_name", "certificate", "not_http",
]  # fmt: skip


class NotFetched(Refused):
    """A page that will not be had by asking again. `reason` is for words, `why` for the log, `status` the server's."""

    def __init__(self, reason: Why, why: str, status: int | None = None) -> None:
        super().__init__(why)
        self.reason: Final = reason
        self.status: Final = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a server sent, uncompressed. `content_type` in lower case without parameters; `charset` only as the header
    says and if it names a known one: it may still be wrong. `redirects`: the URLs that led to `url`, the asked one first."""

    url: str
    status: int
    content_type: str
    charset: str | None
    body: bytes
    fetched_at: datetime
    redirects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is asked of others at most. `body`, `robots` and `bytes_a_day` in bytes after unpacking."""

    body: int = 2_000_000
    robots: int = 512_000
    total: timedelta = timedelta(seconds=20)
    """For the network of one page with all its redirects and its robots.txt; waiting for one's turn does not count."""
    connect: timedelta = timedelta(seconds=5)
    redirects: int = 5
    gap: timedelta = timedelta(seconds=1)
    longest_gap: timedelta = timedelta(seconds=10)
    fresh_for: timedelta = timedelta(days=7)
    robots_for: timedelta = timedelta(hours=24)
    robots_trouble_for: timedelta = timedelta(hours=1)
    requests_a_day: int = 40
    bytes_a_day: int = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What was asked of the web for one client on one day."""

    requests: int
    size: int


class Ledger(Protocol):
    """Counts requests and bytes for each client and UTC day; its adding must be atomic."""

    async def spend(self, client: str, day: date, *, requests: int, size: int) -> Spent:
        """Adds, and answers the sums after adding."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A page as it is stored under the URL that was asked for, with what the server gave to ask again by."""

    page: Page
    etag: str | None = None
    last_modified: str | None = None


class PageCache(Protocol):
    """Pages by the URL that was asked for."""

    async def get(self, url: str) -> Kept | None:
        """The page last put under this URL, however old."""
        ...

    async def put(self, url: str, kept: Kept) -> None:
        """Stores the page in place of an older one."""
        ...


class MemoryLedger:
    """A ledger that lives as long as the process."""

    def __init__(self) -> None:
        self._spent: defaultdict[tuple[str, date], tuple[int, int]] = defaultdict(lambda: (0, 0))

    async def spend(self, client: str, day: date, *, requests: int, size: int) -> Spent:
        """Adds, and answers the sums after adding; what is older than the day before is let go."""
        for old in [key for key in self._spent if key[1] < day - timedelta(days=1)]:
            del self._spent[old]
        before = self._spent[client, day]
        self._spent[client, day] = after = (before[0] + requests, before[1] + size)
        return Spent(requests=after[0], size=after[1])


class MemoryPageCache:
    """A cache that lives as long as the process and keeps the pages used last, of so many bytes together."""

    def __init__(self, most: int = 40_000_000) -> None:
        self._pages: OrderedDict[str, Kept] = OrderedDict()
        self._most = most
        self._size = 0

    async def get(self, url: str) -> Kept | None:
        """The page last put under this URL, however old."""
        if url in self._pages:
            self._pages.move_to_end(url)
        return self._pages.get(url)

    async def put(self, url: str, kept: Kept) -> None:
        """Stores the page; those not used for longest make room."""
        before = self._pages.pop(url, None)
        self._pages[url] = kept
        self._size += _size(kept) - (_size(before) if before else 0)
        while self._size > self._most:
            self._size -= _size(self._pages.popitem(last=False)[1])


def _size(kept: Kept) -> int:
    """Bytes, with something for what lies around the body."""
    return len(kept.page.body) + 1000
