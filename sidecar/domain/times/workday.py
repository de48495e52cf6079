"""Whether a meeting lies in the working hours of somebody elsewhere, and the one thing worth saying about it.

A wrong answer is worse than none. Without a country nothing is said of public holidays, and of the weekend only what
every country of the zone agrees on. Hours that nobody stated are called assumed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib import resources
from typing import Final, Literal
from zoneinfo import ZoneInfo

from sidecar.domain.times.day import Day, known_day
from sidecar.domain.times.holidays_of import country_code, region_code, region_name, regions, told_regions
from sidecar.domain.times.localtime import zone_named
from sidecar.domain.times.shares import offset_at
from sidecar.domain.wording.reason import Reason
from sidecar.knowledge.countries import people_by_zone
from sidecar.knowledge.office_hours import office_hours
from sidecar.knowledge.weekends import weekend_of
from sidecar.words import Words

Basis = Literal["stated", "learned", "assumed"]
State = Literal["in", "before", "after", "lunch", "weekend", "holiday", "unknown"]

_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SATURDAY_SUNDAY: Final = (5, 6)
_EMPTY_PLACES: Final = frozenset({"AQ", "BV", "HM", "TF"})
"""Countries of the zone table in which nobody has an office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody works. `country` (two letters) and `subdivision` only where something says so."""

    zone: str
    country: str | None = None
    subdivision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When somebody works, by their own clock; `end` before `start` means through the night.

    `days` as `date.weekday()` counts them; empty where they are not known. `basis`: they (or their mailbox) say so, their
    mails show it, or nobody knows.
    """

    start: time
    end: time
    days: frozenset[int] = frozenset()
    basis: Basis = "stated"
    lunch: tuple[time, time] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """Whether somebody works when a meeting starts, the one thing worth saying about it, and what day it is there."""

    state: State
    note: Reason | None = None
    day: Day | None = None


def usual_hours(country: str | None) -> Hours:
    """The hours assumed of somebody of whom nothing is known, in a country or anywhere."""
    found = office_hours(country_code(country) if country else None)
    return Hours(start=found.start, end=found.end, lunch=found.lunch, basis="assumed")


def working(start_at: datetime, end_at: datetime, place: Place, hours: Hours | None = None, language: str = "en") -> Working:
    """Whether somebody in `place` works when a meeting starts; a meeting that runs out of their hours says so in the note.

    A holiday of most of a country, by its regions and by its people, is one for whoever's region is not known; the note says
    in how many. Stated hours win over learned ones, those over what is usual in the country, that over 09:00 to 17:00; their
    days win over the country's weekend. Without a country a day that is free in only some countries of the zone, or that may
    be (Saturday and Sunday where the zone names no country), is `unknown`. Never raises.
    """
    zone = zone_of(place)
    if zone is None:
        return Working(state="unknown", note=Reason(key="working-unknown"))
    try:
        start, end = start_at.astimezone(zone), end_at.astimezone(zone)
    except OverflowError:
        return Working(state="unknown", note=Reason(key="working-unknown"))
    day = day_at(place, start.date(), language)
    kept = hours or usual_hours(place.country)
    free = _free(start, place, kept, day, language)
    if free:
        return Working(state=free[0], note=free[1], day=day)
    state = state_by_clock(start.time(), kept)
    later = _holiday_over_night(start, end, place, language)
    if state != "in":
        return Working(state=state, note=later or _note_out(state, kept), day=day)
    of_day = _note_of_day(start, end, day, place, language)
    note = of_day or later or _note_of_clock(start, end, kept) or _note_of_doubt(start, kept, day, place, language)
    return Working(state=state, note=note, day=day)


def _holiday_over_night(start: datetime, end: datetime, place: Place, language: str) -> Reason | None:
    """The holiday into which a meeting runs that starts on the evening before."""
    wall_end = end.replace(tzinfo=None)
    if start.date() == date.max or wall_end <= datetime.combine(start.date() + timedelta(days=1), time()):
        return None
    next_day = day_at(place, start.date() + timedelta(days=1), language)
    if next_day is None or not next_day.holiday or not next_day.is_closed:
        return None
    return Reason(key="working-into-holiday", args={"holiday": next_day.holiday})


