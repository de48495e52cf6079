"""Official registers: the SEC's EDGAR for companies listed in the United States, GLEIF for those with a legal entity identifier.

Both are free and need no key. https://www.sec.gov/os/accessing-edgar-data (User-Agent with a contact, 10 requests a second),
https://www.gleif.org/en/lei-data/gleif-api
"""

from __future__ import annotations

import asyncio
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib import resources
from typing import Any, Final
from urllib.parse import quote, urlencode

from sidecar.domain.companies.news import CATEGORIES, Category, ClientNames, Fact, Found, Headline
from sidecar.domain.companies.same_company import is_distinct, is_same_name
from sidecar.domain.wording.finding import Source
from sidecar.domain.wording.reason import Reason
from sidecar.errors import CompanionError
from sidecar.research.news import ONCE_A_DAY, Reader, not_checked
from sidecar.research.page import NotFetched, Page

_JSON: Final = ("application/json",)
_GLEIF: Final = ("application/vnd.api+json", "application/json")
_A_WEEK: Final = timedelta(days=7)
_UNTOLD: Final = frozenset({"9.01", "8.01", "7.01", "2.02", "5.07", "3.03", "5.03"})
"""Items of form 8-K that say nothing by themselves: exhibits, other events, results, votes, by-laws."""


class Edgar:
    """Current reports (form 8-K) of companies listed in the United States. Silent for all others."""

    name: Final = "SEC EDGAR"

    def __init__(self, site: str = "https://www.sec.gov", data: str = "https://data.sec.gov") -> None:
        self._site = site
        self._data = data

    async def look(self, client: ClientNames, since: date, fetcher: Reader) -> Found:
        """Reports since a day. By the number that Wikidata knows; else by a name that exactly one listed company bears."""
        number, is_sure = client.cik, client.cik is not None
        if number is None:
            number = await self._number_of(client, fetcher)
        if number is None or not number.isdecimal():
            return Found(source=self.name, is_asked=bool(client.names))
        page = await fetcher.get(
            f"{self._data}/submissions/CIK{int(number):010}.json", client=client.domain, accept=_JSON, fresh_for=ONCE_A_DAY
        )
        told = await asyncio.to_thread(json.loads, page.body)
        is_theirs = is_sure or any(is_distinct(name) for name in client.names)
        doubt = None if is_theirs else Reason(key="reason-news-common-name", args={"name": str(told["name"])})
        items, oldest = self._reports(told, page, since, doubt)
        problems = () if oldest <= since else (Reason(key="reason-news-partly", args={"source": self.name, "day": str(oldest)}),)
        return Found(source=self.name, items=tuple(items), problems=problems)

    async def _number_of(self, client: ClientNames, fetcher: Reader) -> str | None:
        if not client.names:
            return None
        url = f"{self._site}/files/company_tickers.json"
        page = await fetcher.get(url, client=client.domain, accept=_JSON, fresh_for=_A_WEEK)
        return await asyncio.to_thread(_number_in, page.body, client)

    def _reports(self, told: Any, page: Page, since: date, doubt: Reason | None) -> tuple[list[Headline], date]:
        recent = told["filings"]["recent"]
        days = [date.fromisoformat(day) for day in recent["filingDate"]]
        found: list[Headline] = []
        for index, (form, day) in enumerate(zip(recent["form"], days, strict=True)):
            if str(form).startswith("8-K") and day >= since:
                found += self._report(told, index, page, doubt)
        has_all = not told["filings"].get("files")
        return found, since if has_all or not days else min(days)

    def _report(self, told: Any, index: int, page: Page, doubt: Reason | None) -> Iterator[Headline]:
        """One headline for each item that says something by itself."""
        recent = told["filings"]["recent"]
        number, document, items = (str(recent[column][index]) for column in ("accessionNumber", "primaryDocument", "items"))
        folder = f"{self._site}/Archives/edgar/data/{int(told['cik'])}/{number.replace('-', '')}"
        url = f"{folder}/{quote(document)}" if document else f"{folder}/{number}-index.htm"
        at = datetime.fromisoformat(recent["filingDate"][index]).replace(tzinfo=UTC)
        for item in items.split(","):
            title, category = _event("sec_8k", item.strip())
            if title and item.strip() not in _UNTOLD:
                words = f"{told['name']}: {title}"
                source = Source(
                    title=f"SEC 8-K, {at:%Y-%m-%d}", url=url, seen_at=page.fetched_at, quote=f"Item {item.strip()} {title}"
                )
                hints = (category,) if category else ()
                yield Headline(title=words, source=source, published_at=at, is_theirs=doubt is None, hints=hints, doubt=doubt)


