"""Cues are tendencies of a country with a source; they never come from a person, and never say too much."""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar.domain.customs import computed_cues, cue, light_topics, opening
from sidecar.domain.customs import culture as culture_module
from sidecar.domain.customs.culture import (
    Cue,
    CueSource,
    chosen,
    credit,
    cues_of,
    greetings_at,
    kept,
    mirror,
    names_of_order,
)
from sidecar.domain.customs.culture import light_topics as topics_for
from sidecar.domain.customs.culture import opening as opening_of
from sidecar.domain.meetings.client import Corrections
from sidecar.domain.meetings.meeting import Attendee
from sidecar.domain.wording.reason import Reason
from sidecar.errors import Refused
from sidecar.knowledge.cues import authored_countries
from sidecar.knowledge.customs import countries, customs_of, greetings_in
from sidecar.words import LANGUAGES, Words
from tests.domain.sample_meeting import MEETING, SAM, brief_of

NOBODY: frozenset[str] = frozenset()
TODAY = date(2026, 11, 23)
GUIDE = CueSource(title="A guide", url="https://guide.example/business", year=2024, accessed=None, licence="cited")


def a_cue(field: str, value: Any, country: str = "HN", **rest: Any) -> Cue:
    said: dict[str, Any] = {
        "country": country, "country_name": country, "field": field, "value": value, "text": "Many often do.", "advice": "Ask.",
        "confidence": "high", "basis": "official_guide", "sources": (GUIDE,), "question": Reason(key="culture-ask-time"),
    }  # fmt: skip
    return Cue(**{**said, **rest})


def computed(country: str, language: str = "en") -> list[Cue]:
    return [one for one in cues_of(country, language, TODAY) if one.is_computed]


def shown(*cues: Cue, dismissed: frozenset[str] = NOBODY, **notes: str) -> list[str]:
    by_country: dict[str, list[Cue]] = {}
    for one in cues:
        by_country.setdefault(one.country, []).append(one)
    return [one.field for one in chosen(by_country, dismissed=dismissed, notes=notes)]


# What belongs on a card


def test_three_cues_a_country_at_most_and_the_most_useful_first() -> None:
    cues = [
        a_cue(field, "x")
        for field in ("date_format", "formality_address", "directness", "time_orientation", "relationship_vs_task")
    ]
    assert shown(*cues) == ["relationship_vs_task", "time_orientation", "directness"]


@pytest.mark.parametrize("country", sorted(authored_countries()))
def test_a_card_never_holds_more_than_three_cues_or_two_questions_of_a_shipped_country(country: str) -> None:
    found = chosen({country: cues_of(country, "en", TODAY)}, dismissed=NOBODY, notes={})
    assert 0 < len(found) <= 3
    assert sum(one.is_asked for one in found) <= 1
    assert all(one.question for one in found if one.is_asked)


def test_weak_sources_are_asked_after_all_that_is_told_and_once_a_country() -> None:
    cues = [
        a_cue("time_orientation", "fixed", confidence="low"),
        a_cue("directness", "direct", confidence="low"),
        a_cue("formality_address", "formal"),
    ]
    assert shown(*cues) == ["formality_address", "time_orientation"]


def test_a_weak_cue_that_cannot_be_asked_is_not_shown() -> None:
    assert shown(a_cue("caution_topics", ["x"], confidence="low", question=None)) == []


def test_computed_cues_come_after_every_guide() -> None:
    assert shown(a_cue("greeting", {}), a_cue("caution_topics", ["x"])) == ["caution_topics", "greeting"]


def test_what_a_person_dismissed_stays_away() -> None:
    cues = [a_cue("time_orientation", "fixed"), a_cue("directness", "direct"), a_cue("time_orientation", "fixed", "BR")]
    assert shown(*cues, dismissed=frozenset({"HN/time_orientation"})) == ["directness", "time_orientation"]


def test_a_note_on_the_person_hides_what_the_country_says_of_the_same_field() -> None:
    cues = [a_cue("time_orientation", "flexible"), a_cue("directness", "direct")]
    assert shown(*cues, time_orientation="She is on the dot") == ["directness"]


def test_a_note_on_small_talk_hides_people_first_too() -> None:
    cues = [a_cue("relationship_vs_task", "relationship"), a_cue("small_talk_minutes", 10), a_cue("directness", "direct")]
    assert shown(*cues, small_talk_minutes="Likes to start at once") == ["directness"]
    assert opening_of(kept(cues, dismissed=NOBODY, notes={"relationship_vs_task": "no"})) is None


