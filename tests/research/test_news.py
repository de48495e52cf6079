"""News sources against servers of the documented shapes: what they give, and every way in which they fail."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from yarl import URL

from sidecar.domain.companies.news import CATEGORIES, ClientNames, Found, Headline, months_before
from sidecar.domain.companies.same_company import doubt_about, is_same_name
from sidecar.domain.wording.finding import Source
from sidecar.research.feeds import OwnFeeds
from sidecar.research.fetch import Fetcher
from sidecar.research.gdelt import Gdelt
from sidecar.research.news import LOOK_BACK, NewsSource, asked, look_everywhere, merge
from sidecar.research.records import Edgar, Gleif
from sidecar.research.wikipedia import Wikipedia, question
from sidecar.words import LANGUAGES, Words
from tests.research.conftest import START_AT, HandPace, RawServer

SINCE = months_before(START_AT.date(), LOOK_BACK)
HARTWELL = ClientNames(domain="hartwell.example", name="Hartwell Foods Ltd", country="GB", city="Leeds")
QUERY = URL("http://x/sparql?" + urlencode({"query": question("hartwell.example"), "format": "json"})).raw_path_qs
PRESS = itertools.count()
SEEN = datetime(2026, 11, 20, tzinfo=UTC)


def items(found: Found) -> list[str]:
    return [one.title for one in found.items]


def cause(found: Found) -> str:
    (problem,) = found.problems
    for language in LANGUAGES:
        assert "{" not in Words(language).say(problem.key, **problem.args)
    return problem.args.get("cause", problem.key)


def headline(title: str, *, url: str = "https://news.example/1", **more: Any) -> Headline:
    return Headline(title=title, source=Source(title=title, url=url, seen_at=SEEN, quote=title), **more)


# Their own feed

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Hartwell</title>
<item><title>Statement on &lt;b&gt;hall 3&lt;/b&gt;</title><link>https://hartwell.example/n/1</link>
<pubDate>Mon, 09 Mar 2026 08:00:00 +0100</pubDate><description>&lt;p&gt;Part of the roof collapsed.&lt;/p&gt;</description></item>
<item><title>New oat range</title><link>javascript:alert(1)</link></item>
<item><title>Old story</title><link>https://hartwell.example/n/0</link><pubDate>Mon, 10 Mar 2014 08:00:00 +0100</pubDate></item>
<item><title></title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>H</title><entry><title>Grüße aus Leeds</title>
<link href="https://hartwell.example/a"/><updated>2026-10-01T09:00:00Z</updated></entry></feed>"""


async def test_a_feed_gives_dated_entries_of_two_years_as_theirs(web: RawServer, fetcher: Fetcher) -> None:
    web.page("/feed", RSS, content_type="text/plain")
    client = replace(HARTWELL, domain="127.0.0.1", feeds=(web.url("/feed"),))
    found = await OwnFeeds().look(client, SINCE, fetcher)
    assert items(found) == ["Statement on hall 3", "New oat range"] and not found.problems and found.is_asked
    first, second = found.items
    assert first.published_at == datetime(2026, 3, 9, 7, tzinfo=UTC) and first.is_theirs
    assert (first.source.url, first.source.quote) == ("https://hartwell.example/n/1", first.title)
    assert first.summary == "Part of the roof collapsed."
    assert second.source.url == web.url("/feed") and second.published_at is None


async def test_a_feed_on_another_domain_is_not_taken_for_theirs(web: RawServer, fetcher: Fetcher) -> None:
    web.page("/feed", RSS, content_type="application/rss+xml")
    found = await OwnFeeds().look(replace(HARTWELL, feeds=(web.url("/feed"),)), SINCE, fetcher)
    assert [item.is_doubtful for item in (await merge([found], HARTWELL)).items] == [True, True]


async def test_an_atom_feed_in_another_charset_is_read(web: RawServer, fetcher: Fetcher) -> None:
    web.page("/feed", ATOM.encode("iso-8859-1"), content_type="application/atom+xml; charset=iso-8859-1")
    found = await OwnFeeds().look(replace(HARTWELL, feeds=(web.url("/feed"),)), SINCE, fetcher)
    assert items(found) == ["Grüße aus Leeds"]


