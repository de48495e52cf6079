"""What kind of day it is somewhere: right where it can be known, and said where it cannot."""

from __future__ import annotations

import json
import tomllib
from datetime import date, time, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar.domain.times.day import Day, day_of
from sidecar.domain.times.holidays_of import countries, people_by_region, region_code, regions, year_of
from sidecar.domain.times.periods import period_names, period_of
from sidecar.errors import Refused
from sidecar.words import LANGUAGES, Words

DISPUTED = ["AF", "AI", "BD", "BN", "CD", "DJ", "HK", "IN", "KN", "LY", "MR", "MV", "NE", "PS", "PY", "SO", "TK", "UG", "VE"]


# Holidays


def test_more_than_a_hundred_countries_have_holidays_in_2027() -> None:
    assert sum(bool(year_of(country, None, 2027).closed) for country in countries()) > 200


@pytest.mark.parametrize(
    ("country", "there", "elsewhere", "day"),
    [
        ("DE", "BY", "BE", date(2028, 8, 15)),
        ("DE", "Augsburg", "BY", date(2028, 8, 8)),
        ("DE", "SN", "BY", date(2028, 11, 22)),
        ("US", "TX", "NY", date(2027, 3, 2)),
        ("US", "MA", "CA", date(2027, 4, 19)),
        ("CH", "TI", "ZH", date(2027, 3, 19)),
        ("CA", "QC", "ON", date(2027, 6, 24)),
        ("AU", "VIC", "NSW", date(2027, 11, 2)),
        ("AU", "WA", "QLD", date(2027, 9, 27)),
        ("ES", "MD", "CT", date(2028, 5, 2)),
        ("GB", "SCT", "ENG", date(2027, 11, 30)),
        ("GB", "ENG", "SCT", date(2027, 3, 29)),
    ],
)
def test_a_regions_own_holiday_holds_there_and_not_next_door(country: str, there: str, elsewhere: str, day: date) -> None:
    assert day_of(country, there, day).working is False
    assert day_of(country, elsewhere, day).working is True
    assert there in day_of(country, None, day).regions or there not in regions(country)


def test_without_a_region_the_day_says_how_many_regions_have_a_holiday() -> None:
    found = day_of("DE", None, date(2027, 11, 1))
    assert found.working is True and found.certainty == "usual"
    assert found.regions == ("BW", "BY", "NW", "RP", "SL") and found.holiday == "All Saints' Day"
    assert len(regions("DE")) == 16


@pytest.mark.parametrize(
    ("country", "day", "holiday", "count"),
    [
        ("GB", date(2027, 3, 29), "Easter Monday", 3),
        ("CH", date(2027, 3, 26), "Good Friday", 23),
        ("ES", date(2027, 3, 25), "Maundy Thursday", 17),
    ],
)
def test_a_holiday_of_most_regions_in_which_most_people_live_is_usually_no_working_day(
    country: str, day: date, holiday: str, count: int
) -> None:
    found = day_of(country, None, day)
    assert (found.working, found.certainty, found.holiday, len(found.regions)) == (False, "usual", holiday, count)
    assert found.is_widely_closed and not found.is_closed


@pytest.mark.parametrize(("day", "count"), [(date(2028, 10, 31), 9), (date(2027, 5, 27), 6), (date(2027, 11, 1), 5)])
def test_many_small_regions_or_a_few_large_ones_leave_a_working_day_that_is_widely_closed(day: date, count: int) -> None:
    """Reformation Day: nine of sixteen, a third of the people. Corpus Christi: six, two thirds of the people."""
    found = day_of("DE", None, day)
    assert (found.working, found.certainty, len(found.regions), found.is_widely_closed) == (True, "usual", count, True)


def test_a_holiday_of_a_few_regions_is_not_widely_closed() -> None:
    assert not day_of("DE", None, date(2027, 1, 6)).is_widely_closed


def test_the_people_of_a_country_are_counted_in_all_of_its_regions_or_in_none() -> None:
    for country in countries():
        counted = people_by_region(country)
        assert not counted or set(counted) == set(regions(country)), country


def test_a_holiday_of_every_region_is_a_holiday_of_the_country() -> None:
    found = day_of("DE", None, date(2027, 10, 3))
    assert found.working is False and found.regions == ()


@pytest.mark.parametrize(("text", "code"), [("by", "BY"), ("DE-BY", "BY"), ("Bayern", "BY"), ("bayern", "BY"), ("XX", None)])
def test_a_region_may_be_written_as_code_or_name(text: str, code: str | None) -> None:
    assert region_code("DE", text) == code


