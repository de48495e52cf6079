"""Erase a person of ours, a client's person or a whole tenant, at once; and read nothing past of them in again.

A client's person who is in a coming meeting is known again from the calendar at its next read: the meeting needs them, and the
entry is not ours to change. What was over before they were erased stays without them, whatever is read again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final

import asyncpg
import structlog

from sidecar.domain.apps.erasure import Whom, digest_of, full_names, judged, named_people, only_times, pattern_of, without
from sidecar.domain.apps.retention import tables_of_tenants
from sidecar.domain.meetings.client import everybody
from sidecar.domain.meetings.meeting import Meeting, PersonId, TenantId
from sidecar.domain.meetings.wake import read_wake
from sidecar.domain.relationships.contact import Contact
from sidecar.errors import CompanionError
from sidecar.flows.hands import Hands
from sidecar.flows.trust.export_person import Found
from sidecar.store.database import Session
from sidecar.wire.graph import read_event, with_plain_body

log = structlog.get_logger()
MOST_ROUNDS: Final = 3
"""A worker that had read something before may write it after: so often it is looked for and erased again. A round that the
database ended because a worker and it waited for each other is one of them."""
Drop = Callable[[Session, TenantId, Sequence[str] | None, Sequence[str]], Awaitable[int]]
"""Takes out of the queue what it holds of some people of ours, or what a regular expression finds; with None, of a tenant."""


@dataclass(slots=True, kw_only=True)
class Erased:
    """What was done. `gone` and `changed`: rows by table; `coming`: (person of ours, coming meeting) in whose calendar entry they
    still stand; `ended`: subscriptions that Microsoft Graph ended; `left`: those that end by themselves; `shared`: names of
    theirs that others bear too, which were left in free text; `remains`: rows that name them all the same."""

    whose: str
    gone: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    coming: set[tuple[str, str]] = field(default_factory=set)
    ended: int = 0
    left: int = 0
    remains: int = 0
    shared: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, list[int]]:
        """By table: rows that went, rows that were changed."""
        return {table: [self.gone[table], self.changed[table]] for table in sorted(+self.gone | +self.changed)}


async def forget_person(hands: Hands, found: Found, drop: Drop, *, may_ask: bool) -> Erased:
    """Erase them in one transaction, and look again until nothing is found. `may_ask`: Microsoft Graph can be asked."""
    erased = Erased(whose=found.whose, shared=tuple(sorted(found.shared)))
    for person in found.people:
        await _end_subscriptions(hands, found.tenant, person, erased, may_ask=may_ask)
    is_clean = False
    for _ in range(MOST_ROUNDS):
        this = Erased(whose=found.whose, coming=erased.coming)
        try:
            await _round(hands, found, drop, this)
        except asyncpg.DeadlockDetectedError:
            continue
        erased.gone, erased.changed = erased.gone + this.gone, erased.changed + this.changed
        is_clean = not this.counts
        if is_clean:
            break
    async with hands.database.transaction(found.tenant) as session:
        erased.remains = 0 if is_clean else await _remaining(session, found)
        await _read_again(hands, session, found, erased)
    log.info("erased", whose=found.whose, gone=sum(erased.gone.values()), changed=sum(erased.changed.values()))
    return erased


async def _round(hands: Hands, found: Found, drop: Drop, erased: Erased) -> None:
    """One transaction, with the note of what it did."""
    async with hands.database.transaction(found.tenant) as session:
        await _erase(session, found, drop, erased)
        if erased.counts:
            digest = digest_of(found.tenant, found.whom.address or found.whom.id)
            await session.run("note_erasure", found.tenant, digest, found.whose, hands.clock(), erased.counts)


async def _read_again(hands: Hands, session: Session, found: Found, erased: Erased) -> None:
    """Coming meetings are read again at once, so that nobody's next card rests on an entry with somebody missing."""
    counter = int(hands.clock().timestamp() * 1000)
    owners = sorted({owner for owner, _ in erased.coming})
    wakes = [read_wake(found.tenant, PersonId(owner), counter, timedelta(), because="erased") for owner in owners]
    await hands.arm(session, wakes)


