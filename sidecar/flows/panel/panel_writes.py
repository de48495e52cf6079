"""What a person writes, ticks and sets beside a meeting: stored at once, for them alone. Locks: the person first, then the
meeting."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sidecar.domain.cards import panel
from sidecar.domain.cards.panel import Must
from sidecar.domain.meetings.client import role_named
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.meetings.wake import refresh_wake
from sidecar.errors import Refused
from sidecar.flows.calls.follow_call import covered
from sidecar.flows.calls.musts import carried_to, plan_in, settle, short_line
from sidecar.flows.followups.follow_up_again import follow_up_again
from sidecar.flows.followups.noted_promises import note_finished, note_removed, promise_noted
from sidecar.flows.followups.shared_follow_up import hold_call
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, meeting_of
from sidecar.flows.panel.panel_access import LONGEST_ID, NotYours, can_be_id, own_meeting, watched
from sidecar.flows.panel.panel_state import computed_musts
from sidecar.flows.watching.plan_meeting import make_brief
from sidecar.store.database import Session

MOST_NOTES: Final = 200
MOST_MUSTS: Final = 60
LONGEST_ADDRESS: Final = 320
ROLE: Final = "role"
"""The kind of correction that holds a role: it can be undone and exported like every other."""
NO_ROLE: Final = "role_off"
"""The person said that somebody has none: nothing is suggested for them any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Who writes, and the language for somebody who is not known."""

    hands: Hands
    tenant: TenantId
    person: PersonId
    language: str = "en"

    @asynccontextmanager
    async def writing(self, call: str = "") -> AsyncIterator[tuple[Session, Known]]:
        """A transaction that holds the person's row; of a call that is named, also the colleagues' who were in it. Raises
        NotWatched."""
        async with self.hands.database.transaction(self.tenant) as session:
            if can_be_id(call):
                await hold_call(session, self.tenant, self.person, MeetingId(call))
            else:
                await session.row("lock_person", self.tenant, self.person)
            yield session, await watched(self.hands, session, self.tenant, self.person, self.language)


async def allowed(who: Writer, meeting: str | None = None) -> None:
    """Raises NotWatched for whoever may not use the panel, and NotYours for a meeting that is not in their mailbox."""
    async with who.hands.database.transaction(who.tenant) as session:
        known = await watched(who.hands, session, who.tenant, who.person, who.language)
        if meeting is not None:
            await own_meeting(session, known, meeting)


async def add_note(who: Writer, meeting: str, note_id: str, kind: str, text: str, speaker: str = "") -> None:
    """Keep a note; the same id again changes nothing. `speaker`: who said it. Raises NotWatched, NotYours, or Refused with the
    mend."""
    async with who.writing() as (session, known):
        row = await own_meeting(session, known, meeting, lock=True)
        if kind not in panel.NOTE_KINDS or not _is_uuid(note_id):
            raise Refused(known.words.say("panel-bad-body"))
        said, now, name = _text(known, text), who.hands.clock(), short_line(known, speaker)
        args = (note_id.lower(), meeting, kind, said, now, MOST_NOTES)
        if await session.row("add_note", known.tenant, known.person, *args) is None:
            raise Refused(known.words.say("panel-note-many", most=str(MOST_NOTES)))
        if name:
            await session.run("name_speaker", known.tenant, known.person, note_id.lower(), name)
        if kind == "promise":
            await promise_noted(who.hands, session, known, row, note_id.lower(), said, name)
        await follow_up_again(who.hands, session, known, MeetingId(meeting))


async def finish_note(who: Writer, note_id: str, is_done: bool) -> None:
    """Done, or not after all. Raises NotWatched and NotYours."""
    async with who.writing() as (session, known):
        meeting = await _touched(session, known, "finish_note", note_id, is_done)
        await note_finished(who.hands, session, known, note_id, is_done)
        await follow_up_again(who.hands, session, known, meeting)


async def remove_note(who: Writer, note_id: str) -> None:
    """Gone for good. Raises NotWatched and NotYours."""
    async with who.writing() as (session, known):
        meeting = await _touched(session, known, "drop_note", note_id)
        await note_removed(who.hands, session, known, note_id)
        await follow_up_again(who.hands, session, known, meeting)


async def cover(
    who: Writer, meeting: str, must_id: str, text: str | None, is_done: bool, more: Mapping[str, Any] | None = None
) -> None:
    """Something was covered, or not after all; with `text`, a point of the person's own; with `more` (`is_moved`, `minutes`,
    `decides`), moved to next time or planned. Raises as `add_note` does."""
    async with who.writing() as (session, known):
        row, plan = await own_meeting(session, known, meeting, lock=True), plan_in(known, more or {})
        rows = await session.rows("musts_of", known.tenant, known.person, meeting)
        is_new = must_id not in {one["must_id"] for one in rows}
        if is_new and len(rows) >= MOST_MUSTS:
            raise Refused(known.words.say("panel-must-many", most=str(MOST_MUSTS)))
        if text is not None and not _is_uuid(must_id):
            raise Refused(known.words.say("panel-bad-body"))
        said = _text(known, text) if text is not None else None
        is_bringing = plan.is_moved is not None or (is_new and said is None)
        brought = await _brought(session, known, meeting_of(row), who) if is_bringing else {}
        if is_new and said is None and must_id not in brought:
            raise NotYours(known.words.say("panel-not-yours"))
        now = who.hands.clock()
        await session.run("put_must", known.tenant, known.person, meeting, must_id, said, is_done, now)
        await settle(session, known, row, must_id, brought, is_done, plan, now)
        if is_done:
            await covered(who.hands, session, known, meeting_of(row))


async def choose_role(who: Writer, address: str, role: str | None) -> None:
    """Give somebody a role, or take it back; cards that show them follow. Raises as `set_role` does, and NotWatched."""
    async with who.writing() as (session, known):
        await set_role(who.hands, session, known, address, role)
        rows = await session.rows("touch_meetings_with", known.tenant, known.person, address.strip().lower(), who.hands.clock())
        await _redraw(who.hands, session, known, rows)


async def tick_check(who: Writer, meeting: str, check: str, is_ticked: bool) -> None:
    """Tick one item of a meeting's list, or untick it; its card follows. Raises as `tick` does, and NotWatched."""
    async with who.writing() as (session, known):
        await own_meeting(session, known, meeting, lock=True)
        await tick(who.hands, session, known, MeetingId(meeting), check, is_ticked)
        await _redraw(who.hands, session, known, await session.rows("touch_meeting", known.tenant, known.person, meeting))


