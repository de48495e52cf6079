"""What people say when they promise, doubt, decide or change the subject, as patterns, a file for each language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def phrases(language: str) -> Mapping[str, re.Pattern[str]]:
    """Each family of phrases as one pattern of whole words. Raises FileNotFoundError for a language without a file."""
    return {
        name: re.compile(rf"(?<![\w'])(?:{either})(?!\w|'\w)", re.IGNORECASE) for name, either in alternatives(language).items()
    }


@cache
def alternatives(language: str) -> Mapping[str, str]:
    """The same as sources, `a|b|c`, to be built into larger patterns."""
    text = resources.files(__package__).joinpath(f"spoken_{language}.toml").read_text(encoding="utf-8")
    return {name: "|".join(patterns) for name, patterns in tomllib.loads(text).items()}


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of plain words, by its name. Raises LookupError for one that does not exist."""
    text = resources.files(__package__).joinpath("spoken_words.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name].split())
