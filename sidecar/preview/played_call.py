"""One call as it is played, and what the preview page is told of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

from sidecar.domain.calls.breaks import Spoken
from sidecar.domain.calls.played_call import Script
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.times.instant import written as instant
from sidecar.preview.transcripts import PlayFile

PlayState = Literal["coming", "running", "stopped", "waiting", "break", "over"]
SHOWN: Final = 40
"""Cues on the page: what was heard last."""


@dataclass(slots=True, kw_only=True)
class Play:
    """One call as it is played. `position_s`: in the transcript; `heard`: how many cues were spoken; `until_s`: up to there
    without waiting; `seen`: the hint or question that was open at the last step."""

    meeting: Meeting
    file: PlayFile
    script: Script
    speed: float
    waits: bool
    state: PlayState = "coming"
    position_s: float = 0.0
    heard: int = 0
    joined: int = 0
    until_s: float = 0.0
    is_looking_for_hint: bool = False
    started_at: datetime | None = None
    ended_at: datetime | None = None
    break_until: datetime | None = None
    seen: str | None = None
    spoken: list[Spoken] = field(default_factory=list)
    is_ending: bool = False
    problem: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing plays any more."""
        return self.state == "over"


def told(play: Play) -> dict[str, Any]:
    """The call as the page shows it, with the words that were heard last."""
    cues = play.script.cues[max(play.heard - SHOWN, 0) : play.heard]
    first = play.heard - len(cues)
    return {
        "meeting": play.meeting.id,
        "subject": None if play.meeting.is_private else play.meeting.subject,
        "file": play.file.name,
        "state": play.state,
        "speed": play.speed,
        "waits": play.waits,
        "is_hurrying": play.state == "running" and play.position_s < play.until_s,
        "position_s": round(play.position_s, 1),
        "length_s": round(play.script.length_s, 1),
        "started_at": instant(play.started_at) if play.started_at else None,
        "ended_at": instant(play.ended_at) if play.ended_at else None,
        "break_until": instant(play.break_until) if play.break_until else None,
        "next_words_s": play.script.next_words_s(play.position_s),
        "problem": play.problem,
        "said": [
            {"number": first + number, "at_s": round(cue.start_s, 1), "speaker": cue.speaker, "text": cue.text}
            for number, cue in enumerate(cues)
        ],
    }
