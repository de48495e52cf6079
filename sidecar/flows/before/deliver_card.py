"""A moment fires: look at the meeting again, and if its plan still has this moment, send the card once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from sidecar.domain.meetings.client import Verdict, organisations_in
from sidecar.domain.meetings.delivery import CLAIM_IS_OLD_AFTER, Delivered, round_of
from sidecar.domain.meetings.first_week import FIRST_WEEK
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.meetings.pace import Pace
from sidecar.domain.meetings.plan import end_of_quiet_hours, is_quiet
from sidecar.domain.meetings.twin import is_told_by, is_twin
from sidecar.domain.meetings.wake import Wake, refresh_wake, told_keys
from sidecar.errors import Refused, Retryable
from sidecar.flows.before.asides import late_wakes
from sidecar.flows.before.asked_ahead import asks_of_card, asks_of_person, held_meeting
from sidecar.flows.before.deliveries import delivered
from sidecar.flows.before.make_card import Shown, digest_of_card, make_card, make_rest_of_day
from sidecar.flows.chat import speak
from sidecar.flows.clients.research_store import dossiers_on
from sidecar.flows.counted import count_delivery
from sidecar.flows.hands import Hands
from sidecar.flows.known import ASKED, Known, known_person, meeting_of, rows_around
from sidecar.flows.watching.closed_calendar import CLOSED
from sidecar.flows.watching.note_days import REPLY_IS_FRESH_FOR, read_auto_reply
from sidecar.flows.watching.plan_meeting import moments_of
from sidecar.flows.watching.read_calendar import MailboxBusy, read_calendar
from sidecar.flows.watching.watch_calendars import stop_watching
from sidecar.graph.client import GraphError
from sidecar.store.database import Session
from sidecar.teams.notifications import Gone, Unsure

log = structlog.get_logger()
FRESH_FOR = timedelta(minutes=15)
"""A calendar read so lately is not read once more before a card: notices come within a minute or two."""
WAIT_FOR_GRAPH = timedelta(minutes=2)
"""So long a card waits for a calendar that cannot be read; then it goes out from what is stored."""
A_MOMENT = timedelta(seconds=5)
REST = "rest_of_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    known: Known
    meeting: Meeting
    round: int
    shown: Shown
    is_merged: bool
    revision: int
    is_alone: bool
    """No other message of this meeting stands in the chat."""
    later: Sequence[Wake]
    """Looks at the card that its being sent brings about."""


class _Stale(Exception):
    """The calendar was not read lately."""


class _ReplyIsOld(Exception):
    """Only an automatic reply says that the person is away, and whether it is still on was not asked lately."""


async def fire_moment(
    hands: Hands, tenant: TenantId, person: PersonId, meeting: MeetingId, kind: str, due_at: datetime, key: str
) -> None:
    """Send the card of one moment, unless it was sent, moved, cancelled or is too late.

    Raises Retryable where Teams or Graph cannot answer now.
    """
    ask = _Ask(tenant=tenant, person=person, meeting=meeting, kind=kind, due_at=due_at, key=key)
    claim = await _claimed_while_fresh(hands, ask)
    if claim is None:
        return
    if claim.is_merged:
        count_delivery(kind, "merged")
        await _merge(hands, claim.known, key)
        return
    activity_id = await _send(hands, claim, kind)
    await _record(hands, claim, ask, activity_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ask:
    """One moment, as its wake names it."""

    tenant: TenantId
    person: PersonId
    meeting: MeetingId
    kind: str
    due_at: datetime
    key: str


async def _claimed_while_fresh(hands: Hands, ask: _Ask) -> _Claim | None:
    """The claim, by what calendar and automatic reply say now; each is read again once at most."""
    may_be: set[type[Exception]] = set()
    while True:
        try:
            return await _claimed(hands, ask, may_be_stale=_Stale in may_be, may_be_old=_ReplyIsOld in may_be)
        except _Stale:
            await _read_again(hands, ask.tenant, ask.person, ask.due_at)
            may_be.add(_Stale)
        except _ReplyIsOld:
            await read_auto_reply(hands, ask.tenant, ask.person)
            may_be.add(_ReplyIsOld)


async def _read_again(hands: Hands, tenant: TenantId, person: PersonId, due_at: datetime) -> None:
    """Graph may lose notices for good: a calendar that was not read lately is read before a card fires."""
    try:
        await read_calendar(hands, tenant, person)
    except MailboxBusy:
        raise
    except Retryable as error:
        patience = due_at + WAIT_FOR_GRAPH - hands.clock()
        if patience > timedelta():
            raise Retryable(str(error), min(error.after or A_MOMENT, patience)) from error
        log.warning("card_from_stored_calendar")
    except GraphError as error:
        if error.status in CLOSED:
            raise
        log.warning("card_from_stored_calendar", status=error.status)


async def _claimed(hands: Hands, ask: _Ask, *, may_be_stale: bool, may_be_old: bool) -> _Claim | None:
    """Look, decide and claim in one transaction. The counting of what was decided comes after it is stored."""
    async with hands.database.short(ask.tenant, holding=ask.person) as session:
        now = hands.clock()
        is_due = ("is_read_due", *told_keys(ask.tenant, ask.person, now, hands.coalesce, FRESH_FOR))
        await session.ahead(*asks_of_person(ask.tenant, ask.person, ask.meeting), is_due)
        known = await known_person(hands, session, ask.tenant, ask.person)
        if known is None:
            return None
        if not may_be_stale and not await _is_fresh(session, known, is_due, now):
            raise _Stale
        row = await held_meeting(session, ask.tenant, ask.person, ask.meeting)
        if row is None or row["is_gone"] or not known.is_watched:
            return None
        return await _claim(hands, session, known, meeting_of(row), row["revision"], ask, may_be_old=may_be_old)


async def _is_fresh(session: Session, known: Known, is_due: tuple[Any, ...], now: datetime) -> bool:
    """Read lately, and Graph has told of nothing since that is still to be read."""
    if known.calendar_read_at is None or now - known.calendar_read_at >= FRESH_FOR:
        return False
    row = await session.row(*is_due)
    return row is not None and not row["is_due"]


async def _claim(
    hands: Hands, session: Session, known: Known, meeting: Meeting, revision: int, ask: _Ask, *, may_be_old: bool
) -> _Claim | None:
    now, kind = hands.clock(), ask.kind
    verdict = known.verdict_while_it_lasts(meeting, now)
    paces, start_at, end_at = speak.paces_of(hands, known), *day_of(now, known.preferences.zone)
    turns = speak.turns_of(known, paces)
    sent_since = ("sent_since", known.tenant, known.person, start_at, end_at, meeting.id, kind)
    await session.ahead(*asks_of_card(known, meeting, verdict, now), sent_since, ("turns", known.tenant, *turns[:2]))
    moments = await moments_of(session, known, meeting, verdict, now)
    moment = next((one for one in moments if one.kind == kind and one.due_at == ask.due_at), None)
    if moment is None:
        return None
    held = await delivered(session, known.tenant, known.person, meeting.id)
    current = round_of(held)
    if now >= moment.until:
        await _note_late(session, known, meeting, current, ask, now)
        return None
    _wait_out_absence(known, now, may_be_old=may_be_old)
    _wait_out_the_night(known.there(now), now)
    if await is_told_by_twin(session, known, meeting, held, kind):
        log.info("told_by_twin", kind=kind)
        count_delivery(kind, "told_by_twin")
        return None
    is_over = await _over_budget(session, known, sent_since)
    if is_over and kind == "booking_warning":
        log.info("booking_warning_dropped")  # it says nothing of today, so the day's last message cannot carry it
        count_delivery(kind, "dropped")
        return None
    if is_over and await _has_grave_news(session, known, meeting, verdict):
        is_over = False  # a list of times cannot carry what would wound
    asked = await session.rows("turns", known.tenant, *turns[:2])
    refusal = None if is_over else speak.refusal_of(hands, asked, known, paces, now)
    if refusal is not None:
        raise refusal
    known = await ask_once(session, known, meeting, verdict.client_domain, now)
    shown = await make_card(session, known, meeting, verdict, kind=kind, now=now)
    later = await late_wakes(session, known, meeting, revision, now) if kind == "pre_call_card" else []
    mine = [one for one in held if one.kind == kind and one.round == current]
    which = (ask.kind, current, "merged" if is_over else "claimed", ask.due_at, meeting.start_at, now, ask.key)
    is_merged = await _take(hands, session, known, meeting.id, *which, paces=() if is_over else paces)
    if is_merged is None:
        if any(one.state == "claimed" for one in mine):
            raise Retryable("another wake is sending this card", A_MOMENT)
        return None
    is_alone = not any(one.state == "sent" for one in held)
    return _Claim(
        known=known, meeting=meeting, round=current, shown=shown, is_merged=is_merged, revision=revision, is_alone=is_alone,
        later=later,
    )  # fmt: skip


async def _note_late(session: Session, known: Known, meeting: Meeting, current: int, ask: _Ask, now: datetime) -> None:
    """On record, so that somebody who asks why nothing came is told; where the clock was wrong it may still come."""
    noted = await session.run(
        "note_late", known.tenant, known.person, meeting.id, ask.kind, current, ask.due_at, meeting.start_at, now, ask.key,
        now - CLAIM_IS_OLD_AFTER,
    )  # fmt: skip
    if noted:
        log.info("moment_too_late", kind=ask.kind)
        count_delivery(ask.kind, "too_late")


async def is_told_by_twin(session: Session, known: Known, meeting: Meeting, held: list[Delivered], kind: str) -> bool:
    """An invitation made anew, whose old one still stands: one card is enough, until the old one is cancelled."""
    for row in await rows_around(session, known, meeting):
        if row["is_gone"] or row["start_at"] != meeting.start_at:
            continue
        other = meeting_of(row)
        if other.is_cancelled or not is_twin(meeting, other, known.ours, known.corrections):
            continue
        if is_told_by(await delivered(session, known.tenant, known.person, other.id), held, kind):
            return True
    return False


async def _has_grave_news(session: Session, known: Known, meeting: Meeting, verdict: Verdict) -> bool:
    present = organisations_in(meeting, verdict, known.ours, known.corrections)
    right = [one for one in present if one not in known.corrections.wrong_companies]
    return any(item.is_grave for one in await dossiers_on(session, known.tenant, right) for item in one.news)


async def ask_once(session: Session, known: Known, meeting: Meeting, domain: str | None, now: datetime, kind: str = "") -> Known:
    """In the first week a card asks about each organisation once: an unknown one is a client until the person says not. `kind`:
    the only card of the meeting that asks; empty: each of them."""
    if domain is None or domain in known.asked or now - known.installed_at > FIRST_WEEK:
        return known
    asking = f"{meeting.id}|{kind}" if kind else meeting.id
    await session.run("correct", known.tenant, known.person, ASKED, domain, asking, now)
    return replace(known, asked={**known.asked, domain: asking})


async def _take(
    hands: Hands, session: Session, known: Known, meeting: MeetingId, *rest: Any, paces: Sequence[Pace]
) -> bool | None:
    """Claim a delivery with its turns: whether it is a merged one, None where it is somebody else's or done. Raises Retryable."""
    kind, in_round, state, due_at, start_at, now, key = rest
    row = await session.row(
        "claim_with_turns", known.tenant, known.person, meeting, kind, in_round, state, due_at, start_at, now, key,
        now - CLAIM_IS_OLD_AFTER, *speak.turns_of(known, paces),
    )  # fmt: skip
    if row is None or row["state"] is None:
        return None
    if row["state"] == "claimed" and row["turns"] < len(paces):
        raise await speak.too_fast(hands, session, known, paces, now)
    return bool(row["state"] == "merged")


