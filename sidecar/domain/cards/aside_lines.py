"""Asides as parts of a card: what is urgent first, what is quiet last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sidecar.domain.briefs.aside import Aside, AsideTap
from sidecar.domain.wording.card_parts import Element, execute, line, run


def asides(told: Sequence[Aside], data: Mapping[str, object], *, first: bool) -> list[Element]:
    """Those that stand before everything else, or the others. `data`: what every tap of the card carries."""
    return [_aside(one, data) for one in told if one.is_first is first]


def _aside(one: Aside, data: Mapping[str, object]) -> Element:
    style = {"weight": "Bolder"} if one.is_first else {"isSubtle": True, "size": "Small"}
    said = line(run(one.text, **style), spacing="Small")
    if not one.taps:
        return said
    buttons = {"type": "ActionSet", "actions": [_tap(tap, data) for tap in one.taps], "spacing": "Small"}
    return {"type": "Container", "items": [said, buttons], "spacing": "Small"}


def _tap(tap: AsideTap, data: Mapping[str, object]) -> Element:
    hint = {"tooltip": tap.hint} if tap.hint else {}
    if tap.url:
        return {"type": "Action.OpenUrl", "title": tap.title, "url": tap.url, **hint}
    return {**execute(tap.verb, tap.title, {**data, **tap.data}), **hint}
