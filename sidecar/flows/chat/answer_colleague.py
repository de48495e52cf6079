"""A word or a tap about colleagues: a client handed over, one's cards shown to somebody, a contact who has left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sidecar.domain.cards.colleague_command import ColleagueCommand
from sidecar.errors import Refused
from sidecar.flows.before.make_card import make_notice
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.flows.relationships.contact_left import contact_is_there, contact_left
from sidecar.flows.relationships.hand_over_client import TAPS, ask_what_to_hand, colleague_called, offer_client, settle_offer
from sidecar.flows.trust.grant_cards import end_grant, end_grant_of, grant_cards, see_card_of, who_sees
from sidecar.store.database import Session

Card = Mapping[str, Any]


async def answer_colleague(hands: Hands, session: Session, known: Known, asked: ColleagueCommand) -> Card:
    """The card that answers it, in the open transaction."""
    await session.row("lock_person", known.tenant, known.person)
    try:
        return await _answer(hands, session, known, asked)
    except Refused as error:
        return make_notice(known.words, error.why)


async def _answer(hands: Hands, session: Session, known: Known, asked: ColleagueCommand) -> Card:
    if asked.kind == "hand_over":
        return await ask_what_to_hand(session, known, asked.what, asked.who)
    if asked.kind == "grant":
        return await grant_cards(hands, session, known, await colleague_called(session, known, asked.who))
    if asked.kind == "end_grant":
        return await end_grant_of(session, known, asked.who)
    if asked.kind == "view":
        return await see_card_of(hands, session, known, asked.who)
    if asked.kind == "left":
        return await contact_left(hands, session, known, asked.who)
    return await who_sees(session, known)


async def tap_colleague(hands: Hands, session: Session, known: Known, data: Mapping[str, str], activity_id: str) -> Card:
    """A tap of the verb “colleague”; the card that is to stand there now."""
    what = data.get("what", "")
    try:
        if what == "offer":
            return await offer_client(hands, session, known, data, activity_id)
        if what in TAPS:
            return await settle_offer(hands, session, known, data)
        if what == "grant":
            return await grant_cards(hands, session, known, await colleague_called(session, known, data.get("who", "")))
        if what == "end_grant":
            return await end_grant(session, known, data.get("colleague", ""))
        if what == "not_left":
            was_off = data.get("off", "") == "1"
            return await contact_is_there(hands, session, known, data.get("address", "").lower(), was_off=was_off)
        raise Refused(known.words.say("tap-unknown"))
    except Refused as error:
        return make_notice(known.words, error.why)
