"""The deck is read as a careful colleague would: a collapsed building is always met, a faultless deck left in peace."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar.domain.briefs.brief import Source
from sidecar.domain.companies.document import Part
from sidecar.domain.companies.examples import examples
from sidecar.domain.companies.linter import LintFinding, lint, sentence
from sidecar.domain.companies.news import Category, Headline, NewsItem
from sidecar.domain.wording.placeholders import placeholders
from sidecar.domain.wording.reason import Reason
from sidecar.words import LANGUAGES, Words

DECKS = Path(__file__).parents[1] / "fixtures" / "decks"
SEEN_AT = datetime(2026, 11, 20, tzinfo=UTC)
COLLAPSE = "Roof of Contoso's warehouse in Graz collapses, two workers injured"


def _item(headline: str, category: Category = "accident", *, doubt: Reason | None = None, is_sensitive: bool = True) -> NewsItem:
    source = Source(title=headline, url="https://news.example/1", seen_at=SEEN_AT, quote=headline)
    found = Headline(title=headline, source=source, published_at=datetime(2026, 3, 2, tzinfo=UTC))
    return NewsItem(headline=found, is_sensitive=is_sensitive, is_grave=True, category=category, score=0.9, because=doubt)


def _slides(*texts: str, notes: str = "") -> list[Part]:
    return [Part(kind="slide", number=at, text=text, notes=notes) for at, text in enumerate(texts, start=1)]


def _lint(*texts: str, news: str = COLLAPSE, **names: Any) -> tuple[LintFinding, ...]:
    return lint(_slides(*texts), [_item(news)], **{"own": ["Contoso AG"], **names})


def _words(found: tuple[LintFinding, ...], kind: str) -> list[str]:
    return [one.word for one in found if one.kind == kind]


def _judged(name: str) -> Iterator[tuple[dict[str, Any], bool]]:
    news = tomllib.loads((DECKS / "news.toml").read_text(encoding="utf-8"))
    for slide in tomllib.loads((DECKS / f"{name}.toml").read_text(encoding="utf-8"))["slides"]:
        told = news[slide["news"]]
        found = lint(_slides(slide["text"]), [_item(told["headline"], told["category"])], own=["Contoso"])
        yield slide, any(one.kind == "example" for one in found)


@pytest.mark.parametrize(
    ("name", "recall", "precision"),
    [("development", 1.0, 1.0), ("held_out", 0.95, 0.95), ("harder", 0.9, 0.95), ("fresh", 0.95, 0.85)],
)
def test_examples_that_would_wound_are_found_and_harmless_slides_left_alone(name: str, recall: float, precision: float) -> None:
    judged = list(_judged(name))
    hits = sum(slide["flagged"] and is_flagged for slide, is_flagged in judged)
    wrong = [slide["text"] for slide, is_flagged in judged if slide["flagged"] != is_flagged]
    assert hits / sum(slide["flagged"] for slide, _ in judged) >= recall, wrong
    assert hits / sum(is_flagged for _, is_flagged in judged) >= precision, wrong


@pytest.mark.parametrize(
    "wording", ["The building collapses", "Then the roof caved in", "If one beam breaks, the structure fails"]
)
def test_the_collapsed_building_is_found_in_every_wording_with_quote_place_and_news(wording: str) -> None:
    found = _lint("Welcome", f"Why redundancy matters\n{wording}")
    assert [(one.kind, one.number, one.quote, one.is_same_topic) for one in found] == [("example", 2, wording, True)]
    assert found[0].news is not None and found[0].news.headline.source.url == "https://news.example/1"


def test_the_erp_may_go_down() -> None:
    assert not _lint("The ERP went down", "The ERP collapsed on Monday", "Structure of the system: what fails first")


def test_a_thing_and_its_fate_on_two_bullets_or_by_a_pronoun_belong_together() -> None:
    assert _lint("An office building\nCollapsed overnight")
    assert _lint("The bridge was new. Then it collapsed.")
    assert not _lint("The bridge was new. Then sales collapsed.")


def test_the_same_event_is_named_before_one_of_the_same_kind() -> None:
    news = [_item("Fire guts Contoso depot"), _item(COLLAPSE)]
    found = lint(_slides("A roof caved in", "A train derailed near the plant"), news, own=["Contoso"])
    assert [(one.number, one.is_same_topic, one.news) for one in found] == [(1, True, news[1]), (2, False, news[0])]


def test_two_telling_words_of_the_headline_in_one_sentence_are_enough() -> None:
    assert _lint("Forklift training with a crash simulation", news="Forklift crash at Contoso site hurts trainee")
    assert not _lint("Forklift training for all sites", news="Forklift crash at Contoso site hurts trainee")


def test_without_sensitive_news_no_example_is_spoken_of() -> None:
    assert not lint(_slides("The building collapses"), [], own=["Contoso"])
    assert not lint(_slides("The building collapses"), [_item(COLLAPSE, is_sensitive=False)], own=["Contoso"])
    assert not lint(_slides("The building collapses"), [_item("Contoso drivers walk out", "strike")], own=["Contoso"])


def test_doubtful_news_is_told_with_its_doubt() -> None:
    doubt = Reason(key="news-doubt-name", args={})
    found = lint(_slides("The building collapses"), [_item(COLLAPSE, doubt=doubt)], own=["Contoso"])
    assert "another company of that name" in sentence(found[0], Words("en"))


def test_the_speakers_notes_are_read_and_named() -> None:
    found = lint(_slides("Resilience", notes="Tell the one about the roof that fell in"), [_item(COLLAPSE)], own=["Contoso"])
    assert found[0].is_in_notes and sentence(found[0], Words("en")).startswith("Slide 1 (notes) says")


def test_another_clients_name_is_found_once_with_the_number_of_its_places() -> None:
    found = _lint(
        "Offer for Fabrikam", "FABRIKAM today", "Mail: jo@fabrikam.com", other_clients=["Fabrikam GmbH", "fabrikam.com"]
    )
    assert [(one.kind, one.quote, one.more) for one in found] == [
        ("other_client", "Offer for Fabrikam", 1),
        ("other_client", "Mail: jo@fabrikam.com", 0),
    ]


def test_a_file_named_after_another_client_is_found_in_any_case() -> None:
    parts = [Part(kind="file_name", number=1, text="offer fabrikam v3")]
    assert _words(lint(parts, [], own=["Contoso"], other_clients=["Fabrikam GmbH"]), "other_client") == ["fabrikam"]


@pytest.mark.parametrize(
    "text",
    [
        "Our customers\nFabrikam, Adatum",
        "Unsere Kunden: Fabrikam",
        "Fabrikam · Adatum · Litware",
        "Case study: how Fabrikam saves time",
        "Define your Target audience",
        "Microsoft Teams and Outlook",
        "Contoso Fabrik in Linz",
        "fabrikation und fabrikate",
        "Contoso Pharma today",
        "Northwind Traders and us",
        "Prefabrikam parts",
    ],
)
def test_references_ordinary_words_and_our_own_names_are_no_leftovers(text: str) -> None:
    others = ["Fabrikam GmbH", "Adatum", "Litware Inc.", "Target Corp.", "Microsoft", "Pharma AG", "Northwind", "Contoso"]
    assert not _lint(text, own=["Contoso AG", "Contoso Pharma"], other_clients=others, ours=["Northwind Traders"])


def test_an_ordinary_word_is_a_client_with_its_legal_form() -> None:
    assert _words(_lint("Prepared for Target Corp.", other_clients=["Target Corp."]), "other_client") == ["Target"]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Contoso AG", "Contsoo"),
        ("Contoso AG", "Contosso"),
        ("Contoso AG", "Cotnoso"),
        ("Contoso AG", "Conttoso"),
        ("Northwind Traders", "Nothwind"),
        ("Northwind Traders", "Northwint"),
        ("Fabrikam", "Fabricam"),
        ("Hinterberger KG", "Hintenbergar"),
        ("Henkel", "Henkle"),
        ("Merck", "Mercck"),
    ],
)
def test_a_slip_in_the_clients_name_is_found(name: str, word: str) -> None:
    assert _words(lint(_slides(f"Offer for {word}"), [], own=[name]), "misspelt") == [word]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Contoso AG", "Contosos"),
        ("Contoso AG", "Contoso-Team"),
        ("Contoso AG", "CONTOSO"),
        ("Contoso AG", "Contest"),
        ("Müller Maschinen", "Mueller Maschinen"),
        ("Linde", "Linda"),
        ("Linde", "Linden"),
        ("Bayer AG", "Bayern"),
        ("Bayer AG", "Bauer"),
        ("Continental AG", "Continent"),
        ("Henkel", "Hessel"),
        ("Universal Tools", "Universe"),
        ("Adatum", "Datum"),
        ("Nordic Foods", "Nordica"),
        ("Fabrikam", "fabricam.example"),
        ("Alder", "Older"),
    ],
)
def test_another_word_is_no_slip(name: str, word: str) -> None:
    found = lint(_slides(f"We met {word} in May"), [], own=[name])
    assert _words(found, "misspelt") == []


def test_a_word_that_the_deck_also_writes_small_and_a_known_name_are_no_slips() -> None:
    assert not lint(_slides("Fabrikat", "ein fabrikat"), [], own=["Fabrikam"])
    assert not lint(_slides("Fabricam joins"), [], own=["Fabrikam"], other_clients=["Fabricam Ltd"], ours=[])[1:]


def test_a_name_given_up_is_found_save_where_the_text_says_so() -> None:
    assert _words(_lint("Welcome, Litware", former=["Litware Inc."]), "old_name") == ["Litware"]
    assert not _lint("Contoso (formerly Litware)", "Contoso, vormals Litware", former=["Litware Inc."])


@pytest.mark.parametrize(
    "text",
    [
        "Offer for [CLIENT]",
        "Dear [First name]",
        "Sehr geehrte Damen und Herren der [Firma]",
        "Hello {{client.name}}",
        "Hello {company_name}",
        "Hello <Kunde>",
        "Lorem ipsum dolor",
        "TODO: figures of Q3",
        "TODO Maria checks",
        "Revenue: XXX Euro",
        "Click to add title",
        "Klicken Sie, um Titel hinzuzufügen",
        "Insert chart here",
        "Your logo here",
        "<<Customer>>",
    ],
)
def test_what_was_to_be_filled_in_is_found(text: str) -> None:
    assert len(_words(_lint(text), "placeholder")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "See [1] and [Smith 2024]",
        "[EXTERNAL] Kick-off",
        "To-do list for May",
        "TODO INCLUIDO",
        "lo hace todo",
        "Size XXXL",
        "Shirts: size XXX",
        "a < b and c > d",
        "{ margin: 0 }",
        "List[str] and dict",
        "Click to open the report",
        "Our logo here and there",
        "[Customers](https://contoso.example)",
        "XX. Bezirk",
        "Super Bowl XXX1",
    ],
)
def test_brackets_and_capitals_with_another_meaning_are_left_alone(text: str) -> None:
    assert not list(placeholders(text))


def test_the_gravest_comes_first_and_every_finding_can_be_said_in_every_language() -> None:
    found = _lint(
        "TODO: add\nContsoo",
        "Fabrikam\nLitware",
        "The building collapses",
        "Fabrikam",
        other_clients=["Fabrikam"],
        former=["Litware"],
    )
    assert [one.kind for one in found] == ["example", "other_client", "misspelt", "old_name", "placeholder"]
    for language in LANGUAGES:
        for one in found:
            said = sentence(one, Words(language))
            assert one.word in said and "{" not in said
    assert sentence(found[0], Words("en")) == (
        f"Slide 3 says “The building collapses”. On Mon 2 Mar 2026 it was in the news about them: “{COLLAPSE}”. "
        "Better take another example."
    )
    assert sentence(found[1], Words("en")).endswith("One more place has it too.")


def test_every_place_has_its_words() -> None:
    kinds = ("slide", "page", "paragraph", "header", "comment", "agenda", "subject", "master", "properties", "file_name")
    for kind in kinds:
        (found,) = lint([Part(kind=kind, number=3, text="Offer for [CLIENT]")], [], own=["Contoso"])
        assert all("[CLIENT]" in sentence(found, Words(language)) for language in LANGUAGES)


def test_a_long_line_is_quoted_around_what_matters() -> None:
    (found,) = _lint("word " * 200 + "the building collapses " + "word " * 200)
    assert "building collapses" in found.quote and len(found.quote) <= 160


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_it_and_every_quote_stands_in_the_text(text: str) -> None:
    found = lint(_slides(text), [_item(COLLAPSE)], own=["Contoso"], other_clients=["Fabrikam"], former=["Litware"])
    for one in found:
        assert one.word in text and " ".join(one.word.split()) in one.quote


@given(
    st.lists(
        st.sampled_from(["the", "roof", "it", "collapsed", ".", "\n", "sales", "Contsoo", "[CLIENT]", "caved in", "data"]),
        max_size=25,
    )
)
@settings(max_examples=100, deadline=None)
def test_examples_lie_within_the_text_and_name_a_thing_or_an_event(words: list[str]) -> None:
    text = " ".join(words)
    for one in examples(text):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end].split()[0] in ("roof", "collapsed", "caved")


def test_a_thousand_slides_take_seconds_and_not_minutes() -> None:
    texts = [f"Slide {at}: our plan for region {at} with teams, budgets and a roof that holds " * 8 for at in range(1_000)]
    started = time.process_time()
    lint(_slides(*texts), [_item(COLLAPSE)] * 20, own=["Contoso"], other_clients=[f"Client{at} GmbH" for at in range(200)])
    assert time.process_time() - started < 20
