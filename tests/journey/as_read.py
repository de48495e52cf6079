"""A chat as the person read it, in the order in which it reached them: what rang, what changed silently, what answered a tap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sidecar.domain.wording.card_parts import words_in

How = Literal["toast", "edit", "answer"]
ROWS = ("ColumnSet", "FactSet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one message showed from an instant on. `before`: what it showed until then; `sent_at`: when the message came."""

    at: datetime
    how: How
    summary: str
    card: Any
    before: Any
    sent_at: datetime

    @property
    def lines(self) -> list[str]:
        """What is read without unfolding anything, a line for each paragraph."""
        return list(shown(self.card.get("body", [])))

    @property
    def folded(self) -> list[str]:
        """What “Show more” unfolds."""
        return list(hidden(self.card.get("body", [])))

    @property
    def buttons(self) -> list[str]:
        """What the buttons below are called."""
        return [one["title"] for one in self.card.get("actions", [])]

    @property
    def words(self) -> int:
        """How many words are read without unfolding anything."""
        return words_in(self.card)


def seen_in(chat: Sequence[Any]) -> list[Seen]:
    """Everything that the bot showed in a chat, in order."""
    found = [one for message in chat if message["from"] == "bot" for one in _history(message)]
    return sorted(found, key=lambda one: one.at)


def _history(message: Any) -> Iterator[Seen]:
    past = [one for one in message["history"] if not one["is_deleted"]]
    cards = [one["attachments"][0]["content"] if one["attachments"] else {} for one in past]
    sent_at = _instant(past[0]["at"])
    for place, (one, card) in enumerate(zip(past, cards, strict=True)):
        before = cards[place - 1] if place else None
        how: How = "answer" if one["by"] == "tap" else "edit" if place else "toast"
        if before is None or list(shown(before.get("body", []))) != list(shown(card.get("body", []))):
            yield Seen(at=_instant(one["at"]), how=how, summary=one["summary"], card=card, before=before, sent_at=sent_at)


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def shown(part: Any) -> Iterator[str]:
    """The paragraphs of a part that are read at once; what stands side by side is one."""
    if isinstance(part, list):
        for one in part:
            yield from shown(one)
    elif isinstance(part, dict) and part.get("isVisible") is not False:
        yield from _lines(part)


def _lines(part: Any) -> Iterator[str]:
    kind = str(part.get("type", ""))
    if kind == "ColumnSet":
        yield " · ".join(filter(None, (" ".join(shown(one)) for one in part["columns"])))
    elif kind == "RichTextBlock":
        yield "".join(str(run.get("text", "")) for run in part["inlines"])
    elif kind == "TextBlock":
        yield str(part["text"])
    elif kind == "ActionSet":
        yield _row(one["title"] for one in part["actions"])
    elif kind == "Input.ChoiceSet":
        yield _row(one["title"] for one in part["choices"])
    elif kind.startswith("Input."):
        yield f"[{part.get('label') or part.get('placeholder') or part.get('title') or ''}]"
    else:
        yield from shown(part.get("items", []))


def _row(titles: Any) -> str:
    return " ".join(f"[{title}]" for title in titles)


def hidden(part: Any) -> Iterator[str]:
    """The paragraphs of what is folded away at first."""
    if isinstance(part, list):
        for one in part:
            yield from hidden(one)
    elif isinstance(part, dict):
        if part.get("isVisible") is False:
            yield from shown({**part, "isVisible": True})
        else:
            yield from hidden(part.get("items", []))
