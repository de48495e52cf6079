"""Notices: a true one makes one read, a false one makes none, and strangers learn nothing from the answers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sidecar.domain.meetings.meeting import PersonId
from sidecar.flows.watching.read_calendar import MailboxBusy, read_calendar
from sidecar.flows.watching.watch_calendars import keep_watch
from sidecar.store.worker_liveness import WORKER
from tests.flows.conftest import MIA, NOON, World, event

ONE = event("one", NOON + timedelta(hours=2))


async def post(here: World, body: Any, path: str = "/graph/notify") -> int:
    send = {"json": body} if not isinstance(body, bytes) else {"data": body}
    async with here.session.post(f"{here.door}{path}", **send) as answer:
        return answer.status


async def subscription(here: World) -> Any:
    (found,) = await here.look("subscriptions")
    return found


def notice(here: World, of: Any, **changes: Any) -> dict[str, Any]:
    item = {"subscriptionId": of["id"], "tenantId": here.tenant.tenant_id, "clientState": "wrong", "changeType": "updated"}
    return {"value": [{**item, "resource": "x", **changes}]}


async def at_rest(here: World) -> None:
    """Until no read is armed."""

    async def is_so() -> bool:
        return await here.companion.database.pool.fetchval("SELECT count(*) FROM queue.pgqueuer WHERE entrypoint = 'read'") == 0

    await here.wait_for(is_so)


async def test_a_burst_of_notices_makes_one_read(start: Callable[..., Any]) -> None:
    async with start(ONE, coalesce_seconds=1.0) as here:
        before = await here.reads()
        await here.control("notify", event_id=await here.event_id("one"), times=20)

        async def has_read() -> bool:
            return await here.reads() > before

        await here.wait_for(has_read)
        await here.settle()
        assert await here.reads() - before <= 2


async def test_a_wrong_secret_an_unknown_subscription_and_another_tenant_are_answered_alike_and_not_processed(
    start: Callable[..., Any],
) -> None:
    async with start(ONE) as here:
        await at_rest(here)
        of, before = await subscription(here), await here.reads()
        false = [
            notice(here, of),
            notice(here, of, clientState=None),
            notice(here, of, subscriptionId="00000000-0000-4000-8000-000000000000"),
            notice(here, of, tenantId="00000000-0000-4000-8000-000000000001"),
            notice(here, of, lifecycleEvent="subscriptionRemoved"),
        ]
        assert [await post(here, body) for body in false] == [202] * len(false)
        await here.settle()
        assert await here.reads() == before
        async with here.companion.database.transaction(here.tenant.tenant_id) as session:
            assert await session.row("subscription", here.tenant.tenant_id, of["id"]) is not None


async def test_no_body_gives_a_server_error(start: Callable[..., Any]) -> None:
    odd: list[Any] = [
        b"",
        b"\xff\xfe",
        b"[" * 5000,
        b"null",
        b"3",
        {"value": None},
        {"value": [None, 3, {"tenantId": "\x00"}]},
        {"value": {}},
    ]
    async with start() as here:
        statuses = [await post(here, body) for body in odd]
        assert all(status < 500 for status in statuses), statuses
        assert await post(here, b"x" * 300_000) == 413


async def test_the_validation_token_is_echoed_as_plain_text(start: Callable[..., Any]) -> None:
    async with start() as here:
        token = "<script>alert(1)</script> & so on"
        async with here.session.post(f"{here.door}/graph/notify", params={"validationToken": token}) as answer:
            assert (answer.status, answer.content_type, await answer.text()) == (200, "text/plain", token)
            assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_subscription_is_renewed_from_half_its_life_on_and_made_anew_when_dropped(
    start: Callable[..., Any],
) -> None:
    async with start(ONE) as here:
        first = await subscription(here)
        await here.travel(days=3, hours=11)
        assert await subscription(here) == first
        await here.travel(hours=18)

        async def is_renewed() -> bool:
            now = await subscription(here)
            return bool(now["id"] == first["id"] and now["expirationDateTime"] > first["expirationDateTime"])

        await here.wait_for(is_renewed)
        await here.control("lifecycle", event="subscriptionRemoved")

        async def is_new() -> bool:
            return any(one["id"] != first["id"] for one in await here.look("subscriptions"))

        await here.wait_for(is_new)


async def test_a_missed_notice_event_reads_the_calendar(start: Callable[..., Any]) -> None:
    async with start(ONE) as here:
        before = await here.reads()
        await here.control("lifecycle", event="missed")

        async def has_read() -> bool:
            return await here.reads() > before

        await here.wait_for(has_read)


async def test_two_that_look_at_a_subscription_at_once_leave_one(start: Callable[..., Any]) -> None:
    async with start(ONE) as here:
        hands, who = here.companion.hands, (here.tenant_id, PersonId(MIA.id))
        await here.control("lifecycle", event="subscriptionRemoved")
        async with here.held("/v1.0/subscriptions") as is_held:
            first = asyncio.create_task(keep_watch(hands, *who, must=True))
            await is_held()
            await keep_watch(hands, *who, must=True)
        await first

        async def is_one() -> bool:
            async with here.companion.database.transaction(here.tenant_id) as session:
                held = [row["subscription_id"] for row in await session.rows("subscriptions_of", *who)]
            return [one["id"] for one in await here.watched(MIA)] == held and len(held) == 1

        await here.wait_for(is_one)
        await here.settle()
        assert await is_one()


async def test_a_restart_renews_nothing_that_is_not_due(start: Callable[..., Any]) -> None:
    async with start(ONE) as here:
        first = await subscription(here)
        here.stop.set()
        await here.worker
        await here.start_worker()
        await here.travel(minutes=21)
        assert await subscription(here) == first
        calls = [one for one in await here.look("log") if one["path"].startswith("/v1.0/subscriptions")]
        assert [one["method"] for one in calls] == ["POST"]


async def test_a_read_that_an_outage_cut_off_keeps_its_worker_from_no_other_and_one_that_goes_on_does(
    start: Callable[..., Any],
) -> None:
    async with start(event("one", NOON + timedelta(hours=2))) as here:
        hands, person, worker = here.companion.hands, PersonId(MIA.id), WORKER.set("reader")
        now = here.companion.clock()
        async with hands.database.transaction(here.tenant_id) as session:
            until_at = now + timedelta(minutes=2)
            assert await session.row("lease_mailbox", here.tenant_id, person, now, until_at, "reader", False)
        WORKER.set("other")
        with pytest.raises(MailboxBusy):
            await read_calendar(hands, here.tenant_id, person)
        WORKER.set("reader")
        await read_calendar(hands, here.tenant_id, person)
        async with here.held(f"/v1.0/users/{MIA.id}/calendarView", "GET") as is_held:
            reading = asyncio.create_task(read_calendar(hands, here.tenant_id, person))
            await is_held()
            with pytest.raises(MailboxBusy):
                await read_calendar(hands, here.tenant_id, person)
        await reading
        WORKER.reset(worker)
