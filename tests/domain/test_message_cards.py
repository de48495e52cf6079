"""What the bot says of itself and in answer keeps to the same rules as every card."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from jsonschema import Draft6Validator
from jsonschema.exceptions import best_match

from sidecar.domain.cards import card, choice_cards, draft_card, message_cards, settings_card
from sidecar.domain.meetings.client import Corrections
from sidecar.domain.meetings.coming import Coming, choices_among, coming_of, meant
from sidecar.domain.meetings.meeting import Attendee, Joining
from sidecar.domain.wording.card_parts import MOST_ACTIONS, words_in
from sidecar.words import Words
from tests.card_text import text_of
from tests.domain.sample_meeting import AIKO, LONDON, MARIA, MEETING, OURS, SAM, START, another, brief_of
from tests.domain.test_card import BARBS

SCHEMA = Path(__file__).parents[3] / "shared" / "data" / "schemas" / "adaptive-card-1.5.0.json"
EN, DE = Words("en"), Words("de")
TODAY = date(2026, 11, 23)
SAID = Corrections(not_clients=frozenset({"adatum.com"}), muted_clients=frozenset({"x.com"}), muted_days=frozenset({TODAY}))


def _coming(text: str = "", count: int = 3) -> list[Coming]:
    found = []
    for index in range(count):
        people = (SAM, Attendee(address=f"megan{index}@contoso{index}.com", name=text or f"Megan Bowen {index}"))
        meeting = another(
            f"m{index}", START + timedelta(days=index), subject=text or f"Call {index}", attendees=people, series_id=f"s{index}"
        )
        found.append(coming_of(meeting, f"contoso{index}.com", text, OURS, Corrections()))
    return found


def _every(words: Words, text: str = "", count: int = 3) -> dict[str, dict[str, Any]]:
    coming, preferences = _coming(text, count), replace(LONDON, language=words.language)
    fields = settings_card.fields_of({"about_me": [text] if text.strip() else []}, timedelta(minutes=30), 8, words)
    brief = brief_of(replace(MEETING, subject=text or "Review"), preferences=preferences)
    return {
        "welcome": message_cards.welcome_card(words, preferences),
        "help": message_cards.help_card(words, message_cards.hello(words, text or "Mia Berg"), preferences, coming[0]),
        "today": message_cards.today_card(coming, coming[0], words, preferences),
        "nothing today": message_cards.today_card([], coming[0], words, preferences),
        "nothing at all": message_cards.today_card([], None, words, preferences),
        "choice": message_cards.choice_card(coming, words, preferences),
        "nobody": message_cards.nobody_card(text or "Otto", [(coming[0], "why")], coming, words, preferences),
        "nobody at all": message_cards.nobody_card("", [], [], words, preferences),
        "mute": choice_cards.mute_card(coming, SAID, TODAY, words, "note"),
        "not a client": choice_cards.not_client_card(coming, SAID, words, "note"),
        "settings": settings_card.settings_card(fields, words, notes=[text or "note"]),
        "settings refused": settings_card.settings_card(fields, words, problem="no", typed={"about_me": text}),
        "welcome draft": draft_card.draft_card(brief, "welcome", words, preferences, [text or "I sell maps"]),
        "plan b": draft_card.draft_card(brief, "plan_b", words, preferences),
        "notice": message_cards.notice_card("text", words),
    }  # fmt: skip


@cache
def _schema() -> Draft6Validator:
    if not SCHEMA.exists():
        pytest.skip("The published Adaptive Card schema is not on this machine.")
    return Draft6Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def _nodes(part: object) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for inner in part.values():
            yield from _nodes(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _nodes(inner)


@pytest.mark.parametrize("words", [EN, DE], ids=["en", "de"])
def test_every_card_keeps_to_the_published_schema_and_its_limits(words: Words) -> None:
    for name, made in _every(words, count=40).items():
        error = best_match(_schema().iter_errors(made))
        assert error is None, f"{name}: {error}"
        assert made["version"] == "1.5" and made["lang"] == words.language
        assert len(json.dumps(made)) < 24_000, name
        assert len(made.get("actions", [])) <= MOST_ACTIONS, name
        assert made["fallbackText"], name


@pytest.mark.parametrize("words", [EN, DE], ids=["en", "de"])
def test_every_card_but_a_draft_keeps_to_sixty_words_above_its_fold(words: Words) -> None:
    for name, made in _every(words).items():
        if name not in ("welcome draft", "plan b"):
            assert words_in(made) <= card.WORDS_ABOVE_THE_FOLD, name
    other = message_cards.help_card(words, words.say("bot-other"), LONDON, _coming()[0])
    assert words_in(other) <= card.WORDS_ABOVE_THE_FOLD


@pytest.mark.parametrize("words", [EN, DE], ids=["en", "de"])
def test_every_button_has_a_verb_and_a_fallback_that_says_the_same(words: Words) -> None:
    for name, made in _every(words).items():
        for button in (one for one in _nodes(made) if one.get("type") == "Action.Execute"):
            assert button["verb"] and button["fallback"]["type"] == "Action.Submit", name
            assert button["fallback"]["data"] == {**button["data"], "verb": button["verb"]}, name


@pytest.mark.parametrize("barb", BARBS, ids=range(len(BARBS)))
def test_foreign_text_stands_only_where_it_is_shown_as_it_is(barb: str) -> None:
    """Text blocks read Markdown and macros; everything foreign is in text runs, choices, inputs and titles."""
    whole = " ".join(barb.split())
    for name, made in _every(EN, barb).items():
        for node in _nodes(made):
            if node.get("type") == "TextBlock" and len(whole) > 3:
                assert whole[:12] not in node["text"], name
        shown = text_of(made["body"])
        assert "\u202e" not in shown and "\x00" not in shown and "{{" not in shown, name


def test_what_the_bot_never_does_is_said_on_the_welcome() -> None:
    said = text_of(message_cards.welcome_card(EN, LONDON)["body"])
    for part in ("never write to clients", "Join, record or listen in", "Guess", "Show your cards or notes"):
        assert part in said


def test_a_name_is_found_whole_by_its_beginning_or_with_a_slip_and_the_best_of_these_alone() -> None:
    coming = [
        coming_of(another("a", START, attendees=(SAM, MARIA)), "northwindtraders.com", "Northwind Traders", OURS, Corrections()),
        coming_of(another("b", START, attendees=(SAM, replace(AIKO, name="Maríam Öz"))), "adatum.com", "", OURS, Corrections()),
    ]
    found = {
        asked: [one.meeting.id for one in meant(asked, coming)]
        for asked in ("Maria", "mariam", "Mari", "Mraia", "oz", "Northwind", "adatum.com", "@adatum.com", "xyz", MARIA.address)
    }  # fmt: skip
    assert found == {
        "Maria": ["a"], "mariam": ["b"], "Mari": ["a", "b"], "Mraia": ["a"], "oz": ["b"], "Northwind": ["a"], "adatum.com": ["b"],
        "@adatum.com": ["b"], "xyz": [], MARIA.address: ["a"],
    }  # fmt: skip


def test_the_occurrences_of_a_series_are_one_choice() -> None:
    one, two, other = _coming()
    again = replace(one, meeting=replace(one.meeting, id=two.meeting.id, start_at=START + timedelta(days=9)))
    assert [each.meeting.id for each in choices_among([one, again, other])] == ["m0", "m2"]


def test_a_draft_says_the_time_on_every_clock_that_is_known_and_opens_as_a_mail_with_the_same_words() -> None:
    brief = brief_of(corrections=Corrections(zones={MARIA.address: "America/New_York", AIKO.address: "Asia/Tokyo"}))
    made = draft_card.draft_card(brief, "welcome", EN, LONDON, ["I lead the roll-out."])
    said = text_of(made["body"])
    for part in (
        "Maria Silva and Aiko Tanaka",
        "14:00 (London, UTC+0)",
        "09:00 (New York",
        "23:00 (Tokyo",
        "Sam Carter",
        "roll-out",
    ):
        assert part in said, part
    outlook, mail = (one["url"] for one in made["actions"] if one["type"] == "Action.OpenUrl")
    query = parse_qs(urlsplit(outlook).query)
    assert query["to"] == [f"{MARIA.address},{AIKO.address}"] or set(query["to"][0].split(",")) == {MARIA.address, AIKO.address}
    assert "09:00 (New York" in query["body"][0]
    assert mail.startswith("mailto:") and parse_qs(urlsplit(mail).query)["subject"] == query["subject"]
    assert "Nothing has been sent" in said


def test_a_plan_b_names_the_number_to_dial_or_asks_for_theirs() -> None:
    with_number = text_of(draft_card.draft_card(brief_of(), "plan_b", EN, LONDON)["body"])
    assert "Please dial +44 20 7946 0123. The code is 312 445 908." in with_number
    without = brief_of(replace(MEETING, joining=Joining(provider="teams", url=MEETING.joining.url)))
    assert "On which number may I call you?" in text_of(draft_card.draft_card(without, "plan_b", EN, LONDON)["body"])


def test_a_setting_that_is_refused_stands_in_its_field_as_it_was_typed() -> None:
    fields = settings_card.fields_of({}, timedelta(minutes=30), 8, EN)
    made = settings_card.settings_card(fields, EN, problem="no", typed={"lead_minutes": "999", "listed": "nonsense"})
    inputs = {one["id"]: one for one in _nodes(made) if str(one.get("type", "")).startswith("Input.")}
    assert inputs["lead_minutes"]["value"] == 999 and inputs["listed"]["value"] == "nonsense"
    assert next(one for one in made["body"] if one.get("id") == "more_settings")["isVisible"] is True


def test_where_cards_come_is_asked_only_where_there_is_a_feed() -> None:
    def asked(*, has_feed: bool) -> set[str]:
        return {one["id"] for one in settings_card.fields_of({}, timedelta(minutes=30), 8, EN, has_feed=has_feed)}

    assert asked(has_feed=True) - asked(has_feed=False) == {"channel"}


def test_the_unfolded_card_ticks_checks_sets_roles_and_drafts_and_the_row_keeps_six_buttons() -> None:
    made = card.pre_call_card(brief_of(), EN, LONDON)
    folded = made["body"][-1]
    assert folded["isVisible"] is False
    verbs = {one["verb"] for one in _nodes(folded) if one.get("type") == "Action.Execute"}
    assert {"tick", "role", "open_draft"} <= verbs
    assert len(made["actions"]) <= MOST_ACTIONS
    asked = {one["id"]: one for one in _nodes(folded) if one.get("type") == "Input.ChoiceSet"}
    assert [one["value"] for one in asked["role"]["choices"]] == ["decision_maker", "skeptic", "trailblazer", "none"]
    assert {one["value"] for one in asked["role_of"]["choices"]} == {MARIA.address, AIKO.address}
    assert "lobby" in {one["value"] for one in asked["checks"]["choices"]}
    ids = [one["id"] for one in _nodes(made) if str(one.get("type", "")).startswith("Input.")]
    assert len(ids) == len(set(ids))