def _wait_out_the_night(known: Known, now: datetime) -> None:
    """A plan never falls into quiet hours, but its moment may be past when the meeting is booked at night: then it waits for
    their end, and what is too late by then is not told. Raises Retryable."""
    if is_quiet(now, known.preferences):
        raise Retryable("quiet hours", max(end_of_quiet_hours(now, known.preferences) - now, A_MOMENT))


def _wait_out_absence(known: Known, now: datetime, *, may_be_old: bool) -> None:
    """Whoever is out of the office hears nothing; a meeting that begins after the return has its card then. Nobody tells when an
    automatic reply ends, so that is asked now and then.

    Raises Retryable, or _ReplyIsOld where the reply is to be read first, unless it `may_be_old`.
    """
    absence = known.away(now)
    if absence is None:
        return
    wait = max(absence.until_at - now, A_MOMENT)
    if not known.is_away_by_reply(now):
        raise Retryable("away", wait)
    is_old = known.reply_read_at is None or now - known.reply_read_at >= REPLY_IS_FRESH_FOR
    if is_old and not may_be_old:
        raise _ReplyIsOld
    raise Retryable("away", min(wait, REPLY_IS_FRESH_FOR))


async def _over_budget(session: Session, known: Known, sent_since: tuple[Any, ...]) -> bool:
    """The last message of the day's budget is kept for the one that carries the rest."""
    row = await session.row(*sent_since)
    return bool(row and row["sent"] >= known.preferences.budget - 1)


