"""A word to the bot: always an answer in the own chat, from what is in the calendar, and nothing private anywhere else."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, event

AT_TWO = NOON + timedelta(hours=2)
KNOWN = event("earlier", NOON - timedelta(days=7))
MEGAN = ("megan.bowen@contoso.com",)
THREAD = "19:meeting_NDQxMzk@thread.v2"


def card(message: Any) -> Any:
    return message["attachments"][0]["content"]


def text(message: Any) -> str:
    return text_of(card(message))


def choices(message: Any, name: str) -> list[str]:
    """What an input offers, as it is called."""
    return [choice["title"] for one in card(message)["body"] if one.get("id") == name for choice in one["choices"]]


def verbs(message: Any) -> list[str]:
    return [one["verb"] for one in card(message).get("actions", []) if "verb" in one]


async def tap(here: Any, message: Any, verb: str, how: str = "execute", **data: Any) -> Any:
    """Tap, and what the message shows then."""
    before = next(one for one in await here.said() if one["id"] == message["id"])
    answer = await here.control("tap", person=MIA.id, activity_id=message["id"], verb=verb, data=data, how=how)
    assert answer["status"] in (200, 202)

    async def changed() -> Any:
        found = [one for one in await here.said() if one["id"] == message["id"]]
        return found if found and len(found[0]["history"]) > len(before["history"]) else None

    return (await here.wait_for(changed))[0]


@pytest.mark.parametrize("word", ["hi", "Hello!", "HILFE", "help", "<at>Client Companion</at> help", "what can you do?"])
async def test_a_greeting_or_a_call_for_help_lists_every_command_and_the_next_meeting(
    start: Callable[..., Any], word: str
) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        answer = text(await here.say(word))
        for command in ("today", "next", "brief aiko", "mute", "settings", "not a client"):
            assert command in answer
        assert "14:00" in answer and "northwindtraders.com" in answer


async def test_today_lists_the_client_meetings_of_today_and_a_tap_shows_one(start: Callable[..., Any]) -> None:
    inside = event("team", AT_TWO + timedelta(hours=1), people=("jonas@fabrikam.com",))
    tomorrow = event("two", AT_TWO + timedelta(days=1), people=MEGAN)
    async with start(KNOWN, event("one", AT_TWO), inside, tomorrow) as here:
        answer = await here.say("today")
        assert "Call one" in text(answer) and "Call team" not in text(answer) and "Call two" not in text(answer)
        data = card(answer)["actions"][0]["data"]
        shown = await tap(here, answer, "brief_open", **data)
        assert "Join" in text(shown) or "Call one" in text(shown)
        assert "mute" in str(card(shown))


async def test_a_day_without_clients_names_the_next_one(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("two", AT_TWO + timedelta(days=1), people=MEGAN)) as here:
        said = text(await here.say("heute"))
        assert "No client meetings today" in said and "Tue 24 Nov, 14:00" in said and "contoso.com" in said


async def test_next_shows_the_card_of_the_next_client_meeting_and_it_follows_the_meeting(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO + timedelta(hours=4))) as here:
        shown = await here.say("next?")
        assert "Call one" in text(shown) and "18:00" in text(shown)
        await here.control("move", event_id=await here.event_id("one"), minutes=30)

        async def follows() -> bool:
            return "18:30" in text((await here.cards())[0])

        await here.wait_for(follows)
        await here.travel(hours=6, minutes=1)
        assert len(await here.cards()) == 2
        assert "Call one" in text((await here.cards())[1])


@pytest.mark.parametrize(
    "asked", ["brief Megan", "Briefing für megan bowen", "breif bowen", "brief contoso.com", "brief Contoso", "Megan"]
)
async def test_a_person_a_company_or_a_domain_gives_the_card(start: Callable[..., Any], asked: str) -> None:
    async with start(KNOWN, event("one", AT_TWO), event("two", AT_TWO + timedelta(days=1), people=MEGAN)) as here:
        shown = text(await here.say(asked))
        assert "Call two" in shown and "Call one" not in shown


async def test_several_of_that_name_are_a_choice(start: Callable[..., Any]) -> None:
    other = event("three", AT_TWO + timedelta(days=2), people=("megan.fox@adatum.com",))
    async with start(KNOWN, event("two", AT_TWO + timedelta(days=1), people=MEGAN), other) as here:
        answer = await here.say("brief Megan")
        assert "Which meeting?" in text(answer) and "Call two" in text(answer) and "Call three" in text(answer)
        second = card(answer)["actions"][1]
        shown = await tap(here, answer, "brief_open", **second["data"])
        assert "Call three" in text(shown) and "Call two" not in text(shown)


async def test_nobody_of_that_name_says_so_with_who_is_coming_and_why_one_was_left_out(start: Callable[..., Any]) -> None:
    private = event("secret", AT_TWO + timedelta(days=1), people=("otto@contoso.com",), more="CLASS:PRIVATE")
    free = event("webinar", AT_TWO + timedelta(days=1), people=("otto@adatum.com",), more="TRANSP:TRANSPARENT")
    async with start(KNOWN, event("one", AT_TWO), private, free) as here:
        answer = await here.say("brief Otto")
        said = text(answer)
        assert "no coming client meeting with “Otto”" in said
        assert "Call one" in said and verbs(answer) == ["brief_open"]
        assert "Call webinar" in said and "shows you as free" in said
        assert "secret" not in said and "contoso" not in said


async def test_anything_else_is_answered_with_what_can_be_done(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        for said in ("tell me a joke, please, about all of this", "🙂", "\u202egnol", "1", "x" * 5000):
            answer = text(await here.say(said))
            assert "I have no command for that" in answer and "today" in answer
            await here.travel(seconds=30)


async def test_mute_shows_what_can_be_and_what_is_muted_and_takes_it_back(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO), event("two", AT_TWO + timedelta(days=1), people=MEGAN)) as here:
        answer = await here.say("mute")
        assert "Nothing is muted now" in text(answer) and "Client: contoso.com" in choices(answer, "choice")
        muted = await tap(here, answer, "mute_chosen", choice="mute_client|northwindtraders.com")
        assert "no more cards for this client" in text(muted)
        assert choices(muted, "muted") == ["Client: northwindtraders.com"]
        await here.settle()
        assert {one["subject"]: one["is_shown"] for one in await here.week()}["Call one"] is False
        back = await tap(here, answer, "unmute_chosen", muted="mute_client|northwindtraders.com")
        assert "cards come again" in text(back)
        await here.travel(minutes=91)
        assert any("Call one" in text(one) for one in await here.cards())


async def test_what_was_never_offered_cannot_be_muted_or_taken_back(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        for verb, data in (
            ("mute_chosen", {"choice": "mute_client|elsewhere.com"}),
            ("mute_chosen", {"choice": "zone|x"}),
            ("unmute_chosen", {"muted": "not_client|northwindtraders.com"}),
            ("not_client_chosen", {"organisation": "fabrikam.com"}),
            ("client_again", {"again": "nobody.com"}),
            ("brief_open", {"meeting": "none"}),
        ):
            answer = await here.say("mute")
            said = text(await tap(here, answer, verb, **data))
            assert "older card" in said or "no longer in your calendar" in said
            await here.travel(seconds=30)
        assert all(one["is_shown"] for one in await here.week() if one["subject"] == "Call one")


async def test_not_a_client_offers_the_coming_organisations_and_takes_it_back(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO), event("two", AT_TWO + timedelta(days=1), people=MEGAN)) as here:
        answer = await here.say("contoso is not a client")
        inputs = [one for one in card(answer)["body"] if one["type"] == "Input.ChoiceSet"]
        assert [one["value"] for one in inputs[0]["choices"]] == ["contoso.com", "northwindtraders.com"]
        noted = await tap(here, answer, "not_client_chosen", organisation="contoso.com")
        assert "contoso.com is not a client" in text(noted)
        await here.settle()
        assert "Call two" in {one["subject"] for one in await here.week() if not one["is_shown"]}
        back = await tap(here, answer, "client_again", again="contoso.com")
        assert "counts as a client again" in text(back)
        await here.settle()
        assert "Call two" in {one["subject"] for one in await here.week() if one["is_shown"]}


async def test_whoever_asks_about_clients_does_not_hear_of_who_is_none(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO), event("two", AT_TWO + timedelta(days=1), people=MEGAN)) as here:
        for asked in ("no client meetings today?", "not a customer in sight", "kein Kunde heute?", "Today there is no client"):
            assert "Input.ChoiceSet" not in str(card(await here.say(asked))), asked
        noted = await tap(here, await here.say("not a client"), "not_client_chosen", organisation="contoso.com")
        assert "contoso.com is not a client" in text(noted)
        await here.settle()
        for told in (
            "not a client: contoso",
            "Contoso ist kein Kunde",
            "please: contoso.com is not a client",
            "adatum.com is not a client",
        ):
            assert "Input.ChoiceSet" in str(card(await here.say(told))), told


async def test_a_button_of_the_welcome_is_answered_by_a_message_and_the_welcome_stays(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        (welcome,) = await here.welcomes()
        button = card(welcome)["actions"][0]
        await here.control("tap", person=MIA.id, activity_id=welcome["id"], verb=button["verb"], data=button["data"])

        async def is_answered() -> bool:
            return any("Your clients today" in text(one) for one in await here.cards())

        await here.wait_for(is_answered)
        assert text((await here.welcomes())[0]) == text(welcome)


async def test_a_client_that_sends_a_tap_as_a_message_gets_the_same_card_in_the_same_place(start: Callable[..., Any]) -> None:
    """Action.Submit, the fallback of every button."""
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.travel(minutes=91)
        (sent,) = await here.cards()
        spare = next(one["fallback"] for one in card(sent)["actions"] if one.get("verb") == "not_client")
        data = {key: value for key, value in spare["data"].items() if key != "verb"}
        shown = await tap(here, sent, "not_client", how="submit", **data)
        assert "northwindtraders.com is not a client" in text(shown)
        assert shown["history"][-1]["by"] == "bot"
        undo = next(one for one in card(shown)["actions"] if one["verb"] == "undo")
        back = await tap(here, shown, "undo", how="submit", **undo["data"])
        assert "Call one" in text(back) and len(await here.cards()) == 1


async def test_an_answer_that_teams_would_not_take_is_kept_and_said_later_once(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.control("weather", path_prefix="/connector", status=503, count=2, body="html")
        answer = await here.say("next")
        assert "Call one" in text(answer)
        await here.settle()
        assert len(await here.cards()) == 1
        async with here.companion.database.transaction(here.tenant_id) as session:
            assert await session.connection.fetchval("SELECT count(*) FROM companion.answer") == 0


async def test_an_edit_that_teams_would_not_take_is_kept_and_done_later(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.travel(minutes=91)
        (sent,) = await here.cards()
        data = next(one["data"] for one in card(sent)["actions"] if one.get("verb") == "not_client")
        await here.control("weather", path_prefix="/connector", method="PUT", status=502, count=1, body="html")
        shown = await tap(here, sent, "not_client", how="submit", **data)
        assert "is not a client" in text(shown)


async def test_a_flood_of_words_is_answered_whole_and_never_faster_than_teams_allows(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        for _ in range(9):
            await here.control("say", person=MIA.id, text="help")

        async def all_said() -> bool:
            return len(await here.cards()) == 9

        await here.wait_for(all_said, 40)
        assert [one for one in await here.look("log") if one.get("status") == 429] == []


async def test_words_and_their_answers_take_nothing_from_the_days_budget(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO), daily_messages=2) as here:
        await here.say("next")
        await here.say("today")
        await here.travel(minutes=91)
        assert "Call one" in text((await here.cards())[-1])
        assert "rest of your day" not in str(await here.cards())


async def test_asking_twice_leaves_one_card_and_folds_the_older(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        first = await here.say("next")
        await here.say("next")

        async def is_folded() -> bool:
            older = next(one for one in await here.cards() if one["id"] == first["id"])
            return "another message" in text(older)

        await here.wait_for(is_folded)


async def test_a_tap_on_a_card_that_was_asked_for_works_and_the_card_stays(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.travel(minutes=91)
        asked = await here.say("next")
        button = next(one for one in card(asked)["actions"] if one.get("verb") == "not_client")
        shown = await tap(here, asked, "not_client", **button["data"])
        assert "is not a client" in text(shown)
        await here.settle()
        assert len(await here.cards()) == 2


async def test_a_tap_of_somebody_unknown_is_answered_in_the_language_of_their_client(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.forget_person()
        for verb in ("show", "mute_chosen"):
            value = {"action": {"type": "Action.Execute", "verb": verb, "data": {"meeting": "x"}}}
            body = {"type": "invoke", "name": "adaptiveCard/action", "value": value, "locale": "de-AT"}
            status, answer = await deliver(here, body)
            assert status == 200 and answer["value"]["lang"] == "de", verb


async def test_in_a_group_it_answers_only_when_named_and_says_nothing_of_a_client(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        before = len(await here.said())
        for word, mention in (("brief Aiko", False), ("brief Aiko", True), ("today", True)):
            answer = await here.control("say", person=MIA.id, text=word, thread=THREAD, mention=mention)
            assert answer["status"] == 202
        group = [one for one in await here.look(f"chat?thread={THREAD}") if one["from"] == "bot"]
        assert len(group) == 2
        for one in group:
            assert one["text"].startswith("I answer in your own chat") and not one["attachments"]
            assert "one" not in one["text"].split() and "northwind" not in one["text"]
        assert len(await here.said()) == before


async def test_a_tap_in_a_group_shows_a_card_that_says_where_the_answers_are(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        group = {"conversationType": "groupChat", "isGroup": True, "id": THREAD, "tenantId": here.tenant.tenant_id}
        value = {"action": {"type": "Action.Execute", "verb": "show", "data": {"meeting": "x"}}}
        body = {"type": "invoke", "name": "adaptiveCard/action", "value": value, "conversation": group}
        status, answer = await deliver(here, body)
        assert status == 200 and "your own chat" in text_of(answer["value"])


async def deliver(here: Any, change: Any) -> tuple[int, Any]:
    """Any body at the bot's door, with a token that holds."""
    base: dict[str, Any] = {
        "id": "1", "channelId": "msteams", "serviceUrl": here.tenant.service_url, "type": "message", "text": "hi",
        "from": {"id": "29:1x", "aadObjectId": MIA.id, "name": "Mia"}, "recipient": {"id": "28:bot"},
        "conversation": {"conversationType": "personal", "id": "a:1x", "tenantId": here.tenant.tenant_id},
        "channelData": {"tenant": {"id": here.tenant.tenant_id}}, "locale": "en-GB",
    }  # fmt: skip
    body = {**base, **change} if isinstance(change, dict) else change
    token = here.tenant.tokens.for_bot(here.tenant.service_url)
    headers = {"Authorization": f"Bearer {token}"}
    async with here.session.post(f"{here.door}/api/messages", json=body, headers=headers) as answer:
        return answer.status, await answer.json() if "json" in answer.content_type else None


