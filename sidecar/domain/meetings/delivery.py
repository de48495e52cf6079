"""What stands in the chat for a meeting, and what should: one message a kind and round, edited in place.

A *round* ends when a meeting moves so far that its new card is news again: the old card folds to one line saying where
the meeting went, and the next round's card comes at its own time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sidecar.domain.meetings.client import Verdict

State = Literal["claimed", "sent", "merged", "folded", "moved", "withdrawn", "late"]
Change = Literal["edit", "fold_as_moved", "cancel", "withdraw", "leave"]
ON_DEMAND = "on_demand"
"""The kind of a card that came because the person asked for it: it follows its meeting, and takes nothing from the plan."""
FAR = timedelta(hours=12)
SOON = timedelta(hours=2)
CLAIM_IS_OLD_AFTER = timedelta(seconds=90)
"""A worker that claimed a message and has not said anything for so long is dead; another wake may send it."""
SILENT = frozenset({"not_client", "muted", "listening"})
"""The person said so with a tap, and the tap's own answer stands in the chat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """One message that was sent, or is being sent."""

    kind: str
    round: int
    state: State
    shown_start: datetime
    activity_id: str | None
    sent_at: datetime | None
    card_digest: str | None
    edited_at: datetime | None = None
    claimed_at: datetime | None = None


def round_of(delivered: Iterable[Delivered]) -> int:
    """The round that a card would be sent in now."""
    return 1 + max((one.round for one in delivered if one.state == "moved"), default=0)


def change_for(
    one: Delivered, *, start_at: datetime, first_due_at: datetime | None, verdict: Verdict, is_gone: bool, now: datetime
) -> Change:
    """What is to become of a message, now that its meeting looks like this. `first_due_at`: when its card would come anew."""
    if one.state not in {"sent", "withdrawn"}:
        return "leave"
    if is_gone or verdict.skipped == "cancelled":
        return "cancel"
    if verdict.skipped is not None:
        return "leave" if verdict.skipped in SILENT else "withdraw"
    if start_at != one.shown_start and _is_news(one, start_at, first_due_at, now):
        return "fold_as_moved"
    return "edit"


def _is_news(one: Delivered, start_at: datetime, first_due_at: datetime | None, now: datetime) -> bool:
    """A silent edit would be missed: the new card is half a day away from the old one, or the start jumped close."""
    is_far = first_due_at is not None and one.sent_at is not None and first_due_at - one.sent_at >= FAR
    jumped_close = one.shown_start - now > SOON and timedelta() < start_at - now <= SOON
    return is_far or jumped_close
