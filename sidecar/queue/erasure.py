"""What the queue holds of one person or tenant: shown, and taken out. Its tables know no tenant, so the payload is asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sidecar.domain.meetings.meeting import TenantId
from sidecar.store.database import Session

_TENANTS = """
SELECT id, entrypoint, status::text AS status, execute_after, convert_from(payload, 'UTF8') AS payload, dedupe_key
FROM queue.pgqueuer WHERE payload IS NOT NULL AND convert_from(payload, 'UTF8')::jsonb ->> 'tenant' = $1
"""
_THEIRS = (
    """
SELECT * FROM ("""
    + _TENANTS
    + """) one
WHERE lower(payload::jsonb ->> 'person') = ANY ($2::text[])
   OR lower((payload || ' ' || coalesce(dedupe_key, '')) COLLATE "C") ~ ANY ($3::text[])
"""
)
_DROP_JOBS = "DELETE FROM queue.pgqueuer WHERE id = ANY ($1::bigint[])"
_DROP_STARTS = "DELETE FROM companion.wake_start WHERE job_id = ANY ($1::bigint[])"
_DROP_LOG = """
DELETE FROM queue.pgqueuer_log WHERE job_id = ANY ($1::bigint[]) OR lower(traceback::text COLLATE "C") ~ ANY ($2::text[])
"""


async def held_in_queue(
    session: Session, tenant: TenantId, people: Sequence[str] | None, patterns: Sequence[str] = ()
) -> list[dict[str, Any]]:
    """Wakes of these people of ours, or that say something like one of the patterns; with None for people, all of a tenant."""
    rows = await _rows(session, tenant, people, patterns)
    told = ({**dict(row), "payload": json.loads(row["payload"])} for row in rows)
    return [{name: value if isinstance(value, (str, int, dict)) or value is None else str(value) for name, value in one.items()}
            for one in told]  # fmt: skip


async def drop_from_queue(session: Session, tenant: TenantId, people: Sequence[str] | None, patterns: Sequence[str] = ()) -> int:
    """Take the same out, with the log of these wakes; how many there were."""
    jobs = [row["id"] for row in await _rows(session, tenant, people, patterns)]
    await session.connection.execute(_DROP_JOBS, jobs)
    await session.connection.execute(_DROP_STARTS, jobs)
    await session.connection.execute(_DROP_LOG, jobs, list(patterns))
    return len(jobs)


async def _rows(session: Session, tenant: TenantId, people: Sequence[str] | None, patterns: Sequence[str]) -> list[Any]:
    if people is None:
        return list(await session.connection.fetch(_TENANTS, tenant))
    return list(await session.connection.fetch(_THEIRS, tenant, [one.lower() for one in people], list(patterns)))
