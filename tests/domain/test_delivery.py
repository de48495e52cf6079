"""What stands in the chat follows the meeting: edited in place, folded when it went far, withdrawn when it is off."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sidecar.domain.meetings.client import Verdict
from sidecar.domain.meetings.delivery import Delivered, change_for, round_of

START = datetime(2026, 11, 23, 14, tzinfo=UTC)
SENT = START - timedelta(minutes=30)
CLIENT = Verdict(is_client=True, client_domain="contoso.com", reasons=())


def one(**changes: object) -> Delivered:
    fields: dict[str, object] = {
        "kind": "pre_call_card",
        "round": 1,
        "state": "sent",
        "shown_start": START,
        "activity_id": "1",
        "sent_at": SENT,
        "card_digest": "d",
    }
    return Delivered(**{**fields, **changes})  # type: ignore[arg-type]


def change(delivered: Delivered, start_at: datetime = START, now: datetime = SENT, **others: object) -> str:
    known: dict[str, object] = {"first_due_at": start_at - timedelta(minutes=30), "verdict": CLIENT, "is_gone": False, **others}
    return change_for(delivered, start_at=start_at, now=now, **known)  # type: ignore[arg-type]


def test_a_meeting_moved_by_an_hour_is_edited_in_place() -> None:
    assert change(one(), START + timedelta(hours=1)) == "edit"


def test_a_meeting_moved_to_another_day_folds_and_its_card_comes_anew() -> None:
    assert change(one(), START + timedelta(days=1)) == "fold_as_moved"
    assert round_of([one(state="moved")]) == 2
    assert round_of([one()]) == 1


def test_half_a_day_is_the_border_between_an_edit_and_news() -> None:
    due = SENT + timedelta(hours=12)
    moved = START + timedelta(hours=12)
    assert change(one(), moved, first_due_at=due) == "fold_as_moved"
    assert change(one(), moved, first_due_at=due - timedelta(seconds=1)) == "edit"


def test_a_start_that_jumps_to_within_two_hours_is_told_anew() -> None:
    early = SENT - timedelta(hours=4)
    assert change(one(), early + timedelta(hours=1), now=early, first_due_at=early + timedelta(minutes=30)) == "fold_as_moved"


@pytest.mark.parametrize("state", ["claimed", "merged", "folded", "moved"])
def test_what_is_not_a_message_of_this_round_is_left_alone(state: str) -> None:
    assert change(one(state=state), START + timedelta(days=2)) == "leave"


def test_cancelled_or_gone_is_said_and_a_tap_of_the_persons_own_is_not_overwritten() -> None:
    assert change(one(), is_gone=True) == "cancel"
    assert change(one(), verdict=Verdict(is_client=False, client_domain=None, reasons=(), skipped="cancelled")) == "cancel"
    assert change(one(), verdict=Verdict(is_client=False, client_domain=None, reasons=(), skipped="declined")) == "withdraw"
    assert change(one(), verdict=Verdict(is_client=False, client_domain=None, reasons=(), skipped="muted")) == "leave"


def test_a_withdrawn_card_comes_back_when_the_meeting_does() -> None:
    assert change(one(state="withdrawn")) == "edit"
