"""Phrases that stand in every mail, read at first use."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources


@cache
def worn_phrases(language: str) -> re.Pattern[str] | None:
    """The worn phrases of a language (`en`, `de`); None where nobody has collected any. Reads a file the first time."""
    raw = tomllib.loads(resources.files(__package__).joinpath("worn_phrases.toml").read_text(encoding="utf-8"))
    if language not in raw:
        return None
    either = "|".join(one.replace(" ", r"\s+").replace("'", "['’]") for one in raw[language])
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE | re.MULTILINE)
