"""What is to be asked after one call, from everything that is stored: the transcript's findings, notes, roles, the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sidecar.domain.calls.heard_call import Heard, from_json
from sidecar.domain.followups import ledger
from sidecar.domain.followups.followup import (
    Asked,
    CallAbout,
    FollowUp,
    Jotted,
    OneToOne,
    Seat,
    answered,
    ideas,
    left_out,
    name_doubts,
    one_to_ones,
    own_first,
    promised,
    still_open,
)
from sidecar.domain.followups.ledger import Owed
from sidecar.domain.meetings.client import Verdict
from sidecar.domain.meetings.coming import coming_of
from sidecar.domain.meetings.meeting import Meeting, MeetingId
from sidecar.domain.wording.reason import Reason
from sidecar.flows.clients.research_store import dossiers_on
from sidecar.flows.clients.stored_evidence import signed_names
from sidecar.flows.followups.ledger import keep_owed, owed_with
from sidecar.flows.followups.read_call import seats_of, zone_of_call
from sidecar.flows.followups.shared_follow_up import holder_of, left_to_me
from sidecar.flows.known import Known
from sidecar.store.database import Session

NOT_YET: Mapping[str, Any] = {
    "is_held": None, "transcript": "open", "why_none": None, "heard": None, "answers": {}, "tasks": {}, "task_problem": None,
    "checks": [], "looks": 0, "look_at": None,
}  # fmt: skip
"""A call of which nothing is kept yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    heard: Heard
    notes: Sequence[Jotted]
    seats: Sequence[Seat]
    about: CallAbout


async def keep_promises(
    session: Session, known: Known, meeting: Meeting, verdict: Verdict, began_at: datetime, now: datetime
) -> None:
    """Put what was promised in this call into the ledger, each promise once, in a transaction that holds the person's row."""
    row = await _row(session, known, meeting.id)
    told = await _told(session, known, meeting, verdict, began_at, row)
    found, asked = promised(told.heard, told.notes, told.about)
    said = [answered(one, side, told.about) for one in asked if (side := row["answers"].get(one.id)) in ("ours", "theirs")]
    await keep_owed(session, known, await left_to_me(session, known, meeting, [*found, *said]), now)


async def gather_follow_up(
    session: Session, known: Known, meeting: Meeting, verdict: Verdict, began_at: datetime, *, is_held: bool | None
) -> FollowUp:
    """The prompt as it stands. `is_held`: what is known of whether anybody came; the person's own word goes first."""
    row = await _row(session, known, meeting.id)
    told = await _told(session, known, meeting, verdict, began_at, row)
    found, asked = promised(told.heard, told.notes, told.about)
    holder = await holder_of(session, known, meeting)
    other = holder.name if holder is not None and not holder.is_me else ""
    if other:
        found, asked = tuple(one for one in found if one.origin == "note"), ()
    owed = await _in_ledger(session, known, meeting.id, verdict.client_domain or "", found)
    brought, parked = ideas(told.heard, told.notes, told.seats, known.words.language)
    said = await session.row("impression_of", known.tenant, known.person, meeting.id)
    check_in = await session.row("check_in_after", known.tenant, known.person, verdict.client_domain or "", meeting.id)
    lesson = await session.row("lesson_of", known.tenant, known.person, meeting.id)
    noted = [one.said for one in told.notes if one.kind == "decision"]
    return FollowUp(
        meeting=meeting,
        client=verdict.client_domain or "",
        client_name=await client_name(session, known, meeting, verdict),
        is_held=(is_held if row["is_held"] is None else row["is_held"]) is not False,
        ours=own_first(owed, known.name),
        theirs=tuple(one for one in owed if one.side == "theirs"),
        asked=tuple(one for one in asked if one.id not in row["answers"]),
        one_to_ones=() if other else one_to_ones(told.heard, told.notes, told.seats),
        ideas=brought,
        parked=parked,
        open=still_open(told.heard, told.seats),
        decisions=tuple(dict.fromkeys([*noted, *(one.quote for one in told.heard.decisions)])),
        transcript=row["transcript"],
        why_none=_reason(row["why_none"]),
        doubts=(*left_out(told.heard), *told.heard.doubts, *name_doubts(told.heard, told.seats)),
        tasks=row["tasks"],
        task_problem=_reason(row["task_problem"]),
        wanted=said["wanted"] if said else "",
        went=said["went"] if said else "",
        lesson=lesson["said"] if lesson else "",
        check_in_on=check_in["check_in_on"] if check_in else None,
        checks=tuple(row["checks"]),
        with_colleague=other,
        is_taken=holder is not None and holder.is_me,
    )


