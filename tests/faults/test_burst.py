"""Many moments fall due at once: the urgent come first, nobody's tenant waits for another, and no limit of Teams is broken."""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sidecar import jobs
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.meetings.pace import IN_A_CONVERSATION, IN_A_TENANT, NOTICES
from sidecar.domain.meetings.wake import Wake, WakeKind
from sidecar.errors import Refused, Retryable
from sidecar.flows.before.asides import late_wakes
from sidecar.flows.before.asked_ahead import asks_of_card, asks_of_person, held_meeting
from sidecar.flows.before.look_at_week import look_at_week
from sidecar.flows.before.make_card import Shown, make_card, make_notice
from sidecar.flows.before.refresh_card import refresh_card
from sidecar.flows.chat import speak
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.flows.watching.plan_meeting import moments_of
from sidecar.store.database import Database
from tests.conftest import until
from tests.flows.conftest import MIA, NOON, World, event

ONE, TWO = TenantId("tenant-one"), TenantId("tenant-two")
ME = PersonId(MIA.id)
AT_TWO = NOON + timedelta(hours=2)
KNOWN = event("earlier", NOON - timedelta(days=7))
OFTEN = 0.02
"""Seconds between two asks of somebody who asks far more often than is allowed."""
STORM = 4.0
"""Seconds."""


def wakes(tenant: str, count: int, kind: WakeKind = "moment") -> list[Wake]:
    """So many that are due already."""
    made = range(count)
    return [Wake(kind=kind, key=f"{kind}:{tenant}:p{n}", what={"tenant": tenant, "person": f"p{n}"}) for n in made]


async def run_all(database: Database, armed: list[Wake], body: Callable[[str, Mapping[str, str]], Any]) -> None:
    """Arm these in this order, and run one worker until all are done."""
    kinds = {wake.kind for wake in armed}
    async with database.directory() as session:
        await jobs.Jobs(lambda: datetime.now(UTC)).arm(session, armed)
    stop, left = asyncio.Event(), len(armed)

    def handler(kind: str) -> jobs.Handler:
        async def handle(what: Mapping[str, str]) -> None:
            nonlocal left
            await body(kind, what)
            left -= 1
            if not left:
                stop.set()

        return handle

    await asyncio.wait_for(jobs.work(database, {kind: handler(kind) for kind in kinds}, stop=stop), 60)


async def test_a_tenant_with_hundreds_due_does_not_keep_another_tenants_five_waiting(database: Database) -> None:
    order: list[str] = []

    async def body(kind: str, what: Mapping[str, str]) -> None:
        order.append(what["tenant"])
        await database.pool.fetchval("SELECT 1")

    await run_all(database, [*wakes(ONE, 500), *wakes(TWO, 5)], body)
    assert Counter(order) == {ONE: 500, TWO: 5}
    assert max(place for place, tenant in enumerate(order) if tenant == TWO) < 200, "stored last, and yet among the early ones"


async def test_cards_come_before_hints_and_these_before_follow_ups_and_check_ins(database: Database) -> None:
    order: list[str] = []

    async def body(kind: str, what: Mapping[str, str]) -> None:
        order.append(kind)
        await database.pool.fetchval("SELECT 1")

    kinds: list[WakeKind] = ["moment", "call", "follow_up", "nudge"]
    await run_all(database, [one for kind in reversed(kinds) for one in wakes(ONE, 30, kind)], body)
    assert order == sorted(order, key=kinds.index) and len(order) == 120  # type: ignore[arg-type]


async def test_slow_work_that_nobody_waits_for_keeps_no_card_waiting(database: Database) -> None:
    cards, release = 0, asyncio.Event()

    async def body(kind: str, what: Mapping[str, str]) -> None:
        nonlocal cards
        if kind == "research":
            await release.wait()
            return
        cards += 1
        if cards == 100:
            release.set()

    await run_all(database, [*wakes(ONE, 200, "research"), *wakes(ONE, 100)], body)
    assert cards == 100


async def test_a_wake_that_is_merely_busy_is_never_counted_as_failing(database: Database) -> None:
    tries = 0

    async def body(kind: str, what: Mapping[str, str]) -> None:
        nonlocal tries
        tries += 1
        assert await database.pool.fetchval("SELECT count(*) FROM companion.wake_start") == 0
        if tries <= jobs.MOST_ATTEMPTS + 2:
            raise Retryable("not now", timedelta(milliseconds=1))

    await run_all(database, wakes(ONE, 1), body)
    assert tries == jobs.MOST_ATTEMPTS + 3 and await jobs.parked(database) == []


