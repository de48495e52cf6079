"""A meeting changed: what stands in the chat for it is edited in place, folded, or withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import structlog

from sidecar.domain.meetings.delivery import CLAIM_IS_OLD_AFTER, FAR, ON_DEMAND, Change, Delivered, State, change_for
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import refresh_wake
from sidecar.errors import Retryable
from sidecar.flows.before.deliver_card import A_MOMENT, redraw_rest_of_day
from sidecar.flows.before.deliveries import delivered
from sidecar.flows.before.make_card import (
    Shown,
    digest_of_card,
    make_cancelled,
    make_card,
    make_folded,
    make_moved,
    make_withdrawn,
)
from sidecar.flows.before.noted_card import is_noted
from sidecar.flows.chat import speak
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.flows.watching.plan_meeting import moments_of
from sidecar.flows.watching.read_calendar import wakes_for
from sidecar.store.database import Session
from sidecar.teams.notifications import Gone

log = structlog.get_logger()
STATE_AFTER: dict[Change, State] = {"edit": "sent", "fold_as_moved": "moved", "cancel": "withdrawn", "withdraw": "withdrawn"}
EARLIER = ("prepare", ON_DEMAND)
"""Kinds of cards that become one line once the card before the meeting has come."""


async def refresh_card(hands: Hands, tenant: TenantId, person: PersonId, meeting_id: MeetingId) -> None:
    """Bring every message of a meeting to what is true now. Raises Retryable where Teams cannot answer now."""
    async with hands.database.transaction(tenant) as session:
        await session.row("lock_person", tenant, person)
        row = await session.row("lock_meeting", tenant, person, meeting_id)
        known = await known_person(hands, session, tenant, person)
        if row is None or known is None or not known.is_watched:
            return
        meeting = meeting_of(row)
        held = await delivered(session, tenant, person, meeting_id)
        _wait_for_coming(held, hands.clock())
        decided = [(one, *await _decide(hands, session, known, meeting, one, held, row)) for one in held]
    is_folded, ended = False, set[datetime]()
    for one, change, state, shown in decided:
        if shown is not None:
            await _edit(hands, known, meeting, one, state, shown)
            is_folded = is_folded or change == "fold_as_moved"
            ended |= {one.shown_start} if state in {"withdrawn", "moved"} else set()
    if any(one.state == "merged" for one in held):
        is_folded = await _follow_merged(hands, known, meeting, held) or is_folded
    if is_folded:
        await _arm_anew(hands, known, meeting, row["revision"])
    await _arm_twins(hands, known, meeting, row["revision"], ended)
    await _look_again_if_changed(hands, known, meeting, row["revision"])


def _wait_for_coming(held: list[Delivered], now: datetime) -> None:
    """A card that is being sent shows what was known before: it is looked at once it stands in the chat. Raises Retryable."""
    if any(one.state == "claimed" and one.claimed_at and now - one.claimed_at < CLAIM_IS_OLD_AFTER for one in held):
        raise Retryable("a card of this meeting is on its way", A_MOMENT)


async def _decide(
    hands: Hands, session: Session, known: Known, meeting: Meeting, one: Delivered, held: list[Delivered], row: Mapping[str, Any]
) -> tuple[Change, State, Shown | None]:
    """What becomes of one message, and what it will show; nothing to show where it is right already, or answers a tap."""
    now = hands.clock()
    verdict = known.verdict_while_it_lasts(meeting, now)
    moments = await moments_of(session, known, meeting, verdict, now)
    first_due_at = min((moment.due_at for moment in moments if moment.kind == one.kind), default=None)
    change = change_for(
        one, start_at=meeting.start_at, first_due_at=first_due_at, verdict=verdict, is_gone=row["is_gone"], now=now
    )
    if change == "leave":
        return change, one.state, None
    state = STATE_AFTER[change]
    is_older = change == "edit" and one.kind in EARLIER and _is_followed(one, held)
    if (
        change in ("edit", "withdraw")
        and not is_older
        and await is_noted(session, known.tenant, known.person, one, row["digest"])
    ):
        return "leave", one.state, None
    if change == "cancel":
        shown = make_cancelled(known, meeting)
    elif change == "withdraw":
        shown = make_withdrawn(known, meeting, verdict)
    elif change == "fold_as_moved":
        shown = make_moved(known, meeting)
    elif is_older:
        shown, state = make_folded(known, meeting, one.kind), "folded"
    else:
        shown = await make_card(session, known, meeting, verdict, kind=one.kind, now=now)
    is_right = one.state == state and digest_of_card(shown.card) == one.card_digest
    return change, state, None if is_right else shown


def _is_followed(one: Delivered, held: list[Delivered]) -> bool:
    """The second card has come, and the person has not asked for the first again since."""
    rounds = (one.round,) if one.kind == "prepare" else {other.round for other in held}
    card = next((other for other in held if other.kind == "pre_call_card" and other.round in rounds), None)
    if card is None or card.state != "sent" or (one.sent_at and card.sent_at and card.sent_at < one.sent_at):
        return False
    return one.kind == ON_DEMAND or one.edited_at is None or card.sent_at is None or one.edited_at <= card.sent_at


async def _edit(hands: Hands, known: Known, meeting: Meeting, one: Delivered, state: State, shown: Shown) -> None:
    """Change the message. Of one in the activity feed, or whose id Teams never gave, only what is to come of it is kept; one
    that was tapped meanwhile shows what is newer."""
    try:
        if one.activity_id is not None:
            async with hands.database.transaction(known.tenant) as session:
                row = await session.row("delivery_of_activity", known.tenant, known.person, one.activity_id)
            if state == "sent" and row is not None and row["card_digest"] != one.card_digest:
                return
            await speak.edit(hands, known, one.activity_id, shown)
    except Gone:
        log.info("message_gone", kind=one.kind)
        state = state if state == "moved" else "withdrawn"
    start_at = one.shown_start if state == "withdrawn" else meeting.start_at
    async with hands.database.transaction(known.tenant) as session:
        await session.run(
            "mark_edited", known.tenant, known.person, meeting.id, one.kind, one.round, state,
            digest_of_card(shown.card), hands.clock(), start_at,
        )  # fmt: skip


async def _follow_merged(hands: Hands, known: Known, meeting: Meeting, held: list[Delivered]) -> bool:
    """The day's last message follows its meetings; one that left the day gets a round of its own. True where it did."""
    has_left = False
    async with hands.database.transaction(known.tenant) as session:
        for one in held:
            if one.state == "merged" and abs(meeting.start_at - one.shown_start) >= FAR:
                has_left = True
                await session.run(
                    "mark_edited", known.tenant, known.person, meeting.id, one.kind, one.round, "moved", "",
                    hands.clock(), one.shown_start,
                )  # fmt: skip
    await redraw_rest_of_day(hands, known)
    return has_left


