"""The real bot SDK talks to the local tenant's connector and reads what the tenant sends."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
from microsoft_agents.activity import Activity, Attachment, ChannelAccount, ConversationParameters
from microsoft_agents.hosting.core.connector.client.connector_client import ConnectorClient

from .conftest import ME, Client, Listener

CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "14:00"}]}


@pytest.fixture
async def connector(client: Client, listener: Listener) -> AsyncIterator[ConnectorClient]:
    await client.control("bot", {"url": f"{listener.url}/messages"})
    await client.control("install", {"person": ME.id})
    token = client.tenant.tokens.grant("connector")["access_token"]
    made = ConnectorClient(client.tenant.service_url, token)
    yield made
    await made.close()


async def test_the_bot_sdk_creates_sends_edits_and_deletes(client: Client, connector: ConnectorClient) -> None:
    who = ChannelAccount(id=ME.id)
    wanted = ConversationParameters(
        is_group=False, bot=ChannelAccount(id="28:bot"), members=[who], tenant_id=client.tenant.tenant_id
    )
    made = await connector.conversations.create_conversation(wanted)
    attachment = Attachment(content_type="application/vnd.microsoft.card.adaptive", content=CARD)
    card = Activity(type="message", summary="You meet a client at 14:00", attachments=[attachment])
    sent = await connector.conversations.send_to_conversation(made.id, card)
    card.summary = "You meet a client at 15:00"
    edited = await connector.conversations.update_activity(made.id, sent.id, card)
    assert edited.id == sent.id
    (shown,) = await client.control("chat")
    assert (shown["summary"], shown["attachments"][0]["content"]) == ("You meet a client at 15:00", CARD)
    reply = await connector.conversations.reply_to_activity(made.id, sent.id, Activity(type="message", text="and"))
    await connector.conversations.delete_activity(made.id, reply.id)
    assert [item["is_deleted"] for item in await client.control("chat")] == [False, True]
    member = await connector.conversations.get_conversation_member(made.id, ME.id)
    assert member.name == ME.name
    with pytest.raises(aiohttp.ClientResponseError) as caught:
        await connector.conversations.update_activity(made.id, "0", card)
    assert caught.value.status == 404


async def test_the_bot_sdk_reads_every_activity_the_tenant_sends(
    client: Client, connector: ConnectorClient, listener: Listener
) -> None:
    await client.control("say", {"person": ME.id, "text": "hello"})
    await client.control("uninstall", {"person": ME.id})
    read = [Activity.model_validate(item) for item in listener.got]
    assert [activity.type for activity in read] == [
        "conversationUpdate",
        "installationUpdate",
        "message",
        "installationUpdate",
        "conversationUpdate",
    ]
    for activity in read:
        reference = activity.get_conversation_reference()
        assert reference.service_url == client.tenant.service_url
        assert reference.conversation.conversation_type == "personal"
        assert activity.from_property.aad_object_id == ME.id
