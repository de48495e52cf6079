"""A whole tenant is exported in pieces: a large one needs no more memory than a small one, and nothing is left out."""

from __future__ import annotations

import json
from pathlib import Path

import psutil
import pytest

from sidecar.commands.personal_data import WRITTEN_AT_ONCE, run_tenant_export
from sidecar.settings import Settings
from sidecar.store.database import Database
from tests.store.every_table import fill

IDS = {"tenant_id": "6f7d1c52-0d0a-4c5e-9a55-3c1f6c1f0a01", "person_id": "a1b2c3d4-0000-4000-8000-000000000001"}
ROWS, NIGHT_ROWS = 40_000, 200_000
MOST_GROWTH = 12_000_000
"""Bytes that the process grows by between the first piece and the last; the document of the short form has 24 MB."""
_MANY = """
INSERT INTO companion.correction (tenant_id, person_id, kind, subject, value, made_at)
SELECT $1, $2, 'zone', 'x' || n || '@client.example', repeat('y', 400), now() FROM generate_series(1, $3::int) AS n
"""


async def test_a_tenant_of_forty_thousand_rows_is_exported_without_being_held_in_memory(
    database: Database, ready_database: str, tmp_path: Path
) -> None:
    await _exported(database, ready_database, tmp_path / "all.json", ROWS)


@pytest.mark.night
@pytest.mark.timeout(900)
async def test_a_tenant_of_two_hundred_thousand_rows_is_exported_in_no_more_memory(
    database: Database, ready_database: str, tmp_path: Path
) -> None:
    await _exported(database, ready_database, tmp_path / "all.json", NIGHT_ROWS)


async def _exported(database: Database, url: str, file: Path, rows: int) -> None:
    await fill(database.pool, lambda table, column: f"{table} {column}", {**IDS, "meeting_id": "m-1"})
    await database.pool.execute(_MANY, IDS["tenant_id"], IDS["person_id"], rows, timeout=120)
    process, held, pieces = psutil.Process(), [], []

    def write(piece: str) -> None:
        with file.open("a", encoding="utf-8") as opened:
            opened.write(piece)
        held.append(process.memory_info().rss)
        pieces.append(len(piece))

    await run_tenant_export(Settings(database_url=url), IDS["tenant_id"], write)
    grown = max(held) - held[0]
    assert len(pieces) > rows * 500 / WRITTEN_AT_ONCE / 2 and max(pieces) < 4 * WRITTEN_AT_ONCE
    assert grown < MOST_GROWTH, grown
    (told,) = json.loads(file.read_text(encoding="utf-8"))["tenants"]
    found = {one["table"]: one["rows"] for one in told["kept"]}
    assert len({one["subject"] for one in found["correction"]}) >= rows
    assert len(found) >= 40, "and a row of every other table"
