"""What is said in a call: the line that announces a break in the client's language, and when you are back on their clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from sidecar.domain.briefs.brief import Brief, PersonLine
from sidecar.domain.calls.call_live import Pause
from sidecar.domain.times.localtime import local, offset_at
from sidecar.domain.wording.card_parts import literal
from sidecar.words import LANGUAGES, Words

MOST_PLACES: Final = 3
SURE: Final = ("stated", "probable")


@dataclass(frozen=True, slots=True, kw_only=True)
class TheirClock:
    """A client's clock at an instant. `day_shift`: by how many days their date is ahead of ours."""

    name: str
    clock: str
    day_shift: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something to go on with. `text` as the person wrote it, or as the brief says it."""

    id: str
    kind: Literal["must", "parked"]
    text: str


def clocks_at(brief: Brief | None, at: datetime, words: Words, zone: str) -> tuple[TheirClock, ...]:
    """Their clocks, those of one offset once; only where a zone is stated or probable, and not where it is the same as ours."""
    found: dict[object, TheirClock] = {}
    for theirs in _zones(brief):
        if offset_at(theirs, at) == offset_at(zone, at):
            continue
        there = local(at, theirs, zone)
        clock = TheirClock(name=words.place(theirs), clock=there.local[-5:], day_shift=there.day_shift)
        found.setdefault(there.utc_offset, clock)
    return tuple(found.values())[:MOST_PLACES]


def back_line(brief: Brief | None, at: datetime, words: Words, zone: str) -> str:
    """“Back at 15:05, your 16:05.” Where nobody's zone is known, or not everybody's, ours is named beside our time."""
    ours, theirs = words.clock(at, zone), clocks_at(brief, at, words, zone)
    clients = [one for one in brief.people if one.side == "client"] if brief else []
    unknown = [one for one in clients if _zone(one) is None]
    if not clients or unknown:
        return words.say("call-line-back-at", clock=ours, place=words.place(zone))
    if not theirs:
        return words.say("call-line-back", clock=ours)
    if len(theirs) == 1 and len({offset_at(one, at) for one in _zones(brief)}) == 1:
        return words.say("call-line-back-yours", clock=ours, yours=theirs[0].clock)
    places = words.listed([words.say("call-line-place", clock=one.clock, place=one.name) for one in theirs])
    return words.say("call-line-back-places", clock=ours, places=places)


def pause_line(brief: Brief | None, pause: Pause, words: Words, zone: str) -> str:
    """The friendly line to paste: a coffee, some minutes, or lunch, and when you are back; later that it takes longer."""
    back = back_line(brief, pause.until, words, zone)
    if pause.until - pause.began_at > timedelta(minutes=pause.minutes):
        return words.say("call-line-longer", back=back)
    if pause.kind == "lunch":
        return words.say("call-line-lunch", back=back)
    if pause.kind == "midpoint":
        return words.say("call-line-pause", count=pause.minutes, back=back)
    return words.say("call-line-coffee", back=back)


def language_with(brief: Brief | None, own: str) -> str:
    """The client's language where it is ours to speak and only one can be meant: that of the one country that all clients are
    stated to be in, if it has but one official language. Else the person's own."""
    from babel.languages import get_official_languages

    clients = [one for one in brief.people if one.side == "client"] if brief else []
    countries = {one.clock.country if one.clock and one.clock.is_country_stated else None for one in clients}
    country = countries.pop() if len(countries) == 1 else None
    spoken = get_official_languages(country, de_facto=True) if country else ()
    return str(spoken[0]) if len(spoken) == 1 and spoken[0] in LANGUAGES else own


def topics(musts: Sequence[Topic], parked: Sequence[Topic], put_off: Sequence[str]) -> list[Topic]:
    """What is still open, in the order in which to go on: musts first, what was set aside last; what was put off after that."""
    in_order = [*musts, *parked]
    return sorted(in_order, key=lambda one: put_off.index(one.id) if one.id in put_off else -1)


def first_sentence(topic: Topic, words: Words) -> str:
    """A sentence to begin the topic with."""
    text = literal(topic.text.rstrip(" .!?…"), 200, 40)
    return words.say("call-line-parked" if topic.kind == "parked" else "call-line-next", text=text)


def noon_zone(brief: Brief) -> str:
    """The zone in which most of those who take part have their noon; empty where no zone is shared by more than others."""
    zones = [zone for one in brief.people if one.side != "room" and (zone := _zone(one)) is not None]
    by_offset = Counter(offset_at(zone, brief.meeting.start_at) for zone in zones).most_common(2)
    if not by_offset or (len(by_offset) == 2 and by_offset[0][1] == by_offset[1][1]):
        return ""
    return next(zone for zone in zones if offset_at(zone, brief.meeting.start_at) == by_offset[0][0])


def _zones(brief: Brief | None) -> Iterator[str]:
    for one in brief.people if brief else ():
        if one.side == "client" and (zone := _zone(one)) is not None:
            yield zone


def _zone(one: PersonLine) -> str | None:
    return one.clock.zone if one.clock is not None and one.clock.certainty in SURE else None
