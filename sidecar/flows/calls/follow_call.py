"""A call is followed: what Teams told, what was tapped and what the calendar says become one state, and its next look is armed.

Level-triggered: a look reads everything anew, so what comes twice, late or after a worker's death comes to the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sidecar.domain.calls.breaks import Spoken
from sidecar.domain.calls.call import EARLY, LONGEST, CallState, Planned, Source, Told, told
from sidecar.domain.calls.call_event import CallEvent
from sidecar.domain.calls.call_kept import kept, live_in
from sidecar.domain.calls.call_live import Live, Rules, Sign, advance, is_on, look_at, rules_of
from sidecar.domain.calls.call_live import heard as coached
from sidecar.domain.calls.call_words import noon_zone
from sidecar.domain.cards.panel import thread_in
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import Wake, call_wake, follow_up_wake
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.flows.watching.plan_meeting import make_brief
from sidecar.store.database import Session

LINK_REACH = timedelta(days=1)
"""Meetings under one link so far apart have nothing to do with each other's calls."""
OVERDUE = timedelta(minutes=2)
NOON_MATTERS_FROM = timedelta(hours=2)
"""A shorter session cannot lie across the hours of lunch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What is known of a call. `joined`: those of ours whom Teams named; `is_held`: None where nobody said."""

    state: CallState
    known_from: Source
    started_at: datetime | None
    ended_at: datetime | None
    joined: tuple[PersonId, ...]
    is_held: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """One call in an open transaction, as it was stored and as it is at `now`. `row`: None where nothing was stored yet."""

    meeting: Meeting
    row: Mapping[str, Any] | None
    live: Live
    told: Told
    rules: Rules
    planned: Planned
    events: Sequence[CallEvent]
    now: datetime


async def call_of(session: Session, known: Known, meeting: Meeting, now: datetime | None = None) -> Call | None:
    """The call of a meeting; None where nothing was ever looked at. `now`: without it as of the last look."""
    row = await session.row("call", known.tenant, known.person, meeting.id)
    live = live_in(row["live"]) if row is not None else None
    if live is None and now is None:
        return None
    at = now or (live.seen_at if live else None) or meeting.end_at
    found = (await followed(session, known, meeting, at)).told
    return Call(
        state=found.state, known_from=found.known_from, started_at=found.started_at, ended_at=found.ended_at,
        joined=found.joined, is_held=found.is_held,
    )  # fmt: skip


async def followed(session: Session, known: Known, meeting: Meeting, now: datetime) -> Followed:
    """The call as it is now, from what is stored; nothing is changed."""
    stored = await session.row("call_of_meeting", known.tenant, known.person, meeting.id)
    row = stored if stored is not None and stored["live"] is not None else None
    live = _of_meeting(live_in(row["live"]) if row is not None else None, meeting, now)
    thread = stored["thread_id"] if stored is not None else None
    planned, events = await _around(session, known, meeting, live, thread)
    found = told(planned, events, live.said, now)
    rules = rules_of(known.wishes.breaks)
    return Followed(
        meeting=meeting, row=row, live=live, told=found, rules=rules, planned=planned, events=events, now=now
    )  # fmt: skip


def _of_meeting(live: Live | None, meeting: Meeting, now: datetime) -> Live:
    """What was kept, as far as the meeting is still the same. One that is moved while it runs runs on, until its planned end;
    one that is moved before it began, or after it was over, begins anew."""
    fresh = Live(planned_from=meeting.start_at, planned_until=meeting.end_at)
    if live is None:
        return fresh
    if live.planned_from == meeting.start_at:
        return replace(live, planned_until=meeting.end_at)
    is_far = meeting.start_at > now + EARLY or meeting.end_at <= now
    if is_far and (live.held_from is not None or live.was_held):
        return live
    if live.held_from is None:
        return fresh
    return replace(live, planned_from=meeting.start_at, planned_until=meeting.end_at)


