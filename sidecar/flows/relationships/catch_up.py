"""On the first working morning after an absence: what was missed, as one line of the day's one message."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sidecar.domain.followups.ledger import is_mine
from sidecar.domain.meetings.away import Absence
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.relationships.nudges import CATCH_UP, Nudge, said_plainly
from sidecar.domain.wording.card_parts import literal
from sidecar.flows.calls.follow_call import call_of
from sidecar.flows.followups.ledger import client_names, owed_with
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.flows.relationships.relationship_store import meetings_since, names_of
from sidecar.store.database import Session

NAMED: Final = 3
WEIGHT: Final = 200
_A_SECOND: Final = timedelta(seconds=1)


async def of_absence(hands: Hands, session: Session, known: Known, now: datetime) -> Sequence[Nudge]:
    """One line, where anything was missed; none for whoever was not away, or came back days ago."""
    absence = known.back(now)
    if absence is None:
        return ()
    parts = [
        *await _met(session, known, absence, now),
        *await _waiting(session, known, absence),
        *await _due(session, known, absence),
    ]
    if not parts:
        return ()
    words, zone = known.words, known.preferences.zone
    last_at = max(absence.from_at, absence.until_at.replace(microsecond=0) - _A_SECOND)
    first, last = words.day(absence.from_at, zone), words.day(last_at, zone)
    is_one = first == last
    text = words.say("nudge-catch-up-day", day=first) if is_one else words.say("nudge-catch-up", **{"from": first, "until": last})
    key = f"away:{absence.until_at.date().isoformat()}"
    return (Nudge(kind=CATCH_UP, client="", text=text, detail=" · ".join(parts), weight=WEIGHT, key=key),)


async def _met(session: Session, known: Known, absence: Absence, now: datetime) -> list[str]:
    """Meetings with clients that were held without the person, those that they declined too."""
    found = [one for one in await meetings_since(session, known, absence.from_at, absence.until_at) if _is_missed(known, one)]
    missed = [one for one in found if not await _was_there(session, known, one, now)]
    clients = {one.id: known.verdict_while_it_lasts(one, one.start_at).client_domain or "" for one in missed}
    names = await client_names(session, known, list(clients.values()))
    zone = known.preferences.zone
    told = [
        f"{literal(names.get(clients[one.id], clients[one.id]), 40, 6)} ({known.words.day(one.start_at, zone)})" for one in missed
    ]
    return [known.words.say("nudge-catch-up-met", count=len(told), what=_some(known, told))] if told else []


def _is_missed(known: Known, one: Meeting) -> bool:
    verdict = known.verdict_while_it_lasts(one, one.start_at)
    return bool(verdict.client_domain) and verdict.skipped in (None, "declined") and not one.is_cancelled


async def _was_there(session: Session, known: Known, one: Meeting, now: datetime) -> bool:
    """Whether Teams saw the person in the call, or tells that it never began."""
    call = await call_of(session, known, one, now)
    if call is None or call.known_from == "calendar":
        return False
    return known.person in call.joined or call.is_held is False


async def _waiting(session: Session, known: Known, absence: Absence) -> list[str]:
    """Clients whose own mail of that time is the last word, as far as mails were read."""
    rows = await session.rows("unanswered_between", known.tenant, known.person, absence.from_at, absence.until_at)
    shown = await names_of(session, known, [row["client"] for row in rows])
    names = [literal(shown.get(row["client"], row["client"]), 40, 6) for row in rows]
    return [known.words.say("nudge-catch-up-waits", who=_some(known, names))] if names else []


async def _due(session: Session, known: Known, absence: Absence) -> list[str]:
    """The person's own promises whose day fell into that time, and that are still open."""
    here = ZoneInfo(known.preferences.zone)
    first, last = (at.astimezone(here).date() for at in (absence.from_at, absence.until_at))
    owed = [one for one in await owed_with(session, known) if one.due_on and first <= one.due_on < last]
    mine = [said_plainly(one) for one in owed if one.state == "open" and is_mine(one, known.name)]
    return [known.words.say("nudge-catch-up-due", count=len(mine), what=_some(known, mine))] if mine else []


def _some(known: Known, told: Sequence[str]) -> str:
    more = len(told) - NAMED
    return known.words.row(told[:NAMED]) + (f" +{more}" if more > 0 else "")
