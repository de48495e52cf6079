"""A booking is warned of only where our side chose the hour, and the way out is offered with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sidecar.domain.briefs.booking import badly_booked, booking_of, lunch_of
from sidecar.domain.cards import card
from sidecar.domain.cards.booking_card import booking_card, proposal_card
from sidecar.domain.meetings.client import Corrections
from sidecar.domain.meetings.meeting import Meeting
from sidecar.words import Words
from tests.card_text import text_of
from tests.domain.sample_meeting import LONDON, MARIA, MEETING, SAM, another, brief_of

TOKYO = Corrections(zones={MARIA.address: "Asia/Tokyo"})
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
ALONE = replace(MEETING, attendees=(SAM, MARIA))


def _at(hour: int, hours: int = 1) -> Meeting:
    start_at = datetime(2026, 11, 25, hour, tzinfo=UTC)
    return replace(ALONE, start_at=start_at, end_at=start_at + timedelta(hours=hours), occurrence=start_at)


def test_night_in_tokyo_is_said_and_the_same_hour_chosen_by_tokyo_is_not() -> None:
    at_night = _at(15)
    found = badly_booked(brief_of(at_night, corrections=TOKYO), LONDON)
    assert found is not None and found.args["clock"] == "00:00" and found.args["state"] == "night"
    theirs = replace(at_night, organizer=MARIA, is_organizer=False)
    assert badly_booked(brief_of(theirs, corrections=TOKYO), LONDON) is None


def test_an_hour_that_is_good_for_both_or_not_known_of_the_other_is_not_complained_about() -> None:
    assert badly_booked(brief_of(_at(8), corrections=Corrections(zones={MARIA.address: "Europe/Berlin"})), LONDON) is None
    assert badly_booked(brief_of(_at(3)), LONDON) is None


def test_three_better_times_keep_out_of_the_readers_other_meetings() -> None:
    brief = brief_of(_at(15), corrections=TOKYO)
    first = booking_of(brief, LONDON, [], [], NOW)
    assert first is not None and len(first.slots) == 3
    taken = [another(f"busy-{n}", one.start_at) for n, one in enumerate(first.slots)]
    second = booking_of(brief, LONDON, taken, [], NOW)
    assert second is not None
    for one in second.slots:
        assert all(one.start_at >= busy.end_at or one.end_at <= busy.start_at for busy in taken)


def test_who_had_the_hard_hour_last_time_is_named() -> None:
    brief = brief_of(_at(15), corrections=TOKYO)
    before = another("before", datetime(2026, 11, 18, 16, tzinfo=UTC))
    found = booking_of(brief, LONDON, [], [before], NOW)
    assert found is not None and found.last_time == ("Maria Silva",)
    assert "Last time it was hard for Maria Silva" in text_of(booking_card(brief, found, Words("en"), LONDON))


def test_a_proposal_names_both_clocks_and_sends_nothing_by_itself() -> None:
    brief = brief_of(_at(15), corrections=TOKYO)
    made = proposal_card(brief, datetime(2026, 11, 25, 8, tzinfo=UTC), Words("en"), LONDON)
    said = text_of(made)
    assert "17:00 (Tokyo, UTC+9)" in said and "08:00 (London)" in said and "Nothing was sent" in said
    opened = [one for one in made["actions"] if one["type"] == "Action.OpenUrl"]
    assert opened[0]["url"].startswith("https://teams.microsoft.com/l/meeting/new?")


def test_a_proposal_to_somebody_whose_clock_is_not_known_says_the_time_once() -> None:
    unknown = replace(_at(15), attendees=(replace(MARIA, address="maria@contoso.example"),))
    made = proposal_card(brief_of(unknown), datetime(2026, 11, 25, 8, tzinfo=UTC), Words("en"), LONDON)
    assert text_of(made).count("08:00") == 1


def test_lunch_in_a_long_session_stands_where_most_have_noon() -> None:
    brief = brief_of(_at(9, hours=5), corrections=Corrections(zones={MARIA.address: "Europe/London"}))
    found = lunch_of(brief, LONDON)
    assert found is not None and found[0] == datetime(2026, 11, 25, 12, tzinfo=UTC)
    assert "A lunch break fits at 12:00" in text_of(card.pre_call_card(brief, Words("en"), LONDON))
    assert lunch_of(brief_of(_at(9), corrections=TOKYO), LONDON) is None
