"""Whether changes of the watched calendars still reach us, for readiness and metrics. Counts and instants only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sidecar.domain.meetings.meeting import TenantId
from sidecar.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Over all tenants. `without`: watched people whose calendar may be read and for whom no subscription is held."""

    watched: int
    without: int
    first_ends_at: datetime | None


async def subscriptions_held(database: Database) -> Held:
    """One small question for each tenant: row-level security lets nobody ask over all of them at once."""
    async with database.directory() as session:
        tenants = [TenantId(row["tenant_id"]) for row in await session.rows("tenants")]
    watched, without, ends = 0, 0, list[datetime]()
    for tenant in tenants:
        async with database.transaction(tenant) as session:
            row = await session.row("subscriptions_held", tenant)
        if row is not None:
            watched, without = watched + row["watched"], without + row["without"]
            ends += [row["first_ends_at"]] if row["first_ends_at"] else []
    return Held(watched=watched, without=without, first_ends_at=min(ends, default=None))
