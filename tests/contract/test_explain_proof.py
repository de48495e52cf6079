"""`explain proof` answers as the contract writes it, and refuses with one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.contract.test_commands import companion

TEXT = "Dear Zsófia 🎉,\r\n\r\nPlease recieve my thanks. Łukasz Wiśniewski and Your going to meet at 田中.\r\n"


def answered(cwd: Path, *arguments: str, code: int = 0, **environment: str) -> Any:
    done = companion("explain", "proof", *arguments, cwd=cwd, **environment)
    assert (done.returncode, done.stderr) == (code, "")
    return json.loads(done.stdout)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mail.txt").write_bytes(TEXT.encode())
    (tmp_path / "names.txt").write_bytes("\ufeffZsófia Kovács\r\n\r\nŁukasz Wiśniewski\r\n".encode())
    return tmp_path


def test_each_mistake_has_its_place_its_text_a_sentence_and_what_could_stand_instead(folder: Path) -> None:
    found = answered(folder, "mail.txt", "--names", "names.txt", "--json")
    assert (found["language"], found["checked"]) == ("en", True)
    assert [one["text"] for one in found["issues"]] == ["recieve", "Your"]
    for one in found["issues"]:
        assert set(one) == {"offset", "length", "text", "message", "suggestions"}
        assert TEXT[one["offset"] : one["offset"] + one["length"]] == one["text"]
        assert one["message"] and all(isinstance(other, str) for other in one["suggestions"])
    assert found["issues"][0]["suggestions"][0] == "receive"


def test_a_mistake_leaves_with_1_only_where_that_was_asked_for(folder: Path) -> None:
    assert answered(folder, "mail.txt", "--strict", code=1)["issues"]
    (folder / "good.txt").write_text("We will call you on Monday.\n")
    assert answered(folder, "good.txt", "--strict")["issues"] == []


def test_a_language_without_a_checker_is_said_to_be_unchecked(folder: Path) -> None:
    found = answered(folder, "mail.txt", "--language", "tlh")
    assert (found["language"], found["checked"], found["issues"]) == ("tlh", False, [])
    assert "Klingon" in found["note"]
    (folder / "japanese.txt").write_text(
        "先日はお時間をいただきありがとうございました。新しい屋根の工事は順調に進んでいますか。", encoding="utf-8"
    )
    found = answered(folder, "japanese.txt")
    assert (found["language"], found["checked"], found["issues"]) == ("ja", False, [])


def test_the_language_that_was_named_is_answered_as_a_tag(folder: Path) -> None:
    assert answered(folder, "mail.txt", "--language", "EN_gb")["language"] == "en-GB"


def test_a_dictionary_of_the_system_checks_other_languages(folder: Path) -> None:
    (folder / "brief.txt").write_text("Vielen Dank für die Rückmeldnug.", encoding="utf-8")
    dictionary = Path(__file__).parents[1] / "fixtures" / "proof" / "dictionary"
    found = answered(folder, "brief.txt", "--language", "de", DICPATH=str(dictionary))
    assert found["checked"]
    assert [(one["offset"], one["text"], one["suggestions"][0]) for one in found["issues"]] == [
        (20, "Rückmeldnug", "Rückmeldung")
    ]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ((), "FILE"),
        (("missing.txt",), "missing.txt"),
        ((".",), "folder"),
        (("latin.txt",), "latin.txt"),
        (("nul.txt",), "nul.txt"),
        (("long.txt",), "long.txt"),
        (("mail.txt", "--names", "missing.txt"), "--names missing.txt"),
        (("mail.txt", "--names", "latin.txt"), "--names latin.txt"),
        (("mail.txt", "--language", "German, please"), "--language"),
        (("mail.txt", "--language", ""), "--language"),
    ],
)
def test_what_cannot_be_read_ends_in_one_line(folder: Path, arguments: tuple[str, ...], named: str) -> None:
    (folder / "latin.txt").write_bytes("Grüße".encode("latin-1"))
    (folder / "nul.txt").write_bytes(b"PK\x03\x04\x00\x00")
    (folder / "long.txt").write_text("word " * 50_000)
    done = companion("explain", "proof", *arguments, cwd=folder)
    assert (done.returncode, done.stdout, len(done.stderr.strip().splitlines())) == (2, "", 1), done.stderr
    assert named in done.stderr
