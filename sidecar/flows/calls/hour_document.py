"""The plan of the hour as the panel shows it: how to open, what to begin with, whether the time is enough, how to close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sidecar.domain.briefs.brief import Brief
from sidecar.domain.calls import hour, openers, room
from sidecar.domain.calls.hour import Budget, Care
from sidecar.domain.calls.openers import Opener, Used
from sidecar.domain.cards.panel import Must, Noted
from sidecar.domain.customs.cue import Cue
from sidecar.domain.customs.culture import cues_of, kept
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.places.place import said
from sidecar.domain.times.instant import written
from sidecar.domain.wording.card_parts import literal
from sidecar.errors import Refused
from sidecar.flows.before.explained_line import Document, explained
from sidecar.flows.known import Known
from sidecar.store.database import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """What a document of the hour is made from. `is_over`: the call is, as far as is known."""

    meeting: Meeting
    client: str
    brief: Brief
    musts: Sequence[Must]
    notes: Sequence[Noted]
    is_over: bool
    now: datetime


async def hour_document(session: Session, known: Known, about: Hour) -> Document:
    """Everything that the panel shows of the hour."""
    wish = await session.row("client_wish", known.tenant, known.person, about.client)
    guides = _guides(about.brief, known)
    found = hour.budget(guides, wish["opening_minutes"] if wish else None, known.words.language)
    care = care_in(about.brief, wish, about.now)
    ticks = await session.rows("ticks_of", known.tenant, known.person, about.meeting.id)
    return {
        "opening": _opening(found, guides, known),
        "early_door": _early_door(found, about, known),
        "openers": [_opener(one) for one in await openers_for(session, known, about.meeting, about.client, about.brief, care)],
        "drift": _drift(found, about, known),
        "decisions": [_decision(one) for one in about.musts if one.decides],
        "closing": _closing(about, known),
        "care": _care(care, known),
        "background": _background(about, known),
        "visit": _visit(about.meeting, {row["check_id"] for row in ticks}, known),
    }


async def care_of(session: Session, known: Known, client: str, brief: Brief, now: datetime) -> Care:
    """Whether to go gently with a client, for whatever is written to them or shown of them."""
    return care_in(brief, await session.row("client_wish", known.tenant, known.person, client), now)


def care_in(brief: Brief, wish: Mapping[str, Any] | None, now: datetime) -> Care:
    """The same from the row where the person's word is kept."""
    return hour.care(wish["is_care"] if wish else None, wish["care_said_at"] if wish else None, brief.warnings, now)


async def openers_for(
    session: Session, known: Known, meeting: Meeting, client: str, brief: Brief, care: Care
) -> tuple[Opener, ...]:
    """How to begin this meeting, with what was used already."""
    rows = await session.rows("openers_used", known.tenant, known.person, client)
    used = [
        Used(id=row["opener_id"], meeting=row["meeting_id"], kind=row["kind"], about=row["about"], used_at=row["used_at"])
        for row in rows
        if row["meeting_id"] == meeting.id or row["used_at"] < meeting.start_at
    ]
    lines = await session.rows("lines_of", known.tenant, known.person, client)
    answers = {row["what"]: row["said"] for row in reversed(lines) if row["kind"] == "asked"}
    material = replace(openers.material_in(brief, known.wishes.surroundings), answers=answers)
    zone = known.preferences.zone
    return openers.openers(material, used, meeting=meeting.id, is_gentle=care.is_on, words=known.words, zone=zone)


def _guides(brief: Brief, known: Known) -> list[Cue]:
    """What is said of the countries that are stated for somebody of the client's, without what the person dismissed."""
    clocks = [one.clock for one in brief.people if one.side == "client" and one.clock]
    stated = dict.fromkeys(clock.country for clock in clocks if clock.country and clock.is_country_stated)
    off, notes = known.corrections.cues_off_for(brief.client_domain), known.corrections.cue_notes_for(brief.client_domain)
    found: list[Cue] = []
    for country in stated:
        try:
            cues = cues_of(country or "", known.words.language, brief.meeting.start_at.date())
        except Refused:
            continue
        found += kept(cues, dismissed=off, notes=notes)
    return found


