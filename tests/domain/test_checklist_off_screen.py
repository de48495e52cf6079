"""What has to work on a screen is asked only of a meeting that has one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sidecar.domain.meetings.checklist import CheckItem
from sidecar.domain.meetings.meeting import Joining, Meeting
from sidecar.words import Words
from tests.domain.sample_meeting import MEETING, brief_of

PHONE = replace(MEETING, joining=Joining(provider="phone", dial_in="+1 312 555 0148"))
ONLY_A_NUMBER = replace(MEETING, joining=Joining(dial_in="+1 312 555 0148"))
PLACE = replace(MEETING, joining=Joining(), location="1 Aldermanbury Square, London")
NOWHERE = replace(MEETING, joining=Joining(), location=None)
ON_SCREEN = ("devices", "screen_share", "access")


def _items(meeting: Meeting) -> dict[str, CheckItem]:
    return {item.id: item for item in brief_of(meeting).checklist}


@pytest.mark.parametrize(("meeting", "why"), [
    (PHONE, "not needed for a phone call"), (ONLY_A_NUMBER, "not needed for a phone call"), (PLACE, "you meet in person"),
])  # fmt: skip
def test_a_call_and_a_visit_need_no_camera_and_no_shared_screen(meeting: Meeting, why: str) -> None:
    items = _items(meeting)
    assert {items[one].state for one in ON_SCREEN} == {"ok"}
    assert {Words("en").say(items[one].because_key) for one in ON_SCREEN} == {why}
    assert items["recording"].state == "unknown"


@pytest.mark.parametrize("meeting", [MEETING, NOWHERE])
def test_whoever_may_meet_on_a_screen_is_asked(meeting: Meeting) -> None:
    assert {_items(meeting)[one].state for one in ON_SCREEN} == {"unknown"}
