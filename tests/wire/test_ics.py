from __future__ import annotations

import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sidecar.errors import Refused
from sidecar.wire.deadline import OutOfTime, deadline
from sidecar.wire.ics import Expansion, events_between, read_calendar

CALENDARS = Path(__file__).parents[1] / "fixtures" / "calendars"
SHARED = Path(__file__).parents[3] / "shared"
START = datetime(2026, 10, 1, tzinfo=UTC)
END = datetime(2027, 1, 1, tzinfo=UTC)
ME = "nora.brandt@contoso.com"


def event(*lines: str, uid: str | None = "one@example.com", start: str = "DTSTART:20261123T130000Z") -> str:
    named = [f"UID:{uid}"] if uid else []
    return "\r\n".join(["BEGIN:VEVENT", *named, *([start] if start else []), *lines, "END:VEVENT", ""])


def calendar(*events: str, head: str = "") -> bytes:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{''.join(events)}END:VCALENDAR\r\n".encode()


def expand(data: bytes, start_at: datetime = START, end_at: datetime = END, me: str | None = ME) -> Expansion:
    return events_between(read_calendar(data, "mine.ics"), start_at, end_at, me=me)


def one(*lines: str, head: str = "", **more: Any) -> dict[str, Any]:
    found = expand(calendar(event(*lines, **more), head=head))
    assert len(found.events) == 1, found.problems
    return found.events[0]


def starts(found: Expansion) -> list[str]:
    return [each["start"]["dateTime"][:16] for each in found.events]


def fixture(name: str, me: str | None = None) -> Expansion:
    return expand((CALENDARS / name).read_bytes(), me=me)


# ---- whole files of each dialect ----


def test_an_outlook_export_gives_its_series_with_the_moved_and_the_cancelled_date() -> None:
    found = fixture("outlook.ics", ME)
    weekly = [each for each in found.events if "roll-out" in each["subject"]]
    assert found.problems == ()
    assert [each["start"]["dateTime"][:16] for each in weekly] == [
        "2026-10-05T12:00", "2026-10-12T12:00", "2026-10-26T13:00", "2026-11-02T13:00", "2026-11-09T13:00",
        "2026-11-16T13:00", "2026-11-24T08:30", "2026-11-30T13:00", "2026-12-07T13:00", "2026-12-14T13:00",
    ]  # fmt: skip
    moved, cancelled = weekly[6], weekly[7]
    assert (moved["type"], moved["originalStart"], moved["showAs"]) == ("exception", "2026-11-23T13:00:00Z", "tentative")
    assert [each["emailAddress"]["name"] for each in moved["attendees"]] == ["Maria Oliveira"]
    assert cancelled["isCancelled"] and not moved["isCancelled"]
    assert len({each["seriesMasterId"] for each in weekly}) == 1
    assert len({each["id"] for each in weekly}) == len(weekly)


def test_an_outlook_event_keeps_its_windows_zone_its_people_and_its_link() -> None:
    first = fixture("outlook.ics", ME).events[0]
    assert first["originalStartTimeZone"] == "W. Europe Standard Time"
    assert [each["type"] for each in first["attendees"]] == ["required", "required", "optional", "resource"]
    assert [each["status"]["response"] for each in first["attendees"]] == [
        "organizer",
        "accepted",
        "tentativelyAccepted",
        "accepted",
    ]
    assert first["isOrganizer"] and first["responseStatus"]["response"] == "organizer"
    assert first["onlineMeeting"] == {
        "joinUrl": "https://teams.microsoft.com/l/meetup-join/19%3ameeting_QWJjRGVmR2hp%40thread.v2/0"
    }
    assert first["onlineMeetingProvider"] == "teamsForBusiness"
    assert "Passcode: kT4vPq" in first["body"]["content"]
    assert first["body"]["content"].startswith("Agenda: roll-out, open points")
    assert first["reminderMinutesBeforeStart"] == 15


def test_a_google_export_finds_the_change_that_stands_before_its_series() -> None:
    found = fixture("google.ics", "ines.moreau@example.org")
    standup = [each for each in found.events if each["subject"].startswith("Stand-up")]
    assert [(each["start"]["dateTime"][:16], each["type"]) for each in standup] == [
        ("2026-11-04T08:00", "occurrence"),
        ("2026-11-12T09:00", "exception"),
        ("2026-11-25T08:00", "occurrence"),
        ("2026-12-02T08:00", "occurrence"),
    ]
    assert [each["responseStatus"]["response"] for each in standup] == ["accepted", "declined", "accepted", "accepted"]
    demo = next(each for each in found.events if each["subject"] == "Démonstration Fabrikam")
    assert demo["onlineMeeting"]["joinUrl"] == "https://meet.google.com/abc-defg-hij"
    assert demo["location"]["displayName"] == "12 rue de l'Exemple, 75011 Paris"
    fair = next(each for each in found.events if each["subject"] == "Salon")
    assert (fair["isAllDay"], fair["showAs"], fair["end"]["dateTime"]) == (True, "free", "2026-12-03T00:00:00.0000000")


