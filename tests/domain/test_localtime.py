from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sidecar.domain.localtime import instant, local, zone_named
from sidecar.errors import Refused


@pytest.mark.parametrize(
    ("name", "country", "iana"),
    [
        ("W. Europe Standard Time", None, "Europe/Berlin"),
        ("w. europe standard time", "CH", "Europe/Zurich"),
        ("W. Europe Standard Time", "at", "Europe/Vienna"),
        ("Eastern Standard Time", "CA", "America/Toronto"),
        ("Eastern Daylight Time", None, "America/New_York"),
        ("India Standard Time", None, "Asia/Kolkata"),
        ("FLE Standard Time", None, "Europe/Kyiv"),
        ("Europe/Oslo", None, "Europe/Oslo"),
        ("europe/berlin", None, "Europe/Berlin"),
        ("Asia/Calcutta", None, "Asia/Kolkata"),
        ('"America/New York"', None, "America/New_York"),
        ("UTC", None, "UTC"),
        ("Etc/UTC", None, "UTC"),
        ("tzone://Microsoft/Utc", None, "UTC"),
        ("(UTC) Coordinated Universal Time", None, "UTC"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", None, "Europe/Berlin"),
        ("(UTC-05:00) Eastern Time (US & Canada)", None, "America/New_York"),
        ("(GMT+05:30) Chennai, Kolkata, Mumbai, New Delhi", None, "Asia/Kolkata"),
        ("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", None, "Europe/Berlin"),
        ("/mozilla.org/20050126_1/America/Argentina/Buenos_Aires", None, "America/Argentina/Buenos_Aires"),
    ],
)
def test_a_calendars_name_for_a_zone_is_understood(name: str, country: str | None, iana: str) -> None:
    assert zone_named(name, country).iana == iana


@pytest.mark.parametrize(
    "name",
    [
        "",
        "   ",
        "tzone://Microsoft/Custom",
        "Customized Time Zone",
        "Kamchatka Standard Time",
        "Mid-Atlantic Standard Time",
        "Europe/Nowhere",
        "Europe",
        "+01:00",
        "../../etc/passwd",
        "(UTC+01:00) Berlin, London",
        "(UTC+07:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
        "\0",
        "x" * 5000,
    ],
)
def test_a_name_that_means_no_zone_is_never_guessed(name: str) -> None:
    found = zone_named(name)
    assert found.iana is None
    assert found.reason.endswith(".")


def test_every_windows_name_leads_to_a_zone_that_exists() -> None:
    from tzlocal import windows_tz

    answers = {name: zone_named(name).iana for name in windows_tz.win_tz}
    assert len(answers) > 100
    for name, iana in answers.items():
        assert iana is not None, name
        assert local(datetime(2026, 11, 23, tzinfo=UTC), iana).zone == iana


def test_the_pinned_rules_are_used_and_not_the_systems() -> None:
    """Western Canada stays on summer time from November 2026; files of 2025 do not know it."""
    assert local(datetime(2027, 2, 1, 18, tzinfo=UTC), "America/Inuvik").local == "2027-02-01T12:00"


@pytest.mark.parametrize(
    ("zone", "shown", "offset", "shift"),
    [
        ("Asia/Kolkata", "2026-11-24T03:30", "+05:30", 1),
        ("America/St_Johns", "2026-11-23T18:30", "-03:30", 0),
        ("Pacific/Kiritimati", "2026-11-24T12:00", "+14:00", 1),
        ("Europe/London", "2026-11-23T22:00", "+00:00", 0),
    ],
)
def test_a_clock_elsewhere_shows_its_time_offset_and_day(zone: str, shown: str, offset: str, shift: int) -> None:
    found = local(datetime(2026, 11, 23, 22, tzinfo=UTC), zone, "Europe/London")
    assert (found.local, found.utc_offset, found.day_shift) == (shown, offset, shift)


def test_a_clock_west_of_the_viewer_can_be_a_day_behind() -> None:
    assert local(datetime(2026, 11, 23, 2, tzinfo=UTC), "America/New_York", "Asia/Tokyo").day_shift == -1


def test_without_a_viewer_there_is_no_day_shift() -> None:
    assert local(datetime(2026, 11, 23, 22, tzinfo=UTC), "Asia/Kolkata").day_shift == 0


def test_a_time_the_clock_jumped_over_moves_forward_by_the_jump() -> None:
    found = instant(datetime(2026, 3, 29, 2, 30), "Europe/Berlin")
    assert (found.resolved, found.instant_at) == ("skipped", datetime(2026, 3, 29, 1, 30, tzinfo=UTC))
    assert local(found.instant_at, "Europe/Berlin").local == "2026-03-29T03:30"


def test_a_time_the_clock_showed_twice_means_the_first() -> None:
    found = instant(datetime(2026, 10, 25, 2, 30), "Europe/Berlin")
    assert (found.resolved, found.instant_at) == ("ambiguous", datetime(2026, 10, 25, 0, 30, tzinfo=UTC))


def test_an_ordinary_time_is_exact() -> None:
    found = instant(datetime(2026, 7, 1, 9), "Eastern Standard Time")
    assert (found.resolved, found.instant_at) == ("exact", datetime(2026, 7, 1, 13, tzinfo=UTC))


def test_a_jump_of_half_an_hour_is_a_jump_of_half_an_hour() -> None:
    found = instant(datetime(2026, 10, 4, 2, 15), "Australia/Lord_Howe")
    assert found.resolved == "skipped"
    assert local(found.instant_at, "Australia/Lord_Howe").local == "2026-10-04T02:45"


def test_an_unknown_zone_is_refused_with_a_sentence() -> None:
    with pytest.raises(Refused, match="is not a time zone"):
        instant(datetime(2026, 1, 1), "Nowhere/Land")


@pytest.mark.parametrize("year", [1, 9999])
def test_the_edges_of_the_calendar_are_refused_and_not_a_crash(year: int) -> None:
    zone = "Asia/Tokyo" if year == 1 else "America/New_York"
    hour, day, month = (0, 1, 1) if year == 1 else (23, 31, 12)
    with pytest.raises(Refused, match="edge of the calendar"):
        instant(datetime(year, month, day, hour), zone)
