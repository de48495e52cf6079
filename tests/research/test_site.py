"""Pages of companies are read as a careful reader would; pages that are nobody's tell nothing."""

from __future__ import annotations

import asyncio
import json
import re
import time
import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psutil
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from sidecar.domain.companies.company import SiteFacts
from sidecar.domain.meetings.client import organisation_of
from sidecar.knowledge.site_words import legal_form
from sidecar.research.fetch import Fetcher
from sidecar.research.page import Limits, Page
from sidecar.research.site import could_not_read, read_page, read_site
from sidecar.research.site_letters import decoded
from sidecar.research.site_reading import SiteReading

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SITES = Path(__file__).parents[1] / "fixtures" / "sites"
EXPECTED: list[Mapping[str, Any]] = tomllib.loads((SITES / "expected.toml").read_text(encoding="utf-8"))["page"]
READABLE = [row for row in EXPECTED if "unread" not in row]
UNREADABLE = [row for row in EXPECTED if "unread" in row]


def read(row: Mapping[str, Any]) -> SiteFacts:
    return read_page((SITES / row["file"]).read_bytes(), row["url"])


def bare(name: str | None) -> str:
    return re.sub(r"\W+", "", legal_form().sub("", name or "")).casefold()


def ids(row: Mapping[str, Any]) -> str:
    return str(row["file"])


@pytest.mark.parametrize("row", READABLE, ids=ids)
def test_a_company_is_named_as_it_names_itself(row: Mapping[str, Any]) -> None:
    assert bare(read(row).name) == bare(row["name"])


@pytest.mark.parametrize("row", READABLE, ids=ids)
def test_languages_are_those_the_page_states_or_surely_is_in(row: Mapping[str, Any]) -> None:
    assert list(read(row).languages) == row["languages"]


@pytest.mark.parametrize("row", READABLE, ids=ids)
def test_cities_are_those_of_its_own_addresses_and_no_others(row: Mapping[str, Any]) -> None:
    assert [one.city for one in read(row).addresses] == row["cities"]


@pytest.mark.parametrize("row", [row for row in READABLE if "says" in row], ids=ids)
def test_what_they_do_is_told_in_the_pages_own_sentence(row: Mapping[str, Any]) -> None:
    told = " ".join(one.quote for one in read(row).what_they_do)
    assert all(word in told for word in row["says"]), told


@pytest.mark.parametrize("row", [row for row in READABLE if "products" in row], ids=ids)
def test_products_are_taken_from_markup_and_from_under_their_heading(row: Mapping[str, Any]) -> None:
    assert set(row["products"]) <= set(read(row).products)


@pytest.mark.parametrize("row", [row for row in READABLE if "links" in row], ids=ids)
def test_further_pages_are_found_by_what_they_are_called(row: Mapping[str, Any]) -> None:
    assert {one.kind for one in read(row).links} == set(row["links"])


@pytest.mark.parametrize("row", [row for row in READABLE if "founded" in row], ids=ids)
def test_the_year_a_company_was_founded_is_told_where_it_stands(row: Mapping[str, Any]) -> None:
    assert [one.text for one in read(row).background if one.kind == "founded"] == [row["founded"]]


@pytest.mark.parametrize("row", [row for row in EXPECTED if "never" in row], ids=ids)
def test_nothing_of_others_and_nothing_hidden_is_taken(row: Mapping[str, Any]) -> None:
    facts = read(row)
    told = json.dumps([facts.name, *(asdict(one) for one in (*facts.what_they_do, *facts.addresses, *facts.background)),
                       facts.products, facts.emails], ensure_ascii=False)  # fmt: skip
    assert [word for word in row["never"] if word in told] == []


@pytest.mark.parametrize("row", UNREADABLE, ids=ids)
def test_a_page_that_is_nobodys_says_why_and_nothing_else(row: Mapping[str, Any]) -> None:
    facts = read(row)
    assert facts.unread == row["unread"]
    assert (facts.name, facts.what_they_do, facts.addresses) == (row.get("name"), (), ())
    assert could_not_read(facts.unread, "example.com").endswith(".")


def plainly_visible(html: str) -> str:
    """A second, simpler reading of what is seen, by another way than the product's own."""
    tree = LexborHTMLParser(html)
    tree.strip_tags(["script", "style", "template", "noscript", "head"], recursive=True)
    for node in tree.css('[hidden], [aria-hidden="true"], [style*="display:none"], [style*="-9999px"], [style*="font-size:0"]'):
        node.decompose()
    return " ".join((tree.body.text() if tree.body else "").split())


