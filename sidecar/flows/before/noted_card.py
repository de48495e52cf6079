"""What a tap put in a card's place stays there: people see what they did, until their meeting changes or they take it back."""

from __future__ import annotations

from typing import Final

from sidecar.domain.meetings.delivery import Delivered
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.wording.on_the_wire import digest
from sidecar.store.database import Session

NOTED: Final = "noted"
Said = tuple[str, str, str]
"""A correction: its kind, its subject, its value."""


def digest_of_note(facts: str, said: Said | None) -> str:
    """Kept in place of a card's digest. `facts`: the digest of the meeting as it was tapped; `said`: what the tap stored."""
    return f"{NOTED}:{facts}:{digest(said) if said else ''}"


async def is_noted(session: Session, tenant: TenantId, person: PersonId, one: Delivered, facts: str) -> bool:
    """Whether a message shows the answer to a tap that still holds. `facts`: the digest of the meeting as it is now."""
    what, _, rest = (one.card_digest or "").partition(":")
    tapped, _, said = rest.partition(":")
    if what != NOTED or tapped != facts:
        return False
    if not said:
        return True
    rows = await session.rows("corrections", tenant, person)
    return said in {digest((row["kind"], row["subject"], row["value"] or "")) for row in rows}