@lru_cache(maxsize=2000)
def _zone(name: str) -> ZoneInfo | None:
    found = zone_named(name).iana
    return ZoneInfo(found) if found else None


def zone_of(place: Place) -> ZoneInfo | None:
    """The clock of a place, None where its zone is no zone."""
    return _zone(place.zone)


@lru_cache(maxsize=20_000)
def day_at(place: Place, day: date, language: str = "en") -> Day | None:
    """The same as `day_of` where a country is stated and known, else None. A region the calendar does not name is left out."""
    code = country_code(place.country) if place.country else None
    if code is None:
        return None
    return known_day(code, region_code(code, place.subdivision) if place.subdivision else None, day, language)


def _free(start: datetime, place: Place, hours: Hours, day: Day | None, language: str) -> tuple[State, Reason | None] | None:
    """Why the whole day, or what is left of it, is free; None where it is a working day."""
    if day and day.holiday and day.is_closed:
        key = "working-holiday-expected" if day.certainty == "estimated" else "working-holiday"
        return "holiday", Reason(key=key, args={"holiday": day.holiday})
    if found := _weekend(start.date(), place, hours, day):
        return found
    if day and day.holiday and day.regions and day.working is False and not day.is_weekend:
        return "holiday", _in_regions(day.holiday, day, place, language)
    if day and day.half_day and day.free_from and start.time() >= day.free_from:
        return "holiday", Reason(key="working-half-day", args={"holiday": day.half_day})
    return None


def _weekend(day: date, place: Place, hours: Hours, known: Day | None) -> tuple[State, Reason | None] | None:
    name = {"day": _DAYS[day.weekday()]}
    if hours.days:
        return None if day.weekday() in hours.days else ("weekend", Reason(key="working-day-off", args=name))
    if known:
        if not known.is_weekend or known.working:
            return None
        is_sure = known.certainty == "stated"
        return "weekend", Reason(key="working-weekend" if is_sure else "working-weekend-usual", args=name)
    is_free = is_weekend_in_zone(place.zone, day)
    if is_free is None and day.weekday() in _SATURDAY_SUNDAY:
        return "unknown", Reason(key="working-weekend-unknown", args=name)
    return ("weekend", Reason(key="working-weekend-usual", args=name)) if is_free else None


@lru_cache(maxsize=4000)
def is_weekend_in_zone(zone: str, day: date) -> bool | None:
    """Whether every country that keeps a zone rests on a day; None where they differ, or the zone is no country's."""
    found = {day.weekday() in weekend_of(country, None, day).days for country in countries_of_zone(zone)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1000)
def countries_of_zone(zone: str) -> tuple[str, ...]:
    """The countries whose clocks a zone shows since 1970, by the tables of the time zone database."""
    current = zone_named(zone).iana or zone
    found = _countries_by_zone().get(current, ())
    return tuple(code for code in found if code not in _EMPTY_PLACES)


def doubt_of_place(at: datetime, place: Place) -> Reason | None:
    """What is wrong with a place whose country keeps no such clock at an instant: Berlin's in Japan. None where it may be."""
    country = country_code(place.country) if place.country else None
    clocks = {offset_at(one, at) for one in people_by_zone(country or "")}
    if country is None or not clocks or zone_of(place) is None or offset_at(place.zone, at) in clocks:
        return None
    return Reason(key="working-place-doubt", args={"zone": place.zone, "country": country})


@cache
def _countries_by_zone() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in ("zone.tab", "zone1970.tab"):
        text = resources.files("tzdata").joinpath("zoneinfo", name).read_text(encoding="utf-8")
        rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
        found.update({row[2]: tuple(row[0].split(",")) for row in rows})
    return found


