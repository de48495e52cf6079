"""The first message: once, whatever Teams and the person do, and never before it may."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from sidecar.domain.meetings.meeting import PersonId
from sidecar.errors import Retryable
from sidecar.flows.before.make_card import Shown, make_notice
from sidecar.flows.chat import speak
from sidecar.flows.chat.welcome import welcome
from sidecar.flows.known import Known, known_person
from sidecar.tenant import Person
from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, event

OTTO = Person(address="otto.brandt@fabrikam.com", name="Otto Brandt", zone="Europe/Berlin", language="de-DE")


async def _seen(here: Any, count: int, person: Person = MIA) -> Any:
    async def is_there() -> bool:
        return len(await here.welcomes(person)) == count

    await here.wait_for(is_there)
    return (await here.welcomes(person))[-1]


async def test_the_welcome_comes_once_and_says_what_comes_how_to_change_it_what_to_write_and_what_is_never_done(
    start: Callable[..., Any],
) -> None:
    async with start() as here:
        welcome = await _seen(here, 1)
        said = text_of(welcome["attachments"][0]["content"]["body"])
        for part in ("30 minutes before", "settings", "today", "brief …", "mute", "not a client", "never write to clients"):
            assert part in said, part
        await here.travel(hours=7)
        assert len(await here.welcomes()) == 1


async def test_who_takes_the_bot_out_and_in_again_is_not_welcomed_twice(start: Callable[..., Any]) -> None:
    async with start() as here:
        await _seen(here, 1)
        await here.control("uninstall", person=MIA.id)
        await here.settle()
        await here.install(MIA)
        assert len(await here.welcomes()) == 1


async def test_a_welcome_that_teams_would_not_take_is_tried_again_by_our_own_job(start: Callable[..., Any]) -> None:
    async with start(is_installed=False) as here:
        await here.control("weather", path_prefix="/connector", status=503, count=1, body="html")
        await here.control("install", person=MIA.id)
        await _seen(here, 1)
        await here.settle()
        assert len(await here.welcomes()) == 1


async def test_a_welcome_whose_answer_is_lost_is_not_said_again(start: Callable[..., Any]) -> None:
    async with start(is_installed=False) as here:
        await here.control("weather", path_prefix="/connector", count=1, lose=True)
        await here.install(MIA)
        await _seen(here, 1)
        await here.travel(hours=1)
        assert len(await here.welcomes()) == 1


async def test_of_several_who_welcome_at_once_one_does(start: Callable[..., Any]) -> None:
    async with start() as here:
        await _seen(here, 1)
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.connection.execute("UPDATE companion.person SET welcomed_at = NULL")
        await here.control("weather", path_prefix="/connector", count=1, slow_seconds=1)
        await asyncio.gather(*(welcome(here.companion.hands, here.tenant_id, PersonId(MIA.id)) for _ in range(4)))
        assert len(await here.welcomes()) == 2


async def test_a_welcome_that_may_not_be_said_yet_for_the_pace_is_said_later(start: Callable[..., Any]) -> None:
    async with start() as here:
        await _seen(here, 1)
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.connection.execute("UPDATE companion.person SET welcomed_at = NULL")
        hands = replace(here.companion.hands, clock=lambda now=here.companion.clock(): now)
        known = await _known(here)
        with pytest.raises(Retryable):
            while True:
                await speak.send(hands, known, Shown(card=make_notice(known.words, "another notice"), summary="another notice"))
        with pytest.raises(Retryable):
            await welcome(hands, here.tenant_id, PersonId(MIA.id))
        assert len(await here.welcomes()) == 1
        await here.travel_without_settling(minutes=2)
        await welcome(here.companion.hands, here.tenant_id, PersonId(MIA.id))
        assert len(await here.welcomes()) == 2


async def _known(here: Any) -> Known:
    async with here.companion.database.transaction(here.tenant_id) as session:
        known = await known_person(here.companion.hands, session, here.tenant_id, PersonId(MIA.id))
    assert known is not None
    return known


async def test_a_welcome_is_in_the_persons_own_language(start: Callable[..., Any]) -> None:
    async with start(people=(OTTO,), is_installed=False) as here:
        await here.install(OTTO)
        welcome = await _seen(here, 1, OTTO)
        assert "Bereit für jedes Kundengespräch" in text_of(welcome["attachments"][0]["content"]["body"])


async def test_somebody_outside_of_the_group_is_welcomed_when_they_come_in(start: Callable[..., Any]) -> None:
    group = "11111111-2222-4333-8444-555555555555"
    async with start(people_group=group, groups={group: []}, is_installed=False) as here:
        await here.control("install", person=MIA.id)

        async def is_told() -> bool:
            return len(await here.said()) == 1

        await here.wait_for(is_told)
        await here.settle()
        assert await here.welcomes() == []
        await here.control("groups", id=group, members=[MIA.id])
        await here.travel(hours=24)
        await _seen(here, 1)


async def test_the_welcome_takes_nothing_from_the_days_budget(start: Callable[..., Any]) -> None:
    at_two = NOON + timedelta(hours=2)
    async with start(event("earlier", NOON - timedelta(days=7)), event("one", at_two), daily_messages=2) as here:
        await _seen(here, 1)
        await here.travel(minutes=91)
        (card,) = await here.cards()
        assert "Call one" in str(card["attachments"]) and "rest of your day" not in str(card["attachments"])
