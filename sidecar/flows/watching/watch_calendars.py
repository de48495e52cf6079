"""A person is watched exactly while the bot is installed for them: one subscription, renewed from half its life on, ended."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence, Set
from datetime import datetime, timedelta
from typing import Any

import structlog

from sidecar.domain.meetings.first_week import RUSH, RUSH_WITHIN, welcome_due
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.meetings.wake import Wake, read_wake, renewal_due, watch_wake, welcome_wake
from sidecar.domain.times.localtime import zone_named
from sidecar.errors import Refused, Retryable
from sidecar.flows.hands import Hands
from sidecar.flows.watching.ask_group import ask_group, tell_outsider
from sidecar.flows.watching.closed_calendar import note_closed
from sidecar.flows.watching.note_days import note_auto_reply
from sidecar.flows.watching.take_notices import digest_of
from sidecar.graph.client import GraphError
from sidecar.graph.subscriptions import LONGEST
from sidecar.store.database import Session
from sidecar.wire.graph import home_address, instant_of

log = structlog.get_logger()
ORGANISATION_KEPT_FOR = timedelta(hours=24)
A_LITTLE_EARLY = timedelta(minutes=1)
"""A wake may fire before its instant, by the length of the transaction that stored it."""


async def start_watching(
    hands: Hands,
    tenant: TenantId,
    person: PersonId,
    conversation: Mapping[str, Any],
    name: str,
    locale: str,
    zone: str,
    *,
    is_here: bool = False,
) -> None:
    """The bot was installed: remember the chat, make the watch due and read the calendar at once.

    Where only a group may be watched, the watch asks first, and nothing is read before its answer. `is_here`: the person has
    written, so the welcome waits for nothing.
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
            zone_named(zone).iana,
        )
        if hands.people_group:
            await session.run("ask_membership", tenant, person)
        marked = await session.row("mark_dirty", tenant, person)
        counter = marked["notices"] if marked else 0
        wakes = [watch_wake(tenant, person, counter, hands.clock(), must=True), read_wake(tenant, person, counter, timedelta())]
        due_at = None if is_here else await _plan_welcome(hands, session, tenant, person)
        await hands.arm(session, [*wakes, welcome_wake(tenant, person, counter, due_at)])


async def _plan_welcome(hands: Hands, session: Session, tenant: TenantId, person: PersonId) -> datetime | None:
    """When the welcome comes; None: at once. Where this program itself gives the app to a group, nobody waits for one."""
    now = hands.clock()
    came = await session.row("came_since", tenant, person, now - RUSH_WITHIN, RUSH)
    due_at = welcome_due(person, now, hands.welcome_within, int(came["others"]) if came else 0)
    if due_at is None and hands.catalogue_app and tenant == hands.home:
        due_at = now
    if due_at is not None:
        await session.run("plan_welcome", tenant, person, due_at)
    return due_at


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
    if alive and not must and now < _renewal_of(person, alive[0]) - A_LITTLE_EARLY:
        return
    if not await describe_person(hands, tenant, person):
        return
    try:
        await _renew(hands, tenant, person, alive)
    except GraphError as error:
        await note_closed(hands, tenant, person, error)
        raise


def _renewal_of(person: PersonId, held: Mapping[str, Any]) -> datetime:
    due: datetime | None = held["renew_at"]
    return due or renewal_due(person, held["created_at"], held["expires_at"])


async def _renew(hands: Hands, tenant: TenantId, person: PersonId, alive: Sequence[Mapping[str, Any]]) -> None:
    """Prolong the one that lives longest, or make one; whatever else there is of the person's ends."""
    best = alive[0]["subscription_id"] if alive else ""
    expires = await hands.subscriptions.renew(person, best, hands.clock() + LONGEST) if best else None
    if expires is not None:
        await _keep(hands, tenant, person, best, instant_of(expires), None)
    else:
        best = await _subscribe(hands, tenant, person, {item["subscription_id"] for item in alive})
    async with hands.database.transaction(tenant) as session:
        held = await session.rows("subscriptions_of", tenant, person)
    for item in held:
        if item["subscription_id"] == best:
            continue
        if item["expires_at"] > hands.clock():
            await _end(hands, tenant, person, item["subscription_id"])
        else:
            await _forget(hands, tenant, item["subscription_id"])


async def _end(hands: Hands, tenant: TenantId, person: PersonId, subscription: str) -> None:
    try:
        await hands.subscriptions.delete(person, subscription)
    except GraphError as error:
        log.warning("subscription_not_ended", status=error.status)
    await _forget(hands, tenant, subscription)


async def _forget(hands: Hands, tenant: TenantId, subscription: str) -> None:
    async with hands.database.transaction(tenant) as session:
        await session.run("drop_subscription", tenant, subscription)


