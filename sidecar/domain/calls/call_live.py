"""A call while it runs: the break coach live, the one open hint, the timer of a break, and what to go on with after it.

A function of what came so far. Instants outside, seconds from the start of the call for the coach inside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

from sidecar.domain.briefs.wishes import BreakRules
from sidecar.domain.calls.breaks import BreakSettings, BreakState, Hint, HintKind, Session, Signal, Spoken, step
from sidecar.domain.calls.call import Said, Told
from sidecar.domain.wording.reason import Reason

Sign = Literal["look", "lull", "covered", "take", "longer", "back", "later", "not_now"]
_MINUTE: Final = timedelta(minutes=1)
LONGER: Final = 2 * _MINUTE
"""Practice 41: “+2 min”."""
LUNCH: Final = 45 * _MINUTE
"""A judgement: the shortest lunch that is one. The Working Time Regulations 1998 (UK, reg. 12) ask for 20 minutes at least."""
NEXT_TOPIC_FOR: Final = 5 * _MINUTE
"""A judgement: the next topic is offered for so long after a break; then the call has gone on by itself."""
LULLS_APART: Final = timedelta(seconds=5)
MOST_SAID: Final = 30
MOST_PUT_OFF: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """The one hint that waits for an answer."""

    id: str
    kind: HintKind
    because: Reason
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A timer. `minutes` as it was announced at first; none where it only makes a break longer that was over."""

    kind: HintKind
    began_at: datetime
    until: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """All that is kept of a call beside what Teams told.

    `seen_at`: the last look; `held_from`: the start of a call that runs; `from_at`: the start from which the coach counts,
    None before it has begun to; `noon_zone`: where most have their noon, empty where that is not known, None before it was
    asked; `hints`: how many there were; `hears`: words are heard, so the timer alone need not speak; `signal_at`: when the
    panel last told of a lull, or first of somebody who speaks; `put_off`: topics for which something else goes first;
    `was_held`: it took place, whatever became of its meeting; `shown`: what a panel shows of it, in short.
    """

    planned_from: datetime
    planned_until: datetime
    seen_at: datetime | None = None
    held_from: datetime | None = None
    said: tuple[Said, ...] = ()
    coach: BreakState = field(default_factory=BreakState)
    from_at: datetime | None = None
    noon_zone: str | None = None
    hint: Open | None = None
    pause: Pause | None = None
    hints: int = 0
    hears: bool = False
    signal_at: datetime | None = None
    put_off: tuple[str, ...] = ()
    was_held: bool = False
    shown: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The numbers of one person: of the coach, and how long a coffee and the break in the middle are."""

    is_on: bool = True
    coach: BreakSettings = field(default_factory=BreakSettings)
    coffee: timedelta = 5 * _MINUTE
    """Practice 41: “Give each other five minutes or so.”"""
    midpoint: timedelta = 10 * _MINUTE
    """Albulescu 2022 (PLOS ONE): longer breaks help more."""


def rules_of(wished: BreakRules) -> Rules:
    """What somebody wished, in the coach's numbers: a change of topic counts from five minutes before the suggestion."""
    usual = BreakSettings()
    coach = replace(
        usual,
        look_from=wished.after - (usual.suggest_at - usual.look_from),
        suggest_at=wished.after,
        firm_at=wished.firmer,
        snooze=wished.snooze,
        firm_apart=wished.apart,
        quiet_before_end=wished.closing,
        midpoint_from=wished.midpoint_from,
        lunch_after=wished.lunch_after,
    )
    return Rules(is_on=wished.is_on, coach=coach, coffee=wished.coffee, midpoint=wished.midpoint)


_TAPS: Final = frozenset(("take", "longer", "back", "later", "not_now"))
_KINDS: Final[Mapping[Sign, Literal["tick", "lull", "covered"]]] = {"look": "tick", "lull": "lull", "covered": "covered"}


def advance(live: Live, told: Told, rules: Rules, now: datetime, sign: Sign = "look") -> Live:
    """The call after a look or a tap at `now`. A tap that no longer fits changes nothing: ask `fits` first."""
    if not is_on(told):
        return replace(live, hint=None, pause=None)
    live = _rested(_begun(live, told), rules, now)
    if sign in _TAPS:
        return _tapped(live, rules, now, sign)
    if sign == "lull":
        if live.signal_at is not None and timedelta() <= now - live.signal_at < LULLS_APART:
            return live
        live = replace(live, signal_at=now)
    if live.pause is not None or not _speaks(live, told, rules, now) or (sign == "look" and live.hears):
        return live
    return _signalled(live, rules, now, _KINDS[sign])


def is_on(told: Told) -> bool:
    """Whether the coach may speak: the call goes on with the person in it, as far as is known."""
    return told.state in ("running", "unsure") and told.is_here and told.doubt != "never_started"


