"""What two wakes ask for at once is said once, and what changes meanwhile is not left behind."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from sidecar.domain.meetings.meeting import MeetingId, PersonId
from sidecar.flows.calls.call_card import follow_call
from sidecar.flows.relationships.send_nudges import send_nudges
from tests.flows.conftest import MIA, NOON, World, event
from tests.flows.test_follow_call import call_in, now_cards, opened, teams, tell, written
from tests.flows.test_ledger import keep, said

NEXT_MONTH = NOON + timedelta(days=30)


async def _without_wakes(here: World, kind: str) -> None:
    await here.companion.database.pool.execute("DELETE FROM queue.pgqueuer WHERE entrypoint = $1", kind)


async def test_two_wakes_of_one_morning_send_one_message(start: Callable[..., Any]) -> None:
    async with start(event("later", NEXT_MONTH)) as here:
        await keep(here, said("send the offer", due_on=date(2026, 11, 24)))
        await _without_wakes(here, "nudge")
        await here.travel_without_settling(hours=20, minutes=5)
        await _without_wakes(here, "nudge")
        who = (here.companion.hands, here.tenant_id, PersonId(MIA.id))
        async with here.held("/connector") as is_sending:
            first = asyncio.create_task(send_nudges(*who, "the first wake"))
            await is_sending()
            await send_nudges(*who, "the second wake")
        await first
        assert len(await here.nudges()) == 1


async def test_a_card_follows_what_was_tapped_while_it_was_on_its_way(start: Callable[..., Any]) -> None:
    async with start(teams()) as here:
        panel, meeting = await opened(here)
        await here.travel(minutes=60)
        await tell(here, "start")
        await here.settle()
        async with here.held("/connector") as is_sending:
            await here.travel_without_settling(minutes=53)
            await is_sending()
            hint = (await call_in(panel, meeting))["hint"]
            await panel.post("call", meeting=meeting, what="take", hint=hint["id"])
            who = (here.tenant_id, PersonId(MIA.id), MeetingId(meeting))
            await follow_call(here.companion.hands, *who, here.companion.clock(), "the tap's own wake finds the card claimed")
            await here.companion.database.pool.execute(
                "DELETE FROM queue.pgqueuer WHERE entrypoint = 'call' AND status = 'queued'"
            )
        await here.settle()
        (card,) = await now_cards(here)
        call = await call_in(panel, meeting)
        assert call["state"] == "paused" and call["break"]["back_at"] in written([card])


async def test_a_clients_wish_is_kept_for_as_long_after_it_was_said_as_after_a_contact(start: Callable[..., Any]) -> None:
    async with start(event("later", NEXT_MONTH)) as here:
        who = (here.tenant_id, MIA.id, "wingtip.example.com")
        async with here.companion.database.transaction(here.tenant_id) as session:
            for query, value in (("set_off", True), ("set_key", True), ("set_since", NOON.date()), ("rest_relationship", None)):
                await session.run("put_relationship", *who, NOON - timedelta(days=729))
                await session.run(query, *who, value, NOON)
                await session.run("sweep_relationships", who[0], NOON - timedelta(days=700), NOON.date())
                assert await session.row("standings", *who[:2], NOON, who[2]) is not None
                await session.connection.execute("DELETE FROM companion.relationship WHERE client = $1", who[2])


async def _before(here: World) -> Any:
    (card,) = [one for one in await here.cards() if "call-card" not in one["summary"]]
    return card


@pytest.mark.parametrize("has_arrived", [True, False])
async def test_a_worker_that_dies_while_it_says_a_hint_loses_none_and_says_none_twice(
    start: Callable[..., Any], has_arrived: bool
) -> None:
    async with start(teams()) as here:
        panel, meeting = await opened(here)
        await here.travel(minutes=60)
        await tell(here, "start")
        await here.settle()
        await _without_wakes(here, "call")
        before = await _before(here)
        await here.travel_without_settling(minutes=53)
        await _without_wakes(here, "call")
        who = (here.companion.hands, here.tenant_id, PersonId(MIA.id), MeetingId(meeting), here.companion.clock(), "its wake")
        if has_arrived:
            async with here.held("/connector") as is_sending:
                dying = asyncio.create_task(follow_call(*who))
                await is_sending()
                dying.cancel()
                await asyncio.wait([dying])
        else:
            await here.control("weather", path_prefix="/connector", method="POST", drop=True, count=1)
            await follow_call(*who)
        hint = (await call_in(panel, meeting))["hint"]
        assert hint["kind"] == "break"

        async def new() -> list[Any]:
            return [one for one in await now_cards(here) if one["id"] != before["id"]]

        async def has_come() -> bool:
            return len(await new()) == int(has_arrived)

        await here.wait_for(has_come)
        await follow_call(*who)
        assert len(await new()) == int(has_arrived), "what may have arrived is not said again"
        (card,) = [one for one in await here.said() if one["id"] == before["id"]]
        assert hint["id"] in written([card]), "the message that stands in the chat already carries it"
        await panel.post("call", meeting=meeting, what="take", hint=hint["id"])
        await here.settle()
        (card,) = [one for one in await here.said() if one["id"] == before["id"]]
        assert (await call_in(panel, meeting))["break"]["back_at"] in written([card]), "and follows the call from here on"


NOTHING_IS_NOTED = """
CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the database is away'; END $$;
CREATE TRIGGER refuse BEFORE UPDATE ON companion.call FOR EACH ROW WHEN (NEW.card_sent_at IS NOT NULL)
    EXECUTE FUNCTION public.refuse();
"""


async def test_a_hint_that_arrived_and_could_not_be_noted_is_not_said_again(start: Callable[..., Any]) -> None:
    async with start(teams()) as here:
        panel, meeting = await opened(here)
        await here.travel(minutes=60)
        await tell(here, "start")
        await here.settle()
        before = await _before(here)
        await here.travel_without_settling(minutes=53)
        await _without_wakes(here, "call")
        who = (here.companion.hands, here.tenant_id, PersonId(MIA.id), MeetingId(meeting), here.companion.clock(), "its wake")
        async with here.held("/connector") as is_sending:
            noting = asyncio.create_task(follow_call(*who))
            await is_sending()
            await here.companion.database.pool.execute(NOTHING_IS_NOTED)
        with pytest.raises(Exception, match="the database is away"):
            await noting
        await here.companion.database.pool.execute("DROP FUNCTION public.refuse CASCADE")
        await follow_call(*who)
        said = [one for one in await now_cards(here) if one["id"] != before["id"]]
        assert len(said) == 1, "it is in the chat once"
        (card,) = [one for one in await here.said() if one["id"] == before["id"]]
        assert (await call_in(panel, meeting))["hint"]["id"] in written([card])