async def set_role(hands: Hands, session: Session, known: Known, address: str, role: str | None) -> None:
    """The same in an open transaction that holds the person's row, without looking at cards.

    Raises NotYours for somebody in no meeting of theirs, and Refused for a role that is none.
    """
    who = address.strip().lower()
    is_known = 0 < len(who) <= LONGEST_ADDRESS and who.isprintable()
    row = await session.row("has_met", known.tenant, known.person, who) if is_known else None
    if row is None or not row["has_met"] or who == known.address.lower():
        raise NotYours(known.words.say("panel-not-yours"))
    if role is None:
        await session.run("undo_correction", known.tenant, known.person, ROLE, who)
        await session.run("correct", known.tenant, known.person, NO_ROLE, who, "", hands.clock())
        await session.run("drop_role_hints", known.tenant, known.person, who)
    elif role_named(role):
        await session.run("correct", known.tenant, known.person, ROLE, who, role, hands.clock())
        await session.run("undo_correction", known.tenant, known.person, NO_ROLE, who)
    else:
        raise Refused(known.words.say("panel-bad-body"))


async def tick(hands: Hands, session: Session, known: Known, meeting: MeetingId, check: str, is_ticked: bool) -> None:
    """Tick in an open transaction that holds the person's row, then the meeting's. Raises NotYours for an item that is none."""
    if check not in panel.CHECK_IDS:
        raise NotYours(known.words.say("panel-not-yours"))
    if is_ticked:
        await session.run("put_tick", known.tenant, known.person, meeting, check, hands.clock())
    else:
        await session.run("drop_tick", known.tenant, known.person, meeting, check)


async def _brought(session: Session, known: Known, meeting: Meeting, who: Writer) -> dict[str, Must]:
    """What the brief itself says must be covered, and what was moved here, by id."""
    verdict = known.verdict_while_it_lasts(meeting, who.hands.clock())
    if not verdict.is_client:
        return {}
    brief, client = await make_brief(session, known, meeting, verdict), verdict.client_domain
    computed = await computed_musts(session, known, brief, meeting, client)
    return {one.id: one for one in (*await carried_to(session, known, meeting, client), *computed)}


async def _touched(session: Session, known: Known, query: str, note_id: str, *more: object) -> MeetingId:
    """Change one note; the meeting that it was written beside."""
    row = await session.row(query, known.tenant, known.person, note_id.lower(), *more) if _is_uuid(note_id) else None
    if row is None:
        raise NotYours(known.words.say("panel-not-yours"))
    return MeetingId(row["meeting_id"])


async def _redraw(hands: Hands, session: Session, known: Known, rows: Sequence[Mapping[str, Any]]) -> None:
    """What stands in the chat for these meetings is looked at again."""
    wakes = [refresh_wake(known.tenant, known.person, MeetingId(row["meeting_id"]), row["revision"]) for row in rows]
    await hands.arm(session, wakes)


def _text(known: Known, text: str) -> str:
    said = panel.clean(text)
    if not said:
        raise Refused(known.words.say("panel-note-empty"))
    if len(said) > panel.LONGEST_NOTE:
        raise Refused(known.words.say("panel-note-long", most=str(panel.LONGEST_NOTE)))
    return said


def _is_uuid(text: str) -> bool:
    try:
        return len(text) <= LONGEST_ID and str(UUID(text)) == text.lower()
    except ValueError:
        return False
