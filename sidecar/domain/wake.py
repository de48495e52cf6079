"""A wake: look at something by its ids, at an instant or after a span. What to do is decided when it fires."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from sidecar.domain.meeting import MeetingId, PersonId, TenantId

WakeKind = Literal["moment", "refresh", "read", "watch", "sweep"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wake:
    """Every key ends in a counter that rises with each stored change, so that a change during a running look is looked at too."""

    kind: WakeKind
    key: str
    what: Mapping[str, str] = field(default_factory=dict)
    due_at: datetime | None = None
    after: timedelta = timedelta()


def moment_wake(tenant: TenantId, person: PersonId, meeting: MeetingId, kind: str, due_at: datetime, revision: int) -> Wake:
    """Look at one moment of one meeting."""
    due = due_at.isoformat()
    return Wake(
        kind="moment",
        key=f"moment:{tenant}:{person}:{meeting}:{kind}:{due}:r{revision}",
        what={"tenant": tenant, "person": person, "meeting": meeting, "moment": kind, "due": due},
        due_at=due_at,
    )


def refresh_wake(tenant: TenantId, person: PersonId, meeting: MeetingId, revision: int, because: str = "changed") -> Wake:
    """Look at what the chat shows of one meeting."""
    what = {"tenant": tenant, "person": person, "meeting": meeting}
    return Wake(kind="refresh", key=f"refresh:{tenant}:{person}:{meeting}:{because}:r{revision}", what=what)


def read_wake(tenant: TenantId, person: PersonId, notices: int, after: timedelta, because: str = "notice") -> Wake:
    """Read one person's calendar, after other notices have had time to come."""
    return Wake(
        kind="read", key=f"read:{tenant}:{person}:{because}:g{notices}", what={"tenant": tenant, "person": person}, after=after
    )


def watch_wake(tenant: TenantId, person: PersonId, counter: int, due_at: datetime, *, must: bool = False) -> Wake:
    """Make, renew or end one person's subscription; `must`: renew it also where it seems to live long enough."""
    key = f"watch:{tenant}:{person}:{int(due_at.timestamp())}:{counter}"
    what = {"tenant": tenant, "person": person, "must": "yes" if must else ""}
    return Wake(kind="watch", key=key, what=what, due_at=due_at)
