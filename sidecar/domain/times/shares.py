"""Shares of probability over zones (or countries): how several pieces of evidence become one answer.

Every piece may be wrong. Its shares are therefore mixed with a little of everything before they are multiplied, so
that no piece alone can rule anything out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from sidecar.domain.times.localtime import offset_at as offset_of_clock

Shares = Mapping[str, float]

_TRUST: Final = 0.98
_ANYTHING: Final = 0.02 / 400


def normalised(shares: Shares) -> dict[str, float]:
    """The same proportions with the sum 1; empty where there is nothing."""
    total = sum(shares.values())
    return {key: share / total for key, share in sorted(shares.items()) if share > 0} if total > 0 else {}


def multiplied(pieces: Sequence[Shares]) -> dict[str, float]:
    """What several independent pieces of evidence say together; one alone is left as it is."""
    if len(pieces) < 2:
        return normalised(pieces[0]) if pieces else {}
    found = dict.fromkeys((key for piece in pieces for key in piece), 1.0)
    for piece in pieces:
        for key in found:
            found[key] *= _TRUST * piece.get(key, 0.0) + _ANYTHING
    return normalised(found)


def blended(first: Shares, second: Shares, weight: float) -> dict[str, float]:
    """`weight` of the first and the rest of the second; where one is empty, the other alone."""
    parts = [(normalised(first), weight), (normalised(second), 1 - weight)]
    found: dict[str, float] = {}
    for shares, part in parts:
        for key, share in shares.items():
            found[key] = found.get(key, 0.0) + part * share
    return normalised(found)


@lru_cache(maxsize=32768)
def offset_at(zone: str, at: datetime) -> timedelta:
    """The offset from UTC of a zone at any instant, remembered: the same few hundred are asked for again and again."""
    try:
        return offset_of_clock(zone, at)
    except OverflowError:  # the first and the last day of the calendar
        return ZoneInfo(zone).utcoffset(at.replace(tzinfo=None)) or timedelta()


def averaged(pieces: Sequence[Shares]) -> dict[str, float]:
    """What several pieces of evidence say that cannot all be true: each may be the right one."""
    found: dict[str, float] = {}
    for piece in pieces:
        for key, share in normalised(piece).items():
            found[key] = found.get(key, 0.0) + share
    return normalised(found)


def by_offset(shares: Shares, at: datetime) -> dict[timedelta, float]:
    """The shares of the clocks at an instant: zones that show the same time are one."""
    found: dict[timedelta, float] = {}
    for zone, share in shares.items():
        offset = offset_at(zone, at)
        found[offset] = found.get(offset, 0.0) + share
    return found


def overlap(first: Shares, second: Shares, at: datetime) -> float:
    """How much two pieces of evidence agree on the clock at an instant: 0 not at all, 1 wholly."""
    one, other = by_offset(first, at), by_offset(second, at)
    return sum(min(share, other.get(offset, 0.0)) for offset, share in one.items())


def showing(shares: Shares, offset: timedelta, seen_at: datetime) -> dict[str, float]:
    """Only the zones whose clock stood at an offset at an instant; their shares as they were."""
    return {zone: share for zone, share in shares.items() if offset_at(zone, seen_at) == offset}
