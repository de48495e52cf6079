"""The first message: once for each person, by a job, so that one that Teams would not take is tried again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog

from sidecar.domain.cards.message_cards import welcome_card
from sidecar.domain.meetings.first_week import put_off
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.meetings.wake import first_card_wake, welcome_wake
from sidecar.errors import Retryable
from sidecar.flows.before.make_card import Shown
from sidecar.flows.chat import speak
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person
from sidecar.store.database import Session
from sidecar.teams.notifications import Gone, Unsure

log = structlog.get_logger()
LOOK_AGAIN = timedelta(seconds=1)
WAIT_FOR_CALENDAR = timedelta(minutes=10)
"""A calendar that cannot be read by then is closed to us: a welcome that nobody waits for comes, and a sample."""
A_LITTLE_EARLY = timedelta(minutes=1)
"""A wake may fire before its instant, by the length of the transaction that stored it."""
IF_DEAD = timedelta(seconds=45)
"""A worker that dies between the welcome and what follows it is made up for after so long."""


async def welcome(hands: Hands, tenant: TenantId, person: PersonId) -> None:
    """Say what comes, how to change it, what to write and what is never done; once, and to nobody who is not watched.

    Of a roll-out nobody is welcomed before their turn, outside of their work, or while they are away. Claimed before it is said,
    so that what may have arrived is not said again. Raises Retryable where it surely did not arrive.
    """
    async with hands.database.transaction(tenant) as session:
        known = await _claim(hands, session, tenant, person)
    if known is None:
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
        return
    async with hands.database.transaction(tenant) as session:
        await _arm_first_card(hands, session, known, timedelta())


async def hurry_welcome(hands: Hands, session: Session, tenant: TenantId, person: PersonId) -> None:
    """The person has written before their turn came: the welcome comes now."""
    row = await session.row("hurry_welcome", tenant, person)
    if row is not None:
        await hands.arm(session, [welcome_wake(tenant, person, f"here-{row['notices']}")])


async def _claim(hands: Hands, session: Session, tenant: TenantId, person: PersonId) -> Known | None:
    """Whom to welcome now; None where it was done, is not yet to be, or never."""
    now = hands.clock()
    row = await session.row("person", tenant, person)
    known = await known_person(hands, session, tenant, person)
    if row is None or known is None or row["welcomed_at"] is not None:
        return None
    if (later := _later(hands, row, known, now)) is not None:
        if later != row["welcome_due_at"]:
            await session.run("put_off_welcome", tenant, person, later)
            await hands.arm(session, [welcome_wake(tenant, person, "put-off", later)])
        return None
    if await session.row("claim_welcome", tenant, person, now) is None:
        return None
    await _arm_first_card(hands, session, known, IF_DEAD)
    return known


def _later(hands: Hands, row: Mapping[str, Any], known: Known, now: datetime) -> datetime | None:
    """When it is the turn of somebody who waits for no welcome; None: now. Raises Retryable until their calendar, which tells of
    holidays, was read for the first time."""
    due_at: datetime | None = row["welcome_due_at"]
    if due_at is None:
        return None
    if due_at > now + A_LITTLE_EARLY:
        return due_at
    if row["calendar_read_at"] is None and row["problem_at"] is None and now < due_at + WAIT_FOR_CALENDAR:
        raise Retryable("the calendar is not read yet", LOOK_AGAIN)
    return when_back(hands, known, max(now, due_at))


def when_back(hands: Hands, known: Known, at: datetime) -> datetime | None:
    """When somebody who waits for nothing may be written to instead of at an instant: in the hours of work after it, or after the
    absence in which it lies; None: then."""
    absence = known.away(at)
    if absence is None:
        return put_off(known.person, at, hands.welcome_within, known.preferences)
    return put_off(known.person, absence.until_at, hands.welcome_within, known.preferences) or absence.until_at


async def _arm_first_card(hands: Hands, session: Session, known: Known, after: timedelta) -> None:
    if hands.has_first_week:
        await hands.arm(session, [first_card_wake(known.tenant, known.person, hands.clock(), after)])
