"""One read of one person's calendar: meetings stored, what changed armed, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Final

import structlog

from sidecar.domain.meetings.agreed import agreed_of, is_newly_accepted
from sidecar.domain.meetings.client import organisations_in
from sidecar.domain.meetings.delivery import round_of
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import Wake, call_wake, moment_wake, refresh_wake, watch_wake
from sidecar.errors import Refused, Retryable
from sidecar.flows.before.deliveries import delivered
from sidecar.flows.clients.gather_evidence import gather_wakes
from sidecar.flows.clients.research_client import AHEAD as AHEAD_OF_RESEARCH
from sidecar.flows.clients.research_client import research_wakes
from sidecar.flows.clients.stored_decks import lint_wakes
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, digest_of_meeting, known_person, meeting_of
from sidecar.flows.relationships.relationship_store import note_meetings
from sidecar.flows.trust.forget_person import kept_of_event, without_erased
from sidecar.flows.watching.armed import note_armed
from sidecar.flows.watching.closed_calendar import OWNER_UNKNOWN, note_closed, tell_closed
from sidecar.flows.watching.note_days import note_days
from sidecar.flows.watching.plan_meeting import moments_of
from sidecar.flows.watching.watch_calendars import describe_person
from sidecar.graph.client import GraphError
from sidecar.knowledge.free_mail import FREE_MAIL
from sidecar.store.database import Session
from sidecar.store.worker_liveness import WORKER
from sidecar.wire.graph import read_event

log = structlog.get_logger()
AHEAD = timedelta(days=35)
EDGE = timedelta(days=1)
"""What begins so near to the end of the window may have come into it only since."""
BEHIND = timedelta(days=1)
BEHIND_AT_FIRST = timedelta(days=90)
"""The first read looks back, so that "last time" is known from the first card on."""
LEASE = timedelta(minutes=2)
TOLD = frozenset(("sent", "folded", "withdrawn"))
"""States of a message that need no wake of their own any more: what it shows follows the meeting."""
LOOK_AHEAD = timedelta(days=5)
"""So far ahead every plan is kept whole: what is told on a Friday of a meeting after a long weekend is within."""
PLANNED_ANEW_EVERY = timedelta(hours=6)
MOST_ASKED = 20
"""So many meetings that left the window are asked for by themselves; more at once is a calendar that was emptied."""


_READ_HERE: Final[set[tuple[str, TenantId, PersonId]]] = set()
"""What the workers of this process read at this moment. A lease that one of them holds on anything else is what an outage of the
database has left of a read, which could not be given back."""


class MailboxBusy(Retryable):
    """Another worker reads this calendar at this moment; what it finds will be there in a second."""


async def read_calendar(hands: Hands, tenant: TenantId, person: PersonId, *, is_asked: bool = False) -> None:
    """Read the window anew and arm what the plans ask for. `is_asked`: by Graph or a person; where a read that nobody asked for
    finds a change, the subscription may be dead without a word, and is looked at.

    Raises Retryable where another worker reads this mailbox, or Graph cannot answer now.
    """
    with _reading(tenant, person):
        await _read(hands, tenant, person, is_asked=is_asked)


@contextmanager
def _reading(tenant: TenantId, person: PersonId) -> Iterator[None]:
    """One read of a calendar at a time in this worker. Raises MailboxBusy."""
    mine = (WORKER.get(), tenant, person)
    if mine in _READ_HERE:
        raise MailboxBusy("this worker reads this calendar", timedelta(seconds=1))
    _READ_HERE.add(mine)
    try:
        yield
    finally:
        _READ_HERE.discard(mine)


async def _read(hands: Hands, tenant: TenantId, person: PersonId, *, is_asked: bool) -> None:
    now = hands.clock()
    await _know_the_owner(hands, tenant, person)
    async with hands.database.transaction(tenant) as session:
        worker = WORKER.get()
        leased = await session.row("lease_mailbox", tenant, person, now, now + LEASE, worker, bool(worker))
        row = await session.row("person", tenant, person)
    if row is None or not row["is_watched"]:
        return
    if leased is None:
        raise MailboxBusy("another worker reads this calendar", timedelta(seconds=1))
    start_at = now - (BEHIND if row["calendar_read_at"] else BEHIND_AT_FIRST)
    try:
        found = _readable(await hands.calendars.view(person, start_at, now + AHEAD))
        found |= _readable(await _moved_away(hands, tenant, person, set(found), (start_at, now + AHEAD)))
    except (Retryable, GraphError) as error:
        await _give_up(hands, tenant, person, error)
        raise
    if not await _has_owner(hands, tenant, person, [meeting for meeting, _ in found.values() if not meeting.is_private]):
        log.warning("owner_unknown")
        await _give_up(hands, tenant, person, GraphError(403, OWNER_UNKNOWN, "no address"))
        return
    seen_until = None if is_asked or row["calendar_read_at"] is None else row["calendar_read_at"] + AHEAD - EDGE
    await _store(hands, tenant, person, found, (start_at, now + AHEAD), seen_until)


async def _know_the_owner(hands: Hands, tenant: TenantId, person: PersonId) -> None:
    """Without the owner's address nobody can be told from a client."""
    async with hands.database.transaction(tenant) as session:
        row = await session.row("person", tenant, person)
    if row is not None and row["is_watched"] and not row["address"]:
        await describe_person(hands, tenant, person)


