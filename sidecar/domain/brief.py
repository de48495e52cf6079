"""Everything worth knowing before one meeting, gathered from the calendar alone. Nothing is invented: what the calendar
does not say stays unknown, and says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from sidecar.domain.checklist import CheckItem, Setting, check, clock_of
from sidecar.domain.client import Corrections, OurSide, Side, Verdict, everybody, organisation_of, side_of
from sidecar.domain.lasttime import met_before, noted_lines
from sidecar.domain.localtime import local
from sidecar.domain.meeting import Attendee, Joining, Meeting, Response
from sidecar.domain.plan import Preferences
from sidecar.words import Words

Certainty = Literal["stated", "probable", "ask", "unknown"]

PEOPLE_ON_A_CARD: Final = 8
NAMES_IN_A_WARNING: Final = 3

_ORDER: Final[Sequence[Side]] = ("client", "partner", "unknown", "ours", "room")
_NO_PLACE: Final = ("UTC", "Etc/")
"""Zones that calendars write for want of a better one: they say nothing about where somebody is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What somebody's clock shows when the meeting starts; all None where `certainty` is unknown. `because`: words' keys."""

    zone: str | None
    local: str | None
    utc_offset: str | None
    day_shift: int | None
    certainty: Certainty
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """Somebody in the meeting. `organisation` is a registrable domain, or the address at a free-mail provider.

    `role` is only ever what a person of ours has set. `clock` is None for rooms and for colleagues nothing is known of.
    """

    address: str
    name: str
    side: Side
    organisation: str
    role: str | None = None
    response: Response = "none"
    clock: Clock | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a finding stands, in its own words. A calendar entry has no address to open, so `url` may be None."""

    title: str
    url: str | None
    seen_at: datetime
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something found out. `text` is a whole sentence in the person's language; `lines` are the parts as they were found."""

    kind: str
    text: str
    certainty: Certainty
    sources: tuple[Source, ...]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning:
    """Something that should be mended, or at least known. `key` is the words', with `args`."""

    kind: str
    key: str
    args: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What a card is made of. `people` are all who take part, clients first; `people_more` do not fit on the card."""

    meeting: Meeting
    client_name: str
    client_domain: str | None
    people: tuple[PersonLine, ...]
    people_more: int
    joining: Joining
    checklist: tuple[CheckItem, ...]
    warnings: tuple[Warning, ...]
    findings: tuple[Finding, ...]
    is_first: bool


def compose(
    meeting: Meeting,
    verdict: Verdict,
    ours: OurSide,
    corrections: Corrections,
    preferences: Preferences,
    *,
    earlier: Sequence[Meeting],
    day: Sequence[Meeting],
) -> Brief:
    """The brief of one meeting. `earlier`: meetings with the same client, newest first; `day`: the others of that day."""
    people = _people(meeting, ours, corrections, preferences)
    seated = [person for person in people if person.side != "room"]
    met = met_before(meeting, earlier)
    setting = Setting(meeting=meeting, is_theirs=_is_theirs(people), day=day, zone=preferences.zone)
    return Brief(
        meeting=meeting,
        client_name=_client_name(verdict, people),
        client_domain=verdict.client_domain,
        people=people,
        people_more=max(0, len(seated) - PEOPLE_ON_A_CARD),
        joining=meeting.joining,
        checklist=check(setting),
        warnings=tuple(_warnings(setting, people)),
        findings=(_last_time(meeting, met, preferences),) if met else (),
        is_first=met is None,
    )


def _people(meeting: Meeting, ours: OurSide, corrections: Corrections, preferences: Preferences) -> tuple[PersonLine, ...]:
    lines = [_person(one, meeting, ours, corrections, preferences) for one in everybody(meeting)]
    return tuple(sorted(lines, key=lambda line: (_ORDER.index(line.side), line.response != "organizer")))


def _person(
    attendee: Attendee, meeting: Meeting, ours: OurSide, corrections: Corrections, preferences: Preferences
) -> PersonLine:
    side = side_of(attendee, ours, corrections)
    is_organizer = meeting.organizer is not None and attendee.address == meeting.organizer.address != ""
    return PersonLine(
        address=attendee.address,
        name=attendee.name or attendee.address,
        side=side,
        organisation=organisation_of(attendee.address),
        response="organizer" if is_organizer else attendee.response,
        clock=None if side == "room" else _clock(attendee.address, side, is_organizer, meeting, ours, corrections, preferences),
    )


def _clock(
    address: str,
    side: Side,
    is_organizer: bool,
    meeting: Meeting,
    ours: OurSide,
    corrections: Corrections,
    preferences: Preferences,
) -> Clock | None:
    """Only from evidence: the person's own zone, a correction, or the zone the organiser planned the meeting in."""
    if address and address == ours.me.lower():
        return _shown(meeting, preferences.zone, preferences, "stated", "clock-yours")
    if address in corrections.zones:
        return _shown(meeting, corrections.zones[address], preferences, "stated", "clock-corrected")
    if is_organizer and meeting.zone and not meeting.zone.startswith(_NO_PLACE):
        return _shown(meeting, meeting.zone, preferences, "probable", "clock-organiser-zone")
    if side == "ours":
        return None
    return Clock(zone=None, local=None, utc_offset=None, day_shift=None, certainty="unknown", because=("clock-unknown",))


