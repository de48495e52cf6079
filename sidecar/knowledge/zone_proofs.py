"""Instants whose local time tells fresh zone data from stale, one for each release of the tz database that is relied on.

Add a row when a release changes a rule: an instant after the change, at which the old rules show another time. What each
release changed is told at https://data.iana.org/time-zones/tzdb/NEWS
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

OLDEST_RELEASE: Final = "2026f"
"""The release of the tz database that this program was tested with; later ones sort after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneProof:
    """At `seen_at` a clock in `zone` is `offset` ahead of UTC, but not by the rules before `release`."""

    release: str
    zone: str
    seen_at: datetime
    offset: timedelta


def _proof(release: str, zone: str, seen: str, hours: int) -> ZoneProof:
    seen_at = datetime.fromisoformat(seen).replace(tzinfo=UTC)
    return ZoneProof(release=release, zone=zone, seen_at=seen_at, offset=timedelta(hours=hours))


ZONE_PROOFS: Final = (
    _proof("2022f", "America/Mexico_City", "2026-07-01T12:00", -6),
    _proof("2022f", "Asia/Amman", "2026-12-01T12:00", 3),
    _proof("2023a", "Africa/Cairo", "2026-07-01T12:00", 3),
    _proof("2024a", "Asia/Almaty", "2024-03-02T12:00", 5),
    _proof("2025a", "America/Asuncion", "2026-07-01T12:00", -3),
    _proof("2025b", "America/Coyhaique", "2026-07-01T12:00", -3),
    _proof("2026a", "Europe/Chisinau", "2026-03-29T00:30", 2),
    _proof("2026b", "America/Vancouver", "2027-01-15T18:00", -7),
    _proof("2026c", "America/Edmonton", "2027-01-15T18:00", -6),
    _proof("2026c", "Africa/Casablanca", "2026-12-01T12:00", 0),
    _proof("2026d", "America/Inuvik", "2027-02-01T18:00", -6),
    _proof("2026e", "America/Winnipeg", "2027-01-15T18:00", -5),
    _proof("2026f", "America/Havana", "2027-01-15T18:00", -4),
)


def stale_zone(release: str) -> str | None:
    """Why this process's zone data must not be relied on, as one sentence with its mend; None where it is fresh.

    `release` is what the data says of itself (`2026f`). What `zoneinfo` really answers is asked as well, since the files
    it reads may be other ones.
    """
    mend = "install the pinned tzdata package again and unset PYTHONTZPATH"
    if release < OLDEST_RELEASE:
        return f"The zone data is stale (release {release}, needed is {OLDEST_RELEASE} or later): {mend}."
    for proof in ZONE_PROOFS:
        if not _holds(proof):
            return f"The zone data is stale ({proof.zone} is wrong, as it was before release {proof.release}): {mend}."
    return None


def _holds(proof: ZoneProof) -> bool:
    try:
        return proof.seen_at.astimezone(ZoneInfo(proof.zone)).utcoffset() == proof.offset
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
