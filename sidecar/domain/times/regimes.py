"""The spans of time over which two clocks stay the same distance apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from sidecar.domain.times.localtime import offset_at, resolve

DAY = timedelta(days=1)
YEARS_AROUND = 2
"""How many years before and after an instant are looked at."""
FIRST_YEAR, LAST_YEAR = 1900, 2200
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """From `since_at` to before `until_at` a clock is `ahead` of the one it is seen from.

    The first and the last one of a row are open: their outer end is only as far as was looked.
    """

    since_at: datetime
    until_at: datetime
    ahead: timedelta
    is_open: bool = False

    @property
    def length(self) -> timedelta:
        """How long it lasts, as far as was looked."""
        return self.until_at - self.since_at


@lru_cache(maxsize=20_000)
def changes(zone: str, year: int) -> tuple[datetime, ...]:
    """The instants within one year (UTC) at which a zone's offset changes, to the second.

    No zone has ever changed twice within one day, so looking once a day misses nothing.
    """
    found = []
    day, last = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    before = offset_at(zone, day)
    while day < last:
        after = offset_at(zone, day + DAY)
        if after != before:
            found.append(_change_between(zone, day, day + DAY))
        day, before = day + DAY, after
    return tuple(found)


def _change_between(zone: str, low: datetime, high: datetime) -> datetime:
    before = offset_at(zone, low)
    while high - low > _SECOND:
        middle = low + (high - low) // 2
        middle -= timedelta(microseconds=middle.microsecond)
        if offset_at(zone, middle) == before:
            low = middle
        else:
            high = middle
    return high


@lru_cache(maxsize=2_000)
def _regimes(zone: str, seen_from: str, year: int) -> tuple[Regime, ...]:
    first, last = max(year - YEARS_AROUND, FIRST_YEAR), min(year + YEARS_AROUND, LAST_YEAR)
    inside = {at for one in (zone, seen_from) for each in range(first, last + 1) for at in changes(one, each)}
    edges = [datetime(first, 1, 1, tzinfo=UTC), *sorted(inside), datetime(last + 1, 1, 1, tzinfo=UTC)]
    spans = list(_joined(zone, seen_from, edges))
    ends = {0, len(spans) - 1}
    return tuple(
        Regime(since_at=since_at, until_at=until_at, ahead=ahead, is_open=index in ends)
        for index, (since_at, until_at, ahead) in enumerate(spans)
    )


def _joined(zone: str, seen_from: str, edges: list[datetime]) -> Iterator[tuple[datetime, datetime, timedelta]]:
    """Spans between the edges; neighbours between which the distance does not change are one."""
    since_at, ahead = edges[0], _ahead(zone, seen_from, edges[0])
    for edge in edges[1:-1]:
        now_ahead = _ahead(zone, seen_from, edge)
        if now_ahead != ahead:
            yield since_at, edge, ahead
            since_at, ahead = edge, now_ahead
    yield since_at, edges[-1], ahead


def _ahead(zone: str, seen_from: str, at: datetime) -> timedelta:
    return offset_at(zone, at) - offset_at(seen_from, at)


def regimes_around(zone: str, seen_from: str, at: datetime) -> tuple[tuple[Regime, ...], int]:
    """The regimes of a clock in `zone` seen from another, in order, from two years before to two years after an instant,
    and which of them holds then. Both are IANA zones; the instant lies between 1900 and 2200.
    """
    row = _regimes(zone, seen_from, at.astimezone(UTC).year)
    return row, next(index for index, one in enumerate(row) if at < one.until_at or index == len(row) - 1)


class Look:
    """One look at an instant from a clock in `seen_from` to one in `zone`, both IANA names.

    `here` is the local time that was meant, `there` what the other clock shows, both naive. `before_the_jump` is an instant
    whose regime is the one `here` belongs to: the instant itself, where nothing was jumped over.
    """

    def __init__(self, at: datetime, zone: str, seen_from: str, asked: datetime | None) -> None:
        self.at, self.zone, self.seen_from = at, zone, seen_from
        shown = at.astimezone(ZoneInfo(seen_from)).replace(tzinfo=None)
        self.here = asked.replace(tzinfo=None) if asked else shown
        self.before_the_jump = at - max(shown - self.here, timedelta())
        self.there = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)

    def first_day(self, since_at: datetime) -> date:
        """The first date on which a meeting at this time of day does not lie before `since_at`."""
        clock = ZoneInfo(self.seen_from)
        day = since_at.astimezone(clock).date()
        at = resolve(datetime.combine(day, self.here.time()), clock).instant_at
        return day if at >= since_at else day + timedelta(days=1)

    def next_day(self, since_at: datetime) -> date:
        """The same of a time still to come: never the day of this meeting itself."""
        return max(self.first_day(since_at), self.here.date() + timedelta(days=1))