def _speaks(live: Live, told: Told, rules: Rules, now: datetime) -> bool:
    """After the planned end nothing is suggested any more, unless the person says that it runs over."""
    runs_on = any(one.kind == "runs_over" for one in live.said)
    return rules.is_on and told.asks != "over" and (now < live.planned_until or runs_on)


def heard(live: Live, told: Told, rules: Rules, words: Spoken) -> Live:
    """The call after some words: over a transcript the coach finds the moment between two topics by itself."""
    if told.started_at is None or told.is_done or not rules.is_on:
        return live
    live = _begun(live, told)
    coach, hint = step(live.coach, words, session_of(live), rules.coach)
    return _hinted(replace(live, coach=coach, hears=True), hint)


def fits(live: Live, told: Told, sign: Sign, hint: str | None, now: datetime) -> bool:
    """Whether a tap still says something: about the hint that is open, the timer that runs, a call that goes on."""
    if not is_on(told):
        return False
    if hint is not None and sign in ("take", "later", "not_now") and (live.hint is None or live.hint.id != hint):
        return False
    if sign in ("later", "not_now"):
        return live.hint is not None
    if sign == "take":
        return live.pause is None
    is_back = live.hint is not None and live.hint.kind == "new_topic" and now - live.hint.at < NEXT_TOPIC_FOR
    return live.pause is not None or (sign == "longer" and is_back)


def with_said(live: Live, said: Said) -> Live:
    """One more tap, once."""
    kept = sorted({*live.said, said}, key=lambda one: (one.at, one.kind))
    return replace(live, said=tuple(kept[-MOST_SAID:]))


def afresh(live: Live) -> Live:
    """It has only just begun, whatever was counted before: the coach begins anew."""
    return replace(live, coach=BreakState(), from_at=None, hint=None, pause=None)


def look_at(live: Live, told: Told, rules: Rules, now: datetime) -> datetime | None:
    """When the call is to be looked at next if nothing happens before."""
    return min((at for at in (told.look_at, *_own_looks(live, told, rules, now)) if at is not None and at > now), default=None)


def with_ears(live: Live, now: datetime) -> Live:
    """A panel listens for somebody who speaks: from now on a hint waits for a lull."""
    return live if live.signal_at is not None else replace(live, signal_at=now - LULLS_APART)


def _numbers(live: Live, rules: Rules) -> BreakSettings:
    """Where no panel can tell of a lull, nothing is gained by waiting for one: the timer speaks when it is time."""
    if live.signal_at is not None or live.hears:
        return rules.coach
    return replace(rules.coach, wait_for_lull=timedelta(), wait_for_topic=timedelta())


def session_of(live: Live) -> Session:
    """What the coach knows beforehand."""
    from_at = live.from_at or live.planned_from
    local = None
    if live.noon_zone:
        local = from_at.astimezone(ZoneInfo(live.noon_zone))
    return Session(planned=max(live.planned_until - from_at, timedelta()), local_start=local)


def _begun(live: Live, told: Told) -> Live:
    """The coach counts from the start as it is known; a better one is taken while nothing hangs on the old one."""
    from_at = told.started_at or live.planned_from
    if live.from_at is None or (live.coach == BreakState() and live.hint is None and live.pause is None):
        return live if live.from_at == from_at else replace(live, from_at=from_at)
    return live


def _rested(live: Live, rules: Rules, now: datetime) -> Live:
    """What the time alone ends: the timer, the offer of the next topic, a hint in the last planned minutes."""
    if live.pause is not None and now >= live.pause.until:
        live = _resumed(live, rules, live.pause.until)
    if live.hint is None:
        return live
    is_offer = live.hint.kind == "new_topic"
    if is_offer and now - live.hint.at >= NEXT_TOPIC_FOR:
        return replace(live, hint=None)
    if not is_offer and _closing_at(live, rules) <= now < live.planned_until:
        return replace(live, hint=None)
    return live


def _closing_at(live: Live, rules: Rules) -> datetime:
    return live.planned_until - rules.coach.quiet_before_end


def _tapped(live: Live, rules: Rules, now: datetime, sign: Sign) -> Live:
    if sign == "take":
        return _taken(live, rules, now)
    if sign == "longer":
        return _longer(live, rules, now)
    if sign == "back":
        return _resumed(live, rules, now) if live.pause is not None else live
    if live.hint is None:
        return live
    if live.hint.kind == "new_topic":
        return replace(live, hint=None) if sign == "not_now" else live
    kind: Literal["snoozed", "declined"] = "snoozed" if sign == "later" else "declined"
    coach, _ = step(live.coach, Signal(at_s=_seconds(live, now), kind=kind), session_of(live), _numbers(live, rules))
    return replace(live, coach=_unsaid(coach, live.hint.kind) if sign == "later" else coach, hint=None)


def _unsaid(coach: BreakState, kind: HintKind) -> BreakState:
    """What is put off comes again as what it was."""
    return replace(
        coach,
        is_midpoint_said=coach.is_midpoint_said and kind != "midpoint",
        is_lunch_said=coach.is_lunch_said and kind != "lunch",
    )