def _shown(meeting: Meeting, zone: str, preferences: Preferences, certainty: Certainty, because: str) -> Clock:
    there = local(meeting.start_at, zone, preferences.zone)
    return Clock(
        zone=zone,
        local=there.local,
        utc_offset=there.utc_offset,
        day_shift=there.day_shift,
        certainty=certainty,
        because=(because,),
    )


def _is_theirs(people: Sequence[PersonLine]) -> bool:
    return any(person.response == "organizer" and person.side in ("client", "partner") for person in people)


def _client_name(verdict: Verdict, people: Sequence[PersonLine]) -> str:
    """The client's domain; at a free-mail provider, the person's name."""
    domain = verdict.client_domain or ""
    if "@" not in domain:
        return domain
    return next((person.name for person in people if person.address == domain), domain)


def _warnings(setting: Setting, people: Sequence[PersonLine]) -> list[Warning]:
    found = []
    clash = setting.clash()
    theirs = [person for person in people if person.side == "client"]
    if not (setting.is_online or setting.is_by_phone or setting.is_in_person):
        found.append(Warning(kind="no_join_link", key="warning-no-join-link"))
    if clash is not None:
        args = {"clock": clock_of(clash, setting.zone)}
        found.append(Warning(kind="back_to_back", key="warning-back-to-back", args=args))
    if declined := [person for person in theirs if person.response == "declined"]:
        found.append(Warning(kind="declined", key="warning-declined", args=_who(declined)))
    if setting.meeting.zone is None and setting.meeting.zone_name:
        args = {"zone": setting.meeting.zone_name}
        found.append(Warning(kind="unknown_zone", key="warning-unknown-zone-name", args=args))
    if unclear := [person for person in theirs if person.clock and person.clock.certainty == "unknown"]:
        found.append(Warning(kind="unknown_zone", key="warning-unknown-zone", args=_who(unclear)))
    return found


def _who(people: Sequence[PersonLine]) -> dict[str, str]:
    names = [person.name for person in people[:NAMES_IN_A_WARNING]]
    more = len(people) - len(names)
    return {"who": ", ".join(names) + (f" +{more}" if more else ""), "count": str(len(people))}


def _last_time(meeting: Meeting, met: Meeting, preferences: Preferences) -> Finding:
    words = Words(preferences.language)
    lines = noted_lines(met, but_not_in=meeting)
    day = words.day(met.start_at, preferences.zone)
    text = words.say("last-met-agreed", day=day, lines="; ".join(lines)) if lines else words.say("last-met", day=day)
    source = Source(title=met.subject or words.say("card-no-subject"), url=None, seen_at=met.start_at, quote="\n".join(lines))
    return Finding(kind="last_time", text=text, certainty="stated", sources=(source,), lines=lines)
