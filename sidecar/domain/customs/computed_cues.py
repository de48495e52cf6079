"""Cues that follow from tables alone, for every country: the working week, name order, greetings, date and clock form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final, cast

from sidecar.domain.customs.cue import Confidence, Cue, country_name
from sidecar.domain.wording.reason import Reason
from sidecar.knowledge.cues import CueSource
from sidecar.knowledge.customs import Customs, customs_of, greetings_in
from sidecar.knowledge.weekends import SATURDAY_SUNDAY, WEEKDAYS, weekend_of
from sidecar.words import Words

_READ_AT: Final = date(2026, 11, 21)
_CLDR: Final = CueSource(
    title="Unicode CLDR 48.2", url="https://cldr.unicode.org/", year=None, accessed=_READ_AT, licence="Unicode-3.0"
)
_HOLIDAYS: Final = CueSource(
    title="python-holidays 0.109", url="https://github.com/vacanza/holidays", year=None, accessed=_READ_AT, licence="MIT"
)
_MOST_GREETED: Final = 3
"""So many languages' greetings fit into one line."""

_ORDER_SAID: Final = {"DMY": "culture-date-dmy", "MDY": "culture-date-mdy", "YMD": "culture-date-ymd"}
_CLOCK_SAID: Final = {"24h": "culture-clock-whole-day", "12h": "culture-clock-half-day"}
_NAMES_SAID: Final = {
    "given_first": "culture-names-given",
    "surname_first": "culture-names-surname",
    "ask": "culture-names-several",
}


@lru_cache(maxsize=600)
def computed_cues(country: str, language: str, today: date | None = None) -> tuple[Cue, ...]:
    """What the tables say of a country that `knowledge.customs.countries` lists, in the reader's language.

    `today` decides which weekend is kept; without it, the one kept when the tables were made.
    """
    customs, words = customs_of(country), Words(language)
    found = (
        _working_week(country, words, today or _READ_AT),
        _name_order(country, customs, words),
        _greeting(country, customs, words),
        _date_format(country, customs, words),
    )
    return tuple(cue for cue in found if cue is not None)


def _cue(country: str, words: Words, field: str, value: Any, **rest: Any) -> Cue:
    name = country_name(country, words.language)
    return Cue(**{"country": country, "country_name": name, "field": field, "value": value, "basis": "computed", **rest})


def _sureness(customs: Customs) -> Confidence:
    """One official language: its conventions are the country's. Several: only what they have in common is known."""
    return "high" if len(customs.languages) == 1 else "medium"


def _working_week(country: str, words: Words, day: date) -> Cue:
    weekend = weekend_of(country, None, day)
    is_unclear = bool(weekend.doubtful) and not weekend.elsewhere  # regions that differ are no quarrel of the sources
    free = _days_named(weekend.days, words)
    return _cue(
        country,
        words,
        "working_week",
        [name for number, name in enumerate(WEEKDAYS) if number not in weekend.days],
        text=words.say("culture-weekend-unclear" if is_unclear else "culture-weekend", days=free),
        advice=words.say("culture-weekend-advice"),
        confidence="low" if is_unclear else "medium" if weekend.elsewhere else "high",
        sources=(_CLDR, _HOLIDAYS),
        disagreement=words.say("culture-weekend-differ") if is_unclear else None,
        question=Reason(key="culture-ask-working-week"),
        is_for_card=is_unclear or weekend.days != SATURDAY_SUNDAY,
    )


def _days_named(days: Iterable[int], words: Words) -> str:
    from babel import Locale

    names = Locale.parse(words.language).days["format"]["wide"]
    return words.listed([names[day] for day in sorted(days)])


def _name_order(country: str, customs: Customs, words: Words) -> Cue:
    return _cue(
        country,
        words,
        "name_order",
        customs.names,
        text=words.say(_NAMES_SAID[customs.names]),
        advice=words.say("culture-names-advice"),
        confidence="low" if customs.names == "ask" else _sureness(customs),
        sources=(_CLDR,),
        question=Reason(key="culture-ask-names"),
        is_for_card=customs.names != "given_first",
    )


def _date_format(country: str, customs: Customs, words: Words) -> Cue | None:
    said = [_ORDER_SAID.get(customs.date_order or ""), _CLOCK_SAID.get(customs.clock or "")]
    if not any(said):
        return None
    return _cue(
        country,
        words,
        "date_format",
        {"order": customs.date_order, "clock": customs.clock},
        text=words.sentences(*(words.say(key) for key in said if key)),
        advice=words.say("culture-date-advice"),
        confidence=_sureness(customs),
        sources=(_CLDR,),
    )


def _greeting(country: str, customs: Customs, words: Words) -> Cue | None:
    spoken = [tag for tag in customs.languages if greetings_in(tag)][:_MOST_GREETED]
    if not spoken:
        return None
    is_one = len(customs.languages) == 1
    return _cue(
        country,
        words,
        "greeting",
        {tag: {str(hour): said for hour, said in greetings_in(tag)} for tag in spoken},
        text=_one_greeting(spoken[0], words) if is_one else _several_greetings(spoken, words),
        advice=words.say("culture-greeting-advice" if is_one else "culture-greeting-offer"),
        confidence="medium",
        basis="hand_written",
        sources=(_CLDR,),
        is_for_card=words.language not in spoken,
    )


def _one_greeting(tag: str, words: Words) -> str:
    rows = greetings_in(tag)
    if len(rows) == 1:
        return words.say("culture-greeting-any-hour", language=_language_named(tag, words), said=rows[0][1])
    said = words.row(words.say("culture-greeting-from", said=said, hour=str(hour)) for hour, said in rows)
    return words.say("culture-greeting-by-hour", language=_language_named(tag, words), said=said)


def _several_greetings(tags: Sequence[str], words: Words) -> str:
    """A word for the middle of the day in each language: which one they like is theirs to say."""
    return words.say("culture-greeting-several", said=" · ".join(_at_noon(tag) for tag in tags))


def _at_noon(tag: str) -> str:
    return [said for hour, said in greetings_in(tag) if hour <= 12][-1]


def _language_named(tag: str, words: Words) -> str:
    from babel import Locale

    return cast("str", Locale.parse(words.language).languages[tag.split("_")[0]])
