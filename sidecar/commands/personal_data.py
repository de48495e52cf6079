"""`companion export` and `companion forget`, between the command line and the root."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

import asyncpg

from sidecar import app
from sidecar.commands.audit import note_use
from sidecar.domain.apps.retention import tables_of_tenants
from sidecar.domain.meetings.meeting import TenantId
from sidecar.errors import Misconfigured, Refused
from sidecar.flows.hands import Hands
from sidecar.flows.trust.export_person import Found, export_person, export_tenant, find_person
from sidecar.flows.trust.forget_person import Erased, forget_person, forget_tenant
from sidecar.flows.trust.note_seen import EVERYBODY
from sidecar.queue.erasure import drop_from_queue, held_in_queue
from sidecar.settings import Settings
from sidecar.store.database import pending
from sidecar.store.embedded import first_connection
from sidecar.wiring import sign_in_problems

QUEUE: Final = ("queue.pgqueuer", "queue.pgqueuer_log")
WAITS_FOR_A_TABLE: Final = "20s"
WRITTEN_AT_ONCE: Final = 64_000
"""Letters of a document that are gathered before they are written."""
TEAMS_KEEPS: Final = (
    "What the bot wrote in Teams chats, drafts in mailboxes, tasks and calendar entries stand in Microsoft 365, not here: "
    "delete them there."
)
NOT_BY_NAME: Final = (
    "A first name alone, a nickname or a description in somebody's own notes is found by nothing: ask the people who wrote them."
)
BACKUPS: Final = "Backups that were made before still hold it until they are thrown away."
REINSTALLED: Final = (
    "Remove the app for them in the Teams admin center and take them out of the group that is given it: "
    "who writes to the bot is known again."
)
COMING: Final = (
    "{count} coming meeting(s) of {people} of yours name them: from the calendar they are known again, until they are taken out "
    "of the invitation."
)


async def run_export(settings: Settings, person: str) -> dict[str, Any]:
    """All that is stored of somebody, by tenant. Raises Refused where nothing is."""
    async with _opened(settings, may_ask=False) as (_, hands, _):
        told = []
        for found in await _found(hands, person):
            await note_use(hands, found.tenant, "export", _number_for(found))
            async with hands.database.transaction(found.tenant) as session:
                told.append(await export_person(session, found, held_in_queue))
        return {"tenants": told}


async def run_tenant_export(settings: Settings, tenant: str, write: Callable[[str], object]) -> None:
    """All that is stored of a tenant, written in pieces of one JSON document. Raises Refused where nothing is."""
    async with _opened(settings, may_ask=False) as (_, hands, _):
        known = await _tenant_given(hands, tenant)
        await note_use(hands, known, "export", EVERYBODY)
        async with hands.database.transaction(known) as session:
            waiting = ['{"tenants": [']
            async for piece in export_tenant(session, known, held_in_queue, hands.clock()):
                waiting.append(piece)
                if sum(map(len, waiting)) > WRITTEN_AT_ONCE:
                    await asyncio.to_thread(write, "".join(waiting))
                    waiting = []
            await asyncio.to_thread(write, "".join([*waiting, "]}\n"]))


async def run_forget(
    settings: Settings, person: str | None, tenant: str | None, is_sure: Callable[[str], bool]
) -> dict[str, Any]:
    """Erase, in the tables and in the files that hold them. `is_sure` is asked once, before anything is changed.

    Raises Refused where nothing is stored, or where they are not sure.
    """
    may_ask = not sign_in_problems(settings)
    async with _opened(settings, may_ask=may_ask) as (url, hands, is_embedded):
        if tenant is not None:
            known = await _tenant_given(hands, tenant)
            _ask(is_sure, f"Everything of tenant {known} is erased for good.")
            done = [(known, await forget_tenant(hands, known, drop_from_queue, may_ask=may_ask))]
        else:
            everywhere = await _found(hands, str(person))
            _ask(is_sure, f"Everything of {person} is erased for good, in {len(everywhere)} tenant(s).")
            for one in everywhere:
                await note_use(hands, one.tenant, "forget", _number_for(one))
            done = [
                (one.tenant, await forget_person(hands, one, drop_from_queue, may_ask=may_ask)) for one in everywhere
            ]  # fmt: skip
        busy = await erase_from_files(url, [table for _, one in done for table in one.counts], is_embedded=is_embedded)
    return {"erased": [_told(where, one, len(busy)) for where, one in done]}


def _number_for(found: Found) -> str:
    """Of ours the id by which they are numbered, of a client's person the address."""
    return found.people[0] if found.people else found.whom.address


def _ask(is_sure: Callable[[str], bool], what: str) -> None:
    if not is_sure(what):
        raise Refused("Nothing was erased.")


@asynccontextmanager
async def _opened(settings: Settings, *, may_ask: bool) -> AsyncIterator[tuple[str, Hands, bool]]:
    async with app.database_url(settings) as url:
        if await pending(url):
            raise Misconfigured(["The database is older than this program: run `companion migrate`."])
        async with app.asking(settings, url) if may_ask else app.looking(settings, url) as hands:
            yield url, hands, settings.database_url is None


