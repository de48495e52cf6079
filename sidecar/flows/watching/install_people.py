"""Where an administrator named the app in the catalogue, the members of the group are given it: once, and at no hurry.

Nobody is given it a second time: whoever took it out has said what they want.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from sidecar.domain.meetings.meeting import TenantId
from sidecar.domain.meetings.pace import INSTALLS, ROLL_OUT
from sidecar.domain.meetings.wake import install_wake
from sidecar.errors import Refused, Retryable
from sidecar.flows.hands import Hands
from sidecar.graph.client import GraphError
from sidecar.store.database import Database

log = structlog.get_logger()
A_DAY = timedelta(days=1)
REFUSED_ALIKE = 5
"""After so many people in a row who were never tried before, all refused for one reason, it is everybody's: the run ends."""


def whose_roll_out(hands: Hands) -> TenantId | None:
    """The tenant to whose people the app is given; None where it is given to nobody."""
    return hands.home if hands.people_group and hands.catalogue_app else None


async def start_roll_out(hands: Hands) -> None:
    """Have the group looked through, unless that was done less than a day ago."""
    tenant, now = whose_roll_out(hands), hands.clock()
    if tenant is None:
        return
    async with hands.database.directory() as session:
        await session.run("add_tenant", tenant)
    async with hands.database.transaction(tenant) as session:
        if await session.row("take_turn", tenant, "", ROLL_OUT.name, now, ROLL_OUT.every, ROLL_OUT.tolerance) is not None:
            await hands.arm(session, [install_wake(tenant, now.isoformat(timespec="minutes"), 1)])


async def install_people(hands: Hands, tenant: TenantId, run: str, page: int, link: str) -> None:
    """Give the app to those of one page of the group who never had it, and make the next page due.

    Raises Retryable where Graph cannot answer now; who has been given it by then is not asked about again.
    """
    if tenant != whose_roll_out(hands):
        return
    try:
        members, following = await hands.groups.members(hands.people_group, link)
    except Refused as error:
        await _note_problem(hands, tenant, "", error)
        return
    is_worth_going_on = await _give_to(hands, tenant, *await _without(hands, tenant, members))
    if following and is_worth_going_on:
        async with hands.database.transaction(tenant) as session:
            await hands.arm(session, [install_wake(tenant, run, page + 1, following)])


async def _without(hands: Hands, tenant: TenantId, members: Sequence[str]) -> tuple[list[str], list[str]]:
    """Who of a page was never seen to have the app: those never tried, and those for whom it was refused on another day."""
    now = hands.clock()
    async with hands.database.transaction(tenant) as session:
        await session.run("clear_group_problem", tenant)
        await session.run("settle_known", tenant, members, now)
        await session.run("seen_in_group", tenant, members, now)
        known = {row["person_id"]: row["is_settled"] for row in await session.rows("rolled_out", tenant, members)}
    return [one for one in members if one not in known], [one for one in members if known.get(one) is False]


async def _give_to(hands: Hands, tenant: TenantId, untried: Sequence[str], refused_before: Sequence[str]) -> bool:
    """Give it to one after the other. False where the same reason stands in everybody's way."""
    problems: list[str | None] = []
    for person in untried:
        problems.append(await _give(hands, tenant, person))
        if len(problems) >= REFUSED_ALIKE and problems[-1] and len(set(problems[-REFUSED_ALIKE:])) == 1:
            return False
    for person in refused_before:
        await _give(hands, tenant, person)
    return True


async def _give(hands: Hands, tenant: TenantId, person: str) -> str | None:
    """Give it to one. The reason where Graph refuses for good."""
    await _take_turn(hands, tenant)
    try:
        is_new = await hands.installs.give(person, hands.catalogue_app)
    except GraphError as error:
        return await _note_problem(hands, tenant, person, error)
    log.info("app_given", is_new=is_new)
    async with hands.database.transaction(tenant) as session:
        await session.run("settle", tenant, person, hands.clock())
    return None


async def _note_problem(hands: Hands, tenant: TenantId, person: str, error: Refused) -> str:
    """Keep why it was not possible; the reason, which names nobody."""
    problem = f"{error.status} {error.code}" if isinstance(error, GraphError) else error.why
    log.warning("app_not_given", why=problem)
    async with hands.database.transaction(tenant) as session:
        await session.run("set_roll_out_problem", tenant, person, problem, hands.clock())
    return problem


async def _take_turn(hands: Hands, tenant: TenantId) -> None:
    """Wait for a place among the installations of this second."""
    async with hands.database.transaction(tenant) as session:
        now = hands.clock()
        if await session.row("take_turn", tenant, "", INSTALLS.name, now, INSTALLS.every, INSTALLS.tolerance) is not None:
            return
        row = await session.row("turn", tenant, "", INSTALLS.name)
    wait = row["next_at"] - INSTALLS.tolerance - now if row else INSTALLS.every
    if wait > INSTALLS.every * INSTALLS.burst:
        raise Retryable("too fast for the installations", wait)
    await asyncio.sleep(max(wait, INSTALLS.every / 2).total_seconds())
    await _take_turn(hands, tenant)


@dataclass(frozen=True, slots=True, kw_only=True)
class RolledOut:
    """How far it has come. `problems`: each reason once, with how many people it concerns, none where it is the group itself.
    `unheard`: how many have the app although the bot has heard nothing of them for a day."""

    given: int
    unheard: int
    problems: Sequence[tuple[str, int]]


async def rolled_out(database: Database, tenant: TenantId, now: datetime) -> RolledOut:
    """What an administrator is to know of it."""
    async with database.transaction(tenant) as session:
        count = await session.row("roll_out_count", tenant, now - A_DAY)
        rows = await session.rows("roll_out_problems", tenant, now - 2 * A_DAY)
    given, unheard = (int(count["given"]), int(count["unheard"])) if count else (0, 0)
    return RolledOut(given=given, unheard=unheard, problems=[(row["problem"], int(row["people"])) for row in rows])
