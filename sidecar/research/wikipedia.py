"""Wikidata finds the company by its web site; Wikipedia's article tells what happened to it, with dates.

Wikidata is CC0, Wikipedia CC BY-SA: a sentence is quoted with its address. Both ask for a User-Agent with a contact
(https://www.mediawiki.org/wiki/Wikimedia_APIs/Access_policy).
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from sidecar.domain.companies.news import ClientNames, Fact, Found, Headline
from sidecar.domain.wording.finding import Source
from sidecar.domain.wording.reason import Reason
from sidecar.errors import CompanionError
from sidecar.research.news import ONCE_A_DAY, Reader, not_checked
from sidecar.research.page import Page

EVENTS_MOST: Final = 40
_JSON: Final = ("application/sparql-results+json", "application/json")
_HTML: Final = ("text/html",)
_MONTHS: Final = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "januar": 1, "jänner": 1, "februar": 2, "märz": 3, "mai": 5, "juni": 6,
    "juli": 7, "oktober": 10, "dezember": 12,
}  # fmt: skip
_DATED: Final = re.compile(
    rf"(?:\b(?P<day>\d{{1,2}})\.? )?\b(?:(?P<month>{'|'.join(_MONTHS)}) (?:(?P<late>\d{{1,2}}), )?)?\b(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_FACTS: Final = {
    "countryLabel": "country", "seatLabel": "seat", "industryLabel": "industry", "parentLabel": "parent", "chiefLabel": "chief",
    "founded": "founded",
}  # fmt: skip
_ASKED: Final = {
    "P159": "seat", "P452": "industry", "P749": "parent", "P169": "chief", "P571": "founded", "P1278": "lei", "P5531": "cik",
}  # fmt: skip
"""Properties of Wikidata, https://www.wikidata.org/wiki/Wikidata:List_of_properties"""


class Wikipedia:
    """What the encyclopedia and its data say of the company whose web site this is. It teaches names and register numbers."""

    name: Final = "Wikipedia"

    def __init__(
        self,
        sparql: str = "https://query.wikidata.org/sparql",
        articles: Mapping[str, str] | None = None,
        items: str | None = None,
    ) -> None:
        self._sparql = sparql
        self._articles = articles or {"en": "https://en.wikipedia.org", "de": "https://de.wikipedia.org"}
        self._items = items or "https://www.wikidata.org"

    async def look(self, client: ClientNames, since: date, fetcher: Reader) -> Found:
        """Facts of the one item with this web site, and dated sentences of its article since a day.

        Several items with this site are told as facts in doubt, and teach nothing. Raises what the first request raises.
        """
        url = f"{self._sparql}?{urlencode({'query': question(client.domain), 'format': 'json'})}"
        page = await fetcher.get(url, client=client.domain, accept=_JSON, fresh_for=ONCE_A_DAY)
        rows = (await asyncio.to_thread(json.loads, page.body))["results"]["bindings"]
        by_item = {_value(row, "item"): row for row in reversed(rows)}
        if not by_item:
            return Found(source=self.name)
        doubt = Reason(key="reason-news-several-companies", args={"name": client.domain}) if len(by_item) > 1 else None
        facts = tuple(fact for item in by_item for fact in self._facts(item, rows, page, doubt))
        if doubt:
            return Found(source=self.name, facts=facts)
        (row,) = by_item.values()
        items, problems = await self._events(row, client, since, fetcher)
        return Found(source=self.name, items=items, facts=facts, problems=problems, names=_taught(client, rows))

    def _facts(self, item: str, rows: Sequence[Any], page: Page, doubt: Reason | None) -> Iterator[Fact]:
        mine = [row for row in rows if _value(row, "item") == item]
        address = f"{self._items}/wiki/{item.rpartition('/')[2]}"
        for column, kind in _FACTS.items():
            for value in dict.fromkeys(_value(row, column) for row in mine):
                if value and not re.fullmatch(r"Q\d+", value):  # an item without a label in a language that was asked for
                    shown = value[:4] if kind == "founded" else value
                    title = f"Wikidata: {_value(mine[0], 'itemLabel')}"
                    source = Source(title=title, url=address, seen_at=page.fetched_at, quote=value)
                    yield Fact(kind=kind, value=shown, source=source, doubt=doubt)

    async def _events(
        self, row: Any, client: ClientNames, since: date, fetcher: Reader
    ) -> tuple[tuple[Headline, ...], tuple[Reason, ...]]:
        for language, base in self._articles.items():
            path = urlsplit(_value(row, f"article_{language}")).path
            if not path.startswith("/wiki/"):
                continue
            try:
                page = await fetcher.get(base + path, client=client.domain, accept=_HTML, fresh_for=ONCE_A_DAY)
            except CompanionError as error:
                return (), (not_checked(self.name, error),)
            return await asyncio.to_thread(events, page, _value(row, "itemLabel"), since), ()
        return (), ()


