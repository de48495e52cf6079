"""After a restore: what the program had sent between the backup and its end is counted as sent, so nothing comes twice.

No program can ask Teams what stands in a chat. What a plan had due before the program ended had been sent by then; what falls due
after that nobody has sent. So the calendar is read first, for it holds what was booked since the backup, and each plan tells
which is which.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog

from sidecar.domain.meetings.delivery import round_of
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.meetings.plan import Moment, end_of_quiet_hours, is_quiet
from sidecar.errors import Refused, Retryable
from sidecar.flows.before.deliveries import delivered
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.flows.watching.plan_meeting import moments_of
from sidecar.flows.watching.read_calendar import AHEAD, read_calendar
from sidecar.graph.client import GraphError
from sidecar.store.database import Session

log = structlog.get_logger()
MOST_WAITS = 8
"""So often absence and quiet hours may follow on each other before a card comes."""
RESTORED = "restored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """`unread`: people whose calendar could not be read, of whom only what the backup holds is known."""

    people: int
    sent: int
    unread: int


async def count_as_sent(hands: Hands, stopped_at: datetime) -> Counted:
    """Before the restored program is started: no message before a meeting that was due by `stopped_at` is sent any more, in any
    tenant.

    Not counted, so they may come once more: the welcome, the first card after it, and the card of a call, of which no plan says
    when they were due (docs/operate/backups.md).
    """
    async with hands.database.directory() as session:
        tenants = [TenantId(row["tenant_id"]) for row in await session.rows("tenants")]
    people = sent = unread = 0
    for tenant in tenants:
        async with hands.database.transaction(tenant) as session:
            rows = [row for row in await session.rows("people", tenant) if row["is_watched"]]
        for row in rows:
            person = PersonId(row["person_id"])
            unread += row["problem_at"] is not None or not await _is_read(hands, tenant, person)
            sent += await _count_for(hands, tenant, person, stopped_at)
        people += len(rows)
    log.info("counted_as_sent", people=people, count=sent, unread=unread)
    return Counted(people=people, sent=sent, unread=unread)


async def _is_read(hands: Hands, tenant: TenantId, person: PersonId) -> bool:
    try:
        await read_calendar(hands, tenant, person, is_asked=True)
    except (Retryable, Refused, GraphError) as error:
        log.warning("card_from_stored_calendar", error=type(error).__name__)
        return False
    return True


async def _count_for(hands: Hands, tenant: TenantId, person: PersonId, stopped_at: datetime) -> int:
    """How many messages of a person's coming meetings are counted as sent now."""
    now, count = hands.clock(), 0
    async with hands.database.transaction(tenant) as session:
        await session.row("lock_person", tenant, person)
        known = await known_person(hands, session, tenant, person)
        if known is None:
            return 0
        for row in await session.rows("meetings_between", tenant, person, now, now + AHEAD):
            if not row["is_gone"]:
                count += await _count_of(session, known, row, stopped_at, now)
    return count


async def _count_of(session: Session, known: Known, row: Mapping[str, Any], stopped_at: datetime, now: datetime) -> int:
    meeting, count = meeting_of(row), 0
    verdict = known.verdict_while_it_lasts(meeting, now)
    plan = await moments_of(session, known, meeting, verdict, now)
    moments = [one for one in plan if _was_sent(known, one, meeting.created_at, stopped_at)]
    current = round_of(await delivered(session, known.tenant, known.person, meeting.id)) if moments else 1
    for one in moments:
        count += await session.run(
            "count_as_sent", known.tenant, known.person, meeting.id, one.kind, current, one.due_at, meeting.start_at, RESTORED
        )
    return count


def _was_sent(known: Known, moment: Moment, booked_at: datetime | None, stopped_at: datetime) -> bool:
    """Whether the program was there when this was to be sent: not before it was booked, and absence and quiet hours put off what
    falls into them."""
    at = max(moment.due_at, booked_at or moment.due_at)
    for _ in range(MOST_WAITS):
        absence = known.away(at)
        if absence is not None and absence.until_at > at:
            at = absence.until_at
        elif is_quiet(at, known.there(at).preferences):
            at = end_of_quiet_hours(at, known.there(at).preferences)
        else:
            break
    return at <= stopped_at and at < moment.until
