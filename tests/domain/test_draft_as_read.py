"""A draft read by the one who gets it: what was agreed without the talk around it, and whose words are whose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sidecar.domain.followups.draft import Addressee, Agreed, Point, with_its_maker
from sidecar.domain.followups.draft_text import written
from sidecar.words import Words
from tests.domain.test_draft_text import BASE, GERMAN, of


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("So it is agreed: customers with an open invoice.", "- Customers with an open invoice."),
        ("Then it’s agreed: Osaka goes live on Monday.", "- Osaka goes live on Monday."),
        ("Okay, we have decided that the test begins in May.", "- The test begins in May."),
        ("It is not agreed: the price.", "- It is not agreed: the price."),
        ("Agreed with the plant: two shifts.", "- Agreed with the plant: two shifts."),
        ("We agreed that.", "- We agreed that."),
    ],
)
def test_what_was_agreed_stands_without_the_words_that_led_to_it(said: str, read: str) -> None:
    assert read in written(of("thanks", decisions=(said,)))[1].split("\n")


def test_the_same_in_german() -> None:
    told = written(replace(GERMAN, kind="thanks", decisions=("Dann ist es vereinbart: Osaka beginnt am Montag.",)))[1]
    assert "- Osaka beginnt am Montag." in told.split("\n")


def test_a_promise_that_says_my_or_you_is_told_as_the_words_of_whoever_made_it() -> None:
    theirs = Agreed(side="theirs", what="finish my pairs", who="Rafael Oliveira", due_on=date(2026, 11, 26))
    others = Agreed(side="theirs", what="arrange the account", who="Aiko Tanaka")
    mine = Agreed(side="ours", what="send you a picture")
    colleague = Agreed(side="ours", what="send the list to you both", who="Priya Nair")
    told = written(of("thanks", promises=(theirs, others, mine, colleague)))[1].split("\n")
    assert "- Rafael Oliveira: “finish my pairs” (by Thursday 26 November)" in told
    assert "- Aiko Tanaka: arrange the account" in told and "- send you a picture" in told
    assert "- Priya Nair: send the list to you both" in told, "our you is theirs"


def test_what_they_promised_is_asked_about_on_the_phone_as_their_promise() -> None:
    told = written(of("call", points=(Point(text="send you my remarks", side="theirs"),)))[1]
    assert "- They promised “send you my remarks”: ask how it stands." in told.split("\n")
    told = written(replace(GERMAN, kind="call", points=(Point(text="die Liste schicken", side="theirs"),)))[1]
    assert "- Der Kunde hat zugesagt: „die Liste schicken“. Fragen, wie es damit steht." in told.split("\n")


def test_an_open_point_is_said_to_be_part_of_the_project_only_where_it_comes_from_that_meeting() -> None:
    point = Point(text="send the remarks", side="theirs", day=date(2026, 11, 23))
    met = of("check_in", project="Roll-out review", points=(point,), met_on=date(2026, 12, 28))
    assert "Roll-out review" not in written(met)[1]
    assert "Roll-out review" in written(replace(met, met_on=point.day))[1]


def test_a_language_is_named_and_no_code_is_read() -> None:
    assert Words("en").say("draft-doubt-language-unknown", language="en").endswith("so this is in English.")
    assert Words("de").say("draft-doubt-language-unknown", language="de").endswith("darum ist dies auf Deutsch.")
    assert BASE.language == "en"


@pytest.mark.parametrize(
    ("who", "to", "said"),
    [
        ("Rafael Oliveira", ("Aiko Tanaka", "Rafael Oliveira"), "Rafael Oliveira: book my flight"),
        ("Rafael Oliveira", ("Aiko Tanaka",), "Rafael Oliveira: book my flight"),
        ("Rafael Oliveira", ("Rafael Oliveira",), "book my flight"),
        ("", ("Aiko Tanaka", "Rafael Oliveira"), "book my flight"),
    ],
)
def test_a_promise_read_by_several_or_by_another_names_who_made_it(who: str, to: tuple[str, ...], said: str) -> None:
    assert with_its_maker("book my flight", who, [Addressee(address="x@example.com", name=one) for one in to]) == said
