"""The one quiet message of a working day: claimed before it is said, inside the day's budget, never in quiet hours.

What it says comes from several places: the ledger of promises, and whoever else is asked (`SOURCES`). Said once, it is edited
as what it is about changes.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import structlog

from sidecar.domain.cards.ledger_lines import with_promises
from sidecar.domain.cards.owed_card import Line, nudge_card, nudge_summary
from sidecar.domain.meetings.delivery import CLAIM_IS_OLD_AFTER, Delivered
from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import Wake, nudge_wake
from sidecar.domain.relationships.nudges import PROMISES, Nudge, Tap, is_time, next_morning, of_the_day, promise_nudges
from sidecar.errors import Refused, Retryable
from sidecar.flows.before.deliver_card import day_of
from sidecar.flows.before.deliveries import delivered
from sidecar.flows.before.make_card import Shown, digest_of_card
from sidecar.flows.chat import speak
from sidecar.flows.chat.done_for import of_first_week
from sidecar.flows.followups.check_in_days import of_check_ins
from sidecar.flows.followups.ledger import client_names, owed_by_id, owed_with
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person
from sidecar.flows.relationships.catch_up import of_absence
from sidecar.flows.relationships.relationship_nudges import of_relationships
from sidecar.flows.watching.watch_calendars import stop_watching
from sidecar.store.database import Session
from sidecar.teams.notifications import Gone

log = structlog.get_logger()
MID_POINT: Final = "mid_point"
NUDGE: Final = "nudge"
"""The kind of the message among what was delivered, and the beginning of its id there."""
SAID_FOR: Final = timedelta(days=30)
"""So long it is known what was said; the table is swept after it."""

Source = Callable[[Hands, Session, Known, datetime], Awaitable[Sequence[Nudge]]]
"""What is to be said today, in the open transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    known: Known
    day: date
    shown: Shown


async def of_promises(hands: Hands, session: Session, known: Known, now: datetime) -> Sequence[Nudge]:
    """What the ledger has to say this morning."""
    owed = await owed_with(session, known)
    names = await client_names(session, known, [one.client for one in owed])
    silenced = known.corrections.muted_clients
    heard = [one for one in owed if one.client not in silenced]
    return promise_nudges(heard, names, known.name, now, known.preferences, known.words)


SOURCES: Final[list[Source]] = [of_absence, of_promises, of_check_ins, of_relationships, of_first_week]


def wakes_for_nudges(known: Known, now: datetime) -> list[Wake]:
    """The wake of the person's next working morning."""
    at = next_morning(now, known.preferences)
    return [nudge_wake(known.tenant, known.person, _day(at, known), at)] if at else []


async def redraw_nudges(hands: Hands, session: Session, known: Known, now: datetime) -> None:
    """Have today's message, where there is one, follow what has changed since."""
    day = _day(now, known)
    if any(one.state == "sent" for one in await _held(session, known, day)):
        await hands.arm(session, [nudge_wake(known.tenant, known.person, day, now)])


async def send_nudges(hands: Hands, tenant: TenantId, person: PersonId, key: str = "") -> None:
    """Send the message of today once, where there is anything to say; where it was sent, have it say what is so now.

    `key`: of the wake that asks; two that ask at once do not both send. Raises Retryable where Teams cannot answer now.
    """
    async with hands.database.transaction(tenant) as session:
        await session.row("lock_person", tenant, person)
        known = await known_person(hands, session, tenant, person)
        if known is None or not known.is_watched:
            return
        held = await _held(session, known, _day(hands.clock(), known))
        sent = next((one for one in held if one.state == "sent"), None)
        claim = None if sent else await _claim(hands, session, known, key)
    if sent is not None:
        await _edit(hands, known, sent)
    elif claim is not None:
        await _record(hands, claim, await _send(hands, claim))


async def days_card(session: Session, known: Known, day: date, now: datetime) -> Shown | None:
    """The message of a day as it should stand there now; None where there was none."""
    rows = await session.rows("nudges_on", known.tenant, known.person, day)
    lines = [await _line(session, known, row) for row in rows]
    if not lines:
        return None
    names = await client_names(session, known, [one.owed.client for one in lines if one.owed])
    card = nudge_card(lines, names, day, now, known.preferences.zone, known.words)
    return Shown(card=card, summary=nudge_summary(lines, known.words))


async def today_card(session: Session, known: Known, day: str, now: datetime) -> Shown | None:
    """The message of a day written `2026-11-27`, today's where that is no day; None where there was none."""
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        wanted = _day(now, known)
    return await days_card(session, known, wanted, now)


async def answer_nudge(session: Session, known: Known, about: str, answer: str, now: datetime) -> Shown | None:
    """A line was tapped: `answer` stands in its place; the message as it is then. `about`: how its key begins. An empty answer
    brings the line back."""
    day = _day(now, known)
    await session.run("answer_nudges", known.tenant, known.person, about, day - timedelta(days=1), answer)
    return await days_card(session, known, day, now)


