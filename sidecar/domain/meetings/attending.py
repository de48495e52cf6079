"""Where somebody who takes part is, as far as it is evident, what their clock shows, and which part of their day the
meeting falls into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sidecar.domain.meetings.client import Corrections, Side
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.meetings.plan import Preferences
from sidecar.domain.places.evidence import Evidence
from sidecar.domain.places.place import Candidate, Certainty, whereabouts
from sidecar.domain.times.localtime import local
from sidecar.domain.times.seasons import Shift, shift
from sidecar.domain.times.workday import Hours, Place, Working, working
from sidecar.domain.wording.reason import Reason

KNOWN: Final = ("stated", "probable")


def _nothing_learnt(zone: str) -> Hours | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of one person besides this meeting. `hours`: those they share; `learn_hours`: what their own mails show
    of them, once the zone is known."""

    evidence: tuple[Evidence, ...] = ()
    hours: Hours | None = None
    learn_hours: Callable[[str], Hours | None] = _nothing_learnt


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What somebody's clock shows when the meeting starts. `zone` to `day_shift` are all None where `certainty` is `ask` or
    `unknown`; `candidates` are the times it may be. `shift`: this week is not like most.

    `country` may be acted on (holidays); for culture cues only where `is_country_stated`.
    """

    zone: str | None = None
    local: str | None = None
    utc_offset: str | None = None
    day_shift: int | None = None
    certainty: Certainty = "unknown"
    because: tuple[Reason, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    shift: Shift | None = None
    country: str | None = None
    is_country_stated: bool = False
    region: str | None = None
    """The part of the country whose public holidays they keep, as calendars name it."""
    hours: Hours | None = None
    """When they work, as far as they say or their mails show."""


def clock_of_reader(meeting: Meeting, preferences: Preferences) -> Clock:
    """The reader's own clock."""
    there = local(meeting.start_at, preferences.zone, preferences.zone)
    return Clock(
        zone=preferences.zone,
        local=there.local,
        utc_offset=there.utc_offset,
        day_shift=0,
        certainty="stated",
        because=(Reason(key="clock-yours"),),
    )


def clock_of(
    address: str,
    side: Side,
    is_organizer: bool,
    meeting: Meeting,
    corrections: Corrections,
    preferences: Preferences,
    facts: Facts,
) -> Clock:
    """The clock of anybody else, from evidence alone."""
    found = whereabouts(_evidence(address, side, is_organizer, meeting, corrections, facts), meeting.start_at)
    country = {"country": found.country, "is_country_stated": found.country_is_stated}
    if found.zone is None or found.state not in KNOWN:
        return Clock(certainty=found.state, because=found.because, candidates=found.candidates, **country)  # type: ignore[arg-type]
    there = local(meeting.start_at, found.zone, preferences.zone)
    return Clock(
        zone=there.zone,
        local=there.local,
        utc_offset=there.utc_offset,
        day_shift=there.day_shift,
        certainty=found.state,
        because=found.because,
        candidates=found.candidates,
        shift=shift(meeting.start_at, found.zone, preferences.zone, asked=_asked(meeting, preferences.zone)),
        country=found.country,
        is_country_stated=found.country_is_stated,
        region=found.region,
        hours=facts.hours or facts.learn_hours(there.zone),
    )


def _asked(meeting: Meeting, zone: str) -> datetime | None:
    """The local time that was meant, where the clock of `zone` jumped over it."""
    odd = meeting.odd_start
    return odd.asked if odd and odd.how == "skipped" and odd.zone == zone else None


def _evidence(
    address: str, side: Side, is_organizer: bool, meeting: Meeting, corrections: Corrections, facts: Facts
) -> Sequence[Evidence]:
    found = [*facts.evidence]
    if address in corrections.zones:
        found.append(Evidence(kind="own_entry", value=corrections.zones[address], country=corrections.countries.get(address)))
    if is_organizer and meeting.zone:
        found.append(Evidence(kind="organiser_zone", value=meeting.zone))
    if side != "ours" and address:
        found.append(Evidence(kind="domain", value=address))
    return found


def working_of_reader(meeting: Meeting, preferences: Preferences) -> Working:
    """The reader's own day: the hours of their mailbox."""
    hours = Hours(
        start=preferences.work_from,
        end=preferences.work_until,
        days=preferences.working_days,
        basis="stated",
        lunch=None,
    )
    return working(meeting.start_at, meeting.end_at, Place(zone=preferences.zone), hours)


def working_of(clock: Clock, meeting: Meeting, language: str = "en") -> Working:
    """The day of somebody whose clock is known; `unknown` for others. Holidays are named in `language` where they can be."""
    if clock.zone is None:
        return Working(state="unknown", note=Reason(key="working-unknown"), day=None)
    place = Place(zone=clock.zone, country=clock.country, subdivision=clock.region)
    return working(meeting.start_at, meeting.end_at, place, clock.hours, language)
