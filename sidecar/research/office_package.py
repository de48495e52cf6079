"""The zip around an Office document: looked over before any reader unpacks it, and made light of all that holds no text."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Final, Literal

from sidecar.research.unreadable import Unreadable

MOST_ENTRIES: Final = 20_000
MOST_XML: Final = 150_000_000
"""Bytes of XML, unpacked."""
_CONTENTS: Final = "[Content_Types].xml"
_DECK: Final = (
    b"presentationml.presentation",
    b"presentationml.slideshow",
    b"presentationml.template",
    b"powerpoint.presentation",
)
_TEXT: Final = (b"wordprocessingml.document", b"wordprocessingml.template", b"ms-word.document", b"ms-word.template")
_SLIDE: Final = re.compile(r"/?ppt/slides/[^/]+\.xml")
_PLAIN_DECK: Final = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_PLAIN_TEXT: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_MAINS: Final = {
    b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml": _PLAIN_DECK,
    b"application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml": _PLAIN_DECK,
    b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml": _PLAIN_DECK,
    b"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml": _PLAIN_DECK,
    b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml": _PLAIN_DECK,
    b"application/vnd.ms-word.document.macroEnabled.main+xml": _PLAIN_TEXT,
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml": _PLAIN_TEXT,
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": _PLAIN_TEXT,
}
"""Shows, templates and files with macros say the same in the same XML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A package with every part that holds XML, and all others (pictures, films, macros, nested files) empty.

    `slides`: how many slides are in it, whether the deck shows them or not.
    """

    kind: Literal["deck", "text"]
    slides: int
    package: bytes


def opened(data: bytes, name: str) -> Office:
    """The package of a .pptx or .docx and their kin. Raises Unreadable for anything else, and for bombs before they burst."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return _lightened(package, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as broken:
        raise Unreadable("broken", name, "it is damaged") from broken


def _lightened(package: zipfile.ZipFile, name: str) -> Office:
    entries = package.infolist()
    _refuse_bombs(entries, name)
    kind, contents = _kind(package, name)
    light = BytesIO()
    with zipfile.ZipFile(light, "w") as copy:
        for entry in {one.filename: one for one in entries}.values():
            copy.writestr(entry.filename, contents if entry.filename == _CONTENTS else _part(package, entry, name))
    slides = sum(_SLIDE.fullmatch(entry.filename) is not None for entry in entries)
    return Office(kind=kind, slides=slides, package=light.getvalue())


def _refuse_bombs(entries: list[zipfile.ZipInfo], name: str) -> None:
    """An entry never unpacks to more than it declares: `zipfile` stops there, and its checksum then fails."""
    if len(entries) > MOST_ENTRIES or sum(one.file_size for one in entries if _is_xml(one)) > MOST_XML:
        raise Unreadable("too_big", name, "it unpacks to more than is read")
    if any(one.flag_bits & 0x1 for one in entries):
        raise Unreadable("locked", name, "it is locked with a password")


def _kind(package: zipfile.ZipFile, name: str) -> tuple[Literal["deck", "text"], bytes]:
    contents = package.read(_CONTENTS) if _CONTENTS in package.namelist() else b""
    is_deck, is_text = (any(mark in contents for mark in marks) for marks in (_DECK, _TEXT))
    for other, plain in _OTHER_MAINS.items():
        contents = contents.replace(other, plain)
    if is_deck:
        return "deck", contents
    if is_text:
        return "text", contents
    raise Unreadable("unknown_format", name, "it is no deck and no text document")


def _part(package: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    if not _is_xml(entry):
        return b""
    part = package.read(entry)
    if b"<!DOCTYPE" in part or "<!DOCTYPE".encode("utf-16-le") in part or "<!DOCTYPE".encode("utf-16-be") in part:
        raise Unreadable("harmful", name, "it refers to things outside itself, as no Office program writes it")
    return part


def _is_xml(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.endswith((".xml", ".rels"))
