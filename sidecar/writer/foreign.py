"""Foreign text made harmless: what a reader would not see goes, and what is left is short."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from sidecar.domain.companies.claims import SourceText

TITLE_AT_MOST: Final = 120
TEXT_AT_MOST: Final = 4_000
_LOOKED_AT: Final = 10
"""How many times the wanted length is looked at before cutting: hidden characters may stand before what is seen."""

_MARKUP = re.compile(
    r"<!--.*?(?:-->|$)|<(script|style|template)\b.*?(?:</\1\s*>|$)|</?[a-zA-Z!?][^<>]{0,500}>", re.DOTALL | re.IGNORECASE
)
_BREAKS: Final = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_HIDDEN_LETTERS: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and marks by category that leave nothing to see."""


def is_hidden(character: str) -> bool:
    """Whether a character leaves nothing to see: controls, bidi and zero-width marks, tags, private use, variation selectors."""
    if character in _HIDDEN_LETTERS or "\ufe00" <= character <= "\ufe0f" or "\U000e0000" <= character <= "\U000e0fff":
        return True
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn")


def visible(text: str, at_most: int) -> str:
    """What a reader would see of a text, composed (NFC), line by line without empty ones, no longer than `at_most` characters."""
    broken = "".join("\n" if one in _BREAKS else " " if one.isspace() else one for one in text[: at_most * _LOOKED_AT])
    seen = "".join(one for one in broken if one == "\n" or not is_hidden(one))
    lines = (" ".join(line.split()) for line in unicodedata.normalize("NFC", _MARKUP.sub(" ", seen)).split("\n"))
    return "\n".join(line for line in lines if line)[:at_most].strip()


def cleaned(source: SourceText) -> SourceText:
    """The source as all of the writer's rooms see it: quotes are cut from this text and checked against it."""
    return SourceText(
        id=source.id,
        title=visible(source.title, TITLE_AT_MOST).replace("\n", " "),
        url=source.url,
        text=visible(source.text, TEXT_AT_MOST),
        is_news=source.is_news,
    )
