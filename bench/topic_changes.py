"""Where a recorded session changes its subject, and how near to that the break coach and a plain timer speak.

Two measures, neither of which the coach can see while it decides:
- by words: with the whole session known, the moments at which the four minutes before share least with the four minutes after
  (cosine of tf-idf weights; a minimum within two and a half minutes on either side, at least .12 deep on both sides together);
- by annotators: between two cues that people linked to sentences of their hand-written summary, where no sentence is shared by
  the three linked cues before and the three after.
The joints of meetings count as changes in both. Sessions: the four meetings of a series one after another, from each of the four
on, and meetings of different series, without pauses between them. The timer alone speaks at 50 and 75 minutes and every 45 then.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sidecar.domain.calls.breaks import replayed
from sidecar.domain.transcripts.spoken import Cue
from sidecar.knowledge.spoken import word_list
from sidecar.wire.transcript import read_transcript

AROUND_S, EVERY_S = 240, 10


@dataclass(frozen=True)
class Session:
    cues: tuple[Cue, ...]
    by_words: tuple[float, ...]
    by_annotators: tuple[float, ...]


def sessions(folder: Path, *, measured: bool = True) -> list[Session]:
    """All joined sessions of the recorded meetings; without their changes of subject where `measured` is false."""
    cues = {path.stem: read_transcript(path.read_bytes()) for path in sorted(folder.glob("*.vtt"))}
    gold = {name: json.loads((folder / f"{name}.gold.json").read_text(encoding="utf-8")) for name in cues}
    series: dict[str, list[str]] = {}
    for name in cues:
        series.setdefault(name[:-1], []).append(name)
    orders = [names[first:] + names[:first] for names in series.values() for first in range(len(names))]
    orders += [[names[number] for names in series.values()] for number in range(4)]
    return [joined(order, cues, gold, measured) for order in orders]


def joined(
    order: Sequence[str], cues: Mapping[str, Sequence[Cue]], gold: Mapping[str, dict[str, Any]], measured: bool
) -> Session:
    """Meetings one after another, a second between them."""
    found: list[Cue] = []
    joints: list[float] = []
    annotated: list[float] = []
    offset = 0.0
    for name in order:
        shift = offset - cues[name][0].start_s
        moved = [
            replace(cue, number=len(found) + n, start_s=cue.start_s + shift, end_s=cue.end_s + shift)
            for n, cue in enumerate(cues[name])
        ]
        annotated += annotated_changes(moved, gold[name])
        found += moved
        offset = max(cue.end_s for cue in moved) + 1
        joints.append(offset)
    if not measured:
        return Session(tuple(found), (), ())
    return Session(tuple(found), tuple(sorted(word_changes(found) + joints[:-1])), tuple(sorted(annotated + joints[:-1])))


def annotated_changes(cues: Sequence[Cue], gold: dict[str, Any]) -> list[float]:
    linked: dict[int, set[str]] = {}
    for sentence in gold["abstract"]:
        for number in sentence["cues"]:
            linked.setdefault(number, set()).add(sentence["id"])
    order = sorted(linked)
    return [
        (cues[order[at - 1]].end_s + cues[order[at]].start_s) / 2
        for at in range(3, len(order) - 2)
        if not set().union(*(linked[one] for one in order[at - 3 : at]))
        & set().union(*(linked[one] for one in order[at : at + 3]))
    ]


def word_changes(cues: Sequence[Cue]) -> list[float]:
    small = word_list("small")
    said = [
        (cue.start_s, [word for word in re.findall(r"[a-z]{3,}", cue.text.lower()) if word not in small])
        for cue in sorted(cues, key=lambda one: one.start_s)
    ]
    starts = [at for at, _ in said]
    spread = Counter(word for _, words in said for word in set(words))
    weight = {word: math.log(len(said) / count) for word, count in spread.items() if count > 1}

    def vector(start: float, end: float) -> dict[str, float]:
        held = said[bisect_left(starts, start) : bisect_left(starts, end)]
        counts = Counter(word for _, words in held for word in words if word in weight)
        return {word: count * weight[word] for word, count in counts.items()}

    def alike(at: float) -> float:
        before, after = vector(at - AROUND_S, at), vector(at, at + AROUND_S)
        length = math.sqrt(sum(v * v for v in before.values()) * sum(v * v for v in after.values()))
        return sum(value * after.get(word, 0) for word, value in before.items()) / length if length else 0.0

    times = range(120, int(said[-1][0]) - 120, EVERY_S)
    rough = [alike(at) for at in times]
    smooth = [sum(rough[max(0, n - 2) : n + 3]) / len(rough[max(0, n - 2) : n + 3]) for n in range(len(rough))]
    found = []
    for number, at in enumerate(times):
        low, left, right = smooth[number], smooth[max(0, number - 15) : number + 1], smooth[number : number + 16]
        if low == min(left + right) and max(left) + max(right) - 2 * low > 0.12:
            found.append(float(at))
    return found


def timer(duration_s: float) -> list[float]:
    """When a timer alone would speak."""
    found = [3000.0, 4500.0]
    while found[-1] + 2700 < duration_s:
        found.append(found[-1] + 2700)
    return [at for at in found if at < duration_s]


def distances(found: Sequence[Session], measure: str) -> tuple[list[float], list[float]]:
    """Seconds from each hint of the coach, and from each of the timer's, to the nearest change of subject."""
    coach, plain = [], []
    for session in found:
        changes = getattr(session, measure)
        hints = [hint.at_s for hint in replayed(session.cues) if hint.kind != "new_topic"]
        coach += [min(abs(at - change) for change in changes) for at in hints]
        plain += [min(abs(at - change) for change in changes) for at in timer(session.cues[-1].end_s)]
    return coach, plain
