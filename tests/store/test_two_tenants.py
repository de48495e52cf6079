"""Nothing crosses from one tenant to another: every named query, every route and every job, asked with the other's ids."""

from __future__ import annotations

import itertools
import re
from datetime import date, timedelta
from typing import Any, Final

import asyncpg

from sidecar.domain.apps.retention import tables_of_tenants
from sidecar.domain.meetings.meeting import TenantId
from sidecar.store.database import Database, named_queries
from tests.store.every_table import NOW, fill

HERE, THERE = TenantId("here"), TenantId("x")
"""The other tenant's every id is `x`: its people, meetings, notes, addresses and clients are all called so, and so it is named
by whatever text an argument takes."""
OF_NO_TENANT: Final = frozenset({"pgqueuer", "pgqueuer_log", "wake_start", "clock", "tenant"})
"""Tables of the installation: the queue, which holds ids only, the clock, and the list of tenants."""
DOORS: Final = frozenset({"known_subscriptions", "store_notices"})
"""For Graph's notices of many tenants at once, outside of any tenant: each names its own, which is entered in its turn."""
VALUES: Final[dict[str, list[Any]]] = {
    "text": ["x"], "text[]": [["x"]], "jsonb": [{"x": "x"}], "bytea": [b"x"], "bool": [True], "name": ["meeting"],
    "timestamptz": [NOW - timedelta(days=4000), NOW + timedelta(days=4000)], "timestamptz[]": [[NOW]],
    "date": [date(2000, 1, 1), date(2040, 1, 1)], "interval": [timedelta(hours=1)],
}  # fmt: skip
FULL: Final[dict[str, Any]] = {"is_gone": False, "membership": "member", "is_done": False}
"""So that as many queries as possible find something."""


def say_here(table: str, column: str) -> str:
    return f"here {table} {column}"


def say_there(table: str, column: str) -> str:
    return "x"


def _values(kinds: list[str], turn: int) -> list[Any]:
    """What to ask with: where instants or days are asked for, the earliest and the latest one by turns."""
    early_and_late = {
        kind: itertools.cycle(VALUES[kind] if turn == 0 else VALUES[kind][::-1]) for kind in ("timestamptz", "date")
    }
    return [next(early_and_late[kind]) if kind in early_and_late else VALUES.get(kind, [1])[0] for kind in kinds]


async def asked(
    database: Database,
    tenant: TenantId,
    name: str,
    statement: str,
    *,
    keep: bool = False,
    names: TenantId = THERE,
    is_walled: bool = True,
    person: str = "",
) -> list[str]:
    """What a query answers to each set of arguments within a tenant: its rows and how many it touched, or how it was refused.

    `names`: the tenant that its first argument names; `person`: whom the second one does, if another. Not `is_walled`: row-level
    security does not hold.
    """
    told = []
    for turn in range(2):
        try:
            async with database.transaction(tenant) as session:
                if not is_walled:
                    await session.connection.execute("SELECT set_config('role', 'none', true)")
                prepared = await session.connection.prepare(statement)
                first, *rest = _values([one.name for one in prepared.get_parameters()], turn)
                rest = [person, *rest[1:]] if person else rest
                rows = await prepared.fetch(names if first == THERE else first, *rest)
                told.append(f"{prepared.get_statusmsg()} {[dict(row) for row in rows]}")
                if not keep:
                    raise UndoneError
        except UndoneError:
            pass
        except asyncpg.PostgresError as error:
            told.append(type(error).__name__)
    return told


class UndoneError(Exception):
    """Ends a transaction that is not to be kept."""


async def everything_of(database: Database, tenant: TenantId) -> list[str]:
    rows = []
    for table in tables_of_tenants():
        found = await database.pool.fetch(f"SELECT t::text AS row FROM companion.{table} t WHERE tenant_id = $1", tenant)  # noqa: S608
        rows += [f"{table} {row['row']}" for row in found]
    return sorted(rows)


def tables_in(statement: str) -> set[str]:
    """What a query reads or writes: tables, and functions that do."""
    body = re.sub(r"^--.*$", "", statement, flags=re.MULTILINE)
    return set(re.findall(r"(?:companion|queue)\.(\w+)", body))


TENANT_FIRST: Final = re.compile(r"tenant_id = \$1|companion\.\w+\(\$1|(?:VALUES|SELECT)(?: DISTINCT(?: ON \([^)]*\))?)? \(?\$1")


