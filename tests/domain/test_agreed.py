"""What changed since a meeting was accepted: one line in the reader's language, and nothing of somebody who was erased."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sidecar.domain.apps.erasure import Whom, without
from sidecar.domain.meetings.agreed import agreed_from, agreed_of, changed_since, is_newly_accepted
from sidecar.domain.meetings.meeting import Attendee, Meeting, MeetingId
from sidecar.words import Words

TWO = datetime(2026, 11, 23, 13, tzinfo=UTC)
ANN, BEN, CAT = (Attendee(address=f"{name}@client.example", name=f"{name.title()} Dow") for name in ("ann", "ben", "cat"))
MEETING = Meeting(
    id=MeetingId("m"), event_id="", uid="", series_id=None, occurrence=TWO, subject="Review", start_at=TWO,
    end_at=TWO + timedelta(hours=1), organizer=ANN, attendees=(ANN, BEN), location="Room 4", my_response="accepted",
)  # fmt: skip


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ({}, ""),
        ({"body": "Agenda", "subject": "Other"}, ""),
        ({"location": "ROOM 4"}, ""),
        ({"attendees": (BEN, ANN)}, ""),
        ({"location": None}, "Seit Ihrer Zusage: kein Ort mehr genannt"),
        ({"end_at": TWO + timedelta(minutes=30)}, "Seit Ihrer Zusage: 30 statt 60 Minuten"),
        ({"attendees": (ANN, CAT)}, "Seit Ihrer Zusage: Cat Dow kam dazu, Ben Dow nicht mehr eingeladen"),
        ({"organizer": BEN, "attendees": (ANN, BEN)}, "Seit Ihrer Zusage: jetzt lädt Ben Dow ein"),
    ],
)
def test_only_time_length_place_and_people_count_as_changed(now: dict[str, object], told: str) -> None:
    meeting = replace(MEETING, **now)  # type: ignore[arg-type]
    assert changed_since(agreed_from(agreed_of(MEETING).as_json()), meeting, "Europe/Berlin", Words("de")) == told


def test_many_who_came_are_two_names_and_a_number() -> None:
    crowd = tuple(Attendee(address=f"{one}@client.example", name=f"Guest {one}") for one in range(9))
    told = changed_since(agreed_of(MEETING), replace(MEETING, attendees=(ANN, BEN, *crowd)), "Europe/Berlin", Words("en"))
    assert told == "Since you accepted: Guest 0, Guest 1 +7 added"


def test_an_answer_counts_when_it_is_given_and_not_for_ones_own_meetings() -> None:
    assert is_newly_accepted(MEETING, None) and is_newly_accepted(MEETING, replace(MEETING, my_response="none"))
    assert not is_newly_accepted(MEETING, MEETING)
    assert not is_newly_accepted(replace(MEETING, my_response="tentative"), None)
    assert not is_newly_accepted(replace(MEETING, is_organizer=True), None)


@pytest.mark.parametrize("who", [ANN, BEN], ids=["organiser", "guest"])
def test_whoever_is_erased_leaves_nothing_in_what_was_accepted_and_it_still_can_be_read(who: Attendee) -> None:
    left = without(agreed_of(MEETING).as_json(), Whom(who.address, names=frozenset({who.name})))
    assert who.address not in str(left) and who.name not in str(left)
    gone = replace(MEETING, organizer=None if who is ANN else ANN, attendees=tuple(one for one in (ANN, BEN) if one is not who))
    assert changed_since(agreed_from(left), gone, "Europe/Berlin", Words("en")) == ""
