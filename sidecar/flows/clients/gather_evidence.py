"""Who comes to the next week's client meetings: once a week for each address, and anew when their meeting is near, what their
mails and their shared working hours say of where they are. It runs beside everything else; no card ever waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog

from sidecar.domain.meetings.client import everybody, side_of
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import Wake, gather_wake, refresh_wake
from sidecar.flows.before.read_options import options_due, read_due_options
from sidecar.flows.clients.stored_evidence import Found, found_in_hours, found_in_mails, replace_evidence
from sidecar.flows.followups.ledger import keep_mailed
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.flows.relationships.tend_relationships import keep_mails
from sidecar.graph.client import GraphError
from sidecar.store.database import Session

log = structlog.get_logger()
AHEAD = timedelta(days=7)
AGAIN_AFTER = timedelta(days=7)
SOON = timedelta(days=1)
AGAIN_IF_SOON = timedelta(hours=12)
"""Who is away tomorrow often sets their automatic reply only today."""
AGAIN_IF_REFUSED = timedelta(days=1)
"""An administrator who grants the permission does not have to wait for a week."""
TAKES_AT_MOST = timedelta(minutes=10)
"""A look that began earlier and has not ended was cut off."""
MOST_IN_A_MEETING = 8
MOST_AT_ONCE = 20
NO_RIGHT = {401, 403}
Holds = tuple[datetime, datetime, datetime]


async def gather_wakes(session: Session, known: Known, now: datetime) -> list[Wake]:
    """The wake that looks into those who are due, in the transaction that stored the meetings; none where nobody is."""
    due: Sequence[object] = await _due(session, known, now) if known.is_watched else []
    due = due or await options_due(session, known, now)
    return [gather_wake(known.tenant, known.person, int(now.timestamp() * 1000))] if due else []


async def gather(hands: Hands, tenant: TenantId, person: PersonId) -> None:
    """Look into everybody who is due, twenty at a time, and read the options of the meetings the person hosts.

    A permission that is missing only makes the answer smaller.

    Raises Retryable where Graph cannot answer now; whoever was looked into by then stays so.
    """
    now = hands.clock()
    async with hands.database.transaction(tenant) as session:
        known = await known_person(hands, session, tenant, person)
        if known is None or not known.is_watched:
            return
        due = (await _due(session, known, now))[:MOST_AT_ONCE]
        claims = [(one, await session.row("claim_look", tenant, person, one, now, *holds)) for one, holds in due]
        waiting = [one for one, claim in claims if claim]
    if not waiting:
        await read_due_options(hands, known)
        return
    try:
        shared = await _shared_hours(hands, person, waiting, now)
        is_open = True
        while waiting:
            try:
                messages = await _messages(hands, person, waiting[0]) if is_open else None
            except GraphError:
                waiting.pop(0)  # what is known of this one stays; the look is due again when its hold ends
                continue
            is_open = messages is not None
            await _look(hands, known, waiting[0], messages, shared.get(waiting[0]), now)
            waiting.pop(0)
        await read_due_options(hands, known)
    finally:
        async with hands.database.transaction(tenant) as session:
            await session.run("release_looks", tenant, person, waiting)
    async with hands.database.transaction(tenant) as session:
        await hands.arm(session, await gather_wakes(session, known, hands.clock()))


def _holds(now: datetime, *, is_soon: bool) -> Holds:
    """Since when a look at read mails, one at refused ones and one that still runs count."""
    return now - (AGAIN_IF_SOON if is_soon else AGAIN_AFTER), now - AGAIN_IF_REFUSED, now - TAKES_AT_MOST


async def _due(session: Session, known: Known, now: datetime) -> list[tuple[str, Holds]]:
    """Clients' addresses in the coming week that were not looked into lately, the soonest meeting's first."""
    rows = await session.rows("meetings_between", known.tenant, known.person, now, now + AHEAD)
    meetings = [meeting_of(row) for row in rows if not row["is_gone"]]
    found: list[tuple[str, Holds]] = []
    for is_soon in (True, False):
        near = [one for one in meetings if (one.start_at < now + SOON) is is_soon]
        wanted = dict.fromkeys(address for meeting in near for address in _clients_in(meeting, known, now))
        asked = [address for address in wanted if address not in dict(found)]
        holds = _holds(now, is_soon=is_soon)
        done = await session.rows("looked_into", known.tenant, known.person, asked, now, *holds) if asked else ()
        looked = {row["address"] for row in done}
        found += [(address, holds) for address in asked if address not in looked]
    return found


def _clients_in(meeting: Meeting, known: Known, now: datetime) -> list[str]:
    verdict = known.verdict(meeting, now)
    if not verdict.is_client or verdict.skipped is not None:
        return []
    theirs = [one.address for one in everybody(meeting) if side_of(one, known.ours, known.corrections) == "client"]
    return [address.lower() for address in theirs if address][:MOST_IN_A_MEETING]


async def _shared_hours(hands: Hands, person: PersonId, addresses: Sequence[str], now: datetime) -> Mapping[str, Any]:
    try:
        return await hands.schedules.working_hours(person, addresses, now)
    except GraphError as error:
        log.info("shared_hours_not_read", status=error.status, code=error.code)
        return {}


async def _messages(hands: Hands, person: PersonId, address: str) -> Sequence[Mapping[str, Any]] | None:
    """The last mails with an address; None where we may not read them. Raises GraphError for anything else."""
    try:
        return await hands.mails.exchanged_with(person, address)
    except GraphError as error:
        (log.info if error.status in NO_RIGHT else log.warning)("mail_not_read", status=error.status, code=error.code)
        if error.status not in NO_RIGHT:
            raise
        return None


async def _look(
    hands: Hands, known: Known, address: str, messages: Sequence[Mapping[str, Any]] | None, shared: Any, now: datetime
) -> None:
    """Store what one address's mails and hours say; mails that are closed to us take along what they once said."""
    hours = await asyncio.to_thread(found_in_hours, shared, now) if shared else ()
    zones = [one.value for one in hours if one.kind == "working_hours"]
    zones += [known.corrections.zones[address]] if address in known.corrections.zones else []
    mails = await asyncio.to_thread(found_in_mails, messages, address, zones, now) if messages else ()
    await _keep(hands, known, address, [*hours, *mails], "refused" if messages is None else "read")
    if messages:
        await keep_mails(hands, known, messages, now)


async def _keep(hands: Hands, known: Known, address: str, found: Sequence[Found], mail: str) -> None:
    now = hands.clock()
    async with hands.database.transaction(known.tenant) as session:
        await session.row("lock_person", known.tenant, known.person)
        if await session.run("end_look", known.tenant, known.person, address, now, mail) == 0:
            return
        is_changed = await replace_evidence(session, known.tenant, known.person, address, found)
        await keep_mailed(session, known, address, now)
        if is_changed:
            await hands.arm(session, await _refreshes(session, known, address, now))


async def _refreshes(session: Session, known: Known, address: str, now: datetime) -> list[Wake]:
    """Cards that stand in the chat already and name this address are looked at anew, silently."""
    delivered = {row["meeting_id"] for row in await session.rows("delivered_meetings", known.tenant, known.person, now)}
    rows = await session.rows("meetings_between", known.tenant, known.person, now, now + AHEAD)
    shown = [row for row in rows if row["meeting_id"] in delivered and not row["is_gone"]]
    because = f"gathered-{int(now.timestamp() * 1000)}"
    return [
        refresh_wake(known.tenant, known.person, MeetingId(row["meeting_id"]), row["revision"], because=because)
        for row in shown
        if address in {one.address.lower() for one in everybody(meeting_of(row))}
    ]
