"""Who comes first in a worker: the urgent before the rest, and no tenant before all others.

A worker takes only so many wakes out of the queue as it can soon run. Those that it holds run a few at a time: what is urgent in
the order of its priority, the tenants of one priority in turn. A tenant with thousands due at once holds no more than its share
here; the rest of its wakes stay in the queue, for every worker, while those of others are taken. What is not urgent may take
long and has places of its own, so that it keeps nothing urgent waiting.
"""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict, deque
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic
from typing import Any, Final, cast

import asyncpg
import structlog
from pgqueuer import Job, Queries
from pgqueuer.errors import RetryRequested
from pgqueuer.models import TracebackRecord
from pgqueuer.qm import QueueManager

from sidecar.store.database import AWAY

log = structlog.get_logger()
KeepUp = Callable[[timedelta, datetime], None]
"""Hears what the product's clock is ahead, and what the database's clock shows."""


def own_time(ahead: timedelta, at: datetime) -> None:
    """Nobody's clock is to keep up with the database's."""


URGENT_FROM: Final = 70
"""Wakes of this priority or a higher one have somebody waiting for them."""
HELD: Final = 300
"""So many wakes of a sort a worker takes out of the queue; if it dies, so many wait until the others notice."""
HELD_OF_A_TENANT: Final = 80
AT_ONCE: Final = 24
AT_ONCE_OF_A_TENANT: Final = 8
COUNTED_OF_A_TENANT: Final = 2 * AT_ONCE_OF_A_TENANT
FEW: Final = 150
"""As long as enough is held to go on with, fewer than this are not worth a look into the queue."""
BEAT_EVERY: Final = 10.0
"""Seconds; a wake of which nobody said anything for three times as long is taken by another worker."""
LOOK_EVERY: Final = timedelta(seconds=1)
A_MOMENT_AGO: Final = 3.0
"""Seconds."""
OTHERS_WAIT_AT_MOST: Final = 0.25
"""Seconds in which what is not urgent is not looked for, while the worker is full of what is."""


@dataclass(slots=True, kw_only=True)
class _Sort:
    """Either what is urgent, or the rest: who is held, who runs, who waits for a turn."""

    held: Counter[str] = field(default_factory=Counter)
    running: Counter[str] = field(default_factory=Counter)
    waiting: dict[int, OrderedDict[str, deque[asyncio.Future[None]]]] = field(default_factory=dict)

    def room(self) -> int:
        """How many more may be held; none where so few are not worth it yet. What one tenant holds beyond what keeps its places
        busy takes no room from others: a few tenants whose wakes are slow would otherwise fill the worker."""
        counted = sum(min(held, COUNTED_OF_A_TENANT) if tenant else held for tenant, held in self.held.items())
        free = max(HELD - counted, 0)
        return free if free >= FEW or not self.waiting else 0

    def may_run(self, tenant: str) -> bool:
        """Whether one more of this tenant may run now."""
        return self.running.total() < AT_ONCE and self.running[tenant] < AT_ONCE_OF_A_TENANT

    def wait(self, priority: int, tenant: str) -> asyncio.Future[None]:
        """A place in the line."""
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiting.setdefault(priority, OrderedDict()).setdefault(tenant, deque()).append(place)
        return place

    def admit(self) -> None:
        """Whoever may run now, runs: by priority, then the tenants in turn."""
        for priority in sorted(self.waiting, reverse=True):
            tenants = self.waiting[priority]
            for tenant in list(tenants):
                while tenants.get(tenant) and self.may_run(tenant):
                    self._let_in(tenants, tenant)
                    if len(tenants) > 1:
                        break
                if self.running.total() >= AT_ONCE:
                    break
            if not tenants:
                del self.waiting[priority]
            if self.running.total() >= AT_ONCE:
                return

    def _let_in(self, tenants: OrderedDict[str, deque[asyncio.Future[None]]], tenant: str) -> None:
        place = tenants[tenant].popleft()
        tenants.move_to_end(tenant)
        if not tenants[tenant]:
            del tenants[tenant]
        if not place.done():
            self.running[tenant] += 1
            place.set_result(None)


