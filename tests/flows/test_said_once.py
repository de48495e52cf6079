"""What two wakes ask for at once is said once, and what changes meanwhile is not left behind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from sidecar.domain.meetings.meeting import MeetingId, PersonId
from sidecar.domain.meetings.plan import Preferences
from sidecar.flows.call_card import follow_call
from sidecar.flows.follow_up_again import lost_follow_ups
from sidecar.flows.send_nudges import send_nudges
from tests.flows.conftest import MIA, NOON, World, event
from tests.flows.test_follow_call import call_in, now_cards, opened, teams, tell, written
from tests.flows.test_ledger import keep, said

NEXT_MONTH = NOON + timedelta(days=30)


async def _without_wakes(here: World, kind: str) -> None:
    await here.companion.database.pool.execute("DELETE FROM queue.pgqueuer WHERE entrypoint = $1", kind)


async def test_two_wakes_of_one_morning_send_one_message(start: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    async with start(event("later", NEXT_MONTH)) as here:
        await keep(here, said("send the offer", due_on=date(2026, 11, 24)))
        await _without_wakes(here, "nudge")
        await here.travel_without_settling(hours=20, minutes=5)
        await _without_wakes(here, "nudge")
        who = (here.companion.hands, here.tenant_id, PersonId(MIA.id))
        messenger, others = type(here.companion.hands.messenger), ["the second wake"]
        send = messenger.send

        async def slow(self: Any, *args: Any) -> Any:
            if others:
                await send_nudges(*who, others.pop())
            return await send(self, *args)

        monkeypatch.setattr(messenger, "send", slow)
        await send_nudges(*who, "the first wake")
        assert len(await here.nudges()) == 1 and not others


async def test_a_card_follows_what_was_tapped_while_it_was_on_its_way(
    start: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start(teams()) as here:
        panel, meeting = await opened(here)
        await here.travel(minutes=60)
        await tell(here, "start")
        await here.settle()
        messenger = here.companion.hands.messenger
        send = type(messenger).send

        async def slow(self: Any, *args: Any) -> Any:
            hint = (await call_in(panel, meeting))["hint"]
            await panel.post("call", meeting=meeting, what="take", hint=hint["id"])
            who = (here.tenant_id, PersonId(MIA.id), MeetingId(meeting))
            await follow_call(here.companion.hands, *who, here.companion.clock(), "the tap's own wake finds the card claimed")
            await here.companion.database.pool.execute(
                "DELETE FROM queue.pgqueuer WHERE entrypoint = 'call' AND status = 'queued'"
            )
            return await send(self, *args)

        monkeypatch.setattr(type(messenger), "send", slow)
        await here.travel(minutes=53)
        monkeypatch.undo()
        (card,) = await now_cards(here)
        call = await call_in(panel, meeting)
        assert call["state"] == "paused" and call["break"]["back_at"] in written([card])


@pytest.mark.parametrize(("hour", "wakes"), [(3, 0), (12, 1)])
async def test_a_sweep_at_night_puts_no_wake_beside_one_that_waits_for_the_morning(hour: int, wakes: int) -> None:
    async def rows(*_: Any) -> list[Any]:
        return [{"meeting_id": "m"}]

    known: Any = SimpleNamespace(tenant="t", person="p", preferences=Preferences(zone="UTC"))
    session: Any = SimpleNamespace(rows=rows)
    assert len(await lost_follow_ups(session, known, 7, datetime(2026, 11, 24, hour, tzinfo=UTC))) == wakes


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
