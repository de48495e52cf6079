"""A calendar, a clock, a queue and a chat without input or output: the product's decisions run on them, one after the other.

The decisions are the product's own (`judge`, `plan`, `change_for`, `round_of`, `is_quiet`); only the order in which a worker
takes them is written here. What they must come to is judged with a second clock (pytz) in `why_wrong`.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

import pytz

from sidecar.domain.meetings.client import Corrections, OurSide, Verdict, judge, with_answers
from sidecar.domain.meetings.delivery import Delivered, change_for, round_of
from sidecar.domain.meetings.meeting import Attendee, Meeting, MeetingId
from sidecar.domain.meetings.plan import Moment, Preferences, end_of_quiet_hours, is_quiet, plan
from sidecar.flows.before.deliver_card import FRESH_FOR
from sidecar.flows.before.refresh_card import STATE_AFTER
from sidecar.flows.watching.read_calendar import TOLD

ME = Attendee(address="mia.berg@fabrikam.com", name="Mia Berg", response="organizer")
OURS = OurSide(me=ME.address)
CLIENTS = ("aiko@northwindtraders.com", "ben@adatum.com", "carla@contoso.com")
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One message that was new in the chat. `was_off`: its meeting was no client's meeting any more in the calendar."""

    meeting: MeetingId
    kind: str
    round: int
    at: datetime
    was_quiet: bool
    was_off: bool
    was_known_off: bool


