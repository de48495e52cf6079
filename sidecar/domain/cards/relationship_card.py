"""The answer to “who am I losing”, and which client was meant by a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sidecar.domain.wording.card_parts import Element, adaptive_card, execute, heading, line, literal, run
from sidecar.words import Words

MOST_ROWS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One client in an answer. `text`: how it stands; `detail`: whom to reach."""

    client: str
    name: str
    text: str = ""
    detail: str = ""


def losing_card(rows: Sequence[Row], words: Words, note: str = "", undo: Row | None = None, *, is_rest: bool = False) -> Element:
    """Whom one is losing, the longest silence beyond its limit first; `note`: what a tap did, with the way back of `undo`,
    `is_rest`: from “not now”."""
    body: list[Element] = []
    if note:
        body.append(line(run(note, weight="Bolder")))
        if undo is not None:
            data = {"client": undo.client, "what": "undo", "name": "not_now", "card": "losing", "v": "1"}
            rested = execute("touch", words.say("act-undo"), data)
            body.append(_buttons(rested if is_rest else _touch(undo, "undo_called", words.say("act-relation-undo"))))
    said = words.say("relation-losing-title" if rows else "relation-losing-none")
    body.append(heading(said) if rows else line(run(said), spacing="Medium" if note else "None"))
    for one in rows[:MOST_ROWS]:
        items = [line(run(one.text))]
        items += [line(run(one.detail, isSubtle=True), spacing="None")] if one.detail else []
        taps = [
            _touch(one, "called", words.say("act-relation-called")),
            _touch(one, "not_now", words.say("act-relation-not-now")),
        ]
        body.append({"type": "Container", "items": [*items, _buttons(*taps)], "spacing": "Medium"})
    if len(rows) > MOST_ROWS:
        body.append(line(run(words.say("relation-list-more", count=len(rows) - MOST_ROWS), isSubtle=True)))
    return adaptive_card(body, [], language=words.language, spoken=note or said)


def which_card(rows: Sequence[Row], words: Words, title: str) -> Element:
    """Several clients may be meant by a name, or none: one tap says whom one called."""
    buttons = [_touch(one, "called", literal(one.name, 40, 5)) for one in rows[:MOST_ROWS]]
    return adaptive_card([line(run(title, weight="Bolder"))], buttons, language=words.language, spoken=title)


def _touch(one: Row, what: str, title: str) -> Element:
    return execute("touch", title, {"client": one.client, "what": what, "card": "losing", "v": "1"})


def _buttons(*found: Element) -> Element:
    return {"type": "ActionSet", "actions": list(found), "spacing": "Small"}
