"""A person is watched exactly while the bot is installed for them: subscription made, renewed at half its life, ended."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog

from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.meetings.wake import Wake, read_wake, watch_wake, welcome_wake
from sidecar.domain.times.localtime import zone_named
from sidecar.errors import Refused
from sidecar.flows.ask_group import ask_group, tell_outsider
from sidecar.flows.hands import Hands
from sidecar.flows.take_notices import digest_of
from sidecar.graph.client import GraphError
from sidecar.graph.subscriptions import LONGEST
from sidecar.wire.graph import instant_of

log = structlog.get_logger()
ORGANISATION_KEPT_FOR = timedelta(hours=24)


async def start_watching(
    hands: Hands, tenant: TenantId, person: PersonId, conversation: Mapping[str, Any], name: str, locale: str, zone: str
) -> None:
    """The bot was installed: remember the chat, make the watch due and read the calendar at once.

    Where only a group may be watched, the watch asks first, and nothing is read before its answer.
    """
    async with hands.database.directory() as session:
        await session.run("add_tenant", tenant)
    async with hands.database.transaction(tenant) as session:
        await session.row(
            "install_person",
            tenant,
            person,
            dict(conversation),
            name,
            locale or "en",
            zone_named(zone).iana or "UTC",
            hands.clock(),
        )
        if hands.people_group:
            await session.run("ask_membership", tenant, person)
        marked = await session.row("mark_dirty", tenant, person)
        counter = marked["notices"] if marked else 0
        wakes = [watch_wake(tenant, person, counter, hands.clock(), must=True), read_wake(tenant, person, counter, timedelta())]
        await hands.arm(session, [*wakes, welcome_wake(tenant, person, counter)])


async def stop_watching(hands: Hands, tenant: TenantId, person: PersonId) -> None:
    """The bot was taken out: plan nothing more, and make the end of the subscriptions due."""
    async with hands.database.transaction(tenant) as session:
        await session.run("uninstall_person", tenant, person)
        await hands.arm(session, [watch_wake(tenant, person, 0, hands.clock())])


async def keep_watch(hands: Hands, tenant: TenantId, person: PersonId, *, must: bool = False) -> None:
    """Make the subscription or renew it, and make the next renewal due at half of the life that Graph gave it.

    For somebody who took the bot out, or is not in the group, end it. Raises Retryable where Graph cannot answer now.
    """
    now = hands.clock()
    await ask_group(hands, tenant, person)
    async with hands.database.transaction(tenant) as session:
        row = await session.row("person", tenant, person)
        held = await session.rows("subscriptions_of", tenant, person)
    if row is None:
        return
    if not row["is_watched"]:
        for item in held:
            await _end(hands, tenant, person, item["subscription_id"])
        if row["is_installed"] and not await tell_outsider(hands, tenant, person):
            await stop_watching(hands, tenant, person)
        return
    alive = [item for item in held if item["expires_at"] > now]
    half = (alive[0]["expires_at"] - alive[0]["created_at"]) / 2 + timedelta(minutes=1) if alive else timedelta()
    if alive and not must and alive[0]["expires_at"] - now > half:
        return
    await describe_person(hands, tenant, person)
    renewed = await hands.subscriptions.renew(person, alive[0]["subscription_id"], now + LONGEST) if alive else None
    if renewed is not None:
        await _keep(hands, tenant, person, alive[0]["subscription_id"], instant_of(renewed), None)
    else:
        for item in held:
            await _forget(hands, tenant, item["subscription_id"])
        await _subscribe(hands, tenant, person)


async def _end(hands: Hands, tenant: TenantId, person: PersonId, subscription: str) -> None:
    try:
        await hands.subscriptions.delete(person, subscription)
    except GraphError as error:
        log.warning("subscription_not_ended", status=error.status)
    await _forget(hands, tenant, subscription)


async def _forget(hands: Hands, tenant: TenantId, subscription: str) -> None:
    async with hands.database.transaction(tenant) as session:
        await session.run("drop_subscription", tenant, subscription)


async def _subscribe(hands: Hands, tenant: TenantId, person: PersonId) -> None:
    client_state = secrets.token_urlsafe(48)
    try:
        made, expires = await hands.subscriptions.create(
            person, client_state, hands.notify_url, hands.lifecycle_url, hands.clock() + LONGEST
        )
    except GraphError as error:
        await _note_problem(hands, tenant, person, error)
        raise
    await _keep(hands, tenant, person, made, instant_of(expires), digest_of(client_state))


async def _keep(
    hands: Hands, tenant: TenantId, person: PersonId, subscription: str, expires_at: datetime, digest: bytes | None
) -> None:
    now = hands.clock()
    async with hands.database.transaction(tenant) as session:
        if digest is None:
            known = await session.row("subscription", tenant, subscription)
            digest = known["client_state_hash"] if known else b""
        marked = await session.row(
            "mark_dirty", tenant, person
        )  # the person's row first: two that keep watch wait, and do not block
        await session.run("add_subscription", tenant, subscription, person, digest, now, expires_at)
        counter = marked["notices"] if marked else 0
        row = await session.row("person", tenant, person)
        wakes = [
            watch_wake(tenant, person, counter, now + (expires_at - now) / 2),
            read_wake(tenant, person, counter, hands.coalesce),
        ]
        await hands.arm(session, [*wakes, *_welcome_of(row, tenant, person, counter)])


def _welcome_of(row: Mapping[str, Any] | None, tenant: TenantId, person: PersonId, counter: int) -> list[Wake]:
    """Who may be watched only now has not been welcomed yet."""
    return [welcome_wake(tenant, person, counter)] if row is not None and row["welcomed_at"] is None else []


async def describe_person(hands: Hands, tenant: TenantId, person: PersonId) -> None:
    """Take name, address, zone, hours and language from where they may be read; what may not is left as it was."""
    who = await _optional(hands.calendars.who(person))
    mailbox = await _optional(hands.calendars.mailbox_settings(person))
    async with hands.database.transaction(tenant) as session:
        row = await session.row("person", tenant, person)
        if row is None:
            return
        zone = zone_named(str(mailbox.get("timeZone") or "")).iana or row["zone"]
        language = (
            row["language"]
            if row["language"] not in {"", "en"}
            else (mailbox.get("language") or {}).get("locale") or row["language"]
        )
        address = str(who.get("mail") or who.get("userPrincipalName") or row["address"]).lower()
        name = str(who.get("displayName") or row["name"])
        await session.run("describe_person", tenant, person, address, name, zone, language, mailbox.get("workingHours"))
    await _read_organisation(hands, tenant)


async def _read_organisation(hands: Hands, tenant: TenantId) -> None:
    now = hands.clock()
    async with hands.database.transaction(tenant) as session:
        known = await session.row("organisation", tenant)
    if known is not None and known["read_at"] and now - known["read_at"] < ORGANISATION_KEPT_FOR:
        return
    try:
        domains = await hands.calendars.verified_domains()
    except GraphError:
        domains = list(known["domains"]) if known else []
    async with hands.database.transaction(tenant) as session:
        await session.run("set_organisation", tenant, domains, now)


async def _optional(call: Any) -> Mapping[str, Any]:
    """The answer, or nothing where we may not ask: calendar permission alone must do."""
    try:
        found: Mapping[str, Any] = await call
    except Refused:
        return {}
    return found


async def _note_problem(hands: Hands, tenant: TenantId, person: PersonId, error: GraphError) -> None:
    async with hands.database.transaction(tenant) as session:
        await session.run("set_problem", tenant, person, f"{error.status} {error.code}")
