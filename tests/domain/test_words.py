"""Every language says everything, and says it whole."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from sidecar.words import LANGUAGES, Words, best_language, catalogue

PACKAGE = Path(__file__).parents[2] / "sidecar"
FAMILIES = re.compile(
    r"(play|reason|clock|check|warning|last|card|act|line|rest|noted|pattern|list|tap|bot|moment|working|where|shift|day|culture|slot|zone|finding|booking|setting|package|permission|page|panel|feed|recap|gate|draft|transcript|relation|hour|opener|room|owed|nudge|followup|handover|grant|contact|first|call)(-[a-z]+)+"
)
NOT_KEYS = {"last-modified", "list-id", "list-unsubscribe"}
NUMBERS = {"zero", "one", "two", "few", "many", "other"}
"""What a language tells apart of numbers is its own."""
NOON = datetime(2026, 11, 23, 14, tzinfo=UTC)


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()
        self.options: list[str] = []

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)

    def visit_Variant(self, node: ftl.Variant) -> None:
        self.options.append(node.key.name if isinstance(node.key, ftl.Identifier) else node.key.value)
        self.generic_visit(node)


def _messages(language: str) -> dict[str, _Variables]:
    found = {}
    for entry in FluentParser().parse(catalogue(language)).body:
        assert not isinstance(entry, ftl.Junk), f"{language}: {entry.content}"
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in found, f"{language} says {entry.id.name} twice"
            found[entry.id.name] = _Variables()
            found[entry.id.name].visit(entry)
    return found


def _keys_in_code() -> Iterator[tuple[str, str]]:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and FAMILIES.fullmatch(node.value):
                yield path.name, node.value


def test_every_language_has_the_same_sentences_with_the_same_variables() -> None:
    def said(language: str) -> dict[str, tuple[set[str], set[str]]]:
        return {key: (found.names, set(found.options) - NUMBERS) for key, found in _messages(language).items()}

    for language in LANGUAGES:
        assert said(language) == said("en"), language


def test_every_sentence_the_code_names_exists() -> None:
    known = _messages("en")
    missing = {(name, key) for name, key in _keys_in_code() if key not in known and key not in NOT_KEYS}
    assert not missing


def test_every_skip_reason_has_a_sentence() -> None:
    from typing import get_args

    from sidecar.domain.meetings.client import SkipReason

    for language in LANGUAGES:
        for reason in get_args(SkipReason):
            said = Words(language).say(f"reason-{reason.replace('_', '-')}", who="adatum.com", what="client")
            assert said and "{" not in said


def test_a_missing_sentence_or_argument_is_an_error_and_never_a_hole() -> None:
    with pytest.raises(LookupError, match="no-such-sentence"):
        Words("en").say("no-such-sentence")
    with pytest.raises(LookupError, match="clock"):
        Words("en").say("card-summary")


def test_counts_may_come_as_digits() -> None:
    for language in LANGUAGES:
        words = Words(language)
        one = words.say("reason-clients-invited", count="1", domain="x.example")
        two = words.say("reason-clients-invited", count="2", domain="x.example")
        assert ("1" in one) == (language == "ja") and "2" in two  # Japanese tells no numbers apart


def test_arguments_arrive_without_invisible_marks() -> None:
    assert Words("en").say("card-clock-you", clock="14:00") == "14:00 for you"
    assert Words("de").say("card-clock-you", clock="14:00") == "14:00 für Sie"


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (("de-AT",), "de"),
        (("de_CH", "en"), "de"),
        (("it-IT", "de-DE"), "de"),
        (("en-GB", "de"), "en"),
        (("", "DE"), "de"),
        (("ko-KR",), "en"),
        ((), "en"),
        (("den",), "en"),
    ],
)
def test_the_first_language_we_speak_is_chosen(tags: tuple[str, ...], expected: str) -> None:
    assert best_language(*tags) == expected


def test_dates_and_times_follow_the_clock_of_the_zone() -> None:
    words = Words("en")
    assert words.span(NOON, NOON + timedelta(hours=1), "Europe/London") == "Mon 23 Nov, 14:00–15:00"
    assert words.span(NOON, NOON + timedelta(hours=1), "Asia/Tokyo") == "Mon 23 Nov, 23:00 – Tue 24 Nov, 00:00"
    assert Words("de").span(NOON, NOON + timedelta(hours=1), "Europe/Berlin") == "Mo., 23. Nov., 15:00–16:00"


def test_cities_are_named_as_the_language_names_them() -> None:
    assert Words("en").place("America/New_York") == "New York"
    assert Words("de").place("Europe/Zurich") == "Zürich"
    assert Words("en").place("America/Argentina/Buenos_Aires") == "Buenos Aires"
