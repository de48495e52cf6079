"""Graph's door alone, on a real database: people with a subscription each, and nothing that reads calendars."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp

from sidecar.domain.meetings.meeting import TenantId
from sidecar.doors import doors
from sidecar.flows.watching.take_notices import STORED_WITHIN, Inbox, digest_of
from sidecar.settings import Settings
from sidecar.store.database import Database
from sidecar.web import graph_door
from sidecar.wiring import Clock, hands_of

ONE, TWO = TenantId("11111111-0000-4000-8000-000000000001"), TenantId("22222222-0000-4000-8000-000000000002")
NOW = datetime(2026, 11, 23, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorstep:
    """The door and what stands behind it."""

    database: Database
    session: aiohttp.ClientSession
    url: str

    async def post(self, *items: Any, path: str = "/graph/notify") -> int:
        """Send a body with these notices; the status of the answer."""
        async with self.session.post(f"{self.url}{path}", json={"value": list(items)}) as answer:
            return answer.status

    async def post_all(self, bodies: Iterable[Sequence[Any]]) -> list[int]:
        """Many bodies at one instant."""
        return await asyncio.gather(*(self.post(*items) for items in bodies))

    async def watch(self, tenant: TenantId, person: str) -> dict[str, Any]:
        """Somebody who is watched; a true notice about them."""
        async with self.database.directory() as session:
            await session.run("add_tenant", tenant)
        async with self.database.transaction(tenant) as session:
            await session.row("install_person", tenant, person, {}, "Ann", "en", "UTC", NOW, None)
            args = (tenant, f"s-{person}", person, digest_of(f"secret of {person}"), NOW, NOW + timedelta(days=7), None)
            await session.run("add_subscription", *args)
        return {
            "subscriptionId": f"s-{person}",
            "tenantId": tenant,
            "clientState": f"secret of {person}",
            "changeType": "updated",
        }

    async def stored(self) -> dict[str, int]:
        """How many notices are stored for each person."""
        rows = await self.database.pool.fetch("SELECT person_id, count(*) AS count FROM companion.notice GROUP BY 1")
        return {row["person_id"]: row["count"] for row in rows}

    async def wakes(self) -> list[str]:
        """The keys of all that is armed."""
        return [row["dedupe_key"] for row in await self.database.pool.fetch("SELECT dedupe_key FROM queue.pgqueuer ORDER BY 1")]


@asynccontextmanager
async def doorstep(database: Database, *, within: timedelta = STORED_WITHIN, coalesce: float = 60) -> AsyncIterator[Doorstep]:
    """The door, open. `within`: how long a sender waits; `coalesce`: the span in which notices make one read, seconds."""
    inbox = Inbox(hands_of(Settings(coalesce_seconds=coalesce), database, Clock(), None, None, ""), within=within)
    async with (
        doors(graph_door.routes(inbox.take), "127.0.0.1", 0, is_local=True) as port,
        aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=50)) as session,
    ):
        yield Doorstep(database=database, session=session, url=f"http://127.0.0.1:{port}")
