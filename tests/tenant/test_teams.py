"""The Teams half: the bot is installed, writes, edits and withdraws; people answer and tap; the chat keeps it all."""

from __future__ import annotations

import aiohttp
import jwt
import pytest

from .conftest import ME, SAM, Client, Json, Listener

CARD = "application/vnd.microsoft.card.adaptive"


def card(text: str) -> Json:
    return {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": text}]}


def message(text: str) -> Json:
    return {
        "type": "message",
        "summary": "You meet a client at 14:00",
        "attachments": [{"contentType": CARD, "content": card(text)}],
    }


@pytest.fixture
async def chat(client: Client, listener: Listener) -> str:
    """The path of my chat, with the bot installed."""
    await client.control("bot", {"url": f"{listener.url}/messages"})
    answers = await client.control("install", {"person": ME.id})
    assert [answer["status"] for answer in answers["answers"]] == [202, 202]
    return f"/conversations/{listener.got[0]['conversation']['id']}"


async def test_installing_sends_both_activities_with_a_token_the_key_set_proves(
    client: Client, listener: Listener, chat: str
) -> None:
    added, installed = listener.got
    assert [member["id"] for member in added["membersAdded"]] == [added["recipient"]["id"]]
    assert (installed["type"], installed["action"]) == ("installationUpdate", "add")
    assert installed["from"]["aadObjectId"] == ME.id
    assert installed["conversation"]["conversationType"] == "personal"
    assert installed["serviceUrl"] == f"{client.tenant.url}/connector/"
    assert installed["locale"] == "de-DE"
    (key,) = (await client.control("keys"))["keys"]
    assert key["endorsements"] == ["msteams"]
    for token in listener.tokens:
        assert jwt.get_unverified_header(token)["kid"] == key["kid"]
        claims = jwt.decode(token, jwt.PyJWK(key).key, algorithms=["RS256"], audience=client.tenant.app_id)
        assert claims["iss"] == "https://api.botframework.com"
        assert claims["serviceurl"] == installed["serviceUrl"]


async def test_a_card_is_sent_edited_and_withdrawn_and_the_chat_keeps_each_version(client: Client, chat: str) -> None:
    status, sent = await client.connector("POST", f"{chat}/activities", message("first"))
    assert status == 201
    where = f"{chat}/activities/{sent['id']}"
    assert (await client.connector("PUT", where, message("second")))[0] == 200
    (shown,) = await client.control(f"chat?person={ME.id}")
    assert shown["attachments"][0]["content"] == card("second")
    assert shown["edited_at"] is not None
    assert (await client.connector("DELETE", where))[0] == 200
    (shown,) = await client.control(f"chat?person={ME.address}")
    assert shown["is_deleted"] is True
    assert shown["summary"] == "You meet a client at 14:00"
    assert [item["is_deleted"] for item in shown["history"]] == [False, False, True]
    assert shown["history"][0]["attachments"][0]["content"] == card("first")
    status, body = await client.connector("PUT", where, message("third"))
    assert (status, body["error"]["code"]) == (404, "ActivityNotFoundInConversation")


async def test_the_bot_reaches_only_those_it_is_installed_for(client: Client, chat: str, listener: Listener) -> None:
    body = {"bot": {"id": "28:x"}, "isGroup": False, "tenantId": client.tenant.tenant_id, "members": [{"id": SAM.id}]}
    status, refused = await client.connector("POST", "/conversations", body)
    assert (status, refused["error"]["code"]) == (403, "BotNotInConversationRoster")
    status, made = await client.connector("POST", "/conversations", body | {"members": [{"id": ME.id}]})
    assert (status, f"/conversations/{made['id']}") == (201, chat)
    await client.control("uninstall", {"person": ME.id})
    assert listener.got[-2]["action"] == "remove"
    assert (await client.connector("POST", f"{chat}/activities", message("x")))[0] == 403
    assert (await client.connector("GET", f"{chat}/members"))[0] == 403


async def test_members_are_named_in_every_way_the_connector_offers(client: Client, chat: str) -> None:
    _, members = await client.connector("GET", f"{chat}/members")
    _, page = await client.connector("GET", f"{chat}/pagedmembers")
    _, member = await client.connector("GET", f"{chat}/members/{members[0]['id']}")
    assert [member] == members == page["members"]
    assert (member["aadObjectId"], member["email"]) == (ME.id, ME.address)
    assert (await client.connector("GET", f"{chat}/members/{SAM.id}"))[0] == 404


@pytest.mark.parametrize(
    ("path", "body", "status", "code"),
    [
        ("/conversations/a:none/activities", message("x"), 404, "ConversationNotFound"),
        ("{chat}/activities", message("x" * 28_700), 413, "MessageSizeTooBig"),
        ("{chat}/activities", {"type": "message"}, 400, "BadSyntax"),
        ("{chat}/activities", {"type": "card"}, 400, "BadSyntax"),
        ("{chat}/activities", {"type": "message", "attachments": [{"contentType": CARD}]}, 400, "BadSyntax"),
        ("/conversations", {"members": []}, 400, "BadSyntax"),
        ("/conversations", {"members": [{"id": ME.id}], "tenantId": "other"}, 400, "BadArgument"),
    ],
)
async def test_what_teams_refuses_is_refused_in_the_connectors_shape(
    client: Client, chat: str, path: str, body: Json, status: int, code: str
) -> None:
    got, answer = await client.connector("POST", path.format(chat=chat), body)
    assert (got, answer["error"]["code"]) == (status, code)
    assert set(answer) == {"error"}


async def test_the_connector_wants_its_own_token(client: Client, chat: str) -> None:
    where = f"/connector/v3{chat}/members"
    assert (await client.call("GET", where))[0] == 401
    assert (await client.call("GET", where, headers=client.token("graph")))[0] == 401


async def test_the_eighth_message_within_a_second_is_throttled(client: Client, chat: str) -> None:
    statuses = [(await client.connector("POST", f"{chat}/activities", message("x")))[0] for _ in range(8)]
    assert statuses == [201] * 7 + [429]
    assert len(await client.control("chat")) == 7


async def test_a_tap_reaches_the_bot_and_the_card_it_answers_replaces_the_card(
    client: Client, listener: Listener, chat: str
) -> None:
    _, sent = await client.connector("POST", f"{chat}/activities", message("ask"))
    listener.invoke_answer = {"statusCode": 200, "type": CARD, "value": card("noted")}
    tap = {"person": ME.id, "activity_id": sent["id"], "verb": "client.not", "data": {"meeting": "m1"}}
    answer = await client.control("tap", tap)
    assert answer == {"status": 200, "body": listener.invoke_answer}
    invoke = listener.got[-1]
    assert (invoke["type"], invoke["name"], invoke["replyToId"]) == ("invoke", "adaptiveCard/action", sent["id"])
    action = {"type": "Action.Execute", "verb": "client.not", "data": {"meeting": "m1"}}
    assert invoke["value"] == {"action": action, "trigger": "manual"}
    (shown,) = await client.control("chat")
    assert shown["attachments"][0]["content"] == card("noted")
    assert [item["by"] for item in shown["history"]] == ["bot", "tap"]


async def test_what_a_person_writes_is_in_the_chat_and_reaches_the_bot(client: Client, listener: Listener, chat: str) -> None:
    assert (await client.control("say", {"person": ME.id, "text": "hello"}))["status"] == 202
    (shown,) = await client.control("chat")
    assert (shown["from"], shown["text"], shown["id"]) == ("person", "hello", listener.got[-1]["id"])
    status, body = await client.connector("PUT", f"{chat}/activities/{shown['id']}", message("x"))
    assert (status, body["error"]["code"]) == (403, "Forbidden")


async def test_a_connection_can_die_after_teams_has_the_message(client: Client, chat: str) -> None:
    await client.control("die_after", {"what": "activity"})
    with pytest.raises(aiohttp.ClientError):
        await client.connector("POST", f"{chat}/activities", message("kept"))
    (shown,) = await client.control("chat")
    assert shown["attachments"][0]["content"] == card("kept")
    assert (await client.connector("POST", f"{chat}/activities", message("next")))[0] == 201