@pytest.mark.parametrize(
    ("body", "status", "expected"),
    [
        (b"<html><p>Please enable cookies</p></html>", "200 OK", "unreadable"),
        (b"", "200 OK", "unreadable"),
        (b"\x00\xff\xfe", "200 OK", "unreadable"),
        (b"gone", "404 Not Found", "status"),
        (b"", "503 Service Unavailable", "later"),
        (b"x" * 3_000_000, "200 OK", "too_big"),
    ],
)
async def test_a_feed_that_fails_is_said_and_hides_no_other(
    web: RawServer, fetcher: Fetcher, body: bytes, status: str, expected: str
) -> None:
    web.page("/feed", body, status)
    web.page("/other", RSS, content_type="application/rss+xml")
    client = replace(HARTWELL, feeds=(web.url("/feed"), web.url("/other")))
    found = await OwnFeeds().look(client, SINCE, fetcher)
    assert cause(found) == expected and len(found.items) == 2


async def test_a_feed_that_robots_may_not_read_is_said(web: RawServer, fetcher: Fetcher) -> None:
    web.page("/robots.txt", b"User-agent: *\nDisallow: /feed", content_type="text/plain")
    assert cause(await OwnFeeds().look(replace(HARTWELL, feeds=(web.url("/feed"),)), SINCE, fetcher)) == "robots"


async def test_without_a_feed_nothing_was_asked(fetcher: Fetcher) -> None:
    assert not (await OwnFeeds().look(HARTWELL, SINCE, fetcher)).is_asked


# Wikidata and Wikipedia


def row(item: str = "Q1", **columns: str) -> dict[str, Any]:
    told = {"item": f"http://www.wikidata.org/entity/{item}", "itemLabel": "Hartwell Foods", **columns}
    return {name: {"type": "literal", "value": value} for name, value in told.items()}


def bindings(*rows: dict[str, Any]) -> bytes:
    return json.dumps({"head": {"vars": ["item"]}, "results": {"bindings": rows}}).encode()


ARTICLE = b"""<html><body><p><b>Hartwell Foods</b> is a food company in Leeds.</p>
<p>On 9 March 2026, the roof of its warehouse in Leeds collapsed.<sup>[1]</sup> In May 2025 it opened a plant in Porto.
It was founded in 1921 and listed in March 2019. A second plant is planned for July 2031.</p>
<table><tr><td>In June 2026 a table was set.</td></tr></table></body></html>"""


def wikipedia(web: RawServer) -> Wikipedia:
    return Wikipedia(web.url("/sparql"), {"en": web.url("").rstrip("/")}, web.url("").rstrip("/"))


async def test_the_article_of_the_company_with_that_web_site_gives_dated_sentences(web: RawServer, fetcher: Fetcher) -> None:
    lei, article = "5493001KJTIIGC8Y1R12", "https://en.wikipedia.org/wiki/Hartwell_Foods"
    told = row(
        seatLabel="Leeds", countryLabel="United Kingdom", code="GB", lei=lei, article_en=article, founded="1921-01-01T00:00:00Z"
    )
    web.page(QUERY, bindings(told, {**told, **row(industryLabel="food")}), content_type="application/sparql-results+json")
    web.page("/wiki/Hartwell_Foods", ARTICLE)
    found = await wikipedia(web).look(ClientNames(domain="hartwell.example"), SINCE, fetcher)
    assert items(found) == [
        "On 9 March 2026, the roof of its warehouse in Leeds collapsed.",
        "In May 2025 it opened a plant in Porto.",
    ]
    assert found.items[0].published_at == datetime(2026, 3, 9, tzinfo=UTC) and found.items[0].source.url == web.url(
        "/wiki/Hartwell_Foods"
    )
    assert found.names is not None and (found.names.name, found.names.lei, found.names.country) == ("Hartwell Foods", lei, "GB")
    facts = {fact.kind: fact.value for fact in found.facts}
    assert facts == {"country": "United Kingdom", "seat": "Leeds", "industry": "food", "founded": "1921"}
    assert not found.problems


async def test_several_items_with_that_web_site_are_told_in_doubt_and_teach_nothing(web: RawServer, fetcher: Fetcher) -> None:
    web.page(QUERY, bindings(row("Q1", seatLabel="Leeds"), row("Q2", seatLabel="York")), content_type="application/json")
    found = await wikipedia(web).look(HARTWELL, SINCE, fetcher)
    assert found.names is None and not found.items
    assert sorted(fact.value for fact in found.facts) == ["Leeds", "York"] and all(fact.doubt for fact in found.facts)


