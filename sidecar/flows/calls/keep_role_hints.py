"""What people said in a call that speaks for a part in decisions: kept for one person of ours, as a suggestion with its quote."""

from __future__ import annotations

from collections.abc import Sequence

from sidecar.domain.briefs.brief import PersonLine
from sidecar.domain.calls.room import hinted_people
from sidecar.domain.meetings.client import everybody, organisation_of, side_of
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.transcripts.recap_findings import RoleHint
from sidecar.domain.wording.card_parts import literal
from sidecar.flows.known import Known
from sidecar.flows.panel.panel_writes import NO_ROLE
from sidecar.store.database import Session

LONGEST_QUOTE = 300


async def keep_role_hints(session: Session, known: Known, meeting: Meeting, hints: Sequence[RoleHint]) -> int:
    """Keep the hints of a transcript for whom exactly one invited person can be meant; how many were kept.

    Nothing for whoever has a role already or was said to have none. In an open transaction that holds the person's row.
    """
    people = [
        PersonLine(
            address=one.address,
            name=one.name,
            side=side_of(one, known.ours, known.corrections),
            organisation=organisation_of(one.address),
        )
        for one in everybody(meeting)
    ]
    rows = await session.rows("corrections", known.tenant, known.person)
    off = {row["subject"] for row in rows if row["kind"] == NO_ROLE}
    told = [
        (address, hint)
        for address, hint in hinted_people(hints, people)
        if address not in off and address not in known.corrections.roles
    ]
    for address, hint in told:
        quote = literal(hint.because[0], LONGEST_QUOTE, 60)
        args = (address, hint.role, quote, meeting.id, meeting.end_at)
        await session.run("keep_role_hint", known.tenant, known.person, *args)
    return len(told)
