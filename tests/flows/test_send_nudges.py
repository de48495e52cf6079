"""The one quiet message of a working day comes once, at the start of work, says what is due, and follows what is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, World, event
from tests.flows.test_ledger import keep, said
from tests.web.panel_caller import panel_of

NEXT_MONTH = NOON + timedelta(days=30)


async def told(here: World) -> list[Any]:
    return await here.nudges()


async def test_practice_59_what_is_due_comes_as_one_message_at_the_start_of_work_and_follows_what_is_done(
    start: Callable[..., Any],
) -> None:
    async with start(event("later", NEXT_MONTH)) as here:
        today = said("send the offer", due_on=date(2026, 11, 24))
        soon = said("deliver the pumps", due_on=date(2026, 11, 27), waits_for="Litware", waits_until=date(2026, 11, 26))
        await keep(here, today, soon, said("call the bank", due_on=date(2026, 12, 9)))
        await here.travel(minutes=11)
        await here.travel(hours=19, minutes=47)
        assert await told(here) == []
        await here.travel(minutes=3)
        (card,) = await told(here)
        assert card["summary"] == "2 reminders for today"
        text = text_of(card)
        assert "Due today, northwindtraders.com: send the offer." in text
        assert "Due Fri 27 Nov, northwindtraders.com: deliver the pumps. You wait for Litware until Thu 26 Nov." in text
        assert "bank" not in text

        tap = {"activity_id": card["id"], "verb": "owed"}
        form = await here.control("tap", person=MIA.id, **tap, data={"id": today.id, "card": "nudge", "what": "wait", "v": "1"})
        assert "Whom do you wait for?" in str(form)
        await here.control("tap", person=MIA.id, **tap, data={"id": today.id, "card": "nudge", "what": "done", "v": "1"})
        (card,) = await told(here)
        assert "Done: send the offer" in text_of(card) and "deliver the pumps" in text_of(card)

        await panel_of(here).post("owed", id=soon.id, what="done")

        async def is_edited() -> bool:
            (now,) = await told(here)
            return "Done: deliver the pumps" in text_of(now)

        await here.wait_for(is_edited)
        await here.travel(hours=3)
        assert len(await told(here)) == 1


async def test_no_message_over_the_budget_or_on_a_muted_day_and_what_is_due_is_said_once_it_may(
    start: Callable[..., Any],
) -> None:
    async with start(event("later", NEXT_MONTH)) as here:
        await panel_of(here).post("settings", changes={"budget": 1})
        await keep(here, said("send the offer", due_on=date(2026, 11, 26)))
        await here.travel(minutes=11)
        await here.travel(hours=19, minutes=50)
        assert await told(here) == []
        await panel_of(here).post("settings", changes={"budget": 8})
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.run("correct", here.tenant_id, MIA.id, "mute_today", "2026-11-25", "", here.companion.clock())
        await here.travel(days=1)
        assert await told(here) == []
        await here.travel(days=1)
        (card,) = await told(here)
        assert "Due today" in text_of(card)
