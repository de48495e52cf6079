"""What can be computed for every country: official languages, name order, date and clock form, season; and greetings.

Both tables are read at first use. Where they come from, and how they were made, stands in SOURCES.md.
"""

from __future__ import annotations

import json
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, cast

NameOrder = Literal["given_first", "surname_first", "ask"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Customs:
    """One country. None wherever the sources disagree or say nothing."""

    languages: tuple[str, ...]
    """Official languages, the most spoken first, as CLDR writes their codes (`zh_Hant`)."""
    names: NameOrder
    date_order: str | None
    """DMY, MDY or YMD."""
    clock: str | None
    """24h or 12h."""
    hemisphere: str | None
    """north or south, where nearly everybody lives outside of the tropics."""


@cache
def _customs_table() -> Mapping[str, Mapping[str, Any]]:
    text = resources.files(__package__).joinpath("customs.json").read_text(encoding="utf-8")
    return cast("Mapping[str, Mapping[str, Any]]", json.loads(text))


@cache
def _greetings_table() -> Mapping[str, tuple[tuple[int, str], ...]]:
    rows = tomllib.loads(resources.files(__package__).joinpath("greetings.toml").read_text(encoding="utf-8"))
    return {tag: tuple(sorted((int(hour), said) for hour, said in row["by_hour"].items())) for tag, row in rows.items()}


def countries() -> frozenset[str]:
    """Every country with a two-letter code (ISO 3166-1, and Kosovo's XK)."""
    return frozenset(_customs_table())


@cache
def customs_of(country: str) -> Customs:
    """The row of one country. Raises KeyError for a code that is none; ask `countries` first."""
    row = _customs_table()[country]
    return Customs(
        languages=tuple(row["languages"]),
        names=row["names"],
        date_order=row["date"],
        clock=row["clock"],
        hemisphere=row["hemisphere"],
    )


def greetings_in(language: str) -> tuple[tuple[int, str], ...]:
    """Formal greetings of a language, each with the hour (0-23) from which it is usual; none where we are not sure of any."""
    return _greetings_table().get(language.split("_")[0], ())


def greeting_at(language: str, hour: int) -> str | None:
    """The formal greeting at an hour of the listener's own clock; before the first one of the day, the day's last."""
    rows = greetings_in(language)
    return rows[bisect_right([since for since, _ in rows], hour) - 1][1] if rows else None