class Gleif:
    """Legal name, seats and parents from the register of legal entity identifiers, and insolvency where it is entered."""

    name: Final = "GLEIF"

    def __init__(self, base: str = "https://api.gleif.org/api/v1") -> None:
        self._base = base

    async def look(self, client: ClientNames, since: date, fetcher: Reader) -> Found:
        """By the identifier that Wikidata knows, else by name; a name that several bear, or a common one, is told as a doubt."""
        if client.lei:
            url = f"{self._base}/lei-records/{quote(client.lei, safe='')}"
        elif client.names:
            asked = {"filter[entity.legalName]": client.names[0], "page[size]": "10"}
            url = f"{self._base}/lei-records?{urlencode(asked)}"
        else:
            return Found(source=self.name, is_asked=False)
        page = await fetcher.get(url, client=client.domain, accept=_GLEIF, fresh_for=_A_WEEK)
        told = (await asyncio.to_thread(json.loads, page.body))["data"]
        records = [told] if isinstance(told, dict) else [one for one in told if _is_them(one, client)]
        doubt = _doubt(records, client)
        facts = [fact for one in records for fact in _facts(one, page, doubt)]
        items = [item for one in records for item in _happenings(one, page, since, doubt)]
        parents, problems = await self._parents(records, client, fetcher) if len(records) == 1 and doubt is None else ((), ())
        return Found(source=self.name, items=tuple(items), facts=(*facts, *parents), problems=problems)

    async def _parents(
        self, records: list[Any], client: ClientNames, fetcher: Reader
    ) -> tuple[tuple[Fact, ...], tuple[Reason, ...]]:
        lei = str(records[0]["attributes"]["lei"])
        try:
            url = f"{self._base}/lei-records/{quote(lei, safe='')}/ultimate-parent"
            page = await fetcher.get(url, client=client.domain, accept=_GLEIF, fresh_for=_A_WEEK)
        except NotFetched as error:
            return (), () if error.status == 404 else (not_checked(self.name, error),)  # 404: none is known
        except CompanionError as error:
            return (), (not_checked(self.name, error),)
        parent = json.loads(page.body)["data"]["attributes"]
        name = str(parent["entity"]["legalName"]["name"])
        return (Fact(kind="parent", value=name, source=_source(parent, page, name)),), ()


def _number_in(body: bytes, client: ClientNames) -> str | None:
    """The CIK of the one listed company of that name; None where none or several bear it."""
    rows = json.loads(body).values()
    numbers = {str(row["cik_str"]) for row in rows for name in client.names if is_same_name(name, str(row["title"]))}
    return numbers.pop() if len(numbers) == 1 else None


def _is_them(record: Any, client: ClientNames) -> bool:
    entity = record["attributes"]["entity"]
    names = [entity["legalName"]["name"], *(one["name"] for one in entity.get("otherNames") or [])]
    is_there = client.country is None or client.country in _countries(entity)
    return is_there and any(is_same_name(str(name), mine) for name in names for mine in client.names)


def _countries(entity: Any) -> set[str]:
    return {str((entity.get(place) or {}).get("country")) for place in ("legalAddress", "headquartersAddress")}


def _doubt(records: list[Any], client: ClientNames) -> Reason | None:
    if client.lei:
        return None
    if len(records) > 1:
        return Reason(key="reason-news-several-companies", args={"name": client.names[0]})
    is_sure = any(is_distinct(name) for name in client.names) and client.country is not None
    return None if is_sure else Reason(key="reason-news-common-name", args={"name": client.names[0]})


def _facts(record: Any, page: Page, doubt: Reason | None) -> Iterator[Fact]:
    attributes = record["attributes"]
    entity = attributes["entity"]
    name = str(entity["legalName"]["name"])
    yield Fact(kind="legal_name", value=name, source=_source(attributes, page, name), doubt=doubt)
    place = entity.get("headquartersAddress") or entity.get("legalAddress") or {}
    if place.get("city"):
        city = str(place["city"])
        value = ", ".join(part for part in (city, str(place.get("country") or "")) if part)
        yield Fact(kind="seat", value=value, source=_source(attributes, page, city), doubt=doubt)


def _happenings(record: Any, page: Page, since: date, doubt: Reason | None) -> Iterator[Headline]:
    """Legal entity events since a day that tell bad news."""
    attributes = record["attributes"]
    name = str(attributes["entity"]["legalName"]["name"])
    for group in attributes["entity"].get("eventGroups") or []:
        for event in group.get("events") or []:
            title, category = _event("gleif", str(event.get("type", "")).upper())
            at = _instant(str(event.get("effectiveDate") or event.get("recordedDate") or ""))
            if category and (at is None or at.date() >= since):
                source = _source(attributes, page, str(event["type"]))
                yield Headline(
                    title=f"{name}: {title}",
                    source=source,
                    published_at=at,
                    is_theirs=doubt is None,
                    hints=(category,),
                    doubt=doubt,
                )


def _source(attributes: Any, page: Page, words: str) -> Source:
    lei = str(attributes["lei"])
    return Source(
        title=f"GLEIF: {lei}", url=f"https://search.gleif.org/#/record/{quote(lei)}", seen_at=page.fetched_at, quote=words
    )


def _instant(text: str) -> datetime | None:
    if not re.match(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _event(register: str, code: str) -> tuple[str, Category | None]:
    """The register's own words for a code, and what kind of bad news it is; empty for a code that is not listed."""
    title, category = _events()[register].get(code, ("", ""))
    return title, category if category in CATEGORIES else None


@cache
def _events() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    source = resources.files("sidecar.knowledge").joinpath("register_events.toml").read_text(encoding="utf-8")
    return {name: {code: (one[0], one[1]) for code, one in codes.items()} for name, codes in tomllib.loads(source).items()}
