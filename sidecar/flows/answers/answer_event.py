"""`explain event`: how a Graph payload is read, as a document."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sidecar.domain.meetings.client import Corrections, OurSide, everybody, judge, side_of
from sidecar.domain.meetings.meeting import Attendee, Meeting
from sidecar.domain.times.instant import written
from sidecar.flows.answers.brief_document import verdict_document
from sidecar.wire.graph import read_page
from sidecar.words import Words

NONE = Corrections()


def answer_event(payload: Any, *, me: str, now: datetime) -> dict[str, Any]:
    """How a Graph event, or a page of them, is read. Raises Refused where it is neither."""
    events = []
    for item, meeting in read_page(payload):
        if meeting is None:
            events.append({"id": item.get("id"), "meeting": None, "verdict": None, "skipped": None})
            continue
        ours = OurSide(me=me or _owner(meeting))
        verdict = judge(meeting, ours, NONE, now, "UTC")
        told = verdict_document(verdict, Words("en"))
        events.append({"meeting": _meeting(meeting, ours), "verdict": told, "skipped": verdict.skipped})
    return {"events": events}


def _owner(meeting: Meeting) -> str:
    """Without `--me`: the organiser of an event that says it is the mailbox's own."""
    return meeting.organizer.address if meeting.is_organizer and meeting.organizer else ""


def _meeting(meeting: Meeting, ours: OurSide) -> dict[str, Any]:
    return {
        "id": meeting.id,
        "uid": meeting.uid,
        "occurrence": written(meeting.occurrence),
        "series_id": meeting.series_id,
        "subject": None if meeting.is_private else meeting.subject,
        "start": written(meeting.start_at),
        "end": written(meeting.end_at),
        "zone": meeting.zone,
        "is_all_day": meeting.is_all_day,
        "is_cancelled": meeting.is_cancelled,
        "is_private": meeting.is_private,
        "show_as": meeting.show_as,
        "my_response": meeting.my_response,
        "provider": meeting.joining.provider,
        "join_url": meeting.joining.url,
        "dial_in": meeting.joining.dial_in,
        "passcode": meeting.joining.passcode,
        "people": [] if meeting.is_private else [_person(one, ours) for one in everybody(meeting)],
    }


def _person(one: Attendee, ours: OurSide) -> dict[str, Any]:
    side = side_of(one, ours, NONE)
    return {"address": one.address, "name": one.name, "kind": one.kind, "response": one.response, "side": side}