def of_tenants() -> dict[str, str]:
    """The queries that are asked within a tenant."""
    return {name: text for name, text in named_queries().items() if tables_in(text) - OF_NO_TENANT and name not in DOORS}


def test_every_query_takes_the_tenant_first() -> None:
    queries = of_tenants()
    assert [name for name, text in queries.items() if not TENANT_FIRST.search(text)] == [] and len(queries) > 200
    assert set(named_queries()) >= DOORS


async def test_a_notice_for_one_tenant_finds_no_subscription_of_another(database: Database) -> None:
    for tenant, say in ((HERE, say_here), (THERE, say_there)):
        name = "here" if tenant == HERE else "x"
        await fill(database.pool, say, {"tenant_id": tenant, "person_id": name, "meeting_id": name, "subscription_id": name})
    async with database.directory() as session:
        asked = [HERE, HERE, THERE, THERE, "nobody"], ["x", "here", "here", "x", "x"]
        found = await session.rows("known_subscriptions", *asked)
        assert [row["person_id"] for row in found] == [None, "here", None, "x", None]
        assert await session.connection.fetchval("SELECT count(*) FROM companion.subscription") == 0


async def everybody_asks(database: Database, how: dict[str, Any]) -> dict[str, list[str]]:
    return {name: await asked(database, HERE, name, text, **how) for name, text in of_tenants().items()}


BY_NAME: dict[str, Any] = {"names": THERE}
"""The call names the other tenant: row-level security is the wall."""
BY_IDS: dict[str, Any] = {"names": HERE, "is_walled": False}
"""The call names its own tenant and the other's ids, and row-level security is off: the query itself is the wall."""


async def test_no_query_gives_or_changes_a_row_of_another_tenant_by_either_wall_alone(database: Database) -> None:
    await fill(database.pool, say_here, {"tenant_id": HERE, "person_id": "here", "meeting_id": "here", "address": "here"} | FULL)
    alone = [await everybody_asks(database, how) for how in (BY_NAME, BY_IDS)]
    await fill(database.pool, say_there, {"tenant_id": THERE, "person_id": "x", "meeting_id": "x", "address": "x"} | FULL)
    theirs = await everything_of(database, THERE)
    assert len(theirs) == len(tables_of_tenants())
    beside = [await everybody_asks(database, how) for how in (BY_NAME, BY_IDS)]
    assert [
        (name, one[name], two[name]) for one, two in zip(alone, beside, strict=True) for name in one if one[name] != two[name]
    ] == []
    own = {name: await asked(database, THERE, name, text) for name, text in of_tenants().items()}
    dead = [name for name in own if own[name] == beside[0][name]]
    assert len(dead) <= 0.22 * len(own), f"{len(dead)} of {len(own)} find nothing even in their own tenant: {dead}"
    for how in (BY_NAME, BY_IDS):
        await everybody_asks(database, {**how, "keep": True})
    assert await everything_of(database, THERE) == theirs


OF_COLLEAGUES: Final = frozenset({"colleagues_who_met", "do_colleagues_share", "colleagues_touched", "has_others_open"})
"""Counts and months of those who share them, whether anybody does, whether another calendar can be read: never its content."""


async def test_inside_a_tenant_no_query_about_a_person_gives_or_changes_a_row_of_a_colleague(database: Database) -> None:
    queries = {name: text for name, text in of_tenants().items() if "person_id = $2" in text}
    mine = {"tenant_id": HERE, "person_id": "here", "meeting_id": "here", "address": "here"}
    await fill(database.pool, say_here, mine | FULL)
    how: dict[str, Any] = {"names": HERE, "person": "here"}
    alone = {name: await asked(database, HERE, name, text, **how) for name, text in queries.items()}
    await fill(database.pool, say_there, {"tenant_id": HERE, "person_id": "x", "meeting_id": "x", "address": "x"} | FULL)
    before = await of_colleague(database)
    beside = {name: await asked(database, HERE, name, text, **how) for name, text in queries.items()}
    assert {name for name in queries if alone[name] != beside[name]} <= OF_COLLEAGUES and len(queries) > 150
    for name, text in queries.items():
        await asked(database, HERE, name, text, keep=True, **how)
    assert await of_colleague(database) == before


async def of_colleague(database: Database) -> list[str]:
    """Every row of the colleague's."""
    found = []
    for table in tables_of_tenants():
        rows = await database.pool.fetch(f"SELECT to_jsonb(t) AS row FROM companion.{table} t")  # noqa: S608
        found += [f"{table} {row['row']}" for row in rows if row["row"].get("person_id") == "x"]
    return sorted(found)
