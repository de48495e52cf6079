"""Zones that Graph describes by rules."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.domain.times.localtime import resolve
from sidecar.domain.times.regimes import changes
from sidecar.errors import Refused
from sidecar.wire.described_zone import DescribedZone, Turn, ZoneRules
from sidecar.wire.graph_zone import iana_like, read_zone, zones_like


def turn(month: int, occurrence: int, at: str, day: str = "sunday", year: int = 0, **bias: int) -> dict[str, Any]:
    return {"time": at, "dayOccurrence": occurrence, "dayOfWeek": day, "month": month, "year": year, **bias}


def body(bias: int, standard: Any = None, daylight: Any = None) -> dict[str, Any]:
    return {
        "@odata.type": "#microsoft.graph.customTimeZone", "bias": bias, "name": "Customized Time Zone",
        "standardOffset": standard, "daylightOffset": daylight,
    }  # fmt: skip


PACIFIC = body(480, turn(11, 1, "02:00:00.0000000"), turn(3, 2, "02:00:00.0000000", daylightBias=-60))
BERLIN = body(-60, turn(10, 5, "03:00:00"), turn(3, 5, "02:00:00", daylightBias=-60))
LONDON = body(0, turn(10, 5, "02:00:00"), turn(3, 5, "01:00:00", daylightBias=-60))
SYDNEY = body(-600, turn(4, 1, "03:00:00"), turn(10, 1, "02:00:00", daylightBias=-60))
ADELAIDE = body(-570, turn(4, 1, "03:00:00"), turn(10, 1, "02:00:00", daylightBias=-60))
AUCKLAND = body(-720, turn(4, 1, "03:00:00"), turn(9, 5, "02:00:00", daylightBias=-60))
LORD_HOWE = body(-630, turn(4, 1, "02:00:00"), turn(10, 1, "02:00:00", daylightBias=-30))
NEWFOUNDLAND = body(210, turn(11, 1, "02:00:00"), turn(3, 2, "02:00:00", daylightBias=-60))
KATHMANDU = body(-345)
FIELDS = st.sampled_from(["name", "bias", "standardOffset", "daylightOffset", "month", "year", "time", "dayOfWeek"])
TWINS = [
    (PACIFIC, "America/Los_Angeles"), (BERLIN, "Europe/Berlin"), (LONDON, "Europe/London"), (SYDNEY, "Australia/Sydney"),
    (ADELAIDE, "Australia/Adelaide"), (AUCKLAND, "Pacific/Auckland"), (LORD_HOWE, "Australia/Lord_Howe"),
    (NEWFOUNDLAND, "America/St_Johns"), (KATHMANDU, "Asia/Kathmandu"),
]  # fmt: skip


def described(of: dict[str, Any]) -> DescribedZone:
    found = read_zone(of)
    assert isinstance(found, DescribedZone)
    return found


@pytest.mark.parametrize(("of", "iana"), TWINS)
def test_rules_show_what_the_place_shows_also_around_every_change(of: dict[str, Any], iana: str) -> None:
    """`bias` counts towards UTC, as in Windows, whatever Graph's page says: Los Angeles has 480."""
    rules, place = described(of), ZoneInfo(iana)
    around = [at + timedelta(minutes=15 * step) for year in (2024, 2027) for at in changes(iana, year) for step in range(-12, 13)]
    for at in [*around, datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC)]:
        ours, theirs = at.astimezone(rules), at.astimezone(place)
        assert (ours.replace(tzinfo=None), ours.fold) == (theirs.replace(tzinfo=None), theirs.fold)
        for fold in (0, 1):
            wall = theirs.replace(tzinfo=None, fold=fold)
            assert wall.replace(tzinfo=rules).utcoffset() == wall.replace(tzinfo=place).utcoffset()
            assert resolve(wall, rules) == resolve(wall, place)


@pytest.mark.parametrize("of", [PACIFIC, SYDNEY])
def test_a_time_that_the_clock_jumps_over_moves_forward(of: dict[str, Any]) -> None:
    day = datetime(2026, 3, 8, 2, 30) if of is PACIFIC else datetime(2026, 10, 4, 2, 30)
    found = resolve(day, described(of))
    assert found.resolved == "skipped"
    assert found.instant_at.astimezone(described(of)).time() == time(3, 30)


@pytest.mark.parametrize(
    ("of", "iana"),
    [(SYDNEY, "Australia/Sydney"), (ADELAIDE, "Australia/Adelaide"), (AUCKLAND, "Pacific/Auckland"),
     (LORD_HOWE, "Australia/Lord_Howe"), (NEWFOUNDLAND, "America/St_Johns"), (KATHMANDU, "Asia/Kathmandu")],
)  # fmt: skip
def test_rules_that_one_country_alone_keeps_name_its_zone(of: dict[str, Any], iana: str) -> None:
    assert iana_like(described(of).rules) == iana


@pytest.mark.parametrize(
    ("of", "some"),
    [(PACIFIC, {"America/Los_Angeles", "America/Tijuana"}), (BERLIN, {"Europe/Berlin", "Europe/Paris", "Europe/Rome"}),
     (LONDON, {"Europe/London", "Europe/Lisbon", "Europe/Dublin"}), (body(-330), {"Asia/Kolkata", "Asia/Colombo"})],
)  # fmt: skip
def test_rules_that_several_countries_keep_are_offered_and_not_guessed(of: dict[str, Any], some: set[str]) -> None:
    rules = described(of).rules
    assert iana_like(rules) is None
    assert some <= set(zones_like(rules))


