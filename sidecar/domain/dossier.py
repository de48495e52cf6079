"""What is known of a client's organisation from public places: its own site, registers, news. Nothing without its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from sidecar.domain.claims import SourceText
from sidecar.domain.company import SiteReport, Statement
from sidecar.domain.finding import Finding, Source, Warning
from sidecar.domain.news import Fact, News, NewsItem
from sidecar.domain.place import said
from sidecar.domain.reason import Reason
from sidecar.knowledge.orders import is_order
from sidecar.knowledge.site_words import share_of_address
from sidecar.words import Words

LINES_OF_WORK: Final = 2
PRODUCTS: Final = 4
NEWS: Final = 4
FACTS: Final = 4
ADDRESS: Final = 0.25
"""The share of a postal address in a sentence that nobody says to a client."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One organisation, as it was found. `problems`: what could not be checked, which is never the same as “nothing”."""

    organisation: str
    read_at: datetime
    name: str | None = None
    description: Statement | None = None
    work: tuple[Statement, ...] = ()
    products: tuple[Statement, ...] = ()
    background: tuple[Statement, ...] = ()
    facts: tuple[Fact, ...] = ()
    news: tuple[NewsItem, ...] = ()
    problems: tuple[Reason, ...] = ()
    suggestions: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    """What to ask and what to say, by language; written from the rest, each rests on a source of it."""


def dossier_of(organisation: str, report: SiteReport, news: News, read_at: datetime) -> Dossier:
    """Everything in one record."""
    facts = report.facts
    unread = [Reason(key="reason-site-not-read", args={"site": organisation})] if facts.unread else []
    products = [Statement(text=one, quote=one, url=facts.url) for one in facts.products]
    return Dossier(
        organisation=organisation,
        read_at=read_at,
        name=None if facts.name and is_order(facts.name) else facts.name,
        work=facts.what_they_do,
        products=tuple(products),
        background=tuple(Statement(text=one.quote, quote=one.quote, url=one.url) for one in facts.background),
        facts=news.facts,
        news=news.items,
        problems=(*unread, *news.problems),
    )


def findings_of(dossier: Dossier, words: Words) -> tuple[Finding, ...]:
    """The lines for a brief, the most useful first: what just happened, what they do, what they offer, what to ask."""
    found = (*_news(dossier, words), *_company(dossier, words), *dossier.suggestions.get(words.language, ()))
    return tuple(one for one in found if not is_order(one.text))


def warnings_of(dossier: Dossier, words: Words) -> tuple[Warning, ...]:
    """News that nobody should joke about, the grave first; then what could not be checked."""
    found = [
        Warning(kind="sensitive_news", key="warning-sensitive-news", args=_told(one, words), sources=(_headline_source(one),))
        for one in [item for item in dossier.news if item.is_sensitive][:NEWS]
    ]
    problems = [Warning(kind="not_checked", key=one.key, args=one.args) for one in dossier.problems]
    return (*found, *problems)


def _told(item: NewsItem, words: Words) -> dict[str, str]:
    """An alarm is told whatever its headline says; one that gives orders to its reader is told without its words."""
    at = item.headline.published_at
    return {
        "title": words.say("news-headline-withheld") if is_order(item.headline.title) else item.headline.title,
        "day": words.full_date(at.date()) if at else "none",
        "category": item.category or "other",
        "grave": "yes" if item.is_grave else "no",
        "doubt": "yes" if item.is_doubtful else "no",
    }


def _headline_source(item: NewsItem) -> Source:
    source = item.headline.source
    return replace(source, title="", quote="") if is_order(item.headline.title) else source


def _news(dossier: Dossier, words: Words) -> Iterator[Finding]:
    for item in [one for one in dossier.news if one.is_sensitive or not is_order(one.headline.title)][:NEWS]:
        text = words.say("finding-news", **_told(item, words))
        yield Finding(
            kind="news",
            text=text,
            certainty="ask" if item.is_doubtful else "stated",
            sources=(_headline_source(item),),
            lines=(said(item.because, words),) if item.because else (),
        )


def _company(dossier: Dossier, words: Words) -> Iterator[Finding]:
    for one in [line for line in dossier.work if not is_order(line.text)][:LINES_OF_WORK]:
        yield _stated("company", one.text, one, dossier)
    if first := [one for one in dossier.products if not is_order(one.text)][:PRODUCTS]:
        text = words.say("finding-products", products=", ".join(one.text for one in first))
        sources = tuple(_source(one, dossier) for one in first)
        yield Finding(kind="product", text=text, certainty="stated", sources=sources)
    for one in dossier.background[:1]:
        yield _stated("company", one.text, one, dossier)
    for fact in dossier.facts[:FACTS]:
        text = words.say("finding-fact", kind=fact.kind, value=fact.value)
        lines = (said(fact.doubt, words),) if fact.doubt else ()
        yield Finding(kind="company", text=text, certainty="ask" if fact.doubt else "stated", sources=(fact.source,), lines=lines)


def material_of(dossier: Dossier) -> tuple[SourceText, ...]:
    """What sentences may be written from: the best first, nothing that would wound."""
    told = (*dossier.work, *dossier.background, *dossier.products)
    statements = [one for one in told if not is_order(one.quote) and share_of_address(one.quote) < ADDRESS]
    site = [
        SourceText(id=f"site-{at}", title=dossier.name or dossier.organisation, url=one.url, text=one.quote)
        for at, one in enumerate(statements)
    ]
    news = [
        SourceText(id=f"news-{at}", title=one.headline.source.title, url=one.headline.source.url, text=one.headline.title)
        for at, one in enumerate(dossier.news)
        if not one.is_sensitive and not one.is_doubtful and not is_order(one.headline.title)
    ]
    return (*news[:NEWS], *site)


def _stated(kind: str, text: str, one: Statement, dossier: Dossier) -> Finding:
    return Finding(kind=kind, text=text, certainty="stated", sources=(_source(one, dossier),))


def _source(one: Statement, dossier: Dossier) -> Source:
    return Source(title=dossier.name or dossier.organisation, url=one.url, seen_at=dossier.read_at, quote=one.quote)
