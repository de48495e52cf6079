"""Countries by name, code and internet ending; their regions; and how many people live on which of their clocks.

The tables beside this module are read at first use; their sources and licences stand in SOURCES.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from sidecar.knowledge.odd_zone_names import COUNTRY_ALIASES

# Endings sold all over the world, whatever country they were once given to.
_SOLD_TO_ANYBODY: Final = frozenset(
    """
    io ai co me tv fm gg cc ws to ly tk ml ga cf gq pw nu la st sh ac im su vc bz sc ms tf cx ag lc dj vg gd gs mp as
    so sx am
    """.split()  # noqa: SIM905  # quoted one by one they would be ten lines
)
_OTHER_ENDINGS: Final[Mapping[str, str]] = {
    "uk": "GB", "рф": "RU", "中国": "CN", "中國": "CN", "台灣": "TW", "台湾": "TW", "香港": "HK", "한국": "KR", "ไทย": "TH",
    "भारत": "IN", "укр": "UA", "бг": "BG", "бел": "BY", "срб": "RS", "мкд": "MK", "қаз": "KZ", "мон": "MN", "ελ": "GR",
    "გე": "GE", "հայ": "AM", "ישראל": "IL", "امارات": "AE", "السعودية": "SA", "مصر": "EG", "قطر": "QA", "عمان": "OM",
    "الاردن": "JO", "تونس": "TN", "المغرب": "MA", "الجزائر": "DZ", "ایران": "IR", "پاکستان": "PK", "新加坡": "SG", "澳門": "MO",
}  # fmt: skip

_CALLED_ALIKE: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("congo", "kongo", "the congo"), ("CD", "CG")),
    **dict.fromkeys(("virgin islands", "jungferninseln"), ("VG", "VI")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A state or province. `admin1` is GeoNames' code for it; `people` counts its city dwellers by zone."""

    country: str
    code: str
    admin1: str
    people: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Country:
    people: Mapping[str, int]
    names: tuple[str, ...]


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A name as it is compared: lower case, no accents, no punctuation, single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"['’.]", "", bare)))


def _rows(name: str) -> Iterator[list[str]]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


def _counts(text: str) -> dict[str, int]:
    return {zone: int(count) for zone, _, count in (one.partition("=") for one in text.split("|"))}


@cache
def _countries() -> dict[str, _Country]:
    return {
        code: _Country(people=_counts(people), names=tuple(names.split("|"))) for code, people, names in _rows("countries.txt")
    }


@cache
def _codes_by_name() -> dict[str, str]:
    return {name: code for code, country in _countries().items() for name in country.names}


@cache
def _regions() -> dict[str, tuple[Region, ...]]:
    found: dict[str, tuple[Region, ...]] = {}
    for country, code, admin1, people, names in _rows("regions.txt"):
        region = Region(country=country, code=code, admin1=admin1, people=_counts(people))
        for name in {code.casefold(), *names.split("|")}:
            found[name] = (*found.get(name, ()), region)
    return found


@lru_cache(maxsize=4096)
def country_named(text: str) -> str | None:
    """The ISO 3166 code of a country given by code (DE, DEU) or by its name in English, German or its own languages.

    None where no country is called so.
    """
    code = text.strip().upper()
    code = COUNTRY_ALIASES.get(code, code)
    if code in _countries():
        return code
    return _codes_by_name().get(folded(text)) if not countries_called(text) else None


def countries_called(text: str) -> tuple[str, ...]:
    """The codes of all countries that people call by one name, such as Congo; none for a name that only one has."""
    return _CALLED_ALIKE.get(folded(text), ())


def regions_named(text: str, country: str | None = None) -> tuple[Region, ...]:
    """The states or provinces with that name or code (`IL`, `Ontario`), in one country or in all that are known."""
    return tuple(one for one in _regions().get(folded(text), ()) if country in (None, one.country))


def people_by_zone(country: str) -> Mapping[str, int]:
    """How many people live in the larger cities of each zone of a country, most first; empty for an unknown code."""
    found = _countries().get(country)
    return found.people if found else {}


@cache
def people_of_the_world() -> Mapping[str, int]:
    """The same for all zones there are."""
    found: dict[str, int] = {}
    for country in _countries().values():
        for zone, count in country.people.items():
            found[zone] = found.get(zone, 0) + count
    return found


@lru_cache(maxsize=4096)
def country_of_domain(domain: str) -> str | None:
    """The country behind a domain's ending; None for an ending that is sold to anybody (com, io, ai, tv …)."""
    ending = domain.rstrip(".").rpartition(".")[2].lower()
    if ending.startswith("xn--"):
        try:
            ending = ending.encode("ascii").decode("idna")
        except UnicodeError:
            return None
    if ending in _OTHER_ENDINGS:
        return _OTHER_ENDINGS[ending]
    is_country = len(ending) == 2 and ending not in _SOLD_TO_ANYBODY and ending.upper() in _countries()
    return ending.upper() if is_country else None


def country_words(country: str, language: str) -> str:
    """A country's name in a language the product speaks: `DE`, `en`: “Germany”."""
    from babel import Locale

    return str(Locale(language).territories.get(country, country))