def test_an_unknown_country_or_region_is_refused_with_the_mend() -> None:
    with pytest.raises(Refused, match="two letters"):
        day_of("ZZ", None, date(2027, 1, 1))
    with pytest.raises(Refused, match="BY"):
        day_of("DE", "ZZ", date(2027, 1, 1))


@pytest.mark.parametrize(
    ("country", "day", "hour"),
    [
        ("TR", date(2027, 10, 28), 13),
        ("IS", date(2027, 12, 24), 13),
        ("PR", date(2027, 12, 24), 12),
        ("EE", date(2027, 2, 23), None),
    ],
)
def test_half_days_are_working_days_that_end_early(country: str, day: date, hour: int | None) -> None:
    found = day_of(country, None, day)
    assert found.half_day and found.working is True and found.holiday is None
    assert found.free_from == (time(hour) if hour else None)


@pytest.mark.parametrize("country", ["SA", "AE", "MA", "TR", "ID", "MY", "EG", "PK", "SN", "NG"])
def test_feasts_that_follow_the_moon_are_estimates_in_every_country(country: str) -> None:
    days = [day for day, feast in year_of(country, None, 2027).closed.items() if "Eid al-" in feast.name]
    assert days
    for day in days:
        assert day_of(country, None, day).certainty == "estimated"
        assert "estimated" not in (day_of(country, None, day).holiday or "")


def test_the_day_beside_an_estimated_feast_is_no_certainty_either() -> None:
    assert day_of("SA", None, date(2027, 3, 8)).certainty == "estimated"
    assert day_of("SA", None, date(2027, 2, 8)).certainty == "stated"


def test_moon_feasts_of_the_past_are_facts() -> None:
    assert day_of("SA", None, date(2024, 4, 10)).certainty == "stated"


def test_days_on_which_offices_close_without_law_are_said_as_usual() -> None:
    eve = day_of("SE", None, date(2027, 6, 25))
    assert (eve.working, eve.holiday, eve.certainty) == (False, "Midsummer Eve", "usual")
    carnival = day_of("BR", None, date(2027, 2, 9))
    assert (carnival.working, carnival.holiday, carnival.certainty) == (True, "Carnival", "usual")


def test_a_weekend_whose_exchange_is_not_announced_yet_is_only_usual() -> None:
    assert day_of("CN", None, date(2027, 10, 9)).certainty == "usual"
    assert day_of("CN", None, date(2027, 9, 7)).certainty == "stated"


@pytest.mark.parametrize("day", [date(2027, 2, 11), date(2027, 2, 12), date(2027, 10, 8)])
def test_a_working_day_beside_a_festival_whose_exchange_is_not_announced_yet_is_only_usual(day: date) -> None:
    assert (day_of("CN", None, day).working, day_of("CN", None, day).certainty) == (True, "usual")


def test_a_feast_that_only_some_keep_is_as_unsure_on_a_sunday_as_on_a_weekday() -> None:
    sunday, weekday = day_of("PT", None, date(2027, 6, 13)), day_of("PT", None, date(2028, 6, 13))
    assert sunday.holiday == weekday.holiday == "Saint Anthony's Day"
    assert sunday.certainty == weekday.certainty == "usual"


@pytest.mark.parametrize(("country", "day"), [("JP", date(2027, 12, 30)), ("JP", date(2027, 8, 13)), ("JP", date(2027, 4, 30))])
def test_a_working_day_in_a_period_in_which_offices_close_is_not_stated(country: str, day: date) -> None:
    assert (day_of(country, None, day).working, day_of(country, None, day).certainty) == (True, "usual")


def test_a_year_of_which_the_calendar_knows_only_a_part_is_an_estimate() -> None:
    assert day_of("IN", None, date(2000, 3, 1)).certainty == "estimated"
    assert day_of("IN", None, date(2010, 3, 9)).certainty == "stated"


def test_far_years_are_estimates() -> None:
    assert day_of("DE", None, date(2058, 12, 25)).certainty == "estimated"


@pytest.mark.parametrize(
    ("country", "year"), [("SA", 2080), ("TR", 2080), ("AE", 2090), ("DE", 2200), ("SA", 2200), ("IN", 2000)]
)
def test_of_a_year_whose_feasts_nobody_has_computed_no_day_is_called_a_working_day(country: str, year: int) -> None:
    days = [date(year, 3, day) for day in range(1, 29)]
    assert {day_of(country, None, day).working for day in days} <= {None, False}
    assert {day_of(country, None, day).certainty for day in days} == {"estimated"}


def test_a_fixed_holiday_of_a_far_year_is_still_expected() -> None:
    assert day_of("SA", None, date(2080, 9, 23)).holiday
    assert day_of("DE", None, date(2080, 3, 5)).working is True