async def _around(
    session: Session, known: Known, meeting: Meeting, live: Live, thread: str | None
) -> tuple[Planned, list[CallEvent]]:
    planned = Planned(start_at=live.planned_from, end_at=live.planned_until, me=known.person, held_from=live.held_from)
    if not thread:
        return planned, []
    first_at = live.planned_from - LINK_REACH
    others = await session.rows(
        "others_of_link", known.tenant, known.person, thread, meeting.id, first_at, live.planned_until + LINK_REACH
    )
    events = [_event(row) for row in await session.rows("call_events_of", known.tenant, thread, first_at)]
    has_told = bool(events) or bool((await session.row("has_told_of_calls", known.tenant, thread, first_at) or [False])[0])
    spans = tuple((row["start_at"], row["end_at"]) for row in others)
    return replace(planned, others=spans, has_told=has_told), events


def _event(row: Mapping[str, Any]) -> CallEvent:
    people = (PersonId(row["person_id"]),) if row["person_id"] else ()
    return CallEvent(tenant=row["tenant_id"], thread=row["thread_id"], kind=row["kind"], at=row["happened_at"], people=people)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A call after a look. `is_changed`: a panel shows something else now."""

    found: Followed
    is_changed: bool


Change = Callable[[Live, Told, Rules], Live]


async def look(
    hands: Hands,
    session: Session,
    known: Known,
    meeting: Meeting,
    sign: Sign = "look",
    *,
    change: Change | None = None,
    due_at: datetime | None = None,
    shows: bool = True,
) -> Looked | None:
    """Look at a call in the open transaction, which holds the person; store what changed and arm what follows.

    None where the meeting is none of a client. `change`: what happened before the look; `due_at`: of the wake that asks;
    `shows`: whether the card in the chat is to be looked at by a wake of its own where something changed.
    """
    now = hands.clock()
    if not known.verdict_while_it_lasts(meeting, now).is_client:
        return None
    before = await followed(session, known, meeting, now)
    after = await _after(session, known, before, sign, change)
    looked = Looked(found=after, is_changed=after.live.shown != before.live.shown)
    next_at = look_at(after.live, after.told, after.rules, now)
    if _is_armed(before, next_at, due_at) and not looked.is_changed and _lasting(after.live) == _lasting(before.live):
        return looked
    await _store(hands, session, known, before, looked, next_at, due_at, shows=shows)
    return looked


def _lasting(live: Live) -> Live:
    return replace(live, seen_at=None, signal_at=None)


def _is_armed(before: Followed, next_at: datetime | None, due_at: datetime | None) -> bool:
    """Whether the next look has its wake: the one that asks now is used up."""
    if before.row is None or before.row["look_at"] != next_at:
        return False
    return due_at is None or next_at is None or next_at > due_at


async def _after(session: Session, known: Known, before: Followed, sign: Sign, change: Change | None) -> Followed:
    live, found = before.live, before.told
    if change is not None:
        live = change(live, found, before.rules)
        if live.said != before.live.said:
            found = told(before.planned, before.events, live.said, before.now)
    if live.noon_zone is None and is_on(found) and live.planned_until - live.planned_from >= NOON_MATTERS_FROM:
        brief = await make_brief(session, known, before.meeting, known.verdict_while_it_lasts(before.meeting, before.now))
        live = replace(live, noon_zone=noon_zone(brief))
    live = advance(live, found, before.rules, before.now, sign)
    live = replace(
        live, seen_at=before.now, was_held=live.was_held or found.is_held is True,
        held_from=found.started_at if found.is_held and not found.is_done else None, shown=_digest(live, found),
    )  # fmt: skip
    return replace(before, live=live, told=found)


def _digest(live: Live, found: Told) -> str:
    """What of a call a panel shows, in short."""
    seen = (
        found.state, found.known_from, found.started_at, found.ended_at, found.asks, found.doubt, found.joined, found.here,
        live.hint, live.pause, live.put_off, live.planned_until,
    )  # fmt: skip
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]


async def _store(
    hands: Hands,
    session: Session,
    known: Known,
    before: Followed,
    looked: Looked,
    next_at: datetime | None,
    due_at: datetime | None,
    *,
    shows: bool,
) -> None:
    row, found, now = before.row, looked.found, before.now
    who = (known.tenant, known.person, MeetingId(found.meeting.id))
    looks = (row["looks"] if row is not None else 0) + 1
    wakes: list[Wake] = []
    if next_at is not None and not _is_armed(before, next_at, due_at):
        wakes.append(call_wake(*who, next_at, f"n{looks}"))
    if shows and looked.is_changed:
        wakes.append(call_wake(*who, now, f"c{looks}"))
    ended = _end_to_follow(found)
    was = row["followed"] if row is not None else ""
    if ended and ended != was:
        wakes.append(follow_up_wake(*who, looks, now))
    await session.row("put_call", *who, kept(found.live), next_at, looks, looked.is_changed, ended or was)
    await hands.arm(session, wakes)


def _end_to_follow(found: Followed) -> str:
    """The end that the follow-up belongs to; empty where it is not over, or long past."""
    ended_at = found.told.ended_at
    if not found.told.is_done or ended_at is None or found.now > ended_at + LONGEST:
        return ""
    return f"{found.told.state}:{ended_at.isoformat()}"


async def follow_told(hands: Hands, session: Session, tenant: TenantId, person: PersonId, meeting_id: MeetingId) -> None:
    """Teams told something of somebody's call: their panel shows it at once; a wake brings their chat along."""
    found = await held_call(hands, session, tenant, person, meeting_id)
    if found is not None:
        await look(hands, session, *found, shows=False)


