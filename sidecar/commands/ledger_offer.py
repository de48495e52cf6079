"""`companion handover`, between the command line and the root."""

from __future__ import annotations

from typing import Any

from sidecar import app
from sidecar.commands.audit import account
from sidecar.domain.apps.erasure import pattern_of
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.errors import Misconfigured, Refused
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person
from sidecar.flows.relationships.hand_over_client import offer_ledger
from sidecar.flows.relationships.relationship_store import clients_of
from sidecar.flows.trust.note_seen import note_command
from sidecar.settings import Settings
from sidecar.store.database import Session, pending


async def offer_by_command(settings: Settings, leaver: str, to: str) -> dict[str, Any]:
    """Offer it in the one tenant where both are known, and have a worker tell the colleague. Raises Refused, Misconfigured."""
    async with app.database_url(settings) as url:
        if await pending(url):
            raise Misconfigured(["The database is older than this program: run `companion migrate`."])
        async with app.looking(settings, url) as hands:
            return await offer_between(hands, leaver, to)


async def offer_between(hands: Hands, leaver: str, to: str) -> dict[str, Any]:
    """The same with hands that are open already."""
    async with hands.database.directory() as session:
        tenants = [TenantId(row["tenant_id"]) for row in await session.rows("tenants")]
    for tenant in tenants:
        async with hands.database.transaction(tenant) as session:
            giver = await _called(hands, session, tenant, leaver)
            if giver is None:
                continue
            taker = await _called(hands, session, tenant, to)
            if taker is None:
                raise Refused(f"{to}: nobody with that address has or had the app beside {leaver}; check how it is written.")
            await note_command(session, tenant, account(), "handover", giver.person, hands.clock())
            promises = sum((await clients_of(session, giver)).values())
            clients = await offer_ledger(hands, session, giver, taker)
            return {"leaver": giver.address, "to": taker.address, "clients": clients, "promises": promises}
    raise Refused(f"{leaver}: nothing is stored of anybody with that address; after 30 days nothing is left of who has left.")


async def _called(hands: Hands, session: Session, tenant: TenantId, address: str) -> Known | None:
    rows = await session.rows("people_called", tenant, f"^(?:{pattern_of(address.strip().lower())})$")
    return await known_person(hands, session, tenant, PersonId(rows[0]["person_id"])) if rows else None