async def test_an_article_that_cannot_be_read_leaves_the_facts_and_is_said(web: RawServer, fetcher: Fetcher) -> None:
    told = row(seatLabel="Leeds", article_en="https://en.wikipedia.org/wiki/Hartwell_Foods")
    web.page(QUERY, bindings(told), content_type="application/json")
    web.page("/wiki/Hartwell_Foods", b"", "500 Oops")
    found = await wikipedia(web).look(HARTWELL, SINCE, fetcher)
    assert cause(found) == "later" and [fact.value for fact in found.facts] == ["Leeds"]


async def test_a_company_that_wikidata_does_not_know_is_no_problem(web: RawServer, fetcher: Fetcher) -> None:
    web.page(QUERY, bindings(), content_type="application/json")
    assert await wikipedia(web).look(HARTWELL, SINCE, fetcher) == Found(source="Wikipedia")


def test_a_domain_cannot_break_out_of_the_question() -> None:
    with pytest.raises(ValueError, match="no domain"):
        question('x> } DROP ALL { <a"')


# EDGAR


def filings(**more: Any) -> bytes:
    recent = {
        "accessionNumber": ["0000000042-26-000003", "0000000042-26-000002", "0000000042-26-000001", "0000000042-20-000001"],
        "filingDate": ["2026-08-01", "2026-05-01", "2026-02-01", "2020-01-01"],
        "form": ["8-K", "10-Q", "8-K/A", "8-K"],
        "items": ["2.05,9.01", "", "1.05,7.01,5.02", "1.03"],
        "primaryDocument": ["a.htm", "q.htm", "", "old.htm"],
    }
    return json.dumps({"cik": "42", "name": "HARTWELL FOODS INC", "filings": {"recent": recent, "files": [], **more}}).encode()


async def test_current_reports_of_a_listed_company_are_told_in_the_sec_s_words(web: RawServer, fetcher: Fetcher) -> None:
    web.page("/submissions/CIK0000000042.json", filings(), content_type="application/json")
    found = await Edgar(web.url("/site"), web.url("").rstrip("/")).look(replace(HARTWELL, cik="42"), SINCE, fetcher)
    assert [(one.hints, one.source.url) for one in found.items] == [
        (("layoffs",), web.url("/site/Archives/edgar/data/42/000000004226000003/a.htm")),
        (("breach",), web.url("/site/Archives/edgar/data/42/000000004226000001/0000000042-26-000001-index.htm")),
        ((), web.url("/site/Archives/edgar/data/42/000000004226000001/0000000042-26-000001-index.htm")),
    ]
    assert items(found)[0] == "HARTWELL FOODS INC: Costs Associated with Exit or Disposal Activities" and not found.problems


async def test_reports_that_reach_less_far_back_than_asked_are_partly_checked(web: RawServer, fetcher: Fetcher) -> None:
    body = json.loads(filings(files=[{"name": "CIK0000000042-submissions-001.json"}]))
    recent = body["filings"]["recent"]
    body["filings"]["recent"] = {column: values[:3] for column, values in recent.items()}
    web.page("/submissions/CIK0000000042.json", json.dumps(body).encode(), content_type="application/json")
    found = await Edgar(web.url("/site"), web.url("").rstrip("/")).look(replace(HARTWELL, cik="42"), SINCE, fetcher)
    assert cause(found) == "reason-news-partly"


@pytest.mark.parametrize(
    ("titles", "count"), [(["Hartwell Foods, Inc."], 3), (["Hartwell Foods Inc", "HARTWELL FOODS CORP"], 0), (["Other"], 0)]
)
async def test_a_number_is_taken_from_a_name_only_where_one_company_bears_it(
    web: RawServer, fetcher: Fetcher, titles: list[str], count: int
) -> None:
    listed = {str(index): {"cik_str": 42 + index, "ticker": "H", "title": title} for index, title in enumerate(titles)}
    web.page("/files/company_tickers.json", json.dumps(listed).encode(), content_type="application/json")
    web.page("/submissions/CIK0000000042.json", filings(), content_type="application/json")
    here = web.url("").rstrip("/")
    assert len((await Edgar(here, here).look(HARTWELL, SINCE, fetcher)).items) == count


# GLEIF


def record(name: str = "HARTWELL FOODS LIMITED", country: str = "GB", **entity: Any) -> dict[str, Any]:
    told = {"legalName": {"name": name}, "headquartersAddress": {"city": "Leeds", "country": country}, **entity}
    return {"type": "lei-records", "attributes": {"lei": "L1", "entity": told}}