def test_a_holiday_that_is_kept_on_the_last_day_of_the_year_before_is_found_there() -> None:
    assert day_of("US", None, date(2027, 12, 31)).working is False


# Weekends


@pytest.mark.parametrize("country", ["QA", "KW", "OM", "BH", "JO", "IQ", "DZ", "SA", "EG", "IL"])
def test_friday_and_saturday_are_the_weekend_where_both_sources_say_so(country: str) -> None:
    friday, sunday = day_of(country, None, date(2027, 9, 3)), day_of(country, None, date(2027, 9, 5))
    assert friday.weekend_days == ("Fri", "Sat") and friday.is_weekend and friday.working is False
    assert sunday.working is True or sunday.holiday


def test_one_day_weekends_have_one_day() -> None:
    assert day_of("IR", None, date(2027, 9, 3)).weekend_days == ("Fri",)
    assert day_of("IR", None, date(2027, 9, 4)).is_weekend is False


@pytest.mark.parametrize("country", DISPUTED)
def test_a_disputed_weekend_is_usual_and_never_stated(country: str) -> None:
    days = [date(2027, 9, 10) + timedelta(days=step) for step in range(3)]
    assert all(day_of(country, None, day).certainty in ("usual", "estimated") for day in days)


def test_weekends_that_changed_are_those_of_their_time() -> None:
    assert day_of("AE", None, date(2021, 9, 3)).is_weekend and not day_of("AE", None, date(2027, 9, 3)).is_weekend
    assert day_of("SA", None, date(2012, 9, 6)).weekend_days == ("Thu", "Fri")


def test_weekends_differ_within_a_country() -> None:
    assert day_of("MY", "03", date(2027, 9, 3)).weekend_days == ("Fri", "Sat")
    assert day_of("MY", "14", date(2027, 9, 3)).weekend_days == ("Sat", "Sun")


@pytest.mark.parametrize(
    ("day", "working", "certainty"),
    [
        (date(2027, 9, 3), True, "usual"),
        (date(2027, 9, 4), False, "stated"),
        (date(2027, 9, 5), False, "usual"),
        (date(2027, 9, 7), True, "stated"),
    ],
)
def test_without_a_region_the_days_that_are_weekend_in_only_some_are_usual_and_those_are_named(
    day: date, working: bool, certainty: str
) -> None:
    found = day_of("MY", None, day)
    assert (found.working, found.certainty) == (working, certainty)
    assert found.other_weekend == (() if certainty == "stated" else ("02", "03", "11"))


def test_a_region_given_leaves_no_doubt_about_its_weekend() -> None:
    for region in ("KTN", "14"):
        found = day_of("MY", region, date(2027, 9, 3))
        assert (found.certainty, found.other_weekend) == ("stated", ())


@pytest.mark.parametrize(("text", "code"), [("SH", "SH"), ("AE-SH", "SH"), ("Sharjah", "SH"), ("Dubai", "DU"), ("ZZ", None)])
def test_emirates_are_regions_because_their_weekends_differ(text: str, code: str | None) -> None:
    assert region_code("AE", text) == code


def test_friday_is_half_a_day_for_public_offices_of_the_emirates_and_weekend_in_sharjah() -> None:
    friday = date(2027, 9, 3)
    federal, sharjah = day_of("AE", "DU", friday), day_of("AE", "SH", friday)
    assert federal.working is True and federal.half_day and federal.certainty == "usual" and federal.free_from is None
    assert sharjah.weekend_days == ("Fri", "Sat", "Sun") and sharjah.working is False and sharjah.half_day is None
    assert day_of("AE", None, friday).other_weekend == ("SH",)
    assert day_of("AE", None, date(2021, 9, 3)).half_day is None
    assert day_of("AE", "DU", friday, "de").half_day != federal.half_day


def test_weekends_that_cldr_has_wrong_or_that_are_being_argued_about_are_usual() -> None:
    assert day_of("SO", None, date(2027, 9, 3)).is_weekend
    assert day_of("PS", None, date(2027, 9, 3)).weekend_days == ("Fri", "Sat")
    week = {f"{day:%a}": day_of("IR", None, day).certainty for step in range(7) for day in [date(2027, 9, 13) + timedelta(step)]}
    assert week == dict.fromkeys(("Mon", "Tue", "Wed", "Fri", "Sun"), "stated") | {"Thu": "usual", "Sat": "usual"}


# Periods


