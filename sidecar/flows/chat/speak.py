"""Everything that is said in a person's chat goes through here, at a pace that holds across processes and machines."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog

from sidecar.domain.meetings.meeting import TenantId
from sidecar.domain.meetings.pace import IN_A_CONVERSATION, IN_A_TENANT, IN_THE_FEED, NOTICES, Pace
from sidecar.errors import Retryable
from sidecar.flows.before.make_card import Shown
from sidecar.flows.chat.notify_feed import SOON, notify_feed
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.graph.client import GraphError
from sidecar.store.database import Session
from sidecar.teams.notifications import Unsure

log = structlog.get_logger()
OF_THE_TENANT = frozenset({IN_A_TENANT, IN_THE_FEED})
SET_BACK = timedelta(minutes=1)
"""A limit so much further ahead than it can be is from before the clock was set back, as its queries have it too."""
LEAVES = 4
"""Of so many turns of its tenant what is not urgent takes one."""
FORGOTTEN_AFTER = timedelta(minutes=30)
"""A line longer than this, or one from before the clock was set back, begins anew."""


async def send(hands: Hands, known: Known, shown: Shown, *, is_urgent: bool = True) -> str | None:
    """A new message; the id that Teams gave it, None where Teams gave none. What is not urgent leaves most of its tenant's turns
    to what is.

    Raises Gone, Refused, or Retryable: too fast, or Teams cannot answer now; after Unsure it may have arrived all the same.
    """
    await _take_turn(hands, known, IN_A_CONVERSATION, NOTICES, IN_A_TENANT, is_urgent=is_urgent)
    return await hands.messenger.send(known.conversation, shown.card, shown.summary)


async def send_noted(
    hands: Hands,
    known: Known,
    shown: Shown,
    begin: Callable[[Session], Awaitable[bool]],
    undo: Callable[[Session], Awaitable[object]],
    note: Callable[[Session, str | None], Awaitable[None]],
) -> bool:
    """The same, stored on both sides: `begin` before it is sent, False where it is not to be sent after all, and `note` what
    Teams answered; `undo` where Teams has certainly not taken it. Whoever finds it begun and not noted knows that it may have
    arrived, also where the database went away in between. Whether it was sent. Raises as `send`."""
    await _take_turn(hands, known, IN_A_CONVERSATION, NOTICES, IN_A_TENANT)
    async with hands.sending:
        async with hands.database.transaction(known.tenant) as session:
            if not await begin(session):
                return False
        try:
            sent = await hands.messenger.send(known.conversation, shown.card, shown.summary)
        except Unsure:
            raise
        except Retryable:
            async with hands.database.transaction(known.tenant) as session:
                await undo(session)
            raise
        async with hands.database.transaction(known.tenant) as session:
            await note(session, sent)
    return True


async def tell(
    hands: Hands, known: Known, shown: Shown, about: str, *starts: datetime, kind: str = SOON, has_turn: bool = False
) -> str | None:
    """A notice of meetings that begin so, by the one way that the person chose: a message in the chat, or an entry in the
    activity feed, of which there is no id: nothing can be changed in it later.

    `about` names the notice: told again, it stands in the feed once. `kind`: of the entry there. `has_turn`: its turn was taken
    already, with the limits that `paces_of` names. Where the feed refuses it, the chat has it. Raises as `send`.
    """
    if not has_turn:
        await _take_turn(hands, known, *paces_of(hands, known))
    if not _is_in_feed(hands, known):
        return await hands.messenger.send(known.conversation, shown.card, shown.summary)
    try:
        await notify_feed(hands, known, shown, about, starts, kind)
    except GraphError as error:
        log.warning("feed_refused", status=error.status, code=error.code)
        return await answer(hands, known, shown)  # this notice has had its turn
    return None


def _is_in_feed(hands: Hands, known: Known) -> bool:
    return known.wishes.channel == "feed" and bool(hands.tab)


def paces_of(hands: Hands, known: Known) -> tuple[Pace, ...]:
    """The limits of one notice on the way that the person chose; those of the whole tenant, which all share, come last."""
    return (NOTICES, IN_THE_FEED) if _is_in_feed(hands, known) else (IN_A_CONVERSATION, NOTICES, IN_A_TENANT)


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


async def _take_turn(hands: Hands, known: Known, *paces: Pace, is_urgent: bool = True) -> None:
    """One turn of every limit, or of none. The tenant's row, which all share, comes last and is held shortest."""
    now = hands.clock()
    async with hands.database.transaction(known.tenant) as session:
        taken = await session.rows("take_turns", known.tenant, now, *turns_of(known, paces))
        if len(taken) < len(paces):
            raise await too_fast(hands, session, known, paces, now, is_urgent=is_urgent)


def turns_of(known: Known, paces: Sequence[Pace]) -> tuple[list[str], list[str], list[timedelta], list[timedelta]]:
    """The limits as the queries want them: whose, their names, how often, how far ahead each may be."""
    whose = ["" if pace in OF_THE_TENANT else str(known.person) for pace in paces]
    return whose, [pace.name for pace in paces], [pace.every for pace in paces], [pace.tolerance for pace in paces]


async def too_fast(
    hands: Hands, session: Session, known: Known, paces: Sequence[Pace], now: datetime, *, is_urgent: bool = True
) -> Retryable:
    """Which limit it was, and when there is a turn again."""
    rows = await session.rows("turns", known.tenant, *turns_of(known, paces)[:2])
    return refusal_of(hands, rows, known, paces, now, is_urgent=is_urgent) or Retryable("too fast for a limit", paces[0].every)


def refusal_of(
    hands: Hands, rows: Sequence[Mapping[str, Any]], known: Known, paces: Sequence[Pace], now: datetime, *, is_urgent: bool = True
) -> Retryable | None:
    """The first limit that allows no turn now, with the wait; None where each allows one."""
    next_at = {row["name"]: row["next_at"] for row in rows}
    for pace in paces:
        at = next_at.get(pace.name)
        if at is not None and now < at - pace.tolerance and at <= now + pace.every + pace.tolerance + SET_BACK:
            free_at = _in_line(hands, known, pace, at, now, is_urgent=is_urgent) if pace in OF_THE_TENANT else at
            return Retryable(f"too fast for the {pace.name}", free_at - pace.tolerance - now)
    return None


def _in_line(hands: Hands, known: Known, pace: Pace, at: datetime, now: datetime, *, is_urgent: bool) -> datetime:
    """Of many who must wait for their tenant each is given a place of its own, or all would come back at once, again and again.
    What is not urgent has a line of its own with wider places: no card stands behind hundreds of reminders. The lines are this
    process's; with others beside it some come too early and line up anew."""
    line = (known.tenant, pace.name if is_urgent else f"{pace.name} later")
    free_at = hands.lines.get(line, at)
    if not at <= free_at <= now + FORGOTTEN_AFTER:
        free_at = at
    hands.lines[line] = free_at + (pace.every if is_urgent else pace.every * LEAVES)
    return free_at
