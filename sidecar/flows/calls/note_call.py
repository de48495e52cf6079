"""What Teams tells of a call is kept, each thing once, and followed for everybody of ours whose meeting it is."""

from __future__ import annotations

import structlog

from sidecar.domain.calls.call_event import CallEvent
from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import call_wake
from sidecar.flows.calls.follow_call import follow_told, whose_call
from sidecar.flows.hands import Hands
from sidecar.store.database import AWAY, Session

log = structlog.get_logger()


async def note_call(hands: Hands, event: CallEvent) -> bool:
    """Keep it, and have every call under this link looked at. False where nobody of that tenant has the bot: then nothing may
    be kept."""
    async with hands.database.transaction(event.tenant) as session:
        row = await session.row("has_people", event.tenant)
        if row is None or not row["has_people"]:
            return False
        for person in event.people or (PersonId(""),):
            await session.run("note_call", event.tenant, event.thread, event.kind, event.at, person, event.teams_id)
        whom = await whose_call(session, event)
        told = f"{event.kind}:{event.at.isoformat()}:{'+'.join(event.people)[:200]}"
        now = hands.clock()
        await hands.arm(session, [call_wake(event.tenant, person, meeting, now, told) for person, meeting in whom])
        for person, meeting in whom:
            await _follow(hands, session, event.tenant, person, meeting)
    return True


async def _follow(hands: Hands, session: Session, tenant: TenantId, person: PersonId, meeting: MeetingId) -> None:
    """In the same transaction, since every commit that tells a panel waits for all others; what fails is left to the wake."""
    try:
        async with session.connection.transaction():
            await follow_told(hands, session, tenant, person, meeting)
    except AWAY:
        raise
    except Exception as error:  # what Teams told must be kept, whatever we make of it
        log.error("call_not_followed", exc_info=error)


async def calls_in(session: Session, tenant: TenantId, thread: str) -> list[CallEvent]:
    """What happened in the calls of one meeting chat, the oldest first."""
    rows = await session.rows("call_events", tenant, thread)
    return [
        CallEvent(
            tenant=tenant,
            thread=row["thread_id"],
            kind=row["kind"],
            at=row["happened_at"],
            people=(PersonId(row["person_id"]),) if row["person_id"] else (),
            teams_id=row["teams_id"],
        )
        for row in rows
    ]
