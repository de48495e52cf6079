"""A recap says what was said, with its words, and says plainly what it cannot know."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar.domain.transcripts.recap import Recap, called, recap_of
from sidecar.domain.transcripts.spoken import Cue, sentences_of
from sidecar.wire.transcript import read_transcript
from tests.domain.spoken_lines import MEETINGS, THURSDAY, cues_of, recap_of_lines

recorded = pytest.mark.skipif(not MEETINGS.is_dir(), reason="the recorded meetings are not on this machine")
ANA, BEN = "Ana Ruiz", "Ben Okafor"


def doubts(found: Recap) -> list[str]:
    return [one.key for one in found.doubts]


def test_talk_is_summed_by_speaker_with_longest_turn_and_questions() -> None:
    cues = [
        Cue(number=0, start_s=0, end_s=10, speaker=ANA, text="Here is the plan for the spring."),
        Cue(number=1, start_s=11, end_s=21, speaker=ANA, text="It has three parts."),
        Cue(number=2, start_s=22, end_s=32, speaker=BEN, text="What does it cost?"),
        Cue(number=3, start_s=30, end_s=40, speaker=ANA, text="Nothing at all."),
    ]
    found = recap_of(cues)
    ana, ben = found.speakers
    assert (ana.name, ana.talk_s, ana.longest_turn_s, ana.questions) == (ANA, 30, 21, 0)
    assert (ben.talk_s, ben.share, ben.questions) == (10, 0.25, 1)
    assert found.duration_s == 40


def test_silences_of_five_minutes_between_words_are_gaps() -> None:
    cues = [
        Cue(number=n, start_s=at, end_s=at + 5, speaker=ANA, text="Hello there.")
        for n, at in enumerate((600.0, 610.0, 910.0, 1216.0))
    ]
    assert [(one.start_s, one.end_s) for one in recap_of(cues).gaps] == [(915.0, 1216.0)]


def test_what_was_settled_is_a_decision_and_what_was_only_put_is_none() -> None:
    found = recap_of_lines(
        (ANA, "So we have decided to start in March."),
        (BEN, "Let's go with the blue version."),
        (ANA, "Okay, agreed."),
        (BEN, "Maybe we should use the red one."),
        (ANA, "We haven't decided on the price yet."),
    )
    assert [one.quote for one in found.decisions] == ["So we have decided to start in March.", "Let's go with the blue version."]


def test_a_question_is_answered_by_another_who_says_something() -> None:
    found = recap_of_lines(
        (ANA, "When does the contract end?"),
        (BEN, "It ends in June."),
        (BEN, "And who signs it?"),
        (BEN, "Then about the garden."),
    )
    assert [(one.who, one.answered) for one in found.questions] == [(ANA, True), (BEN, False)]


def test_without_marks_questions_are_known_by_their_first_words() -> None:
    found = recap_of_lines((ANA, "when does the contract end"), (BEN, "it ends in june"), (ANA, "what we like is the colour"))
    assert [one.quote for one in found.questions] == ["when does the contract end"]


def test_a_concern_is_quoted_and_no_problem_is_none() -> None:
    found = recap_of_lines(
        (BEN, "I'm worried about the delivery in winter."),
        (ANA, "That is no problem for us at all."),
        (BEN, "This is too expensive for us."),
    )
    assert [(one.who, one.quote) for one in found.concerns] == [
        (BEN, "I'm worried about the delivery in winter."),
        (BEN, "This is too expensive for us."),
    ]


def test_role_hints_come_with_quotes_and_never_of_the_hosts_own_side() -> None:
    lines = (
        (BEN, "I'm worried about the delivery in winter."),
        (BEN, "This is too expensive for us."),
        ("Chloé Petit", "I approve the budget for the pilot."),
        ("Dov Levi", "I would love to try it in our shop."),
        ("Dov Levi", "Great idea, count me in."),
    )
    found = recap_of(cues_of(*lines))
    assert {(one.who, one.role) for one in found.role_hints} == {
        (BEN, "skeptic"),
        ("Chloé Petit", "decision_maker"),
        ("Dov Levi", "trailblazer"),
    }
    spoken = {text for _, text in lines}
    assert all(set(one.because) <= spoken for one in found.role_hints)
    assert BEN not in {one.who for one in recap_of(cues_of(*lines), me=[BEN]).role_hints}


def test_a_call_in_another_language_says_so_and_invents_nothing() -> None:
    found = recap_of_lines(
        "Je vous enverrai le contrat vendredi.", "Nous avons décidé de commencer en mars.", "Ça coûte combien?"
    )
    assert (found.promises, found.decisions, found.concerns, found.questions, found.summary) == ((), (), (), (), ())
    assert "recap-other-language" in doubts(found)


def test_a_silent_transcript_says_so() -> None:
    assert doubts(recap_of([], said_on=THURSDAY)) == ["recap-nothing-said"]


def test_words_of_nobody_and_a_call_without_a_date_are_doubts() -> None:
    assert doubts(recap_of_lines(("", "I'll send you the offer by Friday."), said_on=None)) == ["recap-nameless", "recap-no-date"]


def test_people_are_called_by_whole_and_first_name_and_roles_by_the_whole() -> None:
    assert called(["Ruiz, Ana (Guest)", "Project Manager (PM1)"], ["Jonas Lind"]) == (
        "Ana Ruiz",
        "Ana",
        "Project Manager",
        "Jonas Lind",
        "Jonas",
    )


def test_german_ordinals_and_titles_do_not_end_a_sentence() -> None:
    (one,) = sentences_of(cues_of("Dr. Weber kommt am 27. November oder am 30. vorbei."))
    assert one.text.endswith("vorbei.")


@settings(max_examples=150)
@given(
    st.lists(
        st.tuples(
            st.floats(0, 5000),
            st.floats(0, 60),
            st.sampled_from(["", ANA, BEN, "😀"]),
            st.one_of(
                st.text(max_size=60),
                st.sampled_from(["I'll send it by Friday.", "Sure.", "scratch that", "Could you call Ana?", "Ich"]),
            ),
        ),
        max_size=40,
    )
)
def test_whatever_is_said_quotes_are_words_of_their_cues(rows: list[tuple[float, float, str, str]]) -> None:
    cues = [
        Cue(number=n, start_s=at, end_s=at + length, speaker=speaker, text=" ".join(text.split()))
        for n, (at, length, speaker, text) in enumerate(rows)
    ]
    found = recap_of(cues, said_on=THURSDAY)
    assert_quotes(found, cues)


def assert_quotes(found: Recap, cues: list[Cue]) -> None:
    text = {cue.number: cue.text for cue in cues}
    said = [(one.quote, one.cues) for one in found.promises] + [(one.quote, one.cues) for one in found.questions]
    said += [(one.quote, one.cues) for one in (*found.decisions, *found.concerns)]
    for quote, numbers in said:
        assert quote in " ".join(text[number] for number in numbers)
    for point in found.summary:
        assert point.quote == text[point.cue]


@recorded
def test_every_quote_of_a_recorded_meeting_is_in_its_cues() -> None:
    for path in sorted(MEETINGS.glob("*.vtt"))[::4]:
        cues = list(read_transcript(path.read_bytes()))
        assert_quotes(recap_of(cues, said_on=THURSDAY), cues)


@recorded
def test_of_recorded_meetings_four_in_five_actions_are_found_with_few_suggestions() -> None:
    sys.path.append(str(Path(__file__).parents[2] / "bench"))
    from recap_quality import quality

    found = quality(MEETINGS)
    assert found["actions"]["found"] >= 0.8
    assert found["actions"]["suggestions per meeting"] <= 6
    assert found["actions"]["near precision"] >= 0.5
    assert found["summary"]["cue F1"] > 0.5 > found["longest fifth"]["cue F1"]


@recorded
def test_a_suggestion_from_the_surroundings_is_only_ever_a_question() -> None:
    path = MEETINGS / "TS3006c.vtt"
    found = recap_of(read_transcript(path.read_bytes()), said_on=THURSDAY)
    linked = {cue for action in json.loads(path.with_suffix(".gold.json").read_text())["actions"] for cue in action["cues"]}
    assert any(one.certainty == "ask" and set(one.cues) & linked for one in found.promises)
