"""Calls made of single lines, for the tests of the recap."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from sidecar.domain.transcripts.recap import Recap, recap_of
from sidecar.domain.transcripts.spoken import Cue

THURSDAY = date(2026, 11, 19)
COMMITMENTS: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[1] / "fixtures" / "commitments.toml").read_text(encoding="utf-8")
)
MEETINGS = Path(__file__).parents[2] / ".." / "shared" / "data" / "meetings-dev"


def cues_of(*lines: str | tuple[str, str], every_s: float = 6.0) -> list[Cue]:
    """A cue for each line, by one speaker or by those named."""
    found = []
    for number, line in enumerate(lines):
        speaker, text = line if isinstance(line, tuple) else ("Ana Ruiz", line)
        start = 10 + every_s * number
        found.append(Cue(number=number, start_s=start, end_s=start + every_s * 0.7, speaker=speaker, text=text))
    return found


def recap_of_lines(*lines: str | tuple[str, str], said_on: date | None = THURSDAY) -> Recap:
    """What a call of these lines leaves behind."""
    return recap_of(cues_of(*lines), said_on=said_on)