def day_of(now: datetime, zone: str) -> tuple[datetime, datetime]:
    """The person's own day around an instant."""
    here = ZoneInfo(zone)
    today = now.astimezone(here).date()
    return (datetime.combine(today, time(), here), datetime.combine(today + timedelta(days=1), time(), here))


async def _send(hands: Hands, claim: _Claim, kind: str) -> str | None:
    """Send it. After Retryable the claim stays: whoever takes the wake again may send, a claim is not yet a message."""
    try:
        about = f"{claim.meeting.id}:{kind}:{claim.round}"
        return await speak.tell(hands, claim.known, claim.shown, about, claim.meeting.start_at, has_turn=True)
    except Refused as error:
        async with hands.database.transaction(claim.known.tenant) as session:
            await session.run("release_claim", claim.known.tenant, claim.known.person, claim.meeting.id, kind, claim.round)
        count_delivery(kind, "gone" if isinstance(error, Gone) else "refused")
        if isinstance(error, Gone):
            log.warning("chat_gone")
            await stop_watching(hands, claim.known.tenant, claim.known.person)
        raise
    except Retryable as error:
        count_delivery(kind, "unsure" if isinstance(error, Unsure) else "postponed")
        raise


async def _record(hands: Hands, claim: _Claim, ask: _Ask, activity_id: str | None) -> None:
    """Teams has it. Where the meeting changed meanwhile, or has another message that this one replaces, they are looked at."""
    known, meeting, kind = claim.known, claim.meeting, ask.kind
    what = (known.person, meeting.id, kind, claim.round, activity_id, digest_of_card(claim.shown.card), hands.clock())
    is_quick = claim.is_alone and not claim.later
    if not (is_quick and await hands.database.alone("note_sent_alone", known.tenant, *what, claim.revision)):
        async with hands.database.transaction(known.tenant) as session:
            row = await session.row("note_sent", known.tenant, *what, ask.due_at, meeting.start_at, ask.key)
            revision = row["revision"] if row else 0
            wakes = list(claim.later)
            if revision != claim.revision or not claim.is_alone:
                wakes.append(refresh_wake(known.tenant, known.person, meeting.id, revision, because=f"{kind}-sent"))
            await hands.arm(session, wakes)
    count_delivery(kind, "sent")


