"""Counts that colleagues share with each other: who met a client, as numbers, and only for those who switched it on."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sidecar.domain.meetings.client import everybody
from sidecar.domain.meetings.meeting import Meeting, PersonId, TenantId
from sidecar.domain.people.colleagues import Colleagues
from sidecar.flows.known import Known
from sidecar.store.database import Session

LOOK_BACK: Final = timedelta(days=365)


async def note_sharing(session: Session, tenant: TenantId, person: PersonId, on: bool) -> None:
    """Switch on or off that colleagues see counts, in a transaction that holds the person. Off is at once: nothing of theirs
    counts, and nothing is kept for it."""
    await session.run("share_counts", tenant, person, on)
    if not on:
        await session.run("forget_met", tenant, person)


async def colleagues_who_met(
    session: Session, known: Known, meeting: Meeting, organisation: str | None, now: datetime
) -> Colleagues | None:
    """How many colleagues met this organisation in the last twelve months; None where none of those who share did."""
    if organisation is None:
        return None
    sharing = await session.row("do_colleagues_share", known.tenant, known.person)
    if not (sharing and sharing["they_do"]):
        return None  # so it is nearly everywhere, and counting costs each card several times as much as knowing that
    addresses = [address for one in everybody(meeting) if (address := one.address.lower()) not in known.corrections.wrong_people]
    row = await session.row(
        "colleagues_who_met", known.tenant, known.person, organisation, addresses, now, now - LOOK_BACK
    )  # fmt: skip
    if row is None or row["latest"] is None:
        return None
    return Colleagues(
        sharing=row["sharing"], met=row["met"], met_these=row["met_these"], latest=row["latest"], counted_at=now
    )  # fmt: skip


async def keep_what_is_shared(session: Session, tenant: TenantId, before: datetime, now: datetime) -> None:
    """Before the meetings that ended `before` are let go of, keep who was met and in which month, for twelve months."""
    await session.run("keep_met", tenant, before)
    await session.run("sweep_met", tenant, now - LOOK_BACK - timedelta(days=31))
