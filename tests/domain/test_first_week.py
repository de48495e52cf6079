"""When a newcomer is welcomed, which clocks are asked about, and what a sample shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from sidecar.domain.cards.first_week_cards import Done, done_card, sample_card, zone_card
from sidecar.domain.meetings.first_week import (
    RUSH,
    is_at_work,
    is_week_over,
    put_off,
    welcome_due,
    zone_of_events,
    zones_to_ask,
)
from sidecar.domain.meetings.meeting import PersonId
from sidecar.domain.meetings.pace import IN_A_TENANT
from sidecar.domain.meetings.plan import Preferences, is_quiet
from sidecar.domain.wording.card_parts import words_in
from sidecar.words import LANGUAGES, Words
from tests.card_text import text_of
from tests.domain.sample_meeting import MEETING

NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
BERLIN = Preferences(zone="Europe/Berlin")
FOUR_HOURS = timedelta(hours=4)
PEOPLE = [PersonId(f"00000000-0000-4000-8000-{n:012}") for n in range(5000)]


def test_five_thousand_of_one_minute_are_welcomed_evenly_over_the_set_hours_far_below_the_tenants_limit() -> None:
    due = sorted(at for one in PEOPLE if (at := welcome_due(one, NOON, FOUR_HOURS, RUSH)) is not None)
    assert len(due) == len(PEOPLE) and due[0] >= NOON and due[-1] < NOON + FOUR_HOURS
    for quarter in range(16):
        begins = NOON + quarter * timedelta(minutes=15)
        assert 230 < sum(begins <= at < begins + timedelta(minutes=15) for at in due) < 400
    most = max(sum(at <= other < at + timedelta(seconds=1) for other in due[place : place + 40]) for place, at in enumerate(due))
    assert most <= IN_A_TENANT.most_in(timedelta(seconds=1)) / 3


def test_who_comes_with_few_others_waits_for_nothing() -> None:
    assert welcome_due(PEOPLE[0], NOON, FOUR_HOURS, RUSH - 1) is None


@pytest.mark.parametrize(
    ("now", "preferences"),
    [
        (datetime(2026, 11, 23, 1, tzinfo=UTC), BERLIN),
        (datetime(2026, 11, 23, 6, 59, tzinfo=UTC), BERLIN),
        (datetime(2026, 11, 23, 16, tzinfo=UTC), BERLIN),
        (datetime(2026, 11, 21, 11, tzinfo=UTC), BERLIN),
        (datetime(2026, 11, 27, 19, tzinfo=UTC), BERLIN),
        (NOON, replace(BERLIN, quiet_from=time(11), quiet_until=time(14))),
        (NOON, replace(BERLIN, work_from=time(22), work_until=time(6), quiet_from=time(8), quiet_until=time(20))),
    ],
)
def test_a_welcome_outside_of_work_is_put_off_into_the_next_hours_of_work_and_spread_over_them(
    now: datetime, preferences: Preferences
) -> None:
    later = sorted(at for one in PEOPLE[:200] if (at := put_off(one, now, FOUR_HOURS, preferences)) is not None)
    assert len(later) == 200 and later[0] > now and later[-1] - later[0] <= FOUR_HOURS
    assert all(at.astimezone(ZoneInfo(preferences.zone)).weekday() < 5 for at in later)
    assert is_at_work(later[0], preferences), "a welcome that is due comes then"


HOURS = [(time(9), time(17)), (time(22), time(6)), (time(18), time(2)), (time(5), time(9)), (time(), time())]
QUIET = [(time(20), time(7)), (time(11), time(14)), (time(8), time(20)), (time(7, 30), time(7)), (time(), time())]


@pytest.mark.parametrize("work", HOURS)
@pytest.mark.parametrize("quiet", QUIET)
@pytest.mark.parametrize("days", [frozenset(range(5)), frozenset({2}), frozenset[int]()])
def test_a_welcome_is_put_off_once_and_never_for_ever_whatever_the_hours_of_work_and_quiet_are(
    work: tuple[time, time], quiet: tuple[time, time], days: frozenset[int]
) -> None:
    """Someone who works from 22 to 06 and wants quiet from 20 to 07 is never at work outside of quiet hours."""
    person = replace(BERLIN, working_days=days, work_from=work[0], work_until=work[1], quiet_from=quiet[0], quiet_until=quiet[1])
    for hour in range(0, 7 * 24, 11):
        now = NOON + timedelta(hours=hour)
        later = [at for one in PEOPLE[:4] if (at := put_off(one, now, FOUR_HOURS, person)) is not None]
        assert all(put_off(PEOPLE[0], at, FOUR_HOURS, person) is None for at in later), (hour, later)
        assert all(now < at and not is_quiet(at, person) for at in later)
        assert all(not days or at.astimezone(ZoneInfo(person.zone)).weekday() in days for at in later)


def test_a_welcome_at_work_is_not_put_off() -> None:
    assert put_off(PEOPLE[0], NOON, FOUR_HOURS, BERLIN) is None


@pytest.mark.parametrize(
    ("mailbox", "device", "events", "asked"),
    [
        ("Europe/Berlin", "Europe/Berlin", "Europe/Berlin", []),
        ("Europe/Berlin", "Europe/Paris", None, []),
        ("Europe/Berlin", None, None, []),
        (None, "Asia/Tokyo", None, []),
        ("Europe/Berlin", "America/New_York", None, ["Europe/Berlin", "America/New_York"]),
        ("Europe/Berlin", "Europe/Berlin", "Asia/Tokyo", ["Europe/Berlin", "Asia/Tokyo"]),
        ("Africa/Johannesburg", "Africa/Johannesburg", "Europe/Athens", ["Africa/Johannesburg", "Europe/Athens"]),
        (None, None, "Asia/Tokyo", ["Asia/Tokyo"]),
    ],
)
def test_the_own_clock_is_asked_where_two_things_say_another_or_nothing_says_any(
    mailbox: str | None, device: str | None, events: str | None, asked: list[str]
) -> None:
    assert list(zones_to_ask(mailbox, device, events, NOON)) == asked


def test_the_zone_of_own_events_needs_more_than_one_and_never_is_what_programs_write_by_themselves() -> None:
    own = replace(MEETING, zone="Europe/London", is_organizer=True)
    assert zone_of_events([own]) is None
    assert zone_of_events([own, own]) == "Europe/London"
    assert zone_of_events([replace(own, zone="UTC")] * 3) is None
    assert zone_of_events([replace(own, is_organizer=False)] * 3) is None


@pytest.mark.parametrize(("days", "is_over"), [(6, False), (7, True), (13, True), (14, False)])
def test_the_week_is_told_in_the_second_week_or_not_at_all(days: int, is_over: bool) -> None:
    assert is_week_over(NOON, NOON + timedelta(days=days), "Europe/Berlin") is is_over


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo", "UTC"])
def test_the_sample_is_marked_first_keeps_sixty_words_and_has_no_button_that_does_anything(language: str, zone: str) -> None:
    words = Words(language)
    card = sample_card(words, Preferences(zone=zone, language=language), NOON)
    assert text_of(card["body"]).startswith(words.say("first-sample-mark")) and words_in(card) <= 60
    assert "Action.Execute" not in str(card) and "Action.OpenUrl" not in str(card) and "Input." not in str(card)
    assert ".example" in text_of(card["body"]) and card["actions"]


def test_the_question_offers_what_speaks_for_something_first_and_every_other_clock_behind_one_button() -> None:
    card = zone_card(["Europe/Berlin", "America/New_York"], "Europe/Berlin", NOON, Words("en"))
    first, second, other = card["actions"]
    assert [first["title"], second["title"]] == ["12:00, Berlin", "06:00, New York"]
    assert len(other["card"]["body"][0]["choices"]) > 40 and words_in(card) <= 60


def test_what_was_done_is_counted_and_what_was_not_is_not_named() -> None:
    said = text_of(done_card(Done(cards=3, promises=1), Words("en"))["body"])
    assert "cards for 3 meetings and one promise written down" in said and "draft" not in said
    assert "nothing for me to do" in text_of(done_card(Done(), Words("en"))["body"])
