"""One person of a meeting as the panel shows them: whose side, what role the user gave, whose clock says what now."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sidecar.domain.briefs.brief import PersonLine
from sidecar.domain.meetings.attending import Clock
from sidecar.domain.places.place import said
from sidecar.domain.wording.card_parts import literal
from sidecar.domain.wording.reason import Reason
from sidecar.words import Words

Document = dict[str, Any]
MOST_REASONS: Final = 4
ANSWERS: Final = {"declined": "card-response-declined", "tentative": "card-response-tentative"}
"""What to know of an answer to the invitation; that somebody comes need not be said."""


def person_document(person: PersonLine, words: Words, now: datetime) -> Document:
    """The person. `local` is their time when the meeting starts, `offset_minutes` how far they are from UTC at `now`."""
    note = person.working.note if person.working else None
    return {
        "address": person.address,
        "name": literal(person.name, 80, 12),
        "side": person.side,
        "role": person.role,
        "answer": words.say(ANSWERS[person.response]) if person.response in ANSWERS else "",
        "clock": _clock(person.clock or Clock(), words, now),
        "working": {
            "state": person.working.state if person.working else "unknown",
            "note": words.say(note.key, **note.args) if note else "",
        },
    }


def _clock(clock: Clock, words: Words, now: datetime) -> Document:
    there = now.astimezone(ZoneInfo(clock.zone)).utcoffset() if clock.zone else None
    return {
        "zone": clock.zone,
        "offset_minutes": round(there.total_seconds() / 60) if there is not None else None,
        "local": clock.local,
        "day_shift": clock.day_shift or 0,
        "certainty": clock.certainty,
        "because": [said(_harmless(one), words) for one in clock.because[:MOST_REASONS]],
    }


def _harmless(reason: Reason) -> Reason:
    """What a mail or an invitation wrote may stand in a reason."""
    return Reason(key=reason.key, args={name: literal(value, 80, 12) for name, value in reason.args.items()})
