"""Acknowledged means stored, and armed with it; what cannot be stored in time is refused; each card comes once."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sidecar.domain.meetings.notice import Notice
from sidecar.errors import Retryable
from sidecar.flows.watching.take_notices import MOST_WAITING, Inbox
from sidecar.settings import Settings
from sidecar.store.database import Database
from sidecar.wiring import Clock, hands_of
from tests.conftest import until
from tests.faults.doorstep import ONE, TWO, doorstep
from tests.flows.conftest import MIA, NOON, World, event

NOTICES, AT_NIGHT = 300, 10_000
"""How many notices a day of cards survives, three in ten of them duplicates."""
DUPLICATES = 0.3


async def test_what_arrives_at_one_instant_is_stored_in_few_transactions_and_each_arms_its_read(database: Database) -> None:
    async with doorstep(database) as here:
        people = [(tenant, f"p{number}") for number in range(20) for tenant in (ONE, TWO)]
        notices = [await here.watch(tenant, f"{tenant[0]}{person}") for tenant, person in people]
        assert set(await here.post_all([[one] for one in notices for _ in range(5)])) == {202}
        assert await here.stored() == {f"{tenant[0]}{person}": 5 for tenant, person in people}
        transactions = await database.pool.fetchval("SELECT count(DISTINCT xmin::text) FROM companion.notice")
        assert transactions < len(notices) * 5 / 3, "200 bodies, and most of them shared a commit"
        armed = Counter(key.split(":g")[0] for key in await here.wakes())
        assert set(armed) == {f"read:{tenant}:{tenant[0]}{person}:told" for tenant, person in people}
        assert max(armed.values()) <= 2, "one read for each span of waiting"


async def test_one_body_may_mix_tenants_and_true_and_false(database: Database) -> None:
    async with doorstep(database) as here:
        one, two = await here.watch(ONE, "ann"), await here.watch(TWO, "bea")
        assert await here.post(one, {**one, "clientState": "wrong"}, two, {**two, "subscriptionId": "none"}, two) == 202
        assert await here.stored() == {"ann": 1, "bea": 2}


async def test_a_notice_waits_for_nobody_who_works_on_the_person(database: Database) -> None:
    """A card is sent with the person held, and Teams may take seconds to answer; Graph counts the acknowledgements."""
    async with doorstep(database, within=timedelta(seconds=20)) as here:
        notice = await here.watch(ONE, "ann")
        async with database.transaction(ONE) as session:
            assert await session.row("lock_person", ONE, "ann") is not None
            assert await here.post(notice) == 202
            assert await here.stored() == {"ann": 1}


async def test_what_cannot_be_stored_in_time_is_refused_and_stored_when_it_is_sent_again(database: Database) -> None:
    async with doorstep(database, within=timedelta(seconds=0.3)) as here:
        notice = await here.watch(ONE, "ann")
        async with database.pool.acquire() as connection, connection.transaction():
            await connection.execute("LOCK TABLE companion.notice IN EXCLUSIVE MODE")
            assert await here.post(notice) == 500

        async def is_taken() -> bool:
            return await here.post(notice) == 202

        await until(is_taken)
        assert (await here.stored())["ann"] >= 1


async def test_more_than_can_be_stored_in_time_is_refused_at_once(database: Database) -> None:
    inbox = Inbox(hands_of(Settings(), database, Clock(), None, None, ""))
    notice = Notice(tenant=ONE, subscription="s", client_state="", what="changed")
    with pytest.raises(Retryable):
        await inbox.take([notice] * (MOST_WAITING + 1))
    assert await inbox.take([notice]) == {"unknown_subscription": 1}


async def test_one_notice_that_cannot_be_stored_refuses_no_other(database: Database) -> None:
    """Somebody is erased while a notice about them is on its way: those that came with it are stored all the same."""
    async with doorstep(database, within=timedelta(seconds=20)) as here:
        gone, others = await here.watch(ONE, "gone"), [await here.watch(ONE, f"p{number}") for number in range(5)]
        async with database.transaction(ONE) as session:
            await session.connection.execute("DELETE FROM companion.person WHERE person_id = 'gone'")
            waiting = asyncio.gather(here.post_all([[gone], *([one] for one in others)]))

            async def is_blocked() -> bool:
                found = await database.pool.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted")
                return bool(found)

            await until(is_blocked)
        assert (await waiting)[0] == [202] * 6
        assert await here.stored() == {f"p{number}": 1 for number in range(5)}


async def test_a_read_that_is_under_way_does_not_swallow_a_later_notice(database: Database) -> None:
    """The engine holds a key until the job that carries it is flushed as done: a later notice must have another."""
    async with doorstep(database, coalesce=0.2) as here:
        notice = await here.watch(ONE, "ann")
        assert await here.post(notice) == 202
        (first,) = await here.wakes()
        await database.pool.execute("UPDATE queue.pgqueuer SET status = 'picked'")

        async def is_another() -> bool:
            await here.post(notice)
            return any(key != first for key in await here.wakes())

        await until(is_another)


@pytest.mark.parametrize("count", [NOTICES, pytest.param(AT_NIGHT, marks=pytest.mark.night)])
async def test_however_notices_are_doubled_and_shuffled_each_card_comes_once(start: Callable[..., Any], count: int) -> None:
    chance = random.Random(count)  # noqa: S311  # the same day each time
    uids = [f"m{number}" for number in range(4)]
    events = [event(uid, NOON + timedelta(hours=1 + 2 * place)) for place, uid in enumerate(uids)]
    async with start(event("earlier", NOON - timedelta(days=7)), *events) as here:
        (watching,) = await here.look("subscriptions")
        send = _sender(here, watching)
        numbers = list(range(int(count * (1 - DUPLICATES))))
        numbers += chance.choices(numbers, k=count - len(numbers))
        chance.shuffle(numbers)
        for part in range(9):
            await asyncio.gather(*(send(number) for number in numbers[part::9]))
            await here.control("move", event_id=await here.event_id(chance.choice(uids)), minutes=chance.choice([-5, 5, 10]))
            await here.travel(hours=1)
        async with here.companion.database.transaction(here.tenant_id) as session:
            each = "SELECT meeting_id, kind, count(*) AS count FROM companion.delivery GROUP BY 1, 2"
            found = {(row["meeting_id"], row["kind"]): row["count"] for row in await session.connection.fetch(each)}
        assert {(uid, "pre_call_card") for uid in uids} <= set(found)
        assert set(found.values()) == {1}
        shown = Counter(str(one["attachments"]).count("Call m") > 0 for one in await here.cards())
        assert shown[True] == len(uids)


def _sender(here: World, watching: Any) -> Callable[[int], Any]:
    async def send(number: int) -> None:
        item = {
            "subscriptionId": watching["id"], "tenantId": here.tenant.tenant_id, "clientState": watching["clientState"],
            "id": f"n{number}", "changeType": "updated", "resource": f"Users/{MIA.id}/Events/e{number}",
        }  # fmt: skip
        async with here.session.post(f"{here.door}/graph/notify", json={"value": [item]}) as answer:
            assert answer.status == 202

    return send
