"""Daylight saving between two clocks: when somebody's local time is not the one you are used to.

Two clocks keep one distance for weeks or months: a regime. One that lasts less than eight weeks is short, as between
the American and the European change in March; any other is a season that a person gets used to. Hence:

- `gap`: short, and the seasons before and after it are alike. “Usually 21:00 for them; this week 20:00.”
- `between`: short, and the season after it is another than the one before: places in opposite hemispheres pass
  through such weeks twice a year. “Until now 21:00 for them; this week 20:00, later 19:00.”
- `from_now_on`: the first week of a season that differs from the season before, or the first occurrence of a series
  in it. “Until now 21:00 for them; from now on 20:00.”

At every other time there is nothing to say, however the seasons of a year compare in length: nobody calls half of the
year unusual.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Literal
from zoneinfo import ZoneInfo

from sidecar.domain.times.localtime import offset_at, offset_words
from sidecar.domain.times.regimes import FIRST_YEAR, LAST_YEAR, YEARS_AROUND, Look, Regime, regimes_around
from sidecar.domain.wording.reason import Reason

ShiftKind = Literal["gap", "between", "from_now_on"]

SHORT = timedelta(weeks=8)
"""A shorter regime is no season."""
A_WEEK_OR_TWO = timedelta(weeks=3)
"""Up to here a colleague says “this week”: the American and the European change are two weeks apart, or three."""
NEWS_FOR = timedelta(weeks=1)
"""So long a new season is worth a word: each weekly meeting falls into it once."""
LASTING = timedelta(weeks=8)
"""A change that holds for the rest of a series and so long is one for good."""
DAY_WORDS = {-2: "two-before", -1: "before", 0: "same", 1: "next", 2: "two-later"}
"""Between places on both sides of the date line a clock can be two dates ahead."""
PLAIN = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A meeting stands at another time on somebody's clock than its time of day on yours would make one expect.

    Times are `21:00`; a day shift is by how many days their date is ahead of yours. `since` and `until` are dates on
    the clock it is seen from: the first day on which a meeting at this time of day stands at `local`, and the first on
    which it stands at `usual_local` again; `until` is None where that does not come back within two years or is not
    next. `then_local` is what follows instead, from the day `then_from`; None where nothing does within two years.
    `is_long`: it lasts longer than anybody would call “this week”.
    """

    kind: ShiftKind
    usual_local: str
    local: str
    usual_day_shift: int
    day_shift: int
    utc_offset: str
    since: date
    until: date | None = None
    then_local: str | None = None
    then_day_shift: int = 0
    then_from: date | None = None
    is_long: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesShift:
    """Consecutive occurrences that stand at `local` on their clock, while most of the series stands at `usual_local`.

    `first` and `last` are dates on the clock it is seen from. `is_for_good`: it holds to the end of what is known, and
    for eight weeks or more.
    """

    first: date
    last: date
    count: int
    local: str
    day_shift: int
    utc_offset: str
    usual_local: str
    usual_day_shift: int
    is_for_good: bool


def shift(
    at: datetime, zone: str, seen_from: str, *, previous_at: datetime | None = None, asked: datetime | None = None
) -> Shift | None:
    """What a person who looks from `seen_from` does not expect of the clock in `zone` at an instant; None where nothing.

    `previous_at`, the occurrence before in a series, makes the first one in a new season tell it, however late it comes.
    `asked`: the local time that was meant, naive, where the clock of `seen_from` jumped over it: that one is compared,
    and not the time it was moved to. Both zones are IANA names. Says nothing outside of the years 1902 to 2198, where
    rules are no more than a guess.
    """
    if not FIRST_YEAR + YEARS_AROUND <= at.year <= LAST_YEAR - YEARS_AROUND or zone == seen_from:
        return None
    look = Look(at, zone, seen_from, asked)
    row, index = regimes_around(zone, seen_from, look.before_the_jump)
    now = row[index]
    before = next((one for one in reversed(row[:index]) if _is_season(one)), None)
    if before is None:
        return None
    if _is_season(now):
        found = _from_now_on(look, before, now, previous_at)
    else:
        after = next(one for one in row[index:] if _is_season(one))
        found = _passing(look, before, row[index:], after)
    return None if found and (found.usual_local, found.usual_day_shift) == (found.local, found.day_shift) else found


def _is_season(regime: Regime) -> bool:
    return regime.is_open or regime.length >= SHORT


def _from_now_on(look: Look, before: Regime, now: Regime, previous_at: datetime | None) -> Shift | None:
    is_news = look.at - now.since_at < NEWS_FOR
    if previous_at is not None:
        is_news = is_news or previous_at < now.since_at <= look.at
    if before.ahead == now.ahead or not is_news:
        return None
    return _shift("from_now_on", look, before, now)


