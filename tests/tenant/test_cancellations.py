"""A METHOD:CANCEL file beside a calendar cancels what it names in it, in whatever order the two are given."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from sidecar.tenant import LocalTenant
from tests.tenant.conftest import ME, REVIEW, Client, Clock, calendar, entry

DAILY = entry("daily@contoso.com", "20261123T090000Z", "20261123T093000Z", "Stand-up", "RRULE:FREQ=DAILY;COUNT=4")
MOVED = entry(
    "daily@contoso.com", "20261124T150000Z", "20261124T153000Z", "Stand-up", "RECURRENCE-ID:20261124T090000Z", "SEQUENCE:1"
)


def cancellation(uid: str, *more: str) -> bytes:
    """A METHOD:CANCEL file for one event."""
    event = entry(uid, "20261123T090000Z", "20261123T093000Z", "Stand-up", "STATUS:CANCELLED", "SEQUENCE:2", *more)
    return calendar(event).replace(b"VERSION:2.0", b"VERSION:2.0\r\nMETHOD:CANCEL")


@asynccontextmanager
async def running(clock: Clock, files: Sequence[Path]) -> AsyncIterator[Client]:
    local = LocalTenant(calendars=files, me=ME, clock=clock)
    await local.start()
    async with aiohttp.ClientSession() as session:
        yield Client(local, session)
    await local.stop()


def write(folder: Path, *contents: bytes) -> list[Path]:
    paths = [folder / f"file{index}.ics" for index in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


async def cancelled(client: Client) -> list[str]:
    """When each cancelled event of the next weeks begins, and that there is no event twice."""
    events = await client.events()
    assert len({event["id"] for event in events}) == len(events)
    return [event["start"]["dateTime"][5:16] for event in events if event["isCancelled"]]


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], ["11-23T09:00", "11-24T15:00", "11-25T09:00", "11-26T09:00"]),
        (["RRULE:FREQ=DAILY;COUNT=4"], ["11-23T09:00", "11-24T15:00", "11-25T09:00", "11-26T09:00"]),
        (["RECURRENCE-ID:20261125T090000Z"], ["11-25T09:00"]),
        (["RECURRENCE-ID:20261124T090000Z"], ["11-24T15:00"]),
        (["RECURRENCE-ID;RANGE=THISANDFUTURE:20261125T090000Z"], ["11-25T09:00", "11-26T09:00"]),
        (["RECURRENCE-ID:20261130T090000Z"], []),
    ],
)
async def test_it_cancels_the_dates_it_names_and_no_other(
    tmp_path: Path, clock: Clock, is_first: bool, lines: list[str], expected: list[str]
) -> None:
    files = write(tmp_path, calendar(DAILY, MOVED, REVIEW), cancellation("daily@contoso.com", *lines))
    async with running(clock, files[::-1] if is_first else files) as client:
        assert await cancelled(client) == expected
        assert len(await client.events()) == 5


async def test_a_single_meeting_is_cancelled_and_stays_in_sight(tmp_path: Path, clock: Clock) -> None:
    async with running(clock, write(tmp_path, cancellation("review@contoso.com"), calendar(REVIEW))) as client:
        (event,) = await client.events()
        assert (event["subject"], event["isCancelled"], event["showAs"]) == ("Northwind review", True, "free")
        assert event["start"]["dateTime"].startswith("2026-11-23T13:00")


async def test_a_cancellation_of_something_unknown_touches_nothing_else(tmp_path: Path, clock: Clock) -> None:
    async with running(clock, write(tmp_path, calendar(REVIEW), cancellation("other@contoso.com"))) as client:
        found = {event["subject"]: event["isCancelled"] for event in await client.events()}
        assert found == {"Northwind review": False, "Stand-up": True}


async def test_a_cancellation_that_arrives_while_the_tenant_runs_counts_from_then_on(tmp_path: Path, clock: Clock) -> None:
    files = write(tmp_path, calendar(DAILY, REVIEW), calendar())
    async with running(clock, files) as client:
        assert await cancelled(client) == []
        files[1].write_bytes(cancellation("daily@contoso.com", "RECURRENCE-ID:20261125T090000Z"))
        assert await cancelled(client) == ["11-25T09:00"]
        assert await cancelled(client) == ["11-25T09:00"]
