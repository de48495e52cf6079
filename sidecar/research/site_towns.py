"""Towns in lines that are addresses: by post code, by street and country, or as East Asia writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from sidecar.domain.company import SiteAddress
from sidecar.knowledge.cities import cities_named
from sidecar.research.site_place_shapes import (
    BEFORE,
    BEHIND,
    EAST,
    HOUSE,
    NO_STREET,
    NO_TOWN,
    PREFIXES,
    STOP,
    STREET,
    named_country,
)

LONGEST_LINE: Final = 220


def country_of_town(city: str) -> str | None:
    """The country of a town with a name that only one land's large town has."""
    cities = cities_named(city)
    if not cities:
        return None
    rest = sum(one.people for one in cities if one.country != cities[0].country)
    return cities[0].country if cities[0].people > 8 * rest else None


def pieces_of(text: str) -> list[str]:
    return [
        part.strip()
        for part in re.split(r"\s*[|•·●◦⋅;▪■]\s*|\t+|\s+[–—]\s+|\s{3,}|\s/\s(?=[A-Z]{0,2}-?\d)", text)
        if part.strip()
    ]


def in_text(
    pieces: list[str], above: str, stated: str | None, *, home: str | None = None, is_box: bool = False, is_far: str = ""
) -> Iterator[SiteAddress]:
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
            or _without_code(piece, previous)
        )
        if found is not None:
            town, code, matched = found
            street = _street_before(piece, matched, previous)
            text = f"{street}, {piece[matched:]}" if street and street not in piece else piece
            text = re.sub(r"(?i)[.,]?\s*(?:theme|(?:web)?design|website|powered|built)\b.*$|^©\s*(?:\d{4}\s*)?", "", text)
            yield SiteAddress(text=" ".join(text.split())[:LONGEST_LINE], city=town or None, country=code)


def _street_before(piece: str, at: int, previous: str) -> str:
    if is_street(piece[:at]) or not is_street(previous):
        return ""
    return previous


def is_street(text: str) -> bool:
    """Whether a short line could be a street with its number, or a post box."""
    text = text.strip(" ,")
    if not 4 <= len(text) <= 90 or NO_STREET.search(text):
        return False
    return bool(HOUSE.search(text) or (STREET.search(text) and re.search(r"\d", text)))


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
    if country in ("IN", "NZ") and country not in (stated, home):
        return None
    text = found["town"]
    if country in ("GB", "IE"):
        parts = [part.strip() for part in (text + (found["region"] or "")).split(",") if part.strip()]
        known = [part for part in parts if _known(_last_words(part, country) or part, country)]
        return (
            _last_words(known[-1], country) or known[-1]
            if known
            else (parts[0] if is_street(previous) or is_street(piece[: found.start()]) else None)
        )
    town = _last_words(text, country)
    if town is not None:
        return town
    is_sure = country in ("US", "CA", "AU", "BR") and (
        is_street(previous) or is_street(piece[: found.start()]) or "," in piece[: found.start("town")]
    )
    bare = re.split(r"\.\s|\b(?:Suite|Ste|Floor|Street|Road|Avenue|Drive|Blvd|Boulevard|Lane|Way|Rd|St|Ave|Dr)\b\.?\s*", text)[
        -1
    ].strip(" ,.")
    return bare if is_sure and bare and NO_TOWN.match(bare) is None else None


def _last_words(text: str, country: str) -> str | None:
    """The longest end of a text that is a town of the country: `Main Street Springfield` is `Springfield`."""
    words = text.split()
    return next(
        (" ".join(words[at:]).strip(".,") for at in range(len(words)) if _known(" ".join(words[at:]).strip(".,"), country)), None
    )


def _first_words(text: str, country: str) -> str | None:
    words = text.split()
    for end in range(len(words), 0, -1):
        name = " ".join(words[:end]).strip(".,")
        for one in (name, re.split(r"\s?[/(]", name)[0], name.split("-")[0]):
            if one and _known(one, country):
                return one
    return None