def test_an_apple_export_finds_addresses_beside_principal_paths_and_lengths_instead_of_ends() -> None:
    found = fixture("apple.ics", "leo.hart@contoso.com")
    checkins = found.events[:4]
    assert starts(found)[:4] == ["2026-11-03T16:00", "2026-11-10T16:00", "2026-11-17T16:00", "2026-11-24T16:00"]
    assert checkins[0]["attendees"][0]["emailAddress"]["address"] == "priya.raman@northwind.example.org"
    assert checkins[0]["reminderMinutesBeforeStart"] == 1440
    assert found.events[4]["end"]["dateTime"] == "2026-11-27T15:30:00.0000000"


def test_a_zone_made_by_hand_follows_its_own_rules_and_a_known_name_wins_over_the_file() -> None:
    found = fixture("custom-zone.ics")
    assert starts(found) == ["2026-10-19T06:30", "2026-10-26T07:30", "2026-11-24T10:00", "2026-11-24T10:00"]
    assert [each["originalStartTimeZone"] for each in found.events[:3]] == ["tzone://Microsoft/Custom"] * 2 + ["Europe/London"]
    assert [each.line for each in found.problems] == [43]


def test_rules_of_one_file_do_not_leak_into_the_next() -> None:
    fixture("custom-zone.ics")
    found = expand(calendar(event(start="DTSTART;TZID=Customized Time Zone:20261123T100000")))
    assert starts(found) == ["2026-11-23T10:00"] and "“Customized Time Zone”" in found.problems[0].text
    assert [odd.how for odd in found.odd_starts.values()] == ["guessed"]


@pytest.mark.parametrize(
    ("head", "zone", "start"), [("", "UTC", "10:00"), ("X-WR-TIMEZONE:Europe/Berlin\r\n", "Europe/Berlin", "09:00")]
)
def test_an_event_in_a_zone_nobody_knows_is_shown_as_the_calendars_own_time_and_named_as_a_guess(
    head: str, zone: str, start: str
) -> None:
    known = "Kamchatka Standard Time"
    found = expand(calendar(event("DURATION:PT1H", start=f"DTSTART;TZID={known}:20261124T100000"), head=head))
    (shown,) = found.events
    assert (shown["start"]["dateTime"][11:16], shown["originalStartTimeZone"]) == (start, known)
    (problem,) = found.problems
    assert f"“{known}”" in problem.text and f"read as that of {zone}: check it" in problem.text
    odd = found.odd_starts[shown["id"]]
    assert (odd.how, odd.zone, odd.zone_name, f"{odd.asked:%H:%M}") == ("guessed", zone, known, "10:00")


def test_an_end_in_another_unknown_zone_is_left_out_and_named() -> None:
    found = expand(calendar(event("DTEND;TZID=Moon/Base:20261123T150000")))
    assert starts(found) == ["2026-11-23T13:00"] and "Moon/Base" in found.problems[0].text and not found.odd_starts


@pytest.mark.parametrize(
    ("start", "end", "is_from", "is_to"),
    [
        ("20270328T023000", "20270328T033000", "01:30", "02:30"),
        ("20270328T023000", "20270328T031500", "01:30", "02:15"),
        ("20270328T023000", "20270328T040000", "01:30", "02:00"),
        ("20270328T021500", "20270328T024500", "01:15", "01:45"),
        ("20270328T013000", "20270328T023000", "00:30", "01:30"),
        ("20270328T023000", "20270328T023000", "01:30", "01:30"),
    ],
)
def test_a_start_that_the_clock_jumps_over_takes_no_length_away_and_is_told(
    start: str, end: str, is_from: str, is_to: str
) -> None:
    data = calendar(event(f"DTEND;TZID=Europe/Berlin:{end}", start=f"DTSTART;TZID=Europe/Berlin:{start}"))
    found = expand(data, datetime(2027, 3, 27, tzinfo=UTC), datetime(2027, 3, 30, tzinfo=UTC))
    (shown,) = found.events
    assert (shown["start"]["dateTime"][11:16], shown["end"]["dateTime"][11:16]) == (is_from, is_to)
    assert [odd.how for odd in found.odd_starts.values()] == ([] if start.endswith("T013000") else ["skipped"])
    assert not found.problems


