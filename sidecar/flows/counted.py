"""What becomes of messages, counted."""

from __future__ import annotations

from typing import Final, Literal

from prometheus_client import Counter

Result = Literal["sent", "merged", "too_late", "told_by_twin", "dropped", "refused", "gone", "unsure", "postponed"]
KINDS: Final = frozenset({"booking_warning", "prepare", "pre_call_card", "rest_of_day"})
_DELIVERIES: Final = Counter("companion_deliveries_total", "Cards by their kind and what became of them", ["kind", "result"])


def count_delivery(kind: str, result: Result) -> None:
    """One card went this way. Nobody's name or meeting is in a label; a kind that is not ours is `other`."""
    _DELIVERIES.labels(kind if kind in KINDS else "other", result).inc()
