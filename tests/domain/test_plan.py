"""Moments are where a person wants them: before the call, never in quiet hours, right in the weeks when clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sidecar.domain.meetings.client import Verdict
from sidecar.domain.meetings.meeting import Meeting, MeetingId
from sidecar.domain.meetings.plan import GRACE, Preferences, is_quiet, plan

CLIENT = Verdict(is_client=True, client_domain="contoso.com", reasons=())
LONDON = Preferences(zone="Europe/London")


def meeting(start_at: datetime) -> Meeting:
    return Meeting(
        id=MeetingId("m"), event_id="e", uid="m", series_id=None, occurrence=start_at, subject="s",
        start_at=start_at, end_at=start_at + timedelta(hours=1),
    )  # fmt: skip


def due(start_at: datetime, preferences: Preferences = LONDON, is_first: bool = False) -> dict[str, datetime]:
    return {one.kind: one.due_at for one in plan(meeting(start_at), CLIENT, preferences, is_first=is_first)}


def test_a_known_client_gets_one_card_half_an_hour_before() -> None:
    start_at = datetime(2026, 11, 23, 14, tzinfo=UTC)
    assert due(start_at) == {"pre_call_card": start_at - timedelta(minutes=30)}


def test_a_first_meeting_is_prepared_on_the_working_day_before_also_over_a_weekend() -> None:
    monday = datetime(2026, 11, 23, 14, tzinfo=UTC)
    assert due(monday, is_first=True)["prepare"] == datetime(2026, 11, 20, 9, tzinfo=UTC)


def test_a_card_that_would_come_in_quiet_hours_comes_at_the_end_of_the_last_working_day() -> None:
    monday_at_seven = datetime(2026, 11, 23, 7, tzinfo=UTC)
    assert due(monday_at_seven) == {"pre_call_card": datetime(2026, 11, 20, 17, tzinfo=UTC)}


def test_an_evening_call_is_told_at_the_end_of_the_same_working_day() -> None:
    assert due(datetime(2026, 11, 23, 20, 45, tzinfo=UTC)) == {"pre_call_card": datetime(2026, 11, 23, 17, tzinfo=UTC)}


def test_the_working_day_before_is_right_when_the_clocks_changed_in_between() -> None:
    monday_after_the_change = datetime(2026, 3, 30, 13, tzinfo=UTC)
    assert due(monday_after_the_change, is_first=True)["prepare"] == datetime(2026, 3, 27, 9, tzinfo=UTC)
    friday_before, thursday_before = datetime(2026, 10, 26, 14, tzinfo=UTC), datetime(2026, 10, 23, 8, tzinfo=UTC)
    assert due(friday_before, is_first=True)["prepare"] == thursday_before


def test_nothing_is_planned_for_what_is_left_out() -> None:
    skipped = Verdict(is_client=False, client_domain=None, reasons=(), skipped="declined")
    assert plan(meeting(datetime(2026, 11, 23, 14, tzinfo=UTC)), skipped, LONDON, is_first=True) == ()


def test_somebody_who_sleeps_by_day_is_told_before_and_never_while_asleep() -> None:
    asleep = Preferences(zone="Europe/London", quiet_from=time(8), quiet_until=time(18))
    assert due(datetime(2026, 11, 23, 12, tzinfo=UTC), asleep) == {"pre_call_card": datetime(2026, 11, 23, 7, 59, tzinfo=UTC)}
    all_day = Preferences(zone="Europe/London", quiet_from=time(0, 30), quiet_until=time(0))
    assert due(datetime(2026, 11, 23, 12, tzinfo=UTC), all_day) == {"pre_call_card": datetime(2026, 11, 23, 0, 29, tzinfo=UTC)}


def test_quiet_hours_in_the_middle_of_the_work_of_mondays_leave_the_monday_its_end() -> None:
    lunch = Preferences(zone="Europe/London", quiet_from=time(8, 30), quiet_until=time(11), working_days=frozenset({0}))
    friday, monday = datetime(2026, 11, 27, 10, tzinfo=UTC), datetime(2026, 11, 23, 11, tzinfo=UTC)
    assert due(friday, lunch) == {"pre_call_card": datetime(2026, 11, 23, 17, tzinfo=UTC)}
    assert due(monday, lunch) == {"pre_call_card": datetime(2026, 11, 23, 8, 29, tzinfo=UTC)}


zones = st.sampled_from(["Europe/London", "Asia/Kolkata", "America/New_York", "Pacific/Auckland", "Australia/Lord_Howe", "UTC"])
starts = st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2028, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))
quiet = st.tuples(st.sampled_from([18, 19, 20, 21, 22, 23]), st.sampled_from([5, 6, 7, 8]))


@given(start_at=starts, zone=zones, hours=quiet, lead=st.integers(5, 240), is_first=st.booleans())
def test_no_moment_is_quiet_late_or_out_of_order(
    start_at: datetime, zone: str, hours: tuple[int, int], lead: int, is_first: bool
) -> None:
    preferences = Preferences(zone=zone, lead=timedelta(minutes=lead), quiet_from=time(hours[0]), quiet_until=time(hours[1]))
    moments = plan(meeting(start_at), CLIENT, preferences, is_first=is_first)
    assert moments == plan(meeting(start_at), CLIENT, preferences, is_first=is_first)
    assert [one.due_at for one in moments] == sorted(one.due_at for one in moments)
    assert moments[-1].kind == "pre_call_card"
    for moment in moments:
        assert not is_quiet(moment.due_at, preferences)
        assert moment.due_at < start_at
        assert moment.due_at < moment.until <= start_at + GRACE
