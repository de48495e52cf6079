"""A time that several clocks can live with: who suffers, who suffered last time, three better slots, where lunch belongs.

Hardship is counted in points: 0 in somebody's hours, 2 for each half hour outside of them, and far more for a night, a
weekend or a holiday. Points are a way to compare slots, nothing that a person reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from typing import Final, Literal

from sidecar.domain.times.workday import Hours, Place, State, usual_hours, working, zone_of
from sidecar.domain.wording.reason import Reason

Hardship = Literal["none", "lunch", "before", "after", "unknown", "weekend", "holiday", "night"]
Span = tuple[datetime, datetime]
_Found = tuple[datetime, "tuple[Share, ...]"]

AT_LUNCH: Final = 4
NOT_KNOWN: Final = 10
FREE_DAY: Final = 80
NIGHT: Final = 120
_A_HALF_HOUR_OUT: Final = 2
_HALF_HOUR: Final = timedelta(minutes=30)
_NIGHT_FROM: Final = time(22)
_NIGHT_TO: Final = time(6)
_FARTHEST: Final = timedelta(days=31)
_LONG: Final = timedelta(hours=3)
_NOON: Final = (time(12), time(13))
_MOST_SAMPLES: Final = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Somebody who takes part, or several who share a place. `label`: what a sentence calls them; empty for the reader."""

    label: str
    place: Place
    hours: Hours | None = None
    is_ours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What a meeting costs one seat."""

    label: str
    points: int
    hardship: Hardship


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How a meeting falls on its people: `shares` in the order of the seats, then the labels of those it is hard for.

    `suffered_last`: for whom the latest of the earlier meetings that was hard for anybody was hard. `not_known`: of whom
    nothing is known. `reasons`: a sentence for each who suffers now, the hardest first.
    """

    shares: tuple[Share, ...]
    suffers_now: tuple[str, ...]
    suffered_last: tuple[str, ...]
    not_known: tuple[str, ...]
    reasons: tuple[Reason, ...]

    @property
    def total(self) -> int:
        """All points together."""
        return sum(share.points for share in self.shares)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A better time. `because`: why, the strongest reason first."""

    start_at: datetime
    end_at: datetime
    shares: tuple[Share, ...]
    because: tuple[Reason, ...]

    @property
    def total(self) -> int:
        """All points together."""
        return sum(share.points for share in self.shares)


def strain(start_at: datetime, end_at: datetime, seat: Seat) -> int:
    """How hard a meeting is for one seat, in points; its worst half hour counts. Somebody unknown counts a little."""
    return _share(start_at, end_at, seat).points


def view(start_at: datetime, end_at: datetime, seats: Sequence[Seat], earlier: Sequence[Span] = ()) -> View:
    """Who suffers at a time, and who suffered last time; `earlier` are the meetings before with the same people."""
    shares = tuple(_share(start_at, end_at, seat) for seat in seats)
    hard = sorted((share for share in shares if _is_hard(share)), key=lambda share: -share.points)
    return View(
        shares=shares,
        suffers_now=tuple(share.label for share in hard),
        suffered_last=_suffered_last(seats, earlier),
        not_known=tuple(share.label for share in shares if share.hardship == "unknown"),
        reasons=tuple(_suffering(share) for share in hard),
    )


def better_slots(
    start_at: datetime,
    end_at: datetime,
    seats: Sequence[Seat],
    busy: Sequence[Span] = (),
    *,
    earliest: datetime,
    latest: datetime,
    count: int = 3,
    earlier: Sequence[Span] = (),
) -> tuple[Slot, ...]:
    """Up to `count` slots of the same length that are easier for all together, the best first; none where none is.

    They start on the half hour between `earliest` and `latest` (at most a month is searched), touch nothing in `busy`,
    lie on nobody's holiday, on different days where possible, and in somebody's night only where every easier one is.
    Whoever suffered in the last of `earlier` counts double. The same input gives the same answer.
    """
    before = [_share(start_at, end_at, seat) for seat in seats]
    span, asked = end_at - start_at, sum(share.points for share in before)
    if span <= timedelta() or asked == 0 or count < 1:
        return ()
    spared = frozenset(_suffered_last(seats, earlier))
    found = [
        (begin, shares)
        for begin in _half_hours(earliest, min(latest, earliest + _FARTHEST) - span)
        if not any(begin < taken_to and begin + span > taken_from for taken_from, taken_to in busy)
        for shares in [tuple(_share(begin, begin + span, seat) for seat in seats)]
        if sum(share.points for share in shares) < asked and not _touches_holiday(begin, begin + span, seats)
    ]
    by_day = [one for one in found if all(share.hardship != "night" for share in one[1])] or found
    ranked = sorted(by_day, key=lambda one: (_weighed(one[1], spared), abs(one[0] - start_at), one[0]))
    return tuple(
        Slot(start_at=begin, end_at=begin + span, shares=shares, because=_because(shares, before, spared))
        for begin, shares in _spread(ranked, span, seats, count)
    )


def lunch_break(start_at: datetime, end_at: datetime, seats: Sequence[Seat]) -> tuple[datetime, int] | None:
    """Where lunch belongs in a session, and for how many minutes: at the noon that most of its people share.

    For sessions of three hours or more, and for shorter ones that lie across the noon of more than half. None where nobody's
    noon lies within, or it lies at the very edge.
    """
    if not seats or end_at - start_at > timedelta(days=1):
        return None
    noons = [noon for seat in seats if (noon := _lunch_within(start_at, end_at, seat))]
    shared = {noon[0]: sum(other[0] <= noon[0] < other[1] for other in noons) for noon in noons}
    if not shared:
        return None
    best_at = min(shared, key=lambda at: (-shared[at], at))
    if end_at - start_at < _LONG and 2 * shared[best_at] <= len(seats):
        return None
    longest = max(to - at for at, to in noons if at <= best_at < to)
    minutes = min(longest, timedelta(hours=1), end_at - best_at) // timedelta(minutes=1)
    return best_at, minutes if end_at - start_at >= _LONG else min(minutes, 30)


def is_noon(at: datetime, seat: Seat) -> bool:
    """Whether an instant lies in a seat's lunch hour."""
    zone = zone_of(seat.place)
    first, last = (seat.hours or usual_hours(seat.place.country)).lunch or usual_hours(seat.place.country).lunch or _NOON
    return zone is not None and first <= at.astimezone(zone).time() < last


