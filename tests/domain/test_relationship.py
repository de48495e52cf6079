"""When it is said that one is losing touch, and when it is not."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from sidecar.domain.calls.openers import Material, openers
from sidecar.domain.cards.command import read_command
from sidecar.domain.cards.relationship_lines import Reach, detail_of, list_nudge, nudge_of, said
from sidecar.domain.meetings.meeting import Attendee, Meeting, MeetingId
from sidecar.domain.relationships.contact import REAL, Contact, called
from sidecar.domain.relationships.habits import EXPERIENCE_EVERY, IDEA_EVERY, Colleagues, Told, idea_for
from sidecar.domain.relationships.relationship import (
    A_DAY,
    AFTER_CONTACT,
    Gap,
    Hint,
    Relation,
    chosen,
    due_for,
    limits_of,
    rhythm,
    silent_for,
    state_of,
    still_holds,
    tally_of,
    verdict_of,
    who_slips,
)
from sidecar.domain.relationships.visits import Trip, Visiting, city_in, trips_in, visit_for
from sidecar.words import LANGUAGES, Words
from tests.domain.three_years import Person, simulate

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
EN = Words("en")


def contact(days_ago: float, kind: Any = "mail_personal_in", **more: Any) -> Contact:
    return Contact(id=f"{kind}{days_ago}", client="woodgrove.com", kind=kind, at=NOW - timedelta(days=days_ago), **more)


def relation(*contacts: Contact, **more: Any) -> Relation:
    return Relation(client="woodgrove.com", tally=tally_of(contacts, NOW), **more)


def hint(*contacts: Contact, today: date = TODAY, **more: Any) -> Hint | None:
    return due_for(relation(*contacts, **more), today)


def test_practice_26_who_was_not_reached_within_the_limit_is_named_and_nobody_before() -> None:
    assert hint(contact(29)) is None
    found = hint(contact(31))
    assert found is not None and (found.kind, found.about["days"]) == ("check_in", "31")
    assert said(found, "Woodgrove", EN) == "Woodgrove: 31 days since you last were in touch."
    taps = [(tap.verb, tap.data.get("what", tap.data.get("kind"))) for tap in nudge_of(found, "Woodgrove", "", TODAY, EN).taps]
    assert taps == [("touch", "called"), ("draft", "check_in"), ("touch", "not_now")]
    without = nudge_of(found, "Woodgrove", "", TODAY, EN, can_write=False).taps
    assert [tap.data.get("kind") for tap in without if tap.verb == "draft"] == ["call"], "a mail about nothing is not offered"


def test_a_real_call_moves_the_date_and_makes_the_nudge_go_away() -> None:
    before = relation(contact(45))
    found = due_for(before, TODAY)
    assert found is not None and still_holds(found, before, TODAY)
    after = replace(before, tally=tally_of([contact(45), called("woodgrove.com", "1", NOW)], NOW))
    assert due_for(after, TODAY) is None and not still_holds(found, after, TODAY) and state_of(after, TODAY) == "fine"


@pytest.mark.parametrize("kind", ["mail_bulk", "mail_commercial", "mail_automatic", "mail_unsure", "meeting_unsure"])
def test_practice_27_what_is_no_real_contact_resets_nothing(kind: Any) -> None:
    alone = relation(contact(45))
    noisy = relation(contact(45), *(contact(day, kind) for day in range(1, 44)))
    assert silent_for(noisy, TODAY) == 45 and due_for(noisy, TODAY) == due_for(alone, TODAY)


def test_a_contact_whose_date_is_doubted_does_not_count_and_is_said() -> None:
    one = relation(contact(45), contact(3, "mail_unsure", doubt="odd_date"))
    found = due_for(one, TODAY)
    assert found is not None
    assert "One mail since then carries a date that cannot be trusted" in detail_of(found, one, None, EN, is_read=True)
    assert "were not read" in detail_of(found, one, None, EN, is_read=False)


def test_limits_are_the_persons_own_else_learnt_else_usual() -> None:
    weekly = [contact(day) for day in (3, 10, 17, 24, 31, 38)]
    monthly = [contact(day) for day in (5, 35, 65, 95, 125)]
    assert (limits_of(relation(*weekly)).soft, limits_of(relation(*weekly)).basis) == (14, "learnt")
    assert (limits_of(relation(*monthly)).soft, limits_of(relation(*monthly)).basis) == (45, "learnt")
    assert (limits_of(relation(contact(3))).soft, limits_of(relation(contact(3))).basis) == (30, "usual")
    own = limits_of(relation(*weekly, soft=60, hard=70))
    assert (own.soft, own.hard, own.basis) == (60, 70, "yours")
    assert limits_of(relation(soft=80, hard=20)).hard == 80
    assert rhythm([TODAY, TODAY - timedelta(days=9)]) is None


def test_states_follow_the_limits() -> None:
    days = {10: "fine", 25: "soon", 30: "slipping", 59: "slipping", 60: "losing"}
    assert {day: state_of(relation(contact(day)), TODAY) for day in days} == days
    assert state_of(relation(), TODAY) == "new" and hint() is None
    assert state_of(relation(contact(99), rests_until=TODAY + timedelta(days=1)), TODAY) == "resting"
    assert hint(contact(99), rests_until=TODAY) is not None and hint(contact(99), is_off=True) is None


def test_nobody_is_named_whom_one_meets_within_the_week() -> None:
    assert hint(contact(45), next_at=NOW + timedelta(days=6)) is None
    assert hint(contact(45), next_at=NOW + timedelta(days=9)) is not None


def test_a_nudge_without_effect_comes_again_ever_more_rarely() -> None:
    named: list[tuple[str, date]] = []
    for day in range(400):
        today = TODAY + timedelta(days=day)
        if (found := hint(contact(31), today=today, named=tuple(reversed(named)))) is not None:
            named.append((found.kind, today))
    gaps = [(later - earlier).days for (_, earlier), (_, later) in pairwise(named)]
    assert gaps == [7, 14, 28, 56, 56, 56, 56, 56, 56]


def test_a_colleagues_contact_counts_where_it_is_shared() -> None:
    assert hint(contact(45), colleague_at=NOW - timedelta(days=20)) is None
    assert hint(contact(45), colleague_at=NOW - timedelta(days=50)) is not None


def test_practice_34_many_mails_and_no_call_suggest_a_call() -> None:
    mails = [contact(day / 2, "mail_personal_out" if day % 2 else "mail_personal_in") for day in range(1, 12)]
    since = contact(190, "call")
    found = hint(*mails, since)
    assert found is not None and found.kind == "call_instead"
    assert said(found, "Woodgrove", EN) == "Woodgrove: 11 mails and no call since Sun 17 May. Call instead?"
    assert hint(*mails, contact(20, "meeting_held")) is None
    assert hint(*mails[:6], since) is None


def test_practice_35_the_call_is_offered_with_number_their_clock_and_talking_points() -> None:
    found = Hint(kind="call_instead", client="woodgrove.com", weight=50, about={"count": "11", "since": "2026-05-17"})
    reach = Reach(who="Aiko Tanaka", number="+81 3 5555 0123", clock="18:00 Tokyo time", note="after their work day")
    detail = detail_of(found, relation(contact(1)), reach, EN, is_read=True)
    assert detail == "Aiko Tanaka: +81 3 5555 0123, their clock: 18:00 Tokyo time after their work day"
    taps = [(tap.verb, tap.title, tap.data.get("kind")) for tap in nudge_of(found, "Woodgrove", detail, TODAY, EN).taps]
    assert taps[0][:2] == ("touch", "Called just now") and taps[1] == ("draft", "What to say", "call")


def gap(length: int, promises: int = 2, passed: float = 0.5) -> Gap:
    from_at = NOW - timedelta(days=length * passed)
    return Gap(from_at=from_at, until_at=from_at + timedelta(days=length), promises=promises)


def test_practice_46_halfway_between_two_meetings_of_a_series_a_call_is_suggested_with_the_open_promises() -> None:
    found = hint(contact(15, "meeting_held"), gap=gap(30))
    assert found is not None and found.kind == "mid_point"
    assert said(found, "Woodgrove", EN) == (
        "Woodgrove: halfway to Tue 8 Dec, 2 promises are open. A short call to ask how it is going?"
    )
    assert hint(contact(12, "meeting_held"), gap=gap(30, passed=0.4)) is None
    assert hint(contact(15, "meeting_held"), contact(5, "call"), gap=gap(30)) is None
    assert hint(contact(7, "meeting_held"), gap=gap(10)) is None
    assert hint(contact(10, "meeting_held"), gap=gap(20, promises=0)) is None
    again = hint(contact(18, "meeting_held"), gap=gap(30, passed=0.6), named=(("mid_point", TODAY - timedelta(days=3)),))
    assert again is None or again.kind != "mid_point"


def test_practice_30_the_last_ten_touches_come_to_one_sentence() -> None:
    bills = [contact(day, "mail_commercial") for day in range(10)]
    cases = {
        "none": [], "commercial": bills, "mostly-commercial": [*bills[:8], contact(20), contact(21, "call")],
        "one-way": [contact(day, "mail_personal_out") for day in range(5)], "written": [contact(day) for day in range(6)],
        "alive": [contact(1, "call"), *(contact(day) for day in range(2, 6))],
    }  # fmt: skip
    assert {name: verdict_of(given_).key for name, given_ in cases.items()} == {
        name: f"relation-verdict-{name}" for name in cases
    }
    for language in LANGUAGES:
        for given_ in cases.values():
            verdict = verdict_of(given_)
            assert len(re.findall("[.。]", Words(language).say(verdict.key, **verdict.args))) == 1
    assert "line on an invoice" in EN.say("relation-verdict-commercial", count="10")


def test_who_am_i_losing_names_the_longest_beyond_their_own_limit_first() -> None:
    relations = [
        replace(relation(contact(40)), client="a"), replace(relation(contact(40), soft=20), client="b"),
        replace(relation(contact(10)), client="c"), replace(relation(contact(99), is_off=True), client="d"),
        replace(relation(contact(70), next_at=NOW + timedelta(days=2)), client="e"),
    ]  # fmt: skip
    assert [(one.client, days) for one, days in who_slips(relations, TODAY)] == [("b", 40), ("a", 40)]
    line = list_nudge([(f"Client {number}", 90 - number) for number in range(6)], TODAY, EN)
    assert line.text.endswith("Client 0 (90 days), Client 1 (89 days), Client 2 (88 days), Client 3 (87 days) and 2 more")


def test_two_a_day_at_most_and_each_client_once() -> None:
    hints = [Hint(kind="check_in", client=f"c{number}", weight=60 + number) for number in range(5)]
    hints.append(Hint(kind="visit", client="c4", weight=70))
    assert [one.client for one in chosen(hints)] == ["c4", "c3"] and chosen(hints)[0].kind == "visit"
    assert len(chosen(hints, 1)) == 1 and chosen(hints, 2) == () and A_DAY == 2


KYOTO = ("Kyoto", "JP")


def test_practice_56_a_visit_is_suggested_for_a_start_a_first_year_when_it_is_hard_and_on_a_trip() -> None:
    def why(trips: tuple[Trip, ...] = (), **more: Any) -> str | None:
        found = visit_for(Visiting(client="woodgrove.com", city=KYOTO, **more), trips, TODAY)
        return found.about["why"] if found else None

    trip = Trip(city=KYOTO, from_on=TODAY + timedelta(days=8), until_on=TODAY + timedelta(days=10))
    assert why((trip,)) == "trip" and why((replace(trip, city=("Osaka", "JP")),)) is None
    assert why((trip,), visited_on=TODAY - timedelta(days=30)) is None
    assert why((trip,), named_on=TODAY - timedelta(days=30)) is None
    assert why(cares=True) == "escalation"
    assert why(known_since=TODAY - timedelta(days=10), meets_on=TODAY + timedelta(days=9)) == "kick_off"
    assert why(known_since=TODAY - timedelta(days=10)) is None
    assert why(known_since=TODAY - timedelta(days=360)) == "first_year" and why(known_since=TODAY - timedelta(days=500)) is None
    assert why() is None


def test_practice_57_a_visit_is_a_chance_to_ask_the_oldest_assumption() -> None:
    found = visit_for(Visiting(client="woodgrove.com", cares=True, assumption="they decide in Kyoto"), (), TODAY)
    assert found is not None
    assert detail_of(found, None, None, EN, is_read=True) == "Ask there whether this is so: “they decide in Kyoto”"


def entry(subject: str, days: int = 3, **more: Any) -> Meeting:
    return Meeting(
        id=MeetingId(subject), event_id=subject, uid=subject, series_id=None, occurrence=NOW, subject=subject, start_at=NOW,
        end_at=NOW + timedelta(days=days), **more,
    )  # fmt: skip


def test_a_trip_is_read_from_an_entry_of_ones_own_only_where_it_names_one_city() -> None:
    def city(*meetings: Meeting) -> list[str]:
        return [one.city[0] for one in trips_in(meetings)]

    two = tuple(Attendee(address=f"{name}@fabrikam.com", name=name) for name in ("a", "b"))
    assert city(entry("Trip to Kyoto")) == ["Kyoto"] and city(entry("Dienstreise Hamburg")) == ["Hamburg"]
    assert city(entry("Away", location="Kyoto, Japan")) == ["Kyoto"]
    assert city(entry("Trip to Kyoto", attendees=two)) == [] and city(entry("Holiday")) == []
    assert city(entry("Flight Hamburg to Kyoto")) == [] and city(entry("Write the report", days=0)) == []
    assert city_in("Springfield", any_size=True) is None


def test_practice_32_one_habit_that_was_never_used_is_offered_a_month() -> None:
    told: list[Told] = []
    for day in range(200):
        today = TODAY + timedelta(days=day)
        if (found := idea_for({"call", "promise"}, told, (), Colleagues(), today)) is not None:
            told.append(Told(kind=found.kind, idea=found.about["idea"], client="", day=today))
    assert [one.idea for one in told] == ["parked", "role", "must", "asked", "check", "visit"]
    assert all((later.day - earlier.day).days == IDEA_EVERY for earlier, later in pairwise(told))


def test_practice_47_what_colleagues_do_is_told_in_numbers_and_only_of_those_who_share() -> None:
    before = [Told(kind="habit", idea="call", client="", day=TODAY - timedelta(days=40))]
    shared = Colleagues(sharing=5, using={"parked": 4, "role": 1})
    found = idea_for(set(), before, (), shared, TODAY)
    assert found is not None and (found.kind, dict(found.about)) == (
        "colleagues",
        {"idea": "parked", "count": "4", "sharing": "5"},
    )
    assert said(found, "", EN).startswith("4 of 5 colleagues who share counts do this: note what comes up")
    few = idea_for(set(), before, (), Colleagues(sharing=2, using={"parked": 2}), TODAY)
    assert few is not None and few.kind != "colleagues"


def test_practice_53_a_key_client_gets_an_idea_of_ones_own_once_a_quarter() -> None:
    told: list[Told] = []
    everything = {"call", "promise", "parked", "role", "must", "asked", "check", "visit"}
    for day in range(365):
        today = TODAY + timedelta(days=day)
        if (found := idea_for(everything, told, ["woodgrove.com"], Colleagues(), today)) is not None:
            told.append(Told(kind=found.kind, idea=found.about["idea"], client=found.client, day=today))
    assert [one.idea for one in told] == ["tour", "window", "table", "guest", "sketch"]
    assert all((later.day - earlier.day).days == EXPERIENCE_EVERY for earlier, later in pairwise(told))
    assert idea_for(everything, [], [], Colleagues(), TODAY) is None


def test_practice_33_the_people_around_the_project_are_named_with_what_they_do() -> None:
    found = Hint(kind="thanks", client="woodgrove.com", weight=20, about={"name": "Ms Ito", "what": "reception"})
    assert said(found, "Woodgrove", EN) == "Ms Ito at Woodgrove (reception): a word of thanks, once a year?"
    assert [tap.data["what"] for tap in nudge_of(found, "Woodgrove", "", TODAY, EN).taps] == ["thanked", "not_now"]


@pytest.mark.parametrize(
    ("text", "kind", "argument"),
    [
        ("who am I losing?", "losing", ""), ("Wen verliere ich?", "losing", ""), ("I called Woodgrove", "called", "Woodgrove"),
        ("ich habe gerade Woodgrove Bank angerufen", "called", "Woodgrove Bank"), ("spoke to Aiko just now", "called", "Aiko"),
        ("habe mit Megan telefoniert.", "called", "Megan"), ("called", "called", ""),
        ("call Woodgrove", "other", "call Woodgrove"),
    ],
)  # fmt: skip
def test_the_bot_is_told_of_calls_and_asked_whom_one_loses(text: str, kind: str, argument: str) -> None:
    found = read_command(text)
    assert (found.kind, found.argument) == (kind, argument)


@settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(seed=st.integers(0, 10**6), noise=st.floats(0, 0.6))
def test_over_three_years_no_nudge_comes_inside_a_window_and_no_bulk_mail_resets_anything(seed: int, noise: float) -> None:
    person = Person.made(random.Random(seed), clients=6, noise=noise)  # noqa: S311  lives to try, no secrets
    found = simulate(person, date(2024, 1, 1), 3 * 365)
    quiet = simulate(person.without_noise(), date(2024, 1, 1), 3 * 365)
    assert found.inside == 0 and found.most_in_a_day <= A_DAY and found.said == quiet.said


@settings(max_examples=60, deadline=None)
@given(
    ages=st.lists(
        st.tuples(st.floats(-5, 900), st.sampled_from(["call", "mail_bulk", "mail_personal_in", "mail_unsure"])), max_size=30
    )
)
def test_whatever_the_contacts_are_a_hint_is_never_about_somebody_reached_lately(ages: list[tuple[float, Any]]) -> None:
    one = relation(*(contact(age, kind) for age, kind in ages))
    found = due_for(one, TODAY)
    real = [age for age, kind in ages if kind in REAL and age >= 0]
    if found is not None:
        assert real and min(real) > AFTER_CONTACT - 1
        assert found.kind != "check_in" or min(real) > limits_of(one).soft - 1


def test_whoever_asked_is_reminded_next_time_of_what_they_said() -> None:
    material = Material(answers={"the move to Kyoto": "next spring, they hope"})
    (first, *_) = openers(material, (), meeting="m2", is_gentle=True, words=EN, zone="Europe/London")
    assert first.kind == "asked" and first.text == (
        "You asked about “the move to Kyoto”; they said: “next spring, they hope”. Ask how it went on."
    )


def test_until_the_day_that_one_named_oneself_no_rhythm_speaks() -> None:
    assert hint(contact(45), wanted_on=TODAY + timedelta(days=5)) is None and hint(contact(45), wanted_on=TODAY) is None
    assert hint(contact(45), wanted_on=TODAY - timedelta(days=5)) is not None
