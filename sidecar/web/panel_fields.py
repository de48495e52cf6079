"""Fields of what the panel sends: each of the kind that it must be, or refused in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sidecar.errors import Refused
from sidecar.flows.panel.panel_writes import Writer
from sidecar.words import Words


def text_in(who: Writer, body: Mapping[str, Any], name: str) -> str:
    """A text. Raises Refused."""
    value = body.get(name)
    if not isinstance(value, str):
        raise bad(who)
    return value


def switch_in(who: Writer, body: Mapping[str, Any], name: str) -> bool:
    """True or false. Raises Refused."""
    value = body.get(name)
    if not isinstance(value, bool):
        raise bad(who)
    return value


def number_in(who: Writer, body: Mapping[str, Any], name: str) -> int | None:
    """A whole number, or None where there is none. Raises Refused."""
    value = body.get(name)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or abs(value) > 1_000_000):
        raise bad(who)
    return value


def bad(who: Writer) -> Refused:
    """The refusal."""
    return Refused(Words(who.language).say("panel-bad-body"))