def booking_warning(start_at: datetime, end_at: datetime, seats: Sequence[Seat]) -> Reason | None:
    """What to say once, when a meeting is booked: the client it is hardest for, and their clock. None where it is fine.

    Lunch alone is nothing that a booking must be changed for.
    """
    guests = [(seat, _share(start_at, end_at, seat)) for seat in seats if not seat.is_ours]
    hard = [(seat, share) for seat, share in guests if _is_hard(share) and share.hardship != "lunch"]
    if not hard:
        return None
    seat, share = max(hard, key=lambda one: one[1].points)
    zone = zone_of(seat.place)
    clock = f"{start_at.astimezone(zone):%H:%M}" if zone else ""
    is_regional = share.hardship == "holiday" and _is_in_most_regions(start_at, end_at, seat)
    return Reason(
        key="slot-booked", args={"who": seat.label, "clock": clock, "state": "widely" if is_regional else share.hardship}
    )


def _is_in_most_regions(start_at: datetime, end_at: datetime, seat: Seat) -> bool:
    """Whether the holiday is not one of the whole country, and the region is not known."""
    days = [working(at, at, seat.place, seat.hours).day for at in _samples(start_at, end_at)]
    return not any(day and (day.is_closed or day.half_day) for day in days)


def _is_hard(share: Share) -> bool:
    return share.hardship not in ("none", "unknown")


def _share(start_at: datetime, end_at: datetime, seat: Seat) -> Share:
    worst = max((_moment(at, seat.place, seat.hours) for at in _samples(start_at, end_at)), key=lambda found: found[0])
    return Share(label=seat.label, points=worst[0], hardship=worst[1])


def _touches_holiday(start_at: datetime, end_at: datetime, seats: Sequence[Seat]) -> bool:
    moments = list(_samples(start_at, end_at))
    return any(_moment(at, seat.place, seat.hours)[1] == "holiday" for seat in seats for at in moments)


def _samples(start_at: datetime, end_at: datetime) -> Iterator[datetime]:
    """The start and every half hour of a meeting, then its last moment."""
    yield start_at.astimezone(UTC)
    at = start_at.astimezone(UTC)
    for _ in range(_MOST_SAMPLES):
        at += _HALF_HOUR
        if at >= end_at:
            break
        yield at
    if end_at - start_at > timedelta(minutes=1):
        yield end_at.astimezone(UTC) - timedelta(minutes=1)


@lru_cache(maxsize=100_000)
def _moment(at: datetime, place: Place, hours: Hours | None) -> tuple[int, Hardship]:
    state = working(at, at, place, hours).state
    zone = zone_of(place)
    if zone is None:
        return NOT_KNOWN, "unknown"
    local = at.astimezone(zone)
    kept = hours or usual_hours(place.country)
    is_night = state != "in" and state != "lunch" and _is_night(local.time(), kept)
    points, hardship = _POINTS.get(state, (0, "none"))
    if state in ("before", "after"):
        points = _A_HALF_HOUR_OUT * _half_hours_out(local, kept)
    return (points + NIGHT, "holiday" if state == "holiday" else "night") if is_night else (points, hardship)


