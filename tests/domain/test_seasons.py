"""When somebody's clock is not where one is used to find it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar.domain.times.localtime import instant, local, offset_at
from sidecar.domain.times.regimes import changes, regimes_around
from sidecar.domain.times.seasons import Shift, series_reason, series_shifts, shift, shift_reason
from sidecar.domain.times.zone_names import places_with_clocks
from sidecar.words import Words

BERLIN, NEW_YORK, LONDON, SYDNEY, TOKYO = (
    "Europe/Berlin", "America/New_York", "Europe/London", "Australia/Sydney", "Asia/Tokyo"
)  # fmt: skip
ZONES = st.sampled_from(places_with_clocks())
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC))


def seen(day: str, zone: str, seen_from: str, at: str = "10:00") -> Shift | None:
    """The shift of a meeting at a time of day on the clock of who looks."""
    return shift(instant(datetime.fromisoformat(f"{day}T{at}"), seen_from).instant_at, zone, seen_from)


def said(found: Shift | None, language: str = "en") -> str:
    if found is None:
        return ""
    reason = shift_reason(found, lambda day: day.isoformat())
    return Words(language).say(reason.key, **reason.args)


@pytest.mark.parametrize(
    ("day", "usual"), [("2027-03-15", False), ("2027-03-26", False), ("2027-11-03", False), ("2027-03-12", True),
                       ("2027-03-29", True), ("2027-07-01", True), ("2027-11-08", True), ("2027-01-15", True)]
)  # fmt: skip
def test_between_the_american_and_the_european_change_the_usual_hour_is_told(day: str, usual: bool) -> None:
    found = seen(day, BERLIN, NEW_YORK)
    assert (found is None) is usual
    if found is not None:
        assert (found.kind, found.usual_local, found.local) == ("gap", "16:00", "15:00")


def test_a_gap_says_on_which_day_a_meeting_at_this_hour_is_as_usual_again() -> None:
    morning, evening = seen("2027-03-16", BERLIN, NEW_YORK), seen("2027-03-16", BERLIN, NEW_YORK, "22:00")
    assert morning is not None and evening is not None
    assert (morning.since, morning.until) == (date(2027, 3, 14), date(2027, 3, 28))
    assert evening.until == date(2027, 3, 27)
    assert (evening.usual_day_shift, evening.day_shift) == (1, 1)


def test_the_sentence_is_the_one_a_colleague_would_say() -> None:
    assert said(seen("2027-03-16", NEW_YORK, BERLIN, "15:00")) == (
        "usually 09:00 for them; this week 10:00 (as usual again from 2027-03-28)"
    )
    assert said(seen("2027-03-16", NEW_YORK, BERLIN, "15:00"), "de") == (
        "sonst 09:00 für sie; diese Woche 10:00 (ab 2027-03-28 wieder wie sonst)"
    )


def test_a_gap_that_moves_the_date_says_both_days() -> None:
    assert said(seen("2027-03-16", BERLIN, NEW_YORK, "18:30")) == (
        "usually 00:30 the next day for them; this week 23:30 on the same day (as usual again from 2027-03-28)"
    )


@pytest.mark.parametrize(("day", "kind", "usual", "now", "then"), [
    ("2027-03-26", None, "", "", None),
    ("2027-03-31", "between", "21:00", "20:00", "19:00"),
    ("2027-04-06", "from_now_on", "21:00", "19:00", None),
    ("2027-04-20", None, "", "", None),
    ("2027-07-20", None, "", "", None),
    ("2027-10-12", "between", "19:00", "20:00", "21:00"),
    ("2027-11-02", "from_now_on", "19:00", "21:00", None),
    ("2027-11-09", None, "", "", None),
])  # fmt: skip
def test_opposite_hemispheres_pass_through_weeks_between_two_seasons(
    day: str, kind: str | None, usual: str, now: str, then: str | None
) -> None:
    found = seen(day, SYDNEY, LONDON)
    assert (found.kind if found else None) == kind
    if found is not None:
        assert (found.usual_local, found.local, found.then_local, found.until) == (usual, now, then, None)


def test_the_weeks_between_two_seasons_say_what_comes_next() -> None:
    assert said(seen("2027-03-31", SYDNEY, LONDON)) == ("until now 21:00 for them; this week 20:00, from 2027-04-04 19:00")


def test_half_of_the_year_is_never_called_unusual() -> None:
    """Tokyo is seven hours ahead in summer and eight in winter: only the first week of each is news."""
    told = [day for day in range(365) if seen(f"{date(2027, 1, 1) + timedelta(day)}", TOKYO, BERLIN)]
    assert len(told) == 14
    found = seen("2027-11-03", TOKYO, BERLIN)
    assert found is not None and (found.kind, found.usual_local, found.local) == ("from_now_on", "17:00", "18:00")
    assert said(found) == "until now 17:00 for them; from now on 18:00"


@pytest.mark.parametrize(
    ("zone", "seen_from", "day", "usual", "now"),
    [
        ("Africa/Cairo", BERLIN, "2027-04-10", "11:00", "10:00"),  # Egypt begins a month later
        ("Africa/Cairo", BERLIN, "2026-10-27", "11:00", "12:00"),  # and ends days later
        ("Africa/Casablanca", BERLIN, "2025-03-10", "10:00", "09:00"),  # the fasting month
        ("America/Havana", NEW_YORK, "2027-01-15", None, None),  # a winter without the change is a season of its own
        ("America/Mexico_City", NEW_YORK, "2026-07-01", None, None),  # Mexico has dropped summer time
        ("Asia/Kathmandu", NEW_YORK, "2027-03-17", "20:45", "19:45"),  # a quarter of an hour, in a first week
        ("Asia/Kathmandu", NEW_YORK, "2027-03-24", None, None),  # and after it
        ("Asia/Kolkata", LONDON, "2027-07-01", None, None),
        ("Asia/Kolkata", "Asia/Kathmandu", "2027-03-28", None, None),  # neither ever changes
    ],
)
def test_own_dates_dropped_summer_time_and_odd_offsets(
    zone: str, seen_from: str, day: str, usual: str | None, now: str | None
) -> None:
    found = seen(day, zone, seen_from)
    assert (found.usual_local if found else None, found.local if found else None) == (usual, now)


def test_half_an_hour_of_summer_time_counts_as_half_an_hour() -> None:
    found = seen("2026-10-06", "Australia/Lord_Howe", "Asia/Kathmandu")
    assert found is not None and (found.usual_local, found.local) == ("14:45", "15:15")


def test_a_province_that_stops_changing_is_news_in_its_first_winter_and_the_seasons_after() -> None:
    """British Columbia stays at UTC-7 from November 2026; Los Angeles does not."""
    before, after = (seen(day, "America/Vancouver", "America/Los_Angeles") for day in ("2026-10-28", "2026-11-03"))
    assert before is None
    assert after is not None and (after.kind, after.usual_local, after.local) == ("from_now_on", "10:00", "11:00")


def test_beyond_the_date_line_the_clock_is_alike_and_the_date_is_not() -> None:
    found = seen("2027-04-06", "Pacific/Auckland", "Pacific/Honolulu")
    assert found is not None
    assert (found.usual_local, found.usual_day_shift, found.local, found.day_shift) == ("09:00", 1, "08:00", 1)
    assert said(found) == "until now 09:00 the next day for them; from now on 08:00 the next day"


def test_a_gap_of_one_day_is_not_called_a_week() -> None:
    found = seen("2027-03-27", "Asia/Gaza", BERLIN)
    assert found is not None and (found.since, found.until) == (date(2027, 3, 27), date(2027, 3, 28))
    assert said(found) == "usually 11:00 for them; this time 12:00 (as usual again from 2027-03-28)"


def test_the_hour_that_is_skipped_and_the_one_that_comes_twice_have_a_shift_too() -> None:
    skipped = instant(datetime(2027, 3, 28, 2, 30), BERLIN).instant_at
    assert shift(skipped, NEW_YORK, BERLIN) is None  # from this very instant on it is as usual
    assert shift(skipped - timedelta(hours=1), NEW_YORK, BERLIN) is not None
    twice = instant(datetime(2026, 10, 25, 2, 30), BERLIN)
    assert shift(twice.instant_at, NEW_YORK, BERLIN) is None
    assert shift(twice.instant_at + timedelta(hours=1), NEW_YORK, BERLIN) is not None


def test_a_time_that_was_jumped_over_is_compared_as_it_was_asked() -> None:
    """02:30 in New York on 14 March is 08:30 in Berlin, as it always was; the hour it was moved to has no say."""
    asked = datetime(2027, 3, 14, 2, 30)
    at = instant(asked, NEW_YORK).instant_at
    assert shift(at, BERLIN, NEW_YORK, asked=asked) is None
    assert shift(at, "Asia/Kathmandu", NEW_YORK, asked=asked) is None
    asked = datetime(2027, 3, 28, 2, 30)
    found = shift(instant(asked, BERLIN).instant_at, NEW_YORK, BERLIN, asked=asked)
    assert found is not None
    assert (found.usual_local, found.local, found.until) == ("20:30", "21:30", date(2027, 3, 29))


def test_a_time_that_comes_twice_is_as_usual_again_on_a_later_day() -> None:
    found = seen("2027-11-07", BERLIN, NEW_YORK, "01:30")
    assert found is not None and found.until == date(2027, 11, 8)


@pytest.mark.parametrize(
    ("day", "zone", "seen_from", "told"),
    [
        ("2027-09-28", "Pacific/Chatham", LONDON, "until now 21:45 for them; now 22:45, from 2027-10-31 23:45"),
        ("2027-04-15", "Africa/Cairo", BERLIN, "usually 11:00 for them; 10:00 until 2027-04-29"),
        ("2026-03-10", BERLIN, NEW_YORK, "usually 16:00 for them; this week 15:00 (as usual again from 2026-03-29)"),
    ],
)
def test_more_than_three_weeks_are_not_called_a_week(day: str, zone: str, seen_from: str, told: str) -> None:
    assert said(seen(day, zone, seen_from)) == told


def test_a_long_time_between_two_seasons_is_not_called_a_week_either() -> None:
    found = seen("2027-03-31", SYDNEY, LONDON)
    assert found is not None and not found.is_long
    longer = Shift(
        kind="between", usual_local="21:00", local="20:00", usual_day_shift=0, day_shift=0, utc_offset="+10:00",
        since=date(2027, 3, 28), then_local="19:00", then_from=date(2027, 4, 30), is_long=True,
    )  # fmt: skip
    assert said(longer) == "until now 21:00 for them; now 20:00, from 2027-04-30 19:00"
    assert "jetzt 20:00" in said(longer, "de")


def test_the_first_occurrence_of_a_monthly_series_in_a_new_season_tells_it() -> None:
    before, first, second = (instant(datetime(2027, month, 20, 10), BERLIN).instant_at for month in (10, 11, 12))
    assert shift(first, TOKYO, BERLIN) is None
    found = shift(first, TOKYO, BERLIN, previous_at=before)
    assert found is not None and (found.kind, found.usual_local, found.local) == ("from_now_on", "17:00", "18:00")
    assert shift(second, TOKYO, BERLIN, previous_at=first) is None


def test_one_and_the_same_clock_never_shifts() -> None:
    assert seen("2027-03-16", BERLIN, BERLIN) is None
    assert seen("2027-03-28", "Europe/Paris", BERLIN) is None


@pytest.mark.parametrize("year", [1, 1850, 1901, 2199, 2500, 9999])
def test_years_without_rules_have_no_shift(year: int) -> None:
    assert shift(datetime(year, 3, 20, 12, tzinfo=UTC), NEW_YORK, BERLIN) is None


def weekly(first: str, count: int, zone: str, at: str = "15:00") -> list[datetime]:
    start = datetime.fromisoformat(f"{first}T{at}")
    return [instant(start + timedelta(weeks=number), zone).instant_at for number in range(count)]


def test_a_series_tells_the_weeks_that_stand_elsewhere_on_their_clock() -> None:
    found = series_shifts(weekly("2027-02-02", 20, BERLIN), NEW_YORK, BERLIN)
    (one,) = found
    assert (one.first, one.last, one.count) == (date(2027, 3, 16), date(2027, 3, 23), 2)
    assert (one.usual_local, one.local, one.utc_offset, one.is_for_good) == ("09:00", "10:00", "-04:00", False)
    reason = series_reason(one, lambda day: day.isoformat())
    assert Words("en").say(reason.key, **reason.args) == (
        "from 2027-03-16 to 2027-03-23 10:00 for them (UTC-04:00), otherwise 09:00"
    )


def test_a_single_week_and_a_change_for_good_have_their_own_words() -> None:
    once = series_shifts(weekly("2027-10-05", 10, BERLIN), NEW_YORK, BERLIN)
    for_good = series_shifts(weekly("2027-06-01", 40, BERLIN), TOKYO, BERLIN)
    assert [(one.count, one.is_for_good) for one in (*once, *for_good)] == [(1, False), (18, True)]
    sentences = [series_reason(one, lambda day: day.isoformat()) for one in (*once, *for_good)]
    assert [Words("en").say(one.key, **one.args) for one in sentences] == [
        "on 2027-11-02 10:00 for them (UTC-04:00), otherwise 09:00",
        "from 2027-11-02 on 23:00 for them (UTC+09:00), until then 22:00",
    ]


def test_a_series_that_they_planned_never_moves_on_their_own_clock() -> None:
    assert series_shifts(weekly("2027-02-02", 60, NEW_YORK), NEW_YORK, BERLIN) == ()
    assert series_shifts([], NEW_YORK, BERLIN) == ()


def test_no_sentence_has_a_nickname_of_a_zone() -> None:
    shifts = [seen(f"{date(2027, 1, 1) + timedelta(day)}", zone, BERLIN) for zone in (NEW_YORK, SYDNEY) for day in range(365)]
    for language in ("en", "de"):
        for found in filter(None, shifts):
            words = said(found, language).replace("(", " ").replace(")", " ").split()
            assert not [word for word in words if word.isupper() and word.isalpha() and len(word) > 2]


@settings(max_examples=150, deadline=None)
@given(zone=ZONES, seen_from=ZONES, at=MOMENTS)
def test_a_shift_shows_what_the_clock_shows(zone: str, seen_from: str, at: datetime) -> None:
    found = shift(at, zone, seen_from)
    row, index = regimes_around(zone, seen_from, at)
    assert row[index].since_at <= at < row[index].until_at
    assert row[index].ahead == offset_at(zone, at) - offset_at(seen_from, at)
    if found is None:
        return
    there = local(at, zone, seen_from)
    assert (found.local, found.day_shift, found.utc_offset) == (there.local[-5:], there.day_shift, there.utc_offset)
    assert (found.usual_local, found.usual_day_shift) != (found.local, found.day_shift)
    assert all("{" not in said(found, language) for language in ("en", "de"))


@settings(max_examples=60, deadline=None)
@given(zone=ZONES, year=st.integers(1972, 2036))
def test_every_change_of_a_clock_is_found_to_the_second(zone: str, year: int) -> None:
    start = datetime(year, 1, 1, tzinfo=UTC)
    hours = [start + timedelta(hours=hour) for hour in range((datetime(year + 1, 1, 1, tzinfo=UTC) - start).days * 24)]
    scanned = [at for at, after in pairwise(hours) if offset_at(zone, at) != offset_at(zone, after)]
    found = changes(zone, year)
    assert len(found) == len(scanned)
    for at, hour in zip(found, scanned, strict=True):
        assert hour < at <= hour + timedelta(hours=1)
        assert offset_at(zone, at - timedelta(seconds=1)) != offset_at(zone, at)
