"""Promises put into the person's own To Do: each once, whatever happens on the way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import structlog

from sidecar.domain.cards.card_lines import subject_of
from sidecar.domain.cards.followup_lines import HELD
from sidecar.domain.followups.followup import OneToOne
from sidecar.domain.followups.ledger import Owed
from sidecar.domain.followups.own_words import as_its_owner_reads
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.meetings.plan import Preferences
from sidecar.domain.times.instant import written
from sidecar.domain.times.localtime import instant
from sidecar.domain.wording.reason import Reason
from sidecar.errors import Refused
from sidecar.flows.followups.follow_up_times import hold_time
from sidecar.flows.followups.ledger import change_owed, owed_by_id
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.graph.client import GraphError
from sidecar.graph.tasks import Task
from sidecar.graph.writing import ItemGone, NotAllowed

log = structlog.get_logger()
LONGEST_TITLE = 200
REMIND_BEFORE_END = timedelta(hours=1)


async def put_tasks(hands: Hands, known: Known, meeting: Meeting, alone: Sequence[OneToOne]) -> None:
    """Put every task, and hold every time, that the person asked for. `alone`: who may be spoken with alone. Raises Retryable
    where Graph cannot answer now: then the same again finds what was made. What Graph refuses for good is said on the card."""
    async with hands.database.transaction(known.tenant) as session:
        row = await session.row("follow_up", known.tenant, known.person, meeting.id)
        wanted = [key for key, state in (row["tasks"] if row else {}).items() if state == "wanted"]
        owed = [one for key in wanted if (one := await owed_by_id(session, known, key)) is not None]
    await _hold_times(hands, known, meeting, alone, wanted)
    for one in owed:
        problem = await _put(hands, known, task_of(one, meeting, known, hands.tab, hands.clock()))
        async with hands.database.transaction(known.tenant) as session:
            await session.row("lock_person", known.tenant, known.person)
            held = {"key": problem.key, "args": dict(problem.args)} if problem else None
            state = "" if problem else "made"
            await session.run("settle_task", known.tenant, known.person, meeting.id, one.id, state, held)
            if not problem:
                await change_owed(session, known, one.id, task=one.id)


async def _hold_times(hands: Hands, known: Known, meeting: Meeting, alone: Sequence[OneToOne], wanted: Sequence[str]) -> None:
    for one in alone:
        name = f"{HELD}{one.address}"
        if name not in wanted:
            continue
        held = await hold_time(hands, known, meeting, one)
        why = {"key": held.key, "args": dict(held.args)} if isinstance(held, Reason) else None
        state = "" if isinstance(held, Reason) else written(held)
        async with hands.database.transaction(known.tenant) as session:
            await session.run("settle_task", known.tenant, known.person, meeting.id, name, state, why)


async def _put(hands: Hands, known: Known, task: Task) -> Reason | None:
    try:
        await hands.tasks.put(known.person, task)
    except NotAllowed as error:
        return Reason(key="followup-task-not-allowed", args={"name": error.permission})
    except ItemGone as error:
        return Reason(key="followup-task-no-mailbox" if error.is_mailbox else "followup-task-refused")
    except (GraphError, Refused) as error:
        log.warning("task_refused", why=type(error).__name__)
        return Reason(key="followup-task-refused")
    return None


def task_of(one: Owed, meeting: Meeting, known: Known, tab: str, now: datetime) -> Task:
    """The task of a promise: its words, its day, a reminder, and the way back."""
    title = " ".join(as_its_owner_reads(one).split())
    title = title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"
    subject = subject_of(meeting, known.words)
    day = known.words.day(meeting.start_at, known.preferences.zone)
    note = known.words.say("followup-task-note", subject=subject, day=day)
    return Task(
        key=one.id, title=title, note=f"{known.words.quoted(one.quote)}\n{note}" if one.quote else note, due_on=one.due_on,
        remind_at=remind_at(one, known.preferences, now), zone=known.preferences.zone,
        link=f"{tab}?tenantId={known.tenant}" if tab else "", shown=subject,
    )  # fmt: skip


def remind_at(one: Owed, preferences: Preferences, now: datetime) -> datetime | None:
    """The morning of its day, as the person's own work begins; an hour before it ends where that morning is past. None without
    a day, and on a day that is over: a reminder of a date that nobody named would be invented."""
    if one.due_on is None:
        return None
    morning_at = instant(datetime.combine(one.due_on, preferences.work_from), preferences.zone).instant_at
    evening_at = instant(datetime.combine(one.due_on, _last(preferences.work_until)), preferences.zone).instant_at
    return next((at for at in (morning_at, evening_at) if at > now.astimezone(ZoneInfo("UTC"))), None)


def _last(until: time) -> time:
    return (datetime.combine(datetime.min.date() + timedelta(days=1), until) - REMIND_BEFORE_END).time()