@pytest.mark.parametrize("series", ["", "RRULE:FREQ=WEEKLY;COUNT=4"], ids=["single", "series"])
async def test_a_card_asks_the_database_for_all_that_it_needs_at_once(start: Callable[..., Any], series: str) -> None:
    async with start(KNOWN, event("one", AT_TWO, more=series)) as here:
        hands, now = here.companion.hands, here.companion.hands.clock()
        async with here.companion.database.transaction(here.tenant_id) as session:
            row = next(
                one for one in await session.rows("meetings_between", here.tenant_id, ME, NOON, AT_TWO + timedelta(hours=1))
            )
            await session.ahead(*asks_of_person(here.tenant_id, ME, row["meeting_id"]))
            known = await known_person(hands, session, here.tenant_id, ME)
            held = await held_meeting(session, here.tenant_id, ME, row["meeting_id"])
            assert known is not None and held is not None
            meeting = meeting_of(held)
            verdict = known.verdict(meeting, now)
            await session.ahead(*asks_of_card(known, meeting, verdict, now))
            before = session.trips
            moments = await moments_of(session, known, meeting, verdict, now)
            shown = await make_card(session, known, meeting, verdict, kind="pre_call_card", now=now)
            await late_wakes(session, known, meeting, row["revision"], now)
            assert session.trips == before
        async with here.companion.database.transaction(here.tenant_id) as session:
            one_by_one = await known_person(hands, session, here.tenant_id, ME)
            assert one_by_one is not None
            again = await make_card(session, one_by_one, meeting, verdict, kind="pre_call_card", now=now)
            assert session.trips > 10
        assert again == shown and [one.kind for one in moments] == ["pre_call_card"]


async def test_a_card_that_was_too_late_is_on_record_and_comes_after_all_where_only_the_clock_was_wrong(
    start: Callable[..., Any],
) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        here.stop.set()
        await here.worker
        await here.travel_without_settling(hours=2, minutes=6)
        await here.start_worker()
        await here.settle()
        assert await here.cards() == []
        found = await look_at_week(here.companion.hands, here.tenant_id, ME)
        moments = [moment for day in found["days"] for one in day["meetings"] for moment in one["moments"]]
        assert [one["state"] for one in moments if one["kind"] == "pre_call_card"] == ["late"]
        async with here.companion.database.transaction(here.tenant_id) as session:
            (row,) = await session.rows("deliveries_between", here.tenant_id, ME, NOON, AT_TWO + timedelta(days=1))
            assert row["state"] == "late"
            args = (row["meeting_id"], row["kind"], 1, "claimed", row["due_at"], AT_TWO, NOON, "again", NOON)
            claimed = await session.row("claim_with_turns", here.tenant_id, ME, *args, [], [], [], [])
            assert claimed["state"] == "claimed"


async def test_of_a_card_that_was_sent_twice_the_tapped_one_stays_and_follows_its_meeting(start: Callable[..., Any]) -> None:
    """The worker died between Teams' answer and its own note, and another one sent the card again."""
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.travel(minutes=91)
        (first,) = await here.cards()
        database, hands = here.companion.database, here.companion.hands
        async with database.transaction(here.tenant_id) as session:
            known = await known_person(hands, session, here.tenant_id, ME)
            await session.connection.execute("UPDATE companion.pace SET next_at = next_at - interval '1 hour'")
        card = first["attachments"][0]["content"]
        assert known is not None
        second = await speak.answer(hands, known, Shown(card=card, summary=first["summary"]))
        assert second is not None and len(await here.cards()) == 2
        button = next(one for one in card["actions"] if one.get("verb"))
        await here.control("tap", person=MIA.id, activity_id=second, verb="show", data=button["data"])

        async def is_one() -> bool:
            return [one["id"] for one in await here.cards()] == [second]

        await until(is_one)
        await here.control("move", event_id=await here.event_id("one"), minutes=30)

        async def follows() -> bool:
            return "14:30" in str((await here.cards())[0]["attachments"])

        await until(follows)
        assert [one["id"] for one in await here.cards()] == [second]


async def test_a_change_that_comes_while_a_card_is_being_sent_waits_until_it_stands_in_the_chat(
    start: Callable[..., Any],
) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        async with here.held("/connector") as is_held:
            await here.travel_without_settling(minutes=91)
            await is_held()
            rows = (await here.look("calendar"))["events"]
            meeting = next(one["iCalUId"] for one in rows if one["iCalUId"] == "one")
            with pytest.raises(Retryable):
                await refresh_card(here.companion.hands, here.tenant_id, ME, meeting)
        await here.settle()
        assert len(await here.cards()) == 1


