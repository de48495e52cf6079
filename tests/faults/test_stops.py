"""Told to stop, the program takes nobody new in, finishes what it can, leaves the rest to others, and ends within ten seconds."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Literal

import asyncpg
import psutil

from sidecar.doors import DRAIN_FOR, free_port
from sidecar.store.database import MIGRATION_LOCK
from sidecar.tenant import Person
from tests.conftest import until
from tests.faults.moments import stage_cards
from tests.faults.programs import ROOT, command
from tests.faults.stage import NOON, Stage, stage

ANN = Person(address="ann@fabrikam.com", name="Ann Able")
A_LITTLE_MORE = 3.0
"""Seconds that a busy machine may take for what an idle one does at once."""


def _begin(here: Stage, what: Literal["worker", "doors", "serve"]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command(here.spec(what)), cwd=ROOT)


async def _end(process: subprocess.Popen[bytes]) -> tuple[int, float]:
    """Its exit code, and the seconds it took to end once it was told to."""
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    code = await asyncio.to_thread(process.wait, 60)
    return code, time.monotonic() - began


async def _is_held(here: Stage) -> bool:
    return bool((await here.look("weather"))["held"])


async def _cards(here: Stage) -> int:
    return (await here.said())["n0x0"]


async def _one_card(here: Stage) -> bool:
    return await _cards(here) == 1


async def test_doors_are_not_ready_while_the_database_is_migrated(empty_database: str) -> None:
    async with stage(empty_database, [ANN]) as here:
        other = await asyncpg.connect(empty_database)
        await other.execute("SELECT pg_advisory_lock($1)", MIGRATION_LOCK)
        here.begin("doors")

        async def waits() -> bool:
            return bool(await other.fetchval("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"))

        await until(waits)
        assert not await here.is_ready()
        await other.close()
        await until(here.is_ready)


async def test_what_a_stopping_program_cannot_finish_is_done_by_another_at_once(empty_database: str) -> None:
    async with stage(empty_database, [ANN], NOON - timedelta(minutes=3)) as here:
        await stage_cards(here, [ANN], timedelta())
        await here.control("weather", path_prefix="/connector/", method="POST", drop=True, slow_seconds=60, count=1)
        first = _begin(here, "serve")
        await until(here.is_ready, 60)
        await here.travel_to(NOON)
        await until(lambda: _is_claimed(here))
        ending = asyncio.create_task(_end(first))

        async def takes_nobody_in() -> bool:
            return not await here.is_ready()

        await until(takes_nobody_in)
        assert first.poll() is None, "it still works on what it had begun"
        code, seconds = await ending
        assert code == 0
        assert seconds < DRAIN_FOR + A_LITTLE_MORE
        assert await here.database.pool.fetch("SELECT 1 FROM queue.pgqueuer WHERE status = 'picked'") == []
        here.begin("two")
        await until(lambda: _one_card(here))


async def _is_claimed(here: Stage) -> bool:
    return bool(await here.database.pool.fetchval("SELECT count(*) FROM companion.delivery WHERE state = 'claimed'"))


async def test_a_worker_that_is_told_to_stop_finishes_what_it_can(empty_database: str) -> None:
    async with stage(empty_database, [ANN], NOON - timedelta(minutes=3)) as here:
        await stage_cards(here, [ANN], timedelta())
        await here.control("weather", path_prefix="/connector/", method="POST", hold=True, count=1)
        worker = _begin(here, "worker")

        async def works() -> bool:
            return (here.folder / "worker.log").exists() and '"working"' in (here.folder / "worker.log").read_text()

        await until(works, 60)
        await here.travel_to(NOON)
        await until(lambda: _is_held(here))
        ending = asyncio.create_task(_end(worker))
        await here.control("weather/clear")
        code, _ = await ending
        assert code == 0
        rows = await here.database.pool.fetch("SELECT state FROM companion.delivery WHERE kind = 'pre_call_card'")
        assert [row["state"] for row in rows] == ["sent"]
        assert await _cards(here) == 1


def test_the_command_serves_ends_with_zero_and_serves_again_on_what_it_kept(tmp_path: Path) -> None:
    port, data = free_port(0), tmp_path / "data"
    data.mkdir(mode=0o755)
    for _ in range(2):
        serve = [sys.executable, "-m", "sidecar", "serve"]
        with subprocess.Popen(serve, cwd=ROOT, env=_settings(port, data), stderr=subprocess.PIPE, text=True) as process:
            try:
                assert process.stderr is not None
                said = []
                while not said or '"serving"' not in said[-1]:
                    said.append(process.stderr.readline())
                    assert said[-1], f"it ended: {said}"
                process.send_signal(signal.SIGTERM)
                assert process.wait(60) == 0, said
            finally:
                process.kill()
    assert [one.pid for one in psutil.process_iter(["cmdline"]) if str(data) in (one.info["cmdline"] or [])] == []


def _settings(port: int, data: Path) -> dict[str, str]:
    """Nobody is signed in: with no tenant there is nothing to ask Microsoft for."""
    own = {
        "DATA_DIR": str(data), "PORT": str(port), "TENANT_ID": "6f7d1c52-0d0a-4c5e-9a55-3c1f6c1f0a01", "CLIENT_SECRET": "none",
        "CLIENT_ID": "6f7d1c52-0d0a-4c5e-9a55-3c1f6c1f0a02", "PUBLIC_URL": "https://companion.example",
    }  # fmt: skip
    return {**os.environ, **{f"COMPANION_{name}": value for name, value in own.items()}}