async def _moved_away(
    hands: Hands, tenant: TenantId, person: PersonId, seen: set[MeetingId], window: tuple[datetime, datetime]
) -> list[Mapping[str, Any]]:
    """Meetings with a message in the chat that left the window: moved far away is not cancelled, so each is asked for."""
    async with hands.database.transaction(tenant) as session:
        stored = await session.rows("meetings_between", tenant, person, *window)
        delivered = {row["meeting_id"] for row in await session.rows("delivered_meetings", tenant, person, window[0])}
    missing = [row for row in stored if row["meeting_id"] not in seen and row["meeting_id"] in delivered and not row["is_gone"]]
    asked = [await hands.calendars.event(person, str(row["event"].get("id"))) for row in missing[:MOST_ASKED]]
    return [event for event in asked if event is not None]


async def _has_owner(hands: Hands, tenant: TenantId, person: PersonId, meetings: Sequence[Meeting]) -> bool:
    """Where neither the directory nor the chat says the owner's address, it is that of the organiser of an event of their own;
    of who organises none, the domains that are ours say who is not a client."""
    async with hands.database.transaction(tenant) as session:
        row = await session.row("person", tenant, person)
        if row is None or row["address"]:
            return row is not None
        own = [one.organizer.address for one in meetings if one.is_organizer and one.organizer and one.organizer.address]
        if own:
            await session.run(
                "describe_person", tenant, person, own[0], row["name"], row["zone"], row["language"], row["working_hours"]
            )
        known = await known_person(hands, session, tenant, person)
        return bool(own) or not meetings or (known is not None and bool(known.ours.domains - FREE_MAIL))


async def _give_up(hands: Hands, tenant: TenantId, person: PersonId, error: Retryable | GraphError) -> None:
    """Let the mailbox go. A permission that is missing stops this person only; the sweep has it looked at again."""
    async with hands.database.transaction(tenant) as session:
        await session.run("release_mailbox", tenant, person, None)
    if isinstance(error, GraphError):
        await note_closed(hands, tenant, person, error)
        await tell_closed(hands, tenant, person, error)


def _readable(events: Sequence[Mapping[str, Any]]) -> dict[MeetingId, tuple[Meeting, Mapping[str, Any]]]:
    found: dict[MeetingId, tuple[Meeting, Mapping[str, Any]]] = {}
    for event in events:
        try:
            meeting = read_event(event)
        except Refused as error:
            log.warning("event_unreadable", why=error.why)
            continue
        if meeting is not None:
            found[meeting.id] = kept_of_event(meeting, event)
    return found


