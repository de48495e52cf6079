"""The first message: once, whatever Teams and the person do, and never before it may."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

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
        for part in ("30 minutes before", "settings", "today", "brief Megan", "mute", "not a client", "never write to clients"):
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
