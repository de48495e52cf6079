"""The proofreader: mistakes are found, names are not mistakes, and places are counted in code points."""

from __future__ import annotations

import time
import tomllib
import unicodedata
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from blockbuster import blockbuster_ctx

from sidecar.domain.followups.proof import Issue, Proof, composed_with_places, distance, meant_name, standing
from sidecar.domain.followups.slips import slips_in
from sidecar.flows.answers.answer_proof import answer_proof, proof_of_draft, without_foreign_parts
from sidecar.writer.proof import LONGEST, Proofreader, proofread, told_by_words

SET = Path(__file__).parents[1] / "fixtures" / "proof"


def rows(file: str, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((SET / file).read_text(encoding="utf-8"))[table]
    return found


def is_found(row: dict[str, Any], proof: Proof) -> bool:
    at = row["text"].index(row["wrong"])
    return any(one.offset < at + len(row["wrong"]) and at < one.end for one in proof.issues)


@pytest.fixture
async def reader() -> AsyncIterator[Proofreader]:
    async with Proofreader() as opened:
        yield opened


@pytest.mark.parametrize(("part", "at_least"), [("development", 1.0), ("held_out", 0.9), ("later", 0.9), ("unseen", 0.6)])
def test_mistakes_of_english_are_found(part: str, at_least: float) -> None:
    sentences = rows("errors.toml", part)
    found = [row for row in sentences if is_found(row, proofread(row["text"]))]
    missed = [row["text"] for row in sentences if row not in found]
    assert len(found) >= at_least * len(sentences), missed


def test_a_letter_without_a_mistake_is_left_alone_whatever_names_stand_in_it() -> None:
    letters = rows("letters.toml", "letter")
    assert len(letters) >= 10
    for letter in letters:
        tag = letter["language"] if "-" in letter["language"] else None
        proof = proofread(letter["text"], letter["names"], tag)
        assert proof.is_checked and proof.language.partition("-")[0] == "en"
        assert proof.issues == (), letter["names"]


def test_names_nobody_told_are_mostly_known_for_names() -> None:
    flags = [len(proofread(letter["text"], (), letter["language"]).issues) for letter in rows("letters.toml", "letter")]
    assert sum(flags) <= len(flags), "more than one name of a letter taken for a mistake"


@pytest.mark.parametrize(
    "before",
    ["", "🎉🎉 ", "Grüße, Zsófia! ", "田中さん: ", "👩‍👩‍👧 and 🇩🇪: ", "a\r\nb\r\n", "\ufeff", "Zso\u0301fia: ", "\u202e"],
)
def test_places_are_counted_in_code_points_of_the_text_as_it_was_given(before: str) -> None:
    text = f"{before}Please recieve this, José."
    (issue,) = [one for one in proofread(text, (), "en").issues if one.text == "recieve"]
    assert (issue.offset, issue.length) == (text.index("recieve"), 7)
    assert "receive" in issue.suggestions


def test_letters_in_two_parts_are_read_as_one_and_placed_as_two() -> None:
    text = unicodedata.normalize("NFD", "Zoë and Müller recieved it.")
    (issue,) = proofread(text, ["Zoë Müller"], "en").issues
    assert text[issue.offset : issue.end] == "recieved" == issue.text
    plain, places = composed_with_places(text)
    assert plain == "Zoë and Müller recieved it." and places[-1] == len(text) and len(places) == len(plain) + 1


def test_both_spellings_of_english_are_right_where_none_is_named_and_one_where_it_is() -> None:
    text = "We organised the colour of the center as we like it."
    assert [one.text for one in proofread(text, (), "en").issues] == []
    assert [one.text for one in proofread(text, (), "en-US").issues] == ["organised", "colour"]
    assert [one.text for one in proofread(text, (), "en-GB").issues] == ["center"]


@pytest.mark.parametrize(
    ("wrong", "name"),
    [("Oluwasuen", "Oluwaseun Adeyemi"), ("Siobhan", "Siobhán Kelly"), ("Kowalcyzk", "Ewa Kowalczyk"), ("Aikko", "Aiko Tanaka")],
)
def test_a_name_that_is_nearly_right_is_told_with_the_right_one(wrong: str, name: str) -> None:
    (issue,) = proofread(f"We spoke to {wrong} about the valve yesterday.", [name], "en").issues
    assert (issue.kind, issue.text) == ("name", wrong)
    assert issue.suggestions[0] in name.split()


def test_names_are_forgotten_with_the_text_they_were_told_for() -> None:
    text = "The loomwise is here and it works."
    assert proofread(text, ["loomwise"], "en").issues == ()
    assert [one.text for one in proofread(text, (), "en").issues] == ["loomwise"]


def test_addresses_numbers_and_abbreviations_are_nobodys_mistake() -> None:
    text = "Write to smaple@exmaple.example or see https://exmaple.example/teh/ for KP-40b of Adria d.o.o. in room 3bx."
    assert proofread(text, ["Adria"], "en").issues == ()


def test_a_slip_is_never_told_where_the_words_are_right() -> None:
    right = (
        "Your welcome pack is here. Two weeks' notice is fine. The news was good. Our headquarters is in Lisbon. One of the "
        "things we have is time. Must of course be tested. We look forward to meeting you. Let us now turn to prices. Each of "
        "the pumps has a tag. If the test were late, we would call. The types this covers are listed. It is in the system\n"
        "and the settings\nof your machine are fine. I know this should have a date. More water than usual. The process was "
        "slow, and the list of drawings was long. Who's there? The team have agreed. Rust in the trash can to get rid of."
    )
    assert list(slips_in(right)) == []


@pytest.mark.parametrize(
    "text", ["", " \n ", "Nuqneh! Qapla' batlh je.", "おはようございます。本日はよろしくお願いいたします。", "12 34", "🎉"]
)
def test_a_text_whose_language_nobody_can_tell_is_not_checked(text: str) -> None:
    found = answer_proof(text.encode(), file="x")
    assert (found["checked"], found["issues"]) == (False, [])
    assert "not checked" in found["note"]


def test_a_short_text_with_a_mistake_is_still_told_for_english() -> None:
    assert told_by_words("Teh meeting is tomorow at ten.") == "en"
    assert told_by_words("Bonjour, le rendez-vous est reporté à demain.") == "und"


def test_what_is_surely_in_another_language_within_an_english_mail_is_left_alone() -> None:
    german = (
        "vielen Dank für das Gespräch am Dienstag. Wir haben vereinbart, dass Sie uns bis Freitag die Zeichnungen "
        "schicken und wir "
        "Ihnen das Angebot zusenden, das wir mit dem Werk besprochen haben und das für Sie gilt."
    )
    text = (
        f"Dear Karin,\n\nI wrote this to your colleague, and he has not answered since:\n\n{german}\n\nPlease recieve my thanks."
    )
    proof = without_foreign_parts(text, proofread(text, ["Karin"], "en"))
    assert [one.text for one in proof.issues] == ["recieve"]


def test_german_is_checked_where_a_dictionary_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sidecar.writer.dictionary import _folders, dictionary_of

    monkeypatch.setenv("DICPATH", str(SET / "dictionary"))
    _folders.cache_clear()
    dictionary_of.cache_clear()
    try:
        proof = proofread("vielen Dank für die Rückmeldnug, Frau Nguyễn! Wir haben vereinbahrt, dass 田中 gut kommen.", (), "de")
        assert proof.is_checked
        assert [(one.text, one.suggestions[0]) for one in proof.issues] == [
            ("Rückmeldnug", "Rückmeldung"),
            ("vereinbahrt", "vereinbart"),
        ]
        assert proofread("Sie kommen gut. Die Strasse und groß", (), "de-CH").issues == ()
        assert [one.text for one in proofread("Wir haben Strasse groß", (), "de").issues] == ["Strasse"]
    finally:
        monkeypatch.undo()
        _folders.cache_clear()
        dictionary_of.cache_clear()


def test_the_loop_never_waits_for_the_proofreader() -> None:
    import asyncio

    letter = rows("letters.toml", "letter")[0]
    text = letter["text"] * 20

    async def read() -> tuple[Proof, float]:
        async with Proofreader() as reader:
            with blockbuster_ctx("sidecar.writer"):
                await reader.read("Warm now.", (), "en")
                began = time.process_time()
                proof = await reader.read(text, letter["names"], "en")
            return proof, time.process_time() - began

    proof, took = asyncio.run(read())
    assert proof.is_checked and proof.issues == ()
    assert took < 0.05, "seconds of this process"


async def test_drafts_asked_for_at_once_each_get_their_own_answer(reader: Proofreader) -> None:
    import asyncio

    texts = ["We recieve it.", "We have it now.", "They was here.", "It is seperate now."]
    proofs = await asyncio.gather(*(proof_of_draft(reader, text, (), "en") for text in texts))
    assert [[one.text for one in proof.issues] for proof in proofs] == [["recieve"], [], ["was"], ["seperate"]]


async def test_a_reader_that_breaks_or_is_too_slow_says_not_checked_and_the_next_one_works(reader: Proofreader) -> None:
    assert (await reader.read("We recieve it.", (), "en")).issues
    child = reader._child
    assert child is not None
    child.kill()
    await child.wait()
    assert (await reader.read("We recieve it.", (), "en")).issues
    async with Proofreader(within_seconds=0.001) as hurried:
        assert await hurried.read("We recieve it.", (), "en") == Proof(language="en", is_checked=False)
    assert not (await reader.read("a " * LONGEST, (), "en")).is_checked


def test_distance_counts_swapped_neighbours_once() -> None:
    assert [distance("teh", "the"), distance("", "abc"), distance("abc", "abc"), distance("Marc", "Mark")] == [1, 3, 0, 1]
    assert (
        meant_name("Mark", ["Marc", "Ana"]) == "Marc"
        and meant_name("Bo", ["Jo"]) is None
        and meant_name("marc", ["Mark"]) is None
    )


def test_an_issue_within_another_is_told_once() -> None:
    text = "We should of gone."
    both = [
        Issue(kind="grammar", offset=10, length=2, text="of"),
        Issue(kind="grammar", offset=3, length=9, text="should of"),
    ]
    assert [one.text for one in standing(text, both, (), "en")] == ["should of"]


@pytest.mark.parametrize("piece", ["A", "\n ", "- \n", "We go.\n\n", "a\u0301", "('", "🎉", "Dear Aiko,\n", "a.b@"])
def test_a_text_that_was_made_to_hurt_takes_seconds_and_no_memory(piece: str) -> None:
    text = piece * (LONGEST // len(piece))
    began = time.process_time()
    answer_proof(text.encode(), file="x", language="en")
    assert time.process_time() - began < 15


def test_a_sentence_of_many_words_hides_no_mistake() -> None:
    text = (
        "We recieve it and then we send it to the other plant, where it is tested again, packed, labelled, and put on a "
        "truck that leaves on Thursday for the port, from which the ship sails every second week to the coast of the other side."
    )
    assert [one.text for one in proofread(text, (), "en").issues] == ["recieve"]


@pytest.mark.parametrize(
    "text",
    [
        "Could we meet at 3 p.m. your time? Ask approx. two people, e.g. the plant manager.",
        "Kestrel Ltd. has a plant. Mr. Tanaka and Dr. Ibsen came.",
        "Please bring:\n- a headset\n- your laptop\n\n1. open the link\n2. press Join",
        "The helpdesk, the webshop and the timeslots are set up at www.ours.example and kestrel.example.",
        "The café’s owner said: “It’s fine, isn’t it?”",
    ],
)
def test_abbreviations_lists_and_words_of_business_are_no_mistakes(text: str) -> None:
    assert [one.text for one in proofread(text, (), "en").issues] == []
