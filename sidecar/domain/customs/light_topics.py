"""Two harmless things to open with, tied to the place and its season, and what to leave to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sidecar.domain.customs.cue import Cue
from sidecar.domain.wording.reason import Reason
from sidecar.knowledge.customs import countries, customs_of
from sidecar.words import Words

_SEASONS: Final = ("culture-season-winter", "culture-season-spring", "culture-season-summer", "culture-season-autumn")
"""On the northern half, from December on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LightTopics:
    """`openers`: two. `leave`: topics that are theirs to raise; None where no guide names any."""

    openers: tuple[Reason, Reason]
    leave: Reason | None


def light_topics(country: str, month: int, cues: Iterable[Cue], language: str = "en") -> LightTopics:
    """Openers for a country in a month (1-12): one that guides name for the place, another each month, and the season.

    Where guides name none, something about where they live. A topic that is to be left to them is never an opener.
    """
    firm = [cue for cue in cues if cue.country == country and not cue.is_asked]
    leave = _topics(firm, "caution_topics")
    open_with = [topic for topic in _topics(firm, "meeting_openers") if topic.casefold() not in {one.casefold() for one in leave}]
    first = (
        Reason(key="culture-topic-told", args={"topic": open_with[month % len(open_with)]})
        if open_with
        else Reason(key="culture-topic-place")
    )
    return LightTopics(
        openers=(first, _season(country, month)),
        leave=Reason(key="culture-topic-leave", args={"topics": Words(language).row(leave)}) if leave else None,
    )


def _topics(cues: Iterable[Cue], field: str) -> tuple[str, ...]:
    return tuple(topic for cue in cues if cue.field == field for topic in cue.topics)


def _season(country: str, month: int) -> Reason:
    hemisphere = customs_of(country).hemisphere if country in countries() else None
    if hemisphere is None:
        return Reason(key="culture-season-none")
    shifted = month + (0 if hemisphere == "north" else 6)
    return Reason(key=_SEASONS[shifted % 12 // 3])
