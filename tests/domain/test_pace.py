"""Teams' limits are kept by arithmetic, not by luck."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sidecar.domain.meetings.pace import IN_A_CONVERSATION, IN_A_TENANT, IN_THE_FEED, INSTALLS, NOTICES, ROLL_OUT, Pace


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
