"""Who wants no messages has one entry in the activity feed for each notice, and nothing in the chat; never both."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from sidecar.domain.apps.tab_link import TEAMS, tab_link
from sidecar.domain.meetings.meeting import PersonId
from sidecar.errors import Refused, Retryable
from sidecar.flows.before.make_card import Shown
from sidecar.flows.chat import speak
from sidecar.flows.chat.change_settings import change_settings
from sidecar.flows.chat.notify_feed import SAFE_BITS, chain_of
from sidecar.flows.chat.notify_feed import SOON as KIND
from sidecar.flows.known import Known, known_person
from sidecar.graph.client import CLOUDS
from tests.conftest import until
from tests.flows.conftest import MIA, NOON, World, calendar, event, start

__all__ = ["start"]
ME = PersonId(MIA.id)
AT_TWO = NOON + timedelta(hours=2)
KNOWN = event("earlier", NOON - timedelta(days=7))
SEND = f"/v1.0/users/{MIA.id}/teamwork/sendActivityNotification"


async def _choose(here: World, channel: str) -> None:
    await change_settings(here.companion.hands, here.tenant_id, ME, {"channel": channel})
    await here.settle()


async def _known(here: World) -> Known:
    hands = here.companion.hands
    async with hands.database.transaction(here.tenant_id) as session:
        known = await known_person(hands, session, here.tenant_id, ME)
    assert known is not None
    return known


async def _feed(here: World) -> list[Any]:
    found: list[Any] = await here.look(f"feed?person={MIA.id}")
    return found


async def _deliveries(here: World) -> list[tuple[str, int, str, str | None]]:
    """What is kept of the notices of the coming week."""
    async with here.companion.database.transaction(here.tenant_id) as session:
        rows = await session.rows("deliveries_between", here.tenant_id, ME, NOON, NOON + timedelta(days=7))
    return [(row["kind"], row["round"], row["state"], row["activity_id"]) for row in rows]


async def test_a_notice_goes_into_the_feed_and_nothing_into_the_chat(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await _choose(here, "feed")
        said = len(await here.said())
        await here.travel(minutes=91)
        (entry,) = await _feed(here)
        assert (entry["preview"], entry["activity_type"]) == ("You meet a client at 14:00", KIND)
        assert entry["text"] == "Client meeting at 14:00"
        assert len(await here.said()) == said
        assert await _deliveries(here) == [("pre_call_card", 1, "sent", None)]
        await here.travel(minutes=20)
        assert len(await _feed(here)) == 1


async def test_no_client_no_subject_and_no_person_is_named_in_the_feed(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await _choose(here, "feed")
        await here.travel(minutes=91)
        (entry,) = await _feed(here)
        shown = json.dumps({name: value for name, value in entry.items() if name != "person"}).lower()
        assert not [word for word in ("northwind", "aiko", "call one", "mia") if word in shown]


async def test_the_entry_leads_to_the_week_as_the_package_names_it(start: Callable[..., Any]) -> None:
    manifest = json.loads((Path(__file__).parents[2] / "manifest" / "manifest.json").read_text(encoding="utf-8"))
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await _choose(here, "feed")
        await here.travel(minutes=91)
        (entry,) = await _feed(here)
        link = urlsplit(entry["web_url"])
        assert link.path == f"/l/entity/{here.tenant.app_id}/{manifest['staticTabs'][0]['entityId']}"
        assert parse_qs(link.query) == {"tenantId": [here.tenant.tenant_id]} and len(entry["web_url"]) < 1024
        assert KIND in {one["type"] for one in manifest["activities"]["activityTypes"]}


async def test_with_an_id_of_the_catalogue_the_link_names_that_one(start: Callable[..., Any]) -> None:
    app = "4d2f0656-0c42-4c76-8f18-3796f4c37f0f"
    assert tab_link(app, "usgov") == f"https://gov.teams.microsoft.us/l/entity/{app}/week"
    assert tab_link("", "global") == "" and set(TEAMS) == set(CLOUDS)
    async with start(teams_app_id=app.upper(), is_installed=False) as here:
        assert app in here.companion.hands.tab and here.companion.hands.catalogue_app == app


async def test_a_german_is_told_in_german(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await change_settings(here.companion.hands, here.tenant_id, ME, {"channel": "feed", "language": "de"})
        await here.travel(minutes=91)
        (entry,) = await _feed(here)
        assert entry["parameters"] == {"time": "14:00"}
        assert entry["topic"] == "Meine Woche" and "14:00" in entry["preview"]


async def test_what_changes_later_is_not_told_again(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await _choose(here, "feed")
        await here.travel(minutes=91)
        said = await here.said()
        await here.control("move", event_id=await here.event_id("one"), minutes=30)
        await here.travel(minutes=10)
        await here.control("cancel", event_id=await here.event_id("one"))

        async def is_withdrawn() -> bool:
            return [state for _, _, state, _ in await _deliveries(here)] == ["withdrawn"]

        await here.wait_for(is_withdrawn)
        await here.settle()
        assert len(await _feed(here)) == 1 and await here.said() == said


async def test_a_meeting_that_moves_to_another_day_is_news_again_then(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await _choose(here, "feed")
        await here.travel(minutes=91)
        await here.control("move", event_id=await here.event_id("one"), minutes=24 * 60)

        async def is_moved() -> bool:
            return ("pre_call_card", 1, "moved", None) in await _deliveries(here)

        await here.wait_for(is_moved)
        await here.settle()
        assert len(await _feed(here)) == 1
        await here.travel(hours=24)
        assert len(await _feed(here)) == 2 and await here.cards() == []


async def test_a_card_that_was_sent_before_the_choice_follows_its_meeting(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.travel(minutes=91)
        await _choose(here, "feed")
        await here.control("move", event_id=await here.event_id("one"), minutes=30)

        async def is_edited() -> bool:
            return "14:30" in str((await here.cards())[0]["attachments"])

        await here.wait_for(is_edited)
        await here.settle()
        assert await _feed(here) == []


async def test_who_was_told_in_the_feed_is_not_told_in_the_chat_too(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await _choose(here, "feed")
        await here.travel(minutes=91)
        await _choose(here, "chat")
        here.file.write_bytes(calendar(KNOWN, event("one", AT_TWO, more="LOCATION:Room 4")))
        await here.travel(minutes=20)
        assert len(await _feed(here)) == 1 and await here.cards() == []


async def test_a_feed_that_cannot_answer_now_has_the_entry_a_little_later_and_once(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await _choose(here, "feed")
        await here.control("weather", path_prefix=SEND, status=429, retry_after="0", count=5)
        await here.travel(minutes=91)
        await until(lambda: _feed(here))
        await here.settle()
        tries = [one["status"] for one in await here.look("log") if one["path"] == SEND]
        assert tries == [429] * 5 + [204]
        assert len(await _feed(here)) == 1 and await here.cards() == []


async def test_an_answer_that_was_lost_leaves_one_entry(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await _choose(here, "feed")
        known, hands = await _known(here), here.companion.hands
        for _ in range(2):
            assert await speak.tell(hands, known, Shown(card={}, summary="You meet a client at 14:00"), "one", AT_TWO) is None
            await here.travel(minutes=1)
        assert len(await _feed(here)) == 1


async def test_a_feed_that_refuses_us_leaves_the_message_in_the_chat_and_only_there(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await _choose(here, "feed")
        await here.control("weather", path_prefix=SEND, status=403)
        await here.travel(minutes=91)
        (card,) = await here.cards()
        assert "Call one" in str(card["attachments"]) and await _feed(here) == []
        (delivery,) = await _deliveries(here)
        assert delivery == ("pre_call_card", 1, "sent", card["id"])


async def test_the_days_last_message_goes_into_the_feed_too_and_stands_for_every_meeting_that_is_left(
    start: Callable[..., Any],
) -> None:
    meetings = [event(str(n), AT_TWO + timedelta(hours=n)) for n in range(4)]
    async with start(KNOWN, *meetings, daily_messages=2) as here:
        await _choose(here, "feed")
        await here.travel(minutes=91)
        for clock in ("15:00", "16:00", "17:00"):
            await here.travel(minutes=60)
            first, rest = await _feed(here)
            assert first["preview"] == "You meet a client at 14:00"
            assert (rest["preview"], rest["text"]) == (f"You meet a client at {clock}", f"Client meeting at {clock}")
        assert await here.cards() == []


async def test_the_entry_for_the_rest_of_the_day_names_each_meeting_that_is_still_ahead(start: Callable[..., Any]) -> None:
    meetings = [event(str(minutes), AT_TWO + timedelta(minutes=minutes)) for minutes in (0, 60, 75)]
    async with start(KNOWN, *meetings, daily_messages=2) as here:
        await _choose(here, "feed")
        await here.travel(minutes=91)
        await here.travel(minutes=75)
        assert [one["parameters"]["time"] for one in await _feed(here)] == ["14:00", "15:00 and 15:15"]


async def test_who_wants_the_chat_again_is_told_there_of_what_the_last_entry_does_not_name(start: Callable[..., Any]) -> None:
    meetings = [event(str(n), AT_TWO + timedelta(hours=n)) for n in range(4)]
    async with start(KNOWN, *meetings, daily_messages=2) as here:
        await _choose(here, "feed")
        await here.travel(minutes=91)
        await here.travel(minutes=60)
        await _choose(here, "chat")
        await here.travel(minutes=60)
        (card,) = await here.cards()
        assert "Call 2" in str(card["attachments"])
        await here.travel(minutes=60)
        (card,) = await here.cards()
        assert "Call 3" in str(card["attachments"]) and len(await _feed(here)) == 2


async def test_an_answer_to_the_persons_own_words_comes_into_the_chat(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await _choose(here, "feed")
        assert "Call one" in str((await here.say("next"))["attachments"])
        assert await _feed(here) == []


async def test_no_more_than_five_entries_a_second_leave_for_a_tenant(start: Callable[..., Any]) -> None:
    """Eight people of one tenant are to be told at one instant: the first is, the others are told when they may come back."""
    async with start(KNOWN) as here:
        known, hands = await _known(here), here.companion.hands
        known = replace(known, wishes=replace(known.wishes, channel="feed"))
        now = hands.clock()
        held = replace(hands, clock=lambda: now)
        after = []
        for n in range(8):
            somebody = replace(known, person=PersonId(f"{n}d2f6a0e-5b0c-4a52-9d3c-0b8b8c1f7a11"))
            with pytest.raises(Retryable if n else Refused) as told:
                await speak.tell(held, somebody, Shown(card={}, summary="You meet a client at 14:00"), "one", AT_TWO)
            after += [told.value.after] if isinstance(told.value, Retryable) else []
        assert len(after) == 7 and all(one is not None and one >= timedelta(seconds=0.2) for one in after)
        assert sum("sendActivityNotification" in one["path"] for one in await here.look("log")) == 1


async def test_each_notice_has_one_number_that_every_reader_of_json_can_hold(start: Callable[..., Any]) -> None:
    async with start(KNOWN) as here:
        known = await _known(here)
        someone = replace(known, person=PersonId("another"))
        numbers = [chain_of(who, about) for who in (known, someone) for about in ("one:card:1", "one:card:2", "two:card:1")]
        assert len(set(numbers)) == 6 and all(0 <= one < 2**SAFE_BITS for one in numbers)
        assert chain_of(known, "one:card:1") == numbers[0]
