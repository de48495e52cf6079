"""An instant as every document of ours writes it."""

from __future__ import annotations

from datetime import UTC, datetime


def written(instant_at: datetime) -> str:
    """“2026-11-23T12:00:00Z”: RFC 3339 in UTC, in whole seconds."""
    return f"{instant_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
