"""A zone that is described by two offsets and the days on which the clock changes, as Windows describes all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """When the clock changes: the nth given weekday of a month (5: the last) at a local time; `year` None: every year."""

    month: int
    weekday: int
    occurrence: int
    at: time
    year: int | None

    def local(self, year: int) -> datetime | None:
        """The local time of the change in a year, on the clock as it runs before the change; None: not in that year."""
        if self.year is not None and self.year != year:
            return None
        return datetime.combine(_nth_weekday(year, self.month, self.weekday, self.occurrence), self.at)


def _nth_weekday(year: int, month: int, weekday: int, occurrence: int) -> date:
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (occurrence - 1))
    while day.month != month:
        day -= timedelta(days=7)
    return day


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneRules:
    """Two offsets from UTC and when the clock goes from one to the other; both turns are None where it never does."""

    standard: timedelta
    daylight: timedelta
    to_standard: Turn | None
    to_daylight: Turn | None

    def turns(self, year: int) -> tuple[tuple[datetime, bool], ...]:
        """The instants (UTC, naive) at which the clock changes in a year, and whether to daylight time; in order."""
        found = []
        if self.to_standard and (local := self.to_standard.local(year)):
            found.append((local - self.daylight, False))
        if self.to_daylight and (local := self.to_daylight.local(year)):
            found.append((local - self.standard, True))
        return tuple(sorted(found))

    @property
    def year(self) -> int | None:
        """The one year that the rules are for, or None where they are for every year."""
        return next((turn.year for turn in (self.to_standard, self.to_daylight) if turn and turn.year is not None), None)

    def is_daylight(self, at: datetime) -> bool:
        """Whether daylight time holds at an instant (UTC, naive). Rules for one year change the clock in that year only."""
        years = (self.year,) if self.year is not None else (at.year - 1, at.year, at.year + 1)
        turns = [turn for year in years if 1 <= year <= 9999 for turn in self.turns(year)]
        if not turns:
            return False
        past = [to_daylight for turn_at, to_daylight in turns if turn_at <= at]
        return past[-1] if past else not turns[0][1]


class DescribedZone(tzinfo):
    """Rules as a tzinfo. Local times follow PEP 495: of two meanings `fold` chooses the second."""

    def __init__(self, rules: ZoneRules) -> None:
        self.rules = rules

    def __repr__(self) -> str:
        return f"DescribedZone({self.rules!r})"

    def __reduce__(self) -> tuple[type[DescribedZone], tuple[ZoneRules]]:
        return DescribedZone, (self.rules,)

    def utcoffset(self, at: datetime | None) -> timedelta:
        """Of a local time; one the clock jumped over has the offset before the jump with `fold` 0, after it with 1."""
        if at is None:
            return self.rules.standard
        naive = at.replace(tzinfo=None, fold=0)
        return self._before_or_after(naive)[at.fold]

    def _before_or_after(self, naive: datetime) -> tuple[timedelta, timedelta]:
        standard, daylight = self.rules.standard, self.rules.daylight
        fits = [
            offset
            for offset, is_daylight in ((standard, False), (daylight, True))
            if self.rules.is_daylight(_less(naive, offset)) == is_daylight
        ]
        if len(fits) == 1:
            return fits[0], fits[0]
        least, most = sorted((standard, daylight))
        return (most, least) if fits else (least, most)

    def dst(self, at: datetime | None) -> timedelta:
        """How far the clock is ahead of its standard time."""
        return self.utcoffset(at) - self.rules.standard

    def tzname(self, at: datetime | None) -> None:
        """Nothing: a described zone has no name."""
        return

    def fromutc(self, at: datetime) -> datetime:
        """The local time of an instant."""
        naive = at.replace(tzinfo=None, fold=0)
        is_daylight = self.rules.is_daylight(naive)
        local = naive + (self.rules.daylight if is_daylight else self.rules.standard)
        before, after = self._before_or_after(local)
        is_second = before != after and local - naive == after
        return local.replace(tzinfo=self, fold=int(is_second))


def _less(naive: datetime, offset: timedelta) -> datetime:
    try:
        return naive - offset
    except OverflowError:
        return naive
