"""Keeping in touch: 10,000 relationships lived for three years on the pure core, and one sweep of 10,000 with their rows."""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import psutil
from figures import report

from sidecar import app
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.relationships.contact import Contact, ContactKind
from sidecar.domain.relationships.relationship import Relation, chosen, due_for, tally_of
from sidecar.flows.known import known_person
from sidecar.flows.relationships.relationship_store import keep_contacts
from sidecar.flows.relationships.tend_relationships import suggest
from sidecar.settings import Settings
from sidecar.store.database import Database
from sidecar.store.embedded import EmbeddedServer
from sidecar.wiring import Clock, hands_of
from tests.domain.three_years import Person, simulate

PEOPLE, CLIENTS, YEARS = 100, 100, 3
TOUCHES = 20
KINDS: tuple[ContactKind, ...] = ("meeting_held", "call", "mail_personal_in", "mail_personal_out", "mail_bulk", "mail_commercial")
TENANT = TenantId("bench")


def lives(chance: random.Random) -> None:
    """Every person on every working day of three years, with bulk mail and without."""
    inside = differing = most = looks = 0
    began = time.process_time()
    for number in range(PEOPLE):
        person = Person.made(chance, CLIENTS)
        found = simulate(person, date(2024, 1, 1), YEARS * 365)
        looks, inside, most = looks + found.looks, inside + found.inside, max(most, found.most_in_a_day)
        if number % 10 == 0:  # the second life costs as much as the first
            differing += found.said != simulate(person.without_noise(), date(2024, 1, 1), YEARS * 365).said
    print(f"{PEOPLE * CLIENTS} relationships, {YEARS} years, {looks} looks, {time.process_time() - began:.0f} s CPU", flush=True)
    report("nudges inside the window after a real contact", [inside], "", at_most=0)
    report("people whom bulk mail gave other nudges", [differing], "", at_most=0)
    report("nudges a person and day", [most], "", at_most=2)


def touches(client: str, chance: random.Random, now: datetime) -> list[Contact]:
    """So many contacts of every kind within the last year."""
    return [
        Contact(id=f"t{number}", client=client, kind=chance.choice(KINDS), at=now - timedelta(days=chance.random() * 365))
        for number in range(TOUCHES)
    ]


def pure_sweep(chance: random.Random, now: datetime) -> float:
    """CPU seconds to decide on 10,000 relationships from their contacts."""
    held = [touches(f"c{number}.example", chance, now) for number in range(PEOPLE * CLIENTS)]
    began = time.process_time()
    for first in range(0, len(held), CLIENTS):
        relations = [Relation(client=one[0].client, tally=tally_of(one, now)) for one in held[first : first + CLIENTS]]
        chosen([hint for one in relations if (hint := due_for(one, now.date()))])
    return time.process_time() - began


def spent_by_server(folder: Path) -> float:
    """CPU seconds of the database server so far."""
    postmaster = psutil.Process(int(next(folder.rglob("postmaster.pid")).read_text().split()[0]))
    times = [one.cpu_times() for one in (postmaster, *postmaster.children(recursive=True))]
    return sum(one.user + one.system for one in times)


async def stored_sweep(url: str, folder: Path, chance: random.Random, now: datetime) -> tuple[float, float]:
    """CPU seconds of this process, and of the server, for the same out of the database, the suggestions stored."""
    await app.bring_up_to_date(url)
    database = await Database.open(url)
    clock = Clock()
    clock.start_at(now)
    hands = hands_of(Settings(), database, clock, None, None, "")
    async with database.transaction(TENANT) as session:
        await session.connection.execute("RESET ROLE")
        await session.connection.execute("INSERT INTO companion.tenant (tenant_id) VALUES ($1)", TENANT)
    for number in range(PEOPLE):
        person = PersonId(f"p{number}")
        async with database.transaction(TENANT) as session:
            await session.row("install_person", TENANT, person, {}, "Mia", "en", "Europe/Berlin", now - timedelta(days=400), None)
            known = await known_person(hands, session, TENANT, person)
            assert known is not None
            for client in range(CLIENTS):
                await keep_contacts(session, known, touches(f"c{client}.example", chance, now), now)
    async with database.pool.acquire() as connection:
        await connection.execute("ANALYZE")
    spent, began = time.process_time(), spent_by_server(folder)
    for number in range(PEOPLE):
        async with database.transaction(TENANT) as session:
            known = await known_person(hands, session, TENANT, PersonId(f"p{number}"))
            assert known is not None
            await suggest(session, known, now)
    figures = time.process_time() - spent, spent_by_server(folder) - began
    await database.close()
    return figures


def main() -> None:
    chance = random.Random(20261123)  # noqa: S311
    now = datetime(2026, 11, 24, 7, tzinfo=UTC)
    if "--sweep" not in sys.argv:
        lives(chance)
    report("sweep of 10,000 relationships on the pure core", [pure_sweep(chance, now)], "s CPU", at_most=5)
    with tempfile.TemporaryDirectory() as folder:
        server = EmbeddedServer(Path(folder) / "database")
        try:
            spent, served = asyncio.run(stored_sweep(server.start(), Path(folder), chance, now))
        finally:
            server.stop()
    print(f"of a stored sweep: {spent:.2f} s in this process, {served:.2f} s in the database server", flush=True)
    report("sweep of 10,000 stored relationships, this process and the database", [spent + served], "s CPU", at_most=5)


if __name__ == "__main__":
    main()
