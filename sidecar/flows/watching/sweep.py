"""Every ten minutes: arm whatever the plans have and the queue has not, renew what is due, let go of what is old.

A tenant is asked in sets who needs anything: nobody else costs a query. What was armed for a meeting is written down with the
meeting's revision, so that only those are planned of which the queue lacks a wake or the plan is of an older revision; every
calendar read also plans everything anew now and then, since a plan may change without its meeting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import structlog
from prometheus_client import Counter

from sidecar.domain.apps.retention import age_of
from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.domain.meetings.pace import Pace
from sidecar.domain.meetings.wake import Wake, read_wake, watch_wake
from sidecar.flows.calls.follow_call import lost_looks
from sidecar.flows.followups.follow_up_again import OVERDUE, lost_follow_ups
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.flows.relationships.send_nudges import wakes_for_nudges
from sidecar.flows.relationships.tend_relationships import tend_wakes
from sidecar.flows.watching.armed import note_armed
from sidecar.flows.watching.ask_group import ASK_EVERY
from sidecar.flows.watching.closed_calendar import ASK_AGAIN_AFTER
from sidecar.flows.watching.install_people import start_roll_out
from sidecar.flows.watching.read_calendar import LOOK_AHEAD, wakes_for
from sidecar.flows.watching.retention_sweep import let_go
from sidecar.store.database import AWAY, Session

log = structlog.get_logger()
RUNNING_OUT = Counter("companion_subscriptions_running_out_total", "Subscriptions found with a quarter of their life left")
EVERY = timedelta(minutes=10)
AT_ONCE: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""An instant that is the same for every sweep, so that a wake which waits is not armed a second time."""
TENANTS_AT_ONCE: Final = 50
"""So many tenants are one job's work; the next page is another's, on whatever worker is free."""
READ_AT_LEAST_EVERY: Final = timedelta(hours=12)
READ_BEFORE_MEETINGS_EVERY: Final = timedelta(hours=3)
SOON: Final = timedelta(hours=3)
"""A meeting so near makes the calendar read more often. Before each card it is read anyway."""
MORNINGS_LOOKED_AT_EVERY: Final = timedelta(hours=6)
TIDY: Final = Pace(name="tidy", every=timedelta(minutes=55), burst=1)
"""How often a tenant's old rows are let go of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Need:
    """Why somebody is looked at; `meetings`: those whose wakes the queue lacks."""

    row: Mapping[str, Any]
    meetings: Sequence[Mapping[str, Any]] = ()


def sweep_wake(now: datetime, after: str = "") -> Wake:
    """The next sweep, or its next page now, for the tenants behind `after`; the same key whoever arms it, so there is one."""
    slot = int(now.timestamp() // EVERY.total_seconds())
    if after:
        return Wake(kind="sweep", key=f"sweep:{slot}:{after}", what={"after": after})
    due_at = datetime.fromtimestamp((slot + 1) * EVERY.total_seconds(), now.tzinfo)
    return Wake(kind="sweep", key=f"sweep:{slot + 1}", due_at=due_at)


async def sweep(hands: Hands, after: str | None = None) -> None:
    """Sweep a page of tenants, and make the next page and the next sweep due. `after`: the last tenant of the page before, empty
    for the first; None: by hand, and then whatever is old goes at once."""
    now = hands.clock()
    if not after:
        await start_roll_out(hands)
    async with hands.database.directory() as session:
        tenants = [TenantId(row["tenant_id"]) for row in await session.rows("tenants_after", after or "", TENANTS_AT_ONCE)]
        wakes = [] if after else [sweep_wake(now)]
        wakes += [sweep_wake(now, tenants[-1])] if len(tenants) == TENANTS_AT_ONCE else []
        await hands.arm(session, wakes)
        await session.run("sweep_erasures", "", now - age_of("erasure"))
    for tenant in tenants:
        try:
            await _sweep_tenant(hands, tenant, now, is_by_hand=after is None)
        except AWAY:
            raise
        except Exception as error:
            if len(tenants) == 1:
                raise
            log.error("tenant_not_swept", exc_info=error)


async def _sweep_tenant(hands: Hands, tenant: TenantId, now: datetime, *, is_by_hand: bool) -> None:
    async with hands.database.transaction(tenant) as session:
        # This locks the turn also where it is not due: of two that let go of the same rows one waits, and neither for the other.
        turn = await session.row("take_turn", tenant, "", TIDY.name, now, TIDY.every, TIDY.tolerance)
        if is_by_hand or turn is not None:
            await let_go(session, tenant, now, hands.keep_meetings)
        needs = await _needs(hands, session, tenant, now)
    for need in needs:
        async with hands.database.transaction(tenant) as session:
            await _sweep_person(hands, session, tenant, need, now)


async def _needs(hands: Hands, session: Session, tenant: TenantId, now: datetime) -> list[_Need]:
    """Who needs anything: two queries, however many people there are."""
    running_out = await session.row("subscriptions_running_out", tenant, now)
    if running_out is not None and running_out["people"]:
        RUNNING_OUT.inc(running_out["people"])
        log.warning("subscriptions_running_out", people=running_out["people"])
    lacking: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in await session.rows("meetings_to_plan", tenant, now, now + LOOK_AHEAD):
        lacking[row["person_id"]].append(row)
    rows = await session.rows(
        "people_to_sweep", tenant, now, bool(hands.people_group), ASK_EVERY, EVERY, READ_AT_LEAST_EVERY,
        READ_BEFORE_MEETINGS_EVERY, SOON, ASK_AGAIN_AFTER, OVERDUE, MORNINGS_LOOKED_AT_EVERY, list(lacking),
    )  # fmt: skip
    return [_Need(row=row, meetings=lacking.get(row["person_id"], ())) for row in rows]


async def _sweep_person(hands: Hands, session: Session, tenant: TenantId, need: _Need, now: datetime) -> None:
    person, slot = PersonId(need.row["person_id"]), int(now.timestamp() // EVERY.total_seconds())
    wakes: list[Wake] = []
    if need.row["is_ask_due"] or need.row["is_watch_due"]:
        wakes.append(watch_wake(tenant, person, need.row["watch_mark"], AT_ONCE))
    if need.row["is_stale"]:
        wakes.append(read_wake(tenant, person, need.row["read_mark"], hands.coalesce, because="sweep"))
    is_known_needed = need.row["is_lost"] or need.row["is_morning_due"] or need.meetings
    known = await known_person(hands, session, tenant, person) if is_known_needed else None
    if known is not None and known.is_watched:
        if need.row["is_lost"]:
            wakes += await lost_looks(session, known, slot, now)
            wakes += await lost_follow_ups(session, known, slot, now)
        if need.row["is_morning_due"]:
            wakes += await _morning_wakes(session, known, now)
        wakes += await _plan(hands, session, known, need.meetings)
    await hands.arm(session, wakes)


async def _morning_wakes(session: Session, known: Known, now: datetime) -> list[Wake]:
    wakes = [*wakes_for_nudges(known, now), *await tend_wakes(session, known, now)]
    await session.run("note_mornings", known.tenant, known.person, [wake.key for wake in wakes], now)
    return wakes


async def _plan(hands: Hands, session: Session, known: Known, rows: Sequence[Mapping[str, Any]]) -> list[Wake]:
    planned = {
        MeetingId(row["meeting_id"]): (row["revision"], await wakes_for(hands, session, known, meeting_of(row), row["revision"]))
        for row in rows
    }
    await note_armed(session, known.tenant, known.person, planned)
    return [wake for _, wakes in planned.values() for wake in wakes]
