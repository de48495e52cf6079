"""What is known of a client's organisation from public places: its own site, registers, news. Nothing without its source."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from sidecar.domain.companies.claims import SourceText
from sidecar.domain.companies.company import Background, SiteReport, Statement
from sidecar.domain.companies.news import Fact, News, NewsItem
from sidecar.domain.places.place import said
from sidecar.domain.wording.finding import Finding, Source, Warning
from sidecar.domain.wording.reason import Reason
from sidecar.knowledge.orders import is_order
from sidecar.knowledge.site_words import share_of_address
from sidecar.knowledge.tongue import is_foreign
from sidecar.words import Words

LINES_OF_WORK: Final = 2
PRODUCTS: Final = 4
NEWS: Final = 4
FACTS: Final = 4
_NOTICE: Final = re.compile(
    r"\bHR[AB]\s*\d|\b(?:registergericht|amtsgericht|handelsregister\w*|ust-?id\w*|steuernummer|company (?:no|number|reg\w*)|"
    r"vat (?:no|number|reg\w*|id)|registered (?:office|in england)|sire[nt]|rcs|registro mercantil|p\.? ?iva|partita iva|krs|"
    r"regon|cnpj|organisationsnummer|org\.?\s?nr|kvk|umsatzsteuer\w*)\b",
    re.IGNORECASE,
)
"""What the law wants below a page: nobody's business, and nothing to say."""
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
    background: tuple[Background, ...] = ()
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
        background=facts.background,
        facts=news.facts,
        news=news.items,
        problems=(*unread, *news.problems),
    )


def known_of(dossiers: Iterable[Dossier], client: str | None, wrong: Collection[str]) -> tuple[Dossier | None, Sequence[Dossier]]:
    """What is known of the client's organisation, and of the others; nothing of an organisation in `wrong`."""
    right = [one for one in dossiers if one.organisation not in wrong]
    known = next((one for one in right if one.organisation == client), None)
    return known, [one for one in right if one.organisation != client]


def findings_of(dossier: Dossier, words: Words) -> tuple[Finding, ...]:
    """The lines for a brief, the most useful first: what just happened, what they do, what they offer, what to ask."""
    found = (*_news(dossier, words), *_company(dossier, words), *dossier.suggestions.get(words.language, ()))
    return tuple(one for one in found if not is_order(one.text))


def findings_beside(others: Sequence[Dossier], words: Words) -> tuple[Finding, ...]:
    """Of organisations beside the client's in the same meeting: what happened, and one line of what each does, by name."""
    found: list[Finding] = []
    for dossier in others:
        name = dossier.name or dossier.organisation
        found += [one for one in _news(dossier, words) if one.sources[0].url in _sensitive_urls(dossier)]
        first = next((one for one in _company(dossier, words) if one.kind == "company" and not is_order(one.text)), None)
        if first is not None:
            found.append(replace(first, text=words.say("finding-beside", name=name, text=first.text)))
    return tuple(found)


def _sensitive_urls(dossier: Dossier) -> set[str | None]:
    return {item.headline.source.url for item in dossier.news if item.is_sensitive}


def warnings_of_all(dossiers: Sequence[Dossier], words: Words) -> tuple[Warning, ...]:
    """Those of every organisation in a meeting: the grave first, each naming whom it is about where there are several."""
    is_named = len(dossiers) > 1
    told = [one for dossier in dossiers for one in warnings_of(dossier, words, is_named=is_named)]
    once = list({(one.key, tuple(one.args.items())): one for one in told}.values())
    return tuple(sorted(once, key=lambda one: (one.kind == "not_checked", one.args.get("grave") != "yes")))


def warnings_of(dossier: Dossier, words: Words, *, is_named: bool = False) -> tuple[Warning, ...]:
    """News that nobody should joke about, the grave first; then what could not be checked. `is_named`: with the name."""
    who = {"who": (dossier.name or dossier.organisation) if is_named else "none"}
    found = [
        Warning(
            kind="sensitive_news",
            key="warning-sensitive-news",
            args={**_told(one, words), **who},
            sources=(_headline_source(one),),
        )
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
        "tongue": "theirs" if is_foreign(item.headline.title, words.language) else "ours",
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
    work = [line for line in dossier.work if not is_order(line.text) and not _NOTICE.search(line.text)]
    for one in work[:LINES_OF_WORK]:
        yield _stated("company", _in_their_words(one.text, words), one, dossier)
    if first := [one for one in dossier.products if not is_order(one.text)][:PRODUCTS]:
        is_theirs = any(is_foreign(one.text, words.language) for one in work[:1])
        told = {"products": words.row(one.text for one in first), "foreign": "yes" if is_theirs else "no"}
        text = words.say("finding-products", **told)
        sources = tuple(_source(one, dossier) for one in first)
        yield Finding(kind="product", text=text, certainty="stated", sources=sources)
    for fact_told in [one for one in dossier.background if not is_order(one.text) and not is_order(one.quote)][:1]:
        text = words.say("finding-background", kind=fact_told.kind, value=fact_told.text)
        yield _stated("company", text, fact_told, dossier)
    for fact in dossier.facts[:FACTS]:
        text = words.say("finding-fact", kind=fact.kind, value=fact.value)
        lines = (said(fact.doubt, words),) if fact.doubt else ()
        yield Finding(kind="company", text=text, certainty="ask" if fact.doubt else "stated", sources=(fact.source,), lines=lines)


def material_of(dossier: Dossier) -> tuple[SourceText, ...]:
    """What sentences may be written from: the best first, nothing that would wound."""
    history = [one for one in dossier.background if one.kind != "leader"]
    told: tuple[Statement | Background, ...] = (*dossier.work, *history, *dossier.products)
    statements = [
        one for one in told
        if not is_order(one.quote) and not _NOTICE.search(one.quote) and share_of_address(one.quote) < ADDRESS
    ]  # fmt: skip
    site = [
        SourceText(id=f"site-{at}", title=dossier.name or dossier.organisation, url=one.url, text=one.quote)
        for at, one in enumerate(statements)
    ]
    news = [
        SourceText(
            id=f"news-{at}", title=one.headline.source.title, url=one.headline.source.url, text=one.headline.title, is_news=True
        )
        for at, one in enumerate(dossier.news)
        if not one.is_sensitive and not one.is_doubtful and not is_order(one.headline.title)
    ]
    return (*news[:NEWS], *site)


def _in_their_words(text: str, words: Words) -> str:
    """A sentence as it stands there; in another language than the reader's, said to be theirs."""
    return words.say("line-written-company-untitled", quote=text) if is_foreign(text, words.language) else text


def _stated(kind: str, text: str, one: Statement | Background, dossier: Dossier) -> Finding:
    return Finding(kind=kind, text=text, certainty="stated", sources=(_source(one, dossier),))


def _source(one: Statement | Background, dossier: Dossier) -> Source:
    return Source(title=dossier.name or dossier.organisation, url=one.url, seen_at=dossier.read_at, quote=one.quote)