@dataclass(slots=True, kw_only=True)
class Desk:
    """One person with everything that is kept for them."""

    now: datetime
    preferences: Preferences
    corrections: Corrections = field(default_factory=Corrections)
    ours: OurSide = OURS
    calendar: dict[MeetingId, Meeting] = field(default_factory=dict)
    """The truth, as the mailbox has it."""
    stored: dict[MeetingId, Meeting | None] = field(default_factory=dict)
    """As last read; None: gone."""
    held: dict[MeetingId, list[Delivered]] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    read_at: datetime | None = None
    reads: int = 0
    is_dirty: bool = False
    """A notice was stored, and no read has covered it."""
    is_working: bool = True
    dies_next: bool = False
    deaths: int = 0
    queue: list[tuple[datetime, int, tuple[str, MeetingId, str, datetime, int]]] = field(default_factory=list)
    """When, in which order, and what: of which meeting, which moment, due when, armed at which revision."""
    armed: set[tuple[str, MeetingId, str, datetime, int]] = field(default_factory=set)
    counter: int = 0
    revision: int = 0
    """Rises when something was said that concerns everything planned: what waited out the night is looked at anew."""

    def verdict(self, meeting: Meeting, now: datetime | None = None) -> Verdict:
        """Client or not, as of the meeting's start at the latest."""
        at = min(now or self.now, meeting.start_at)
        return with_answers(
            meeting, judge(meeting, self.ours, self.corrections, at, self.preferences.zone), self.ours, self.corrections
        )

    def moments(self, meeting: Meeting) -> tuple[Moment, ...]:
        """What a fresh look at what is stored plans for one meeting."""
        verdict = self.verdict(meeting)
        if verdict.skipped is not None:
            return ()
        bad = meeting.created_at if meeting.location == "their night" else None
        return plan(meeting, verdict, self.preferences, is_first=not self._has_met(meeting, verdict), badly_booked_at=bad)

    def _has_met(self, meeting: Meeting, verdict: Verdict) -> bool:
        return any(
            other is not None
            and other.start_at < meeting.start_at
            and other.id != meeting.id
            and (one := self.verdict(other, other.start_at)).is_client
            and one.client_domain == verdict.client_domain
            for other in self.stored.values()
        )

    def told(self, meeting: MeetingId) -> set[str]:
        """Of which kinds the present round has had its message."""
        held = self.held.get(meeting, [])
        return {one.kind for one in held if one.round == round_of(held) and one.state in TOLD | {"merged"}}

    def arm(self, what: str, due_at: datetime, meeting: MeetingId, kind: str = "", moment_at: datetime | None = None) -> None:
        """Make something due; what waits already is left as it is."""
        key = (what, meeting, kind, moment_at or due_at, self.revision)
        if key not in self.armed:
            self.armed.add(key)
            self.counter += 1
            heapq.heappush(self.queue, (max(due_at, self.now), self.counter, key))

    def is_waiting(self, meeting: MeetingId, moment: Moment) -> bool:
        """Whether somebody will look at this moment."""
        return any(key[:4] == ("moment", meeting, moment.kind, moment.due_at) for key in self.armed)

    def arm_moments(self, meeting: Meeting) -> None:
        """What of the plan can still be of use."""
        told = self.told(meeting.id)
        for moment in self.moments(meeting):
            if moment.until > self.now and moment.kind not in told:
                self.arm("moment", moment.due_at, meeting.id, moment.kind)

    def read(self) -> None:
        """Take the calendar over, as one read does."""
        self.read_at, self.is_dirty, self.reads = self.now, False, self.reads + 1
        changed = [one for one in self.calendar.values() if self.stored.get(one.id) != one]
        gone = [key for key, one in self.stored.items() if one is not None and key not in self.calendar]
        self.stored |= {one.id: one for one in changed} | dict.fromkeys(gone)
        for meeting in changed:
            self.arm_moments(meeting)
        for key in [*(one.id for one in changed), *gone]:
            self.refresh(key)

    def sweep(self) -> None:
        """Arm what the plans have and the queue has not."""
        for meeting in list(self.stored.values()):
            if meeting is not None and meeting.end_at >= self.now:
                self.arm_moments(meeting)

    def refresh(self, key: MeetingId) -> None:
        """Bring every message of a meeting to what is true now."""
        meeting, held = self.stored[key], self.held.get(key, [])
        is_folded = False
        for place, one in enumerate(held):
            after = self._after(one, meeting)
            is_folded = is_folded or (after.state == "moved") != (one.state == "moved")
            held[place] = after
        if is_folded and meeting is not None:
            self.arm_moments(meeting)

    def _after(self, one: Delivered, meeting: Meeting | None) -> Delivered:
        """One message as it should be, now that its meeting looks like this."""
        if meeting is None:
            return replace(one, state="withdrawn") if one.state == "sent" else one
        if one.state == "merged" and abs(meeting.start_at - one.shown_start) >= timedelta(hours=12):
            return replace(one, state="moved")
        moments = self.moments(meeting)
        first = min((moment.due_at for moment in moments if moment.kind == one.kind), default=None)
        change = change_for(
            one, start_at=meeting.start_at, first_due_at=first, verdict=self.verdict(meeting), is_gone=False, now=self.now
        )
        if change == "leave":
            return one
        state = STATE_AFTER[change]
        return replace(one, state=state, shown_start=one.shown_start if state == "withdrawn" else meeting.start_at)

    def plan_anew(self) -> None:
        """Something was said that may concern any coming meeting."""
        self.revision += 1
        for key, meeting in list(self.stored.items()):
            if meeting is None or meeting.end_at >= self.now:
                self.refresh(key)
            if meeting is not None and meeting.end_at >= self.now:
                self.arm_moments(meeting)

    def work(self) -> None:
        """Run everything that is due now, as a worker does."""
        while self.is_working and self.queue and self.queue[0][0] <= self.now:
            what, meeting, kind, due_at, _ = key = heapq.heappop(self.queue)[2]
            self.armed.discard(key)
            if what == "read":
                self.read()
            else:
                self._fire(meeting, kind, due_at)

    def _fire(self, key: MeetingId, kind: str, due_at: datetime) -> None:
        if self.is_dirty or self.read_at is None or self.now - self.read_at >= FRESH_FOR:
            self.read()
        meeting = self.stored[key]
        moment = (
            next((one for one in self.moments(meeting) if (one.kind, one.due_at) == (kind, due_at)), None) if meeting else None
        )
        if meeting is None or moment is None or self.now >= moment.until:
            return
        if is_quiet(self.now, self.preferences):
            again_at = max(end_of_quiet_hours(self.now, self.preferences), self.now + MINUTE)
            self.arm("moment", again_at, key, kind, due_at)
            return
        held = self.held.setdefault(key, [])
        claimed = next((one for one in held if one.kind == kind and one.round == round_of(held)), None)
        if claimed is not None and claimed.state != "claimed":
            return
        self._send(meeting, kind, due_at, claimed, held)

    def _send(self, meeting: Meeting, kind: str, due_at: datetime, claimed: Delivered | None, held: list[Delivered]) -> None:
        is_over = claimed is None and self._sent_today() >= self.preferences.budget - 1
        if is_over and kind == "booking_warning":
            return
        one = Delivered(
            kind=kind, round=round_of(held), state="merged" if is_over else "sent", shown_start=meeting.start_at,
            activity_id="1", sent_at=self.now, card_digest=None,
        )  # fmt: skip
        if self.dies_next:
            self.dies_next, self.is_working, self.deaths = False, False, self.deaths + 1
            one = replace(one, state="claimed")
            self.arm("moment", self.now, meeting.id, kind, due_at)
        held[:] = [other for other in held if other is not claimed] + [one]
        if one.state == "sent":
            self.said.append(self._as_said(meeting.id, one))

    def _sent_today(self) -> int:
        today = second_clock(self.now, self.preferences.zone).date()
        return sum(second_clock(one.at, self.preferences.zone).date() == today for one in self.said)

    def _as_said(self, key: MeetingId, one: Delivered) -> Said:
        true, stored = self.calendar.get(key), self.stored[key]
        return Said(
            meeting=key, kind=one.kind, round=one.round, at=self.now, was_quiet=quiet_by_hand(self.now, self.preferences),
            was_off=true is None or left_out(true, self.corrections),
            was_known_off=stored is None or left_out(stored, self.corrections),
        )  # fmt: skip


