"""One warning when a side goes away and one when it is back, whatever happens in between."""

from __future__ import annotations

from typing import Any

from prometheus_client import REGISTRY
from structlog.testing import capture_logs

from sidecar.telemetry.outages import MISSES, Side


def shown(side: str) -> float | None:
    return REGISTRY.get_sample_value("companion_side_away", {"side": side})


def events(logs: list[Any]) -> list[str]:
    return [one["event"] for one in logs]


def test_an_outage_is_told_once_at_its_begin_and_once_at_its_end_with_its_length() -> None:
    now = [0.0]
    side = Side("graph", clock=lambda: now[0])
    with capture_logs() as logs:
        for _ in range(10 * MISSES):
            side.missed("ConnectError")
            now[0] += 1
        assert shown("graph") == 1
        side.answered()
        side.answered()
    assert events(logs) == ["side_away", "side_back"] and shown("graph") == 0
    assert {one["log_level"] for one in logs} == {"warning"}
    assert logs[0]["error"] == "ConnectError" and logs[1]["seconds"] == 10 * MISSES - (MISSES - 1)


def test_a_lost_call_among_others_is_no_outage() -> None:
    side = Side("teams")
    with capture_logs() as logs:
        for _ in range(10):
            for _ in range(MISSES - 1):
                side.missed("TimeoutError")
            side.answered()
    assert logs == [] and not side.is_away


def test_one_place_that_is_silent_counts_once_however_often_it_is_asked() -> None:
    side = Side("web")
    with capture_logs() as logs:
        for _ in range(10):
            side.missed("TimeoutError", "one.example")
        assert logs == []
        for place in ("two.example", "three.example"):
            side.missed("TimeoutError", place)
    assert events(logs) == ["side_away"]
    assert "example" not in str(logs), "whose site it was is nobody's business"
