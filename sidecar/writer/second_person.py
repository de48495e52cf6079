"""A sentence in which somebody speaks of themselves, turned to be said to them: “We run four stores”, “you run four stores”."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

_ENGLISH: Final = {"we": "you", "our": "your", "ours": "yours", "us": "you", "ourselves": "yourselves"}
_ENGLISH_WORD: Final = re.compile(r"\b(?:we|ours?|us|ourselves)\b", re.IGNORECASE)
_ENGLISH_STOPS: Final = re.compile(r"\b(?:you\w*|I|I['’]\w+|my|me|mine)\b|[“”\"„?!:;]")
_ENGLISH_STARTS: Final = re.compile(r"(?:we|our|for|in|at|with|from|as|since|every|today|together|over|by)\b", re.IGNORECASE)
_US: Final = re.compile(r"\bUS\b")
_GERMAN_WORD: Final = re.compile(r"\b(?:wir|unser(?:e[mnrs]?)?)\b", re.IGNORECASE)
_GERMAN_STOPS: Final = re.compile(
    r"\b(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?|[Uu]ns|[Dd]u|[Dd]ich|[Dd]ir|[Ee]uch|[Ii]ch|mein\w*)\b|[“”\"„?!:;]"
)


def to_you(sentence: str, language: str) -> str | None:
    """The sentence as the other side of the table would say it, without its full stop; None where that is not sure."""
    turn = _TURNS.get(language)
    return turn(" ".join(sentence.split()).rstrip(".")) if turn else None


def _english(sentence: str) -> str | None:
    own = _ENGLISH_WORD.search(_US.sub("", sentence))
    if own is None or _US.search(sentence) or _ENGLISH_STOPS.search(sentence) or not _ENGLISH_STARTS.match(sentence):
        return None
    return _ENGLISH_WORD.sub(lambda found: _ENGLISH[found[0].lower()], f"{sentence[0].lower()}{sentence[1:]}")


def _german(sentence: str) -> str | None:
    """Verbs are the same for “wir” and “Sie”."""
    if not _GERMAN_WORD.search(sentence) or _GERMAN_STOPS.search(sentence):
        return None
    return _GERMAN_WORD.sub(lambda found: "Sie" if found[0].lower() == "wir" else f"Ihr{found[0][len('unser') :]}", sentence)


_TURNS: Final[Mapping[str, Callable[[str], str | None]]] = {"en": _english, "de": _german}
