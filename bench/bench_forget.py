"""Shown and erased: one client's person and one of ours among 100 people with 10,000 meetings, then the whole tenant; beside it
what it costs the server just to read every row once. `bench_forget.py 1000` takes so many people, each with 100 meetings."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from figures import report

from sidecar import app
from sidecar.commands.personal_data import erase_from_files
from sidecar.domain.apps.retention import tables_of_tenants
from sidecar.domain.meetings.meeting import TenantId
from sidecar.flows.hands import Hands
from sidecar.flows.trust.export_person import Found, export_person, find_person
from sidecar.flows.trust.forget_person import forget_person, forget_tenant
from sidecar.queue.erasure import drop_from_queue, held_in_queue
from sidecar.settings import Settings
from sidecar.store.database import Database
from sidecar.store.embedded import EmbeddedServer
from sidecar.wiring import Clock, hands_of

TENANT = TenantId("0b6e7c52-0d0a-4c5e-9a55-3c1f6c1f0001")
PEOPLE, MEETINGS = 100, 100
WITHIN = 60.0
FILL = """
INSERT INTO companion.person (tenant_id, person_id, address, name, installed_at)
    SELECT $1, 'p' || p, 'person' || p || '@ours.example', 'Person Nr' || p, $2 FROM generate_series(1, $3) p;
INSERT INTO companion.meeting (tenant_id, person_id, meeting_id, start_at, end_at, event, digest, revision, client_domain)
    SELECT $1, 'p' || p, 'm' || m, $2, $2, jsonb_build_object('subject', 'Call ' || m, 'body', jsonb_build_object('content',
        repeat('We go through the plan together and decide who does what. ', 40)),
        'attendees', (SELECT jsonb_agg(jsonb_build_object('emailAddress', jsonb_build_object(
            'address', 'client' || ((p * m + a) % 5000) || '@client' || (m % 50) || '.example',
            'name', 'Client Nr' || ((p * m + a) % 5000)))) FROM generate_series(1, 4) a)), 'd', 1,
        'client' || (m % 50) || '.example'
    FROM generate_series(1, $3) p, generate_series(1, $4) m;
INSERT INTO companion.note (tenant_id, person_id, note_id, meeting_id, kind, said, made_at)
    SELECT $1, 'p' || p, 'n' || m, 'm' || m, 'note',
        CASE WHEN m = 7 THEN 'Ask client7@client7.example again' ELSE 'Part ' || m END, $2
    FROM generate_series(1, $3) p, generate_series(1, $4) m;
INSERT INTO companion.touch (tenant_id, person_id, client, touch_id, kind, happened_at, with_whom, name)
    SELECT $1, 'p' || p, 'client' || (m % 50) || '.example', 't' || m, 'call', $2,
        'client' || m || '@client' || (m % 50) || '.example', ''
    FROM generate_series(1, $3) p, generate_series(1, $4) m;
"""


async def fill(database: Database, people: int) -> None:
    """So many people with their meetings, notes and contacts."""
    now = datetime(2026, 11, 1, tzinfo=UTC)
    async with database.directory() as session:
        await session.run("add_tenant", TENANT)
    async with database.transaction(TENANT) as session:
        for statement in FILL.split(";\n")[:-1]:
            most = [people, MEETINGS] if "$4" in statement else [people]
            await session.connection.execute(statement, TENANT, now, *most, timeout=600)


async def find(hands: Hands, asked: str) -> Found:
    """Whoever is asked for; they are there."""
    async with hands.database.transaction(TENANT) as session:
        found = await find_person(session, TENANT, asked, hands.clock())
    assert found is not None
    return found


async def read_once(database: Database) -> float:
    """Seconds to read the text of every row."""
    began = time.perf_counter()
    async with database.transaction(TENANT) as session:
        for table in tables_of_tenants():
            statement = f"SELECT count(*) FROM companion.{table} t WHERE length(lower(t::text)) < 0"  # noqa: S608
            await session.connection.fetchval(statement, timeout=600)
    return time.perf_counter() - began


async def measure(url: str, people: int) -> None:
    """Export and erase, each timed whole, files included."""
    database = await Database.open(url)
    await fill(database, people)
    hands = hands_of(Settings(), database, Clock(), None, None, "")
    baseline = await read_once(database)
    print(f"{people} people, {people * MEETINGS} meetings; reading every row once: {baseline:.1f} s", flush=True)
    for whose, asked in (("a client's person", "client7@client7.example"), ("a person of ours", "person7@ours.example")):
        began = time.perf_counter()
        found = await find(hands, asked)
        async with database.transaction(TENANT) as session:
            await export_person(session, found, held_in_queue)
        report(f"export of {whose}", [time.perf_counter() - began], "s", at_most=WITHIN)
        began = time.perf_counter()
        erased = await forget_person(hands, await find(hands, asked), drop_from_queue, may_ask=False)
        await erase_from_files(url, erased.counts, is_embedded=True)
        report(
            f"erasure of {whose}, {sum(map(sum, erased.counts.values()))} rows",
            [time.perf_counter() - began],
            "s",
            at_most=WITHIN,
        )
        report(f"rows that still name {whose}", [erased.remains], "", at_most=0)
    began = time.perf_counter()
    erased = await forget_tenant(hands, TENANT, drop_from_queue, may_ask=False)
    await erase_from_files(url, erased.counts, is_embedded=True)
    report(
        f"erasure of the tenant, {sum(map(sum, erased.counts.values()))} rows", [time.perf_counter() - began], "s", at_most=WITHIN
    )
    await database.close()


def main() -> None:
    """Run it on a database of its own."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    folder = Path(tempfile.mkdtemp(prefix="companion-bench-forget-"))
    folder.chmod(0o711)
    server = EmbeddedServer(folder / "database")
    url = server.start()
    try:
        asyncio.run(app.bring_up_to_date(url))
        asyncio.run(measure(url, people))
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
