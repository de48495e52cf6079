"""The text of a calendar file: its bytes made lines, and cut into events and zones, without reading any of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sidecar.errors import Refused

LARGEST = 64 * 1024 * 1024
"""Bytes."""

_MARK = re.compile(
    rb"\n(BEGIN|END|UID|DTSTART|DTEND|DURATION|RRULE|RDATE|RECURRENCE-ID|METHOD|X-WR-TIMEZONE|X-WR-CALNAME)([;:][^\n]*)",
    re.IGNORECASE,
)
_DATE = re.compile(rb":(\d{8})(?:T\d{4,6}Z?)?\s*$")
_UNTIL = re.compile(rb"UNTIL=(\d{8})", re.IGNORECASE)
_TOP = (b"VEVENT", b"VTODO", b"VJOURNAL", b"VFREEBUSY", b"VTIMEZONE", b"VAVAILABILITY")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in the file that could not be taken as it is, in one sentence. `line` counts from 1."""

    line: int | None
    text: str


@dataclass(slots=True, kw_only=True)
class Block:
    """One event or zone as it stands in the file: data[start:end]. The dates are what a glance shows, `YYYYMMDD`."""

    kind: str
    line: int
    start: int
    calendar: int
    end: int = 0
    uid: bytes = b""
    is_series: bool = False
    has_duration: bool = False
    first_date: bytes | None = None
    last_date: bytes | None = None
    rule_ends: bytes | None = None
    """The latest UNTIL of its rules, where every rule has one."""
    is_open_ended: bool = False


@dataclass(slots=True, kw_only=True)
class Head:
    """What one VCALENDAR says about everything in it."""

    method: str | None = None
    zone: str | None = None
    title: str | None = None


@dataclass(slots=True, kw_only=True)
class Cut:
    """A file cut into pieces."""

    data: bytes
    heads: list[Head] = field(default_factory=list)
    events: list[Block] = field(default_factory=list)
    zones: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def plain_bytes(data: bytes, name: str) -> bytes:
    """The file as UTF-8-like bytes with `\\n` before every line. Raises Refused for what cannot be a calendar."""
    if len(data) > LARGEST:
        raise Refused(f"{name} is larger than 64 MB: export a shorter stretch of the calendar.")
    data = _without_wide_characters(data)
    if not data.strip(b" \t\r\n\0"):
        raise Refused(f"{name} is empty: export the calendar again and give that file.")
    if b"\r" in data:
        data = data.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    return b"\n" + data


def _without_wide_characters(data: bytes) -> bytes:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").encode("utf-8")
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:]
    if data[1:2] == b"\0" and data[:1].isalpha():
        return data.decode("utf-16-le", "replace").encode("utf-8")
    if data[:1] == b"\0" and data[1:2].isalpha():
        return data.decode("utf-16-be", "replace").encode("utf-8")
    return data


def why_no_calendar(data: bytes, name: str) -> Refused:
    """The sentence for a file without a VCALENDAR, by what it looks like."""
    start = data[:512].lstrip()
    if start.startswith(b"PK"):
        return Refused(f"{name} is a zip archive: unpack it and give the .ics file inside.")
    if start.startswith(b"<"):
        return Refused(f"{name} is a web page or XML, not a calendar: download the .ics file itself.")
    if start.startswith((b"{", b"[")):
        return Refused(f"{name} is JSON, not a calendar: export the calendar as an .ics file.")
    return Refused(f"{name} is not a calendar file: export the calendar as .ics and give that.")


