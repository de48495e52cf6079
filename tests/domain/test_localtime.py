from __future__ import annotations

import json
import subprocess
import sys
import zoneinfo
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path
from struct import pack
from zoneinfo import ZoneInfo

import pytest
import tzdata
from hypothesis import given, settings
from hypothesis import strategies as st
from tzlocal import windows_tz

from sidecar.domain.times.localtime import instant, local, offset_at, resolve, zone_named
from sidecar.domain.times.regimes import changes
from sidecar.domain.times.zone_names import country_of_zone, zone_meant, zones_of_country
from sidecar.errors import Refused
from sidecar.knowledge.zone_proofs import OLDEST_RELEASE, ZONE_PROOFS, stale_zone
from tests.domain.second_clock import differences, releases

ZONES = st.sampled_from(sorted(zoneinfo.available_timezones() - {"Factory"}))
CLDR = Path(__file__).parents[3] / "shared" / "data" / "culture" / "cldr-48.2" / "windowsZones.json"


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


def test_ten_thousand_instants_and_as_many_local_times_are_what_an_independent_library_says() -> None:
    ours, theirs = releases()
    if ours != theirs:
        pytest.skip(f"pytz brings the rules of {theirs}, we use {ours}: differences would say nothing")
    assert list(differences(20_000, seed=2026)) == []


@settings(max_examples=300, deadline=None)
@given(zone=ZONES, at=st.datetimes(datetime(1900, 1, 2), datetime(2100, 12, 30), timezones=st.just(UTC)))
def test_an_instant_comes_back_from_its_local_time(zone: str, at: datetime) -> None:
    there = at.astimezone(ZoneInfo(zone))
    found = resolve(there.replace(tzinfo=None), ZoneInfo(zone))
    assert found.resolved != "skipped"
    assert found.instant_at == at or (found.resolved == "ambiguous" and there.fold == 1 and found.instant_at < at)


@settings(max_examples=300, deadline=None)
@given(zone=ZONES, seen_from=ZONES, at=st.datetimes(datetime(1970, 1, 2), datetime(2100, 12, 30), timezones=st.just(UTC)))
def test_a_clock_elsewhere_shows_a_neighbouring_day_at_most(zone: str, seen_from: str, at: datetime) -> None:
    """Two dates lie only between clocks more than a day apart, on both sides of the date line."""
    is_wide = abs(offset_at(zone, at) - offset_at(seen_from, at)) > timedelta(days=1)
    assert local(at, zone, seen_from).day_shift in ({-2, -1, 0, 1, 2} if is_wide else {-1, 0, 1})


def test_two_clocks_on_both_sides_of_the_date_line_can_be_two_dates_apart() -> None:
    assert local(datetime(2026, 11, 23, 10, 30, tzinfo=UTC), "Pacific/Kiritimati", "Pacific/Pago_Pago").day_shift == 2


@settings(max_examples=300, deadline=None)
@given(zone=ZONES, wall=st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31, 23, 59, 59)))
def test_any_local_time_of_two_centuries_has_an_instant(zone: str, wall: datetime) -> None:
    found = resolve(wall, ZoneInfo(zone))
    shown = found.instant_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert (shown == wall) is (found.resolved != "skipped")
    assert shown >= wall


@settings(max_examples=40, deadline=None)
@given(zone=ZONES, year=st.integers(1970, 2037), data=st.data())
def test_skipped_and_repeated_times_are_those_that_a_walk_through_the_minutes_shows(
    zone: str, year: int, data: st.DataObject
) -> None:
    near = data.draw(st.sampled_from(changes(zone, year) or (datetime(year, 3, 28, tzinfo=UTC),)))
    start = near.replace(hour=0, minute=0, second=0) + timedelta(days=data.draw(st.integers(-1, 0)))
    shown: dict[datetime, int] = {}
    for minute in range(-26 * 60, 50 * 60):
        at = (start + timedelta(minutes=minute)).astimezone(ZoneInfo(zone))
        if at.second:
            return  # an offset with seconds: minutes of UTC and of the wall do not fall together
        shown[at.replace(tzinfo=None, fold=0)] = shown.get(at.replace(tzinfo=None, fold=0), 0) + 1
    for minute in range(24 * 60):
        wall = start.replace(tzinfo=None) + timedelta(minutes=minute)
        expected = {0: "skipped", 1: "exact", 2: "ambiguous"}[shown.get(wall, 0)]
        assert resolve(wall, ZoneInfo(zone)).resolved == expected, wall


