"""A promise that the person notes in the side panel stands in the ledger at once: there is one list of what is owed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sidecar.domain.calls.heard_call import Heard
from sidecar.domain.followups.followup import CallAbout, Jotted, promised
from sidecar.domain.followups.ledger import Owed
from sidecar.flows.followups.follow_up_again import follow_up_again
from sidecar.flows.followups.ledger import keep_owed, owed_of, refresh_cards_with, settle
from sidecar.flows.followups.read_call import seats_of, zone_of_call
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, meeting_of
from sidecar.flows.relationships.send_nudges import redraw_nudges
from sidecar.store.database import Session


def promises_in_note(
    known: Known, row: Mapping[str, Any], note_id: str, said: str, who: str, made_at: datetime
) -> tuple[Owed, ...]:
    """The promise of a note beside a stored meeting, as the follow-up reads it too; of theirs where it names one of them."""
    meeting = meeting_of(row)
    about = CallAbout(
        meeting=meeting.id, client=row["client_domain"] or "", zone=zone_of_call(meeting, known), language=known.words.language,
        began_at=made_at, seats=seats_of(meeting, known),
    )  # fmt: skip
    found, _ = promised(Heard(), [Jotted(id=note_id, kind="promise", said=said, who=who, at=made_at)], about)
    return found


async def promise_noted(
    hands: Hands, session: Session, known: Known, row: Mapping[str, Any], note_id: str, said: str, who: str
) -> None:
    """Keep the promise of a note that was just stored."""
    now = hands.clock()
    for one in await keep_owed(session, known, promises_in_note(known, row, note_id, said, who, now), now):
        await refresh_cards_with(hands, session, known, one.client, now)


async def note_finished(hands: Hands, session: Session, known: Known, note_id: str, is_done: bool) -> None:
    """A note was ticked: the promise that it made is settled too."""
    row = await session.row("promise_of_note", known.tenant, known.person, note_id.lower())
    if row is not None:
        await settled(hands, session, known, owed_of(row), "done" if is_done else "open")


async def note_removed(hands: Hands, session: Session, known: Known, note_id: str) -> None:
    """A note is gone: so is its promise, unless somebody also said it; then it is let go of, and not found again."""
    row = await session.row("promise_of_note", known.tenant, known.person, note_id.lower())
    if row is None:
        return
    one = owed_of(row)
    if one.quote:
        await settled(hands, session, known, one, "dropped")
        return
    await session.run("drop_promise", known.tenant, known.person, one.id)
    await _followed(hands, session, known, one)


async def settled(hands: Hands, session: Session, known: Known, one: Owed, state: Any) -> Owed | None:
    """Settle a promise, and have whatever shows it follow."""
    found = await settle(session, known, one.id, state, hands.clock())
    await _followed(hands, session, known, one)
    return found


async def _followed(hands: Hands, session: Session, known: Known, one: Owed) -> None:
    now = hands.clock()
    await refresh_cards_with(hands, session, known, one.client, now)
    await redraw_nudges(hands, session, known, now)
    if one.meeting is not None:
        await follow_up_again(hands, session, known, one.meeting)
