"""No card is larger than Teams takes, whatever stands in it: letters outside ASCII are counted as Teams may write them."""

from __future__ import annotations

import pytest

from sidecar.domain.wording.on_the_wire import size
from tests.hostile.every_card import cards_with

MOST = 24_000
"""Bytes: Teams refuses messages beyond 28 kB, and other fields of the message need some."""
LONG = {
    "emoji": "😀" * 300,
    "emoji in words": "😀 " * 300,
    "families": "\U0001f468\u200d\U0001f469\u200d\U0001f467 " * 60,
    "ideographs": "漢字" * 800,
    "ideographs in words": "漢字 " * 300,
    "quotation marks": '"\\' * 600,
    "accents": "e\u0301\u0302\u0303" * 300,
    "unseen": "\x7f\x00\u2028" * 400,
    "half letters": "\ud83d" * 900,
    "words": "word " * 900,
}


@pytest.mark.parametrize("what", LONG)
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_card_stays_below_twenty_four_kilobytes_as_teams_counts_them(what: str, language: str) -> None:
    sizes = {name: size(made) for name, made in cards_with(LONG[what], language).items()}
    assert len(sizes) >= 35
    assert not {name: bytes_ for name, bytes_ in sizes.items() if bytes_ > MOST}
