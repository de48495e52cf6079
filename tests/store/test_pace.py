"""The sending limits are rows: they hold whoever asks, in whatever order, from however many processes."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import floats, integers

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


async def test_two_who_looked_at_the_clock_one_after_the_other_do_not_make_a_limit_forget(tenant: Database) -> None:
    """Whoever looked first may come to the limit's row last; that is no clock that was set back."""
    later = NOW + timedelta(milliseconds=50)
    assert [await _asks(tenant, IN_A_CONVERSATION, later) for _ in range(6)] == [True] * 5 + [False]
    assert not await _asks(tenant, IN_A_CONVERSATION, NOW)
    assert not await _asks_together(tenant, [IN_A_CONVERSATION], NOW)


async def _asks_together(database: Database, paces: Sequence[Pace], at: datetime, who: str = "p") -> bool:
    """One turn of each limit or of none; a limit of the tenant is nobody's own."""
    whose = ["" if pace is IN_A_TENANT else who for pace in paces]
    args = ([one.name for one in paces], [one.every for one in paces], [one.tolerance for one in paces])
    try:
        async with database.transaction(TENANT) as session:
            if len(await session.rows("take_turns", TENANT, at, whose, *args)) < len(paces):
                raise _TooFast
    except _TooFast:
        return False
    return True


class _TooFast(Exception):
    """Undoes the transaction."""


TEAMS = ((7, 1), (8, 2), (60, 30), (1800, 3600))


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=integers(0, 10**6), often=floats(0.2, 12.0))
async def test_no_window_of_teams_is_ever_overfull_in_a_burst_ten_times_as_fast(
    tenant: Database, seed: int, often: float
) -> None:
    """Three people of one tenant, each asked for in random moments, so often a second; every limit counts for itself."""
    async with tenant.transaction(TENANT) as session:
        await session.connection.execute("DELETE FROM companion.pace")
    random = Random(seed)  # noqa: S311
    asked = sorted((NOW + timedelta(seconds=150 / often * random.random()), random.choice("abc")) for _ in range(150))
    sent: dict[str, list[datetime]] = {"a": [], "b": [], "c": []}
    for at, who in asked:
        if await _asks_together(tenant, [IN_A_CONVERSATION, NOTICES, IN_A_TENANT], at, who):
            sent[who].append(at)
    everybody = sorted(at for ats in sent.values() for at in ats)
    for ats in sent.values():
        assert all(_fullest(ats, seconds) <= most for most, seconds in (*TEAMS, (10, 60)))
    assert _fullest(everybody, 1) <= 30 and len(everybody) >= 3


def _fullest(ats: Sequence[datetime], seconds: float) -> int:
    window = timedelta(seconds=seconds)
    return max((sum(first <= at < first + window for at in ats) for first in ats), default=0)


async def test_turns_of_several_limits_are_taken_together_or_not_at_all(tenant: Database) -> None:
    paces = [IN_A_CONVERSATION, NOTICES, IN_A_TENANT]
    assert [await _asks_together(tenant, paces, NOW) for _ in range(5)] == [True, True, True, False, False]
    later = NOW + IN_A_TENANT.every * 3
    assert [await _asks_together(tenant, paces, later) for _ in range(3)] == [True, True, False], (
        "five of the conversation's burst"
    )
    assert await _asks(tenant, IN_A_CONVERSATION, later) is False


async def test_of_many_who_ask_in_the_same_instant_only_the_burst_is_let_through(tenant: Database) -> None:
    answers = await asyncio.gather(*(_asks(tenant, IN_A_CONVERSATION, NOW) for _ in range(40)))
    assert sum(answers) == IN_A_CONVERSATION.burst
    assert await _asks(tenant, IN_A_CONVERSATION, NOW + timedelta(seconds=3))
