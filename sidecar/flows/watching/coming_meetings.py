"""The client meetings that lie ahead of one person, and those that are left out, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sidecar.domain.meetings.client import everybody, side_of
from sidecar.domain.meetings.coming import Coming, coming_of
from sidecar.domain.meetings.meeting import Meeting
from sidecar.flows.clients.stored_evidence import signed_names
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, meeting_of
from sidecar.store.database import Session

AHEAD = timedelta(days=60)
MOST_READ = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """`coming`: what is shown, soonest first. `left_out`: meetings with somebody from outside that are not, and why."""

    coming: tuple[Coming, ...]
    left_out: tuple[tuple[Coming, str], ...]

    def on(self, day: date, zone: str) -> list[Coming]:
        """Those that start on a day of the person's."""
        return [one for one in self.coming if one.meeting.start_at.astimezone(ZoneInfo(zone)).date() == day]


async def coming_meetings(hands: Hands, session: Session, known: Known) -> Ahead:
    """Every meeting ahead, judged as of now. A private meeting is in neither list."""
    now = hands.clock()
    rows = await session.rows("meetings_between", known.tenant, known.person, now, now + AHEAD)
    meetings = [meeting_of(row) for row in rows[:MOST_READ] if not row["is_gone"]]
    judged = [(meeting, known.verdict(meeting, now)) for meeting in meetings if not meeting.is_private]
    names = await _names(session, known, {verdict.client_domain or "" for _, verdict in judged})
    coming, left_out = [], []
    for meeting, verdict in judged:
        organisation = verdict.client_domain or ""
        one = coming_of(meeting, organisation, names.get(organisation, ""), known.ours, known.corrections)
        if verdict.is_client:
            coming.append(one)
        elif people := _others(known, meeting):
            reason = known.words.say(verdict.reasons[0].key, **verdict.reasons[0].args)
            left_out.append((Coming(meeting=meeting, organisation=organisation, name=one.name, people=people), reason))
    return Ahead(coming=tuple(coming), left_out=tuple(left_out))


async def _names(session: Session, known: Known, organisations: set[str]) -> dict[str, str]:
    """What public places call them, but for those that are about another company; else their people below their mails."""
    wanted = sorted(organisations - known.corrections.wrong_companies - {""})
    rows = await session.rows("company_names", known.tenant, wanted) if wanted else []
    signed = await signed_names(session, known.tenant, known.person, organisations)
    return signed | {row["organisation"]: row["name"] for row in rows if row["name"]}


def _others(known: Known, meeting: Meeting) -> tuple[tuple[str, str], ...]:
    sides = ((one, side_of(one, known.ours, known.corrections)) for one in everybody(meeting))
    return tuple((one.address, one.name) for one, side in sides if side not in ("ours", "room"))