async def _subscribe(hands: Hands, tenant: TenantId, person: PersonId, dead: Set[str]) -> str:
    """Make one; the id of the one that watches now, which is another's where two looked at once. `dead`: what Graph dropped."""
    client_state = secrets.token_urlsafe(48)
    made, expires = await hands.subscriptions.create(
        person, client_state, hands.notify_url, hands.lifecycle_url, hands.clock() + LONGEST
    )
    watching = await _keep(hands, tenant, person, made, instant_of(expires), digest_of(client_state), dead)
    if watching != made:
        await hands.subscriptions.delete(person, made)
    return watching


async def _keep(
    hands: Hands,
    tenant: TenantId,
    person: PersonId,
    subscription: str,
    expires_at: datetime,
    digest: bytes | None,
    dead: Set[str] = frozenset(),
) -> str:
    """Store a subscription that was made (`digest` of its secret) or renewed, and make its next renewal and a read due.

    Returns the one that watches: another, where it was made while this one was being made.
    """
    now = hands.clock()
    async with hands.database.transaction(tenant) as session:
        marked = await session.row(
            "mark_dirty", tenant, person
        )  # the person's row first: two that keep watch wait, and do not block
        for item in await session.rows("subscriptions_of", tenant, person) if digest is not None else ():
            if item["expires_at"] > now and item["subscription_id"] not in dead:
                return str(item["subscription_id"])
        if digest is None:
            known = await session.row("subscription", tenant, subscription)
            digest = known["client_state_hash"] if known else b""
        due_at = renewal_due(person, now, expires_at)
        await session.run("add_subscription", tenant, subscription, person, digest, now, expires_at, due_at)
        counter = marked["notices"] if marked else 0
        row = await session.row("person", tenant, person)
        wakes = [watch_wake(tenant, person, counter, due_at), read_wake(tenant, person, counter, hands.coalesce)]
        await hands.arm(session, [*wakes, *_welcome_of(row, tenant, person, counter)])
    return subscription


def _welcome_of(row: Mapping[str, Any] | None, tenant: TenantId, person: PersonId, counter: int) -> list[Wake]:
    """Who may be watched only now has not been welcomed yet."""
    return [welcome_wake(tenant, person, counter)] if row is not None and row["welcomed_at"] is None else []


async def describe_person(hands: Hands, tenant: TenantId, person: PersonId) -> bool:
    """Take name, address, zone, hours and language from where they may be read; what may not is left as it was.

    False where the directory says that the account is disabled: then the watch ends, as if the bot had been taken out.

    Raises Retryable where Graph cannot answer now, or where it says no address and the chat cannot now.
    """
    who = await _optional(hands.calendars.who(person))
    if who.get("accountEnabled") is False:
        log.info("account_disabled")
        await stop_watching(hands, tenant, person)
        return False
    mailbox = await _optional(hands.calendars.mailbox_settings(person))
    said = str(who.get("mail") or who.get("userPrincipalName") or await _address_in_chat(hands, tenant, person))
    async with hands.database.transaction(tenant) as session:
        await session.row("lock_person", tenant, person)
        row = await session.row("person", tenant, person)
        if row is None:
            return False
        zone = zone_named(str(mailbox.get("timeZone") or "")).iana or row["zone"]
        language = (
            row["language"]
            if row["language"] not in {"", "en"}
            else (mailbox.get("language") or {}).get("locale") or row["language"]
        )
        address = (said or row["address"]).lower()
        name = str(who.get("displayName") or row["name"])
        await session.run("describe_person", tenant, person, address, name, zone, language, mailbox.get("workingHours"))
        is_other_reply = await note_auto_reply(session, tenant, person, row, mailbox, hands.clock())
        if is_other_reply or (zone, mailbox.get("workingHours")) != (row["zone"], row["working_hours"]):
            await _plan_by_the_new_clock(hands, session, tenant, person)
    await _read_organisation(hands, tenant)
    return True


async def _address_in_chat(hands: Hands, tenant: TenantId, person: PersonId) -> str:
    """The address that Teams has for whom the bot talks to, which needs no permission of Graph; empty where it says none.

    Raises Retryable where Teams cannot answer now and no address is known yet.
    """
    async with hands.database.transaction(tenant) as session:
        row = await session.row("person", tenant, person)
    if row is None or not row["conversation"]:
        return ""
    try:
        member = await hands.messenger.member(row["conversation"])
    except Refused:
        return ""
    except Retryable:
        if row["address"]:
            return ""
        raise
    return home_address(str(member.get("email") or "")) or home_address(str(member.get("userPrincipalName") or ""))


async def _plan_by_the_new_clock(hands: Hands, session: Session, tenant: TenantId, person: PersonId) -> None:
    """Whoever lives by another clock or other hours is shown and told everything by them from now on."""
    from sidecar.flows.known import known_person
    from sidecar.flows.watching.plan_anew import plan_anew  # which reads calendars, which watches them

    known = await known_person(hands, session, tenant, person)
    if known is not None and known.is_watched:
        await plan_anew(hands, session, known)


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
