"""Keeping in touch: how a relationship stands, and whether it is time to say so.

Words used here: the *soft limit* is after how many days without a real contact it is time; after the *hard limit* one is about
to lose them. Both are the person's own, else learnt from the rhythm so far, else a default. A relationship is described and never
scored, and nothing here is about a person's mood.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final, Literal

from sidecar.domain.relationships.contact import REAL, VOICE, WRITTEN, Contact
from sidecar.domain.wording.reason import Reason

State = Literal["new", "fine", "soon", "slipping", "losing", "resting"]
HintKind = Literal["check_in", "call_instead", "mid_point", "visit", "thanks", "list", "habit", "colleagues", "experience"]

USUAL_SOFT: Final = 30
"""Days. Our own choice, and each person's to change: "when was the last time you checked in" is asked of a month."""
HARD_IS: Final = 2
"""So many soft limits make a hard one. Our own choice."""
LEAST_SOFT, MOST_SOFT = 14, 90
"""Days between which a learnt soft limit lies: nobody is nudged every week because they once talked daily."""
STRETCH: Final = 1.5
"""A rhythm is broken when the gap is half as long again as it usually was. Our own choice."""
GAPS_READ, FEWEST_GAPS = 8, 3
"""A rhythm is learnt from the newest gaps, and from three at the least."""
SOON_IS: Final = 0.8
"""The part of the soft limit from which a relationship is shown as due soon."""
AFTER_CONTACT: Final = 3
"""Days after a real contact in which nothing is suggested for that client, whatever it is."""
BEFORE_MEETING: Final = 7
"""Days before the next meeting in which no check-in is suggested: one meets anyway."""
MAILS_WITHOUT_VOICE, DAYS_WITHOUT_VOICE = 8, 45
"""From so many mails and so many days without a spoken word on, a call is suggested instead. Our own choice."""
LONG_SERIES, LONG_ALONE = 14, 28
"""Days between two meetings of a series from which on a call in the middle makes sense: with promises open, and without."""
AGAIN_AFTER, AGAIN_AT_MOST = 7, 56
"""Days until the same client is named again; it doubles each time nothing happened, up to eight weeks."""
A_DAY: Final = 2
"""Suggestions a day at most."""
TOUCHES_SHOWN: Final = 10
REST_FOR: Final = 14
"""Days of rest after “not now”."""
WEIGHTS: Final[Mapping[HintKind, int]] = {
    "list": 95, "visit": 70, "check_in": 60, "mid_point": 55, "call_instead": 50, "thanks": 20,
    "habit": 10, "colleagues": 10, "experience": 10,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What the contacts with a client come to. Instants are aware; `days`: of the newest real contacts, newest first."""

    last_at: datetime | None = None
    last_voice_at: datetime | None = None
    written_since_voice: int = 0
    """Personal mails in either direction since the last spoken word."""
    days: tuple[date, ...] = ()
    unsure: int = 0
    """Contacts since the last real one whose date cannot be relied on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Between two meetings of one series."""

    from_at: datetime
    until_at: datetime
    promises: int = 0
    """Open ones of either side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One client as one person has it. `soft`, `hard`: days, where the person set them."""

    client: str
    tally: Tally = Tally()
    soft: int | None = None
    hard: int | None = None
    is_key: bool = False
    is_off: bool = False
    rests_until: date | None = None
    """Nothing is suggested before this day."""
    next_at: datetime | None = None
    colleague_at: datetime | None = None
    """When a colleague who shares counts was last in touch."""
    gap: Gap | None = None
    wanted_on: date | None = None
    """The day that the person named for looking in again: until then, and while that is said, no rhythm speaks."""
    named: tuple[tuple[str, date], ...] = field(default=())
    """What was suggested for this client and when, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """In days. `basis`: who says so."""

    soft: int
    hard: int
    basis: Literal["yours", "learnt", "usual"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One suggestion. The heaviest come first; `about` fills its sentence."""

    kind: HintKind
    client: str
    weight: int
    about: Mapping[str, str] = field(default_factory=dict)


def tally_of(contacts: Iterable[Contact], now: datetime) -> Tally:
    """What these contacts come to as of `now`; what lies ahead has not happened. Only real ones count."""
    newest = sorted((one for one in contacts if one.at <= now), key=lambda one: one.at, reverse=True)
    real = [one for one in newest if one.kind in REAL]
    if not real:
        return Tally(unsure=sum(bool(one.doubt) for one in newest))
    voice = next((one.at for one in real if one.kind in VOICE), None)
    written = sum(one.kind in WRITTEN for one in real if voice is None or one.at > voice)
    days = tuple(dict.fromkeys(one.at.date() for one in real))[: GAPS_READ + 1]
    unsure = sum(bool(one.doubt) for one in newest if one.at > real[0].at)
    return Tally(last_at=real[0].at, last_voice_at=voice, written_since_voice=written, days=days, unsure=unsure)


def limits_of(relation: Relation) -> Limits:
    """The limits that hold for a client: a hard limit is never below the soft one."""
    learnt = rhythm(relation.tally.days) if relation.soft is None else None
    soft = relation.soft or learnt or USUAL_SOFT
    hard = max(relation.hard or soft * HARD_IS, soft)
    return Limits(soft=soft, hard=hard, basis="yours" if relation.soft or relation.hard else "learnt" if learnt else "usual")


def rhythm(days: Sequence[date]) -> int | None:
    """The soft limit that a rhythm of contacts means; None where they are too few to speak of one. Newest first."""
    gaps = [(later - earlier).days for later, earlier in pairwise(days)][:GAPS_READ]
    if len(gaps) < FEWEST_GAPS:
        return None
    return max(LEAST_SOFT, min(MOST_SOFT, round(statistics.median(gaps) * STRETCH)))


def silent_for(relation: Relation, today: date) -> int | None:
    """Days since the last real contact, a colleague's that is shared included; None without any."""
    last = relation.tally.last_at
    if relation.colleague_at is not None and (last is None or relation.colleague_at > last):
        last = relation.colleague_at
    return None if last is None else max(0, (today - last.date()).days)


def state_of(relation: Relation, today: date) -> State:
    """How a relationship stands."""
    days = silent_for(relation, today)
    if relation.is_off or _rests(relation, today):
        return "resting"
    if days is None:
        return "new"
    limits = limits_of(relation)
    if days >= limits.hard:
        return "losing"
    return "slipping" if days >= limits.soft else "soon" if days >= limits.soft * SOON_IS else "fine"


def due_for(relation: Relation, today: date) -> Hint | None:
    """What is to be suggested for one client today, if anything: the one thing that weighs most."""
    if relation.is_off or _rests(relation, today) or _was_named(relation, today):
        return None
    return _mid_point(relation, today) or _check_in(relation, today) or _call_instead(relation, today)


def _rests(relation: Relation, today: date) -> bool:
    return relation.rests_until is not None and today < relation.rests_until


def _was_named(relation: Relation, today: date) -> bool:
    """Whether it was said lately; each time that nothing came of it doubles the pause."""
    if not relation.named:
        return False
    last = relation.tally.last_at.date() if relation.tally.last_at else date.min
    times = sum(day > last for _, day in relation.named) or 1
    return today < relation.named[0][1] + timedelta(days=min(AGAIN_AFTER << min(times - 1, 6), AGAIN_AT_MOST))


def _meets_soon(relation: Relation, today: date) -> bool:
    return relation.next_at is not None and relation.next_at.date() <= today + timedelta(days=BEFORE_MEETING)


def _check_in(relation: Relation, today: date) -> Hint | None:
    days = silent_for(relation, today)
    if days is None or days <= AFTER_CONTACT or _meets_soon(relation, today):
        return None
    if relation.wanted_on is not None and today <= relation.wanted_on + timedelta(days=AFTER_CONTACT):
        return None
    limits = limits_of(relation)
    if days < limits.soft:
        return None
    late = min(29, days * 10 // limits.soft) + (10 if relation.is_key else 0)
    weight = WEIGHTS["check_in"] + late if days >= limits.hard else WEIGHTS["check_in"] - 10 + min(late, 15)
    return Hint(kind="check_in", client=relation.client, weight=weight, about={"days": str(days)})


def _call_instead(relation: Relation, today: date) -> Hint | None:
    tally, voice = relation.tally, relation.tally.last_voice_at
    if tally.written_since_voice < MAILS_WITHOUT_VOICE or _meets_soon(relation, today):
        return None
    if (today - (voice.date() if voice else tally.days[-1])).days < DAYS_WITHOUT_VOICE:
        return None
    about = {"count": str(tally.written_since_voice), "since": voice.date().isoformat() if voice else ""}
    return Hint(kind="call_instead", client=relation.client, weight=WEIGHTS["call_instead"], about=about)


def _mid_point(relation: Relation, today: date) -> Hint | None:
    """In the middle between two meetings of a series, unless one spoke meanwhile or it was said already."""
    gap, voice = relation.gap, relation.tally.last_voice_at
    if gap is None or (voice is not None and voice > gap.from_at + timedelta(hours=1)):
        return None
    first, last = gap.from_at.date(), gap.until_at.date()
    length = (last - first).days
    if length < (LONG_SERIES if gap.promises else LONG_ALONE):
        return None
    is_now = first + timedelta(days=length // 2) <= today < last - timedelta(days=AFTER_CONTACT)
    days = silent_for(relation, today)
    if not is_now or (days is not None and days <= AFTER_CONTACT):
        return None
    if any(kind == "mid_point" and day > first for kind, day in relation.named):
        return None
    about = {"count": str(gap.promises), "until": last.isoformat()}
    return Hint(kind="mid_point", client=relation.client, weight=WEIGHTS["mid_point"], about=about)


def still_holds(hint: Hint, relation: Relation, today: date) -> bool:
    """Whether what was suggested is still to be said: a real contact meanwhile makes it go away."""
    if relation.is_off or _rests(relation, today):
        return False
    days, voice = silent_for(relation, today), relation.tally.last_voice_at
    if hint.kind == "check_in":
        return days is not None and days >= limits_of(relation).soft
    if hint.kind == "call_instead":
        return voice is None or (today - voice.date()).days >= DAYS_WITHOUT_VOICE
    if hint.kind == "mid_point":
        return relation.gap is not None and (voice is None or voice <= relation.gap.from_at + timedelta(hours=1))
    return True


def chosen(hints: Iterable[Hint], given: int = 0) -> tuple[Hint, ...]:
    """The day's suggestions: the heaviest, one for each client, two a day with those that were `given` already."""
    best: dict[str, Hint] = {}
    for one in sorted(hints, key=lambda one: (-one.weight, one.client)):
        best.setdefault(one.client or one.kind, one)
    return tuple(best.values())[: max(0, A_DAY - given)]


def who_slips(relations: Iterable[Relation], today: date) -> tuple[tuple[Relation, int], ...]:
    """Whom one is losing, with the days of silence: the longest beyond their own limit first. Whoever is met soon is left out."""
    found = [
        (relation, days)
        for relation in relations
        if (days := silent_for(relation, today)) is not None
        and state_of(relation, today) in ("slipping", "losing")
        and not _meets_soon(relation, today)
    ]
    return tuple(sorted(found, key=lambda one: (-one[1] / limits_of(one[0]).soft, one[0].client)))


def verdict_of(contacts: Sequence[Contact]) -> Reason:
    """The last ten touches in one sentence that blames nobody. Newest first; what is doubted is left out."""
    kinds = [one.kind for one in contacts if not one.doubt][:TOUCHES_SHOWN]
    spoken, written = sum(kind in VOICE for kind in kinds), sum(kind in WRITTEN for kind in kinds)
    theirs = sum(kind == "mail_personal_in" for kind in kinds)
    others = len(kinds) - spoken - written
    args = {"count": str(len(kinds)), "spoken": str(spoken), "written": str(written), "others": str(others)}
    if not kinds:
        return Reason(key="relation-verdict-none")
    if spoken + written == 0:
        return Reason(key="relation-verdict-commercial", args=args)
    if others > spoken + written:
        return Reason(key="relation-verdict-mostly-commercial", args=args)
    if written >= 4 and theirs == 0 and spoken == 0:
        return Reason(key="relation-verdict-one-way", args=args)
    if spoken == 0:
        return Reason(key="relation-verdict-written", args=args)
    return Reason(key="relation-verdict-alive", args=args)
