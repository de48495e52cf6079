"""What a card will ask of the database, so that one round trip answers all of it; what is missing here is asked alone, later."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sidecar.domain.apps.tech_check import DEVICES
from sidecar.domain.followups.ledger import STATES
from sidecar.domain.meetings.client import Verdict, everybody, organisations_in
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.meetings.meeting_options import is_readable
from sidecar.flows.before.asides import READ_AHEAD, RHYTHM_OF
from sidecar.flows.known import NEIGHBOURS, Known
from sidecar.store.database import Session

Asks = list[tuple[Any, ...]]


def asks_of_person(tenant: TenantId, person: PersonId, meeting: MeetingId) -> Asks:
    """Who it is, and the meeting with what was sent for it; the person is to be held already."""
    return [
        ("lock_meeting", tenant, person, meeting), ("person", tenant, person), ("organisation", tenant),
        ("corrections", tenant, person), ("deliveries", tenant, person, meeting),
    ]  # fmt: skip


async def held_meeting(session: Session, tenant: TenantId, person: PersonId, meeting: MeetingId) -> Any | None:
    """The row of the meeting, which is locked; what else would be asked of that row is known then."""
    row = await session.row("lock_meeting", tenant, person, meeting)
    session.knows(("timed_at", tenant, person, meeting), [row] if row else [])
    return row


def asks_of_card(known: Known, meeting: Meeting, verdict: Verdict, now: datetime) -> Asks:
    """What its plan and its brief rest on."""
    who, which = (known.tenant, known.person), (known.tenant, known.person, meeting.id)
    client, addresses = verdict.client_domain, [one.address.lower() for one in everybody(meeting)]
    asks: Asks = [
        ("meetings_between", *who, meeting.start_at - NEIGHBOURS, meeting.end_at + NEIGHBOURS),
        ("evidence_of", *who, addresses),
        ("deck", *which),
        ("checks_of", *who, meeting.end_at, list(DEVICES)),
        ("ticks_of", *which),
        ("last_lesson", *who, client or "", meeting.start_at),
        ("impression_of", *which),
    ]
    if client is not None:
        asks.append(("met_before", *who, client, meeting.start_at))
        asks.append(("do_colleagues_share", *who))
    if client:
        asks.append(("answers_of_client", *who, client))
    if meeting.series_id:
        asks.append(("coming_in_series", *who, meeting.series_id, meeting.start_at))
        asks.append(("starts_in_series", *who, meeting.series_id, now - RHYTHM_OF, now + READ_AHEAD))
    if is_readable(meeting):
        asks.append(("online_meeting", *which))
    for organisation in organisations_in(meeting, verdict, known.ours, known.corrections):
        asks += [("promises", *who, list(STATES), organisation), ("dossier", known.tenant, organisation)]
    return asks
