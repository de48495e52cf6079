"""A moment fires: look at the meeting again, and if its plan still has this moment, send the card once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from sidecar.domain.meetings.client import Verdict, organisations_in
from sidecar.domain.meetings.delivery import Delivered, round_of
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.meetings.plan import end_of_quiet_hours, is_quiet
from sidecar.domain.meetings.twin import is_told_by, is_twin
from sidecar.domain.meetings.wake import refresh_wake
from sidecar.errors import Refused, Retryable
from sidecar.flows import speak
from sidecar.flows.deliveries import delivered
from sidecar.flows.hands import Hands
from sidecar.flows.known import ASKED, Known, known_person, meeting_of
from sidecar.flows.make_card import Shown, digest_of_card, make_card, make_rest_of_day
from sidecar.flows.plan_meeting import moments_of
from sidecar.flows.read_calendar import MailboxBusy, read_calendar
from sidecar.flows.research_store import dossiers_on
from sidecar.flows.watch_calendars import stop_watching
from sidecar.graph.client import GraphError
from sidecar.store.database import Session
from sidecar.teams.notifications import Gone

log = structlog.get_logger()
FRESH_FOR = timedelta(minutes=5)
WAIT_FOR_GRAPH = timedelta(minutes=2)
"""So long a card waits for a calendar that cannot be read; then it goes out from what is stored."""
A_MOMENT = timedelta(seconds=5)
CLAIM_IS_OLD_AFTER = timedelta(seconds=90)
"""A worker that claimed a card and has not said anything for so long is dead; another wake may send it."""
NO_LONGER_QUIET = timedelta(hours=2)
"""A meeting so near is told in quiet hours too, if that was not known before."""
FIRST_WEEK = timedelta(days=7)
REST = "rest_of_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    known: Known
    meeting: Meeting
    round: int
    shown: Shown
    is_merged: bool


async def fire_moment(
    hands: Hands, tenant: TenantId, person: PersonId, meeting: MeetingId, kind: str, due_at: datetime, key: str
) -> None:
    """Send the card of one moment, unless it was sent, moved, cancelled or is too late.

    Raises Retryable where Teams or Graph cannot answer now.
    """
    await _read_if_stale(hands, tenant, person, due_at)
    async with hands.database.transaction(tenant) as session:
        claim = await _claim(hands, session, tenant, person, meeting, kind, due_at, key)
    if claim is None:
        return
    if claim.is_merged:
        await _merge(hands, claim.known, key)
        return
    activity_id = await _send(hands, claim, kind)
    await _record(hands, claim, kind, activity_id)


async def _read_if_stale(hands: Hands, tenant: TenantId, person: PersonId, due_at: datetime) -> None:
    """Graph may lose notices for good: a calendar that was not read lately is read before a card fires."""
    async with hands.database.transaction(tenant) as session:
        row = await session.row("person", tenant, person)
    if row is None or (row["calendar_read_at"] and hands.clock() - row["calendar_read_at"] < FRESH_FOR):
        return
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
        log.warning("card_from_stored_calendar", status=error.status)


async def _claim(
    hands: Hands,
    session: Session,
    tenant: TenantId,
    person: PersonId,
    meeting_id: MeetingId,
    kind: str,
    due_at: datetime,
    key: str,
) -> _Claim | None:
    await session.row("lock_person", tenant, person)
    row = await session.row("lock_meeting", tenant, person, meeting_id)
    known = await known_person(hands, session, tenant, person)
    if row is None or row["is_gone"] or known is None or not known.is_watched:
        return None
    meeting, now = meeting_of(row), hands.clock()
    verdict = known.verdict_while_it_lasts(meeting, now)
    moments = await moments_of(session, known, meeting, verdict, now)
    moment = next((one for one in moments if one.kind == kind and one.due_at == due_at), None)
    if moment is None:
        return None
    if now >= moment.until:
        log.info("moment_too_late", kind=kind)
        return None
    _wait_out_the_night(known, meeting, now)
    held = await delivered(session, tenant, person, meeting_id)
    if await _is_told_by_twin(session, known, meeting, held, kind):
        log.info("told_by_twin", kind=kind)
        return None
    current = round_of(held)
    is_over = await _over_budget(session, known, meeting, kind, now)
    if is_over and kind == "booking_warning":
        log.info("booking_warning_dropped")  # it says nothing of today, so the day's last message cannot carry it
        return None
    if is_over and await _has_grave_news(session, known, meeting, verdict):
        is_over = False  # a list of times cannot carry what would wound
    wanted = "merged" if is_over else "claimed"
    claimed = await _take(session, known, meeting.id, kind, current, wanted, due_at, meeting.start_at, now, key)
    if claimed is None:
        if any(one.kind == kind and one.round == current and one.state == "claimed" for one in held):
            raise Retryable("another wake is sending this card", A_MOMENT)
        return None
    known = await _ask_once(hands, session, known, meeting, verdict.client_domain, now)
    shown = await make_card(session, known, meeting, verdict, kind=kind, now=now)
    return _Claim(known=known, meeting=meeting, round=current, shown=shown, is_merged=claimed == "merged")


async def _is_told_by_twin(session: Session, known: Known, meeting: Meeting, held: list[Delivered], kind: str) -> bool:
    """An invitation made anew, whose old one still stands: one card is enough, until the old one is cancelled."""
    window = (meeting.start_at, meeting.start_at + timedelta(seconds=1))
    for row in await session.rows("meetings_between", known.tenant, known.person, *window):
        other = meeting_of(row)
        if row["is_gone"] or other.is_cancelled or not is_twin(meeting, other, known.ours, known.corrections):
            continue
        if is_told_by(await delivered(session, known.tenant, known.person, other.id), held, kind):
            return True
    return False


async def _has_grave_news(session: Session, known: Known, meeting: Meeting, verdict: Verdict) -> bool:
    present = organisations_in(meeting, verdict, known.ours, known.corrections)
    right = [one for one in present if one not in known.corrections.wrong_companies]
    return any(item.is_grave for one in await dossiers_on(session, known.tenant, right) for item in one.news)


async def _ask_once(hands: Hands, session: Session, known: Known, meeting: Meeting, domain: str | None, now: datetime) -> Known:
    """In the first week a card asks about each organisation once: an unknown one is a client until the person says not."""
    if domain is None or domain in known.asked or now - known.installed_at > FIRST_WEEK:
        return known
    await session.run("correct", known.tenant, known.person, ASKED, domain, meeting.id, now)
    return await known_person(hands, session, known.tenant, known.person) or known


async def _take(session: Session, known: Known, meeting: MeetingId, kind: str, *rest: Any) -> str | None:
    """Claim a delivery; the state it is claimed in, None where it is somebody else's or done."""
    in_round, state, due_at, start_at, now, key = rest
    row = await session.row(
        "claim_delivery", known.tenant, known.person, meeting, kind, in_round, state, due_at, start_at, now, key,
        now - CLAIM_IS_OLD_AFTER,
    )  # fmt: skip
    return str(row["state"]) if row else None


