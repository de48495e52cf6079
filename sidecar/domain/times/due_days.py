"""The day that a phrase means to somebody who says it on a given date.

A week runs from Monday, and its work ends on Friday; a span ("next week", "in March") is due on its last such day.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sidecar.knowledge.due_days import day_phrases

_DAY: Final = timedelta(days=1)
_FRIDAY: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Some words of a sentence that name a day. `day` is None where they name a moment without a date ("the next call")."""

    start: int
    end: int
    day: date | None


def days_named(text: str, said_on: date) -> tuple[Named, ...]:
    """Every phrase that names a day, in order, the longest where two overlap. `said_on`: the speaker's local date."""
    if not day_phrases().signs.search(text):
        return ()
    found: list[Named] = []
    for phrase in day_phrases().phrases:
        for match in phrase.pattern.finditer(text):
            day = _RULES[phrase.means](match, said_on, *phrase.using)
            if day is not None or phrase.means == "no_day":
                found.append(Named(start=match.start(), end=match.end(), day=day))
    return tuple(sorted(_without_overlaps(found), key=lambda one: one.start))


def _without_overlaps(found: list[Named]) -> Iterator[Named]:
    taken: list[Named] = []
    for one in sorted(found, key=lambda each: each.start - each.end):
        if all(one.end <= other.start or one.start >= other.end for other in taken):
            taken.append(one)
            yield one


def _group(match: re.Match[str], name: str) -> str | None:
    """What a phrase's piece says, in whichever branch it stands."""
    return next((text for key, text in match.groupdict().items() if key.rstrip("0123456789") == name and text), None)


def _which(names: tuple[str, ...], text: str) -> int:
    return next(number for number, pattern in enumerate(names) if re.fullmatch(pattern, text, re.IGNORECASE))


def _weekday_number(match: re.Match[str]) -> int:
    return _which(day_phrases().weekdays, _group(match, "weekday") or "")


def _month_number(text: str) -> int:
    return _which(day_phrases().months, text) + 1


def _monday(said_on: date) -> date:
    return said_on - said_on.weekday() * _DAY


def _last_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _months_on(said_on: date, months: int) -> tuple[int, int]:
    years, month = divmod(said_on.month - 1 + months, 12)
    return said_on.year + years, month + 1


def _no_day(match: re.Match[str], said_on: date) -> date | None:
    return None


def _after(match: re.Match[str], said_on: date, days: int) -> date:
    return said_on + days * _DAY


def _weekday(match: re.Match[str], said_on: date) -> date:
    """The next such day; said on one, the one in a week."""
    return said_on + ((_weekday_number(match) - said_on.weekday() - 1) % 7 + 1) * _DAY


def _this_weekday(match: re.Match[str], said_on: date) -> date:
    return said_on + ((_weekday_number(match) - said_on.weekday()) % 7) * _DAY


def _weekday_of_next_week(match: re.Match[str], said_on: date) -> date:
    return _monday(said_on) + (7 + _weekday_number(match)) * _DAY


def _weekday_week(match: re.Match[str], said_on: date) -> date:
    return _weekday(match, said_on) + 7 * _DAY


def _end_of_week(match: re.Match[str], said_on: date, weeks: int) -> date:
    is_over = weeks == 0 and said_on.weekday() > _FRIDAY
    return _monday(said_on) + (7 * (weeks + is_over) + _FRIDAY) * _DAY


def _day_of_next_week(match: re.Match[str], said_on: date, number: int) -> date:
    return _monday(said_on) + (7 + number) * _DAY


def _midweek(match: re.Match[str], said_on: date) -> date:
    return said_on + ((2 - said_on.weekday()) % 7) * _DAY


def _weekend(match: re.Match[str], said_on: date) -> date:
    return said_on + (6 - said_on.weekday()) * _DAY


def _end_of_month(match: re.Match[str], said_on: date, months: int) -> date:
    return _last_of_month(*_months_on(said_on, months))


def _of_next_month(match: re.Match[str], said_on: date, day: int) -> date:
    return date(*_months_on(said_on, 1), day)


def _mid_month(match: re.Match[str], said_on: date) -> date:
    return said_on.replace(day=15) if said_on.day <= 15 else date(*_months_on(said_on, 1), 15)


def _month_part(match: re.Match[str], said_on: date, day: int) -> date:
    month, year = _month_number(_group(match, "month") or ""), _group(match, "year")
    found = _in_month(int(year or said_on.year), month, day)
    return found if year or found >= said_on else _in_month(said_on.year + 1, month, day)


