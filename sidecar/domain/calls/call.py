"""Whether a call runs, since when, and how we know: from what Teams told, what the person tapped, and the calendar.

A function of a set: what is told twice, late or out of order comes to the same. Times of a clock ahead of ours count as now.
A *session* is one stretch from a start to an end; a link may have many, and each belongs to the meeting nearest to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final, Literal, NamedTuple

from sidecar.domain.calls.call_event import CallEvent
from sidecar.domain.meetings.meeting import PersonId

CallState = Literal["waiting", "running", "paused", "over", "never_started", "unsure"]
Source = Literal["teams", "you", "calendar"]
SaidKind = Literal["started", "started_now", "ended", "runs_over", "never", "speaking"]
Ask = Literal["started", "over"]
Doubt = Literal["never_started", "never_ended", "no_word"]
_MINUTE: Final = timedelta(minutes=1)
NOBODY: Final = PersonId("")

EARLY: Final = 60 * _MINUTE
"""A judgement: a call that begins so long before its meeting may be it (the early door is ten minutes before)."""
LONGEST: Final = timedelta(hours=12)
"""A judgement: after so long past the planned end nothing is told of a call any more."""
AFTER_PLANNED: Final = 5 * _MINUTE
"""Where nothing tells that a call is over, it is so long after the planned end: the follow-up has ten minutes."""
LATE: Final = 15 * _MINUTE
"""A judgement: where Teams has told of calls before and tells nothing of this one for so long, it may not have begun."""
RING_AFTER: Final = 5 * _MINUTE
"""A judgement: the panel asks at once whether a call has begun; the chat, which rings, only once the greetings are over."""
ASK_OVER: Final = 15 * _MINUTE
"""A judgement: a call that Teams began and does not end is asked about so long after its planned end."""
NEVER_ENDED: Final = 60 * _MINUTE
"""A judgement: and so long after it counts as over, said as a doubt."""
RUNS_OVER: Final = 30 * _MINUTE
"""A judgement: “it runs over” holds for so long, then it is asked again."""
LEFT_FOR: Final = 10 * _MINUTE
"""A judgement: whoever left and is away for so long is done with the call, whatever the others do."""
SAME_END: Final = 30 * _MINUTE
"""An end without a start so soon after another is the same end told again."""
TRAILING: Final = _MINUTE
"""Somebody who seems to come so soon after the end was only told of late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One tap. `speaking`: no tap, but the person's panel heard somebody in the call."""

    kind: SaidKind
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What the calendar says. `others`: from when to when the other meetings under this link are planned; `has_told`: Teams
    told of some call under it; `held_from`: the start that this call was found to have before its meeting was moved."""

    start_at: datetime
    end_at: datetime
    me: PersonId = NOBODY
    has_told: bool = False
    others: tuple[tuple[datetime, datetime], ...] = ()
    held_from: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is known of the call at an instant. `look_at`: when the time alone changes this; None where it does not.

    `is_held`: whether it took place; None where nobody said. `is_here`: whether the person is in it, as far as is known.
    """

    state: CallState
    known_from: Source
    started_at: datetime | None = None
    ended_at: datetime | None = None
    joined: tuple[PersonId, ...] = ()
    here: tuple[PersonId, ...] = ()
    is_here: bool = True
    asks: Ask | None = None
    doubt: Doubt | None = None
    is_held: bool | None = None
    look_at: datetime | None = None

    @property
    def is_done(self) -> bool:
        """Whether what comes after the call may begin."""
        return self.state in ("over", "never_started")


class _Mark(NamedTuple):
    at: datetime
    rank: int
    source: Source
    person: PersonId = NOBODY


@dataclass(frozen=True, slots=True)
class _Session:
    """`at`: the first that was told of it; `begin` is None where that is the end."""

    at: datetime
    begin: datetime | None
    end: datetime | None
    source: Source
    ended_by: Source = "calendar"


_START, _JOIN, _LEAVE, _END = range(4)
_RANKS: Final = {"start": _START, "join": _JOIN, "leave": _LEAVE, "end": _END}


