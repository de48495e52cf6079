"""Calendar files (`.ics`) read into the shape in which Microsoft Graph gives events.

A file is cut into its events first; an event is read only when a window asks for it, and what cannot be understood is
named by its line while the rest is shown. RFC 5545, and the dialects of Outlook, Exchange, Google and Apple.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sidecar.domain.meetings.meeting import OddStart
from sidecar.domain.meetings.odd_start import odd
from sidecar.wire.deadline import OutOfTime, deadline
from sidecar.wire.ics_event import graph_event, same_for_all
from sidecar.wire.ics_file import CalendarFile, read_block, read_calendar
from sidecar.wire.ics_series import Entry, Occurrence, Series, occurrences, single
from sidecar.wire.ics_text import Block, Problem
from sidecar.wire.ics_time import Unreadable, When

EXPANDING = 4.0
ONE_SERIES = 1.0
ONE_MORE_SERIES = 0.2
"""Seconds. After two series that never end, the next are given less: one file must not spend them all."""
_MARGIN = timedelta(days=2)

__all__ = ["CalendarFile", "Expansion", "Problem", "events_between", "read_calendar"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expansion:
    """The events of one window in order of their start, as Graph JSON, and what could not be shown.

    `odd_starts`: by the id of its event, a start whose local time had to be read, which Graph's JSON cannot say.
    """

    events: tuple[dict[str, Any], ...]
    problems: tuple[Problem, ...]
    odd_starts: Mapping[str, OddStart] = field(default_factory=dict)


def events_between(calendar: CalendarFile, start_at: datetime, end_at: datetime, *, me: str | None = None) -> Expansion:
    """Every event and occurrence that overlaps [start_at, end_at), each as its own Graph `event`, times in UTC.

    `me` is the address of the person whose calendar it is: it decides `isOrganizer` and `responseStatus`. Never takes
    longer than about four seconds; what was not reached by then is named in the problems.
    """
    start_at, end_at = start_at.astimezone(UTC), end_at.astimezone(UTC)
    work = _Expanding(calendar, start_at, end_at)
    work.run()
    found = sorted(work.found, key=lambda each: (each.start_at, each.entry.uid, each.entry.line))
    packed = {id(entry): _packed(calendar, entry, me) for entry in {id(e.entry): e.entry for e in found}.values()}
    events = tuple(graph_event(each, packed[id(each.entry)]) for each in found)
    odd_starts = {event["id"]: odd for event, each in zip(events, found, strict=True) if (odd := _odd(each.start))}
    problems = tuple(dict.fromkeys((*calendar.problems, *work.problems)))
    return Expansion(events=events, problems=problems, odd_starts=odd_starts)


def _odd(start: When) -> OddStart | None:
    how = "guessed" if start.zone.is_guess and not start.is_date else start.resolution
    if how == "exact":
        return None
    there = start.instant_at.astimezone(start.zone.rules)
    return odd(how, start.local, there, start.zone.iana, start.zone.name or "")


def _packed(calendar: CalendarFile, entry: Entry, me: str | None) -> str:
    is_called_off = calendar.heads[entry.calendar].method == "CANCEL"
    return same_for_all(entry.properties, is_called_off=is_called_off, me=me)


class _Expanding:
    """One window of one file being filled."""

    def __init__(self, calendar: CalendarFile, start_at: datetime, end_at: datetime) -> None:
        self._calendar = calendar
        self._start_at = start_at
        self._end_at = end_at
        self._first_date = _glance(start_at, -_MARGIN)
        self._last_date = _glance(end_at, _MARGIN)
        self._stop_at = time.monotonic() + EXPANDING
        self._endless = 0
        self.found: list[Occurrence] = []
        self.problems: list[Problem] = []

    def run(self) -> None:
        """Single events first, so that no endless series keeps them away."""
        groups = list(self._calendar.blocks_by_uid.values())
        singles = [blocks[0] for blocks in groups if len(blocks) == 1 and not blocks[0].is_series]
        rest = [blocks for blocks in groups if len(blocks) > 1 or blocks[0].is_series]
        self._singles([block for block in singles if self._may_overlap(block)])
        rest = [blocks for blocks in rest if not all(self._is_over(block) for block in blocks)]
        for at, blocks in enumerate(rest):
            if time.monotonic() >= self._stop_at:
                self._ran_out(blocks[0], len(rest) - at)
                return
            self._one_series(blocks)

    def _may_overlap(self, block: Block) -> bool:
        """A glance at the dates as text; in doubt, yes."""
        if block.first_date is None:
            return True
        if block.first_date > self._last_date:
            return False
        if block.last_date is None:
            return block.has_duration or block.first_date >= self._first_date
        return max(block.first_date, block.last_date) >= self._first_date

    def _is_over(self, block: Block) -> bool:
        """Every date that a glance can see lies before the window; in doubt, no."""
        if block.is_open_ended or block.first_date is None or block.has_duration:
            return False
        return max(block.first_date, block.last_date or block.first_date, block.rule_ends or b"") < self._first_date

    def _singles(self, blocks: list[Block]) -> None:
        done = 0
        try:
            with deadline(EXPANDING * 0.75):
                for block in blocks:
                    self._one_single(block)
                    done += 1
        except OutOfTime:
            self._ran_out(blocks[done], len(blocks) - done)

    def _one_single(self, block: Block) -> None:
        entry = self._entry(block)
        if entry is None:
            return
        try:
            found = single(entry)
        except Unreadable as error:
            self._left_out(block.line, str(error))
            return
        if found.overlaps(self._start_at, self._end_at):
            self.found.append(found)

    def _ran_out(self, block: Block, count: int) -> None:
        events = "event was" if count == 1 else "events were"
        text = f"Reading took too long: from line {block.line} on, {count:,} {events} left out; export a shorter stretch."
        self.problems.append(Problem(line=block.line, text=text))

    def _one_series(self, blocks: list[Block]) -> None:
        allowed = min(ONE_SERIES if self._endless < 2 else ONE_MORE_SERIES, max(self._stop_at - time.monotonic(), 0.05))
        line = blocks[0].line
        try:
            with deadline(allowed):
                self.found.extend(self._expanded(blocks))
        except OutOfTime:
            self._endless += 1
            self._left_out(line, "its repetition rule has more dates than can be worked out in time")
        except Unreadable as error:
            self._left_out(line, str(error))
        except (ValueError, TypeError, OverflowError, KeyError, AttributeError, ArithmeticError, RecursionError):
            self._left_out(line, "its dates cannot be worked out")

    def _left_out(self, line: int, why: str) -> None:
        self.problems.append(Problem(line=line, text=f"Line {line}: {why}; the event was left out."))

    def _expanded(self, blocks: list[Block]) -> list[Occurrence]:
        entries = [entry for block in blocks if (entry := self._entry(block)) is not None]
        series = _newest(entries, self.problems)
        if series.core is not None and not series.changes and not _repeats(series.core):
            alone = single(series.core)
            return [alone] if alone.overlaps(self._start_at, self._end_at) else []
        if not entries:
            return []
        zones = self._calendar.zones[blocks[0].calendar]
        return list(occurrences(series, zones, self._start_at, self._end_at))

    def _entry(self, block: Block) -> Entry | None:
        read = self._calendar.read_by_start.get(block.start)
        if read is None:
            read = read_block(self._calendar, block)
            self._calendar.read_by_start[block.start] = read
        self.problems.extend(read.problems)
        return read.entry


def _glance(at: datetime, by: timedelta) -> bytes:
    try:
        return f"{(at + by).date():%Y%m%d}".rjust(8, "0").encode()
    except OverflowError:
        return b"00000000" if by < timedelta() else b"99999999"


def _repeats(entry: Entry) -> bool:
    return bool(entry.properties.all("RRULE") or entry.properties.all("RDATE"))


def _newest(entries: list[Entry], problems: list[Problem]) -> Series:
    """For each date of a series the entry with the highest SEQUENCE, then the latest stamp, then the last one."""
    kept: dict[datetime | None, Entry] = {}
    for entry in entries:
        key = entry.original.instant_at if entry.original else None
        other = kept.get(key)
        if other is None or (entry.sequence, entry.stamp) >= (other.sequence, other.stamp):
            kept[key] = entry
        if other is not None and _is_clash(entry, other):
            problems.append(_clash(other, entry))
    return Series(core=kept.pop(None, None), changes=list(kept.values()))


def _is_clash(one: Entry, other: Entry) -> bool:
    return (one.sequence, one.stamp) == (other.sequence, other.stamp) and one.text_hash != other.text_hash


def _clash(first: Entry, second: Entry) -> Problem:
    text = f"Line {first.line}: line {second.line} has the same UID and is as new; only the later one is shown."
    return Problem(line=first.line, text=text)
