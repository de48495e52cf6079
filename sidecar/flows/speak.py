"""Everything that is said in a person's chat goes through here, at a pace that holds across processes and machines."""

from __future__ import annotations

from datetime import timedelta
from zlib import crc32

from sidecar.domain.pace import IN_A_CONVERSATION, IN_A_TENANT, NOTICES, Pace
from sidecar.errors import Retryable
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.flows.make_card import Shown

SPREAD = timedelta(seconds=2)
"""Those who must wait for their tenant come back spread over so long, the same person always at the same point of it."""


async def send(hands: Hands, known: Known, shown: Shown) -> str | None:
    """A new message; the id that Teams gave it, None where Teams gave none.

    Raises Gone, Refused, or Retryable: too fast, or Teams cannot answer now; then it may have arrived all the same.
    """
    await _take_turn(hands, known, IN_A_CONVERSATION, NOTICES, IN_A_TENANT)
    return await hands.messenger.send(known.conversation, shown.card, shown.summary)


async def edit(hands: Hands, known: Known, activity_id: str, shown: Shown) -> None:
    """Replace a message in place; nobody hears it. Raises as `send` does."""
    await _take_turn(hands, known, IN_A_CONVERSATION, IN_A_TENANT)
    await hands.messenger.edit(known.conversation, activity_id, shown.card, shown.summary)


async def take_out(hands: Hands, known: Known, activity_id: str) -> None:
    """Take a message out of the chat. Raises as `send` does."""
    await _take_turn(hands, known, IN_A_CONVERSATION, IN_A_TENANT)
    await hands.messenger.delete(known.conversation, activity_id)


async def _take_turn(hands: Hands, known: Known, *paces: Pace) -> None:
    """One turn of every limit, or of none. The tenant's row, which all share, comes last and is held shortest."""
    now = hands.clock()
    async with hands.database.transaction(known.tenant) as session:
        for pace in paces:
            who = "" if pace is IN_A_TENANT else known.person
            if await session.row("take_turn", known.tenant, who, pace.name, now, pace.every, pace.tolerance) is None:
                row = await session.row("turn", known.tenant, who, pace.name)
                wait = row["next_at"] - pace.tolerance - now if row else pace.every
                raise Retryable(f"too fast for the {pace.name}", wait + _spread(known.person if not who else ""))


def _spread(person: str) -> timedelta:
    return SPREAD * (crc32(person.encode()) % 1000) / 1000 if person else timedelta()
