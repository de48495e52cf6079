"""The settings as fields for a page and as a card in the chat, and what a change comes to in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from sidecar.domain.briefs.wishes import WISHES, Wish, usable
from sidecar.domain.wording.card_parts import Element, adaptive_card, execute, line, literal, run
from sidecar.words import UNDERSTOOD, Words

MORE: Final = "more_settings"
FIRST: Final = ("lead_minutes", "prepare", "quiet_from", "quiet_until", "budget", "language")
SHOWN: Final = (
    *FIRST, "clients", "listed", "own_domains", "about_me", "instructions", "breaks", "break_after", "break_firmer",
    "break_snooze",
    "break_coffee", "break_midpoint", "break_midpoint_from", "break_apart", "break_closing", "break_lunch_after",
    "share_counts", "channel", "topic_minutes", "surroundings", "backgrounds",
)  # fmt: skip
"""What a person is asked, in this order."""
_CHOICES: Final[Mapping[str, str]] = {
    "": "setting-language-auto",
    "en": "setting-language-en",
    "de": "setting-language-de",
    "fr": "setting-language-fr",
    "es": "setting-language-es",
    "pt": "setting-language-pt",
    "ja": "setting-language-ja",
    "everyone": "setting-clients-everyone",
    "listed": "setting-clients-listed",
    "chat": "setting-channel-chat",
    "feed": "setting-channel-feed",
}
_LABELS: Final[Mapping[str, tuple[str, str]]] = {
    "lead_minutes": ("setting-lead-minutes", "setting-lead-minutes-hint"),
    "prepare": ("setting-prepare", "setting-prepare-hint"),
    "quiet_from": ("setting-quiet-from", "setting-quiet-from-hint"),
    "quiet_until": ("setting-quiet-until", "setting-quiet-until-hint"),
    "budget": ("setting-budget", "setting-budget-hint"),
    "language": ("setting-language", "setting-language-hint"),
    "clients": ("setting-clients", "setting-clients-hint"),
    "listed": ("setting-listed", "setting-listed-hint"),
    "own_domains": ("setting-own-domains", "setting-own-domains-hint"),
    "about_me": ("setting-about-me", "setting-about-me-hint"),
    "instructions": ("setting-instructions", "setting-instructions-hint"),
    "break_after": ("setting-break-after", "setting-break-after-hint"),
    "break_firmer": ("setting-break-firmer", "setting-break-firmer-hint"),
    "break_snooze": ("setting-break-snooze", "setting-break-snooze-hint"),
    "breaks": ("setting-breaks", "setting-breaks-hint"),
    "break_coffee": ("setting-break-coffee", "setting-break-coffee-hint"),
    "break_midpoint": ("setting-break-midpoint", "setting-break-midpoint-hint"),
    "break_midpoint_from": ("setting-break-midpoint-from", "setting-break-midpoint-from-hint"),
    "break_apart": ("setting-break-apart", "setting-break-apart-hint"),
    "break_closing": ("setting-break-closing", "setting-break-closing-hint"),
    "break_lunch_after": ("setting-break-lunch-after", "setting-break-lunch-after-hint"),
    "share_counts": ("setting-share-counts", "setting-share-counts-hint"),
    "channel": ("setting-channel", "setting-channel-hint"),
    "topic_minutes": ("setting-topic-minutes", "setting-topic-minutes-hint"),
    "surroundings": ("setting-surroundings", "setting-surroundings-hint"),
    "backgrounds": ("setting-backgrounds", "setting-backgrounds-hint"),
}

Field = dict[str, Any]


def fields_of(kept: object, lead: timedelta, budget: int, words: Words, *, has_feed: bool = True) -> list[Field]:
    """Every setting with its value. `lead` and `budget`: what the administrator set, where the person wished nothing;
    `has_feed`: whether there is an activity feed to choose."""
    usual = {"lead_minutes": int(lead.total_seconds() // 60), "budget": budget}
    held = {name: wish.default for name, wish in WISHES.items()} | usual | usable(kept)
    return [_field(WISHES[name], held[name], words) for name in SHOWN if has_feed or name != "channel"]


def label_of(name: str, words: Words) -> str:
    """What a setting is called; its own id for one that nobody is asked."""
    return words.say(_LABELS[name][0]) if name in _LABELS else name


def changes_between(before: Sequence[Field], after: Sequence[Field], words: Words) -> list[str]:
    """One sentence for each setting that is another now."""
    held = {one["id"]: one for one in before}
    return [
        words.say(
            "bot-settings-change",
            label=one["label"],
            value=_said(one, words),
            before=_said({**one, "value": held[one["id"]]["value"]}, words),
        )
        for one in after
        if one["value"] != held[one["id"]]["value"]
    ]


def settings_card(
    fields: Sequence[Field],
    words: Words,
    *,
    notes: Sequence[str] = (),
    problem: str = "",
    typed: Mapping[str, str] | None = None,
    undo: Mapping[str, str] | None = None,
) -> Element:
    """Every setting as an input. `notes`: what was just saved, with what was there before as its `undo`; `problem`: why it was
    not, with what was `typed` kept."""
    entered = typed or {}
    first = [_input(one, entered, words) for one in fields if one["id"] in FIRST]
    others = [_input(one, entered, words) for one in fields if one["id"] not in FIRST]
    if words.language not in UNDERSTOOD:
        first.append(line(run(words.say("setting-language-understood"), isSubtle=True), spacing="Small"))
    head = [line(run(words.say("bot-settings-title"), weight="Bolder", size="Large"))]
    head += [line(run(literal(note, 300, 60), color="Good"), spacing="Small") for note in notes]
    head += [line(run(problem, color="Attention", weight="Bolder"), spacing="Small")] if problem else []
    is_open = any(one["id"] in entered for one in fields if one["id"] not in FIRST) and bool(problem)
    folded = {"type": "Container", "id": MORE, "isVisible": is_open, "items": others}
    more = {"type": "Action.ToggleVisibility", "title": words.say("act-settings-more"), "targetElements": [MORE]}
    who = execute("ask", words.say("act-grant-who"), {"text": "who sees my cards", "v": 1})
    save = execute("settings_save", words.say("act-settings-save"), {"v": 1}, takes_inputs=True)
    back = [execute("settings_save", words.say("act-undo"), {**undo, "v": 1})] if undo else []
    actions = [save, *back, more, who]
    return adaptive_card([*head, *first, folded], actions, language=words.language, spoken=words.say("bot-settings-title"))


def _field(wish: Wish, value: Any, words: Words) -> Field:
    label, hint = _LABELS[wish.id]
    made: Field = {"id": wish.id, "kind": wish.kind, "label": words.say(label), "hint": words.say(hint)}
    if wish.id == "language" and words.language not in UNDERSTOOD:
        made["hint"] = words.say("setting-language-understood")
    made["value"] = list(value) if wish.kind == "lines" else value
    if wish.kind in ("number", "lines"):
        made |= {"least": wish.least, "most": wish.most}
    if wish.kind == "choice":
        made["choices"] = [{"value": one, "title": words.say(_CHOICES[one])} for one in wish.choices]
    return made


def _said(one: Field, words: Words) -> str:
    value = one["value"]
    if isinstance(value, bool):
        return words.say("setting-on" if value else "setting-off")
    if one["kind"] == "choice":
        return str(next(choice["title"] for choice in one["choices"] if choice["value"] == value))
    if one["kind"] == "lines":
        return literal(words.row(value), 120, 20) or words.say("setting-nothing")
    return str(value)


def _input(one: Field, entered: Mapping[str, str], words: Words) -> Element:
    """An input of the kind; what was typed stands in it again where that could not be used."""
    value = entered.get(one["id"], _text(one["value"]))
    made: Element = {"id": one["id"], "label": one["label"], "value": value}
    if one["kind"] == "number":
        made["label"] = one["label"] + words.aside(words.say("pattern-range", least=str(one["least"]), most=str(one["most"])))
        number = int(value) if value.isascii() and value.isdecimal() else _plain_number(one["value"])
        return {"type": "Input.Number", **made, "value": number, "min": one["least"], "max": one["most"]}
    if one["kind"] == "time":
        return {"type": "Input.Time", **made}
    if one["kind"] == "switch":
        made.pop("label")
        return {"type": "Input.Toggle", **made, "title": one["label"], "valueOn": "true", "valueOff": "false"}
    if one["kind"] == "choice":
        # an empty value counts as none chosen, so the card says "-" for it
        choices = [{"title": choice["title"], "value": choice["value"] or NONE} for choice in one["choices"]]
        return {"type": "Input.ChoiceSet", **made, "value": value or NONE, "style": "compact", "choices": choices}
    return {"type": "Input.Text", **made, "isMultiline": True, "maxLength": 4000, "placeholder": one["hint"]}


NONE: Final = "-"
UNSET: Final = "unset"


def undo_of(before: Sequence[Field], after: Sequence[Field], wished: Collection[str]) -> dict[str, str]:
    """What a tap would have to bring for the settings to be as they were; only those that changed. What was not `wished` before
    stands in `unset`."""
    held = {one["id"]: one["value"] for one in after}
    changed = [one for one in before if one["value"] != held[one["id"]]]
    unset = ",".join(one["id"] for one in changed if one["id"] not in wished)
    back = {one["id"]: _text(one["value"]) or _empty(one["id"]) for one in changed if one["id"] in wished}
    return {**back, UNSET: unset} if unset else back


def _empty(name: str) -> str:
    return NONE if WISHES[name].kind == "choice" else ""


def entered_in(data: Mapping[str, str]) -> dict[str, object]:
    """What came back from the card's inputs, for those that it asks; an emptied number or time stays as it is."""
    found: dict[str, object] = {}
    for name in SHOWN:
        if name not in data or (WISHES[name].kind in ("number", "time") and not data[name].strip()):
            continue
        found[name] = "" if WISHES[name].kind == "choice" and data[name] == NONE else data[name]
    return found


def _plain_number(value: Any) -> int:
    return value if isinstance(value, int) else 0


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "\n".join(value) if isinstance(value, list) else str(value)
