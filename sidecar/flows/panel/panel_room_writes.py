"""What a person ticks and sets of the hour and the room: stored at once, for them alone; every one may be sent twice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from sidecar.domain.calls.hour import LONGEST_OPENING, VISIT
from sidecar.domain.meetings.client import everybody
from sidecar.domain.meetings.meeting import Meeting
from sidecar.errors import Refused
from sidecar.flows.calls.hour_document import care_of, openers_for
from sidecar.flows.calls.musts import short_line
from sidecar.flows.known import Known, meeting_of
from sidecar.flows.panel.panel_access import LONGEST_ID, NotYours, own_meeting
from sidecar.flows.panel.panel_writes import Writer
from sidecar.flows.watching.plan_meeting import make_brief
from sidecar.store.database import Session

MOST_AROUND: Final = 30
LONGEST_WHAT: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """One meeting of the person's, in an open transaction that holds their row."""

    session: Session
    known: Known
    meeting: Meeting
    client: str
    """The client's domain; empty where the meeting is with none."""

    def refuse(self) -> NotYours:
        return NotYours(self.known.words.say("panel-not-yours"))


@asynccontextmanager
async def _in(who: Writer, meeting: str, *, of_client: bool = False) -> AsyncIterator[_Place]:
    async with who.writing() as (session, known):
        row = await own_meeting(session, known, meeting, lock=True)
        found = meeting_of(row)
        verdict = known.verdict_while_it_lasts(found, who.hands.clock())
        client = (verdict.client_domain if verdict.is_client else None) or ""
        place = _Place(session=session, known=known, meeting=found, client=client)
        if of_client and not place.client:
            raise place.refuse()
        yield place


async def address_somebody(who: Writer, meeting: str, address: str, is_addressed: bool) -> None:
    """The host spoke to somebody of the meeting, or did not after all. Raises NotWatched and NotYours."""
    async with _in(who, meeting) as here:
        name = address.strip().lower()
        if name not in {one.address for one in everybody(here.meeting)} or not name:
            raise here.refuse()
        at = (here.known.tenant, here.known.person, here.meeting.id, name)
        if is_addressed:
            await here.session.run("put_addressed", *at, who.hands.clock())
        else:
            await here.session.run("drop_addressed", *at)


async def take_care(who: Writer, meeting: str, is_on: bool) -> None:
    """Go gently with the client of a meeting, or not. Raises NotWatched and NotYours."""
    async with _in(who, meeting, of_client=True) as here:
        await here.session.run("set_care", here.known.tenant, here.known.person, here.client, is_on, who.hands.clock())


async def set_opening(who: Writer, meeting: str, minutes: int | None) -> None:
    """How long to talk before the agenda with a meeting's client; None: as guides say. Raises as `take_care`, and Refused."""
    async with _in(who, meeting, of_client=True) as here:
        if minutes is not None and not 0 <= minutes <= LONGEST_OPENING:
            raise Refused(here.known.words.say("setting-not-number", least="0", most=str(LONGEST_OPENING)))
        await here.session.run("set_opening", here.known.tenant, here.known.person, here.client, minutes, who.hands.clock())


async def use_opener(who: Writer, meeting: str, opener: str, is_used: bool) -> None:
    """An opener was used, or not after all: it is known next time. Raises NotWatched, and NotYours for one never offered."""
    async with _in(who, meeting, of_client=True) as here:
        if not 0 < len(opener) <= LONGEST_ID or not opener.isprintable():
            raise here.refuse()
        session, known, now = here.session, here.known, who.hands.clock()
        at = (known.tenant, known.person, here.client, opener)
        if not is_used:
            await session.run("unuse_opener", *at, here.meeting.id)
            return
        brief = await make_brief(session, known, here.meeting, known.verdict_while_it_lasts(here.meeting, now))
        care = await care_of(session, known, here.client, brief, now)
        offered = await openers_for(session, known, here.meeting, here.client, brief, care)
        found = next((one for one in offered if one.id == opener), None)
        if found is None:
            raise here.refuse()
        await session.run("use_opener", *at, here.meeting.id, found.kind, found.about, now)


async def tick_visit(who: Writer, meeting: str, item: str, is_ticked: bool) -> None:
    """One thing that a good guest does, done or not. Raises NotWatched and NotYours."""
    async with _in(who, meeting) as here:
        if item not in VISIT:
            raise here.refuse()
        at = (here.known.tenant, here.known.person, here.meeting.id, item)
        if is_ticked:
            await here.session.run("put_tick", *at, who.hands.clock())
        else:
            await here.session.run("drop_tick", *at)


async def remember_somebody(who: Writer, meeting: str, name: str, what: str) -> None:
    """Somebody at the client beside the project, and what to remember; the same name again replaces that.

    Raises NotWatched, NotYours, and Refused with the mend.
    """
    async with _in(who, meeting, of_client=True) as here:
        known = here.known
        called, told = short_line(known, name), short_line(known, what, LONGEST_WHAT)
        if not called:
            raise Refused(known.words.say("panel-note-empty"))
        args = (here.client, called, told, who.hands.clock(), MOST_AROUND)
        if await here.session.row("put_around", known.tenant, known.person, *args) is None:
            raise Refused(known.words.say("panel-around-many", most=str(MOST_AROUND)))


async def forget_somebody(who: Writer, meeting: str, name: str) -> None:
    """Not to be remembered any more. Raises NotWatched and NotYours."""
    async with _in(who, meeting, of_client=True) as here:
        called = short_line(here.known, name)
        if await here.session.row("drop_around", here.known.tenant, here.known.person, here.client, called) is None:
            raise here.refuse()
