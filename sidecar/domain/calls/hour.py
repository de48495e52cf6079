"""The plan of one hour with a client: how long to open, whether the time is enough for what must be covered, how to close.

Nothing here knows who speaks, how, or in what mood: it knows the calendar, a list, what guides say of a stated country, public
news, and what the person set.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from sidecar.domain.companies.news import GRAVE
from sidecar.domain.customs.cue import Cue
from sidecar.domain.customs.opening import opening
from sidecar.domain.wording.finding import Warning
from sidecar.domain.wording.reason import Reason

OpeningKind = Literal["people", "task", "unknown"]
DriftState = Literal["fine", "tight", "over"]

USUAL_OPENING: Final = 5
"""Minutes before the agenda where nothing is known: half-way between the two that practice 15 names (10 and 2)."""
LONGEST_OPENING: Final = 30
"""Minutes a person may set; a guide's half hour is the longest that any guide of ours names."""
LONGEST_TOPIC: Final = 240
CLOSING: Final = timedelta(minutes=5)
"""The end of the hour, for what was promised: issue 5 asks for five minutes."""
EARLY_DOOR: Final = timedelta(minutes=10)
"""Before the start, for anyone who wants to catch up: the ten minutes of practice 52."""
CARE_FOR: Final = frozenset({*GRAVE, "layoffs", "insolvency"})
"""Kinds of public news before which one goes gently: the grave ones, and practice 25's crisis and lay-offs."""
OFF_HOLDS: Final = timedelta(days=30)
"""So long news do not switch care on again after the person switched it off: our own choice, a month."""
_OPENS: Final = frozenset({"relationship_vs_task", "small_talk_minutes"})
VISIT: Final[Mapping[str, str]] = {
    "visit_early": "hour-visit-early",
    "visit_greet": "hour-visit-greet",
    "visit_thank": "hour-visit-thank",
    "visit_leave": "hour-visit-leave",
}
"""What a good guest does, in order; the ids are kept with the ticks of the meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How long to talk before the agenda. `is_sourced`: a guide on a stated country says so; else the person did, or nobody."""

    minutes: int
    kind: OpeningKind
    because: Reason
    is_sourced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something to cover; `minutes` where the person said how long it takes."""

    is_done: bool
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """Whether the time left is enough. `turns_at`: when this will be said differently if nothing more is covered."""

    minutes_left: int
    topics_left: int
    minutes_needed: int
    state: DriftState
    turns_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """Whether to go gently. `by`: who says so; `because`: what to do about it."""

    is_on: bool
    by: Literal["you", "news"] | None = None
    because: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """One of the person's own pictures; `matched`: the word of theirs that fits this client, empty where none does."""

    name: str
    matched: str = ""


def budget(cues: Sequence[Cue], own: int | None, language: str = "en") -> Budget:
    """How to open: as the person set for this client, else as guides on the stated countries say, else unknown, and said so."""
    if own is not None:
        return Budget(minutes=own, kind=_kind(own), because=Reason(key="hour-opening-own", args={"minutes": str(own)}))
    firm = [cue for cue in cues if not cue.is_asked and cue.field in _OPENS]
    found = opening(firm, language)
    if found is None:
        because = Reason(key="hour-opening-unknown", args={"minutes": str(USUAL_OPENING)})
        return Budget(minutes=USUAL_OPENING, kind="unknown", because=because)
    return Budget(minutes=found.minutes, kind=_kind(found.minutes), because=found.because, is_sourced=True)


def _kind(minutes: int) -> OpeningKind:
    if minutes == USUAL_OPENING:
        return "unknown"
    return "people" if minutes > USUAL_OPENING else "task"


def sources_of(cues: Sequence[Cue]) -> list[Cue]:
    """The cues that a sourced budget rests on."""
    return [cue for cue in cues if not cue.is_asked and cue.field in _OPENS and cue.sources]


def opens_early(found: Budget, *, is_large: bool, start_at: datetime, now: datetime) -> bool:
    """Whether to offer an early door: where people come first, or many come; until the meeting begins."""
    return now < start_at and (found.kind == "people" or is_large)


def drift(
    topics: Sequence[Topic], *, start_at: datetime, end_at: datetime, opening: int, usual: int, now: datetime
) -> Drift | None:
    """The time left against the topics left; None where there is nothing to cover.

    The opening (`opening`, minutes) and the closing five minutes are no time for topics. `usual`: minutes for a topic of which
    nobody said how long it takes. Tight: less than one more such topic to spare.
    """
    if not topics:
        return None
    open_topics = [one for one in topics if not one.is_done]
    needed = timedelta(minutes=sum(one.minutes or usual for one in open_topics))
    works_until = end_at - CLOSING
    from_at = max(now, start_at + timedelta(minutes=opening))
    left = max(works_until - from_at, timedelta())
    tight_at, over_at = works_until - needed - timedelta(minutes=usual), works_until - needed
    turns = [at for at in (tight_at, over_at) if at >= from_at] if needed else []
    return Drift(
        minutes_left=_minutes(left),
        topics_left=len(open_topics),
        minutes_needed=_minutes(needed),
        state=_state(left, needed, timedelta(minutes=usual)),
        turns_at=min(turns, default=None),
    )


def _state(left: timedelta, needed: timedelta, spare: timedelta) -> DriftState:
    if not needed:
        return "fine"
    if left < needed:
        return "over"
    return "tight" if left < needed + spare else "fine"


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds() // 60)


def care(said: bool | None, said_at: datetime | None, news: Sequence[Warning], now: datetime) -> Care:
    """Whether to go gently with an organisation: because the person says so, or because public news that are surely theirs do.

    Nothing of a person goes in: no voice, no face, no word of anybody in a meeting.
    """
    if said:
        return Care(is_on=True, by="you", because=Reason(key="hour-care-you"))
    if said is False and said_at is not None and now - said_at < OFF_HOLDS:
        return Care(is_on=False, by="you")
    grave = next((one for one in news if _calls_for_care(one)), None)
    if grave is None:
        return Care(is_on=False)
    return Care(is_on=True, by="news", because=Reason(key="hour-care-news", args={"title": grave.args["title"]}))


def _calls_for_care(one: Warning) -> bool:
    is_sure = one.args.get("doubt", "no") == "no"
    return one.kind == "sensitive_news" and "title" in one.args and is_sure and one.args.get("category") in CARE_FOR


def background(own: Sequence[str], names: Sequence[str]) -> Background | None:
    """A picture of the person's own for this client, from lines such as “Harbour: northwind, lisbon”.

    The first whose words stand in one of `names` (what the client is called, its domain, its towns); else the first that is for
    everybody; None where there is none. Nothing is ever matched against the name of a person.
    """
    lines = [_split(line) for line in own]
    said = " ".join(names).casefold()
    for name, words in lines:
        matched = next((word for word in words if word.casefold() in said), "")
        if matched:
            return Background(name=name, matched=matched)
    return next((Background(name=name) for name, words in lines if name and not words), None)


def _split(line: str) -> tuple[str, list[str]]:
    name, rest = (*re.split("[:：]", line, maxsplit=1), "")[:2]
    return name.strip(), [word for part in re.split("[,、，]", rest) if len(word := part.strip()) >= 2]