def told(planned: Planned, events: Iterable[CallEvent], said: Iterable[Said], now: datetime) -> Told:
    """The call of one meeting as it stands at `now`. Never raises."""
    taps = sorted(set(said), key=lambda one: (one.at, one.kind))
    marks = _marks(planned, events, taps, now)
    ours = [one for one in _sessions(marks, planned.me) if _is_ours(one, planned)]
    if ours:
        return _held(planned, ours, [one for one in marks if one.rank in (_JOIN, _LEAVE)], taps, now)
    if (refused := max((one.at for one in taps if one.kind == "never"), default=None)) is not None:
        return Told(state="never_started", known_from="you", ended_at=min(refused, now), is_held=False)
    return _from_calendar(planned, taps, now)


def _marks(planned: Planned, events: Iterable[CallEvent], taps: Sequence[Said], now: datetime) -> list[_Mark]:
    found: list[tuple[datetime, int, Source, PersonId]] = [
        (event.at if event.at < now else now, _RANKS[event.kind], "teams", person)
        for event in events
        for person in event.people or (NOBODY,)
    ]
    found += [mark for tap in taps if (mark := _tapped(planned, tap, now)) is not None]
    found.sort()
    return [tuple.__new__(_Mark, one) for one, _ in groupby(found)]


def _tapped(planned: Planned, tap: Said, now: datetime) -> _Mark | None:
    if tap.kind == "started":
        return _Mark(min(began(planned, tap.at), now), _START, "you")
    rank = {"started_now": _START, "speaking": _JOIN, "ended": _END}.get(tap.kind)
    return None if rank is None else _Mark(min(tap.at, now), rank, "you")


def began(planned: Planned, tapped_at: datetime) -> datetime:
    """When a call began of which somebody says that it has: at the tap, or as planned where the tap only answers the chat."""
    return planned.start_at if tapped_at >= planned.start_at + RING_AFTER else tapped_at


def _sessions(marks: Sequence[_Mark], me: PersonId) -> list[_Session]:
    found: list[_Session] = []
    first: _Mark | None = None
    last: _Mark | None = None
    for mark in marks:
        if first is None and _opens(mark, last, me):
            first = mark
        elif first is not None and first.source != "teams" and mark.source == "teams" and mark.rank != _END:
            first = first._replace(source="teams")
        elif mark.rank == _END and first is not None:
            found.append(_Session(first.at, first.at, mark.at, first.source, mark.source))
            first, last = None, mark
        elif mark.rank == _END and (last is None or mark.at - last.at > SAME_END):
            found.append(_Session(mark.at, None, mark.at, mark.source, mark.source))
            last = mark
    return [*found, _Session(first.at, first.at, None, first.source)] if first is not None else found


def _opens(mark: _Mark, last: _Mark | None, me: PersonId) -> bool:
    """A start does; somebody who comes does too, unless that was only told late, or the person said that it is over."""
    if mark.rank != _JOIN or last is None:
        return mark.rank in (_START, _JOIN)
    return mark.at - last.at >= TRAILING and (last.source != "you" or (mark.person == me and bool(me)))


def _is_ours(session: _Session, planned: Planned) -> bool:
    """Nearest of all meetings under the link, and not too far from it; once it was ours it stays so."""
    if planned.held_from is not None and session.begin == planned.held_from:
        return True
    at = session.at
    if not planned.start_at - EARLY <= at <= planned.end_at + LONGEST:
        return False
    mine = _distance(at, (planned.start_at, planned.end_at))
    return all(mine <= _distance(at, other) for other in planned.others)


def _distance(at: datetime, span: tuple[datetime, datetime]) -> tuple[timedelta, timedelta]:
    """How far from the planned hours, then how far from their start."""
    return max(span[0] - at, at - span[1], timedelta()), abs(at - span[0])


