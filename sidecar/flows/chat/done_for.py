"""What the product did for one person: told once after their first week, and whenever they ask.

Counted is what the product showed, followed and wrote down; never how the person works, and nobody else is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sidecar.domain.cards.first_week_cards import Done, done_card, done_words
from sidecar.domain.meetings.first_week import FIRST_WEEK, is_week_over
from sidecar.domain.relationships.nudges import WEEK, Nudge
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.store.database import Session


async def answer_done(hands: Hands, session: Session, known: Known) -> Mapping[str, Any]:
    """The answer to “what did you do”: the last seven days."""
    now = hands.clock()
    return done_card(await _done(session, known, now - FIRST_WEEK, now), known.words)


async def of_first_week(hands: Hands, session: Session, known: Known, now: datetime) -> Sequence[Nudge]:
    """One line in the message of the first working morning after a week, where anything was done; what was said once is not said
    again."""
    row = await session.row("person", known.tenant, known.person) if hands.has_first_week else None
    began_at: datetime | None = row["first_card_at"] if row else None
    if began_at is None or not is_week_over(began_at, now, known.preferences.zone):
        return ()
    done = await _done(session, known, began_at, began_at + FIRST_WEEK)
    if not done.is_any:
        return ()
    ask = known.words.say("first-week-again")
    return (Nudge(kind=WEEK, client="", text=done_words(done, "first-week", known.words), detail=ask, key=f"{WEEK}:first"),)


async def _done(session: Session, known: Known, since: datetime, until: datetime) -> Done:
    row = await session.row("done_for", known.tenant, known.person, since, until)
    return Done(**{name: int(row[name]) for name in Done.__slots__}) if row else Done()
