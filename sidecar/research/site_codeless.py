"""Towns of addresses that have no post code: `…, Dubai, United Arab Emirates`, `Mill Lane, Cork, Ireland`, `г. Казань, ул. …`."""

from __future__ import annotations

import re
from typing import Final

from sidecar.research.site_place_shapes import NO_STREET, NO_TOWN, STREET, named_country
from sidecar.research.site_town_names import is_street, last_words

_MARKED = re.compile(
    r"(?:^|[\s,(])(?P<mark>г|м|гр)\.\s*(?P<town>[А-ЯЁІЇЄҐ][а-яёіїєґ]+(?:[- ](?:на-)?[А-ЯЁІЇЄҐ][а-яёіїєґ]+){0,2})(?=\s*(?:,|$))"
)
_MARKS: Final = {"г": ("RU", "BY", "KZ", "KG"), "м": ("UA",), "гр": ("BG",)}
_IRISH = re.compile(
    r"(?:^|,\s*)(?P<town>[A-Z][^\W\d_]+(?:[ -][A-Z]?[^\W\d_]+){0,2}),\s*(?:Co\.?|County)\s+(?P<county>[A-Z][a-z]+)"
    r"(?:,\s*[A-Z][A-Za-z. ]+)?$"
)
_ENDED = re.compile(r"\W*(?:[A-Z]{1,2}-)?(?:\d{5}|\d{4} ?[A-Z]{2}|\d{4})\b")
_NORTHERN: Final = ("Antrim", "Armagh", "Down", "Fermanagh", "Londonderry", "Tyrone", "Derry")
_CITY_STATES: Final = ("SG", "HK", "MC", "LU")
_MOST_WORDS: Final = 6


def town_without_code(piece: str, previous: str, stated: str | None, at_home: str | None) -> tuple[str, str, int] | None:
    """Town, country and where it matched: a street or post box, then a town that its country has.

    `stated`: the country named in the piece or below it; `at_home`: the one that need not be named.
    """
    return _marked(piece, previous, stated, at_home) or _irish(piece, stated, at_home) or _named(piece, previous, stated, at_home)


def _marked(piece: str, previous: str, stated: str | None, at_home: str | None) -> tuple[str, str, int] | None:
    found = _MARKED.search(piece)
    if found is None or not (STREET.search(piece) or is_street(previous)):
        return None
    countries = _MARKS[found["mark"]]
    country = next((one for one in (stated, at_home) if one in countries), None if stated else countries[0])
    return (found["town"], country, found.start("town")) if country else None


def _irish(piece: str, stated: str | None, at_home: str | None) -> tuple[str, str, int] | None:
    """`The Pier, Kinsale, Co. Cork`: the county makes an address of it."""
    found = _IRISH.search(piece.rstrip(" ."))
    if found is None or STREET.search(found["town"]) or "," not in piece[: found.start("town")]:
        return None
    country = "GB" if found["county"] in _NORTHERN else "IE"
    return (found["town"], country, found.start("town")) if country in (stated, at_home) else None


def _named(piece: str, previous: str, stated: str | None, at_home: str | None) -> tuple[str, str, int] | None:
    text = re.sub(r"(?:(?<!\s)\s+)?\(?\b\d{4,6}\b\)?\s*(?=[,،]|$)", "", piece).strip(" .")
    parts = [part.strip(" .()-–") for part in re.split(r"(?:(?<!\s)\s+)?[,،，/]\s*|\s[-–]\s", text) if part.strip(" .()")]
    previous = "" if _ENDED.match(previous) else previous
    if not parts or not _is_below_street(piece, previous, parts):
        return None
    country = named_country(parts[-1])
    names = parts[:-1] if country else parts
    is_turkish = bool(re.search(r"(?i)\b(?:mah|cad|sok|no)\b", piece))
    looked = country or stated or ("TR" if is_turkish else at_home)
    if not names or looked is None:
        return None
    for name in reversed(names[-2:] if country or stated or is_turkish else names[-1:]):
        town = last_words(re.sub(r"\b\d+\b", " ", name).strip(), looked)
        is_whole = town == name or bool(country or stated or is_turkish)
        if town and is_whole and not (STREET.search(name) and town != name):
            return town, looked, 0
    if country and len(parts) > 1 and (country in _CITY_STATES or _is_arabic_town(names[-1])):
        return (parts[-1] if country in _CITY_STATES else names[-1]), country, 0
    return None


def _is_arabic_town(name: str) -> bool:
    """The table knows few towns by their Arabic names; what stands right before the country is one."""
    return re.fullmatch(r"[\u0621-\u064a]+(?: [\u0621-\u064a]+)?", name) is not None and not STREET.search(name)


def _is_below_street(piece: str, previous: str, parts: list[str]) -> bool:
    """A street with its number, here or on the line above; without one, only where every part is a short name."""
    if is_street(piece) or is_street(previous) or (STREET.search(piece) and re.search(r"\d", piece + previous)):
        return True
    lines = parts if len(parts) > 1 else [previous, *parts]
    return (
        len(lines) > 1
        and any(STREET.search(line) for line in lines[:-1])
        and not any(NO_STREET.search(line) or NO_TOWN.match(line) or len(line.split()) > _MOST_WORDS for line in lines)
        and all(word[0].isupper() or not word[0].isascii() or word[0].isdigit() or len(word) <= 3 for word in piece.split())
    )
