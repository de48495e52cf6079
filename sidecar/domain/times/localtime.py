"""What a clock on the wall of a place shows at an instant, and the instant at which it shows a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from sidecar.domain.times.zone_names import ZoneName, zone_named
from sidecar.errors import Refused

__all__ = [
    "LocalTime", "Resolution", "Resolved", "ZoneName", "instant", "local", "offset_at", "offset_words", "resolve", "zone_named"
]  # fmt: skip

Resolution = Literal["exact", "skipped", "ambiguous"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalTime:
    """One instant on one clock. `day_shift`: by how many days its date is ahead of the one it is seen from."""

    zone: str
    local: str
    utc_offset: str
    day_shift: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The instant a local time means; whether that clock showed it once, never (`skipped`) or twice (`ambiguous`)."""

    instant_at: datetime
    resolved: Resolution


@lru_cache(maxsize=1000)
def _zone(name: str) -> ZoneInfo:
    """Held, because ZoneInfo itself keeps only eight and would read the others anew."""
    found = zone_named(name).iana
    if found is None:
        raise Refused(f"“{name}” is not a time zone: give an IANA or Windows name such as Europe/London.")
    return ZoneInfo(found)


def offset_words(offset: timedelta) -> str:
    """An offset from UTC as `+05:30`; seconds, which only clocks before 1972 had, are dropped."""
    minutes = abs(offset) // timedelta(minutes=1)
    return f"{'-' if offset < timedelta() else '+'}{minutes // 60:02}:{minutes % 60:02}"


def offset_at(zone: str, at: datetime) -> timedelta:
    """The offset from UTC of an IANA zone at an instant."""
    return at.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()


def local(instant_at: datetime, zone: str, seen_from: str | None = None) -> LocalTime:
    """What a clock in `zone` shows at an instant; `day_shift` is relative to the date in `seen_from`, or 0 without it.

    Raises Refused where a name is no zone, or the instant lies at the very edge of the calendar.
    """
    try:
        there = instant_at.astimezone(_zone(zone))
        here = instant_at.astimezone(_zone(seen_from)) if seen_from else there
    except OverflowError as error:
        raise Refused("That moment is at the edge of the calendar: give one between the years 2 and 9998.") from error
    return LocalTime(
        zone=zone,
        local=there.strftime("%Y-%m-%dT%H:%M") if there.year >= 1000 else there.isoformat()[:16],
        utc_offset=offset_words(there.utcoffset() or timedelta()),
        day_shift=(there.date() - here.date()).days,
    )


def instant(local: datetime, zone: str) -> Resolved:
    """The instant at which a clock in `zone` shows the naive time `local`.

    A time the clock jumped over moves forward by the jump; a time it showed twice means the first. Raises Refused
    where `zone` names no zone.
    """
    return resolve(local, _zone(zone))


def resolve(local: datetime, zone: tzinfo) -> Resolved:
    """The same as `instant`, for the rules of a zone instead of its name (a calendar file may bring its own)."""
    naive = local.replace(tzinfo=None)
    first = naive.replace(tzinfo=zone, fold=0)
    second = naive.replace(tzinfo=zone, fold=1)
    try:
        instant_at = first.astimezone(UTC)
    except OverflowError as error:
        raise Refused("That time is at the edge of the calendar: give one between the years 2 and 9998.") from error
    if first.utcoffset() == second.utcoffset():
        return Resolved(instant_at=instant_at, resolved="exact")
    is_shown = instant_at.astimezone(zone).replace(tzinfo=None, fold=0) == naive
    return Resolved(instant_at=instant_at, resolved="ambiguous" if is_shown else "skipped")
