"""What operators see of a journey from a notice to a card: figures by kind, and one trace; nothing of anybody's in either."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from sidecar import jobs
from sidecar.doors import free_port
from sidecar.flows.watching.queue_held import retry_parked, why_parked
from sidecar.store.database import Database
from sidecar.telemetry import tracing
from sidecar.telemetry.metrics import metrics_door
from sidecar.telemetry.readiness import Readiness
from tests.conftest import until
from tests.flows.conftest import MIA, NOON, World, start

__all__ = ["start"]
SOMEBODYS = ("mia", "berg", "fabrikam", "aiko", "northwind", "call one", MIA.id)
LABELS = {
    "kind", "status", "result", "side", "check", "le", "generation", "version", "implementation", "major", "minor", "patchlevel",
}  # fmt: skip


@asynccontextmanager
async def measured(database: Database, clock: Callable[[], datetime], readiness: Readiness) -> AsyncIterator[Callable[..., Any]]:
    """Asks the door for who measures, by path: (status, text)."""
    async with metrics_door(free_port(0), database, clock, readiness) as port, aiohttp.ClientSession() as session:

        async def ask(path: str, **more: Any) -> tuple[int, str]:
            async with session.get(f"http://127.0.0.1:{port}{path}", **more) as answer:
                return answer.status, await answer.text()

        yield ask


def _of(text: str, name: str) -> dict[str, float]:
    """The samples of one metric, by what stands in its braces."""
    return {labels or "": float(value) for labels, value in re.findall(rf"^{name}(\{{.*\}})? (\S+)$", text, re.MULTILINE)}


@pytest.fixture
def spans() -> Iterator[InMemorySpanExporter]:
    """What is traced, by the SDK's own exporter."""
    kept = InMemorySpanExporter()
    provider = tracing.trace_with(SimpleSpanProcessor(kept))
    yield kept
    tracing.switch_off(provider)


async def _is_quiet(here: World) -> bool:
    """No read of the calendar is under way or about to begin, as the one is that follows an installation."""
    soon = "execute_after < statement_timestamp() + interval '5 minutes'"
    return not await here.companion.database.pool.fetchval(
        f"SELECT count(*) FROM queue.pgqueuer WHERE entrypoint IN ('read', 'watch') AND (status = 'picked' OR {soon})"  # noqa: S608
    )


async def _journey(here: World) -> None:
    """A client meeting is booked; its notice comes in, the calendar is read, and in time the card is in the chat."""
    start_at, end_at = NOON + timedelta(hours=2), NOON + timedelta(hours=3)
    booked = {
        "subject": "Call one",
        "start": start_at.isoformat(),
        "end": end_at.isoformat(),
        "attendees": ["aiko@northwindtraders.com"],
    }
    await until(lambda: _is_quiet(here))
    await here.control("add", event=booked)
    await until(here.week)
    await here.settle()
    await here.travel(hours=1, minutes=31)
    await until(here.cards)
    await here.settle()


async def test_one_trace_follows_a_meeting_from_the_notice_through_every_room_to_the_card_and_names_nobody(
    start: Callable[..., Any], spans: InMemorySpanExporter
) -> None:
    async with start() as here:
        await _journey(here)
    found = spans.get_finished_spans()
    by_trace: dict[int, set[str]] = {}
    for one in found:
        by_trace.setdefault(one.context.trace_id, set()).add(one.name)
    wanted = {"door.notice", "job.read", "graph.calendarView", "job.moment", "card", "teams.send"}
    assert any(wanted <= names for names in by_trace.values()), [sorted(one) for one in by_trace.values()]
    said = " ".join(f"{one.name} {dict(one.attributes or {})} {one.events} {one.status.description}" for one in found).lower()
    assert not [word for word in SOMEBODYS if word.lower() in said]
    assert "@" not in said and "http" not in said and here.tenant.tenant_id not in said


