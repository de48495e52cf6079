"""Whether people work on a day and at an hour: right where it can be known, and said where it cannot."""

from __future__ import annotations

import time as stopwatch
import zoneinfo
from datetime import UTC, date, datetime, time, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar.domain.times.day import day_of
from sidecar.domain.times.holidays_of import countries
from sidecar.domain.times.workday import Hours, Place, State, Working, is_weekend_in_zone, usual_hours, working
from sidecar.domain.wording.reason import Reason
from sidecar.words import LANGUAGES, Words

ZONES = sorted(zoneinfo.available_timezones())
BERLIN = Place(zone="Europe/Berlin", country="DE", subdivision="BE")


def at(place: Place, local: str, minutes: int = 30, hours: Hours | None = None, language: str = "en") -> Working:
    start_at = datetime.fromisoformat(local).replace(tzinfo=zoneinfo.ZoneInfo(place.zone))
    return working(start_at, start_at.astimezone(UTC) + timedelta(minutes=minutes), place, hours, language)


def said(note: Reason | None, language: str = "en") -> str:
    return Words(language).say(note.key, **note.args) if note else ""


# Days and weekends


def test_regions_are_named_on_the_card_because_the_region_is_not_known() -> None:
    found = at(Place(zone="Europe/Berlin", country="DE"), "2027-11-01T10:00")
    assert found.state == "in"
    assert said(found.note).startswith("All Saints' Day in 5 of 16 regions (such as Baden-Württemberg, Bayern, ")


@pytest.mark.parametrize(
    ("zone", "country", "local", "state", "text"),
    [
        ("Europe/London", "GB", "2027-03-29T10:00", "holiday", "Easter Monday in 3 of 4 regions (all but Scotland)"),
        ("Europe/Zurich", "CH", "2027-03-26T10:00", "holiday", "Good Friday in 23 of 26 regions (all but "),
        ("Europe/Madrid", "ES", "2027-03-25T10:00", "holiday", "Maundy Thursday in 17 of 19 regions (all but "),
        ("Europe/Berlin", "DE", "2028-08-15T10:00", "in", "Assumption Day in 2 of 16 regions (Bayern, Saarland)"),
        ("Europe/Berlin", "DE", "2028-10-31T10:00", "in", "Reformation Day in 9 of 16 regions (such as "),
    ],
)
def test_the_regions_that_are_off_are_told_in_the_shortest_way(
    zone: str, country: str, local: str, state: State, text: str
) -> None:
    found = at(Place(zone=zone, country=country), local)
    assert found.state == state and said(found.note).startswith(text), said(found.note)


@pytest.mark.parametrize(("region", "state"), [("BY", "holiday"), ("HH", "in"), (None, "in")])
def test_a_known_region_decides_about_its_own_holiday(region: str | None, state: State) -> None:
    found = at(Place(zone="Europe/Berlin", country="DE", subdivision=region), "2027-01-06T10:00")
    assert found.state == state and ("regions" in said(found.note)) == (region is None)


def test_a_meeting_that_runs_over_midnight_into_a_holiday_names_it() -> None:
    vienna = Place(zone="Europe/Vienna", country="AT")
    late = at(vienna, "2027-01-05T23:30", minutes=60)
    assert late.state == "after" and said(late.note) == "runs into the next day, which is Epiphany there"
    assert "Epiphany" not in said(at(vienna, "2027-01-05T23:30", minutes=30).note)


def test_friday_in_malaysia_says_where_it_is_weekend() -> None:
    kuala_lumpur = Place(zone="Asia/Kuala_Lumpur", country="MY")
    assert said(at(kuala_lumpur, "2027-09-03T10:00").note) == "Kedah, Kelantan, Terengganu keep another weekend"
    sunday = at(kuala_lumpur, "2027-09-05T10:00")
    assert sunday.state == "weekend" and "usually" in said(sunday.note)


def test_friday_in_the_emirates_says_that_public_offices_close_at_noon() -> None:
    dubai = at(Place(zone="Asia/Dubai", country="AE"), "2027-09-03T14:00")
    assert dubai.state == "in" and "noon" in said(dubai.note)


