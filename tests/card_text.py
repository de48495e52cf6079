"""What somebody reads on a card, in order."""

from __future__ import annotations

from typing import Any


def text_of(part: Any) -> str:
    """All text of a card or a part of it, a line for each paragraph; what lies behind a fold or in a choice too."""
    return "\n".join(_lines(part))


def _lines(part: Any) -> list[str]:
    if isinstance(part, list):
        return [text for inner in part for text in _lines(inner)]
    if not isinstance(part, dict):
        return []
    if part.get("type") == "RichTextBlock":
        return ["".join(str(run.get("text", "")) for run in part["inlines"])]
    own = [str(part["text"])] if "text" in part else []
    return own + [text for inner in part.values() for text in _lines(inner)]
