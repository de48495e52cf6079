"""Who may see whose cards: nobody but their owner, until the owner says otherwise; and each card that is seen is noted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog

from sidecar.domain.cards.colleague_cards import grants_card, seen_card
from sidecar.domain.meetings.coming import NAMED_IN_FULL, likeness
from sidecar.domain.meetings.delivery import ON_DEMAND
from sidecar.domain.meetings.meeting import PersonId
from sidecar.domain.wording.card_parts import literal
from sidecar.errors import Refused
from sidecar.flows.before.make_card import make_card, make_notice
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person
from sidecar.flows.trust.note_seen import note_card_seen
from sidecar.flows.watching.coming_meetings import coming_meetings
from sidecar.store.database import Session

log = structlog.get_logger()
Card = Mapping[str, Any]


async def grant_cards(hands: Hands, session: Session, known: Known, colleague: Mapping[str, Any]) -> Card:
    """From now on this colleague may see the person's cards."""
    await session.run("grant_cards", known.tenant, known.person, colleague["person_id"], hands.clock())
    log.info("cards_granted")
    who = literal(colleague["name"] or colleague["address"], 40, 4)
    return await who_sees(session, known, known.words.say("grant-noted", who=who))


async def end_grant(session: Session, known: Known, colleague: str) -> Card:
    """From now on they may not. Raises Refused where they did not."""
    if not await session.run("end_grant", known.tenant, known.person, colleague):
        raise Refused(known.words.say("grant-never"))
    log.info("cards_granted_no_more")
    return await who_sees(session, known, known.words.say("grant-ended"))


async def end_grant_of(session: Session, known: Known, who: str) -> Card:
    """The same by name; whoever is called only nearly so is shown with the end of it. Raises Refused where nobody called so may,
    or several of them."""
    rows = await session.rows("granted_to", known.tenant, known.person)
    scored = [(_score(who, row), row) for row in rows]
    best = max((score for score, _ in scored), default=0)
    found = [row for score, row in scored if score == best]
    if not best:
        raise Refused(known.words.say("grant-never"))
    if best < NAMED_IN_FULL:
        return await who_sees(session, known)
    if len(found) > 1:
        names = known.words.listed([literal(one["address"], 60, 3) for one in found[:4]])
        raise Refused(known.words.say("handover-which", names=names))
    return await end_grant(session, known, found[0]["colleague_id"])


async def who_sees(session: Session, known: Known, note: str = "") -> Card:
    """Who may, each with the end of it."""
    rows = await session.rows("granted_to", known.tenant, known.person)
    return grants_card([(row["colleague_id"], row["name"] or row["address"]) for row in rows], known.words, note)


async def see_card_of(hands: Hands, session: Session, known: Known, who: str) -> Card:
    """The next card of somebody who allowed it, without taps. Nobody learns whether there is one of anybody else's.

    Raises Refused without that leave.
    """
    rows = [row for row in await session.rows("granted_by", known.tenant, known.person) if _score(who, row) >= NAMED_IN_FULL]
    owner = await known_person(hands, session, known.tenant, PersonId(rows[0]["person_id"])) if len(rows) == 1 else None
    if owner is None:
        raise Refused(known.words.say("grant-not-given", who=literal(who, 60, 6)))
    ahead = await coming_meetings(hands, session, owner)
    name = owner.name or owner.address
    if not ahead.coming:
        return make_notice(known.words, known.words.say("grant-none-coming", who=literal(name, 40, 4)))
    meeting, now = ahead.coming[0].meeting, hands.clock()
    if await session.row("note_view", known.tenant, owner.person, known.person, meeting.id, now) is None:
        raise Refused(known.words.say("grant-not-given", who=literal(who, 60, 6)))
    await note_card_seen(session, known.tenant, known.person, owner.person, now)
    log.info("card_seen_by_leave")
    shown = await make_card(session, owner, meeting, owner.verdict_while_it_lasts(meeting, now), kind=ON_DEMAND, now=now)
    return seen_card(shown.card, name, known.words)


async def is_somebodys_name(session: Session, known: Known, who: str) -> bool:
    """Whether a colleague, or whoever lets this person see their cards, is called so: “today's cards” are nobody's."""
    rows = [
        *await session.rows("granted_by", known.tenant, known.person),
        *await session.rows("watched_colleagues", known.tenant, known.person),
    ]
    return any(_score(who, row) >= NAMED_IN_FULL for row in rows)


def _score(who: str, row: Mapping[str, Any]) -> int:
    return likeness(who, {row["address"].lower()}, [row["name"], row["address"].partition("@")[0]])
