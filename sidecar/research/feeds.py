"""The client's own feeds: what they tell the world themselves. RSS and Atom, read by feedparser in a worker thread."""

from __future__ import annotations

import asyncio
import calendar
import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import unescape
from typing import Any, Final
from urllib.parse import urlsplit

from sidecar.domain.companies.news import ClientNames, Found, Headline
from sidecar.domain.wording.finding import Source
from sidecar.domain.wording.reason import Reason
from sidecar.errors import CompanionError
from sidecar.research.news import ONCE_A_DAY, Reader, not_checked, unreadable
from sidecar.research.page import Page

FEEDS_MOST: Final = 3
ENTRIES_MOST: Final = 100

_ACCEPT: Final = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/*")
"""Many servers send feeds as plain text or HTML."""


class OwnFeeds:
    """The feeds that the client's own site names. What stands on their domain is theirs; a feed elsewhere may be another's."""

    name: Final = "their own news"

    async def look(self, client: ClientNames, since: date, fetcher: Reader) -> Found:
        """Entries since a day, and those without a date. Each feed that cannot be read is a problem of its own."""
        items: list[Headline] = []
        problems: list[Reason] = []
        for url in client.feeds[:FEEDS_MOST]:
            try:
                page = await fetcher.get(url, client=client.domain, accept=_ACCEPT, fresh_for=ONCE_A_DAY)
                items += await asyncio.to_thread(entries, page, since, is_theirs=_is_at(page.url, client.domain))
            except CompanionError as error:
                problems.append(not_checked(client.domain, error))
            except ValueError:
                problems.append(unreadable(client.domain))
        return Found(source=self.name, items=tuple(items), problems=tuple(problems), is_asked=bool(client.feeds))


def entries(page: Page, since: date, *, is_theirs: bool) -> tuple[Headline, ...]:
    """The entries of one feed. `is_theirs`: it stands on their own domain. CPU-bound. Raises ValueError for what is no feed."""
    import feedparser

    told = feedparser.parse(io.BytesIO(page.body), response_headers={"content-type": _declared(page)})
    if not told.get("version"):
        raise ValueError(f"{page.url} is no feed.")
    return tuple(_headlines(told.entries[:ENTRIES_MOST], page, since, is_theirs))


def text_of(html: str) -> str:
    """The words of a title or summary, which may be plain text or HTML, in one line."""
    without = re.sub(r"<(script|style)\b.*?</\1\s*>", " ", html, flags=re.DOTALL | re.IGNORECASE) if "<" in html else html
    return " ".join(unescape(re.sub(r"<[a-zA-Z/!][^<>]*>", " ", without)).split())


def _headlines(found: list[Any], page: Page, since: date, is_theirs: bool) -> Iterator[Headline]:
    for entry in found:
        title, at = text_of(str(entry.get("title", ""))), _published(entry)
        if not title or (at is not None and at.date() < since):
            continue
        link = str(entry.get("link", ""))
        url = link if re.match(r"https?://[^\s/]", link) else page.url
        source = Source(title=title, url=url, seen_at=page.fetched_at, quote=title)
        summary = text_of(str(entry.get("summary", ""))[:4000])[:500]
        yield Headline(title=title, source=source, published_at=at, summary=summary, is_theirs=is_theirs)


def _published(entry: Any) -> datetime | None:
    """feedparser gives UTC. https://feedparser.readthedocs.io/en/latest/reference-entry-published_parsed.html"""
    parts = entry.get("published_parsed") or entry.get("updated_parsed")
    if not parts:
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(parts), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _is_at(url: str, domain: str) -> bool:
    host = urlsplit(url).hostname or ""
    return host == domain or host.endswith(f".{domain}")


def _declared(page: Page) -> str:
    """Feeds sent as plain text or HTML are read as XML all the same."""
    kind = page.content_type if page.content_type.endswith("xml") else "application/xml"
    return f"{kind}; charset={page.charset}" if page.charset else kind
