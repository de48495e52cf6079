"""The personal chats between people and the bot, with everything that was ever shown in them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from datetime import datetime

from sidecar.tenant.answers import Json
from sidecar.tenant.chatlog import ChatLog
from sidecar.tenant.message import Message, Version
from sidecar.tenant.people import Directory, Person
from sidecar.tenant.stream import Stream


def _opaque(*parts: str) -> str:
    digest = hashlib.sha256("\n".join(parts).encode()).digest()
    return base64.urlsafe_b64encode(digest + digest[:9]).decode().rstrip("=")


class Chats:
    """One personal chat for each person. Ids are the same after a restart; with a log, the messages are too."""

    def __init__(
        self, directory: Directory, app_id: str, clock: Callable[[], datetime], stream: Stream, log: ChatLog | None = None
    ) -> None:
        self._directory = directory
        self._clock = clock
        self._stream = stream
        self._log = log
        self.app_id = app_id
        self.bot_id = f"28:{app_id}"
        self.installed: set[str] = set()
        self.messages: dict[str, Message] = {}
        self._last_id = 0
        self._groups: set[str] = set()
        self._by_conversation = {self.conversation(person): person for person in directory.people}
        self._by_member = {self.member(person): person for person in directory.people}

    @property
    def problems(self) -> list[str]:
        """What of the kept chat could not be used, one sentence each."""
        return self._log.problems if self._log else []

    def load(self) -> None:
        """Shows again what was kept. Raises Refused where the file cannot be opened."""
        if self._log is None:
            return
        kept, installed = self._log.load()
        self.messages = {message.id: message for message in kept}
        self.installed = set(installed)
        self._last_id = max((int(message.id) for message in kept), default=0)
        self._groups = {message.conversation for message in kept} - set(self._by_conversation)

    def install(self, person: Person) -> None:
        """The bot is in the person's personal scope from now on."""
        self.installed.add(person.id)
        self._keep(None)

    def uninstall(self, person: Person) -> None:
        """The bot is there no longer; the messages stay."""
        self.installed.discard(person.id)
        self._keep(None)

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
        self._keep(message)
        self._stream.tell("chat", person.id)
        return message

    def open_group(self, thread: str) -> None:
        """A chat of several people, such as a meeting's, with the bot in it."""
        self._groups.add(thread)

    def is_group(self, conversation: str) -> bool:
        """Whether a conversation is such a chat."""
        return conversation in self._groups

    def say_in_group(self, thread: str, activity: Json, author: str) -> Message:
        """Adds a message to a chat of several people."""
        message = Message(id=self.next_id(), conversation=thread, author=author)
        message.history.append(Version(at=self._clock(), by=author, activity=activity))
        self.messages[message.id] = message
        self._keep(message)
        self._stream.tell("chat", None)
        return message

    def change(self, message: Message, activity: Json | None, by: str) -> None:
        """Replaces what a message shows, or deletes it with None."""
        message.history.append(Version(at=self._clock(), by=by, activity=activity))
        self._keep(message)
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

    def shown_in_group(self, thread: str) -> list[Json]:
        """The messages of a chat of several people."""
        return [message.as_json() for message in self.messages.values() if message.conversation == thread]

    def _keep(self, message: Message | None) -> None:
        if self._log is not None:
            self._log.keep(message, self.installed)

    def next_id(self) -> str:
        """Ids are milliseconds, as in Teams, and never repeat."""
        self._last_id = max(self._last_id + 1, int(self._clock().timestamp() * 1000))
        return str(self._last_id)
