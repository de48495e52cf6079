"""One message of a chat, with everything it ever showed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sidecar.tenant.answers import Json, stamp


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
