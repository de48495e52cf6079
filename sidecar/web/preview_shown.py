"""What the local tenant holds for the person, in the shapes of the preview page."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any, Final

CARD: Final = "application/vnd.microsoft.card.adaptive"
_LINE_ENDS: Final = re.compile(r"</(?:div|p|li)>|<br\s*/?>", re.IGNORECASE)
_BLANKS: Final = re.compile(r"\n\s*\n\s*")
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")


def shown_message(item: Mapping[str, Any]) -> dict[str, Any]:
    """A message of the bot in the person's chat."""
    cards = [one["content"] for one in item["attachments"] if one.get("contentType") == CARD]
    return {
        "id": item["id"],
        "sent": item["created_at"],
        "edited": item["edited_at"],
        "edits": len(item["history"]) - 1,
        "is_deleted": item["is_deleted"],
        "summary": item["summary"] or "",
        "text": item["text"] or "",
        "card": cards[0] if cards else None,
    }


def shown_draft(item: Mapping[str, Any]) -> dict[str, Any]:
    """A draft as it stands in Outlook, or what became of it."""
    state = "deleted" if item["is_deleted"] else "sent" if item["is_sent"] else "draft"
    return {
        "id": item["id"],
        "subject": item["subject"] or "",
        "to": [one.get("name") or one["address"] for one in item["to"]],
        "cc": [one.get("name") or one["address"] for one in item["cc"]],
        "text": _BLANKS.sub("\n\n", item["text"] or ""),
        "state": state,
    }


def shown_task(item: Mapping[str, Any]) -> dict[str, Any]:
    """A task as it stands in To Do; `due_on` is a date of the person's own calendar."""
    due = item["due"]
    return {
        "id": item["id"],
        "list": item["list"],
        "title": item["title"],
        "text": _plain(item["body"] or ""),
        "due_on": str(due["dateTime"])[:10] if due else None,
        "is_done": item["status"] == "completed",
    }


def _plain(text: str) -> str:
    """The words of a body; To Do keeps it as HTML."""
    lines = html.unescape(_TAG.sub("", _LINE_ENDS.sub("\n", text))).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())
