"""What is added to a card of an invitation, a journey or a call that runs over keeps to the limits of every card."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sidecar.domain.briefs.aside import Aside, AsideTap
from sidecar.domain.cards import card
from sidecar.domain.wording.card_parts import words_in
from sidecar.words import Words
from tests.card_text import text_of
from tests.domain.sample_meeting import LONDON, MEETING, brief_of


def told(words: Words) -> tuple[Aside, ...]:
    """Everything at once, as a reader of this language sees it."""
    late = AsideTap(
        title=words.say("act-late-chat"), url="https://teams.microsoft.com/l/chat/0/0", hint=words.say("act-late-hint")
    )
    there = AsideTap(title=words.say("act-there", place="Berlin"), verb="stay_zone", data={"stay": "s", "zone": "Europe/Berlin"})
    where = words.say("card-there-asks", clock="15:00", place="Singapore", other="Berlin")
    return (
        Aside(text=words.say("card-running-late", clock="14:58"), is_first=True, taps=(late,)),
        Aside(text=where, taps=(there,)),
        Aside(text=words.say("card-since-accepted", changes=words.say("card-changed-place", place="Room 7"))),
        Aside(text=words.say("card-last-of-series")),
    )


def drawn(words: Words) -> dict[str, Any]:
    """The card shortly before a meeting, with all of it."""
    preferences = replace(LONDON, language=words.language)
    return card.pre_call_card(replace(brief_of(MEETING, preferences=preferences), asides=told(words)), words, preferences)


@pytest.mark.parametrize("language", ["en", "de"])
def test_with_everything_that_may_be_added_there_are_sixty_words_above_the_fold(language: str) -> None:
    words = Words(language)
    made = drawn(words)
    assert words_in(made) <= 60
    text = text_of(made)
    assert all(one.text in text for one in told(words)), "what finds no room above stands below the fold"


def test_what_is_urgent_stands_right_below_the_head_and_its_tap_is_a_link_that_says_what_it_does() -> None:
    made = drawn(Words("en"))
    first = made["body"][1]
    assert "still running at 14:58" in text_of(first)
    (button,) = first["items"][1]["actions"]
    assert (button["type"], button["title"]) == ("Action.OpenUrl", "Tell them: 5 min late")
    assert button["tooltip"] == "Opens a chat with the words filled in. You send it."


def test_a_tap_of_ours_carries_which_card_it_stood_on() -> None:
    made = str(drawn(Words("en")))
    assert "'verb': 'stay_zone'" in made and f"'meeting': '{MEETING.id}'" in made


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_words_of_a_button_fit_on_a_narrow_card(language: str) -> None:
    words = Words(language)
    assert all(len(tap.title) <= 24 for one in told(words) for tap in one.taps)