def _folders(node: object) -> Iterator[dict[str, str]]:
    """Every `_other`/`_type`/`_territory` entry of CLDR's windowsZones."""
    if isinstance(node, dict):
        if "_other" in node:
            yield node
        for value in node.values():
            yield from _folders(value)
    elif isinstance(node, list):
        for value in node:
            yield from _folders(value)


@pytest.mark.skipif(not CLDR.exists(), reason="CLDR's windowsZones.json is not beside this repository")
def test_every_windows_name_in_every_country_is_what_cldr_says() -> None:
    rows = [row for row in _folders(json.loads(CLDR.read_text())) if row["_territory"] != "ZZ"]
    assert len(rows) > 400
    for row in rows:
        country = None if row["_territory"] == "001" else row["_territory"]
        found = zone_meant(row["_other"], country).iana
        assert found in {zone_meant(zone).iana for zone in row["_type"].split()}, row


def test_every_name_of_the_tz_database_is_a_zone_or_said_to_be_none() -> None:
    for name in zoneinfo.available_timezones():
        found = zone_meant(name)
        assert found.reason.endswith("."), name
        if found.iana is None:
            assert name == "Factory" or offset_at(name, datetime(2026, 7, 1, tzinfo=UTC)) == timedelta(), name
        else:
            assert zone_meant(found.iana).iana == found.iana, name


def test_old_names_are_told_by_the_current_one_and_keep_their_clock() -> None:
    text = resources.files("tzdata").joinpath("zoneinfo", "tzdata.zi").read_text(encoding="utf-8")
    links = [line.split()[1:] for line in text.splitlines() if line.startswith("L ")]
    assert len(links) > 200
    for target, name in links:
        found = zone_named(name).iana
        assert found is not None, name
        for month in range(1, 13):
            at = datetime(2026, month, 15, tzinfo=UTC)
            assert offset_at(found, at) == offset_at(target, at), name


@pytest.mark.parametrize(
    "name",
    [
        "tzone://Microsoft/Utc", "tzone://Microsoft/Custom", "Etc/GMT", "GMT", "Greenwich", "Etc/Unknown", "Factory", "Kamchatka",
        "Kamchatka Standard Time", "Mexico", "Mexico Standard Time", "Mexico Standard Time 2", "Mid-Atlantic Standard Time",
        "Armenian Standard Time", "Customized Time Zone", "PST", "CEST", "IST", "+05:30", "UTC+2", "GMT-5", "−03:00", "Z",
    ],
)  # fmt: skip
def test_names_that_tell_nobodys_zone_say_why(name: str) -> None:
    found = zone_meant(name)
    assert found.iana is None
    assert len(found.reason.split()) >= 5 and found.reason.endswith(".")


@pytest.mark.parametrize(
    ("name", "word"),
    [("usnyc", "short identifiers"), ("deber", "short identifiers"), ("America_Eastern", "group"), ("Europe_Central", "group"),
     ("Mars/Olympus", "that is read here"), ("Olympus Mons", "that is read here")],
)  # fmt: skip
def test_a_name_that_other_lists_have_is_not_said_to_be_in_none(name: str, word: str) -> None:
    found = zone_meant(name)
    assert found.iana is None and word in found.reason


@pytest.mark.parametrize(
    ("name", "iana"),
    [
        ("(GMT-05.00) Eastern Time (US & Canada)", "America/New_York"),
        ("(GMT-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(GMT+01.00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"),
        ("(GMT-06.00) Eastern Time (US & Canada)", None),
    ],
)
def test_display_names_are_read_with_a_point_too(name: str, iana: str | None) -> None:
    assert zone_meant(name).iana == iana


