"""Cities of 15,000 and more, by any of their names.

One compressed table beside this module, searched in place: a name costs a binary search, and nothing is unpacked into
objects. City data: GeoNames, CC BY 4.0, changed (columns and names reduced).
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from sidecar.knowledge.countries import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city. `admin1` is GeoNames' code of its state or province."""

    name: str
    country: str
    admin1: str
    people: int
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    zones: tuple[str, ...]
    rows: tuple[bytes, ...]
    names: bytes


@cache
def _table() -> _Table:
    """Three parts, divided by empty lines: zones; cities; names in byte order, each with the numbers of its cities."""
    data = gzip.decompress(resources.files(__package__).joinpath("cities.txt.gz").read_bytes())
    zones, rows, names = data.split(b"\n\n", 2)
    return _Table(zones=tuple(zones.decode().split("\n")), rows=tuple(rows.split(b"\n")), names=names)


def _numbers_of(name: str) -> list[int]:
    wanted, text = name.encode(), _table().names
    low, high = 0, len(text)
    while low < high:
        start = text.rfind(b"\n", 0, (low + high) // 2) + 1
        end = text.find(b"\n", start)
        key, _, numbers = text[start:end].partition(b"\t")
        if key == wanted:
            return [int(number) for number in numbers.split(b",")]
        low, high = (end + 1, high) if key < wanted else (low, start)
    return []


def _city(number: int) -> City:
    table = _table()
    name, country, admin1, people, zone = table.rows[number].decode().split("\t")
    return City(name=name, country=country, admin1=admin1, people=int(people), zone=table.zones[int(zone)])


@lru_cache(maxsize=4096)
def cities_named(name: str) -> tuple[City, ...]:
    """Every city that is called so, the most populous first; accents and case do not matter, ü may be ue."""
    return tuple(_city(number) for number in _numbers_of(folded(name)))
