"""Something a person said may concern any coming meeting: everything planned is looked at anew."""

from __future__ import annotations

from sidecar.domain.meetings.meeting import MeetingId
from sidecar.domain.meetings.wake import refresh_wake
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.flows.watching.read_calendar import wakes_for
from sidecar.store.database import Session


async def plan_anew(hands: Hands, session: Session, known: Known, but: MeetingId | None = None) -> None:
    """Arm every coming meeting of the person anew in the open transaction, which holds the person.

    `but`: the meeting whose card has just been redrawn; nothing is edited for it.
    """
    fresh = await known_person(hands, session, known.tenant, known.person) or known
    for row in await session.rows("touch_meetings", known.tenant, known.person, hands.clock()):
        meeting_id = MeetingId(row["meeting_id"])
        wakes = [refresh_wake(known.tenant, known.person, meeting_id, row["revision"])] if meeting_id != but else []
        stored = await session.row("meeting", known.tenant, known.person, meeting_id)
        if stored is not None and not stored["is_gone"]:
            wakes += await wakes_for(hands, session, fresh, meeting_of(stored), row["revision"])
        await hands.arm(session, wakes)
