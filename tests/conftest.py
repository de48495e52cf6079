"""What every room's tests share: one embedded PostgreSQL for the whole run, a fresh database on it for each test that asks."""

from __future__ import annotations

import asyncio
import itertools
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest

from sidecar import jobs
from sidecar.store.database import Database, migrate
from sidecar.store.embedded import EmbeddedServer

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of an embedded PostgreSQL that lives as long as the run."""
    folder = Path(tempfile.mkdtemp(prefix="companion-tests-"))
    folder.chmod(0o711)
    embedded = EmbeddedServer(folder / "database")
    yield embedded.start()
    embedded.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
async def empty_database(server: str) -> AsyncIterator[str]:
    """The address of a database with nothing in it."""
    name = f"test_{next(_numbers)}"
    connection = await asyncpg.connect(server)
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    yield server.replace("/postgres?", f"/{name}?")
    connection = await asyncpg.connect(server)
    await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
    await connection.close()


@pytest.fixture
async def database(empty_database: str) -> AsyncIterator[Database]:
    """A migrated database, queue included."""
    await migrate(empty_database)
    await jobs.prepare(empty_database)
    opened = await Database.open(empty_database)
    yield opened
    await opened.close()


async def until(found: object, seconds: float = 30.0) -> object:
    """Wait for the state: call `found` until it gives something true. Fails the test after `seconds`."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    while True:
        value = await found()  # type: ignore[operator]
        if value:
            return value
        if loop.time() > deadline:
            raise AssertionError(f"waited {seconds} s for {getattr(found, '__name__', found)}; last seen: {value!r}")
        await asyncio.sleep(0.1)
