"""A client goes from one of ours to another: offered, accepted with a tap, and only what the giver chose goes over.

Notes, roles and reflections are the giver's own and go only where they tick them; how a call went and the word they wanted to
leave behind never do. Until it is accepted, the offer can be taken back, and nothing has moved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import uuid4
from zoneinfo import ZoneInfo

import structlog

from sidecar.domain.cards.colleague_cards import MOVES, Offer, offer_card, offered_card, what_to_hand_card
from sidecar.domain.followups.ledger import filled, held_as
from sidecar.domain.meetings.client import organisation_of
from sidecar.domain.meetings.coming import NAMED_IN_FULL, likeness
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.meetings.plan import end_of_quiet_hours, is_quiet
from sidecar.domain.meetings.wake import answer_wake
from sidecar.domain.wording.card_parts import literal
from sidecar.errors import Refused
from sidecar.flows.before.deliver_card import day_of
from sidecar.flows.before.make_card import make_notice
from sidecar.flows.followups.ledger import owed_with, put_owed, refresh_cards_with
from sidecar.flows.followups.noted_promises import settled
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person
from sidecar.flows.relationships.relationship_store import clients_of, names_of
from sidecar.store.database import Session
from sidecar.words import Words

log = structlog.get_logger()
Card = Mapping[str, Any]
ALL_CLIENTS: Final = ""
TAPS: Final = ("accept", "decline", "take_back")
"""What `settle_offer` answers to, of the verb of these cards."""
MOST_WAITS: Final = 40
"""Absences, days without messages and nights, one after the other."""
STANDS_FOR: Final = timedelta(days=1)
"""What is kept for the chat is thrown away an hour after it was made: an offer is no answer, and is as good a day later."""


async def ask_what_to_hand(session: Session, known: Known, client: str, who: str) -> Card:
    """“Hand over Contoso to Ben”: what is to go over. Raises Refused where one of the two is nobody, or may be several."""
    taker = await colleague_called(session, known, who)
    chosen = await _client_called(session, known, client)
    offer = await _offer(session, known, taker["name"] or taker["address"], chosen, ())
    return what_to_hand_card(offer, {"client": chosen, "colleague": taker["person_id"]}, known.words)


async def colleague_called(session: Session, known: Known, who: str) -> Mapping[str, Any]:
    """The colleague called so in full who has the bot: what is given goes to nobody whose name is only like it. Raises Refused
    where nobody is, or more than one."""
    rows = list(await session.rows("watched_colleagues", known.tenant, known.person))
    scored = [(likeness(who, {one["address"].lower()}, [one["name"], one["address"].partition("@")[0]]), one) for one in rows]
    best = max((score for score, _ in scored), default=0)
    found = [one for score, one in scored if score == best >= NAMED_IN_FULL]
    if len(found) == 1:
        return dict(found[0])
    names = known.words.listed([literal(one["address"], 60, 3) for one in found[:4]])
    if found:
        raise Refused(known.words.say("handover-which", names=names))
    raise Refused(known.words.say("handover-no-colleague", who=literal(who, 60, 6)))


async def offer_client(hands: Hands, session: Session, known: Known, data: Mapping[str, str], activity_id: str) -> Card:
    """Offer it to the colleague; the card that then stands before the giver. Raises Refused."""
    client, words = data.get("client", ""), known.words
    taker = await known_person(hands, session, known.tenant, PersonId(data.get("colleague", "")))
    if taker is None or not taker.is_watched or taker.person == known.person:
        raise Refused(words.say("tap-unknown"))
    if client == ALL_CLIENTS or client not in await clients_of(session, known):
        raise Refused(words.say("handover-no-client", client=literal(client, 60, 6)))
    if await session.row("open_hand_over", known.tenant, known.person, client) is not None:
        raise Refused(words.say("handover-waits", client=literal(client, 60, 6)))
    moves = [one for one in MOVES if one in data.get("moves", "").split(",")]
    ident = await _keep_offer(hands, session, known, taker, client, moves, "owner", activity_id)
    offer = await _offer(session, known, _called(taker), client, moves)
    return offered_card(offer, ident, words)


async def offer_ledger(hands: Hands, session: Session, leaver: Known, taker: Known) -> int:
    """An administrator offers everything that somebody who has left owes, and with whom they kept in touch. How many clients.
    What they offered before and nobody answered is taken back.

    Raises Refused with the reason why not.
    """
    if leaver.person == taker.person:
        raise Refused(f"{leaver.address}: nobody takes over from themself; name another colleague with --to.")
    if leaver.is_watched:
        raise Refused(f"{leaver.address}: still has the app and hands clients over in the chat; take the app from them first.")
    if not taker.is_watched:
        raise Refused(f"{taker.address}: does not have the app, so nothing can be offered to them; install it for them first.")
    clients = await clients_of(session, leaver)
    if not clients:
        raise Refused(f"{leaver.address}: no open promise and no client is kept of them; nothing is left to hand over.")
    await session.row("lock_person", leaver.tenant, leaver.person)
    while (waits := await session.row("open_hand_over", leaver.tenant, leaver.person, ALL_CLIENTS)) is not None:
        await session.run("settle_hand_over", leaver.tenant, waits["hand_over_id"], "taken_back", hands.clock())
    await _keep_offer(hands, session, leaver, taker, ALL_CLIENTS, ["promises", "rhythm"], "administrator", "")
    return len(clients)


async def settle_offer(hands: Hands, session: Session, known: Known, data: Mapping[str, str]) -> Card:
    """Accepted or declined by the colleague, or taken back by the giver: the first tap counts. Needs a transaction that holds
    both, as `held_by_tap` names them. Raises Refused."""
    what, words = data.get("what", ""), known.words
    row = await session.row("hand_over", known.tenant, data.get("id", ""))
    whose = {"take_back": "person_id", "accept": "colleague_id", "decline": "colleague_id"}.get(what)
    if row is None or whose is None or row[whose] != known.person:
        raise Refused(words.say("tap-unknown"))
    giver = await known_person(hands, session, known.tenant, row["person_id"])
    taker = await known_person(hands, session, known.tenant, row["colleague_id"])
    if giver is None or taker is None or row["state"] != "offered":
        raise Refused(words.say("handover-settled", state=row["state"]))
    offer = await _offer(session, giver, _called(taker), row["client"], row["moves"])
    if what == "take_back":
        await session.run("settle_hand_over", known.tenant, row["hand_over_id"], "taken_back", hands.clock())
        return make_notice(words, words.say("handover-taken-back", client=literal(offer.client_name, 60, 8)))
    state = "accepted" if what == "accept" else "declined"
    await session.run("settle_hand_over", known.tenant, row["hand_over_id"], state, hands.clock())
    if state == "accepted":
        await _move(session, hands, giver, taker, row["client"], row["moves"])
    await _tell_giver(hands, session, giver, offer, state, row["message"])
    return make_notice(words, _both(words, f"handover-{state}-yours", offer))


async def held_by_tap(session: Session, tenant: TenantId, person: PersonId, data: Mapping[str, str]) -> list[PersonId]:
    """Whom a tap on a colleague's card needs held: both sides of an offer, in the one order in which everybody holds them, or two
    taps could wait for each other."""
    row = await session.row("people_of_hand_over", tenant, data.get("id", "")) if data.get("what") in TAPS else None
    both = {row["person_id"], row["colleague_id"]} if row is not None else set()
    return sorted(both) if person in both else [person]


async def tell_colleague(hands: Hands, session: Session, whom: Known, card: Card, summary: str) -> None:
    """A message of its own in somebody else's chat, at their next good moment."""
    now = hands.clock()
    wait = told_from(whom, now) - now
    args = (whom.tenant, whom.person, None, None, card, summary, now + wait + STANDS_FOR)
    row = await session.row("keep_answer", *args)
    if row is not None:
        await hands.arm(session, [answer_wake(whom.tenant, whom.person, row["answer_id"], wait)])


