"""Who is in the room is told from invitations and joins alone; whoever cannot be told apart is unknown; nobody is weighed."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from sidecar.domain.briefs.brief import PersonLine
from sidecar.domain.calls.room import (
    DONTS,
    DOS,
    LATE_AFTER,
    NEEDS,
    Seat,
    Seen,
    hinted_people,
    is_large,
    presences,
    role_from_title,
    round_of,
)
from sidecar.domain.cards.panel import NOTE_KINDS, ROLE_QUESTIONS, Noted, after, talking_points
from sidecar.domain.transcripts.recap_findings import RoleHint
from sidecar.words import LANGUAGES, Words
from tests.domain.sample_meeting import brief_of

START = datetime(2026, 11, 23, 14, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
TOM, AIKO, RAFAEL = "tom@fabrikam.com", "aiko@northwindtraders.com", "rafael@northwindtraders.com"


def person(address: str, side: str = "client", response: str = "none", name: str = "") -> PersonLine:
    organisation = address.partition("@")[2]
    return PersonLine(address=address, name=name or address, side=side, organisation=organisation, response=response)  # type: ignore[arg-type]


US = person(TOM, "ours")
BOTH = [person(AIKO), person(RAFAEL), US]


def came(address: str, at: float, kind: str = "join") -> Seen:
    return Seen(kind=kind, at=START + at * MINUTE, address=address)  # type: ignore[arg-type]


def guest(at: float, kind: str = "join") -> Seen:
    return Seen(kind=kind, at=START + at * MINUTE, is_guest=True)  # type: ignore[arg-type]


def stranger(at: float) -> Seen:
    return Seen(kind="join", at=START + at * MINUTE)


def rooms(people: list[PersonLine], *seen: Seen, at: float = 30) -> dict[str, str]:
    found = presences(people, seen, start_at=START, now=START + at * MINUTE, known=frozenset({TOM}))
    return {address: seat.presence for address, seat in found.items()}


def test_practice_48_the_room_sheet_says_present_late_left_and_missing_from_joins_alone() -> None:
    assert rooms([US], came(TOM, 1)) == {TOM: "here"}
    assert rooms([US], came(TOM, 6)) == {TOM: "late"}
    assert rooms([US], came(TOM, 1), came(TOM, 20, "leave")) == {TOM: "left"}
    assert rooms([US], came(TOM, 1), came(TOM, 20, "leave"), came(TOM, 21)) == {TOM: "here"}
    assert rooms([US], came("", 0, "start")) == {TOM: "missing"}
    assert rooms([US], came("", 0, "start"), at=4) == {TOM: "unknown"}
    told = {one.name for one in fields(Seen)} | {one.name for one in fields(Seat)}
    assert told == {"kind", "at", "address", "is_guest", "presence", "since"}, (
        "nothing heard, seen or weighed goes in or comes out"
    )


def test_where_nothing_is_told_of_a_call_everybody_is_unknown() -> None:
    assert rooms(BOTH) == {AIKO: "unknown", RAFAEL: "unknown", TOM: "unknown"}


def test_a_guest_without_an_id_is_somebody_only_where_that_is_sure() -> None:
    assert rooms([person(AIKO), US], guest(1), came(TOM, 0)) == {AIKO: "here", TOM: "here"}
    assert rooms([person(AIKO), US], guest(9), came(TOM, 0))[AIKO] == "late"
    assert rooms([person(AIKO), US], guest(1), guest(2), came(TOM, 0))[AIKO] == "unknown"
    assert rooms([person(AIKO), US], stranger(1), came(TOM, 0))[AIKO] == "unknown"
    assert rooms([person(AIKO, response="declined"), US], guest(1), came(TOM, 0))[AIKO] == "unknown"
    two = rooms(BOTH, guest(1), came(TOM, 0))
    assert (two[AIKO], two[RAFAEL]) == ("unknown", "unknown")
    assert rooms([person("bob@fabrikam.com", "ours"), US], guest(1), came(TOM, 0))["bob@fabrikam.com"] == "unknown"


def test_whoever_was_invited_is_missing_for_sure_where_no_stranger_came_at_all() -> None:
    assert rooms(BOTH, came(TOM, 0)) == {AIKO: "missing", RAFAEL: "missing", TOM: "here"}


def test_after_the_end_nobody_is_there_until_it_begins_again() -> None:
    assert rooms([US], came(TOM, 0), came("", 20, "end")) == {TOM: "left"}
    assert rooms([US], came(TOM, 0), came("", 20, "end"), came("", 22, "start"), came(TOM, 23)) == {TOM: "here"}


def test_events_in_any_order_and_twice_come_to_the_same() -> None:
    told = (came("", 0, "start"), came(TOM, 1), guest(2), came(TOM, 10, "leave"), came(TOM, 12))
    expected = rooms([person(AIKO), US], *told)
    assert expected == {AIKO: "here", TOM: "here"}
    assert all(rooms([person(AIKO), US], *order) == expected for order in permutations(told))
    assert rooms([US], came(TOM, 1), came(TOM, 1)) == {TOM: "here"}


def test_what_is_told_of_an_hour_ago_or_of_the_future_is_not_of_this_call() -> None:
    assert rooms([US], came(TOM, -61)) == {TOM: "unknown"}
    assert rooms([US], came(TOM, 40)) == {TOM: "unknown"}
    assert rooms([US], came(TOM, -10)) == {TOM: "here"}, "the early door"


def test_practice_31_from_eight_people_a_call_has_rules_a_round_and_words_for_hands() -> None:
    many = [person(f"p{n}@northwindtraders.com") for n in range(7)]
    assert not is_large(many)
    assert is_large([*many, US])
    assert not is_large([*many, person("no@northwindtraders.com", response="declined"), person("room@x.example", "room")])
    for language in LANGUAGES:
        words = Words(language)
        said = [words.say(key) for key in (*DOS, *DONTS, "room-hands")]
        assert len(set(said)) == len(DOS) + len(DONTS) + 1 and len(DOS) >= 5 and len(DONTS) >= 5
    waiting = round_of([*many, US], {}, frozenset({many[0].address, many[3].address}))
    assert waiting == [one.address for one in many if one not in (many[0], many[3])]


def test_the_round_goes_in_the_order_in_which_they_came_and_calls_on_nobody_who_is_away() -> None:
    people = [person(f"p{n}@x.example") for n in range(5)]
    seats = {
        people[0].address: Seat(presence="here", since=START + 4 * MINUTE),
        people[1].address: Seat(presence="left", since=START + 4 * MINUTE),
        people[2].address: Seat(presence="here", since=START),
        people[3].address: Seat(presence="missing"),
    }
    assert round_of([*people, US], seats, frozenset()) == [people[n].address for n in (2, 0, 4)]


@pytest.mark.parametrize(
    ("title", "is_deciding"),
    [
        ("CFO", True), ("Head of Procurement", True), ("Managing Director", True), ("Geschäftsführerin", True),
        ("Bereichsleiter Einkauf", True), ("VP Sales", True), ("Assistant to the CEO", False), ("Engineer", False),
        ("Art Director", False), ("Assistenz der Geschäftsführung", False), ("Office of the President", False), ("", False),
        (None, False),
    ],
)  # fmt: skip
def test_practice_49_a_part_in_decisions_is_suggested_from_a_title_and_says_what_it_needs(
    title: str | None, is_deciding: bool
) -> None:
    assert role_from_title(title) == ("decision_maker" if is_deciding else None)
    for language in LANGUAGES:
        assert len({Words(language).say(key) for key in NEEDS.values()}) == 3
        assert "Budget" in Words(language).say("room-needs-to-decide", what="Budget")


def test_practice_54_one_question_for_each_part_about_how_things_are_inside_their_organisation() -> None:
    assert set(ROLE_QUESTIONS) == {"decision_maker", "skeptic", "trailblazer"}
    for language in LANGUAGES:
        said = [Words(language).say(key) for key in ROLE_QUESTIONS.values()]
        assert len(set(said)) == 3 and all(re.search(r"[?？]\W*$", one) for one in said)
        for role, key in ROLE_QUESTIONS.items():
            points = talking_points(replace(person(AIKO), role=role), None, Words(language), "Europe/London")  # type: ignore[arg-type]
            assert Words(language).say(key) in [one.text for one in points]


def test_practice_55_an_idea_parked_in_the_call_is_carried_into_what_comes_after() -> None:
    assert set(NOTE_KINDS) == {"note", "parked", "promise", "concern", "decision"}
    idea = Noted(id="1", kind="parked", said="a pilot in Leeds", who="Aiko")
    found = after(brief_of(), [idea], (), None, Words("en"), "over")
    assert [(one.kind, "a pilot in Leeds" in one.text) for one in found] == [("parked", True)]


def test_a_hint_from_a_transcript_is_somebodys_only_where_one_alone_bears_the_name() -> None:
    hint = RoleHint(who="Silva, Maria (Northwind)", role="skeptic", because=("I doubt the date.",))
    maria = person(AIKO, name="Maria Silva")
    assert hinted_people([hint], [maria, US]) == [(AIKO, hint)]
    assert hinted_people([hint], [maria, person(RAFAEL, name="maria silva")]) == []
    assert hinted_people([hint], [person(TOM, "ours", name="Maria Silva")]) == []
    assert hinted_people([replace(hint, because=())], [maria]) == []
    assert hinted_people([replace(hint, who="")], [person(AIKO, name="")]) == []
    assert LATE_AFTER == 5 * MINUTE
