"""Random histories: whatever happens to a calendar, its clock and its notices, what is planned and shown is what a fresh look
would plan; nothing fires for a cancelled meeting, and never in quiet hours."""

from __future__ import annotations

import asyncio
import itertools
import os
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from sidecar.domain.meetings.meeting import Attendee, Meeting, MeetingId
from sidecar.domain.meetings.plan import Preferences
from sidecar.flows.before.deliver_card import FRESH_FOR
from tests.conftest import UP_TO_DATE
from tests.faults.histories_model import CLIENTS, ME, Desk, left_out, quiet_by_hand, why_wrong
from tests.faults.histories_world import Act, Turn, lives

STEPS = 50
HEAL_EVERY = 6
MOST_MEETINGS, READ_EVERY = 12, timedelta(minutes=45)
HISTORIES = {"dev": 25, "deterministic": 200, "ci": 1_000, "night": 20_000}
"""How many histories of `STEPS` steps each profile plays; COMPANION_HISTORIES names another profile than the usual one."""
LIVED = {"dev": 1, "deterministic": 1, "ci": 2, "night": 200}
"""How many times `PEOPLE` histories of `TURNS` turns are lived in the running program, side by side on one clock."""
PEOPLE, TURNS = 8, 6
PROFILE = os.environ.get("COMPANION_HISTORIES", "deterministic")
BEGINNINGS = [
    datetime(2026, 3, 27, 12, tzinfo=UTC),
    datetime(2026, 10, 23, 12, tzinfo=UTC),
    datetime(2026, 11, 23, 12, tzinfo=UTC),
    datetime(2027, 4, 2, 9, tzinfo=UTC),
]
"""Some days before clocks change in Europe, in America, and on Lord Howe; and a week without a change."""
ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Kiritimati"]
SPANS = [20, 29, 31, 1, 7, 20, 29, 31, 45, 119, 121, 300, 719, 721, 1440, 2880, 10080]
"""Minutes on both sides of every border that a rule names."""
clocks = st.builds(time, st.integers(0, 23), st.sampled_from([0, 30]))
some = st.sampled_from([0, 0, 0, 1, 1, 2, 3, 5, 8])
preferences = st.builds(
    Preferences,
    zone=st.sampled_from(ZONES),
    lead=st.sampled_from([timedelta(minutes=one) for one in (30, 5, 60, 240)]),
    quiet_from=st.one_of(st.just(time(20)), st.just(time(23)), clocks),
    quiet_until=st.one_of(st.just(time(7)), st.just(time(5)), clocks),
    working_days=st.one_of(st.just(frozenset(range(5))), st.frozensets(st.integers(0, 6), min_size=1)),
    budget=st.sampled_from([20, 20, 20, 8, 3, 1]),
)


def profile(name: str) -> settings:
    """How many histories, and whether they are the same ones every time."""
    return settings(
        max_examples=HISTORIES[name], stateful_step_count=STEPS, deadline=None, derandomize=name == "deterministic",
        database=None, print_blob=True, suppress_health_check=list(HealthCheck),
    )  # fmt: skip