def _held(planned: Planned, ours: Sequence[_Session], moves: Sequence[_Mark], taps: Sequence[Said], now: datetime) -> Told:
    first, last = ours[0], ours[-1]
    started_at = first.begin or min(planned.start_at, first.at)
    until = last.end or now
    latest = {one.person: one for one in moves if one.person and started_at - EARLY <= one.at <= until + TRAILING}
    joined = tuple(dict.fromkeys(one.person for one in moves if one.rank == _JOIN and one.person in latest))
    here = tuple(one for one in joined if latest[one].rank == _JOIN) if last.end is None else ()
    mine = latest.get(planned.me)
    left_at = mine.at if mine is not None and mine.rank == _LEAVE else None
    told_of = Told(
        state="running", known_from=first.source, started_at=started_at, joined=joined, here=here,
        is_here=left_at is None, is_held=True,
    )  # fmt: skip
    if last.end is not None:
        return _over(told_of, last.end, last.ended_by)
    if left_at is not None and now - left_at >= LEFT_FOR:
        return _over(told_of, left_at, "teams")
    return _running(told_of, planned, taps, left_at, now)


def _over(one: Told, ended_at: datetime, source: Source, doubt: Doubt | None = None) -> Told:
    return Told(
        state="over", known_from=source, started_at=one.started_at, ended_at=ended_at, joined=one.joined, is_here=one.is_here,
        is_held=one.is_held, doubt=doubt,
    )  # fmt: skip


def _running(one: Told, planned: Planned, taps: Sequence[Said], left_at: datetime | None, now: datetime) -> Told:
    """It began and nobody said that it is over: for how long that is believed hangs on who would say it."""
    by_teams = one.known_from == "teams"
    asks_at, over_at = _limits(planned, taps, (ASK_OVER, NEVER_ENDED) if by_teams else (timedelta(), AFTER_PLANNED))
    if now >= over_at:
        return _over(one, planned.end_at, "calendar", "never_ended" if by_teams else "no_word")
    asks: Ask | None = "over" if now >= asks_at else None
    coming = [at for at in (asks_at, over_at, left_at + LEFT_FOR if left_at else None) if at is not None and at > now]
    return Told(
        state="unsure" if asks and by_teams else "running", known_from=one.known_from, started_at=one.started_at,
        joined=one.joined, here=one.here, is_here=one.is_here, is_held=True, asks=asks,
        doubt="never_ended" if asks and by_teams else None, look_at=min(coming, default=None),
    )  # fmt: skip


def _limits(planned: Planned, taps: Sequence[Said], after: tuple[timedelta, timedelta]) -> tuple[datetime, datetime]:
    """When it is asked whether it is over, and when it counts as over."""
    runs_on = max((one.at for one in taps if one.kind == "runs_over"), default=None)
    if runs_on is not None and runs_on + RUNS_OVER > planned.end_at:
        return runs_on + RUNS_OVER, runs_on + RUNS_OVER + AFTER_PLANNED
    return planned.end_at + after[0], planned.end_at + after[1]


def _from_calendar(planned: Planned, taps: Sequence[Said], now: datetime) -> Told:
    """Nothing was told: as the calendar has it, and asked."""
    if now < planned.start_at:
        return Told(state="waiting", known_from="calendar", look_at=planned.start_at)
    late_at = planned.start_at + LATE
    if planned.has_told and now < min(late_at, planned.end_at):
        return Told(state="waiting", known_from="calendar", look_at=min(late_at, planned.end_at))
    asks_at, over_at = _limits(planned, taps, (timedelta(), AFTER_PLANNED))
    if now >= over_at:
        if planned.has_told:
            return Told(state="never_started", known_from="teams", ended_at=planned.end_at, doubt="never_started", is_held=False)
        return Told(state="over", known_from="calendar", started_at=None, ended_at=planned.end_at, doubt="no_word")
    coming = [at for at in (planned.start_at + RING_AFTER, asks_at, over_at) if at > now]
    return Told(
        state="unsure", known_from="calendar", asks="over" if now >= asks_at and not planned.has_told else "started",
        doubt="never_started" if planned.has_told else None, look_at=min(coming),
    )  # fmt: skip
