"""A calendar file opened: cut into events, each read the first time somebody asks for it, and then kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sidecar.errors import Refused
from sidecar.wire.deadline import OutOfTime, deadline
from sidecar.wire.ics_entry import entry_in, uid_of
from sidecar.wire.ics_series import Entry
from sidecar.wire.ics_text import Block, Head, Problem, cut, text_of
from sidecar.wire.ics_time import Unreadable, Zones

READING = 3.5
"""Seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """A calendar file, cut into events that are read when needed. `zone` is X-WR-TIMEZONE as written."""

    name: str
    title: str | None
    method: str | None
    zone: str | None
    problems: tuple[Problem, ...]
    event_count: int
    data: bytes = field(repr=False)
    heads: tuple[Head, ...] = field(repr=False)
    zones: tuple[Zones, ...] = field(repr=False)
    blocks_by_uid: dict[str, list[Block]] = field(repr=False)
    read_by_start: dict[int, Read] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What one block turned out to be: an entry, or only the reasons why not."""

    entry: Entry | None
    problems: tuple[Problem, ...]


def read_calendar(data: bytes, name: str) -> CalendarFile:
    """Cut a calendar file into its events. Problems name lines; `name` is what the sentences call the file.

    Raises Refused where nothing in it can be used: empty, not a calendar, over 64 MB.
    """
    try:
        with deadline(READING):
            return _read(data, name)
    except OutOfTime:
        raise Refused(f"{name} takes too long to read: export a shorter stretch of the calendar.") from None


def _read(data: bytes, name: str) -> CalendarFile:
    found = cut(data, name)
    blocks: dict[str, list[Block]] = {}
    for block in found.events:
        blocks.setdefault(uid_of(found.data, block), []).append(block)
    first = found.heads[0]
    return CalendarFile(
        name=name,
        title=first.title,
        method=first.method,
        zone=first.zone,
        problems=(*found.problems, *_encoding_problem(found.data)),
        event_count=len(found.events),
        data=found.data,
        heads=tuple(found.heads),
        zones=tuple(_zones(found.data, found.zones, head, at) for at, head in enumerate(found.heads)),
        blocks_by_uid=blocks,
        read_by_start={},
    )


def _zones(data: bytes, blocks: list[Block], head: Head, at: int) -> Zones:
    texts: dict[str, str] = {}
    for block in (each for each in blocks if each.calendar == at):
        text = text_of(data[block.start + 1 : block.end].replace(b"\n ", b"").replace(b"\n\t", b""))
        names = [line.split(":", 1)[1] for line in text.split("\n") if line.upper().startswith(("TZID:", "TZID;"))]
        if names:
            texts.setdefault(names[0].strip().strip('"'), text + "\nEND:VTIMEZONE\n")
    return Zones(rules_by_name=texts, floating_zone=head.zone)


def _encoding_problem(data: bytes) -> Iterator[Problem]:
    try:
        data.replace(b"\n ", b"").replace(b"\n\t", b"").decode("utf-8")
    except UnicodeDecodeError:
        yield Problem(line=None, text="The file is not UTF-8; the odd lines are read as Western European text.")


def read_block(calendar: CalendarFile, block: Block) -> Read:
    problems: list[Problem] = []
    zones = calendar.zones[block.calendar]
    try:
        entry = entry_in(calendar.data, block, zones, problems)
    except Unreadable as error:
        text = f"Line {block.line}: {error}; the event was left out."
        return Read(entry=None, problems=(Problem(line=block.line, text=text),))
    except (ValueError, TypeError, OverflowError):
        text = f"Line {block.line}: the event's dates cannot be worked out; the event was left out."
        return Read(entry=None, problems=(Problem(line=block.line, text=text),))
    if entry.start.is_floating and not entry.is_all_day and not zones.is_floating_known:
        text = f"Line {block.line}: the event's time names no zone; it is read as UTC."
        problems.append(Problem(line=block.line, text=text))
    if entry.start.zone.is_guess:
        zone = entry.start.zone
        told = f"nobody knows the time zone “{zone.name}”, and the file does not describe it"
        text = f"Line {block.line}: {told}; the event's time is read as that of {zone.iana}: check it."
        problems.append(Problem(line=block.line, text=text))
    return Read(entry=entry, problems=tuple(problems))