class Histories(RuleBasedStateMachine):
    """One person, up to some meetings, and everything that may happen to them."""

    @initialize(at=st.sampled_from(BEGINNINGS), wishes=preferences)
    def begin(self, at: datetime, wishes: Preferences) -> None:
        self.desk = Desk(now=at, preferences=wishes)
        self.mode = "normal"
        self.number = 0
        self.unread_since: datetime | None = None
        self.checked = 0
        self.is_swept = True
        self.desk.read()

    # What happens to the calendar

    @precondition(lambda self: len(self.desk.calendar) < MOST_MEETINGS)
    @rule(ahead=st.sampled_from(SPANS), client=st.sampled_from(CLIENTS), is_bad_hour=st.booleans())
    def book(self, ahead: int, client: str, is_bad_hour: bool) -> None:
        self._put(self._new(self.desk.now + timedelta(minutes=ahead), client, is_bad_hour))

    @precondition(lambda self: len(self.desk.calendar) < MOST_MEETINGS)
    @rule(ahead=st.sampled_from(SPANS), client=st.sampled_from(CLIENTS))
    def book_series(self, ahead: int, client: str) -> None:
        first = self.desk.now + timedelta(minutes=ahead)
        series = f"series-{self.number}"
        for day in range(4):
            one = self._new(first + timedelta(days=day), client, False)
            self._put(replace(one, series_id=series, id=MeetingId(f"{series}/{day}")))

    @precondition(lambda self: self.desk.calendar)
    @rule(which=some, by=st.sampled_from([*SPANS, *(-one for one in SPANS)]))
    def move(self, which: int, by: int) -> None:
        one, span = self._one(which), timedelta(minutes=by)
        self._put(replace(one, start_at=one.start_at + span, end_at=one.end_at + span, created_at=self.desk.now))

    @precondition(lambda self: self.desk.calendar)
    @rule(which=some, what=st.sampled_from(["cancelled", "private", "declined", "free", "all_day", "internal"]))
    def leave_out(self, which: int, what: str) -> None:
        one = self._one(which)
        changes: dict[str, dict[str, Any]] = {
            "cancelled": {"is_cancelled": True, "show_as": "free"}, "private": {"is_private": True},
            "declined": {"my_response": "declined"}, "free": {"show_as": "free"}, "all_day": {"is_all_day": True},
            "internal": {"attendees": (ME,)},
        }  # fmt: skip
        self._put(replace(one, **changes[what]))

    @precondition(lambda self: self.desk.calendar)
    @rule(which=some, client=st.sampled_from(CLIENTS))
    def put_back(self, which: int, client: str) -> None:
        one = self._new(self._one(which).start_at, client, False)
        old = self._one(which)
        self._put(replace(one, id=old.id, uid=old.uid, series_id=old.series_id, end_at=old.end_at))

    @precondition(lambda self: self.desk.calendar)
    @rule(which=some, response=st.sampled_from(["declined", "accepted"]))
    def answer(self, which: int, response: Any) -> None:
        one = self._one(which)
        self._put(replace(one, attendees=tuple(replace(who, response=response) for who in one.attendees)))

    @precondition(lambda self: self.desk.calendar)
    @rule(which=some, is_whole_series=st.booleans())
    def remove(self, which: int, is_whole_series: bool) -> None:
        one = self._one(which)
        for key, other in list(self.desk.calendar.items()):
            is_later = is_whole_series and one.series_id and other.series_id == one.series_id and other.start_at > one.start_at
            if key == one.id or is_later:
                del self.desk.calendar[key]
        self._tell()

    @precondition(lambda self: self.desk.calendar)
    @rule(which=some, what=st.sampled_from(["series", "client", "not_client", "nothing"]))
    def tap(self, which: int, what: str) -> None:
        one, said = self._one(which), self.desk.corrections
        client = next((who.address.partition("@")[2] for who in one.attendees if who.address in CLIENTS), "")
        changes: dict[str, Any] = {"muted_series": frozenset(), "muted_clients": frozenset(), "not_clients": frozenset()}
        changes |= {"series": {"muted_series": frozenset({one.series_id or ""}) - {""}}}.get(what, {})
        changes |= {"client": {"muted_clients": frozenset({client})}, "not_client": {"not_clients": frozenset({client})}}.get(
            what, {}
        )
        self.desk.corrections = replace(said, **changes)
        self.desk.plan_anew()
        self._settle()

    @rule(wishes=preferences)
    def wish(self, wishes: Preferences) -> None:
        self.desk.preferences = replace(wishes, zone=self.desk.preferences.zone)
        self.desk.plan_anew()
        self._settle()

    @rule(zone=st.sampled_from(ZONES))
    def move_home(self, zone: str) -> None:
        self.desk.preferences = replace(self.desk.preferences, zone=zone)
        self.desk.plan_anew()
        self._settle()

    # What happens to notices, to the clock and to the worker

    @rule(mode=st.sampled_from(["normal", "late", "twice", "never"]))
    def send_notices(self, mode: str) -> None:
        self.mode = mode

    @rule(minutes=st.sampled_from(SPANS[:-1]), is_step=st.booleans())
    def pass_time(self, minutes: int, is_step: bool) -> None:
        """Minute after minute; or the clock steps, and everything in between is late."""
        desk, end = self.desk, self.desk.now + timedelta(minutes=minutes)
        while not is_step and desk.is_working and desk.queue and desk.queue[0][0] < end:
            desk.now = max(desk.now, desk.queue[0][0])
            self._note_reads(desk.work)
        desk.now = end
        if minutes > 100:
            desk.is_working = True  # a machine that was lost is replaced within two hours
        self._settle()
        if desk.is_working:
            self._sweep()

    @rule(how=st.sampled_from(["stops", "dies while it sends"]))
    def lose_the_worker(self, how: str) -> None:
        self.desk.is_working, self.desk.dies_next = how != "stops" and self.desk.is_working, how != "stops"

    @rule()
    def start_a_worker(self) -> None:
        self.desk.is_working, self.desk.dies_next = True, False
        self._sweep()

    @invariant()
    def nothing_wrong_was_said(self) -> None:
        for one in self.desk.said[self.checked :]:
            assert not one.was_quiet, f"{one} came in quiet hours"
            assert not one.was_known_off, f"{one} fired for a meeting that is off"
            is_unheard = one.was_off and self.unread_since is not None and one.at - self.unread_since < FRESH_FOR
            assert not one.was_off or is_unheard, f"{one} fired for a meeting that is off"
        self.checked = len(self.desk.said)

    @invariant()
    def nothing_was_said_twice(self) -> None:
        twice = [key for key, count in Counter((one.meeting, one.kind, one.round) for one in self.desk.said).items() if count > 1]
        assert not twice

    @invariant()
    def what_is_planned_and_shown_is_what_a_fresh_look_would_plan(self) -> None:
        desk = self.desk
        if not (desk.is_working and self.is_swept) or any(desk.stored.get(key) != one for key, one in desk.calendar.items()):
            return
        for meeting in desk.calendar.values():
            moments, told = desk.moments(meeting), desk.told(meeting.id)
            if moments:
                is_first = any(one.kind == "prepare" for one in moments)
                assert not why_wrong(meeting, moments, desk.preferences, is_first), why_wrong(
                    meeting, moments, desk.preferences, is_first
                )
            for moment in moments:
                if moment.due_at > desk.now and moment.kind not in told:
                    assert desk.is_waiting(meeting.id, moment), f"{moment} is not waiting"
                is_now = moment.due_at <= desk.now < moment.until and not quiet_by_hand(desk.now, desk.preferences)
                if is_now and moment.kind != "booking_warning":
                    assert moment.kind in told, f"{moment} was not said"
        for key, held in desk.held.items():
            for one in held:
                self._is_right(desk.stored[key], one)

    def _is_right(self, meeting: Meeting | None, one: Any) -> None:
        if one.state != "sent":
            return
        assert meeting is not None, f"{one} stands for a meeting that is gone"
        verdict = self.desk.verdict(meeting)
        if meeting.end_at > self.desk.now:
            is_tapped = verdict.skipped in ("not_client", "muted")  # the tap's own answer stands there
            assert is_tapped or not left_out(meeting, self.desk.corrections), f"{one} stands for a meeting that is off"
            assert one.shown_start == meeting.start_at or verdict.skipped, f"{one} shows another start than {meeting.start_at}"

    def teardown(self) -> None:
        if not hasattr(self, "desk"):
            return
        self.start_a_worker()
        self.desk.read()
        self._sweep()
        self.what_is_planned_and_shown_is_what_a_fresh_look_would_plan()
        before = (dict(self.desk.stored), {key: list(held) for key, held in self.desk.held.items()}, set(self.desk.armed))
        for key, meeting in list(self.desk.stored.items()):
            if meeting is None or meeting.end_at > self.desk.now:  # nobody looks at one that is over
                self.desk.refresh(key)
        self.desk.sweep()
        self._settle()
        after = (self.desk.stored, self.desk.held, self.desk.armed)
        for one, other in zip(before, after, strict=True):
            assert other == one, "a second look changes something"

    def _new(self, start_at: datetime, client: str, is_bad_hour: bool) -> Meeting:
        self.number += 1
        name = f"m{self.number}"
        return Meeting(
            id=MeetingId(name), event_id=name, uid=name, series_id=None, occurrence=start_at, subject=name, start_at=start_at,
            end_at=start_at + timedelta(minutes=45), organizer=ME, is_organizer=True,
            attendees=(ME, Attendee(address=client, name=client)), created_at=self.desk.now,
            location="their night" if is_bad_hour else None,
        )  # fmt: skip

    def _one(self, which: int) -> Meeting:
        """Mostly the meetings around now, of which the chat shows something."""
        return sorted(self.desk.calendar.values(), key=self._how_far)[which % len(self.desk.calendar)]

    def _how_far(self, one: Meeting) -> tuple[timedelta, str]:
        return abs(one.start_at - self.desk.now), one.id

    def _put(self, meeting: Meeting) -> None:
        self.desk.calendar[meeting.id] = meeting
        self._tell()

    def _tell(self) -> None:
        desk = self.desk
        self.unread_since = self.unread_since or desk.now
        self.is_swept = False
        if self.mode != "never":
            desk.is_dirty = self.mode != "late"
            desk.arm("read", desk.now + (timedelta(minutes=20) if self.mode == "late" else timedelta()), MeetingId(""))
        self._settle()
        if self.mode == "twice":
            desk.arm("read", desk.now, MeetingId(""))
            self._settle()

    def _settle(self) -> None:
        self._note_reads(self.desk.work)

    def _sweep(self) -> None:
        desk, before = self.desk, -1
        if desk.read_at is None or desk.now - desk.read_at >= READ_EVERY:
            self._note_reads(desk.read)
        self._settle()
        while desk.reads != before:
            before = desk.reads
            desk.sweep()
            self._settle()
        self.is_swept = True

    def _note_reads(self, act: Any) -> None:
        before = self.desk.reads
        act()
        self.nothing_wrong_was_said()
        if self.desk.reads != before:
            self.unread_since = None
            self.is_swept = False  # what a read changes may make another meeting the first with its client: the sweep plans that


