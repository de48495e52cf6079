"""What Teams sends besides a personal chat: words in a chat of several, what happens in a call, a tap that comes as a message."""

from __future__ import annotations

import pytest

from .conftest import ME, SAM, Client, Listener

THREAD = "19:meeting_abc@thread.v2"
MESSAGE = {"type": "message", "text": "hello"}


@pytest.fixture
async def chat(client: Client, listener: Listener) -> str:
    """The path of my chat, with the bot installed."""
    await client.control("bot", {"url": f"{listener.url}/messages"})
    await client.control("install", {"person": ME.id})
    return f"/conversations/{listener.got[0]['conversation']['id']}"


async def test_a_word_in_a_chat_of_several_names_the_bot_or_not_and_the_bot_may_answer_there(
    client: Client, listener: Listener, chat: str
) -> None:
    await client.control("say", {"person": ME.id, "text": "today", "thread": THREAD, "mention": True})
    await client.control("say", {"person": ME.id, "text": "quietly", "thread": THREAD})
    named, unnamed = listener.got[-2:]
    assert named["conversation"] == {**named["conversation"], "conversationType": "groupChat", "id": THREAD, "isGroup": True}
    assert named["entities"][0]["mentioned"]["id"] == named["recipient"]["id"] and named["text"].endswith("</at> today")
    assert unnamed["entities"] == [] and unnamed["text"] == "quietly"
    status, _ = await client.connector("POST", f"/conversations/{THREAD}/activities", MESSAGE)
    assert status == 201
    assert [one["text"] for one in await client.control(f"chat?thread={THREAD}")] == ["today", "quietly", "hello"]
    assert await client.control(f"chat?person={ME.id}") == []


async def test_a_chat_of_several_without_the_bot_takes_no_message(client: Client, chat: str) -> None:
    status, body = await client.connector("POST", "/conversations/19:other@thread.v2/activities", MESSAGE)
    assert (status, body["error"]["code"]) == (404, "ConversationNotFound")


async def test_a_call_starts_people_come_and_go_and_it_ends(client: Client, listener: Listener, chat: str) -> None:
    for what, members in (("start", []), ("join", [SAM.address]), ("leave", [SAM.address]), ("end", [])):
        await client.control("call", {"person": ME.id, "thread": THREAD, "what": what, "members": members})
    told = listener.got[-4:]
    assert [one["name"].rpartition(".")[2] for one in told] == [
        "meetingStart", "meetingParticipantJoin", "meetingParticipantLeave", "meetingEnd",
    ]  # fmt: skip
    assert {one["type"] for one in told} == {"event"} and {one["conversation"]["id"] for one in told} == {THREAD}
    assert told[1]["value"]["members"][0]["user"]["aadObjectId"] == SAM.id
    assert {"Id", "MeetingType", "Title", "JoinUrl", "StartTime"} <= set(told[0]["value"])
    status, _ = await client.call("POST", "/_tenant/call", {"person": ME.id, "thread": THREAD, "what": "explode"})
    assert status == 400


async def test_a_tap_in_an_old_client_comes_as_a_message_with_the_verb_inside(
    client: Client, listener: Listener, chat: str
) -> None:
    _, sent = await client.connector("POST", f"{chat}/activities", MESSAGE)
    tap = {"person": ME.id, "activity_id": sent["id"], "verb": "mute", "data": {"scope": "today"}, "how": "submit"}
    await client.control("tap", tap)
    came = listener.got[-1]
    assert (came["type"], came["replyToId"], came["value"]) == ("message", sent["id"], {"scope": "today", "verb": "mute"})
    status, _ = await client.call("POST", "/_tenant/tap", {**tap, "activity_id": "0"})
    assert status == 404
