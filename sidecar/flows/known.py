"""What is known of a person when something is decided for them: whose side is ours, what they corrected, what they prefer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

import asyncpg

from sidecar.domain.briefs.brief import Unasked
from sidecar.domain.briefs.wishes import NO_WISHES, Wishes, read_wishes
from sidecar.domain.meetings.away import Absence, absence_from, away_at, back_from, joined, rests_on_reply
from sidecar.domain.meetings.client import Corrections, OurSide, Verdict, judge, role_named, with_answers
from sidecar.domain.meetings.large import TAKING_PART, with_part
from sidecar.domain.meetings.meeting import Meeting, PersonId, TenantId
from sidecar.domain.meetings.plan import Moment, Preferences, plan
from sidecar.domain.relationships.stays import Device, Stay, Where, stay_from, where_at
from sidecar.errors import Refused
from sidecar.flows.hands import Hands
from sidecar.store.database import Session
from sidecar.wire.graph import read_event
from sidecar.words import Words, best_language

ASKED = "asked"
STAY_ZONE = "stay_zone"
"""By whose clock somebody lives in one stay, as they said."""
KEPT_MEETINGS = 256
"""One card looks at the same few meetings several times, two dozen cards are made at once, and reading an event costs more than
fetching it."""
NEIGHBOURS = timedelta(hours=12)
"""Meetings so near may be back to back with one, or still run when it begins."""
_CONTENT = ("tenant_id", "person_id", "meeting_id", "revision", "digest", "start_at")
_read: dict[tuple[Any, ...], Meeting] = {}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One person, as far as deciding goes."""

    tenant: TenantId
    person: PersonId
    name: str
    address: str
    is_watched: bool
    conversation: Mapping[str, Any]
    calendar_read_at: datetime | None
    ours: OurSide
    corrections: Corrections
    asked: Mapping[str, str]
    """Under which meeting the person was asked whether an organisation is a client; behind a bar, on which of its cards only."""
    installed_at: datetime
    preferences: Preferences
    words: Words
    wishes: Wishes = NO_WISHES
    unasked: Unasked | None = None
    """Why nothing is asked of the web for this person's cards."""
    absences: tuple[Absence, ...] = ()
    """When they are out of the office, in order."""
    calendar_absences: tuple[Absence, ...] = ()
    """Those of them of which the calendar tells."""
    reply: Absence | None = None
    """From when to when the automatic reply is on."""
    reply_read_at: datetime | None = None
    stays: tuple[Stay, ...] = ()
    """Where they travel to, in order."""
    device: Device | None = None
    stay_zones: Mapping[str, str] = field(default_factory=dict)
    """What they said of the clock of a stay, by its key."""

    def away(self, at: datetime) -> Absence | None:
        """The absence in which an instant lies."""
        return away_at(self.absences, at)

    def is_away_by_reply(self, at: datetime) -> bool:
        """Whether only their automatic reply says that they are away."""
        return rests_on_reply(self.calendar_absences, self.reply, at, self.preferences)

    def back(self, now: datetime) -> Absence | None:
        """The absence from which they are back these days."""
        return back_from(self.absences, now, self.preferences)

    def where(self, at: datetime) -> Where | None:
        """By whose clock they live at an instant, where that is or may be another than at home."""
        return where_at(at, self.preferences.zone, self.stays, self.device, self.stay_zones)

    def there(self, at: datetime) -> Known:
        """The same person with the clock of the place where they are at an instant."""
        where = self.where(at)
        if where is None or where.zone == self.preferences.zone:
            return self
        return replace(self, preferences=replace(self.preferences, zone=where.zone), stays=(), device=None)

    def verdict(self, meeting: Meeting, now: datetime) -> Verdict:
        """Client or not, as of `now`."""
        found = judge(meeting, self.ours, self.corrections, now, self.preferences.zone)
        found = with_answers(meeting, found, self.ours, self.corrections)
        return with_part(meeting, found, self.corrections)

    def verdict_while_it_lasts(self, meeting: Meeting, now: datetime) -> Verdict:
        """The same, for what the chat shows: a meeting does not stop being a client's because it began."""
        return self.verdict(meeting, min(now, meeting.start_at))

    def moments(
        self, meeting: Meeting, verdict: Verdict, *, is_first: bool, badly_booked_at: datetime | None = None
    ) -> tuple[Moment, ...]:
        """The plan."""
        preferences = self.there(meeting.start_at).preferences
        return plan(meeting, verdict, preferences, is_first=is_first, badly_booked_at=badly_booked_at)


