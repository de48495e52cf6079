"""Taps and calls about drafts: the offer, the draft made of it, who follows somebody, how somebody is best reached."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import structlog

from sidecar.domain.cards.draft_offer_card import offer_card
from sidecar.domain.cards.panel import clean
from sidecar.domain.followups.draft import CHANNELS, KINDS, DraftKind, Offer
from sidecar.domain.meetings.client import organisation_of
from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.domain.wording.card_parts import execute
from sidecar.domain.wording.reason import Reason
from sidecar.errors import Refused, Retryable
from sidecar.flows.before.make_card import make_notice
from sidecar.flows.clients.read_post import read_post
from sidecar.flows.followups.follow_up_taps import has_it
from sidecar.flows.followups.material_of import base_of
from sidecar.flows.followups.send_follow_up import after_call
from sidecar.flows.followups.shared_follow_up import WRITTEN, hold_call, holder_of
from sidecar.flows.followups.write_draft import key_for, make_draft, offer_of, sentences_of
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.flows.panel.panel_access import NotYours, own_meeting, watched, why_not_shown
from sidecar.graph.client import GraphError
from sidecar.graph.mail import is_plain_address
from sidecar.graph.writing import NotAllowed
from sidecar.words import Words, best_language

log = structlog.get_logger()
REACHED_BY: Final = "reached_by"
VERBS: Final = frozenset(("draft", "contact_gone", REACHED_BY))
"""Every verb that is answered here."""
ABOUT: Final = ("address", "quote", "promise", "new_on", "because", "slot", "block", "question", "fix", "n", "from")
OF_A_MEETING: Final = ("welcome", "thanks", "one_to_one")
"""What has nothing to be about once the meeting is cancelled."""
LONGEST: Final = 400


async def draft_tap(
    hands: Hands, tenant: TenantId, person: PersonId, verb: str, data: Mapping[str, str], locale: str = ""
) -> Mapping[str, Any]:
    """The card that the chat is to show now. Raises nothing that Graph causes."""
    async with hands.database.transaction(tenant) as session:
        known = await known_person(hands, session, tenant, person)
        why_not = await why_not_shown(session, known) if known is not None else None
    words = known.words if known else Words(best_language(locale))
    if known is None or why_not is not None:
        return make_notice(words, why_not or words.say("tap-meeting-unknown"))
    if verb == "contact_gone":
        return await _gone(hands, known, data)
    if verb == "reached_by":
        return await _reached_by(hands, known, data)
    try:
        return await _drafted(hands, known, data)
    except NotYours as error:
        return make_notice(words, error.why)


async def panel_draft(
    hands: Hands, tenant: TenantId, person: PersonId, body: Mapping[str, Any], language: str
) -> Mapping[str, Any]:
    """The draft that the side panel or the tab asked for, made in the mailbox where that is possible.

    Raises NotWatched, NotYours, and Refused with the reason why none is offered.
    """
    async with hands.database.transaction(tenant) as session:
        known = await watched(hands, session, tenant, person, language)
    kind, meeting, client, about = _asked({name: clean(value) for name, value in body.items() if isinstance(value, str)})
    if kind is None:
        raise Refused(known.words.say("panel-bad-body"))
    if kind in WRITTEN and (colleague := await _colleague_on_it(hands, known, meeting)):
        raise Refused(known.words.say("followup-with-colleague", who=colleague))
    offer = await _offered(hands, known, kind, meeting, client, about)
    if isinstance(offer, Reason):
        raise Refused(_said(offer, known.words))
    told = sentences_of(offer, known.words)
    link, note = await _made(hands, known, offer, about) if offer.is_mail and not offer.is_stopped else ("", "")
    return {
        "kind": offer.kind,
        "subject": offer.subject,
        "text": offer.text,
        "link": link or None,
        "objections": [*told, *([note] if note else [])],
        "to": [{"address": one.address, "name": one.name} for one in offer.to],
        "is_mail": offer.is_mail,
        "is_stopped": offer.is_stopped,
        "channel": offer.channel,
        "channel_link": offer.channel_link or None,
    }


async def _drafted(hands: Hands, known: Known, data: Mapping[str, str]) -> Mapping[str, Any]:
    kind, meeting, client, about = _asked(data)
    if kind is None:
        return make_notice(known.words, known.words.say("tap-unknown"))
    if kind in WRITTEN and (colleague := await _colleague_on_it(hands, known, meeting)):
        return make_notice(known.words, known.words.say("followup-with-colleague", who=colleague))
    offer = await _offered(hands, known, kind, meeting, client, about)
    if isinstance(offer, Reason):
        return make_notice(known.words, _said(offer, known.words))
    told = sentences_of(offer, known.words)
    if data.get("do") != "make" or offer.is_stopped or not offer.is_mail:
        return offer_card(offer, told, about, known.words)
    link, note = await _made(hands, known, offer, about)
    return offer_card(offer, told, about, known.words, link=link, note=note or known.words.say("draft-made"))


async def _colleague_on_it(hands: Hands, known: Known, meeting: str) -> str:
    """Who of ours has the follow-up of this call, by name; empty where this person has it, from now on."""
    async with hands.database.transaction(known.tenant) as session:
        await hold_call(session, known.tenant, known.person, MeetingId(meeting))
        begun = await session.row("follow_up", known.tenant, known.person, meeting)
        after = await after_call(hands, session, known.tenant, known.person, MeetingId(meeting)) if begun else None
        if after is None or await has_it(hands, session, after):
            return ""
        holder = await holder_of(session, known, after.meeting)
    return holder.name if holder is not None else ""


async def _offered(
    hands: Hands, known: Known, kind: DraftKind, meeting_id: str, client: str, about: Mapping[str, str]
) -> Offer | Reason:
    """The mails are read between two transactions: none is open while Graph is asked."""
    async with hands.database.transaction(known.tenant) as session:
        row = await own_meeting(session, known, meeting_id) if meeting_id else None
        meeting = meeting_of(row) if row else None
        verdict = known.verdict_while_it_lasts(meeting, hands.clock()) if meeting else None
        client = client or (verdict.client_domain or "" if verdict else "")
        base = await base_of(session, known, meeting, client, hands.clock())
    if not client or client in known.corrections.not_clients or (verdict is not None and not verdict.is_client):
        return Reason(key="draft-why-no-client")
    if row is not None and (row["is_gone"] or (meeting and meeting.is_cancelled)) and kind in OF_A_MEETING:
        return Reason(key="draft-why-no-meeting")
    post = await read_post(hands, known.person, {one.address: one.name for one in base.people})
    async with hands.database.transaction(known.tenant) as session:
        return await offer_of(hands, session, known, kind, meeting=meeting, client=client, about=about, post=post)


async def _made(hands: Hands, known: Known, offer: Offer, about: Mapping[str, str]) -> tuple[str, str]:
    """The link to the draft, or a sentence why there is none and the words have to be copied."""
    try:
        async with hands.database.transaction(known.tenant) as session:
            key = await key_for(hands, session, known, offer.kind, offer.meeting, offer.client, about)
        made = await make_draft(hands, known, offer, key)
    except NotAllowed:
        return "", known.words.say("draft-not-allowed")
    except (GraphError, Retryable) as error:
        log.info("draft_not_made", why=str(error))
        return "", known.words.say("draft-not-made")
    return made.link, known.words.say("draft-sent-already") if made.is_sent else ""


def _asked(data: Mapping[str, str]) -> tuple[DraftKind | None, str, str, dict[str, str]]:
    wanted = data.get("draft") or data.get("kind") or ""
    kind: DraftKind | None = next((one for one in KINDS if one == wanted), None)
    about = {name: data[name][:LONGEST] for name in ABOUT if data.get(name)}
    return kind, data.get("meeting", ""), data.get("client", "")[:LONGEST].lower(), about


async def _gone(hands: Hands, known: Known, data: Mapping[str, str]) -> Mapping[str, Any]:
    """Who follows somebody, or that they can be reached after all."""
    address, successor = data.get("address", "").lower(), data.get("successor", "").strip().lower()
    words = known.words
    async with hands.database.transaction(known.tenant) as session:
        await session.row("lock_person", known.tenant, known.person)
        if data.get("what") == "back":
            if is_plain_address(address):
                await session.run("reached_again", known.tenant, known.person, address, hands.clock())
            return make_notice(words, words.say("draft-gone-back", who=address))
        is_undo = data.get("what") == "undo" and is_plain_address(address) and not successor
        if not is_undo and (not is_plain_address(successor) or organisation_of(successor) != organisation_of(address)):
            return make_notice(words, words.say("draft-gone-address"))
        rows = await session.rows("gone_among", known.tenant, known.person, [address])
        before = next((str(row["successor"] or "") for row in rows), "")
        await session.run("follow_gone", known.tenant, known.person, address, successor)
    if is_undo:
        return make_notice(words, words.say("noted-undone"))
    undo = {"address": address, "successor": before, "what": "undo", "v": 1}
    back = execute("contact_gone", words.say("act-undo"), undo)
    return make_notice(words, words.say("draft-gone-noted", who=address, address=successor), back)


async def _reached_by(hands: Hands, known: Known, data: Mapping[str, str]) -> Mapping[str, Any]:
    """How somebody is best reached, from now on."""
    address, channel = data.get("address", "").lower(), data.get("channel", "")
    words = known.words
    async with hands.database.transaction(known.tenant) as session:
        await session.row("lock_person", known.tenant, known.person)
        row = await session.row("has_met", known.tenant, known.person, address) if is_plain_address(address) else None
        is_undo = data.get("what") == "undo" and not channel
        if row is None or not row["has_met"] or not (is_undo or channel in CHANNELS):
            return make_notice(words, words.say("tap-unknown"))
        before = known.corrections.channels.get(address, "")
        if channel:
            await session.run("correct", known.tenant, known.person, REACHED_BY, address, channel, hands.clock())
        else:
            await session.run("undo_correction", known.tenant, known.person, REACHED_BY, address)
    back = execute(REACHED_BY, words.say("act-undo"), {"address": address, "channel": before, "what": "undo", "v": 1})
    if not channel:
        return make_notice(words, words.say("noted-undone"))
    return make_notice(words, words.say("draft-channel-noted", who=address, channel=channel), back)


def _said(reason: Reason, words: Words) -> str:
    return words.say(reason.key, **reason.args)