def _opening(found: Budget, guides: Sequence[Cue], known: Known) -> Document:
    sources = [source for cue in hour.sources_of(guides) for source in cue.sources] if found.is_sourced else []
    shown = explained(said(found.because, known.words), (), sources)
    source = {"source": shown["sources"][0]} if shown["sources"] else {}
    return {"minutes": found.minutes, "kind": found.kind, "text": shown["text"], **source}


def _early_door(found: Budget, about: Hour, known: Known) -> Document | None:
    start_at, words = about.meeting.start_at, known.words
    if not hour.opens_early(found, is_large=room.is_large(about.brief.people), start_at=start_at, now=about.now):
        return None
    opens_at = start_at - hour.EARLY_DOOR
    text = words.say("hour-early-soon", clock=words.clock(opens_at, known.preferences.zone))
    is_open = about.now >= opens_at
    return {"text": words.say("hour-early-now") if is_open else text, "line": words.say("hour-early-line")}


def _opener(one: Opener) -> Document:
    shown = explained(one.text, (), [one.source] if one.source else ())
    source = {"source": shown["sources"][0]} if shown["sources"] else {}
    return {"id": one.id, "text": one.text, "kind": one.kind, "is_used": one.is_used, **source}


def _drift(found: Budget, about: Hour, known: Known) -> Document | None:
    topics = [hour.Topic(is_done=one.is_done, minutes=one.minutes) for one in about.musts]
    drift = hour.drift(
        topics, start_at=about.meeting.start_at, end_at=about.meeting.end_at, opening=found.minutes,
        usual=known.wishes.topic_minutes, now=about.now,
    )  # fmt: skip
    if drift is None or about.is_over:
        return None
    args = {"count": str(drift.topics_left), "needed": str(drift.minutes_needed), "left": str(drift.minutes_left)}
    keys = {"fine": "hour-drift-fine", "tight": "hour-drift-tight", "over": "hour-drift-over"}
    return {
        "minutes_left": drift.minutes_left,
        "topics_left": drift.topics_left,
        "minutes_needed": drift.minutes_needed,
        "state": drift.state,
        "text": known.words.say(keys[drift.state], **args) if drift.topics_left else known.words.say("hour-drift-done"),
        "turns_at": written(drift.turns_at) if drift.turns_at else None,
    }


def _decision(one: Must) -> Document:
    return {"id": one.id, "text": one.text, "who": one.decides, "is_made": one.is_done}


def _closing(about: Hour, known: Known) -> Document:
    """What was promised in this meeting, each with who promised it where that was noted."""
    words, from_at = known.words, about.meeting.end_at - hour.CLOSING
    promised = [one for one in about.notes if one.kind == "promise" and not one.is_done]
    clock = words.clock(from_at, known.preferences.zone)
    return {
        "from": written(from_at),
        "text": words.say("hour-closing" if promised else "hour-closing-nothing", clock=clock),
        "promises": [words.say("hour-promise-who", who=one.who, text=one.said) if one.who else one.said for one in promised],
    }


def _care(care: Care, known: Known) -> Document:
    because = care.because
    args = {name: literal(value, 140, 24) for name, value in because.args.items()} if because else {}
    return {"is_on": care.is_on, "by": care.by, "text": known.words.say(because.key, **args) if because else None}


def _background(about: Hour, known: Known) -> str | None:
    """A hint until the meeting begins; the person's own words for a client go before everything else."""
    if about.now >= about.meeting.start_at:
        return None
    brief = about.brief
    towns = [zone.rpartition("/")[2].replace("_", " ") for one in brief.people if (zone := _sure_zone(one.clock))]
    towns += [known.words.place(zone) for one in brief.people if one.side == "client" and (zone := _sure_zone(one.clock))]
    found = hour.background(known.wishes.backgrounds, [brief.client_name, about.client, *towns])
    if found is None:
        return None
    if found.matched:
        return known.words.say("hour-background-matched", name=found.name, matched=found.matched)
    return known.words.say("hour-background-any", name=found.name)


def _sure_zone(clock: Any) -> str | None:
    return clock.zone if clock is not None and clock.certainty == "stated" else None


def _visit(meeting: Meeting, ticked: set[str], known: Known) -> list[Document]:
    texts = dict(hour.VISIT)
    if meeting.is_organizer:
        texts["visit_thank"] = "hour-visit-thank-guests"
    return [{"id": one, "text": known.words.say(key), "is_ticked": one in ticked} for one, key in texts.items()]
