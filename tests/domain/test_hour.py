"""The hour is planned from what guides say of a stated country, a list, a clock and the person's word; from nobody's mood."""

from __future__ import annotations

import inspect
from datetime import UTC, datetime, timedelta
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.domain.calls.hour import (
    CLOSING,
    OFF_HOLDS,
    USUAL_OPENING,
    VISIT,
    Topic,
    background,
    budget,
    care,
    drift,
    opens_early,
    sources_of,
)
from sidecar.domain.customs.culture import cues_of
from sidecar.domain.wording.finding import Warning
from sidecar.words import LANGUAGES, Words

START = datetime(2026, 11, 23, 14, tzinfo=UTC)
END = START + timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def news(category: str = "death", doubt: str = "no", kind: str = "sensitive_news") -> Warning:
    args = {"title": "Two die at Northwind", "category": category, "doubt": doubt, "grave": "yes"}
    return Warning(kind=kind, key="warning-sensitive-news", args=args)


def state_at(minutes: float, *topics: Topic, opening: int = 5, usual: int = 10) -> tuple[str, int, int]:
    found = drift(topics, start_at=START, end_at=END, opening=opening, usual=usual, now=START + minutes * MINUTE)
    assert found is not None
    return found.state, found.minutes_left, found.minutes_needed


def test_practice_15_people_first_gets_ten_minutes_and_task_first_two_from_a_sourced_guide_or_the_persons_slider() -> None:
    spain, germany = cues_of("ES", "en"), cues_of("DE", "en")
    people, task = budget(spain, None), budget(germany, None)
    assert (people.kind, people.minutes >= 8, people.is_sourced) == ("people", True, True)
    assert (task.kind, task.minutes, task.is_sourced) == ("task", 2, True)
    assert "Spain" in people.because.args["places"] and "Germany" in task.because.args["places"]
    for cues in (spain, germany):
        rests_on = [source for cue in sources_of(cues) for source in cue.sources]
        assert rests_on and all(source.url and source.title for source in rests_on)
    own = budget(germany, 12)
    assert (own.kind, own.minutes, own.is_sourced, own.because.key) == ("people", 12, False, "hour-opening-own")
    assert (budget(spain, 0).kind, budget(spain, 0).minutes) == ("task", 0)


def test_where_no_country_is_stated_the_opening_is_unknown_and_said_to_be() -> None:
    nobody = budget((), None)
    assert (nobody.kind, nobody.minutes, nobody.is_sourced) == ("unknown", USUAL_OPENING, False)
    for language, word in (("en", "not known"), ("de", "nicht bekannt")):
        assert word in Words(language).say(nobody.because.key, **nobody.because.args)


def test_a_weak_guide_is_no_reason_to_change_the_opening() -> None:
    stale = cues_of("ES", "en", datetime(2060, 1, 1, tzinfo=UTC).date())
    assert all(cue.confidence != "high" for cue in stale if cue.review_by)
    assert budget([cue for cue in stale if cue.is_asked], None).kind == "unknown"


def test_practice_16_the_drift_meter_fires_when_the_time_left_is_less_than_what_is_left_to_cover() -> None:
    four = [Topic(is_done=False)] * 4
    assert state_at(-30, *four) == ("fine", 50, 40)
    assert state_at(11, *four) == ("tight", 44, 40)
    assert state_at(16, *four) == ("over", 39, 40)
    assert state_at(16, Topic(is_done=True), *four[1:]) == ("tight", 39, 30)
    assert state_at(16, *four[1:], Topic(is_done=False, minutes=1)) == ("tight", 39, 31)
    assert state_at(16, *four, usual=5)[0] == "fine"
    assert state_at(59, Topic(is_done=True)) == ("fine", 0, 0)
    assert drift((), start_at=START, end_at=END, opening=5, usual=10, now=START) is None


def test_the_opening_and_the_last_five_minutes_are_no_time_for_topics() -> None:
    one = Topic(is_done=False)
    assert state_at(-10, one, opening=15)[1] == 60 - 15 - 5
    assert state_at(20, one, opening=15)[1] == 60 - 20 - 5
    assert state_at(57, one)[1] == 0 and state_at(200, one) == ("over", 0, 10)


