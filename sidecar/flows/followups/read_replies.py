"""What came back to a draft that the person sent: answers to the welcome's questions, and who is not reached any more.

Level-triggered: each look reads everything that was written since the draft was made, so a late look finds the same.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sidecar.domain.cards.draft_offer_card import gone_card
from sidecar.domain.followups.draft_gone import Gone
from sidecar.domain.mails.draft_answers import Answer, answers_in
from sidecar.domain.mails.mail import Mail
from sidecar.domain.meetings.client import everybody
from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import Wake, refresh_wake
from sidecar.flows.before.make_card import Shown
from sidecar.flows.chat.say_answer import Answer as Said
from sidecar.flows.chat.say_answer import keep_answer
from sidecar.flows.clients.read_post import read_post
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.store.database import Session

DRAFTED_WITHIN = timedelta(days=30)
COMING_WITHIN = timedelta(days=60)


async def read_replies(hands: Hands, tenant: TenantId, person: PersonId, client: str) -> None:
    """Look at the mails of everybody of a client to whom something was drafted lately. Raises nothing that Graph causes."""
    now = hands.clock()
    async with hands.database.transaction(tenant) as session:
        known = await known_person(hands, session, tenant, person)
        rows = await session.rows("drafted_to", tenant, person, client, now - DRAFTED_WITHIN)
        if known is None or not known.is_watched or not rows:
            return
        names = await _names(session, known, client, now)
    people = {row["address"]: names.get(row["address"], "") for row in rows}
    welcomed = {row["address"]: row["first_at"] for row in rows if row["is_welcomed"]}
    post = await read_post(hands, person, people)
    answers = await asyncio.to_thread(_answers, post.mails, welcomed)
    async with hands.database.transaction(tenant) as session:
        await session.row("lock_person", tenant, person)
        changed = [await _keep(session, known, client, one, now) for one in answers]
        for one in post.gone:
            await _mark(hands, session, known, one, people.get(one.address, ""), now)
        if any(changed):
            await hands.arm(session, await _refreshes(session, known, client, now))


async def _names(session: Session, known: Known, client: str, now: datetime) -> Mapping[str, str]:
    rows = await session.rows("met_before", known.tenant, known.person, client, now + COMING_WITHIN)
    return {one.address.lower(): one.name for row in rows for one in everybody(meeting_of(row)) if one.name}


def _answers(mails: Sequence[Mail], welcomed: Mapping[str, datetime]) -> list[Answer]:
    """Of each question the newest answer to a welcome."""
    found: dict[str, Answer] = {}
    for mail in mails:
        since = welcomed.get(mail.sender)
        if since is not None and mail.sent_at is not None and mail.sent_at >= since:
            for one in answers_in(mail):
                found.setdefault(one.question, one)
    return list(found.values())


async def _keep(session: Session, known: Known, client: str, one: Answer, now: datetime) -> bool:
    """A mail whose date lies ahead would stand against every later answer, and be kept for longer."""
    args = (one.question, one.said, one.depth, one.sender, min(one.said_at or now, now))
    return bool(await session.run("put_answer", known.tenant, known.person, client, *args))


async def _mark(hands: Hands, session: Session, known: Known, one: Gone, name: str, now: datetime) -> None:
    """Mark the contact once, and ask once who follows them."""
    args = (one.address, one.how, one.quote, one.successor, now, min(one.seen_at or now, now))
    if await session.run("put_gone", known.tenant, known.person, *args):
        shown = Shown(card=gone_card(one, name, known.words), summary=known.words.say("bot-summary"))
        await keep_answer(hands, session, known, Said(shown=shown))


async def _refreshes(session: Session, known: Known, client: str, now: datetime) -> list[Wake]:
    """The cards of coming meetings with this client are looked at anew."""
    rows = await session.rows("meetings_between", known.tenant, known.person, now, now + COMING_WITHIN)
    because = f"answered-{int(now.timestamp())}"
    return [
        refresh_wake(known.tenant, known.person, MeetingId(row["meeting_id"]), row["revision"], because=because)
        for row in rows
        if row["client_domain"] == client and not row["is_gone"]
    ]
