"""Whether a text tries to command whatever reads it, in the languages that sites are read in."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final

NEAR: Final = 60
"""Letters that may stand between what is to be forgotten and the word for it."""

_LIKE_LATIN: Final = str.maketrans("асеіјорхуѕԁһӏԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТХІЈЅ", "aceijopxysdhlqwABEZHIKMNOPTYXABEKMHOPCTXIJS")
_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]"
)
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_][ .\-_*]){3,}[^\W\d_](?![^\W_])")


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("orders.toml").read_text(encoding="utf-8"))


@cache
def _always() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in _table()["always"]), re.IGNORECASE)


@cache
def _forgetting() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pair['forget']})" for pair in _table()["pairs"]), re.IGNORECASE)


@cache
def _pairs() -> tuple[re.Pattern[str], ...]:
    found = []
    for pair in _table()["pairs"]:
        forget, told = f"(?:{pair['forget']})", f"(?:{pair['told']})"
        gap = rf"[^.!?。！？]{{0,{NEAR}}}?"
        found.append(re.compile(f"{forget}{gap}{told}|{told}{gap}{forget}", re.IGNORECASE))
    return tuple(found)


def _commands(text: str) -> bool:
    if _always().search(text):
        return True
    return _forgetting().search(text) is not None and any(pair.search(text) for pair in _pairs())


@lru_cache(maxsize=4096)
def is_order(text: str) -> bool:
    """Whether a text, or a part of it, is shaped like an order to its reader. Letters that only look alike deceive nobody."""
    plain = " ".join(unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).split())
    tellings = {plain, _SPACED.sub(lambda found: re.sub(r"[ .\-_*]", "", found[0]), plain)}
    if any(letter.isascii() and letter.isalpha() for letter in plain) and not plain.isascii():
        tellings.add(plain.translate(_LIKE_LATIN))
    return any(_commands(telling) for telling in tellings)
