"""The page of promises in the personal tab: what I owe, what they owe me, over all clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sidecar.domain.cards.card_lines import subject_of
from sidecar.domain.followups.ledger import STATES, Owed, State, days_left, is_mine, upstream_of, urgency_of
from sidecar.domain.followups.own_words import as_its_owner_reads
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.domain.relationships.nudges import due_words_of, waiting_line
from sidecar.domain.times.instant import written
from sidecar.domain.wording.card_parts import literal
from sidecar.errors import Refused
from sidecar.flows.before.explained_line import Document
from sidecar.flows.followups.ledger import change_owed, client_names, in_doubt, owed_by_id, owed_with, refresh_cards_with
from sidecar.flows.followups.noted_promises import settled
from sidecar.flows.followups.owed_taps import SETTLES, coming_day, wait_for
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, meeting_of
from sidecar.flows.panel.panel_access import NotYours, watched
from sidecar.flows.panel.panel_state import headed
from sidecar.flows.panel.panel_writes import Writer
from sidecar.flows.relationships.send_nudges import redraw_nudges
from sidecar.store.database import Session

MOST_SETTLED: Final = 20
"""Of what was settled only the newest is shown, so that a tap by mistake can be taken back."""
LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class _Page:
    session: Session
    known: Known
    names: Mapping[str, str]
    doubted: frozenset[str]
    now: datetime


async def panel_owed(hands: Hands, tenant: TenantId, person: PersonId, *, language: str = "en") -> Document:
    """Everything that is open, the soonest due first, and what was settled last. Raises NotWatched."""
    now = hands.clock()
    async with hands.database.transaction(tenant) as session:
        known = await watched(hands, session, tenant, person, language)
        owed = await owed_documents(session, known, now)
    opened = [one for one in owed if one["status"] == "open"]
    return {
        **headed(known, now),
        "ours": [one for one in opened if one["side"] == "ours"],
        "theirs": [one for one in opened if one["side"] == "theirs"],
        "settled": [one for one in owed if one["status"] != "open"][:MOST_SETTLED],
    }


async def owed_documents(session: Session, known: Known, now: datetime, states: Sequence[State] = STATES) -> list[Document]:
    """Each promise as a page shows it: the open ones by their day, then the settled ones, the newest first."""
    owed = await owed_with(session, known, states=states)
    names = await client_names(session, known, [one.client for one in owed])
    page = _Page(session, known, names, await in_doubt(session, known), now)
    past = sorted((one for one in owed if one.settled_at), key=lambda one: one.settled_at or now, reverse=True)
    return [await _document(page, one) for one in (*(one for one in owed if one.state == "open"), *past)]


async def write_owed(who: Writer, body: Mapping[str, Any]) -> Mapping[str, Any]:
    """A tap on the page: `done`, `drop`, `reopen`, `wait` with `{"for", "until"}`, `due` with a day or null.

    Raises NotWatched, NotYours for a promise that is not theirs, and Refused with the mend.
    """
    async with who.writing() as (session, known):
        owed_id, what = body.get("id"), body.get("what")
        one = await owed_by_id(session, known, owed_id) if isinstance(owed_id, str) and owed_id.isprintable() else None
        if one is None:
            raise NotYours(known.words.say("owed-gone"))
        if isinstance(what, str) and what in SETTLES:
            await settled(who.hands, session, known, one, SETTLES[what])
        elif what == "wait":
            await _wait(who.hands, session, known, one, body.get("value"))
        elif what == "due":
            await _due(who.hands, session, known, one, body.get("value"))
        else:
            raise Refused(known.words.say("owed-what-unknown"))
    return {"ok": True}


async def _wait(hands: Hands, session: Session, known: Known, one: Owed, value: object) -> None:
    said = value if isinstance(value, Mapping) else {"for": value}
    name, until = said.get("for") or "", said.get("until") or ""
    if not isinstance(name, str) or not isinstance(until, str):
        raise Refused(known.words.say("panel-bad-body"))
    await wait_for(hands, session, known, one.id, name, until)
    await redraw_nudges(hands, session, known, hands.clock())


async def _due(hands: Hands, session: Session, known: Known, one: Owed, value: object) -> None:
    if not (value is None or isinstance(value, str)):
        raise Refused(known.words.say("panel-bad-body"))
    await change_owed(session, known, one.id, due_on=coming_day(known, value, hands) if value else None)
    await refresh_cards_with(hands, session, known, one.client, hands.clock())
    await redraw_nudges(hands, session, known, hands.clock())


async def _document(page: _Page, one: Owed) -> Document:
    known, now, zone = page.known, page.now, page.known.preferences.zone
    meeting, source = await _source(page, one)
    state = urgency_of(one, now, zone)
    is_doubted = state == "late" and one.id in page.doubted
    return {
        "id": one.id,
        "side": one.side,
        "status": one.state,
        "client": one.client,
        "client_name": literal(page.names[one.client], LONGEST_NAME, 8),
        "who": one.who or (None if one.side == "ours" else known.words.say("owed-nobody")),
        "is_mine": is_mine(one, known.name),
        "what": as_its_owner_reads(one),
        "due_on": one.due_on.isoformat() if one.due_on else None,
        "due": due_words_of(one, now, zone, known.words),
        "days": days_left(one, now, zone),
        "state": state,
        "waits_for": one.waits_for,
        "waits_until": one.waits_until.isoformat() if one.waits_until else None,
        "upstream": upstream_of(one, now, zone),
        "waiting": waiting_line(one, now, zone, known.words),
        "quote": one.quote if one.quote != one.what else "",
        "doubt": known.words.say("owed-doubt-mail") if is_doubted else None,
        "meeting": meeting,
        "source": source,
        "made_at": written(one.made_at),
        "settled_at": written(one.settled_at) if one.settled_at else None,
    }


async def _source(page: _Page, one: Owed) -> tuple[str | None, str]:
    """The meeting, while it is stored, and where the promise stands, as a sentence."""
    words, day = page.known.words, page.known.words.day(one.made_at, page.known.preferences.zone)
    row = await page.session.row("meeting", page.known.tenant, page.known.person, one.meeting) if one.meeting else None
    if one.origin in ("mail", "own"):
        return one.meeting if row else None, words.say("owed-source-mail" if one.origin == "mail" else "owed-source-own", day=day)
    if row is None:
        return None, words.say("owed-source-gone", origin=one.origin, day=day)
    key = "owed-source-note" if one.origin == "note" else "owed-source-transcript"
    return one.meeting, words.say(key, subject=subject_of(meeting_of(row), words), day=day)
