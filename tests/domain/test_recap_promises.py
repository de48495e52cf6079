"""A promise is recorded with who, what, until when and its words; a hedge, a refusal and a question are none."""

from __future__ import annotations

import time
from typing import Any

import pytest

from sidecar.domain.transcripts.recap_agreed import Promise
from tests.domain.spoken_lines import COMMITMENTS, recap_of_lines


def promises(*lines: str | tuple[str, str]) -> tuple[Promise, ...]:
    return recap_of_lines(*lines).promises


def day(promise: Promise) -> str | None:
    return promise.due.isoformat() if promise.due else None


def ids(rows: list[dict[str, Any]]) -> list[str]:
    return [row["say"][:40] for row in rows]


def test_the_set_is_wide() -> None:
    assert sum(len(rows) for rows in COMMITMENTS.values()) >= 250


@pytest.mark.parametrize("row", COMMITMENTS["promises"], ids=ids(COMMITMENTS["promises"]))
def test_a_commitment_is_found_with_its_work_and_its_day(row: dict[str, Any]) -> None:
    (found, *more) = promises(row["say"])
    assert not more
    assert found.certainty in ("stated", "probable") and found.who == "Ana Ruiz" and found.quote == row["say"]
    assert row.get("what", "").lower() in found.what.lower()
    assert day(found) == row.get("due")


def test_of_sentences_written_after_the_patterns_nine_in_ten_are_found_and_dated() -> None:
    rows = [*COMMITMENTS["blind_promises"], *COMMITMENTS["blind_promises_again"]]
    found = [(row, held[0]) for row in rows if (held := promises(row["say"]))]
    assert len(found) / len(rows) >= 0.85
    assert sum(day(held) == row.get("due") for row, held in found) / len(found) >= 0.9


@pytest.mark.parametrize("row", COMMITMENTS["others"], ids=ids(COMMITMENTS["others"]))
def test_what_another_is_to_do_is_theirs_and_never_stated(row: dict[str, Any]) -> None:
    (found,) = promises(row["say"])
    assert (found.who, day(found), found.certainty) == (row["who"], row.get("due"), "probable")


@pytest.mark.parametrize(
    "line",
    [
        line
        for kind in ("hedges", "negations", "questions", "no_work", "blind_nothing", "blind_nothing_again")
        for line in COMMITMENTS[kind]
    ],
)
def test_no_hedge_refusal_question_or_tale_is_a_promise(line: str) -> None:
    assert promises(line) == ()


@pytest.mark.parametrize("line", COMMITMENTS["conditionals"])
def test_a_promise_on_a_condition_is_at_most_a_question_to_the_host(line: str) -> None:
    assert all(one.certainty == "ask" for one in promises(line))


@pytest.mark.parametrize("lines", COMMITMENTS["withdrawn"], ids=lambda lines: lines[1])
def test_a_promise_that_is_taken_back_is_none(lines: list[str]) -> None:
    assert len(promises(lines[0])) == 1
    assert promises(*lines) == ()


@pytest.mark.parametrize("row", COMMITMENTS["mended"], ids=lambda row: row["says"][1])
def test_a_corrected_date_is_the_later_one(row: dict[str, Any]) -> None:
    (found,) = promises(*row["says"])
    assert day(found) == row["due"] and found.cues == (0, 1)


@pytest.mark.parametrize("row", COMMITMENTS["agreed"], ids=lambda row: row["says"][0])
def test_a_request_that_is_taken_on_is_a_promise_of_who_takes_it_on(row: dict[str, Any]) -> None:
    speakers = ("Ana Ruiz", "Ben Okafor")
    (found,) = promises(*((speakers[number], line) for number, line in enumerate(row["says"])))
    assert (found.who, day(found), found.cues) == (speakers[row["who"]], row["due"], (0, 1))


@pytest.mark.parametrize("lines", COMMITMENTS["refused"], ids=lambda lines: lines[1])
def test_a_request_that_is_refused_is_none(lines: list[str]) -> None:
    assert promises(("Ana Ruiz", lines[0]), ("Ben Okafor", lines[1])) == ()


def test_a_promise_made_twice_is_one_row_with_the_cues_of_both() -> None:
    (found,) = promises(
        "I'll send you the signed contract.", "The weather is nice here.", "So, I'll send you the signed contract by Friday."
    )
    assert found.cues == (0, 2) and day(found) == "2026-11-20" and found.quote == "I'll send you the signed contract."


def test_a_sentence_that_runs_over_cues_is_one_promise_with_all_of_them() -> None:
    (found,) = promises("And then I'll send you the", "revised contract by", "Friday.")
    assert found.cues == (0, 1, 2) and found.quote == "And then I'll send you the revised contract by Friday."


def test_two_people_of_one_name_make_a_question() -> None:
    lines = (("Maria Ruiz", "Hello there, all of you."), ("Maria Vega", "Good to see you again."))
    (found,) = promises(*lines, ("Ben Okafor", "Maria will send the figures on Monday."))
    assert (found.who, found.certainty) == ("Maria", "ask")


def test_the_one_speaker_of_that_name_is_meant() -> None:
    (found,) = promises(("Maria Ruiz", "Hello there, all of you."), ("Ben Okafor", "Maria will send the figures on Monday."))
    assert (found.who, found.certainty) == ("Maria Ruiz", "probable")


def test_a_promise_of_nobody_known_is_a_question() -> None:
    (found,) = promises(("", "I'll send you the offer by Friday."))
    assert (found.who, found.certainty, day(found)) == (None, "ask", "2026-11-20")


def test_without_the_date_of_the_call_due_words_stay_without_a_date() -> None:
    (found,) = recap_of_lines("I'll send you the offer by Friday.", said_on=None).promises
    assert (found.due, found.due_words) == (None, "by Friday")


def test_like_promises_to_two_people_or_of_two_numbers_are_two() -> None:
    assert len(promises("I'll send Ana the contract.", "The weather is nice here.", "I'll send Ben the contract.")) == 2
    assert len(promises("I'll send you offer number 7.", "I'll send you offer number 8.")) == 2


def test_a_call_of_nothing_but_promises_keeps_them_all() -> None:
    assert len(promises(*(f"I'll send you drawing number {number} by Friday." for number in range(40)))) == 40


def test_words_without_end_cost_little() -> None:
    began = time.process_time()
    assert promises(*(word * 900 for word in ("I'll ", "and ", "Ana Bob ", "by 12 34 ", "I'll, uh, ", "Okay. ")))[:1] == ()
    assert time.process_time() - began < 3
