"""Who looked at what is stored of whom: noted without names and without content, and told to an administrator who asks.

A row holds numbers. A number says an address only while that person of ours is stored; of whoever was erased it stays a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Literal

from sidecar.domain.apps.erasure import digest_of
from sidecar.domain.meetings.meeting import TenantId
from sidecar.domain.times.instant import written
from sidecar.store.database import Session

What = Literal["explain_person", "export", "forget", "handover", "audit", "card"]
MOST_ROWS: Final = 10_000
EVERYBODY: Final = "everybody"
"""Whom a look at a whole tenant is about."""
_DIGITS: Final = 16


def number_of(tenant: TenantId, whom: str) -> str:
    """The number of somebody: of their id in the directory where they are of ours, of the mail address otherwise."""
    return digest_of(tenant, whom).hex()[:_DIGITS] if whom not in ("", EVERYBODY) else whom


async def note_command(session: Session, tenant: TenantId, account: str, what: What, whose: str, now: datetime) -> None:
    """An administrator ran a command about somebody. `account`: theirs here; `whose`: an id, an address or EVERYBODY."""
    await session.run("note_seen", tenant, account, "", what, number_of(tenant, whose), now)


async def note_card_seen(session: Session, tenant: TenantId, who: str, whose: str, now: datetime) -> None:
    """A colleague saw a card by its owner's leave; both are ids of the directory."""
    await session.run("note_seen", tenant, "", number_of(tenant, who), "card", number_of(tenant, whose), now)


async def who_saw(session: Session, tenant: TenantId, since: datetime, person: str | None) -> list[dict[str, Any]]:
    """Every look since an instant, the newest first; `person`: only those by or about this address."""
    stored = await session.rows("everybody_stored", tenant)
    known = {number_of(tenant, row["person_id"]): row["address"] for row in stored}
    asked = {number for number, address in known.items() if address.lower() == person} if person else set()
    asked |= {number_of(tenant, person)} if person else {""}
    names = {**known, **({number_of(tenant, person): person} if person else {})}
    rows = [row for one in sorted(asked) for row in await session.rows("seen_since", tenant, since, one, MOST_ROWS)]
    rows.sort(key=lambda row: (row["seen_at"], row["seen_id"]), reverse=True)
    return [_told(row, names) for row in rows]


def _told(row: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "at": written(row["seen_at"]),
        "by": "colleague" if row["who"] else "administrator",
        "who": names.get(row["who"], row["who"]) if row["who"] else row["account"],
        "what": row["what"],
        "whose": names.get(row["whose"], row["whose"]),
    }