@pytest.mark.parametrize(
    "name", ["UTC", "Etc/UTC", "utc", "Zulu", "(UTC) Coordinated Universal Time", "Coordinated Universal Time"]
)
def test_utc_itself_stays_utc(name: str) -> None:
    assert zone_meant(name).iana == "UTC"


def test_times_in_microsofts_name_for_utc_can_still_be_read() -> None:
    """What says nothing about a place still says at which instant a meeting starts."""
    assert zone_named("tzone://Microsoft/Utc").iana == "UTC"
    assert instant(datetime(2026, 11, 23, 9), "Etc/GMT").instant_at == datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "country", "iana", "doubt"),
    [
        ("W. Europe Standard Time", "JP", "Europe/Berlin", "check where the person is"),
        ("Europe/Berlin", "JP", "Europe/Berlin", "It lies in DE, not in JP"),
        ("Tokyo Standard Time", "XK", "Asia/Tokyo", "nobody in XK"),
        ("Mountain Standard Time", "CA", "America/Edmonton", "Alberta Standard Time since 2026"),
        ("EST", None, "America/Panama", "other clocks too"),
        ("UTC-11", None, "Etc/GMT+11", "names no place"),
    ],
)
def test_a_doubt_about_a_name_is_said(name: str, country: str | None, iana: str, doubt: str) -> None:
    found = zone_meant(name, country)
    assert found.iana == iana
    assert doubt in found.reason


def test_a_name_used_in_the_country_carries_no_doubt() -> None:
    for name, country in (("W. Europe Standard Time", "de"), ("Europe/London", "UK"), ("Asia/Calcutta", "IN")):
        assert "check" not in zone_meant(name, country).reason


@pytest.mark.parametrize("country", ["ZZ", "EUR", "1", "Germany", "001", " "])
def test_a_country_that_is_none_is_refused(country: str) -> None:
    with pytest.raises(Refused, match="two letters"):
        zone_meant("Europe/Berlin", country)


def test_countries_and_zones_know_each_other() -> None:
    assert "Europe/Zurich" in zones_of_country("ch")
    assert country_of_zone("Europe/Zurich") == "CH"
    assert country_of_zone("UTC") is None


def test_the_pinned_rules_pass_every_proof() -> None:
    assert tzdata.IANA_VERSION >= OLDEST_RELEASE
    assert stale_zone(tzdata.IANA_VERSION) is None
    assert {proof.release for proof in ZONE_PROOFS} >= {"2026b", "2026c", "2026d", "2026e", "2026f"}


def test_an_older_release_is_told_by_its_name_alone() -> None:
    sentence = stale_zone("2025b")
    assert sentence is not None and "2025b" in sentence and "install" in sentence


def old_file(footer: str, offset: timedelta) -> bytes:
    """A TZif file, version 2, that has no transitions but those of its POSIX footer: RFC 9636."""
    body = pack(">lbb", int(offset.total_seconds()), 0, 0) + b"OLD\0"
    header = b"TZif2" + bytes(15) + pack(">6l", 0, 0, 0, 0, 1, 4)
    return header + body + header + body + f"\n{footer}\n".encode()


@pytest.mark.parametrize(
    ("zone", "footer", "hours"),
    [("America/Vancouver", "PST8PDT,M3.2.0,M11.1.0", -8), ("America/Havana", "CST5CDT,M3.2.0/0,M11.1.0/1", -5)],
)
def test_a_machine_that_reads_old_files_is_told_so_in_a_sentence(tmp_path: Path, zone: str, footer: str, hours: int) -> None:
    file = tmp_path / zone
    file.parent.mkdir(parents=True)
    file.write_bytes(old_file(footer, timedelta(hours=hours)))
    program = (
        "import sys, zoneinfo; from sidecar import app; zoneinfo.reset_tzpath((sys.argv[1],));"
        "zoneinfo.ZoneInfo.clear_cache(); print(app.zone_data_problem())"
    )
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, cwd=root, timeout=60, check=True
    )
    (sentence,) = done.stdout.strip().splitlines()
    assert zone in sentence and "stale" in sentence and "install the pinned tzdata package" in sentence
