"""`explain clock` and `explain zone`: contract §4."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def explain(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "sidecar", "explain", *arguments], capture_output=True, text=True, cwd=ROOT)


def clock(at: str, from_zone: str, *to: str) -> dict[str, Any]:
    done = explain("clock", "--at", at, "--from", from_zone, *(word for zone in to for word in ("--to", zone)))
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_several_clocks_each_with_what_is_unusual_about_it() -> None:
    found = clock("2027-03-16T15:00", "Europe/Berlin", "Eastern Standard Time", "Asia/Kolkata", "Europe/Vienna")
    assert (found["instant"], found["resolved"]) == ("2027-03-16T14:00:00Z", "exact")
    assert found["clocks"] == [
        {
            "zone": "America/New_York", "local": "2027-03-16T10:00", "utc_offset": "-04:00", "day_shift": 0,
            "note": "usually 09:00 for them; this week 10:00 (as usual again from Sun 28 Mar)",
        },
        {"zone": "Asia/Kolkata", "local": "2027-03-16T19:30", "utc_offset": "+05:30", "day_shift": 0, "note": ""},
        {"zone": "Europe/Vienna", "local": "2027-03-16T15:00", "utc_offset": "+01:00", "day_shift": 0, "note": ""},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("at", "resolved", "note"),
    [
        ("2027-03-28T02:30", "skipped", "02:30 does not exist in Berlin on that day, because the clock jumps forward: 03:30 is"),
        ("2026-10-25T02:30", "ambiguous", "02:30 comes twice in Berlin on that day: the first one is meant here (UTC+02:00)"),
    ],
)
def test_a_time_that_never_was_or_was_twice_says_what_was_done(at: str, resolved: str, note: str) -> None:
    found = clock(at, "Europe/Berlin", "America/Bogota")
    assert found["resolved"] == resolved
    assert found["clocks"][0]["note"].startswith(note)


def test_a_jumped_over_hour_is_compared_as_it_was_asked_for() -> None:
    found = clock("2027-03-14T02:30", "America/New_York", "Europe/Berlin", "Asia/Kathmandu")
    done = "02:30 does not exist in New York on that day, because the clock jumps forward: 03:30 is meant here"
    assert [one["note"] for one in found["clocks"]] == [done, done]


def test_a_jumped_over_day_is_named() -> None:
    (there,) = clock("2011-12-30T10:00", "Pacific/Apia", "Europe/Berlin")["clocks"]
    assert "10:00 on Fri 30 Dec does not exist in Apia" in there["note"] and "10:00 on Sat 31 Dec is meant" in there["note"]


def test_as_usual_again_is_never_the_day_of_the_meeting_itself() -> None:
    (there,) = clock("2027-11-07T01:30", "America/New_York", "Europe/Berlin")["clocks"]
    assert there["note"].endswith("this week 06:30 (as usual again from Mon 8 Nov)")


def test_a_month_is_not_called_a_week() -> None:
    (there,) = clock("2027-04-15T10:00", "Europe/Berlin", "Africa/Cairo")["clocks"]
    assert there["note"] == "usually 11:00 for them; 10:00 until Thu 29 Apr"


@pytest.mark.parametrize(
    ("at", "here", "there"),
    [("0001-01-01T00:00", "Europe/Berlin", "Asia/Tokyo"), ("9999-12-31T23:59", "Asia/Tokyo", "Pacific/Kiritimati")],
)
def test_the_edge_of_the_calendar_names_the_option(at: str, here: str, there: str) -> None:
    done = explain("clock", "--at", at, "--from", here, "--to", there)
    assert done.returncode == 2 and f"--at {at}" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("clock", "--at", "2027-02-30T10:00", "--from", "Europe/Berlin", "--to", "Asia/Tokyo"),
        ("clock", "--at", "2027-02-20T25:00", "--from", "Europe/Berlin", "--to", "Asia/Tokyo"),
        ("clock", "--at", "0000-01-01T10:00", "--from", "Europe/Berlin", "--to", "Asia/Tokyo"),
        ("clock", "--at", "0001-01-01T00:00", "--from", "Asia/Tokyo", "--to", "Europe/Berlin"),
        ("clock", "--at", "9999-12-31T23:59", "--from", "America/New_York", "--to", "Asia/Tokyo"),
        ("clock", "--at", "tomorrow", "--from", "Europe/Berlin", "--to", "Asia/Tokyo"),
        ("clock", "--at", "2027-02-20T10:00", "--from", "Mars/Olympus", "--to", "Asia/Tokyo"),
        ("clock", "--at", "2027-02-20T10:00", "--from", "Europe/Berlin", "--to", "Etc/GMT"),
        ("clock", "--at", "2027-02-20T10:00", "--from", "Europe/Berlin", "--to", "CST"),
        ("zone", "Europe/Berlin", "--country", "ZZ"),
        ("zone", "W. Europe Standard Time", "--country", "Germany"),
    ],
)
def test_what_cannot_be_used_is_one_sentence_with_the_mend(arguments: tuple[str, ...]) -> None:
    done = explain(*arguments)
    assert done.returncode == 2 and done.stdout == ""
    (line,) = done.stderr.strip().splitlines()
    assert "give" in line or "check" in line


@pytest.mark.parametrize(
    ("name", "country", "iana"),
    [
        ("W. Europe Standard Time", "CH", "Europe/Zurich"),
        ("Asia/Calcutta", None, "Asia/Kolkata"),
        ("UTC", None, "UTC"),
        ("tzone://Microsoft/Utc", None, None),
        ("Etc/GMT", None, None),
        ("Kamchatka", None, None),
        ("", None, None),
    ],
)
def test_a_name_is_explained(name: str, country: str | None, iana: str | None) -> None:
    done = explain("zone", name, *(("--country", country) if country else ()))
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert (found["name"], found["iana"]) == (name, iana)
    assert found["reason"].endswith(".")
