"""Graph's `workingHours` made hours in a zone we know: https://learn.microsoft.com/graph/api/resources/workinghours"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from typing import Any, Final

from sidecar.domain.times.workday import Hours
from sidecar.errors import Refused
from sidecar.wire.described_zone import DescribedZone
from sidecar.wire.graph_zone import iana_like, read_zone

_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?")


def read_working_hours(body: Mapping[str, Any]) -> tuple[str, Hours] | None:
    """The IANA zone and the hours in it; None where the zone is no single country's or the hours make no day."""
    fields = {str(key).casefold(): value for key, value in body.items()}
    zone = _zone(fields.get("timezone"))
    start, end = _time(fields.get("starttime")), _time(fields.get("endtime"))
    if zone is None or start is None or end is None or start == end:
        return None
    named = {str(day).casefold() for day in fields.get("daysofweek") or ()}
    days = frozenset(number for number, day in enumerate(_DAYS) if day in named)
    return zone, Hours(start=start, end=end, days=days, basis="stated")


def _zone(body: Any) -> str | None:
    try:
        found = read_zone(body)
    except Refused:
        return None
    return iana_like(found.rules) if isinstance(found, DescribedZone) else found


def _time(value: Any) -> time | None:
    found = _TIME.fullmatch(str(value).strip())
    return time(int(found[1]), int(found[2])) if found else None
