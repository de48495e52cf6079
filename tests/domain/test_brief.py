"""A brief says what the calendar says, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sidecar.domain.briefs.brief import Brief, compose
from sidecar.domain.meetings.attending import Facts
from sidecar.domain.meetings.checklist import CheckItem
from sidecar.domain.meetings.client import Corrections, judge
from sidecar.domain.meetings.meeting import Attendee, Joining
from sidecar.domain.places.evidence import Evidence
from sidecar.words import Words
from tests.domain.sample_meeting import AIKO, LONDON, MARIA, MEETING, OURS, PRIYA, ROOM, SAM, START, another, brief_of

WEEK = timedelta(days=7)
HOUR = timedelta(hours=1)
IDS = ["join_link", "dial_in", "lobby", "devices", "screen_share", "attachments", "access", "recording", "back_to_back", "plan_b"]


def _item(brief: Brief, name: str) -> CheckItem:
    return next(item for item in brief.checklist if item.id == name)


def _kinds(brief: Brief) -> list[str]:
    return [warning.kind for warning in brief.warnings]


def test_clients_come_first_and_rooms_last() -> None:
    brief = brief_of()
    assert [person.side for person in brief.people] == ["client", "client", "ours", "ours", "room"]
    assert brief.people[0].organisation == "northwindtraders.com"
    assert brief.client_name == "northwindtraders.com"
    assert all(person.role is None for person in brief.people)


def test_everybody_beyond_eight_is_counted_without_rooms() -> None:
    crowd = tuple(Attendee(address=f"p{n}@northwindtraders.com", name=f"Person {n}") for n in range(219))
    brief = brief_of(replace(MEETING, attendees=(SAM, ROOM, *crowd)))
    assert brief.people_more == 212


def test_no_clock_is_guessed_where_the_event_is_silent() -> None:
    brief = brief_of()
    clients = [person for person in brief.people if person.side == "client"]
    assert all(person.clock and person.clock.certainty == "unknown" and person.clock.local is None for person in clients)
    colleague = next(person for person in brief.people if person.address == PRIYA.address)
    assert colleague.clock and colleague.clock.certainty == "unknown"
    assert "unknown_zone" in _kinds(brief)


def test_the_zone_somebody_plans_their_own_meeting_in_is_theirs() -> None:
    brief = brief_of(replace(MEETING, organizer=MARIA, is_organizer=False, zone="America/New_York"))
    maria = brief.people[0]
    assert maria.address == MARIA.address and maria.response == "organizer" and maria.clock is not None
    assert (maria.clock.local, maria.clock.utc_offset, maria.clock.certainty) == ("2026-11-23T09:00", "-05:00", "stated")
    assert next(reason.key for reason in maria.clock.because) == "where-organiser-zone"
    assert maria.clock.country is None


@pytest.mark.parametrize("zone", ["UTC", "Etc/GMT+5", None])
def test_a_zone_that_names_no_place_is_no_evidence(zone: str | None) -> None:
    brief = brief_of(replace(MEETING, organizer=MARIA, is_organizer=False, zone=zone))
    assert brief.people[0].clock is not None and brief.people[0].clock.certainty == "unknown"


def test_what_the_person_said_wins_over_the_event() -> None:
    said = Corrections(zones={MARIA.address: "Asia/Tokyo"})
    brief = brief_of(replace(MEETING, organizer=MARIA, is_organizer=False, zone="America/New_York"), corrections=said)
    clock = brief.people[0].clock
    assert clock is not None
    assert (clock.local, clock.certainty, clock.day_shift) == ("2026-11-23T23:00", "stated", 0)


def test_a_clock_knows_that_there_it_is_already_tomorrow() -> None:
    said = Corrections(zones={MARIA.address: "Pacific/Auckland"})
    clock = brief_of(corrections=said).people[0].clock
    assert clock is not None and clock.day_shift == 1


def test_the_checklist_always_has_every_item_in_order() -> None:
    assert [item.id for item in brief_of().checklist] == IDS
    assert [item.id for item in brief_of(replace(MEETING, joining=Joining())).checklist] == IDS


def test_a_meeting_with_link_and_number_needs_no_plan_b() -> None:
    brief = brief_of()
    assert [_item(brief, name).state for name in ("join_link", "dial_in", "plan_b", "back_to_back", "attachments")] == ["ok"] * 5
    assert "no_join_link" not in _kinds(brief)


def test_no_way_in_is_a_problem() -> None:
    brief = brief_of(replace(MEETING, joining=Joining()))
    assert _item(brief, "join_link").state == "problem"
    assert "no_join_link" in _kinds(brief)


def test_a_place_or_a_phone_number_is_a_way_in() -> None:
    assert "no_join_link" not in _kinds(brief_of(replace(MEETING, joining=Joining(), location="12 High Street, Leeds")))
    by_phone = brief_of(replace(MEETING, joining=Joining(provider="phone", dial_in="+44 20 7946 0123")))
    assert "no_join_link" not in _kinds(by_phone) and _item(by_phone, "join_link").state == "ok"


def test_their_lobby_is_something_to_think_of_and_ours_is_unknown() -> None:
    assert _item(brief_of(), "lobby").state == "unknown"
    assert _item(brief_of(replace(MEETING, organizer=MARIA, is_organizer=False)), "lobby").state == "todo"


@pytest.mark.parametrize(
    ("minutes_before", "state"), [(60, "todo"), (64, "todo"), (65, "ok"), (90, "ok"), (30, "problem"), (-90, "ok")]
)
def test_back_to_back_means_less_than_five_minutes(minutes_before: int, state: str) -> None:
    other = another("other", START - timedelta(minutes=minutes_before))
    brief = brief_of(day=(other,))
    assert _item(brief, "back_to_back").state == state
    assert ("back_to_back" in _kinds(brief)) == (state != "ok")


def test_meetings_nobody_sits_in_do_not_clash() -> None:
    before = START - HOUR
    idle = (
        another("a", before, is_cancelled=True),
        another("b", before, show_as="free"),
        another("c", before, my_response="declined"),
        another("d", before - 10 * HOUR, 24 * HOUR, is_all_day=True),
        MEETING,
    )
    assert _item(brief_of(day=idle), "back_to_back").state == "ok"


def test_a_clash_never_names_the_other_meeting() -> None:
    private = another("a", START - HOUR, is_private=True, subject="Doctor")
    brief = brief_of(day=(private,))
    assert "Doctor" not in repr((brief.checklist, brief.warnings))
    assert _item(brief, "back_to_back").args == {"clock": "14:00"}


def test_clients_who_decline_are_named() -> None:
    declined = replace(MARIA, response="declined")
    brief = brief_of(replace(MEETING, attendees=(SAM, declined, AIKO)))
    warning = next(one for one in brief.warnings if one.kind == "declined")
    assert warning.args == {"who": "Maria Silva", "count": "1"}


def test_the_first_meeting_is_known_as_such() -> None:
    assert brief_of().is_first and brief_of().findings == ()
    assert not brief_of(earlier=(another("old", START - WEEK),)).is_first


def test_meetings_that_never_took_place_are_no_last_time() -> None:
    unreal = (
        another("a", START - WEEK, is_cancelled=True),
        another("b", START - WEEK, my_response="declined"),
        another("c", START - WEEK, is_private=True),
        another("d", START + WEEK),
    )
    assert brief_of(earlier=unreal).is_first


def test_last_time_quotes_only_what_stands_under_a_heading_for_notes() -> None:
    body = "Hello all,\nwe look at the roll-out.\n\nAgreed:\n- Sam sends the plan\n2. Maria names a contact\n\nJoin: https://x.example"
    finding = brief_of(earlier=(another("old", START - WEEK, body=body),)).findings[0]
    assert finding.lines == ("Sam sends the plan", "Maria names a contact")
    assert finding.text == "You last met on Mon 16 Nov and noted: Sam sends the plan; Maria names a contact"
    assert all(line in body for line in finding.sources[0].quote.splitlines())
    assert (finding.certainty, finding.sources[0].seen_at, finding.sources[0].url) == ("stated", START - WEEK, None)


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("Vereinbart: Sam schickt den Plan", ("Sam schickt den Plan",)),
        ("Nächste Schritte\n• Plan schicken\n• Termin suchen", ("Plan schicken", "Termin suchen")),
        ("We agreed to meet again.", ()),
        ("Agreed:\nhttps://teams.microsoft.com/l/x\nMeeting ID: 1", ()),
        ("Agenda:\n- one\n- two", ()),
        ("Notes:\n- a\n- b\n- c\n- d\n- e", ("a", "b", "c", "d")),
    ],
)
def test_notes_are_found_in_both_languages_and_never_made_up(body: str, lines: tuple[str, ...]) -> None:
    finding = brief_of(earlier=(another("old", START - WEEK, body=body),)).findings[0]
    assert finding.lines == lines


def test_standing_text_of_a_series_is_not_taken_for_last_times_notes() -> None:
    body = "Notes: please join on time\nActions:\n- bring questions"
    brief = brief_of(replace(MEETING, body=body), earlier=(another("old", START - WEEK, body=body),))
    assert brief.findings[0].lines == ()


def test_at_free_mail_the_client_is_the_person() -> None:
    jo = Attendee(address="jo.berg@gmail.com", name="Jo Berg")
    brief = brief_of(replace(MEETING, attendees=(SAM, jo)))
    assert (brief.client_name, brief.client_domain) == ("Jo Berg", "jo.berg@gmail.com")


def test_hostile_notes_are_read_in_no_time() -> None:
    body = "Agreed" + " :-*" * 200_000 + "\n" + "- " * 100_000
    brief = brief_of(earlier=(another("old", START - WEEK, body=body),))
    assert len("".join(brief.findings[0].lines)) < 1000


def _holiday_warnings(local_noon_utc: datetime, *evidence: Evidence) -> list[str]:
    meeting = replace(MEETING, start_at=local_noon_utc, end_at=local_noon_utc + HOUR)
    said = Corrections()
    verdict = judge(meeting, OURS, said, meeting.start_at - HOUR, LONDON.zone)
    facts = {MARIA.address: Facts(evidence=evidence)}
    brief = compose(meeting, verdict, OURS, said, LONDON, earlier=(), day=(), facts=facts)
    words = Words("en")
    return [words.say(one.key, **one.args) for one in brief.warnings if one.kind == "holiday"]


EPIPHANY = datetime(2027, 1, 6, 9, tzinfo=UTC)


def test_a_holiday_of_the_region_that_a_signature_names_is_a_warning_and_no_other_regions_is() -> None:
    munich = (Evidence(kind="city", value="Leopoldstr. 5, 80802 München"), Evidence(kind="phone", value="+49 89 1234567"))
    hamburg = (Evidence(kind="city", value="20095 Hamburg"), Evidence(kind="phone", value="+49 40 1234567"))
    assert _holiday_warnings(EPIPHANY, *munich) == ["Maria Silva: Epiphany there"]
    assert _holiday_warnings(EPIPHANY, *hamburg) == []
    assert _holiday_warnings(EPIPHANY, Evidence(kind="country", value="DE")) == []


@pytest.mark.parametrize(
    ("country", "start_at", "text"),
    [
        ("GB", datetime(2027, 3, 29, 9, tzinfo=UTC), "Easter Monday in 3 of 4 regions (all but Scotland)"),
        ("CH", datetime(2027, 3, 26, 9, tzinfo=UTC), "Good Friday in 23 of 26 regions"),
        ("DE", datetime(2028, 10, 31, 9, tzinfo=UTC), "Reformation Day in 9 of 16 regions"),
    ],
)
def test_a_holiday_of_most_regions_is_a_warning_that_says_in_how_many(country: str, start_at: datetime, text: str) -> None:
    (told,) = _holiday_warnings(start_at, Evidence(kind="country", value=country))
    assert text in told
