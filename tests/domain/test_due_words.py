"""Due words mean the day a person means, said on Thursday 19 November 2026."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.domain.times.due_words import due_in
from sidecar.knowledge.due_days import day_phrases

THURSDAY = date(2026, 11, 19)

MEANT = [
    ("I'll send it by Friday.", "by Friday", "2026-11-20"),
    ("Let's meet next Tuesday", "next Tuesday", "2026-11-24"),
    ("in two weeks you get it", "in two weeks", "2026-12-03"),
    ("by the 27th", "by the 27th", "2026-11-27"),
    ("Monday the 30th", "Monday the 30th", "2026-11-30"),
    ("by end of next week", "by end of next week", "2026-11-27"),
    ("before Christmas", "before Christmas", "2026-12-24"),
    ("by the end of the month", "by the end of the month", "2026-11-30"),
    ("early next week", "early next week", "2026-11-24"),
    ("EOD Thursday", "EOD Thursday", "2026-11-26"),
    ("before the 27th", "before the 27th", "2026-11-26"),
    ("tomorrow morning", "tomorrow morning", "2026-11-20"),
    ("by Thursday, no, Friday", "Friday", "2026-11-20"),
    ("on Thursday or Friday", "on Thursday", "2026-11-26"),
    ("next month", "next month", "2026-12-31"),
    ("by December 4th", "by December 4th", "2026-12-04"),
    ("on 3 December", "on 3 December", "2026-12-03"),
    ("by the third of December", "by the third of December", "2026-12-03"),
    ("by close of business tomorrow", "by close of business tomorrow", "2026-11-20"),
    ("within 48 hours", "within 48 hours", "2026-11-21"),
    ("in three working days", "in three working days", "2026-11-24"),
    ("mid next week", "mid next week", "2026-11-25"),
    ("in January", "in January", "2027-01-31"),
    ("by the end of Q1", "by the end of Q1", "2027-03-31"),
    ("the notes from Monday tomorrow", "tomorrow", "2026-11-20"),
    ("by noon on Monday", "by noon on Monday", "2026-11-23"),
    ("a week from Friday", "a week from Friday", "2026-11-27"),
    ("Thursday next week", "Thursday next week", "2026-11-26"),
    ("by the weekend", "by the weekend", "2026-11-20"),
    ("over the weekend", "over the weekend", "2026-11-22"),
    ("before Easter", "before Easter", "2027-03-27"),
    ("before our next call", "before our next call", None),
    ("as soon as possible", "as soon as possible", None),
    ("bis Freitag", "bis Freitag", "2026-11-20"),
    ("bis Ende nächster Woche", "bis Ende nächster Woche", "2026-11-27"),
    ("Anfang nächster Woche", "Anfang nächster Woche", "2026-11-23"),
    ("bis zum 27.", "bis zum 27.", "2026-11-27"),
    ("bis spätestens 3. Dezember", "bis spätestens 3. Dezember", "2026-12-03"),
    ("vor Weihnachten", "vor Weihnachten", "2026-12-24"),
    ("übermorgen", "übermorgen", "2026-11-21"),
    ("bis 04.12.", "bis 04.12.", "2026-12-04"),
    ("bis Mittwoch nächster Woche", "bis Mittwoch nächster Woche", "2026-11-25"),
]


@pytest.mark.parametrize(("text", "words", "day"), MEANT)
def test_due_words_are_found_as_said_and_mean_their_day(text: str, words: str, day: str | None) -> None:
    found = due_in(text, THURSDAY)
    assert found is not None
    assert (found.words, found.day.isoformat() if found.day else None) == (words, day)
    assert text[found.start : found.end].strip() == words


@pytest.mark.parametrize(
    "text",
    [
        "since Monday",
        "as we said last Friday",
        "two weeks ago",
        "I may come",
        "the march was long",
        "every Tuesday",
        "Friday's report",
    ],
)
def test_what_is_past_or_no_date_is_not_due(text: str) -> None:
    assert due_in(text, THURSDAY) is None


def test_a_date_that_can_be_read_two_ways_is_not_guessed() -> None:
    found = due_in("by 12/04", THURSDAY)
    assert found is None or found.day is None


def test_what_the_own_grammar_cannot_read_is_asked_of_dateparser() -> None:
    found = due_in("I'll send it by 2026/12/15, then", THURSDAY)
    assert found is not None and found.day == date(2026, 12, 15)


def test_without_the_date_of_the_call_the_words_stay_and_no_day_is_made_up() -> None:
    found = due_in("I'll send it by Friday.", None)
    assert found is not None and found.words == "by Friday" and found.day is None


def test_the_same_weekday_is_the_one_in_a_week() -> None:
    found = due_in("by Thursday", THURSDAY)
    assert found is not None and found.day == THURSDAY + timedelta(days=7)


def test_a_leap_day_and_the_turn_of_the_year_are_days_too() -> None:
    assert (found := due_in("on the 29th of February", THURSDAY)) and found.day == date(2028, 2, 29)
    assert (found := due_in("by the 3rd", date(2026, 12, 30))) and found.day == date(2027, 1, 3)
    assert (found := due_in("by the 31st", date(2026, 11, 30))) and found.day == date(2026, 12, 31)


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31)), st.sampled_from([text for text, _, day in MEANT if day])
)
def test_on_any_day_of_any_year_due_words_mean_a_day_that_is_not_past(said_on: date, text: str) -> None:
    found = due_in(text, said_on)
    assert found is not None and found.day is not None
    assert said_on - timedelta(days=1) <= found.day <= said_on + timedelta(days=400)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading_of_due_words(text: str) -> None:
    found = due_in(text, THURSDAY)
    assert found is None or text[found.start : found.end].strip() == found.words


def test_no_phrase_of_the_grammar_goes_without_a_sign() -> None:
    for text, _, _ in MEANT:
        assert day_phrases().signs.search(text), text
    for phrase in day_phrases().phrases:
        written = re.sub(r"\(\?P<\w+>|\(\?[:=!<]+", "(", phrase.pattern.pattern)
        assert day_phrases().signs.search(written)