def test_minutes_of_small_talk_do_not_take_a_second_line() -> None:
    assert shown(a_cue("small_talk_minutes", 10), a_cue("relationship_vs_task", "relationship")) == ["relationship_vs_task"]


def test_nobody_is_told_about_their_own_country() -> None:
    german = cues_of("DE", "en")
    assert chosen({"DE": german}, dismissed=NOBODY, notes={}, home=german) == ()


def test_a_custom_that_is_the_same_at_home_is_no_news() -> None:
    fields = {one.field for one in chosen({"LI": computed("LI")}, dismissed=NOBODY, notes={}, home=computed("SK"))}
    assert "date_format" not in fields
    assert "date_format" in shown(*computed("LI"))


def test_an_ordinary_weekend_is_not_told_and_another_one_is() -> None:
    assert "working_week" not in shown(*computed("NR"))
    assert "working_week" in shown(*computed("OM"))


# Confidence and review


def _authored(today: date | None) -> dict[str, str]:
    return {one.id: one.confidence for one in cues_of("HN", "en", today) if not one.is_computed}


def test_past_its_review_a_cue_is_believed_one_step_less() -> None:
    (review_by,) = {one.review_by for one in cues_of("HN", "en") if not one.is_computed}
    assert review_by is not None
    lower = {"high": "medium", "medium": "low", "low": "low"}
    fresh = _authored(review_by)
    assert _authored(None) == fresh
    assert _authored(review_by + timedelta(days=1)) == {name: lower[sure] for name, sure in fresh.items()}


def test_disputed_weekends_are_asked_and_agreed_ones_are_told() -> None:
    week = {
        country: next(one for one in cues_of(country, "en", TODAY) if one.field == "working_week") for country in ("IN", "QA")
    }
    assert week["IN"].is_asked and week["IN"].disagreement
    assert not week["QA"].is_asked and week["QA"].value == ["Mon", "Tue", "Wed", "Thu", "Sun"]


def test_a_credit_names_the_source_and_its_year_in_every_language() -> None:
    read = replace(GUIDE, year=None, accessed=TODAY)
    for language in LANGUAGES:
        for source, year in ((GUIDE, "2024"), (read, "2026")):
            said = credit(a_cue("directness", "direct", sources=(source,)))
            assert "A guide" in Words(language).say(said.key, **said.args) and year in Words(language).say(said.key, **said.args)


def test_every_question_and_reason_is_a_sentence_in_every_language() -> None:
    for language in LANGUAGES:
        for country in (*authored_countries(), "IN", "SG"):
            for one in cues_of(country, language):
                assert one.question is None or Words(language).say(one.question.key).endswith(("?", "？"))


# How to open


def test_people_first_opens_with_ten_minutes_and_task_first_with_two() -> None:
    people = opening_of([a_cue("relationship_vs_task", "relationship")])
    task = opening_of([a_cue("relationship_vs_task", "task")])
    assert people and (people.minutes, people.because.key, people.is_agenda_ahead) == (10, "culture-opening-people", False)
    assert task and (task.minutes, task.because.key, task.is_agenda_ahead) == (2, "culture-opening-task", True)


def test_several_countries_make_one_plan_that_suits_them_all() -> None:
    plan = opening_of(
        [
            a_cue("relationship_vs_task", "task", "DE"),
            a_cue("time_orientation", "fixed", "DE"),
            a_cue("relationship_vs_task", "relationship", "HN"),
            a_cue("time_orientation", "flexible", "HN"),
        ]
    )
    assert plan and (plan.minutes, plan.must_cover, plan.is_agenda_ahead, plan.is_end_fixed) == (10, True, True, True)
    assert plan.because == Reason(key="culture-opening-several", args={"minutes": "10", "places": "DE, HN"})


def test_minutes_that_a_guide_states_go_first_and_fit_a_call() -> None:
    stated = opening_of([a_cue("relationship_vs_task", "relationship"), a_cue("small_talk_minutes", 5)])
    half_hour = opening_of([a_cue("small_talk_minutes", 30)])
    at_once = opening_of([a_cue("small_talk_minutes", 1)])
    assert stated and stated.minutes == 5
    assert half_hour and half_hour.minutes == 15
    assert at_once and at_once.minutes == 2


def test_flexible_time_alone_asks_for_a_must_cover_list_and_changes_no_minutes() -> None:
    plan = opening_of([a_cue("time_orientation", "flexible")])
    assert plan and plan.must_cover and plan.because.key == "culture-opening-even"


