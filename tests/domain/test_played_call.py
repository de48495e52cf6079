"""A transcript played as a call: nothing is known before it was spoken, whatever the transcript looks like."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sidecar.domain.calls.breaks import Spoken
from sidecar.domain.calls.played_call import LONGEST_CUE_S, script_of, spoken_at, written
from sidecar.domain.transcripts.spoken import Cue
from sidecar.preview.transcripts import sample_transcript
from sidecar.wire.transcript import read_transcript


def cue(number: int, start_s: float, end_s: float, speaker: str = "Mia Berg", text: str = "Good morning.") -> Cue:
    return Cue(number=number, start_s=start_s, end_s=end_s, speaker=speaker, text=text)


CUES = st.lists(st.tuples(st.floats(0, 900), st.floats(0, 200)), max_size=25).map(
    lambda spans: [cue(number, start, start + length) for number, (start, length) in enumerate(spans)]
)


@given(CUES, st.lists(st.floats(0, 1200), max_size=12))
def test_however_fast_it_is_played_the_same_words_come_in_the_same_order_and_never_before_they_are_over(
    cues: list[Cue], stops: list[float]
) -> None:
    script = script_of(cues)
    heard: list[Cue] = []
    for until_s in [*sorted(stops), script.length_s]:
        new = script.heard(len(heard), until_s)
        assert all(one.end_s <= until_s for one in new)
        heard += new
    assert tuple(heard) == script.cues
    assert [one.start_s for one in heard] == sorted(one.start_s for one in heard)


def test_overlapping_words_wait_for_whoever_began_before() -> None:
    script = script_of([cue(0, 10, 30), cue(1, 12, 14, "Aiko Tanaka")])
    assert script.heard(0, 20) == ()
    assert [one.speaker for one in script.heard(0, 30)] == ["Mia Berg", "Aiko Tanaka"]


def test_a_cue_that_claims_to_last_for_hours_holds_nothing_back_for_long_and_one_without_words_is_none() -> None:
    script = script_of([cue(0, 0, 30_000), cue(1, 5, 8, text=""), cue(2, 200, 204)])
    assert len(script.cues) == 2 and script.length_s == 204
    assert [one.number for one in script.heard(0, LONGEST_CUE_S)] == [0]


def test_lulls_come_from_the_gaps_two_seconds_into_each_and_not_too_often() -> None:
    script = script_of([cue(0, 0, 10), cue(1, 11, 20), cue(2, 24, 25), cue(3, 27.5, 28), cue(4, 60, 61)])
    assert script.lulls(0, 100) == (22, 27)
    assert script.lulls(22, 29) == (27,)


def test_hours_of_silence_say_when_somebody_speaks_next() -> None:
    script = script_of([cue(0, 0, 10), cue(1, 7200, 7210)])
    assert script.next_words_s(5) is None and script.next_words_s(10) == 7200 and script.next_words_s(7210) is None


def test_everybody_is_there_at_the_start_but_whoever_first_speaks_much_later_and_nobody_without_a_name() -> None:
    script = script_of([cue(0, 300, 310), cue(1, 320, 330, ""), cue(2, 1500, 1510, "Rafael Oliveira")])
    assert [(one.speaker, one.at_s) for one in script.joins] == [("Mia Berg", 0.0), ("Rafael Oliveira", 1495.0)]


def test_what_was_said_later_than_planned_is_written_down_at_its_real_time_and_can_be_read_again() -> None:
    said = spoken_at([cue(0, 1, 2.5, "A & <B>", "Five < six, all right?"), cue(1, 3600, 3601.25, "")], shift_s=300)
    assert said[0] == Spoken(start_s=301, end_s=302.5, speaker="A & <B>", text="Five < six, all right?")
    again = read_transcript(written(said).encode())
    assert [(one.start_s, one.end_s, one.text) for one in again] == [
        (301.0, 302.5, "Five < six, all right?"),
        (3900.0, 3901.25, "Good morning."),
    ]
    assert again[1].speaker == ""


def test_the_shipped_sample_lasts_two_hours_with_four_speakers_who_do_not_repeat_themselves() -> None:
    script = script_of(read_transcript(sample_transcript().read_bytes()))
    assert 7000 < script.length_s < 7200 and 500 < len(script.cues) < 800
    assert {one.speaker for one in script.joins} == {"Sam Carter", "Priya Nair", "Aiko Tanaka", "Rafael Oliveira"}
    long = [one.text for one in script.cues if len(one.text) > 40]
    assert len(set(long)) == len(long)