def question(domain: str) -> str:
    """The SPARQL question for the items whose official web site (P856) is this domain's, in each form it may be written in."""
    hosts = [domain, f"www.{domain}"]
    sites = [f"<{scheme}://{host}{end}>" for scheme in ("https", "http") for host in hosts for end in ("/", "")]
    if any(re.search(r"[<>\"{}|\\^`\s]", one[1:-1]) for one in sites):
        raise ValueError(f"{domain} is no domain.")
    asked = " ".join(f"OPTIONAL {{ ?item wdt:{number} ?{name}. }}" for number, name in _ASKED.items())
    return (
        "SELECT ?item ?itemLabel ?countryLabel ?code ?seatLabel ?industryLabel ?parentLabel ?chiefLabel ?founded ?lei ?cik "
        f"?article_en ?article_de WHERE {{ VALUES ?site {{ {' '.join(sites)} }} ?item wdt:P856 ?site. "
        "OPTIONAL { ?item wdt:P17 ?country. ?country wdt:P297 ?code. } "
        f"{asked} "
        "OPTIONAL { ?article_en schema:about ?item; schema:isPartOf <https://en.wikipedia.org/>. } "
        "OPTIONAL { ?article_de schema:about ?item; schema:isPartOf <https://de.wikipedia.org/>. } "
        'SERVICE wikibase:label { bd:serviceParam wikibase:language "en,de,fr,es,it,pt,nl". } } LIMIT 60'
    )


def events(page: Page, label: str, since: date) -> tuple[Headline, ...]:
    """Sentences of an article that name a date since a day, newest first. CPU-bound."""
    found = []
    for sentence in _sentences(page.body):
        dates = [one for one in (_date(match) for match in _DATED.finditer(sentence)) if one]
        if not dates or max(dates)[0] > page.fetched_at.date() or max(dates)[1] < since:
            continue
        first, last = max(dates)
        at = datetime(first.year, first.month, first.day, tzinfo=UTC) if (last - first).days < 32 else None
        source = Source(title=f"Wikipedia: {label}", url=page.url, seen_at=page.fetched_at, quote=sentence)
        found.append(Headline(title=sentence, source=source, published_at=at, is_theirs=True))
    newest = sorted(found, key=lambda one: one.published_at or datetime.min.replace(tzinfo=UTC), reverse=True)
    return tuple(newest[:EVENTS_MOST])


def _sentences(body: bytes) -> Iterator[str]:
    """Of the article's own paragraphs, without footnote marks and citations."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(body)
    for unwanted in tree.css("sup, style, script, table, .reflist, .navbox, .hatnote"):
        unwanted.decompose()
    for paragraph in tree.css("p, li"):
        if paragraph.tag == "li" and paragraph.css_first("p") is not None:
            continue
        text = " ".join(paragraph.text().split())
        yield from (one for one in re.split(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ])", text) if 20 <= len(one) <= 500)


def _date(match: re.Match[str]) -> tuple[date, date] | None:
    """From and to: one day, a month or a year, as exactly as it is told."""
    year, month, day = int(match["year"]), _MONTHS.get((match["month"] or "").lower()), match["late"] or match["day"]
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    try:
        if day:
            return (exact := date(year, month, int(day))), exact
        return date(year, month, 1), date(year, month, 28)
    except ValueError:
        return None


def _taught(client: ClientNames, rows: Sequence[Any]) -> ClientNames:
    """What is stated once; what is stated several ways teaches nothing."""
    label = _only(rows, "itemLabel")
    is_label = bool(label) and not re.fullmatch(r"Q\d+", label)
    return replace(
        client,
        name=client.name or (label if is_label else None),
        others=tuple(dict.fromkeys([*client.others, *([label] if is_label and label != client.name else [])])),
        country=client.country or _only(rows, "code") or None,
        city=client.city or _only(rows, "seatLabel") or None,
        lei=client.lei or _only(rows, "lei") or None,
        cik=client.cik or _only(rows, "cik") or None,
    )


def _only(rows: Sequence[Any], column: str) -> str:
    values = {_value(row, column) for row in rows} - {""}
    return values.pop() if len(values) == 1 else ""


def _value(row: Any, column: str) -> str:
    return str(row.get(column, {}).get("value", ""))
