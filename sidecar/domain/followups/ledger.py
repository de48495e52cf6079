"""The ledger of promises: who owes what to whom until when, found in calls, notes and mails, each of them once.

Words used here: *ours* is what our side owes the client, *theirs* what they owe us; a promise *waits for* somebody upstream
whose part it stands on: a supplier, a colleague. A promise that is kept or let go of is *settled*.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Final, Literal
from zoneinfo import ZoneInfo

from sidecar.domain.meetings.meeting import MeetingId
from sidecar.domain.times.due_words import due_in
from sidecar.knowledge.spoken import word_list

Side = Literal["ours", "theirs"]
Origin = Literal["transcript", "note", "mail", "own"]
State = Literal["open", "done", "dropped"]
Urgency = Literal["late", "soon", "later", "none"]
Upstream = Literal["none", "waiting", "late", "too_late"]
STATES: Final[tuple[State, ...]] = ("open", "done", "dropped")
LONGEST: Final = 500
LONGEST_WHO: Final = 80
SOON_DAYS: Final = 3
"""A promise is soon due from the day of its first nudge on: practice 59, “F T-3 d”."""
ALIKE: Final = 0.65
"""So much of two wordings must be the same where a machine wrote both; as for the promises of one call (recap_agreed)."""
WITHIN: Final = 0.6
"""So much of the shorter wording must be in the longer where a person noted one of them in a few words."""
_OWN_WORDS: Final = ("note", "own")
_RANK: Final[tuple[Origin, ...]] = ("note", "own", "transcript", "mail")


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One promise. `due_on`: a day in `zone`, or where the person is if that is empty; `who`: as they are called, empty for the
    person themself or where nobody is named; `note`: the side panel's note that it came from; `task`: our key of a task made
    for it."""

    id: str
    client: str
    side: Side
    who: str
    what: str
    due_on: date | None
    due_words: str
    quote: str
    origin: Origin
    meeting: MeetingId | None
    made_at: datetime
    state: State = "open"
    waits_for: str = ""
    waits_until: date | None = None
    task: str = ""
    zone: str = ""
    note: str = ""
    settled_at: datetime | None = None


def owed_id(meeting_or_origin: str, side: str, who: str, what: str) -> str:
    """The same for the same promise, however often it is found."""
    told = "\x1f".join((meeting_or_origin, side, *(" ".join(one.casefold().split()) for one in (who, what))))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def noted_promise(
    said: str,
    *,
    note: str,
    who: str,
    theirs: Sequence[str],
    client: str,
    meeting: MeetingId,
    zone: str,
    language: str,
    made_at: datetime,
) -> Owed:
    """The promise that the person noted in a few words. `theirs`: names of the client's people; `zone`: the meeting's."""
    due = due_in(said, made_at.astimezone(ZoneInfo(zone)).date(), language)
    side: Side = "theirs" if who and any(_is_called(name, who) for name in theirs) else "ours"
    return Owed(
        id=owed_id(meeting, side, who, said), client=client, side=side, who=who, what=said, due_on=due.day if due else None,
        due_words=due.words if due else "", quote="", origin="note", meeting=meeting, made_at=made_at, zone=zone, note=note,
    )  # fmt: skip


def checked(one: Owed, zone: str) -> Owed | None:
    """The promise as it can be kept: not too long, and never due before it was made; None where nothing is promised. `zone`:
    the person's own."""
    what = " ".join(one.what.split())[:LONGEST]
    if not what:
        return None
    made_on = one.made_at.astimezone(ZoneInfo(one.zone or zone)).date()
    due_on = None if one.due_on is not None and one.due_on < made_on else one.due_on
    return replace(one, what=what, who=" ".join(one.who.split())[:LONGEST_WHO], quote=one.quote[:LONGEST], due_on=due_on)


def merged(found: Iterable[Owed]) -> tuple[Owed, ...]:
    """Each promise once, in the order in which they were made: the note's words, the transcript's quote, whichever day is
    named. Where two people may be meant, or two promises, nothing is put together."""
    ranked = sorted(found, key=lambda one: (_RANK.index(one.origin), one.made_at))
    names = [one.who for one in ranked]
    noted = _folded([one for one in ranked if one.origin in _OWN_WORDS], names)
    said = _folded([one for one in ranked if one.origin not in _OWN_WORDS], names)
    for at, one in enumerate(noted):
        same = like(one, said, names)
        if same is not None:
            noted[at] = filled(one, said.pop(same))
    return tuple(sorted([*noted, *said], key=lambda one: one.made_at))


def _folded(found: Sequence[Owed], names: Sequence[str]) -> list[Owed]:
    kept: list[Owed] = []
    for one in found:
        at = like(one, kept, names)
        if at is None:
            kept.append(one)
        else:
            kept[at] = filled(kept[at], one)
    return kept


def held_as(one: Owed, found: Sequence[Owed], held: Sequence[Owed]) -> int | None:
    """Where a promise stands among those held, as the only one of those found that can be meant; None where it is new."""
    names = [each.who for each in (*held, *found)]
    at = like(one, held, names)
    if at is None or held[at].id == one.id:
        return at
    back = like(held[at], found, names)
    return at if back is not None and found[back] is one else None


