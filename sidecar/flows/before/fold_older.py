"""An older card of a meeting becomes one line, once a newer one stands in the chat because the person asked for it."""

from __future__ import annotations

import structlog

from sidecar.domain.meetings.delivery import ON_DEMAND
from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.errors import Refused
from sidecar.flows.before.make_card import make_folded
from sidecar.flows.chat import speak
from sidecar.flows.hands import Hands
from sidecar.flows.known import known_person, meeting_of

log = structlog.get_logger()


async def fold_older(hands: Hands, tenant: TenantId, person: PersonId, meeting_id: MeetingId, activity_id: str) -> None:
    """Fold one message, unless it is the one that follows the meeting again. Raises Retryable where Teams cannot now."""
    async with hands.database.transaction(tenant) as session:
        known = await known_person(hands, session, tenant, person)
        row = await session.row("meeting", tenant, person, meeting_id)
        is_current = await session.row("delivery_of_activity", tenant, person, activity_id) is not None
    if known is None or not known.is_watched or row is None or is_current:
        return
    try:
        await speak.edit(hands, known, activity_id, make_folded(known, meeting_of(row), ON_DEMAND))
    except Refused as error:
        log.info("older_card_left", why=str(error))
