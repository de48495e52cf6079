"""A person's days as the product sees them: every meeting, shown or left out, with its reason and what became of its moments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sidecar.domain.meetings.client import everybody, side_of
from sidecar.domain.meetings.delivery import Delivered, round_of
from sidecar.domain.meetings.meeting import Meeting, PersonId, TenantId
from sidecar.domain.meetings.plan import Moment
from sidecar.domain.times.instant import written
from sidecar.flows.before.deliver_card import day_of
from sidecar.flows.before.deliveries import delivered
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.flows.watching.plan_meeting import moments_of
from sidecar.store.database import Session

DAYS = 7


async def look_at_week(hands: Hands, tenant: TenantId, person: PersonId) -> dict[str, Any]:
    """Seven days from today on: times in the person's zone, reasons in the person's language."""
    now = hands.clock()
    async with hands.database.transaction(tenant) as session:
        known = await known_person(hands, session, tenant, person)
        if known is None:
            return {"now": written(now), "zone": "UTC", "language": "en", "person": {}, "days": [], "next": None}
        start_at, _ = day_of(now, known.preferences.zone)
        rows = await session.rows("meetings_between", tenant, person, start_at, start_at + timedelta(days=DAYS))
        row = await session.row("person", tenant, person)
        seen = [await _seen(hands, session, known, meeting_of(row), row["is_gone"]) for row in rows]
    days: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for day, item in seen:
        days[day].append(item)
    return {
        "now": written(now),
        "zone": known.preferences.zone,
        "language": known.words.language,
        "person": {"name": known.name, "address": known.address},
        "calendar": _calendar_of(row) if row else {},
        "days": [{"date": day, "meetings": days[day]} for day in sorted(days)],
        "next": _next([item for _, item in seen], known),
    }


def _calendar_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """When the calendar was read last, and what Graph says and since when where it refuses it."""
    found = {"read_at": row["calendar_read_at"], "closed_since": row["problem_at"], "asked_at": row["tried_at"]}
    return {**{key: written(at) if at else None for key, at in found.items()}, "problem": row["problem"]}


async def _seen(hands: Hands, session: Session, known: Known, meeting: Meeting, is_gone: bool) -> tuple[str, dict[str, Any]]:
    now, here = hands.clock(), ZoneInfo(known.preferences.zone)
    verdict = known.verdict_while_it_lasts(meeting, now)
    held = await delivered(session, known.tenant, known.person, meeting.id)
    moments = await moments_of(session, known, meeting, verdict, now) if verdict.is_client and not is_gone else ()
    reasons = [known.words.say(reason.key, **reason.args) for reason in verdict.reasons]
    start, end = meeting.start_at.astimezone(here), meeting.end_at.astimezone(here)
    others = [one.name for one in everybody(meeting) if side_of(one, known.ours, known.corrections) == "client"]
    return start.date().isoformat(), {
        "id": meeting.id,
        "event_id": meeting.event_id,
        "subject": known.words.say("card-private") if meeting.is_private else meeting.subject,
        "local_start": f"{start:%H:%M}",
        "local_end": f"{end:%H:%M}",
        "is_shown": verdict.is_client and not is_gone,
        "reason": known.words.say("reason-cancelled") if is_gone else _silenced(known, meeting) or reasons[0],
        "client": None if meeting.is_private else verdict.client_domain,
        "people": [] if meeting.is_private else others[:8],
        "moments": _moments(known, moments, held, now),
    }


def _silenced(known: Known, meeting: Meeting) -> str:
    """Why there is no card of a client meeting during an absence; empty where the person is there."""
    absence = known.away(meeting.start_at)
    if absence is None or not known.verdict_while_it_lasts(meeting, meeting.start_at).is_client:
        return ""
    day, clock = (say(absence.until_at, known.preferences.zone) for say in (known.words.day, known.words.clock))
    return known.words.say("reason-away", day=day, clock=clock)


def _moments(known: Known, moments: Sequence[Moment], held: Sequence[Delivered], now: datetime) -> list[dict[str, Any]]:
    """What was sent in this round, at the time it was sent, and what is still to come."""
    current = {one.kind: one for one in held if one.round == round_of(held) and one.state != "claimed"}
    planned = {moment.kind: moment for moment in moments}
    found = []
    for kind in ("prepare", "pre_call_card"):
        if (one := current.get(kind)) is not None:
            found.append(_moment(known, kind, one.sent_at or one.shown_start, _state(one)))
        elif (moment := planned.get(kind)) is not None and (moment.until > now or kind != "prepare"):
            found.append(_moment(known, kind, moment.due_at, "waiting" if moment.until > now else "late"))
    return found


def _moment(known: Known, kind: str, at: datetime, state: str) -> dict[str, Any]:
    here = at.astimezone(ZoneInfo(known.preferences.zone))
    return {
        "kind": kind,
        "local_due": f"{here:%H:%M}",
        "local_due_date": here.date().isoformat(),
        "due": written(at),
        "state": state,
        "words": known.words.say(f"moment-{kind.replace('_', '-')}"),
    }


def _state(one: Delivered) -> str:
    if one.state == "late":
        return "late"
    if one.state in {"withdrawn", "moved"}:
        return "withdrawn"
    return "edited" if one.edited_at is not None else "sent"


def _next(meetings: Sequence[dict[str, Any]], known: Known) -> dict[str, Any] | None:
    waiting = [(moment, item) for item in meetings for moment in item["moments"] if moment["state"] == "waiting"]
    if not waiting:
        return None
    moment, item = min(waiting, key=lambda pair: str(pair[0]["due"]))
    words = f"{moment['words']}: {item['subject'] or ''}, {moment['local_due']}"
    return {"due": moment["due"], "words": words}