def told_from(whom: Known, now: datetime) -> datetime:
    """When somebody may be told what does not hurry: not out of the office, not on a day without messages, and not in the quiet
    hours of the place where they are then."""
    at = now
    for _ in range(MOST_WAITS):
        there = whom.there(at).preferences
        absence = whom.away(at)
        if absence is not None and absence.until_at > at:
            at = absence.until_at
        elif at.astimezone(ZoneInfo(there.zone)).date() in whom.corrections.muted_days:
            at = day_of(at, there.zone)[1]
        elif is_quiet(at, there):
            at = end_of_quiet_hours(at, there)
        else:
            break
    return at


async def _keep_offer(
    hands: Hands, session: Session, giver: Known, taker: Known, client: str, moves: Sequence[str], by: str, message: str
) -> str:
    ident = uuid4().hex
    args = (ident, giver.person, taker.person, client, list(moves), by, hands.clock(), message)
    await session.run("put_hand_over", giver.tenant, *args)
    offer = await _offer(session, giver, _called(taker), client, moves)
    card = offer_card(offer, ident, taker.words, is_from_administrator=by == "administrator")
    await tell_colleague(hands, session, taker, card, taker.words.say("handover-summary"))
    log.info("client_offered", whose=by)
    return ident


async def _move(session: Session, hands: Hands, giver: Known, taker: Known, client: str, moves: Sequence[str]) -> None:
    """Carry out what was accepted, in the open transaction that holds both."""
    clients = [client] if client else list(await clients_of(session, giver))
    for each in clients:
        if "promises" in moves:
            await _move_promises(session, hands, giver, taker, each)
        if "rhythm" in moves:
            await _move_rhythm(session, hands, giver, taker, each)
        for one, query in (("facts", "hand_facts"), ("notes", "hand_lessons")):
            if one in moves:
                await session.run(query, giver.tenant, giver.person, taker.person, each)
        if "roles" in moves:
            rows = await session.rows("roles_given", giver.tenant, giver.person)
            theirs = [row["subject"] for row in rows if organisation_of(row["subject"]) == each]
            await session.run("hand_roles", giver.tenant, giver.person, taker.person, theirs, hands.clock())
    log.info("client_handed_over", count=len(clients))


