"""From the embedded database to a server of one's own, and back from a backup: by PostgreSQL's own tools, with nothing lost."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest

from sidecar import app
from sidecar.store.database import Database, pending
from sidecar.tenant import Person
from tests.conftest import until
from tests.faults.cluster import PROGRAMS, USER, Cluster
from tests.faults.moments import stage_cards
from tests.faults.stage import NOON, Stage, stage
from tests.faults.test_upgrade import rows_of

ANN, BEA = Person(address="ann@fabrikam.com", name="Ann Able"), Person(address="bea@fabrikam.com", name="Bea Best")
ROLES = """
CREATE ROLE companion_owner NOLOGIN;
CREATE ROLE companion_app NOLOGIN;
GRANT companion_owner, companion_app TO companion;
"""
"""As docs/operate/backups.md says it; the roles belong to a server and are in no dump."""


@pytest.fixture
def own_server() -> Iterator[Cluster]:
    """A server on which the program's login is no superuser."""
    cluster = Cluster()
    cluster.start()
    yield cluster
    cluster.remove()


def _run(program: str, *arguments: str) -> None:
    subprocess.run([str(PROGRAMS / program), *arguments], check=True, user=USER, cwd="/", timeout=60)


def dump_of(url: str, folder: Path) -> Path:
    file = folder / "companion.dump"
    with file.open("wb") as target:
        dump = [str(PROGRAMS / "pg_dump"), "--format=custom", url]
        subprocess.run(dump, check=True, user=USER, cwd="/", timeout=60, stdout=target)
    return file


def load_into(dump: Path, url: str, *options: str) -> None:
    with dump.open("rb") as source:
        restore = [str(PROGRAMS / "pg_restore"), "--exit-on-error", "--single-transaction", *options, f"--dbname={url}"]
        subprocess.run(restore, check=True, user=USER, cwd="/", timeout=60, stdin=source)


def _restore(dump: Path, url: str) -> None:
    """As docs/operate/backups.md says it."""
    load_into(dump, url, "--no-owner")
    _run("psql", "--quiet", "--no-psqlrc", "--command=GRANT ALL ON SCHEMA companion TO companion_owner", url)


def _own_database(cluster: Cluster) -> str:
    admin, login = cluster.url("postgres"), cluster.url("companion", "companion")
    _run("psql", "--quiet", "--command=CREATE ROLE companion LOGIN CREATEROLE", admin)
    _run("psql", "--quiet", "--command=CREATE DATABASE companion OWNER companion", admin)
    _run("psql", "--quiet", "--set=ON_ERROR_STOP=1", f"--command={ROLES}", login)
    return login


async def test_the_embedded_database_moves_to_a_server_and_the_program_goes_on(
    empty_database: str, own_server: Cluster, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    async with stage(empty_database, [ANN, BEA], NOON - timedelta(minutes=3)) as here:
        await stage_cards(here, [ANN, BEA], timedelta(minutes=1))
        here.begin("one")
        await here.travel_to(NOON)
        await until(lambda: _has(here, "n0x0"))
        await here.settle()
        await asyncio.to_thread(here.kill, "one")
        dump = await asyncio.to_thread(dump_of, empty_database, tmp_path)
        moved = await asyncio.to_thread(_own_database, own_server)
        await asyncio.to_thread(_restore, dump, moved)
        assert await rows_of(own_server.url("companion")) == await rows_of(empty_database)
        await _go_on(here, moved)


async def _go_on(here: Stage, url: str) -> None:
    """The same tenant and the same chats, another database, whose login is no superuser."""
    assert await app.bring_up_to_date(url) and await pending(url) == 0
    here.url, old = url, here.database
    here.database = await Database.open(url)
    here.begin("two")
    await here.travel_to(NOON + timedelta(minutes=1))
    await until(lambda: _has(here, "n1x0"))
    await here.settle()
    assert await here.said() == {"n0x0": 1, "n1x0": 1}
    await old.close()


async def _has(here: Stage, name: str) -> bool:
    return (await here.said())[name] == 1


async def test_a_login_that_is_no_superuser_migrates_an_empty_database(own_server: Cluster) -> None:
    _run("psql", "--quiet", "--command=CREATE ROLE companion LOGIN CREATEROLE", own_server.url("postgres"))
    _run("psql", "--quiet", "--command=CREATE DATABASE companion OWNER companion", own_server.url("postgres"))
    url = own_server.url("companion", "companion")
    assert await app.bring_up_to_date(url) and await pending(url) == 0
    database = await Database.open(url)
    async with database.directory() as session:
        await session.run("add_tenant", "one")
        assert [row["tenant_id"] for row in await session.rows("tenants")] == ["one"]
    await database.close()


async def test_a_backup_that_was_made_while_the_program_ran_is_restored_whole(
    empty_database: str, server: str, tmp_path: Path
) -> None:
    await app.bring_up_to_date(empty_database)
    database = await Database.open(empty_database)
    async with database.directory() as session:
        await session.run("add_tenant", "one")
    dump = await asyncio.to_thread(dump_of, empty_database, tmp_path)
    await database.close()
    connection = await asyncpg.connect(server)
    await connection.execute("CREATE DATABASE rehearsal")
    try:
        url = server.replace("/postgres?", "/rehearsal?")
        await asyncio.to_thread(load_into, dump, url)
        assert await rows_of(url) == await rows_of(empty_database)
        assert await pending(url) == 0
    finally:
        await connection.execute("DROP DATABASE rehearsal WITH (FORCE)")
        await connection.close()
