"""The personal chats between people and the bot, with everything that was ever shown in them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sidecar.tenant.answers import Json, stamp
from sidecar.tenant.people import Directory, Person
from sidecar.tenant.stream import Stream


def _opaque(*parts: str) -> str:
    digest = hashlib.sha256("\n".join(parts).encode()).digest()
    return base64.urlsafe_b64encode(digest + digest[:9]).decode().rstrip("=")


@dataclass(slots=True, kw_only=True)
class Version:
    """What a message looked like from `at` on; `activity` is None once it was deleted."""

    at: datetime
    by: str
    activity: Json | None


@dataclass(slots=True, kw_only=True)
class Message:
    """One message of a chat and its whole history, the oldest version first."""

    id: str
    conversation: str
    author: str
    """`bot` or `person`."""
    history: list[Version] = field(default_factory=list)

    @property
    def is_deleted(self) -> bool:
        """Whether the newest version is a deletion."""
        return self.history[-1].activity is None

    def as_json(self) -> Json:
        """The message as `/_tenant/chat` shows it."""
        shown = next((version.activity for version in reversed(self.history) if version.activity is not None), {})
        edited = stamp(self.history[-1].at) if len(self.history) > 1 else None
        past = [
            {"at": stamp(item.at), "by": item.by, "is_deleted": item.activity is None, **_content(item.activity)}
            for item in self.history
        ]
        return {
            "id": self.id,
            "conversation": self.conversation,
            "from": self.author,
            "created_at": stamp(self.history[0].at),
            "edited_at": edited,
            "is_deleted": self.is_deleted,
            **_content(shown),
            "history": past,
        }


def _content(activity: Json | None) -> Json:
    known: dict[str, Any] = activity or {}
    return {"summary": known.get("summary"), "text": known.get("text"), "attachments": known.get("attachments") or []}


class Chats:
    """One personal chat for each person. Ids are the same after a restart."""

    def __init__(self, directory: Directory, app_id: str, clock: Callable[[], datetime], stream: Stream) -> None:
        self._directory = directory
        self._clock = clock
        self._stream = stream
        self.app_id = app_id
        self.bot_id = f"28:{app_id}"
        self.installed: set[str] = set()
        self.messages: dict[str, Message] = {}
        self._last_id = 0
        self._by_conversation = {self.conversation(person): person for person in directory.people}
        self._by_member = {self.member(person): person for person in directory.people}

    def conversation(self, person: Person) -> str:
        """The id of this person's chat with the bot."""
        return f"a:1{_opaque('conversation', self.app_id, person.id)}"

    def member(self, person: Person) -> str:
        """The person's id towards this bot."""
        return f"29:1{_opaque('member', self.app_id, person.id)}"

    def owner(self, conversation: str) -> Person | None:
        """Whose chat a conversation is."""
        return self._by_conversation.get(conversation)

    def person(self, member: str) -> Person | None:
        """The person a member id, directory id or address means."""
        return self._by_member.get(member) or self._directory.find(member)

    def say(self, person: Person, activity: Json, author: str) -> Message:
        """Adds a message to the person's chat."""
        message = Message(id=self.next_id(), conversation=self.conversation(person), author=author)
        message.history.append(Version(at=self._clock(), by=author, activity=activity))
        self.messages[message.id] = message
        self._stream.tell("chat", person.id)
        return message

    def change(self, message: Message, activity: Json | None, by: str) -> None:
        """Replaces what a message shows, or deletes it with None."""
        message.history.append(Version(at=self._clock(), by=by, activity=activity))
        owner = self.owner(message.conversation)
        self._stream.tell("chat", owner.id if owner else None)

    def find(self, conversation: str, activity_id: str) -> Message | None:
        """A message of this chat that is not deleted."""
        message = self.messages.get(activity_id)
        return message if message and message.conversation == conversation and not message.is_deleted else None

    def shown(self, person: Person | None) -> list[Json]:
        """The messages of one person, or of everybody, as `/_tenant/chat` answers."""
        wanted = self.conversation(person) if person else None
        return [message.as_json() for message in self.messages.values() if wanted in (None, message.conversation)]

    def next_id(self) -> str:
        """Ids are milliseconds, as in Teams, and never repeat."""
        self._last_id = max(self._last_id + 1, int(self._clock().timestamp() * 1000))
        return str(self._last_id)