BY_NAME = "/lei-records?" + urlencode({"filter[entity.legalName]": "Hartwell Foods Ltd", "page[size]": "10"})
VND = "application/vnd.api+json"


def gleif(web: RawServer) -> Gleif:
    return Gleif(web.url("").rstrip("/"))


async def test_the_register_gives_legal_name_seat_parent_and_insolvency(web: RawServer, fetcher: Fetcher) -> None:
    event = {"type": "INSOLVENCY", "effectiveDate": "2026-06-01T00:00:00Z", "status": "IN_PROGRESS"}
    change = {"type": "CHANGE_LEGAL_NAME", "effectiveDate": "2026-06-01T00:00:00Z"}
    mine = record(eventGroups=[{"groupType": "STANDALONE", "events": [event, change]}])
    web.page(
        BY_NAME, json.dumps({"data": [mine, record("Hartwell Food Trucks"), record(country="US")]}).encode(), content_type=VND
    )
    web.page("/lei-records/L1/ultimate-parent", json.dumps({"data": record("ALDER HOLDING PLC")}).encode(), content_type=VND)
    found = await gleif(web).look(HARTWELL, SINCE, fetcher)
    assert [(fact.kind, fact.value) for fact in found.facts] == [
        ("legal_name", "HARTWELL FOODS LIMITED"), ("seat", "Leeds, GB"), ("parent", "ALDER HOLDING PLC"),
    ]  # fmt: skip
    assert [(one.title, one.hints, one.doubt) for one in found.items] == [
        ("HARTWELL FOODS LIMITED: Insolvency", ("insolvency",), None)
    ]
    assert not any(fact.doubt for fact in found.facts)


async def test_no_parent_is_no_problem_and_an_unreachable_one_is(web: RawServer, fetcher: Fetcher) -> None:
    client = replace(HARTWELL, lei="L1")
    web.page("/lei-records/L1", json.dumps({"data": record()}).encode(), content_type=VND)
    assert not (await gleif(web).look(client, SINCE, fetcher)).problems
    web.page("/lei-records/L1/ultimate-parent", b"", "503 Busy")
    assert cause(await gleif(web).look(client, SINCE, fetcher)) == "later"


async def test_several_entities_of_one_name_are_told_in_doubt(web: RawServer, fetcher: Fetcher) -> None:
    web.page(BY_NAME, json.dumps({"data": [record(), record("Hartwell Foods GmbH")]}).encode(), content_type=VND)
    found = await gleif(web).look(HARTWELL, SINCE, fetcher)
    assert found.facts and all(fact.doubt and fact.doubt.key == "reason-news-several-companies" for fact in found.facts)


# GDELT

ARTICLES = rb"""{"articles": [
{"url": "https://paper.example/a", "title": "Hartwell Foods  roof caves in \d four hurt", "seendate": "20261101T120000Z",
"domain": "paper.example"},
{"url": "ftp://x", "title": "No address", "seendate": "20261101T120000Z"}, "nonsense",
{"url": "https://paper.example/b", "title": "Hartwell wins the derby", "seendate": "once", "domain": "paper.example"}]}"""


def ask_gdelt(web: RawServer) -> tuple[Gdelt, str]:
    asked = {
        "query": '"Hartwell Foods Ltd"',
        "mode": "artlist",
        "format": "json",
        "maxrecords": 75,
        "timespan": "3months",
        "sort": "datedesc",
    }
    at = f"/doc{next(PRESS)}"  # the pause after a refusal belongs to the address
    return Gdelt(web.url(at), gap=timedelta(0)), f"{at}?" + urlencode(asked)


async def test_headlines_of_the_press_are_read_even_with_faulty_escapes(web: RawServer, fetcher: Fetcher) -> None:
    source, path = ask_gdelt(web)
    web.page(path, ARTICLES, content_type="application/json")
    found = await source.look(HARTWELL, SINCE, fetcher)
    assert items(found) == [r"Hartwell Foods roof caves in \d four hurt", "Hartwell wins the derby"]
    assert found.items[0].published_at == datetime(2026, 11, 1, 12, tzinfo=UTC) and found.items[1].published_at is None


