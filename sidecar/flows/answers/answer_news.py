"""Headlines explained: which a careful host would not joke about, and how sure that is."""

from __future__ import annotations

import codecs
import re
import time
from typing import Any, Final

from sidecar.errors import Refused
from sidecar.research.radar import VECTORS_MOST, has_only_words, judge_headlines

MOST_LETTERS: Final = 20_000_000
_MANY: Final = 1000
"""From so many headlines on it is said how fast they were judged."""


def answer_news(given: bytes) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The verdict on each line that is not empty, in their order, and what should be said beside it.

    Bytes that are no text are replaced by a mark. Raises Refused for more than 20 MB.
    """
    if len(given) > MOST_LETTERS:
        raise Refused(f"That is more than {MOST_LETTERS // 1_000_000} MB of headlines; give them in parts.")
    headlines = [line.strip() for line in re.split(r"\r\n|\n|\r", _text(given)) if line.strip()]
    began = time.monotonic()
    verdicts = judge_headlines(headlines)
    took = time.monotonic() - began
    items = [
        {
            "headline": headline,
            "sensitive": verdict.sensitive,
            "grave": verdict.grave,
            "category": verdict.category,
            "score": verdict.score,
        }
        for headline, verdict in zip(headlines, verdicts, strict=True)
    ]
    return {"items": items}, tuple(_notes(len(headlines), took))


def _notes(count: int, took: float) -> list[str]:
    notes = []
    if has_only_words() and count:
        notes.append(
            "Sentence vectors do not run on this machine: words alone judged, and bad news in unusual words may be missed."
        )
    if count > _MANY:
        rate = f"{count:,} headlines in {took:.0f} s, {count / max(took, 0.001):.0f} a second"
        notes.append(f"{rate}; of those that words leave open, {VECTORS_MOST:,} at most are compared by sentence vectors.")
    return notes


def _text(given: bytes) -> str:
    """UTF-8, or UTF-16 where a mark at the start says so, as Windows' own shell writes it."""
    if given.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return given.decode("utf-16", errors="replace")
    return given.decode("utf-8-sig", errors="replace")
