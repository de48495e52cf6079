"""What was noted the last time we met: only lines that stand in that meeting's own entry, under a heading for notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from sidecar.domain.meetings.checklist import takes_time
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.times.due_words import due_in

MOST_LINES: Final = 4
MOST_CHARACTERS: Final = 160
BODY_CHARACTERS: Final = 20_000

_HEADING: Final = re.compile(
    r"[\W_]{0,6}(?:what we |wir haben )?(?:agreed|agreements?|action items?|actions|next steps|to-?dos?|decisions?|decided|"
    r"notes|minutes|outcomes?|open (?:items|points)|follow-?ups?|vereinbart|vereinbarungen|beschlossen|beschlüsse|"
    r"nächste schritte|aufgaben|notizen|protokoll|ergebnisse?|offene punkte|entscheidungen)"
    r"[*_ \t]{0,3}(?P<colon>:)?(?P<rest>.{0,400})",
    re.IGNORECASE,
)
_BULLET: Final = re.compile(r"^\s{0,20}(?:[-*•–·▪◦]|\d{1,2}[.)])\s{1,8}")
_MACHINE: Final = re.compile(
    r"https?://|^[\W_]{4,}$|teams[- ]?(?:meeting|besprechung)|zoom meeting|^(?:meeting|besprechungs)[- ]?id|passcode|kennung",
    re.IGNORECASE,
)


def met_before(meeting: Meeting, earlier: Sequence[Meeting]) -> Meeting | None:
    """The newest of some earlier meetings that really took place for this person and may be spoken of."""
    real = [one for one in earlier if one.end_at <= meeting.start_at and takes_time(one) and not one.is_private]
    return max(real, key=lambda one: one.start_at, default=None)


def noted_lines(met: Meeting, *, but_not_in: Meeting) -> tuple[str, ...]:
    """What stands under a heading such as “Agreed:” in a meeting's entry, at most four lines.

    Lines that the coming meeting repeats are the standing text of the series, not what was said that day.
    """
    coming = but_not_in.body[:BODY_CHARACTERS].splitlines()
    standing = {*map(_plain, coming), *_under_headings(coming)}
    found = (line for line in _under_headings(met.body[:BODY_CHARACTERS].splitlines()) if line not in standing)
    return tuple(_clipped(line) for _, line in zip(range(MOST_LINES), found, strict=False))


def overdue_since(line: str, met_at: datetime, start_at: datetime, zone: str, language: str) -> datetime | None:
    """The day until which a line noted at one meeting was to be done, at noon there, where it is over when the next begins."""
    here = ZoneInfo(zone)
    due = due_in(line, met_at.astimezone(here).date(), language)
    if due is None or due.day is None or not met_at.astimezone(here).date() <= due.day < start_at.astimezone(here).date():
        return None
    return datetime.combine(due.day, time(12), here)


def _under_headings(lines: Iterable[str]) -> Iterable[str]:
    is_inside = False
    for raw in lines:
        line = _plain(raw)
        if not line or _MACHINE.search(raw[:200]):
            is_inside = False
        elif (rest := _heading(raw)) is not None:
            is_inside = True
            if rest:
                yield rest
        elif is_inside:
            yield line


def _heading(line: str) -> str | None:
    """What follows a heading on its line, perhaps nothing; None where the line is none."""
    match = _HEADING.match(line.strip()[:500])
    if match is None:
        return None
    rest = _plain(match["rest"])
    return rest if match["colon"] or not rest else None


def _plain(line: str) -> str:
    return _BULLET.sub("", line[:1000]).strip()


def _clipped(line: str) -> str:
    return line if len(line) <= MOST_CHARACTERS else f"{line[: MOST_CHARACTERS - 1].rstrip()}…"