async def test_no_article_is_no_problem(web: RawServer, fetcher: Fetcher) -> None:
    source, path = ask_gdelt(web)
    web.page(path, b"{}\n", content_type="application/json")
    assert await source.look(HARTWELL, SINCE, fetcher) == Found(source="GDELT")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"Please limit requests to one every 5 seconds or contact us for larger queries.", "200 OK"),
        (b"", "429 Too Many Requests"),
        (b"", "403 Forbidden"),
        (b"", "502 Bad Gateway"),
    ],
)
async def test_a_throttled_source_is_said_and_left_in_peace(web: RawServer, fetcher: Fetcher, body: bytes, status: str) -> None:
    source, path = ask_gdelt(web)
    web.page(path, body, status, content_type="text/html")
    assert cause(await source.look(HARTWELL, SINCE, fetcher)) == "later"
    before = len(web.asked)
    assert cause(await source.look(replace(HARTWELL, domain="another.example"), SINCE, fetcher)) == "later"
    assert len(web.asked) == before


@pytest.mark.parametrize(
    "body", [b"Your query was too short or too long.", b'{"articles": ', b'{"articles": 5}', b"<html>", b"\xff"]
)
async def test_errors_that_come_as_success_are_problems_and_never_no_news(web: RawServer, fetcher: Fetcher, body: bytes) -> None:
    source, path = ask_gdelt(web)
    web.page(path, body, content_type="text/html")
    assert cause(await source.look(HARTWELL, SINCE, fetcher)) == "unreadable"


async def test_the_press_is_asked_once_a_day(web: RawServer, fetcher: Fetcher, pace: HandPace) -> None:
    source, path = ask_gdelt(web)
    web.page(path, ARTICLES, content_type="application/json")
    for _ in range(3):
        await source.look(HARTWELL, SINCE, fetcher)
    assert web.paths() == [path]


async def test_questions_to_the_press_keep_their_distance_and_too_long_a_wait_is_said(web: RawServer, fetcher: Fetcher) -> None:
    _, path = ask_gdelt(web)
    web.page(path, ARTICLES, content_type="application/json")
    base = web.url(path.partition("?")[0])
    assert not (await Gdelt(base, gap=timedelta(minutes=2)).look(HARTWELL, SINCE, fetcher)).problems
    assert cause(await Gdelt(base).look(HARTWELL, SINCE, fetcher)) == "later"
    assert web.paths() == [path]


async def test_without_a_name_the_press_is_not_asked_and_it_is_said(web: RawServer, fetcher: Fetcher) -> None:
    found = await Gdelt(web.url("/doc")).look(ClientNames(domain="hartwell.example"), SINCE, fetcher)
    assert cause(found) == "reason-news-no-name" and not web.asked


# All together


@pytest.mark.parametrize("body", [b"null", b"[]", b'{"data": 5}', b'{"results": []}', b"[" * 100_000, b"\xff\xfe"])
@pytest.mark.parametrize(
    "made", [lambda at: Wikipedia(f"{at}/sparql"), lambda at: Edgar(at, at), Gleif], ids=["wikipedia", "edgar", "gleif"]
)
async def test_documents_of_another_shape_are_problems(
    web: RawServer, fetcher: Fetcher, made: Callable[[str], NewsSource], body: bytes
) -> None:
    client = replace(HARTWELL, cik="42", lei="L1")
    paths = [
        QUERY,
        "/submissions/CIK0000000042.json",
        "/lei-records/L1",
    ]
    for path in paths:
        web.page(path, body, content_type="application/json")
    assert cause(await asked(made(web.url("").rstrip("/")), client, SINCE, fetcher)) == "unreadable"


async def test_what_wikidata_teaches_is_used_to_ask_the_others(web: RawServer, fetcher: Fetcher) -> None:
    web.page(QUERY, bindings(row(lei="L1", code="GB", cik="42")), content_type="application/json")
    web.page("/lei-records/L1", json.dumps({"data": record()}).encode(), content_type=VND)
    web.page("/submissions/CIK0000000042.json", filings(), content_type="application/json")
    here = web.url("").rstrip("/")
    client = ClientNames(domain="hartwell.example")
    found = await look_everywhere(wikipedia(web), [Edgar(here, here), gleif(web)], client, SINCE, fetcher)
    news = await merge(found, client)
    assert [fact.value for fact in news.facts] == ["HARTWELL FOODS LIMITED", "Leeds, GB"]
    assert news.checked == ("Wikipedia", "SEC EDGAR", "GLEIF") and not news.problems
    assert {item.category for item in news.items if item.is_sensitive} == {"layoffs", "breach"}


