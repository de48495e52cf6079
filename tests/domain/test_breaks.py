"""The break coach speaks rarely, when somebody has just stopped, and never from what is still to come."""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import accumulate, pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar.domain.calls.breaks import BreakSettings, BreakState, Hint, Session, Signal, Spoken, replayed, step
from sidecar.domain.transcripts.spoken import Cue
from tests.domain.spoken_lines import MEETINGS

sys.path.append(str(Path(__file__).parents[2] / "bench"))
MINUTE = 60.0
recorded = pytest.mark.skipif(not MEETINGS.is_dir(), reason="the recorded meetings are not on this machine")


def talk(minutes: float, *, from_s: float = 0.0) -> list[Cue]:
    """One explains for ten seconds, another answers for three, with half a second after each."""
    words = "we look at the cost of the blue case and the price of the red button again"
    found = []
    for number in range(int(minutes * MINUTE / 14) * 2):
        start = from_s + 14 * (number // 2) + 10.5 * (number % 2)
        found.append(
            Cue(number=number, start_s=start, end_s=start + (3 if number % 2 else 10), speaker="AB"[number % 2], text=words)
        )
    return found


def kinds(hints: tuple[Hint, ...]) -> list[tuple[str, int]]:
    return [(one.kind, round(one.at_s / MINUTE)) for one in hints]


def test_a_short_call_gets_no_hint() -> None:
    assert replayed(talk(44)) == ()


def test_without_a_change_of_topic_the_hint_waits_for_the_time_and_a_turn_and_the_second_is_firm() -> None:
    found = replayed(talk(100))
    assert kinds(found) == [("break", 54), ("break_firm", 79)]
    assert found[0].because.key == "recap-because-long" and found[0].because.args == {"count": "54"}


def test_a_change_of_topic_is_taken_from_forty_five_minutes_on() -> None:
    cues = talk(46)
    for n in range(6):
        text = (
            "Okay, let's move on to shipping."
            if n == 0
            else f"warehouse pallets customs lorry harbour freight route{n} carrier{n} driver{n}"
        )
        start = 46 * MINUTE + n * 10
        cues.append(Cue(number=len(cues), start_s=start, end_s=start + (3 if n % 2 else 9), speaker="AB"[n % 2], text=text))
    (found,) = replayed(cues)
    assert (found.kind, found.because.key) == ("break", "recap-because-topic") and 45 * MINUTE < found.at_s < 48 * MINUTE


def test_a_pause_of_five_minutes_counts_as_the_break_and_offers_the_next_topic() -> None:
    cues = [*talk(40), *talk(48, from_s=46 * MINUTE)]
    assert kinds(replayed(cues)) == [("new_topic", 46)]


def test_a_pause_of_four_minutes_is_no_break() -> None:
    cues = [*talk(40), *talk(20, from_s=44 * MINUTE)]
    assert kinds(replayed(cues)) == [("break", 54)]


def test_nothing_is_suggested_in_the_last_ten_planned_minutes() -> None:
    assert replayed(talk(60), Session(planned=timedelta(minutes=60))) == ()
    assert replayed(talk(69), Session(planned=timedelta(minutes=60))) == (), "nor while they say goodbye a little late"
    assert kinds(replayed(talk(75), Session(planned=timedelta(minutes=60)))) != []


def test_a_long_planned_call_has_its_break_in_the_middle() -> None:
    assert kinds(replayed(talk(56), Session(planned=timedelta(minutes=95)))) == [("midpoint", 52)]
    late = BreakSettings(look_from=timedelta(minutes=70), suggest_at=timedelta(minutes=75))
    assert kinds(replayed(talk(66), Session(planned=timedelta(minutes=120)), late)) == [("midpoint", 64)]


def test_a_coffee_near_the_planned_middle_was_the_midpoint() -> None:
    session = Session(planned=timedelta(minutes=150))
    coffee = [*talk(48), *talk(90, from_s=53 * MINUTE)]
    assert kinds(replayed(coffee, session)) == [("new_topic", 53), ("break", 107), ("break_firm", 132)]
    state, _ = step(BreakState(), Signal(at_s=48 * MINUTE, kind="taken"), session)
    state, _ = step(state, Signal(at_s=51 * MINUTE, kind="resumed"), session)
    assert step(state, Signal(at_s=80 * MINUTE, kind="lull"), session)[1] is None
    early = replayed([*talk(25), *talk(60, from_s=30 * MINUTE)], session)
    assert kinds(early) == [("new_topic", 30), ("midpoint", 79)]


def test_lunch_is_where_the_majoritys_noon_is() -> None:
    start = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Madrid"))
    found = replayed(talk(240), Session(local_start=start, planned=timedelta(hours=5)))
    (lunch,) = [one for one in found if one.kind == "lunch"]
    assert start + timedelta(seconds=lunch.at_s) >= datetime(2026, 11, 23, 11, 30, tzinfo=ZoneInfo("Europe/Madrid"))
    evening = replayed(talk(240), Session(local_start=start.replace(hour=17), planned=timedelta(hours=5)))
    assert "lunch" not in {one.kind for one in evening}


def test_words_that_nobody_is_named_for_have_their_hints_too() -> None:
    cues = [replace(cue, speaker="") for cue in talk(100)]
    assert kinds(replayed(cues)) == [("break", 54), ("break_firm", 79)]
    long = [Cue(number=n, start_s=n * 9, end_s=n * 9 + 9, speaker="", text="the cost of the blue case") for n in range(500)]
    assert kinds(replayed(long))[0] == ("break", 54)


def test_a_snoozed_hint_comes_again_after_a_quarter_of_an_hour() -> None:
    state, hints = BreakState(), []
    for cue in talk(72):
        state, hint = step(state, Spoken(start_s=cue.start_s, end_s=cue.end_s, speaker=cue.speaker, text=cue.text))
        if hint is not None:
            hints.append(hint)
            state, none = step(state, Signal(at_s=hint.at_s + 1, kind="snoozed"))
            assert none is None
    assert [b.at_s - a.at_s >= 15 * MINUTE for a, b in pairwise(hints)] == [True] and len(hints) == 2


def test_without_captions_the_hint_waits_for_a_lull_or_a_covered_topic_and_at_last_for_nobody() -> None:
    assert step(BreakState(), Signal(at_s=51 * MINUTE, kind="tick"))[1] is None
    _, at_lull = step(BreakState(), Signal(at_s=53 * MINUTE, kind="lull"))
    _, covered = step(BreakState(), Signal(at_s=46 * MINUTE, kind="covered"))
    assert at_lull and covered and {at_lull.kind, covered.kind} == {"break"}
    state, hints = BreakState(), []
    for minute in range(1, 70):
        state, hint = step(state, Signal(at_s=minute * MINUTE, kind="tick"))
        hints += [hint] if hint else []
    assert len(hints) == 1 and 50 <= hints[0].at_s / MINUTE <= 60


def test_a_break_that_was_taken_is_silent_until_the_next_topic_is_offered() -> None:
    state, _ = step(BreakState(), Signal(at_s=50 * MINUTE, kind="taken"))
    assert step(state, Signal(at_s=60 * MINUTE, kind="lull"))[1] is None
    state, hint = step(state, Signal(at_s=56 * MINUTE, kind="resumed"))
    assert hint and hint.kind == "new_topic"
    assert step(state, Signal(at_s=70 * MINUTE, kind="lull"))[1] is None


def test_words_twice_or_from_the_past_change_nothing() -> None:
    cues = talk(60)
    assert replayed([*cues, *cues[:50]]) == replayed(cues)
    state, _ = step(BreakState(), Spoken(start_s=100, end_s=110, speaker="A", text="x"))
    assert step(state, Spoken(start_s=10, end_s=20, speaker="B", text="y")) == (state, None)


turns = st.lists(
    st.tuples(
        st.floats(0, 400),
        st.floats(0.2, 120),
        st.sampled_from("ABC"),
        st.sampled_from(["Okay, next topic.", "so the price", "harbour", ""]),
    ),
    max_size=120,
)


@settings(max_examples=150)
@given(turns, st.integers(0, 120))
def test_what_is_suggested_up_to_a_moment_does_not_change_when_the_rest_is_known(
    rows: list[tuple[float, float, str, str]], cut: int
) -> None:
    cues, at = [], 0.0
    for number, (gap, length, speaker, text) in enumerate(rows):
        at += gap
        cues.append(Cue(number=number, start_s=at, end_s=at + length, speaker=speaker, text=text))
    known = cues[:cut]
    until = max((cue.end_s for cue in known), default=-1.0)
    assert replayed(known) == tuple(hint for hint in replayed(cues) if hint.at_s <= until)


@settings(max_examples=100)
@given(turns)
def test_a_hint_follows_a_turn_within_five_seconds_and_firm_ones_keep_their_distance(
    rows: list[tuple[float, float, str, str]],
) -> None:
    cues, at = [], 0.0
    for number, (gap, length, speaker, text) in enumerate(rows):
        at += gap
        cues.append(Cue(number=number, start_s=at, end_s=at + length, speaker=speaker, text=text))
    found = replayed(cues)
    assert_near_turns(found, cues)
    firm = [one.at_s for one in found if one.kind == "break_firm"]
    assert all(b - a >= 45 * MINUTE for a, b in pairwise(firm))


def assert_near_turns(found: tuple[Hint, ...], cues: list[Cue]) -> None:
    over = list(accumulate((cue.end_s for cue in cues), max))
    ends = [end for end, (a, b) in zip(over, pairwise(cues), strict=False) if a.speaker != b.speaker or b.start_s - end >= 3]
    assert all(min(abs(hint.at_s - end) for end in ends) <= 5 for hint in found)


def test_three_hours_with_thirty_people_are_a_small_state_and_quick_decisions() -> None:
    cues = [replace(cue, speaker=f"Person {cue.number % 30}") for cue in talk(180)]
    state, began = BreakState(), time.process_time()
    for cue in cues:
        state, _ = step(state, Spoken(start_s=cue.start_s, end_s=cue.end_s, speaker=cue.speaker, text=cue.text))
    assert (time.process_time() - began) / len(cues) < 0.001
    assert sum(len(word) + 60 for _, words in state.recent for word in words) < 100_000


@recorded
def test_over_recorded_sessions_hints_follow_turns_are_rare_and_stable() -> None:
    from topic_changes import sessions

    for session in sessions(MEETINGS, measured=False)[::3]:
        cues = list(session.cues)
        found = replayed(cues)
        assert_near_turns(found, cues)
        assert 1 <= len(found) <= 2 + cues[-1].end_s / (45 * MINUTE)
        firm = [one.at_s for one in found if one.kind == "break_firm"]
        assert all(b - a >= 45 * MINUTE for a, b in pairwise(firm))
        for cut in range(200, len(cues), 397):
            until = max(cue.end_s for cue in cues[:cut])
            assert replayed(cues[:cut]) == tuple(one for one in found if one.at_s <= until)


@recorded
def test_hints_fall_nearer_to_changes_of_topic_than_the_timers() -> None:
    from topic_changes import distances, sessions

    found = sessions(MEETINGS)
    for measure in ("by_words", "by_annotators"):
        coach, timer = distances(found, measure)
        assert statistics.fmean(coach) < statistics.fmean(timer), measure
        assert statistics.median(coach) < statistics.median(timer), measure
