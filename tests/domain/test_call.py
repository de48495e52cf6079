"""A call is what was told of it, however often and in whatever order; what nobody told stays unknown, and is said."""

from __future__ import annotations

import json
import random
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.domain.briefs.wishes import BreakRules, read_wishes
from sidecar.domain.calls.breaks import BreakState, Spoken
from sidecar.domain.calls.call import Planned, Said, Told, told
from sidecar.domain.calls.call_event import CallEvent
from sidecar.domain.calls.call_kept import kept, live_in
from sidecar.domain.calls.call_live import (
    Live,
    Open,
    Pause,
    Rules,
    Sign,
    advance,
    afresh,
    fits,
    heard,
    look_at,
    rules_of,
    with_ears,
    with_said,
)
from sidecar.domain.calls.call_words import pause_line
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.wording.reason import Reason
from sidecar.words import Words

START = datetime(2026, 11, 23, 14, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ME, SAM = PersonId("me"), PersonId("sam")
HOUR = Planned(start_at=START, end_at=START + 60 * MINUTE, me=ME)
LONG = Planned(start_at=START, end_at=START + 120 * MINUTE, me=ME)


def at(minute: float) -> datetime:
    return START + minute * MINUTE


def happened(kind: Any, minute: float, *people: PersonId) -> CallEvent:
    return CallEvent(tenant=TenantId("t"), thread="19:meeting_x@thread.v2", kind=kind, at=at(minute), people=people)


def state(planned: Planned, events: list[CallEvent], minute: float, *said: Said) -> Told:
    return told(planned, events, said, at(minute))


def test_a_start_and_an_end_are_a_call() -> None:
    events = [happened("start", 1), happened("join", 1, ME, SAM), happened("end", 50)]
    assert state(HOUR, events[:2], 10).state == "running"
    found = state(HOUR, events, 51)
    assert (found.state, found.known_from, found.started_at, found.ended_at) == ("over", "teams", at(1), at(50))
    assert set(found.joined) == {ME, SAM} and found.is_held is True and found.is_done


def test_an_end_without_a_start_is_a_call_that_is_over() -> None:
    found = state(HOUR, [happened("end", 40)], 41)
    assert (found.state, found.started_at, found.ended_at, found.is_held) == ("over", START, at(40), True)
    early = state(HOUR, [happened("end", -5)], 0)
    assert early.state == "over" and early.started_at == at(-5)


def test_somebody_who_comes_has_begun_it_where_the_start_was_lost() -> None:
    assert state(HOUR, [happened("join", 2, SAM)], 5).started_at == at(2)
    late = [happened("start", 0), happened("end", 30), happened("join", 30.5, SAM)]
    assert state(HOUR, late, 40).state == "over", "told late, after the end"


def test_a_call_that_begins_again_runs_again() -> None:
    events = [happened("start", 0), happened("end", 20), happened("start", 22)]
    assert (state(HOUR, events, 25).state, state(HOUR, events, 25).started_at) == ("running", START)
    assert state(HOUR, [*events, happened("end", 58)], 59).ended_at == at(58)


def test_two_calls_under_one_link_belong_each_to_its_meeting() -> None:
    day = 24 * 60
    first, second = ((at(minute), at(minute + 30)) for minute in (0, day))
    events = [happened("start", 1), happened("end", 29), happened("start", day + 2), happened("end", day + 33)]
    one = Planned(start_at=first[0], end_at=first[1], others=(second,), has_told=True)
    two = Planned(start_at=second[0], end_at=second[1], others=(first,), has_told=True)
    assert (state(one, events, day + 60).started_at, state(one, events, day + 60).ended_at) == (at(1), at(29))
    assert (state(two, events, day + 60).started_at, state(two, events, day + 60).ended_at) == (at(day + 2), at(day + 33))
    back_to_back = Planned(start_at=at(30), end_at=at(60), others=(first,), has_told=True)
    assert state(back_to_back, events[:1], 31).state == "waiting", "the first runs over into it"
    assert state(Planned(start_at=at(0), end_at=at(30), others=((at(30), at(60)),)), events[:1], 31).state == "running"


def test_a_call_that_never_started_is_noticed_and_said() -> None:
    known = replace(HOUR, has_told=True)
    assert [state(known, [], minute).state for minute in (-10, 5, 15, 64, 65)] == [
        "waiting", "waiting", "unsure", "unsure", "never_started",
    ]  # fmt: skip
    assert (state(known, [], 15).asks, state(known, [], 15).doubt) == ("started", "never_started")
    assert (state(known, [], 65).is_held, state(known, [], 65).doubt) == (False, "never_started")
    assert state(known, [], 65, Said(kind="started", at=at(20))).state == "over", "the person knows better"


def test_a_call_that_never_ended_is_noticed_and_said() -> None:
    events = [happened("start", 0)]
    seen = [state(HOUR, events, minute) for minute in (60, 74, 75, 119, 120)]
    assert [(one.state, one.asks) for one in seen] == [
        ("running", None), ("running", None), ("unsure", "over"), ("unsure", "over"), ("over", None),
    ]  # fmt: skip
    assert seen[-1].doubt == "never_ended" and seen[-1].known_from == "calendar"
    assert state(HOUR, events, 119, Said(kind="runs_over", at=at(100))).asks is None
    assert state(HOUR, [*events, happened("end", 95)], 121).ended_at == at(95), "the end came late"


def test_where_nothing_tells_the_calendar_and_one_tap_do() -> None:
    seen = [state(HOUR, [], minute) for minute in (-1, 0, 30, 60, 65)]
    assert [(one.state, one.asks, one.known_from) for one in seen] == [
        ("waiting", None, "calendar"), ("unsure", "started", "calendar"), ("unsure", "started", "calendar"),
        ("unsure", "over", "calendar"), ("over", None, "calendar"),
    ]  # fmt: skip
    assert seen[-1].is_held is None
    tapped = Said(kind="started", at=at(3))
    assert (state(HOUR, [], 30, tapped).state, state(HOUR, [], 30, tapped).started_at) == ("running", at(3))
    assert state(HOUR, [], 30, Said(kind="started", at=at(25))).started_at == START, "a tap long after the start"
    assert state(HOUR, [], 66, tapped, Said(kind="runs_over", at=at(61))).state == "running"
    assert state(HOUR, [], 50, tapped, Said(kind="ended", at=at(45))).ended_at == at(45)
    assert state(HOUR, [], 5, Said(kind="never", at=at(4))).state == "never_started"
    assert state(HOUR, [], 5, Said(kind="speaking", at=at(4))).known_from == "you"
    both = state(HOUR, [happened("start", 1)], 70, Said(kind="speaking", at=at(-1)))
    assert (both.known_from, both.started_at, both.state) == ("teams", at(-1), "running"), "who begins it may not be who ends it"


def test_a_host_who_leaves_is_done_after_ten_minutes_whatever_the_others_do() -> None:
    events = [happened("start", 0), happened("join", 0, ME, SAM), happened("leave", 30, ME)]
    assert (state(HOUR, events, 35).state, state(HOUR, events, 35).is_here) == ("running", False)
    gone = state(HOUR, events, 40)
    assert (gone.state, gone.ended_at) == ("over", at(30))
    assert state(HOUR, [*events, happened("join", 42, ME)], 43).state == "running"
    assert state(HOUR, [*events[:2], happened("leave", 30, SAM)], 45).here == (ME,)


def test_what_the_person_said_is_over_is_not_begun_again_by_somebody_else_who_comes() -> None:
    events = [happened("start", 0), happened("join", 50, SAM)]
    done = Said(kind="ended", at=at(40))
    assert state(HOUR, events, 55, done).state == "over"
    assert state(HOUR, [*events, happened("join", 52, ME)], 55, done).state == "running"


def test_a_clock_ahead_of_ours_counts_as_now() -> None:
    assert state(HOUR, [happened("start", 500)], 1).started_at == at(1)
    assert state(HOUR, [happened("start", -5000)], 1).state == "unsure", "of another day"


events_of_a_call = st.lists(
    st.builds(
        happened,
        st.sampled_from(["start", "end", "join", "leave"]),
        st.integers(-90, 200).map(float),
        st.sampled_from([ME, SAM, PersonId("")]),
    ),
    max_size=14,
)
taps_of_a_call = st.lists(
    st.builds(
        Said, kind=st.sampled_from(["started", "ended", "runs_over", "never", "speaking"]), at=st.integers(-30, 150).map(at)
    ),
    max_size=4,
)


@given(events_of_a_call, taps_of_a_call, st.integers(-60, 1500), st.booleans(), st.randoms())
def test_the_order_and_how_often_something_is_told_change_nothing(
    events: list[CallEvent], said: list[Said], minute: int, has_told: bool, chance: random.Random
) -> None:
    planned = replace(HOUR, has_told=has_told)
    mixed, taps = [*events, *(chance.choices(events, k=len(events)) if events else ())], [*said, *said]
    chance.shuffle(mixed)
    chance.shuffle(taps)
    found = told(planned, events, said, at(minute))
    assert told(planned, mixed, taps, at(minute)) == found
    assert found.ended_at is None or not found.is_done or found.ended_at <= max(at(minute), planned.end_at)
    assert found.look_at is None or found.look_at > at(minute), "it is never looked at again at once"


@given(events_of_a_call, taps_of_a_call, st.lists(st.integers(-100, 400), min_size=1, max_size=12))
def test_whatever_the_clock_does_the_call_has_one_hint_at_most_and_is_over_at_last(
    events: list[CallEvent], said: list[Said], minutes: list[int]
) -> None:
    live, rules = Live(planned_from=START, planned_until=LONG.end_at, said=tuple(said)), Rules()
    for minute in [*minutes, 1000]:
        found = told(LONG, events, live.said, at(minute))
        before, live = live, advance(live, found, rules, at(minute))
        assert live.hints - before.hints in (0, 1, 2)
        assert live_in(json.loads(json.dumps(kept(live)))) == live
    assert found.is_done and live.hint is None and live.pause is None


def coached(
    planned: Planned, events: list[CallEvent], *signs: tuple[float, Sign], rules: Rules | None = None, ears: bool = True
) -> list[Live]:
    """The call at each of its own looks and at each sign, as its wakes would bring it. `ears`: a panel listens."""
    rules, live, now, ahead = rules or Rules(), Live(planned_from=planned.start_at, planned_until=planned.end_at), START, [*signs]
    live = with_ears(live, START) if ears else live
    found: list[Live] = []
    for _ in range(500):
        seen = [one for one in events if one.at <= now]
        sign: Sign = "look"
        if ahead and at(ahead[0][0]) <= now:
            sign = ahead.pop(0)[1]
        live = advance(live, told(planned, seen, live.said, now), rules, now, sign)
        found.append(live)
        coming = [one.at for one in events if one.at > now] + [at(minute) for minute, _ in ahead]
        following = look_at(live, told(planned, seen, live.said, now), rules, now)
        now = min([*coming, *([following] if following else [])], default=now)
        if not coming and following is None:
            return found
    raise AssertionError("it is looked at without end")


def hints(lives: list[Live]) -> list[tuple[str, int]]:
    found = {live.hint.id: live.hint for live in lives if live.hint}
    return [(one.kind, round((one.at - START) / MINUTE)) for one in found.values()]


def test_without_any_signal_the_timer_alone_speaks_and_seldom() -> None:
    planned = replace(LONG, end_at=at(240))
    found = coached(
        planned,
        [happened("start", 0), happened("end", 239)],
        rules=Rules(coach=replace(Rules().coach, midpoint_from=timedelta(9))),
        ears=False,
    )
    assert hints(found) == [("break", 50), ("break_firm", 75), ("break_firm", 125), ("break_firm", 175), ("break_firm", 225)]
    assert len(found) < 20, "few looks for a call of four hours"


def test_a_lull_is_taken_and_five_seconds_pass_between_two() -> None:
    planned = replace(LONG, end_at=at(85))
    found = coached(planned, [happened("start", 0), happened("end", 84)], (52, "lull"), (52.01, "lull"))
    assert hints(found) == [("break", 52)]


def test_nothing_is_suggested_in_the_last_ten_planned_minutes_nor_to_who_wants_nothing_nor_to_who_left() -> None:
    events = [happened("start", 0), happened("end", 64)]
    assert hints(coached(replace(HOUR, end_at=at(64)), events)) == []
    rules = rules_of(BreakRules(is_on=False))
    assert hints(coached(LONG, [happened("start", 0), happened("end", 119)], (55, "lull"), rules=rules)) == []
    left = [happened("start", 0), happened("join", 0, ME), happened("leave", 40, ME)]
    assert hints(coached(LONG, left, (55, "lull"))) == []


def test_the_numbers_are_the_persons_settings() -> None:
    wishes = read_wishes({"break_after": 30, "break_firmer": 40, "break_snooze": 20, "break_coffee": 7, "break_midpoint": 12})
    rules = rules_of(wishes.breaks)
    assert (rules.coach.look_from, rules.coach.suggest_at, rules.coach.firm_at) == (25 * MINUTE, 30 * MINUTE, 40 * MINUTE)
    found = coached(
        replace(LONG, end_at=at(85)), [happened("start", 0), happened("end", 84)], (32, "lull"), (33, "take"), rules=rules
    )
    assert hints(found)[0] == ("break", 32)
    assert next(one.pause.until for one in found if one.pause) == at(40)


def test_a_snoozed_hint_comes_again_and_the_middle_is_ten_minutes() -> None:
    events = [happened("start", 0), happened("end", 119)]
    middle = coached(LONG, events, (60, "lull"), (61, "take"))
    assert hints(middle) == [("midpoint", 60), ("new_topic", 71)]
    short = replace(LONG, end_at=at(89))
    asked = coached(short, [happened("start", 0), happened("end", 88)], (52, "lull"), (53, "later"), (68.5, "lull"))
    assert hints(asked) == [("break", 52), ("break", 68)]


def test_what_is_put_off_for_a_quarter_of_an_hour_comes_again_as_what_it_was() -> None:
    asked = coached(LONG, [happened("start", 0), happened("end", 119)], (60, "lull"), (61, "later"), (76.5, "lull"))
    assert hints(asked) == [("midpoint", 60), ("midpoint", 76), ("break_firm", 108)]
    noon = replace(LONG, end_at=at(240))
    live = Live(planned_from=noon.start_at, planned_until=noon.end_at, hint=Open(
        id="h1", kind="lunch", because=Reason(key="recap-because-lunch"), at=at(180)
    ), from_at=START, coach=BreakState(is_lunch_said=True, is_midpoint_said=True, hinted_at_s=10800.0))  # fmt: skip
    after = advance(live, state(noon, [happened("start", 0)], 181), Rules(), at(181), "later")
    assert (after.hint, after.coach.is_lunch_said, after.coach.is_midpoint_said) == (None, False, True)


def test_not_now_is_quiet_until_a_firmer_one_is_due() -> None:
    short = replace(LONG, end_at=at(89))
    events = [happened("start", 0), happened("end", 88)]
    asked = coached(short, events, (52, "lull"), (53, "not_now"), (68.5, "lull"), (78.2, "lull"))
    assert hints(asked) == [("break", 52), ("break_firm", 78)]
    middle = coached(
        LONG, [happened("start", 0), happened("end", 119)], (60, "lull"), (61, "not_now"), (75, "lull"), (87, "lull")
    )
    assert hints(middle) == [("midpoint", 60), ("break_firm", 87)]


def test_a_break_that_becomes_longer_says_so() -> None:
    events, words = [happened("start", 0), happened("end", 119)], Words("en")
    found = coached(LONG, events, (52, "lull"), (52.5, "take"), (54, "longer"), (60, "longer"))
    first, longer, again = (
        pause_line(None, one, words, "UTC") for one in {live.pause.until: live.pause for live in found if live.pause}.values()
    )
    assert "cup of coffee" in first and "10:00" not in first
    assert longer.startswith("A little longer, please. Back at") and again.startswith("A little longer, please. Back at")
    assert longer != again


def test_taps_that_no_longer_fit_say_nothing() -> None:
    now, running = at(52), state(LONG, [happened("start", 0)], 52)
    hint = Open(id="h1", kind="break", because=Reason(key="recap-because-back"), at=now)
    live = Live(planned_from=START, planned_until=LONG.end_at, hint=hint)
    assert fits(live, running, "take", "h1", now) and not fits(live, running, "take", "h0", now)
    assert not fits(replace(live, hint=None), running, "not_now", None, now)
    assert fits(replace(live, hint=None), running, "take", None, now), "a coffee of one's own accord"
    assert not fits(live, running, "longer", None, now) and not fits(live, running, "back", None, now)
    after = replace(live, hint=replace(hint, kind="new_topic"))
    assert fits(after, running, "longer", None, now + MINUTE) and not fits(after, running, "longer", None, now + 6 * MINUTE)
    over = state(LONG, [happened("start", 0), happened("end", 50)], 52)
    assert not any(fits(live, over, sign, None, now) for sign in ("take", "later", "not_now", "longer", "back"))


def test_what_cannot_be_read_was_never_stored() -> None:
    live = Live(planned_from=START, planned_until=LONG.end_at)
    whole = kept(with_said(live, Said(kind="started", at=START)))
    assert live_in(whole) is not None
    for broken in (None, [], "x", {}, {**whole, "said": 5}, {**whole, "planned_from": "soon"}, {**whole, "hint": {"id": 1}}):
        assert live_in(broken) is None
    assert live_in({**whole, "from_a_newer_program": 1}) == live_in(whole)


@pytest.mark.parametrize("people", [30])
def test_three_hours_with_thirty_people_stay_small_and_are_decided_at_once(people: int) -> None:
    three_hours = replace(LONG, end_at=at(180))
    names = [PersonId(f"{n:08}-aaaa-bbbb-cccc-ddddeeeeffff") for n in range(people)]
    events = [happened("start", 0)]
    for minute in range(0, 180, 6):
        events += [happened("join" if minute % 12 else "leave", minute, name) for name in names]
    live = Live(planned_from=START, planned_until=three_hours.end_at, coach=BreakState())
    found = told(three_hours, events[:1], (), at(1))
    rare = [f"word{n}" for n in range(3000)]
    for n in range(2000):
        text = " ".join(rare[(n * 7 + k) % 3000] for k in range(30))
        live = heard(live, found, Rules(), Spoken(start_s=5.4 * n, end_s=5.4 * n + 5, speaker=f"s{n % 3}", text=text))
    assert len(json.dumps(kept(live))) + sum(len(repr(one)) for one in events) < 1_000_000
    spent = []
    for minute in range(20, 60):
        began = time.thread_time()
        advance(live, told(three_hours, events[:200], live.said, at(minute)), Rules(), at(minute), "lull")
        spent.append(time.thread_time() - began)
    assert min(spent) < 0.001, "a decision; the bench measures it with all events"


def test_a_call_that_has_only_just_begun_is_counted_anew() -> None:
    live = advance(Live(planned_from=START, planned_until=LONG.end_at), state(LONG, [], 50), Rules(), at(50))
    assert live.hint is not None, "as planned it is time"
    tapped = Said(kind="started_now", at=at(51))
    live = advance(afresh(with_said(live, tapped)), state(LONG, [], 51, tapped), Rules(), at(51))
    assert (live.hint, live.from_at) == (None, at(51))
    assert look_at(live, state(LONG, [], 51, tapped), Rules(), at(51)) == at(101) + timedelta(seconds=1)


def test_a_timer_survives_being_stored() -> None:
    pause = Pause(kind="break", began_at=START, until=at(5), minutes=5)
    live = Live(planned_from=START, planned_until=LONG.end_at, pause=pause, said=(Said(kind="started", at=START),))
    assert live_in(json.loads(json.dumps(kept(live)))) == live
