"""A culture cue: what often holds for meetings with people of one country, what to do about it, and who says so.

A cue is about a country, never about a person. Nothing here can be reached from a name, a language or a picture: the one way
in is a country's code, and whoever passes it must have been told it (an office, a phone number, the person's own word).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final, Literal, cast

from sidecar.domain.wording.reason import Reason
from sidecar.knowledge.cues import CueSource

__all__ = ["COMPUTED_FIELDS", "PEOPLE_DIFFER", "Confidence", "Cue", "CueSource", "country_name"]

Confidence = Literal["high", "medium", "low"]

COMPUTED_FIELDS: Final = ("working_week", "name_order", "greeting", "date_format")
"""Fields that are computed for every country, the most useful on a card first."""
_USEFUL_FIRST: Final = (
    "relationship_vs_task",
    "small_talk_minutes",
    "time_orientation",
    "directness",
    "decision_making",
    "formality_address",
    "conversation_style",
    "appointment_windows",
    "thin_periods",
    "meeting_openers",
    "caution_topics",
    *COMPUTED_FIELDS,
)

PEOPLE_DIFFER: Final = Reason(key="culture-people-differ")
"""Stands below every list of cues."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One tendency and one action; all that is to be read is in the reader's language, `value` is for code.

    `question` is what to show instead of `text` where `is_asked`. `is_for_card` is False for what nobody needs to be told,
    such as a weekend on Saturday and Sunday.
    """

    country: str
    country_name: str
    subdivision: str | None = None
    field: str
    value: Any
    text: str
    advice: str
    topics: tuple[str, ...] = ()
    confidence: Confidence
    basis: str
    sources: tuple[CueSource, ...]
    disagreement: str | None = None
    review_by: date | None = None
    question: Reason | None = None
    is_for_card: bool = True

    @property
    def id(self) -> str:
        """Stable as long as the product keeps this cue: what a person dismisses or reports."""
        return f"{self.country}/{self.field}"

    @property
    def is_asked(self) -> bool:
        """The sources are too weak to tell anybody: show the question, never the text."""
        return self.confidence == "low"

    @property
    def is_computed(self) -> bool:
        """It came out of a table of formats, not out of a guide."""
        return self.field in COMPUTED_FIELDS

    @property
    def rank(self) -> int:
        """Its place in the order of usefulness for somebody about to meet: 0 comes first."""
        return _USEFUL_FIRST.index(self.field)


@cache
def country_name(country: str, language: str) -> str:
    """The name of a country as a language writes it; its code where CLDR has no name."""
    from babel import Locale  # 29 ms that a brief without a country need not pay

    return cast("str", Locale.parse(language).territories.get(country, country))