async def _claim(hands: Hands, session: Session, known: Known, key: str) -> _Claim | None:
    now = hands.clock()
    day = _day(now, known)
    if not is_time(now, known.preferences) or day in known.corrections.muted_days or known.away(now) is not None:
        return None
    start_at, end_at = day_of(now, known.preferences.zone)
    counted = await session.row("sent_since", known.tenant, known.person, start_at, end_at, _id(day), NUDGE)
    if counted and counted["sent"] >= known.preferences.budget - 1:
        log.info("nudges_over_budget")
        return None
    chosen = await _chosen(hands, session, known, day, now)
    if not chosen:
        return None
    taken = await session.row(
        "claim_delivery", known.tenant, known.person, _id(day), NUDGE, 1, "claimed", now, start_at, now, key or _id(day),
        now - CLAIM_IS_OLD_AFTER,
    )  # fmt: skip
    if taken is None:
        return None
    await session.run("drop_nudges", known.tenant, known.person, day)
    for place, one in enumerate(chosen):
        taps = [{"verb": tap.verb, "title": tap.title, "data": dict(tap.data)} for tap in one.taps]
        about = one.key or f"{one.kind}:{one.client}"
        fields = (place, one.kind, one.client, one.text, one.detail, taps, one.weight)
        await session.run("put_nudge", known.tenant, known.person, day, about, *fields)
    shown = await days_card(session, known, day, now)
    return _Claim(known=known, day=day, shown=shown) if shown else None


async def _chosen(hands: Hands, session: Session, known: Known, day: date, now: datetime) -> Sequence[Nudge]:
    found = [one for source in SOURCES for one in await source(hands, session, known, now)]
    rows = await session.rows("nudges_since", known.tenant, known.person, day - SAID_FOR)
    chosen = of_the_day(found, {row["key"] for row in rows if row["day"] != day})
    return [await _with_promises(session, known, one) for one in chosen]


async def _with_promises(session: Session, known: Known, nudge: Nudge) -> Nudge:
    """A call between two meetings has the open promises at hand."""
    owed = await owed_with(session, known, nudge.client) if nudge.kind == MID_POINT else ()
    return with_promises(nudge, owed, known.words)


async def _line(session: Session, known: Known, row: Mapping[str, Any]) -> Line:
    taps = tuple(Tap(verb=one["verb"], title=one["title"], data=one["data"]) for one in row["taps"])
    nudge = Nudge(
        kind=row["kind"], client=row["client"], text=row["said"], taps=taps, weight=row["weight"], key=row["key"],
        detail=row["detail"],
    )  # fmt: skip
    about = row["key"].partition(":")[0]
    owed = await owed_by_id(session, known, about) if row["kind"] in PROMISES else None
    return Line(nudge=nudge, owed=owed, answer=row["answer"])


async def _send(hands: Hands, claim: _Claim) -> str | None:
    """Send it. After Retryable the claim stays: whoever takes the wake again may send."""
    try:
        return await speak.send(hands, claim.known, claim.shown, is_urgent=False)
    except Refused as error:
        async with hands.database.transaction(claim.known.tenant) as session:
            await session.run("release_claim", claim.known.tenant, claim.known.person, _id(claim.day), NUDGE, 1)
            await session.run("drop_nudges", claim.known.tenant, claim.known.person, claim.day)
        if isinstance(error, Gone):
            log.warning("chat_gone")
            await stop_watching(hands, claim.known.tenant, claim.known.person)
        raise


async def _record(hands: Hands, claim: _Claim, activity_id: str | None) -> None:
    known, digest = claim.known, digest_of_card(claim.shown.card)
    async with hands.database.transaction(known.tenant) as session:
        args = (_id(claim.day), NUDGE, 1, activity_id, digest, hands.clock())
        await session.run("mark_sent", known.tenant, known.person, *args)


async def _edit(hands: Hands, known: Known, sent: Delivered) -> None:
    now = hands.clock()
    day = _day(now, known)
    async with hands.database.transaction(known.tenant) as session:
        shown = await days_card(session, known, day, now)
    if shown is None or not sent.activity_id or digest_of_card(shown.card) == sent.card_digest:
        return
    try:
        await speak.edit(hands, known, sent.activity_id, shown)
    except Retryable:
        raise
    except Refused as error:
        log.info("nudges_not_edited", why=str(error))
        return
    async with hands.database.transaction(known.tenant) as session:
        args = (_id(day), NUDGE, 1, "sent", digest_of_card(shown.card), now, sent.shown_start)
        await session.run("mark_edited", known.tenant, known.person, *args)


async def _held(session: Session, known: Known, day: date) -> list[Delivered]:
    return await delivered(session, known.tenant, known.person, _id(day))


def _day(at: datetime, known: Known) -> date:
    return at.astimezone(ZoneInfo(known.preferences.zone)).date()


def _id(day: date) -> MeetingId:
    return MeetingId(f"{NUDGE}:{day.isoformat()}")
