"""An upgrade loses nothing: the last release's database is brought up to date, and that release could go on beside this one.

`tests/fixtures/release_0020` was made by that release's own program, with `tests/faults/make_release.py`.
"""

from __future__ import annotations

import asyncio
import gzip
import re
import subprocess
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest

from sidecar import app
from sidecar.errors import Misconfigured
from sidecar.store.database import Database, migrations, pending
from tests.conftest import until
from tests.faults.cluster import PROGRAMS, USER
from tests.faults.stage import Stage, stage
from tests.flows.conftest import MIA, NOON, calendar, event

RELEASE = Path(__file__).parents[1] / "fixtures" / "release_0020"
LAST = 20
"""The last migration of the release before this one."""
NOT_EXPANDING = re.compile(
    r"DROP\s+(TABLE|COLUMN|VIEW|FUNCTION|SCHEMA|TYPE)|RENAME\s+(TO|COLUMN|CONSTRAINT)|ALTER\s+COLUMN\s+\w+\s+(SET\s+DATA\s+)?TYPE"
    r"|ALTER\s+COLUMN\s+\w+\s+SET\s+NOT\s+NULL|ADD\s+COLUMN\s+(?!.*DEFAULT)[^;,]*NOT\s+NULL|TRUNCATE",
    re.IGNORECASE,
)
"""What the release before could not live with: it reads, writes and names what it knows, and fills no column that it does not."""


def _text(name: str) -> str:
    return gzip.decompress((RELEASE / name).read_bytes()).decode()


def restore(url: str) -> None:
    """The release's database as it was left, its two roles first: they belong to the server and are in no dump."""
    roles = "".join(
        f"DO $$ BEGIN CREATE ROLE {role} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;\n"
        for role in ("companion_owner", "companion_app")
    )
    psql = [str(PROGRAMS / "psql"), "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--single-transaction", url]
    subprocess.run(
        psql, input=roles + _text("database.sql.gz"), text=True, check=True, user=USER, cwd="/", stdout=subprocess.DEVNULL
    )


async def rows_of(url: str) -> dict[str, int]:
    """How many rows each table has."""
    connection = await asyncpg.connect(url)
    try:
        tables = await connection.fetch(
            "SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname IN ('companion', 'queue')"
        )
        counted = {one["name"]: f"SELECT count(*) FROM {one['name']}" for one in tables}  # noqa: S608  # the database's own names
        return {name: await connection.fetchval(count) for name, count in counted.items()}
    finally:
        await connection.close()


async def test_the_last_releases_database_is_brought_up_to_date_by_two_at_once_and_keeps_every_row(empty_database: str) -> None:
    await asyncio.to_thread(restore, empty_database)
    before = await rows_of(empty_database)
    assert before["companion.meeting"] == 5 and before["companion.delivery"] > 0 and before["queue.pgqueuer"] > 0
    assert await pending(empty_database) == len([number for number, _ in migrations() if number > LAST])
    versions = await asyncio.gather(app.bring_up_to_date(empty_database), app.bring_up_to_date(empty_database))
    assert set(versions) == {migrations()[-1][0]}
    after = await rows_of(empty_database)
    assert {name: after.get(name) for name in before if name != "companion.schema_version"} == {
        name: rows for name, rows in before.items() if name != "companion.schema_version"
    }


async def test_the_program_goes_on_with_what_the_last_release_had_stored(empty_database: str, tmp_path: Path) -> None:
    await asyncio.to_thread(restore, empty_database)
    await app.bring_up_to_date(empty_database)
    file = tmp_path / "mia.ics"
    file.write_bytes(calendar(event("told", NOON + timedelta(minutes=20)), event("pending", NOON + timedelta(hours=3))))
    mia = type(MIA)(address=MIA.address, name=MIA.name, zone=MIA.zone, language=MIA.language, calendars=(file,))
    async with stage(empty_database, [mia], NOON + timedelta(minutes=5)) as here:
        await _live_on(here)


async def _live_on(here: Stage) -> None:
    async with here.session.post(f"{here.tenant.url}/_tenant/install", json={"person": MIA.id}) as answer:
        assert answer.status == 409, "the bot was there before; nobody is told again"
    moved = "UPDATE companion.person SET conversation = jsonb_set(conversation, '{serviceUrl}', to_jsonb($1::text))"
    await here.database.pool.execute(moved, here.tenant.service_url)
    await here.begin_all("one")
    await here.travel_to(NOON + timedelta(hours=2, minutes=31))

    async def has_card() -> bool:
        return bool(await _cards(here, "pending"))

    await until(has_card)
    await here.settle()
    assert len(await _cards(here, "pending")) == 1
    asked = "SELECT state FROM companion.delivery WHERE meeting_id = 'told' AND kind = 'pre_call_card'"
    told = await here.database.pool.fetch(asked)
    assert len(told) == 1, "what the last release had told is not told again"


async def _cards(here: Stage, name: str) -> list[str]:
    chat = await here.look(f"chat?person={MIA.id}")
    return [
        one["id"] for one in chat if one["from"] == "bot" and not one["is_deleted"] and f"Call {name}" in str(one["attachments"])
    ]


async def test_every_statement_of_the_last_release_is_still_understood(database: Database) -> None:
    """During an upgrade its workers go on for a while: they find every table, column and function that they name."""
    parts = re.split(r"^-- name: (\w+)$", _text("queries.sql.gz"), flags=re.MULTILINE)[1:]
    statements = dict(zip(parts[::2], parts[1::2], strict=True))
    assert len(statements) > 200
    not_understood = []
    async with database.pool.acquire() as connection:
        await connection.execute("SET search_path TO companion")
        for name, statement in statements.items():
            try:
                await connection.prepare(statement)
            except asyncpg.PostgresError as error:
                not_understood.append((name, str(error)))
    assert not_understood == []


@pytest.mark.parametrize("number", [number for number, _ in migrations() if number > LAST])
def test_a_migration_since_the_last_release_takes_nothing_away(number: int) -> None:
    text = re.sub(r"--[^\n]*", "", dict(migrations())[number])
    assert NOT_EXPANDING.search(text) is None


async def test_a_newer_database_is_refused_and_left_as_it_is(empty_database: str) -> None:
    await app.bring_up_to_date(empty_database)
    connection = await asyncpg.connect(empty_database)
    await connection.execute("INSERT INTO companion.schema_version (number) VALUES (9999)")
    await connection.close()
    before = await rows_of(empty_database)
    with pytest.raises(Misconfigured, match="install the newer program"):
        await app.bring_up_to_date(empty_database)
    assert await rows_of(empty_database) == before
