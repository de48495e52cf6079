"""News about a client from several sources: asked side by side, joined, judged by the radar, and doubted where it may be others'.

A source that could not be asked is said; silence is never read as “no news”.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, Protocol

from sidecar.domain.companies.news import GRAVE, ClientNames, Found, Headline, News, NewsItem, in_order, without_twins
from sidecar.domain.companies.same_company import doubt_about
from sidecar.domain.wording.reason import Reason
from sidecar.errors import CompanionError, Retryable
from sidecar.research.page import NotFetched, Page
from sidecar.research.radar import Judged, has_only_words, judge_headlines

LOOK_BACK: Final = 24
"""Months. The article's accident was months old; GDELT reaches back three, the other sources carry the rest."""
ONCE_A_DAY: Final = timedelta(hours=20)

_SUMMARY_LETTERS: Final = 200
_STATED: Final = 0.95


class Reader(Protocol):
    """What the sources read the web through: the guarded fetcher."""

    async def get(self, url: str, *, client: str, accept: tuple[str, ...], fresh_for: timedelta | None = None) -> Page:
        """The page at a URL, on the budget of a client. Raises NotFetched or Retryable."""
        ...


class NewsSource(Protocol):
    """Where news or facts about a company can be found."""

    @property
    def name(self) -> str:
        """What the source is called where a person reads it."""
        ...

    async def look(self, client: ClientNames, since: date, fetcher: Reader) -> Found:
        """Everything since a day. Never raises for a source's failure: that becomes a problem."""
        ...


async def look_everywhere(
    teacher: NewsSource, others: Sequence[NewsSource], client: ClientNames, since: date, fetcher: Reader
) -> tuple[Found, ...]:
    """Asks all sources. The first may teach who the client is (names, register numbers); the others are asked with that."""
    first = await asked(teacher, client, since, fetcher)
    known = first.names or client
    rest = await asyncio.gather(*(asked(source, known, since, fetcher) for source in others))
    return (first, *rest)


async def asked(source: NewsSource, client: ClientNames, since: date, fetcher: Reader) -> Found:
    """What a source gives; whatever goes wrong there becomes a problem of its own and hurts no other source."""
    try:
        return await source.look(client, since, fetcher)
    except CompanionError as error:
        return Found(source=source.name, problems=(not_checked(source.name, error),))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):  # a document of another shape than documented
        return Found(source=source.name, problems=(unreadable(source.name),))


def not_checked(source: str, error: CompanionError) -> Reason:
    """“News not checked today: …”, with the cause in a word that the catalogues know."""
    cause = "later" if isinstance(error, Retryable) else "other"
    if isinstance(error, NotFetched):
        cause = error.reason if error.reason in ("robots", "budget", "too_slow", "too_big", "status") else "other"
    return Reason(key="reason-news-not-checked", args={"source": source, "cause": cause})


def unreadable(source: str) -> Reason:
    """The source answered with something else than it documents."""
    return Reason(key="reason-news-not-checked", args={"source": source, "cause": "unreadable"})


async def merge(found: Sequence[Found], client: ClientNames) -> News:
    """All that was found, each story once, judged: grave items first. The judging happens in a worker thread."""
    return await asyncio.to_thread(judged, found, client)


def judged(found: Sequence[Found], client: ClientNames) -> News:
    """The same, at once. CPU-bound."""
    known = next((one.names for one in found if one.names), client)
    headlines = without_twins([headline for one in found for headline in one.items])
    verdicts = judge_headlines([text for one in headlines for text in (one.title, one.summary[:_SUMMARY_LETTERS])])
    items = [
        _item(one, verdicts[2 * index], verdicts[2 * index + 1], known) for index, one in enumerate(headlines)
    ]  # the title and the summary are judged apart, the graver counts
    return News(
        items=in_order(items),
        facts=tuple(fact for one in found for fact in one.facts),
        problems=tuple(problem for one in found for problem in one.problems),
        has_only_words=has_only_words(),
        checked=tuple(one.source for one in found if one.is_asked and not one.problems),
    )


def _item(headline: Headline, title: Judged, summary: Judged, client: ClientNames) -> NewsItem:
    verdict = max(title, summary, key=lambda one: (one.sensitive, one.grave, one.score))
    if headline.hints and not verdict.grave:
        category = headline.hints[0]
        verdict = replace(verdict, sensitive=True, grave=category in GRAVE, category=category, score=max(verdict.score, _STATED))
    return NewsItem(
        headline=headline,
        is_sensitive=verdict.sensitive,
        is_grave=verdict.grave,
        category=verdict.category,
        score=verdict.score,
        because=doubt_about(headline, client),
    )
