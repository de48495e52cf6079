"""Whatever Graph does to a subscription, to its notices or to a page: in the end our calendar is what a full read finds."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest
import pytest_asyncio

from sidecar.domain.meetings.meeting import PersonId
from sidecar.flows.known import digest_of_meeting
from sidecar.flows.watching.read_calendar import AHEAD, BEHIND
from sidecar.flows.watching.watch_calendars import keep_watch
from sidecar.wire.graph import read_event
from tests.conftest import until
from tests.flows.conftest import MIA, NOON, World, event, world

pytestmark = pytest.mark.asyncio(loop_scope="module")
UIDS = ("one", "two", "three", "four", "five")
VIEW = f"/v1.0/users/{MIA.id}/calendarView"
SUBSCRIPTIONS = "/v1.0/subscriptions"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def here(server: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """One running product for all: every case leaves it whole."""
    connection = await asyncpg.connect(server)
    await connection.execute("CREATE DATABASE test_gaps")
    await connection.close()
    events = [event(uid, NOON + timedelta(days=18, hours=2 * place)) for place, uid in enumerate(UIDS)]
    folder: Path = tmp_path_factory.mktemp("gaps")
    async with world(server.replace("/postgres?", "/test_gaps?"), folder, *events) as running:
        yield running
    connection = await asyncpg.connect(server)
    await connection.execute("DROP DATABASE test_gaps WITH (FORCE)")
    await connection.close()


async def _stored(here: World) -> dict[str, str]:
    async with here.companion.database.transaction(here.tenant_id) as session:
        now = here.companion.clock()
        rows = await session.rows("meetings_between", here.tenant_id, MIA.id, now - BEHIND, now + AHEAD)
    return {row["meeting_id"]: row["digest"] for row in rows if not row["is_gone"]}


async def _full_read(here: World) -> dict[str, str]:
    """What is there, from the tenant's own hand: no page, no fault, no subscription between."""
    days = AHEAD.days
    events = (await here.look(f"calendar?days={days}"))["events"]
    meetings = [meeting for one in events if (meeting := read_event(one)) is not None]
    return {meeting.id: digest_of_meeting(meeting) for meeting in meetings}


async def _is_whole(here: World) -> bool:
    """Our calendar is the tenant's, and exactly one subscription watches it, which is the one that we know."""
    async with here.companion.database.transaction(here.tenant_id) as session:
        held = [row["subscription_id"] for row in await session.rows("subscriptions_of", here.tenant_id, MIA.id)]
    watching = [one["id"] for one in await here.watched(MIA)]
    return await _stored(here) == await _full_read(here) and watching == held and len(held) == 1


async def _is_at_rest(here: World) -> bool:
    """Whole, and nothing is about to look."""
    looking = "SELECT count(*) FROM queue.pgqueuer WHERE entrypoint = 'read'"
    return await here.companion.database.pool.fetchval(looking) == 0 and await _is_whole(here)


async def _move(here: World, uid: str = "one", minutes: int = 10) -> None:
    await here.control("move", event_id=await here.event_id(uid), minutes=minutes)


async def _unheard(here: World) -> None:
    """A change of which no notice ever comes."""
    await here.control("notices", mode="never")
    await _move(here)
    await here.control("notices", mode="normal")
    assert not await _is_whole(here)


async def _subscription(here: World) -> Any:
    (found,) = await here.watched(MIA)
    return found


async def removed(here: World) -> None:
    before = await _subscription(here)
    await _unheard(here)
    await here.control("lifecycle", event="subscriptionRemoved")

    async def is_another() -> bool:
        return [one["id"] for one in await here.watched(MIA)] not in ([], [before["id"]])

    await until(is_another)


async def missed(here: World) -> None:
    await _unheard(here)
    await here.control("lifecycle", event="missed")


