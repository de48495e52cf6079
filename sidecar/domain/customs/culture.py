"""Culture cues: which to show before a meeting, how to open it, and how our own habits may come across.

A country comes in as an argument from stated evidence and in no other way. A person's own notes go before any cue, weak
sources become questions, and several countries in one meeting become one plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, cast

from sidecar.domain.customs.computed_cues import computed_cues
from sidecar.domain.customs.cue import PEOPLE_DIFFER, Confidence, Cue, CueSource, country_name
from sidecar.domain.customs.light_topics import LightTopics, light_topics
from sidecar.domain.customs.opening import Opening, mirror, opening
from sidecar.domain.wording.reason import Reason
from sidecar.errors import Refused
from sidecar.knowledge.cues import AuthoredCue, authored_cues
from sidecar.knowledge.customs import NameOrder, countries, customs_of, greeting_at
from sidecar.knowledge.odd_zone_names import COUNTRY_ALIASES

__all__ = [
    "PEOPLE_DIFFER",
    "Cue",
    "CueSource",
    "LightTopics",
    "Opening",
    "chosen",
    "credit",
    "cues_of",
    "greetings_at",
    "kept",
    "light_topics",
    "mirror",
    "names_of_order",
    "opening",
]

MOST_ON_A_CARD: Final = 3
"""Cues for each country."""

_QUESTIONS: Final = {
    "relationship_vs_task": "culture-ask-opening",
    "small_talk_minutes": "culture-ask-opening",
    "time_orientation": "culture-ask-time",
    "directness": "culture-ask-directness",
    "decision_making": "culture-ask-decision",
    "formality_address": "culture-ask-formality",
    "conversation_style": "culture-ask-conversation",
    "appointment_windows": "culture-ask-windows",
    "thin_periods": "culture-ask-thin",
    "meeting_openers": "culture-ask-openers",
    "caution_topics": "culture-ask-caution",
}
_SAME_MATTER: Final = {"small_talk_minutes": "relationship_vs_task"}
"""Two fields that a reader takes for one: a note on either hides both, and a card shows only the first."""
_ONE_STEP_LOWER: Final[Mapping[Confidence, Confidence]] = {"high": "medium", "medium": "low", "low": "low"}


def cues_of(country: str, language: str, today: date | None = None) -> tuple[Cue, ...]:
    """What often holds in a country, in the reader's language: what guides say first, then what tables say.

    `today` lowers the confidence of cues that are past their review by one step; without it nothing is lowered.
    Raises Refused for a code that no country has, LookupError for a language without a catalogue.
    """
    code = _code(country)
    if code not in countries():
        raise Refused(f"--country {country}: no country has this code; give two letters of ISO 3166 such as DE or GB.")
    authored = (_told(one, code, language, today) for one in authored_cues(code, language))
    return (*authored, *computed_cues(code, language, today))


def _code(country: str) -> str:
    """Two letters of ISO 3166; UK and EL, which people write for GB and GR, are read too."""
    code = country.strip().upper()
    return COUNTRY_ALIASES.get(code, code)


def _told(one: AuthoredCue, country: str, language: str, today: date | None) -> Cue:
    is_stale = today is not None and one.review_by is not None and today > one.review_by
    confidence = cast("Confidence", one.confidence)
    asks = _QUESTIONS.get(one.field)
    return Cue(
        country=country,
        country_name=country_name(country, language),
        field=one.field,
        value=one.value,
        text=one.text.get(language, one.text["en"]),
        advice=one.advice.get(language, one.advice["en"]),
        topics=one.topics.get(language, ()),
        confidence=_ONE_STEP_LOWER[confidence] if is_stale else confidence,
        basis=one.basis,
        sources=one.sources,
        disagreement=one.disagreement,
        review_by=one.review_by,
        question=Reason(key=asks) if asks else None,
    )


def kept(cues: Iterable[Cue], *, dismissed: frozenset[str], notes: Mapping[str, str]) -> tuple[Cue, ...]:
    """The cues without those a person has dismissed (by id) and those on whose field they keep a note of their own."""
    noted = {_SAME_MATTER.get(field, field) for field in notes}
    return tuple(cue for cue in cues if cue.id not in dismissed and _matter(cue) not in noted)


def chosen(
    cues_by_country: Mapping[str, Sequence[Cue]],
    *,
    dismissed: frozenset[str],
    notes: Mapping[str, str],
    most: int = MOST_ON_A_CARD,
    home: Sequence[Cue] = (),
) -> tuple[Cue, ...]:
    """What belongs on a card: at most `most` for each country, the most useful first, one question for each at most.

    Where a cue `is_asked`, show its `question` instead of its text. `notes`: field → the user's own note on the person.
    `home`: the cues of the reader's own country, so that nobody is told what they are used to.
    """
    at_home = [(cue.country, cue.field, cue.value) for cue in home]
    found: list[Cue] = []
    for cues in cues_by_country.values():
        left = [cue for cue in kept(cues, dismissed=dismissed, notes=notes) if _is_news(cue, at_home)]
        found += _best(left, most)
    return tuple(found)


def _is_news(cue: Cue, at_home: Sequence[tuple[str, str, object]]) -> bool:
    is_same_country = any(country == cue.country for country, _, _ in at_home)
    is_same_custom = cue.is_computed and any((field, value) == (cue.field, cue.value) for _, field, value in at_home)
    return cue.is_for_card and not is_same_country and not is_same_custom and not (cue.is_asked and cue.question is None)


def _best(cues: Sequence[Cue], most: int) -> list[Cue]:
    found: list[Cue] = []
    for cue in sorted(cues, key=lambda one: (one.is_computed, one.is_asked, one.rank)):
        is_said = any(_matter(one) == _matter(cue) for one in found)
        is_second_question = cue.is_asked and any(one.is_asked for one in found)
        if not is_said and not is_second_question:
            found.append(cue)
    return found[:most]


def _matter(cue: Cue) -> str:
    return _SAME_MATTER.get(cue.field, cue.field)


def credit(cue: Cue) -> Reason:
    """Where a cue comes from, for the line below it: its first source, the year, and how well supported it is."""
    source = cue.sources[0]
    if source.year is not None:
        args = {"title": source.title, "year": str(source.year), "sure": cue.confidence}
        return Reason(key="culture-credit-dated", args=args)
    read = str(source.accessed.year) if source.accessed else "–"
    return Reason(key="culture-credit-read", args={"title": source.title, "year": read, "sure": cue.confidence})


def names_of_order(country: str) -> NameOrder:
    """Which name usually comes first in a country; “ask” where several orders are usual or the country is unknown."""
    code = _code(country)
    return customs_of(code).names if code in countries() else "ask"


def greetings_at(country: str, hour: int) -> tuple[tuple[str, str], ...]:
    """Language tag and polite greeting at an hour of the listener's clock, one for each official language we are sure of.

    More than one: offer them, do not choose. None for a country that is unknown.
    """
    code = _code(country)
    tags = customs_of(code).languages if code in countries() else ()
    found = ((tag, greeting_at(tag, hour)) for tag in tags)
    return tuple((tag, said) for tag, said in found if said)