def test_only_the_night_of_a_series_that_the_clock_jumps_over_is_odd_and_none_loses_its_length() -> None:
    rule, end = "RRULE:FREQ=DAILY;COUNT=3", "DTEND;TZID=Europe/Berlin:20270327T033000"
    data = calendar(event(rule, end, start="DTSTART;TZID=Europe/Berlin:20270327T023000"))
    found = expand(data, datetime(2027, 3, 26, tzinfo=UTC), datetime(2027, 3, 31, tzinfo=UTC))
    times = [(each["start"]["dateTime"][8:16], each["end"]["dateTime"][8:16]) for each in found.events]
    assert times == [("27T01:30", "27T02:30"), ("28T01:30", "28T02:30"), ("29T00:30", "29T01:30")]
    (odd,) = found.odd_starts.values()
    assert (odd.how, odd.zone, odd.asked.isoformat(), odd.taken.isoformat(), odd.offset) == (
        "skipped", "Europe/Berlin", "2027-03-28T02:30:00", "2027-03-28T03:30:00", "+02:00"
    )  # fmt: skip


def test_a_start_that_comes_twice_is_told() -> None:
    data = calendar(event("DURATION:PT1H", start="DTSTART;TZID=Europe/Berlin:20261025T023000"))
    (odd,) = expand(data).odd_starts.values()
    assert (odd.how, odd.offset) == ("ambiguous", "+02:00")


@pytest.mark.parametrize("name", ["outlook.ics", "google.ics", "apple.ics", "custom-zone.ics"])
def test_events_match_the_published_schema(name: str) -> None:
    csdl = SHARED / "data" / "graph" / "v1.0.csdl"
    if not csdl.exists():
        pytest.skip("../shared/data is not here: the published schema cannot be read")
    sys.path.insert(0, str(SHARED / "tools"))
    from csdl_check import Schema  # type: ignore[import-not-found]

    schema = Schema.load(str(csdl))
    found = fixture(name, ME)
    assert found.events
    assert [finding for each in found.events for finding in schema.check(each, "event")] == []


def test_reading_the_same_file_again_gives_the_same_ids_and_a_change_gives_a_new_etag() -> None:
    data = (CALENDARS / "outlook.ics").read_bytes()
    changed = data.replace(b"Northwind: pricing questions", b"Northwind: prices")
    before, again, after = expand(data), expand(data), expand(changed)
    assert before.events == again.events
    assert [each["id"] for each in before.events] == [each["id"] for each in after.events]
    differing = [
        one["subject"] for one, two in zip(before.events, after.events, strict=True) if one["@odata.etag"] != two["@odata.etag"]
    ]
    assert differing == ["Northwind: pricing questions"]


def test_no_two_events_share_a_part_that_somebody_may_change() -> None:
    first, second = fixture("apple.ics").events[:2]
    first["attendees"].clear()
    assert len(second["attendees"]) == 2


# ---- series ----

WEEKLY = "DTSTART;TZID=Europe/Berlin:20261012T090000"


def series(rule: str, *lines: str, start: str = WEEKLY) -> str:
    return event(f"RRULE:{rule}", "DURATION:PT1H", *lines, start=start)


@pytest.mark.parametrize("until", ["20261026", "20261026T080000Z", "20261026T090000"])
def test_the_last_date_of_a_series_is_inside_however_until_is_written(until: str) -> None:
    found = expand(calendar(series(f"FREQ=WEEKLY;UNTIL={until}")))
    assert starts(found) == ["2026-10-12T07:00", "2026-10-19T07:00", "2026-10-26T08:00"]


def test_until_an_hour_too_early_leaves_the_last_date_out() -> None:
    found = expand(calendar(series("FREQ=WEEKLY;UNTIL=20261026T070000Z")))
    assert starts(found) == ["2026-10-12T07:00", "2026-10-19T07:00"]


def test_an_all_day_series_ends_with_its_until_date() -> None:
    found = expand(calendar(event("RRULE:FREQ=DAILY;UNTIL=20261125", start="DTSTART;VALUE=DATE:20261123")))
    assert starts(found) == ["2026-11-23T00:00", "2026-11-24T00:00", "2026-11-25T00:00"]
    assert all(each["isAllDay"] for each in found.events)


