"""What the plan of each meeting has put into the queue, so that the sweep sees in one query where something is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import Wake
from sidecar.store.database import Session


async def note_armed(
    session: Session, tenant: TenantId, person: PersonId, planned: Mapping[MeetingId, tuple[int, Sequence[Wake]]]
) -> None:
    """Write down the wakes of meetings by the revision they were planned for; with those of no use any more gone from it, a
    wake that has fired is looked at once by the sweep and then no more."""
    if planned:
        rows = [
            {"meeting": meeting, "revision": revision, "wakes": [wake.key for wake in wakes]}
            for meeting, (revision, wakes) in planned.items()
        ]
        await session.run("note_armed", tenant, person, rows)