async def _store(
    hands: Hands,
    tenant: TenantId,
    person: PersonId,
    found: Mapping[MeetingId, tuple[Meeting, Mapping[str, Any]]],
    window: tuple[datetime, datetime],
    seen_until: datetime | None,
) -> None:
    from sidecar.flows.watching.plan_anew import plan_anew  # which plans as this does

    async with hands.database.transaction(tenant) as session:
        locked = await session.row("lock_person", tenant, person)
        known = await known_person(hands, session, tenant, person)
        if known is None or locked is None:
            return
        found = await without_erased(session, tenant, found)
        stored = {MeetingId(row["meeting_id"]): row for row in await session.rows("meetings_between", tenant, person, *window)}
        delivered = {row["meeting_id"] for row in await session.rows("delivered_meetings", tenant, person, window[0])}
        changed: list[tuple[Meeting, int]] = []
        for meeting, event in found.values():
            if (revision := await _put(hands, session, known, meeting, event, stored.get(meeting.id))) is not None:
                changed.append((meeting, revision))
        touched = {str(meeting.id): revision for meeting, revision in changed}
        touched |= await _gone(session, tenant, person, [key for key in stored if key not in found])
        if await note_days(session, known, [meeting for meeting, _ in found.values()], window[0], hands.clock()):
            known = await known_person(hands, session, tenant, person) or known
            await plan_anew(hands, session, known)  # under other keys: what waits for the end of an absence is not waited for
            wakes = []
        else:
            wakes = await _plan(hands, session, known, changed, _unchanged(hands, locked["planned_at"], found, stored, touched))
        await _plan_others(hands, session, known, touched, stored)
        if seen_until is not None and any(meeting.start_at < seen_until for meeting, _ in changed):
            wakes.append(watch_wake(tenant, person, max(touched.values()), hands.clock(), must=True))
        wakes += [refresh_wake(tenant, person, MeetingId(key), revision) for key, revision in touched.items() if key in delivered]
        coming = {key for key in delivered if key in stored and stored[MeetingId(key)]["end_at"] > hands.clock()}
        wakes += _others_shown(tenant, person, coming, touched)
        wakes += await gather_wakes(session, known, hands.clock())
        wakes += await lint_wakes(session, known, found.values(), hands.clock())
        await hands.arm(
            session, wakes + await research_wakes(session, hands, tenant, _soon(known, found, hands.clock()), hands.clock())
        )
        past = [(meeting, None) for meeting, _ in changed if meeting.end_at <= hands.clock()]
        await note_meetings(session, known, past, hands.clock())
        await session.run("set_problem", tenant, person, None)
        await session.run("release_mailbox", tenant, person, hands.clock())


def _others_shown(tenant: TenantId, person: PersonId, coming: set[str], touched: Mapping[str, int]) -> list[Wake]:
    """A card says what is just before and after, and when the client was last met: where another meeting changed, it is looked
    at. `coming`: whose cards stand."""
    if not touched:
        return []
    key, revision = min(touched.items())
    others = [MeetingId(one) for one in sorted(coming - set(touched))]
    return [refresh_wake(tenant, person, one, revision, because=f"near-{key}") for one in others]


def _unchanged(
    hands: Hands,
    planned_at: datetime | None,
    found: Mapping[MeetingId, tuple[Meeting, Mapping[str, Any]]],
    stored: Mapping[MeetingId, Any],
    touched: Mapping[str, int],
) -> list[tuple[Meeting, int]] | None:
    """Now and then the coming meetings that did not change, to be planned anew all the same; None where that is not due."""
    now = hands.clock()
    if planned_at is not None and now - planned_at < PLANNED_ANEW_EVERY:
        return None
    return [
        (meeting, stored[key]["revision"])
        for key, (meeting, _) in found.items()
        if key not in touched and key in stored and meeting.start_at < now + LOOK_AHEAD and meeting.end_at > now
    ]


