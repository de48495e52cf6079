"""`companion explain person` and `companion audit`, between the command line and the root: each look is noted first."""

from __future__ import annotations

import getpass
import os
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from sidecar import app
from sidecar.domain.apps.erasure import pattern_of
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.errors import Misconfigured, Refused
from sidecar.flows.before.explain_week import explain_week
from sidecar.flows.hands import Hands
from sidecar.flows.trust.note_seen import EVERYBODY, What, note_command, who_saw
from sidecar.settings import Settings
from sidecar.store.database import pending


def account(surroundings: Mapping[str, str] = os.environ) -> str:
    """Who runs the command, as the machine knows them; under `sudo`, who called it. Whoever has the account could forge it."""
    try:
        return surroundings.get("SUDO_USER") or getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


async def week_by_command(settings: Settings, address: str, language: str | None = None) -> dict[str, Any]:
    """The week of somebody who has or had the bot. Raises Refused where nothing is stored of anybody with that address."""
    async with _opened(settings) as hands:
        return await week_of_address(hands, address, language)


async def week_of_address(hands: Hands, address: str, language: str | None = None) -> dict[str, Any]:
    """The same with hands that are open already."""
    for tenant in await tenants_of(hands):
        async with hands.database.transaction(tenant) as session:
            rows = await session.rows("people_called", tenant, f"^(?:{pattern_of(address)})$")
        if rows:
            person = PersonId(min(rows, key=lambda row: not row["is_installed"])["person_id"])
            await note_use(hands, tenant, "explain_person", person)
            return await explain_week(hands, tenant, person, language)
    raise Refused(
        f"{address}: nobody of that address has the bot, or had it lately; check how it is written, or install it for them."
    )


async def audit_by_command(settings: Settings, person: str | None, since: datetime) -> list[dict[str, Any]]:
    """Who saw what since an instant, in every tenant; that it was asked is noted too."""
    async with _opened(settings) as hands:
        return await audit_of(hands, person, since)


async def audit_of(hands: Hands, person: str | None, since: datetime) -> list[dict[str, Any]]:
    """The same with hands that are open already."""
    found = []
    for tenant in await tenants_of(hands):
        async with hands.database.transaction(tenant) as session:
            found += [{"tenant": tenant, **one} for one in await who_saw(session, tenant, since, person)]
            await note_command(session, tenant, account(), "audit", person or EVERYBODY, hands.clock())
    return found


async def note_use(hands: Hands, tenant: TenantId, what: What, whose: str) -> None:
    """That an administrator's command looks at somebody; stored before anything is shown."""
    async with hands.database.transaction(tenant) as session:
        await note_command(session, tenant, account(), what, whose, hands.clock())


async def tenants_of(hands: Hands) -> list[TenantId]:
    """Every tenant that is known."""
    async with hands.database.directory() as session:
        return [TenantId(row["tenant_id"]) for row in await session.rows("tenants")]


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[Hands]:
    async with app.database_url(settings) as url:
        if await pending(url):
            raise Misconfigured(["The database is older than this program: run `companion migrate`."])
        async with app.looking(settings, url) as hands:
            yield hands


def readable(document: Sequence[Mapping[str, Any]]) -> str:
    """The list as a person at a terminal reads it."""
    rows = [f"{one['at']}  {one['by']} {one['who']}: {one['what']} of {one['whose']}" for one in document]
    return "\n".join(rows) or "Nobody looked at anything in this span."