async def forget_tenant(hands: Hands, tenant: TenantId, drop: Drop, *, may_ask: bool) -> Erased:
    """Erase everything of a tenant, and look again until nothing is found.

    What is left is that some tenant was erased, by a digest. Where a worker writes on and on, the tenant stays known, so that it
    can be erased once more and the sweep visits it.
    """
    erased = Erased(whose="tenant")
    async with hands.database.transaction(tenant) as session:
        people = [row["held"]["person_id"] for row in await session.rows("rows_held", tenant, "person", None)]
    for person in people:
        await _end_subscriptions(hands, tenant, person, erased, may_ask=may_ask)
    for _ in range(MOST_ROUNDS):
        try:
            async with hands.database.transaction(tenant) as session:
                this = await _erase_tenant(session, tenant, drop)
        except asyncpg.DeadlockDetectedError:
            continue
        erased.gone += this
        if not this:
            break
    else:
        erased.remains = await _remaining_of_tenant(hands, tenant, drop)
    async with hands.database.directory() as session:
        await session.run("note_erasure", "", digest_of(tenant, ""), "tenant", hands.clock(), dict(erased.gone))
        if erased.remains:
            await session.run("add_tenant", tenant)
    log.info("erased", whose="tenant", gone=sum(erased.gone.values()), changed=0)
    return erased


async def _erase_tenant(session: Session, tenant: TenantId, drop: Drop) -> Counter[str]:
    """One round: rows that went, by table."""
    await session.rows("lock_people", tenant)
    gone = Counter({"queue.pgqueuer": await drop(session, tenant, None, (pattern_of(tenant),))})
    for table in tables_of_tenants():
        gone[table] += await _dropped(session, tenant, table, None)
    return +gone


async def _remaining_of_tenant(hands: Hands, tenant: TenantId, drop: Drop) -> int:
    """What one more round would find, which is not carried out."""
    async with hands.database.transaction(tenant) as session:
        trial = session.connection.transaction()
        await trial.start()
        try:
            return (await _erase_tenant(session, tenant, drop)).total()
        finally:
            await trial.rollback()


async def _end_subscriptions(hands: Hands, tenant: TenantId, person: str, erased: Erased, *, may_ask: bool) -> None:
    """Where Graph cannot be asked they end by themselves within a week, and until then nobody's notices are taken."""
    async with hands.database.transaction(tenant) as session:
        held = await session.rows("subscriptions_of", tenant, person)
    for item in held:
        try:
            if not may_ask:
                raise CompanionError("no credential")
            await hands.subscriptions.delete(PersonId(person), item["subscription_id"])
            erased.ended += 1
        except CompanionError as error:
            log.warning("subscription_not_ended", error=type(error).__name__)
            erased.left += 1


async def _dropped(session: Session, tenant: TenantId, table: str, person: str | None) -> int:
    row = await session.row("drop_held", tenant, table, person)
    return int(row["rows"]) if row else 0


async def _erase(session: Session, found: Found, drop: Drop, erased: Erased) -> None:
    """One round. Everybody is locked first, as whoever decides about a person does: a client's person is in the rows of many."""
    await session.rows("lock_people", found.tenant)
    erased.gone["queue.pgqueuer"] += await drop(session, found.tenant, found.people, found.whom.patterns)
    for person in found.people:
        for table in tables_of_tenants():
            if table != "tenant":
                erased.gone[table] += await _dropped(session, found.tenant, table, person)
    for table in tables_of_tenants():
        rows = await session.rows("rows_naming", found.tenant, table, found.whom.patterns, True)
        if rows:
            await _erase_rows(session, found, table, rows, erased)