@pytest.mark.parametrize("row", EXPECTED, ids=ids)
def test_every_quote_stands_in_the_visible_text(row: Mapping[str, Any]) -> None:
    facts = read(row)
    visible = plainly_visible(decoded((SITES / row["file"]).read_bytes(), None))
    for line in (*facts.what_they_do, *facts.background):
        assert " ".join(line.quote.split()) in visible


WORDS = st.sampled_from(["We build pumps", "Acme Ltd", "is a maker of", "<b>bold</b>", "<br>", "<i>x</i>y",
    "soft\u00adhyphen", "for mines.",
                         "<span hidden>We sell secrets.</span>", "<p>", "</p>", "\u200b", " ", "\n\t", "&nbsp;", "&amp; co.",
                         "<div>"])  # fmt: skip


@given(st.lists(WORDS, max_size=40))
def test_no_markup_makes_a_quote_that_is_not_there(parts: list[str]) -> None:
    told = " We provide pumps and valves for mines and quarries. "
    html = f"<html><title>Acme</title><body><h1>Acme</h1>{told}{''.join(parts)}</body></html>"
    visible = plainly_visible(html)
    for line in read_page(html.encode(), "https://acme.com/").what_they_do:
        assert " ".join(line.quote.split()) in visible
        assert "secrets" not in line.quote


@given(st.binary(max_size=400))
def test_whatever_bytes_come_reading_ends_quietly(noise: bytes) -> None:
    read_page(b"<html><body><p>" + noise, "https://acme.com/")
    read_page(noise, "https://acme.com/")


def test_a_page_nested_a_hundred_thousand_times_is_read_to_an_end() -> None:
    read_page(b"<html><title>x</title>" + b"<div>" * 100_000 + b"We provide pumps for mines.", "https://acme.com/")


@pytest.mark.parametrize(
    "text", ["a " * 60_000, "Straße " * 9_000, "1 " * 50_000, "12345 Ab" * 20_000, "Ab-Cd, " * 20_000, "© " * 40_000]
)
def test_long_odd_lines_cost_no_more_than_a_moment(text: str) -> None:
    page = (
        f"<html><title>x</title><body><footer>{text}</footer>{''.join(f'<p>{text[:200]}</p>' for _ in range(50))}</body></html>"
    )
    read_page(page.encode(), "https://acme.de/")


@pytest.mark.parametrize(
    ("body", "charset", "word"),
    [
        ("Müller".encode("cp1252"), None, "Müller"),
        ("Müller".encode(), "iso-8859-1", "Müller"),
        ("\ufeffMüller".encode("utf-16-le"), "utf-8", "Müller"),
        ("Жук и лес".encode("cp1251"), "windows-1251", "Жук"),
        ("日本".encode("iso2022_jp"), "iso-2022-jp", "日本"),
        ("Müller".encode("cp1252"), "utf-8", "Müller"),
    ],
)
def test_letters_are_read_right_whatever_the_header_says(body: bytes, charset: str | None, word: str) -> None:
    assert word in decoded(body, charset)


async def serve(pages: Mapping[str, str]) -> TestServer:
    async def answer(request: web.Request) -> web.Response:
        if request.path not in pages:
            raise web.HTTPNotFound
        return web.Response(text=pages[request.path], content_type="text/html")

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    server = TestServer(app)
    await server.start_server()
    return server


HOME = """<html lang="en"><title>Fernlea Instruments</title><body>
<nav><a href="/about">About us</a> <a href="/contact">Contact</a>
<a href="/products">Products</a> <a href="https://elsewhere.example/about">About us</a></nav><h1>Fernlea Instruments</h1>
<p>Fernlea Instruments designs and manufactures flow meters for breweries and dairies.</p>
<footer>© Fernlea Instruments Ltd</footer>"""
CONTACT = """<html lang="en"><title>Contact | Fernlea Instruments</title><body><h1>Contact</h1>
<p>Fernlea Instruments Ltd<br>4 Kings Park<br>Leeds LS10 1AB</p>"""


