"""The chats on disk, one message a line, so that a tenant that is started again shows what it showed before."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from sidecar.errors import Refused
from sidecar.tenant.answers import Json
from sidecar.tenant.message import Message, Version

INSTALLED: Final = "installed"


class ChatLog:
    """One file, always whole: it is written beside itself and then put in its own place."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines: dict[str, bytes] = {}
        self.problems: list[str] = []

    def load(self) -> tuple[list[Message], frozenset[str]]:
        """The messages, and who has the bot; nothing of either where there is no file yet. Unreadable lines are named.

        Raises Refused where the file is there and cannot be opened.
        """
        try:
            lines = self._path.read_bytes().splitlines() if self._path.exists() else []
        except OSError as error:
            why = f"{self._path.name} cannot be opened ({error.strerror}): check its rights, or choose another folder."
            raise Refused(why) from None
        messages: list[Message] = []
        installed: frozenset[str] = frozenset()
        for number, line in enumerate(lines, start=1):
            try:
                record = json.loads(line)
                if INSTALLED in record:
                    installed = frozenset(str(one) for one in record[INSTALLED])
                else:
                    messages.append(_message(record))
            except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
                self.problems.append(f"{self._path.name}: line {number} cannot be read and was left out.")
        self._lines = {message.id: _line(message) for message in messages}
        return messages, installed

    def keep(self, message: Message | None, installed: Collection[str]) -> None:
        """Write the file with this message as it is now. Where that fails the chat goes on, and the problem is named."""
        if message is not None:
            self._lines[message.id] = _line(message)
        beside = self._path.with_name(f"{self._path.name}.new")
        try:
            beside.write_bytes(b"".join(self._all(installed)))
            beside.replace(self._path)
        except OSError as error:
            why = f"{self._path.name} cannot be written ({error.strerror}): check the folder's rights and its space."
            self.problems += [why] if why not in self.problems else []

    def _all(self, installed: Collection[str]) -> Iterator[bytes]:
        yield json.dumps({INSTALLED: sorted(installed)}).encode() + b"\n"
        yield from self._lines.values()


def _line(message: Message) -> bytes:
    history = [{"at": one.at.isoformat(), "by": one.by, "activity": one.activity} for one in message.history]
    record = {"id": message.id, "conversation": message.conversation, "author": message.author, "history": history}
    return json.dumps(record).encode() + b"\n"


def _message(record: Json) -> Message:
    history = [_version(one) for one in record["history"]]
    int(record["id"])
    history[0]
    return Message(id=record["id"], conversation=str(record["conversation"]), author=str(record["author"]), history=history)


def _version(record: Json) -> Version:
    at, activity = datetime.fromisoformat(record["at"]), record["activity"]
    if at.tzinfo is None or not (activity is None or isinstance(activity, dict)):
        raise ValueError("no version of a message")
    return Version(at=at, by=str(record["by"]), activity=activity)