def _in_month(year: int, month: int, day: int) -> date:
    return min(date(year, month, min(day, 28)) if day <= 28 else _last_of_month(year, month), _last_of_month(year, month))


def _end_of_year(match: re.Match[str], said_on: date, years: int) -> date:
    return date(said_on.year + years, 12, 31)


def _end_of_quarter(match: re.Match[str], said_on: date, quarters: int) -> date:
    return _last_of_month(*_months_on(said_on, 2 - (said_on.month - 1) % 3 + 3 * quarters))


def _quarter(match: re.Match[str], said_on: date) -> date:
    found = _last_of_month(said_on.year, 3 * int(match["quarter"]))
    return found if found >= said_on else _last_of_month(said_on.year + 1, 3 * int(match["quarter"]))


def _hours(match: re.Match[str], said_on: date) -> date:
    """Hours count in whole days: what is due in 48 hours is due the day after tomorrow."""
    is_hours = re.search("hour|stunde", match[0], re.IGNORECASE)
    return said_on + (_count(match) // 24 if is_hours else 0) * _DAY


def _count(match: re.Match[str]) -> int:
    text = (_group(match, "count") or "1").lower()
    return int(text) if text.isdecimal() else day_phrases().counts[text]


def _span(match: re.Match[str], said_on: date) -> date:
    unit, count = (_group(match, "unit") or "").lower(), _count(match)
    if unit.startswith("mon"):
        year, month = _months_on(said_on, count)
        return date(year, month, min(said_on.day, _last_of_month(year, month).day))
    if re.match("work|busi|werk|arbeit", unit):
        return _working_days_on(said_on, count)
    return said_on + count * (7 if unit.startswith(("week", "woche")) else 1) * _DAY


def _working_days_on(said_on: date, count: int) -> date:
    """Weekends are skipped; whose holidays would count is not known from the words."""
    day = said_on
    for _ in range(count):
        day += _DAY * max(1, 7 - day.weekday() if day.weekday() >= _FRIDAY else 1)
    return day


def _calendar_day(match: re.Match[str], said_on: date) -> date | None:
    """The next such day; the month or the year may be left unsaid."""
    spelt, month, number, year = (_group(match, name) for name in ("spelt", "month", "number", "year"))
    day = _which(day_phrases().spelt, spelt) + 1 if spelt else int(_group(match, "day") or 0)
    if month or number:
        months = [(one, int(number) if number else _month_number(month or "")) for one in _years(said_on, year)]
    else:
        months = [_months_on(said_on, ahead) for ahead in range(9)]
    possible = (date(*one, day) for one in months if day <= _last_of_month(*one).day)
    return next((found for found in possible if year or found >= said_on), None)


def _years(said_on: date, year: str | None) -> range:
    """Nine years hold a 29 February."""
    return range(int(year), int(year) + 1) if year else range(said_on.year, said_on.year + 9)


def _feast(match: re.Match[str], said_on: date, month: int, day: int) -> date:
    return _next_of(said_on, lambda year: date(year, month, day))


def _easter(match: re.Match[str], said_on: date, days_after: int) -> date:
    return _next_of(said_on, lambda year: _easter_sunday(year) + days_after * _DAY)


def _thanksgiving(match: re.Match[str], said_on: date) -> date:
    return _next_of(said_on, lambda year: date(year, 11, 22 + (3 - date(year, 11, 22).weekday()) % 7))


def _next_of(said_on: date, of_year: Callable[[int], date]) -> date:
    return of_year(said_on.year) if of_year(said_on.year) >= said_on else of_year(said_on.year + 1)


def _easter_sunday(year: int) -> date:
    """By the rule of Meeus, Jones and Butcher for the Gregorian calendar."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


_RULES: Final[Mapping[str, Callable[..., date | None]]] = {
    "after": _after,
    "calendar_day": _calendar_day,
    "day_of_next_week": _day_of_next_week,
    "easter": _easter,
    "end_of_month": _end_of_month,
    "end_of_quarter": _end_of_quarter,
    "end_of_week": _end_of_week,
    "end_of_year": _end_of_year,
    "feast": _feast,
    "hours": _hours,
    "mid_month": _mid_month,
    "midweek": _midweek,
    "month_part": _month_part,
    "no_day": _no_day,
    "of_next_month": _of_next_month,
    "quarter": _quarter,
    "span": _span,
    "thanksgiving": _thanksgiving,
    "this_weekday": _this_weekday,
    "weekday": _weekday,
    "weekday_of_next_week": _weekday_of_next_week,
    "weekday_week": _weekday_week,
    "weekend": _weekend,
}
