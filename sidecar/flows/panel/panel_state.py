"""What the side panel shows: the meeting it is about, its brief, who is in it, what is noted, and what comes after."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from babel import Locale

from sidecar.domain.briefs.brief import PEOPLE_ON_A_CARD, Brief, PersonLine
from sidecar.domain.cards import panel
from sidecar.domain.cards.card_lines import subject_of
from sidecar.domain.cards.panel import Line, Must, Noted
from sidecar.domain.meetings.checklist import TICKED, TICKED_BEFORE
from sidecar.domain.meetings.client import Verdict
from sidecar.domain.meetings.meeting import Meeting, PersonId, TenantId
from sidecar.domain.relationships.nudges import waiting_line
from sidecar.domain.times.instant import written
from sidecar.domain.wording.card_parts import literal
from sidecar.domain.wording.links import openable
from sidecar.flows.before.explain_customs import explain_customs
from sidecar.flows.before.explained_line import Document, explained
from sidecar.flows.calls.call_document import call_document
from sidecar.flows.calls.follow_call import call_of
from sidecar.flows.calls.hour_and_room import hour_and_room
from sidecar.flows.calls.musts import musts_in
from sidecar.flows.clients.stored_evidence import last_mail_with
from sidecar.flows.followups.follow_up_document import follow_up_document
from sidecar.flows.followups.ledger import owed_before
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, meeting_of
from sidecar.flows.panel.panel_access import own_meeting, watched
from sidecar.flows.panel.panel_people import person_document
from sidecar.flows.watching.plan_meeting import make_brief
from sidecar.store.database import Session

AROUND: Final = timedelta(hours=24)
MOST_CHOICES: Final = 20
RUNS_ON_FOR: Final = timedelta(hours=4)
"""So long after its planned end a call that goes on is still the one that the panel opens with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """The meeting that the panel is about, or why there is none; `others` to choose from."""

    meeting: Meeting | None
    is_gone: bool = False
    why_none: str | None = None
    others: Sequence[Meeting] = ()


async def panel_state(
    hands: Hands, tenant: TenantId, person: PersonId, *, meeting: str = "", chat: str = "", language: str = "en"
) -> Document:
    """Everything the panel shows of a meeting: by its id, by the Teams chat it has, or of the one under way or coming next.

    Raises NotWatched and NotYours.
    """
    now = hands.clock()
    async with hands.database.transaction(tenant) as session:
        known = await watched(hands, session, tenant, person, language)
        found = await _find(session, known, meeting, chat, now)
        shown = await _shown(session, known, found, now)
    return {
        **headed(known, now),
        "me": {"name": known.name, "address": known.address},
        "choices": [_choice(one, known, now) for one in found.others],
        **shown,
    }


def tag_of(document: Mapping[str, Any]) -> str:
    """Changes exactly when the panel would show a change; the time alone is none."""
    told = {name: value for name, value in document.items() if name != "now"}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:32]


def headed(known: Known, now: datetime) -> Document:
    """What every document of the panel begins with."""
    language = known.words.language
    direction = Locale.parse(language).text_direction
    return {"now": written(now), "language": language, "zone": known.preferences.zone, "direction": direction}


def meeting_document(meeting: Meeting, known: Known, now: datetime, client_domain: str | None) -> Document:
    """The meeting itself."""
    return {
        **_named(meeting, known),
        "local_start": known.words.clock(meeting.start_at, known.preferences.zone),
        "local_end": known.words.clock(meeting.end_at, known.preferences.zone),
        "provider": meeting.joining.provider,
        "join_url": openable(meeting.joining.url),
        "client_domain": client_domain,
        "is_series": meeting.series_id is not None,
        "state": panel.stage_of(meeting, now),
    }


async def _find(session: Session, known: Known, meeting_id: str, chat: str, now: datetime) -> _Found:
    rows = await session.rows("meetings_between", known.tenant, known.person, now - AROUND, now + AROUND)
    near = [meeting_of(row) for row in rows if not row["is_gone"]]
    others = [one for one in near if known.verdict_while_it_lasts(one, now).is_client]
    others = sorted(others, key=lambda one: abs(one.start_at - now))[:MOST_CHOICES]
    others.sort(key=lambda one: one.start_at)
    if meeting_id:
        row = await own_meeting(session, known, meeting_id)
        return _Found(meeting=meeting_of(row), is_gone=row["is_gone"], others=others)
    if chat:
        return await _behind(session, known, chat, near, others, now)
    if (chosen := await _running_on(session, known, others, now) or _coming(others, now)) is not None:
        return _Found(meeting=chosen, others=others)
    return _Found(meeting=None, why_none=await _why_none(session, known, "panel-why-none"), others=others)