async def asked_about(
    session: Session, known: Known, meeting: Meeting, verdict: Verdict, began_at: datetime
) -> tuple[tuple[Asked, ...], CallAbout]:
    """What may have been promised, whatever was answered, and the call it was said in."""
    told = await _told(session, known, meeting, verdict, began_at, await _row(session, known, meeting.id))
    return promised(told.heard, told.notes, told.about)[1], told.about


async def promises_found(
    session: Session, known: Known, meeting: Meeting, verdict: Verdict, began_at: datetime
) -> tuple[Owed, ...]:
    """What was promised in a call, as this person's recap and notes have it."""
    told = await _told(session, known, meeting, verdict, began_at, await _row(session, known, meeting.id))
    return tuple(promised(told.heard, told.notes, told.about)[0])


async def wanted_alone(session: Session, known: Known, meeting: Meeting) -> tuple[OneToOne, ...]:
    """Who may be spoken with alone, each with their concern."""
    row = await _row(session, known, meeting.id)
    return one_to_ones(from_json(row["heard"]), await _notes(session, known, meeting.id), seats_of(meeting, known))


async def client_name(session: Session, known: Known, meeting: Meeting, verdict: Verdict) -> str:
    """The client in a word: what public places call the company, else its people below their mails, the domain, or the person
    at a free-mail provider."""
    domain = verdict.client_domain or ""
    dossiers = await dossiers_on(session, known.tenant, [domain] if domain else [])
    is_right = domain not in known.corrections.wrong_companies
    name = next((one.name or "" for one in dossiers if one.organisation == domain and is_right), "")
    name = name or (await signed_names(session, known.tenant, known.person, [domain])).get(domain, "")
    return coming_of(meeting, domain, name, known.ours, known.corrections).title


async def _row(session: Session, known: Known, meeting: MeetingId) -> Mapping[str, Any]:
    return await session.row("follow_up", known.tenant, known.person, meeting) or NOT_YET


async def _told(
    session: Session, known: Known, meeting: Meeting, verdict: Verdict, began_at: datetime, row: Mapping[str, Any]
) -> _Told:
    notes = await _notes(session, known, meeting.id)
    seats = seats_of(meeting, known)
    about = CallAbout(
        meeting=meeting.id, client=verdict.client_domain or "", zone=zone_of_call(meeting, known),
        language=known.words.language, began_at=began_at, seats=seats,
    )  # fmt: skip
    return _Told(heard=from_json(row["heard"]), notes=notes, seats=seats, about=about)


async def _notes(session: Session, known: Known, meeting: MeetingId) -> list[Jotted]:
    rows = await session.rows("notes_of", known.tenant, known.person, meeting)
    return [Jotted(id=one["note_id"], kind=one["kind"], said=one["said"], who=one["who"], at=one["made_at"]) for one in rows]


async def _in_ledger(session: Session, known: Known, meeting: MeetingId, client: str, found: Sequence[Owed]) -> list[Owed]:
    """The call's promises as the ledger holds them, and what else of this call it holds; not what was let go of."""
    shown: dict[str, Owed] = {}
    for name in dict.fromkeys((client, *(one.client for one in found))):
        held = await owed_with(session, known, name, states=ledger.STATES)
        told = [one for one in found if one.client == name]
        for one in told:
            at = ledger.held_as(one, told, held)
            kept = one if at is None else held[at]
            shown[kept.id] = kept
        shown |= {one.id: one for one in held if one.meeting == meeting and one.id not in shown}
    return sorted((one for one in shown.values() if one.state != "dropped"), key=lambda one: one.made_at)


def _reason(held: Mapping[str, Any] | None) -> Reason | None:
    return Reason(key=held["key"], args=held["args"]) if held else None
