"""When to go there in person, even once: for a start, for a first year together, when it is hard, or as one is near anyway."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.relationships.relationship import WEIGHTS, Hint
from sidecar.knowledge.cities import cities_named

VisitKind = Literal["trip", "escalation", "kick_off", "first_year"]
NOT_AGAIN_FOR: Final = 90
"""Days until a visit to the same client is suggested again. Our own choice: a journey is not planned weekly."""
WAS_THERE: Final = 180
"""Days in which a visit counts as lately. Our own choice."""
KICK_OFF_WITHIN: Final = 45
"""Days since the first contact in which a project begins."""
A_YEAR: Final = 365
AROUND_A_YEAR: Final = 21
"""Days before and after the first year in which it is worth a visit."""
TRIP_WITHIN: Final = 45
"""Days ahead in which a trip can still be used."""
NOT_A_TRIP: Final = 100_000
"""People in a city of which a title names the name alone: smaller ones are more often a word or a surname."""
_TRIP: Final = re.compile(
    r"\b(?:trip|travel(?:l?ing)?|flight|fly(?:ing)?|hotel|train|visit(?:ing)?|reise|dienstreise|flug|zug|bahn|besuch|messe|fair|conference|konferenz)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_][\w'’.-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """A journey of the person's own: `city` as the knowledge of cities calls it, with its country."""

    city: tuple[str, str]
    from_on: date
    until_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Visiting:
    """What speaks for a visit to one client. `known_since`: the first contact, where it is sure that it was the first."""

    client: str
    city: tuple[str, str] | None = None
    known_since: date | None = None
    visited_on: date | None = None
    named_on: date | None = None
    meets_on: date | None = None
    cares: bool = False
    """The care flag is on: by the person or by public news, never by anybody's tone."""
    assumption: str = ""
    """The oldest that the person noted and has not confirmed."""


def visit_for(one: Visiting, trips: Sequence[Trip], today: date) -> Hint | None:
    """The reason to visit a client now, if there is one; lately been there or lately said, there is none."""
    if one.visited_on and (today - one.visited_on).days < WAS_THERE:
        return None
    if one.named_on and (today - one.named_on).days < NOT_AGAIN_FOR:
        return None
    trip = next((trip for trip in trips if trip.city == one.city and _is_ahead(trip, today)), None)
    kind: VisitKind | None = "trip" if trip else _reason(one, today)
    if kind is None:
        return None
    about = {"why": kind, "assumption": one.assumption}
    if trip is not None:
        about |= {"city": trip.city[0], "from": trip.from_on.isoformat()}
    return Hint(kind="visit", client=one.client, weight=WEIGHTS["visit"] + (10 if trip else 0), about=about)


def _is_ahead(trip: Trip, today: date) -> bool:
    return today <= trip.until_on and trip.from_on <= today + timedelta(days=TRIP_WITHIN)


def _reason(one: Visiting, today: date) -> VisitKind | None:
    if one.cares:
        return "escalation"
    if one.known_since is None:
        return None
    age = (today - one.known_since).days
    if 0 <= age <= KICK_OFF_WITHIN and one.visited_on is None and one.meets_on is not None:
        return "kick_off"
    return "first_year" if abs(age - A_YEAR) <= AROUND_A_YEAR else None


def trips_in(meetings: Iterable[Meeting]) -> tuple[Trip, ...]:
    """The person's own journeys in their calendar: an entry without others, all day, over days or away, that says where to."""
    found = []
    for meeting in meetings:
        if meeting.is_cancelled or meeting.is_private or len(meeting.attendees) > 1:
            continue
        is_long = meeting.is_all_day or meeting.end_at - meeting.start_at >= timedelta(hours=20) or meeting.show_as == "oof"
        title = meeting.subject or ""
        if not is_long and not _TRIP.search(title):
            continue
        city = city_in(meeting.location or "", any_size=True) or city_in(
            _TRIP.sub(" ", title), any_size=bool(_TRIP.search(title))
        )
        if city is not None:
            until_on = (meeting.end_at - timedelta(seconds=1)).date()
            found.append(Trip(city=city, from_on=meeting.start_at.date(), until_on=max(until_on, meeting.start_at.date())))
    return tuple(found)


def city_in(text: str, *, any_size: bool) -> tuple[str, str] | None:
    """The one city that a text names, by up to three words in a row; None where it names none, or several.

    Where two cities of the world share the name, the larger is meant only if it has ten times the people.
    """
    words = _WORD.findall(text[:200])
    found: dict[tuple[str, str], int] = {}
    at = 0
    while at < len(words):
        for length in (3, 2, 1):
            named = _known(" ".join(words[at : at + length]), any_size=any_size) if at + length <= len(words) else None
            if named is not None:
                found.setdefault(named, at)
                at += length - 1
                break
        at += 1
    return next(iter(found)) if len(found) == 1 else None


def _known(name: str, *, any_size: bool) -> tuple[str, str] | None:
    if len(name) < 4 or not name[0].isupper():
        return None
    cities = cities_named(name)
    if not cities or (len(cities) > 1 and cities[0].people < 10 * cities[1].people):
        return None
    first = cities[0]
    return (first.name, first.country) if any_size or first.people >= NOT_A_TRIP else None