def test_histories_end_where_a_fresh_look_would_begin() -> None:
    run_state_machine_as_test(Histories, settings=profile(PROFILE))


@pytest.mark.night
@pytest.mark.timeout(4 * 3600)
def test_many_histories_end_where_a_fresh_look_would_begin() -> None:
    run_state_machine_as_test(Histories, settings=profile("night"))


SHARED = [
    "nothing",
    "nothing",
    "normal",
    "late",
    "twice",
    "shuffled",
    "never",
    "kill",
    "start",
    "start",
    "step",
    "missed",
    "subscriptionRemoved",
]
ACTS = [
    "nothing", "book", "book", "move", "move", "move", "cancel", "remove", "restore", "restore", "decline", "hide", "free",
    "retitle", "empty", "invite", "all_decline", "rezone", "series_end", "tap", "tap", "wish", "home",
]  # fmt: skip
MOVES = [20, -20, 45, 130, -130, 719, 1440, -1440, 2880, 60 * 24 * 40]
PASSING = [2, 12, 31, 31, 61, 119, 300, 720, 1440]
_numbers = itertools.count(1)
acts = st.builds(Act, st.sampled_from(ACTS), st.integers(0, 5), st.sampled_from(MOVES))


@st.composite
def scripts(draw: st.DrawFn, people: int, turns: int) -> list[Turn]:
    """What happens in so many turns to so many people; rarely nothing, which is tried first."""
    if draw(st.integers(0, 99)) == 0:
        return []
    each = st.tuples(*[acts] * people)
    return draw(
        st.lists(st.builds(Turn, st.sampled_from(SHARED), each, st.sampled_from(PASSING)), min_size=turns, max_size=turns)
    )