async def _erase_rows(session: Session, found: Found, table: str, rows: Sequence[Mapping[str, Any]], erased: Erased) -> None:
    judged_ones = [(row, judged(table, row["held"], row["keys"], found.whom)) for row in rows]
    goes = [row["place"] for row, verdict in judged_ones if verdict.what == "goes"]
    changes = [(row["place"], dict(verdict.changed)) for row, verdict in judged_ones if verdict.what == "changes"]
    if goes:
        await session.row("drop_rows", found.tenant, table, goes)
        erased.gone[table] += len(goes)
    if changes:
        places, changed = zip(*changes, strict=True)
        await session.row("rewrite_rows", found.tenant, table, list(places), list(changed))
        erased.changed[table] += len(changes)
    named = (row["held"] for row, verdict in judged_ones if verdict.what != "stays")
    erased.coming |= {(row["person_id"], row["meeting_id"]) for row in named if _is_coming(table, row, found.at)}


def _is_coming(table: str, row: Mapping[str, Any], now: datetime) -> bool:
    return table == "meeting" and not row["is_gone"] and datetime.fromisoformat(row["end_at"]) > now


async def _remaining(session: Session, found: Found) -> int:
    """Rows that still name them, but for coming meetings that a worker has read again meanwhile."""
    remains = 0
    for table in tables_of_tenants():
        for row in await session.rows("rows_naming", found.tenant, table, found.whom.patterns, False):
            is_named = judged(table, row["held"], row["keys"], found.whom).what != "stays"
            remains += is_named and not _is_coming(table, row["held"], found.at)
    return remains


async def erased_in(session: Session, tenant: TenantId) -> dict[bytes, datetime]:
    """Whose past is not read in again: by the digest of their address, until when."""
    return {row["whom_hash"]: row["erased_at"] for row in await session.rows("erasures", tenant)}


async def without_erased(
    session: Session, tenant: TenantId, found: Mapping[Any, tuple[Meeting, Mapping[str, Any]]]
) -> dict[Any, tuple[Meeting, Mapping[str, Any]]]:
    """A calendar as it is to be stored: of meetings that were over before somebody was erased, without them."""
    erased = await erased_in(session, tenant)
    if not erased:
        return dict(found)
    return {key: _without(tenant, erased, meeting, event) for key, (meeting, event) in found.items()}


def _without(
    tenant: TenantId, erased: Mapping[bytes, datetime], meeting: Meeting, event: Mapping[str, Any]
) -> tuple[Meeting, Mapping[str, Any]]:
    gone = {one.address.lower() for one in everybody(meeting) if _is_erased(tenant, erased, one.address, meeting.end_at)}
    for address in gone:
        known = Whom(address)
        names = full_names(name for found, name in named_people(event) if known.is_meant(found))
        event = without(event, Whom(address, names=names))
    read = read_event(event) if gone else meeting
    return (read or meeting), event


def _is_erased(tenant: TenantId, erased: Mapping[bytes, datetime], address: str, at: datetime) -> bool:
    until = erased.get(digest_of(tenant, address)) if address else None
    return until is not None and at <= until


async def contacts_without_erased(session: Session, tenant: TenantId, contacts: Iterable[Contact]) -> list[Contact]:
    """Contacts as they are to be stored: none of before an erasure names whom it erased."""
    erased = await erased_in(session, tenant)
    if not erased:
        return list(contacts)
    kept = [one for one in contacts if not _is_erased(tenant, erased, one.client, one.at)]
    return [
        replace(one, with_whom="", name="") if _is_erased(tenant, erased, one.with_whom, one.at) else one for one in kept
    ]  # fmt: skip


def kept_of_event(meeting: Meeting, event: Mapping[str, Any]) -> tuple[Meeting, Mapping[str, Any]]:
    """A calendar entry as it is to be stored: of its body the words alone, of a private or confidential one only when it is."""
    if not meeting.is_private:
        return meeting, with_plain_body(event, meeting)
    event = only_times(event)
    return read_event(event) or meeting, event