def test_nothing_and_weak_sources_make_no_plan() -> None:
    assert opening_of([]) is None
    assert opening_of([a_cue("relationship_vs_task", "task", confidence="low")]) is None
    assert opening_of(computed("QA")) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_openings_and_mirrors_of_every_shipped_pair_can_be_said(language: str) -> None:
    words = Words(language)
    shipped = {country: cues_of(country, language) for country in authored_countries()}
    for ours in shipped.values():
        for theirs in shipped.values():
            plan = opening_of([*ours, *theirs])
            reflected = mirror(ours, theirs)
            for reason in (plan.because if plan else None, reflected):
                assert reason is None or "{" not in words.say(reason.key, **reason.args)


# The mirror


def test_the_mirror_turns_with_the_sides() -> None:
    quick, slow = a_cue("relationship_vs_task", "task", "DE"), a_cue("relationship_vs_task", "relationship", "HN")
    assert mirror([quick], [slow]) == Reason(key="culture-mirror-quick-start", args={"place": "HN"})
    assert mirror([slow], [quick]) == Reason(key="culture-mirror-slow-start", args={"place": "DE"})


def test_the_mirror_says_nothing_where_a_side_is_silent_alike_or_weak() -> None:
    direct, indirect = a_cue("directness", "direct"), a_cue("directness", "indirect")
    assert mirror([direct], [direct]) is None
    assert mirror([], [indirect]) is None
    assert mirror([replace(direct, confidence="low")], [indirect]) is None
    assert mirror([direct], [replace(indirect, confidence="low")]) is None
    assert mirror([a_cue("relationship_vs_task", "task")], [a_cue("relationship_vs_task", "both")]) is None


# Light topics


def test_two_openers_for_place_and_season_and_the_rest_is_left_to_them() -> None:
    cues = [
        a_cue("meeting_openers", [], topics=("football", "religion", "food")),
        a_cue("caution_topics", [], topics=("Religion",)),
    ]
    told = [topics_for("HN", month, cues) for month in range(1, 13)]
    assert {one.openers[0].args["topic"] for one in told} == {"football", "food"}
    assert all(one.leave == Reason(key="culture-topic-leave", args={"topics": "Religion"}) for one in told)


@pytest.mark.parametrize(
    ("country", "month", "season"),
    [("DE", 1, "winter"), ("DE", 12, "winter"), ("DE", 3, "spring"), ("DE", 11, "autumn"), ("NZ", 1, "summer"),
     ("NZ", 7, "winter"), ("NZ", 12, "summer"), ("HN", 7, "none"), ("SG", 1, "none"), ("ZZ", 1, "none")],
)  # fmt: skip
def test_the_season_is_theirs_and_the_tropics_have_none(country: str, month: int, season: str) -> None:
    assert topics_for(country, month, ()).openers[1].key == f"culture-season-{season}"


def test_without_a_guide_the_first_opener_is_their_place_and_nothing_is_left_out() -> None:
    found = topics_for("QA", 5, computed("QA"))
    assert found.openers[0].key == "culture-topic-place" and found.leave is None


def test_topics_of_another_country_are_not_used() -> None:
    assert topics_for("BR", 5, [a_cue("meeting_openers", [], "HN", topics=("football",))]).openers[0].key == "culture-topic-place"


# Names and greetings


@pytest.mark.parametrize(
    ("country", "order"),
    [("JP", "surname_first"), ("HU", "surname_first"), ("CN", "surname_first"), ("DE", "given_first"), ("HN", "given_first"),
     ("IN", "ask"), ("LK", "ask"), ("MY", "ask"), ("SG", "ask"), ("HK", "ask"), ("ZZ", "ask"), ("", "ask")],
)  # fmt: skip
def test_the_order_of_names_is_known_or_asked(country: str, order: str) -> None:
    assert names_of_order(country) == order


@pytest.mark.parametrize(
    ("country", "hour", "said"),
    [
        ("DE", 9, "Guten Morgen"),
        ("DE", 10, "Guten Tag"),
        ("DE", 2, "Guten Abend"),
        ("HN", 12, "Buenas tardes"),
        ("BR", 19, "Boa noite"),
    ],
)
def test_a_greeting_fits_the_hour_on_their_clock(country: str, hour: int, said: str) -> None:
    assert [greeting for _, greeting in greetings_at(country, hour)] == [said]


def test_where_several_languages_are_official_none_is_chosen() -> None:
    assert [tag for tag, _ in greetings_at("CH", 9)] == ["de", "fr", "it"]
    assert greetings_at("ZZ", 9) == ()


