"""Everything that is said in a person's chat goes through here, at a pace that holds across processes and machines."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from zlib import crc32

import structlog

from sidecar.domain.meetings.meeting import TenantId
from sidecar.domain.meetings.pace import IN_A_CONVERSATION, IN_A_TENANT, IN_THE_FEED, NOTICES, Pace
from sidecar.errors import Retryable
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.flows.make_card import Shown
from sidecar.flows.notify_feed import SOON, notify_feed
from sidecar.graph.client import GraphError
from sidecar.store.database import Session

log = structlog.get_logger()
OF_THE_TENANT = frozenset({IN_A_TENANT, IN_THE_FEED})
SPREAD = timedelta(seconds=2)
"""Those who must wait for their tenant come back spread over so long, the same person always at the same point of it."""


async def send(hands: Hands, known: Known, shown: Shown) -> str | None:
    """A new message; the id that Teams gave it, None where Teams gave none.

    Raises Gone, Refused, or Retryable: too fast, or Teams cannot answer now; after Unsure it may have arrived all the same.
    """
    await _take_turn(hands, known, IN_A_CONVERSATION, NOTICES, IN_A_TENANT)
    return await hands.messenger.send(known.conversation, shown.card, shown.summary)


async def send_noted(
    hands: Hands,
    known: Known,
    shown: Shown,
    begin: Callable[[Session], Awaitable[bool]],
    note: Callable[[Session, str | None], Awaitable[None]],
) -> None:
    """The same, stored on both sides: `begin` before it is sent, False where it is not to be sent after all, and `note` what Teams
    answered. Whoever finds it begun and not noted knows that it may have arrived. Raises as `send`; then nothing is noted."""
    await _take_turn(hands, known, IN_A_CONVERSATION, NOTICES, IN_A_TENANT)
    async with hands.sending:
        async with hands.database.transaction(known.tenant) as session:
            is_ours = await begin(session)
        if is_ours:
            sent = await hands.messenger.send(known.conversation, shown.card, shown.summary)
            async with hands.database.transaction(known.tenant) as session:
                await note(session, sent)


async def tell(hands: Hands, known: Known, shown: Shown, about: str, *starts: datetime, kind: str = SOON) -> str | None:
    """A notice of meetings that begin so, by the one way that the person chose: a message in the chat, or an entry in the
    activity feed, of which there is no id: nothing can be changed in it later.

    `about` names the notice: told again, it stands in the feed once. `kind`: of the entry there. Where the feed refuses it, the
    chat has it. Raises as `send`.
    """
    if known.wishes.channel != "feed" or not hands.tab:
        return await send(hands, known, shown)
    await _take_turn(hands, known, NOTICES, IN_THE_FEED)
    try:
        await notify_feed(hands, known, shown, about, starts, kind)
    except GraphError as error:
        log.warning("feed_refused", status=error.status, code=error.code)
        return await answer(hands, known, shown)  # this notice has had its turn
    return None


async def answer(hands: Hands, known: Known, shown: Shown) -> str | None:
    """A message that the person asked for: no notice, so only the limits of Teams hold it back. Raises as `send` does."""
    await _take_turn(hands, known, IN_A_CONVERSATION, IN_A_TENANT)
    return await hands.messenger.send(known.conversation, shown.card, shown.summary)


async def may_speak_in_group(hands: Hands, tenant: TenantId, conversation: str) -> bool:
    """One turn in a chat that is nobody's own; False where it is too fast, or nobody of the tenant has the bot."""
    now = hands.clock()
    async with hands.database.transaction(tenant) as session:
        row = await session.row("has_people", tenant)
        if row is None or not row["has_people"]:
            return False
        pace = IN_A_CONVERSATION
        row = await session.row("take_turn", tenant, conversation, pace.name, now, pace.every, pace.tolerance)
    return row is not None


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
            who = "" if pace in OF_THE_TENANT else known.person
            if await session.row("take_turn", known.tenant, who, pace.name, now, pace.every, pace.tolerance) is None:
                row = await session.row("turn", known.tenant, who, pace.name)
                wait = row["next_at"] - pace.tolerance - now if row else pace.every
                raise Retryable(f"too fast for the {pace.name}", wait + _spread(known.person if not who else ""))


def _spread(person: str) -> timedelta:
    return SPREAD * (crc32(person.encode()) % 1000) / 1000 if person else timedelta()