async def play(server: str, name: str, script: list[Turn]) -> int:
    """The running program through one history of several people, on a database of its own; how many cards came."""
    connection = await asyncpg.connect(server)
    await connection.execute(f"CREATE DATABASE {name} TEMPLATE {UP_TO_DATE}")
    try:
        with tempfile.TemporaryDirectory() as folder:
            url = server.replace("/postgres?", f"/{name}?")
            async with lives(url, Path(folder), len(script[0].acts)) as here:
                for number, turn in enumerate(script, 1):
                    await here.turn(turn)
                    if number % HEAL_EVERY == 0 or number == len(script):
                        await here.heal()
                return here.cards
    finally:
        await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
        await connection.close()


def _play_many(server: str, name: str) -> None:
    """`LIVED` batches of the profile, each of `PEOPLE` histories side by side. A failing one is made smaller by hypothesis."""
    played = []

    phases = [Phase.generate, Phase.shrink] if name == "night" else [Phase.generate]

    @settings(profile(name), max_examples=LIVED[name] + 1, phases=phases)
    @given(script=scripts(PEOPLE, TURNS))
    def run(script: list[Turn]) -> None:
        if script:
            played.append(asyncio.run(play(server, f"histories_{next(_numbers)}", script)))

    run()
    assert sum(played) > 0, "some history was lived, and cards came"


@pytest.mark.timeout(400)
def test_people_in_the_running_program_see_what_a_fresh_look_would_plan(server: str) -> None:
    _play_many(server, PROFILE)


@pytest.mark.night
@pytest.mark.timeout(8 * 3600)
def test_many_people_in_the_running_program_see_what_a_fresh_look_would_plan(server: str) -> None:
    _play_many(server, "night")
