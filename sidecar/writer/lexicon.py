"""The words of `lexicon.toml`, read at first use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

Group = re.Pattern[str]

_ABSTRACT_NOUN: Final = re.compile(r".{5,}(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|ität|itäten)")
"""Long enough that no family name in -ung (Hartung, Hornung) fits."""
_DIGIT: Final = "(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)"
_GERMAN_NUMBER: Final = re.compile(
    rf"(?:ein|{_DIGIT}|sech|sieb|zwanzig|(?:drei|vier|fünf|sech|sieb|acht|neun)(?:ß|z)ig|hundert|tausend|und)*"
    rf"(?:zehn|zwanzig|zig|ßig|hundert|tausend)(?:e[nrs]?|st[ae][nrs]?|fach\w*)?|{_DIGIT}(?:fach|mal|einhalb)\w*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What is known of words. `openers` and `always_capital` by language; `numbers` from a word to its digits."""

    openers: Mapping[str, frozenset[str]]
    always_capital: Mapping[str, frozenset[str]]
    nouns: frozenset[str]
    numbers: Mapping[str, str]
    amounts: tuple[Group, ...]
    when: tuple[Group, ...]
    months: tuple[Group, ...]
    roles: tuple[Group, ...]
    grave: tuple[Group, ...]


@cache
def lexicon() -> Lexicon:
    """The lexicon. Reads a file the first time: not on the event loop."""
    raw = tomllib.loads(resources.files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))
    groups = {name: tuple(_group(line) for line in lines) for name, lines in raw["groups"].items()}
    return Lexicon(
        openers=_words(raw["openers"]),
        always_capital=_words(raw["always_capital"]),
        nouns=_words(raw["nouns"])["de"],
        numbers={word: value for value, words in raw["numbers"].items() for word in words.split()},
        **groups,
    )


def is_german_noun(word: str) -> bool:
    """Whether a word in small letters is surely a German noun and nobody's name."""
    stems = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("n")}
    return not stems.isdisjoint(lexicon().nouns) or _ABSTRACT_NOUN.fullmatch(word) is not None


def is_german_number(word: str) -> bool:
    """Whether a word in small letters is a German number written as one word: “zweihundert”, “dreifach”."""
    return _GERMAN_NUMBER.fullmatch(word) is not None


@cache
def countries() -> Mapping[str, frozenset[str]]:
    """From a country's one-word name in small letters to its names in the languages that sources are often in."""
    from babel import Locale

    names: dict[str, set[str]] = {}
    for locale in ("en", "de", "fr", "es", "it", "pt", "nl"):
        for code, name in Locale(locale).territories.items():
            if code.isalpha() and name.isalpha():
                names.setdefault(code, set()).add(name.casefold())
    return {name: frozenset(same) for same in names.values() for name in same}


def _words(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {name: frozenset(str(words).split()) for name, words in table.items()}


def _group(line: str) -> Group:
    return re.compile("|".join(" ".join(line.split()).split(" | ")), re.IGNORECASE)
