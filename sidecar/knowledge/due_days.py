"""The phrases that name a day, English and German, as patterns beside what each means."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

_GROUPS: Final = ("weekday", "day", "month", "year", "count", "unit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """`means`: the rule that turns a match into a day; `using`: its numbers."""

    pattern: re.Pattern[str]
    means: str
    using: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPhrases:
    """`signs`: what any phrase has a piece of; `weekdays`, `months`, `spelt`: patterns in the order of the days, months and
    ordinals; `counts`: number words."""

    signs: re.Pattern[str]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    spelt: tuple[str, ...]
    counts: Mapping[str, int]
    phrases: tuple[Phrase, ...]


@cache
def day_phrases() -> DayPhrases:
    """All of them, loaded once."""
    held = tomllib.loads(resources.files(__package__).joinpath("due_days.toml").read_text(encoding="utf-8"))
    return DayPhrases(
        signs=re.compile(held["signs"], re.IGNORECASE),
        weekdays=tuple(held["weekdays"]),
        months=tuple(held["months"]),
        spelt=tuple(held["spelt"]),
        counts=held["counts"],
        phrases=tuple(_phrases(held)),
    )


def _phrases(held: Mapping[str, Any]) -> Iterator[Phrase]:
    pieces = _pieces(held)
    for rule in held["rules"]:
        for said in rule["said"]:
            written = re.sub(r"%(\w+)%", lambda match: pieces[match[1]], said)
            whole = rf"(?<![\w’'-])(?:{_numbered(written)})(?![\w-]|['’]s)"
            yield Phrase(pattern=re.compile(whole, re.IGNORECASE), means=rule["means"], using=tuple(rule.get("with", ())))


def _pieces(held: Mapping[str, Any]) -> dict[str, str]:
    return {
        "W": rf"(?P<weekday>{'|'.join(held['weekdays'])})",
        "M": rf"(?P<month>{'|'.join(held['months'])})",
        "MONTHS": "|".join(held["months"]),
        "N": rf"(?P<count>\d{{1,3}}|{'|'.join(sorted(held['counts'], key=len, reverse=True))})",
        "D": r"(?P<day>3[01]|[12]\d|0?[1-9])",
        "TH": "(?:st|nd|rd|th)",
        "Y": r"(?:,?\s+(?P<year>20\d\d))?",
        "T": held["time_of_day"],
        "SPELT": "|".join(sorted(held["spelt"], key=len, reverse=True)),
    }


def _numbered(written: str) -> str:
    """A group may stand in several branches of a phrase; all but the first get a number behind their names."""
    for name in _GROUPS:
        first, *others = written.split(f"(?P<{name}>")
        written = first
        for number, piece in enumerate(others):
            written += f"(?P<{name}{number or ''}>{piece}"
    return written
