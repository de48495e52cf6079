"""The wake of a call: look at it, then bring the one card in the person's own chat to what is true. Nothing is ever said in
the meeting's own chat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

import structlog

from sidecar.domain.calls.call import RING_AFTER
from sidecar.domain.cards.call_cards import now_card, wants_to_be_told
from sidecar.domain.meetings.delivery import CLAIM_IS_OLD_AFTER
from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import call_wake
from sidecar.errors import Refused
from sidecar.flows.before.deliveries import delivered
from sidecar.flows.before.make_card import Shown, digest_of_card
from sidecar.flows.before.read_options import options_of
from sidecar.flows.calls.call_document import shown
from sidecar.flows.calls.follow_call import Followed, held_call, look
from sidecar.flows.calls.musts import musts_in
from sidecar.flows.chat import speak
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.flows.panel.panel_state import computed_musts, noted
from sidecar.flows.watching.plan_meeting import make_brief
from sidecar.flows.watching.watch_calendars import stop_watching
from sidecar.store.database import Session
from sidecar.teams.notifications import Gone, Unsure

log = structlog.get_logger()
BEFORE: Final = "pre_call_card"
TELL_FOR: Final = timedelta(minutes=10)
"""So long after the start those who came late may still have to be told that it is recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Due:
    """What is to become of the chat. `hint`: for which a new message is sent; None: the old one is edited. `is_doubtful`: that
    message may be there already. `key`: of the wake that asks; `revision`: of the call as the card shows it."""

    known: Known
    meeting: MeetingId
    card: Shown
    activity_id: str | None
    hint: str | None
    key: str
    revision: int
    is_doubtful: bool = False


async def follow_call(
    hands: Hands, tenant: TenantId, person: PersonId, meeting_id: MeetingId, due_at: datetime, key: str
) -> None:
    """Look at the call, whatever it is that asks, and show what changed. Raises Retryable where Teams cannot answer now."""
    async with hands.database.transaction(tenant) as session:
        held = await held_call(hands, session, tenant, person, meeting_id)
        if held is None:
            return
        looked = await look(hands, session, *held, due_at=due_at, shows=False)
        due = None if looked is None else await _due(hands, session, held[0], looked.found, key)
    if due is not None:
        await _show(hands, due)


async def _due(hands: Hands, session: Session, known: Known, found: Followed, key: str) -> _Due | None:
    meeting = MeetingId(found.meeting.id)
    row = await session.row("call", known.tenant, known.person, meeting)
    if row is None:
        return None
    call = await document_of(hands, session, known, found)
    minutes = found.rules.midpoint // timedelta(minutes=1)
    drawn = now_card(
        found.meeting, call, known.words, known.preferences.zone, minutes=minutes, doubt=found.told.doubt or "",
        is_recorded=await _is_just_recorded(session, known, found),
    )  # fmt: skip
    card = Shown(card=drawn, summary=known.words.say("call-card-summary"))
    wanted = None if _is_away(known, found) else wants_to_be_told(call, is_long=_is_worth_a_ring(found))
    due = _Due(
        known=known, meeting=meeting, card=card, activity_id=row["activity_id"], hint=wanted, key=key, revision=row["revision"]
    )  # fmt: skip
    if wanted is not None and (row["card_sent_at"] is None or (wanted and not row["card_hint"])):
        now = hands.clock()
        args = (meeting, wanted, now, key, now - CLAIM_IS_OLD_AFTER)
        claimed = await session.row("claim_call_card", known.tenant, known.person, *args)
        return replace(due, is_doubtful=claimed["sending_at"] is not None) if claimed is not None else None
    is_right = row["activity_id"] is None or row["card_digest"] == digest_of_card(drawn)
    return None if is_right else replace(due, hint=None)


async def _is_just_recorded(session: Session, known: Known, found: Followed) -> bool:
    """Whether it began a moment ago and records by itself. Of a recording begun by hand Graph does not tell."""
    began_at = found.told.started_at
    if began_at is None or found.now - began_at > TELL_FOR:
        return False
    return bool((await options_of(session, known, found.meeting)).records_itself)


def _is_away(known: Known, found: Followed) -> bool:
    """Whether the person is out of the office, and neither Teams nor they say that they are in the call all the same."""
    is_there = known.person in found.told.joined or found.told.known_from == "you"
    return not is_there and known.away(found.now) is not None


def _is_worth_a_ring(found: Followed) -> bool:
    """Whether the chat asks about the start as well: in a long call so many hints hang on it, and by now it should have begun."""
    length = found.live.planned_until - found.live.planned_from
    is_time = found.now >= found.live.planned_from + RING_AFTER
    return is_time and found.rules.is_on and length > found.rules.coach.midpoint_from


