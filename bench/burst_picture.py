"""The distribution of lateness as a picture: how many cards arrived in each second around the one at which they were due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import floor
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 640
LEFT, RIGHT, TOP, BOTTOM = 110, 40, 150, 90
INK, GREY, FILL, LIMIT = "#242424", "#616161", "#5b5fc7", "#c4314b"


def draw(path: Path, late: Sequence[float], *, title: str, subtitle: str) -> None:
    """`late`: seconds of each card after its instant, in order; below zero before it."""
    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    pen = ImageDraw.Draw(image)
    bins = Counter(floor(one) for one in late)
    first, last, most = min(0, floor(late[0] / 10) * 10), max(60, int(late[-1]) + 1), _round_up(max(bins.values()))
    across, up = (WIDTH - LEFT - RIGHT) / (last - first), (HEIGHT - TOP - BOTTOM) / most
    pen.text((LEFT, 28), title, fill=INK, font=_font(30))
    half, nearly_all = late[len(late) // 2], late[int(len(late) * 0.99)]
    marks = f"the first at {late[0]:.1f} s, half by {half:.1f} s, 99 % by {nearly_all:.1f} s, all by {late[-1]:.1f} s"
    pen.text((LEFT, 70), marks, fill=GREY, font=_font(19))
    pen.text((LEFT, 96), subtitle, fill=GREY, font=_font(19))
    for step in range(5):
        y, value = HEIGHT - BOTTOM - step * most / 4 * up, round(step * most / 4)
        pen.line((LEFT, y, WIDTH - RIGHT, y), fill="#e0e0e0")
        pen.text((LEFT - 12, y), f"{value:,}", fill=GREY, font=_font(18), anchor="rm")
    for second, count in bins.items():
        x = LEFT + (second - first) * across
        pen.rectangle((x + 1, HEIGHT - BOTTOM - count * up, x + across - 1, HEIGHT - BOTTOM), fill=FILL)
    for second in range(first, last + 1, 10):
        x = LEFT + (second - first) * across
        pen.line((x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 6), fill=GREY)
        pen.text((x, HEIGHT - BOTTOM + 10), str(second), fill=GREY, font=_font(18), anchor="mt")
    for second, text, colour in ((0, "due", INK), (45, "99 % promised", LIMIT), (60, "all promised", LIMIT)):
        x = LEFT + (second - first) * across
        pen.line((x, TOP, x, HEIGHT - BOTTOM), fill=colour, width=2)
        pen.text((x - 6, TOP + 4), text, fill=colour, font=_font(16), anchor="rt")
    pen.line((LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM), fill=INK)
    pen.text(((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 34), "seconds after the instant at which all were due", fill=INK,
             font=_font(20), anchor="mm")  # fmt: skip
    pen.text((LEFT, TOP - 22), "cards that arrived in each second", fill=INK, font=_font(18))
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, optimize=True)


def _round_up(value: int) -> int:
    step = 10 ** max(len(str(value)) - 1, 1)
    return max(4, (value + step - 1) // step * step)


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)
