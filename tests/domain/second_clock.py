"""A second opinion on clocks: pytz, with its own code and its own copy of the tz database."""

from __future__ import annotations

import random
import zoneinfo
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytz
import tzdata

from sidecar.domain.times.localtime import instant, local, offset_words

FIRST = datetime(1970, 1, 1, tzinfo=UTC)
LAST = datetime(2038, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
ROUNDED = "Africa/Monrovia"
ROUNDED_UNTIL = datetime(1972, 1, 8, tzinfo=UTC)
"""Liberia was 44 minutes and 30 seconds behind UTC until then; pytz knows whole minutes only, so it is asked later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What the product and pytz say of one conversion."""

    zone: str
    asked: datetime
    ours: tuple[Any, ...]
    theirs: tuple[Any, ...]


def releases() -> tuple[str, str]:
    """The release of the tz database that the product uses, and the one that pytz brings."""
    return tzdata.IANA_VERSION, pytz.OLSON_VERSION


@cache
def zones() -> tuple[str, ...]:
    """Every zone that both know. Factory is no place's clock."""
    return tuple(sorted((zoneinfo.available_timezones() & set(pytz.all_timezones)) - {"Factory"}))


def differences(count: int, seed: int) -> Iterator[Difference]:
    """Random conversions from 1970 to 2037, instants to local times and back, in turn; those that come out otherwise."""
    chance = random.Random(seed)  # noqa: S311  # the same draws every time
    for number in range(count):
        zone = chance.choice(zones())
        first = ROUNDED_UNTIL if zone == ROUNDED else FIRST
        at = first + timedelta(seconds=chance.randrange(int((LAST - first).total_seconds())))
        found = _instant_to_local(zone, at) if number % 2 else _local_to_instant(zone, at.replace(tzinfo=None, second=0))
        if found is not None:
            yield found


@cache
def _clock(zone: str) -> Any:
    return pytz.timezone(zone)


def _shown(zone: str, at: datetime) -> datetime:
    """What the clock shows by pytz at an instant (UTC, naive)."""
    shown: datetime = _clock(zone).fromutc(at)
    return shown


def _instant_to_local(zone: str, at: datetime) -> Difference | None:
    there = _shown(zone, at.replace(tzinfo=None))
    theirs = (there.strftime("%Y-%m-%dT%H:%M"), offset_words(there.utcoffset() or timedelta()))
    found = local(at, zone)
    ours = (found.local, found.utc_offset)
    return None if ours == theirs else Difference(zone=zone, asked=at, ours=ours, theirs=theirs)


def _local_to_instant(zone: str, wall: datetime) -> Difference | None:
    found = instant(wall, zone)
    ours = (found.resolved, found.instant_at.replace(tzinfo=None))
    theirs = _resolved(zone, wall)
    return None if ours == theirs else Difference(zone=zone, asked=wall, ours=ours, theirs=theirs)


def _resolved(zone: str, wall: datetime) -> tuple[str, datetime]:
    """The instants of the days around at which pytz shows this very time: none, one or two."""
    before, after = (_shown(zone, wall + sign * DAY).utcoffset() or timedelta() for sign in (-1, 1))
    fits = sorted(wall - offset for offset in {before, after} if _shown(zone, wall - offset).replace(tzinfo=None) == wall)
    if not fits:
        return "skipped", wall - before
    return ("ambiguous" if len(fits) > 1 else "exact"), fits[0]
