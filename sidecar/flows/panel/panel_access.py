"""Whose panel it is: a signed-in person sees what is theirs, and learns nothing of anything else, not even that it exists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.errors import Refused
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person
from sidecar.store.database import Session
from sidecar.words import Words, best_language

LONGEST_ID = 1000


class NotWatched(Refused):
    """Signed in, but the bot is not installed for this person, or they may not be watched."""


class NotYours(Refused):
    """Not there, or somebody else's: which of the two is never told."""


async def watched(hands: Hands, session: Session, tenant: TenantId, person: PersonId, language: str) -> Known:
    """The person, if they are watched. Raises NotWatched with how to become so; `language` is for whoever is not known."""
    known = await known_person(hands, session, tenant, person)
    if known is None:
        raise NotWatched(Words(best_language(language)).say("panel-not-installed"))
    if (why_not := await why_not_shown(session, known)) is not None:
        raise NotWatched(why_not)
    return known


async def why_not_shown(session: Session, known: Known) -> str | None:
    """Why nothing of their meetings is shown to somebody, as a sentence for them; None for whoever is watched."""
    row = None if known.is_watched else await session.row("person", known.tenant, known.person)
    return known.words.say(_why(row)) if row is not None else None


def _why(row: Mapping[str, Any]) -> str:
    if not row["is_installed"]:
        return "panel-not-installed"
    if row["membership"] == "unasked":
        return "bot-group-asking"
    return "bot-group-outside" if row["calendar_read_at"] is None else "bot-group-left"


def can_be_id(text: str) -> bool:
    """Whether a text can name a meeting: others are nowhere stored, and some PostgreSQL cannot even be asked for."""
    return 0 < len(text) <= LONGEST_ID and text.isprintable()


async def own_meeting(session: Session, known: Known, meeting_id: str, *, lock: bool = False) -> Mapping[str, Any]:
    """The stored row of a meeting in the person's own mailbox; `lock` holds it, after the person's row. Raises NotYours."""
    query = "lock_meeting" if lock else "meeting"
    row = await session.row(query, known.tenant, known.person, meeting_id) if can_be_id(meeting_id) else None
    if row is None:
        raise NotYours(known.words.say("panel-not-yours"))
    return dict(row)