async def _move_promises(session: Session, hands: Hands, giver: Known, taker: Known, client: str) -> None:
    """What is open is the taker's from now on, also what they let go of when they gave it away themselves. With the giver it is
    let go of, or their recap would find it anew; what either is shown of it follows."""
    moving = [replace(one, task="", note="") for one in await owed_with(session, giver, client)]
    held = await owed_with(session, taker, client)
    for one in moving:
        at = held_as(one, moving, held)
        await put_owed(session, taker, one if at is None else filled(held[at], one))
        await settled(hands, session, giver, one, "dropped")
    await refresh_cards_with(hands, session, taker, client, hands.clock())


async def _move_rhythm(session: Session, hands: Hands, giver: Known, taker: Known, client: str) -> None:
    """The taker keeps in touch as the giver did; the giver is reminded no more."""
    await session.run("hand_rhythm", giver.tenant, giver.person, taker.person, client, hands.clock())
    await session.run("set_off", giver.tenant, giver.person, client, True, hands.clock())
    await session.run("drop_check_in", giver.tenant, giver.person, client)


async def _tell_giver(hands: Hands, session: Session, giver: Known, offer: Offer, state: str, message: str) -> None:
    """Their own card says it, silently; of an administrator's offer nobody is told."""
    if not message or not giver.is_watched:
        return
    card = make_notice(giver.words, _both(giver.words, f"handover-{state}-theirs", offer))
    row = await session.row(
        "keep_answer", giver.tenant, giver.person, None, message, card, giver.words.say("bot-summary"), hands.clock()
    )
    if row is not None:
        await hands.arm(session, [answer_wake(giver.tenant, giver.person, row["answer_id"], timedelta())])


def _both(words: Words, key: str, offer: Offer) -> str:
    """The one sentence that each of the two sees."""
    client = literal(offer.client_name, 60, 8) or words.say("handover-all-clients")
    giver, taker = literal(offer.giver, 40, 4), literal(offer.taker, 40, 4)
    return words.say(key, client=client, giver=giver, taker=taker)


async def _offer(session: Session, giver: Known, taker: str, client: str, moves: Sequence[str]) -> Offer:
    counts = await clients_of(session, giver)
    name = (await names_of(session, giver, [client])).get(client, client) if client else ""
    promises = counts.get(client, 0) if client else sum(counts.values())
    return Offer(
        client=client, client_name=name, giver=_called(giver), taker=taker, moves=tuple(moves), promises=promises
    )  # fmt: skip


async def _client_called(session: Session, known: Known, asked: str) -> str:
    """The client who is meant. Raises Refused where none is, or more than one."""
    clients = list(await clients_of(session, known))
    names = await names_of(session, known, clients)
    scored = {one: likeness(asked, {one}, [names[one], one]) for one in clients}
    best = max(scored.values(), default=0)
    found = [one for one, score in scored.items() if score == best and score]
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(known.words.say("handover-which", names=known.words.listed([literal(one, 60, 3) for one in found[:4]])))
    raise Refused(known.words.say("handover-no-client", client=literal(asked, 60, 6)))


def _called(known: Known) -> str:
    return known.name or known.address
