"""When offices of a country are usually open, and when they eat: a small table beside this module, each row with its page."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHours:
    """Local times. `source`: the page that says so, None for the worldwide assumption."""

    start: time
    end: time
    lunch: tuple[time, time]
    source: str | None


def office_hours(country: str | None) -> OfficeHours:
    """The usual hours of a country by its two letters; the worldwide assumption where nothing better is known."""
    found = _table()
    return found.get(country or "", found[""])


@cache
def _table() -> Mapping[str, OfficeHours]:
    read = tomllib.loads(resources.files(__package__).joinpath("office_hours.toml").read_text(encoding="utf-8"))
    usual = read["default"]
    return {row.get("code", ""): _hours({**usual, **row}) for row in (usual, *read["country"])}


def _hours(row: Mapping[str, str]) -> OfficeHours:
    first, last = row["lunch"].split("-")
    return OfficeHours(
        start=time.fromisoformat(row["start"]),
        end=time.fromisoformat(row["end"]),
        lunch=(time.fromisoformat(first), time.fromisoformat(last)),
        source=row.get("url"),
    )
