"""Towns in lines that are addresses: by post code, by street and country, or as East Asia writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sidecar.domain.companies.company import SiteAddress
from sidecar.domain.places.postal import COUNTIES, PREFIXES
from sidecar.knowledge.cities import cities_named
from sidecar.research.site_codeless import town_without_code
from sidecar.research.site_place_shapes import (
    BEFORE,
    BEHIND,
    BRAZILIAN,
    EAST,
    NO_STREET,
    NO_TOWN,
    STOP,
    STREET,
    TOWN_MARK,
    WARD,
    named_country,
)
from sidecar.research.site_town_names import (
    capitalised,
    country_of_town,
    first_words,
    has_street,
    is_street,
    last_words,
)

LONGEST_LINE: Final = 220

_DIVIDED = re.compile(
    r"\s*[|•·●◦⋅;▪■]\s*|\t+|\s+[–—]\s+|\s{3,}|\s/\s(?=[A-Z]{0,2}-?\d)"
    r"|[.,;]?\s+(?=(?:Registered (?:office|address|in)|Company (?:no|number|reg)|VAT (?:no|number|reg))\b)"
    r"|(?<=\b[A-Z]{2}\d \d[A-Z]{2})[,.]?\s+(?=\d)|(?<=\b[A-Z]{2}\d\d \d[A-Z]{2})[,.]?\s+(?=\d)"
)


def pieces_of(text: str) -> list[str]:
    """A line's parts that may each be an address. A Brazilian one has dashes inside."""
    if BRAZILIAN.search(text):
        return [part for part in re.split(r"(?:(?<!\s)\s+)?[|•●;]\s*", text) if part]
    return [part.strip() for part in _DIVIDED.split(text) if part.strip()]


def in_text(
    pieces: list[str],
    above: str,
    stated: str | None,
    *,
    home: str | None = None,
    is_box: bool = False,
    is_far: str = "",
    at_home: str | None = None,
) -> Iterator[SiteAddress]:
    """The addresses in a line's pieces. `above`, `is_far`: the lines before it; `stated`: a country that is named below.

    `home`: where a code that several countries have belongs; `at_home`: where a town that stands without any is looked for.
    """
    for number, piece in enumerate(pieces):
        previous = pieces[number - 1] if number else above
        country = (
            next(
                (
                    code
                    for part in (*reversed(re.split(r"[,،，]|\s[-–]\s", piece)), *(pieces[number + 1 : number + 2]))
                    if (code := named_country(part))
                ),
                None,
            )
            or stated
        )
        found = (
            _eastern(piece)
            or _with_code(piece, previous, country, home, is_box)
            or _with_code(piece, is_far if is_street(is_far) else previous, country, home, is_box)
            or town_without_code(piece, previous, stated, at_home)
        )
        if found is not None:
            town, code, matched = found
            street = _street_before(piece, town, matched, previous)
            text = f"{street}, {piece[matched:]}" if street and street not in piece else piece
            text = re.sub(
                r"(?i)(?:[.,]\s*|(?:(?<!\s)\s+)?)(?:theme|(?:web)?design|website|powered|built)\b.*$|^©\s*(?:\d{4}\s*)?", "", text
            )
            yield SiteAddress(text=" ".join(text.split())[:LONGEST_LINE], city=town or None, country=code)


def _street_before(piece: str, town: str, at: int, previous: str) -> str:
    """The line above, where it is the street of a town whose own line has none."""
    head = piece[: piece.rfind(town)] if town and town in piece else piece[:at]
    return previous if is_street(previous) and not has_street(head) else ""


def _eastern(piece: str) -> tuple[str, str, int] | None:
    for shape, country in EAST:
        found = shape.search(piece)
        if found and re.search(r"\d|[0-9０-９]|号|號|丁目|番|路|街|구|로|길", piece[found.start() :]):
            return _eastern_town(found, country), country, found.start()
    return None


def _eastern_town(found: re.Match[str], country: str) -> str:
    """Tokyo's wards are addressed like towns and are known by the city they are parts of."""
    if country == "JP" and found.groupdict().get("region") == "東京都" and found["town"].endswith("区"):
        return "東京"
    town = found["town"] or ("香港" if country == "HK" else "")
    return town.removesuffix("市") if country in ("CN", "TW") else town


def _with_code(piece: str, previous: str, stated: str | None, home: str | None, is_box: bool) -> tuple[str, str, int] | None:
    if not re.search(r"\d{3}|\d[A-Z]|[A-Z]\d", piece):
        return None
    for shape, country in BEHIND:
        for found in shape.finditer(piece):
            if (town := _town_behind(found, country, piece, previous, stated, home)) is not None:
                return town, country, found.start()
    for shape, countries in BEFORE:
        for found in shape.finditer(piece):
            if (known := _town_before(found, countries, piece, previous, stated, home, is_box)) is not None:
                return (*known, found.start())
    return None


