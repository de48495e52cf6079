"""What Teams tells of a call is read with whatever is missing, and never invented."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from sidecar.domain.calls.call_event import CallEvent, read_call_event

NOW = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
TOLD = datetime(2026, 11, 23, 14, 1, tzinfo=UTC)
THREAD = "19:meeting_abc@thread.v2"
NAME = "application/vnd.microsoft."


def read(name: str, value: object, told_at: datetime | None = TOLD, channel: object = None) -> CallEvent | None:
    return read_call_event(f"{NAME}{name}", value, tenant="t", thread=THREAD, channel_data=channel, told_at=told_at, now=NOW)


def test_a_start_is_read_from_what_teams_writes() -> None:
    value = {"Id": "MC1", "MeetingType": "Scheduled", "JoinUrl": "x", "Title": "y", "StartTime": "2026-11-23T14:00:31.1234567Z"}
    at = datetime(2026, 11, 23, 14, 0, 31, 123456, tzinfo=UTC)
    assert read("meetingStart", value) == CallEvent(tenant="t", thread=THREAD, kind="start", at=at, teams_id="MC1")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "value", [None, [], "x", {}, {"StartTime": 5}, {"StartTime": "soon"}, {"StartTime": "2026-11-23T14:00:00"}]
)
def test_a_start_without_a_usable_time_is_of_when_it_was_told(value: object) -> None:
    found = read("meetingStart", value)
    assert found is not None and found.at == TOLD
    late = read("meetingStart", value, None)
    assert late is not None and late.at == NOW


def test_who_joins_and_leaves_is_read_and_a_guest_has_no_name() -> None:
    members: list[Any] = [
        {"user": {"aadObjectId": "a"}},
        {"user": {"objectId": "b"}},
        {"user": {"id": "29:guest"}},
        {"user": 5},
        7,
    ]
    joined, left = read("meetingParticipantJoin", {"members": members}), read("MEETINGPARTICIPANTLEAVE", {"members": members})
    assert joined and joined.people == ("a", "b", "") and joined.kind == "join"
    assert left and left.kind == "leave"


def test_the_meetings_id_may_stand_beside_the_event() -> None:
    found = read("meetingEnd", {}, channel={"meeting": {"id": "MC2"}})
    assert found is not None and found.teams_id == "MC2" and found.kind == "end"


def test_another_event_or_one_of_no_chat_is_none() -> None:
    assert read("meetingRoomReady", {}) is None
    assert read_call_event(f"{NAME}meetingStart", {}, tenant="t", thread="", channel_data=None, told_at=None, now=NOW) is None
    assert read_call_event(f"{NAME}meetingStart", {}, tenant="", thread=THREAD, channel_data=None, told_at=None, now=NOW) is None
