"""What stands between words is the language's own: colons, brackets, quotation marks, lists, and the days in a letter."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import pytest

from sidecar.domain.calls.hour import background
from sidecar.domain.cards import card
from sidecar.domain.cards.draft_card import draft_card, when_for
from sidecar.domain.cards.draft_offer_card import gone_card
from sidecar.domain.customs.culture import cues_of
from sidecar.domain.customs.light_topics import light_topics
from sidecar.domain.customs.opening import opening
from sidecar.domain.followups.draft import Addressee, Called, Form, with_its_maker
from sidecar.domain.followups.draft_blocks import blocks_for, snippets_for
from sidecar.domain.followups.draft_gone import Gone
from sidecar.domain.followups.draft_text import written
from sidecar.domain.followups.followup import Seat, before_colon
from sidecar.words import LANGUAGES, Words
from tests.card_text import text_of
from tests.domain.draft_materials import materials
from tests.domain.sample_meeting import LONDON, brief_of

PACKAGE: Final = Path(__file__).parents[2] / "sidecar"
AT: Final = datetime(2026, 11, 30, 13, tzinfo=UTC)
GLUE: Final = (": ", "; ", " (")
NOT_SHOWN: Final = {
    ("domain/cards/card_actions.py", "shown_name"),  # an address in brackets, which knows no other
    ("domain/cards/choice_cards.py", "_named"),  # a domain in brackets
}


def _glued(path: Path) -> set[tuple[str, str]]:
    """Functions that put a colon, a semicolon or a bracket of their own between two pieces of text."""
    name, found = str(path.relative_to(PACKAGE)), set()
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.JoinedStr) and len(node.values) > 1:
                texts = [str(one.value) for one in node.values if isinstance(one, ast.Constant)]
                if any(one.startswith(GLUE) or one.endswith(GLUE) for one in texts):
                    found.add((name, function.name))
            is_join = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "join"
            if is_join and isinstance(node.func.value, ast.Constant) and node.func.value.value == "; ":  # type: ignore[attr-defined]
                found.add((name, function.name))
    return found


def test_no_card_puts_marks_of_one_language_between_words() -> None:
    files = [*(PACKAGE / "domain" / "cards").glob("*.py"), PACKAGE / "flows" / "followups" / "material_of.py"]
    assert len(files) > 25
    assert {one for file in files for one in _glued(file)} <= NOT_SHOWN


MARKS: Final = {
    # what goes before a colon, a row of two, a note in brackets, somebody's words
    "en": ("Berlin: 21:00", "a; b", "a (b)", "“no”"),
    "de": ("Berlin: 21:00", "a; b", "a (b)", "„no“"),
    "fr": ("Berlin\u202f: 21:00", "a\u202f; b", "a (b)", "«\u202fno\u202f»"),
    "es": ("Berlin: 21:00", "a; b", "a (b)", "«no»"),
    "pt": ("Berlin: 21:00", "a; b", "a (b)", "“no”"),
    "ja": ("Berlin：21:00", "a／b", "a（b）", "「no」"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_colons_rows_brackets_and_quotation_marks_are_those_of_the_language(language: str) -> None:
    words = Words(language)
    said = (words.headed("Berlin", "21:00"), words.series(["a", "b"]), f"a{words.aside('b')}", words.quoted("no"))
    assert said == MARKS[language] and words.aside("") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_bears_no_mark_of_another_language(language: str) -> None:
    shown = text_of(card.pre_call_card(brief_of(), Words(language), LONDON))
    if language == "ja":
        assert "? " not in shown and not [one for one in ("日: ", "た: ", "す: ", "ん: ", "か: ") if one in shown]
    if language == "fr":
        assert not [one for one in shown.split("\n") if one.rstrip().endswith(":") and "\u202f:" not in one]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_mail_that_came_back_stand_between_the_quotation_marks_of_the_language(language: str) -> None:
    gone = Gone(address="ana@contoso.com", how="left", quote="I have left", successor="")
    assert Words(language).quoted("I have left") in text_of(gone_card(gone, "Ana", Words(language)))


@pytest.mark.parametrize(
    ("choices", "both", "either"),
    [
        (("Ana", "Inés"), "Ana e Inés", "Ana o Inés"), (("Ana", "Óscar"), "Ana y Óscar", "Ana u Óscar"),
        (("Ana", "Hilda"), "Ana e Hilda", "Ana o Hilda"), (("agua", "hielo"), "agua y hielo", "agua o hielo"),
        (("Ana", "Yolanda"), "Ana y Yolanda", "Ana o Yolanda"), (("Ana", "Horacio"), "Ana y Horacio", "Ana u Horacio"),
        (("Ana", "Ignacio López"), "Ana e Ignacio López", "Ana o Ignacio López"),
        (("siete", "ocho"), "siete y ocho", "siete u ocho"), (("10:00", "11:00"), "10:00 y 11:00", "10:00 u 11:00"),
        (("07:00", "08:00"), "07:00 y 08:00", "07:00 o 08:00"), (("Ana", "«Íñigo»"), "Ana e «Íñigo»", "Ana o «Íñigo»"),
        (("Eva", "Ana", "Iris"), "Eva, Ana e Iris", "Eva, Ana o Iris"), (("Inés", "Ana"), "Inés y Ana", "Inés o Ana"),
    ],
)  # fmt: skip
def test_spanish_says_e_before_i_and_u_before_o(choices: tuple[str, ...], both: str, either: str) -> None:
    words = Words("es")
    assert (words.listed(list(choices)), words.either(list(choices))) == (both, either)
    for language in set(LANGUAGES) - {"es"}:
        other = Words(language)
        assert other.listed(["Ana", "Inés"]).removesuffix("Inés") == other.listed(["Ana", "Bo"]).removesuffix("Bo")


WHEN: Final = {
    "en": "Monday 30 November at 13:00 (London, UTC+0)",
    "de": "Montag, 30. November, 13:00 Uhr (London, UTC+0)",
    "fr": "lundi 30 novembre à 13:00 (Londres, UTC+0)",
    "es": "lunes 30 de noviembre a las 13:00 (Londres, UTC+0)",
    "pt": "30 de novembro (segunda-feira), às 13:00 (Londres, UTC+0)",
    "ja": "11月30日(月) 13:00（ロンドン、UTC+0）",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_writes_the_day_of_a_meeting_in_full(language: str) -> None:
    brief = brief_of()
    brief = replace(brief, meeting=replace(brief.meeting, start_at=AT))
    words = Words(language)
    assert when_for(brief, [], words, "Europe/London") == WHEN[language]
    assert WHEN[language] in text_of(draft_card(brief, "welcome", words, replace(LONDON, zone="Europe/London")))


@pytest.mark.parametrize(
    ("called", "greeting"),
    [
        ([("full", "田中 太郎"), ("full", "佐藤 花子")], "田中 太郎 様、佐藤 花子 様"),
        ([("titled", "田中様"), ("full", "佐藤 花子")], "田中様、佐藤 花子 様"),
        ([("first", "田中"), ("first", "佐藤")], "田中さん、佐藤さん"), ([("titled", "田中様")], "田中様"),
        ([("full", "Ana Silva")], "Ana Silva 様"),
    ],
)  # fmt: skip
def test_a_japanese_letter_says_its_title_behind_each_name(called: list[tuple[str, str]], greeting: str) -> None:
    made = next(one for one, _ in materials(60) if one.kind == "check_in")
    to = tuple(Addressee(address=f"{at}@client.example", name=name) for at, (_, name) in enumerate(called))
    ways = {one.address: Called(how=how, text=name) for one, (how, name) in zip(to, called, strict=True)}  # type: ignore[arg-type]
    _, text = written(replace(made, language="ja", to=to, form=Form(you="sie", called=ways, is_known=True)), 0)
    assert text.splitlines()[0] == greeting


def test_the_words_for_outlook_say_the_title_behind_each_name_too() -> None:
    shown = text_of(draft_card(brief_of(), "welcome", Words("ja"), LONDON))
    assert shown.count("様") >= 2 and "様様" not in shown


@pytest.mark.parametrize(
    ("line", "subject", "fits"),
    [
        ("センサー：これまで10年", "センサー導入のご相談", True), ("センサー: これまで10年", "センサー導入のご相談", True),
        ("研修：これまで10年", "センサー導入のご相談", False), ("Sensors: ten years", "Sensor trial", True),
    ],
)  # fmt: skip
def test_a_text_of_ones_own_is_bound_to_a_subject_by_a_colon_of_either_width(line: str, subject: str, fits: bool) -> None:
    found = blocks_for([line], subject)
    assert (found[0] != "") == fits and found[-1] in ("これまで10年", "ten years")


def test_an_instruction_is_bound_by_wide_colons_and_commas_too() -> None:
    lines = ["研修、ワークショップ：事前に資料をお読みください", "＊：名刺を", "*：録画なし", "訪問：受付へ"]
    assert [one.text for one in snippets_for(lines, "新製品ワークショップのご案内")] == ["事前に資料をお読みください", "録画なし"]


def test_a_background_and_a_note_are_read_with_a_wide_colon() -> None:
    found = background(["港：northwind、lisbon", "庭"], ["Lisbon"])
    assert found is not None and (found.name, found.matched) == ("港", "lisbon")
    seats = [Seat(address="tanaka@client.example", name="田中 太郎", is_ours=False)]
    assert before_colon("田中：見積書を送る", seats) == ("田中", "見積書を送る")
    ana = [Seat(address="a@x.example", name="Ana Silva", is_ours=False)]
    assert before_colon("Ana: send the list", ana) == (
        "Ana",
        "send the list",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_inside_of_a_reason_are_written_as_the_language_writes_them(language: str) -> None:
    comma, colon = Words(language).row(["", ""]), Words(language).headed("")
    topics = light_topics("BR", 11, cues_of("BR", language), language).leave
    assert topics is not None and comma in topics.args["topics"]
    both = [*cues_of("ES", language), *cues_of("BR", language)]
    found = opening(both, language)
    assert found is not None and comma in found.because.args["places"]
    assert with_its_maker("x", "Ana", [Addressee(address="b@x.example", name="Bo")], language) == f"Ana{colon}x"


@pytest.mark.parametrize(
    ("language", "day", "whole"),
    [
        ("en", "Tue 1 Dec", "1 December 2026"), ("de", "Di., 1. Dez.", "1. Dezember 2026"),
        ("fr", "mar. 1er déc.", "1er décembre 2026"), ("es", "mar 1 dic", "1 de diciembre de 2026"),
        ("pt", "1/12 (ter.)", "1º de dezembro de 2026"), ("ja", "12月1日(火)", "2026年12月1日"),
    ],
)  # fmt: skip
def test_the_first_of_a_month_is_written_as_the_language_writes_it(language: str, day: str, whole: str) -> None:
    words, first = Words(language), date(2026, 12, 1)
    assert (words.date(first), words.full_date(first)) == (day, whole)
    assert "1er" not in words.date(date(2026, 12, 11)) and "1º" not in words.full_date(date(2026, 12, 21))