def _taken(live: Live, rules: Rules, now: datetime) -> Live:
    """A break begins: of the kind that was suggested, else a coffee. The next topic is taken by going on with it."""
    if live.pause is not None:
        return live
    if live.hint is not None and live.hint.kind == "new_topic":
        return replace(live, hint=None)
    kind: HintKind = live.hint.kind if live.hint is not None else "break"
    length = {"midpoint": rules.midpoint, "lunch": LUNCH}.get(kind, rules.coffee)
    return _paused(live, rules, Pause(kind=kind, began_at=now, until=now + length, minutes=length // _MINUTE), now)


def _longer(live: Live, rules: Rules, now: datetime) -> Live:
    if live.pause is not None:
        return replace(live, pause=replace(live.pause, until=live.pause.until + LONGER))
    again = Pause(kind="break", began_at=now, until=now + LONGER, minutes=0)
    return _paused(live, rules, again, now)


def _paused(live: Live, rules: Rules, pause: Pause, now: datetime) -> Live:
    coach, _ = step(live.coach, Signal(at_s=_seconds(live, now), kind="taken"), session_of(live), _numbers(live, rules))
    return replace(live, coach=coach, pause=pause, hint=None)


def _resumed(live: Live, rules: Rules, at: datetime) -> Live:
    coach, hint = step(live.coach, Signal(at_s=_seconds(live, at), kind="resumed"), session_of(live), _numbers(live, rules))
    return _hinted(replace(live, coach=coach, pause=None), hint)


def _signalled(live: Live, rules: Rules, now: datetime, kind: Literal["tick", "lull", "covered"]) -> Live:
    coach, hint = step(live.coach, Signal(at_s=_seconds(live, now), kind=kind), session_of(live), _numbers(live, rules))
    return live if hint is None else _hinted(replace(live, coach=coach), hint)


def _hinted(live: Live, hint: Hint | None) -> Live:
    """The new hint takes the place of the open one: there is never more than one."""
    if hint is None:
        return live
    at = (live.from_at or live.planned_from) + timedelta(seconds=hint.at_s)
    return replace(
        live, hint=Open(id=f"h{live.hints + 1}", kind=hint.kind, because=hint.because, at=at), hints=live.hints + 1, pause=None
    )


def _seconds(live: Live, now: datetime) -> float:
    return max(0.0, (now - (live.from_at or live.planned_from)).total_seconds())


def _own_looks(live: Live, told: Told, rules: Rules, now: datetime) -> Iterator[datetime | None]:
    if not is_on(told):
        return
    if live.pause is not None:
        yield live.pause.until
        return
    if live.hint is not None:
        yield live.hint.at + NEXT_TOPIC_FOR if live.hint.kind == "new_topic" else _closing_at(live, rules)
    if _speaks(live, told, rules, now) and not live.hears:
        yield _next_tick(live, rules, now)


def _next_tick(live: Live, rules: Rules, now: datetime) -> datetime | None:
    """The first instant at which the timer alone would suggest something: of those at which anything falls due."""
    session, from_at = session_of(live), live.from_at or live.planned_from
    now_s = _seconds(live, now)
    for at_s in sorted(one for one in _dues(live, rules, session) if one > now_s):
        if step(live.coach, Signal(at_s=at_s, kind="tick"), session, _numbers(live, rules))[1] is not None:
            return from_at + timedelta(seconds=at_s)
    return None


def _dues(live: Live, rules: Rules, session: Session) -> Iterator[float]:
    """Seconds, one past each limit of the coach, each with what a moment without a lull waits longer."""
    numbers, coach = _numbers(live, rules), live.coach
    waits = [one.total_seconds() for one in (numbers.wait_for_lull, numbers.wait_for_topic)]
    early = numbers.suggest_at - numbers.look_from
    limits = [coach.fresh_from_s + one.total_seconds() for one in (numbers.suggest_at, numbers.firm_at, numbers.firm_at - early)]
    limits.append(coach.snoozed_until_s)
    if coach.hinted_at_s is not None:
        limits.append(coach.hinted_at_s + (numbers.firm_at - numbers.suggest_at).total_seconds())
    if coach.firm_at_s is not None:
        limits += [coach.firm_at_s + one.total_seconds() for one in (numbers.firm_apart, numbers.firm_apart + early)]
    if session.planned is not None:
        closed_s = (session.planned + numbers.quiet_before_end).total_seconds()
        limits += [session.planned.total_seconds() / 2, closed_s]
    if session.local_start is not None:
        noon = datetime.combine(session.local_start.date(), numbers.lunch_from, session.local_start.tzinfo)
        limits += [(noon - session.local_start).total_seconds(), coach.fresh_from_s + numbers.look_from.total_seconds() / 3]
    for limit in limits:
        for wait in (0.0, *waits, sum(waits)):
            yield limit + wait + 1.0