class Turns:
    """The places of one worker. `priorities` of the kinds of wakes."""

    def __init__(self, priorities: Mapping[str, int]) -> None:
        self._priorities = priorities
        self._sorts = {True: _Sort(), False: _Sort()}
        self._held: dict[int, str] = {}
        self._has_changed = asyncio.Event()
        self._let_go_at = -A_MOMENT_AGO
        self.is_shut = False

    def is_urgent(self, kind: str) -> bool:
        """Whether somebody waits for wakes of this kind."""
        return self._priorities.get(kind, 0) >= URGENT_FROM

    def room(self) -> dict[bool, int]:
        """How many more of what is urgent (True) and of the rest (False) may be taken out of the queue."""
        return {is_urgent: sort.room() for is_urgent, sort in self._sorts.items()}

    @property
    def held(self) -> list[int]:
        """The ids of what is taken out of the queue and not done."""
        return list(self._held)

    @property
    def is_at_work(self) -> bool:
        """Whether anything is held, or was a moment ago: what it asked for may not be stored yet."""
        return bool(self._held) or monotonic() - self._let_go_at < A_MOMENT_AGO

    def with_their_share(self) -> list[str]:
        """Tenants of which enough is held."""
        of_both = self._sorts[True].held + self._sorts[False].held
        return [tenant for tenant, held in of_both.items() if tenant and held >= HELD_OF_A_TENANT]

    def hold(self, jobs: Iterable[Job]) -> None:
        """These were taken out of the queue."""
        for job in jobs:
            if int(job.id) not in self._held:
                tenant = tenant_of(job)
                self._held[int(job.id)] = tenant
                self._sorts[self.is_urgent(job.entrypoint)].held[tenant] += 1

    def let_go(self, job: Job) -> None:
        """This one is done, or waits in the queue again."""
        tenant = self._held.pop(int(job.id), None)
        if tenant is not None:
            held = self._sorts[self.is_urgent(job.entrypoint)].held
            held[tenant] -= 1
            if not held[tenant]:
                del held[tenant]
            self._let_go_at = monotonic()
            self._has_changed.set()

    @asynccontextmanager
    async def turn(self, job: Job) -> AsyncIterator[None]:
        """Wait for a turn, and have it while this is open. Raises RetryRequested once the worker stops."""
        sort = self._sorts[self.is_urgent(job.entrypoint)]
        tenant = self._held.get(int(job.id), "")
        if self.is_shut:
            raise RetryRequested(delay=timedelta(), reason="the worker stops")
        if sort.waiting or not sort.may_run(tenant):
            place = sort.wait(self._priorities.get(job.entrypoint, 0), tenant)
            sort.admit()
            try:
                await place
            except asyncio.CancelledError:
                if place.done() and not place.cancelled() and place.exception() is None:
                    self._leave(sort, tenant)
                raise
        else:
            sort.running[tenant] += 1
        try:
            yield
        finally:
            self._leave(sort, tenant)

    def shut(self) -> None:
        """Whoever still waits for a turn goes back into the queue, for other workers."""
        self.is_shut = True
        self._has_changed.set()
        for sort in self._sorts.values():
            for tenants in sort.waiting.values():
                for place in (one for line in tenants.values() for one in line if not one.done()):
                    place.set_exception(RetryRequested(delay=timedelta(), reason="the worker stops"))
            sort.waiting.clear()

    async def changed(self, within: float) -> None:
        """Until something was let go of, or so many seconds have passed."""
        self._has_changed.clear()
        try:
            await asyncio.wait_for(self._has_changed.wait(), within)
        except TimeoutError:
            return

    def _leave(self, sort: _Sort, tenant: str) -> None:
        sort.running[tenant] -= 1
        if not sort.running[tenant]:
            del sort.running[tenant]
        if sort.waiting:
            sort.admit()


class FairQueries(Queries):
    """The engine's queries, taking no more out of the queue than there is room for, and of no tenant more than its share.

    `doubtful`: the ids of wakes that were taken before and never came to an end, or have failed. `keep_up` hears of the clocks
    with every wake that is taken, before it runs: what is due by the database's must not look early here.
    """

    def __init__(self, driver: Any, turns: Turns, keep_up: KeepUp = own_time) -> None:
        super().__init__(driver)
        self.turns = turns
        self._keep_up = keep_up
        self.doubtful: set[int] = set()

    async def dequeue(
        self,
        batch_size: int,
        entrypoints: dict[Any, Any],
        queue_manager_id: Any,
        global_concurrency_limit: int | None,
        heartbeat_timeout: timedelta,
    ) -> list[Job]:
        """What may be run next. Waits while the worker is full."""
        turns = self.turns
        while not turns.is_shut:
            room = turns.room()
            if not room[True]:
                await turns.changed(OTHERS_WAIT_AT_MOST)
                room = turns.room()
            kinds = [kind for kind in entrypoints if room[turns.is_urgent(kind)]]
            if kinds:
                most = max(batch_size, FEW)
                jobs = await self._pick(
                    min(most, *(free for free in room.values() if free)), kinds, queue_manager_id, heartbeat_timeout
                )
                if jobs or room[True]:
                    return jobs
        return []

    async def _pick(self, most: int, kinds: list[Any], worker: Any, heartbeat_timeout: timedelta) -> list[Job]:
        query = self.qbq.build_dequeue_query(
            batch_size=most, entrypoints=kinds, concurrency_limits=[0] * len(kinds), queue_manager_id=worker,
            global_concurrency_limit=None, heartbeat_timeout=heartbeat_timeout,
        )  # fmt: skip
        sql, args = query.sql, query.args
        if full := self.turns.with_their_share():
            sql, args = without_tenants(sql, len(args)), (*args, full)
        jobs = [Job.model_validate(row) for row in await self.driver.fetch(sql, *args)]
        self.turns.hold(jobs)
        if jobs:
            [taken] = await self.driver.fetch(_TAKEN, [int(job.id) for job in jobs])
            self._keep_up(cast(timedelta, taken["ahead"]), cast(datetime, taken["at"]))
            self.doubtful.update(cast(list[int], taken["doubtful"]))
        return jobs

    async def retry_job(self, job: Job, delay: timedelta, traceback_record: TracebackRecord | None) -> None:
        """This wake waits again. Of what went wrong only the kind is written down."""
        await super().retry_job(job, delay, kind_only(traceback_record))

    async def log_jobs(self, job_status: list[tuple[Job, Any, TracebackRecord | None]]) -> None:
        """These wakes are over. Of what went wrong only the kind is written down."""
        await super().log_jobs([(job, status, kind_only(record)) for job, status, record in job_status])


