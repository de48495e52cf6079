"""A meeting as one person's calendar holds it, whatever calendar it came from.

Words used here: an *occurrence* is one date of a series; its identity is the series and the instant it was first
planned for, so an occurrence that moves stays the same meeting. A *mailbox* is the person whose calendar this is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NewType

TenantId = NewType("TenantId", str)
PersonId = NewType("PersonId", str)
"""The Entra object id of somebody of ours."""
MeetingId = NewType("MeetingId", str)
"""Stable within one mailbox: the iCalUId, or the series id and the instant first planned for. Never the Graph event id."""

AttendeeKind = Literal["required", "optional", "resource"]
Response = Literal["none", "organizer", "accepted", "declined", "tentative"]
Provider = Literal["teams", "zoom", "meet", "webex", "phone", "other", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OddStart:
    """A start whose local time had to be read: `asked` as it was written, `taken` as it is meant, both naive and local.

    `skipped`: the clock jumped over it; `ambiguous`: it comes twice, the first is taken; `guessed`: nobody knows the zone
    it was written in. `zone` is the IANA zone it was read in, None where the calendar brought rules of its own.
    """

    how: Literal["skipped", "ambiguous", "guessed"]
    asked: datetime
    taken: datetime
    offset: str
    zone: str | None
    zone_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Another time that somebody asked for in their answer. Instants are aware and in UTC; nothing has moved yet."""

    start_at: datetime
    end_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody, or something, invited. `address` is lower case, or empty where the calendar has none."""

    address: str
    name: str
    kind: AttendeeKind = "required"
    response: Response = "none"
    proposed: Proposal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """How to get in. Everything was found in the event itself; None means that the event does not say."""

    provider: Provider = "none"
    url: str | None = None
    dial_in: str | None = None
    conference_id: str | None = None
    passcode: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting in one mailbox. Instants are aware and in UTC."""

    id: MeetingId
    event_id: str
    uid: str
    series_id: str | None
    occurrence: datetime
    """The instant this occurrence was first planned for; for a single meeting, its start."""
    subject: str | None
    start_at: datetime
    end_at: datetime
    is_all_day: bool = False
    is_cancelled: bool = False
    is_private: bool = False
    show_as: str = "busy"
    """free | tentative | busy | oof | workingElsewhere | unknown, as Graph writes it."""
    my_response: Response = "none"
    is_organizer: bool = False
    organizer: Attendee | None = None
    attendees: tuple[Attendee, ...] = ()
    """Everybody invited, the mailbox's owner and rooms included."""
    zone: str | None = None
    """IANA name of the zone the organiser planned it in, where the event says so and the name is known."""
    zone_name: str | None = None
    """The same as the event writes it."""
    joining: Joining = Joining()
    body: str = ""
    """Plain text of the invitation."""
    location: str | None = None
    has_attachments: bool = False
    created_at: datetime | None = None
    """When it was put into the calendar, where the calendar says so."""
    odd_start: OddStart | None = None
