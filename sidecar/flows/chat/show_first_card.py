"""What follows the welcome: the card of the next client meeting, or a sample of one; and once, where it is in doubt, a question
by which clock the person lives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog

from sidecar.domain.cards.first_week_cards import sample_card, zone_card
from sidecar.domain.meetings.coming import Coming
from sidecar.domain.meetings.delivery import ON_DEMAND
from sidecar.domain.meetings.first_week import FIRST_WEEK, zone_of_events, zones_to_ask
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.meetings.plan import out_of_quiet_hours
from sidecar.domain.times.localtime import zone_named
from sidecar.errors import Refused, Retryable
from sidecar.flows.before.deliver_card import ask_once
from sidecar.flows.before.deliveries import delivered
from sidecar.flows.before.make_card import Shown, make_card
from sidecar.flows.chat.say_answer import A_MOMENT, Answer, keep_answer
from sidecar.flows.chat.welcome import LOOK_AGAIN, WAIT_FOR_CALENDAR, when_back
from sidecar.flows.clients.gather_evidence import TAKES_AT_MOST, gather_wakes
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.flows.watching.coming_meetings import coming_meetings
from sidecar.store.database import Session

log = structlog.get_logger()
WAIT_FOR_MAILS = timedelta(seconds=10)
"""So long the first card that anybody sees waits for what the clients' mails say of their names and their clocks."""
SOON = timedelta(minutes=5)
"""A card of its own that comes so soon needs none before it."""


async def show_first_card(hands: Hands, tenant: TenantId, person: PersonId) -> None:
    """Show it once, by a job that says answers, so that one that Teams would not take is tried again. The cards take nothing from
    the budget, like the welcome that they belong to. Raises Retryable while the calendar is being read for the first time, and
    while somebody who waits for nothing is away."""
    if not hands.has_first_week:
        return
    async with hands.database.transaction(tenant) as session:
        row = await session.row("person", tenant, person)
    if row is None or not row["is_watched"] or row["welcomed_at"] is None or row["first_card_at"] is not None:
        return
    is_open = row["calendar_read_at"] is not None
    if not is_open and row["problem_at"] is None and hands.clock() < row["welcomed_at"] + WAIT_FOR_CALENDAR:
        raise Retryable("the calendar is not read yet", LOOK_AGAIN)
    if is_open and hands.clock() < row["welcomed_at"] + WAIT_FOR_MAILS and await _is_looking(hands, tenant, person):
        raise Retryable("the clients' mails are being read", 2 * LOOK_AGAIN)
    mailbox = None if row["zone_asked_at"] or _is_said(row) else await _zone_of_mailbox(hands, person)
    async with hands.database.transaction(tenant) as session:
        await session.row("lock_person", tenant, person)
        known = await known_person(hands, session, tenant, person)
        if known is None:
            return
        _wait_for_return(hands, row, known)
        asked = await _zones(session, known, row, mailbox, hands.clock())
        if await session.row("claim_first_card", tenant, person, hands.clock(), asked is not None) is None:
            return
        if asked is not None:
            card = zone_card(asked, known.preferences.zone, hands.clock(), known.words)
            shown = Shown(card=card, summary=known.words.say("first-zone-summary"))
            await keep_answer(hands, session, known, Answer(shown=shown))
        first = await _first_card(hands, session, known)
        if first is not None:
            await keep_answer(hands, session, known, first, A_MOMENT)
    log.info("first_card", kind="sample" if first is not None and first.meeting is None else "meeting")


def _wait_for_return(hands: Hands, row: Mapping[str, Any], known: Known) -> None:
    """Who was given the app and has not written is not written to on a holiday that the calendar told of after the welcome.
    Raises Retryable."""
    now = hands.clock()
    if (
        row["welcome_due_at"] is not None
        and known.away(now) is not None
        and (back_at := when_back(hands, known, now)) is not None
    ):
        raise Retryable("away", back_at - now)


async def _is_looking(hands: Hands, tenant: TenantId, person: PersonId) -> bool:
    """Whether the clients of the coming week are being looked into, or are about to be."""
    now = hands.clock()
    async with hands.database.transaction(tenant) as session:
        known = await known_person(hands, session, tenant, person)
        row = await session.row("is_looking", tenant, person, now - TAKES_AT_MOST)
        return bool(row and row["is_looking"]) or (known is not None and bool(await gather_wakes(session, known, now)))


def _is_said(row: Mapping[str, Any]) -> bool:
    return bool((row["preferences"] or {}).get("zone"))


async def _zone_of_mailbox(hands: Hands, person: PersonId) -> str | None:
    """None where its settings may not be read."""
    try:
        found = await hands.calendars.mailbox_settings(person)
    except Refused:
        return None
    return zone_named(str(found.get("timeZone") or "")).iana


async def _zones(
    session: Session, known: Known, row: Mapping[str, Any], mailbox: str | None, now: datetime
) -> Sequence[str] | None:
    """The clocks to choose from; None where nothing is asked."""
    if row["zone_asked_at"] is not None or _is_said(row):
        return None
    rows = await session.rows("meetings_between", known.tenant, known.person, now - FIRST_WEEK, now + 4 * FIRST_WEEK)
    events = zone_of_events([meeting_of(one) for one in rows if not one["is_gone"]])
    device = row["zone_at_install"]
    found = zones_to_ask(mailbox, device, events, now)
    return found if found or (mailbox is None and device is None) else None


async def _first_card(hands: Hands, session: Session, known: Known) -> Answer | None:
    """The next client meeting within a week, else a sample; None where the card of the next one comes by itself in minutes, or
    has come."""
    now = hands.clock()
    ahead = await coming_meetings(hands, session, known)
    following = next((one for one in ahead.coming if one.meeting.start_at < now + FIRST_WEEK), None)
    if following is None:
        card = sample_card(known.words, known.preferences, now)
        return Answer(shown=Shown(card=card, summary=known.words.say("first-sample-summary")))
    if await _comes_by_itself(session, known, following, now):
        return None
    verdict = known.verdict_while_it_lasts(following.meeting, now)
    asking = await ask_once(session, known, following.meeting, verdict.client_domain, now, ON_DEMAND)
    shown = await make_card(session, asking, following.meeting, verdict, kind=ON_DEMAND, now=now)
    return Answer(shown=Shown(card=shown.card, summary=known.words.say("first-card-summary")), meeting=following.meeting)


async def _comes_by_itself(session: Session, known: Known, one: Coming, now: datetime) -> bool:
    held = await delivered(session, known.tenant, known.person, one.meeting.id)
    due_at = out_of_quiet_hours(one.meeting.start_at - known.preferences.lead, known.preferences)
    return bool(held) or due_at <= now + SOON