async def reauthorization_required(here: World) -> None:
    await here.travel(minutes=5)
    before = await _subscription(here)
    await _unheard(here)
    await here.control("lifecycle", event="reauthorizationRequired")

    async def is_renewed() -> bool:
        now = await _subscription(here)
        return bool(now["id"] == before["id"] and now["expirationDateTime"] > before["expirationDateTime"])

    await until(is_renewed)


async def expired_without_a_word(here: World) -> None:
    """The next safety read finds a change that nobody told of, and has the subscription looked at."""
    await here.control("expire")
    await _unheard(here)
    await here.travel(hours=12, minutes=11)


async def gone_when_it_is_renewed(here: World) -> None:
    before = await _subscription(here)
    await here.control("weather", path_prefix=SUBSCRIPTIONS, method="PATCH", status=410, code="ResourceGone", count=1)
    await keep_watch(here.companion.hands, here.tenant_id, PersonId(MIA.id), must=True)
    assert (await _subscription(here))["id"] != before["id"]


async def gone_in_the_middle_of_a_read(here: World) -> None:
    await here.control("weather", path_prefix=VIEW, status=410, code="SyncStateNotFound", count=1)
    await _move(here)


async def notices_out_of_order(here: World) -> None:
    await here.control("notices", mode="shuffled", seconds=0.3)
    for uid in UIDS:
        await _move(here, uid)
    await here.control("cancel", event_id=await here.event_id("five"), remove=True)
    await here.control("notices", mode="normal")


async def notices_twice(here: World) -> None:
    await here.control("notices", mode="twice", seconds=0.2)
    await _move(here)
    await here.control("notices", mode="normal")


async def _paged(here: World, how: str) -> None:
    await here.control("weather", path_prefix=VIEW, method="GET", pages=how)
    await _move(here)


async def tokens_that_change_with_each_page(here: World) -> None:
    await _paged(here, "rotating")
    await _is_whole_over_pages(here)


async def ids_that_come_twice(here: World) -> None:
    await _paged(here, "doubled")
    await _is_whole_over_pages(here)


async def _is_whole_over_pages(here: World) -> None:
    async def is_so() -> bool:
        return await _is_whole(here) and any("skiptoken" in one["path"] for one in (await here.look("log"))[-9:])

    await until(is_so)
    await here.control("weather/clear")


async def _given_up(here: World, how: str) -> None:
    """The read ends by itself, stores nothing that it is not sure of, and is made again."""
    before, known = await here.reads(), await _stored(here)
    await _paged(here, how)

    async def is_put_off() -> bool:
        return await here.reads() > before and bool(
            await here.companion.database.pool.fetchval(
                "SELECT count(*) FROM queue.pgqueuer WHERE entrypoint = 'read' AND status = 'queued' AND attempts > 0"
            )
        )

    await until(is_put_off)
    assert await _stored(here) == known
    await here.control("weather/clear")
    await here.travel(minutes=6)


async def pages_without_an_end(here: World) -> None:
    await _given_up(here, "endless")


async def one_page_for_ever(here: World) -> None:
    await _given_up(here, "same")


async def too_many_at_once_in_the_mailbox(here: World) -> None:
    await here.control("weather", path_prefix=VIEW, status=429, code="ApplicationThrottled", retry_after="1", count=2)
    await _move(here)


CASES: list[Callable[[World], Awaitable[None]]] = [
    removed, missed, reauthorization_required, expired_without_a_word, gone_when_it_is_renewed, gone_in_the_middle_of_a_read,
    notices_out_of_order, notices_twice, tokens_that_change_with_each_page, ids_that_come_twice, pages_without_an_end,
    one_page_for_ever, too_many_at_once_in_the_mailbox,
]  # fmt: skip


@pytest.mark.parametrize("trouble", CASES, ids=lambda one: one.__name__)
async def test_there_is_no_gap_after(here: World, trouble: Callable[[World], Awaitable[None]]) -> None:
    await until(lambda: _is_at_rest(here))
    await trouble(here)
    await until(lambda: _is_whole(here))
