"""What was measured is judged by limits that name their source, and reaches the checklist as sentences."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, get_args
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.domain.apps.tech_check import (
    LIMITS,
    LONGEST_VALUE,
    ResultId,
    Run,
    is_same_clock,
    judged,
    last_time,
    measured,
    read_results,
    written,
)  # fmt: skip
from sidecar.domain.meetings.checklist import Setting, check
from sidecar.domain.meetings.meeting_options import MeetingOptions, is_readable, seen_in, with_numbers
from sidecar.errors import Refused
from sidecar.wire.graph_online_meeting import kept_of, read_options
from sidecar.words import LANGUAGES, Words
from tests.domain.sample_meeting import MEETING, TEAMS

PAGE_LIMITS = Path(__file__).parents[2] / "panel" / "src" / "check" / "measure" / "limits.json"
START = datetime(2026, 11, 23, 14, tzinfo=UTC)
MORNING = START - timedelta(hours=5)
ZONE = "Europe/Berlin"
BARE = replace(TEAMS, dial_in=None, conference_id=None)
GOOD = [
    {"id": "microphone", "state": "ok", "value": "peak -12 dB", "number": -12},
    {"id": "camera", "state": "ok", "value": "1280 x 720"},
    {"id": "speaker", "state": "ok", "value": "you heard the tone"},
    {"id": "screen_share", "state": "ok", "value": "offered"},
]


def run(results: list[dict[str, Any]], taken_at: datetime = MORNING) -> Run:
    return Run(taken_at=taken_at, results=read_results(results))


def with_state(id: str, state: str, value: str = "") -> list[dict[str, Any]]:
    return [one if one["id"] != id else {**one, "state": state, "value": value} for one in GOOD]


def item(name: str, runs: list[Run], language: str = "en", **more: Any) -> tuple[str, str]:
    """State and sentence of one checklist item of the sample meeting."""
    words = Words(language)
    setting = Setting(
        meeting=replace(MEETING, joining=BARE), is_theirs=False, day=(), zone=ZONE,
        measured={**measured(runs, START, words, ZONE), **more.pop("options", {})}, **more,
    )  # fmt: skip
    found = next(one for one in check(setting) if one.id == name)
    return found.state, words.say(found.because_key, **found.args)


def test_the_page_and_the_server_judge_by_the_same_limits() -> None:
    page = json.loads(PAGE_LIMITS.read_text(encoding="utf-8"))
    ours = {
        name: {end: value for end in ("least", "most") if abs(value := getattr(limit, end)) != float("inf")}
        for name, limit in LIMITS.items()
    }
    assert page == ours


def test_every_limit_names_its_source() -> None:
    assert all(limit.source.startswith(("https://", "ITU", "own choice: ")) for limit in LIMITS.values())


def test_devices_that_worked_today_are_in_order_with_what_was_measured() -> None:
    state, why = item("devices", [run(GOOD)])
    assert state == "ok"
    assert why == (
        "tested on Mon 23 Nov at 10:00: microphone (peak -12 dB), camera (1280 x 720) and speaker (you heard the tone)"
    )
    assert item("screen_share", [run(GOOD)])[0] == "ok"


def test_a_device_that_failed_today_is_a_problem_with_its_value_and_date() -> None:
    state, why = item("devices", [run(with_state("microphone", "problem", "no sound at all"))])
    assert (state, why) == ("problem", "on Mon 23 Nov at 10:00 this failed: microphone (no sound at all)")


def test_what_failed_the_last_time_is_to_be_tested_again() -> None:
    before = run(with_state("microphone", "problem", "-80 dB"), START - timedelta(days=11))
    state, why = item("devices", [before])
    assert (state, why) == (
        "todo",
        "the last time, on Thu 12 Nov at 15:00, this failed: microphone (-80 dB). Test it again",
    )
    assert last_time([before], Words("en"), ZONE) == "Last time, on Thu 12 Nov, this failed: microphone (-80 dB)."
    assert "Mikrofon (-80 dB)" in last_time([before], Words("de"), ZONE)
    assert last_time([run(GOOD), before], Words("en"), ZONE) == ""


def test_an_old_good_test_proves_nothing_and_an_untried_camera_is_said() -> None:
    assert item("devices", [run(GOOD, START - timedelta(days=3))])[0] == "unknown"
    assert item("screen_share", [run(GOOD, START - timedelta(days=3))]) == ("unknown", "not tested yet")
    assert item("devices", [run(with_state("camera", "not_possible"))]) == (
        "todo",
        "not tested on Mon 23 Nov at 10:00: camera",
    )
    assert item("devices", []) == ("unknown", "not tested yet")
    assert item("devices", [run([{"id": "network_rtt", "state": "ok", "value": "9 ms"}])]) == ("unknown", "not tested yet")


def test_a_browser_that_cannot_share_is_a_problem_only_while_it_is_news() -> None:
    cannot = with_state("screen_share", "not_possible")
    assert item("screen_share", [run(cannot)])[0] == "problem"
    assert item("screen_share", [run(cannot, START - timedelta(days=2))])[0] == "unknown"


@pytest.mark.parametrize(
    ("id", "number", "state"),
    [
        ("network_rtt", 200, "ok"), ("network_rtt", 201, "problem"), ("network_down", 1.4, "problem"), ("network_up", 1.5, "ok"),
        ("clock_skew", -29_000, "ok"), ("clock_skew", -31_000, "problem"), ("main_thread", 350, "problem"),
        ("microphone", -50, "ok"), ("microphone", -71, "problem"), ("media_path", 3, "problem"),
    ],
)  # fmt: skip
def test_the_server_judges_by_the_number_whatever_the_page_made_of_it(id: str, number: float, state: str) -> None:
    sent = read_results([{"id": id, "state": "ok", "value": "…", "number": number}])
    assert judged(sent, ZONE, 2026)[0].state == state


def test_what_was_not_measured_is_not_judged() -> None:
    sent = read_results([{"id": "microphone", "state": "skipped", "value": "", "number": -90}])
    assert judged(sent, ZONE, 2026) == sent


@pytest.mark.parametrize("number", [10**400, -(10**400), float("inf"), float("nan"), True, "9", None])
def test_what_is_no_number_of_a_measurement_is_left_out(number: Any) -> None:
    sent = read_results([{"id": "network_rtt", "state": "ok", "value": "…", "number": number}])
    assert sent[0].number is None and sent[0].state == "ok"


def test_zones_are_compared_by_their_clocks_through_the_year() -> None:
    assert is_same_clock("Europe/Vienna", "Europe/Berlin", 2026)
    assert is_same_clock("Asia/Calcutta", "Asia/Kolkata", 2026)
    assert is_same_clock("W. Europe Standard Time", "Europe/Berlin", 2026)
    assert not is_same_clock("UTC", "Europe/London", 2026)  # in November both show the same
    assert not is_same_clock("Atlantis/Capital", "Europe/London", 2026)
    sent = read_results([{"id": "zone", "state": "ok", "value": "UTC"}])
    assert judged(sent, "Europe/London", 2026)[0].state == "problem"


@given(st.sampled_from(sorted(available_timezones() - {"localtime"})), st.sampled_from(["Europe/London", "Asia/Tokyo", "UTC"]))
def test_two_clocks_are_the_same_only_if_no_day_parts_them(one: str, other: str) -> None:
    noons = [datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=day) for day in range(365)]
    offsets = [[at.astimezone(ZoneInfo(name)).utcoffset() for at in noons] for name in (one, other)]
    if is_same_clock(one, other, 2026):
        assert offsets[0] == offsets[1]


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


@given(json_values)
def test_odd_bodies_are_refused_with_a_sentence_and_never_anything_else(body: Any) -> None:
    try:
        found = read_results(body)
    except Refused as error:
        assert error.why
    else:
        assert found == ()


@given(st.lists(st.fixed_dictionaries({
    "id": st.sampled_from(get_args(ResultId)), "state": st.sampled_from(["ok", "problem", "skipped", "not_possible"]),
    "value": st.text() | st.integers(), "number": st.floats() | st.booleans() | st.text(), "mend": st.text(),
}), max_size=14))  # fmt: skip
def test_what_is_kept_can_be_read_again_and_said_in_every_language(body: list[dict[str, Any]]) -> None:
    kept = read_results(body)
    assert read_results(json.loads(json.dumps(written(kept)))) == kept
    assert len({one.id for one in kept}) == len(kept)
    for one in kept:
        assert len(one.value) <= LONGEST_VALUE and "\x00" not in one.value
        one.value.encode("utf-8")
    for language in LANGUAGES:
        for seen in measured([Run(taken_at=MORNING, results=kept)], START, Words(language), ZONE).values():
            assert Words(language).say(seen.because_key, **seen.args)


OPTIONS = {
    "lobbyBypassSettings": {"scope": "organization", "isDialInBypassEnabled": False},
    "allowedPresenters": "roleIsPresenter",
    "recordAutomatically": True,
    "allowRecording": True,
    "audioConferencing": {"conferenceId": "123 456 789", "tollNumber": "+49 69 1234", "tollFreeNumber": "08001234"},
    "chatInfo": {"threadId": "19:secret"},
}


def test_options_say_who_waits_who_presents_and_what_records_itself() -> None:
    options = seen_in(read_options(OPTIONS), MEETING)
    assert item("lobby", [], options=options) == ("todo", "your client waits in the lobby until you let them in")
    assert item("recording", [], options=options) == ("todo", "it records by itself from the start: tell your client before")
    assert item("access", [], options=options)[0] == "todo"


@pytest.mark.parametrize(
    ("scope", "state"),
    [("everyone", "ok"), ("invited", "todo"), ("organizationAndFederated", "todo"), ("organizer", "todo"),
     ("organizationExcludingGuests", "todo")],
)  # fmt: skip
def test_every_lobby_setting_has_its_sentence(scope: str, state: str) -> None:
    options = read_options({"lobbyBypassSettings": {"scope": scope}})
    for language in LANGUAGES:
        assert item("lobby", [], language, options=seen_in(options, MEETING))[0] == state


def test_an_unknown_word_and_a_missing_option_say_nothing() -> None:
    assert (
        seen_in(read_options({"lobbyBypassSettings": {"scope": "unknownFutureValue"}, "allowedPresenters": None}), MEETING) == {}
    )
    assert seen_in(read_options({"LobbyBypassSettings": [], "recordAutomatically": "yes"}), MEETING) == {}


def test_options_that_may_not_be_read_are_told_once_and_stay_unknown() -> None:
    seen = seen_in(MeetingOptions(is_refused=True), MEETING)
    assert list(seen) == ["lobby"]
    state, why = item("lobby", [], options=seen)
    assert state == "unknown" and "your administrator has not allowed it yet" in why and "Read.All" not in why
    assert item("recording", [], options=seen) == ("unknown", "ask before you record")


def test_only_what_is_needed_of_an_online_meeting_is_kept() -> None:
    assert "chatInfo" not in kept_of(OPTIONS) and read_options(kept_of(OPTIONS)) == read_options(OPTIONS)


def test_a_number_that_only_the_options_know_is_dial_in_and_plan_b() -> None:
    bare = replace(MEETING, joining=BARE)
    found = with_numbers(bare, read_options(OPTIONS))
    assert (found.joining.dial_in, found.joining.conference_id) == ("+49 69 1234", "123 456 789")
    states = {one.id: one.state for one in check(Setting(meeting=found, is_theirs=False, day=(), zone=ZONE))}
    assert (states["dial_in"], states["plan_b"]) == ("ok", "ok")
    named = with_numbers(found, MeetingOptions(dial_in="+1 1", conference_id="9"))
    assert named.joining == found.joining  # the invitation's own number stands


def test_a_number_from_the_clients_own_mails_is_plan_b_where_nothing_else_is() -> None:
    state, why = item("plan_b", [], spare=("Aiko Sato", "+81 3 1234"))
    assert (state, why) == ("ok", "if the link fails, call Aiko Sato: +81 3 1234")


def test_files_that_are_only_links_may_not_open_for_the_client() -> None:
    assert item("attachments", [], remarks=1, linked_files=1) == (
        "todo",
        "one file is only a link: your client may not be able to open it",
    )
    assert item("attachments", [], remarks=2, linked_files=1)[0] == "problem"


def test_only_teams_meetings_of_our_own_have_options() -> None:
    assert is_readable(MEETING)
    assert not is_readable(replace(MEETING, is_organizer=False))
    assert not is_readable(replace(MEETING, joining=replace(TEAMS, provider="zoom")))
    assert not is_readable(replace(MEETING, joining=replace(TEAMS, url=None)))