async def _behind(
    session: Session, known: Known, chat: str, near: Sequence[Meeting], others: Sequence[Meeting], now: datetime
) -> _Found:
    """The meeting of a chat. A short join link holds no thread: then the only such meeting that is under way is meant."""
    thread = panel.thread_in(chat)
    row = await session.row("meeting_of_thread", known.tenant, known.person, thread, now) if thread else None
    if row is not None:
        return _Found(meeting=meeting_of(row), is_gone=row["is_gone"], others=others)
    running = [one for one in near if panel.stage_of(one, now) == "under_way" and _hides_its_thread(one)]
    if len(running) == 1:
        return _Found(meeting=running[0], others=others)
    return _Found(meeting=None, why_none=await _why_none(session, known, "panel-why-chat"), others=others)


def _is_hidden(meeting: Meeting) -> bool:
    """Of what is private, and of what lasts all day, only the time is shown."""
    return meeting.is_private or meeting.is_all_day


def _hides_its_thread(meeting: Meeting) -> bool:
    return meeting.joining.provider == "teams" and "thread." not in (meeting.joining.url or "")


async def _running_on(session: Session, known: Known, clients: Sequence[Meeting], now: datetime) -> Meeting | None:
    """The call that goes on after its planned end, unless another was to begin meanwhile."""
    if any(panel.stage_of(one, now) == "under_way" for one in clients):
        return None
    ended = [one for one in clients if now - RUNS_ON_FOR < one.end_at <= now]
    for one in reversed(ended):
        call = await call_of(session, known, one, now)
        if call is not None and call.state in ("running", "paused"):
            return one
    return None


def _coming(clients: Sequence[Meeting], now: datetime) -> Meeting | None:
    """The one under way, of several the one that began last; else the next."""
    running = [one for one in clients if panel.stage_of(one, now) == "under_way"]
    return running[-1] if running else next((one for one in clients if one.start_at >= now), None)


async def _why_none(session: Session, known: Known, key: str) -> str:
    row = await session.row("person", known.tenant, known.person)
    if row is not None and row["problem"]:
        return known.words.say("panel-why-cannot-read")
    return known.words.say("panel-why-unread" if known.calendar_read_at is None else key)


async def _shown(session: Session, known: Known, found: _Found, now: datetime) -> Document:
    meeting = found.meeting
    if meeting is None:
        return {**_NOTHING, "meeting": None, "why_none": found.why_none}
    verdict = known.verdict_while_it_lasts(meeting, now)
    if _is_hidden(meeting):
        document = {**meeting_document(meeting, known, now, None), "provider": "none", "join_url": None}
        return {**_NOTHING, "meeting": document, "why_none": known.words.say(verdict.reasons[0].key, **verdict.reasons[0].args)}
    notes = await session.rows("notes_of", known.tenant, known.person, meeting.id)
    base = {
        **_NOTHING,
        "meeting": meeting_document(meeting, known, now, verdict.client_domain),
        "notes": [_note(row) for row in notes],
    }
    if found.is_gone or not verdict.is_client:
        why = "reason-cancelled" if found.is_gone else verdict.reasons[0].key
        args = {} if found.is_gone else verdict.reasons[0].args
        musts = await musts_in(session, known, meeting, None, ())
        return {**base, "must": [_must(one) for one in musts], "why_none": known.words.say(why, **args)}
    return {**base, **await _briefed(session, known, meeting, verdict, [noted(row) for row in notes], now)}


_NOTHING: Final[Mapping[str, Any]] = {
    "why_none": None, "brief": None, "must": [], "people": [], "more_people": 0, "checklist": [], "notes": [], "after": [],
    "call": None,
    "hour": None, "room": None, "follow_up": None,
}  # fmt: skip


async def _briefed(
    session: Session, known: Known, meeting: Meeting, verdict: Verdict, notes: Sequence[Noted], now: datetime
) -> Document:
    brief = await make_brief(session, known, meeting, verdict, now=now)
    domain = verdict.client_domain
    musts = await musts_in(session, known, meeting, domain, await computed_musts(session, known, brief, meeting, domain, now))
    coming = await session.row("next_with_client", known.tenant, known.person, domain, meeting.start_at)
    stage = panel.stage_of(meeting, now)
    proposed = panel.after(brief, notes, musts, coming["start_at"] if coming else None, known.words, stage)
    return {
        "brief": _brief(await _without_musts(session, known, brief, domain), known),
        "must": [_must(one) for one in musts],
        "people": await _people(session, known, brief, now),
        "more_people": brief.people_more,
        "checklist": [_check(item, known) for item in brief.checklist],
        "after": [{"kind": one.kind, "text": one.text, "due": written(one.due_at) if one.due_at else None} for one in proposed],
        **await hour_and_room(session, known, meeting, brief, musts, notes, now),
        "call": await call_document(session, known, meeting, brief, musts, notes, now),
        "follow_up": await follow_up_document(session, known, meeting, verdict, now),
    }


