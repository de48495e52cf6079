"""A draft is offered, judged, and, when the person asks for it, put into their own mailbox. It is the person who sends it."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import structlog

from sidecar.domain.cards.draft_links import channel_link
from sidecar.domain.followups.draft import CHANNELS, Channel, DraftKind, Material, Offer
from sidecar.domain.followups.draft_check import by_channel, checked, fixed, offer_from, required_in
from sidecar.domain.followups.proof import name_words
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.meetings.wake import reply_wake
from sidecar.domain.wording.card_parts import literal
from sidecar.domain.wording.reason import Reason
from sidecar.errors import Refused, Retryable
from sidecar.flows.answers.answer_proof import not_checked, proof_of_draft, said
from sidecar.flows.clients.read_post import Post, read_post
from sidecar.flows.followups.material_of import Gathered, base_of, gathered
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.graph.drafts import Addressee, Draft, Letter
from sidecar.graph.writing import ItemGone
from sidecar.store.database import Session
from sidecar.words import Words

log = structlog.get_logger()
LOOKS_FOR_REPLY: Final = tuple(timedelta(hours=hours) for hours in (2, 8, 24, 48, 96, 168, 336))
"""When it is looked whether a draft was answered, or came back. Our own judgement: most answers come within two days."""
MOST_COMPARED: Final = 400
"""Earlier check-ins beside which the words of a new one are chosen: a year of more than one a day."""
BEFORE_MEETING: Final = timedelta(hours=1)
CLAIM_IS_OLD_AFTER: Final = timedelta(seconds=60)
"""Who began a draft and has said nothing for so long is dead; the next may go on, and finds what was made by its key."""
TRIES: Final = 40
TRY_EVERY_S: Final = 0.25
"""So often it is looked whether another tap has made the same draft: ten seconds, as long as a tap waits."""
OF_AN_OCCASION: Final = frozenset[DraftKind](("check_in", "warn"))
"""Written again and again, whatever else they are about is the same."""
ANOTHER_AFTER: Final = timedelta(days=3)
"""So long the same draft is meant; later it is another one. The least that a person may set between two contacts."""


async def offer_of(
    hands: Hands,
    session: Session,
    known: Known,
    kind: DraftKind,
    *,
    meeting: Meeting | None,
    client: str,
    about: Mapping[str, str] | None = None,
    post: Post | None = None,
) -> Offer | Reason:
    """The draft in words with everything that is against it, or why none is offered.

    `about`: address (of one person), quote (a concern), promise (an id of the ledger), new_on (a date), because, slot (an
    instant), block (which about-me text), question (one of the person's own), fix (take every suggestion), n (other words).
    `post`: the mails with these people, where they were read before the transaction began.
    """
    told = about or {}
    base = await base_of(session, known, meeting, client, hands.clock())
    post = post or await read_post(hands, known.person, {one.address: one.name for one in base.people})
    found = await gathered(hands, session, known, kind, base, client, told, post)
    if isinstance(found, Reason):
        return found
    key = await key_for(hands, session, known, kind, meeting.id if meeting else "", client, told)
    rows = await session.rows("last_check_ins", known.tenant, known.person, key, MOST_COMPARED) if kind == "check_in" else []
    offer = await _judged(hands, known, found, [row["said"] for row in rows])
    if told.get("fix"):
        offer = await _fixed(hands, offer, found)
    return replace(_reached(offer, known, found.material), meeting=meeting.id if meeting else "")


async def make_draft(hands: Hands, known: Known, offer: Offer, key: str) -> Draft:
    """The draft in the person's own Drafts folder, in its thread where it has one; of one key there is never a second.

    Raises Refused for one that the gate stopped and for talking points, NotAllowed without the permission, ItemGone, Retryable.
    """
    words = known.words
    if offer.is_stopped or not offer.is_mail:
        raise Refused(words.say("draft-stopped") if offer.is_mail else words.say("draft-no-mail"))
    letter = Letter(
        key=key, subject=offer.subject, text=offer.text, to=[Addressee(address=one.address, name=one.name) for one in offer.to],
        cc=[Addressee(address=one.address, name=one.name) for one in offer.cc],
    )  # fmt: skip
    claimed_at, was_made = await _claim(hands, known, offer, key)
    try:
        made = await _put(hands, known, offer, letter)
    except Exception:
        async with hands.database.transaction(known.tenant) as session:
            await session.run("release_draft", known.tenant, known.person, key, claimed_at)
        raise
    async with hands.database.transaction(known.tenant) as session:
        await _remember(hands, session, known, offer, key, made, is_new=made.is_new or not was_made)
    return made


async def _claim(hands: Hands, known: Known, offer: Offer, key: str) -> tuple[datetime, bool]:
    """When this draft became ours to make, and whether it was made before. Two taps at once would both find none, and nothing
    may be held while Graph is asked. Raises Retryable."""
    for _ in range(TRIES):
        now = hands.clock()
        async with hands.database.transaction(known.tenant) as session:
            args = (*_row_of(offer), now, now - CLAIM_IS_OLD_AFTER)
            row = await session.row("claim_draft", known.tenant, known.person, key, *args)
        if row is not None:
            return now, row["is_made"]
        await asyncio.sleep(TRY_EVERY_S)
    raise Retryable("another tap makes this draft")


def _row_of(offer: Offer) -> tuple[str, str, str | None, list[str], str]:
    people = [one.address.lower() for one in (*offer.to, *offer.cc)]
    return offer.kind, offer.client, offer.meeting or None, people, offer.text if offer.kind == "check_in" else ""


async def _remember(hands: Hands, session: Session, known: Known, offer: Offer, key: str, made: Draft, *, is_new: bool) -> None:
    """Keep what was made, and look later whether it was answered."""
    now = hands.clock()
    await session.run("put_draft", known.tenant, known.person, key, *_row_of(offer), made.id, made.link, now)
    if not is_new:
        return
    due = [now + span for span in LOOKS_FOR_REPLY]
    row = await session.row("meeting", known.tenant, known.person, offer.meeting) if offer.meeting else None
    if row is not None and row["start_at"] - BEFORE_MEETING > now:
        due.append(row["start_at"] - BEFORE_MEETING)
    await hands.arm(session, [reply_wake(known.tenant, known.person, offer.client, at) for at in due])


def key_of(kind: DraftKind, meeting: str, client: str, about: Mapping[str, str] | None = None) -> str:
    """The key of a draft: the same for the same kind, meeting, client and circumstances."""
    told = sorted((name, value) for name, value in (about or {}).items() if value)
    digest = hashlib.sha256(repr((meeting, client, told)).encode("utf-8", "replace")).hexdigest()[:24]
    return f"draft:{kind}:{digest}"


async def key_for(
    hands: Hands, session: Session, known: Known, kind: DraftKind, meeting: str, client: str, about: Mapping[str, str]
) -> str:
    """The key of what is to be written now. A check-in half a year later is another one, and not “sent already”."""
    key, now = key_of(kind, meeting, client, about), hands.clock()
    if kind not in OF_AN_OCCASION:
        return key
    row = await session.row("newest_of_key", known.tenant, known.person, key)
    if row is not None and now - row["made_at"] < ANOTHER_AFTER:
        return str(row["draft_key"])
    return f"{key}:{now.astimezone(ZoneInfo(known.preferences.zone)):%Y%m%d}"


def sentences_of(offer: Offer, words: Words) -> list[str]:
    """Everything that the person should look at before sending, what stops it first."""
    found = [words.say(one.reason.key, **{name: literal(value, 160, 24) for name, value in one.reason.args.items()})
             for one in offer.objections]  # fmt: skip
    if offer.proof is not None:
        found += [said(one, words) for one in offer.proof.issues]
        found += [] if offer.proof.is_checked else [not_checked(offer.proof, words)]
    pasted = offer.reads_pasted.reason if offer.reads_pasted else None
    reasons = [*([pasted] if pasted else []), *([offer.by_phone] if offer.by_phone else []), *offer.doubts]
    found += [words.say(one.key, **{name: literal(value, 160, 24) for name, value in one.args.items()}) for one in reasons]
    return list(dict.fromkeys(found))


async def _judged(hands: Hands, known: Known, found: Gathered, sent: Sequence[str]) -> Offer:
    named = known.words.say("draft-required-way-in")
    required = required_in(found.material, found.snippets, named)
    offer = await asyncio.to_thread(offer_from, found.material, sent, required, found.doubts)
    return await _looked_over(hands, offer, found)


async def _looked_over(hands: Hands, offer: Offer, found: Gathered) -> Offer:
    """Read by the proofreader, names told, and by the gate."""
    made = found.material
    names = [made.me, made.client_name, made.client, *made.names, *(one.name for one in made.to)]
    proof = await proof_of_draft(hands.proofs, offer.text, [one for one in names if name_words([one])], offer.language)
    return await asyncio.to_thread(checked, offer, found.circle, proof)


async def _fixed(hands: Hands, offer: Offer, found: Gathered) -> Offer:
    return await _looked_over(hands, fixed(offer, [found.material.concern]), found)


def _reached(offer: Offer, known: Known, made: Material) -> Offer:
    """How the first addressee is best reached, as the person set it, and the link that starts it."""
    address = made.to[0].address if made.to else ""
    wanted = known.corrections.channels.get(address, "mail")
    channel: Channel = next((one for one in CHANNELS if one == wanted), "mail")
    return by_channel(offer, channel, channel_link(channel, address, made.number))


async def _put(hands: Hands, known: Known, offer: Offer, letter: Letter) -> Draft:
    if offer.reply_to is not None:
        try:
            return await hands.drafts.reply(known.person, offer.reply_to, letter, to_all=False)
        except ItemGone as error:
            if error.is_mailbox:
                raise
            log.info("thread_of_draft_gone")
    return await hands.drafts.create(known.person, letter)
