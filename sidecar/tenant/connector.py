"""The Teams bot connector under /connector/: personal conversations, their activities and members."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal, json_object
from sidecar.tenant.chat import Chats
from sidecar.tenant.message import Message
from sidecar.tenant.people import Person
from sidecar.tenant.weather import drop

LARGEST: Final = 28 * 1024
SENDING: Final = ((7, 1), (8, 2), (60, 30), (1800, 3600))
READING: Final = ((14, 1), (16, 2), (120, 30), (3600, 3600))
"""Calls and seconds, per bot and conversation. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit"""
KINDS: Final = frozenset({"message", "typing", "messageReaction", "trace", "event"})


class RateLimit:
    """Sliding windows over real time, for each conversation its own."""

    def __init__(self, windows: tuple[tuple[int, int], ...]) -> None:
        self._windows = windows
        self._calls: dict[str, deque[float]] = defaultdict(lambda: deque(maxlen=windows[-1][0]))

    def take(self, key: str) -> None:
        """Counts one call. Raises Refusal 429 when a window is full."""
        now, calls = time.monotonic(), self._calls[key]
        for most, seconds in self._windows:
            recent = [at for at in calls if at > now - seconds]
            if len(recent) >= most:
                wait = max(1, int(timedelta(seconds=recent[-most] + seconds - now).total_seconds() + 0.999))
                raise Refusal(
                    429,
                    "TooManyRequests",
                    "API calls quota exceeded! maximum admitted per conversation.",
                    {"Retry-After": str(wait)},
                )
        calls.append(now)


class Connector:
    """The handlers. The bot must be installed for whoever it writes to."""

    def __init__(self, chats: Chats, tenant_id: str, service_url: Callable[[], str]) -> None:
        self._chats = chats
        self._tenant_id = tenant_id
        self._service_url = service_url
        self._sending = RateLimit(SENDING)
        self._reading = RateLimit(READING)
        self.dies_after: str | None = None

    def routes(self) -> list[web.RouteDef]:
        """The routes this part answers."""
        one = "/connector/v3/conversations/{conversation}"
        return [
            web.post("/connector/v3/conversations", self.create),
            web.post(f"{one}/activities", self.send),
            web.post(f"{one}/activities/{{activity}}", self.send),
            web.put(f"{one}/activities/{{activity}}", self.update),
            web.delete(f"{one}/activities/{{activity}}", self.delete),
            web.get(f"{one}/members", self.members, allow_head=False),
            web.get(f"{one}/pagedmembers", self.paged_members, allow_head=False),
            web.get(f"{one}/members/{{member}}", self.member, allow_head=False),
        ]

    async def create(self, request: web.Request) -> web.Response:
        """The personal conversation with one member; with `activity`, its first message too."""
        body = await _body(request)
        members = body.get("members")
        if body.get("isGroup") or not isinstance(members, list) or len(members) != 1 or not isinstance(members[0], dict):
            raise Refusal(400, "BadSyntax", "A personal conversation has exactly one member.")
        channel_data = body.get("channelData")
        tenant = channel_data.get("tenant") if isinstance(channel_data, dict) else None
        tenant_id = body.get("tenantId") or (tenant.get("id") if isinstance(tenant, dict) else None)
        if tenant_id != self._tenant_id:
            raise Refusal(
                400,
                "BadArgument",
                "Incorrect conversation creation parameters: the tenant id is missing or not this tenant's.",
            )
        person = self._chats.person(str(members[0].get("id", "")))
        if person is None:
            raise Refusal(404, "MemberNotFound", "The member is nobody of this tenant.")
        self._admit(person)
        conversation = self._chats.conversation(person)
        self._sending.take(f"create {conversation}")
        answer = {"id": conversation, "serviceUrl": self._service_url()}
        if isinstance(body.get("activity"), dict):
            answer["activityId"] = self._chats.say(person, _checked(body["activity"]), "bot").id
        return web.json_response(answer, status=201)

    async def send(self, request: web.Request) -> web.Response:
        """Send to a conversation, or reply to an activity in it."""
        if self._chats.is_group(conversation := request.match_info["conversation"]):
            self._sending.take(conversation)
            message = self._chats.say_in_group(conversation, _checked(await _body(request)), "bot")
            return web.json_response({"id": message.id}, status=201)
        person = self._person(request)
        self._sending.take(self._chats.conversation(person))
        activity = _checked(await _body(request))
        if activity["type"] != "message":
            return web.json_response({"id": self._chats.next_id()}, status=201)
        message = self._chats.say(person, activity, "bot")
        if self.dies_after == "activity":
            self.dies_after = None
            return drop(request)
        return web.json_response({"id": message.id}, status=201)

    async def update(self, request: web.Request) -> web.Response:
        """Replaces an activity of the bot's own."""
        message = self._message(request)
        self._sending.take(message.conversation)
        activity = _checked(await _body(request))
        self._chats.change(message, activity, "bot")
        return web.json_response({"id": message.id})

    async def delete(self, request: web.Request) -> web.Response:
        """Deletes an activity of the bot's own."""
        message = self._message(request)
        self._chats.change(message, None, "bot")
        return web.Response(status=200)

    async def members(self, request: web.Request) -> web.Response:
        """The one member of a personal conversation besides the bot."""
        return web.json_response([self._member(self._read(request))])

    async def paged_members(self, request: web.Request) -> web.Response:
        """The same as a page."""
        return web.json_response({"members": [self._member(self._read(request))]})

    async def member(self, request: web.Request) -> web.Response:
        """One member by either of its ids."""
        person = self._read(request)
        if self._chats.person(request.match_info["member"]) is not person:
            raise Refusal(404, "MemberNotFoundInConversation", "Member not found in conversation.")
        return web.json_response(self._member(person))

    def _read(self, request: web.Request) -> Person:
        person = self._person(request)
        self._reading.take(self._chats.conversation(person))
        return person

    def _person(self, request: web.Request) -> Person:
        person = self._chats.owner(request.match_info["conversation"])
        if person is None:
            raise Refusal(404, "ConversationNotFound", "Conversation not found.")
        self._admit(person)
        return person

    def _admit(self, person: Person) -> None:
        if person.id not in self._chats.installed:
            raise Refusal(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.")

    def _message(self, request: web.Request) -> Message:
        person = self._person(request)
        message = self._chats.find(self._chats.conversation(person), request.match_info["activity"])
        if message is None:
            raise Refusal(404, "ActivityNotFoundInConversation", "Activity is not in this conversation, or was deleted.")
        if message.author != "bot":
            raise Refusal(403, "Forbidden", "A bot can change its own activities only.")
        return message

    def _member(self, person: Person) -> Json:
        given, _, surname = person.name.rpartition(" ")
        return {
            "id": self._chats.member(person),
            "name": person.name,
            "givenName": given or person.name,
            "surname": surname,
            "aadObjectId": person.id,
            "objectId": person.id,
            "email": person.address,
            "userPrincipalName": person.address,
            "tenantId": self._tenant_id,
            "userRole": "user",
        }


async def _body(request: web.Request) -> Json:
    if len(await request.read()) > LARGEST:
        raise Refusal(413, "MessageSizeTooBig", "Message size too large.")
    return await json_object(request, "BadSyntax")


def _checked(activity: Json) -> Json:
    """Raises Refusal 400 for an activity Teams would not show."""
    if activity.get("type") not in KINDS:
        raise Refusal(400, "BadSyntax", "Unknown activity type.")
    attachments: Any = activity.get("attachments") or []
    if not isinstance(attachments, list) or not all(_is_attachment(item) for item in attachments):
        raise Refusal(400, "BadSyntax", "Bad format of an attachment: contentType and content are needed.")
    if activity["type"] == "message" and not (activity.get("text") or attachments):
        raise Refusal(400, "BadSyntax", "Activity must include non empty 'text' field or at least 1 attachment.")
    return activity


def _is_attachment(item: Any) -> bool:
    if not isinstance(item, dict) or not isinstance(item.get("contentType"), str):
        return False
    if item["contentType"] != "application/vnd.microsoft.card.adaptive":
        return bool(item.get("content") or item.get("contentUrl"))
    card = item.get("content")
    return isinstance(card, dict) and card.get("type") == "AdaptiveCard" and isinstance(card.get("version"), str)