@pytest.mark.parametrize(
    "gone",
    [
        "EXDATE;TZID=Europe/Berlin:20261019T090000",
        "EXDATE:20261019T070000Z",
        "EXDATE;VALUE=DATE:20261019",
        "EXDATE:20261019T090000",
    ],
)
def test_an_excluded_date_is_gone_however_it_is_written(gone: str) -> None:
    found = expand(calendar(series("FREQ=WEEKLY;COUNT=3", gone)))
    assert starts(found) == ["2026-10-12T07:00", "2026-10-26T08:00"]


def test_excluding_one_hour_of_an_hourly_series_leaves_its_neighbours() -> None:
    found = expand(calendar(series("FREQ=DAILY;BYHOUR=9,10,11;COUNT=3", "EXDATE;TZID=Europe/Berlin:20261012T100000")))
    assert starts(found) == ["2026-10-12T07:00", "2026-10-12T09:00"]


def test_extra_dates_and_extra_periods_are_added() -> None:
    extra = "RDATE;TZID=Europe/Berlin:20261014T090000,20261015T110000"
    period = "RDATE;VALUE=PERIOD:20261016T070000Z/PT3H"
    found = expand(calendar(series("FREQ=WEEKLY;COUNT=1", extra, period)))
    assert starts(found) == ["2026-10-12T07:00", "2026-10-14T07:00", "2026-10-15T09:00", "2026-10-16T07:00"]
    assert found.events[3]["end"]["dateTime"][:16] == "2026-10-16T10:00"


def change(original: str, start: str, *lines: str) -> str:
    return event(f"RECURRENCE-ID{original}", "DURATION:PT1H", *lines, start=f"DTSTART{start}")


def test_a_change_written_in_another_zone_replaces_its_date() -> None:
    moved = change(";TZID=America/New_York:20261019T030000", ";TZID=America/New_York:20261020T040000", "SUMMARY:Moved")
    found = expand(calendar(moved, series("FREQ=WEEKLY;COUNT=2")))
    assert [(each["start"]["dateTime"][:16], each["type"]) for each in found.events] == [
        ("2026-10-12T07:00", "occurrence"),
        ("2026-10-20T08:00", "exception"),
    ]
    assert found.events[1]["originalStart"] == "2026-10-19T07:00:00Z"


def test_a_change_moves_a_date_into_and_out_of_the_window() -> None:
    moved = change(":20261019T070000Z", ":20261214T100000Z")
    data = calendar(series("FREQ=WEEKLY;COUNT=3"), moved)
    december = expand(data, datetime(2026, 12, 1, tzinfo=UTC), END)
    october = expand(data, START, datetime(2026, 11, 1, tzinfo=UTC))
    assert starts(december) == ["2026-12-14T10:00"]
    assert starts(october) == ["2026-10-12T07:00", "2026-10-26T08:00"]


def test_a_change_alone_in_the_file_is_shown() -> None:
    found = expand(calendar(change(":20261019T070000Z", ":20261020T100000Z")))
    assert [(each["type"], each["originalStart"]) for each in found.events] == [("exception", "2026-10-19T07:00:00Z")]
    assert found.events[0]["seriesMasterId"]


def test_an_occurrence_keeps_its_id_when_it_moves() -> None:
    plain = expand(calendar(series("FREQ=WEEKLY;COUNT=3")))
    moved = expand(calendar(series("FREQ=WEEKLY;COUNT=3"), change(":20261019T070000Z", ":20261020T100000Z")))
    assert [each["id"] for each in plain.events] == [each["id"] for each in moved.events]


def test_this_and_all_following_dates_move_together_and_keep_their_identity() -> None:
    onward = change(
        ";RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261019T090000", ";TZID=Europe/Berlin:20261020T143000", "SUMMARY:Later"
    )
    found = expand(calendar(series("FREQ=WEEKLY;COUNT=4", "SUMMARY:Early"), onward))
    assert [(each["start"]["dateTime"][:16], each["subject"]) for each in found.events] == [
        ("2026-10-12T07:00", "Early"),
        ("2026-10-20T12:30", "Later"),
        ("2026-10-27T13:30", "Later"),
        ("2026-11-03T13:30", "Later"),
    ]
    assert [each["originalStart"] for each in found.events][2] == "2026-10-26T08:00:00Z"


def test_a_series_keeps_its_hour_on_the_wall_when_summer_time_ends() -> None:
    found = expand(calendar(series("FREQ=DAILY;COUNT=3", start="DTSTART;TZID=America/New_York:20261031T090000")))
    assert starts(found) == ["2026-10-31T13:00", "2026-11-01T14:00", "2026-11-02T14:00"]


