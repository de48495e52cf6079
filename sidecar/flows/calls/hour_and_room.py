"""The hour and the room of one meeting with a client, side by side, as the panel shows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sidecar.domain.briefs.brief import Brief
from sidecar.domain.cards import panel
from sidecar.domain.cards.panel import Must, Noted
from sidecar.domain.meetings.meeting import Meeting
from sidecar.flows.before.explained_line import Document
from sidecar.flows.calls.follow_call import Call, call_of
from sidecar.flows.calls.hour_document import Hour, hour_document
from sidecar.flows.calls.room_document import room_document
from sidecar.flows.known import Known
from sidecar.store.database import Session


async def hour_and_room(
    session: Session, known: Known, meeting: Meeting, brief: Brief, musts: Sequence[Must], notes: Sequence[Noted], now: datetime
) -> Document:
    """Both documents; nothing of a meeting with no client."""
    client = brief.client_domain
    if client is None:
        return {"hour": None, "room": None}
    call = await call_of(session, known, meeting, now)
    about = Hour(
        meeting=meeting, client=client, brief=brief, musts=musts, notes=notes, is_over=_is_over(meeting, call, now), now=now
    )
    return {
        "hour": await hour_document(session, known, about),
        "room": await room_document(session, known, meeting, client, brief, musts, call, now),
    }


def _is_over(meeting: Meeting, call: Call | None, now: datetime) -> bool:
    """As the call is known; by the calendar where nothing tells."""
    if call is None or call.state == "unsure":
        return panel.stage_of(meeting, now) == "over"
    return call.state in ("over", "never_started")
