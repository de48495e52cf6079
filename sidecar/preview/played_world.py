"""What a played call does to the world: the clock, the local tenant that plays Teams, and the product that listens."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Protocol
from urllib.parse import unquote

import aiohttp

from sidecar.domain.calls.breaks import Spoken
from sidecar.domain.followups.followup import seat_called
from sidecar.domain.meetings.client import side_of
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.times.instant import written
from sidecar.errors import Refused
from sidecar.flows.before.look_at_week import look_at_week
from sidecar.flows.calls.follow_call import followed, heard
from sidecar.flows.followups.read_call import seats_of
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.web.panel_door import ASKED_BY_PANEL
from sidecar.words import Words

CARD_WITHIN: Final = 10.0
"""Real seconds that the workers get to send the card before the call begins without it."""
CARD_LOOK: Final = 0.25
_THREAD: Final = re.compile(r"19:[A-Za-z0-9_-]{8,200}@thread\.[a-z0-9]{1,12}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A call as the product sees it. `waits_for`: the hint or the question that is open, by its name."""

    is_done: bool
    waits_for: str | None
    break_until: datetime | None


class PlaySide(Protocol):
    """Everything that a player does beyond counting seconds. All of it may raise CompanionError."""

    async def words(self) -> Words:
        """The person's language."""

    async def meeting(self, meeting_id: str) -> Meeting | None:
        """A meeting of theirs that stands in the calendar."""

    async def card_due(self, meeting: Meeting) -> datetime | None:
        """When the card before it comes, if it has not."""

    async def travel(self, ahead: timedelta) -> None:
        """Move the clock forward."""

    async def card_sent(self, meeting: Meeting) -> None:
        """Give the workers a moment to send it."""

    async def call(self, meeting: Meeting, what: str, speakers: Sequence[str] = ()) -> None:
        """`what` is start, join, leave or end."""

    async def heard(self, meeting: Meeting, spoken: Sequence[Spoken]) -> None:
        """Words that are over, in seconds from the start of the call."""

    async def lull(self, meeting: Meeting) -> None:
        """Nobody speaks."""

    async def transcript(self, meeting: Meeting, vtt: str, began_at: datetime, ended_at: datetime) -> None:
        """What Teams writes down of a call."""

    async def standing(self, meeting: Meeting) -> Standing:
        """The call as it is now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanionSide:
    """The real one. `tell` scripts the local tenant; `door` is our own address."""

    hands: Hands
    tenant: TenantId
    person: PersonId
    door: str
    tell: Callable[[str, Mapping[str, Any]], Awaitable[Any]]
    go: Callable[[timedelta], Awaitable[None]]

    async def words(self) -> Words:
        async with self.hands.database.transaction(self.tenant) as session:
            known = await known_person(self.hands, session, self.tenant, self.person)
        return known.words if known else Words("en")

    async def meeting(self, meeting_id: str) -> Meeting | None:
        async with self.hands.database.transaction(self.tenant) as session:
            row = await session.row("meeting", self.tenant, self.person, meeting_id)
        return meeting_of(row) if row is not None and not row["is_gone"] else None

    async def card_due(self, meeting: Meeting) -> datetime | None:
        week = await look_at_week(self.hands, self.tenant, self.person)
        found = (one for day in week["days"] for one in day["meetings"] if one["id"] == meeting.id)
        waiting = [moment["due"] for one in found for moment in one["moments"] if moment["state"] == "waiting"]
        return datetime.fromisoformat(max(waiting)) if waiting else None

    async def travel(self, ahead: timedelta) -> None:
        await self.go(ahead)

    async def card_sent(self, meeting: Meeting) -> None:
        for _ in range(int(CARD_WITHIN / CARD_LOOK)):
            await asyncio.sleep(CARD_LOOK)
            if await self.card_due(meeting) is None:
                return

    async def call(self, meeting: Meeting, what: str, speakers: Sequence[str] = ()) -> None:
        """From Teams where the bot would be told: in a Teams meeting of our own. Elsewhere the person taps."""
        async with self.hands.database.transaction(self.tenant) as session:
            known = await known_person(self.hands, session, self.tenant, self.person)
        if known is None:
            return
        thread = _THREAD.search(unquote(meeting.joining.url or ""))
        host = meeting.organizer
        is_ours = host is None or side_of(host, known.ours, known.corrections) == "ours"
        if thread is not None and is_ours:
            await self._told_by_teams(known, meeting, thread[0], what, speakers)
        elif what in ("start", "end"):
            await self._tap(meeting, "started" if what == "start" else "ended")

    async def _told_by_teams(self, known: Known, meeting: Meeting, thread: str, what: str, speakers: Sequence[str]) -> None:
        body: dict[str, Any] = {"person": self.person, "thread": thread, "what": what}
        if what in ("join", "leave"):
            body["value"] = {"members": self._members(known, meeting, what, speakers)}
        await self.tell("call", body)

    def _members(self, known: Known, meeting: Meeting, what: str, speakers: Sequence[str]) -> list[dict[str, Any]]:
        """Teams names ours by their directory id; guests have none."""
        seats, found = seats_of(meeting, known), []
        for name in speakers:
            seat = seat_called(name, seats)
            user = {"id": f"29:{seat.address if seat else name}", "name": name}
            if seat is not None and seat.is_me:
                user["aadObjectId"] = self.person
            found.append({"user": user, "meeting": {"inMeeting": what == "join", "role": "Presenter"}})
        return found

    async def heard(self, meeting: Meeting, spoken: Sequence[Spoken]) -> None:
        await heard(self.hands, self.tenant, self.person, MeetingId(meeting.id), spoken)

    async def lull(self, meeting: Meeting) -> None:
        await self._tap(meeting, "lull")

    async def _tap(self, meeting: Meeting, what: str) -> None:
        """As the panel says it, through the panel's own door. One that no longer fits is no mistake."""
        token = (await self.tell("tab-token", {"person": self.person}))["token"]
        headers = {"Authorization": f"Bearer {token}", ASKED_BY_PANEL: "1"}
        timeout = aiohttp.ClientTimeout(total=30)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout, headers=headers) as session,
                session.post(f"{self.door}/api/panel/call", json={"meeting": meeting.id, "what": what}) as answer,
            ):
                if answer.status >= 400 and answer.status not in (409, 429):
                    raise Refused((await self.words()).say("play-failed"))
        except (aiohttp.ClientError, TimeoutError):
            raise Refused((await self.words()).say("play-failed")) from None

    async def transcript(self, meeting: Meeting, vtt: str, began_at: datetime, ended_at: datetime) -> None:
        await self.tell("meeting-policy", {"person": self.person, "is_granted": True})  # what an administrator does once
        body = {"event_id": meeting.event_id, "vtt": vtt, "began_at": written(began_at), "ended_at": written(ended_at)}
        await self.tell("transcript", body)

    async def standing(self, meeting: Meeting) -> Standing:
        now = self.hands.clock()
        async with self.hands.database.transaction(self.tenant) as session:
            known = await known_person(self.hands, session, self.tenant, self.person)
            if known is None:
                return Standing(is_done=False, waits_for=None, break_until=None)
            found = await followed(session, known, meeting, now)
        hint, pause = found.live.hint, found.live.pause
        return Standing(
            is_done=found.told.is_done,
            waits_for=hint.id if hint is not None else found.told.asks,
            break_until=pause.until if pause is not None else None,
        )
