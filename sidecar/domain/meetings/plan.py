"""What is to happen around a meeting, and when. Pure: it does not know what time it is now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from sidecar.domain.meetings.client import Verdict
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.times.localtime import instant

MomentKind = Literal["booking_warning", "prepare", "pre_call_card"]
GRACE = timedelta(minutes=5)
"""A card may still come so long after the start."""
LOOK_BACK_DAYS = 14
BOOKING_IS_FRESH_FOR = timedelta(days=1)
NOT_SIDE_BY_SIDE = timedelta(hours=1)
PREPARE_AT = time(9)
PREPARE_FOR = timedelta(hours=12)
"""Preparing helps on its own day; for a meeting booked later than that, the card alone is quieter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """How one person works and wants to be told. Days: Monday is 0. Quiet hours may run over midnight."""

    zone: str
    language: str = "en"
    lead: timedelta = timedelta(minutes=30)
    quiet_from: time = time(20)
    quiet_until: time = time(7)
    working_days: frozenset[int] = frozenset(range(5))
    work_from: time = time(8)
    work_until: time = time(17)
    budget: int = 8
    prepares: bool = True
    """Whether a first meeting is prepared the working day before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something to do at `due_at`, and of no use from `until` on."""

    kind: MomentKind
    due_at: datetime
    until: datetime


def plan(
    meeting: Meeting,
    verdict: Verdict,
    preferences: Preferences,
    *,
    is_first: bool,
    badly_booked_at: datetime | None = None,
) -> tuple[Moment, ...]:
    """Every moment of a meeting, in order of time; none where the person is not to hear of it.

    `badly_booked_at`: when our side booked it at an hour that is none of the client's; None where the hour is fine.
    """
    if not verdict.is_client:
        return ()
    moments = _before(meeting, preferences, is_first=is_first)
    warning = _warning(badly_booked_at, moments[0].due_at, preferences) if badly_booked_at else None
    return (warning, *moments) if warning else moments


def _before(meeting: Meeting, preferences: Preferences, *, is_first: bool) -> tuple[Moment, ...]:
    card_at = out_of_quiet_hours(meeting.start_at - preferences.lead, preferences)
    card = Moment(kind="pre_call_card", due_at=card_at, until=meeting.start_at + GRACE)
    prepare_at = _prepare_at(meeting.start_at, preferences) if is_first and preferences.prepares else None
    if prepare_at is None or prepare_at >= card_at:
        return (card,)
    return (Moment(kind="prepare", due_at=prepare_at, until=min(card_at, prepare_at + PREPARE_FOR)), card)


def _warning(booked_at: datetime, next_at: datetime, preferences: Preferences) -> Moment | None:
    """While the booking is fresh it can still be changed; next to another card it would only be noise."""
    due_at = end_of_quiet_hours(booked_at, preferences) if is_quiet(booked_at, preferences) else booked_at
    until = min(booked_at + BOOKING_IS_FRESH_FOR, next_at - NOT_SIDE_BY_SIDE)
    return Moment(kind="booking_warning", due_at=due_at, until=until) if due_at < until else None


def is_quiet(instant_at: datetime, preferences: Preferences) -> bool:
    """Whether an instant lies in the person's quiet hours; their first minute is quiet, their last is not."""
    return _is_quiet_clock(instant_at.astimezone(ZoneInfo(preferences.zone)).time(), preferences)


def _is_quiet_clock(clock: time, preferences: Preferences) -> bool:
    begins, ends = preferences.quiet_from, preferences.quiet_until
    return begins <= clock < ends if begins <= ends else clock >= begins or clock < ends


def end_of_quiet_hours(instant_at: datetime, preferences: Preferences) -> datetime:
    """When the quiet hours around an instant end."""
    here = instant_at.astimezone(ZoneInfo(preferences.zone))
    day = here.date() if here.time() < preferences.quiet_until else here.date() + timedelta(days=1)
    return instant(datetime.combine(day, preferences.quiet_until), preferences.zone).instant_at


def out_of_quiet_hours(due_at: datetime, preferences: Preferences) -> datetime:
    """The same instant, or the last working moment before it where it would disturb."""
    if not is_quiet(due_at, preferences):
        return due_at
    today = due_at.astimezone(ZoneInfo(preferences.zone)).date()
    for back in range(LOOK_BACK_DAYS):
        day = today - timedelta(days=back)
        last = [at for at in _last_moments(day, preferences) if at <= due_at and not is_quiet(at, preferences)]
        if last and day.weekday() in preferences.working_days:
            return max(last)
    return due_at


def _last_moments(day: date, preferences: Preferences) -> list[datetime]:
    """The end of a working day; and the last minute before quiet hours that begin in it, or hold its end: somebody may sleep by
    day."""
    ends = [preferences.work_until]
    if preferences.work_from < preferences.quiet_from < ends[0] or _is_quiet_clock(ends[0], preferences):
        ends.append((datetime.combine(day, preferences.quiet_from) - timedelta(minutes=1)).time())
    return [instant(datetime.combine(day, clock), preferences.zone).instant_at for clock in ends]


def _prepare_at(start_at: datetime, preferences: Preferences) -> datetime | None:
    """Nine o'clock, or the start of work if later, on the last working day before the meeting's."""
    day = start_at.astimezone(ZoneInfo(preferences.zone)).date()
    for back in range(1, LOOK_BACK_DAYS):
        before = day - timedelta(days=back)
        if before.weekday() in preferences.working_days:
            clock = max(PREPARE_AT, preferences.work_from)
            return out_of_quiet_hours(instant(datetime.combine(before, clock), preferences.zone).instant_at, preferences)
    return None
