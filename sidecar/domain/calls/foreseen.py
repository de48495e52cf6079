"""What comes during and after a call, as far as the calendar alone tells: a break where it is long, and the prompt after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sidecar.domain.calls.breaks import BreakSettings
from sidecar.domain.meetings.client import Verdict
from sidecar.domain.meetings.meeting import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """Something that will be suggested. `due_at`: by the timer and the planned end; a lull or Teams' word may make it another."""

    kind: Literal["break", "follow_up"]
    due_at: datetime


def foreseen(meeting: Meeting, verdict: Verdict, settings: BreakSettings | None = None) -> tuple[Foreseen, ...]:
    """The first break, unless the call would be closing by then, and the prompt at its end; none where it is no client's."""
    if not verdict.is_client:
        return ()
    rules = settings or BreakSettings()
    break_at = meeting.start_at + rules.suggest_at
    after = Foreseen(kind="follow_up", due_at=meeting.end_at)
    if break_at >= meeting.end_at - rules.quiet_before_end:
        return (after,)
    return (Foreseen(kind="break", due_at=break_at), after)
