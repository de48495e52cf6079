"""Where a town lies that somebody wrote down: `Munich`, `Springfield, IL`, `Leopoldstr. 12, 80802 München, Germany`.

Several towns of one name share by population; a town too small for the table lies at least in its region or country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from sidecar.domain.shares import Shares, blended, normalised
from sidecar.knowledge.cities import City, cities_named
from sidecar.knowledge.countries import Region, country_named, folded, people_by_zone, regions_named

_PLAINLY = 0.95
_TRUST_WITH_RIDDLE = 0.7  # how much population still decides when a part of the address means nothing to us


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Shares over zones and over countries. `found`: one town, several of that name, only what is around it, or nothing."""

    found: Literal["town", "towns", "around", "nothing"]
    name: str
    zones: Shares = field(default_factory=dict)
    countries: Shares = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of an address: the countries and regions it may name. `is_clear` where it names any."""

    text: str
    country: str | None
    regions: tuple[Region, ...]

    @property
    def is_clear(self) -> bool:
        return bool(self.country or self.regions)

    @property
    def countries(self) -> set[str]:
        return {one.country for one in self.regions} | ({self.country} if self.country else set())

    def holds(self, city: City) -> bool:
        in_region = any(one.country == city.country and one.admin1 == city.admin1 for one in self.regions)
        return in_region or city.country == self.country


def placed(text: str, region: str | None = None, country: str | None = None) -> Address:
    """Where the town of an address lies; `region` and `country` are what stands beside it in other fields. Never raises."""
    parts = [_part(one) for one in (*_written(text), region, country) if one]
    if not parts:
        return Address(found="nothing", name=text)
    for index in _likeliest_first(parts):
        if cities := _cities(parts, index):
            return _town(parts, index, cities)
    return _around(parts)


def _written(text: str) -> list[str]:
    """Post codes and house numbers are no names: `80331 München` is `München`. `Gasteiz / Vitoria` is one name."""
    if cities_named(text[:200]):
        return [text.strip()]
    parts = (" ".join(word for word in part.split() if not re.search(r"\d", word)) for part in re.split(r"[,;/|\n]", text[:200]))
    return [bare for part in parts if (bare := part.strip(" .-–()"))]


def _part(text: str) -> _Part:
    return _Part(text=text, country=country_named(text), regions=regions_named(text))


def _likeliest_first(parts: list[_Part]) -> list[int]:
    """A street comes before its town, a region or country behind it; a town may be called like a region before a region."""
    towns = [index for index in range(len(parts) - 1, 0, -1) if not parts[index].is_clear]
    like_regions = [index for index in range(1, len(parts) - 1) if parts[index].is_clear]
    return [*towns, 0, *like_regions]


def _cities(parts: list[_Part], index: int) -> list[City]:
    around = [part for part in parts[index + 1 :] if part.is_clear]
    return [city for city in cities_named(parts[index].text) if all(part.holds(city) for part in around)]


def _town(parts: list[_Part], index: int, cities: list[City]) -> Address:
    behind = parts[index + 1 :]
    is_riddle = any(not part.is_clear for part in behind)
    own = _of_cities(parts[index].text, cities, is_riddle)
    if behind or not _is_also_wider(parts[index], cities):
        return own
    wider = _around([parts[index]])
    zones, countries = blended(own.zones, wider.zones, 0.5), blended(own.countries, wider.countries, 0.5)
    return Address(found="towns", name=own.name, zones=zones, countries=countries)


def _of_cities(name: str, cities: list[City], is_riddle: bool) -> Address:
    zones = _summed((city.zone, city.people) for city in cities)
    countries = _summed((city.country, city.people) for city in cities)
    if is_riddle:
        zones = blended(zones, _summed((city.zone, 1) for city in cities), _TRUST_WITH_RIDDLE)
        countries = blended(countries, _summed((city.country, 1) for city in cities), _TRUST_WITH_RIDDLE)
    found: Literal["town", "towns"] = "town" if max(zones.values()) >= _PLAINLY else "towns"
    return Address(found=found, name=name, zones=zones, countries=countries)


def _is_also_wider(part: _Part, cities: list[City]) -> bool:
    """`Washington` is a city and a state, `Jordan` a district and a country; Singapore and Luxembourg are one thing."""
    is_long = len(folded(part.text)) > 3
    return is_long and part.is_clear and part.country != cities[0].country


def _around(parts: list[_Part]) -> Address:
    clear = [part for part in parts if part.is_clear]
    shared = set.intersection(*(part.countries for part in clear)) if clear else set()
    if not shared:
        return Address(found="nothing", name=parts[0].text)
    regions = {(one.country, one.code): one for part in clear for one in part.regions if one.country in shared}
    with_region = {country for country, _ in regions}
    whole = {part.country for part in clear if part.country in shared} - with_region
    people = [(one.country, one.people) for one in regions.values()]
    people += [(country, people_by_zone(country)) for country in sorted(whole - {None}, key=str) if country]
    return Address(
        found="around",
        name=parts[0].text,
        zones=_summed((zone, count) for _, zones in people for zone, count in zones.items()),
        countries=_summed((country, count) for country, zones in people for count in zones.values()),
    )


def _summed(pairs: Iterable[tuple[str, int]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for key, value in pairs:
        found[key] = found.get(key, 0.0) + value
    return normalised(found)
