"""All that is stored of a person of ours, of a client's person or of a whole tenant, as one document."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sidecar.domain.apps.erasure import Whom, full_names, judged, mentions, named_people, pattern_of
from sidecar.domain.apps.retention import kept_of, tables_of_tenants
from sidecar.domain.meetings.meeting import TenantId
from sidecar.store.database import Session

Held = Callable[[Session, TenantId, Sequence[str] | None, Sequence[str]], Awaitable[list[dict[str, Any]]]]
"""What the queue holds of some people of ours, or that names somebody; with None for people, of a tenant."""
_NAMING: tuple[str, ...] = ("meeting", "touch", "person")
"""Where addresses and names stand beside each other."""
SHOWN_OF_A_ROW = ("person_id", "meeting_id", "client", "address", "kind", "day", "start_at")
"""Beside what names somebody in a row about something else, these columns say what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Somebody of whom something is stored. `people`: their ids where they are of ours; `shared`: names that others bear too;
    `at`: when it was looked."""

    tenant: TenantId
    whom: Whom
    at: datetime
    people: tuple[str, ...]
    shared: frozenset[str]

    @property
    def whose(self) -> str:
        """`ours` or `client`."""
        return "ours" if self.people else "client"


async def find_person(session: Session, tenant: TenantId, asked: str, now: datetime) -> Found | None:
    """Who is meant by an address, or by an id of the directory; None where nothing is stored of them."""
    asked = asked.strip().lower()
    rows = await session.rows("people_called", tenant, f"^(?:{pattern_of(asked)})$")
    address = next((row["address"].lower() for row in rows if row["address"]), asked)
    ident = rows[0]["person_id"] if rows and len(rows[0]["person_id"]) == 36 else ""
    whom = Whom(address, id=ident)
    stored = [row for table in _NAMING for row in await _naming(session, tenant, table, whom)]
    is_told = any(mentions(row, whom) is not None for row in stored)
    names = full_names(name for row in stored for found, name in named_people(row) if whom.is_meant(found))
    whom = Whom(address, names=names | full_names(row["name"] for row in rows), id=ident)
    stored = [row for table in _NAMING for row in await _naming(session, tenant, table, whom)] if whom.names else []
    others = [name for row in stored for found, name in named_people(row) if not whom.is_meant(found) and whom.is_meant(name)]
    shared = full_names(others) & whom.names
    found = Found(
        tenant=tenant, whom=Whom(address, names=whom.names - shared, id=ident), at=now,
        people=tuple(row["person_id"] for row in rows), shared=shared,
    )  # fmt: skip
    return found if rows or is_told or await _is_anywhere(session, found) else None


async def _naming(session: Session, tenant: TenantId, table: str, whom: Whom) -> list[Mapping[str, Any]]:
    return [row["held"] for row in await session.rows("rows_naming", tenant, table, whom.patterns, False)]


async def _is_anywhere(session: Session, found: Found) -> bool:
    for table in tables_of_tenants():
        for row in await session.rows("rows_naming", found.tenant, table, found.whom.patterns, False):
            if judged(table, row["held"], row["keys"], found.whom).what != "stays":
                return True
    return False


async def export_person(session: Session, found: Found, held: Held) -> dict[str, Any]:
    """By table: their own rows, and of rows about something else what names them."""
    kept = []
    for table in tables_of_tenants():
        rows = [row["held"] for one in found.people for row in await session.rows("rows_held", found.tenant, table, one)]
        own = {json.dumps(one, sort_keys=True) for one in rows}
        others: list[Mapping[str, Any]] = []
        for row in await session.rows("rows_naming", found.tenant, table, found.whom.patterns, False):
            if own and json.dumps(row["held"], sort_keys=True) in own:
                continue
            verdict = judged(table, row["held"], row["keys"], found.whom)
            if verdict.what == "goes":
                rows.append(row["held"])
            elif (told := mentions(row["held"], found.whom)) is not None:
                others.append({**{name: row["held"][name] for name in SHOWN_OF_A_ROW if name in row["held"]}, **told})
        if rows or others:
            kept.append(_told(table, rows, others))
    queued = await held(session, found.tenant, found.people, found.whom.patterns)
    return {
        "tenant": found.tenant, "person": found.whom.address or found.whom.id, "whose": found.whose,
        "made_at": _written(found.at),
        "names": sorted(found.whom.names), "names_of_others_too": sorted(found.shared),
        "kept": [*kept, *([_told("queue.pgqueuer", queued, [])] if queued else [])],
    }  # fmt: skip


async def export_tenant(session: Session, tenant: TenantId, held: Held, now: datetime) -> AsyncIterator[str]:
    """By table: every row of a tenant, as pieces of one JSON document, so that a large tenant needs no more memory than a small
    one."""
    head = {"tenant": tenant, "person": None, "whose": "tenant", "made_at": _written(now)}
    yield f'{_json(head)[:-1]}, "kept": ['
    between = ""
    for table in tables_of_tenants():
        is_begun = False
        async for row in session.each("rows_held", tenant, table, None):
            yield f"{', ' if is_begun else between + _begun(table)}{_json(row['held'])}"
            is_begun = True
        if is_begun:
            yield "]}"
            between = ", "
    queued = await held(session, tenant, None, ())
    yield f"{between}{_json(_told('queue.pgqueuer', queued, []))}]}}" if queued else "]}"


def _begun(table: str) -> str:
    """What is told of a table, as far as its first row."""
    told = _told(table, [], [])
    del told["rows"]
    return f'{_json(told)[:-1]}, "rows": ['


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _told(table: str, rows: Iterable[Mapping[str, Any]], others: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """`rows` are about them; `mentions` are about something else, shown as far as they name them."""
    kept = kept_of(table)
    return {
        "table": table, "what": kept.what, "why": kept.why, "how_long": kept.how_long,
        "rows": list(rows), "mentions": list(others),
    }  # fmt: skip


def _written(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