async def held_call(
    hands: Hands, session: Session, tenant: TenantId, person: PersonId, meeting_id: MeetingId
) -> tuple[Known, Meeting] | None:
    """The person, whose row is held from here on, and the meeting; None where either is no more."""
    await session.row("lock_person", tenant, person)
    known = await known_person(hands, session, tenant, person)
    row = await session.row("meeting", tenant, person, meeting_id)
    if known is None or not known.is_watched or row is None or row["is_gone"]:
        return None
    return known, meeting_of(row)


async def whose_call(session: Session, event: CallEvent) -> list[tuple[PersonId, MeetingId]]:
    """Whom a call under this link concerns: of each person the nearest meeting, and one that was moved while it runs."""
    part = thread_in(event.thread.partition(";")[0])
    if part is None:
        return []
    window = (event.at - LINK_REACH, event.at + LINK_REACH, event.at)
    found: dict[tuple[PersonId, MeetingId], None] = {}
    seen: set[str] = set()
    for row in await session.rows("meetings_of_link", event.tenant, part, *window):
        if row["is_held"] or row["person_id"] not in seen:
            found[PersonId(row["person_id"]), MeetingId(row["meeting_id"])] = None
        seen.add(row["person_id"])
    return [*found, *await _learnt(session, event, part, seen)]


async def _learnt(session: Session, event: CallEvent, part: str, seen: set[str]) -> list[tuple[PersonId, MeetingId]]:
    """Teams' short links name no chat: whoever joins this one while only one such meeting of theirs is on, is in that."""
    found = []
    for person in event.people if event.kind == "join" else ():
        rows = await session.rows("short_links_at", event.tenant, person, event.at) if person and person not in seen else []
        if len(rows) == 1:
            meeting = MeetingId(rows[0]["meeting_id"])
            await session.run("learn_thread", event.tenant, person, meeting, part)
            found.append((person, meeting))
    return found


async def covered(hands: Hands, session: Session, known: Known, meeting: Meeting) -> None:
    """A topic was ticked off, in the open transaction, which holds the person: a good moment to suggest what is due."""
    if await session.row("call", known.tenant, known.person, meeting.id) is not None:
        await look(hands, session, known, meeting, "covered")


async def heard(hands: Hands, tenant: TenantId, person: PersonId, meeting_id: MeetingId, spoken: Sequence[Spoken]) -> None:
    """Words of a call that runs, in the order of their beginnings, in seconds from its start: only where a transcript is played,
    since no live words can be had. Words that came before change nothing."""

    def listen(live: Live, found: Told, rules: Rules) -> Live:
        for words in spoken:
            live = coached(live, found, rules, words)
        return live

    async with hands.database.transaction(tenant) as session:
        held = await held_call(hands, session, tenant, person, meeting_id)
        if held is not None:
            await look(hands, session, *held, change=listen)


async def lost_looks(session: Session, known: Known, slot: int, now: datetime) -> list[Wake]:
    """Calls whose wake was lost are looked at by another."""
    rows = await session.rows("calls_to_look_at", known.tenant, known.person, now - OVERDUE)
    who = (known.tenant, known.person)
    return [call_wake(*who, MeetingId(row["meeting_id"]), row["look_at"], f"s{slot}") for row in rows]
