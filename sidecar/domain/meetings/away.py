"""When the person is out of the office, as their own calendar and their automatic reply say: silence then, and one message after.

An entry with a client in it is a visit, not an absence, however it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sidecar.domain.meetings.client import Corrections, OurSide, everybody, side_of
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.meetings.plan import Preferences
from sidecar.domain.times.localtime import instant

KEPT_FOR: Final = timedelta(days=14)
"""So long an absence that is over is remembered: the message on return needs it."""
MOST: Final = 40
LONGEST: Final = timedelta(days=366)
"""An automatic reply without an end counts for so long."""
TOLD_WITHIN: Final = 3
"""Days of work after the return in which it may still be told what was missed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """From when to when, aware and in UTC."""

    from_at: datetime
    until_at: datetime

    def as_json(self) -> dict[str, str]:
        """As it is kept."""
        return {"from": self.from_at.isoformat(), "until": self.until_at.isoformat()}


def absence_from(kept: Mapping[str, Any]) -> Absence:
    """One that was kept."""
    return Absence(from_at=datetime.fromisoformat(kept["from"]), until_at=datetime.fromisoformat(kept["until"]))


def absences_in(meetings: Iterable[Meeting], ours: OurSide, said: Corrections, preferences: Preferences) -> tuple[Absence, ...]:
    """What the entries of a calendar say, those that touch made one."""
    found = [_span(one, preferences.zone) for one in meetings if _is_absence(one, ours, said)]
    return joined(found, preferences)


def _is_absence(one: Meeting, ours: OurSide, said: Corrections) -> bool:
    if one.show_as != "oof" or one.is_cancelled or one.my_response == "declined":
        return False
    return all(side_of(person, ours, said) != "client" for person in everybody(one))


def _span(one: Meeting, zone: str) -> Absence:
    """A whole day begins and ends at the person's own midnight: a date has no zone of its own."""
    if not one.is_all_day:
        return Absence(from_at=one.start_at, until_at=one.end_at)
    days = (one.start_at.date(), max(one.end_at.date(), one.start_at.date() + timedelta(days=1)))
    from_at, until_at = (instant(datetime.combine(day, time()), zone).instant_at for day in days)
    return Absence(from_at=from_at, until_at=until_at)


def joined(found: Iterable[Absence], preferences: Preferences) -> tuple[Absence, ...]:
    """In order; those between which nobody works are one: a Friday and the Monday after it."""
    merged: list[Absence] = []
    for one in sorted(found, key=lambda each: (each.from_at, each.until_at)):
        last = merged[-1] if merged else None
        if last and (one.from_at <= last.until_at or not _works_between(last.until_at, one.from_at, preferences)):
            merged[-1] = Absence(from_at=last.from_at, until_at=max(last.until_at, one.until_at))
        else:
            merged.append(one)
    return tuple(merged[-MOST:])


def _works_between(from_at: datetime, until_at: datetime, preferences: Preferences) -> bool:
    """Whether any hour of work lies in a span."""
    day, last = (at.astimezone(ZoneInfo(preferences.zone)).date() for at in (from_at, until_at))
    while day <= last:
        starts_at, ends_at = _work_of(day, preferences)
        if day.weekday() in preferences.working_days and starts_at < until_at and ends_at > from_at:
            return True
        day += timedelta(days=1)
    return False


def _work_of(day: date, preferences: Preferences) -> tuple[datetime, datetime]:
    begins = instant(datetime.combine(day, preferences.work_from), preferences.zone).instant_at
    ends = instant(datetime.combine(day, preferences.work_until), preferences.zone).instant_at
    return begins, ends


def still_known(held: Sequence[Absence], read: Sequence[Absence], read_from: datetime, now: datetime) -> tuple[Absence, ...]:
    """What is read now, and what was over before the window that was read, as long as it may still be told of."""
    older = [one for one in held if one.until_at <= read_from and now - one.until_at < KEPT_FOR]
    return (*older, *read)


def away_at(absences: Iterable[Absence], at: datetime) -> Absence | None:
    """The absence in which an instant lies; of several the one that ends last."""
    found = [one for one in absences if one.from_at <= at < one.until_at]
    return max(found, key=lambda one: one.until_at, default=None)


def rests_on_reply(calendar: Sequence[Absence], reply: Absence | None, at: datetime, preferences: Preferences) -> bool:
    """Whether only the automatic reply says that the person is away at an instant: of its end nobody is told."""
    if reply is None or away_at(joined(calendar, preferences), at) is not None:
        return False
    return away_at(joined([*calendar, reply], preferences), at) is not None


def back_from(absences: Iterable[Absence], now: datetime, preferences: Preferences) -> Absence | None:
    """The absence after which the person is back: it held a whole day of work, and ended within the last days of work."""
    over = [one for one in absences if one.until_at <= now and _held_a_day(one, preferences)]
    last = max(over, key=lambda one: one.until_at, default=None)
    if last is None or away_at(absences, now) is not None:
        return None
    here = ZoneInfo(preferences.zone)
    day, worked = last.until_at.astimezone(here).date(), 0
    while day < now.astimezone(here).date():
        worked += day.weekday() in preferences.working_days
        day += timedelta(days=1)
    return last if worked < TOLD_WITHIN else None


def _held_a_day(one: Absence, preferences: Preferences) -> bool:
    day, last = (at.astimezone(ZoneInfo(preferences.zone)).date() for at in (one.from_at, one.until_at))
    while day <= last:
        begins, ends = _work_of(day, preferences)
        if day.weekday() in preferences.working_days and one.from_at <= begins and ends <= one.until_at:
            return True
        day += timedelta(days=1)
    return False
