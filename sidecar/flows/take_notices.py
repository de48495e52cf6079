"""Notices come in: those that prove themselves are stored and make one calendar read due."""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter, defaultdict
from collections.abc import Sequence

from sidecar.domain.meetings.meeting import PersonId
from sidecar.domain.meetings.notice import Notice
from sidecar.domain.meetings.wake import read_wake, watch_wake
from sidecar.flows.hands import Hands
from sidecar.store.database import Session


def digest_of(client_state: str) -> bytes:
    """What is stored of a subscription's secret."""
    return hashlib.sha256(client_state.encode()).digest()


async def take_notices(hands: Hands, notices: Sequence[Notice]) -> dict[str, int]:
    """Store what is true and count the rest by reason. One body may mix tenants: each has its own transaction.

    Raises whatever the database raises, so that the sender sends again.
    """
    results: Counter[str] = Counter()
    by_tenant: dict[str, list[Notice]] = defaultdict(list)
    for notice in notices:
        by_tenant[notice.tenant].append(notice)
    for of_tenant in by_tenant.values():
        async with hands.database.transaction(of_tenant[0].tenant) as session:
            for notice in of_tenant:
                results[await _take(hands, session, notice)] += 1
    return dict(results)


async def _take(hands: Hands, session: Session, notice: Notice) -> str:
    known = await session.row("subscription", notice.tenant, notice.subscription)
    if known is None:
        return "unknown_subscription"
    if not hmac.compare_digest(known["client_state_hash"], digest_of(notice.client_state)):
        return "wrong_client_state"
    person, now = PersonId(known["person_id"]), hands.clock()
    marked = await session.row("mark_dirty", notice.tenant, person)
    if marked is None:
        return "not_watched"
    await session.run("add_notice", notice.tenant, person, notice.subscription, notice.what, now)
    wakes = [read_wake(notice.tenant, person, marked["notices"], hands.coalesce)] if marked["is_first"] else []
    if notice.what in {"subscriptionRemoved", "reauthorizationRequired"}:
        if notice.what == "subscriptionRemoved":
            await session.run("drop_subscription", notice.tenant, notice.subscription)
        wakes.append(watch_wake(notice.tenant, person, marked["notices"], now, must=True))
    await hands.arm(session, wakes)
    return "stored"
