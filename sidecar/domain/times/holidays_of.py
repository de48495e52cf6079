"""Public holidays of a country or one of its regions, a year at a time, as the package `holidays` knows them.

The package forgets what a region adds unless the region is named, writes "(estimated)" behind some lunar dates and not
behind others, and learns late which weekend days a government turns into working days. All that is settled here.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache, lru_cache
from typing import Any, Final

from sidecar.knowledge.holiday_names import holiday_in

GAZETTED_THROUGH: Final = 2025
"""Up to this year the package has what governments announced in the end; later moon-sighted dates are expectations."""
FORESEEABLE_THROUGH: Final = 2036
"""Beyond this year laws will have changed, so that even a fixed date is an estimate."""
MOON_KNOWN_THROUGH: Final = 2077
"""The tables of the Islamic calendar end here; of later years the package leaves its feasts out without a word."""

_CLOSES_FOR_SOME = ("optional", "bank", "government")
_MOSTLY_CATHOLIC = {("DE", "BY"), ("DE", "Augsburg")}
"""Where a day that holds only in Catholic towns holds in most of them, by number of people."""
_REGIONS_BY_WEEKEND: Final[Mapping[str, Mapping[str, str]]] = {
    "AE": {
        "Ajman": "AJ", "Abu Dhabi": "AZ", "Dubai": "DU", "Fujairah": "FU", "Ras al-Khaimah": "RK", "Sharjah": "SH",
        "Umm al-Quwain": "UQ",
    },
}  # fmt: skip
"""Regions that share the holidays of their country and so are none to the package, but differ in their weekend."""
_PEOPLE: Final[Mapping[str, str]] = {
    "AU": "ACT=5 NSW=83 NT=2 QLD=55 SA=18 TAS=6 VIC=68 WA=29",
    "CA": "AB=47 BC=55 MB=14 NB=8 NL=5 NS=10 NT=1 NU=1 ON=156 PE=2 QC=89 SK=12 YT=1",
    "CH": "AG=7 AI=1 AR=1 BE=10 BL=3 BS=2 FR=3 GE=5 GL=1 GR=2 JU=1 LU=4 NE=2 NW=1 OW=1 SG=5 SH=1 SO=3 SZ=2 TG=3 TI=4 UR=1 VD=8 "
    "VS=4 ZG=1 ZH=16",
    "DE": "BB=26 BE=37 BW=112 BY=132 HB=7 HE=63 HH=19 MV=16 NI=80 NW=180 RP=41 SH=30 SL=10 SN=40 ST=21 TH=21",
    "ES": "AN=86 AR=14 AS=10 CB=6 CE=1 CL=24 CM=21 CN=22 CT=80 EX=11 GA=27 IB=12 MC=16 MD=70 ML=1 NC=7 PV=22 RI=3 VC=53",
    "GB": "ENG=577 NIR=19 SCT=55 WLS=32",
}
"""How many people live in a region, in hundreds of thousands, rounded, at least one. From general knowledge, not from a
page that was opened: only ever used to tell whether a holiday holds for more than half of the people."""
_FEW: Final = 3
_ISLAMIC = re.compile(
    r"\b(eid|aid [ae]l|hari raya|ramad[ah]n|mawlid|maulid|mouloud|milad|prophet'?s?|muhammad|mohammed|isra'?|mi'?raj|ashura|"
    r"arafah?t?|islamic new year|hijri|muharram|laylat|night of power|sha'?ban|nuzul|tasua|arbaeen|imam|tabaski|kori[td]é?|magal|"
    r"jumu'?atul|qur'?an|feast of the sacrifice|sacrifice feast|bayram|mahdi|martyrdom of (ali|fatima|hasan)|"
    r"opferfest|zuckerfest|fastenbrechen\w*)\b",
    re.IGNORECASE,
)
_ESTIMATED = re.compile(
    r"(?:(?<!\s)\s+)?\((?:(observed|observé|observado), )?(?:estimated|geschätzt|estimé|estimado|aproximada|prevista)\)",
    re.IGNORECASE,
)
_TOLD_BY_NAME: Final = ("en", "de")
"""Languages in which the names themselves say which feasts follow the moon; in any other the English ones are asked."""
_FROM_HOUR = re.compile(r"\(from (\d{1,2})(?::(\d\d))?\s*([ap])m\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast:
    """One day that a calendar names. `is_estimated`: nobody can know the date yet, it may be a day off. `is_usual`: it is a
    custom of many, no law for all."""

    name: str
    is_estimated: bool = False
    is_usual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfDays:
    """What one year brings. `is_known` is no where the package has nothing for that year."""

    closed: Mapping[date, Feast]
    """Public holidays by law."""
    closed_in_fact: Mapping[date, Feast]
    """No holiday by law, yet nearly every office is closed."""
    closed_for_some: Mapping[date, Feast]
    """Banks, public offices or those who choose it are closed."""
    half: Mapping[date, Feast]
    worked_weekends: frozenset[date]
    is_known: bool
    is_whole: bool
    """No where the package itself warns that feasts of that year are missing."""
    has_open_arrangements: bool
    """The government moves working days to weekends, and has not yet said which in this year."""


_NOTHING: Final = YearOfDays(
    closed={},
    closed_in_fact={},
    closed_for_some={},
    half={},
    worked_weekends=frozenset(),
    is_known=False,
    is_whole=False,
    has_open_arrangements=False,
)


@cache
def _countries() -> frozenset[str]:
    from holidays.registry import COUNTRIES  # half a second in all that only a question about a day should pay

    return frozenset(codes[1] for codes in COUNTRIES.values())


def country_code(text: str) -> str | None:
    """The two-letter code that a text writes (`de`, `UK`), or None where no calendar is known for it."""
    code = {"UK": "GB", "EL": "GR"}.get(text.strip().upper(), text.strip().upper())
    return code if code in _countries() else None


def countries() -> tuple[str, ...]:
    """Every country whose holidays are known, by its two letters."""
    return tuple(sorted(_countries()))


@lru_cache(maxsize=300)
def _calendar(country: str) -> Any:
    from holidays import country_holidays

    return country_holidays(country)


@lru_cache(maxsize=300)
def _regions_by_name(country: str) -> Mapping[str, str]:
    calendar = _calendar(country)
    names = {name.casefold(): code for name, code in dict(getattr(calendar, "subdivisions_aliases", {})).items()}
    names.update({code.casefold(): code for code in calendar.subdivisions})
    for name, code in _REGIONS_BY_WEEKEND.get(country, {}).items():
        names.update({name.casefold(): code, code.casefold(): code})
    return names


def region_code(country: str, text: str) -> str | None:
    """The code of a region that a text writes (`by`, `DE-BY`, `Bayern`), or None where the calendar does not name it."""
    folded = text.strip().casefold().removeprefix(f"{country.casefold()}-")
    return _regions_by_name(country).get(folded)


@lru_cache(maxsize=300)
def regions(country: str) -> tuple[str, ...]:
    """The regions with days of their own: states, cantons, provinces; single towns and school zones left out."""
    if country in _REGIONS_BY_WEEKEND:
        return tuple(_REGIONS_BY_WEEKEND[country].values())
    calendar = _calendar(country)
    first_order = set(dict(getattr(calendar, "subdivisions_aliases", {})).values())
    return tuple(code for code in calendar.subdivisions if code in first_order and len(code) <= 3)


@lru_cache(maxsize=300)
def region_name(country: str, code: str) -> str:
    """What people there call a region: `BY` is Bayern. The code itself where it has no name."""
    named = {**dict(getattr(_calendar(country), "subdivisions_aliases", {})), **_REGIONS_BY_WEEKEND.get(country, {})}
    return next((name for name, other in named.items() if other == code), code)


@lru_cache(maxsize=300)
def people_by_region(country: str) -> Mapping[str, int]:
    """How many people live in each region, in hundreds of thousands; empty where they are not counted here."""
    pairs = (one.split("=") for one in _PEOPLE.get(country, "").split())
    return {code: int(count) for code, count in pairs}


def shares_of(country: str, codes: Collection[str]) -> tuple[float, float]:
    """Which part of a country's regions, and of its people, some regions are, 0 to 1.

    Where the people are not counted, the regions stand for them.
    """
    by_number = len(codes) / max(1, len(regions(country)))
    people = people_by_region(country)
    return by_number, sum(people[code] for code in codes) / sum(people.values()) if people else by_number


def told_regions(country: str, codes: Sequence[str], *, is_short: bool) -> tuple[str, list[str]]:
    """How some of a country's regions are best told: `all` by name, all `but` the named, or `such` as the named."""
    others = [code for code in regions(country) if code not in codes]
    if len(others) <= _FEW and len(others) < len(codes):
        return "but", [region_name(country, code) for code in others]
    if is_short and len(codes) > _FEW:
        return "such", [region_name(country, code) for code in codes[:_FEW]]
    return "all", [region_name(country, code) for code in codes]


