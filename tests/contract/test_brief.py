"""The command as scripts use it: real processes, real files, one document or one line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
OUTLOOK = ROOT / "tests" / "fixtures" / "calendars" / "outlook.ics"
HOUR = timedelta(hours=1)
SPANS = {"long": timedelta(hours=2), "short": timedelta(minutes=60)}
SUNDAY = "2026-11-22T08:00:00Z"
EVENT = """BEGIN:VEVENT
UID:{uid}
DTSTART:{start}
DTEND:{end}
SUMMARY:{subject}
ORGANIZER;CN=Nora Brandt:mailto:nora@contoso.com
ATTENDEE;CN=Nora Brandt;PARTSTAT=ACCEPTED:mailto:nora@contoso.com
{more}
END:VEVENT"""
CLIENT = "ATTENDEE;CN=Maria Silva:mailto:maria@northwindtraders.com"
MEETING_FIELDS = {
    "uid", "occurrence", "subject", "start", "end", "join_url", "provider", "verdict",
    "plan", "people", "cues", "findings", "warnings", "checklist", "card",
}  # fmt: skip


def _companion(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sidecar", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=30, check=False)


def _brief(*files: Path, me: str = "nora@contoso.com", now: str = SUNDAY, more: Sequence[str] = ()) -> dict[str, Any]:
    given = [word for file in files for word in ("--ics", str(file))]
    done = _companion("brief", *given, "--me", me, "--now", now, "--json", *more)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _calendar(folder: Path, *events: str) -> Path:
    path = folder / "calendar.ics"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:test", *events, "END:VCALENDAR", ""]
    path.write_text("\r\n".join("\n".join(lines).splitlines()) + "\r\n", encoding="utf-8")
    return path


def _event(
    uid: str, start: str = "20261123T140000Z", end: str = "20261123T150000Z", more: str = CLIENT, subject: str = "Review"
) -> str:
    return EVENT.format(uid=uid, start=start, end=end, more=more, subject=subject)


def test_a_real_export_gives_every_promised_field_and_every_occurrence_its_own_row() -> None:
    found = _brief(OUTLOOK, me="nora.brandt@contoso.com", now="2026-11-16T08:00:00Z", more=["--within", "15d"])
    rows = [row for row in found["meetings"] if row["subject"].startswith("Fabrikam")]
    assert len(rows) >= 2
    assert len({(row["uid"], row["occurrence"]) for row in rows}) == len(rows)
    assert all(row.keys() >= MEETING_FIELDS for row in found["meetings"])
    assert all(row["card"]["version"] == "1.5" for row in found["meetings"])
    assert "cancelled" in {row["reason"] for row in found["skipped"]}


def test_a_moved_occurrence_keeps_the_instant_it_was_first_planned_for() -> None:
    found = _brief(OUTLOOK, me="nora.brandt@contoso.com")
    moved = next(row for row in found["meetings"] if row["occurrence"] == "2026-11-23T13:00:00Z")
    assert moved["start"] == "2026-11-24T08:30:00Z"


def test_a_room_that_is_only_online_is_never_called_a_place_to_go_to() -> None:
    found = _brief(OUTLOOK, me="nora.brandt@contoso.com")
    moved = next(row for row in found["meetings"] if row["occurrence"] == "2026-11-23T13:00:00Z")
    assert moved["provider"] == "teams"
    assert "no_join_link" in {warning["kind"] for warning in moved["warnings"]}


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        (f"{CLIENT}\nSTATUS:CANCELLED", "cancelled"),
        (f"{CLIENT}\nCLASS:PRIVATE", "private"),
        (f"{CLIENT}\nCLASS:PRIVATE\nTRANSP:TRANSPARENT", "private"),
        (f"{CLIENT}\nTRANSP:TRANSPARENT", "free"),
        ("ATTENDEE;CUTYPE=ROOM;ROLE=NON-PARTICIPANT:mailto:room@contoso.com", "rooms_only"),
        ("ATTENDEE:mailto:sam@eu.contoso.com", "internal_only"),
        ("ATTENDEE:mailto:sam@contoso.com", "internal_only"),
        ("CATEGORIES:Focus", "internal_only"),
    ],
)
def test_what_is_left_out_says_the_first_reason(tmp_path: Path, more: str, reason: str) -> None:
    found = _brief(_calendar(tmp_path, _event("one", more=more)))
    assert [(row["uid"], row["reason"]) for row in found["skipped"]] == [("one", reason)]
    assert found["skipped"][0]["subject"] == (None if reason == "private" else "Review")


def test_a_word_in_a_title_cancels_nothing(tmp_path: Path) -> None:
    found = _brief(_calendar(tmp_path, _event("one", subject="Cancelled: abgesagt")))
    assert [row["uid"] for row in found["meetings"]] == ["one"]


def test_the_window_goes_by_the_actual_start_and_what_runs_now_is_in_it(tmp_path: Path) -> None:
    calendar = _calendar(
        tmp_path,
        _event("running", start="20261122T073000Z", end="20261122T083000Z"),
        _event("over", start="20261122T060000Z", end="20261122T070000Z"),
        _event("in", start="20261122T095959Z", end="20261122T110000Z"),
        _event("beyond", start="20261122T100000Z", end="20261122T110000Z"),
    )
    found = _brief(calendar, more=["--within", "2h"])
    assert "in" in {row["uid"] for row in found["meetings"]}
    assert {row["uid"] for row in (*found["meetings"], *found["skipped"])} <= {"running", "in", "over"}


def test_a_further_domain_of_ours_makes_colleagues(tmp_path: Path) -> None:
    calendar = _calendar(tmp_path, _event("one"))
    found = _brief(calendar, more=["--internal", "northwindtraders.com"])
    assert [row["reason"] for row in found["skipped"]] == ["internal_only"]


def test_one_bad_event_is_named_and_the_others_are_shown(tmp_path: Path) -> None:
    calendar = _calendar(tmp_path, _event("good"), _event("bad", start="notadate"))
    done = _companion("brief", "--ics", calendar, "--me", "nora@contoso.com", "--now", SUNDAY, "--json")
    assert done.returncode == 0
    assert [row["uid"] for row in json.loads(done.stdout)["meetings"]] == ["good"]
    assert "line" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["brief"], "--ics"),
        (["brief", "--ics", "nowhere.ics", "--me", "a@b.example"], "nowhere.ics"),
        (["brief", "--ics", "pyproject.toml", "--me", "a@b.example"], "pyproject.toml"),
        (["brief", "--ics", "sidecar", "--me", "a@b.example"], "folder"),
        (["brief", "--ics", str(OUTLOOK), "--me", "nobody"], "--me"),
        (["brief", "--ics", str(OUTLOOK), "--me", "a@b.example", "--within", "soon"], "--within"),
        (["brief", "--ics", str(OUTLOOK), "--me", "a@b.example", "--now", "today"], "--now"),
        (["brief", "--bogus"], "--bogus"),
        (["brief", "--ics"], "--ics"),
        (["frobnicate"], "frobnicate"),
        (["explain", "event", "pyproject.toml"], "pyproject.toml"),
        (["explain", "clock", "--at", "2026-02-30T10:00", "--from", "UTC", "--to", "UTC"], "--at"),
        (["explain", "clock", "--at", "2026-02-20T10:00", "--from", "Mars/Base", "--to", "UTC"], "--from"),
        (["explain", "clock", "--at", "2026-02-20T10:00", "--from", "UTC"], "--to"),
        (["preview", "--port", "many"], "--port"),
    ],
)
def test_unusable_input_is_one_line_that_names_it(words: list[str], named: str) -> None:
    done = _companion(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert named in done.stderr


def test_a_graph_page_is_explained_with_its_removed_entry(tmp_path: Path) -> None:
    event = {
        "id": "A",
        "iCalUId": "U",
        "subject": "Review",
        "start": {"dateTime": "2026-11-23T14:00:00.0000000", "timeZone": "GMT Standard Time"},
        "end": {"dateTime": "2026-11-23T15:00:00.0000000", "timeZone": "GMT Standard Time"},
        "attendees": [{"type": "required", "emailAddress": {"name": "Maria", "address": "maria@northwindtraders.com"}}],
        "somethingNew": {"a": [1]},
    }
    page = tmp_path / "page.json"
    page.write_text(json.dumps({"value": [event, {"id": "B", "@removed": {"reason": "deleted"}}]}), encoding="utf-8")
    done = _companion("explain", "event", page, "--me", "nora@contoso.com", "--now", SUNDAY)
    first, second = json.loads(done.stdout)["events"]
    assert (first["meeting"]["uid"], first["meeting"]["start"]) == ("U", "2026-11-23T14:00:00Z")
    assert first["verdict"]["client_domain"] == "northwindtraders.com"
    assert first["skipped"] is None
    assert second["meeting"] is None


@pytest.mark.parametrize(
    ("at", "resolved", "instant"),
    [
        ("2026-03-29T02:30", "skipped", "2026-03-29T01:30:00Z"),
        ("2026-10-25T02:30", "ambiguous", "2026-10-25T00:30:00Z"),
        ("2026-11-23T14:00", "exact", "2026-11-23T13:00:00Z"),
    ],
)
def test_a_clock_says_how_a_local_time_was_understood(at: str, resolved: str, instant: str) -> None:
    done = _companion("explain", "clock", "--at", at, "--from", "W. Europe Standard Time", "--to", "Asia/Kolkata")
    found = json.loads(done.stdout)
    assert (found["resolved"], found["instant"]) == (resolved, instant)
    assert found["clocks"][0]["utc_offset"] == "+05:30"


def test_a_thousand_events_are_answered_within_three_seconds(tmp_path: Path) -> None:
    first = datetime(2026, 11, 22, 9, tzinfo=UTC)
    starts = [first + timedelta(days=n % 70, hours=n % 9) for n in range(1000)]
    events = [_event(str(n), f"{at:%Y%m%dT%H%M%SZ}", f"{at + HOUR:%Y%m%dT%H%M%SZ}") for n, at in enumerate(starts)]
    calendar = _calendar(tmp_path, *events)
    begun = os.times()
    found = _brief(calendar)
    ended = os.times()
    assert ended.children_user + ended.children_system - begun.children_user - begun.children_system < 3, "of the processor"
    assert len(found["meetings"]) == sum(at < datetime(2026, 11, 29, 8, tzinfo=UTC) for at in starts)


def _cancellation(folder: Path, *lines: str) -> Path:
    path = folder / "cancel.ics"
    event = _event("series", more="\n".join(["SEQUENCE:1", "STATUS:CANCELLED", *lines, CLIENT]))
    path.write_text(
        "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:CANCEL", event, "END:VCALENDAR", ""]), encoding="utf-8"
    )
    return path


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize(("lines", "left"), [(["RECURRENCE-ID:20261123T140000Z"], 2), ([], 0)])
def test_a_cancellation_in_a_file_of_its_own_counts_in_any_order(
    tmp_path: Path, is_first: bool, lines: list[str], left: int
) -> None:
    series = _calendar(tmp_path, _event("series", more=f"RRULE:FREQ=DAILY;COUNT=3\n{CLIENT}"))
    files = [_cancellation(tmp_path, *lines), series]
    found = _brief(*(files if is_first else files[::-1]))
    assert len(found["meetings"]) == left
    assert {one["reason"] for one in found["skipped"]} == {"cancelled"}


def test_an_organiser_who_declined_their_own_meeting_declined_it(tmp_path: Path) -> None:
    text = _event("one").replace("CN=Nora Brandt;PARTSTAT=ACCEPTED", "CN=Nora Brandt;PARTSTAT=DECLINED")
    (row,) = _brief(_calendar(tmp_path, text))["skipped"]
    assert row["reason"] == "declined"


def test_half_a_letter_in_a_graph_event_is_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "event.json"
    when = '{"dateTime": "2026-12-02T14:00:00", "timeZone": "UTC"}'
    file.write_text(f'{{"id": "1", "subject": "\\ud800", "start": {when}, "end": {when}}}')
    done = _companion("explain", "event", file)
    assert done.returncode == 0 and json.loads(done.stdout)["events"]


def test_three_hundred_series_that_ended_do_not_hide_one_that_lives(tmp_path: Path) -> None:
    ended = [
        _event(f"e{n}", "20150105T100000Z", "20150105T103000Z", "RRULE:FREQ=DAILY;UNTIL=20250630T000000Z") for n in range(300)
    ]
    found = _brief(_calendar(tmp_path, *ended, _event("alive", more=f"RRULE:FREQ=WEEKLY\n{CLIENT}")))
    assert [one["uid"] for one in found["meetings"]] == ["alive"]


KAMCHATKA = "“Kamchatka Standard Time”"
SKIPPED = "02:30 does not exist in Berlin on that day, because the clock jumps forward: 03:30 is meant here"


@pytest.mark.parametrize(
    ("zone", "start", "end", "instants", "told"),
    [
        ("Europe/Berlin", "20270328T023000", "20270328T033000", ("2027-03-28T01:30:00Z", "2027-03-28T02:30:00Z"), SKIPPED),
        ("Europe/Berlin", "20261025T023000", "20261025T033000", ("2026-10-25T00:30:00Z", "2026-10-25T02:30:00Z"),
         "02:30 comes twice in Berlin on that day: the first one is meant here (UTC+02:00)"),
        ("Kamchatka Standard Time", "20261124T100000", "20261124T110000", ("2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z"),
         f"the invitation's time zone {KAMCHATKA} is not known: its 10:00 is read as Berlin time, so check it with them"),
    ],
)  # fmt: skip
def test_a_start_whose_local_time_had_to_be_read_is_said_in_the_document_and_on_the_card(
    tmp_path: Path, zone: str, start: str, end: str, instants: tuple[str, str], told: str
) -> None:
    event = _event("odd").replace("DTSTART:20261123T140000Z", f"DTSTART;TZID={zone}:{start}")
    event = event.replace("DTEND:20261123T150000Z", f"DTEND;TZID={zone}:{end}")
    path = _calendar(tmp_path, "X-WR-TIMEZONE:Europe/Berlin", event)
    found = _brief(path, now=f"{start[:4]}-{start[4:6]}-{int(start[6:8]) - 1:02}T08:00:00Z")
    (one,) = found["meetings"]
    assert (one["start"], one["end"]) == instants
    (mine,) = [person for person in one["people"] if person["address"] == "nora@contoso.com"]
    assert mine["clock"]["note"].startswith(told)
    assert told in json.dumps(one["card"], ensure_ascii=False)
    assert ("unknown_zone" in {warning["kind"] for warning in one["warnings"] if zone in warning["text"]}) is (zone[0] == "K")


def test_a_line_that_is_named_is_named_once(tmp_path: Path) -> None:
    path = _calendar(tmp_path, _event("odd").replace("DTSTART:", "DTSTART;TZID=Kamchatka Standard Time:").replace("00Z", "00", 1))
    done = _companion("brief", "--ics", path, "--me", "nora@contoso.com", "--now", SUNDAY, "--json")
    (line,) = done.stderr.splitlines()
    assert ", line 4: nobody knows the time zone “Kamchatka Standard Time”" in line and "Line 4" not in line


def test_a_weak_cue_in_a_brief_is_a_question(tmp_path: Path) -> None:
    mails = tmp_path / "mails"
    mails.mkdir()
    letter = "From: Maria Silva <maria@northwindtraders.com>\nTo: nora@contoso.com\nDate: Fri, 20 Nov 2026 10:00:00 +0000\n"
    (mails / "1.eml").write_text(f"{letter}Subject: Hi\n\nSee you.\n\n-- \nMaria Silva\nApia, Samoa\nPhone: +685 23 456\n")
    found = _brief(_calendar(tmp_path, _event("weak")), more=["--mail", str(mails)])
    weak = [cue for one in found["meetings"] for cue in one["cues"] if cue["confidence"] == "low"]
    assert [cue["id"] for cue in weak] == ["WS/name_order"] and weak[0]["text"].endswith("?")


def test_the_plan_goes_on_through_the_call_and_after_it(tmp_path: Path) -> None:
    begin = datetime(2026, 11, 24, 9, tzinfo=UTC)
    long, short = (_event(name, f"{begin:%Y%m%dT%H%M%SZ}", f"{begin + span:%Y%m%dT%H%M%SZ}") for name, span in SPANS.items())
    for one, kinds in (("long", ["break", "follow_up"]), ("short", ["follow_up"])):
        (meeting,) = _brief(_calendar(tmp_path, long if one == "long" else short))["meetings"]
        found = {step["kind"]: step["due"] for step in meeting["plan"]}
        assert [kind for kind in found if kind in ("break", "follow_up")] == kinds
        assert found["follow_up"] == meeting["end"] and found.get("break") in (None, "2026-11-24T09:50:00Z")
        assert list(found.values()) == sorted(found.values())
