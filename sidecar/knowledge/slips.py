"""Mistakes of English that are words by themselves, read at first use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

_START: Final = r"(?:\A\s{0,8}|\n[ \t\r]{0,8}\n\s{0,8}|[.!?]\s{1,8}|^[ \t]{0,8}(?:[-–•*]|\d{1,3}[.)])[ \t]{1,8}|,\r?\n{1,3})"
"""A sentence's beginning: of the text, a paragraph, a line of a list, after a full stop, or after the comma of a greeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A pattern whose group `wrong` is the mistake, and what stands instead: a template of the match, or by the wrong word."""

    find: re.Pattern[str]
    right: str | Mapping[str, str]
    not_in: frozenset[str] = frozenset()


@cache
def english_slips() -> tuple[Slip, ...]:
    """Every such mistake. Reads a file the first time: not on the event loop."""
    raw = tomllib.loads(resources.files(__package__).joinpath("slips_en.toml").read_text(encoding="utf-8"))
    return tuple(
        Slip(
            find=re.compile(one["find"].replace("{start}", _START), re.MULTILINE),
            right=one["right"],
            not_in=frozenset(one.get("not_in", "").split()),
        )
        for one in raw["slip"]
    )
