"""Sentences that only put words in between are said without the whole of Fluent, and are the same to the letter."""

from __future__ import annotations

import pytest

from sidecar.words import LANGUAGES, LONGEST_SHORT, Words, _bundle, _pieces


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_short_way_says_what_fluent_says(language: str) -> None:
    words, bundle, said = Words(language), _bundle(language), 0
    for key in (one for one in bundle._messages if (_pieces(language, one) or ()) and bundle.has_message(one)):
        names = [piece for is_text, piece in _pieces(language, key) or () if not is_text]
        for filler in ("⟨a⟩ b", "", "x" * (LONGEST_SHORT - 40), "{ $who }"):
            args: dict[str, object] = {name: f"{filler}{name}" for name in names}
            text, errors = bundle.format_pattern(bundle.get_message(key).value, dict(args))
            assert not errors and words.say(key, **args) == text
            said += bool(names)
    assert said > 1000


def test_a_missing_word_is_still_a_mistake() -> None:
    with pytest.raises(LookupError):
        Words("en").say("card-summary", klock="14:00")
