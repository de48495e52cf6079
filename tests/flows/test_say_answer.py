"""An answer stands once, whatever becomes of the message it replaces and of Teams' own answer; and keeps no secret."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sidecar.domain.meetings.meeting import PersonId
from sidecar.flows.before.check_technology import open_link
from sidecar.flows.before.make_card import Shown, make_notice
from sidecar.flows.chat.say_answer import Answer, say_answer
from sidecar.flows.known import Known, known_person
from tests.flows.conftest import MIA, NOON, World, event
from tests.flows.test_bot_words import card, tap, text

ME = PersonId(MIA.id)
AT_TWO = NOON + timedelta(hours=2)
KNOWN = event("earlier", NOON - timedelta(days=7))


async def _known(here: World) -> Known:
    hands = here.companion.hands
    async with hands.database.transaction(here.tenant_id) as session:
        known = await known_person(hands, session, here.tenant_id, ME)
    assert known is not None
    return known


async def _kept(here: World) -> list[str]:
    async with here.companion.database.transaction(here.tenant_id) as session:
        return [row["card"] for row in await session.connection.fetch("SELECT card::text AS card FROM companion.answer")]


async def test_an_answer_for_a_message_that_is_gone_comes_as_a_new_one_at_the_very_limit_of_the_pace(
    start: Callable[..., Any],
) -> None:
    async with start() as here:
        hands, known = here.companion.hands, await _known(here)
        shown = Shown(card=make_notice(known.words, "the answer"), summary="x")
        for _ in range(4):
            await say_answer(hands, known, Answer(shown=shown))
        gone, last = "1999999999999", Shown(card=make_notice(known.words, "the last answer"), summary="x")
        await say_answer(hands, known, Answer(shown=last, activity_id=gone))

        async def is_said() -> bool:
            return "the last answer" in str(await here.cards()) and not await _kept(here)

        await here.wait_for(is_said, 15)
        await here.settle()
        assert len(await here.cards()) == 5
        assert sum(one["path"].endswith(gone) for one in await here.look("log")) == 1


async def test_a_kept_answer_for_a_message_that_is_gone_asks_for_it_once(start: Callable[..., Any]) -> None:
    async with start() as here:
        hands, known = here.companion.hands, await _known(here)
        shown = Shown(card=make_notice(known.words, "the answer"), summary="x")
        gone = "1999999999999"
        await here.control("weather", path_prefix="/connector", method="PUT", status=503, count=1, body="html")
        await here.control("weather", path_prefix="/connector", method="POST", status=503, count=2, body="html")
        await say_answer(hands, known, Answer(shown=shown, activity_id=gone))

        async def is_said() -> bool:
            return len(await here.cards()) == 1 and not await _kept(here)

        await here.wait_for(is_said)
        tried = [one["status"] for one in await here.look("log") if one["path"].endswith(gone)]
        assert tried == [503, 404]


async def test_an_answer_whose_receipt_is_lost_is_not_said_twice_and_follows_its_meeting_from_the_first_tap_on(
    start: Callable[..., Any],
) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.control("weather", path_prefix="/connector", method="POST", count=1, lose=True)
        said = await here.say("next")
        await here.settle()
        assert [one["id"] for one in await here.cards()] == [said["id"]] and await _kept(here) == []
        data = next(one["data"] for one in card(said)["actions"] if one.get("verb") == "not_client")
        undo = card(await tap(here, said, "not_client", **data))["actions"]
        await tap(here, said, "undo", **next(one["data"] for one in undo if one["verb"] == "undo"))
        await here.control("move", event_id=await here.event_id("one"), minutes=30)

        async def follows() -> bool:
            return "14:30" in text((await here.cards())[0])

        await here.wait_for(follows)


async def test_a_kept_answer_whose_receipt_is_lost_is_not_said_twice(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.control("weather", path_prefix="/connector", method="POST", status=503, count=1, body="html")
        await here.control("weather", path_prefix="/connector", method="POST", count=1, lose=True)
        await here.say("next")

        async def is_done() -> bool:
            return await _kept(here) == []

        await here.wait_for(is_done)
        await here.settle()
        assert len(await here.cards()) == 1


async def test_a_double_that_is_tapped_by_a_client_without_execute_shows_the_answer_and_nothing_is_said_beside_it(
    start: Callable[..., Any],
) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.travel(minutes=91)
        (sent,) = await here.cards()
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.connection.execute("UPDATE companion.delivery SET activity_id = 'another'")
        data = next(one["data"] for one in card(sent)["actions"] if one.get("verb") == "not_client")
        shown = await tap(here, sent, "not_client", how="submit", **data)
        assert "is not a client" in text(shown)
        assert [one["id"] for one in await here.cards()] == [sent["id"]]


async def test_an_answer_with_a_one_time_link_is_kept_without_it_and_said_with_a_fresh_one(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.travel(minutes=91)
        (sent,) = await here.cards()
        meeting = next(one["data"]["meeting"] for one in card(sent)["actions"] if "meeting" in one.get("data", ()))
        weather = {"path_prefix": "/connector", "method": "PUT", "status": 503, "body": "html", "retry_after": "1000"}
        await here.control("weather", **weather)
        tapped = {"person": MIA.id, "activity_id": sent["id"], "verb": "check_link", "how": "submit"}
        await here.control("tap", **tapped, data={"meeting": meeting, "kind": "pre_call_card"})
        (kept,) = await here.wait_for(lambda: _kept(here))
        assert "/check/#" in kept and "#k=" not in kept
        await here.control("weather/clear")
        await here.travel(seconds=1001)

        async def is_said() -> Any:
            return [one for one in await here.cards() if "/check/#k=" in str(one["attachments"])]

        (shown,) = await here.wait_for(is_said)
        url = next(one["url"] for one in card(shown)["actions"] if one["type"] == "Action.OpenUrl")
        _, visit = await open_link(here.companion.hands, url.partition("#k=")[2])
        assert (visit.person, visit.meeting) == (ME, meeting)
