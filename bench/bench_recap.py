"""What the recap of a one-hour transcript costs, and how good it is where the recorded meetings are on this machine."""

from __future__ import annotations

import statistics
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT))

from figures import report  # noqa: E402
from recap_quality import quality  # noqa: E402
from topic_changes import distances, sessions  # noqa: E402

from sidecar.flows.answers.answer_recap import answer_recap  # noqa: E402

MEETINGS = ROOT / ".." / "shared" / "data" / "meetings-dev"
TIMES = 3
LINES = (
    "We looked at the numbers of the second quarter and they are better than what we had in spring.",
    "Okay, and what does that mean for the roll-out in the other two plants?",
    "I think it depends on the training, because the people in the night shift have not seen it.",
    "I'll send you the training plan by Friday.",
    "Right.",
    "My only concern is that the interface to the old system still breaks once a week.",
    "Let's go with the smaller package first and see how the team takes it.",
)


def an_hour() -> bytes:
    """1,800 cues of two seconds, by four speakers."""
    cues = []
    for number in range(1800):
        minute, second = divmod(number * 2, 60)
        at = f"{minute // 60:02}:{minute % 60:02}:{second:02}"
        text = f"{LINES[number % len(LINES)]} Item {number // 7}."
        cues.append(f"x/{number}-0\n{at}.000 --> {at}.950\n<v Person {number % 4}>{text}</v>")
    return ("WEBVTT\n\n" + "\n\n".join(cues)).encode()


def cpu_seconds(data: bytes) -> float:
    began = time.process_time()
    answer_recap(data, me=["Person 0"], at=datetime(2026, 11, 19, 9, tzinfo=UTC), zone="Europe/Berlin")
    return time.process_time() - began


if __name__ == "__main__":
    data = an_hour()
    report("CPU of the recap of a one-hour transcript", [cpu_seconds(data) for _ in range(TIMES)], "s", at_most=2)
    if not MEETINGS.is_dir():
        print("        the recorded meetings are not on this machine: the quality of the recap is not measured")
        sys.exit(0)
    found = quality(MEETINGS)
    actions = found["actions"]
    report("actions of recorded meetings found within 30 s", [actions["found"]], "", at_least=0.8)
    report("suggestions a meeting", [actions["suggestions per meeting"]], "", at_most=6)
    report("suggestions within 30 s of an action", [actions["near precision"]], "", at_least=0.5)
    report("summary, F1", [found["summary"]["cue F1"]], "", at_least=found["longest fifth"]["cue F1"])
    joined = sessions(MEETINGS)
    for measure in ("by_words", "by_annotators"):
        coach, timer = distances(joined, measure)
        limit = statistics.fmean(timer)
        report(
            f"from a break hint to a change of topic, {measure} (timer: {limit:.0f} s)",
            [statistics.fmean(coach)],
            "s",
            at_most=limit,
        )