@lru_cache(maxsize=4096)
def _known(name: str, country: str) -> bool:
    return len(name) > 1 and NO_TOWN.match(name) is None and any(city.country == country for city in cities_named(name))


def _town_before(
    found: re.Match[str],
    countries: tuple[str, ...],
    piece: str,
    previous: str,
    stated: str | None,
    home: str | None,
    is_box: bool,
) -> tuple[str, str] | None:
    text = STOP.sub("", found["town"]).strip(" .,-/")
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
    if countries == ("NL",) and home != "NL" and _first_words(text, "NL") is None:
        return None
    if len(countries) == 1 and (has_street or (is_box and _is_whole(piece, found))):
        return (_first_words(text, countries[0]) or _capitalised(text)), countries[0]
    if home in countries and (town := _first_words(text, home)) and (has_street or (is_box and _is_whole(piece, found))):
        return town, home
    is_plain = bool(STREET.search(f"{previous} {piece}")) or bool(
        re.search(r"\d[a-zA-Z]?[\s,|]*$", piece[: found.start()] or previous)
    )
    if (
        home in countries
        and has_street
        and is_plain
        and not re.fullmatch(r"(?:19|20)\d\d", found["post"])
        and (town := _capitalised(text))
    ):
        return town, home
    if not has_street:
        return None
    known = [(one, town) for one in countries if (town := _first_words(text, one))]
    best = max(
        known, key=lambda pair: max(city.people for city in cities_named(pair[1]) if city.country == pair[0]), default=None
    )
    return (best[1], best[0]) if best and (len(known) == 1 or country_of_town(best[1]) == best[0]) else None


def _is_whole(piece: str, found: re.Match[str]) -> bool:
    return found.start() == 0 and len(piece) - found.end() < 25


def _settled(text: str, country: str, countries: tuple[str, ...], is_sure: bool) -> tuple[str, str] | None:
    if country not in countries or not is_sure:
        return None
    town = _first_words(text, country) or _capitalised(text)
    return (town, country) if town else None


def _capitalised(text: str) -> str:
    """A town that no table knows: its words as far as they could be a name."""
    text = re.split(r"\s[-–/]\s|,|\s\(", text)[0]
    kept: list[str] = []
    for word in text.split()[:4]:
        is_link = word.lower() in (
            "am",
            "an",
            "der",
            "bei",
            "im",
            "in",
            "ob",
            "sur",
            "en",
            "de",
            "la",
            "le",
            "les",
            "di",
            "del",
            "da",
            "do",
            "dos",
            "upon",
            "on",
            "aan",
            "den",
            "vor",
            "near",
            "sous",
            "und",
        )
        if not (word[0].isupper() or not word[0].isascii() or is_link) or (NO_TOWN.match(word) and not is_link):
            break
        kept.append(word)
    while kept and kept[-1].islower():
        kept.pop()
    return " ".join(kept) if kept and len(" ".join(kept)) > 1 else ""


def _without_code(piece: str, previous: str) -> tuple[str, str, int] | None:
    """`…, Dubai, United Arab Emirates`, `… / Beyoğlu / İstanbul`: a street or post box, then a town that its country has."""
    text = re.sub(r"\s*\(?\b\d{4,6}\b\)?\s*(?=[,،]|$)", "", piece).strip(" .")
    parts = [part.strip(" .()") for part in re.split(r"\s*[,،，/]\s*|\s[-–]\s", text) if part.strip(" .()")]
    has_street = is_street(piece) or is_street(previous) or bool(STREET.search(piece) and re.search(r"\d", piece + previous))
    if not parts or not has_street:
        return None
    country = named_country(parts[-1])
    names = parts[:-1] if country else parts
    if not names or (not country and not re.search(r"(?i)\b(?:mah|cad|sok|no)\b", piece)):
        return None
    for name in reversed(names[-2:]):
        town = _last_words(re.sub(r"\b\d+\b", " ", name).strip(), country or "TR")
        if town:
            return town, country or "TR", 0
    if country and country in ("SG", "HK", "MC", "LU") and len(parts) > 1:
        return parts[-1], country, 0
    return None
