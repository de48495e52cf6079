"""One call, several of ours: who of them has the follow-up, and one row for each promise that was made in it.

The organiser has it where they are one of ours and have the bot; else whoever taps first, until they give it back. What each
noted for themselves, their lesson and how it went stay their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sidecar.domain.followups.ledger import Owed
from sidecar.domain.meetings.client import is_ours
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.wording.card_parts import literal
from sidecar.errors import Refused
from sidecar.flows.followups.follow_up_again import follow_up_again
from sidecar.flows.followups.ledger import owed_of, put_owed
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, meeting_of
from sidecar.store.database import Session

CHASES: Final = ("task", "done", "drop", "keep", "ours", "theirs", "propose", "nobody", "somebody")
"""Answers to the prompt that two colleagues must not both give. The others are about the person alone."""
WRITTEN: Final = ("thanks", "one_to_one", "reschedule")
"""Drafts of which a client is to get one, not one from each of us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who looks after what follows from a call. `is_me`: the person who asks; `name` as a card may show it."""

    person: PersonId
    name: str
    is_me: bool


async def hold_call(session: Session, tenant: TenantId, person: PersonId, meeting: MeetingId) -> None:
    """Hold this person and whoever else of ours was in the call: a promise may go from their ledger to this one. In the one order
    in which everybody holds several people, and before the call is held, or two could wait for each other."""
    people = {person}
    row = await session.row("meeting", tenant, person, meeting)
    if row is not None:
        one = meeting_of(row)
        for query in ("also_in_call", "promises_of_call"):
            people |= {PersonId(each["person_id"]) for each in await session.rows(query, tenant, person, one.uid, one.start_at)}
    for each in sorted(people):
        await session.row("lock_person", tenant, each)


async def holder_of(session: Session, known: Known, meeting: Meeting) -> Holder | None:
    """Who has taken it; None while nobody has."""
    row = await session.row("follow_up_owner", known.tenant, _call(meeting))
    if row is None:
        return None
    return Holder(person=row["person_id"], name=_name(row), is_me=row["person_id"] == known.person)


async def is_with_colleague(session: Session, known: Known, meeting: Meeting) -> bool:
    """Whether a colleague has it, so that this person is not to chase the client too."""
    holder = await holder_of(session, known, meeting)
    return holder is not None and not holder.is_me


async def host_is_asked(session: Session, known: Known, meeting: Meeting) -> bool:
    """Whether the organiser is another of ours who has the bot: then it is theirs. A shared mailbox is nobody to be asked."""
    host = meeting.organizer.address if meeting.organizer else ""
    if meeting.is_organizer or not host or not is_ours(host, known.ours):
        return False
    row = await session.row("watched_at", known.tenant, host)
    return bool(row and row["is_watched"])


async def take_it(hands: Hands, session: Session, known: Known, meeting: Meeting, found: Sequence[Owed]) -> bool:
    """Have the follow-up from now on, with every promise of the call that a colleague's ledger held for want of a better place;
    their cards say so, silently. `found`: the call's promises as this person's recap has them. False where a colleague has it.

    Needs a transaction that holds the person and, as `hold_call` does, the others.
    """
    if await host_is_asked(session, known, meeting):
        return True
    others = await _others(session, known, meeting)
    if meeting.is_organizer:
        if others:
            await session.run("lock_call", known.tenant, _call(meeting))
            await _bring_over(session, known, meeting, found)
        return True
    holder = await holder_of(session, known, meeting)
    if not others and holder is None:
        return True
    await session.run("lock_call", known.tenant, _call(meeting))
    if holder is not None and holder.is_me:
        return True
    if await session.row("take_follow_up", known.tenant, _call(meeting), known.person, hands.clock()) is None:
        return await _has_it(session, known, meeting)
    await _bring_over(session, known, meeting, found)
    await _tell_others(hands, session, known, others)
    return True


async def give_back(hands: Hands, session: Session, known: Known, meeting: Meeting) -> None:
    """Nobody has it any more: every card of the call asks again, and whoever taps next has it. Raises Refused where it was
    nobody's to give."""
    await session.run("lock_call", known.tenant, _call(meeting))
    if not await session.run("give_follow_up_back", known.tenant, _call(meeting), known.person):
        raise Refused(known.words.say("tap-unknown"))
    await _tell_others(hands, session, known, await _others(session, known, meeting))


async def left_to_me(session: Session, known: Known, meeting: Meeting, found: Sequence[Owed]) -> list[Owed]:
    """What of a call's promises is to stand in this person's ledger: what they noted, and what was said where no colleague's
    ledger holds it yet. The same call is read by one at a time, so that of two who read it at once one finds the other's row."""
    said = [one for one in found if one.origin == "transcript"]
    if not said or not await _others(session, known, meeting):
        return list(found)
    await session.run("lock_call", known.tenant, _call(meeting))
    if await is_with_colleague(session, known, meeting):
        return [one for one in found if one.origin != "transcript"]
    elsewhere = {_words(owed_of(row)) for row in await _of_call(session, known, meeting)}
    return [one for one in found if one.origin != "transcript" or _words(one) not in elsewhere]


async def kept_by(session: Session, known: Known, meeting: Meeting, one: Owed) -> str:
    """The colleague in whose ledger this promise stands, by name; empty where in none."""
    for row in await _of_call(session, known, meeting):
        if _words(owed_of(row)) == _words(one):
            who = await session.row("person", known.tenant, row["person_id"])
            return _name(who) if who else ""
    return ""


async def _bring_over(session: Session, known: Known, meeting: Meeting, found: Sequence[Owed]) -> None:
    """Move what is open, unless it is the colleague's own word to keep, or a task of theirs already."""
    mine = {_words(one): one for one in found if one.origin == "transcript"}
    for row in await _of_call(session, known, meeting):
        one = owed_of(row)
        if one.state != "open" or one.task or (one.side == "ours" and not one.who):
            continue
        await session.run("drop_promise", known.tenant, row["person_id"], one.id)
        told = mine.get(_words(one), one)
        await put_owed(session, known, replace(one, id=told.id, who=told.who, meeting=meeting.id))


async def _has_it(session: Session, known: Known, meeting: Meeting) -> bool:
    holder = await holder_of(session, known, meeting)
    return holder is not None and holder.is_me


async def _tell_others(hands: Hands, session: Session, known: Known, others: Sequence[Mapping[str, Any]]) -> None:
    """Their cards are looked at again; nobody hears it."""
    for one in others:
        await follow_up_again(hands, session, replace(known, person=one["person_id"]), MeetingId(one["meeting_id"]))


async def _others(session: Session, known: Known, meeting: Meeting) -> list[Mapping[str, Any]]:
    args = (known.tenant, known.person, meeting.uid, meeting.start_at)
    return list(await session.rows("also_in_call", *args))


async def _of_call(session: Session, known: Known, meeting: Meeting) -> list[Mapping[str, Any]]:
    args = (known.tenant, known.person, meeting.uid, meeting.start_at)
    return list(await session.rows("promises_of_call", *args))


def _call(meeting: Meeting) -> str:
    """The same in every mailbox, and another for each occurrence of a series, also where all of them bear one id."""
    return f"{meeting.uid}|{meeting.occurrence.isoformat()}"


def _words(one: Owed) -> tuple[str, str]:
    """What tells two promises of one call apart, whoever's recap it is: the side, and the words that made it."""
    return one.side, " ".join(one.quote.casefold().split())


def _name(row: Mapping[str, Any]) -> str:
    return literal(row["name"] or row["address"], 40, 4)
