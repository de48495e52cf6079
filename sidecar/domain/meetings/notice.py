"""A notice from Graph: it says "look at this person's calendar", and nothing else in it is believed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sidecar.domain.meetings.meeting import TenantId

What = Literal["changed", "missed", "subscriptionRemoved", "reauthorizationRequired"]
_LIFECYCLE: tuple[What, ...] = ("missed", "subscriptionRemoved", "reauthorizationRequired")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One entry of a change or lifecycle notification: https://learn.microsoft.com/graph/change-notifications-overview"""

    tenant: TenantId
    subscription: str
    client_state: str
    what: What

    @classmethod
    def read(cls, item: Any) -> Notice | None:
        """The notice in one entry of `value`, or None where it is none. Graph's documents vary the case of keys."""
        if not isinstance(item, Mapping):
            return None
        keys = {str(key).lower(): value for key, value in item.items()}
        tenant, subscription = keys.get("tenantid"), keys.get("subscriptionid")
        if not _is_short_text(tenant) or not _is_short_text(subscription):
            return None
        lifecycle = str(keys.get("lifecycleevent") or "").lower()
        what: What = next((known for known in _LIFECYCLE if known.lower() == lifecycle), "changed")
        state = keys.get("clientstate")
        return cls(
            tenant=TenantId(str(tenant)),
            subscription=str(subscription),
            client_state=str(state) if _is_short_text(state) else "",
            what=what,
        )


def _is_short_text(value: Any) -> bool:
    """Text that the database can hold too: no NUL, no half of a surrogate pair."""
    return isinstance(value, str) and 0 < len(value) <= 128 and "\x00" not in value and value.isprintable()
