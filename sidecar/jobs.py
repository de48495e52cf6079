"""The durable engine: wakes are stored with the facts that ask for them and fire on some worker, at least once.

The only module that knows PgQueuer. Words used here: a *wake* says only "look at this"; whoever is woken reads the
facts and decides. Nothing is ever cancelled: a stale wake looks, sees, and ends.

Every key ends in a counter that rises with each stored change, because the engine holds a key until the job that
carries it has been flushed as done; and a taken key is skipped, because the default would kill the caller's transaction.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta

os.environ["PGQUEUER_SCHEMA"] = "queue"

import asyncpg
import structlog
from pgqueuer import AsyncpgDriver, AsyncpgPoolDriver, Job, PgQueuer, Queries, RetryRequested

from sidecar.domain.meetings.wake import Wake
from sidecar.errors import Refused, Retryable
from sidecar.store.database import Database, Session
from sidecar.store.embedded import first_connection

log = structlog.get_logger()

MOST_ATTEMPTS = 12
"""After so many starts that ended in a crash or a mistake of ours a wake is parked for an administrator."""
PRIORITY = {
    "moment": 100, "call": 97, "answer": 95, "follow_up": 92, "welcome": 90, "nudge": 85, "refresh": 80, "fold": 70, "read": 60,
    "watch": 40, "gather": 30, "reply": 28, "research": 25, "tend": 23, "lint": 22, "install": 21, "sweep": 20,
}  # fmt: skip
Handler = Callable[[Mapping[str, str]], Awaitable[None]]


class Jobs:
    """Arms wakes. `clock` gives the present instant, which in the preview may be ahead of the real one."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock

    async def arm(self, session: Session, wakes: Sequence[Wake]) -> None:
        """Store wakes in the caller's transaction; one whose key is already waiting is left as it is."""
        if not wakes:
            return
        queries = Queries(AsyncpgDriver(session.connection))
        now = self._clock()
        await queries.enqueue(
            [wake.kind for wake in wakes],
            [json.dumps({**wake.what, "key": wake.key}).encode() for wake in wakes],
            [PRIORITY[wake.kind] for wake in wakes],
            execute_after=[max(wake.due_at - now, timedelta()) if wake.due_at else wake.after for wake in wakes],
            dedupe_key=[wake.key for wake in wakes],
            on_conflict="skip",
        )


async def prepare(url: str) -> None:
    """Install or upgrade the engine's own tables, outside row-level security: they hold ids only."""
    connection = await first_connection(url)
    try:
        await connection.execute("SELECT pg_advisory_lock(7305312)")
        queries = Queries(AsyncpgDriver(connection))
        if await queries.schema_is_installed():
            await queries.upgrade()
        else:
            await queries.install()
        await connection.execute(_GRANTS)
    finally:
        await connection.close()


_GRANTS = """
GRANT USAGE ON SCHEMA queue TO companion_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA queue TO companion_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA queue TO companion_app;
"""


async def travel(database: Database, ahead: timedelta) -> None:
    """Move this installation's clock forward: every waiting wake comes nearer by the same span, in one transaction."""
    async with database.pool.acquire() as connection, connection.transaction():
        await connection.execute("UPDATE companion.clock SET ahead = ahead + $1::interval", ahead)
        await connection.execute(
            "UPDATE queue.pgqueuer SET execute_after = execute_after - $1::interval WHERE status = 'queued'", ahead
        )
        await connection.execute("SELECT pg_notify('companion_clock', '')")


async def set_clock(database: Database, ahead: timedelta) -> None:
    """Where this installation's clock starts, before any wake is stored."""
    await database.pool.execute("UPDATE companion.clock SET ahead = $1::interval", ahead)
    await database.pool.execute("SELECT pg_notify('companion_clock', '')")


async def waiting(database: Database) -> int:
    """How many wakes are due, running, or about to be tried again: zero means that the workers have caught up."""
    found = await database.pool.fetchval(
        """SELECT count(*) FROM queue.pgqueuer WHERE status = 'picked' OR (status = 'queued'
           AND execute_after <= statement_timestamp() + CASE WHEN attempts > 0 THEN interval '1 minute' ELSE interval '0' END)"""
    )
    return int(found)


async def parked(database: Database) -> list[tuple[str, int]]:
    """Wakes that gave up, by kind, for an administrator to look at."""
    rows = await database.pool.fetch(
        "SELECT entrypoint, count(*) AS parked FROM queue.pgqueuer WHERE status = 'failed' GROUP BY 1 ORDER BY 1"
    )
    return [(row["entrypoint"], row["parked"]) for row in rows]


async def tidy(database: Database) -> None:
    """Forget the log of what the engine did more than a week ago; its lines hold ids only."""
    await database.pool.execute("DELETE FROM queue.pgqueuer_log WHERE created < statement_timestamp() - interval '7 days'")


async def work(
    database: Database, handlers: Mapping[str, Handler], *, stop: asyncio.Event, poll: timedelta = timedelta(seconds=30)
) -> None:
    """Run wakes until `stop` is set, then finish what is running. `poll` bounds how late a clock that jumped is noticed."""
    engine = PgQueuer(AsyncpgPoolDriver(database.pool))
    for kind, handler in handlers.items():
        engine.entrypoint(kind, on_failure="hold")(_guarded(kind, handler, database.pool))
    stopping = asyncio.create_task(_stop_engine(engine, stop))
    try:
        await engine.run(dequeue_timeout=poll, batch_size=50, heartbeat_timeout=timedelta(seconds=30))
    finally:
        stopping.cancel()


async def _stop_engine(engine: PgQueuer, stop: asyncio.Event) -> None:
    await stop.wait()
    engine.shutdown.set()


def _guarded(kind: str, handler: Handler, pool: asyncpg.Pool) -> Callable[[Job], Awaitable[None]]:
    """The handler with its starts counted (the engine counts no crash) and its errors turned into the engine's."""

    async def run(job: Job) -> None:
        started = await pool.fetchval(_COUNT_START, int(job.id))
        if started > MOST_ATTEMPTS:
            raise RuntimeError(f"{kind} gave up after {MOST_ATTEMPTS} starts")
        try:
            await handler(json.loads(job.payload or b"{}"))
        except Retryable as error:
            await pool.execute(_FORGET_START, int(job.id))  # the other side's trouble is no reason ever to give up
            delay = error.after or timedelta(seconds=min(300, 2 ** min(job.attempts + 1, 8)))
            log.info("wake_postponed", kind=kind, seconds=delay.total_seconds())
            raise RetryRequested(delay=delay, reason=str(error)) from error
        except Refused as error:
            log.warning("wake_refused", kind=kind, why=error.why)
        except Exception as error:
            log.error("wake_failed", kind=kind, started=started, exc_info=error)
            raise RetryRequested(delay=timedelta(seconds=min(300, 2**started)), reason=type(error).__name__) from error
        await pool.execute(_FORGET_START, int(job.id))

    return run


_FORGET_START = "DELETE FROM companion.wake_start WHERE job_id = $1"
_COUNT_START = """
INSERT INTO companion.wake_start (job_id, started) VALUES ($1, 1)
ON CONFLICT (job_id) DO UPDATE SET started = wake_start.started + 1 RETURNING started
"""