def _town_behind(
    found: re.Match[str], country: str, piece: str, previous: str, stated: str | None, home: str | None
) -> str | None:
    if stated not in (None, country) and not (country == "US" and stated in ("GE", "CA")):
        return None
    if country in ("IN", "NZ", "JP") and country not in (stated, home):
        return None
    text = found["town"]
    if country in ("GB", "IE"):
        is_sure = is_street(previous) or has_street(piece[: found.start("post")].rstrip(" ,")) or _is_street_alone(previous)
        return _british(f"{text}{found['region'] or ''}", country, is_sure)
    if country == "JP":
        return _japanese(f"{text}{found['region'] or ''}")
    town = last_words(text, country)
    if town is not None:
        return town
    is_sure = bool(country in ("US", "CA", "AU", "BR") or found.groupdict().get("region")) and (
        is_street(previous) or is_street(piece[: found.start()]) or "," in piece[: found.start("town")]
    )
    bare = re.split(r"\.\s|\b(?:Suite|Ste|Floor|Street|Road|Avenue|Drive|Blvd|Boulevard|Lane|Way|Rd|St|Ave|Dr)\b\.?\s*", text)[
        -1
    ].strip(" ,.")
    return bare if is_sure and bare and NO_TOWN.match(bare) is None else None


def _is_street_alone(line: str) -> bool:
    """`Bridge Street`: a street without a number, on a line of its own."""
    return len(line.split()) <= 5 and STREET.search(line) is not None and NO_STREET.search(line) is None


def _japanese(text: str) -> str | None:
    """`Kita-ku, Osaka`, `Seki, Gifu`: the town before its prefecture; wards are their city's parts."""
    parts = [re.sub(r"[-‐ ](?:shi|city)$", "", part.strip(), flags=re.I) for part in text.split(",") if part.strip()]
    parts = [part for part in parts if not WARD.search(part) and NO_TOWN.match(part) is None]
    if not parts or parts[-1] == "Tokyo":
        return parts[-1] if parts else None
    return parts[-2] if len(parts) > 1 else parts[-1]


def _british(text: str, country: str, is_sure: bool) -> str | None:
    """The last part that is a town; a county stands behind its town, and a street is none."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    parts = [part for part in parts if not re.match(r"(?:Co\.?|County)\s", part)] or parts
    known = [found for part in parts if (found := last_words(part, country)) and not COUNTIES.fullmatch(found)]
    if known:
        return known[-1]
    rest = [part for part in parts if not STREET.search(part) and NO_TOWN.match(part) is None and not COUNTIES.fullmatch(part)]
    return (rest or parts)[-1] if is_sure and not STREET.search((rest or parts)[-1]) else None


def _town_before(
    found: re.Match[str],
    countries: tuple[str, ...],
    piece: str,
    previous: str,
    stated: str | None,
    home: str | None,
    is_box: bool,
) -> tuple[str, str] | None:
    text = TOWN_MARK.sub("", STOP.sub("", found["town"]).strip(" .,-/"))
    first = text.split()[0] if text.split() else ""
    if not first or (not first[0].isupper() and first[0].isascii()) or NO_TOWN.match(first):
        return None
    marked = found["prefix"] or found["iso"]
    prefix = PREFIXES.get(marked, marked) if marked else None
    behind = piece[found.start("town") + len(first) :]
    has_street = is_street(piece[: found.start()]) or is_street(previous) or is_street(behind)
    settled = next((one for one in (prefix, stated) if one), None)
    if settled is not None:
        return _settled(text, settled, countries, has_street or prefix is not None or is_box)
    if countries == ("NL",) and home != "NL" and first_words(text, "NL") is None:
        return None
    if len(countries) == 1 and (has_street or (is_box and _is_whole(piece, found))):
        return (first_words(text, countries[0]) or capitalised(text)), countries[0]
    if home in countries and (town := first_words(text, home)) and (has_street or (is_box and _is_whole(piece, found))):
        return town, home
    is_plain = bool(STREET.search(f"{previous} {piece}")) or bool(
        re.search(r"\d[a-zA-Z]?[\s,|]*$", piece[: found.start()] or previous)
    )
    if (
        home in countries
        and has_street
        and is_plain
        and not re.fullmatch(r"(?:19|20)\d\d", found["post"])
        and (town := capitalised(text))
    ):
        return town, home
    if not has_street:
        return None
    known = [(one, town) for one in countries if (town := first_words(text, one))]
    best = max(
        known, key=lambda pair: max(city.people for city in cities_named(pair[1]) if city.country == pair[0]), default=None
    )
    return (best[1], best[0]) if best and (len(known) == 1 or country_of_town(best[1]) == best[0]) else None


def _is_whole(piece: str, found: re.Match[str]) -> bool:
    return found.start() == 0 and len(piece) - found.end() < 25


def _settled(text: str, country: str, countries: tuple[str, ...], is_sure: bool) -> tuple[str, str] | None:
    if country not in countries or not is_sure:
        return None
    town = first_words(text, country) or capitalised(text)
    return (town, country) if town else None
