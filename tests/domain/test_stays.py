"""Where a travelling person is, as rules: flights there and back, stays, the device, and what they said themselves."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sidecar.domain.meetings.meeting import Meeting, MeetingId
from sidecar.domain.relationships.stays import LEG_FOR_THE_STORE, Device, Where, stay_from, stays_in, still_told, where_at

BERLIN, SINGAPORE, NEW_YORK = "Europe/Berlin", "Asia/Singapore", "America/New_York"
NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def entry(subject: str, from_at: datetime, span: timedelta, **more: Any) -> Meeting:
    """Something of one's own in the calendar."""
    return Meeting(
        id=MeetingId(subject), event_id="", uid="", series_id=None, occurrence=from_at, subject=subject, start_at=from_at,
        end_at=from_at + span, **more,
    )  # fmt: skip


THERE = entry("Flight to Singapore", NOON, 12 * HOUR)
BACK = entry("Flight Singapore - Berlin", NOON + 5 * DAY, 12 * HOUR)


@pytest.mark.parametrize(
    ("subject", "zone"),
    [
        ("Flight to Singapore", SINGAPORE),
        ("Flight Berlin – Singapore", SINGAPORE),
        ("Flug nach New York", NEW_YORK),
        ("Zug nach Hamburg", None),
        ("Talk about Singapore", None),
        ("Flight LH778", None),
    ],
)
def test_a_leg_leads_to_the_last_city_that_it_names(subject: str, zone: str | None) -> None:
    found = stays_in([entry(subject, NOON, 8 * HOUR)], BERLIN)
    assert [one.zone for one in found] == ([zone] if zone else [])


def test_a_stay_lasts_from_the_flight_there_to_the_flight_back() -> None:
    (stay,) = stays_in([BACK, THERE], BERLIN)
    assert (stay.from_at, stay.until_at) == (THERE.end_at, BACK.end_at)
    assert stay_from(stay.as_json()) == stay


def test_without_a_way_back_it_is_believed_for_two_days_only() -> None:
    (stay,) = stays_in([THERE], BERLIN)
    assert stay.until_at == THERE.end_at + 2 * DAY


def test_whole_days_in_a_city_are_days_of_that_city() -> None:
    midnight = datetime(2026, 11, 24, tzinfo=UTC)
    (stay,) = stays_in([entry("Visit", midnight, 2 * DAY, is_all_day=True, location="Singapore")], BERLIN)
    assert (stay.from_at, stay.until_at) == (midnight - 8 * HOUR, midnight + 2 * DAY - 8 * HOUR)


def test_nothing_private_and_nothing_cancelled_tells_of_a_journey() -> None:
    for more in ({"is_private": True}, {"is_cancelled": True}):
        assert stays_in([entry("Flight to Singapore", NOON, 8 * HOUR, **more)], BERLIN) == ()


def test_where_somebody_is_follows_calendar_then_device_then_their_own_word() -> None:
    stays = stays_in([THERE, BACK], BERLIN)
    at = NOON + 2 * DAY
    key = stays[0].key
    calendar = Where(zone=SINGAPORE, basis="calendar", key=key, other=BERLIN, city="Singapore")
    assert where_at(at, BERLIN, stays, None, {}) == calendar
    assert where_at(at, BERLIN, stays, Device(zone="Asia/Manila", told_at=at), {}) == calendar, "another zone, the same clock"
    assert where_at(at, BERLIN, stays, Device(zone=NEW_YORK, told_at=NOON), {}) == calendar, "told before the journey"
    asked = where_at(at, BERLIN, stays, Device(zone=NEW_YORK, told_at=at), {})
    assert asked is not None and asked.asks and (asked.zone, asked.other) == (SINGAPORE, NEW_YORK)
    said = where_at(at, BERLIN, stays, None, {key: NEW_YORK})
    assert said is not None and (said.zone, said.basis, said.asks) == (NEW_YORK, "you", False)
    assert where_at(NOON - DAY, BERLIN, stays, None, {key: NEW_YORK}) is None, "it holds for that journey and no other"


@pytest.mark.parametrize(
    ("told_at", "zone", "asks"),
    [(NOON, NEW_YORK, True), (NOON, "Europe/Paris", False), (NOON - 9 * DAY, NEW_YORK, False)],
    ids=["fresh", "the same clock", "long ago"],
)
def test_a_device_alone_changes_nothing_but_is_asked_about(told_at: datetime, zone: str, asks: bool) -> None:
    found = where_at(NOON + HOUR, BERLIN, (), Device(zone=zone, told_at=told_at), {})
    assert (found is not None and found.asks and found.zone == BERLIN) is asks


def test_a_stay_is_remembered_as_long_as_a_device_may_have_told_of_it() -> None:
    stays = stays_in([THERE, BACK], BERLIN)
    assert still_told(stays, BACK.end_at + 2 * DAY) == stays
    assert still_told(stays, BACK.end_at + 3 * DAY) == ()


@pytest.mark.parametrize("subject", ["Flight to Singapore", "Flug nach New York", "Zug nach Hamburg", "東京行きの便"])
def test_the_store_looks_for_legs_by_the_same_words(subject: str) -> None:
    assert re.search(LEG_FOR_THE_STORE.replace(r"\y", r"\b"), subject, re.IGNORECASE)
    assert not re.search(LEG_FOR_THE_STORE.replace(r"\y", r"\b"), "Training volume", re.IGNORECASE)
