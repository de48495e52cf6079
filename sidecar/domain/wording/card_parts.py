"""The bricks of an Adaptive Card 1.5, and the one gate through which foreign text gets onto it.

Foreign text (subjects, names, notes) goes only into text runs and choices, which show it as it is; text blocks, which
read Markdown, carry only the product's own words.
https://adaptivecards.io/explorer/RichTextBlock.html
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, Final

Element = dict[str, Any]

VERSION: Final = "1.5"
MOST_ACTIONS: Final = 6
LOCK_SCREEN: Final = 100
"""So many letters of a notification a locked phone shows, about two lines; the rest it cuts off by itself."""
MOST_MARKS: Final = 3
"""So many accents one letter may carry; more is a tower of them."""

_INVISIBLE: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0\u034f")
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9d]+")
"""Kana and ideographs."""
_BLANKS: Final = ("Cc", "Zs", "Zl", "Zp")


def literal(text: str | None, most: int = 60, most_words: int = 12) -> str:
    """Foreign text made harmless: one line, nothing invisible, no date macro; shortened with “…”. May become empty.

    `most`: in UTF-16 units, as Teams counts, so that a text of emoji takes no more room than one of ideographs.
    """
    words = _harmless((text or "")[: most * 8]).split()
    whole = " ".join(words[:most_words])
    if "{" in whole or "}" in whole:
        whole = re.sub(r"([{}$])(?=[{}])", r"\1 ", whole)
    if _units(whole) <= most and len(words) <= most_words:
        return whole
    return f"{_first_units(whole, most - 1).rstrip()}…"


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _first_units(text: str, most: int) -> str:
    return text[:most] if text.isascii() else text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")


def _harmless(text: str) -> str:
    """Letters, marks and signs that are seen, and blanks."""
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    marks = 0
    for letter in unicodedata.normalize("NFC", text):
        category = unicodedata.category(letter)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if category in _BLANKS:
            kept.append(" ")
        elif category not in ("Cf", "Cs", "Cn", "Co") and letter not in _INVISIBLE and marks <= MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


def run(text: str, **style: Any) -> Element:
    """A piece of text in one style, shown literally. After a Japanese full stop there is no blank."""
    return {"type": "TextRun", "text": text.replace("。 ", "。"), **style}


def line(*runs: Element, **layout: Any) -> Element:
    """One paragraph of runs."""
    return {"type": "RichTextBlock", "inlines": list(runs), **layout}


def heading(text: str) -> Element:
    """A heading in the product's own words."""
    return {"type": "TextBlock", "text": text, "weight": "Bolder", "wrap": True, "style": "heading", "spacing": "Medium"}


def columns(left: Sequence[Element], right: Sequence[Element], **layout: Any) -> Element:
    """Two columns: the right one as wide as it needs, the left one with the rest."""
    return {
        "type": "ColumnSet",
        "columns": [
            {"type": "Column", "width": "stretch", "items": list(left)},
            {"type": "Column", "width": "auto", "items": list(right)},
        ],
        **layout,
    }


def execute(verb: str, title: str, data: Mapping[str, object], *, takes_inputs: bool = False, **more: Any) -> Element:
    """A button that tells the product something; clients that cannot do so send the same as a message.

    https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model
    """
    inputs = "Auto" if takes_inputs else "None"
    spare = {"type": "Action.Submit", "title": title, "data": {**data, "verb": verb}, "associatedInputs": inputs}
    return {
        "type": "Action.Execute",
        "title": title,
        "verb": verb,
        "data": dict(data),
        "associatedInputs": inputs,
        "fallback": spare,
        **more,
    }


def show_card(title: str, body: Sequence[Element], actions: Sequence[Element]) -> Element:
    """A button that unfolds a small card below."""
    return {
        "type": "Action.ShowCard",
        "title": title,
        "card": {"type": "AdaptiveCard", "body": list(body), "actions": list(actions)},
    }


def adaptive_card(body: Sequence[Element], actions: Sequence[Element], *, language: str, spoken: str) -> Element:
    """A whole card; `spoken` stands in for it where a client cannot draw it, and is its name for a screen reader.

    https://adaptivecards.io/explorer/AdaptiveCard.html: `speak` may be read as SSML, so nothing in it may look like a mark.
    """
    card: Element = {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": VERSION,
        "lang": language,
        "fallbackText": spoken,
        "speak": " ".join(re.sub(r"[<>&]", " ", spoken).split()),
        "body": list(body),
    }
    if actions:
        card["actions"] = list(actions)[:MOST_ACTIONS]
    return card


def _words(text: str) -> int:
    """Words as a Western reader counts them; of Japanese and Chinese letters, which know no blanks, every two are one."""
    unspaced = sum(len(run) for run in _UNSPACED.findall(text))
    return len(_UNSPACED.sub(" ", text).split()) + (unspaced + 1) // 2


def words_in(element: object) -> int:
    """How many words of an element are seen before anything is unfolded."""
    found, left = 0, [element]
    while left:
        one = left.pop()
        if isinstance(one, list):
            left.extend(one)
        elif isinstance(one, dict) and one.get("isVisible") is not False and one.get("type") != "ActionSet":
            found += _words(str(one.get("text", "")))
            left.extend(one[part] for part in ("body", "items", "columns", "inlines") if part in one)
    return found