ODD: list[Any] = [
    [], [1, 2], "text", 5, None, {"type": None}, {"type": 7}, {"type": "message", "from": None}, {"from": {}}, {"from": []},
    {"conversation": None}, {"conversation": {}}, {"conversation": {"id": ""}}, {"recipient": None}, {"type": "unheardOf"},
    {"type": "event", "name": "unheard/of", "value": []}, {"type": "event", "name": None}, {"type": "conversationUpdate"},
    {"type": "installationUpdate", "action": 7}, {"type": "installationUpdate"}, {"type": "messageReaction"}, {"type": "typing"},
    {"entities": [{"no": "type"}, 7, None]}, {"entities": "x"}, {"channelData": "x"}, {"channelData": {"tenant": "x"}},
    {"value": {"verb": "unheard_of"}, "text": None}, {"value": {"verb": "settings_save", "lead_minutes": {"a": 1}}},
    {"value": {"verb": "brief_open", "meeting": "\x00\ud800"}}, {"value": [1]}, {"text": None}, {"text": 5}, 
    {"text": "\x00\ud800"},
    {"type": "invoke"}, {"type": "invoke", "name": "task/fetch", "value": {}}, {"type": "invoke", "name": "adaptiveCard/action"},
    {"type": "invoke", "name": "adaptiveCard/action", "value": []}, {"type": "invoke", "name": None, "from": None},
    {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": "x"}},
    {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": {"verb": ["a"], "data": [1]}}},
    {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": {"verb": "tick", "data": {"meeting": "\ud800"}}}},
    {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": {"verb": "unheard_of", "data": {"meeting": "x"}}}},
    {"type": "event", "name": "application/vnd.microsoft.meetingStart", "value": "x", "from": None},
    {"type": "event", "name": "application/vnd.microsoft.meetingParticipantJoin", "value": {"members": [1, {"user": 5}]}},
]  # fmt: skip


async def test_odd_activities_are_never_answered_with_a_status_that_teams_backs_off_from(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        for body in ODD:
            status, answer = await deliver(here, body)
            assert status < 500, body
            if isinstance(body, dict) and body.get("type") == "invoke":
                assert status == 200 and answer["value"]["type"] == "AdaptiveCard", body
        await here.say("help")

        async def is_answered() -> bool:
            return any("Write me one of these" in text(one) for one in await here.cards())

        await here.wait_for(is_answered)


async def test_answers_come_within_two_seconds_beside_a_full_calendar(start: Callable[..., Any]) -> None:
    noon_in_a_week = NOON + timedelta(days=7)
    many = [
        event(f"m{index}", noon_in_a_week + timedelta(days=index % 20, minutes=index), people=(f"p{index}@c{index % 40}.com",))
        for index in range(120)
    ]
    async with start(KNOWN, *many) as here:
        for word in ("hi", "today", "next", "brief p7", "mute", "settings", "not a client"):
            began = time.perf_counter()
            await here.control("say", person=MIA.id, text=word)
            assert time.perf_counter() - began < 2, word
            await here.travel(seconds=30)


async def test_an_unread_calendar_is_said_and_not_called_empty(start: Callable[..., Any]) -> None:
    async with start(KNOWN, is_installed=False) as here:
        await here.control("weather", path_prefix="/v1.0", status=503, body="html")
        await here.control("install", person=MIA.id)
        assert "still reading your calendar" in text(await here.say("next"))
        await here.control("weather/clear")


async def test_somebody_we_never_heard_of_is_answered_and_watched_from_then_on(start: Callable[..., Any]) -> None:
    async with start(KNOWN, event("one", AT_TWO)) as here:
        await here.forget_person()
        await here.control("say", person=MIA.id, text="hi")

        async def is_watched() -> bool:
            return bool(await here.watched(MIA)) and any("today" in text(one) for one in await here.cards())

        await here.wait_for(is_watched)
