"""How a meeting stood when the person accepted it, what has changed since, and whether it is the last of its series."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, Final

from sidecar.domain.meetings.client import everybody
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.wording.card_parts import literal
from sidecar.words import Words

NAMED: Final = 2
"""So many people are named that came or went; the rest is counted."""
A_LITTLE_LATER: Final = timedelta(days=2)
"""An occurrence may be moved so far without the series being over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """The state that was accepted. `people`: names by address, the organiser and rooms left out."""

    start_at: datetime
    end_at: datetime
    place: str
    organizer: str
    people: Mapping[str, str]

    def as_json(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "start": self.start_at.isoformat(), "end": self.end_at.isoformat(), "place": self.place,
            "organizer": self.organizer, "people": dict(self.people),
        }  # fmt: skip


def agreed_from(kept: Mapping[str, Any]) -> Agreed:
    """One that was kept."""
    start_at, end_at = (datetime.fromisoformat(kept[name]) for name in ("start", "end"))
    place, host, people = (kept.get(name) for name in ("place", "organizer", "people"))
    return Agreed(start_at=start_at, end_at=end_at, place=place or "", organizer=host or "", people=people or {})


def agreed_of(meeting: Meeting) -> Agreed:
    """A meeting as it stands."""
    host = meeting.organizer.address if meeting.organizer else ""
    people = {one.address: one.name for one in everybody(meeting) if one.kind != "resource" and one.address not in ("", host)}
    return Agreed(
        start_at=meeting.start_at, end_at=meeting.end_at, place=meeting.location or "", organizer=host, people=people
    )  # fmt: skip


def is_newly_accepted(meeting: Meeting, before: Meeting | None) -> bool:
    """Whether the person accepts it now: an answer that was taken back, and given again, counts anew."""
    return meeting.my_response == "accepted" and not meeting.is_organizer and (before is None or before.my_response != "accepted")


def changed_since(agreed: Agreed, meeting: Meeting, zone: str, words: Words) -> str:
    """One quiet line; empty where nothing changed that matters."""
    now = agreed_of(meeting)
    parts = [*_times(agreed, now, zone, words), *_place(agreed, now, words), *_people(agreed, now, meeting, words)]
    return words.say("card-since-accepted", changes=words.row(parts)) if parts else ""


def _times(was: Agreed, now: Agreed, zone: str, words: Words) -> list[str]:
    parts = []
    if was.start_at != now.start_at:
        day, clock = words.day(was.start_at, zone), words.clock(was.start_at, zone)
        parts.append(words.say("card-changed-time", day=day, clock=clock))
    minutes = [int((one.end_at - one.start_at).total_seconds() // 60) for one in (was, now)]
    if minutes[0] != minutes[1]:
        parts.append(words.say("card-changed-length", before=minutes[0], now=minutes[1]))
    return parts


def _place(was: Agreed, now: Agreed, words: Words) -> list[str]:
    if was.place.casefold() == now.place.casefold():
        return []
    place = literal(now.place, 40, 6)
    return [words.say("card-changed-place", place=place) if place else words.say("card-changed-no-place")]


def _people(was: Agreed, now: Agreed, meeting: Meeting, words: Words) -> list[str]:
    parts = []
    if now.organizer != was.organizer and meeting.organizer and now.organizer:
        parts.append(words.say("card-changed-organizer", who=_name(meeting.organizer.name, now.organizer)))
    known = {*was.people, was.organizer}
    present = {*now.people, now.organizer}
    came = [_name(name, address) for address, name in now.people.items() if address not in known]
    went = [_name(name, address) for address, name in was.people.items() if address not in present]
    for key, names in (("card-changed-came", came), ("card-changed-went", went)):
        if names:
            more = len(names) - NAMED
            parts.append(words.say(key, who=words.row(names[:NAMED]) + (f" +{more}" if more > 0 else "")))
    return parts


def _name(name: str, address: str) -> str:
    return literal(name, 40, 5) or literal(address, 40, 5)


def is_last(starts: Sequence[datetime], this_at: datetime, seen_until: datetime) -> bool:
    """Whether a series has no further date: by its own rhythm the next one would lie in the part of the calendar that was read.

    `starts`: when its occurrences were first planned for, this one's among them or not. One that stands alone has no rhythm.
    """
    known = sorted({*starts, this_at})
    if known[-1] > this_at or len(known) < 2:
        return False
    rhythm = max(later - earlier for earlier, later in pairwise(known))
    return this_at + rhythm + A_LITTLE_LATER <= seen_until