@pytest.mark.parametrize(
    ("country", "day", "period"),
    [
        ("SA", date(2027, 2, 20), "ramadan"),
        ("DE", date(2027, 2, 20), None),
        ("SG", date(2027, 2, 8), "lunar-new-year"),
        ("MY", date(2027, 2, 8), "lunar-new-year"),
        ("SG", date(2027, 2, 20), None),
        ("NP", date(2027, 2, 22), None),
        ("PH", date(2027, 2, 22), None),
        ("IN", date(2027, 2, 22), None),
        ("KE", date(2027, 2, 22), None),
        ("ET", date(2027, 2, 22), None),
        ("TZ", date(2027, 2, 22), None),
        ("UG", date(2027, 2, 22), None),
        ("EG", date(2027, 2, 22), "ramadan"),
        ("AE", date(2027, 2, 22), "ramadan"),
        ("JP", date(2027, 4, 30), "golden-week-japan"),
        ("JP", date(2027, 5, 5), "golden-week-japan"),
        ("JP", date(2027, 5, 6), None),
        ("JP", date(2026, 5, 6), "golden-week-japan"),
        ("JP", date(2027, 8, 13), "obon"),
        ("CN", date(2027, 10, 6), "golden-week-china"),
        ("VN", date(2027, 2, 5), "lunar-new-year"),
        ("KR", date(2027, 9, 15), "chuseok"),
        ("IN", date(2027, 10, 27), "diwali"),
        ("BR", date(2027, 2, 9), "carnival"),
        ("MX", date(2027, 3, 24), "holy-week"),
        ("FR", date(2027, 8, 10), "august"),
        ("GB", date(2027, 8, 10), None),
        ("SE", date(2027, 6, 25), "midsummer"),
        ("NO", date(2027, 7, 9), "july-north"),
        ("DE", date(2027, 12, 29), "year-end"),
        ("DE", date(2027, 1, 1), "year-end"),
        ("AU", date(2028, 1, 5), "summer-south"),
        ("DE", date(2027, 5, 7), "bridge"),
        ("DE", date(2027, 5, 6), None),
    ],
)
def test_periods_are_facts_of_the_places_calendar(country: str, day: date, period: str | None) -> None:
    assert period_of(country, None, day) == period


def test_every_period_and_state_has_words_in_every_language() -> None:
    fallback = {language: Words(language).say("day-period", period="bridge") for language in LANGUAGES}
    for language in LANGUAGES:
        for name in period_names():
            assert name == "bridge" or Words(language).say("day-period", period=name) != fallback[language]


@settings(max_examples=200, deadline=None)
@given(country=st.sampled_from(countries()), day=st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_any_day_of_any_country_hangs_together(country: str, day: date) -> None:
    found: Day = day_of(country, None, day)
    assert found.is_weekend == (f"{day:%a}" in found.weekend_days)
    assert not found.is_closed or (found.working is False and found.holiday)
    assert not found.regions or found.certainty != "stated" or found.is_weekend


# The tables


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("sidecar.knowledge").joinpath(name).read_text(encoding="utf-8"))


def test_every_countrys_office_hours_name_the_page_that_says_so() -> None:
    rows = _table("office_hours.toml")["country"]
    assert len({row["code"] for row in rows}) == len(rows) >= 10
    for row in rows:
        assert row["code"] in countries() and row["url"].startswith("http") and row["title"]
        assert ("year" in row) != ("accessed" in row)


def test_every_period_has_a_reason_and_countries_that_exist() -> None:
    for row in _table("periods.toml")["period"]:
        assert row["why"] and set(row.get("countries", "").split()) <= set(countries())
        assert len({"rule", "easter", "near", "from"} & set(row)) == 1


@pytest.mark.parametrize("row", [row for row in _table("periods.toml")["period"] if "near" in row], ids=lambda row: row["id"])
def test_every_period_beside_a_holiday_finds_that_holiday_in_each_of_its_countries(row: dict[str, Any]) -> None:
    for country in row["countries"].split():
        days = [date(2028, 1, 1) + timedelta(days=step) for step in range(366)]
        assert any(period_of(country, None, day) == row["id"] for day in days), country


def test_weekends_agree_with_cldr_wherever_they_are_stated() -> None:
    path = Path(__file__).parents[3] / "shared" / "data" / "culture" / "cldr-48.2" / "weekData.json"
    if not path.exists():
        pytest.skip("the shared CLDR data is not here")
    found = json.loads(path.read_text())["supplemental"]["weekData"]
    order = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    for country in set(countries()) - set(DISPUTED):
        first, last = (order.index(found[key].get(country, found[key]["001"])) for key in ("weekendStart", "weekendEnd"))
        kept = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"} & {order[day].title() for day in range(first, last + 1)}
        assert set(day_of(country, None, date(2027, 9, 14)).weekend_days) == kept, country