def test_of_the_same_uid_the_highest_sequence_wins_then_the_latest_stamp() -> None:
    old = event("SEQUENCE:1", "DTSTAMP:20261101T000000Z", "SUMMARY:Old")
    new = event("SEQUENCE:2", "DTSTAMP:20261001T000000Z", "SUMMARY:New", start="DTSTART:20261201T100000Z")
    later = event("SEQUENCE:1", "DTSTAMP:20261105T000000Z", "SUMMARY:Later stamp")
    assert [each["subject"] for each in expand(calendar(new, old)).events] == ["New"]
    assert [each["subject"] for each in expand(calendar(later, old)).events] == ["Later stamp"]


def test_a_newer_version_outside_the_window_hides_the_older_one_inside() -> None:
    old = event("SEQUENCE:1")
    new = event("SEQUENCE:2", start="DTSTART:20270601T100000Z")
    assert expand(calendar(old, new)).events == ()


def test_two_different_events_with_one_uid_and_one_age_are_named() -> None:
    found = expand(calendar(event("SUMMARY:A"), event("SUMMARY:B", start="DTSTART:20261201T100000Z")))
    assert [each["subject"] for each in found.events] == ["B"]
    assert "same UID" in found.problems[0].text


# ---- times ----


def test_an_event_over_midnight_or_several_days_belongs_to_every_window_it_touches() -> None:
    data = calendar(event("DTEND:20261126T020000Z"))
    day = expand(data, datetime(2026, 11, 25, tzinfo=UTC), datetime(2026, 11, 26, tzinfo=UTC))
    after = expand(data, datetime(2026, 11, 26, 2, tzinfo=UTC), END)
    assert (len(day.events), day.events[0]["isAllDay"], len(after.events)) == (1, False, 0)


def test_an_event_without_an_end_lasts_no_time_and_a_date_lasts_its_day() -> None:
    assert one()["end"]["dateTime"] == "2026-11-23T13:00:00.0000000"
    assert one(start="DTSTART;VALUE=DATE:20261123")["end"]["dateTime"] == "2026-11-24T00:00:00.0000000"


def test_an_exact_length_is_exact_over_the_change_of_the_clocks() -> None:
    night = one("DURATION:PT4H", start="DTSTART;TZID=Europe/Berlin:20261025T000000")
    assert (night["start"]["dateTime"][:16], night["end"]["dateTime"][:16]) == ("2026-10-24T22:00", "2026-10-25T02:00")


def test_an_end_in_the_hour_that_comes_twice_is_the_one_that_was_written() -> None:
    found = one("DTEND:20261025T013000Z", start="DTSTART;TZID=Europe/Berlin:20261025T013000")
    assert (found["start"]["dateTime"][:16], found["end"]["dateTime"][:16]) == ("2026-10-24T23:30", "2026-10-25T01:30")


def test_an_event_may_start_and_end_in_different_zones() -> None:
    found = one("DTEND;TZID=America/New_York:20261123T120000", start="DTSTART;TZID=Europe/Berlin:20261123T100000")
    assert (found["start"]["dateTime"][:16], found["end"]["dateTime"][:16]) == ("2026-11-23T09:00", "2026-11-23T17:00")
    assert (found["originalStartTimeZone"], found["originalEndTimeZone"]) == ("Europe/Berlin", "America/New_York")


def test_outlooks_all_day_mark_makes_dates_of_local_midnights() -> None:
    found = one(
        "DTEND;TZID=Europe/Berlin:20261124T000000",
        "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
        start="DTSTART;TZID=Europe/Berlin:20261123T000000",
    )
    assert (found["isAllDay"], found["start"]["dateTime"][:16], found["end"]["dateTime"][:16]) == (
        True,
        "2026-11-23T00:00",
        "2026-11-24T00:00",
    )


def test_a_time_without_a_zone_is_read_in_the_calendars_zone_or_as_utc_with_a_word_about_it() -> None:
    named = expand(calendar(event(start="DTSTART:20261123T090000"), head="X-WR-TIMEZONE:America/New_York\r\n"))
    plain = expand(calendar(event(start="DTSTART:20261123T090000")))
    assert (starts(named), named.problems) == (["2026-11-23T14:00"], ())
    assert starts(plain) == ["2026-11-23T09:00"] and "read as UTC" in plain.problems[0].text
    assert named.events[0]["originalStartTimeZone"] is None


