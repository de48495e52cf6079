"""Who talked how long, and when nobody did: plain sums over the cues of a call. For the host alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sidecar.domain.transcripts.spoken import Cue

SAME_TURN_S: Final = 3.0
GAP_S: Final = 300.0
"""A silence this long means that a break was taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """`name` is empty for words of nobody known; `share` of all that was spoken; seconds."""

    name: str
    talk_s: float
    share: float
    longest_turn_s: float
    questions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A silence, in seconds from the start of the transcript."""

    start_s: float
    end_s: float


def talk_of(cues: Sequence[Cue], questions: Sequence[str]) -> tuple[Talk, ...]:
    """In the order in which they first spoke. `questions`: who asked each; what overlaps counts for both."""
    spoken: dict[str, float] = {}
    longest: dict[str, float] = {}
    turn: tuple[str, float, float] | None = None
    for cue in sorted(cues, key=lambda one: (one.start_s, one.number)):
        spoken[cue.speaker] = spoken.get(cue.speaker, 0.0) + cue.end_s - cue.start_s
        goes_on = turn is not None and turn[0] == cue.speaker and cue.start_s - turn[2] <= SAME_TURN_S
        turn = (cue.speaker, turn[1] if goes_on and turn else cue.start_s, max(cue.end_s, turn[2] if goes_on and turn else 0.0))
        longest[cue.speaker] = max(longest.get(cue.speaker, 0.0), turn[2] - turn[1])
    total = sum(spoken.values())
    return tuple(
        Talk(
            name=name,
            talk_s=took,
            share=took / total if total else 0.0,
            longest_turn_s=longest[name],
            questions=questions.count(name),
        )
        for name, took in spoken.items()
    )


def gaps_in(cues: Sequence[Cue]) -> tuple[Gap, ...]:
    """Each silence of five minutes or more between two cues."""
    found: list[Gap] = []
    silent_from: float | None = None
    for cue in sorted(cues, key=lambda one: one.start_s):
        if silent_from is not None and cue.start_s - silent_from >= GAP_S:
            found.append(Gap(start_s=silent_from, end_s=cue.start_s))
        silent_from = max(silent_from or 0.0, cue.end_s)
    return tuple(found)


def duration_of(cues: Sequence[Cue]) -> float:
    """Seconds until the last word."""
    return max((cue.end_s for cue in cues), default=0.0)