@lru_cache(maxsize=4000)
def year_of(country: str, region: str | None, year: int, language: str = "en") -> YearOfDays:
    """The days of one year, names in `language` where the package or our own table has them, else in English.

    `country` and `region` are codes as `country_code` and `region_code` give them. Never raises for any year.
    """
    if not 1000 <= year <= 9000:
        return _NOTHING
    with warnings.catch_warnings(record=True) as doubts:
        warnings.simplefilter("always")
        days = _asked(country, region, year, ("public",), language)
        by_kind = {kind: _asked(country, region, year, (kind,), language) for kind in _kinds(country)}
        worked = _worked_weekends(country, year)
        used_to_move = year > GAZETTED_THROUGH and not worked and _used_to_move_days(country, year)
    in_most_towns = by_kind.get("catholic", {}) if (country, region) in _MOSTLY_CATHOLIC else {}
    halves = _merged(by_kind.get("half_day", {}), *(_only_halves(found) for found in (days, *by_kind.values())))
    soft = _merged(*(by_kind.get(kind, {}) for kind in (*_CLOSES_FOR_SOME, "catholic")))
    return YearOfDays(
        closed={day: feast for day, feast in days.items() if day not in halves},
        closed_in_fact=_merged(by_kind.get("de_facto", {}), in_most_towns),
        closed_for_some={day: feast for day, feast in soft.items() if day not in halves},
        half=halves,
        worked_weekends=worked,
        is_known=bool(days),
        is_whole=not doubts and not (year > MOON_KNOWN_THROUGH and _follows_moon(country)),
        has_open_arrangements=used_to_move,
    )


