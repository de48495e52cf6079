"""The first message: once for each person, by a job, so that one that Teams would not take is tried again."""

from __future__ import annotations

import structlog

from sidecar.domain.cards.message_cards import welcome_card
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.flows.before.make_card import Shown
from sidecar.flows.chat import speak
from sidecar.flows.hands import Hands
from sidecar.flows.known import known_person
from sidecar.teams.notifications import Gone, Unsure

log = structlog.get_logger()


async def welcome(hands: Hands, tenant: TenantId, person: PersonId) -> None:
    """Say what comes, how to change it, what to write and what is never done; once, and to nobody who is not watched.

    Claimed before it is said, so that what may have arrived is not said again. Raises Retryable where it surely did not arrive.
    """
    async with hands.database.transaction(tenant) as session:
        claimed = await session.row("claim_welcome", tenant, person, hands.clock())
        known = await known_person(hands, session, tenant, person)
    if claimed is None or known is None:
        return
    card = welcome_card(known.words, known.preferences)
    try:
        await speak.send(hands, known, Shown(card=card, summary=known.words.say("bot-welcome-summary")))
    except Unsure as error:
        log.info("welcome_unsure", why=str(error))
    except Exception as error:
        async with hands.database.transaction(tenant) as session:
            await session.run("release_welcome", tenant, person)
        if not isinstance(error, Gone):
            raise
        log.info("welcome_unsaid")
