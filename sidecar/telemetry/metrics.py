"""What `/metrics` says, on a loopback port of its own: counts, spans of time and kinds, and nothing of anybody's.

What other rooms count is taken as it is; what only the database knows is asked when somebody looks, so that a process at which
nobody looks does nothing for it.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Final

from aiohttp import web
from prometheus_client import Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from sidecar import jobs
from sidecar.doors import doors
from sidecar.flows.watching.queue_held import load
from sidecar.store.database import AWAY, Database
from sidecar.telemetry.readiness import LOOK_AT_SUBSCRIPTIONS_EVERY, Readiness
from sidecar.web import health
from sidecar.web.guards import Route

WAITING: Final = Gauge("companion_jobs_waiting", "Wakes that are due and that no worker has taken", ["kind"])
OLDEST: Final = Gauge("companion_jobs_oldest_seconds", "How long the oldest of them has been due", ["kind"])
PARKED: Final = Gauge("companion_jobs_parked", "Wakes that gave up and wait for an administrator", ["kind"])
HOURS_LEFT: Final = Gauge(
    "companion_subscription_hours_left", "Until the first of the watched people's subscriptions ends; NaN: none"
)
WATCHED: Final = Gauge("companion_people_watched", "People whose calendar is watched")
WITHOUT: Final = Gauge("companion_people_without_subscription", "Watched people for whom no subscription is held")
LAG: Final = Histogram(
    "companion_loop_lag_seconds", "How much later than asked for the event loop came back",
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5),
)  # fmt: skip
LAG_EVERY: Final = 0.5


@asynccontextmanager
async def metrics_door(
    port: int, database: Database, clock: Callable[[], datetime], readiness: Readiness
) -> AsyncIterator[int | None]:
    """Open the door for who measures, on loopback; the port it got, None where `port` is 0. Alive and ready are there too,
    because a worker has no other door."""
    if not port:
        yield None
        return

    async def metrics(request: web.Request) -> web.Response:
        await observe(database, clock, readiness)
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})

    routes = [*health.routes(readiness.is_ready), Route(method="GET", path="/metrics", who="local", handler=metrics)]
    async with doors(routes, "127.0.0.1", port) as got:
        lagging = asyncio.create_task(_measure_lag())
        try:
            yield got
        finally:
            lagging.cancel()


async def observe(database: Database, clock: Callable[[], datetime], readiness: Readiness) -> None:
    """Ask the database what only it knows. Where it is away the figures stay as last seen, and `companion_ready` says so."""
    await readiness.failing()
    with suppress(*AWAY):
        found = {one.kind: one for one in await load(database)}
        for kind in jobs.PRIORITY:
            one = found.get(kind)
            WAITING.labels(kind).set(one.waiting if one else 0)
            OLDEST.labels(kind).set(one.oldest.total_seconds() if one else 0)
            PARKED.labels(kind).set(one.parked if one else 0)
        held = await readiness.subscriptions(LOOK_AT_SUBSCRIPTIONS_EVERY)
        HOURS_LEFT.set((held.first_ends_at - clock()).total_seconds() / 3600 if held.first_ends_at else math.nan)
        WATCHED.set(held.watched)
        WITHOUT.set(held.without)


async def _measure_lag() -> None:
    """Twice a second: ten thousandths of a core."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(LAG_EVERY)
        LAG.observe(max(0.0, time.perf_counter() - began - LAG_EVERY))
