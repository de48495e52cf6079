"""When somebody is out of the office, as rules: which entries count, what is one absence, and from which one is back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sidecar.domain.meetings.away import (
    Absence,
    absence_from,
    absences_in,
    away_at,
    back_from,
    joined,
    rests_on_reply,
    still_known,
)
from sidecar.domain.meetings.client import Corrections, OurSide
from sidecar.domain.meetings.meeting import Attendee, Meeting, MeetingId
from sidecar.domain.meetings.plan import Preferences

OURS, BERLIN = OurSide(me="mia@fabrikam.com"), Preferences(zone="Europe/Berlin")
TUESDAY = datetime(2026, 11, 24, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def entry(**more: Any) -> Meeting:
    """A day out of the office."""
    usual = {
        "id": MeetingId("a"), "event_id": "a", "uid": "a", "series_id": None, "occurrence": TUESDAY, "subject": "Away",
        "start_at": TUESDAY, "end_at": TUESDAY + DAY, "is_all_day": True, "show_as": "oof",
    }  # fmt: skip
    return Meeting(**{**usual, **more})


def absent(from_day: float, until_day: float) -> Absence:
    """By days from that Tuesday, at midnight in Berlin."""
    return Absence(from_at=TUESDAY - HOUR + from_day * DAY, until_at=TUESDAY - HOUR + until_day * DAY)


@pytest.mark.parametrize(
    ("more", "is_one"),
    [
        ({}, True),
        ({"show_as": "busy"}, False),
        ({"show_as": "free"}, False),
        ({"is_cancelled": True}, False),
        ({"my_response": "declined"}, False),
        ({"attendees": (Attendee(address="sam@fabrikam.com", name="Sam"),)}, True),
        ({"attendees": (Attendee(address="ken@northwind.co.jp", name="Ken"),)}, False),
    ],
)
def test_out_of_office_without_a_client_in_it_is_an_absence(more: dict[str, Any], is_one: bool) -> None:
    assert bool(absences_in([entry(**more)], OURS, Corrections(), BERLIN)) is is_one


def test_a_whole_day_is_one_of_the_persons_own_clock() -> None:
    assert absences_in([entry()], OURS, Corrections(), BERLIN) == (absent(0, 1),)


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ([(0, 1), (1, 2)], [(0, 2)]),
        ([(0, 1), (2, 3)], [(0, 1), (2, 3)]),
        ([(3, 4), (6, 7)], [(3, 7)]),
        ([(0, 5), (1, 2)], [(0, 5)]),
    ],
    ids=["in a row", "a day of work between", "a weekend between", "one in the other"],
)
def test_absences_without_work_between_are_one(spans: list[tuple[int, int]], found: list[tuple[int, int]]) -> None:
    assert joined([absent(*one) for one in spans], BERLIN) == tuple(absent(*one) for one in found)


@pytest.mark.parametrize(
    ("absence", "at_day", "is_back"),
    [
        ((0, 3), 3.33, True),
        ((0, 3), 2.5, False),
        ((0, 3), 4.5, True),
        ((0, 3), 8.33, False),
        ((3, 6), 6.33, True),
        ((0.3, 0.5), 1.33, False),
    ],
    ids=["next morning", "still away", "on saturday", "the week after", "after a weekend", "two hours at the dentist"],
)
def test_back_is_who_missed_a_whole_day_of_work_these_days(absence: tuple[float, float], at_day: float, is_back: bool) -> None:
    found = back_from([absent(*absence)], TUESDAY - HOUR + at_day * DAY, BERLIN)
    assert (found == absent(*absence)) is is_back


def test_an_absence_that_left_the_window_of_the_calendar_is_remembered_until_it_was_told() -> None:
    now = TUESDAY + 4 * DAY
    over, gone, ahead = absent(0, 3), absent(-20, -15), absent(8, 9)
    assert still_known([over, gone, absent(4, 6)], [ahead], now - 12 * HOUR, now) == (over, ahead)


def test_what_is_kept_is_read_back_as_it_was_and_its_end_is_no_part_of_it() -> None:
    one = absent(0, 3)
    assert absence_from(one.as_json()) == one
    assert away_at([one], one.from_at) == one and away_at([one], one.until_at) is None


@pytest.mark.parametrize(
    ("calendar", "reply", "at_day", "is_so"),
    [
        ([], (0, 3), 1, True),
        ([(0, 3)], (0, 3), 1, False),
        ([(0, 1)], (0, 3), 2, True),
        ([], (0, 3), 3, False),
        ([], None, 1, False),
    ],
    ids=["reply alone", "both", "longer than the calendar says", "over", "no reply"],
)
def test_an_absence_rests_on_the_reply_where_the_calendar_says_nothing_of_it(
    calendar: list[tuple[int, int]], reply: tuple[int, int] | None, at_day: int, is_so: bool
) -> None:
    told = absent(*reply) if reply else None
    assert rests_on_reply([absent(*one) for one in calendar], told, TUESDAY + at_day * DAY, BERLIN) is is_so