def _passing(look: Look, before: Regime, coming: Sequence[Regime], after: Regime) -> Shift | None:
    now = coming[0]
    if now.ahead == before.ahead:
        return None
    if before.ahead == after.ahead:
        back = next(one for one in coming if one.ahead == before.ahead)
        return _shift("gap", look, before, now, back=back)
    return _shift("between", look, before, now, then=coming[1])


def _shift(
    kind: ShiftKind,
    look: Look,
    usual: Regime,
    now: Regime,
    *,
    back: Regime | None = None,
    then: Regime | None = None,
) -> Shift:
    here = look.here
    return Shift(
        kind=kind,
        usual_local=_clock(here + usual.ahead),
        local=_clock(look.there),
        usual_day_shift=_days(here, here + usual.ahead),
        day_shift=_days(here, look.there),
        utc_offset=offset_words(offset_at(look.zone, look.at)),
        since=look.first_day(now.since_at),
        until=look.next_day(back.since_at) if back else None,
        then_local=_clock(here + then.ahead) if then else None,
        then_day_shift=_days(here, here + then.ahead) if then else 0,
        then_from=look.next_day(then.since_at) if then else None,
        is_long=now.length > A_WEEK_OR_TWO,
    )


def _clock(local: datetime) -> str:
    return f"{local:%H:%M}"


def _days(here: datetime, there: datetime) -> int:
    return (there.date() - here.date()).days


def series_shifts(occurrences: Sequence[datetime], zone: str, seen_from: str) -> tuple[SeriesShift, ...]:
    """Which of some occurrences, in order of time, stand at another time on the clock in `zone` than most of them do.

    Where two times are equally frequent, the earlier one of the series is the usual one. Both zones are IANA names.
    """
    seen = [_seen(at, zone, seen_from) for at in occurrences]
    if not seen:
        return ()
    usual = Counter(local for local, _, _ in seen).most_common(1)[0][0]
    found, index = [], 0
    for local, group in groupby(seen, key=lambda one: one[0]):
        members = list(group)
        index += len(members)
        if local != usual:
            found.append(_group(members, usual, is_last=index == len(seen)))
    return tuple(found)


_Seen = tuple[tuple[str, int], date, str]


def _seen(at: datetime, zone: str, seen_from: str) -> _Seen:
    there, here = at.astimezone(ZoneInfo(zone)), at.astimezone(ZoneInfo(seen_from))
    offset = offset_words(there.utcoffset() or timedelta())
    return (f"{there:%H:%M}", (there.date() - here.date()).days), here.date(), offset


def _group(members: Sequence[_Seen], usual: tuple[str, int], *, is_last: bool) -> SeriesShift:
    (local, day_shift), first, offset = members[0]
    last = members[-1][1]
    return SeriesShift(
        first=first,
        last=last,
        count=len(members),
        local=local,
        day_shift=day_shift,
        utc_offset=offset,
        usual_local=usual[0],
        usual_day_shift=usual[1],
        is_for_good=is_last and last - first >= LASTING,
    )


def shift_reason(found: Shift, written: Callable[[date], str]) -> Reason:
    """The sentence for one meeting. `written` puts a date into the reader's language."""
    if found.kind == "gap" and found.until is not None:
        args = {**_sides(found), "until": written(found.until)}
        if found.is_long:
            return Reason(key="shift-gap-long", args={**args, "until": written(found.until - timedelta(days=1))})
        is_one_day = found.until - found.since <= timedelta(days=1)
        return Reason(key="shift-gap-once" if is_one_day else "shift-gap", args=args)
    if found.kind == "between" and found.then_local is not None and found.then_from is not None:
        later = {"then": found.then_local, "until": written(found.then_from), "span": "long" if found.is_long else "week"}
        return Reason(key="shift-between", args={**_sides(found, found.then_day_shift), **later})
    return Reason(key="shift-from-now-on", args=_sides(found))


def series_reason(found: SeriesShift, written: Callable[[date], str]) -> Reason:
    """The sentence for some occurrences of a series. `written` puts a date into the reader's language."""
    args = {**_sides(found), "offset": found.utc_offset, "first": written(found.first)}
    if found.is_for_good:
        return Reason(key="shift-series-for-good", args=args)
    if found.count == 1:
        return Reason(key="shift-series-once", args=args)
    return Reason(key="shift-series", args={**args, "last": written(found.last)})


def _sides(found: Shift | SeriesShift, then_day_shift: int = 0) -> dict[str, str]:
    """Both times, and how their days lie to the reader's; `plain` where every day is the reader's own."""
    shifts = {"usual-day": found.usual_day_shift, "day": found.day_shift, "then-day": then_day_shift}
    is_plain = not any(shifts.values())
    days = {name: PLAIN if is_plain else DAY_WORDS[value] for name, value in shifts.items()}
    return {"usual": found.usual_local, "local": found.local, **days}
