"""What was sent for a meeting, as the domain thinks of it."""

from __future__ import annotations

from typing import Any

from sidecar.domain.meetings.delivery import Delivered
from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.store.database import Session


async def delivered(session: Session, tenant: TenantId, person: PersonId, meeting: MeetingId) -> list[Delivered]:
    """What was sent for a meeting."""
    rows: list[Any] = await session.rows("deliveries", tenant, person, meeting)
    return [
        Delivered(
            kind=row["kind"],
            round=row["round"],
            state=row["state"],
            shown_start=row["shown_start"],
            activity_id=row["activity_id"],
            sent_at=row["sent_at"],
            card_digest=row["card_digest"],
            edited_at=row["edited_at"],
            claimed_at=row["claimed_at"],
        )
        for row in rows
    ]
