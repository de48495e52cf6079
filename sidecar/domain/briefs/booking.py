"""Was a meeting booked at an hour that is none of the client's, and which times would be easier for everybody?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sidecar.domain.briefs.brief import Brief, PersonLine
from sidecar.domain.meetings.attending import KNOWN
from sidecar.domain.meetings.fairness import Seat, Slot, better_slots, booking_warning, is_noon, lunch_break, view
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.meetings.plan import Preferences
from sidecar.domain.times.workday import Hours, Place
from sidecar.domain.wording.reason import Reason
from sidecar.words import Words

LOOK_FOR: Final = timedelta(days=7)
"""Better times are looked for so long around the booked one."""
NOTICE: Final = timedelta(hours=18)
"""Nobody is asked to come sooner than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """What is wrong with the hour of a meeting that our side booked, and the easier times. `last_time`: for whom the meeting
    before was hard; whoever it was is spared first."""

    reason: Reason
    slots: tuple[Slot, ...]
    last_time: tuple[str, ...] = ()


def badly_booked(brief: Brief, preferences: Preferences) -> Reason | None:
    """What is wrong with the hour; None where it is fine, not known, or the client's own choice."""
    if not _is_ours_to_move(brief):
        return None
    return booking_warning(brief.meeting.start_at, brief.meeting.end_at, seats_of(brief, preferences))


def booking_of(
    brief: Brief, preferences: Preferences, around: Sequence[Meeting], earlier: Sequence[Meeting], now: datetime
) -> Booking | None:
    """The same with three easier times, as far as the person's own calendar (`around` the booked one) leaves them free.

    `earlier`: meetings with the same client, for taking turns.
    """
    reason = badly_booked(brief, preferences)
    if reason is None:
        return None
    meeting = brief.meeting
    busy = [(one.start_at, one.end_at) for one in around if one.show_as != "free" and not one.is_cancelled]
    seats = seats_of(brief, preferences)
    before = [(one.start_at, one.end_at) for one in earlier]
    slots = better_slots(
        meeting.start_at,
        meeting.end_at,
        seats,
        busy,
        earlier=before,
        earliest=max(now + NOTICE, meeting.start_at - LOOK_FOR),
        latest=meeting.start_at + LOOK_FOR,
    )
    suffered = view(meeting.start_at, meeting.end_at, seats, before).suffered_last
    return Booking(reason=reason, slots=slots, last_time=tuple(label for label in suffered if label))


def lunch_of(brief: Brief, preferences: Preferences) -> tuple[datetime, int] | None:
    """Where lunch belongs in a long session, and for how many minutes: at the noon that most who take part share."""
    return lunch_break(brief.meeting.start_at, brief.meeting.end_at, seats_of(brief, preferences))


def lunch_said(brief: Brief, words: Words, preferences: Preferences) -> str | None:
    """The same as a sentence. It speaks of most only where it is noon for more than half of all who take part."""
    found = lunch_of(brief, preferences)
    if found is None:
        return None
    at, minutes = found
    seated = sum(person.side != "room" for person in brief.people)
    count = sum(is_noon(at, seat) for seat in seats_of(brief, preferences))
    most = "yes" if 2 * count > seated else "no"
    clock = words.clock(at, preferences.zone)
    return words.say("card-lunch", clock=clock, minutes=str(minutes), most=most, count=count, all=str(seated))


def _is_ours_to_move(brief: Brief) -> bool:
    """A time that the client chose is theirs."""
    return brief.meeting.is_organizer or any(one.response == "organizer" and one.side == "ours" for one in brief.people)


def seats_of(brief: Brief, preferences: Preferences) -> tuple[Seat, ...]:
    """The reader's own hours, then everybody of the client's whose clock is known."""
    mine = Hours(start=preferences.work_from, end=preferences.work_until, days=preferences.working_days)
    me = Seat(label="", place=Place(zone=preferences.zone), hours=mine, is_ours=True)
    return (me, *(seat for person in brief.people if person.side == "client" and (seat := _seat(person))))


def _seat(person: PersonLine) -> Seat | None:
    clock = person.clock
    if clock is None or clock.zone is None or clock.certainty not in KNOWN:
        return None
    return Seat(
        label=person.name, place=Place(zone=clock.zone, country=clock.country, subdivision=clock.region), hours=clock.hours
    )