async def test_when_every_source_is_down_each_is_said_and_nothing_is_invented(web: RawServer, fetcher: Fetcher) -> None:
    await web.stop()
    here = web.url("").rstrip("/")
    sources: list[NewsSource] = [OwnFeeds(), Edgar(here, here), gleif(web), ask_gdelt(web)[0]]
    client = replace(HARTWELL, feeds=(web.url("/feed"),), cik="42")
    news = await merge(await look_everywhere(wikipedia(web), sources, client, SINCE, fetcher), client)
    assert len(news.problems) == 5 and not (news.items or news.facts or news.checked)


async def test_grave_news_stand_first_then_sensitive_then_by_date_each_with_its_source() -> None:
    at = {day: datetime(2026, 10, day, tzinfo=UTC) for day in (1, 2, 3, 4)}
    told = [
        headline("Hartwell Foods opens shop", url="https://n.example/1", published_at=at[4]),
        headline("Hartwell Foods to cut 300 jobs", url="https://n.example/2", published_at=at[3]),
        headline("Hartwell Foods hall: roof collapsed, two dead", url="https://n.example/3", published_at=at[1]),
        headline(
            "Statement", url="https://n.example/4", published_at=at[2], summary="The roof of our hall collapsed.", is_theirs=True
        ),
        headline("HARTWELL foods  opens shop", url="https://n.example/5"),
        headline("Filing", url="https://n.example/6", hints=("insolvency",), is_theirs=True),
    ]
    news = await merge([Found(source="a", items=tuple(told))], HARTWELL)
    assert [item.headline.source.url for item in news.items] == [f"https://n.example/{number}" for number in (4, 3, 2, 6, 1)]
    assert [item.category for item in news.items] == ["accident", news.items[1].category, "layoffs", "insolvency", None]
    assert [item.is_grave for item in news.items] == [True, True, False, False, False]
    assert all(item.headline.source.quote == item.headline.title for item in news.items)


@pytest.mark.parametrize(
    ("name", "title", "key"),
    [
        ("Hartwell Foods Ltd", "Roof caves in at Hartwell Foods", None),
        ("Hartwell Foods Ltd", "Hartwell, the boxer, injured", "reason-news-partial-name"),
        ("Hartwell Foods Ltd", "Flood in Leeds", "reason-news-partial-name"),
        ("Meridian", "Meridian files for bankruptcy", "reason-news-common-name"),
        ("Meridian", "Meridian of Leeds files for bankruptcy", None),
        ("Meridian", "Bankrupt: meridian.example", None),
        ("Global Solutions GmbH", "Global Solutions closes plant", "reason-news-common-name"),
        ("Weidinger GmbH", "Weidinger GmbH baut Stellen ab", None),
        ("Weidinger GmbH", "Weidinger verhaftet", "reason-news-common-name"),
        ("Müller & Söhne AG", "MULLER SOHNE strike", None),
    ],
)
def test_another_company_of_that_name_is_a_doubt_and_never_stated_as_theirs(name: str, title: str, key: str | None) -> None:
    client = ClientNames(domain="meridian.example", name=name, city="Leeds")
    doubt = doubt_about(headline(title), client)
    assert (doubt.key if doubt else None) == key
    assert doubt is None or all("{" not in Words(language).say(doubt.key, **doubt.args) for language in LANGUAGES)


async def test_doubtful_news_are_kept_and_marked() -> None:
    told = headline("Meridian files for bankruptcy")
    (item,) = (await merge([Found(source="a", items=(told,))], ClientNames(domain="meridian.example", name="Meridian"))).items
    assert item.is_doubtful and item.is_sensitive and item.because is not None


def test_forms_of_law_make_no_difference_and_empty_names_are_nobody_s() -> None:
    assert is_same_name("HARTWELL FOODS LIMITED", "Hartwell Foods, Ltd.") and is_same_name("L'Été S.A.", "L’ETE SA")
    assert not is_same_name("Hartwell Foods", "Hartwell") and not is_same_name("", "…")


def test_every_item_of_a_register_has_a_known_kind() -> None:
    from sidecar.research.records import _events

    assert all(kind in ("", *CATEGORIES) for codes in _events().values() for _, kind in codes.values())


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 11, 23), date(2024, 11, 23)), (date(2028, 2, 29), date(2026, 2, 28))])
def test_two_years_back_is_a_day_that_exists(day: date, expected: date) -> None:
    assert months_before(day, 24) == expected
