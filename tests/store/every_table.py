"""A row in every table of a tenant, made from what the database says of its columns: a table of tomorrow gets one too."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import asyncpg

from sidecar.domain.apps.retention import tables_of_tenants

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
Say = Callable[[str, str], str]
"""What a column of a table says."""
COLUMNS = """
SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type,
    a.attgenerated <> '' OR a.attidentity <> '' AS is_made,
    EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND a.attnum = ANY (i.indkey)) AS is_key,
    (SELECT string_agg(pg_get_constraintdef(k.oid), ' ') FROM pg_constraint k
     WHERE k.conrelid = c.oid AND k.contype = 'c' AND a.attnum = ANY (k.conkey)) AS checks
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
WHERE n.nspname = 'companion' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped ORDER BY c.relname, a.attnum
"""
TABLES = """
SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname IN ('companion', 'queue') AND c.relkind = 'r' ORDER BY 1
"""
IDS = ("tenant_id", "person_id", "meeting_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column as the database describes it."""

    table: str
    name: str
    type: str
    is_key: bool
    checks: str


async def columns_of(pool: asyncpg.Pool) -> dict[str, list[Column]]:
    """Every table's columns that are given a value when a row is stored."""
    found: dict[str, list[Column]] = {}
    for row in await pool.fetch(COLUMNS):
        columns = found.setdefault(row["table"], [])
        if not row["is_made"]:
            columns.append(
                Column(table=row["table"], name=row["column"], type=row["type"], is_key=row["is_key"], checks=row["checks"] or "")
            )
    return found


def value_of(column: Column, say: Say, ids: Mapping[str, Any], at: datetime) -> Any:
    """A value that the column takes; wherever text may stand, what `say` gives."""
    if column.name in ids:
        return ids[column.name]
    if "text" in column.type and (allowed := re.findall(r"'([^']*)'::text", column.checks)):
        return allowed[-1]
    text = say(column.table, column.name)
    return {
        "text": text, "text[]": [text], "jsonb": {"said": text, "list": [{"what": text}]}, "bytea": text.encode(),
        "timestamp with time zone": at, "date": date(at.year, at.month, 1) if "day" in column.checks else at.date(),
        "boolean": True, "interval": timedelta(seconds=1),
    }.get(column.type, 5)  # fmt: skip


async def fill(
    pool: asyncpg.Pool,
    say: Say,
    ids: Mapping[str, Any],
    *,
    at: datetime = NOW,
    given: Mapping[tuple[str, str], Any] | None = None,
) -> None:
    """A row in every table of this tenant. `ids`: of tenant, person, meeting and whatever other column; `given`: what stands in
    one column of one table."""
    columns = await columns_of(pool)
    looked_into = ids.get("address") or (given or {}).get(("evidence_look", "address")) or say("evidence_look", "address")
    given = {("evidence", "address"): looked_into, ("erasure", "whom_hash"): b"a digest of nobody", **(given or {})}
    async with pool.acquire() as connection, connection.transaction():
        for table in reversed(tables_of_tenants()):
            await insert(connection, columns[table], say, ids, at=at, given=given)


async def insert(
    connection: Any, columns: Sequence[Column], say: Say, ids: Mapping[str, Any], *, at: datetime = NOW,
    given: Mapping[tuple[str, str], Any] | None = None,
) -> None:  # fmt: skip
    """One row."""
    values = {one.name: value_of(one, say, ids, at) for one in columns}
    values |= {name: value for (table, name), value in (given or {}).items() if table == columns[0].table}
    names, marks = ", ".join(values), ", ".join(f"${place}" for place in range(1, len(values) + 1))
    statement = f"INSERT INTO companion.{columns[0].table} ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608
    await connection.execute(statement, *values.values())


async def all_tables(pool: asyncpg.Pool) -> list[str]:
    """Every table that we and the queue have, with its schema."""
    return [row["name"] for row in await pool.fetch(TABLES)]


async def said_anywhere(pool: asyncpg.Pool, *needles: str) -> dict[str, int]:
    """In which tables something is said, in whatever column and however it is stored, and in how many rows."""
    found = {}
    for table in await all_tables(pool):
        rows = await pool.fetch(f"SELECT to_jsonb(t)::text AS row FROM {table} t")  # noqa: S608
        texts = [row["row"].lower() for row in rows]
        forms = [
            form for one in needles for form in (json.dumps(one, ensure_ascii=False)[1:-1].lower(), one.lower().encode().hex())
        ]
        if count := sum(any(form in text for form in forms) for text in texts):
            found[table] = count
    return found