async def _tenants(hands: Hands) -> list[TenantId]:
    async with hands.database.directory() as session:
        return [TenantId(row["tenant_id"]) for row in await session.rows("tenants")]


async def _tenant_given(hands: Hands, tenant: str) -> TenantId:
    for known in await _tenants(hands):
        if known.lower() == tenant.strip().lower():
            return known
    raise Refused(f"--tenant {tenant}: nothing is stored of that tenant; give the id that Entra shows for it.")


async def _found(hands: Hands, person: str) -> list[Found]:
    found = []
    for tenant in await _tenants(hands):
        async with hands.database.transaction(tenant) as session:
            found.append(await find_person(session, tenant, person, hands.clock()))
    there = [one for one in found if one is not None]
    if not there:
        raise Refused(f"{person}: nothing is stored of anybody with that address; check how it is written.")
    return there


async def erase_from_files(url: str, changed: Iterable[str], *, is_embedded: bool) -> list[str]:
    """Deleted rows stand in the files until the server needs the room: it gives them up now.

    Of the embedded server every table is written anew, its statistics too, and the log of its changes is begun anew. Any other
    server is only asked to clean up what changed: its files and its log of changes are its administrator's. Returns the tables
    that somebody kept in use for so long that this could not be done.
    https://www.postgresql.org/docs/current/routine-vacuuming.html
    """
    tables = [one if "." in one else f"companion.{one}" for one in (tables_of_tenants() if is_embedded else changed)]
    connection = await first_connection(url)
    try:
        await connection.execute(f"SET lock_timeout = '{WAITS_FOR_A_TABLE}'")
        if is_embedded:
            await connection.execute(_DROP_SAMPLES)
        busy = []
        for table in sorted({*tables, *QUEUE}):
            try:
                await connection.execute(f"VACUUM ({'FULL, ' if is_embedded else ''}ANALYZE) {table}")
            except asyncpg.LockNotAvailableError:
                busy.append(table)
        if is_embedded:
            await _begin_log_anew(connection)
        return busy
    finally:
        await connection.close()


_DROP_SAMPLES: Final = """
DELETE FROM pg_catalog.pg_statistic s USING pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid = s.starelid AND n.nspname IN ('companion', 'queue')
"""
"""The planner keeps samples of what stands in a table, and of a table that became empty for good."""


async def _begin_log_anew(connection: asyncpg.Connection) -> None:
    await connection.execute("VACUUM FULL pg_catalog.pg_statistic")
    await connection.execute("ALTER SYSTEM SET wal_recycle = off")
    await connection.execute("SELECT pg_reload_conf()")
    try:
        for step in ("SELECT pg_switch_wal()", "CHECKPOINT", "SELECT pg_switch_wal()", "CHECKPOINT"):
            await connection.execute(step)
    finally:
        await connection.execute("ALTER SYSTEM RESET wal_recycle")
        await connection.execute("SELECT pg_reload_conf()")


def _told(tenant: TenantId, erased: Erased, busy: int) -> dict[str, Any]:
    counts = {table: {"erased": gone, "changed": changed} for table, (gone, changed) in erased.counts.items()}
    return {
        "tenant": tenant, "whose": erased.whose, "rows": counts, "subscriptions_ended": erased.ended,
        "subscriptions_left": erased.left, "coming_meetings": len(erased.coming), "remains": erased.remains,
        "notes": list(_notes(erased, busy)),
    }  # fmt: skip


def _notes(erased: Erased, busy: int) -> Iterable[str]:
    """What an administrator has to know or to do besides."""
    if busy:
        yield f"{busy} table(s) were in use: what was deleted leaves their files when the server needs the room."
    if erased.left:
        yield (
            f"{erased.left} subscription(s) on the calendar end by themselves within a week; their notices are refused already."
        )
    if erased.whose == "ours":
        yield REINSTALLED
    if erased.coming:
        yield COMING.format(count=len(erased.coming), people=len({owner for owner, _ in erased.coming}))
    if erased.shared:
        yield f"{len(erased.shared)} name(s) of theirs are somebody else's too and were left in free text."
    if erased.remains:
        yield f"{erased.remains} row(s) were written meanwhile and still name them: run the command again."
    if erased.whose != "tenant":
        yield NOT_BY_NAME
    yield TEAMS_KEEPS
    yield BACKUPS


def readable(document: Mapping[str, Any]) -> str:
    """What was erased, as a person at a terminal reads it."""
    lines = []
    for one in document["erased"]:
        gone = sum(row["erased"] for row in one["rows"].values())
        changed = sum(row["changed"] for row in one["rows"].values())
        lines.append(f"Tenant {one['tenant']}: {gone} row(s) erased, {changed} changed.")
        lines += [f"  {table}: {row['erased']} erased, {row['changed']} changed" for table, row in one["rows"].items()]
        lines += [f"  {note}" for note in one["notes"]]
    return "\n".join(lines)