async def _merge(hands: Hands, known: Known, key: str) -> None:
    """The budget is used up: one message carries what is left of the day, and is edited as more falls due. An entry in the feed,
    which cannot be edited, is put anew in its place."""
    now = hands.clock()
    start_at, end_at = day_of(now, known.preferences.zone)
    rest_id = MeetingId(f"{REST}:{start_at.date().isoformat()}")
    async with hands.database.transaction(known.tenant) as session:
        await session.row("lock_person", known.tenant, known.person)
        merged = await _merged(session, known, now, start_at, end_at)
        starts = _ahead(merged, now)
        shown = make_rest_of_day(known, merged, starts)
        held = await delivered(session, known.tenant, known.person, rest_id)
        is_there = any(one.state == "sent" for one in held)
        args = (REST, 1, "claimed", now, start_at, now, key)
        mine = None if is_there else await _take(hands, session, known, rest_id, *args, paces=())
    if is_there and held[0].activity_id:
        await speak.edit(hands, known, held[0].activity_id, shown)
        return
    if is_there and not starts:
        return
    if not is_there and mine is None:
        raise Retryable("the day's last message is on its way", timedelta(seconds=2))
    activity_id = await speak.tell(hands, known, shown, rest_id, *(starts or [now]))
    async with hands.database.transaction(known.tenant) as session:
        digest = digest_of_card(shown.card)
        await session.run("mark_sent", known.tenant, known.person, rest_id, REST, 1, activity_id, digest, hands.clock())


async def redraw_rest_of_day(hands: Hands, known: Known) -> None:
    """A meeting in the day's last message changed: the message follows, where it was sent."""
    now = hands.clock()
    start_at, end_at = day_of(now, known.preferences.zone)
    rest_id = MeetingId(f"{REST}:{start_at.date().isoformat()}")
    async with hands.database.transaction(known.tenant) as session:
        merged = await _merged(session, known, now, start_at, end_at)
        shown = make_rest_of_day(known, merged, _ahead(merged, now))
        held = await delivered(session, known.tenant, known.person, rest_id)
    if held and held[0].state == "sent" and held[0].activity_id:
        await speak.edit(hands, known, held[0].activity_id, shown)


def _ahead(meetings: Sequence[Meeting], now: datetime) -> list[datetime]:
    """When those begin that have not begun; where all have, all."""
    starts = sorted({one.start_at for one in meetings})
    return [one for one in starts if one > now] or starts


async def _merged(session: Session, known: Known, now: datetime, start_at: datetime, end_at: datetime) -> list[Meeting]:
    """The day's meetings whose cards were merged and that are still on."""
    found = []
    for merged in await session.rows("merged_since", known.tenant, known.person, start_at, end_at):
        row = await session.row("meeting", known.tenant, known.person, merged["meeting_id"])
        if row is None or row["is_gone"]:
            continue
        meeting = meeting_of(row)
        is_on = known.verdict_while_it_lasts(meeting, now).skipped is None
        if is_on and start_at <= meeting.start_at < end_at + timedelta(days=1):
            found.append(meeting)
    return found
