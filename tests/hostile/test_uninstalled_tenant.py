"""A whole tenant is taken away while the program runs: nothing is left here, Microsoft Graph is told, and nothing comes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sidecar import jobs
from sidecar.commands.personal_data import BACKUPS, TEAMS_KEEPS
from sidecar.flows.trust.forget_person import forget_tenant
from sidecar.flows.watching.sweep import sweep
from sidecar.queue.erasure import drop_from_queue, held_in_queue
from sidecar.tenant import Person
from tests.flows.conftest import MIA, NOON, World, event, start
from tests.store.every_table import said_anywhere

__all__ = ["start"]
SAM = Person(address="sam.hill@fabrikam.com", name="Sam Hill", zone="Europe/London", language="en-GB")


@pytest.mark.timeout(120)
async def test_of_a_tenant_taken_away_no_row_no_wake_and_no_subscription_is_left_and_none_comes_back(
    start: Callable[..., Any],
) -> None:
    async with start(event("first", NOON + timedelta(minutes=45)), people=[SAM]) as here:
        await here.install(SAM)
        await here.travel(minutes=20)
        before = await here.wait_for(here.cards)
        assert len(await here.watched(MIA)) == len(await here.watched(SAM)) == 1
        erased = await forget_tenant(here.companion.hands, here.tenant_id, drop_from_queue, may_ask=True)
        assert (erased.ended, erased.left, erased.remains) == (2, 0, 0)
        await _nothing_is_left(here)
        assert [await here.watched(one) for one in (MIA, SAM)] == [[], []], "Microsoft Graph calls nobody any more"

        await here.control("add", event={"subject": "x", "start": (NOON + timedelta(hours=2)).isoformat()})
        await sweep(here.companion.hands)
        await here.travel(hours=2)
        await _nothing_is_left(here)
        assert await here.cards() == before, "what was said stands in Teams: it is not ours to take back, and nothing is added"


async def _nothing_is_left(here: World) -> None:
    pool = here.companion.database.pool
    assert await said_anywhere(pool, here.tenant_id, MIA.id, SAM.id, MIA.address, SAM.address) == {}
    async with here.companion.database.transaction(here.tenant_id) as session:
        assert await held_in_queue(session, here.tenant_id, None, ()) == []
    assert await jobs.waiting(here.companion.database) == 0


def test_the_command_says_what_stays_with_microsoft_and_in_backups() -> None:
    assert "Teams" in TEAMS_KEEPS and "delete them there" in TEAMS_KEEPS and "Backups" in BACKUPS
