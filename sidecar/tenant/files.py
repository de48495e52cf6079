"""The `.ics` files behind one mailbox: read, read again when they change on disk, expanded to Graph-shaped events."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sidecar.errors import Refused
from sidecar.tenant.answers import Json
from sidecar.tenant.cancellations import called_off, is_cancellation, uids_of
from sidecar.wire.ics import CalendarFile, events_between, read_calendar
from sidecar.wire.ics_attachments import InlineFile, inline_files

SMALL = 1_000_000
"""Files up to this many bytes are compared by content at every look, larger ones only when size or time changed."""


@dataclass(slots=True)
class _Source:
    path: Path
    seen: tuple[int, int] | None = None
    digest: bytes = b""
    calendar: CalendarFile | None = None
    problem: str | None = None


class CalendarFiles:
    """Everything here blocks: call it in a thread, one call at a time."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._sources = [_Source(Path(path)) for path in paths]
        self._expansion_problems: tuple[str, ...] = ()

    @property
    def problems(self) -> list[str]:
        """One sentence for each file, line or event that could not be used."""
        found: list[str] = []
        for source in self._sources:
            found += [source.problem] if source.problem else []
            lines = source.calendar.problems if source.calendar else ()
            found += [f"{source.path.name}: {problem.text}" for problem in lines]
        return list(dict.fromkeys([*found, *self._expansion_problems]))

    def load(self) -> None:
        """Reads every file for the first time. Raises Refused where one cannot be used."""
        for source in self._sources:
            self._look(source)
            if source.calendar is None:
                raise Refused(source.problem or f"{source.path.name} cannot be read: check the path.")

    def reload(self) -> bool:
        """Whether a file has new content. One that became unusable keeps its last good content."""
        looks = [self._look(source) for source in self._sources]
        return any(looks)

    def _look(self, source: _Source) -> bool:
        try:
            status = source.path.stat()
            seen = (status.st_mtime_ns, status.st_size)
            if seen == source.seen and status.st_size > SMALL:
                return False
            data = source.path.read_bytes()
        except OSError as error:
            source.problem = f"{source.path.name} cannot be opened ({error.strerror}): check the path and its rights."
            source.seen = None
            return False
        source.seen = seen
        digest = hashlib.sha256(data).digest()
        if digest == source.digest:
            return False
        source.digest = digest
        try:
            source.calendar = read_calendar(data, source.path.name)
        except Refused as refused:
            source.problem = refused.why
            return False
        source.problem = None
        return True

    def expand(self, start_at: datetime, end_at: datetime, me: str) -> dict[str, Json]:
        """Every event of every file that overlaps the window, by its id; what a file beside it cancels is marked so.

        A cancellation of something that no file holds is shown as the cancelled event it is.
        """
        calendars = [source.calendar for source in self._sources if source.calendar is not None]
        known = uids_of(calendars)
        events: dict[str, Json] = {}
        problems: list[str] = []
        for source in self._sources:
            if source.calendar is None:
                continue
            try:
                expansion = events_between(source.calendar, start_at, end_at, me=me)
            except Refused as refused:
                problems.append(refused.why)
                continue
            is_mark = is_cancellation(source.calendar)
            events |= {event["id"]: event for event in expansion.events if not (is_mark and event["iCalUId"] in known)}
            problems += [f"{source.path.name}: {problem.text}" for problem in expansion.problems]
        self._expansion_problems = tuple(problems)
        return called_off(events, calendars)

    def files_of(self, uid: str, original_at: datetime | None) -> Sequence[InlineFile]:
        """What travels inside an event, or inside one date of a series, of the first file that has it."""
        calendars = (source.calendar for source in self._sources if source.calendar is not None)
        found = (
            inline_files(one, uid, original_at) for one in calendars if uid in one.blocks_by_uid and not is_cancellation(one)
        )
        return next(found, ())
