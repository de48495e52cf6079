"""A site's addresses are its own organisation's: whole, with its town, and none of those that stand beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sidecar.domain.companies.company import SiteFacts
from sidecar.domain.places import postal
from sidecar.research import site_place_shapes
from sidecar.research.site import read_page

PLACES = Path(__file__).parents[1] / "fixtures" / "sites" / "places.toml"
PAGES: list[Mapping[str, Any]] = tomllib.loads(PLACES.read_text(encoding="utf-8"))["page"]


def read(row: Mapping[str, Any]) -> SiteFacts:
    page = f'<!doctype html><html lang="{row["lang"]}"><title>{row["title"]}</title><body>{row["body"]}</body></html>'
    return read_page(page.encode(), row["url"])


def ids(row: Mapping[str, Any]) -> str:
    return str(row["id"])


@pytest.mark.parametrize("row", PAGES, ids=ids)
def test_the_towns_are_those_of_its_own_addresses_and_no_others(row: Mapping[str, Any]) -> None:
    assert [f"{one.city} {one.country}" for one in read(row).addresses] == row["cities"]


@pytest.mark.parametrize("row", [row for row in PAGES if "has" in row or "never" in row], ids=ids)
def test_an_address_is_told_whole_and_not_stitched_from_two(row: Mapping[str, Any]) -> None:
    told = " / ".join(one.text for one in read(row).addresses)
    assert [word for word in row.get("has", ()) if word not in told] == [], told
    assert [word for word in row.get("never", ()) if word in told] == [], told


@pytest.mark.parametrize("row", [row for row in PAGES if "social" in row], ids=ids)
def test_profiles_of_the_sites_maker_are_not_its_own(row: Mapping[str, Any]) -> None:
    assert list(read(row).social) == row["social"]


STATED_CITIES, THEIR_PRECISION = 0.95, 0.95
"""What these pages must reach together: more than is asked of pages that nobody here has seen."""


def test_stated_cities_are_found_and_hardly_any_other() -> None:
    told = [({f"{one.city} {one.country}" for one in read(row).addresses}, set(row["cities"])) for row in PAGES]
    right = sum(len(found & wanted) for found, wanted in told)
    assert right >= STATED_CITIES * sum(len(wanted) for _, wanted in told)
    assert right >= THEIR_PRECISION * sum(len(found) for found, _ in told)


ADDRESS = """<div{address}><span {p}="streetAddress">4 Mill Yard</span>
<span {p}="addressLocality">Kendal</span> <span {p}="postalCode">LA9 6EN</span></div>"""
MARKED = {
    "microdata": '<div itemscope itemtype="https://schema.org/LocalBusiness"><span itemprop="name">Brackenhill Joinery</span>'
    + ADDRESS.format(p="itemprop", address=' itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"')
    + "</div>",
    "microdata with a name nobody sees": '<div itemscope itemtype="http://schema.org/LocalBusiness">'
    '<meta itemprop="name" content="Brackenhill Joinery">'
    + ADDRESS.format(p="itemprop", address=' itemprop="address" itemscope itemtype="http://schema.org/PostalAddress"')
    + "</div>",
    "microdata of a trade": '<div itemscope itemtype="https://schema.org/HairSalon"><b itemprop="name">Brackenhill Joinery</b>'
    + ADDRESS.format(p="itemprop", address=' itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"')
    + "</div>",
    "who provides the service": '<div itemscope itemtype="https://schema.org/Service"><i itemprop="name">Doors</i>'
    '<div itemprop="provider" itemscope itemtype="https://schema.org/LocalBusiness"><b itemprop="name">Brackenhill Joinery</b>'
    + ADDRESS.format(p="itemprop", address=' itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"')
    + "</div></div>",
    "RDFa": '<div vocab="https://schema.org/" typeof="LocalBusiness"><span property="name">Brackenhill Joinery</span>'
    + ADDRESS.format(p="property", address=' property="address" typeof="PostalAddress"')
    + "</div>",
    "RDFa with a prefix": '<div prefix="schema: https://schema.org/" typeof="schema:LocalBusiness">'
    '<meta property="schema:name" content="Brackenhill Joinery">'
    '<div property="schema:address" typeof="schema:PostalAddress"><span property="schema:addressLocality">Kendal</span>, '
    '<span property="schema:addressCountry">GB</span></div></div>',
}  # fmt: skip


@pytest.mark.parametrize("markup", MARKED.values(), ids=MARKED)
def test_a_local_business_is_named_and_placed_by_its_markup(markup: str) -> None:
    page = f"<html lang=en><title>Doors and stairs made by hand</title><body>{markup}<p>We make doors for old houses.</p></body>"
    facts = read_page(page.encode(), "https://www.bhj-doors.com/")
    assert (facts.name, [(one.city, one.country) for one in facts.addresses]) == ("Brackenhill Joinery", [("Kendal", "GB")])


def test_markup_of_somebody_elsewhere_names_nobody_here() -> None:
    page = """<html lang=en><title>Doors and stairs made by hand</title><body><p>We make doors for old houses.</p>
    <div vocab="https://schema.org/" typeof="Review"><div property="author" typeof="Organization">
    <span property="name">Reed Homes</span></div></div>
    <div vocab="https://schema.org/" typeof="LocalBusiness"><a property="url" href="https://reedhomes.example/">
    <span property="name">Reed Homes</span></a></div></body>"""
    assert read_page(page.encode(), "https://www.bhj-doors.com/").name != "Reed Homes"


def test_the_marks_before_post_codes_stand_in_one_table() -> None:
    assert {"D", "FL", "SLO"} <= set(postal.PREFIXES)
    assert not hasattr(site_place_shapes, "PREFIXES")


@pytest.mark.parametrize(
    ("line", "city", "country"),
    [("Kirchstr. 4, FL-9490 Vaduz", "Vaduz", "LI"), ("Mannerheimintie 5, FIN-00100 Helsinki", "Helsinki", "FI")],
)
def test_a_mark_that_signatures_know_is_known_on_sites(line: str, city: str, country: str) -> None:
    page = f"<html lang=en><title>Acorn</title><body><h1>Acorn</h1><p>Acorn makes oak chairs.</p><footer>{line}</footer></body>"
    assert [(one.city, one.country) for one in read_page(page.encode(), "https://acorn.example/").addresses] == [(city, country)]