async def test_metrics_count_a_journey_by_kind_and_hold_nothing_of_anybodys_for_this_machine_only(
    start: Callable[..., Any],
) -> None:
    async with start() as here, measured(here.companion.database, here.companion.clock, here.companion.readiness) as ask:
        await _journey(here)
        status, text = await ask("/metrics")
        assert [await ask(path) for path in ("/healthz", "/readyz")] == [(200, "alive"), (200, "ready")]
        assert (await ask("/metrics", headers={"Host": "metrics.example.com"}))[0] == 403
        assert (await ask("/graph/notify"))[0] == (await ask("/"))[0] == 404
        async with here.session.get(f"{here.door}/metrics") as answer:
            assert answer.status == 404, "the doors that face the network do not have it"
    assert status == 200
    assert _of(text, "companion_notices_total")['{result="stored"}'] >= 1
    assert _of(text, "companion_notice_acknowledge_seconds_count")[""] >= 1
    assert _of(text, "companion_graph_calls_total")['{kind="calendarView",status="ok"}'] >= 1
    assert _of(text, "companion_job_lateness_seconds_count")['{kind="moment"}'] >= 1
    assert _of(text, "companion_deliveries_total")['{kind="pre_call_card",result="sent"}'] >= 1
    assert _of(text, "companion_jobs_waiting")['{kind="moment"}'] == 0
    assert _of(text, "companion_jobs_parked")['{kind="moment"}'] == 0
    assert 0 < _of(text, "companion_subscription_hours_left")[""] <= 7 * 24
    assert _of(text, "companion_people_watched")[""] == 1
    assert _of(text, "companion_people_without_subscription")[""] == 0
    assert _of(text, "companion_side_away")['{side="graph"}'] == 0
    assert _of(text, "companion_ready")['{check="database"}'] == 1
    assert "companion_loop_lag_seconds_bucket" in text
    named = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in SOMEBODYS), re.IGNORECASE)
    assert not [line for line in text.splitlines() if named.search(line)]
    assert "@" not in text and here.tenant.tenant_id not in text
    assert {name for found in re.findall(r"\{(.*?)\} ", text) for name in re.findall(r"(\w+)=", found)} <= LABELS


def _now() -> datetime:
    return datetime.now(UTC)


async def _arm(database: Database, *keys: str, status: str = "queued") -> None:
    """Wakes of these keys, that wait or gave up."""
    async with database.directory() as session:
        await jobs.Jobs(_now).arm(session, [jobs.Wake(kind="fold", key=key) for key in keys])
        changed = "UPDATE queue.pgqueuer SET status = $2::queue.pgqueuer_status WHERE dedupe_key = ANY ($1) AND status = 'queued'"
        await session.connection.execute(changed, keys, status)


async def test_wakes_that_gave_up_are_counted_named_by_their_mistake_and_run_again_when_told(database: Database) -> None:
    ran: list[str] = []

    async def fails(what: Any) -> None:
        ran.append("failed")
        raise KeyError("anna@northwind.example")

    async def runs(what: Any) -> None:
        ran.append("again")

    await _arm(database, "fold:1")
    await database.pool.execute(
        "INSERT INTO companion.wake_start (job_id, started) SELECT id, $1 FROM queue.pgqueuer", jobs.MOST_ATTEMPTS
    )
    async with _worker(database, {"fold": fails}):
        await until(lambda: why_parked(database))
    found = await why_parked(database)
    assert [(one.kind, one.count) for one in found] == [("fold", 1)]
    assert "anna" not in str(found)
    async with measured(database, _now, Readiness(database, _now, ())) as ask:
        _, text = await ask("/metrics")
    assert _of(text, "companion_jobs_parked")['{kind="fold"}'] == 1
    assert await retry_parked(database) == [("fold", 1)]

    async def is_done() -> bool:
        return ran[-1:] == ["again"] and not await database.pool.fetchval("SELECT count(*) FROM queue.pgqueuer")

    async with _worker(database, {"fold": runs}):
        await until(is_done)
    assert await why_parked(database) == []


@asynccontextmanager
async def _worker(database: Database, handlers: Any) -> AsyncIterator[None]:
    stop = asyncio.Event()
    working = asyncio.create_task(jobs.work(database, handlers, stop=stop, poll=timedelta(seconds=0.25)))
    yield
    stop.set()
    await asyncio.wait_for(working, 15)


async def test_a_parked_wake_that_is_waiting_anew_or_gave_up_twice_is_not_run_twice(database: Database) -> None:
    for _ in range(2):
        await _arm(database, "fold:1", status="failed")
    await _arm(database, "fold:2", status="failed")
    await _arm(database, "fold:2")
    assert await retry_parked(database) == [("fold", 1)], "fold:1 once; fold:2 waits already"
    assert await database.pool.fetchval("SELECT count(*) FROM queue.pgqueuer WHERE status = 'queued'") == 2
    assert await why_parked(database) == []


async def test_traces_go_to_the_address_that_is_set_and_nowhere_without_one() -> None:
    taken: list[bytes] = []

    async def take(request: web.Request) -> web.Response:
        taken.append(await request.read())
        return web.Response(body=b"", content_type="application/x-protobuf")

    app = web.Application()
    app.router.add_post("/v1/traces", take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port := free_port(0)).start()

    def work(url: str) -> None:
        with tracing.traced(url), tracing.span("door.notice", notices=1):
            pass

    await asyncio.to_thread(work, "")
    assert not taken and tracing.carried() == {} and tracing.current() == ""
    await asyncio.to_thread(work, f"http://127.0.0.1:{port}/v1/traces")
    assert len(taken) == 1 and b"door.notice" in taken[0] and b"client-companion" in taken[0]
    await runner.cleanup()