def test_zone_names_as_paths_and_display_names_with_colons_are_read() -> None:
    path = one(start="DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Europe/Berlin:20261123T090000")
    shown = one(start="DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna:20261123T090000")
    assert path["start"]["dateTime"] == shown["start"]["dateTime"] == "2026-11-23T08:00:00.0000000"
    assert path["originalStartTimeZone"] == "Europe/Berlin"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["DTEND:20261122T130000Z"], "ends before it starts"),
        (["DTEND:soon"], "not a date"),
        (["DURATION:a while"], "not a duration"),
        (["DURATION:-PT1H"], "negative"),
    ],
)
def test_an_event_with_a_wrong_end_is_shown_and_named(lines: list[str], words: str) -> None:
    found = expand(calendar(event(*lines)))
    assert starts(found) == ["2026-11-23T13:00"]
    assert words in found.problems[0].text


# ---- what an event says ----


@pytest.mark.parametrize(
    ("lines", "key", "value"),
    [
        (["CLASS:PRIVATE"], "sensitivity", "private"),
        (["CLASS:CONFIDENTIAL"], "sensitivity", "confidential"),
        (["CLASS:PUBLIC"], "sensitivity", "normal"),
        (["CLASS:X-SECRET"], "sensitivity", "private"),
        ([], "sensitivity", "normal"),
        (["TRANSP:TRANSPARENT"], "showAs", "free"),
        (["STATUS:TENTATIVE"], "showAs", "tentative"),
        (["X-MICROSOFT-CDO-BUSYSTATUS:OOF"], "showAs", "oof"),
        (["X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE", "TRANSP:TRANSPARENT"], "showAs", "workingElsewhere"),
        (["X-MICROSOFT-CDO-INTENDEDSTATUS:FREE"], "showAs", "free"),
        ([], "showAs", "busy"),
        (["STATUS:CANCELLED"], "isCancelled", True),
        (["SUMMARY:Cancelled: talk"], "isCancelled", False),
        (["ATTACH:https://example.com/a.pdf"], "hasAttachments", True),
        (["PRIORITY:1"], "importance", "high"),
        (["PRIORITY:9"], "importance", "low"),
        (["CATEGORIES:Red\\, dark,Blue"], "categories", ["Red, dark", "Blue"]),
        (["URL:javascript:alert(1)"], "webLink", None),
        (["CREATED:20261001T101112Z"], "createdDateTime", "2026-10-01T10:11:12.0000000Z"),
        (["SUMMARY:a\\;b\\nc\\\\d"], "subject", "a;b\nc\\d"),
        (["X-MICROSOFT-SKYPETEAMSMEETINGURL:http://plain.example.com"], "onlineMeeting", None),
    ],
)
def test_a_property_reaches_the_graph_shape(lines: list[str], key: str, value: object) -> None:
    assert one(*lines)[key] == value


def test_a_file_that_cancels_cancels_everything_in_it() -> None:
    assert one(head="METHOD:CANCEL\r\n")["isCancelled"] is True


@pytest.mark.parametrize(
    ("line", "address", "kind"),
    [
        ("ATTENDEE:MAILTO:Ann@Example.com", "Ann@Example.com", "required"),
        ('ATTENDEE;ROLE=OPT-PARTICIPANT:"mailto:ann@example.com"', "ann@example.com", "optional"),
        ("ATTENDEE:mailto:ann%2Bsales@example.com", "ann+sales@example.com", "required"),
        ("ATTENDEE;CUTYPE=ROOM:mailto:room@example.com", "room@example.com", "resource"),
        ("ATTENDEE;CN=Ann:invalid:nomail", "", "required"),
        ("ATTENDEE;CN=Ann:/O=EXAMPLE/OU=FIRST/CN=ANN", "", "required"),
        ('ATTENDEE;CN="Doe; Ann: the one";EMAIL=ann@example.com:urn:uuid:1', "ann@example.com", "required"),
    ],
)
def test_an_attendee_is_kept_with_the_address_that_can_be_found(line: str, address: str, kind: str) -> None:
    (found,) = one(line)["attendees"]
    assert (found["emailAddress"]["address"], found["type"]) == (address, kind)


def test_a_name_in_quotes_may_hold_colons_and_semicolons() -> None:
    (found,) = one('ATTENDEE;CN="Doe; Ann: the one":mailto:ann@example.com')["attendees"]
    assert found["emailAddress"] == {"name": "Doe; Ann: the one", "address": "ann@example.com"}


def test_my_answer_is_mine_and_an_event_without_organiser_is_my_own() -> None:
    invited = one("ORGANIZER:mailto:ann@example.com", f"ATTENDEE;PARTSTAT=DECLINED:mailto:{ME.upper()}")
    assert (invited["isOrganizer"], invited["responseStatus"]["response"]) == (False, "declined")
    assert (one()["isOrganizer"], one()["organizer"]["emailAddress"]["address"]) == (True, ME)


