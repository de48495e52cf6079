"""The first message: once for each person, by a job, so that one that Teams would not take is tried again."""

from __future__ import annotations

import structlog

from sidecar.domain.meeting import PersonId, TenantId
from sidecar.domain.message_cards import welcome_card
from sidecar.flows import speak
from sidecar.flows.hands import Hands
from sidecar.flows.known import known_person
from sidecar.flows.make_card import Shown
from sidecar.teams.notifications import Gone

log = structlog.get_logger()


async def welcome(hands: Hands, tenant: TenantId, person: PersonId) -> None:
    """Say what comes, how to change it, what to write and what is never done; once, and to nobody who is not watched.

    Raises Retryable where Teams cannot answer now.
    """
    async with hands.database.transaction(tenant) as session:
        row = await session.row("person", tenant, person)
        known = await known_person(hands, session, tenant, person)
    if row is None or known is None or not known.is_watched or row["welcomed_at"] is not None:
        return
    card = welcome_card(known.words, known.preferences)
    try:
        await speak.send(hands, known, Shown(card=card, summary=known.words.say("bot-welcome-summary")))
    except Gone:
        log.info("welcome_unsaid")
        return
    async with hands.database.transaction(tenant) as session:
        await session.run("mark_welcomed", tenant, person, hands.clock())