async def known_person(hands: Hands, session: Session, tenant: TenantId, person: PersonId) -> Known | None:
    """Everything stored that decides; None for somebody never installed."""
    row = await session.row("person", tenant, person)
    if row is None:
        return None
    organisation = await session.row("organisation", tenant)
    said = await session.rows("corrections", tenant, person)
    wishes = read_wishes(row["preferences"])
    preferences = wishes.on(_preferences(hands, row))
    calendar = tuple(absence_from(one) for one in row["days"].get("absences", ()))
    reply = absence_from(row["auto_reply"]) if row["auto_reply"] else None
    domains = {*(organisation["domains"] if organisation else ()), *hands.own_domains, *wishes.own_domains}
    return Known(
        tenant=tenant,
        person=person,
        name=row["name"],
        address=row["address"],
        is_watched=row["is_watched"],
        conversation=row["conversation"] or {},
        calendar_read_at=row["calendar_read_at"],
        ours=OurSide(me=row["address"], domains=frozenset(domains)),
        corrections=replace(_corrections(said), only_clients=wishes.only_clients),
        asked={one["subject"]: one["value"] for one in said if one["kind"] == ASKED},
        installed_at=row["installed_at"],
        preferences=preferences,
        words=Words(preferences.language),
        wishes=wishes,
        unasked="not_yet" if hands.desk else "no_contact",
        absences=joined([*calendar, *([reply] if reply else [])], preferences),
        calendar_absences=calendar,
        reply=reply,
        reply_read_at=reply_read_at(row["auto_reply"]),
        stays=tuple(stay_from(one) for one in row["days"].get("stays", ())),
        device=Device(zone=row["device_zone"], told_at=row["device_zone_at"]) if row["device_zone"] else None,
        stay_zones={one["subject"]: one["value"] for one in said if one["kind"] == STAY_ZONE},
    )


def reply_read_at(kept: Mapping[str, Any] | None) -> datetime | None:
    """When the automatic reply that is kept was last seen in the settings of the mailbox."""
    return datetime.fromisoformat(kept["read"]) if kept and "read" in kept else None


def meeting_of(row: Mapping[str, Any]) -> Meeting:
    """The stored meeting as a record. Raises Refused where the stored event cannot be read."""
    key = tuple(row.get(column) for column in _CONTENT)
    if (kept := _read.get(key)) is not None:
        return kept
    meeting = read_event(row["event"])
    if meeting is None:
        raise Refused("a stored event is not an event")
    if None not in key:
        if len(_read) >= KEPT_MEETINGS:
            del _read[next(iter(_read))]
        _read[key] = meeting
    return meeting


async def rows_around(session: Session, known: Known, meeting: Meeting) -> list[Any]:
    """The stored meetings of the person so near to this one, itself among them and what is gone: one look for all who ask."""
    window = (meeting.start_at - NEIGHBOURS, meeting.end_at + NEIGHBOURS)
    return list(await session.rows("meetings_between", known.tenant, known.person, *window))


def digest_of_meeting(meeting: Meeting) -> str:
    """Changes exactly when something that matters to us changes."""
    return hashlib.sha256(repr(meeting).encode()).hexdigest()[:32]


async def met_before(session: Session, known: Known, meeting: Meeting, client_domain: str | None) -> list[Meeting]:
    """Earlier meetings with the same client, newest first."""
    if client_domain is None:
        return []
    rows = await session.rows("met_before", known.tenant, known.person, client_domain, meeting.start_at)
    found = [earlier for row in rows if (earlier := meeting_of(row)).id != meeting.id]
    return [earlier for earlier in found if known.verdict(earlier, earlier.start_at - timedelta(minutes=1)).is_client]


def _corrections(rows: Iterable[asyncpg.Record]) -> Corrections:
    by_kind: dict[str, dict[str, str]] = {}
    for row in rows:
        by_kind.setdefault(row["kind"], {})[row["subject"]] = row["value"]
    return Corrections(
        not_clients=frozenset(by_kind.get("not_client", ())),
        partners=frozenset(by_kind.get("partner", ())),
        muted_series=frozenset(by_kind.get("mute_series", ())),
        muted_clients=frozenset(by_kind.get("mute_client", ())),
        muted_days=frozenset(date.fromisoformat(day) for day in by_kind.get("mute_today", ())),
        zones={who: value.partition("|")[0] for who, value in by_kind.get("zone", {}).items()},
        countries={who: code for who, value in by_kind.get("zone", {}).items() if (code := value.partition("|")[2])},
        cues_off=frozenset((*by_kind.get("cue_off", ()), *by_kind.get("cue_report", ()))),
        wrong_companies=frozenset(by_kind.get("wrong_company", ())),
        wrong_people=frozenset(by_kind.get("wrong_person", ())),
        roles={who: role for who, said in by_kind.get("role", {}).items() if (role := role_named(said))},
        depths=dict(by_kind.get("depth", {})),
        channels=dict(by_kind.get("reached_by", {})),
        fine_hours=frozenset(by_kind.get("booking_fine", ())),
        parts=dict(by_kind.get(TAKING_PART, {})),
        cue_notes=dict(by_kind.get("cue_note", {})),
    )


def _preferences(hands: Hands, row: asyncpg.Record) -> Preferences:
    hours = row["working_hours"] or {}
    days = {WEEKDAYS.index(day.lower()) for day in hours.get("daysOfWeek") or () if str(day).lower() in WEEKDAYS}
    usual = Preferences(zone=row["zone"], language=best_language(row["language"]), lead=hands.lead, budget=hands.budget)
    if not days:
        return usual
    return Preferences(
        zone=row["zone"],
        language=usual.language,
        lead=hands.lead,
        budget=hands.budget,
        working_days=frozenset(days),
        work_from=_time(hours.get("startTime")) or usual.work_from,
        work_until=_time(hours.get("endTime")) or usual.work_until,
    )


def _time(value: Any) -> time | None:
    try:
        return time.fromisoformat(str(value)[:8])
    except ValueError:
        return None
