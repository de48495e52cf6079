"""Where a town lies that somebody wrote down: `Munich`, `Springfield, IL`, `Leopoldstr. 12, 80802 München, Germany`.

Several towns of one name share by population; a town too small for the table lies at least in its region or country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal

from sidecar.domain.times.holidays_of import region_code, region_name, regions
from sidecar.domain.times.shares import Shares, blended, normalised
from sidecar.knowledge.cities import City, cities_named
from sidecar.knowledge.countries import Region, country_named, folded, people_by_zone, regions_named

_PLAINLY = 0.95
_TOWNS_ARE_REGIONS: Final = ("DE", "IT")
"""Countries where a single town has holidays of its own: Augsburg, and every capital of an Italian province."""
_CALENDAR_REGIONS: Final[Mapping[str, str]] = {
    "AE": "01=AZ 02=AJ 03=DU 04=FU 05=RK 06=SH 07=UQ",
    "AT": "01=1 02=2 03=3 04=4 05=5 06=6 07=7 08=8 09=9",
    "AU": "01=ACT 02=NSW 03=NT 04=QLD 05=SA 06=TAS 07=VIC 08=WA",
    "BR": "01=AC 02=AL 03=AP 04=AM 05=BA 06=CE 07=DF 08=ES 11=MS 13=MA 14=MT 15=MG 16=PA 17=PB 18=PR 20=PI 21=RJ 22=RN 23=RS "
    "24=RO 25=RR 26=SC 27=SP 28=SE 29=GO 30=PE 31=TO",
    "CA": "01=AB 02=BC 03=MB 04=NB 05=NL 07=NS 08=ON 09=PE 10=QC 11=SK 12=YT 13=NT 14=NU",
    "DE": "01=BW 02=BY 03=HB 04=HH 05=HE 06=NI 07=NW 08=RP 09=SL 10=SH 11=BB 12=MV 13=SN 14=ST 15=TH 16=BE",
    "ES": "07=IB 27=RI 29=MD 31=MC 32=NC 34=AS 39=CB 51=AN 52=AR 53=CN 54=CM 55=CL 56=CT 57=EX 58=GA 59=PV 60=VC CE=CE ML=ML",
    "IN": "01=AN 02=AP 03=AS 05=CH 07=DL 09=GJ 10=HR 11=HP 12=JK 13=KL 16=MH 17=MN 18=ML 19=KA 20=NL 21=OD 22=PY 23=PB 24=RJ "
    "25=TN 26=TR 28=WB 29=SK 30=AR 31=MZ 33=GA 34=BR 35=MP 36=UP 37=CG 38=JH 39=UK 40=TS 41=LA 52=DH",
    "MY": "01=01 02=02 03=03 04=04 05=05 06=06 07=08 08=09 09=07 11=13 12=10 13=11 14=14 15=15 16=12 17=16",
    "NZ": "E7=AUK E8=BOP E9=CAN F1=GIS F2=HKB F3=MWT F4=MBH F5=NSN F6=NTL F7=OTA F8=STL F9=TKI G1=WKO G2=WGN G3=WTC TAS=TAS",
    "PT": "02=01 03=02 04=03 05=04 06=05 07=06 08=07 09=08 10=30 11=09 13=10 14=11 16=12 17=13 18=14 19=15 20=16 21=17 22=18 "
    "23=20",
}
"""GeoNames' codes of regions, and those of the calendars."""
_SHARED_CODES: Final = ("CH", "GB", "US")
"""Countries whose regions have the same codes in both."""
_TRUST_WITH_RIDDLE = 0.7  # how much population still decides when a part of the address means nothing to us


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Shares over zones, over countries, and over the regions that calendars know (`DE-BY`; `DE-` for what is in none).

    `found`: one town, several of that name, only what is around it, or nothing.
    """

    found: Literal["town", "towns", "around", "nothing"]
    name: str
    zones: Shares = field(default_factory=dict)
    countries: Shares = field(default_factory=dict)
    regions: Shares = field(default_factory=dict)


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
    return Address(
        found="towns", name=own.name, zones=zones, countries=countries, regions=blended(own.regions, wider.regions, 0.5)
    )


def _of_cities(name: str, cities: list[City], is_riddle: bool) -> Address:
    zones = _summed((city.zone, city.people) for city in cities)
    countries = _summed((city.country, city.people) for city in cities)
    found_in = _summed((_region_of(city, name), city.people) for city in cities)
    if is_riddle:
        zones = blended(zones, _summed((city.zone, 1) for city in cities), _TRUST_WITH_RIDDLE)
        countries = blended(countries, _summed((city.country, 1) for city in cities), _TRUST_WITH_RIDDLE)
        found_in = blended(found_in, _summed((_region_of(city, name), 1) for city in cities), _TRUST_WITH_RIDDLE)
    found: Literal["town", "towns"] = "town" if max(zones.values()) >= _PLAINLY else "towns"
    return Address(found=found, name=name, zones=zones, countries=countries, regions=found_in)


def _region_of(city: City, written: str) -> str:
    """The region whose holidays a town keeps, as `DE-BY`; `DE-` where no calendar names it."""
    if city.country in _TOWNS_ARE_REGIONS and (
        own := region_code(city.country, written) or _capitals(city.country).get(city.name)
    ):
        return f"{city.country}-{own}"
    return _calendar_region(city.country, city.admin1)


@cache
def _capitals(country: str) -> Mapping[str, str]:
    """Towns after which a region of the calendar is called, as the atlas writes them: `Milan` is Milano's."""
    towns = ((code, cities_named(region_name(country, code))) for code in regions(country))
    return {found[0].name: code for code, found in towns if found and found[0].country == country}