class _Cutter:
    """Walks the lines that matter and keeps where it is: the open components, the open event, the line number."""

    def __init__(self, data: bytes) -> None:
        self.cut = Cut(data=data)
        self._open: list[bytes] = []
        self._block: Block | None = None
        self._line = 1
        self._counted_to = 1

    def line_at(self, offset: int) -> int:
        self._line += self.cut.data.count(b"\n", self._counted_to, offset)
        self._counted_to = offset
        return self._line

    def problem(self, line: int, text: str) -> None:
        self.cut.problems.append(Problem(line=line, text=text))

    def begin(self, kind: bytes, offset: int) -> None:
        if kind == b"VCALENDAR":
            self._begin_calendar(offset)
        elif kind in _TOP:
            self._begin_top(kind, offset)
        if self._open or kind == b"VCALENDAR":
            self._open.append(kind)

    def _begin_calendar(self, offset: int) -> None:
        if self._open:
            self._close_unended(offset)
        self._open.clear()
        self.cut.heads.append(Head())

    def _begin_top(self, kind: bytes, offset: int) -> None:
        if self._block is not None or (self._open and self._open[-1] in _TOP):
            self._close_unended(offset)
            del self._open[1:]
        if self._open and kind in (b"VEVENT", b"VTIMEZONE"):
            line = self.line_at(offset + 1)
            self._block = Block(kind=kind.decode(), line=line, start=offset, calendar=len(self.cut.heads) - 1)

    def _close_unended(self, offset: int) -> None:
        if self._block is not None:
            kind = self._block.kind
            text = f"Line {self._block.line}: the END:{kind} is missing; it is read up to the next BEGIN."
            self.problem(self._block.line, text)
            self._close(offset)

    def _close(self, offset: int) -> None:
        if self._block is not None:
            self._block.end = offset
            (self.cut.events if self._block.kind == "VEVENT" else self.cut.zones).append(self._block)
            self._block = None

    def end(self, kind: bytes, offset: int) -> None:
        if kind not in self._open:
            return
        if kind in (b"VEVENT", b"VTIMEZONE"):
            self._close(offset)
        elif kind == b"VCALENDAR":
            self._close_unended(offset)
        del self._open[len(self._open) - 1 - self._open[::-1].index(kind) :]

    def mark(self, name: bytes, rest: bytes, end: int) -> None:
        inside = self._open[-1] if self._open else b""
        if inside == b"VEVENT" and self._block is not None:
            _note(self._block, name, rest, self.cut.data, end)
        elif inside == b"VCALENDAR":
            _note_head(self.cut.heads[-1], name, rest)

    def finish(self) -> Cut:
        if self._block is not None:
            line, kind = self._block.line, self._block.kind
            thing = "event" if kind == "VEVENT" else "zone"
            self.problem(line, f"Line {line}: the file ends in the middle of this {thing}; it was left out.")
        elif self._open:
            self.problem(self.line_at(len(self.cut.data)), "The file ends before END:VCALENDAR; more may be missing.")
        return self.cut

    @property
    def is_unfinished(self) -> bool:
        return bool(self._open)


def _note(block: Block, name: bytes, rest: bytes, data: bytes, end: int) -> None:
    if name == b"UID":
        block.uid = (rest.split(b":", 1)[-1] + _continued(data, end)).strip()
    elif name == b"DTSTART":
        block.first_date = _date_in(rest, data, end)
    elif name == b"DTEND":
        block.last_date = _date_in(rest, data, end)
    elif name == b"DURATION":
        block.has_duration = True
    elif name in (b"RRULE", b"RDATE", b"RECURRENCE-ID"):
        block.is_series = True
        if name != b"RECURRENCE-ID":
            _note_end(block, _UNTIL.search(rest + _continued(data, end)) if name == b"RRULE" else None)


def _note_end(block: Block, until: re.Match[bytes] | None) -> None:
    if until is None:
        block.is_open_ended = True
    else:
        block.rule_ends = max(block.rule_ends or b"", until[1])


def _date_in(rest: bytes, data: bytes, end: int) -> bytes | None:
    found = _DATE.search(rest)
    is_folded = data[end + 1 : end + 2] in (b" ", b"\t")
    return found[1] if found and not is_folded else None


def _continued(data: bytes, end: int) -> bytes:
    """The rest of a value that goes on in the next lines."""
    parts: list[bytes] = []
    while data[end + 1 : end + 2] in (b" ", b"\t"):
        stop = data.find(b"\n", end + 1)
        parts.append(data[end + 2 : stop if stop >= 0 else len(data)])
        end = stop if stop >= 0 else len(data)
    return b"".join(parts)


def _note_head(head: Head, name: bytes, rest: bytes) -> None:
    value = rest.split(b":", 1)[-1].strip().decode("utf-8", "replace")
    if name == b"METHOD":
        head.method = value.upper() or None
    elif name == b"X-WR-TIMEZONE":
        head.zone = value or None
    elif name == b"X-WR-CALNAME":
        head.title = value or None


def cut(data: bytes, name: str) -> Cut:
    """Cut a file into its events and zones. Raises Refused where there is no usable VCALENDAR in it."""
    plain = plain_bytes(data, name)
    cutter = _Cutter(plain)
    for match in _MARK.finditer(plain):
        mark, rest = match[1].upper(), match[2]
        if mark == b"BEGIN":
            cutter.begin(rest[1:].strip().upper(), match.start())
        elif mark == b"END":
            cutter.end(rest[1:].strip().upper(), match.start())
        else:
            cutter.mark(mark, rest, match.end())
    found = cutter.finish()
    if not found.heads:
        raise why_no_calendar(plain, name)
    if cutter.is_unfinished and not found.events:
        raise Refused(f"{name} stops before its first whole event: export or download the calendar again.")
    return found


def lines(data: bytes, block: Block) -> Iterator[tuple[int, str]]:
    """The unfolded lines of one block with the number of the physical line each begins on.

    Lines are joined as bytes, since a fold may stand in the middle of a character. What is not UTF-8 is read as
    Windows-1252, line by line.
    """
    number = block.line - 1
    for piece in re.split(rb"\n(?![ \t])", data[block.start + 1 : block.end]):
        number += 1
        yield number, text_of(re.sub(rb"\n[ \t]", b"", piece))
        number += piece.count(b"\n")


def text_of(raw: bytes) -> str:
    """Bytes as text: UTF-8, or Windows-1252 where they are not."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
