"""When a call runs into the next one, and the link that opens the words: rules."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from sidecar.domain.calls.running_late import is_late_for, late_link
from sidecar.domain.meetings.meeting import Joining, Meeting, MeetingId, Provider

TWO = datetime(2026, 11, 23, 13, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def meeting(name: str, start_at: datetime, minutes: int, provider: Provider = "teams") -> Meeting:
    """A call."""
    return Meeting(
        id=MeetingId(name), event_id="", uid="", series_id=None, occurrence=start_at, subject=name, start_at=start_at,
        end_at=start_at + minutes * MINUTE, joining=Joining(provider=provider),
    )  # fmt: skip


NEXT = meeting("next", TWO, 60)


@pytest.mark.parametrize(
    ("planned", "at", "is_late"),
    [
        (60, -1, True), (60, -3, False), (50, -5, True), (50, -8, False), (90, -1, True), (90, -5, False), (60, 10, True),
        (60, 16, False),
    ],
    ids=["two minutes before", "may still end", "runs past its end", "too early to say", "double booked", "and not yet",
         "begun", "no longer five minutes"],
)  # fmt: skip
def test_late_is_who_is_still_in_a_call_when_the_next_begins(planned: int, at: int, is_late: bool) -> None:
    assert is_late_for(NEXT, meeting("first", TWO - 60 * MINUTE, planned), TWO + at * MINUTE) is is_late


def test_a_call_is_never_late_for_itself_or_for_one_that_began_before() -> None:
    assert not is_late_for(NEXT, NEXT, TWO)
    assert not is_late_for(NEXT, meeting("other", TWO, 60), TWO)


def test_the_link_addresses_only_what_is_an_address() -> None:
    crooked = ["a@b.com", "x&users=evil@c.com", "no address", "é@d.com"]
    url, stays = late_link(NEXT, crooked, "Late", "Back & soon?")
    assert stays and parse_qs(urlsplit(url).query) == {"users": ["a@b.com"], "message": ["Back & soon?"]}
    url, stays = late_link(meeting("next", TWO, 60, "zoom"), crooked, "Late", "Back & soon?")
    assert not stays and parse_qs(urlsplit(url).query) == {"to": ["a@b.com"], "subject": ["Late"], "body": ["Back & soon?"]}
    assert late_link(NEXT, ["no address"], "Late", "x") == ("", False)
