"""What Teams tells of a call is kept, each thing once; whoever needs it reads it by the meeting's chat."""

from __future__ import annotations

from sidecar.domain.call_event import CallEvent
from sidecar.domain.meeting import PersonId, TenantId
from sidecar.flows.hands import Hands
from sidecar.store.database import Session


async def note_call(hands: Hands, event: CallEvent) -> bool:
    """Keep it; False where nobody of that tenant has the bot, and so nothing may be kept."""
    async with hands.database.transaction(event.tenant) as session:
        row = await session.row("has_people", event.tenant)
        if row is None or not row["has_people"]:
            return False
        for person in event.people or (PersonId(""),):
            await session.run("note_call", event.tenant, event.thread, event.kind, event.at, person, event.teams_id)
    return True


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
