"""Draws the app's icons: a cup whose face is a clock, and two voices rising from it.

`python docs/icons/draw.py` writes manifest/*.png. Nothing but the standard library, so that the same script
gives the same bytes on every machine.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

MANIFEST = Path(__file__).parents[2] / "manifest"
Colour = tuple[float, float, float]
Shape = Callable[[float, float], float]
"""The distance from a point to the shape's edge, negative within."""

WHITE: Colour = (255, 255, 255)
TOP: Colour = (0x70, 0x74, 0xDA)
FOOT: Colour = (0x4F, 0x52, 0xB2)
ACCENT: Colour = (0x5B, 0x5F, 0xC7)
WARM: Colour = (0xFF, 0xD9, 0x8E)


def box(cx: float, cy: float, half_w: float, half_h: float, top: float, foot: float) -> Shape:
    """A box with other corners above than below."""

    def distance(x: float, y: float) -> float:
        radius = top if y < cy else foot
        dx, dy = abs(x - cx) - half_w + radius, abs(y - cy) - half_h + radius
        return math.hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - radius

    return distance


def line(x1: float, y1: float, x2: float, y2: float, width: float) -> Shape:
    """A stroke with round ends."""

    def distance(x: float, y: float) -> float:
        along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)
        along = min(max(along, 0), 1)
        return math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)) - width / 2

    return distance


def arc(cx: float, cy: float, radius: float, middle: float, spread: float, width: float) -> Shape:
    """A stroke along a circle, `spread` degrees to each side of `middle` (0 is to the right, 90 is up), with round ends."""

    def distance(x: float, y: float) -> float:
        angle = math.degrees(math.atan2(cy - y, x - cx))
        off = (angle - middle + 180) % 360 - 180
        if abs(off) <= spread:
            return abs(math.hypot(x - cx, y - cy) - radius) - width / 2
        end = math.radians(middle + math.copysign(spread, off))
        return math.hypot(x - cx - radius * math.cos(end), y - cy + radius * math.sin(end)) - width / 2

    return distance


def edge(shape: Shape, width: float) -> Shape:
    """The outline of a shape, drawn inwards."""
    return lambda x, y: abs(shape(x, y) + width / 2) - width / 2


def coverage(shape: Shape, x: int, y: int, fine: int = 4) -> float:
    """How much of a pixel the shape covers."""
    if abs(shape(x + 0.5, y + 0.5)) > 1:
        return 1.0 if shape(x + 0.5, y + 0.5) < 0 else 0.0
    steps = [(one + 0.5) / fine for one in range(fine)]
    return sum(shape(x + dx, y + dy) < 0 for dx in steps for dy in steps) / fine**2


def colour_icon() -> bytes:
    """192 pixels, from edge to edge: Teams cuts its own corners."""
    layers: list[tuple[Shape, Colour]] = [
        (arc(128, 118, 18, 0, 100, 10), WHITE),
        (box(86, 121, 45, 38, 8, 28), WHITE),
        (arc(57, 50, 22, 0, 55, 10), WHITE),
        (arc(83, 50, 22, 0, 55, 10), WARM),
        (line(86, 121, 86, 100, 9), ACCENT),
        (line(86, 121, 101, 130, 9), ACCENT),
    ]
    rows = []
    for y in range(192):
        row = bytearray()
        for x in range(192):
            share = (x + 2 * y) / (3 * 191)
            pixel = tuple(a + (b - a) * share for a, b in zip(TOP, FOOT, strict=True))
            for shape, colour in layers:
                part = coverage(shape, x, y)
                pixel = tuple(a + (b - a) * part for a, b in zip(pixel, colour, strict=True))
            row += bytes(round(one) for one in pixel) + b"\xff"
        rows.append(bytes(row))
    return png(192, rows)


def outline_icon() -> bytes:
    """32 pixels, white on nothing: Teams shows it on its own ground."""
    shapes = [
        edge(box(14, 20, 10, 9, 2, 7), 2),
        arc(24, 19, 4, 0, 95, 2),
        line(14, 20.5, 14, 16, 2),
        line(14, 20.5, 17, 22.5, 2),
        arc(6.5, 5, 5, 0, 44, 2),
        arc(12.5, 5, 5, 0, 44, 2),
    ]
    rows = []
    for y in range(32):
        row = bytearray()
        for x in range(32):
            row += b"\xff\xff\xff" + bytes([round(255 * max(coverage(shape, x, y, 8) for shape in shapes))])
        rows.append(bytes(row))
    return png(32, rows)


def png(side: int, rows: list[bytes]) -> bytes:
    """A square PNG of 8-bit RGBA rows."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    packed = zlib.compress(b"".join(b"\x00" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


if __name__ == "__main__":
    MANIFEST.mkdir(exist_ok=True)
    (MANIFEST / "color.png").write_bytes(colour_icon())
    (MANIFEST / "outline.png").write_bytes(outline_icon())
