"""The moments of a call as the panel's sample has them, and what a tap makes of them, as far as the panel's tests go."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).parents[2] / "panel" / "dev" / "sample-panel.json"
CALL = SAMPLE.with_name("sample-call.json")
MOMENTS = ("before", "opening", "running", "large", "asks", "hint", "break", "next", "closing", "over")
DRAFT = {
    "subject": "Thank you for today",
    "text": "Dear all, thank you for your time today.",
    "link": "https://outlook.office.com/mail/deeplink/compose/new",
    "objections": ["“Joe Miler”: the invitation says Joe Miller."],
    "to": ["maria.silva@northwindtraders.com"],
}


def during(moment: str, **changes: Any) -> dict[str, Any]:
    """The state in a moment of a call, as `SAMPLE=` of the pages' own server gives it; `changes` laid over its documents."""
    usual: dict[str, Any] = json.loads(CALL.read_text())
    found = usual.pop("moments")[moment]
    state: dict[str, Any] = {**json.loads(SAMPLE.read_text())["state"], **usual}
    for name, change in (*found.items(), *changes.items()):
        are_documents = isinstance(change, dict) and isinstance(state[name], dict)
        state[name] = {**state[name], **change} if are_documents else change
    return state


def apply(state: dict[str, Any], what: str, body: Any) -> None:
    """Do to `state` what a write about the call, its hour or its room says; another write does nothing."""
    changes: dict[str, Callable[[], None]] = {
        "call": lambda: _tap(state["call"], body["what"]),
        "addressed": lambda: _address(state["room"], body["address"], body["is_addressed"]),
        "opener": lambda: _change(state["hour"]["openers"], body["id"], is_used=body["is_used"]),
        "opening": lambda: state["hour"]["opening"].update(minutes=body["minutes"]),
        "visit": lambda: _change(state["hour"]["visit"], body["id"], is_ticked=body["is_ticked"]),
        "care": lambda: state["hour"]["care"].update(is_on=body["is_on"], by="you" if body["is_on"] else None),
        "around": lambda: state["room"]["others"].append({"name": body["name"], "what": body["what"]}),
        "around-remove": lambda: _leave(state["room"], body["name"]),
    }
    if what in changes:
        changes[what]()


def _tap(call: dict[str, Any], what: str) -> None:
    changes: dict[str, dict[str, Any]] = {
        "take": during("break")["call"] if call["next"] is None else {"hint": None, "next": None},
        "back": during("next")["call"],
        "later": {"hint": None, "next": None},
        "not_now": {"hint": None},
        "longer": {"break": {**(call["break"] or {}), "until": "2026-11-24T13:28:40Z", "back_at": "14:28"}},
        "started": {"state": "running", "known_from": "you", "asks": None},
        "runs_over": {"state": "running", "known_from": "you", "asks": None},
        "ended": {"state": "over", "asks": None},
    }
    call.update(changes.get(what, {}))


def _address(room: dict[str, Any], address: str, is_addressed: bool) -> None:
    for one in room["people"]:
        if one["address"] == address:
            one["is_addressed"] = is_addressed
    room["round"] = [one for one in room["round"] if one != address] + ([] if is_addressed else [address])


def _leave(room: dict[str, Any], name: str) -> None:
    room["others"] = [one for one in room["others"] if one["name"] != name]


def _change(items: list[Any], wanted: str, **change: Any) -> None:
    for item in items:
        if item["id"] == wanted:
            item.update(change)
