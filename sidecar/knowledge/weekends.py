"""Which days of the week are free in a country: a small table beside this module, with what is disputed marked as such."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Final

WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SATURDAY_SUNDAY: Final = frozenset({5, 6})


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekend:
    """Days as `date.weekday()` counts them. `doubtful`: days of which it is only usual that they are free, or are not.

    `elsewhere`: regions that keep another weekend, where none was given.
    """

    days: frozenset[int]
    doubtful: frozenset[int] = frozenset()
    elsewhere: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The days as `Fri`, `Sat`, in the order of the week."""
        return tuple(WEEKDAYS[day] for day in sorted(self.days))


_SOURCES_DIFFER: Final = frozenset({3, 4, 5, 6})
"""Where the sources do not agree on a weekend, Thursday to Sunday are in doubt."""


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("weekends.toml").read_text(encoding="utf-8"))


@cache
def _usual() -> Mapping[str, Weekend]:
    found = {}
    for group in ("agreed", "disputed"):
        for days, countries in _table()[group].items():
            weekend = Weekend(days=_days(days), doubtful=_SOURCES_DIFFER if group == "disputed" else frozenset())
            found.update(dict.fromkeys(countries.split(), weekend))
    for days, countries in _table()["doubtful"].items():
        found.update({country: replace(found[country], doubtful=_days(days)) for country in countries.split()})
    return found


def weekend_of(country: str, subdivision: str | None, day: date) -> Weekend:
    """The weekend that was or is kept at a date. A country that is not in the table rests on Saturday and Sunday."""
    for row in (*_table()["regional"], *_table()["earlier"]):
        if _is_then(row, country, day) and ("subdivisions" not in row or subdivision in row["subdivisions"]):
            return Weekend(days=_days(row["days"]))
    usual = _usual().get(country, Weekend(days=SATURDAY_SUNDAY))
    return usual if subdivision else _with_regions(usual, country, day)


def _with_regions(usual: Weekend, country: str, day: date) -> Weekend:
    """Which region somebody is in is not known: the days that are free in only some are in doubt."""
    others = [row for row in _table()["regional"] if _is_then(row, country, day)]
    differing = [usual.days ^ _days(row["days"]) for row in others]
    return replace(
        usual,
        doubtful=usual.doubtful.union(*differing),
        elsewhere=tuple(sorted(code for row in others for code in row["subdivisions"])),
    )


def closes_early(country: str, day: date) -> bool:
    """Whether public offices, and many others with them, close early on that weekday."""
    return any(_is_then(row, country, day) and day.weekday() in _days(row["days"]) for row in _table()["early"])


def _is_then(row: Mapping[str, Any], country: str, day: date) -> bool:
    return bool(row["country"] == country and row.get("from", date.min) <= day <= row.get("until", date.max))


@cache
def _days(names: str) -> frozenset[int]:
    return frozenset(WEEKDAYS.index(name) for name in names.split())
