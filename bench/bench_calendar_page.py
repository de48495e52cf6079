"""CPU of one calendarView page of 50 events: ours, beside the SDK's raw transport with json.loads, and the SDK's typed path."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from figures import report
from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph.generated.models.o_data_errors.o_data_error import ODataError

from sidecar.graph.calendars import Calendars
from sidecar.graph.client import Graph
from sidecar.graph.credentials import LocalCredential
from sidecar.tenant import LocalTenant, Person

START = datetime(2026, 11, 23, tzinfo=UTC)
EVENTS = 50
CALLS = 20


def page() -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN"]
    for index in range(EVENTS):
        at = START + timedelta(hours=index)
        ends_at = at + timedelta(hours=1)
        lines += ["BEGIN:VEVENT", f"UID:{index}", f"DTSTART:{at:%Y%m%dT%H%M%SZ}", f"DTEND:{ends_at:%Y%m%dT%H%M%SZ}"]
        lines += [f"SUMMARY:Call {index}", "DESCRIPTION:" + "Agenda and more. " * 40, "ORGANIZER:mailto:sam@fabrikam.com"]
        lines += [f"ATTENDEE:mailto:p{number}@client.com" for number in range(5)] + ["END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def serve(file: str, ready: Any) -> None:
    """The tenant in a process of its own, so that its CPU is not counted."""

    async def run() -> None:
        tenant = LocalTenant(calendars=[Path(file)], me=Person(address="sam@fabrikam.com", name="Sam"), clock=lambda: START)
        await tenant.start()
        ready.send((tenant.url, tenant.me.id))
        await asyncio.Event().wait()

    asyncio.run(run())


async def cpu_of(call: Callable[[], Awaitable[Any]]) -> float:
    """Milliseconds of CPU per call, after one call to warm up."""
    assert await call()
    began = time.process_time()
    for _ in range(CALLS):
        await call()
    return (time.process_time() - began) / CALLS * 1000


async def measure(url: str, person: str) -> tuple[float, float, float]:
    graph = Graph(url, LocalCredential(url), is_local=True)
    builder = graph.api.users.by_user_id(person).calendar_view
    query = {"startDateTime": "2026-11-23T00:00:00Z", "endDateTime": "2026-11-26T00:00:00Z", "%24top": "100"}

    def request() -> Any:
        from msgraph.generated.users.item.calendar_view.calendar_view_request_builder import CalendarViewRequestBuilder as View

        found = View.CalendarViewRequestBuilderGetQueryParameters(
            start_date_time=query["startDateTime"], end_date_time=query["endDateTime"], top=100
        )
        return RequestConfiguration(query_parameters=found)

    async def raw() -> Any:
        info = builder.to_get_request_information(request())
        return json.loads(await graph.adapter.send_primitive_async(info, "bytes", {"XXX": ODataError}))

    async def typed() -> Any:
        return await builder.get(request())

    ours = Calendars(graph)
    figures = (
        await cpu_of(lambda: ours.view(person, START, START + timedelta(days=3))),
        await cpu_of(raw),
        await cpu_of(typed),
    )
    await graph.close()
    return figures


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        file = Path(folder) / "page.ics"
        file.write_text(page())
        here, there = multiprocessing.get_context("spawn").Pipe()
        server = multiprocessing.get_context("spawn").Process(target=serve, args=(str(file), there), daemon=True)
        server.start()
        address = here.recv()
        runs = [asyncio.run(measure(*address)) for _ in range(3)]
        server.kill()
    print("        CPU per page, ms (ours, raw, typed): " + "; ".join(", ".join(f"{value:.1f}" for value in run) for run in runs))
    report("calendar page, ours against raw transport and json.loads", [own / raw for own, raw, _ in runs], "×", at_most=2)
    report("calendar page, typed path against ours", [typed / own for own, _, typed in runs], "×", at_least=30)
