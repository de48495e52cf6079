"""What often holds for meetings with people of the countries that are stated for a client, as one plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sidecar.domain.customs.culture import (
    MOST_ON_A_CARD,
    Cue,
    LightTopics,
    Opening,
    chosen,
    cues_of,
    kept,
    light_topics,
    mirror,
    opening,
)
from sidecar.domain.times.zone_names import country_of_zone
from sidecar.domain.wording.reason import Reason
from sidecar.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Customs:
    """Empty where no country is stated. `notes` are the reader's own words, by the field whose cue they replace."""

    cues: tuple[Cue, ...] = ()
    opening: Opening | None = None
    mirror: Reason | None = None
    topics: LightTopics | None = None
    notes: Mapping[str, str] | None = None


NO_CUSTOMS: Final = Customs()
MOST_IN_ALL: Final = 6


def customs_for(
    countries: Sequence[str],
    *,
    home: str,
    language: str,
    month: int,
    dismissed: frozenset[str],
    notes: Mapping[str, str],
    today: date | None,
) -> Customs:
    """At most three cues for each country, and one plan for all. `home`: the zone of the reader's own mailbox."""
    there = {country: found for country in countries if (found := _cues(country, language, today))}
    if not there:
        return Customs(notes=notes or None)
    here = country_of_zone(home)
    at_home = _cues(here, language, today) if here else ()
    left = kept([cue for cues in there.values() for cue in cues], dismissed=dismissed, notes=notes)
    is_abroad = here not in there
    first = next(iter(there))
    return Customs(
        cues=chosen(there, dismissed=dismissed, notes=notes, home=at_home, most=_each(len(there))),
        opening=opening(left, language) if is_abroad or len(there) > 1 else None,
        mirror=mirror(at_home, left) if is_abroad else None,
        topics=light_topics(first, month, left, language) if is_abroad else None,
        notes=notes or None,
    )


def _each(countries: int) -> int:
    """Three for one country or two; with more of them fewer each, or nobody reads any."""
    return max(1, MOST_IN_ALL // countries) if countries > 2 else MOST_ON_A_CARD


def _cues(country: str, language: str, today: date | None) -> tuple[Cue, ...]:
    try:
        return cues_of(country, language, today)
    except Refused:
        return ()
