"""Something changed after a call: the prompt in the chat is looked at again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from sidecar.domain.meetings.meeting import MeetingId
from sidecar.domain.meetings.plan import is_quiet
from sidecar.domain.meetings.wake import Wake, follow_up_wake
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.store.database import Session

OVERDUE: Final = timedelta(minutes=10)


async def follow_up_again(hands: Hands, session: Session, known: Known, meeting: MeetingId) -> None:
    """The prompt of this call follows what was written in the open transaction; nothing where none was begun."""
    row = await session.row("touch_follow_up", known.tenant, known.person, meeting)
    if row is not None:
        await hands.arm(session, [look_wake(known, meeting, f"c{row['revision']}", hands.clock())])


async def lost_follow_ups(session: Session, known: Known, slot: int, now: datetime) -> list[Wake]:
    """Prompts whose wake was lost are looked at by another; not at night, when a wake may wait for the morning: each sweep would
    put one more beside it."""
    if is_quiet(now, known.preferences):
        return []
    rows = await session.rows("follow_ups_to_look_at", known.tenant, known.person, now - OVERDUE)
    return [look_wake(known, MeetingId(row["meeting_id"]), f"s{slot}", now) for row in rows]


def look_wake(known: Known, meeting: MeetingId, because: str, due_at: datetime) -> Wake:
    """Look at the same call again. `because` ends in a counter that rises."""
    wake = follow_up_wake(known.tenant, known.person, meeting, 0, due_at)
    return replace(wake, key=f"{wake.kind}:{known.tenant}:{known.person}:{meeting}:{because}")