def like(one: Owed, held: Sequence[Owed], names: Sequence[str]) -> int | None:
    """Where the same promise stands among those held; None where none does, or two may be meant. `names`: everybody that any
    of them names."""
    for at, other in enumerate(held):
        if other.id == one.id:
            return at
    scored = [(score, at) for at, other in enumerate(held) if (score := _likeness(one, other, names)) > 0]
    best = max(scored, default=(0.0, -1))
    return best[1] if best[1] >= 0 and sum(score == best[0] for score, _ in scored) == 1 else None


def filled(held: Owed, one: Owed) -> Owed:
    """What is held, with what the same promise found elsewhere adds: nothing that is said already changes."""
    dated = held if held.due_on or not one.due_on else one
    return replace(
        held,
        who=max(held.who, one.who, key=len) if held.who else one.who,
        quote=held.quote if held.quote and one.origin != "transcript" else one.quote or held.quote,
        due_on=dated.due_on, due_words=dated.due_words or held.due_words, zone=dated.zone or held.zone,
        meeting=held.meeting or one.meeting, note=held.note or one.note, task=held.task or one.task,
    )  # fmt: skip


def today_of(one: Owed, now: datetime, zone: str) -> date:
    """The date where the promise is due; `zone`: the person's own."""
    return now.astimezone(ZoneInfo(one.zone or zone)).date()


def days_left(one: Owed, now: datetime, zone: str) -> int | None:
    """Days until it is due, below zero where that is past; None without a day."""
    return (one.due_on - today_of(one, now, zone)).days if one.due_on else None


def urgency_of(one: Owed, now: datetime, zone: str) -> Urgency:
    """How near its day is."""
    days = days_left(one, now, zone)
    if days is None:
        return "none"
    if days < 0:
        return "late"
    return "soon" if days <= SOON_DAYS else "later"


def upstream_of(one: Owed, now: datetime, zone: str) -> Upstream:
    """How it stands with whom a promise waits for: `late` where their day is past, `too_late` where it is after ours."""
    if not one.waits_for:
        return "none"
    if one.waits_until is None:
        return "waiting"
    if one.waits_until < today_of(one, now, zone):
        return "late"
    return "too_late" if one.due_on is not None and one.waits_until > one.due_on else "waiting"


def is_mine(one: Owed, name: str) -> bool:
    """Whether the person themself, called so, owes it; a colleague's is shown, and nobody is nudged for it."""
    return one.side == "ours" and (not one.who or _is_called(name, one.who) or _is_called(one.who, name))


def _likeness(one: Owed, other: Owed, names: Sequence[str]) -> float:
    if one.side != other.side or one.client != other.client or not _may_be_one(one.who, other.who, names):
        return 0.0
    is_worded = one.due_words and other.due_words  # a day without words is one that the person set
    if one.due_on and other.due_on and one.due_on != other.due_on and is_worded:
        return 0.0
    is_elsewhere = one.meeting != other.meeting
    if is_elsewhere and other.state != "open" and not (one.due_on and one.due_on == other.due_on):
        return 0.0
    first, second = _stems(_undated(one)), _stems(_undated(other))
    shared = first & second
    numbers = [{stem for stem in stems if stem.isdecimal()} for stems in (first, second)]
    is_noted = not is_elsewhere and (one.origin in _OWN_WORDS) != (other.origin in _OWN_WORDS)
    if numbers[0] != numbers[1] and not (is_noted and not all(numbers)):
        return 0.0
    if not shared - word_list("doing"):
        return float(bool(first) and first == second and not is_elsewhere)
    share = len(shared) / (min(len(first), len(second)) if is_noted else len(first | second))
    return share if share >= (WITHIN if is_noted else ALIKE) else 0.0


def _may_be_one(who: str, other: str, names: Sequence[str]) -> bool:
    """Whether two names may be of one person: “Ana” is Ana Ruiz where no other Ana is named."""
    if not who or not other or who.casefold() == other.casefold():
        return True
    short, long = sorted((who, other), key=len)
    meant = {name.casefold() for name in names if len(name) > len(short) and _is_called(name, short)}
    return _is_called(long, short) and len(meant | {long.casefold()}) == 1


def _is_called(name: str, called: str) -> bool:
    """“Ruiz, Ana (Contoso)” is called Ana, and Ana Ruiz."""
    plain = re.sub(r"(?:(?<!\s)\s+)?\([^()]*\)", "", name).casefold()
    parts = re.findall(r"[^\W_]+", plain)
    wanted = re.findall(r"[^\W_]+", called.casefold())
    return bool(wanted) and set(wanted) <= set(parts)


def _undated(one: Owed) -> str:
    return one.what.replace(one.due_words, " ") if one.due_words else one.what


@lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    small = word_list("common")
    return frozenset(word[:4] for word in re.findall(r"[^\W_]{3,}|\d+", text.casefold()) if word not in small)
