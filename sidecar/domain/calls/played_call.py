"""A transcript played as a call: what has been said up to a moment, where it was silent, and who was there.

Seconds from the transcript's start, unless said otherwise. Nothing here knows a word before it was spoken.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from sidecar.domain.calls.breaks import Spoken
from sidecar.domain.transcripts.spoken import Cue

LULL_S: Final = 2.0
"""A judgement: the panel calls it a lull once nobody has spoken for so long."""
LULLS_APART_S: Final = 5.0
"""Teams' panel says so at most this often."""
LONGEST_CUE_S: Final = 120.0
"""A cue that claims to last longer is a mistake of whoever wrote it; its words were not spoken for hours."""
AT_THE_START_S: Final = 600.0
"""A judgement: whoever first speaks later than this came late."""
BEFORE_WORDS_S: Final = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Joins:
    """`speaker` comes into the call at this second."""

    speaker: str
    at_s: float


@dataclass(frozen=True, kw_only=True)
class Script:
    """The cues in the order of their beginnings, none without words, none endless."""

    cues: tuple[Cue, ...]

    @cached_property
    def length_s(self) -> float:
        """When the last word is over."""
        return max((cue.end_s for cue in self.cues), default=0.0)

    @cached_property
    def joins(self) -> tuple[Joins, ...]:
        """Each named speaker once: at the start, or shortly before the first word of whoever speaks only much later."""
        first: dict[str, float] = {}
        for cue in self.cues:
            if cue.speaker:
                first.setdefault(cue.speaker, cue.start_s)
        come = {name: at_s - BEFORE_WORDS_S if at_s > AT_THE_START_S else 0.0 for name, at_s in first.items()}
        return tuple(Joins(speaker=name, at_s=at_s) for name, at_s in sorted(come.items(), key=lambda one: one[1]))

    def heard(self, after: int, until_s: float) -> tuple[Cue, ...]:
        """What follows the first `after` cues and is over by now, in the order of the beginnings: one that still lasts holds
        back those that began after it."""
        found = []
        for cue in self.cues[after:]:
            if cue.end_s > until_s:
                break
            found.append(cue)
        return tuple(found)

    def speaking(self, at_s: float) -> bool:
        """Whether somebody speaks at this second."""
        return any(cue.start_s <= at_s < cue.end_s for cue in self.cues)

    def next_words_s(self, at_s: float) -> float | None:
        """When somebody speaks next, where nobody does now; None where somebody does, or nobody will."""
        if self.speaking(at_s):
            return None
        return next((cue.start_s for cue in self.cues if cue.start_s > at_s), None)

    def lulls(self, from_s: float, until_s: float) -> tuple[float, ...]:
        """When, after `from_s` and up to `until_s`, nobody had spoken for two seconds."""
        return tuple(at_s for at_s in self._lulls if from_s < at_s <= until_s)

    @cached_property
    def _lulls(self) -> tuple[float, ...]:
        found: list[float] = []
        spoken_until_s: float | None = None
        for cue in self.cues:
            if spoken_until_s is not None and cue.start_s - spoken_until_s >= LULL_S:
                at_s = spoken_until_s + LULL_S
                if not found or at_s - found[-1] >= LULLS_APART_S:
                    found.append(at_s)
            spoken_until_s = max(spoken_until_s or 0.0, cue.end_s)
        return tuple(found)


def script_of(cues: Iterable[Cue]) -> Script:
    """The script of a transcript; empty where nobody says anything."""
    spoken = [replace(cue, end_s=min(cue.end_s, cue.start_s + LONGEST_CUE_S)) for cue in cues if cue.text]
    return Script(cues=tuple(sorted(spoken, key=lambda one: (one.start_s, one.number))))


def spoken_at(cues: Sequence[Cue], shift_s: float) -> tuple[Spoken, ...]:
    """The words in seconds of the call, which the player's own pauses and the breaks made longer by `shift_s`."""
    return tuple(
        Spoken(start_s=cue.start_s + shift_s, end_s=cue.end_s + shift_s, speaker=cue.speaker, text=cue.text) for cue in cues
    )


def written(spoken: Iterable[Spoken]) -> str:
    """These words as the WebVTT that Teams would write of them."""
    parts = ["WEBVTT"]
    for one in spoken:
        name, text = html.escape(one.speaker, quote=False), html.escape(one.text, quote=False)
        voice = f"<v {name}>{text}</v>" if name else text
        parts.append(f"{_clock(one.start_s)} --> {_clock(one.end_s)}\n{voice}")
    return "\n\n".join(parts) + "\n"


def _clock(seconds: float) -> str:
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000:02}:{whole // 60_000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"
