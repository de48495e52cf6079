"""One client meeting, written down once, for the tests of briefs and cards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sidecar.domain.briefs.brief import Brief, compose
from sidecar.domain.meetings.client import Corrections, OurSide, judge
from sidecar.domain.meetings.meeting import Attendee, Joining, Meeting, MeetingId
from sidecar.domain.meetings.plan import Preferences

START = datetime(2026, 11, 23, 14, tzinfo=UTC)
SAM = Attendee(address="sam.carter@fabrikam.com", name="Sam Carter", response="accepted")
PRIYA = Attendee(address="priya.nair@fabrikam.com", name="Priya Nair")
MARIA = Attendee(address="maria.silva@northwindtraders.com", name="Maria Silva", response="accepted")
AIKO = Attendee(address="aiko.tanaka@northwindtraders.com", name="Aiko Tanaka")
ROOM = Attendee(address="room.4@fabrikam.com", name="Room 4", kind="resource")
OURS = OurSide(me=SAM.address, domains=frozenset({"fabrikam.com"}))
LONDON = Preferences(zone="Europe/London", language="en")
TEAMS = Joining(
    provider="teams",
    url="https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0",
    dial_in="+44 20 7946 0123",
    conference_id="312 445 908",
    passcode="Hk7w1Q",
)

MEETING = Meeting(
    id=MeetingId("040000008200E00074C5B7101A82E008"),
    event_id="AAMk1",
    uid="040000008200E00074C5B7101A82E008",
    series_id="S1",
    occurrence=START,
    subject="Roll-out review",
    start_at=START,
    end_at=START + timedelta(hours=1),
    organizer=SAM,
    is_organizer=True,
    attendees=(SAM, MARIA, AIKO, PRIYA, ROOM),
    zone="Europe/London",
    joining=TEAMS,
)


def another(name: str, start_at: datetime, length: timedelta = timedelta(hours=1), **changed: Any) -> Meeting:
    """The sample at another time under another id."""
    fields: dict[str, Any] = {"id": MeetingId(name), "start_at": start_at, "end_at": start_at + length, **changed}
    return replace(MEETING, **fields)


def brief_of(
    meeting: Meeting = MEETING,
    *,
    corrections: Corrections | None = None,
    preferences: Preferences = LONDON,
    earlier: tuple[Meeting, ...] = (),
    day: tuple[Meeting, ...] = (),
) -> Brief:
    """What the product would know of a meeting an hour before it."""
    said = corrections or Corrections()
    verdict = judge(meeting, OURS, said, meeting.start_at - timedelta(hours=1), preferences.zone)
    return compose(meeting, verdict, OURS, said, preferences, earlier=earlier, day=day)
