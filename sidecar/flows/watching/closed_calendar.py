"""A calendar that is closed to us: its owner alone is concerned, is told once, and is asked for again at a slow pace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog

from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.meetings.plan import is_quiet
from sidecar.domain.wording.card_parts import LOCK_SCREEN, literal
from sidecar.errors import Refused, Retryable
from sidecar.flows.before.make_card import Shown, make_notice
from sidecar.flows.chat import speak
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person
from sidecar.graph.client import GraphError
from sidecar.store.database import Database, Session
from sidecar.teams.notifications import Gone, Unsure

log = structlog.get_logger()
ASK_AGAIN_AFTER: Final = timedelta(hours=1)
"""How long a closed calendar is left alone; the sweep asks again."""
LASTS_FROM: Final = timedelta(minutes=50)
"""A refusal that was seen before is no accident of a consent that is still being given."""
TOLD_FOR: Final = timedelta(days=7)
"""Whoever loses and regains the permission again and again is told once in so long."""
CLOSED: Final = frozenset((401, 403, 404))
"""What Graph answers where we may not see a calendar, or where there is none."""
OWNER_UNKNOWN: Final = "OwnerUnknown"
"""Our own word: the calendar is open, but nothing says whose it is."""


async def note_closed(hands: Hands, tenant: TenantId, person: PersonId, error: GraphError) -> None:
    """Graph refuses this person's calendar: keep what it said, since when, and when it was last asked."""
    async with hands.database.transaction(tenant) as session:
        await session.run("note_closed", tenant, person, f"{error.status} {error.code}", hands.clock())
    log.warning("calendar_closed", status=error.status)


async def tell_closed(hands: Hands, tenant: TenantId, person: PersonId, error: GraphError) -> None:
    """Say once, in the chat, that the calendar is closed to us, where that lasts and concerns this person alone.

    Not in the quiet hours: the next refusal after them says it. Where nobody's calendar of the tenant can be read any more it
    is the administrator who must act, whom `companion doctor` tells.
    """
    if error.status not in CLOSED or error.code == OWNER_UNKNOWN:
        return
    async with hands.database.transaction(tenant) as session:
        known = await known_person(hands, session, tenant, person)
        if known is None or not await _is_to_be_told(hands, session, known):
            return
    text = known.words.say("bot-calendar-closed")
    try:
        await speak.send(
            hands, known, Shown(card=make_notice(known.words, text), summary=literal(text, LOCK_SCREEN, LOCK_SCREEN))
        )
    except (Gone, Unsure):
        return
    except (Refused, Retryable) as refused:
        log.warning("closed_not_told", error=type(refused).__name__)
        async with hands.database.transaction(tenant) as session:
            await session.run("release_telling", tenant, person)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedFor:
    """How many calendars Graph refuses for one reason, and since when the first of them."""

    why: str
    people: int
    since: datetime


async def closed_calendars(database: Database) -> list[ClosedFor]:
    """The calendars that are closed to us in all tenants, by reason; nobody is named."""
    async with database.directory() as session:
        tenants = [TenantId(row["tenant_id"]) for row in await session.rows("tenants")]
    found: dict[str, ClosedFor] = {}
    for tenant in tenants:
        async with database.transaction(tenant) as session:
            for row in await session.rows("closed_calendars", tenant):
                one = found.get(row["problem"]) or ClosedFor(why=row["problem"], people=0, since=row["since"])
                since = min(one.since, row["since"])
                found[one.why] = ClosedFor(why=one.why, people=one.people + row["people"], since=since)
    return sorted(found.values(), key=lambda one: -one.people)


async def _is_to_be_told(hands: Hands, session: Session, known: Known) -> bool:
    """Whether to tell them now; then this is the one that does."""
    row, now = await session.row("person", known.tenant, known.person), hands.clock()
    if row is None or row["problem_at"] is None or now - row["problem_at"] < LASTS_FROM or is_quiet(now, known.preferences):
        return False
    others = await session.row("has_others_open", known.tenant, known.person, row["problem_at"])
    if others is not None and others["has_others"] and not others["is_open"]:
        return False
    return await session.row("claim_telling", known.tenant, known.person, now, now - TOLD_FOR) is not None