async def test_a_card_whose_claim_was_lost_as_the_database_died_still_follows_its_meeting(
    start: Callable[..., Any],
) -> None:
    """A claim is not waited for until it is on the disk: PostgreSQL may have died and be back before Teams answers."""
    async with start(KNOWN, event("one", AT_TWO)) as here:
        database = here.companion.database
        async with here.held("/connector") as is_held:
            await here.travel_without_settling(minutes=91)
            await is_held()
            async with database.transaction(here.tenant_id) as session:
                assert await session.connection.execute("DELETE FROM companion.delivery") == "DELETE 1"
        await here.settle()
        (card,) = await here.cards()
        async with database.transaction(here.tenant_id) as session:
            (row,) = await session.rows("deliveries_between", here.tenant_id, ME, NOON, AT_TWO + timedelta(days=1))
        assert (row["state"], row["activity_id"], row["shown_start"]) == ("sent", card["id"], AT_TWO)
        await here.control("move", event_id=await here.event_id("one"), minutes=30)

        async def follows() -> bool:
            return "14:30" in str([one["attachments"] for one in await here.cards()])

        await until(follows)
        assert [one["id"] for one in await here.cards()] == [card["id"]]


async def _known(here: World) -> Known:
    """Mia, as the flows know her."""
    async with here.companion.database.transaction(here.tenant_id) as session:
        known = await known_person(here.companion.hands, session, here.tenant_id, ME)
    assert known is not None
    return known


async def test_a_burst_of_ten_times_what_is_allowed_breaks_no_limit_of_teams(start: Callable[..., Any]) -> None:
    """The local tenant's connector refuses whoever is faster than Teams allows; it has nothing to refuse."""
    async with start(KNOWN, is_installed=True) as here:
        hands, known = here.companion.hands, await _known(here)
        shown = Shown(card=make_notice(known.words, "a burst"), summary="a burst")
        loop = asyncio.get_running_loop()
        until_at, said = loop.time() + STORM, Counter[str]()
        asked = 0

        async def storm(kind: str, say: Callable[..., Any]) -> None:
            nonlocal asked
            while loop.time() < until_at:
                asked += 1
                try:
                    await say(hands, known, shown)
                    said[kind] += 1
                except Retryable:
                    await asyncio.sleep(OFTEN)

        await asyncio.gather(*(storm("notice", speak.send) for _ in range(4)), *(storm("answer", speak.answer) for _ in range(4)))
        calls = [one for one in await here.look("log") if "/connector/" in one["path"]]
        assert {one["status"] for one in calls} == {201}
        longest = timedelta(seconds=STORM + 3)
        assert said.total() <= IN_A_CONVERSATION.most_in(longest) and said["notice"] <= NOTICES.most_in(longest)
        assert asked >= 10 * said.total() >= 40


async def test_people_of_one_tenant_share_its_limit_and_each_is_given_a_moment_of_its_own(start: Callable[..., Any]) -> None:
    async with start(KNOWN) as here:
        hands, known = here.companion.hands, await _known(here)
        now = hands.clock()
        held, waits = replace(hands, clock=lambda: now), list[timedelta]()
        for n in range(40):
            try:
                await speak.answer(held, replace(known, person=PersonId(f"p{n}")), Shown(card={}, summary="s"))
            except Retryable as error:
                waits.append(error.after or timedelta())
            except Exception as error:  # noqa: BLE001  # the connector has no such card: it had its turn
                assert "refused" in str(error)
        assert len(waits) == 40 - IN_A_TENANT.burst
        apart = [later - earlier for earlier, later in itertools.pairwise(waits)]
        assert min(apart) >= IN_A_TENANT.every * 0.99


async def test_a_card_does_not_stand_behind_hundreds_of_reminders_of_its_tenant(start: Callable[..., Any]) -> None:
    async with start(KNOWN) as here:
        hands, known = here.companion.hands, await _known(here)
        now = hands.clock()
        held = replace(hands, clock=lambda: now)

        async def refused(number: int, *, is_urgent: bool) -> timedelta | None:
            one = replace(known, person=PersonId(f"p{number}"))
            try:
                await speak.send(held, one, Shown(card={}, summary="s"), is_urgent=is_urgent)
            except Retryable as error:
                return error.after
            except Refused:
                return None  # the connector has no such card: it had its turn
            return None

        reminders = [wait for number in range(200) if (wait := await refused(number, is_urgent=False))]
        assert len(reminders) == 200 - IN_A_TENANT.burst
        cards = [wait for number in range(200, 210) if (wait := await refused(number, is_urgent=True))]
        assert len(cards) == 10 and max(cards) < IN_A_TENANT.every * 15, "ten cards wait for each other, and for no reminder"
        apart = [later - earlier for earlier, later in itertools.pairwise(reminders)]
        assert min(apart) >= IN_A_TENANT.every * 3, "reminders leave most of their tenant's turns to what cannot wait"
