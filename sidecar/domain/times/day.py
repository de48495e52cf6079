"""What kind of day it is in a country or in one of its regions: working, weekend, holiday, half a day, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Final, Literal

from sidecar.domain.times.holidays_of import (
    FORESEEABLE_THROUGH,
    Feast,
    YearOfDays,
    country_code,
    free_from,
    region_code,
    regional_feasts,
    regions,
    shares_of,
    year_of,
)
from sidecar.domain.times.periods import offices_close, period_of
from sidecar.errors import Refused
from sidecar.knowledge.weekends import Weekend, closes_early, weekend_of
from sidecar.words import Words

Certainty = Literal["stated", "usual", "estimated"]

_MOST: Final = 0.5
_A_DAY: Final = timedelta(days=1)
_EXCHANGED_WITHIN: Final = 4
"""So many days before and after a public holiday a working day may be exchanged for one on a weekend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day in a country. `working` is None where the calendar of that year is not known.

    `regions` are those that have a holiday which the whole country has not, when no region was given; then the certainty is
    "usual", and the day is a working day unless most regions, with most of the people, have it off. `free_from`: the local
    hour at which a half-day ends, where the calendar says so.
    """

    working: bool | None
    is_weekend: bool
    weekend_days: tuple[str, ...]
    holiday: str | None
    half_day: str | None
    certainty: Certainty
    period: str | None
    regions: tuple[str, ...] = ()
    free_from: time | None = None
    is_closed: bool = False
    """The holiday, not the weekend, closes offices: by law or in fact, in the whole place that was asked for."""
    is_widely_closed: bool = False
    """The holiday closes offices in most of the regions, or where most of the people live, and the region is not known."""
    other_weekend: tuple[str, ...] = ()
    """Regions where this day of the week is free though elsewhere it is not, or the other way round; no region was given."""


def day_of(country: str, subdivision: str | None, day: date, language: str = "en") -> Day:
    """What kind of day it is in a country or in one of its regions; holidays are named in `language` where they can be.

    Raises Refused for a country or a region that no calendar is known for.
    """
    code = country_code(country)
    if code is None:
        raise Refused(f"“{country}” is no country we have a calendar for; give two letters such as DE.")
    region = region_code(code, subdivision) if subdivision else None
    if subdivision and region is None:
        known = ", ".join(regions(code))
        raise Refused(f"“{subdivision}” is no region of {code} with days of its own; " + _regions_hint(known))
    return known_day(code, region, day, language)


def _regions_hint(known: str) -> str:
    return f"give one of {known}." if known else "leave it out."


@lru_cache(maxsize=20_000)
def known_day(country: str, region: str | None, day: date, language: str) -> Day:
    """The same as `day_of` for codes as `country_code` and `region_code` give them. Never raises."""
    year = year_of(country, region, day.year, language)
    weekend = weekend_of(country, region, day)
    is_weekend = day.weekday() in weekend.days
    there = _regional(country, region, day, language)
    is_everywhere = bool(there) and len(there) == len(regions(country))
    whole = year.closed.get(day) or year.closed_in_fact.get(day) or (there[0][1] if is_everywhere else None)
    feast = whole or (there[0][1] if there else None) or year.closed_for_some.get(day)
    half = year.half.get(day) or _early_end(country, day, language, is_free=is_weekend or whole is not None)
    off = () if is_everywhere else tuple(code for code, _ in there)
    shares = shares_of(country, off)
    certainty = _certainty(day, year, weekend, whole=whole, feast=feast, half=half)
    is_unsure = offices_close(country, region, day) and whole is None and not is_weekend
    return Day(
        working=_is_working(day, year, is_weekend=is_weekend, is_closed=whole is not None or min(shares) > _MOST),
        is_weekend=is_weekend,
        weekend_days=weekend.names,
        holiday=feast.name if feast else None,
        half_day=half.name if half else None,
        certainty="usual" if certainty == "stated" and is_unsure else certainty,
        period=period_of(country, region, day),
        regions=off,
        free_from=free_from(half) if half else None,
        is_closed=whole is not None,
        is_widely_closed=max(shares) > _MOST,
        other_weekend=_regions_with_other_weekend(country, region, day, weekend),
    )


def _early_end(country: str, day: date, language: str, *, is_free: bool) -> Feast | None:
    """A weekday on which public offices close early as every week; nothing on a free day."""
    is_early = not is_free and closes_early(country, day)
    return Feast(name=Words(language).say("day-closes-early"), is_usual=True) if is_early else None


def _regions_with_other_weekend(country: str, region: str | None, day: date, weekend: Weekend) -> tuple[str, ...]:
    if region is not None:
        return ()
    is_free = day.weekday() in weekend.days
    found = (code for code in weekend.elsewhere if (day.weekday() in weekend_of(country, code, day).days) != is_free)
    return tuple(found)


def _regional(country: str, region: str | None, day: date, language: str) -> tuple[tuple[str, Feast], ...]:
    """The regions with a holiday; none where a region was given, or a few only add law to what many do everywhere."""
    there = () if region else tuple(regional_feasts(country, day, language))
    is_custom = day in year_of(country, region, day.year, language).closed_for_some
    return () if is_custom and 2 * len(there) < len(regions(country)) else there


def _is_working(day: date, year: YearOfDays, *, is_weekend: bool, is_closed: bool) -> bool | None:
    if is_closed:
        return False
    if is_weekend:
        return day in year.worked_weekends
    return True if year.is_known and year.is_whole else None


def _certainty(
    day: date, year: YearOfDays, weekend: Weekend, *, whole: Feast | None, feast: Feast | None, half: Feast | None
) -> Certainty:
    named = [one for one in (feast, half) if one]
    is_sure_year = year.is_known and year.is_whole and day.year <= FORESEEABLE_THROUGH
    if not is_sure_year or any(one.is_estimated for one in named) or _is_beside_estimate(day, year):
        return "estimated"
    is_by_custom = whole is not None and day not in year.closed and day in year.closed_in_fact
    is_for_some = whole is None and (feast is not None or (half is not None and half.is_usual))
    is_doubtful = whole is None and day.weekday() in weekend.doubtful
    is_usual = is_by_custom or is_for_some or is_doubtful or _may_be_exchanged(day, year, weekend, whole)
    return "usual" if is_usual else "stated"


def _may_be_exchanged(day: date, year: YearOfDays, weekend: Weekend, whole: Feast | None) -> bool:
    """Where the government has not yet said which days it exchanges: weekends, and working days near a holiday."""
    if not year.has_open_arrangements:
        return False
    if whole is not None:
        return "(observed)" in whole.name
    near = (day + step * _A_DAY for step in range(-_EXCHANGED_WITHIN, _EXCHANGED_WITHIN + 1))
    return day.weekday() in weekend.days or any(one in year.closed for one in near)


def _is_beside_estimate(day: date, year: YearOfDays) -> bool:
    """A feast whose date is not certain may turn out to be on the day before or after."""
    beside = (day + step * timedelta(days=1) for step in (-1, 1) if date.min < day < date.max)
    return day not in year.closed and any(near in year.closed and year.closed[near].is_estimated for near in beside)
