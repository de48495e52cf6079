"""What every room's tests share: one embedded PostgreSQL for the whole run, a fresh database on it for each test that asks."""

from __future__ import annotations

import asyncio
import itertools
import os
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import pytest
from blockbuster import BlockBuster
from hypothesis import HealthCheck, settings

from sidecar import jobs
from sidecar.store.database import Database, migrate
from sidecar.store.embedded import EmbeddedServer

TOO_SLOW = [HealthCheck.too_slow]
"""It judges the machine."""
settings.register_profile("suite", deadline=None, suppress_health_check=TOO_SLOW, derandomize=True, database=None)
settings.register_profile("night", deadline=None, suppress_health_check=TOO_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))
_numbers = itertools.count(1)
UP_TO_DATE = "up_to_date"
SHORT = re.compile(r"os\.(stat|listdir|scandir|getcwd|readlink|access|path\..*)|io\..*\.(read|write)")
"""Looking at a small file of our own at first use, and writing a line of the log, which the product does on its loop; large and
foreign files are read in threads and processes, where nothing is guarded."""


@pytest.fixture(scope="session", autouse=True)
def no_stalls() -> Iterator[None]:
    """Whatever waits for the network, a lock or the clock on the event loop, in any function of the product, fails the test."""
    guard = BlockBuster("sidecar", excluded_modules=["sidecar.tenant"])
    for name in [name for name in guard.functions if SHORT.fullmatch(name)]:
        del guard.functions[name]
    guard.activate()
    yield
    guard.deactivate()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of an embedded PostgreSQL that lives as long as the run."""
    folder = Path(tempfile.mkdtemp(prefix="companion-tests-"))
    folder.chmod(0o711)
    embedded = EmbeddedServer(folder / "database")
    url = embedded.start()
    asyncio.run(_prepare(url))
    yield url
    embedded.stop()
    shutil.rmtree(folder, ignore_errors=True)


async def _prepare(server: str) -> None:
    """What tests write need not outlive a power cut; and each takes a copy of one database that is up to date."""
    await _run(server, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()", f"CREATE DATABASE {UP_TO_DATE}")
    url = _address(server, UP_TO_DATE)
    await migrate(url)
    await jobs.prepare(url)


async def _run(server: str, *statements: str) -> None:
    connection = await asyncpg.connect(server)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


def _address(server: str, name: str) -> str:
    return server.replace("/postgres?", f"/{name}?")


@asynccontextmanager
async def _fresh(server: str, like: str) -> AsyncIterator[str]:
    name = f"test_{next(_numbers)}"
    await _run(server, f"CREATE DATABASE {name} TEMPLATE {like} STRATEGY file_copy")
    try:
        yield _address(server, name)
    finally:
        await _run(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def empty_database(server: str) -> AsyncIterator[str]:
    """The address of a database with nothing in it."""
    async with _fresh(server, "template1") as url:
        yield url


@pytest.fixture
async def ready_database(server: str) -> AsyncIterator[str]:
    """The address of a database that is up to date, queue included, with nobody in it."""
    async with _fresh(server, UP_TO_DATE) as url:
        yield url


@pytest.fixture
async def database(ready_database: str) -> AsyncIterator[Database]:
    """A migrated database, queue included."""
    opened = await Database.open(ready_database)
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
