"""Where in a call work is handed out, judged by what surrounds a sentence: nobody need say "I promise" there.

A stretch of talk counts next-step and deadline words, closing words, people named beside duties, things made at work,
requests and offers, and how near the end is. The weights were rounded from a fit to twenty recorded meetings, held out a
series at a time; only features that any meeting has went into it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

from sidecar.domain.times.due_words import due_in
from sidecar.domain.transcripts.recap_promises import Commitment
from sidecar.domain.transcripts.spoken import Sentence
from sidecar.knowledge.spoken import phrases

AROUND_S: Final = 45.0
APART_S: Final = 12.0
SHORTEST_CALL_S: Final = 300.0
MOST_A_CALL: Final = 6
LEAST_WEIGHT: Final = 5.0
LEAST_PLAIN: Final = 1.0
FEWEST_WORDS: Final = 5
_FULL: Final = 6.0
"""So many signs within the stretch count as much as any higher number."""
WEIGHTS: Final[Mapping[str, float]] = {
    "next_steps": 1.3,
    "due": 1.1,
    "closing": 1.0,
    "named": 0.9,
    "named_with_duty": 0.6,
    "work": 0.7,
    "deliverables": 0.9,
    "offer": 0.9,
    "request": 0.75,
    "own": 0.25,
}
PLAIN: Final[Mapping[str, float]] = {
    "given": 1.5,
    "taken": 1.0,
    "next_steps": 0.7,
    "due": 0.5,
    "deliverables": 0.5,
    "work": 0.5,
    "hedges": -0.4,
    "negated": -0.5,
    "asks": -1.5,
}
_FAMILIES: Final = ("next_steps", "closing", "work", "deliverables", "assigned", "we_shall", "hedges", "negated")
_ASKS: Final = re.compile(
    r"(?:(?<!\W)\W+)?(?:what|how|why|where|who|which|do|does|is|are|did|was|wie|wo|wer|warum|wann|ist|sind)\b", re.IGNORECASE
)
_FIRST_TENTH, _SECOND_HALF, _LAST_TWELFTH, _LAST_MINUTES = -0.95, 0.87, 0.44, 1.2
LAST_MINUTES_S: Final = 150.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """`around`: how much speaks for work being handed out about now; `plain`: how much like that the sentence itself sounds."""

    around: float
    plain: float

    @property
    def total(self) -> float:
        """What the two make together, in the unit in which LEAST_WEIGHT is enough."""
        return self.around + self.plain


def weights_of(
    sentences: Sequence[Sentence],
    commitments: Mapping[int, Commitment],
    languages: Sequence[str],
    names: Sequence[str],
    duration_s: float,
) -> tuple[Weight, ...]:
    """For each sentence, how much speaks for it."""
    called = _called(tuple(name.lower() for name in names))
    signs = [_signs(one, commitments.get(number), languages, called) for number, one in enumerate(sentences)]
    starts = [one.start_s for one in sentences]
    sums = {name: [0, *accumulate(name in one for one in signs)] for name in WEIGHTS}
    found, first, last = [], 0, 0
    for number, at_s in enumerate(starts):
        while starts[first] < at_s - AROUND_S:
            first += 1
        while last < len(starts) and starts[last] <= at_s + AROUND_S:
            last += 1
        around = sum(weight * min(sums[name][last] - sums[name][first], _FULL) / 3 for name, weight in WEIGHTS.items())
        plain = sum(weight for name, weight in PLAIN.items() if name in signs[number])
        found.append(Weight(around=around + _place(at_s, duration_s), plain=plain))
    return tuple(found)


def _place(at_s: float, duration_s: float) -> float:
    share = at_s / duration_s if duration_s else 0.0
    return (
        _FIRST_TENTH * (share < 0.1)
        + _SECOND_HALF * (share > 0.5)
        + _LAST_TWELFTH * (share > 0.92)
        + _LAST_MINUTES * (duration_s - at_s < LAST_MINUTES_S)
    )


@lru_cache(maxsize=20)
def _called(names: tuple[str, ...]) -> re.Pattern[str] | None:
    either = "|".join(re.escape(name) for name in names if len(name) > 1)
    return (
        re.compile(
            rf"(?<!\w)(?:{either})(?!\w)(?P<duty>.{{0,30}}\b(?:will|should|is|are|can|could|has to|have to|soll|"
            rf"muss|kann|wird)\b|'ll)?"
        )
        if either
        else None
    )


def _signs(one: Sentence, held: Commitment | None, languages: Sequence[str], called: re.Pattern[str] | None) -> frozenset[str]:
    found, text = set(), one.text.replace("’", "'")
    name = called.search(text.lower()) if called else None
    for language in languages:
        known = phrases(language)
        found |= {sign for sign in _FAMILIES if known[sign].search(text)}
        if name:
            found |= {"named", "named_with_duty"} if known["duties"].search(text) else {"named"}
        if due_in(text, None, language):
            found.add("due")
    if held:
        found |= {held.kind} if held.kind in ("offer", "request") else set()
        found |= {"own"} if held.kind in ("own", "phrase", "bare") and held.grade != "open" else set()
    is_given = "assigned" in found or (name and name["duty"]) or (held and held.kind in ("other", "request"))
    found |= {"given"} if is_given else {"taken"} if held or "we_shall" in found else set()
    found |= {"asks"} if _ASKS.match(text) and text.endswith("?") else set()
    return frozenset(found)


def stretches(
    sentences: Sequence[Sentence], weights: Sequence[Weight], taken_s: Sequence[float], *, most: int = MOST_A_CALL
) -> tuple[int, ...]:
    """The heaviest sentences that sound like work, by index, apart from each other and from what is taken already."""
    chosen: list[int] = []
    held = list(taken_s)
    for index in sorted(range(len(sentences)), key=lambda one: (-weights[one].total, one)):
        if weights[index].total < LEAST_WEIGHT or len(chosen) >= most:
            break
        at_s = sentences[index].start_s
        is_work = weights[index].plain >= LEAST_PLAIN and len(sentences[index].words) >= FEWEST_WORDS
        if is_work and all(abs(at_s - other) > APART_S for other in held):
            chosen.append(index)
            held.append(at_s)
    return tuple(chosen)
