"""A newcomer's first week: when the welcome comes where many came at once, by which clock they live, when the week is told.

Of many people who get the app within minutes, by a policy of their administrator, each is welcomed at another moment of the next
hours, and only while they work. Teams does not say whether somebody installed the app or was given it: who comes alone is
welcomed at once, and so is whoever writes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sidecar.domain.meetings.meeting import Meeting, PersonId
from sidecar.domain.meetings.plan import Preferences, end_of_quiet_hours, is_quiet
from sidecar.domain.meetings.wake import spread
from sidecar.domain.times.localtime import instant

FIRST_WEEK: Final = timedelta(days=7)
TOLD_WITHIN: Final = timedelta(days=14)
"""What was done in the first week is told within the second, or not at all."""
RUSH_WITHIN: Final = timedelta(minutes=10)
RUSH: Final = 5
"""So many others of a tenant within that span: it is a roll-out, and nobody is waiting for a welcome."""
LOOK_AHEAD_DAYS: Final = 14
FEWEST_OF_A_ZONE: Final = 2
SAYS_NOTHING: Final = frozenset({"UTC", "Etc/UTC", "Etc/GMT", "GMT"})
"""What calendar programs write where nobody chose a zone."""


def welcome_due(person: PersonId, installed_at: datetime, within: timedelta, others: int) -> datetime | None:
    """From when somebody may be welcomed; None: at once. `others`: how many of their tenant came within `RUSH_WITHIN`."""
    return installed_at + spread(person, within) if others >= RUSH else None


def put_off(person: PersonId, now: datetime, within: timedelta, preferences: Preferences) -> datetime | None:
    """The moment of the person's next hours of work for a welcome that is not waited for; None while they work. Those of one
    morning are spread like those of one minute."""
    if is_at_work(now, preferences):
        return None
    begins, ends = next_work(now, preferences)
    return begins + spread(person, min(within, ends - begins))


def is_at_work(now: datetime, preferences: Preferences) -> bool:
    """Whether the person is at work by what their mailbox says, and wants to hear something. Whoever has quiet hours during
    all of their work hears it at any other hour of a working day."""
    if is_quiet(now, preferences) or not _is_working_day(now, preferences):
        return False
    clock = now.astimezone(ZoneInfo(preferences.zone)).time()
    return _is_in_work(clock, preferences) or not _hears_at_work(preferences)


def _is_working_day(at: datetime, preferences: Preferences) -> bool:
    """Who named no day of work works on any."""
    return not preferences.working_days or at.astimezone(ZoneInfo(preferences.zone)).weekday() in preferences.working_days


def _is_in_work(clock: time, preferences: Preferences) -> bool:
    return _is_between(clock, preferences.work_from, preferences.work_until)


def _hears_at_work(preferences: Preferences) -> bool:
    """Whether any minute of work is not quiet: if so, then the first of work, or the first after the quiet hours."""
    first = (preferences.work_from, preferences.quiet_until)
    quiet = (preferences.quiet_from, preferences.quiet_until)
    return any(_is_in_work(clock, preferences) and not _is_between(clock, *quiet) for clock in first)


def _is_between(clock: time, begins: time, ends: time) -> bool:
    return begins <= clock < ends if begins <= ends else clock >= begins or clock < ends


def next_work(now: datetime, preferences: Preferences) -> tuple[datetime, datetime]:
    """When the person's next working day begins, outside of the quiet hours, and when it ends, or quiet hours begin again."""
    today = now.astimezone(ZoneInfo(preferences.zone)).date()
    for ahead in range(LOOK_AHEAD_DAYS):
        day = today + timedelta(days=ahead)
        begins = instant(datetime.combine(day, preferences.work_from), preferences.zone).instant_at
        begins = end_of_quiet_hours(begins, preferences) if is_quiet(begins, preferences) else begins
        if _is_working_day(begins, preferences) and begins > now:
            ends = instant(datetime.combine(day, preferences.work_until), preferences.zone).instant_at
            ends = ends if ends > begins else begins + timedelta(hours=1)
            return begins, min(ends, _next_quiet(begins, preferences))
    return now + timedelta(days=1), now + timedelta(days=1, hours=1)


def _next_quiet(at: datetime, preferences: Preferences) -> datetime:
    """When quiet hours begin after an instant that is not quiet."""
    today = at.astimezone(ZoneInfo(preferences.zone)).date()
    days = (today + timedelta(days=ahead) for ahead in range(3))
    begin = (instant(datetime.combine(day, preferences.quiet_from), preferences.zone).instant_at for day in days)
    return next(one for one in begin if one > at)


def is_week_over(first_card_at: datetime, now: datetime, zone: str) -> bool:
    """Whether what was done in the first week may be told: from the same day of the next week on, for another week."""
    days = (now.astimezone(ZoneInfo(zone)).date() - first_card_at.astimezone(ZoneInfo(zone)).date()).days
    return FIRST_WEEK.days <= days < TOLD_WITHIN.days


def zone_of_events(meetings: Iterable[Meeting]) -> str | None:
    """The zone in which the person plans most of their own meetings; None where too few say one."""
    own = Counter(one.zone for one in meetings if one.is_organizer and one.zone and one.zone not in SAYS_NOTHING)
    found = own.most_common(1)
    return found[0][0] if found and found[0][1] >= FEWEST_OF_A_ZONE and found[0][1] * 2 > own.total() else None


def zones_to_ask(mailbox: str | None, device: str | None, events: str | None, now: datetime) -> Sequence[str]:
    """The clocks that the person may live by, to choose from; empty where there is nothing to ask.

    `mailbox`: what its settings say; `device`: what their client said when the bot was installed; `events`: where their own
    meetings are planned. Asked is where two of them show different times, now or in half a year, and where neither mailbox nor
    client says any.
    """
    named = dict.fromkeys(one for one in (mailbox, device, events) if one)
    apart = list({_times(zone, now): zone for zone in reversed(named)}.values())[::-1]
    is_unknown = mailbox is None and device is None
    return apart if len(apart) > 1 or is_unknown else ()


def _times(zone: str, now: datetime) -> tuple[timedelta | None, timedelta | None]:
    return now.astimezone(ZoneInfo(zone)).utcoffset(), (now + timedelta(days=182)).astimezone(ZoneInfo(zone)).utcoffset()