def test_after_a_half_day_has_ended_it_is_a_holiday_and_before_it_the_note_says_so() -> None:
    istanbul = Place(zone="Europe/Istanbul", country="TR")
    assert at(istanbul, "2027-10-28T14:00").state == "holiday"
    morning = at(istanbul, "2027-10-28T11:00", minutes=150)
    assert morning.state == "in" and "half a day" in said(morning.note)


def test_an_expected_feast_says_that_it_may_be_a_day_off() -> None:
    found = at(Place(zone="Asia/Riyadh", country="SA"), "2027-03-10T10:00")
    assert found.state == "holiday" and "plus or minus a day" in said(found.note)


def test_a_saturday_that_was_made_a_working_day_is_one() -> None:
    made_up = day_of("CN", None, date(2026, 10, 10))
    assert made_up.working is True and made_up.is_weekend
    found = at(Place(zone="Asia/Shanghai", country="CN"), "2026-10-10T10:00")
    assert found.state == "in" and "Saturday is a working day" in said(found.note)


def test_a_year_that_no_calendar_knows_is_said() -> None:
    found = day_of("DE", None, date(1950, 3, 1))
    assert found.working is None and found.certainty == "estimated"
    assert "1950" in said(at(BERLIN, "1950-03-01T10:00").note)


def test_holidays_are_named_in_the_readers_language_where_the_calendar_can() -> None:
    assert at(BERLIN, "2027-12-25T10:00", language="de").note == Reason(
        key="working-holiday", args={"holiday": "Erster Weihnachtstag"}
    )


def test_without_a_country_the_weekend_is_what_every_country_of_the_zone_keeps() -> None:
    friday, saturday = "2027-09-03T10:00", "2027-09-04T10:00"
    assert at(Place(zone="America/New_York"), saturday).state == "weekend"
    assert at(Place(zone="Asia/Riyadh"), friday).state == "weekend"
    assert is_weekend_in_zone("Asia/Dubai", date(2027, 9, 3)) is None
    assert at(Place(zone="UTC"), saturday).state == "unknown"
    assert "not known" in said(at(Place(zone="UTC"), friday).note)


def test_without_a_country_nothing_is_said_of_holidays() -> None:
    found = at(Place(zone="Europe/Berlin"), "2026-12-25T10:00")
    assert found.day is None and found.state == "in"


def test_a_persons_own_days_win_over_the_weekend_of_the_country() -> None:
    sunday_to_thursday = Hours(start=time(9), end=time(17), days=frozenset({6, 0, 1, 2, 3}))
    assert at(BERLIN, "2027-09-05T10:00", hours=sunday_to_thursday).state == "in"
    assert at(BERLIN, "2027-09-03T10:00", hours=sunday_to_thursday).state == "weekend"


# Hours


@pytest.mark.parametrize(
    ("local", "state"),
    [
        ("2027-09-01T08:59", "before"),
        ("2027-09-01T09:00", "in"),
        ("2027-09-01T12:00", "lunch"),
        ("2027-09-01T12:59", "lunch"),
        ("2027-09-01T13:00", "in"),
        ("2027-09-01T17:00", "after"),
        ("2027-09-04T10:00", "weekend"),
        ("2027-12-25T10:00", "holiday"),
        ("2026-12-31T10:00", "in"),
        ("2027-01-01T10:00", "holiday"),
    ],
)
def test_the_start_decides(local: str, state: State) -> None:
    assert at(BERLIN, local).state == state


@pytest.mark.parametrize(("minutes", "words"), [(60, "assumed"), (61, "past 17:00")])
def test_a_meeting_that_runs_past_their_day_says_so(minutes: int, words: str) -> None:
    found = at(BERLIN, "2027-09-01T16:00", minutes)
    assert found.state == "in" and words in said(found.note)


@pytest.mark.parametrize(("minutes", "words"), [(60, "09:00–17:00"), (61, "lunch")])
def test_a_meeting_that_runs_into_lunch_says_so(minutes: int, words: str) -> None:
    found = at(BERLIN, "2027-09-01T11:00", minutes)
    assert found.state == "in" and words in said(found.note)


def test_assumed_hours_are_called_assumed_and_stated_ones_need_no_note() -> None:
    stated = Hours(start=time(7), end=time(15), days=frozenset(range(5)), lunch=(time(11), time(11, 30)))
    assert "assumed" in said(at(BERLIN, "2027-09-01T10:00").note)
    assert at(BERLIN, "2027-09-01T10:00", hours=stated).note is None
    assert at(BERLIN, "2027-09-01T15:30", hours=stated).state == "after"
    assert said(at(BERLIN, "2027-09-01T06:30", hours=stated).note) == "they work 07:00–15:00"


