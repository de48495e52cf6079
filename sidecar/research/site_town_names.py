"""Names of towns in the words of an address, and lines that are streets."""

from __future__ import annotations

import re
from functools import lru_cache

from sidecar.knowledge.cities import cities_named
from sidecar.research.site_place_shapes import HOUSE, NO_STREET, NO_TOWN, STREET

_SURNAME = re.compile(r" (?:de|del|de la|am|an der|im|ob der|bei|sur|sous|upon|aan den|aan de|do|da|dos) [A-ZÀ-Þ][\w'’-]+")
"""What sets a town apart from its namesakes: `Oaxaca de Juárez`."""


def country_of_town(city: str) -> str | None:
    """The country of a town with a name that only one land's large town has."""
    cities = cities_named(city)
    if not cities:
        return None
    rest = sum(one.people for one in cities if one.country != cities[0].country)
    return cities[0].country if cities[0].people > 8 * rest else None


def is_street(text: str) -> bool:
    """Whether a short line could be a street with its number, or a post box."""
    text = text.strip(" ,")
    if not 4 <= len(text) <= 90 or NO_STREET.search(text):
        return False
    return bool(HOUSE.search(text) or (STREET.search(text) and re.search(r"\d|\bs/nº?\b|\bsnc\b", text)))


@lru_cache(maxsize=4096)
def is_known(name: str, country: str) -> bool:
    """Whether the table has a town called so in a country."""
    return len(name) > 1 and NO_TOWN.match(name) is None and any(city.country == country for city in cities_named(name))


def last_words(text: str, country: str) -> str | None:
    """The longest end of a text that is a town of the country: `Main Street Springfield` is `Springfield`."""
    words = text.split()
    return next(
        (" ".join(words[at:]).strip(".,") for at in range(len(words)) if is_known(" ".join(words[at:]).strip(".,"), country)),
        None,
    )


def first_words(text: str, country: str) -> str | None:
    """The longest beginning of a text that is a town of the country."""
    words = text.split()
    for end in range(len(words), 0, -1):
        name = " ".join(words[:end]).strip(".,")
        for one in (name, re.split(r"\s?[/(]", name)[0], name.split("-")[0]):
            if one and is_known(one, country):
                return f"{one}{found[0]}" if (found := _SURNAME.match(text[len(one) :])) else one
    return None


def capitalised(text: str) -> str:
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


def has_street(text: str) -> bool:
    """Whether the beginning of an address names a street, a building or a post box, with or without a number."""
    return bool(re.search(r"[^\W\d_]{3}", text) and (HOUSE.search(text.strip(" ,")) or STREET.search(text)))