def test_places_that_changed_their_rules_are_not_like_rules_that_never_change() -> None:
    """Vancouver kept Los Angeles' rules until 2026."""
    assert "America/Vancouver" not in zones_like(described(PACIFIC).rules)


def test_rules_that_no_place_keeps_are_like_no_zone() -> None:
    rules = described(body(-60, turn(6, 1, "03:00:00"), turn(5, 1, "02:00:00", daylightBias=-60))).rules
    assert zones_like(rules) == () and iana_like(rules) is None


def test_rules_for_one_year_are_compared_in_that_year_and_change_the_clock_in_no_other() -> None:
    """Israel begins on a Friday that no yearly rule of this form describes, so mailboxes have it year by year."""
    of = body(-120, turn(10, 5, "02:00:00", year=2026), turn(3, 4, "02:00:00", day="friday", year=2026, daylightBias=-60))
    zone = described(of)
    assert iana_like(zone.rules) == "Asia/Jerusalem"
    seen = [datetime(year, 7, 1, tzinfo=UTC).astimezone(zone).hour for year in (2025, 2026, 2027)]
    assert seen == [2, 3, 2]


def test_a_zone_with_a_name_we_know_is_that_zone() -> None:
    assert read_zone({"@odata.type": "#microsoft.graph.timeZoneBase", "name": "W. Europe Standard Time"}) == "Europe/Berlin"
    assert read_zone({"name": "Asia/Calcutta"}) == "Asia/Kolkata"


def test_biases_of_both_halves_count() -> None:
    zone = described(body(-60, {**turn(10, 5, "03:00:00"), "standardBias": 0}, turn(3, 5, "02:00:00", daylightBias=-120)))
    assert (zone.rules.standard, zone.rules.daylight) == (timedelta(hours=1), timedelta(hours=3))


def test_a_zone_whose_halves_are_alike_never_changes() -> None:
    zone = described(body(-60, turn(10, 5, "03:00:00"), turn(3, 5, "02:00:00", daylightBias=0)))
    assert zone.rules == ZoneRules(standard=timedelta(hours=1), daylight=timedelta(hours=1), to_standard=None, to_daylight=None)


def test_a_zone_without_changes_may_say_month_zero() -> None:
    assert described(body(-330, turn(0, 0, "00:00:00"), turn(0, 0, "00:00:00", daylightBias=0))).rules.to_daylight is None


def test_the_zone_survives_being_stored() -> None:
    zone = described(BERLIN)
    assert pickle.loads(pickle.dumps(zone)).rules == zone.rules  # noqa: S301
    assert zone.tzname(None) is None and zone.dst(datetime(2026, 7, 1)) == timedelta(hours=1)


@pytest.mark.parametrize(
    "of",
    [
        None, "", [], {}, {"name": "Customized Time Zone"}, {"name": 7, "bias": None}, body(True), body(100_000), body(-1000),
        {**BERLIN, "bias": "60"}, {**BERLIN, "standardOffset": None}, {**BERLIN, "daylightOffset": "x"},
        body(-60, turn(13, 1, "03:00:00"), turn(3, 5, "02:00:00", daylightBias=-60)),
        body(-60, turn(10, 0, "03:00:00"), turn(3, 5, "02:00:00", daylightBias=-60)),
        body(-60, turn(10, 6, "03:00:00"), turn(3, 5, "02:00:00", daylightBias=-60)),
        body(-60, turn(10, 5, "25:00:00"), turn(3, 5, "02:00:00", daylightBias=-60)),
        body(-60, turn(10, 5, "noon"), turn(3, 5, "02:00:00", daylightBias=-60)),
        body(-60, turn(10, 5, "03:00:00", day="someday"), turn(3, 5, "02:00:00", daylightBias=-60)),
        body(-60, turn(10, 5, "03:00:00", year=-1), turn(3, 5, "02:00:00", daylightBias=-60)),
        body(-60, turn(10, 5, "03:00:00", year=2026), turn(3, 5, "02:00:00", daylightBias=-60)),
    ],
)  # fmt: skip
def test_nonsense_is_refused_with_one_sentence(of: Any) -> None:
    with pytest.raises(Refused, match=r"^Graph.*: ask the person for their zone") as caught:
        read_zone(of)
    assert "\n" not in caught.value.why


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.dictionaries(FIELDS, inner)))
def test_anything_at_all_is_read_or_refused(of: Any) -> None:
    try:
        assert isinstance(read_zone(of), str | DescribedZone)
    except Refused as error:
        assert error.why


@given(
    offset=st.integers(-720, 840), saving=st.sampled_from([30, 60, 120]), first=st.integers(1, 12), gap=st.integers(2, 10),
    days=st.tuples(st.integers(0, 6), st.integers(1, 5), st.integers(0, 6), st.integers(1, 5)), hour=st.integers(0, 23),
    at=st.datetimes(datetime(1990, 1, 1), datetime(2050, 1, 1), timezones=st.just(UTC)),
)  # fmt: skip
def test_any_rules_bring_an_instant_back_from_its_local_time(
    offset: int, saving: int, first: int, gap: int, days: tuple[int, int, int, int], hour: int, at: datetime
) -> None:
    second = (first + gap - 1) % 12 + 1
    zone = DescribedZone(
        ZoneRules(
            standard=timedelta(minutes=offset),
            daylight=timedelta(minutes=offset + saving),
            to_daylight=Turn(month=first, weekday=days[0], occurrence=days[1], at=time(hour), year=None),
            to_standard=Turn(month=second, weekday=days[2], occurrence=days[3], at=time(hour), year=None),
        )
    )
    assert at.astimezone(zone).astimezone(UTC) == at
