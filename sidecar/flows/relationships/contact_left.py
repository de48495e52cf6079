"""A client's contact has left: what was stays as history, nobody is to be called any more, and the company stays a client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sidecar.domain.cards.colleague_cards import left_card
from sidecar.domain.followups.ledger import Owed, is_mine
from sidecar.domain.meetings.client import everybody, organisation_of
from sidecar.domain.meetings.coming import likeness
from sidecar.domain.wording.card_parts import literal
from sidecar.errors import Refused
from sidecar.flows.before.make_card import make_notice
from sidecar.flows.followups.ledger import owed_with
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, meeting_of
from sidecar.flows.relationships.relationship_store import clients_of
from sidecar.store.database import Session

Card = Mapping[str, Any]
HOW: Final = "left"


async def contact_left(hands: Hands, session: Session, known: Known, who: str) -> Card:
    """“Maria has left”: kept, and what is open with them asked about, this once. Raises Refused where nobody is called so, or
    more than one. Needs a transaction that holds the person."""
    address, name = await _contact_called(session, known, who)
    said = known.words.say("contact-left", who=literal(name, 60, 6))
    now = hands.clock()
    await session.run("put_gone", known.tenant, known.person, address, HOW, said, "", now, now)
    was_off = False
    if organisation_of(address) == address:
        row = await session.row("is_client_off", known.tenant, known.person, address)
        was_off = bool(row and row["is_off"])
        await session.run("set_off", known.tenant, known.person, address, True, now)
        await session.run("drop_check_in", known.tenant, known.person, address)
    return left_card(name, address, await _owed_with(session, known, address, name), known.words, was_off=was_off)


async def contact_is_there(hands: Hands, session: Session, known: Known, address: str, *, was_off: bool) -> Card:
    """They have not left after all. `was_off`: nothing was to be suggested for them before that, and nothing is to be now."""
    if not await session.rows("gone_among", known.tenant, known.person, [address]):
        raise Refused(known.words.say("tap-unknown"))
    await session.run("reached_again", known.tenant, known.person, address, hands.clock())
    if organisation_of(address) == address and not was_off:
        await session.run("set_off", known.tenant, known.person, address, False, hands.clock())
    return make_notice(known.words, known.words.say("draft-gone-back", who=literal(address, 60, 3)))


async def without_gone(session: Session, known: Known, addresses: list[str]) -> frozenset[str]:
    """Who of these is still there, as far as mails and the person say."""
    rows = await session.rows("gone_among", known.tenant, known.person, addresses)
    return frozenset(addresses) - {row["address"] for row in rows if row["quote"]}


async def _contact_called(session: Session, known: Known, who: str) -> tuple[str, str]:
    rows = await session.rows("addresses_at", known.tenant, known.person, list(await clients_of(session, known)))
    scored = [(likeness(who, {row["with_whom"]}, [row["name"] or "", row["with_whom"].partition("@")[0]]), row) for row in rows]
    best = max((score for score, _ in scored), default=0)
    found = {row["with_whom"]: row["name"] or row["with_whom"] for score, row in scored if score == best and score}
    if len(found) == 1:
        return next(iter(found.items()))
    if found:
        raise Refused(known.words.say("handover-which", names=known.words.listed([literal(one, 60, 3) for one in found][:4])))
    raise Refused(known.words.say("contact-nobody", who=literal(who, 60, 6)))


async def _owed_with(session: Session, known: Known, address: str, name: str) -> list[Owed]:
    """What is open that they promised, or that was promised in a call that they were in."""
    found = []
    for one in await owed_with(session, known, organisation_of(address)):
        if one.side == "theirs":
            is_with_them = bool(one.who) and likeness(one.who, {address}, [name]) > 1
        else:
            row = await session.row("meeting", known.tenant, known.person, one.meeting) if one.meeting else None
            people = {each.address for each in everybody(meeting_of(row))} if row is not None else set()
            is_with_them = address in people and is_mine(one, known.name)
        found += [one] if is_with_them or one.client == address else []
    return found