async def _arm_twins(hands: Hands, known: Known, meeting: Meeting, revision: int, starts: set[datetime]) -> None:
    """A card is over: where its meeting was made anew at the same time, the new one's card is no longer kept back."""
    async with hands.database.transaction(known.tenant) as session:
        for start_at in starts:
            window = (start_at, start_at + timedelta(seconds=1))
            for row in await session.rows("meetings_between", known.tenant, known.person, *window):
                if row["is_gone"] or row["meeting_id"] == meeting.id:
                    continue
                wakes = await wakes_for(hands, session, known, meeting_of(row), row["revision"])
                await hands.arm(session, [replace(wake, key=f"{wake.key}:after:{meeting.id}:r{revision}") for wake in wakes])


async def _look_again_if_changed(hands: Hands, known: Known, meeting: Meeting, revision: int) -> None:
    """Another change came while this one was being shown; whichever edit landed last, the newest facts win."""
    async with hands.database.transaction(known.tenant) as session:
        row = await session.row("meeting", known.tenant, known.person, meeting.id)
        if row is not None and row["revision"] != revision:
            wake = refresh_wake(known.tenant, known.person, meeting.id, row["revision"], because=f"after-{revision}")
            await hands.arm(session, [wake])


async def _arm_anew(hands: Hands, known: Known, meeting: Meeting, revision: int) -> None:
    """The old card is folded: the next round's card comes at its time, also where that time has already come."""
    async with hands.database.transaction(known.tenant) as session:
        wakes = await wakes_for(hands, session, known, meeting, revision)
        await hands.arm(session, [replace(wake, key=f"{wake.key}:anew") for wake in wakes])