async def _plan(
    hands: Hands,
    session: Session,
    known: Known,
    changed: Sequence[tuple[Meeting, int]],
    rest: Sequence[tuple[Meeting, int]] | None,
) -> list[Wake]:
    """The wakes of these meetings, which are written down for the sweep."""
    planned = {
        meeting.id: (revision, await wakes_for(hands, session, known, meeting, revision))
        for meeting, revision in (*changed, *(rest or ()))
    }
    await note_armed(session, known.tenant, known.person, planned)
    if rest is not None:
        await session.run("note_planned", known.tenant, known.person, hands.clock())
    return [wake for _, wakes in planned.values() for wake in wakes]


async def _plan_others(
    hands: Hands, session: Session, known: Known, touched: Mapping[str, int], stored: Mapping[MeetingId, Any]
) -> None:
    """Whether a meeting is the first with a client hangs on the others with the same: the sweep plans those anew."""
    if not touched:
        return
    now = await session.rows("domains_of", known.tenant, known.person, list(touched))
    before = {stored[MeetingId(key)]["client_domain"] for key in touched if MeetingId(key) in stored}
    domains = sorted({row["client_domain"] for row in now} | (before - {None}))
    await session.run("plan_with_same_client", known.tenant, known.person, domains, hands.clock(), list(touched))


def _soon(known: Known, found: Mapping[MeetingId, tuple[Meeting, Mapping[str, Any]]], now: datetime) -> list[str]:
    """The organisations of the clients met in the next days."""
    soon = [meeting for meeting, _ in found.values() if now <= meeting.start_at <= now + AHEAD_OF_RESEARCH]
    judged = [(meeting, verdict) for meeting in soon if (verdict := known.verdict(meeting, now)).is_client]
    return [name for pair in judged for name in organisations_in(*pair, known.ours, known.corrections)]


async def _put(
    hands: Hands, session: Session, known: Known, meeting: Meeting, event: Mapping[str, Any], stored: Any
) -> int | None:
    """Store a meeting; its new revision where something changed."""
    digest = digest_of_meeting(meeting)
    domain = known.verdict_while_it_lasts(meeting, hands.clock()).client_domain
    if stored and stored["digest"] == digest and stored["client_domain"] == domain and not stored["is_gone"]:
        return None
    put = await session.row(
        "put_meeting", known.tenant, known.person, meeting.id, meeting.series_id, meeting.start_at, meeting.end_at,
        dict(event), digest, domain, hands.clock(),
    )  # fmt: skip
    before = meeting_of(stored) if stored and not stored["is_gone"] else None
    if put and domain and not meeting.is_private and is_newly_accepted(meeting, before):
        await session.run("note_accepted", known.tenant, known.person, meeting.id, agreed_of(meeting).as_json())
    return put["revision"] if put else None


async def _gone(session: Session, tenant: TenantId, person: PersonId, missing: Sequence[MeetingId]) -> dict[str, int]:
    """Mark what the calendar no longer has."""
    gone: dict[str, int] = {}
    for meeting in missing:
        row = await session.row("mark_gone", tenant, person, meeting)
        if row is not None:
            gone[str(meeting)] = row["revision"]
    return gone


async def wakes_for(hands: Hands, session: Session, known: Known, meeting: Meeting, revision: int) -> list[Wake]:
    """The moments of a meeting that can still be of use."""
    now = hands.clock()
    verdict = known.verdict(meeting, now)
    moments = await moments_of(session, known, meeting, verdict, now)
    held = await delivered(session, known.tenant, known.person, meeting.id)
    told = {one.kind for one in held if one.round == round_of(held) and one.state in TOLD}
    wakes = [
        moment_wake(known.tenant, known.person, meeting.id, moment.kind, moment.due_at, revision)
        for moment in moments
        if moment.until > now and moment.kind not in told
    ]
    if verdict.is_client and meeting.end_at > now:
        wakes.append(call_wake(known.tenant, known.person, meeting.id, meeting.start_at, f"r{revision}"))
    return wakes
