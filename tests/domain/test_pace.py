"""Teams' limits are kept by arithmetic, not by luck."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from sidecar.domain.meetings.pace import (
    EARLY,
    IN_A_CONVERSATION,
    IN_A_TENANT,
    IN_THE_FEED,
    INSTALLS,
    NOTICES,
    ROLL_OUT,
    SPREAD,
    Pace,
    earlier_by,
    later_by,
)


@pytest.mark.parametrize(
    ("pace", "seconds", "most"),
    [
        (IN_A_CONVERSATION, 1, 7),
        (IN_A_CONVERSATION, 2, 8),
        (IN_A_CONVERSATION, 30, 60),
        (IN_A_CONVERSATION, 3600, 1800),
        (IN_A_TENANT, 1, 30),
        (NOTICES, 60, 10),
        (IN_THE_FEED, 1, 5),
        (INSTALLS, 1, 30),
        (ROLL_OUT, 22 * 3600, 1),
    ],
)
def test_no_window_of_teams_can_hold_more_than_teams_allows(pace: Pace, seconds: int, most: int) -> None:
    assert pace.most_in(timedelta(seconds=seconds)) <= most


def test_what_nobody_waits_for_is_spread_evenly_and_the_same_for_a_person_each_time() -> None:
    people = [f"person-{n}" for n in range(6000)]
    for kind, span in SPREAD.items():
        found = [later_by(kind, who) for who in people]
        assert found == [later_by(kind, who) for who in people]
        assert all(timedelta() <= one < span for one in found)
        by_tenth = Counter(one // (span / 10) for one in found)
        assert set(by_tenth) == set(range(10)) and min(by_tenth.values()) > 450


def test_cards_that_thousands_share_are_spread_over_the_half_minute_before_and_nothing_else_is() -> None:
    found = [earlier_by("moment", f"person-{n}") for n in range(6000)]
    assert found == [earlier_by("moment", f"person-{n}") for n in range(6000)]
    assert all(timedelta() <= one < timedelta(seconds=30) for one in found)
    by_tenth = Counter(one // timedelta(seconds=3) for one in found)
    assert set(by_tenth) == set(range(10)) and min(by_tenth.values()) > 450
    assert set(EARLY) == {"moment"}
    assert {earlier_by(kind, "anybody") for kind in ("call", "follow_up", "nudge", "read", "watch")} == {timedelta()}


def test_what_somebody_waits_for_is_never_spread_beyond_its_instant() -> None:
    kinds = ("moment", "call", "follow_up", "answer", "welcome", "refresh", "fold", "read", "gather")
    assert {later_by(kind, "anybody") for kind in kinds} == {timedelta()}