@given(
    st.lists(st.tuples(st.booleans(), st.none() | st.integers(1, 240)), min_size=1, max_size=30),
    st.integers(-120, 300),
    st.integers(0, 30),
    st.integers(1, 60),
    st.integers(1, 480),
)
def test_the_meter_only_gets_worse_while_nothing_is_covered_and_says_when_it_will_turn(
    listed: list[tuple[bool, int | None]], at: int, opening: int, usual: int, long: int
) -> None:
    topics = [Topic(is_done=is_done, minutes=minutes) for is_done, minutes in listed]
    order = ("fine", "tight", "over")

    def found_at(now: datetime) -> tuple[int, datetime | None]:
        found = drift(topics, start_at=START, end_at=START + long * MINUTE, opening=opening, usual=usual, now=now)
        assert found is not None and found.minutes_left >= 0
        return order.index(found.state), found.turns_at

    now = START + at * MINUTE
    state, turns_at = found_at(now)
    assert found_at(now + 7 * MINUTE)[0] >= state
    if turns_at is not None:
        assert turns_at >= now
        assert found_at(turns_at)[0] == state
        assert found_at(turns_at + timedelta(milliseconds=1))[0] > state
    else:
        assert found_at(now + timedelta(days=1))[0] == state


def test_practice_52_an_early_door_where_people_come_first_or_many_come_until_the_call_begins() -> None:
    people, task = budget(cues_of("ES", "en"), None), budget(cues_of("DE", "en"), None)
    soon = START - 12 * MINUTE
    assert opens_early(people, is_large=False, start_at=START, now=soon)
    assert not opens_early(task, is_large=False, start_at=START, now=soon)
    assert opens_early(task, is_large=True, start_at=START, now=soon)
    assert opens_early(budget((), 15), is_large=False, start_at=START, now=soon)
    assert not opens_early(people, is_large=True, start_at=START, now=START)
    for language in LANGUAGES:
        assert Words(language).say("hour-early-line")
    assert CLOSING == 5 * MINUTE


def test_practice_25_care_is_set_by_the_person_or_by_public_news_and_never_by_anything_of_a_person() -> None:
    assert care(True, START, (), START).by == "you"
    by_news = care(None, None, (news(),), START)
    assert (by_news.is_on, by_news.by) == (True, "news")
    assert care(None, None, (news("layoffs"),), START).is_on and care(None, None, (news("insolvency"),), START).is_on
    for harmless in ((), (news("scandal"),), (news(doubt="yes"),), (news(kind="not_checked"),)):
        assert not care(None, None, harmless, START).is_on
    hints = get_type_hints(care)
    assert list(inspect.signature(care).parameters) == ["said", "said_at", "news", "now"]
    assert "Person" not in str(hints) and "Note" not in str(hints)
    for language in LANGUAGES:
        assert "Northwind" in Words(language).say("hour-care-news", title="Two die at Northwind")


def test_care_switched_off_stays_off_for_a_month_whatever_the_news_say() -> None:
    assert not care(False, START, (news(),), START + OFF_HOLDS - MINUTE).is_on
    assert care(False, START, (news(),), START + OFF_HOLDS).is_on
    assert not care(False, START, (), START + OFF_HOLDS).is_on


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Northwind Traders", "northwindtraders.com"], ("Harbour", "northwind")),
        (["Contoso", "contoso.com", "Lisbon"], ("Harbour", "lisbon")),
        (["Contoso", "contoso.com"], ("Bookshelf", "")),
    ],
)
def test_practice_38_a_background_of_the_persons_own_set_that_fits_the_client(
    names: list[str], expected: tuple[str, str]
) -> None:
    found = background(["Harbour: northwind, lisbon", "Bookshelf", "Alps: adatum"], names)
    assert found is not None and (found.name, found.matched) == expected


def test_without_a_set_or_one_for_everybody_no_background_is_suggested() -> None:
    assert background([], ["Northwind"]) is None
    assert background(["Alps: adatum"], ["Northwind"]) is None
    assert background([": northwind", ":", ""], ["Adatum"]) is None


def test_practice_44_a_guest_comes_early_greets_by_name_thanks_and_leaves_on_time() -> None:
    assert list(VISIT) == ["visit_early", "visit_greet", "visit_thank", "visit_leave"]
    said = [Words("en").say(key).lower() for key in VISIT.values()]
    for text, word in zip(said, ("early", "name", "thank", "on time"), strict=True):
        assert word in text
