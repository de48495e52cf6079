"""Slots that are fair to several clocks, and lunch where most people have noon."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar.domain.meetings.fairness import NIGHT, Seat, Slot, better_slots, booking_warning, lunch_break, strain, view
from sidecar.domain.times.day import day_of
from sidecar.domain.times.workday import Hours, Place, working
from sidecar.words import LANGUAGES, Words

BERLIN = Seat(label="you", place=Place(zone="Europe/Berlin", country="DE"), is_ours=True)
MUNICH = Seat(label="Jo", place=Place(zone="Europe/Berlin", country="DE", subdivision="BY"), is_ours=True)
SEATTLE = Seat(label="Maria", place=Place(zone="America/Los_Angeles", country="US"))
NEW_YORK = Seat(label="Kim", place=Place(zone="America/New_York", country="US"))
TOKYO = Seat(label="Aiko", place=Place(zone="Asia/Tokyo", country="JP"))
SYDNEY = Seat(label="Ruby", place=Place(zone="Australia/Sydney", country="AU", subdivision="NSW"))
RIYADH = Seat(label="Noor", place=Place(zone="Asia/Riyadh", country="SA"))
NOWHERE = Seat(label="somebody", place=Place(zone="No/Where"))
READER = Seat(label="", place=Place(zone="Europe/Paris", country="FR"), is_ours=True)
ALL = [READER, BERLIN, MUNICH, SEATTLE, NEW_YORK, TOKYO, SYDNEY, RIYADH, NOWHERE]
HOUR = timedelta(hours=1)
HALF_HOUR = timedelta(minutes=30)


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, 9, day, hour, minute, tzinfo=UTC)


def slots(seats: list[Seat], start_at: datetime, busy: list[tuple[datetime, datetime]] | None = None) -> tuple[Slot, ...]:
    return better_slots(
        start_at, start_at + HOUR, seats, busy or [], earliest=start_at - timedelta(days=1), latest=start_at + timedelta(days=7)
    )


def test_a_meeting_in_their_hours_costs_nothing_and_the_farther_out_the_more() -> None:
    points = [strain(utc(1, hour), utc(1, hour) + HALF_HOUR, BERLIN) for hour in (8, 15, 16, 17, 19)]
    assert points[0] == 0
    assert points[1:] == sorted(set(points[1:])) and points[1] > 0


def test_a_night_is_harder_than_a_weekend_and_that_than_a_late_hour() -> None:
    late, weekend, night = (strain(at, at + HALF_HOUR, BERLIN) for at in (utc(1, 18), utc(4, 10), utc(1, 1)))
    assert 0 < late < weekend < night and night >= NIGHT


def test_the_worst_half_hour_counts() -> None:
    assert strain(utc(1, 14, 30), utc(1, 16), BERLIN) == strain(utc(1, 15), utc(1, 16), BERLIN) > 0


def test_a_view_says_who_suffers_now_who_did_last_time_and_of_whom_nothing_is_known() -> None:
    late_for_tokyo, early_for_seattle = (utc(1, 14), utc(1, 15)), (utc(8, 6), utc(8, 7))
    found = view(*late_for_tokyo, [BERLIN, SEATTLE, TOKYO, NOWHERE], [early_for_seattle])
    assert found.suffers_now == ("Aiko", "Maria")
    assert found.suffered_last == ("you", "Maria")
    assert found.not_known == ("somebody",)
    assert [reason.args["state"] for reason in found.reasons] == ["night", "before"]


def test_last_time_is_the_latest_of_the_earlier_meetings_that_was_hard_for_anybody() -> None:
    easy, hard, harder = (utc(3, 7), utc(3, 7, 30)), (utc(2, 6), utc(2, 7)), (utc(1, 0), utc(1, 1))
    assert view(utc(6, 8), utc(6, 9), [BERLIN, TOKYO], [harder, easy, hard]).suffered_last == ("you",)


def test_three_better_slots_lie_on_three_days_and_are_easier_for_all_together() -> None:
    asked = utc(1, 21)
    found = slots([BERLIN, NEW_YORK], asked)
    assert len(found) == 3
    assert len({slot.start_at.date() for slot in found}) == 3
    assert all(slot.total < strain(asked, asked + HOUR, BERLIN) + strain(asked, asked + HOUR, NEW_YORK) for slot in found)
    assert all(slot.start_at.minute in (0, 30) for slot in found)
    assert found[0].because[0].key == "slot-in-hours"


def test_a_meeting_that_suits_everybody_has_no_better_slot() -> None:
    assert slots([BERLIN, MUNICH], utc(1, 8)) == ()


def test_nobody_is_asked_into_the_night_while_an_hour_of_the_day_is_free() -> None:
    for slot in slots([BERLIN, TOKYO, RIYADH], utc(1, 15)):
        assert all(share.hardship != "night" for share in slot.shares)


def test_nobody_is_asked_on_a_holiday() -> None:
    friday = datetime(2027, 10, 29, 20, tzinfo=UTC)
    found = better_slots(
        friday, friday + HOUR, [MUNICH, NEW_YORK], earliest=friday, latest=datetime(2027, 11, 2, tzinfo=UTC), count=20
    )
    assert day_of("DE", "BY", date(2027, 11, 1)).holiday
    assert all(slot.start_at.date() != date(2027, 11, 1) for slot in found)


def test_who_suffered_last_time_is_spared_this_time() -> None:
    asked = utc(1, 14)
    window = {"earliest": utc(1, 0), "latest": utc(4, 0)}
    after_aiko = better_slots(asked, asked + HOUR, [SEATTLE, TOKYO], **window, earlier=[(utc(1, 14), utc(1, 15))], count=1)
    tokyo_before = strain(asked, asked + HOUR, TOKYO)
    assert after_aiko[0].shares[1].points < tokyo_before
    spared = better_slots(utc(1, 6), utc(1, 7), [BERLIN, SYDNEY], **window, earlier=[(utc(1, 20), utc(1, 21))], count=1)
    turned = better_slots(utc(1, 20), utc(1, 21), [BERLIN, SYDNEY], **window, earlier=[(utc(2, 4), utc(2, 5))], count=1)
    assert spared and turned


def test_taking_turns_shifts_the_hard_hour_to_the_other_side() -> None:
    window = {"earliest": utc(6, 0), "latest": utc(10, 0)}
    asked = utc(6, 20)
    for_tokyo_last = better_slots(asked, asked + HOUR, [NEW_YORK, TOKYO], **window, earlier=[(utc(1, 11), utc(1, 12))])
    for_new_york_last = better_slots(asked, asked + HOUR, [NEW_YORK, TOKYO], **window, earlier=[(utc(1, 1), utc(1, 2))])
    tokyo = [slot.shares[1].points for slot in (for_tokyo_last[0], for_new_york_last[0])]
    new_york = [slot.shares[0].points for slot in (for_tokyo_last[0], for_new_york_last[0])]
    assert tokyo[0] <= tokyo[1] and new_york[1] <= new_york[0]


def test_lunch_is_put_where_most_people_have_noon() -> None:
    assert lunch_break(utc(1, 8), utc(1, 14), [BERLIN, MUNICH, NEW_YORK]) == (utc(1, 10), 60)
    assert lunch_break(utc(1, 13), utc(1, 20), [BERLIN, NEW_YORK, NEW_YORK]) == (utc(1, 16), 60)


def test_a_short_meeting_has_a_lunch_break_only_across_the_noon_of_most() -> None:
    assert lunch_break(utc(1, 9), utc(1, 11), [BERLIN, MUNICH, NEW_YORK]) == (utc(1, 10), 30)
    assert lunch_break(utc(1, 9), utc(1, 11), [BERLIN, NEW_YORK]) is None


def test_no_lunch_at_the_edge_of_a_session_or_where_it_is_nobodys_noon() -> None:
    assert lunch_break(utc(1, 10), utc(1, 14), [BERLIN]) is None
    assert lunch_break(utc(1, 12), utc(1, 15, 30), [BERLIN]) is None
    assert lunch_break(utc(1, 8), utc(1, 14), [NOWHERE]) is None
    assert lunch_break(utc(1, 8), utc(1, 14), []) is None


def test_a_stated_lunch_moves_the_break() -> None:
    early = Seat(label="Jo", place=BERLIN.place, hours=Hours(start=time(7), end=time(15), lunch=(time(11), time(11, 30))))
    assert lunch_break(utc(1, 7), utc(1, 12), [early]) == (utc(1, 9), 30)


@pytest.mark.parametrize(
    ("seat", "start_at", "state", "clock"),
    [
        (SEATTLE, utc(1, 13), "before", "06:00"),
        (SEATTLE, utc(1, 12), "night", "05:00"),
        (NEW_YORK, utc(1, 22), "after", "18:00"),
        (NEW_YORK, utc(4, 15), "weekend", "11:00"),
        (NEW_YORK, utc(6, 15), "holiday", "11:00"),
    ],
)
def test_a_booking_outside_a_clients_hours_is_said_with_their_clock(
    seat: Seat, start_at: datetime, state: str, clock: str
) -> None:
    found = booking_warning(start_at, start_at + HALF_HOUR, [BERLIN, seat])
    assert found and found.args == {"who": seat.label, "clock": clock, "state": state}
    for language in LANGUAGES:
        assert seat.label in Words(language).say(found.key, **found.args)


def test_a_booking_on_epiphany_is_warned_of_where_the_region_keeps_it_and_only_there() -> None:
    start_at = datetime(2027, 1, 6, 9, tzinfo=UTC)
    max_in = {
        region: Seat(label="Max", place=Place(zone="Europe/Berlin", country="DE", subdivision=region)) for region in ("BY", "HH")
    }
    found = booking_warning(start_at, start_at + HOUR, [max_in["BY"]])
    assert found and found.args == {"who": "Max", "clock": "10:00", "state": "holiday"}
    assert booking_warning(start_at, start_at + HOUR, [max_in["HH"]]) is None


def test_a_booking_on_a_holiday_of_most_regions_says_that_it_is_one_of_most() -> None:
    start_at = datetime(2027, 3, 29, 9, tzinfo=UTC)
    found = booking_warning(start_at, start_at + HOUR, [Seat(label="Ann", place=Place(zone="Europe/London", country="GB"))])
    assert found and found.args["state"] == "widely"
    assert Words("en").say(found.key, **found.args) == "This is on a public holiday in most of the country of Ann (10:00)"


def test_no_warning_for_our_own_evening_a_clients_lunch_or_a_client_we_cannot_place() -> None:
    assert booking_warning(utc(1, 20), utc(1, 20, 30), [BERLIN, NEW_YORK]) is None
    assert booking_warning(utc(1, 16), utc(1, 16, 30), [NEW_YORK]) is None
    assert booking_warning(utc(1, 3), utc(1, 4), [NOWHERE]) is None


LATE_FOR_YOU = ("late for you", "für Sie spät", "tard pour vous", "tarde para usted", "tarde para você", "こちらは遅い時間")


def test_a_seat_without_a_label_is_the_reader() -> None:
    me = Seat(label="", place=BERLIN.place, is_ours=True)
    late = view(utc(1, 18), utc(1, 19), [me])
    eased = slots([me, SEATTLE], utc(1, 22))[0]
    for language in LANGUAGES:
        words = Words(language)
        assert words.say(late.reasons[0].key, **late.reasons[0].args) in LATE_FOR_YOU
        assert all("  " not in words.say(one.key, **one.args) + " " for one in eased.because)
    assert eased.because[0].key == "slot-eased-you"


SEATS = st.lists(st.sampled_from(ALL), min_size=1, max_size=4, unique_by=lambda seat: seat.label)
HOURS_OF_SEPTEMBER = st.integers(0, 20 * 24 * 2).map(lambda half: utc(1, 0) + half * HALF_HOUR)
LENGTHS = st.sampled_from([HALF_HOUR, HOUR, 3 * HOUR])
SPANS = st.tuples(HOURS_OF_SEPTEMBER, LENGTHS).map(lambda found: (found[0], found[0] + found[1]))


@settings(max_examples=40, deadline=None)
@given(seats=SEATS, asked=SPANS, busy=st.lists(SPANS, max_size=6), earlier=st.lists(SPANS, max_size=3))
def test_better_slots_are_free_easier_holiday_free_and_the_same_each_time(
    seats: list[Seat],
    asked: tuple[datetime, datetime],
    busy: list[tuple[datetime, datetime]],
    earlier: list[tuple[datetime, datetime]],
) -> None:
    window = {"earliest": asked[0] - timedelta(days=1), "latest": asked[0] + timedelta(days=4)}
    found = better_slots(*asked, seats, busy, **window, earlier=earlier)
    assert found == better_slots(*asked, seats, busy, **window, earlier=earlier)
    before = sum(strain(*asked, seat) for seat in seats)
    for slot in found:
        assert slot.total == sum(strain(slot.start_at, slot.end_at, seat) for seat in seats) < before
        assert not any(slot.start_at < taken_to and taken_from < slot.end_at for taken_from, taken_to in busy)
        assert slot.end_at - slot.start_at == asked[1] - asked[0]
        assert window["earliest"] <= slot.start_at and slot.end_at <= window["latest"]
        assert all(working(slot.start_at, slot.end_at, seat.place, seat.hours).state != "holiday" for seat in seats)
        for reason in slot.because:
            assert all(Words(language).say(reason.key, **reason.args) for language in LANGUAGES)
    for one in found:
        assert all(one is other or abs(one.start_at - other.start_at) >= asked[1] - asked[0] for other in found)
