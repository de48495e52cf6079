"""The sending limits are rows: they hold whoever asks, in whatever order, from however many processes."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from sidecar.domain.meetings.meeting import TenantId
from sidecar.domain.meetings.pace import IN_A_CONVERSATION, IN_A_TENANT, NOTICES, Pace
from sidecar.store.database import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TENANT = TenantId("tenant-one")


@pytest.fixture
async def tenant(database: Database) -> Database:
    async with database.directory() as session:
        await session.run("add_tenant", TENANT)
    return database


async def _asks(database: Database, pace: Pace, at: datetime) -> bool:
    async with database.transaction(TENANT) as session:
        return await session.row("take_turn", TENANT, "p", pace.name, at, pace.every, pace.tolerance) is not None


@pytest.mark.parametrize("pace", [IN_A_CONVERSATION, NOTICES, IN_A_TENANT], ids=lambda pace: pace.name)
async def test_a_storm_at_random_moments_never_breaks_a_limit_and_still_gets_its_full_rate(tenant: Database, pace: Pace) -> None:
    random = Random(11)  # noqa: S311
    window = pace.every * 20
    asked = sorted(NOW + window * 4 * random.random() for _ in range(300))
    allowed = [at for at in asked if await _asks(tenant, pace, at)]
    for first in allowed:
        assert sum(first <= at < first + window for at in allowed) <= pace.most_in(window)
    assert len(allowed) >= 60


async def test_a_clock_that_was_set_back_does_not_silence_anybody(tenant: Database) -> None:
    assert await _asks(tenant, NOTICES, NOW + timedelta(days=2))
    assert await _asks(tenant, NOTICES, NOW)


async def test_of_many_who_ask_in_the_same_instant_only_the_burst_is_let_through(tenant: Database) -> None:
    answers = await asyncio.gather(*(_asks(tenant, IN_A_CONVERSATION, NOW) for _ in range(40)))
    assert sum(answers) == IN_A_CONVERSATION.burst
    assert await _asks(tenant, IN_A_CONVERSATION, NOW + timedelta(seconds=3))