class Engine(QueueManager):
    """The engine with one sign of life for all that a worker holds, in place of a task and a timer for each wake."""

    async def _dispatch(self, job: Job, jbuff: Any, hbuff: Any, heartbeat_timeout: timedelta) -> None:
        await super()._dispatch(job, jbuff, hbuff, timedelta())

    async def _effective_dequeue_timeout(self, dequeue_timeout: timedelta) -> timedelta:
        """What runs here may ask to be run again soon, of which nobody is notified: as long as it runs, and a moment longer, look
        once a second."""
        wait = await super()._effective_dequeue_timeout(dequeue_timeout)
        return min(wait, LOOK_EVERY) if self._turns().is_at_work else wait

    def _turns(self) -> Turns:
        if not isinstance(self.queries, FairQueries):
            raise TypeError("the engine works with queries that know its turns")
        return self.queries.turns

    async def beat(self, every: float = BEAT_EVERY) -> None:
        """Say of everything that is held that it is not forgotten, until this is cancelled. Of what was taken in our name without
        our hearing of it nothing is said: it is taken anew. What goes wrong with one sign is no reason to give no other."""
        while True:
            await asyncio.sleep(every)
            if held := self._turns().held:
                try:
                    await self.queries.driver.execute(BEAT, self.queue_manager_id, held)
                except Exception as error:  # whatever it is, the next one may reach the database
                    log.error("sign_failed", sign="beat", exc_info=error)

    async def log_failure(self, job: Job, executor: Any, exc: Exception, jbuff: Any) -> None:
        """A wake gave up. Where the database did not let us write down that it is to wait, it did not: it stays taken, and others
        take it once we are gone or silent about it."""
        if isinstance(exc, (*AWAY, asyncpg.TransactionRollbackError)):
            log.warning("wake_left_to_others", kind=job.entrypoint, why=type(exc).__name__)
            return
        await super().log_failure(job, executor, exc, jbuff)


def kind_only(record: TracebackRecord | None) -> TracebackRecord | None:
    """The record without the words of the error and of those it came from, which may quote a person's mail or a row: the queue's
    log belongs to no tenant. The kind is that of the mistake which asks for the retry, where the reason names it."""
    if record is None:
        return None
    reason = str((record.additional_context or {}).get("reason") or "")
    kind = reason if reason.isidentifier() else record.exception_type
    return record.model_copy(
        update={"exception_type": kind, "exception_message": "", "traceback": "", "additional_context": None}
    )


def tenant_of(job: Job) -> str:
    """Whose wake it is: the second part of its key stands in its payload; empty for what is nobody's."""
    payload = job.payload or b""
    start = payload.find(_TENANT)
    if start < 0:
        return ""
    start += len(_TENANT)
    return payload[start : payload.find(b'"', start)].decode(errors="replace")


def without_tenants(sql: str, arguments: int) -> str:
    """The engine's statement that takes wakes out of the queue, passing over tenants, which are one argument more.

    Raises RuntimeError where the engine words it otherwise than the version that this was written for.
    """
    if sql.count(_NEW) != 1:
        raise RuntimeError("the engine's statement has changed: see without_tenants")
    return sql.replace(_NEW, f"{_NEW} AND NOT split_part(candidate.dedupe_key, ':', 2) = ANY(${arguments + 1}::text[])")


_TENANT: Final = b'"tenant": "'
_NEW: Final = "AND candidate.execute_after < NOW()"
# An array, where LIMIT would lead the planner along the whole log.
_TAKEN: Final = """
SELECT (SELECT ahead FROM companion.clock) AS ahead, statement_timestamp() AS at, ARRAY(
    SELECT id FROM unnest($1::bigint[]) AS one(id)
    WHERE EXISTS (SELECT FROM companion.wake_start s WHERE s.job_id = one.id)
       OR (SELECT (array_agg(l.status ORDER BY l.id DESC))[2] FROM queue.pgqueuer_log l WHERE l.job_id = one.id) = 'picked'
) AS doubtful
"""
# It waits for no row, so that nothing waits for it in a circle: what is just being changed gives a sign of life by that.
BEAT: Final = """
UPDATE queue.pgqueuer SET heartbeat = now() WHERE id IN (
    SELECT id FROM queue.pgqueuer WHERE id = ANY($2::bigint[]) AND status = 'picked' AND queue_manager_id = $1
    ORDER BY id FOR UPDATE SKIP LOCKED
)
"""