async def _without_musts(session: Session, known: Known, brief: Brief, domain: str | None) -> Brief:
    """The brief without the promises that stand among the points to cover."""
    told = {one.id for one in await owed_before(session, known, brief.meeting, domain)}
    return replace(brief, findings=tuple(one for one in brief.findings if one.owed not in told))


async def computed_musts(
    session: Session, known: Known, brief: Brief, meeting: Meeting, domain: str | None, now: datetime | None = None
) -> Sequence[Must]:
    """What the brief, open promises, and what was parked in earlier meetings with this client say must be covered. `now`: with
    it, a promise says whom it waits for."""
    owed = await owed_before(session, known, meeting, domain)
    zone, words = known.preferences.zone, known.words
    waits = {one.id: waiting_line(one, now, zone, words) if now else "" for one in owed}
    promised = [Noted(id=one.note or one.id, kind="promise", said=f"{one.what}. {waits[one.id]}" if waits[one.id] else one.what)
                for one in owed]  # fmt: skip
    parked = await session.rows("open_with_client", known.tenant, known.person, domain, meeting.start_at)
    return panel.must_covers(brief, [*promised, *(noted(row) for row in parked)], known.words, known.preferences.zone)


async def _people(session: Session, known: Known, brief: Brief, now: datetime) -> list[Document]:
    seated = [one for one in brief.people if one.side != "room"][:PEOPLE_ON_A_CARD]
    asked = [one.address for one in seated if one.side != "ours" and one.address not in known.corrections.wrong_people]
    exchanges = await last_mail_with(session, known.tenant, known.person, asked)
    return [_person(one, known, exchanges, now) for one in seated]


def _person(one: PersonLine, known: Known, exchanges: Mapping[str, Any], now: datetime) -> Document:
    points = panel.talking_points(one, exchanges.get(one.address), known.words, known.preferences.zone)
    return {**person_document(one, known.words, now), "points": [_line(point) for point in points]}


def _brief(brief: Brief, known: Known) -> Document:
    short = panel.short(brief, known.words, known.preferences.zone)
    customs = [_explained(one) for one in explain_customs(brief, known)]
    return {
        "line": short.line,
        "bullets": [_line(one) for one in short.bullets],
        "more": [*(_line(one) for one in short.more), *customs],
        "warnings": [{"kind": one.kind, "text": one.text, "is_grave": one.is_grave} for one in short.alarms],
        "unknown": list(short.unknown),
    }


def _line(one: Line) -> Document:
    return _explained(explained(one.text, (), [one.source] if one.source else ()))


def _explained(line: Document) -> Document:
    source = {"source": line["sources"][0]} if line["sources"] else {}
    return {"text": line["text"], **source}


def _check(item: Any, known: Known) -> Document:
    args = {name: literal(value) for name, value in item.args.items()}
    return {
        "id": item.id,
        "text": known.words.say(item.text_key, **args),
        "state": item.state,
        "because": known.words.say(item.because_key, **args) if item.because_key else "",
        "is_ticked": item.because_key in (TICKED, TICKED_BEFORE),
    }


def _choice(meeting: Meeting, known: Known, now: datetime) -> Document:
    """A meeting to choose; its day stands there where it is not today's."""
    zone = known.preferences.zone
    day, clock = known.words.day(meeting.start_at, zone), known.words.clock(meeting.start_at, zone)
    is_today = known.words.day(now, zone) == day
    return {
        **_named(meeting, known),
        "local_start": clock if is_today else known.words.say("panel-day-clock", day=day, clock=clock),
    }


def _named(meeting: Meeting, known: Known) -> Document:
    return {
        "id": meeting.id,
        "subject": subject_of(meeting, known.words),
        "start": written(meeting.start_at),
        "end": written(meeting.end_at),
    }


def _must(one: Must) -> Document:
    planned = {**({"minutes": one.minutes} if one.minutes else {}), **({"decides": one.decides} if one.decides else {})}
    return {"id": one.id, "text": one.text, "is_done": one.is_done, "own": one.is_own, **planned}


def _note(row: Mapping[str, Any]) -> Document:
    return {
        "id": row["note_id"], "kind": row["kind"], "text": row["said"], "made_at": written(row["made_at"]),
        "is_done": row["is_done"], "who": row["who"] or None,
    }  # fmt: skip


def noted(row: Mapping[str, Any]) -> Noted:
    """A stored note as a record."""
    return Noted(id=row["note_id"], kind=row["kind"], said=row["said"], is_done=row["is_done"], who=row.get("who") or "")
