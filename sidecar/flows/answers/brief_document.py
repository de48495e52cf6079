"""A brief as the JSON that `companion brief` prints: the contract's words, in English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sidecar.domain.briefs.brief import Brief, PersonLine
from sidecar.domain.calls.foreseen import Foreseen
from sidecar.domain.cards import card
from sidecar.domain.customs.customs import Customs
from sidecar.domain.meetings.attending import Clock
from sidecar.domain.meetings.client import Verdict
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.meetings.odd_start import odd_sentence
from sidecar.domain.meetings.plan import Moment, Preferences
from sidecar.domain.places.place import said
from sidecar.domain.times.instant import written
from sidecar.domain.times.seasons import series_reason, shift_reason
from sidecar.domain.wording.finding import Finding, Source
from sidecar.domain.wording.reason import Reason
from sidecar.flows.answers.answer_culture import cue_document
from sidecar.words import Words


def skipped_document(meeting: Meeting, verdict: Verdict) -> dict[str, Any]:
    """A meeting that is left out, as the contract has it; nothing of a private one is shown."""
    return {
        "uid": meeting.uid,
        "occurrence": written(meeting.occurrence),
        "subject": None if meeting.is_private else meeting.subject,
        "reason": verdict.skipped,
    }


def shown_document(
    brief: Brief, meeting: Meeting, verdict: Verdict, moments: Sequence[Moment | Foreseen], preferences: Preferences
) -> dict[str, Any]:
    """One meeting as the contract has it."""
    words = Words("en")
    return {
        "uid": meeting.uid,
        "occurrence": written(meeting.occurrence),
        "subject": meeting.subject,
        "start": written(meeting.start_at),
        "end": written(meeting.end_at),
        "join_url": meeting.joining.url,
        "provider": meeting.joining.provider,
        "dial_in": meeting.joining.dial_in,
        "passcode": meeting.joining.passcode,
        "verdict": verdict_document(verdict, words),
        "plan": [{"kind": one.kind, "due": written(one.due_at)} for one in moments],
        "people": [_person(one, meeting, preferences, words) for one in brief.people],
        "cues": [cue_document(one) for one in brief.customs.cues],
        "opening": _opening(brief.customs, words),
        "findings": [
            {
                "kind": one.kind,
                "text": _with_doubt(one),
                "certainty": one.certainty,
                "sources": [_source(item) for item in one.sources],
            }
            for one in brief.findings
        ],
        "warnings": [
            {"kind": one.kind, "text": words.say(one.key, **one.args), "sources": [_source(item) for item in one.sources]}
            for one in brief.warnings
        ],
        "checklist": [
            {
                "id": item.id,
                "text": words.say(item.text_key, **item.args),
                "state": item.state,
                "because": words.say(item.because_key, **item.args) if item.because_key else "",
            }
            for item in brief.checklist
        ],
        "card": card.pre_call_card(brief, words, preferences),
    }


def verdict_document(verdict: Verdict, words: Words) -> dict[str, Any]:
    """Client or not, with the reasons as sentences."""
    return {
        "client": verdict.is_client,
        "client_domain": verdict.client_domain,
        "reasons": [_said(reason, words) for reason in verdict.reasons],
    }


def _person(person: PersonLine, meeting: Meeting, preferences: Preferences, words: Words) -> dict[str, Any]:
    working = person.working
    note = working.note if working else Reason(key="working-unknown")
    return {
        "address": person.address,
        "name": person.name,
        "side": person.side,
        "role": person.role,
        "clock": _clock(person, meeting, preferences, words),
        "working": {"state": working.state if working else "unknown", "note": _said(note, words) if note else ""},
    }


def _clock(person: PersonLine, meeting: Meeting, preferences: Preferences, words: Words) -> dict[str, Any]:
    clock = person.clock or Clock()
    notes = [shift_reason(clock.shift, words.date)] if clock.shift else []
    notes += [series_reason(one, words.date) for one in person.series]
    odd = [odd_sentence(meeting.odd_start, words)] if meeting.odd_start and clock.zone else []
    return {
        "zone": clock.zone,
        "local": clock.local,
        "utc_offset": clock.utc_offset,
        "day_shift": clock.day_shift or 0,
        "certainty": clock.certainty,
        "because": [said(reason, words) for reason in clock.because],
        "note": "; ".join((*odd, *(_said(one, words) for one in notes))),
        "candidates": [{"utc_offset": one.utc_offset, "zones": list(one.zones), "share": one.share} for one in clock.candidates],
    }


def _opening(customs: Customs, words: Words) -> dict[str, Any] | None:
    found = customs.opening
    if found is None:
        return None
    return {
        "minutes": found.minutes,
        "because": _said(found.because, words),
        "must_cover": found.must_cover,
        "agenda_ahead": found.is_agenda_ahead,
        "fixed_end": found.is_end_fixed,
    }


def _with_doubt(one: Finding) -> str:
    return f"{one.text} ({one.doubt})" if one.doubt else one.text


def _said(reason: Reason, words: Words) -> str:
    return words.say(reason.key, **reason.args)


def _source(source: Source) -> dict[str, Any]:
    return {"title": source.title, "url": source.url or "", "seen_at": written(source.seen_at), "quote": source.quote}
