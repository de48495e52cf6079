"""The sentences that drafts are made of, by language, read at first use."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

WRITTEN_IN: Final = ("en", "de", "fr", "es", "pt", "ja")
"""The languages in which we have words of our own for a client."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """`day`: a CLDR pattern; `quotes`: outer and inner, opening and closing; `of`: the choices by kind of draft and part.

    `by`, `named` and `aside` are sentences of `{day}`, of `{who}` and `{what}`, and of `{due}`. `inside` stands between an outer
    quote and its words, `comma` between things in a row, `space` between two sentences and around the last word of a row;
    `behind_first` and `behind_full` behind each first and each full name of a greeting, where a language has such a word.
    """

    day: str
    quotes: str
    both: str
    by: str
    inside: str
    comma: str
    space: str
    named: str
    aside: str
    behind_first: str
    behind_full: str
    of: Mapping[str, Mapping[str, tuple[str, ...]]]


@cache
def draft_sentences(language: str) -> Sentences:
    """The sentences of a language of `WRITTEN_IN`. Reads a file the first time: not on the event loop."""
    raw = tomllib.loads(resources.files(__package__).joinpath(f"drafts_{language}.toml").read_text(encoding="utf-8"))
    kinds = {
        name: {part: tuple(lines) for part, lines in table.items()} for name, table in raw.items() if isinstance(table, dict)
    }
    told = {
        "inside": "",
        "comma": ", ",
        "space": " ",
        "named": "{who}: {what}",
        "aside": " ({due})",
        "behind_first": "",
        "behind_full": "",
    }
    said = {name: str(raw.get(name, usual)) for name, usual in told.items()}
    return Sentences(day=raw["day"], quotes=raw["quotes"], both=raw["and"], by=raw["by"], of=kinds, **said)
