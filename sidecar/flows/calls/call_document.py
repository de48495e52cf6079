"""What the panel, and the one card in the chat, show of a call while it runs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sidecar.domain.briefs.brief import Brief
from sidecar.domain.calls.call import LONGEST
from sidecar.domain.calls.call_live import Open, Pause
from sidecar.domain.calls.call_words import Topic, clocks_at, first_sentence, language_with, pause_line, topics
from sidecar.domain.cards.panel import Must, Noted
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.times.instant import written
from sidecar.domain.wording.card_parts import literal
from sidecar.flows.calls.follow_call import Followed, followed
from sidecar.flows.known import Known
from sidecar.store.database import Session
from sidecar.words import Words

BEFORE: Final = timedelta(minutes=15)
MOST_MESSAGES: Final = 3
_HINTS: Final = {
    "break": "call-hint-break",
    "break_firm": "call-hint-break-firm",
    "lunch": "call-hint-lunch",
    "new_topic": "call-hint-new-topic",
}
_DOUBTS: Final = {"never_started": "call-doubt-never-started", "never_ended": "call-doubt-never-ended"}
Document = dict[str, Any]


async def call_document(
    session: Session, known: Known, meeting: Meeting, brief: Brief, musts: Sequence[Must], notes: Sequence[Noted], now: datetime
) -> Document | None:
    """The call of a client meeting; None where there is none to speak of. `notes`: the oldest first."""
    if not meeting.start_at - BEFORE <= now <= meeting.end_at + LONGEST and not await _is_known(session, known, meeting):
        return None
    found = await followed(session, known, meeting, now)
    last_at = found.told.ended_at or found.live.planned_until
    if now > last_at + LONGEST or (found.told.state == "waiting" and now < found.live.planned_from - BEFORE):
        return None
    return shown(found, known, brief, musts, notes)


async def _is_known(session: Session, known: Known, meeting: Meeting) -> bool:
    return await session.row("call", known.tenant, known.person, meeting.id) is not None


def shown(found: Followed, known: Known, brief: Brief | None, musts: Sequence[Must], notes: Sequence[Noted]) -> Document:
    """The same from what was just looked at."""
    live, told, words = found.live, found.told, known.words
    is_after = live.hint is not None and live.hint.kind == "new_topic"
    return {
        "state": "paused" if live.pause is not None else told.state,
        "known_from": told.known_from,
        "started_at": written(told.started_at) if told.started_at else None,
        "ended_at": written(told.ended_at) if told.ended_at else None,
        "planned_end": written(live.planned_until),
        "asks": _asks(found, words),
        "hint": _hint(found, live.hint, words) if live.hint is not None else None,
        "break": _break(live.pause, known, brief) if live.pause is not None else None,
        "next": _next(found, musts, notes, words) if is_after else None,
        "message_now": _messages(brief, notes, words) if live.pause is not None else [],
    }


def _asks(found: Followed, words: Words) -> Document | None:
    asks = found.told.asks
    if asks is None:
        return None
    text = words.say("call-asks-started" if asks == "started" else "call-asks-over")
    doubt = _DOUBTS.get(found.told.doubt or "")
    return {"kind": asks, "text": f"{words.say(doubt)} {text}" if doubt else text}


def _hint(found: Followed, hint: Open, words: Words) -> Document:
    count = found.rules.midpoint // timedelta(minutes=1)
    text = words.say("call-hint-midpoint", count=count) if hint.kind == "midpoint" else words.say(_HINTS[hint.kind])
    because = "" if hint.kind == "new_topic" else words.say(hint.because.key, **hint.because.args)
    if found.told.known_from == "calendar" and hint.kind != "new_topic":
        because = words.say("call-because-calendar", because=because)
    later = found.rules.coach.snooze // timedelta(minutes=1)
    return {"id": hint.id, "kind": hint.kind, "text": text, "because": because, "later": later}


def _break(pause: Pause, known: Known, brief: Brief | None) -> Document:
    words, zone = known.words, known.preferences.zone
    theirs = Words(language_with(brief, words.language))
    clocks = clocks_at(brief, pause.until, words, zone)
    return {
        "began_at": written(pause.began_at),
        "until": written(pause.until),
        "minutes": pause.minutes,
        "line": pause_line(brief, pause, theirs, zone),
        "back_at": words.clock(pause.until, zone),
        "clocks": [{"name": one.name, "clock": one.clock, "day_shift": one.day_shift} for one in clocks],
    }


def _next(found: Followed, musts: Sequence[Must], notes: Sequence[Noted], words: Words) -> Document | None:
    """What is open of the list; what was set aside comes back when nothing else is, and what was put off last of all."""
    ahead = topics(
        [Topic(id=one.id, kind="must", text=one.text) for one in musts if not one.is_done],
        [Topic(id=one.id, kind="parked", text=one.said) for one in notes if one.kind == "parked" and not one.is_done],
        found.live.put_off,
    )
    if not ahead:
        return None
    first = ahead[0]
    return {"id": first.id, "kind": first.kind, "text": first.text, "line": first_sentence(first, words)}


def _messages(brief: Brief | None, notes: Sequence[Noted], words: Words) -> list[Document]:
    """Practice 51: those on the other side who go ahead, by the word of the person alone, with the idea noted last for each."""
    leading = [one for one in brief.people if one.side == "client" and one.role == "trailblazer"] if brief else []
    found = []
    for one in leading[:MOST_MESSAGES]:
        name = literal(one.name, 60, 6) or literal(one.address, 60, 6)
        idea = next((note.said for note in reversed(notes) if note.kind == "parked" and _is_of(note.who, one.name)), "")
        text = words.say("call-message-now", name=name)
        if idea:
            text = words.say("call-message-now-idea", name=name, idea=literal(idea, 140, 24))
        found.append({"address": one.address, "name": name, "text": text})
    return found


def _is_of(who: str | None, name: str) -> bool:
    """Whether a note names somebody, whole or by a part of their name."""
    named, parts = (who or "").casefold().split(), name.casefold().split()
    return bool(named) and all(word in parts for word in named)
