"""A running call as it is stored, and back: whatever cannot be read counts as never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import datetime
from typing import Any

from sidecar.domain.calls.breaks import BreakState
from sidecar.domain.calls.call import Said
from sidecar.domain.calls.call_live import Live, Open, Pause
from sidecar.domain.wording.reason import Reason

_INSTANTS = ("seen_at", "held_from", "from_at", "signal_at")


def kept(live: Live) -> dict[str, Any]:
    """The call as JSON."""
    found = {name: _written(value) for name, value in asdict(live).items()}
    found["coach"]["recent"] = [[at_s, list(words)] for at_s, words in live.coach.recent]
    return found


def live_in(document: object) -> Live | None:
    """The call that was stored; None where it cannot be read."""
    try:
        return _live(document) if isinstance(document, Mapping) else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _live(document: Mapping[str, Any]) -> Live:
    names = {field.name for field in fields(Live)}
    plain = {name: value for name, value in document.items() if name in names}
    plain |= {name: _instant(plain.get(name)) for name in _INSTANTS}
    plain |= {name: _sure(document[name]) for name in ("planned_from", "planned_until")}
    hint, pause, coach = plain.pop("hint", None), plain.pop("pause", None), plain.pop("coach", {})
    said = tuple(Said(kind=one["kind"], at=_sure(one["at"])) for one in plain.pop("said", ()))
    made = Live(**{**plain, "put_off": tuple(plain.get("put_off", ()))}, said=said, coach=_coach(coach))
    return replace(made, hint=_open(hint) if hint else None, pause=_pause(pause) if pause else None)


def _coach(kept_of: Mapping[str, Any]) -> BreakState:
    names = {field.name for field in fields(BreakState)}
    plain = {name: value for name, value in kept_of.items() if name in names and name != "recent"}
    return BreakState(**plain, recent=tuple((float(at_s), tuple(words)) for at_s, words in kept_of.get("recent", ())))


def _open(hint: Mapping[str, Any]) -> Open:
    because = Reason(key=hint["because"]["key"], args=dict(hint["because"]["args"]))
    return Open(id=hint["id"], kind=hint["kind"], because=because, at=_sure(hint["at"]))


def _pause(pause: Mapping[str, Any]) -> Pause:
    return Pause(
        kind=pause["kind"], began_at=_sure(pause["began_at"]), until=_sure(pause["until"]), minutes=int(pause["minutes"])
    )


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _written(inner) for name, inner in value.items()}
    return [_written(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def _instant(text: str | None) -> datetime | None:
    return _sure(text) if text else None


def _sure(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found
