"""What people type to the bot in French, Spanish, Portuguese and Japanese, by what they mean with it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def bot_words() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The phrases by language and command; the first of each is the one that help and Teams' menu name. Reads a file once."""
    rows = tomllib.loads(resources.files(__package__).joinpath("bot_words.toml").read_text(encoding="utf-8"))
    return {language: {kind: tuple(said) for kind, said in table.items()} for language, table in rows.items()}


def phrases_for(kind: str) -> tuple[str, ...]:
    """The phrases of all these languages for one command; none for a command they have no words for."""
    return tuple(phrase for table in bot_words().values() for phrase in table.get(kind, ()))