async def test_a_site_is_read_page_by_page_and_what_failed_is_told() -> None:
    server = await serve({"/": HOME, "/contact": CONTACT})
    async with await Fetcher.open(
        "it@example.com", allow_loopback=frozenset({f"127.0.0.1:{server.port}"}), limits=Limits(gap=Limits().gap * 0)
    ) as fetcher:
        report = await read_site(fetcher, f"http://127.0.0.1:{server.port}/", client="fernlea.co.uk")
    await server.close()
    assert bare(report.facts.name) == "fernleainstruments"
    assert [one.city for one in report.facts.addresses] == ["Leeds"]
    assert {one.kind for one in report.read} == {"home", "contact"}
    assert {one.url.rpartition("/")[2] for one in report.failed} == {"about", "products"}
    assert all(one.why.endswith(".") for one in report.failed)


async def test_reading_never_holds_up_the_loop_for_fifty_milliseconds() -> None:
    """What counts is the time that the processor spends on the loop's thread between two of its rounds."""
    big = HOME + "".join(
        f"<p>We make pump number {number} for mines, quarries and dairies in the north.</p>" for number in range(600)
    )
    server = await serve({"/": big, "/about": big, "/contact": big, "/products": big})
    organisation_of("a@example.com")  # as the program itself does before its doors open
    loop, holds = asyncio.get_running_loop(), [0.0]
    last = time.thread_time()

    def round_of_the_loop() -> None:
        nonlocal last
        now = time.thread_time()
        holds.append(now - last)
        last = now
        loop.call_soon(round_of_the_loop)

    loop.call_soon(round_of_the_loop)
    async with await Fetcher.open(
        "it@example.com", allow_loopback=frozenset({f"127.0.0.1:{server.port}"}), limits=Limits(gap=Limits().gap * 0)
    ) as fetcher:
        report = await read_site(fetcher, f"http://127.0.0.1:{server.port}/", client="fernlea.co.uk")
    await server.close()
    assert report.facts.what_they_do and len(report.read) == 4
    assert max(holds) < 0.05


def page_at(path: str, body: bytes) -> Page:
    return Page(
        url=f"https://fernlea.co.uk{path}", status=200, content_type="text/html", charset="utf-8", body=body, fetched_at=NOW
    )  # fmt: skip


async def test_a_page_that_takes_too_long_to_read_is_given_up_and_the_next_one_is_read() -> None:
    async with SiteReading() as reading, SiteReading(within=timedelta(milliseconds=1)) as hasty:
        late = await hasty.read(page_at("/", HOME.encode()))
        read = await reading.read(page_at("/", HOME.encode()))
        again = await reading.read(page_at("/contact", CONTACT.encode()))
    assert (late.unread, late.name) == ("not_fetched", None)
    assert bare(read.name) == "fernleainstruments"
    assert [one.city for one in again.addresses] == ["Leeds"]


async def test_a_page_on_which_its_reader_dies_takes_only_itself_along() -> None:
    async with SiteReading() as reading:
        assert (await reading.read(page_at("/", HOME.encode()))).name
        reader = next(
            one for one in psutil.Process().children(recursive=True) if "sidecar.research.site_reading" in one.cmdline()
        )
        reader.kill()
        reader.wait(10)
        lost = await reading.read(page_at("/about", HOME.encode()))
        again = await reading.read(page_at("/contact", CONTACT.encode()))
    assert lost.unread == "not_fetched"
    assert [one.city for one in again.addresses] == ["Leeds"]


async def test_a_mail_provider_has_no_companys_site() -> None:
    async with await Fetcher.open("it@example.com") as fetcher:
        report = await read_site(fetcher, "gmail.com", client="kim@gmail.com")
    assert (report.facts.unread, report.facts.name, len(report.failed)) == ("no_site", None, 1)


async def test_a_site_inside_is_not_read() -> None:
    async with await Fetcher.open("it@example.com") as fetcher:
        report = await read_site(fetcher, "http://127.0.0.1/", client="x")
    assert (report.facts.unread, report.facts.what_they_do) == ("not_fetched", ())


def test_a_page_without_end_is_read_from_its_beginning_only() -> None:
    """Nesting and length cost minutes otherwise; what a company says of itself stands near the top."""
    deep = b"<html><title>Acorn</title><body><p>Acorn makes oak furniture for small flats.</p>" + b"<div>" * 200_000
    long = b"<html><title>Acorn</title><body>" + b"<p>Acorn makes oak furniture for small flats.</p>" * 60_000
    began = time.process_time()
    assert read_page(deep, "https://acorn.example/").name in (None, "Acorn")
    assert read_page(long, "https://acorn.example/").what_they_do
    assert time.process_time() - began < 40
