"""A place stands beside the link, and “in person” where the invitation says it; a service's name is no place."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from sidecar.domain.briefs.booking import lunch_said
from sidecar.domain.cards import card
from sidecar.domain.meetings.meeting import Joining
from sidecar.domain.meetings.meeting_place import place_of, says_in_person
from sidecar.words import Words
from tests.card_text import text_of
from tests.domain.sample_meeting import LONDON, MEETING, brief_of


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("1 Aldermanbury Square, London", "1 Aldermanbury Square, London"), ("Room 4; Microsoft Teams Meeting", "Room 4"),
        ("Microsoft Teams-Besprechung", ""), ("https://example.com/x", ""), ("Zoom", ""), ("Online", ""),
        ("+44 20 7946 0000", ""),
        ("", ""), (None, ""), ("-", ""), ("Virtuell", ""), ("TBD", ""), ("Zoomweg 3, Bonn", "Zoomweg 3, Bonn"),
    ],
)  # fmt: skip
def test_only_a_place_is_a_place(location: str | None, place: str) -> None:
    assert place_of(replace(MEETING, location=location)) == place


@pytest.mark.parametrize("body", ["In person + https://x.example", "Agenda\n- Vor Ort", "Format: présentiel", "Presencial"])
def test_in_person_is_read_at_the_head_of_a_line(body: str) -> None:
    assert says_in_person(body)


@pytest.mark.parametrize("body", ["", "In person or online", "We cannot meet in person", "In person?", "Vor Ort oder remote"])
def test_what_leaves_it_open_says_nothing(body: str) -> None:
    assert not says_in_person(body)


def test_the_card_names_the_place_and_the_link() -> None:
    plain = replace(MEETING, location="1 Aldermanbury Square, London", joining=Joining(provider="teams", url=MEETING.joining.url))
    made = text_of(card.pre_call_card(brief_of(plain), Words("en"), LONDON))
    assert "At 1 Aldermanbury Square, London · On Teams" in made
    told = replace(plain, body="In person + Teams")
    assert "In person: 1 Aldermanbury Square, London · On Teams" in text_of(
        card.pre_call_card(brief_of(told), Words("en"), LONDON)
    )
    assert "At " not in text_of(
        card.pre_call_card(brief_of(replace(plain, location="Microsoft Teams Meeting")), Words("en"), LONDON)
    )


def test_lunch_speaks_of_most_only_where_it_is_noon_for_most() -> None:
    long = replace(
        MEETING, start_at=MEETING.start_at.replace(hour=10), end_at=MEETING.start_at.replace(hour=10) + timedelta(hours=5)
    )
    said = lunch_said(brief_of(long), Words("en"), LONDON)
    assert said is not None and "noon for one of the 4 of you" in said
    alone = replace(long, attendees=(MEETING.attendees[0],))
    assert "noon for most of you" in (lunch_said(brief_of(alone), Words("en"), LONDON) or "")