def _wait_out_the_night(known: Known, meeting: Meeting, now: datetime) -> None:
    """A plan never falls into quiet hours, but its moment may be past when the meeting is booked at night. Raises Retryable."""
    if not is_quiet(now, known.preferences) or meeting.start_at - now <= NO_LONGER_QUIET:
        return
    again_at = min(end_of_quiet_hours(now, known.preferences), meeting.start_at - known.preferences.lead)
    raise Retryable("quiet hours", max(again_at - now, A_MOMENT))


async def _over_budget(session: Session, known: Known, meeting: Meeting, kind: str, now: datetime) -> bool:
    """The last message of the day's budget is kept for the one that carries the rest."""
    start_at, end_at = day_of(now, known.preferences.zone)
    row = await session.row("sent_since", known.tenant, known.person, start_at, end_at, meeting.id, kind)
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
        return await speak.tell(hands, claim.known, claim.shown, about, claim.meeting.start_at)
    except Refused as error:
        async with hands.database.transaction(claim.known.tenant) as session:
            await session.run("release_claim", claim.known.tenant, claim.known.person, claim.meeting.id, kind, claim.round)
        if isinstance(error, Gone):
            log.warning("chat_gone")
            await stop_watching(hands, claim.known.tenant, claim.known.person)
        raise


async def _record(hands: Hands, claim: _Claim, kind: str, activity_id: str | None) -> None:
    known, meeting = claim.known, claim.meeting
    async with hands.database.transaction(known.tenant) as session:
        await session.run(
            "mark_sent", known.tenant, known.person, meeting.id, kind, claim.round, activity_id,
            digest_of_card(claim.shown.card), hands.clock(),
        )  # fmt: skip
        row = await session.row("meeting", known.tenant, known.person, meeting.id)
        revision = row["revision"] if row else 0
        await hands.arm(session, [refresh_wake(known.tenant, known.person, meeting.id, revision, because=f"{kind}-sent")])


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
        mine = None if is_there else await _take(session, known, rest_id, REST, 1, "claimed", now, start_at, now, key)
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