def free_from(feast: Feast) -> time | None:
    """The hour from which a half-day is free, where its name says so."""
    found = _FROM_HOUR.search(feast.name)
    if not found:
        return None
    return time(int(found[1]) % 12 + (12 if found[3].lower() == "p" else 0), int(found[2] or 0))


@cache
def _kinds(country: str) -> tuple[str, ...]:
    offered = set(_calendar(country).supported_categories)
    towns = ("catholic",) if country == "DE" else ()
    return tuple(kind for kind in ("half_day", "de_facto", *towns, *_CLOSES_FOR_SOME) if kind in offered)


@cache
def _spoken(country: str, language: str) -> str | None:
    tongues = _calendar(country).supported_languages
    wanted = (language, *(tongue for tongue in tongues if tongue.startswith(f"{language}_")), "en_US")
    others = (tongue for tongue in tongues if tongue.startswith("en"))
    return next((tongue for tongue in (*wanted, *others) if tongue in tongues), None)


def _asked(country: str, region: str | None, year: int, kinds: tuple[str, ...], language: str) -> dict[date, Feast]:
    from holidays import country_holidays

    tongue = "en_US" if language == "en" and "en_US" in _calendar(country).supported_languages else _spoken(country, language)
    known = region if region in _calendar(country).subdivisions else None
    found = country_holidays(country, subdiv=known, years=year, categories=kinds, language=tongue)
    is_foreign = language != "en" and not (tongue or "en").startswith(language)
    by_moon = {} if language in _TOLD_BY_NAME or is_foreign else _asked(country, region, year, kinds, "en")
    named = sorted((day, name) for day, name in found.items() if day.year == year)
    to = language if is_foreign else ""
    return {day: _feast(name, day, by_moon[day].name if day in by_moon else name, to) for day, name in named}


def _feast(name: str, day: date, called: str, to: str) -> Feast:
    """`called`: the name in a language whose names say whether a feast follows the moon; `to`: the language that an English name
    is to be put into, empty for none."""
    plain = _ESTIMATED.sub(lambda found: f" ({found[1]})" if found[1] else "", name)
    is_later = day.year > GAZETTED_THROUGH and _ISLAMIC.search(called) is not None
    said = holiday_in(to, plain.strip()) if to else plain.strip()
    return Feast(name=said, is_estimated=plain != name or is_later or day.year > FORESEEABLE_THROUGH)


@cache
def _follows_moon(country: str) -> bool:
    """Whether any public holiday of a country is one of the Islamic calendar."""
    days = _asked(country, None, GAZETTED_THROUGH, ("public",), "en")
    return any(_ISLAMIC.search(feast.name) for feast in days.values())


def _only_halves(days: Mapping[date, Feast]) -> dict[date, Feast]:
    return {day: feast for day, feast in days.items() if _FROM_HOUR.search(feast.name)}


def _merged(*found: Mapping[date, Feast]) -> dict[date, Feast]:
    return {day: feast for days in reversed(found) for day, feast in days.items()}


@lru_cache(maxsize=4000)
def _worked_weekends(country: str, year: int) -> frozenset[date]:
    from holidays import country_holidays

    return frozenset(day for day in country_holidays(country, years=year).weekend_workdays if day.year == year)


def _used_to_move_days(country: str, year: int) -> bool:
    recent: Iterable[int] = range(min(year - 1, GAZETTED_THROUGH + 1), GAZETTED_THROUGH - 3, -1)
    return any(_worked_weekends(country, one) for one in recent)


def regional_feasts(country: str, day: date, language: str = "en") -> Iterator[tuple[str, Feast]]:
    """Every region that has a public holiday that day which the country as a whole has not."""
    if country in _REGIONS_BY_WEEKEND or day in year_of(country, None, day.year, language).closed:
        return
    for region in regions(country):
        there = year_of(country, region, day.year, language)
        if found := there.closed.get(day) or there.closed_in_fact.get(day):
            yield region, found
