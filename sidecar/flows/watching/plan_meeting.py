"""What is to happen around one stored meeting: the plan, with what the database knows of how it came about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sidecar.domain.briefs.booking import badly_booked
from sidecar.domain.briefs.brief import Brief, compose
from sidecar.domain.cards.ledger_lines import Reader, with_owed, without_held
from sidecar.domain.cards.lesson_lines import with_lesson
from sidecar.domain.cards.panel import with_ticks
from sidecar.domain.followups.ledger import STATES
from sidecar.domain.meetings.client import Verdict, everybody, organisation_of, organisations_in
from sidecar.domain.meetings.large import checks_of_presenter
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.meetings.meeting_options import seen_in, with_numbers
from sidecar.domain.meetings.plan import BOOKING_IS_FRESH_FOR, Moment
from sidecar.domain.wording.card_parts import literal
from sidecar.domain.wording.finding import Remark
from sidecar.flows.before.check_technology import measured_for
from sidecar.flows.before.read_options import options_of
from sidecar.flows.clients.research_store import dossiers_on
from sidecar.flows.clients.stored_decks import DeckNote, deck_notes
from sidecar.flows.clients.stored_evidence import known_of
from sidecar.flows.followups.known_depth import depth_of
from sidecar.flows.followups.ledger import owed_with
from sidecar.flows.known import Known, meeting_of, met_before, rows_around
from sidecar.flows.relationships.share_counts import colleagues_who_met
from sidecar.store.database import Session
from sidecar.words import Words


async def moments_of(session: Session, known: Known, meeting: Meeting, verdict: Verdict, now: datetime) -> tuple[Moment, ...]:
    """The plan; empty where the person is not to hear of it."""
    if verdict.skipped is not None:
        return ()
    earlier = await met_before(session, known, meeting, verdict.client_domain)
    badly = await _badly_booked_at(session, known, meeting, verdict, now)
    return known.moments(meeting, verdict, is_first=not earlier, badly_booked_at=badly)


async def _badly_booked_at(session: Session, known: Known, meeting: Meeting, verdict: Verdict, now: datetime) -> datetime | None:
    """When it was put at its present hour, if that is none of the client's; of a series only the next occurrence counts."""
    row = await session.row("timed_at", known.tenant, known.person, meeting.id)
    booked_at = (row["timed_at"] if row else None) or meeting.created_at
    if booked_at is None or is_settled(known, meeting) or now - booked_at > BOOKING_IS_FRESH_FOR * 2:
        return None
    if meeting.series_id:
        coming = await session.row("coming_in_series", known.tenant, known.person, meeting.series_id, now)
        if coming is None or coming["start_at"] != meeting.start_at:
            return None
    brief = await make_brief(session, known, meeting, verdict)
    return booked_at if badly_booked(brief, known.preferences) else None


def is_settled(known: Known, meeting: Meeting) -> bool:
    """Whether the person found this hour of this meeting fine; a moved one is looked at anew."""
    return f"{meeting.id}|{meeting.start_at.isoformat()}" in known.corrections.fine_hours


async def make_brief(session: Session, known: Known, meeting: Meeting, verdict: Verdict, *, now: datetime | None = None) -> Brief:
    """What is known of a meeting now. For a series, its coming occurrences as far as the calendar was read. Without `now`,
    what colleagues share is not counted."""
    earlier = [
        one for one in await met_before(session, known, meeting, verdict.client_domain) if known.away(one.start_at) is None
    ]
    around = _others(await rows_around(session, known, meeting), meeting)
    in_series = ("coming_in_series", known.tenant, known.person, meeting.series_id, meeting.start_at)
    coming = await session.rows(*in_series) if meeting.series_id else []
    addresses = [one.address for one in everybody(meeting)]
    options = await options_of(session, known, meeting)
    facts, mailed = await known_of(session, known.tenant, known.person, addresses)
    clients = organisations_in(meeting, verdict, known.ours, known.corrections)
    owed = [one for client in clients for one in await owed_with(session, known, client, states=STATES)]
    exchanges = without_held(mailed, owed, organisation_of, known.ours)
    dossiers = await dossiers_on(session, known.tenant, clients)
    brief = compose(
        with_numbers(meeting, options), verdict, known.ours, known.corrections, known.preferences,
        earlier=earlier, facts=facts, day=around, coming=[row["start_at"] for row in coming], today=meeting.start_at.date(),
        exchanges=exchanges, remarks=await _remarks(session, known, meeting),
        dossiers=dossiers,
        measured={
            **checks_of_presenter(meeting, known.corrections), **await measured_for(session, known, meeting),
            **seen_in(options, meeting),
        },
        colleagues=await colleagues_who_met(session, known, meeting, verdict.client_domain, now) if now else None,
        unasked=known.unasked, now=now,
    )  # fmt: skip
    ticks = {row["check_id"]: row["ticked_at"] for row in await session.rows("ticks_of", known.tenant, known.person, meeting.id)}
    zone = known.preferences.zone
    reader = Reader(me=known.name, zone=zone, now=now or meeting.start_at, words=known.words)
    brief = replace(brief, findings=with_owed(brief.findings, owed, reader))
    learnt = await session.row("last_lesson", known.tenant, known.person, verdict.client_domain or "", meeting.start_at)
    if learnt is not None:
        findings = with_lesson(brief.findings, learnt["said"], learnt["met_at"], known.words, zone)
        brief = replace(brief, findings=findings)
    depth = await depth_of(session, known, verdict.client_domain)
    said = await session.row("impression_of", known.tenant, known.person, meeting.id)
    brief = replace(brief, wanted=said["wanted"] if said else "")
    return replace(brief, depth=depth, checklist=with_ticks(brief.checklist, ticks, known.words, zone, meeting.start_at))


async def _remarks(session: Session, known: Known, meeting: Meeting) -> list[Remark]:
    """What was found in the files and the agenda, as sentences that name the file."""
    found = []
    for note in await deck_notes(session, known, meeting):
        text = known.words.say(note.text_key, **note.args)
        text = known.words.say("card-deck-file", file=note.file, text=text) if note.file else text
        more = f" {known.words.say('warning-deck-more', count=note.more)}" if note.more else ""
        is_link = note.text_key == "warning-deck-unread-link"
        short = _in_one_breath(note, known.words) if note.is_grave else ""
        found.append(Remark(text=f"{text}{more}", is_grave=note.is_grave, short=short, source=note.source, is_link=is_link))
    return found


def _in_one_breath(note: DeckNote, words: Words) -> str:
    """Where it stands, its first words, and what to do; the news behind it stand in the line above."""
    place = f"{literal(note.file, 30, 4)}, {note.args['place']}" if note.file else note.args["place"]
    return words.say("warning-deck-short", place=place, quote=literal(note.args["quote"], 60, 8))


async def meetings_around(session: Session, known: Known, meeting: Meeting, reach: timedelta) -> list[Meeting]:
    """The person's other meetings so near to this one."""
    window = (meeting.start_at - reach, meeting.end_at + reach)
    return _others(await session.rows("meetings_between", known.tenant, known.person, *window), meeting)


def _others(rows: Iterable[Any], meeting: Meeting) -> list[Meeting]:
    return [other for row in rows if not row["is_gone"] and (other := meeting_of(row)).id != meeting.id]
