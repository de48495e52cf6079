"""Ready is said only while it is so: each thing that a process needs is taken away in turn, and given back."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg

from sidecar import jobs
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.meetings.wake import watch_wake
from sidecar.doors import free_port
from sidecar.store.database import MIGRATION_LOCK, Database
from sidecar.telemetry.readiness import Readiness
from sidecar.tenant import LocalTenant
from sidecar.web.keys import KeyRing
from tests.conftest import until
from tests.faults.conftest import spoiled
from tests.faults.programs import Spec, command
from tests.faults.proxy import FaultProxy, Toxic
from tests.flows.conftest import MIA, start

__all__ = ["spoiled", "start"]
ROOT = Path(__file__).parents[2]


def _now() -> datetime:
    return datetime.now(UTC)


def _readiness(database: Database, *keys: Any, clock: Callable[[], datetime] = _now) -> Readiness:
    return Readiness(database, clock, keys)


async def test_a_process_with_all_that_it_needs_is_ready(database: Database) -> None:
    made = _readiness(database)
    made.begins(asyncio.Event(), with_worker=False)
    assert await made.failing() == frozenset()
    assert await made.is_ready()


async def test_not_ready_while_a_migration_is_missing_and_ready_on_a_newer_database(database: Database) -> None:
    made = _readiness(database)
    newest = await database.pool.fetchval("SELECT max(number) FROM companion.schema_version")
    await database.pool.execute("DELETE FROM companion.schema_version WHERE number = $1", newest)
    assert await made.failing() == {"migrations"}
    await database.pool.execute("INSERT INTO companion.schema_version (number) VALUES ($1)", newest + 1)
    assert await made.failing() == frozenset(), "while a newer release is rolled out, this one goes on on its schema"


async def test_not_ready_while_the_database_is_away(spoiled: tuple[str, FaultProxy]) -> None:
    url, proxy = spoiled
    from sidecar import app

    await app.bring_up_to_date(url)
    database = await Database.open(url)
    made = _readiness(database)
    assert await made.failing() == frozenset()
    await proxy.fail(Toxic(name="down"))
    assert await made.failing() == {"database"}
    await proxy.clear()

    async def is_back() -> bool:
        return not await made.failing()

    await until(is_back)
    await database.close()


async def test_with_a_worker_not_ready_unless_it_works(database: Database) -> None:
    made = _readiness(database)
    made.begins(asyncio.Event(), with_worker=True)
    assert await made.failing() == {"worker"}
    with made.working():
        assert await made.failing() == frozenset()
    assert await made.failing() == {"worker"}


async def test_a_worker_that_ended_is_seen_in_the_running_program(start: Callable[..., Any]) -> None:
    async with start() as here:
        readiness = here.companion.readiness
        readiness.begins(asyncio.Event(), with_worker=True)

        async def answers(status: int) -> bool:
            async with here.session.get(f"{here.door}/readyz") as answer:
                return answer.status == status

        assert await until(lambda: answers(200))
        here.stop.set()
        await asyncio.wait_for(here.worker, 15)
        assert await until(lambda: answers(503))
        await here.start_worker()
        assert await until(lambda: answers(200))


async def test_not_ready_from_the_moment_it_is_told_to_stop(database: Database) -> None:
    made, stop = _readiness(database), asyncio.Event()
    made.begins(stop, with_worker=False)
    assert await made.is_ready()
    stop.set()
    assert not await made.is_ready(), "at once, whatever was answered a moment ago"
    assert await made.failing() == {"not_draining"}


async def test_not_ready_while_keys_are_neither_held_nor_to_be_had(database: Database, tmp_path: Path) -> None:
    nobody = KeyRing(f"http://127.0.0.1:{free_port(0)}/keys")
    assert await _readiness(database, nobody.is_there).failing() == {"keys"}
    tenant = LocalTenant(calendars=[], me=MIA, clock=_now)
    await tenant.start()
    held = KeyRing(f"{tenant.url}/_tenant/keys")
    made = _readiness(database, held.is_there)
    assert await made.failing() == frozenset()
    await tenant.stop()
    assert await made.failing() == frozenset(), "what is held is enough"
    assert await _readiness(database, held.is_there, nobody.is_there).failing() == {"keys"}


async def test_a_lapsed_subscription_makes_unready_only_where_nobody_makes_it_anew(database: Database) -> None:
    tenant, person, now = TenantId("t"), PersonId("p"), _now()
    async with database.transaction(tenant) as session:
        await session.run("add_tenant", tenant)
        await session.connection.execute(
            "INSERT INTO companion.person (tenant_id, person_id, installed_at) VALUES ($1, $2, $3)", tenant, person, now
        )
        await session.connection.execute(
            """INSERT INTO companion.subscription
               (tenant_id, subscription_id, person_id, client_state_hash, created_at, expires_at)
               VALUES ($1, 's', $2, '', $3, $4)""",
            tenant, person, now - timedelta(days=3), now + timedelta(hours=1),
        )  # fmt: skip
    assert await _readiness(database).failing() == frozenset()

    def later() -> datetime:
        return now + timedelta(hours=2)

    made = _readiness(database, clock=later)
    assert await made.failing() == frozenset(), "lapsed, and nothing has waited for long: making one anew needs the doors"
    async with database.directory() as session:
        await jobs.Jobs(_now).arm(session, [watch_wake(tenant, person, 1, now)])
    assert await made.failing() == frozenset(), "somebody is at it"
    await database.pool.execute("UPDATE queue.pgqueuer SET execute_after = execute_after - interval '11 minutes'")
    assert await made.failing() == {"subscriptions"}, "it has been due for eleven minutes, and nobody works"
    async with database.transaction(tenant) as session:
        await session.connection.execute("UPDATE companion.subscription SET expires_at = $1", now + timedelta(days=3))
    assert await _readiness(database, clock=later).failing() == frozenset()


async def test_the_real_program_is_alive_and_not_ready_while_another_migrates_then_ready_and_ends_clean(
    empty_database: str, tmp_path: Path
) -> None:
    tenant = LocalTenant(calendars=[], me=MIA, clock=_now)
    await tenant.start()
    port, measured = free_port(0), free_port(0)
    door = f"http://127.0.0.1:{port}"
    spec = Spec(
        what="serve", url=empty_database, tenant_url=tenant.url, client_id=tenant.app_id, door_url=door,
        log=str(tmp_path / "log"), settings={"port": port, "metrics_port": measured},
    )  # fmt: skip
    other = await asyncpg.connect(empty_database)
    await other.execute("SELECT pg_advisory_lock($1)", MIGRATION_LOCK)
    program = await asyncio.create_subprocess_exec(*command(spec), cwd=ROOT, stderr=sys.stderr)

    async def answer(path: str, base: str = door) -> tuple[int, str]:
        async with aiohttp.ClientSession() as session:
            try:
                async with session.get(f"{base}{path}") as found:
                    return found.status, await found.text()
            except aiohttp.ClientError:
                return 0, ""

    async def is_alive() -> bool:
        return (await answer("/healthz"))[0] == 200

    async def is_ready() -> bool:
        return await answer("/readyz") == (200, "ready")

    async def waits() -> bool:
        held = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
        return bool(await other.fetchval(held))

    async def health_check() -> int | None:
        """What a container asks itself."""
        asked = {**os.environ, "COMPANION_METRICS_PORT": str(measured)}
        return await (
            await asyncio.create_subprocess_exec(sys.executable, "-m", "sidecar.telemetry.alive", env=asked, cwd=ROOT)
        ).wait()

    await until(is_alive)
    await until(waits)
    assert await health_check() == 1
    assert await answer("/readyz") == (503, "not ready")
    assert (await answer("/api/messages"))[0] == 404
    await other.execute("SELECT pg_advisory_unlock($1)", MIGRATION_LOCK)
    await until(is_ready)
    assert await health_check() == 0
    program.terminate()
    assert await asyncio.wait_for(program.wait(), 30) == 0
    await other.close()
    await tenant.stop()