@cache
def _zone(name: str) -> Any:
    return pytz.timezone(name)


def second_clock(at: datetime, zone: str) -> datetime:
    """What the clock shows by pytz, naive."""
    shown: datetime = _zone(zone).fromutc(at.astimezone(UTC).replace(tzinfo=None)).replace(tzinfo=None)
    return shown


def quiet_by_hand(at: datetime, preferences: Preferences) -> bool:
    """Whether the second clock stands between the beginning and the end of the quiet hours."""
    minutes = [
        one.hour * 60 + one.minute
        for one in (second_clock(at, preferences.zone).time(), preferences.quiet_from, preferences.quiet_until)
    ]
    now, begins, ends = minutes
    return (now - begins) % 1440 < (ends - begins) % 1440


def why_wrong(meeting: Meeting, moments: tuple[Moment, ...], preferences: Preferences, is_first: bool) -> list[str]:
    """What is wrong with a plan, by the rules that people were promised; empty where it is right."""
    cards = [one for one in moments if one.kind == "pre_call_card"]
    prepares = [one for one in moments if one.kind == "prepare"]
    if len(cards) != 1 or len(prepares) > 1:
        return [f"{len(cards)} cards and {len(prepares)} preparations for one meeting"]
    wrong = [f"{one.kind} at {one.due_at} is in quiet hours" for one in moments if quiet_by_hand(one.due_at, preferences)]
    card, wanted_at = cards[0], meeting.start_at - preferences.lead
    if card.until != meeting.start_at + timedelta(minutes=5):
        wrong.append("a card is of use until five minutes after the start")
    if not quiet_by_hand(wanted_at, preferences):
        wrong += ["the card is not at its lead time"] if card.due_at != wanted_at else []
    elif card.due_at >= wanted_at or wanted_at - card.due_at > 15 * DAY:
        wrong.append("a card that would disturb comes before, and within two weeks")
    elif any(card.due_at < end <= wanted_at for end in ends_of_work(wanted_at, preferences)):
        wrong.append("a card that would disturb comes at the last end of work, not at an earlier one")
    for one in prepares:
        shown, day = second_clock(one.due_at, preferences.zone), second_clock(meeting.start_at, preferences.zone).date()
        if not is_first or shown.date() >= day or one.due_at >= card.due_at:
            wrong.append("a preparation is for a first meeting, on a day before it, before the card")
        clock = max(time(9), preferences.work_from)
        if quiet_at(clock, preferences):
            continue
        between = [shown.date() + DAY * more for more in range(1, (day - shown.date()).days)]
        if shown.time().replace(second=0) != clock or any(one.weekday() in preferences.working_days for one in between):
            wrong.append("a preparation comes at nine, or when work begins, on the last working day before")
        wrong += [] if shown.weekday() in preferences.working_days else ["a preparation comes on a working day"]
    return wrong


def left_out(meeting: Meeting, said: Corrections) -> bool:
    """Whether nothing is to be told of a meeting, by the rules that people were promised."""
    clients = [one for one in meeting.attendees if not one.address.endswith("@fabrikam.com")]
    domains = {one.address.partition("@")[2] for one in clients}
    is_off = meeting.is_cancelled or meeting.is_private or meeting.is_all_day or meeting.show_as == "free"
    is_refused = meeting.my_response == "declined" or all(one.response == "declined" for one in clients)
    is_muted = bool(domains & (said.muted_clients | said.not_clients)) or meeting.series_id in said.muted_series
    return is_off or is_refused or is_muted or not clients


def quiet_at(clock: time, preferences: Preferences) -> bool:
    """Whether a time of day lies in the quiet hours."""
    begins, ends = preferences.quiet_from, preferences.quiet_until
    return begins <= clock < ends if begins <= ends else clock >= begins or clock < ends


def ends_of_work(before: datetime, preferences: Preferences) -> Iterator[datetime]:
    """The ends of the working days of the two weeks before an instant, where they do not disturb."""
    today: date = second_clock(before, preferences.zone).date()
    for back in range(14):
        day = today - back * DAY
        if day.weekday() in preferences.working_days:
            local = datetime.combine(day, preferences.work_until)
            end = _zone(preferences.zone).localize(local, is_dst=True).astimezone(UTC)
            yield from [] if quiet_by_hand(end, preferences) else [end]