def test_html_is_the_body_only_where_there_is_no_text() -> None:
    page = "X-ALT-DESC;FMTTYPE=text/html:<html><body>Join <b>here</b></body></html>"
    assert one(page)["body"]["contentType"] == "html"
    assert one(page)["bodyPreview"].split() == ["Join", "here"]
    assert one(page, "DESCRIPTION:Plain")["body"] == {"contentType": "text", "content": "Plain"}


# ---- broken files ----


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \r\n\r\n", "is empty"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
        (b'{"value": []}', "JSON"),
        (b"PK\x03\x04\x14\0\x06\0", "zip"),
        (bytes(range(256)) * 20, "not a calendar"),
        (b"BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n", "not a calendar"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "whole event"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTST", "whole event"),
    ],
)
def test_a_file_that_is_no_calendar_is_refused_in_one_sentence_that_names_it(data: bytes, words: str) -> None:
    with pytest.raises(Refused) as refused:
        read_calendar(data, "mine.ics")
    assert words in refused.value.why and "mine.ics" in refused.value.why and "\n" not in refused.value.why


def test_a_file_over_64_megabytes_is_refused_at_once() -> None:
    with pytest.raises(Refused, match="64 MB"):
        read_calendar(b"x" * (64 * 1024 * 1024 + 1), "mine.ics")


def test_a_calendar_without_events_is_fine() -> None:
    assert expand(calendar()) == Expansion(events=(), problems=())


UMLAUT = event("SUMMARY:Grüße aus Köln", "DTEND:20261123T140000Z")


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + calendar(UMLAUT),
        calendar(UMLAUT).decode().encode("utf-16"),
        calendar(UMLAUT).decode().encode("utf-16-le"),
        calendar(UMLAUT).decode().encode("utf-16-be"),
        calendar(UMLAUT).replace(b"\r\n", b"\n"),
        calendar(UMLAUT).replace(b"\r\n", b"\r"),
        calendar(UMLAUT).replace(b"\r\n", b"\r\r\n"),
        calendar(UMLAUT).replace(b"Gr", b"G\0r"),
        calendar(UMLAUT).replace("ü".encode(), b"\xc3\r\n \xbc"),
        calendar(UMLAUT).replace(b"DTSTART:2026", b"DTSTART:20\r\n 26"),
        calendar(UMLAUT).replace(b"BEGIN:VEVENT", b"begin:vevent").replace(b"DTSTART", b"dtstart"),
        calendar(UMLAUT) + b"\r\n<!-- trailing words -->",
    ],
)
def test_bytes_of_every_make_give_the_same_event(data: bytes) -> None:
    found = expand(data)
    assert [(each["subject"], each["start"]["dateTime"][:16]) for each in found.events] == [
        ("Grüße aus Köln", "2026-11-23T13:00")
    ]
    assert found.problems == ()


def test_western_european_bytes_are_read_and_said() -> None:
    found = expand(calendar(UMLAUT).decode().encode("cp1252"))
    assert found.events[0]["subject"] == "Grüße aus Köln"
    assert "not UTF-8" in found.problems[0].text


def test_a_file_cut_off_in_an_event_gives_the_ones_before_and_names_the_line() -> None:
    data = calendar(event(uid="a"), event("SUMMARY:Long", uid="b"))
    found = expand(data[: data.index(b"SUMMARY:Long")])
    assert len(found.events) == 1
    assert [(each.line, "ends in the middle" in each.text) for each in found.problems] == [(7, True)]


def test_a_missing_end_line_costs_no_event() -> None:
    data = calendar(event(uid="a").replace("END:VEVENT\r\n", ""), event(uid="b"))
    found = expand(data)
    assert len(found.events) == 2
    assert found.problems[0].line == 3 and "END:VEVENT is missing" in found.problems[0].text


BAD = {
    "no start": event(uid="bad", start=""),
    "no date": event(uid="bad", start="DTSTART:tomorrow"),
    "thirty-first of november": event(uid="bad", start="DTSTART:20261131T100000Z"),
    "unknown zone": event(uid="bad", start="DTSTART;TZID=Moon/Base:20261123T100000"),
    "year one": event("RRULE:FREQ=YEARLY", uid="bad", start="DTSTART;TZID=Asia/Tokyo:00010101T000000"),
    "year 9999": event("DURATION:P2D", "RRULE:FREQ=DAILY", uid="bad", start="DTSTART:99991231T230000Z"),
    "garbage rule": event("RRULE:every other day", uid="bad"),
    "unknown frequency": event("RRULE:FREQ=SOMETIMES", uid="bad"),
    "no advance": event("RRULE:FREQ=DAILY;INTERVAL=0", uid="bad"),
    "bad exclusion": event("RRULE:FREQ=DAILY;COUNT=2", "EXDATE:never", uid="bad"),
    "every second": event("RRULE:FREQ=SECONDLY", uid="bad", start="DTSTART:20200101T000000Z"),
    "no such day": event("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", uid="bad", start="DTSTART:20200101T000000Z"),
    "no such second": event("RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", uid="bad", start="DTSTART:20200101T000000Z"),
}


