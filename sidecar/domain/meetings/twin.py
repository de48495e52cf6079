"""One meeting that stands in the calendar twice: its organiser made it anew, and has not cancelled the old one yet."""

from __future__ import annotations

from collections.abc import Sequence

from sidecar.domain.meetings.client import Corrections, OurSide, everybody, side_of
from sidecar.domain.meetings.delivery import ON_DEMAND, Delivered, round_of
from sidecar.domain.meetings.meeting import Meeting


def is_twin(one: Meeting, other: Meeting, ours: OurSide, corrections: Corrections) -> bool:
    """Whether two entries of a calendar are one meeting: at one time, with one way in, or one subject and a client of both."""
    if one.id == other.id or (one.start_at, one.end_at) != (other.start_at, other.end_at):
        return False
    if one.joining.url is not None and one.joining.url == other.joining.url:
        return True
    is_same_subject = bool(one.subject) and one.subject == other.subject
    return is_same_subject and bool(_clients(one, ours, corrections) & _clients(other, ours, corrections))


def is_told_by(twin: Sequence[Delivered], own: Sequence[Delivered], kind: str) -> bool:
    """Whether the twin's messages already say what a message of `kind` would; `own` are those of the meeting itself.

    A meeting that has told something already yields only to the same kind, so that of two that both began, one goes on.
    """
    kinds = _standing(twin)
    return kind in kinds if _standing(own) else bool(kinds)


def _standing(held: Sequence[Delivered]) -> set[str]:
    standing = [one for one in held if one.round == round_of(held) and one.state in {"claimed", "sent", "merged"}]
    return {one.kind for one in standing if one.kind != ON_DEMAND}


def _clients(meeting: Meeting, ours: OurSide, corrections: Corrections) -> set[str]:
    return {one.address for one in everybody(meeting) if side_of(one, ours, corrections) == "client"}
