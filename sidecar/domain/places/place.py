"""Where somebody is, as far as their clock goes: evidence becomes shares of clocks, and those become a careful answer.

What one person may be told plainly needs evidence about that person. What only their organisation says is "probably", and
what contradicts itself is a question. A wrong clock is worse than none.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final, Literal

from sidecar.domain.places.belief import PLAINLY, PROBABLY, Belief, country_of, read_together, region_of, weighed, with_mails
from sidecar.domain.places.evidence import Evidence, EvidenceKind
from sidecar.domain.times.localtime import local, offset_words
from sidecar.domain.times.shares import Shares, by_offset, offset_at
from sidecar.domain.times.zone_names import country_of_zone
from sidecar.domain.wording.reason import Reason
from sidecar.knowledge.countries import country_words, people_by_zone
from sidecar.words import Words

__all__ = ["Candidate", "Evidence", "EvidenceKind", "Whereabouts", "said", "whereabouts", "wording"]

Certainty = Literal["stated", "probable", "ask", "unknown"]

_NEGLIGIBLE: Final = 0.005
_SHOWN: Final = 0.0001  # of what a domain alone says: the Azores are few, and yet a bare time would be wrong for them
_NAMED: Final = 3
_RANK: Final = ("own_entry", "working_hours", "organiser_zone", "city", "country", "phone", "mail_offset", "domain")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A clock that may be theirs: its offset from UTC at the meeting, its zones (likeliest first), its share of 1."""

    utc_offset: str
    zones: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """What is known of somebody's clock at one instant, and why.

    `zone` only where the state is `stated` or `probable`. `country_is_stated`: the person, an office's address or a phone
    says so, never a domain alone; only then may customs of that country be mentioned. `region`: the part of it whose public
    holidays they keep, as calendars name it (`BY`), where an address or an area code says so.
    """

    state: Certainty
    zone: str | None
    country: str | None
    country_is_stated: bool
    candidates: tuple[Candidate, ...]
    because: tuple[Reason, ...]
    region: str | None = None


def whereabouts(evidence: Sequence[Evidence], at: datetime) -> Whereabouts:
    """What all evidence together says of a person's clock at the instant `at` (aware). Never raises for what it is fed.

    The person's own entry always wins. The order of the evidence does not matter.
    """
    unique = sorted(set(evidence), key=_order)
    readings = read_together(unique)
    own = [reading for reading in readings if reading.kind == "own_entry" and reading.shares][:1]
    if own:
        belief = Belief(zones=own[0].shares, because=(own[0].reason,), is_personal=True)
        has_said_country = any(one.country for one in unique[:1])
        voting = own if has_said_country else [*own, *(one for one in readings if one.kind not in ("own_entry", "domain"))]
    else:
        belief = with_mails(weighed(readings, at), [one for one in unique if one.kind == "mail_offset"])
        voting = readings
    country, is_stated = (None, False) if belief.has_moved else country_of(voting, belief, at)
    found = _answer(belief, at, country, is_stated)
    is_settled = not belief.has_moved and not belief.is_torn
    return replace(found, region=region_of(voting, country)) if is_settled else found


def _order(one: Evidence) -> tuple[int, float, str, str, str]:
    """By rank, then the newest first; an entry without a date counts as made just now."""
    age = -_instant(one.seen_at).timestamp() if one.seen_at else -math.inf
    return _RANK.index(one.kind), age, one.value, one.country or "", one.region or ""


def _instant(seen_at: datetime) -> datetime:
    return seen_at if seen_at.tzinfo else seen_at.replace(tzinfo=UTC)


def _answer(belief: Belief, at: datetime, country: str | None, is_stated: bool) -> Whereabouts:
    is_country = belief.is_by_domain and not belief.has_moved
    candidates = _candidates(belief.zones, at, _SHOWN if is_country else _NEGLIGIBLE)
    state = _state(belief, candidates)
    is_told = state in ("stated", "probable")
    return Whereabouts(
        state=state,
        zone=candidates[0].zones[0] if is_told else None,
        country=country,
        country_is_stated=is_stated,
        candidates=candidates,
        because=belief.because or (Reason(key="where-no-evidence"),),
    )


def _state(belief: Belief, candidates: Sequence[Candidate]) -> Certainty:
    if not candidates:
        return "unknown"
    best = candidates[0].share
    if belief.is_torn or not belief.is_firm or best < PROBABLY:
        return "ask"
    return "stated" if belief.is_personal and best >= PLAINLY else "probable"


