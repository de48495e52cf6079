"""One quiet message a working day, at its start: what is due, in three days and today, and at most two people."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from sidecar.domain.cards.command import read_command
from sidecar.domain.cards.ledger_lines import open_between, with_promises
from sidecar.domain.cards.owed_card import Line, nudge_card, owed_card, wait_card
from sidecar.domain.followups.ledger import Owed
from sidecar.domain.meetings.meeting import MeetingId
from sidecar.domain.meetings.plan import Preferences
from sidecar.domain.relationships.nudges import Nudge, is_time, morning_of, next_morning, of_the_day, promise_nudges
from sidecar.words import LANGUAGES, Words
from tests.card_text import text_of

BERLIN = Preferences(zone="Europe/Berlin")
EN = Words("en")
MADE = datetime(2026, 11, 2, 12, tzinfo=UTC)


def owed(due_on: date | None, **more: Any) -> Owed:
    fields: dict[str, Any] = {
        "id": "p1", "client": "northwindtraders.com", "side": "ours", "who": "", "what": "send the offer.", "due_words": "",
        "quote": "", "origin": "note", "meeting": MeetingId("m"), "made_at": MADE, **more,
    }  # fmt: skip
    return Owed(due_on=due_on, **fields)


def on(day: int, hour: int = 8, *, preferences: Preferences = BERLIN, month: int = 11) -> datetime:
    from zoneinfo import ZoneInfo

    return datetime(2026, month, day, hour, tzinfo=ZoneInfo(preferences.zone)).astimezone(UTC)


def kinds(one: Owed, now: datetime, preferences: Preferences = BERLIN) -> list[str]:
    return [nudge.kind for nudge in promise_nudges([one], {}, "Mia Berg", now, preferences, EN)]


@pytest.mark.parametrize(
    ("due", "mornings"),
    [
        (date(2026, 11, 27), {24: "soon", 25: "soon", 26: "soon", 27: "today"}),  # a Friday: from Tuesday on, until it was said
        (date(2026, 11, 30), {19: None, 20: None, 23: None, 26: None, 27: "soon", 30: "today"}),  # a Monday: the Friday before
        (date(2026, 12, 1), {26: None, 27: "soon", 30: "soon"}),  # a Tuesday: Saturday is no working day
        (date(2026, 11, 29), {25: None, 26: "soon", 27: "today"}),  # a Sunday: its last working morning is Friday's
    ],
)
def test_practice_59_a_promise_is_said_three_working_days_ahead_and_on_the_day(due: date, mornings: dict[int, str]) -> None:
    for day, kind in mornings.items():
        assert kinds(owed(due), on(day)) == ([f"promise_{kind}"] if kind else []), day


def test_a_promise_made_within_three_days_is_said_on_its_day_alone() -> None:
    one = owed(date(2026, 11, 27), made_at=on(25, 15))
    assert kinds(one, on(26)) == [] and kinds(one, on(27)) == ["promise_today"]


@pytest.mark.parametrize(
    "one",
    [
        owed(None),
        owed(date(2026, 11, 20)),
        owed(date(2026, 11, 27), state="done"),
        owed(date(2026, 11, 27), state="dropped"),
        owed(date(2026, 11, 27), side="theirs", who="Aiko Tanaka"),
        owed(date(2026, 11, 27), who="Ben Okafor"),
    ],
)
def test_nobody_is_nudged_for_what_is_settled_past_undated_or_anothers(one: Owed) -> None:
    assert kinds(one, on(27)) == []


def test_the_day_is_the_one_where_it_is_due() -> None:
    auckland = owed(date(2026, 11, 27), zone="Pacific/Auckland")
    los_angeles = Preferences(zone="America/Los_Angeles")
    assert kinds(auckland, on(26, preferences=los_angeles), los_angeles) == ["promise_today"]
    assert kinds(auckland, on(25, preferences=los_angeles), los_angeles) == ["promise_soon"]
    assert kinds(owed(date(2026, 11, 26), zone="America/Los_Angeles"), on(27, 8), BERLIN) == ["promise_today"]


def test_practice_60_a_late_supplier_is_said_on_the_next_morning_before_the_client_sees_it() -> None:
    one = owed(date(2026, 12, 11), waits_for="Litware", waits_until=date(2026, 11, 20))
    assert kinds(one, on(20)) == []
    (nudge,) = promise_nudges([one], {"northwindtraders.com": "Northwind"}, "Mia Berg", on(23), BERLIN, EN)
    assert nudge.kind == "supplier_late"
    assert nudge.text == (
        "Due Fri 11 Dec, Northwind: send the offer. Litware was to deliver by Fri 20 Nov: ask now, before your client notices."
    )
    assert [tap.verb for tap in nudge.taps] == ["owed", "owed", "draft"] and nudge.taps[2].data["kind"] == "warn"
    assert of_the_day([nudge], {nudge.key}) == ()
    assert of_the_day([nudge], {replace(nudge, key="p1:supplier_late:2026-11-19").key}) == (nudge,)


def test_practice_46_a_call_in_between_has_the_open_promises_at_hand() -> None:
    promises = [owed(date(2026, 11, 27)), owed(None, side="theirs", what="send the list"), owed(None, state="done")]
    assert open_between(promises, EN) == "2 promises are open between you: send the offer; send the list"
    assert open_between(promises[:1], EN) == "One promise is open between you: send the offer"
    assert open_between([], EN) == ""
    call = Nudge(kind="mid_point", client="northwindtraders.com", text="Call Northwind", detail="It is 14:00 there.")
    told = with_promises(call, promises, EN)
    assert told.detail == "2 promises are open between you: send the offer; send the list. It is 14:00 there."
    assert with_promises(call, [], EN) == call


def test_a_day_has_at_most_two_people_and_the_weightiest_come_first() -> None:
    people = [Nudge(kind="just_because", client=f"{n}.example", text="", weight=n) for n in range(5)]
    promises = [Nudge(kind="promise_soon", client="c", text="", weight=80, key=f"p{n}:soon") for n in range(9)]
    chosen = of_the_day([*people, *promises, *people])
    assert [one.client for one in chosen if one.kind == "just_because"] == ["4.example", "3.example"]
    assert [one.kind for one in chosen[:6]] == ["promise_soon"] * 6 and len(chosen) == 8
    assert of_the_day(people, {"just_because:4.example"})[0].client == "3.example"


def test_it_comes_at_the_start_of_work_and_never_in_quiet_hours() -> None:
    assert morning_of(date(2026, 11, 27), BERLIN) == on(27, 8)
    assert morning_of(date(2026, 11, 28), BERLIN) is None
    late = replace(BERLIN, quiet_from=time(20), quiet_until=time(9, 30))
    assert morning_of(date(2026, 11, 27), late) == on(27, 9) + timedelta(minutes=30)
    night = replace(BERLIN, quiet_from=time(7), quiet_until=time(6))
    assert morning_of(date(2026, 11, 27), night) is None
    assert next_morning(on(27, 8), BERLIN) == on(30, 8)
    assert next_morning(on(27, 7), BERLIN) == on(27, 8)
    assert next_morning(on(27, 7), replace(BERLIN, working_days=frozenset())) is None


@pytest.mark.parametrize(("hour", "is_so"), [(7, False), (8, True), (16, True), (17, False), (21, False)])
def test_a_late_wake_still_says_it_while_the_person_works(hour: int, is_so: bool) -> None:
    assert is_time(on(27, hour), BERLIN) is is_so
    assert not is_time(on(28, hour), BERLIN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cards_say_what_is_so_now_and_how_to_take_it_back(language: str) -> None:
    words, now, day = Words(language), on(27), date(2026, 11, 27)
    one = owed(day, quote="I will send the offer by Friday.", waits_for="Litware")
    (nudge,) = promise_nudges([one], {}, "", now, BERLIN, words)
    before = text_of(nudge_card([Line(nudge=nudge, owed=one)], {}, day, now, "Europe/Berlin", words))
    assert "send the offer" in before and "I will send the offer by Friday." in before and "Litware" in before
    done = nudge_card([Line(nudge=nudge, owed=replace(one, state="done"))], {}, day, now, "Europe/Berlin", words)
    assert words.say("act-owed-undo") in str(done) and words.say("act-owed-wait") not in str(done)
    assert "Hi" in text_of(nudge_card([Line(nudge=replace(nudge, kind="x"), answer="Hi")], {}, day, now, "UTC", words))
    many = [replace(one, id=str(n), side=side) for n in range(10) for side in ("ours", "theirs")]
    assert str(owed_card(many, {}, now, "Europe/Berlin", words)).count(words.say("owed-more", count=2)) == 2
    assert words.say("owed-none") in text_of(owed_card([], {}, now, "Europe/Berlin", words))
    assert "Litware" in str(wait_card(one, "c", {"card": "list"}, now, "Europe/Berlin", words))


@pytest.mark.parametrize(
    "text",
    [
        "owed",
        "What do I owe?",
        "what do they owe me",
        "who owes me what?",
        "Was schulde ich?",
        "offene Zusagen",
        "zusagn",
        "offen",
    ],
)
def test_the_bot_knows_what_is_meant_by_owing(text: str) -> None:
    assert read_command(text).kind == "owed"