def state_by_clock(at: time, hours: Hours) -> State:
    """Where a local time lies in somebody's hours: in, before, after or at lunch."""
    if hours.start == hours.end:
        return "in"
    is_overnight = hours.end < hours.start
    is_inside = (at >= hours.start or at < hours.end) if is_overnight else hours.start <= at < hours.end
    if is_inside:
        return "lunch" if hours.lunch and hours.lunch[0] <= at < hours.lunch[1] else "in"
    return "before" if at < hours.start else "after"


def written_hours(first: time, last: time) -> str:
    """`09:00–17:00`."""
    return f"{first:%H:%M}–{last:%H:%M}"


def _note_out(state: State, hours: Hours) -> Reason:
    if state == "lunch" and hours.lunch:
        return Reason(key="working-lunch", args={"basis": hours.basis, "hours": written_hours(*hours.lunch)})
    return Reason(key="working-hours", args={"basis": hours.basis, "hours": written_hours(hours.start, hours.end)})


def _in_regions(holiday: str, day: Day, place: Place, language: str) -> Reason:
    """`Easter Monday in 3 of 4 regions (all but Scotland)`."""
    country = country_code(place.country or "") or ""
    how, names = told_regions(country, day.regions, is_short=True)
    count, of = str(len(day.regions)), str(len(regions(country)))
    return Reason(
        key="working-holiday-regions",
        args={"holiday": holiday, "count": count, "of": of, "how": how, "regions": Words(language).row(names)},
    )


def _note_of_day(start: datetime, end: datetime, day: Day | None, place: Place, language: str) -> Reason | None:
    if day is None:
        return None
    if day.half_day and (day.free_from is None or end.date() > start.date() or end.time() > day.free_from):
        return Reason(key="working-half-day", args={"holiday": day.half_day})
    if day.holiday and day.regions:
        return _in_regions(day.holiday, day, place, language)
    if day.holiday:
        return Reason(key="working-holiday-some", args={"holiday": day.holiday})
    if day.is_weekend and day.working:
        return Reason(key="working-weekend-worked", args={"day": _DAYS[start.weekday()]})
    return None


def _note_of_clock(start: datetime, end: datetime, hours: Hours) -> Reason | None:
    """Counted on the wall, so that a night in which the clock changes still ends when the wall says so."""
    if hours.start == hours.end or end <= start:
        return None
    wall, wall_end = start.replace(tzinfo=None), end.replace(tzinfo=None)
    closes = datetime.combine(wall.date(), hours.end)
    if closes <= wall:
        closes += timedelta(days=1)
    if wall_end > closes:
        args = {"basis": hours.basis, "end": f"{hours.end:%H:%M}"}
        return Reason(key="working-runs-past", args=args)
    if hours.lunch and wall < datetime.combine(wall.date(), hours.lunch[0]) < wall_end:
        args = {"basis": hours.basis, "hours": written_hours(*hours.lunch)}
        return Reason(key="working-into-lunch", args=args)
    return None


def _note_of_doubt(start: datetime, hours: Hours, day: Day | None, place: Place, language: str) -> Reason | None:
    if day and day.working is None:
        return Reason(key="working-holidays-unknown", args={"year": f"{start.year:04}"})
    if day and day.other_weekend and not hours.days:
        country = country_code(place.country or "") or ""
        names = Words(language).row(region_name(country, code) for code in day.other_weekend)
        return Reason(key="working-weekend-regions", args={"regions": names, "count": str(len(day.other_weekend))})
    if day and day.period:
        return Reason(key="day-period", args={"period": day.period})
    if day is None and not hours.days and is_weekend_in_zone(place.zone, start.date()) is None and start.weekday() == 4:
        return Reason(key="working-weekend-unknown", args={"day": _DAYS[start.weekday()]})
    if hours.basis == "assumed":
        return Reason(key="working-hours", args={"basis": hours.basis, "hours": written_hours(hours.start, hours.end)})
    return None