_POINTS: Final[Mapping[State, tuple[int, Hardship]]] = {
    "in": (0, "none"),
    "lunch": (AT_LUNCH, "lunch"),
    "before": (0, "before"),
    "after": (0, "after"),
    "weekend": (FREE_DAY, "weekend"),
    "holiday": (FREE_DAY, "holiday"),
    "unknown": (NOT_KNOWN, "unknown"),
}


def _is_night(at: time, hours: Hours) -> bool:
    """Between 22:00 and 06:00, or the opposite half of the day for those who work through the night."""
    if hours.end < hours.start:
        return hours.end <= at < time(max(hours.end.hour, 14))
    return at >= _NIGHT_FROM or at < _NIGHT_TO


def _half_hours_out(local: datetime, hours: Hours) -> int:
    """How many begun half hours lie between a moment outside of somebody's hours and the nearer end of them."""
    wall = local.replace(tzinfo=None)
    edges = [
        datetime.combine(wall.date(), edge) + day * timedelta(days=1) for edge in (hours.start, hours.end) for day in (-1, 0, 1)
    ]
    nearest = min(abs(wall - edge) for edge in edges)
    return 1 + nearest // _HALF_HOUR


def _suffered_last(seats: Sequence[Seat], earlier: Sequence[Span]) -> tuple[str, ...]:
    for start_at, end_at in sorted(earlier, reverse=True):
        shares = [_share(start_at, end_at, seat) for seat in seats]
        if hard := tuple(share.label for share in shares if _is_hard(share)):
            return hard
    return ()


def _half_hours(earliest: datetime, last: datetime) -> Iterator[datetime]:
    """Every :00 and :30 of UTC, which are those of nearly every clock; the others show :15 and :45."""
    at = earliest.astimezone(UTC).replace(second=0, microsecond=0)
    at += timedelta(minutes=-at.minute % 30)
    if at < earliest:
        at += _HALF_HOUR
    while at <= last:
        yield at
        at += _HALF_HOUR


def _weighed(shares: Iterable[Share], spared: frozenset[str]) -> int:
    """Taking turns: who suffered last time counts double. The square keeps one person from bearing it all."""
    return sum(share.points**2 * (2 if share.label in spared else 1) for share in shares)


def _spread(ranked: Sequence[_Found], span: timedelta, seats: Sequence[Seat], count: int) -> list[_Found]:
    """The best of each day first, then the best of what is left that overlaps none of them; still the best first."""
    ours = next((zone for seat in seats if seat.is_ours and (zone := zone_of(seat.place))), UTC)
    chosen: list[_Found] = []
    for is_new_day in (True, False):
        days = {one[0].astimezone(ours).date() for one in chosen}
        for one in ranked:
            day = one[0].astimezone(ours).date()
            is_apart = all(abs(one[0] - other[0]) >= span for other in chosen)
            if len(chosen) < count and is_apart and not (is_new_day and day in days):
                chosen.append(one)
                days.add(day)
    return chosen


def _because(shares: Sequence[Share], before: Sequence[Share], spared: frozenset[str]) -> tuple[Reason, ...]:
    """Who is spared this time, who has it easier (the most relieved first), who still has to give."""
    if all(share.hardship == "none" for share in shares):
        return (Reason(key="slot-in-hours"),)
    gains = sorted(zip(shares, before, strict=True), key=lambda pair: pair[0].points - pair[1].points)
    eased = [now for now, asked in gains if now.points < asked.points]
    relieved = [share for share in eased if share.label in spared and share.points == 0]
    return (
        *(_reason("slot-spared", "slot-spared-you", share) for share in relieved),
        *(_reason("slot-eased", "slot-eased-you", share) for share in eased if share not in relieved),
        *(_suffering(share) for share in shares if share.hardship != "none"),
    )


def _suffering(share: Share) -> Reason:
    return _reason("slot-suffers", "slot-suffers-you", share, state=share.hardship)


def _reason(key: str, to_you: str, share: Share, **args: str) -> Reason:
    """A seat without a label is the reader."""
    return Reason(key=key, args={**args, "who": share.label}) if share.label else Reason(key=to_you, args=args)


def _lunch_within(start_at: datetime, end_at: datetime, seat: Seat) -> Span | None:
    """When a seat's lunch hour lies in a session, with half an hour before and a quarter after it starts; None where not."""
    zone = zone_of(seat.place)
    kept = seat.hours or usual_hours(seat.place.country)
    first, last = kept.lunch or usual_hours(seat.place.country).lunch or _NOON
    if zone is None:
        return None
    here = start_at.astimezone(zone).date()
    for day in (here, here + timedelta(days=1)):
        at, to = (datetime.combine(day, edge, zone).astimezone(UTC) for edge in (first, last))
        if start_at + _HALF_HOUR <= at and at + timedelta(minutes=15) <= end_at:
            return at, to
    return None