async def document_of(hands: Hands, session: Session, known: Known, found: Followed) -> Mapping[str, Any]:
    """The call as the panel shows it; the brief is made only where something of it stands there."""
    live = found.live
    if live.pause is None and (live.hint is None or live.hint.kind != "new_topic"):
        return shown(found, known, None, (), ())
    verdict = known.verdict_while_it_lasts(found.meeting, found.now)
    brief = await make_brief(session, known, found.meeting, verdict)
    computed = await computed_musts(session, known, brief, found.meeting, verdict.client_domain)
    musts = await musts_in(session, known, found.meeting, verdict.client_domain, computed)
    notes = [noted(row) for row in await session.rows("notes_of", known.tenant, known.person, found.meeting.id)]
    return shown(found, known, brief, musts, notes)


async def _show(hands: Hands, due: _Due) -> None:
    try:
        await (_edit if due.hint is None else _send)(hands, due)
    except Refused as error:
        await _refused(hands, due, error)
        return
    await _look_again(hands, due)


async def _look_again(hands: Hands, due: _Due) -> None:
    """What changed while Teams was asked found the card claimed, or not there yet: another look brings it along."""
    known = due.known
    async with hands.database.transaction(known.tenant) as session:
        row = await session.row("call", known.tenant, known.person, due.meeting)
        if row is not None and row["revision"] != due.revision:
            await hands.arm(session, [call_wake(known.tenant, known.person, due.meeting, hands.clock(), f"v{row['revision']}")])


async def _edit(hands: Hands, due: _Due) -> None:
    await speak.edit(hands, due.known, due.activity_id or "", due.card)
    async with hands.database.transaction(due.known.tenant) as session:
        digest = digest_of_card(due.card.card)
        await session.run("call_card_edited", due.known.tenant, due.known.person, due.meeting, digest, due.activity_id)


async def _send(hands: Hands, due: _Due) -> None:
    """Said once at most: where nobody knows whether it arrived it is not said again, but stands in a message that is there."""
    known = due.known
    which = (known.tenant, known.person, due.meeting, due.key)
    if due.is_doubtful:
        await _show_silently(hands, due)
        return

    async def begin(session: Session) -> bool:
        return await session.run("call_card_begun", *which, hands.clock()) > 0

    async def note(session: Session, activity_id: str | None) -> None:
        await _note_sent(hands, session, due, activity_id)

    async def undo(session: Session) -> None:
        await session.run("call_card_not_sent", *which)

    try:
        is_sent = await speak.send_noted(hands, known, due.card, begin, undo, note)
    except Unsure as error:
        log.info("call_card_unsure", why=str(error))
        await _show_silently(hands, due)
        return
    if is_sent and due.activity_id is not None:
        await _take_out_old(hands, known, due.activity_id)


async def _note_sent(hands: Hands, session: Session, due: _Due, activity_id: str | None) -> None:
    args = (due.meeting, activity_id, digest_of_card(due.card.card), due.hint, hands.clock())
    await session.run("call_card_sent", due.known.tenant, due.known.person, *args)


async def _show_silently(hands: Hands, due: _Due) -> None:
    """Put it into the message that stands in the chat for this call already: its question, or the card from before it. An edit
    may be done twice, and rings nobody. Where there is none, the panel alone shows it, and a tap tells which message it is."""
    known = due.known
    async with hands.database.transaction(known.tenant) as session:
        held = await delivered(session, known.tenant, known.person, due.meeting)
    card = next((one for one in reversed(held) if one.kind == BEFORE and one.state == "sent" and one.activity_id), None)
    there = due.activity_id or (card.activity_id if card is not None else None)
    try:
        if there is not None:
            await speak.edit(hands, known, there, due.card)
    except Gone:
        there = None
    async with hands.database.transaction(known.tenant) as session:
        if card is not None and there == card.activity_id:
            await session.run(
                "mark_edited", known.tenant, known.person, due.meeting, card.kind, card.round, "folded",
                digest_of_card(due.card.card), hands.clock(), card.shown_start,
            )  # fmt: skip
        await _note_sent(hands, session, due, there)


async def _refused(hands: Hands, due: _Due, error: Refused) -> None:
    """The chat takes nothing: an old message that is gone is let go, a chat that is gone ends the watch."""
    known, is_gone = due.known, isinstance(error, Gone)
    async with hands.database.transaction(known.tenant) as session:
        await session.run("release_call_card", known.tenant, known.person, due.meeting, due.key)
        if due.hint is None and is_gone:
            await session.run("call_card_gone", known.tenant, known.person, due.meeting, due.activity_id)
    if due.hint is None and is_gone:
        return
    if is_gone:
        await stop_watching(hands, known.tenant, known.person)
    raise error


async def _take_out_old(hands: Hands, known: Known, activity_id: str) -> None:
    """One card a call: the question that the hint takes the place of."""
    try:
        await speak.take_out(hands, known, activity_id)
    except Refused as error:
        log.info("old_call_card_left", why=error.why)
