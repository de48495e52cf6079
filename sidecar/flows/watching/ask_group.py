"""Where the administrator named a group, only its members are watched: the directory is asked, never guessed."""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog

from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.wording.card_parts import LOCK_SCREEN, literal
from sidecar.errors import Retryable
from sidecar.flows.before.make_card import Shown, make_notice
from sidecar.flows.chat import speak
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person
from sidecar.graph.client import GraphError
from sidecar.teams.notifications import Gone

log = structlog.get_logger()
ASK_EVERY = timedelta(hours=23)
"""So that somebody who left the group is not watched for a whole day more."""
ASK_AGAIN_AFTER = timedelta(minutes=10)


def is_ask_due(hands: Hands, is_member: bool, asked_at: datetime | None) -> bool:
    """Whether the directory is to be asked about somebody; without a group, whoever waits outside comes in."""
    if not hands.people_group:
        return not is_member
    return asked_at is None or hands.clock() - asked_at >= ASK_EVERY


async def ask_group(hands: Hands, tenant: TenantId, person: PersonId) -> None:
    """Ask whether somebody who has the bot is in the group, where that is due, and keep the answer.

    Raises Retryable where there was none: then nobody's membership changes, and who was never in it stays outside.
    """
    async with hands.database.transaction(tenant) as session:
        row = await session.row("person", tenant, person)
    if row is None or not row["is_installed"] or not is_ask_due(hands, row["membership"] == "member", row["group_asked_at"]):
        return
    try:
        is_member = not hands.people_group or await hands.groups.has_member(hands.people_group, person)
    except GraphError as error:
        async with hands.database.transaction(tenant) as session:
            await session.run("set_problem", tenant, person, f"{error.status} {error.code}")
        raise Retryable(str(error), ASK_AGAIN_AFTER) from error
    async with hands.database.transaction(tenant) as session:
        await session.run("set_membership", tenant, person, "member" if is_member else "outsider", hands.clock())


async def tell_outsider(hands: Hands, tenant: TenantId, person: PersonId) -> bool:
    """Say once, in the chat, why there are no cards and whom to ask. False where the chat is gone.

    Raises Retryable where Teams cannot answer now.
    """
    async with hands.database.transaction(tenant) as session:
        row = await session.row("person", tenant, person)
        known = await known_person(hands, session, tenant, person)
    if row is None or known is None or row["told_outside_at"] is not None:
        return True
    text = _why_outside(known)
    try:
        await speak.send(
            hands, known, Shown(card=make_notice(known.words, text), summary=literal(text, LOCK_SCREEN, LOCK_SCREEN))
        )
    except Gone:
        return False
    async with hands.database.transaction(tenant) as session:
        await session.run("mark_told_outside", tenant, person, hands.clock())
    return True


async def why_not_watched(hands: Hands, tenant: TenantId, person: PersonId) -> str | None:
    """What to answer to somebody who has the bot and is not watched; None for whoever is."""
    async with hands.database.transaction(tenant) as session:
        row = await session.row("person", tenant, person)
        known = await known_person(hands, session, tenant, person)
    if row is None or known is None or known.is_watched:
        return None
    return known.words.say("bot-group-asking") if row["membership"] == "unasked" else _why_outside(known)


def _why_outside(known: Known) -> str:
    """Nobody is told that their calendar was not looked at when it was."""
    return known.words.say("bot-group-outside" if known.calendar_read_at is None else "bot-group-left")
