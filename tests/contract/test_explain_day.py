"""`explain day` and `explain hours` answer as the contract writes them, and refuse with one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.contract.test_commands import companion


def answered(*arguments: str, cwd: Path) -> Any:
    done = companion("explain", *arguments, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_holiday_of_a_country(tmp_path: Path) -> None:
    found = answered("day", "--country", "DE", "--date", "2027-05-06", "--json", cwd=tmp_path)
    assert found == {
        "working": False,
        "weekend": False,
        "weekend_days": ["Sat", "Sun"],
        "holiday": "Ascension Day",
        "half_day": None,
        "certainty": "stated",
        "period": None,
        "regions": [],
        "other_weekend": [],
    }


def test_a_holiday_of_some_regions_names_them_and_one_region_alone_is_sure(tmp_path: Path) -> None:
    country = answered("day", "--country", "DE", "--date", "2028-08-15", cwd=tmp_path)
    assert country["holiday"] == "Assumption Day (in 2 of 16 regions: Bayern and Saarland)"
    assert (country["working"], country["certainty"], country["regions"]) == (True, "usual", ["BY", "SL"])
    region = answered("day", "--country", "DE", "--subdivision", "SL", "--date", "2028-08-15", cwd=tmp_path)
    assert (region["working"], region["certainty"], region["holiday"]) == (False, "stated", "Assumption Day")


def test_a_holiday_of_most_regions_is_usually_no_working_day_and_the_few_others_are_named(tmp_path: Path) -> None:
    found = answered("day", "--country", "CH", "--date", "2027-03-26", cwd=tmp_path)
    assert (found["working"], found["certainty"], len(found["regions"])) == (False, "usual", 23)
    assert found["holiday"].startswith("Good Friday (in 23 of 26 regions: all but ")
    london = answered("hours", "--at", "2027-03-29T10:00", "--from", "UTC", "--with", "Europe/London:GB", cwd=tmp_path)
    assert london["people"][0]["state"] == "holiday" and "3 of 4 regions" in london["people"][0]["note"]


def test_regions_with_another_weekend_are_named(tmp_path: Path) -> None:
    found = answered("day", "--country", "MY", "--date", "2027-09-03", cwd=tmp_path)
    assert (found["certainty"], found["other_weekend"]) == ("usual", ["Kedah", "Kelantan", "Terengganu"])
    emirate = answered("day", "--country", "AE", "--subdivision", "SH", "--date", "2027-09-03", cwd=tmp_path)
    assert emirate["weekend_days"] == ["Fri", "Sat", "Sun"]


@pytest.mark.parametrize(
    ("place", "is_doubted"),
    [("Europe/Berlin:JP", True), ("UTC:DE", True), ("Europe/Berlin:AT", False), ("America/New_York:CA", False)],
)
def test_a_clock_that_no_part_of_the_country_keeps_is_doubted_aloud(tmp_path: Path, place: str, is_doubted: bool) -> None:
    found = answered("hours", "--at", "2027-05-05T10:00", "--from", "UTC", "--with", place, cwd=tmp_path)
    assert ("no clock of" in found["people"][0]["note"]) == is_doubted


def test_a_period_and_an_estimate_are_strings(tmp_path: Path) -> None:
    found = answered("day", "--country", "SA", "--date", "2027-03-08", cwd=tmp_path)
    assert "Ramadan" in found["period"] and found["certainty"] == "estimated" and found["weekend_days"] == ["Fri", "Sat"]


def test_hours_of_several_people_in_their_order(tmp_path: Path) -> None:
    people = ["America/New_York:US", "Asia/Tokyo:JP", "Europe/Berlin:DE-BY", "W. Europe Standard Time:CH", "Asia/Riyadh:SA"]
    options = [part for one in people for part in ("--with", one)]
    found = answered("hours", "--at", "2027-05-07T14:00", "--from", "Europe/Berlin", *options, "--json", cwd=tmp_path)
    assert [(one["zone"], one["local"], one["state"]) for one in found["people"]] == [
        ("America/New_York", "2027-05-07T08:00", "before"),
        ("Asia/Tokyo", "2027-05-07T21:00", "after"),
        ("Europe/Berlin", "2027-05-07T14:00", "in"),
        ("Europe/Zurich", "2027-05-07T14:00", "in"),
        ("Asia/Riyadh", "2027-05-07T15:00", "weekend"),
    ]
    assert all(isinstance(one["note"], str) and one["note"] for one in found["people"])


def test_a_long_meeting_that_starts_in_their_hours_says_that_it_runs_past_them(tmp_path: Path) -> None:
    where = ["hours", "--at", "2027-05-05T16:00", "--from", "Europe/Berlin", "--with", "Europe/Berlin:DE"]
    assert "past 17:00" not in answered(*where, cwd=tmp_path)["people"][0]["note"]
    assert "past 17:00" in answered(*where, "--minutes", "90", cwd=tmp_path)["people"][0]["note"]


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2027-03-28T02:30", "02:30 does not exist in Berlin on that day"),
        ("2026-10-25T02:30", "02:30 comes twice in Berlin on that day"),
    ],
)
def test_a_local_time_that_is_not_on_the_clock_once_is_said_as_explain_clock_says_it(tmp_path: Path, at: str, told: str) -> None:
    hours = answered("hours", "--at", at, "--from", "Europe/Berlin", "--with", "Asia/Tokyo:JP", cwd=tmp_path)
    clock = answered("clock", "--at", at, "--from", "Europe/Berlin", "--to", "Asia/Tokyo", cwd=tmp_path)
    note, sentence = hours["people"][0]["note"], clock["clocks"][0]["note"].split(";")[0]
    assert note.startswith(told) and note.startswith(sentence)


@pytest.mark.parametrize("zone", ["tzone://Microsoft/Utc", "GMT", "Etc/GMT", "IST"])
@pytest.mark.parametrize("option", ["--from", "--with"])
def test_a_name_that_explain_zone_gives_no_zone_for_is_no_zone_here(tmp_path: Path, zone: str, option: str) -> None:
    options = {"--from": "Europe/Berlin", "--with": "Asia/Tokyo", option: zone}
    done = companion(
        "explain", "hours", "--at", "2027-05-06T10:00", *(word for pair in options.items() for word in pair), cwd=tmp_path
    )
    assert done.returncode == 2 and f"{option} {zone}" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["day", "--country", "ZZ", "--date", "2027-05-06"], "--country ZZ"),
        (["day", "--country", "", "--date", "2027-05-06"], "--country"),
        (["day", "--country", "DE", "--subdivision", "ZZ", "--date", "2027-05-06"], "--subdivision ZZ"),
        (["day", "--country", "DE", "--subdivision", "", "--date", "2027-05-06"], "--subdivision"),
        (["day", "--country", "DE", "--date", "2027-02-30"], "--date 2027-02-30"),
        (["day", "--country", "DE", "--date", "tomorrow"], "--date tomorrow"),
        (["day", "--date", "2027-02-03"], "--country"),
        (["hours", "--at", "2027-05-06T25:00", "--from", "UTC", "--with", "UTC"], "--at 2027-05-06T25:00"),
        (["hours", "--at", "2027-05-06T10:00Z", "--from", "UTC", "--with", "UTC"], "--at"),
        (["hours", "--at", "0001-01-01T00:00", "--from", "Asia/Tokyo", "--with", "UTC"], "--at 0001-01-01T00:00"),
        (["hours", "--at", "2027-05-06T10:00", "--from", "Mars", "--with", "UTC"], "--from Mars"),
        (["hours", "--at", "2027-05-06T10:00", "--from", "UTC", "--with", "Mars"], "--with Mars"),
        (["hours", "--at", "2027-05-06T10:00", "--from", "UTC", "--with", "Europe/Berlin:ZZ"], "--with Europe/Berlin:ZZ"),
        (["hours", "--at", "2027-05-06T10:00", "--from", "UTC", "--with", "Europe/Berlin:DE-ZZ"], "DE-ZZ"),
        (["hours", "--at", "2027-05-06T10:00", "--from", "UTC", "--with", "UTC", "--minutes", "0"], "--minutes 0"),
        (["hours", "--at", "2027-05-06T10:00", "--from", "UTC"], "--with"),
    ],
)
def test_what_cannot_be_used_leaves_one_line_that_names_the_option(tmp_path: Path, arguments: list[str], named: str) -> None:
    done = companion("explain", *arguments, cwd=tmp_path)
    assert done.returncode == 2 and done.stdout == ""
    (line,) = done.stderr.strip().splitlines()
    assert named in line


def test_help_names_every_option(tmp_path: Path) -> None:
    assert "--subdivision" in companion("explain", "day", "--help", cwd=tmp_path).stdout
    assert "--minutes" in companion("explain", "hours", "--help", cwd=tmp_path).stdout
