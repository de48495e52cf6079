"""Which days of the week are free in a country: a small table beside this module, with what is disputed marked as such."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Final

WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SATURDAY_SUNDAY: Final = frozenset({5, 6})


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekend:
    """Days as `date.weekday()` counts them. `is_disputed`: the sources do not agree, so it is only usual."""

    days: frozenset[int]
    is_disputed: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The days as `Fri`, `Sat`, in the order of the week."""
        return tuple(WEEKDAYS[day] for day in sorted(self.days))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("weekends.toml").read_text(encoding="utf-8"))


@cache
def _usual() -> Mapping[str, Weekend]:
    found = {}
    for group in ("agreed", "disputed"):
        for days, countries in _table()[group].items():
            weekend = Weekend(days=_days(days), is_disputed=group == "disputed")
            found.update(dict.fromkeys(countries.split(), weekend))
    return found


def weekend_of(country: str, subdivision: str | None, day: date) -> Weekend:
    """The weekend that was or is kept at a date. A country that is not in the table rests on Saturday and Sunday."""
    for days in _exceptions(country, subdivision, day):
        return Weekend(days=days, is_disputed=False)
    return _usual().get(country, Weekend(days=SATURDAY_SUNDAY, is_disputed=False))


def _exceptions(country: str, subdivision: str | None, day: date) -> Iterator[frozenset[int]]:
    for row in (*_table()["regional"], *_table()["earlier"]):
        is_there = row["country"] == country and ("subdivisions" not in row or subdivision in row["subdivisions"])
        if is_there and row.get("from", date.min) <= day <= row.get("until", date.max):
            yield _days(row["days"])


@cache
def _days(names: str) -> frozenset[int]:
    return frozenset(WEEKDAYS.index(name) for name in names.split())
