"""What public holidays are called in a language in which the calendar of their country is not written."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

_TAIL: Final = re.compile(r"(\([^()]*\))$")


@cache
def holiday_names() -> Mapping[str, Mapping[str, str]]:
    """The names by the English one and by language. Reads a file once."""
    return tomllib.loads(resources.files(__package__).joinpath("holiday_names.toml").read_text(encoding="utf-8"))


def holiday_in(language: str, english: str) -> str:
    """A holiday, or several of one day behind each other, in a language; each that nobody has named there stays English."""
    return "; ".join(_one(language, name) for name in english.split("; "))


def _one(language: str, english: str) -> str:
    if named := _said(language, english):
        return named
    tail = found[1] if (found := _TAIL.search(english)) else ""
    named = _said(language, english.removesuffix(tail).rstrip()) if tail else None
    return f"{named}{_said(language, tail) or f' {tail}'}" if named else english


def _said(language: str, name: str) -> str | None:
    return holiday_names().get(name, {}).get(language)
