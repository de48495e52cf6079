"""The durable engine: wakes are stored with the facts that ask for them and fire on some worker, at least once.

The only module that knows PgQueuer, but for `engine_line`, its line to the database. Words used here: a *wake* says only
"look at this"; whoever is woken reads the facts and decides. Nothing is ever cancelled: a stale wake looks, sees, and ends.

Every key ends in a counter that rises with each stored change, because the engine holds a key until the job that
carries it has been flushed as done; and a taken key is skipped, because the default would kill the caller's transaction.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from time import monotonic

os.environ["PGQUEUER_SCHEMA"] = "queue"

import asyncpg
import structlog
from pgqueuer import AsyncpgDriver, Job, Queries, RetryRequested
from prometheus_client import Histogram

from sidecar.domain.meetings.pace import earlier_by, later_by
from sidecar.domain.meetings.wake import Wake
from sidecar.errors import Refused, Retryable
from sidecar.queue.driver import EngineLine
from sidecar.queue.fair_turns import BEAT_EVERY, Engine, FairQueries, KeepUp, Turns, own_time
from sidecar.store.database import AWAY, Database, Session
from sidecar.store.embedded import first_connection
from sidecar.store.worker_liveness import WORKER, living
from sidecar.telemetry import tracing

log = structlog.get_logger()
LATENESS = Histogram(
    "companion_job_lateness_seconds", "From when a wake was due until a worker took it, by the database's clock", ["kind"],
    buckets=(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 45, 60, 300, 900),
)  # fmt: skip

DRAIN = timedelta(seconds=8)
"""What runs when the worker is told to stop may take so long; with what is left of ten seconds connections are closed."""
A_MOMENT = timedelta(seconds=1)
BATCH = 150
"""So many wakes are taken out of the queue in one statement, and so many written down as done."""
MOST_ATTEMPTS = 12
"""After so many starts that ended in a crash or a mistake of ours a wake is parked for an administrator."""
PRIORITY = {
    "moment": 100, "call": 97, "answer": 95, "follow_up": 92, "welcome": 90, "nudge": 85, "refresh": 80, "fold": 70, "read": 60,
    "watch": 40, "gather": 30, "reply": 28, "research": 25, "tend": 23, "lint": 22, "install": 21, "sweep": 20,
}  # fmt: skip
Handler = Callable[[Mapping[str, str]], Awaitable[None]]


class Jobs:
    """Arms wakes. `clock` gives the present instant, which in the preview may be ahead of the real one. `is_spread`: what is not
    urgent is looked at a little later, and what thousands share a little before, everybody's at another moment."""

    def __init__(self, clock: Callable[[], datetime], *, is_spread: bool = False) -> None:
        self._clock = clock
        self._is_spread = is_spread

    async def arm(self, session: Session, wakes: Sequence[Wake]) -> None:
        """Store wakes in the caller's transaction; one whose key is already waiting is left as it is."""
        if not wakes:
            return
        queries = Queries(AsyncpgDriver(session.connection))
        now, age, traced = self._clock(), timedelta(seconds=monotonic() - session.began), tracing.carried()
        await queries.enqueue(
            [wake.kind for wake in wakes],
            [json.dumps({**traced, **wake.what, "key": wake.key}).encode() for wake in wakes],
            [PRIORITY[wake.kind] for wake in wakes],
            execute_after=[self._delay(wake, now, age) for wake in wakes],
            dedupe_key=[wake.key for wake in wakes],
            on_conflict="skip",
        )

    def _delay(self, wake: Wake, now: datetime, age: timedelta) -> timedelta:
        """As the engine counts, from the transaction's begin `age` ago. What is wanted at once is not spread, whatever it is."""
        if wake.due_at is not None and wake.due_at <= now:
            return timedelta()
        who = wake.what.get("person") or wake.what.get("organisation") or ""
        later, earlier = (later_by(wake.kind, who), earlier_by(wake.kind, who)) if self._is_spread and who else (timedelta(),) * 2
        if wake.due_at is None:
            return wake.after + later
        return max(wake.due_at - now - earlier, timedelta()) + age + later


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
CREATE INDEX IF NOT EXISTS companion_parked ON queue.pgqueuer (entrypoint) WHERE status = 'failed';
CREATE INDEX IF NOT EXISTS companion_due ON queue.pgqueuer (execute_after) WHERE status = 'queued';
"""


async def travel(database: Database, ahead: timedelta) -> None:
    """Move this installation's clock forward: every waiting wake comes nearer by the same span, in one transaction. Workers that
    write down what they did wait meanwhile, and were waited for before."""
    async with database.pool.acquire() as connection, connection.transaction():
        await connection.execute("LOCK TABLE queue.pgqueuer IN SHARE ROW EXCLUSIVE MODE")
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


_TIDY = (
    "DELETE FROM queue.pgqueuer_log WHERE created < statement_timestamp() - interval '7 days'",
    "DELETE FROM queue.pgqueuer WHERE status = 'failed' AND updated < statement_timestamp() - interval '30 days'",
    "DELETE FROM companion.wake_start s WHERE NOT EXISTS (SELECT FROM queue.pgqueuer j WHERE j.id = s.job_id)",
)


async def tidy(database: Database) -> None:
    """Forget the log of what the engine did more than a week ago, what gave up a month ago, and counts of what is done."""
    for statement in _TIDY:
        await database.pool.execute(statement)


async def nothing() -> None:
    """Nothing is to be done now and then."""


async def work(
    database: Database,
    handlers: Mapping[str, Handler],
    *,
    stop: asyncio.Event,
    poll: timedelta = timedelta(seconds=30),
    drain: timedelta = DRAIN,
    now_and_then: Callable[[], Awaitable[None]] = nothing,
    keep_up: KeepUp = own_time,
) -> None:
    """Run wakes until `stop` is set, then finish what is running; what is not finished after `drain` is left to other workers.

    `poll` bounds how late a clock that jumped is noticed; `now_and_then` is done every minute, and when a clock was set back;
    `keep_up` hears what the database's clock shows whenever wakes are taken.
    """
    turns, running, line = Turns(PRIORITY), Running(), EngineLine(database, stop)
    queries = FairQueries(line, turns, keep_up)
    engine = Engine(queries)
    for kind, handler in handlers.items():
        run = _in_turn(turns, _guarded(kind, handler, database.pool, queries.doubtful))
        engine.entrypoint(kind, on_failure="hold")(running.with_end(_unharmed(run)))
    WORKER.set(str(engine.queue_manager_id))
    beside = [asyncio.create_task(_stop_engine(engine, stop, running, turns, drain)), asyncio.create_task(engine.beat())]
    try:
        async with living(database, str(engine.queue_manager_id), now_and_then):
            await engine.run(dequeue_timeout=poll, batch_size=BATCH, heartbeat_timeout=timedelta(seconds=3 * BEAT_EVERY))
    except AWAY:
        if not stop.is_set():
            raise
        log.warning("stopped_without_database")  # what could not be written down any more is taken up by others
    finally:
        for task in beside:
            task.cancel()


class Running:
    """The wakes that a worker is running, and whether its time for them is over."""

    def __init__(self) -> None:
        self.tasks: set[asyncio.Task[None]] = set()
        self.is_cut = False

    def cut(self) -> None:
        """End them: each waits again in the queue, at once, for another worker."""
        self.is_cut = True
        for task in self.tasks:
            task.cancel()

    def with_end(self, run: Callable[[Job], Awaitable[None]]) -> Callable[[Job], Awaitable[None]]:
        """The same, so that it can be cut; the engine would take a wake that is merely cancelled out of the queue."""

        async def cuttable(job: Job) -> None:
            task = asyncio.current_task()
            if task is None:
                raise RuntimeError("a wake runs in a task of its own")
            self.tasks.add(task)
            try:
                await run(job)
            except asyncio.CancelledError:
                if not self.is_cut:
                    raise
                task.uncancel()
                raise RetryRequested(delay=timedelta(), reason="the worker stops") from None
            finally:
                self.tasks.discard(task)

        return cuttable


async def _stop_engine(engine: Engine, stop: asyncio.Event, running: Running, turns: Turns, drain: timedelta) -> None:
    await stop.wait()
    engine.shutdown.set()
    turns.shut()
    await asyncio.sleep(drain.total_seconds())
    running.cut()


def _unharmed(run: Callable[[Job], Awaitable[None]]) -> Callable[[Job], Awaitable[None]]:
    """The same; where the database is away before anything was begun or noted, the wake waits for it like any other."""

    async def unharmed(job: Job) -> None:
        try:
            await run(job)
        except AWAY as error:
            raise RetryRequested(delay=A_MOMENT, reason=type(error).__name__) from None

    return unharmed


def _in_turn(turns: Turns, run: Callable[[Job], Awaitable[None]]) -> Callable[[Job], Awaitable[None]]:
    """The same, when it is its turn."""

    async def waiting(job: Job) -> None:
        try:
            async with turns.turn(job):
                await run(job)
        finally:
            turns.let_go(job)

    return waiting


def _guarded(kind: str, handler: Handler, pool: asyncpg.Pool, doubtful: set[int]) -> Callable[[Job], Awaitable[None]]:
    """The handler with its errors turned into the engine's. The starts of a wake are counted, for the engine counts no crash;
    but only those of one that is `doubtful`, which is most of them never."""

    async def run(job: Job) -> None:
        is_doubtful = int(job.id) in doubtful
        doubtful.discard(int(job.id))
        LATENESS.labels(kind).observe(max(0.0, (job.updated - job.execute_after).total_seconds()))
        started = await pool.fetchval(_COUNT_START, int(job.id), 2) if is_doubtful else 1
        if started > MOST_ATTEMPTS:
            raise RuntimeError(f"{kind} gave up after {MOST_ATTEMPTS} starts")
        try:
            what = json.loads(job.payload or b"{}")
            with tracing.continued(what.get(tracing.CARRIED_AS, ""), f"job.{kind}"):
                await handler(what)
        except Retryable as error:
            if is_doubtful:
                await pool.execute(_FORGET_START, int(job.id))  # the other side's trouble is no reason ever to give up
            delay = error.after or timedelta(seconds=min(300, 2 ** min(job.attempts + 1, 8)))
            log.info("wake_postponed", kind=kind, seconds=delay.total_seconds())
            raise RetryRequested(delay=delay, reason=type(error).__name__) from None
        except Refused as error:
            log.warning("wake_refused", kind=kind, why=error.why)
        except Exception as error:
            if not is_doubtful:
                await pool.fetchval(_COUNT_START, int(job.id), 1)
            log.error("wake_failed", kind=kind, started=started, exc_info=error)
            raise RetryRequested(delay=timedelta(seconds=min(300, 2**started)), reason=type(error).__name__) from None
        if is_doubtful:
            await pool.execute(_FORGET_START, int(job.id))

    return run


_FORGET_START = "DELETE FROM companion.wake_start WHERE job_id = $1"
_COUNT_START = """
INSERT INTO companion.wake_start (job_id, started) VALUES ($1, $2)
ON CONFLICT (job_id) DO UPDATE SET started = wake_start.started + 1 RETURNING started
"""