def test_learned_hours_say_where_they_come_from() -> None:
    learned = Hours(start=time(10), end=time(19), basis="learned")
    found = at(BERLIN, "2027-09-01T09:30", hours=learned)
    assert found.state == "before" and said(found.note) == "their mails suggest 10:00–19:00"


def test_lunch_is_later_in_spain_and_starts_at_two_in_mexico() -> None:
    assert at(Place(zone="Europe/Madrid", country="ES"), "2027-09-01T14:30").state == "lunch"
    assert at(Place(zone="America/Mexico_City", country="MX"), "2027-09-01T12:30").state == "in"


def test_those_who_work_through_the_night_are_in_at_midnight() -> None:
    nights = Hours(start=time(22), end=time(6))
    assert at(BERLIN, "2027-09-01T23:30", hours=nights, minutes=60).state == "in"
    assert at(BERLIN, "2027-09-01T12:00", hours=nights).state == "before"
    assert "past" in said(at(BERLIN, "2027-09-01T05:30", hours=nights, minutes=60).note)


def test_on_the_night_the_clock_changes_the_wall_decides() -> None:
    sunday_worker = Hours(start=time(1), end=time(4), days=frozenset({6}))
    found = at(BERLIN, "2027-03-28T01:30", minutes=60, hours=sunday_worker)
    assert found.state == "in" and found.note is None
    longer = at(BERLIN, "2027-03-28T01:30", minutes=100, hours=sunday_worker)
    assert longer.note and longer.note.key == "working-runs-past"


def test_the_day_is_that_of_the_place_and_not_of_the_caller() -> None:
    assert at(Place(zone="Pacific/Auckland", country="NZ"), "2027-09-06T08:30").state == "before"
    sunday_evening = datetime(2027, 9, 5, 22, tzinfo=UTC)
    assert working(sunday_evening, sunday_evening, Place(zone="Pacific/Auckland", country="NZ")).state == "in"


def test_a_zone_that_is_none_is_unknown_and_never_utc() -> None:
    noon = datetime(2027, 9, 1, 12, tzinfo=UTC)
    assert working(noon, noon, Place(zone="Mars/Olympus")).state == "unknown"


# For every place and moment


@settings(max_examples=300, deadline=None)
@given(
    zone=st.sampled_from(ZONES),
    country=st.sampled_from([None, "ZZ", *countries()]),
    start_at=st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC)),
    minutes=st.integers(0, 1500),
    language=st.sampled_from(LANGUAGES),
)
def test_any_place_at_any_moment_has_one_of_the_seven_states_and_a_note_that_can_be_said(
    zone: str, country: str | None, start_at: datetime, minutes: int, language: str
) -> None:
    found = working(start_at, start_at + timedelta(minutes=minutes), Place(zone=zone, country=country), None, language)
    assert found.state in get_args(State)
    assert found.note is None or said(found.note, language)
    assert found.state == "in" or found.note


@settings(max_examples=100, deadline=None)
@given(
    start=st.times().map(lambda at: at.replace(tzinfo=None)),
    end=st.times().map(lambda at: at.replace(tzinfo=None)),
    moment=st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC)),
)
def test_any_hours_are_answered(start: time, end: time, moment: datetime) -> None:
    hours = Hours(start=start, end=end, lunch=(time(12), time(13)))
    assert working(moment, moment + timedelta(hours=1), BERLIN, hours).state in get_args(State)


def test_one_person_takes_less_than_a_millisecond_once_loaded() -> None:
    begin = datetime(2027, 1, 1, tzinfo=UTC)
    moments = [begin + timedelta(hours=7 * step) for step in range(1000)]
    for moment in moments:
        working(moment, moment, BERLIN)
    started = stopwatch.process_time()
    for moment in moments:
        working(moment, moment + timedelta(hours=1), BERLIN)
    assert stopwatch.process_time() - started < 1.0


def test_usual_hours_are_always_assumed() -> None:
    assert all(usual_hours(country).basis == "assumed" for country in (None, "ES", "DE", "ZZ"))
