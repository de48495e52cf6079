"""What Teams wants of an icon, read from the PNG's own bytes.

https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sidecar.domain.wording.reason import Reason

COLOUR_SIDE: Final = 192
OUTLINE_SIDE: Final = 32
SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
MOST_PIXELS: Final = 1024 * 1024
_RGBA: Final = 6
_WHITE: Final = b"\xff\xff\xff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Rows of 8-bit RGBA; `rows` is None for any other kind of PNG, whose pixels are not read."""

    width: int
    height: int
    rows: tuple[bytes, ...] | None


def colour_problem(file: str, data: bytes) -> Reason | None:
    """Why this is no colour icon: a PNG of 192 by 192."""
    picture = read_png(data)
    return _size_problem(file, picture, COLOUR_SIDE)


def activity_problem(file: str, data: bytes) -> Reason | None:
    """Why this is no icon of the activity feed: a PNG of 32 by 32."""
    return _size_problem(file, read_png(data), OUTLINE_SIDE)


def outline_problem(file: str, data: bytes) -> Reason | None:
    """Why this is no outline icon: a PNG of 32 by 32, white on nothing."""
    picture = read_png(data)
    if (wrong := _size_problem(file, picture, OUTLINE_SIDE)) is not None or picture is None:
        return wrong
    if picture.rows is None:
        return Reason(key="package-icon-clear", args={"file": file})
    pixels = [row[at : at + 4] for row in picture.rows for at in range(0, len(row), 4)]
    seen = [pixel for pixel in pixels if pixel[3]]
    if not seen or len(seen) == len(pixels):
        return Reason(key="package-icon-clear", args={"file": file})
    if any(pixel[:3] != _WHITE for pixel in seen):
        return Reason(key="package-icon-white", args={"file": file})
    return None


def _size_problem(file: str, picture: Picture | None, side: int) -> Reason | None:
    if picture is None:
        return Reason(key="package-icon-png", args={"file": file})
    if (picture.width, picture.height) != (side, side):
        size = f"{picture.width} × {picture.height}"
        return Reason(key="package-icon-size", args={"file": file, "size": size, "wanted": f"{side} × {side}"})
    return None


def read_png(data: bytes) -> Picture | None:
    """The picture, or None where this is no whole PNG. https://www.w3.org/TR/png-3/"""
    try:
        chunks = list(_chunks(data))
        width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
        if chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND" or not 0 < width * height <= MOST_PIXELS:
            return None
        if (depth, colour, interlaced) != (8, _RGBA, 0):
            return Picture(width=width, height=height, rows=None)
        wanted = height * (width * 4 + 1)
        unpacked = zlib.decompressobj().decompress(b"".join(body for kind, body in chunks if kind == b"IDAT"), wanted)
        return Picture(width=width, height=height, rows=_rows(unpacked, width * 4, height)) if len(unpacked) == wanted else None
    except (struct.error, zlib.error, IndexError, ValueError):
        return None


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and body of each chunk. Raises ValueError where the file is cut off or damaged."""
    if not data.startswith(SIGNATURE):
        raise ValueError
    at = len(SIGNATURE)
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        (check,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(kind + body) != check:
            raise ValueError
        yield kind, body
        at += 12 + length


def _rows(unpacked: bytes, width: int, height: int) -> tuple[bytes, ...]:
    rows: list[bytes] = []
    above = bytes(width)
    for at in range(0, height * (width + 1), width + 1):
        above = _unfiltered(unpacked[at], unpacked[at + 1 : at + 1 + width], above)
        rows.append(above)
    return tuple(rows)


def _unfiltered(kind: int, row: bytes, above: bytes) -> bytes:
    if kind == 0:
        return row
    found = bytearray(row)
    for at, value in enumerate(row):
        left, corner = (found[at - 4], above[at - 4]) if at >= 4 else (0, 0)
        found[at] = (value + _guess(kind, left, above[at], corner)) & 0xFF
    return bytes(found)


def _guess(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 4:
        middle = left + up - corner
        return min((left, up, corner), key=lambda one: abs(middle - one))
    return {1: left, 2: up, 3: (left + up) // 2}[kind] if kind in (1, 2, 3) else _damaged()


def _damaged() -> int:
    raise ValueError
