"""Files that travel inside a calendar file, as Outlook, Exchange and Apple write them: RFC 5545 §3.8.1.1, RFC 8607.

They are cut out of the file's bytes when somebody asks, and never kept with the event.
"""

from __future__ import annotations

import base64
import binascii
import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Final

from sidecar.wire.ics_file import CalendarFile, read_block
from sidecar.wire.ics_property import Property, property_in
from sidecar.wire.ics_series import Entry
from sidecar.wire.ics_text import Block

MOST_FILES: Final = 20
"""Of one event."""
_MARK: Final = re.compile(rb"\n(?:(BEGIN|END):VALARM|(ATTACH[;:][^\n]*+(?:\n[ \t][^\n]*+)*+))", re.IGNORECASE)
_FOLD: Final = re.compile(rb"\n[ \t]")
_COLON: Final = re.compile(rb'(?:[^":]|"[^"]*")*+:')
_NAMES: Final = ("FILENAME", "X-FILENAME", "X-APPLE-FILENAME")
_ANY_TYPE: Final = "application/octet-stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineFile:
    """One file with its bytes. `media_type` as written, or by its name, or the one for any bytes."""

    name: str
    media_type: str
    data: bytes


def inline_files(calendar: CalendarFile, uid: str, original_at: datetime | None) -> tuple[InlineFile, ...]:
    """The files inside one event, or inside one date of a series: that date's own, else the series's. Only what can be
    decoded is shown; links to other places are no files."""
    block = _block(calendar, uid, original_at)
    if block is None:
        return ()
    read = (_file(_FOLD.sub(b"", line), at) for at, line in enumerate(_lines(calendar.data, block), start=1))
    return tuple(islice((file for file in read if file is not None), MOST_FILES))


def _lines(data: bytes, block: Block) -> Iterator[bytes]:
    """The event's own ATTACH lines, folded as they are; an alarm's sound is none of them."""
    is_alarm = False
    for mark in _MARK.finditer(data, block.start, block.end):
        if mark[1]:
            is_alarm = mark[1].upper() == b"BEGIN"
        elif not is_alarm:
            yield mark[2]


def _block(calendar: CalendarFile, uid: str, original_at: datetime | None) -> Block | None:
    entries = list(_entries(calendar, uid))
    changed = [block for block, entry in entries if entry.original and original_at == entry.original.instant_at.astimezone(UTC)]
    core = [block for block, entry in entries if entry.original is None]
    return next(reversed([*core[-1:], *changed[-1:]]), None)


def _entries(calendar: CalendarFile, uid: str) -> Iterator[tuple[Block, Entry]]:
    for block in calendar.blocks_by_uid.get(uid, ()):
        read = calendar.read_by_start.get(block.start) or read_block(calendar, block)
        if read.entry is not None:
            yield block, read.entry


def _file(line: bytes, number: int) -> InlineFile | None:
    head = _COLON.match(line)
    written = property_in(head[0].decode("utf-8", "replace"), number) if head else None
    if head is None or written is None or not _is_inline(written):
        return None
    try:
        data = base64.b64decode(line[head.end() :].translate(None, b" \t\r\n"), validate=True)
    except (binascii.Error, ValueError):
        return None
    media_type = written.parameters.get("FMTTYPE", "").lower()
    name = next((text for key in _NAMES if (text := written.parameters.get(key, "").strip())), "")
    name = name or f"attachment-{number}{mimetypes.guess_extension(media_type) or ''}"
    return InlineFile(name=name, media_type=media_type or mimetypes.guess_type(name)[0] or _ANY_TYPE, data=data)


def _is_inline(written: Property) -> bool:
    parameters = {key: value.upper() for key, value in written.parameters.items()}
    return parameters.get("ENCODING") == "BASE64" or parameters.get("VALUE") == "BINARY"