def _calendar_region(country: str, admin1: str) -> str:
    code = admin1 if country in _SHARED_CODES else calendar_regions().get(country, {}).get(admin1)
    return f"{country}-{code}" if code and code in regions(country) else f"{country}-"


@cache
def calendar_regions() -> Mapping[str, Mapping[str, str]]:
    """GeoNames' codes of regions and those that calendars use, for every country where they differ."""
    pairs = {country: [one.split("=") for one in rows.split()] for country, rows in _CALENDAR_REGIONS.items()}
    return {country: dict(rows) for country, rows in pairs.items()}


def _is_also_wider(part: _Part, cities: list[City]) -> bool:
    """`Washington` is a city and a state, `Jordan` a district and a country; Singapore and Luxembourg are one thing."""
    is_long = len(folded(part.text)) > 3
    return is_long and part.is_clear and part.country != cities[0].country


def _around(parts: list[_Part]) -> Address:
    clear = [part for part in parts if part.is_clear]
    shared = set.intersection(*(part.countries for part in clear)) if clear else set()
    if not shared:
        return Address(found="nothing", name=parts[0].text)
    regions_there = {(one.country, one.code): one for part in clear for one in part.regions if one.country in shared}
    with_region = {country for country, _ in regions_there}
    whole = {part.country for part in clear if part.country in shared} - with_region
    people = [(one.country, one.people) for one in regions_there.values()]
    people += [(country, people_by_zone(country)) for country in sorted(whole - {None}, key=str) if country]
    return Address(
        found="around",
        name=parts[0].text,
        zones=_summed((zone, count) for _, zones in people for zone, count in zones.items()),
        countries=_summed((country, count) for country, zones in people for count in zones.values()),
        regions=_summed(
            [(_calendar_region(one.country, one.admin1), sum(one.people.values())) for one in regions_there.values()]
            + [(f"{country}-", sum(people_by_zone(country).values())) for country in whole if country]
        ),
    )


def _summed(pairs: Iterable[tuple[str, int]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for key, value in pairs:
        found[key] = found.get(key, 0.0) + value
    return normalised(found)
