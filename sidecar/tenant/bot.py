"""What Teams sends to the bot: installed, removed, a message, a tap on a card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import uuid4

import aiohttp

from sidecar.tenant.answers import Json, Refusal
from sidecar.tenant.chat import Chats
from sidecar.tenant.handshake import LOOPBACK
from sidecar.tenant.people import Person
from sidecar.tenant.tokens import Tokens
from sidecar.tenant.zones import zone_of

CARD: Final = "application/vnd.microsoft.card.adaptive"
PATIENCE_SECONDS: Final = 15
"""Teams gives an invoke ten to fifteen seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BotAnswer:
    """What the bot answered: the HTTP status, and the JSON body where there was one."""

    status: int
    body: Any


class BotLine:
    """Delivers activities to the bot's messaging endpoint with a signed token, as the channel does."""

    def __init__(
        self,
        chats: Chats,
        tokens: Tokens,
        tenant_id: str,
        clock: Callable[[], datetime],
        service_url: Callable[[], str],
    ) -> None:
        self._chats = chats
        self._tokens = tokens
        self._tenant_id = tenant_id
        self._clock = clock
        self._service_url = service_url
        self.url: str | None = None
        self.zones: dict[str, str] = {}
        """By whose clock somebody's device lives, by id, where that is not their mailbox's."""

    def listen_at(self, url: str) -> None:
        """Sets the bot's messaging endpoint. Raises Refusal 400 unless it is on loopback."""
        if urlsplit(url).hostname not in LOOPBACK:
            raise Refusal(400, "BadRequest", "The bot's messaging endpoint has to be on loopback.")
        self.url = url

    async def install(self, person: Person) -> list[BotAnswer]:
        """Installs the app in the person's personal scope and tells the bot, as Teams does, by two activities."""
        self._chats.install(person)
        added = {"type": "conversationUpdate", "membersAdded": [{"id": self._chats.bot_id}]}
        installed = {"type": "installationUpdate", "action": "add"}
        return [
            await self.deliver(self._activity(person, added)),
            await self.deliver(self._activity(person, installed)),
        ]

    async def uninstall(self, person: Person) -> list[BotAnswer]:
        """Takes the app away from the person and tells the bot."""
        self._chats.uninstall(person)
        removed = {"type": "conversationUpdate", "membersRemoved": [{"id": self._chats.bot_id}]}
        gone = {"type": "installationUpdate", "action": "remove"}
        return [await self.deliver(self._activity(person, gone)), await self.deliver(self._activity(person, removed))]

    async def say(self, person: Person, text: str) -> BotAnswer:
        """The person writes to the bot."""
        message = self._chats.say(person, {"type": "message", "text": text}, "person")
        said = {"type": "message", "id": message.id, "text": text, "textFormat": "plain"}
        return await self.deliver(self._activity(person, said))

    async def tap(self, person: Person, activity_id: str, verb: str, data: Any) -> BotAnswer:
        """The person taps an Action.Execute; a card in the answer replaces the message's card, as Teams does.

        https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/overview
        """
        message = self._chats.find(self._chats.conversation(person), activity_id)
        if message is None:
            raise Refusal(404, "ActivityNotFoundInConversation", f"The chat of {person.name} shows no message {activity_id}.")
        action = {"type": "Action.Execute", "verb": verb, "data": data}
        value = {"action": action, "trigger": "manual"}
        invoke = {"type": "invoke", "name": "adaptiveCard/action", "replyToId": activity_id, "value": value}
        answer = await self.deliver(self._activity(person, invoke))
        card = _card_in(answer)
        shown = message.history[-1].activity
        if card is not None and shown is not None:
            attachment = {"contentType": CARD, "content": card}
            self._chats.change(message, {**shown, "attachments": [attachment]}, "tap")
        return answer

    async def submit(self, person: Person, activity_id: str, verb: str, data: Json) -> BotAnswer:
        """The person taps the same button in a client that knows no Action.Execute: its fallback comes as a message.

        https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions
        """
        if self._chats.find(self._chats.conversation(person), activity_id) is None:
            raise Refusal(404, "ActivityNotFoundInConversation", f"The chat of {person.name} shows no message {activity_id}.")
        said = {"type": "message", "replyToId": activity_id, "value": {**data, "verb": verb}}
        return await self.deliver(self._activity(person, said))

    async def say_in_group(self, person: Person, thread: str, text: str, is_mentioned: bool) -> BotAnswer:
        """The person writes in a chat of several people, with or without naming the bot."""
        self._chats.open_group(thread)
        self._chats.say_in_group(thread, {"type": "message", "text": text}, "person")
        bot = {"id": self._chats.bot_id, "name": "Client Companion"}
        mention = {"type": "mention", "mentioned": bot, "text": "<at>Client Companion</at>"}
        said = f"<at>Client Companion</at> {text}" if is_mentioned else text
        message = {"type": "message", "text": said, "entities": [mention] if is_mentioned else []}
        return await self.deliver(self._activity(person, {**message, "conversation": self._group(thread)}))

    async def tell_of_call(self, person: Person, thread: str, name: str, value: Json) -> BotAnswer:
        """Something happened in a call: an event from the meeting's chat."""
        happened = {"type": "event", "name": name, "value": value, "conversation": self._group(thread)}
        return await self.deliver(self._activity(person, happened))

    def _group(self, thread: str) -> Json:
        return {"conversationType": "groupChat", "isGroup": True, "tenantId": self._tenant_id, "id": thread}

    async def deliver(self, activity: Json, **claims: Any) -> BotAnswer:
        """Posts one activity; `claims` replaces claims of the token.

        Raises Refusal 409 without an endpoint, 502 where nobody answers.
        """
        if self.url is None:
            raise Refusal(409, "NoBot", "No bot is known yet: POST /_tenant/bot with its url first.")
        token = self._tokens.for_bot(self._service_url(), **claims)
        timeout = aiohttp.ClientTimeout(total=PATIENCE_SECONDS)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.post(
                    self.url, json=activity, headers={"Authorization": f"Bearer {token}"}, allow_redirects=False
                ) as answer,
            ):
                is_json = "json" in answer.content_type
                return BotAnswer(status=answer.status, body=await answer.json() if is_json and await answer.read() else None)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise Refusal(502, "BotUnreachable", f"The bot did not answer usably: {type(error).__name__}.") from None

    def _activity(self, person: Person, what: Json) -> Json:
        now_at = self._clock()
        zone = self.zones.get(person.id, person.zone)
        local = now_at.astimezone(zone_of(zone))
        channel_data: Json = {"tenant": {"id": self._tenant_id}}
        if what["type"] == "invoke":
            channel_data |= {"source": {"name": "message"}, "legacy": {"replyToId": what["replyToId"]}}
        country = person.language.partition("-")[2]
        client = {
            "type": "clientInfo",
            "locale": person.language,
            "country": country,
            "platform": "Web",
            "timezone": zone,
        }
        return {
            "id": f"f:{uuid4()}",
            "timestamp": now_at.isoformat().replace("+00:00", "Z"),
            "localTimestamp": local.isoformat(),
            "localTimezone": zone,
            "channelId": "msteams",
            "serviceUrl": self._service_url(),
            "from": {"id": self._chats.member(person), "name": person.name, "aadObjectId": person.id},
            "conversation": {
                "conversationType": "personal",
                "tenantId": self._tenant_id,
                "id": self._chats.conversation(person),
            },
            "recipient": {"id": self._chats.bot_id, "name": "Client Companion"},
            "entities": [client],
            "channelData": channel_data,
            "locale": person.language,
            **what,
        }


def _card_in(answer: BotAnswer) -> Json | None:
    body = answer.body
    if answer.status == 200 and isinstance(body, dict) and body.get("type") == CARD and isinstance(body.get("value"), dict):
        card: Json = body["value"]
        return card
    return None