def test_every_greeting_has_an_hour_and_every_hour_a_greeting() -> None:
    spoken = {tag for country in countries() for tag in customs_of(country).languages if greetings_in(tag)}
    assert len(spoken) >= 30
    for tag in spoken:
        hours = [hour for hour, _ in greetings_in(tag)]
        assert hours == sorted(set(hours)) and all(0 <= hour < 24 for hour in hours)


def test_a_greeting_in_the_readers_own_language_is_no_news() -> None:
    for language, country in (("en", "US"), ("de", "AT")):
        (greeting,) = [one for one in cues_of(country, language) if one.field == "greeting"]
        assert not greeting.is_for_card


def test_computed_cues_say_the_same_in_every_language_and_fit_a_card() -> None:
    for country in countries():
        by_language = [[one for one in cues_of(country, language) if one.is_computed] for language in LANGUAGES]
        assert len({tuple((one.id, str(one.value), one.confidence) for one in found) for found in by_language}) == 1
        assert all(len(one.text) <= 200 and len(one.advice) <= 140 and one.sources for found in by_language for one in found)


# A country is told, never guessed

_SCRIPTS = st.one_of(
    st.text(min_size=1, max_size=40),
    st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZáéíóúñçäöüßåøæłşğ '-", min_size=3, max_size=40),
    st.text(alphabet=st.characters(min_codepoint=0x400, max_codepoint=0x52F), min_size=1, max_size=20),
    st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF), min_size=1, max_size=20),
    st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=6),
    st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=6),
    st.text(alphabet=st.characters(min_codepoint=0x900, max_codepoint=0x97F), min_size=1, max_size=20),
    st.sampled_from(
        ["María José Núñez", "Müller", "Nguyễn Văn An", "O’Brien", "田中", "Иванов", "محمد", "de-DE", "es-HN", "photo.jpg"]
    ),
)


@settings(max_examples=2000, deadline=None)
@given(_SCRIPTS)
def test_no_name_accent_language_or_picture_is_a_country(said: str) -> None:
    if said.strip().upper() in countries():
        return
    with pytest.raises(Refused):
        cues_of(said, "en")
    assert names_of_order(said) == "ask" and greetings_at(said, 9) == ()


@settings(max_examples=150, deadline=None)
@given(st.lists(_SCRIPTS, min_size=20, max_size=40), _SCRIPTS)
def test_thousands_of_names_without_a_place_bring_not_one_cue_into_a_brief(names: list[str], subject: str) -> None:
    invited = tuple(Attendee(address=f"p{number}@northwindtraders.com", name=name) for number, name in enumerate(names))
    found = brief_of(replace(MEETING, attendees=(SAM, *invited), subject=subject, body="\n".join(names))).customs
    assert (found.cues, found.opening, found.mirror, found.topics) == ((), None, None, None)


def test_a_place_that_somebody_stated_brings_the_cues_of_its_country() -> None:
    said = Corrections(
        zones={"maria.silva@northwindtraders.com": "America/Tegucigalpa"}, countries={"maria.silva@northwindtraders.com": "HN"}
    )
    found = brief_of(corrections=said).customs
    assert {one.country for one in found.cues} == {"HN"} and found.opening and found.topics


def test_nothing_here_takes_a_name_a_mail_a_picture_or_the_persons_language() -> None:
    asked = {
        parameter
        for module in (culture_module, computed_cues, cue, light_topics, opening)
        for _, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        for parameter in inspect.signature(function).parameters
    }
    assert "country" in asked
    assert not asked & {
        "name",
        "names",
        "address",
        "email",
        "photo",
        "picture",
        "attendee",
        "person",
        "locale",
        "accent",
        "meeting",
    }


def test_only_the_file_of_the_country_that_is_asked_for_is_opened() -> None:
    code = (
        "import sys, pathlib\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None)\n"
        "from sidecar.domain.customs.culture import cues_of\n"
        "assert not [one for one in opened if one.endswith(('.toml', 'customs.json'))], opened\n"
        "cues_of('HN', 'en')\n"
        "print([pathlib.PurePath(one).name for one in opened if 'culture' in one and one.endswith('.toml')])\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, timeout=60)
    assert done.stdout.strip() == "['HN.toml']", done.stderr


def _texts(cues: Sequence[Cue]) -> set[str]:
    return {one.text for one in cues if not one.is_computed}


def test_german_readers_read_german() -> None:
    for country in authored_countries():
        assert not _texts(cues_of(country, "de")) & _texts(cues_of(country, "en"))
