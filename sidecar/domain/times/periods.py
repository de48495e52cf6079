"""Stretches of the year in which many offices of a place are thin or closed: facts about its calendar, never about a person."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final

from sidecar.domain.times.holidays_of import year_of
from sidecar.knowledge.weekends import weekend_of

_RAMADAN: Final = 9
_DAY: Final = timedelta(days=1)
_FRIDAY: Final = 4


@cache
def _table() -> tuple[Mapping[str, Any], ...]:
    text = resources.files("sidecar.knowledge").joinpath("periods.toml").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)["period"]
    return tuple({**row, "countries": frozenset(row.get("countries", "").split())} for row in rows)


def period_names() -> tuple[str, ...]:
    """Every period there is a name for."""
    return tuple(dict.fromkeys(row["id"] for row in _table()))


def period_of(country: str, region: str | None, day: date) -> str | None:
    """The period a day lies in, as the words know it (`ramadan`, `august`), or None. Codes as `country_code` gives them."""
    row = _row(country, region, day)
    return str(row["id"]) if row else None


def offices_close(country: str, region: str | None, day: date) -> bool:
    """Whether a day lies in a period in which many or most offices close, working day or not."""
    row = _row(country, region, day)
    return bool(row and row.get("closes"))


@lru_cache(maxsize=20_000)
def _row(country: str, region: str | None, day: date) -> Mapping[str, Any] | None:
    if not 1000 < day.year < 9000:
        return None
    rows = (row for row in _table() if not row["countries"] or country in row["countries"])
    return next((row for row in rows if _covers(row, country, region, day)), None)


def _covers(row: Mapping[str, Any], country: str, region: str | None, day: date) -> bool:
    if "rule" in row:
        return _RULES[row["rule"]](country, region, day)
    if "easter" in row:
        first, last = row["easter"]
        return bool(first <= (day - _easter(day.year)).days <= last)
    if "near" in row:
        return _is_near(row, country, day)
    written = f"{day:%m-%d}"
    if written == row.get("holiday_too"):
        return _is_holiday(country, region, day)
    if row["from"] > row["to"]:
        return bool(written >= row["from"] or written <= row["to"])
    return bool(row["from"] <= written <= row["to"])


def _is_near(row: Mapping[str, Any], country: str, day: date) -> bool:
    return any(
        anchor - row["before"] * _DAY <= day <= anchor + row["after"] * _DAY
        for year in {day.year, (day + 10 * _DAY).year}
        for anchor in _days_named(country, year, row["near"])[:1]
    )


@lru_cache(maxsize=2000)
def _days_named(country: str, year: int, pattern: str) -> tuple[date, ...]:
    names = re.compile(rf"\b(?:{pattern})\b")
    return tuple(sorted(day for day, feast in year_of(country, None, year).closed.items() if names.search(feast.name)))


def _is_ramadan(country: str, region: str | None, day: date) -> bool:
    return _is_ramadan_anywhere(day)


@lru_cache(maxsize=4000)
def _is_ramadan_anywhere(day: date) -> bool:
    from hijridate import Gregorian

    try:
        return bool(Gregorian(day.year, day.month, day.day).to_hijri().month == _RAMADAN)
    except (OverflowError, ValueError):  # the Umm al-Qura tables cover 1924 to 2077
        return False


def _is_midsummer(country: str, region: str | None, day: date) -> bool:
    eve = date(day.year, 6, 19)
    eve += ((_FRIDAY - eve.weekday()) % 7) * _DAY
    return eve - _DAY <= day <= eve + _DAY


def _is_bridge(country: str, region: str | None, day: date) -> bool:
    """One working day alone between a weekend on one side and a public holiday on the other."""
    before, after = day - _DAY, day + _DAY
    if _is_weekend(country, region, day) or _is_holiday(country, region, day):
        return False
    return (_is_weekend(country, region, before) and _is_holiday(country, region, after)) or (
        _is_holiday(country, region, before) and _is_weekend(country, region, after)
    )


def _is_weekend(country: str, region: str | None, day: date) -> bool:
    return day.weekday() in weekend_of(country, region, day).days


def _is_holiday(country: str, region: str | None, day: date) -> bool:
    return day in year_of(country, region, day.year).closed


_RULES: Final[Mapping[str, Callable[[str, str | None, date], bool]]] = {
    "ramadan": _is_ramadan,
    "midsummer": _is_midsummer,
    "bridge": _is_bridge,
}


@lru_cache(maxsize=200)
def _easter(year: int) -> date:
    """Easter Sunday of the western churches: the method of Meeus, Jones and Butcher."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, left = divmod(century, 4)
    moved = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moved + 15) % 30
    fourth, odd = divmod(rest, 4)
    weekday = (32 + 2 * left + 2 * fourth - epact - odd) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
