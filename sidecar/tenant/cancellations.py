"""Files that call events off (METHOD:CANCEL), taken together with the calendars they lie beside, in whatever order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC
from typing import Final

from sidecar.tenant.answers import Json
from sidecar.wire.ics import CalendarFile
from sidecar.wire.ics_file import read_block
from sidecar.wire.ics_series import Entry

METHOD: Final = "CANCEL"


def is_cancellation(calendar: CalendarFile) -> bool:
    """Whether the file calls off what is in it. https://www.rfc-editor.org/rfc/rfc5546#section-3.2.5"""
    return calendar.method == METHOD


def uids_of(calendars: Iterable[CalendarFile]) -> frozenset[str]:
    """Every event that some calendar holds, cancellations aside."""
    return frozenset(uid for calendar in calendars if not is_cancellation(calendar) for uid in calendar.blocks_by_uid)


def called_off(events: Mapping[str, Json], calendars: Sequence[CalendarFile]) -> dict[str, Json]:
    """The events with those marked that a cancellation names: one date of a series, all dates from one on, or the whole."""
    found = dict(events)
    for entry in (one for calendar in calendars if is_cancellation(calendar) for one in _entries(calendar)):
        found |= {key: _cancelled(event, entry) for key, event in found.items() if _is_meant(entry, event)}
    return found


def _entries(calendar: CalendarFile) -> Iterator[Entry]:
    for blocks in calendar.blocks_by_uid.values():
        for block in blocks:
            if block.start not in calendar.read_by_start:
                calendar.read_by_start[block.start] = read_block(calendar, block)
            if (entry := calendar.read_by_start[block.start].entry) is not None:
                yield entry


def _is_meant(entry: Entry, event: Json) -> bool:
    if event["iCalUId"] != entry.uid:
        return False
    if entry.original is None:
        return True
    named = f"{entry.original.instant_at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"
    planned = str(event.get("originalStart") or "")
    return planned >= named if entry.is_this_and_future else planned == named


def _cancelled(event: Json, entry: Entry) -> Json:
    """As an attendee's mailbox shows it: still there, and free."""
    is_one_date = entry.original is not None and event["type"] == "occurrence"
    return {**event, "isCancelled": True, "showAs": "free", "type": "exception" if is_one_date else event["type"]}
