"""Every ten minutes: arm whatever the plans have and the queue has not, renew what is due, let go of what is old."""

from __future__ import annotations

from datetime import datetime, timedelta

from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.meetings.wake import Wake, read_wake, watch_wake
from sidecar.flows.ask_group import is_ask_due
from sidecar.flows.follow_call import lost_looks
from sidecar.flows.follow_up_again import lost_follow_ups
from sidecar.flows.hands import Hands
from sidecar.flows.install_people import start_roll_out
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.flows.read_calendar import wakes_for
from sidecar.flows.send_nudges import SAID_FOR, wakes_for_nudges
from sidecar.flows.share_counts import keep_what_is_shared
from sidecar.flows.tend_relationships import tend_wakes
from sidecar.store.database import Session

EVERY = timedelta(minutes=10)
LOOK_AHEAD = timedelta(days=5)
"""Far enough for what is told on a Friday of a meeting after a long weekend."""
READ_AT_LEAST_EVERY = timedelta(hours=6)
READ_OFTEN_BEFORE_A_MEETING = timedelta(minutes=45)
KEEP_MEETINGS_FOR = timedelta(days=30)
KEEP_PAGES_FOR = timedelta(days=30)
KEEP_DOSSIERS_FOR = timedelta(days=90)
KEEP_DRAFTS_FOR = timedelta(days=365)
KEEP_ANSWERS_FOR = timedelta(days=730)
KEEP_NOTICES_FOR = timedelta(days=2)
KEEP_WISHES_FOR = timedelta(days=365)
KEEP_PROMISES_FOR = timedelta(days=365)
KEEP_CONTACTS_FOR = timedelta(days=730)
KEEP_SUGGESTIONS_FOR = timedelta(days=395)


def sweep_wake(now: datetime) -> Wake:
    """The next sweep; the same key whoever arms it, so there is one."""
    slot = int(now.timestamp() // EVERY.total_seconds()) + 1
    return Wake(kind="sweep", key=f"sweep:{slot}", due_at=datetime.fromtimestamp(slot * EVERY.total_seconds(), now.tzinfo))


async def sweep(hands: Hands) -> None:
    """Sweep every tenant and make the next sweep due."""
    now = hands.clock()
    await start_roll_out(hands)
    async with hands.database.directory() as session:
        await hands.arm(session, [sweep_wake(now)])
        tenants = [TenantId(row["tenant_id"]) for row in await session.rows("tenants")]
    for tenant in tenants:
        async with hands.database.transaction(tenant) as session:
            await session.run("sweep_notices", tenant, now - KEEP_NOTICES_FOR)
            await keep_what_is_shared(session, tenant, now - KEEP_MEETINGS_FOR, now)
            await session.run("sweep_meetings", tenant, now - KEEP_MEETINGS_FOR)
            await session.run("sweep_deliveries", tenant, now - KEEP_MEETINGS_FOR)
            await session.run("sweep_decks", tenant)
            await session.run("sweep_online_meetings", tenant)
            await session.run("sweep_links", tenant, now - KEEP_NOTICES_FOR)
            await session.run("sweep_checks", tenant, now - KEEP_DOSSIERS_FOR)
            await session.run("sweep_call_events", tenant, now - KEEP_MEETINGS_FOR)
            await session.run("sweep_answers", tenant, now - KEEP_NOTICES_FOR)
            await session.run("sweep_evidence", tenant, now - KEEP_MEETINGS_FOR)
            await session.run("sweep_pages", tenant, now - KEEP_PAGES_FOR)
            await session.run("sweep_daily_use", tenant, (now - KEEP_NOTICES_FOR).date())
            await session.run("sweep_dossiers", tenant, now - KEEP_DOSSIERS_FOR)
            await session.run("sweep_pace", tenant, now - KEEP_NOTICES_FOR)
            await session.run("sweep_roll_out", tenant, now - KEEP_DOSSIERS_FOR)
            await session.run("sweep_relationships", tenant, now - KEEP_CONTACTS_FOR, (now - KEEP_SUGGESTIONS_FOR).date())
            await session.run("sweep_promises", tenant, now - KEEP_DOSSIERS_FOR, now - KEEP_PROMISES_FOR)
            await session.run("sweep_nudges", tenant, (now - SAID_FOR).date())
            await session.run("sweep_client_wishes", tenant, now - KEEP_WISHES_FOR)
            await session.run("sweep_drafts", tenant, now - KEEP_DRAFTS_FOR, now - KEEP_ANSWERS_FOR)
            await session.run("sweep_people", tenant, now - KEEP_MEETINGS_FOR)
            people = [PersonId(row["person_id"]) for row in await session.rows("people", tenant)]
        for person in people:
            async with hands.database.transaction(tenant) as session:
                await _sweep_person(hands, session, tenant, person, now)


async def _sweep_person(hands: Hands, session: Session, tenant: TenantId, person: PersonId, now: datetime) -> None:
    row = await session.row("person", tenant, person)
    known = await known_person(hands, session, tenant, person)
    if row is None or known is None:
        return
    slot = int(now.timestamp() // EVERY.total_seconds())
    wakes: list[Wake] = []
    if is_ask_due(hands, row["membership"] == "member", row["group_asked_at"]):
        wakes.append(watch_wake(tenant, person, slot, now))
    if known.is_watched:
        wakes += await _wakes_of_watched(hands, session, known, slot, now)
    await hands.arm(session, wakes)


async def _wakes_of_watched(hands: Hands, session: Session, known: Known, slot: int, now: datetime) -> list[Wake]:
    tenant, person = known.tenant, known.person
    wakes: list[Wake] = []
    rows = await session.rows("meetings_between", tenant, person, now, now + LOOK_AHEAD)
    for row in rows:
        if not row["is_gone"]:
            wakes += await wakes_for(hands, session, known, meeting_of(row), row["revision"])
    wakes += wakes_for_nudges(known, now)
    wakes += await lost_looks(session, known, slot, now)
    wakes += await lost_follow_ups(session, known, slot, now)
    has_meeting_soon = any(not row["is_gone"] for row in rows)
    if _is_stale(known, now, has_meeting_soon):
        wakes.append(read_wake(tenant, person, slot, hands.coalesce, because="sweep"))
    wakes += await tend_wakes(session, known, now)
    held = await session.rows("subscriptions_of", tenant, person)
    if not any(row["expires_at"] - now > (row["expires_at"] - row["created_at"]) / 2 - EVERY for row in held):
        wakes.append(watch_wake(tenant, person, slot, now))
    return wakes


def _is_stale(known: Known, now: datetime, has_meeting_soon: bool) -> bool:
    if known.calendar_read_at is None:
        return True
    often = READ_OFTEN_BEFORE_A_MEETING if has_meeting_soon else READ_AT_LEAST_EVERY
    return now - known.calendar_read_at >= often
