"""The room sheet as the panel shows it: who is there, who was not spoken to yet, what each needs, whom to remember besides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from sidecar.domain.briefs.brief import Brief, PersonLine
from sidecar.domain.calls import room
from sidecar.domain.calls.room import Seat, Seen
from sidecar.domain.cards.card_actions import shown_name
from sidecar.domain.cards.panel import ROLE_QUESTIONS, Must
from sidecar.domain.meetings.client import Role
from sidecar.domain.meetings.meeting import Meeting, TenantId
from sidecar.domain.times.instant import written
from sidecar.domain.wording.card_parts import literal
from sidecar.flows.before.explained_line import Document
from sidecar.flows.calls.follow_call import Call
from sidecar.flows.known import Known
from sidecar.store.database import Session

ONLY_JUST: Final = room.LATE_AFTER
"""What is told so shortly before the start of a call belongs to it."""


async def room_document(
    session: Session, known: Known, meeting: Meeting, client: str, brief: Brief, musts: Sequence[Must], call: Call | None,
    now: datetime,
) -> Document:  # fmt: skip
    """Everybody but the person themselves and rooms, the other side first."""
    people = [one for one in brief.people if one.side != "room" and one.address and not one.is_me][: room.MOST]
    addresses = [one.address for one in people]
    seats = await _seats(session, known, meeting, brief, people, call, now)
    rows = await session.rows("addressed_in", known.tenant, known.person, meeting.id)
    addressed = frozenset(row["address"] for row in rows)
    hints = await _suggestions(session, known, people)
    is_large = room.is_large(brief.people)
    around = await session.rows("around_client", known.tenant, known.person, client)
    return {
        "mode": "large" if is_large else "small",
        "people": [
            {**_person(one, seats[one.address], musts, known), "is_addressed": one.address in addressed,
             "suggested_role": hints.get(one.address)}
            for one in people
        ],
        "round": room.round_of(people, seats, addressed & frozenset(addresses)),
        "dos": [known.words.say(key) for key in room.DOS] if is_large else [],
        "donts": [known.words.say(key) for key in room.DONTS] if is_large else [],
        "script": known.words.say("room-hands") if is_large else None,
        "others": [{"name": row["name"], "what": row["what"]} for row in around],
    }  # fmt: skip


def _person(one: PersonLine, seat: Seat, musts: Sequence[Must], known: Known) -> Document:
    role = one.role
    return {
        "address": one.address,
        "name": literal(one.name, 80, 12),
        "presence": seat.presence,
        "since": written(seat.since) if seat.since else None,
        "role": role,
        "needs": _needs(one, role, musts, known) if role else None,
        "question": known.words.say(ROLE_QUESTIONS[role]) if role else None,
    }


def _needs(one: PersonLine, role: Role, musts: Sequence[Must], known: Known) -> str:
    """Of whoever decides, what is on the list for them; else what somebody in that part usually needs."""
    waiting = [must.text for must in musts if must.decides and not must.is_done and _is_named(must.decides, one)]
    if waiting:
        return known.words.say("room-needs-to-decide", what=known.words.listed(waiting))
    return known.words.say(room.NEEDS[role])


def _is_named(name: str, one: PersonLine) -> bool:
    """The whole name, the address, or a first name as it is shown."""
    said = name.casefold().strip()
    return said in {one.name.casefold(), one.address, shown_name(one).casefold(), one.name.casefold().partition(" ")[0]}


async def _seats(
    session: Session, known: Known, meeting: Meeting, brief: Brief, people: Sequence[PersonLine], call: Call | None, now: datetime
) -> dict[str, Seat]:
    """Everybody's place. The person's own coming tells nothing of others, so it must be known as theirs."""
    addresses = [one.address for one in brief.people if one.address]
    ids = {row["person_id"]: row["address"] for row in await session.rows("ids_of", known.tenant, addresses)}
    stored = await session.row("meeting", known.tenant, known.person, meeting.id)
    seen = await _seen(session, known.tenant, stored["thread_id"] if stored else None, meeting, call, ids)
    return room.presences(people, seen, start_at=_began(meeting, call), now=now, known=frozenset(ids.values()))


def _began(meeting: Meeting, call: Call | None) -> datetime:
    """The planned start; of a meeting that was moved while it ran, when it really began."""
    began_at = call.started_at if call else None
    return began_at if began_at and began_at < meeting.start_at - room.BEFORE else meeting.start_at


async def _seen(
    session: Session, tenant: TenantId, thread: str | None, meeting: Meeting, call: Call | None, ids: Mapping[str, str]
) -> list[Seen]:
    """What Teams told of this call; nothing of others under the same link."""
    if not thread or (call is not None and call.known_from != "teams" and call.started_at is None):
        return []
    began_at = call.started_at if call and call.started_at else meeting.start_at - room.BEFORE
    rows = await session.rows("call_events_of", tenant, thread, began_at - ONLY_JUST)
    until_at = (call.ended_at if call else None) or meeting.end_at + room.AFTER
    found = [
        Seen(
            kind=row["kind"],
            at=row["happened_at"],
            address=ids.get(row["person_id"], ""),
            is_guest=not row["person_id"] and row["kind"] in ("join", "leave"),
        )
        for row in rows
        if row["happened_at"] <= until_at
    ]
    return [*found, Seen(kind="end", at=call.ended_at)] if found and call and call.ended_at else found


async def _suggestions(session: Session, known: Known, people: Iterable[PersonLine]) -> dict[str, Document]:
    """A part for whoever has none, with the words that speak for it: a title of their own, else what they said in a call."""
    rows = await session.rows("corrections", known.tenant, known.person)
    off = {row["subject"] for row in rows if row["kind"] == "role_off"}
    asked = [one for one in people if one.role is None and one.side not in ("ours", "room") and one.address not in off]
    wrong = known.corrections.wrong_people
    hints = await session.rows("role_hints_for", known.tenant, known.person, [one.address for one in asked])
    found = {row["address"]: {"role": row["role"], "quote": row["quote"]} for row in reversed(hints)}
    for one in asked:
        role = room.role_from_title(one.title) if one.address not in wrong else None
        if role and one.title:
            found[one.address] = {"role": role, "quote": literal(one.title, 80, 12)}
    return found