@pytest.mark.parametrize("name", BAD)
def test_one_bad_event_is_named_by_its_line_and_the_others_are_shown(name: str) -> None:
    begun = time.monotonic()
    found = expand(calendar(event(uid="a"), BAD[name], event(uid="c")))
    good = [each["iCalUId"] for each in found.events if each["iCalUId"] != "bad"]
    assert good == ["a", "c"]
    assert time.monotonic() - begun < 4
    assert [each.line in range(7, 13) for each in found.problems] == [True], found.problems


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;COUNT=999999999", "FREQ=DAILY;UNTIL=99991231T235959Z", "FREQ=DAILY;UNTIL=99991231", "FREQ=DAILY"]
)
def test_a_series_without_an_end_in_sight_fills_the_window_and_no_more(rule: str) -> None:
    found = expand(calendar(event(f"RRULE:{rule}")), datetime(2026, 12, 1, tzinfo=UTC), datetime(2026, 12, 8, tzinfo=UTC))
    assert len(found.events) == 7


def test_many_endless_series_together_stay_within_the_time() -> None:
    endless = [event("RRULE:FREQ=SECONDLY", uid=f"bad{at}", start="DTSTART:20100101T000000Z") for at in range(40)]
    begun = time.monotonic()
    found = expand(calendar(*endless, event(uid="good")))
    assert time.monotonic() - begun < 8
    assert [each["iCalUId"] for each in found.events] == ["good"]
    assert found.problems


def test_a_missing_uid_gets_one_that_stays_the_same() -> None:
    data = calendar(event("SUMMARY:A", uid=None), event("SUMMARY:B", uid=None))
    first, again = expand(data), expand(data)
    assert len({each["iCalUId"] for each in first.events}) == 2
    assert first.events == again.events


def test_lines_that_are_no_properties_cost_nothing() -> None:
    assert one("", ":", ";;;", "NO COLON", "X-BROKEN;=:1", "ATTENDEE", "SUMMARY:Kept")["subject"] == "Kept"


def test_200_000_events_are_read_within_the_bound() -> None:
    body = "".join(
        f"BEGIN:VEVENT\r\nUID:{at}\r\nDTSTART:20{20 + at % 20}{1 + at % 12:02}{1 + at % 28:02}T090000Z\r\nEND:VEVENT\r\n"
        for at in range(200_000)
    )
    data = f"BEGIN:VCALENDAR\r\n{body}END:VCALENDAR\r\n".encode()
    begun = time.process_time()
    found = expand(data, datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC))
    assert time.process_time() - begun < 8
    assert found.events or found.problems


# ---- the deadline ----


def test_work_that_never_ends_is_stopped() -> None:
    begun = time.monotonic()
    with pytest.raises(OutOfTime), deadline(0.1):
        while True:
            pass
    assert time.monotonic() - begun < 3


def test_work_that_ends_in_time_is_left_alone_afterwards() -> None:
    with deadline(0.05):
        done = sum(range(10))
    until = time.monotonic() + 0.15
    while time.monotonic() < until:
        done += 1
    assert done > 45


def test_each_thread_has_its_own_deadline() -> None:
    stopped: list[str] = []

    def spin() -> None:
        try:
            with deadline(0.1):
                while True:
                    pass
        except OutOfTime:
            stopped.append("other")

    other = threading.Thread(target=spin)
    other.start()
    with deadline(5):
        other.join(4)
    assert stopped == ["other"]


def test_a_deadline_that_strikes_at_the_very_end_leaves_nothing_behind() -> None:
    ended = stopped = 0
    for _ in range(300):
        try:
            with deadline(0.001):
                until = time.monotonic() + 0.001
                while time.monotonic() < until:
                    pass
            ended += 1
        except OutOfTime:
            stopped += 1
    assert ended + stopped == 300


def test_time_in_which_a_thread_did_not_run_is_not_held_against_it() -> None:
    """A busy machine is like a pause: a file that takes little of the processor is read."""
    with deadline(0.2):
        threading.Event().wait(0.4)
        done = sum(range(10))
    assert done == 45
