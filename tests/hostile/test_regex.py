"""No regular expression can be made to think for long: every pattern in the program is collected and attacked.

Exponential ones are refused outright. What is only quadratic answers in time for as much text as one line, name or sentence may
have; the files that have such patterns are listed with how many, and no other may come.
"""

from __future__ import annotations

import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.hostile.patterns import Found, attacks, patterns
from tests.hostile.quadratic import QUADRATIC

LIMIT = 0.05
"""Seconds of CPU time for one text."""
A_LINE = 1_000
"""Letters of the longest line, name or sentence that is looked at in one piece."""
A_MAIL = 100_000
TRIES = 3


class Late(BaseException):
    """The limit has passed."""


@contextmanager
def _limit(seconds: float) -> Iterator[None]:
    def strike(*_: object) -> None:
        raise Late

    before = signal.signal(signal.SIGVTALRM, strike)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _seconds(one: Found, text: Any) -> float:
    """CPU time that a pattern takes for a text, the best of a few tries; the limit where it takes longer."""
    best = float("inf")
    for _ in range(TRIES):
        started = time.thread_time()
        try:
            with _limit(LIMIT * 1.2):
                _apply(one, text)
        except Late:
            best = min(best, LIMIT * 1.2)
            continue
        best = min(best, time.thread_time() - started)
        if best < LIMIT / 2:
            break
    return best


def _apply(one: Found, text: Any) -> None:
    shape = one.compiled()
    if one.used in ("match", "fullmatch"):
        getattr(shape, one.used)(text)
    elif one.used == "search":
        shape.search(text)
    else:
        for _ in shape.finditer(text):
            pass


def test_every_pattern_is_found() -> None:
    found = patterns()
    assert len(found) > 600
    assert {one.where.partition(":")[0] for one in found} >= {
        f"sidecar/{one}.py" for one in ("domain/mails/signature", "wire/transcript", "writer/orders", "research/site_name")
    }


def test_no_pattern_thinks_for_long_about_a_line_made_for_it() -> None:
    slow = [f"{one.where} {one.text!r:.80} {text[:20]!r}" for one, text in _slow(A_LINE)]
    assert not slow, "\n".join(slow)


@pytest.mark.night
@pytest.mark.timeout(3600)
def test_a_hundred_thousand_letters_are_answered_in_time_but_by_the_patterns_for_short_texts() -> None:
    found = Counter(one.where.partition(":")[0] for one, _ in _slow(A_MAIL))
    worse = {file: count for file, count in found.items() if count > QUADRATIC.get(file, 0)}
    assert not worse, worse


def _slow(size: int) -> Iterator[tuple[Found, Any]]:
    """Each pattern that takes longer than the limit for a text of this size, with the first such text."""
    for one in patterns():
        for text in attacks(one, size):
            if _seconds(one, text) >= LIMIT:
                yield one, text
                break
