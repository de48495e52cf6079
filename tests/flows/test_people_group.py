"""Where a group is named, only its members are watched; whoever is outside is told once, and nothing of theirs is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.flows.conftest import MIA, NOON, World, event

GROUP = "3d2f6a0e-5b0c-4a52-9d3c-0b8b8c1f7a11"
INNER = "7a1b6d0e-1f0c-4d52-8d3c-9b8b8c1f7a22"
AT_TWO = NOON + timedelta(hours=2)
KNOWN = event("earlier", NOON - timedelta(days=7))


async def _chat(here: World) -> list[str]:
    """Everything the bot said to Mia that still stands, as text."""
    chat = await here.look(f"chat?person={MIA.id}")
    said = [one for one in chat if one["from"] == "bot" and not one["is_deleted"]]
    return [str(one["attachments"][0]["content"]["fallbackText"] if one["attachments"] else one["text"]) for one in said]


async def _asked(here: World) -> int:
    return sum(one["path"].endswith("checkMemberGroups") for one in await here.look("log"))


async def _touched(here: World) -> list[str]:
    """What was asked of Graph about people, other than whether they are in the group."""
    paths = [one["path"] for one in await here.look("log") if one["path"].startswith("/v1.0")]
    return [path for path in paths if not path.endswith("checkMemberGroups")]


async def _until_said(here: World, text: str) -> None:
    async def is_said() -> bool:
        return any(text in one for one in await _chat(here))

    await here.wait_for(is_said)
    await here.settle()


async def test_a_member_of_a_group_within_the_group_is_watched_and_gets_the_card(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO), people_group=GROUP, groups={GROUP: [INNER], INNER: [MIA.address]}) as here:
        await here.travel(minutes=91)
        (card,) = await here.cards()
        assert card["summary"] == "You meet a client at 14:00"
        assert await _asked(here) == 1


async def test_somebody_outside_is_told_whom_to_ask_and_nothing_of_theirs_is_read(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_TWO), people_group=GROUP, groups={GROUP: []}, is_installed=False) as here:
        await here.control("install", person=MIA.id)
        await _until_said(here, "ask your Microsoft 365 administrator")
        await here.travel(minutes=100)
        assert len(await _chat(here)) == 1
        assert await _touched(here) == []
        assert await here.look("subscriptions") == []


async def test_somebody_outside_who_writes_is_answered_and_not_told_a_second_time(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_TWO), people_group=GROUP, groups={GROUP: []}, is_installed=False) as here:
        await here.control("install", person=MIA.id)
        await _until_said(here, "I have not looked at your calendar")
        await here.control("say", person=MIA.id, text="hello?")
        await here.settle()
        first, answer = await _chat(here)
        assert answer == first
        assert await _touched(here) == []


async def test_somebody_who_joins_is_picked_up_within_a_day(start: Callable[..., Any]) -> None:
    tomorrow = AT_TWO + timedelta(days=1)
    async with start(KNOWN, event("one", tomorrow), people_group=GROUP, groups={GROUP: []}, is_installed=False) as here:
        await here.control("install", person=MIA.id)
        await _until_said(here, "ask your Microsoft 365 administrator")
        await here.control("groups", id=GROUP, members=[MIA.id])
        await here.travel(hours=24)

        async def is_watched() -> bool:
            return bool(await here.watched(MIA))

        await here.wait_for(is_watched)
        await here.settle()
        await here.travel(minutes=91)
        assert [one["summary"] for one in await here.cards()][1:] == ["You meet a client at 14:00"]


async def test_somebody_who_left_is_told_once_and_no_longer_watched_within_a_day(start: Callable[..., Any]) -> None:
    later = AT_TWO + timedelta(days=2)
    async with start(KNOWN, event("one", later), people_group=GROUP, groups={GROUP: [MIA.id]}) as here:
        await here.control("groups", id=GROUP, members=[])
        await here.travel(hours=24)
        await _until_said(here, "no longer in the group")
        assert await here.look("subscriptions") == []
        reads = await here.reads()
        await here.travel(hours=24)
        await here.travel(hours=2)
        assert sum("no longer in the group" in one for one in await _chat(here)) == 1
        assert not any("You meet a client" in one for one in await _chat(here))
        assert await here.reads() == reads


@pytest.mark.parametrize("how", ["execute", "submit"])
async def test_somebody_who_left_is_shown_no_client_by_a_tap_on_an_older_message(start: Callable[..., Any], how: str) -> None:
    later = AT_TWO + timedelta(days=2)
    async with start(KNOWN, event("one", later), people_group=GROUP, groups={GROUP: [MIA.id]}) as here:
        (welcome,) = await here.welcomes()
        await here.control("groups", id=GROUP, members=[])
        await here.travel(hours=24)
        await _until_said(here, "no longer in the group")
        last = (await here.said())[-1]
        tapped = [(welcome, "ask", {"text": "next", "card": "welcome"}), (last, "show", {"meeting": "one"})]
        for message, verb, data in tapped:
            await here.control("tap", person=MIA.id, activity_id=message["id"], verb=verb, data=data, how=how)

            async def says_why(message: Any = message) -> bool:
                return any(one["id"] == message["id"] and "no longer in the group" in str(one) for one in await here.said())

            await here.wait_for(says_why)
            await here.settle()
        assert "Call one" not in str(await here.said()) and "northwind" not in str(await here.said())


async def test_while_graph_cannot_say_nobody_is_let_in_and_afterwards_the_member_is(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_TWO), people_group=GROUP, groups={GROUP: [MIA.id]}, is_installed=False) as here:
        await here.control("weather", path_prefix=f"/v1.0/users/{MIA.id}/checkMemberGroups", status=503, count=6, retry_after="1")
        await here.control("install", person=MIA.id)

        async def was_asked() -> bool:
            return await _asked(here) >= 4

        await here.wait_for(was_asked)
        assert await _touched(here) == []
        assert await _chat(here) == []

        async def is_watched() -> bool:
            return bool(await here.watched(MIA))

        await here.wait_for(is_watched)


async def test_without_the_permission_to_ask_nobody_is_let_in(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_TWO), people_group=GROUP, groups={GROUP: [MIA.id]}, is_installed=False) as here:
        await here.control("weather", path_prefix=f"/v1.0/users/{MIA.id}/checkMemberGroups", status=403)
        await here.control("install", person=MIA.id)

        async def was_asked() -> bool:
            return await _asked(here) >= 1

        await here.wait_for(was_asked)
        await here.travel_without_settling(minutes=91)
        assert await _touched(here) == []
        assert await here.cards() == []
        await here.control("weather/clear")

        async def is_watched() -> bool:
            return bool(await here.watched(MIA))

        await here.wait_for(is_watched)


async def test_a_member_stays_watched_while_the_directory_cannot_answer_the_daily_question(start: Callable[..., Any]) -> None:
    tomorrow = AT_TWO + timedelta(days=1)
    async with start(KNOWN, event("one", tomorrow), people_group=GROUP, groups={GROUP: [MIA.id]}) as here:
        asked = await _asked(here)
        await here.control("weather", path_prefix=f"/v1.0/users/{MIA.id}/checkMemberGroups", status=403)
        await here.travel_without_settling(hours=24)

        async def was_asked_again() -> bool:
            return await _asked(here) > asked

        await here.wait_for(was_asked_again)
        assert await here.watched(MIA)
        await here.travel_without_settling(minutes=91)

        async def has_come() -> bool:
            return [one["summary"] for one in await here.cards()] == ["You meet a client at 14:00"]

        await here.wait_for(has_come)


async def test_when_the_administrator_names_no_group_any_more_those_outside_come_in(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_TWO), people_group=GROUP, groups={GROUP: []}, is_installed=False) as here:
        await here.control("install", person=MIA.id)
        await _until_said(here, "ask your Microsoft 365 administrator")
    async with start(event("one", AT_TWO), is_installed=False) as here:
        await here.travel(minutes=10)

        async def is_watched() -> bool:
            return bool(await here.watched(MIA))

        await here.wait_for(is_watched)
        assert await _asked(here) == 0


async def test_when_a_group_is_named_later_whoever_is_outside_is_no_longer_read(start: Callable[..., Any]) -> None:
    async with start(event("one", AT_TWO)) as here:
        assert await here.reads() > 0
    async with start(event("one", AT_TWO), people_group=GROUP, groups={GROUP: []}, is_installed=False) as here:
        await here.control("install", person=MIA.id)
        await _until_said(here, "no longer in the group")
        await here.travel(hours=2)
        assert await here.reads() == 0
        assert await here.look("subscriptions") == []
