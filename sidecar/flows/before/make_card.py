"""The cards, from what is stored: the domain composes, this fetches what it needs."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sidecar.domain.briefs.booking import LOOK_FOR, booking_of
from sidecar.domain.cards import booking_card, card
from sidecar.domain.meetings.client import Verdict
from sidecar.domain.meetings.delivery import ON_DEMAND
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.wording.card_parts import Element, adaptive_card, line, run
from sidecar.domain.wording.on_the_wire import digest
from sidecar.flows.before.asides import asides_of
from sidecar.flows.known import Known, met_before
from sidecar.flows.watching.plan_meeting import is_settled, make_brief, meetings_around
from sidecar.store.database import Session
from sidecar.telemetry import tracing
from sidecar.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A card and the words of its notification."""

    card: Mapping[str, Any]
    summary: str


async def make_card(session: Session, known: Known, meeting: Meeting, verdict: Verdict, *, kind: str, now: datetime) -> Shown:
    """The card of one moment, as of `now`."""
    with tracing.span("card", kind=kind):
        return await _make_card(session, known, meeting, verdict, kind, now)


async def _make_card(session: Session, known: Known, meeting: Meeting, verdict: Verdict, kind: str, now: datetime) -> Shown:
    asides = await asides_of(session, known, meeting, now)
    known = known.there(meeting.start_at)
    brief = replace(await make_brief(session, known, meeting, verdict, now=now), asides=asides)
    if kind == "booking_warning":
        around = await meetings_around(session, known, meeting, LOOK_FOR)
        earlier = await met_before(session, known, meeting, verdict.client_domain)
        booking = None
        if not is_settled(known, meeting):
            booking = await asyncio.to_thread(booking_of, brief, known.preferences, around, earlier, now)
        drawn = booking_card.booking_card(brief, booking, known.words, known.preferences)
        return Shown(card=drawn, summary=known.words.say("booking-summary"))
    asks = known.asked.get(verdict.client_domain or "") in (meeting.id, f"{meeting.id}|{kind}")
    if kind == "prepare":
        drawn = card.prepare_card(brief, known.words, known.preferences, asks=asks)
    else:
        kind = ON_DEMAND if kind == ON_DEMAND else "pre_call_card"
        drawn = card.pre_call_card(brief, known.words, known.preferences, asks=asks, kind=kind)
    return Shown(card=drawn, summary=_summary(known, meeting, now))


def make_cancelled(known: Known, meeting: Meeting) -> Shown:
    """One line: it will not take place."""
    return Shown(
        card=card.cancelled_card(meeting, known.words, known.there(meeting.start_at).preferences),
        summary=_summary(known, meeting),
    )


def make_moved(known: Known, meeting: Meeting) -> Shown:
    """One line: where it went."""
    return Shown(
        card=card.moved_card(meeting, known.words, known.there(meeting.start_at).preferences), summary=_summary(known, meeting)
    )


def make_folded(known: Known, meeting: Meeting, kind: str = "prepare") -> Shown:
    """One line: another card of this meeting has come. `kind` of the one that becomes a line."""
    return Shown(card=card.folded_card(meeting, known.words, kind), summary=_summary(known, meeting))


def make_withdrawn(known: Known, meeting: Meeting, verdict: Verdict) -> Shown:
    """One line: why nothing is shown any more."""
    line = card.withdrawn_card(meeting, known.words, known.there(meeting.start_at).preferences, verdict.skipped or "")
    return Shown(card=line, summary=_summary(known, meeting))


def make_rest_of_day(known: Known, meetings: Sequence[Meeting], starts: Sequence[datetime]) -> Shown:
    """One message for what is left of a day whose budget is used up; its notification names `starts`."""
    in_order = sorted(meetings, key=lambda meeting: meeting.start_at)
    drawn = card.rest_of_day_card(in_order, known.words, known.preferences)
    clocks = known.words.listed([known.words.clock(one, known.preferences.zone) for one in starts])
    return Shown(card=drawn, summary=known.words.say("card-summary", clock=clocks) if clocks else "")


def make_notice(words: Words, text: str, *buttons: Element) -> Mapping[str, Any]:
    """One plain sentence where a card was."""
    return adaptive_card([line(run(text))], buttons, language=words.language, spoken=text)


def digest_of_card(shown: Mapping[str, Any]) -> str:
    """Changes when a reader would see a change."""
    return digest(shown)


def _summary(known: Known, meeting: Meeting, now: datetime | None = None) -> str:
    return str(card.summary(meeting, known.words, known.there(meeting.start_at).preferences, now))
