"""Postal addresses that a page gives for the site's own organisation: marked up, or plainly written as an address.

A city is taken only where the text says it as an address: with a post code or a street beside it, and a country that the
text, the post code's shape, the domain or the town itself settles. Addresses of authorities, hosts and agencies are not theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sidecar.domain.companies.company import SiteAddress, distinct_addresses
from sidecar.domain.places.postal import COUNTIES
from sidecar.knowledge.cities import cities_named
from sidecar.knowledge.countries import country_of_domain
from sidecar.research.site_data import Node, plain, site_of
from sidecar.research.site_name import label_of
from sidecar.research.site_own_names import surely_own
from sidecar.research.site_place_owner import Line, is_led_by_name, lines_of
from sidecar.research.site_place_shapes import (
    LANGUAGE_COUNTRY,
    NO_STREET,
    country_by,
    named_country,
)
from sidecar.research.site_text import Seen
from sidecar.research.site_town_names import country_of_town
from sidecar.research.site_towns import LONGEST_LINE, in_text, pieces_of

_BARE_CODE = re.compile(
    r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[\dW] ?[A-Z\d]{4}|[A-Z]{2},? (?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)"
)
_LONGEST_TOWN: Final = 60
_COUNTY_AND_CODE = re.compile(r"(?:Co\.?|County) [A-Z][a-z]+,? [A-Z]\d[\dW] ?[A-Z\d]{4}")
_TOWN_ALONE = re.compile(r"[^\W\d_][^\d,]{1,40}(?:, [^\W\d_][^\d,]{1,30})?")


def addresses_of(page: Seen, nodes: list[Node], *, is_article: bool) -> tuple[SiteAddress, ...]:
    """The organisation's addresses, the marked-up ones first. In an article only what stands outside of its text counts."""
    found = [*_marked_up(nodes, label_of(page.url)), *_written(page, nodes, is_article)]
    return distinct_addresses([one for one in found if one.city or one.country])


def _marked_up(nodes: list[Node], label: str) -> Iterator[SiteAddress]:
    own = {id(node.data) for node in surely_own(nodes, label)}
    holders = [
        node.data
        for node in nodes
        if id(node.data) in own
        or (
            "Place" in node.types
            and "location" in node.path[-1:]
            and any(_is_inside(node.data, other.data) for other in nodes if id(other.data) in own)
        )
    ]
    for data in holders:
        for value in _values_of_places(data):
            if (address := _postal(value)) is not None:
                yield address


def _values_of_places(data: Mapping[str, Any]) -> Iterator[Any]:
    for name in ("address", "location", "department", "subOrganization"):
        for value in _listed(data.get(name)):
            inner = value if name == "address" else value.get("address") if isinstance(value, Mapping) else None
            yield from _listed(inner)


def _listed(value: Any) -> list[Any]:
    return [one for one in (value if isinstance(value, list) else [value]) if one is not None]


def _is_inside(inner: Mapping[str, Any], outer: Mapping[str, Any]) -> bool:
    value = outer.get("location")
    return value is inner or (isinstance(value, list) and any(one is inner for one in value))


def _postal(value: Any) -> SiteAddress | None:
    if isinstance(value, str):
        text = plain(value) or ""
        return next(iter(in_text(pieces_of(text), "", None)), None) if len(text) <= LONGEST_LINE else None
    if not isinstance(value, Mapping):
        return None
    street, city, code, region = (
        plain(value.get(name)) for name in ("streetAddress", "addressLocality", "postalCode", "addressRegion")
    )
    named = plain(value.get("addressCountry")) or ""
    country = country_by(named) or (country_by((city or "").rpartition(",")[2]) if city and "," in city else None)
    if city:
        city = re.sub(r"^(?:[A-Z]{1,2}-)?[\d -]{4,8}\s+|(?<!\s)\s+[A-Z]{2}\s+\d{5}$", "", city.split(",")[0]).strip() or None
    if city is None and street:
        found = next(iter(in_text(pieces_of(street), "", country)), None)
        city, country = (found.city, country or found.country) if found else (None, country)
    if city and ((country_by(city) and not cities_named(city)) or not re.search(r"[^\W\d_]{2}", city) or len(city) > 50):
        city = None
    parts = [street, " ".join(part for part in (code, city) if part), region if region != city else None, named]
    text = ", ".join(part for part in parts if part)
    return (
        SiteAddress(text=text, city=city, country=country or (country_of_town(city) if city else None), is_structured=True)
        if text
        else None
    )


def _written(page: Seen, nodes: list[Node], is_article: bool) -> Iterator[SiteAddress]:
    own = country_of_domain(site_of(page.url))
    home = own or _spoken(page)
    lines = lines_of(page, nodes, is_article=is_article)
    found: list[tuple[SiteAddress, bool]] = []
    for at, line in enumerate(lines):
        if line.is_prose or not line.may_be_place or not line.text:
            continue
        before = [one for one in lines[max(0, at - 4) : at] if not one.is_prose]
        after = [one.text for one in lines[at + 1 : at + 3] if not one.is_prose]
        is_led = line.zone == "main" and not line.is_own and is_led_by_name(line, before)
        found += [(one, is_led) for one in _in_line(line, [one.text for one in before], after, home, own)]
    is_told = any(not is_led for _, is_led in found)
    yield from (one for one, is_led in found if not (is_told and is_led))


def _spoken(page: Seen) -> str | None:
    """The country that most speakers of the page's language live in: it only breaks ties between towns that are known."""
    tag = page.languages[0] if page.languages else ""
    region = re.search(r"[-_]([A-Za-z]{2})$", tag)
    return region[1].upper() if region and tag[:2].lower() not in ("en",) else LANGUAGE_COUNTRY.get(tag[:2].lower())


def _in_line(line: Line, before: list[str], after: list[str], home: str | None, own: str | None) -> Iterator[SiteAddress]:
    text = line.text
    if _BARE_CODE.fullmatch(text) and before and _TOWN_ALONE.fullmatch(before[-1]):
        if COUNTIES.fullmatch(before[-1]) and len(before) > 1 and _TOWN_ALONE.fullmatch(before[-2]):
            before.pop()
        text = f"{before.pop()}, {text}"
    elif _COUNTY_AND_CODE.fullmatch(text) and before and len(before[-1]) <= _LONGEST_TOWN:
        text = f"{before.pop()}, {text}"
    above, far = (*reversed(before), "", "")[:2]
    following = [*after[:1], *([after[1]] if len(after) > 1 and NO_STREET.search(after[0]) is None else [])]
    stated = next((code for one in following if (code := named_country(one))), None)
    is_box = line.zone in ("footer", "contact")
    at_home = own if (is_box or line.is_own) and not line.is_heading else None
    yield from in_text(pieces_of(text), above, stated, home=home, is_box=is_box, is_far=far if above else "", at_home=at_home)