def _candidates(zones: Shares, at: datetime, least: float) -> tuple[Candidate, ...]:
    """Clocks by share; merged by their offset at the instant, not by the names of their zones. Shares are rounded down."""
    whole = sum(zones.values())
    clocks = {offset: share / whole for offset, share in by_offset(zones, at).items() if share > 0}
    ranked = sorted(clocks.items(), key=lambda one: (-round(one[1], 6), one[0]))
    return tuple(
        Candidate(
            utc_offset=offset_words(offset),
            zones=_zones_at(zones, offset, at),
            share=math.floor(share * 10_000 + 1e-6) / 10_000,
        )
        for offset, share in ranked
        if share >= least
    )


def _zones_at(zones: Shares, offset: timedelta, at: datetime) -> tuple[str, ...]:
    own = [zone for zone, share in zones.items() if share > 0 and offset_at(zone, at) == offset]
    return tuple(sorted(own, key=lambda zone: (-round(zones[zone], 6), zone)))


def wording(found: Whereabouts, at: datetime, words: Words, *, seen_from: str | None) -> str:
    """The clock as a person may be told it: plainly, "probably", a question with the likeliest clocks, or "not known".

    `seen_from` is the reader's zone: a date is named where it differs from theirs.
    """
    if found.state == "unknown":
        return words.say("where-unknown")
    clocks = [_clock(one, at, words, seen_from) for one in found.candidates[:_NAMED]]
    if found.state == "stated":
        return words.say("where-stated", when=clocks[0][0], place=clocks[0][1])
    if found.state == "probable":
        return _probably(found, at, clocks[0], words)
    named = [words.say("where-stated", when=when, place=place) for when, place in clocks]
    if len(named) == 1:
        return words.say("where-ask-one", clock=named[0])
    return words.say("where-ask", clocks=words.say("where-or", first=words.row(named[:-1]), last=named[-1]))


def _clock(one: Candidate, at: datetime, words: Words, seen_from: str | None) -> tuple[str, str]:
    """`09:00` or `Tue 24 Nov, 09:00`, and `Tokyo time, UTC+09:00`."""
    zone = one.zones[0]
    clock = words.clock(at, zone)
    shifted = seen_from is not None and local(at, zone, seen_from).day_shift != 0
    when = words.say("where-when-day", day=words.day(at, zone), clock=clock) if shifted else clock
    return when, _place(zone, one.utc_offset, words)


def _place(zone: str, offset: str, words: Words) -> str:
    if country_of_zone(zone) is None:
        return f"UTC{offset}"
    return words.say("where-place", city=words.place(zone), offset=offset)


def _probably(found: Whereabouts, at: datetime, clock: tuple[str, str], words: Words) -> str:
    when, place = clock
    if len(found.candidates) < 2:
        return words.say("where-probably", when=when, place=place)
    return words.say("where-probably-some", when=when, place=place, others=_others(found, at, words))


def _others(found: Whereabouts, at: datetime, words: Words) -> str:
    """What the rest would be: `5 % of the country is an hour behind`."""
    best, other = found.candidates[0], found.candidates[1]
    rest = (1 - best.share) * 100
    share = words.say("where-under-one") if rest < 1 else str(round(rest))
    if not _is_whole_country(found, at):
        return words.say("where-others-elsewhere", share=share, clock=words.clock(at, other.zones[0]), offset=other.utc_offset)
    if len(found.candidates) > 2:
        return words.say("where-others-several", share=share)
    apart = offset_at(other.zones[0], at) - offset_at(best.zones[0], at)
    hours, odd_minutes = divmod(abs(apart), timedelta(hours=1))
    if odd_minutes:
        return words.say("where-others-offset", share=share, offset=other.utc_offset)
    return words.say("where-others-behind" if apart < timedelta() else "where-others-ahead", share=share, count=hours)


def _is_whole_country(found: Whereabouts, at: datetime) -> bool:
    """Do the shares count a country's people, or do they weigh evidence?"""
    people = people_by_zone(found.country or "")
    there = sum(count for zone, count in people.items() if offset_words(offset_at(zone, at)) == found.candidates[0].utc_offset)
    return bool(people) and abs(there / sum(people.values()) - found.candidates[0].share) < _NEGLIGIBLE


def said(reason: Reason, words: Words) -> str:
    """A reason as a sentence, countries and dates written as the language writes them."""
    args: dict[str, str] = dict(reason.args)
    if "country" in args:
        args["country"] = country_words(args["country"], words.language)
    if "date" in args:
        args["date"] = words.full_date(date.fromisoformat(args["date"]))
    return words.say(reason.key, **args)
