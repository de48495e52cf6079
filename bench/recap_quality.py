"""The recap of the recorded meetings against what people found in them, by the score that comes with the meetings."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from sidecar.domain.transcripts.recap import Recap, recap_of
from sidecar.wire.transcript import read_transcript

SAID_ON = date(2026, 11, 19)


def quality(folder: Path) -> dict[str, dict[str, float]]:
    """Figures of actions, decisions, questions and summary, and of the longest fifth of the cues beside the summary."""
    score = _score(folder)
    meetings = score.load_meetings(folder)
    said: dict[str, dict[str, list[Any]]] = {}
    for name in meetings:
        cues = read_transcript((folder / f"{name}.vtt").read_bytes())
        said[name] = _predictions(recap_of(cues, said_on=SAID_ON))
        longest = sorted(cues, key=lambda cue: -len(cue.text.split()))[: round(len(cues) / 5)]
        said[name]["longest fifth"] = [cue.number for cue in longest]
    found = {}
    for key in ("actions", "decisions", "questions", "summary", "longest fifth"):
        against = "summary" if key == "longest fifth" else key
        counts = [
            score.count_meeting(
                meetings[name], against, score.as_groups(said[name][key], len(meetings[name]["starts"]), name), 30.0
            )
            for name in meetings
        ]
        found[key] = score.figures(counts)
    return found


def _score(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _predictions(found: Recap) -> dict[str, list[Any]]:
    return {
        "actions": [list(one.cues) for one in found.promises],
        "decisions": [list(one.cues) for one in found.decisions],
        "questions": [list(one.cues) for one in found.questions],
        "summary": [one.cue for one in found.summary],
    }
