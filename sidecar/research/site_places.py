"""Postal addresses that a page gives for the site's own organisation: marked up, or plainly written as an address.

A city is taken only where the text says it as an address: with a post code or a street beside it, and a country that the
text, the post code's shape, the domain or the town itself settles. Addresses of authorities, hosts and agencies are not theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sidecar.domain.company import SiteAddress, distinct_addresses
from sidecar.knowledge.cities import cities_named
from sidecar.knowledge.countries import country_of_domain
from sidecar.knowledge.site_words import patterns
from sidecar.research.site_data import Node, own_organisations, plain, site_of
from sidecar.research.site_name import label_of, mentions
from sidecar.research.site_place_shapes import (
    LANGUAGE_COUNTRY,
    NO_STREET,
    STREET,
    country_by,
    named_country,
)
from sidecar.research.site_text import Block, Seen
from sidecar.research.site_towns import LONGEST_LINE, country_of_town, in_text, pieces_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    text: str
    zone: str
    is_others: bool
    is_prose: bool


def addresses_of(page: Seen, nodes: list[Node], *, is_article: bool) -> tuple[SiteAddress, ...]:
    """The organisation's addresses, the marked-up ones first. In an article only what stands outside of its text counts."""
    found = [*_marked_up(nodes), *_written(page, is_article)]
    return distinct_addresses([one for one in found if one.city or one.country])


def _marked_up(nodes: list[Node]) -> Iterator[SiteAddress]:
    own = {id(node.data) for node in own_organisations(nodes)}
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
        for name in ("address", "location", "department", "subOrganization"):
            values = data.get(name)
            for value in values if isinstance(values, list) else [values]:
                inner = (
                    value.get("address")
                    if name != "address" and isinstance(value, dict)
                    else value
                    if name == "address"
                    else None
                )
                for one in inner if isinstance(inner, list) else [inner]:
                    if one is not None and (address := _postal(one)) is not None:
                        yield address


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
        city = re.sub(r"^(?:[A-Z]{1,2}-)?[\d -]{4,8}\s+|\s+[A-Z]{2}\s+\d{5}$", "", city.split(",")[0]).strip() or None
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


def _written(page: Seen, is_article: bool) -> Iterator[SiteAddress]:
    home = country_of_domain(site_of(page.url)) or _spoken(page)
    lines = list(_lines(page, is_article))
    for at, line in enumerate(lines):
        if line.is_others or line.is_prose or not line.text:
            continue
        before = [one.text for one in lines[max(0, at - 2) : at] if not one.is_prose]
        after = [one.text for one in lines[at + 1 : at + 3] if not one.is_prose]
        yield from _in_line(line, before, after, home)


def _spoken(page: Seen) -> str | None:
    """The country that most speakers of the page's language live in: it only breaks ties between towns that are known."""
    tag = page.languages[0] if page.languages else ""
    region = re.search(r"[-_]([A-Za-z]{2})$", tag)
    return region[1].upper() if region and tag[:2].lower() not in ("en",) else LANGUAGE_COUNTRY.get(tag[:2].lower())


def _lines(page: Seen, is_article: bool) -> Iterator[_Line]:
    others, label, since, zone = patterns("places", "others"), label_of(page.url), 99, "main"
    for block in page.blocks:
        since = since + 1 if block.zone == zone else 99
        zone = block.zone
        if len(block.text) < 90 and others.search(block.text) and not mentions(block.text, label):
            since = 0
        elif re.fullmatch(r"h[1-4]", block.tag):
            since = 99
        is_others = since <= 4 or block.zone in ("voices", "overlay") or _is_below_others(block, label)
        yield _Line(text=block.spaced, zone=block.zone, is_others=is_others, is_prose=_is_prose(block, is_article))


def _is_below_others(block: Block, label: str) -> bool:
    """The heading above speaks of somebody else, and neither it nor the line names the site's own."""
    if block.zone == "footer":
        return False
    is_about_others = any(patterns("places", name).search(block.heading[:140]) for name in ("others", "others_headings"))
    return is_about_others and not mentions(f"{block.heading} {block.text}", label)


def _is_prose(block: Block, is_article: bool) -> bool:
    if is_article and block.is_in_article and block.zone not in ("footer", "contact"):
        return True
    return len(block.text) > LONGEST_LINE or (block.zone == "main" and len(block.text) > 160 and not STREET.search(block.text))


def _in_line(line: _Line, before: list[str], after: list[str], home: str | None) -> Iterator[SiteAddress]:
    pieces = pieces_of(line.text)
    following = [*after[:1], *([after[1]] if len(after) > 1 and NO_STREET.search(after[0]) is None else [])]
    stated = next((code for text in following if (code := named_country(text))), None)
    above = next((text for text in reversed(before) if text), "")
    yield from in_text(
        pieces, above, stated, home=home, is_box=line.zone in ("footer", "contact"), is_far=before[0] if len(before) > 1 else ""
    )
