"""GDELT's DOC 2.0: headlines of the world's press of the last three months. https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/

Free and open, and often throttled: one query a client and day, and after a refusal a pause for everybody.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from datetime import UTC, date, datetime, timedelta
from typing import Any, ClassVar, Final
from urllib.parse import urlencode

from sidecar.domain.companies.news import ClientNames, Found, Headline
from sidecar.domain.companies.same_company import is_distinct
from sidecar.domain.wording.finding import Source
from sidecar.domain.wording.reason import Reason
from sidecar.errors import Retryable
from sidecar.research.news import ONCE_A_DAY, Reader, unreadable
from sidecar.research.page import NotFetched, Page

REACHES_BACK: Final = timedelta(days=90)
PAUSE: Final = timedelta(minutes=30)
"""How long nobody is asked after a refusal; a penalty was seen to last about 25 quiet minutes."""
GAP: Final = timedelta(seconds=6)
"""Between two questions; one in five seconds is asked for."""
LONGEST_WAIT: Final = timedelta(seconds=60)
ARTICLES_MOST: Final = 75

_ACCEPT: Final = ("application/json", "text/*")


class Gdelt:
    """Headlines that bear the client's name."""

    name: Final = "GDELT"

    _free_at: ClassVar[dict[str, float]] = {}
    """When each address may be asked again, on the process's monotonic clock: one for all who ask."""

    def __init__(self, base: str = "https://api.gdeltproject.org/api/v2/doc/doc", *, gap: timedelta = GAP) -> None:
        self._base = base
        self._gap = gap.total_seconds()

    async def look(self, client: ClientNames, since: date, fetcher: Reader) -> Found:
        """Articles since a day, three months back at most. Errors come as sentences with status 200 and are told apart."""
        if not client.names:
            return Found(source=self.name, problems=(Reason(key="reason-news-no-name", args={"source": self.name}),))
        wait = self._free_at.get(self._base, 0.0) - time.monotonic()
        if wait > LONGEST_WAIT.total_seconds():
            return Found(source=self.name, problems=(self._throttled(),))
        self._free_at[self._base] = time.monotonic() + max(wait, 0.0) + self._gap
        await asyncio.sleep(max(wait, 0.0))
        try:
            page = await fetcher.get(self._url(client), client=client.domain, accept=_ACCEPT, fresh_for=ONCE_A_DAY)
        except Retryable:
            return self._pausing()
        except NotFetched as error:
            if error.status == 403:
                return self._pausing()
            raise
        told = await asyncio.to_thread(_read, page.body)
        if isinstance(told, str):
            is_throttled = re.search(r"limit requests|too many|rate|high traffic|every 5 seconds", told, re.IGNORECASE)
            return self._pausing() if is_throttled else Found(source=self.name, problems=(unreadable(self.name),))
        return Found(source=self.name, items=tuple(_headlines(told, page, since)))

    def _url(self, client: ClientNames) -> str:
        name = next((one for one in client.names if is_distinct(one)), client.names[0])
        query = _phrase(name)
        if client.city and not is_distinct(name):
            query += f" {_phrase(client.city)}"
        asked = {"query": query, "mode": "artlist", "format": "json", "maxrecords": ARTICLES_MOST, "timespan": "3months"}
        return f"{self._base}?{urlencode({**asked, 'sort': 'datedesc'})}"

    def _pausing(self) -> Found:
        self._free_at[self._base] = time.monotonic() + PAUSE.total_seconds()
        return Found(source=self.name, problems=(self._throttled(),))

    def _throttled(self) -> Reason:
        return Reason(key="reason-news-not-checked", args={"source": self.name, "cause": "later"})


def _phrase(words: str) -> str:
    """Words in quotes, without what would end the quotes or be an operator."""
    return '"' + " ".join(re.sub(r"[^\w.&-]", " ", words).split()) + '"'


def _read(body: bytes) -> list[Any] | str:
    """The articles, or the sentence that came instead of them. Some answers carry backslashes that JSON does not allow."""
    text = body.decode("utf-8", errors="replace").strip()
    if not text.startswith("{"):
        return text[:300]
    try:
        told = json.loads(re.sub(r'\\(?![\\"/bfnrtu])', r"\\\\", text), strict=False)
    except ValueError:
        return "unreadable"
    articles = told.get("articles", [])  # an empty object means no article
    return articles if isinstance(articles, list) else "unreadable"


def _headlines(articles: list[Any], page: Page, since: date) -> list[Headline]:
    found = []
    for one in articles[:ARTICLES_MOST]:
        if not isinstance(one, dict):
            continue
        title, url, at = " ".join(str(one.get("title", "")).split()), str(one.get("url", "")), _seen(str(one.get("seendate", "")))
        if not title or not re.match(r"https?://[^\s/]", url) or (at is not None and at.date() < since):
            continue
        source = Source(title=f"{title} – {one.get('domain', '')}".rstrip(" –"), url=url, seen_at=page.fetched_at, quote=title)
        found.append(Headline(title=title, source=source, published_at=at))
    return found


def _seen(text: str) -> datetime | None:
    """`20260709T120000Z`, in UTC."""
    try:
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
