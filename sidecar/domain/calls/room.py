"""Who is in the room: invited, here, late, gone, and spoken to. From the calendar, from what Teams tells of a call, and from
the host's own ticks; nothing is heard, seen or weighed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from sidecar.domain.briefs.brief import PersonLine
from sidecar.domain.calls.call import EARLY
from sidecar.domain.calls.call_event import CallKind
from sidecar.domain.meetings.client import Role
from sidecar.domain.transcripts.recap_findings import RoleHint

Presence = Literal["here", "late", "left", "missing", "unknown"]
LARGE_FROM: Final = 8
"""People, the host among them, from which a call is run as a large one: practice 31."""
LATE_AFTER: Final = timedelta(minutes=5)
"""So long after the start somebody is late, or missing: a guest's usual grace, our own choice."""
BEFORE: Final = EARLY
"""What is told of a call so long before its planned start may belong to it; earlier is another call's."""
AFTER: Final = timedelta(hours=12)
MOST: Final = 100
"""People in a room sheet."""

NEEDS: Final[Mapping[Role, str]] = {
    "decision_maker": "room-needs-decision-maker",
    "skeptic": "room-needs-skeptic",
    "trailblazer": "room-needs-trailblazer",
}
DOS: Final = ("room-do-names", "room-do-agenda", "room-do-round", "room-do-hands", "room-do-pause", "room-do-close")
DONTS: Final = ("room-dont-anyone", "room-dont-monologue", "room-dont-camera", "room-dont-two", "room-dont-late")

_DECIDES: Final = re.compile(
    r"\b(?:c[efotiph]o|chief|president|vp|svp|evp|director|head|owner|founder|co-founder|chair(?:man|woman|person)?|principal|"
    r"geschäftsführ\w*|vorst[aä]nd\w*|direktor\w*|\w*leiter(?:in)?|leitung|inhaber\w*|gründer\w*|prokurist\w*)\b",
    re.IGNORECASE,
)
_ASSISTS: Final = re.compile(
    r"\b(?:assist\w*|secretar\w*|office of|deputy|trainee|intern|student|junior|referent\w*|assistenz\w*|sekret\w*|praktikant\w*|"
    r"werkstudent\w*|stellvertret\w*|art director|creative director)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Somebody came or went, or the call began or ended.

    `address`: who, where the directory says so; empty for a guest, of whom nothing is told (`is_guest`), and for an id that is
    nobody's whom we know.
    """

    kind: CallKind
    at: datetime
    address: str = ""
    is_guest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where somebody is. `since`: when they came, or left; None where that is not known or they never came."""

    presence: Presence = "unknown"
    since: datetime | None = None


def presences(
    people: Sequence[PersonLine], seen: Sequence[Seen], *, start_at: datetime, now: datetime, known: frozenset[str]
) -> dict[str, Seat]:
    """Everybody's place by address. `known`: whose coming and going would be told under their own address.

    Who cannot be told apart stays unknown: a guest without an id is somebody only where one alone was invited from outside, one
    alone came, and nobody else came who could be meant.
    """
    told = sorted((one for one in seen if start_at - BEFORE <= one.at <= now), key=lambda one: one.at)
    if not told:
        return {one.address: Seat() for one in people}
    began_at = max(start_at, min((one.at for one in told if one.kind == "start"), default=start_at))
    strangers = [one for one in told if one.kind == "join" and not one.address]
    alone = _alone(people, strangers, known)
    found = {}
    for one in people:
        mine = [event for event in told if event.address == one.address or (alone == one.address and event.is_guest)]
        is_certain = one.address in known or alone == one.address or not strangers
        found[one.address] = _seat(mine, began_at, now, is_certain=is_certain)
    return _with_end(found, told)


def _alone(people: Sequence[PersonLine], strangers: Sequence[Seen], known: frozenset[str]) -> str:
    """The only one whom a guest can be; empty where that is not sure."""
    others = [one for one in people if one.address not in known]
    is_one = len(others) == len(strangers) == 1 and strangers[0].is_guest and others[0].side != "ours"
    return others[0].address if is_one and others[0].response != "declined" else ""


def _seat(told: Sequence[Seen], began_at: datetime, now: datetime, *, is_certain: bool) -> Seat:
    moves = [one for one in told if one.kind in ("join", "leave")]
    if not moves:
        is_missing = is_certain and now - began_at >= LATE_AFTER
        return Seat(presence="missing") if is_missing else Seat()
    last = moves[-1]
    if last.kind == "leave":
        return Seat(presence="left", since=last.at)
    first = next(one.at for one in moves if one.kind == "join")
    return Seat(presence="late" if first - began_at >= LATE_AFTER else "here", since=first)


def _with_end(seats: Mapping[str, Seat], told: Sequence[Seen]) -> dict[str, Seat]:
    """After the end of a call nobody is in it, until it begins again or somebody comes."""
    ended_at = max((one.at for one in told if one.kind == "end"), default=None)
    if ended_at is None or any(one.at > ended_at and one.kind in ("start", "join") for one in told):
        return dict(seats)
    gone = Seat(presence="left", since=ended_at)
    return {address: gone if seat.presence in ("here", "late") else seat for address, seat in seats.items()}


def is_large(people: Iterable[PersonLine]) -> bool:
    """Whether so many are expected that the call needs rules of its own; who declined is not."""
    return sum(one.side != "room" and one.response != "declined" for one in people) >= LARGE_FROM


def round_of(people: Sequence[PersonLine], seats: Mapping[str, Seat], addressed: frozenset[str]) -> list[str]:
    """Who of the other side has not been spoken to yet: in the order in which they came, then as they were invited.

    Who is missing or gone is not called on; the host's own colleagues are not either.
    """
    waiting = [
        (at, one)
        for at, one in enumerate(people)
        if one.side not in ("ours", "room")
        and one.address not in addressed
        and seats.get(one.address, Seat()).presence not in ("missing", "left")
        and not (one.response == "declined" and seats.get(one.address, Seat()).presence == "unknown")
    ]
    return [one.address for _, one in sorted(waiting, key=lambda pair: _turn(pair[0], seats.get(pair[1].address, Seat())))]


def _turn(at: int, seat: Seat) -> tuple[bool, float, int]:
    return (seat.since is None, seat.since.timestamp() if seat.since else 0.0, at)


def role_from_title(title: str | None) -> Role | None:
    """A part in decisions that a title of their own speaks for; None for most. Only a suggestion, with the title beside it."""
    if not title or _ASSISTS.search(title) or not _DECIDES.search(title):
        return None
    return "decision_maker"


def hinted_people(hints: Sequence[RoleHint], people: Sequence[PersonLine]) -> list[tuple[str, RoleHint]]:
    """Hints from a transcript by address: only where exactly one person from outside bears the speaker's whole name."""
    found = []
    for hint in hints:
        named = [one for one in people if _plain(one.name) == _plain(hint.who)]
        if len(named) == 1 and named[0].side not in ("ours", "room") and named[0].address and hint.because and _plain(hint.who):
            found.append((named[0].address, hint))
    return found


def _plain(name: str) -> str:
    """“Silva, Maria (Northwind)” and “Maria Silva” are one name."""
    bare = re.sub(r"\([^()]{0,80}\)", "", name[:200])
    family, comma, given = bare.partition(",")
    return " ".join(f"{given} {family}".split() if comma else bare.split()).casefold()
