"""Writes `tests/fixtures/release_NNNN/`: a database as one release leaves it, with what it had stored, and its queries.

Run once for each release, in a checkout of that release into which this file and `cluster.py` were copied:
`python -m tests.faults.make_release FOLDER`.
"""

from __future__ import annotations

import asyncio
import gzip
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from sidecar.store.database import migrations, named_queries
from tests.faults.cluster import Cluster, run
from tests.flows.conftest import MIA, NOON, event, world

MEETINGS = (
    event("told", NOON + timedelta(minutes=20)),
    event("pending", NOON + timedelta(hours=3)),
    event("cancelled", NOON + timedelta(hours=5), more="STATUS:CANCELLED"),
    event("internal", NOON + timedelta(hours=6), people=("noah@fabrikam.com",)),
    event("tomorrow", NOON + timedelta(days=1), people=("ana@contoso.example", "aiko@northwindtraders.com")),
)


async def _live(url: str, folder: Path) -> None:
    """One person's morning with that release."""
    async with world(url, folder, *MEETINGS) as here:
        await here.wait_for(lambda: _told(here))
        await here.say("help")
        await here.control("tap", person=MIA.id, activity_id=(await here.cards())[0]["id"], verb="brief", data={})
        await here.settle()


async def _told(here: object) -> bool:
    return bool(await here.cards())  # type: ignore[attr-defined]


def main(target: Path) -> None:
    """Live a morning, and keep what is in the database then."""
    number = migrations()[-1][0]
    folder = target / f"release_{number:04}"
    folder.mkdir(parents=True, exist_ok=True)
    cluster = Cluster()
    try:
        url = cluster.start()
        with tempfile.TemporaryDirectory() as own:
            asyncio.run(_live(url, Path(own)))
        dump = run("pg_dump", "--no-owner", "--inserts", "--rows-per-insert=50", url)
        (folder / "database.sql.gz").write_bytes(gzip.compress(dump.encode(), mtime=0))
        queries = "\n\n".join(f"-- name: {name}\n{statement}" for name, statement in named_queries().items())
        (folder / "queries.sql.gz").write_bytes(gzip.compress(queries.encode(), mtime=0))
    finally:
        cluster.remove()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
