"""The prompt after a call as the side panel shows it; before the call, the word that the person wants to leave behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sidecar.domain.followups.followup import Asked, FollowUp, likely_side
from sidecar.domain.followups.ledger import Owed
from sidecar.domain.followups.own_words import as_its_owner_reads
from sidecar.domain.meetings.client import Verdict
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.wording.links import openable
from sidecar.flows.before.explained_line import Document
from sidecar.flows.calls.follow_call import call_of
from sidecar.flows.followups.gather_followups import gather_follow_up
from sidecar.flows.known import Known
from sidecar.store.database import Session
from sidecar.words import Words

LAST_CALLS: Final = 5
"""So many of the person's own calls the trend looks back on."""


async def follow_up_document(session: Session, known: Known, meeting: Meeting, verdict: Verdict, now: datetime) -> Document:
    """What follows from this call, as far as it is known at `now`."""
    call = await call_of(session, known, meeting, now)
    if call is None or call.state not in ("over", "never_started"):
        said = await session.row("impression_of", known.tenant, known.person, meeting.id)
        return {**_NOTHING, "impression": {"wanted": (said["wanted"] or None) if said else None, "went": None, "trend": None}}
    found = await gather_follow_up(session, known, meeting, verdict, call.started_at or meeting.start_at, is_held=call.is_held)
    return {
        "is_over": True,
        "is_held": found.is_held,
        "promises": [
            *(_promise(one, found) for one in (*found.ours, *found.theirs)),
            *(_asked(one, known.name) for one in found.asked),
        ],
        "drafts": _drafts(found, known.words, await session.rows("drafts_about", known.tenant, known.person, meeting.id)),
        "open": [*(one.quote for one in found.open), *found.parked],
        "one_to_ones": [{"address": one.address, "name": one.name, "quote": one.quote or None} for one in found.one_to_ones],
        "ideas": [{"who": one.who, "text": one.quote} for one in found.ideas],
        "notes": _told(found, known.words),
        "impression": {
            "wanted": found.wanted or None, "went": found.went or None, "trend": await _trend(session, known),
        },
        "lesson": found.lesson or None,
        "check_in_on": found.check_in_on.isoformat() if found.check_in_on else None,
        "checks": list(found.checks),
    }  # fmt: skip


_NOTHING: Final[Document] = {
    "is_over": False, "is_held": None, "promises": [], "drafts": [], "open": [], "one_to_ones": [], "ideas": [], "notes": [],
    "lesson": None, "check_in_on": None, "checks": [],
}  # fmt: skip


def _promise(one: Owed, found: FollowUp) -> Document:
    return {
        "id": one.id, "side": one.side, "who": one.who, "what": as_its_owner_reads(one),
        "due_on": one.due_on.isoformat() if one.due_on else None, "due_words": one.due_words, "quote": one.quote,
        "state": one.state, "task": found.tasks.get(one.id) or ("made" if one.task else None),
    }  # fmt: skip


def _asked(one: Asked, me: str) -> Document:
    return {
        "id": one.id, "side": likely_side(one, me), "who": one.who, "what": one.what,
        "due_on": one.due_on.isoformat() if one.due_on else None, "due_words": one.due_words, "quote": one.quote,
        "state": "ask", "task": None,
    }  # fmt: skip


def _drafts(found: FollowUp, words: Words, made: Sequence[Mapping[str, Any]]) -> list[Document]:
    """What can be written, and where it is once it was."""
    if not found.is_held:
        return [_draft("reschedule", words.say("act-followup-reschedule"), made)]
    alone = [
        {**_draft("one_to_one", words.say("act-followup-one-to-one", who=one.name), made, one.address), "address": one.address}
        for one in found.one_to_ones
        if one.quote
    ]
    return [_draft("thanks", words.say("act-followup-thanks"), made), *alone]


def _draft(kind: str, text: str, made: Sequence[Mapping[str, Any]], address: str = "") -> dict[str, Any]:
    row = next((one for one in made if one["kind"] == kind and (not address or address in one["people"])), None)
    return {"kind": kind, "text": text, "state": "made" if row else "none", "link": openable(row["link"]) if row else None}


def _told(found: FollowUp, words: Words) -> list[str]:
    """What is missing, and what may be wrong."""
    said = [words.say(one.key, **one.args) for one in found.doubts]
    if found.task_problem is not None:
        said.append(words.say(found.task_problem.key, **found.task_problem.args))
    if found.transcript == "open" and found.why_none is not None:
        return [words.say("followup-waiting"), *said]
    if found.transcript == "none" and found.why_none is not None:
        return [words.say(found.why_none.key, **found.why_none.args), *said]
    return said


async def _trend(session: Session, known: Known) -> str | None:
    """How the person's own last calls went, for them alone; nothing before there are three."""
    rows = await session.rows("impressions", known.tenant, known.person, LAST_CALLS)
    if len(rows) < 3:
        return None
    well = sum(row["went"] == "well" for row in rows)
    return known.words.say("followup-trend", well=str(well), count=str(len(rows)))
