"""The break coach: what to suggest to the host, and when, from what has been heard so far and never from what comes.

A state and an event make a state and at most one hint. A hint waits for a moment at which somebody has just stopped: live a
lull or a topic ticked off; over a transcript the end of a short first remark after a change of speaker.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Final, Literal

from sidecar.domain.transcripts.spoken import Cue
from sidecar.domain.wording.reason import Reason
from sidecar.knowledge.spoken import phrases, word_list

HintKind = Literal["break", "break_firm", "midpoint", "lunch", "new_topic"]
LANGUAGES: Final = ("en", "de")
"""All that have cue words: which one is spoken could only be known from what is still to come."""
_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakSettings:
    """Every number of the coach, each with where it comes from."""

    look_from: timedelta = 45 * _MINUTE
    """From here a change of topic is taken as the moment. Five minutes before `suggest_at`."""
    suggest_at: timedelta = 50 * _MINUTE
    """UK HSE, L26: 5-10 minutes after 50-60 minutes of screen work. Riedl 2023 (Sci Rep 13:18371): 50 minutes of video tire."""
    firm_at: timedelta = 75 * _MINUTE
    """A judgement: half as long again as `suggest_at`."""
    counts_as_pause: timedelta = 5 * _MINUTE
    """Half of the 10 minutes between calls of Microsoft's Human Factors Lab, 2021 (14 people): a coffee."""
    firm_apart: timedelta = 45 * _MINUTE
    """A judgement: somebody who does not want a break is asked firmly once in this time."""
    snooze: timedelta = 15 * _MINUTE
    """A judgement."""
    wait_for_topic: timedelta = 4 * _MINUTE
    """A judgement: how long a due hint waits for a change of topic before any change of speaker will do, a lull half as long."""
    wait_for_lull: timedelta = 6 * _MINUTE
    """A judgement: without captions, how long a due hint waits for a lull before the timer alone speaks."""
    midpoint_from: timedelta = 90 * _MINUTE
    """Planned length from which the middle is a break of ten minutes. Albulescu 2022 (PLOS ONE): longer breaks help more."""
    middle_share: float = 0.25
    """A judgement: a pause that ends so near to the planned middle, as a part of the planned length, was the midpoint."""
    quiet_before_end: timedelta = 10 * _MINUTE
    """A judgement: the last planned minutes are for closing."""
    lunch_after: timedelta = 180 * _MINUTE
    """A judgement: so long a session needs a meal when it is noon."""
    lunch_from: time = time(11, 30)
    lunch_until: time = time(13, 30)
    """Practice 10: lunch is where the majority's noon is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What is known beforehand: the planned length, and the start on the majority's clock; None where it is not known."""

    planned: timedelta | None = None
    local_start: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Some words, known once they are over."""

    start_s: float
    end_s: float
    speaker: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """Live, without captions. `lull`: nobody speaks; `covered`: a topic was ticked off; `tick`: time goes on.

    `snoozed`: the same again in a while; `declined`: nothing more until it is time for a firmer one.
    """

    at_s: float
    kind: Literal["tick", "lull", "covered", "taken", "resumed", "snoozed", "declined"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """To the host alone. Seconds from the start of the call."""

    at_s: float
    kind: HintKind
    because: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakState:
    """All that is remembered of a call: a few numbers, whatever its length."""

    fresh_from_s: float = 0.0
    """When the talk began anew: the start, or the end of the last pause."""
    heard_until_s: float = 0.0
    last_speaker: str = ""
    hinted_at_s: float | None = None
    firm_at_s: float | None = None
    snoozed_until_s: float = 0.0
    is_midpoint_said: bool = False
    is_lunch_said: bool = False
    is_paused: bool = False
    is_back: bool = False
    """The talk goes on after a pause, and the next topic has not been offered yet."""
    recent: tuple[tuple[float, tuple[str, ...]], ...] = ()
    """The words of substance of the last minutes, with when they were over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moment:
    """When a hint may come. `is_topic`: the talk seems to have changed its subject; `is_lull`: at least it pauses."""

    at_s: float
    is_topic: bool
    is_lull: bool = False


def step(
    state: BreakState,
    event: Spoken | Signal,
    session: Session | None = None,
    settings: BreakSettings | None = None,
    languages: Sequence[str] = LANGUAGES,
) -> tuple[BreakState, Hint | None]:
    """The next state and what to suggest now. Events come in the order of their beginnings; one from the past changes nothing."""
    session, settings = session or Session(), settings or BreakSettings()
    if isinstance(event, Signal):
        return _signalled(state, event, session, settings)
    if event.end_s <= state.heard_until_s:
        return state, None
    gap_s = event.start_s - state.heard_until_s
    heard = replace(state, heard_until_s=event.end_s, last_speaker=event.speaker, recent=_remembered(state, event))
    if state.heard_until_s and gap_s >= settings.counts_as_pause.total_seconds():
        return replace(heard, fresh_from_s=event.start_s, hinted_at_s=None, is_paused=False, is_back=True), None
    is_early = event.end_s - state.fresh_from_s < _EARLIEST_S and not state.is_back
    moment = None if is_early else _moment(state, heard, event, gap_s, languages)
    if moment is not None and state.is_back:
        return replace(heard, is_back=False), Hint(at_s=moment.at_s, kind="new_topic", because=Reason(key="recap-because-back"))
    return (heard, None) if moment is None else _weighed(heard, moment, session, settings)


LATEST_AFTER_TURN_S: Final = 4.5
_EARLIEST_S: Final = 600.0
_SILENCE_S: Final = 3.0
_LULL_S: Final = 2.0
_NOW_S: Final = 40.0
_BEFORE_S: Final = 180.0
_NOVEL, _NOVEL_AND_SAID = 0.94, 0.85
_FEWEST_WORDS: Final = 12


def _remembered(state: BreakState, event: Spoken) -> tuple[tuple[float, tuple[str, ...]], ...]:
    words = tuple(word for word in re.findall(r"[^\W\d_]{3,}", event.text.lower()) if word not in word_list("small"))[:200]
    oldest = event.end_s - _NOW_S - _BEFORE_S
    first = next((number for number, (at_s, _) in enumerate(state.recent) if at_s >= oldest), len(state.recent))
    kept = state.recent[first:]
    return (*kept, (event.end_s, words)) if words else kept


def _moment(state: BreakState, heard: BreakState, event: Spoken, gap_s: float, languages: Sequence[str]) -> _Moment | None:
    """The end of a short first remark by another speaker or after a silence, while no earlier words go on; or a long silence.

    Where nobody is named, whatever was heard last may have been a turn. The subject has changed where the words of the last
    40 seconds share little with those of the three minutes before.
    """
    is_turn = event.speaker != state.last_speaker or gap_s >= _SILENCE_S
    is_short = event.end_s - state.heard_until_s <= LATEST_AFTER_TURN_S
    if state.heard_until_s and gap_s > LATEST_AFTER_TURN_S:
        return _Moment(at_s=state.heard_until_s + _LULL_S, is_topic=_novelty(state) >= _NOVEL, is_lull=True)
    if gap_s < 0 or (event.speaker and not (is_turn and is_short)):
        return None
    text = event.text.replace("’", "'")
    is_said = any((match := phrases(language)["topic_shift"].search(text)) and match.start() < 20 for language in languages)
    novelty = _novelty(heard)
    return _Moment(
        at_s=event.end_s,
        is_topic=novelty >= (_NOVEL_AND_SAID if is_said else _NOVEL),
        is_lull=is_said or gap_s >= _LULL_S,
    )


def _novelty(state: BreakState) -> float:
    """How little the last words share with those before: 0 all, 1 nothing. 0 while too few were said."""
    edge = state.heard_until_s - _NOW_S
    now = Counter(word for at_s, words in state.recent if at_s >= edge for word in words)
    before = Counter(word for at_s, words in state.recent if at_s < edge for word in words)
    if now.total() < _FEWEST_WORDS or before.total() < _FEWEST_WORDS:
        return 0.0
    shared = sum(count * before[word] for word, count in now.items())
    return 1 - shared / math.sqrt(sum(count**2 for count in now.values()) * sum(count**2 for count in before.values()))


def _signalled(state: BreakState, event: Signal, session: Session, settings: BreakSettings) -> tuple[BreakState, Hint | None]:
    if event.kind == "snoozed":
        return replace(state, snoozed_until_s=event.at_s + settings.snooze.total_seconds(), hinted_at_s=None), None
    if event.kind == "declined":
        return replace(state, snoozed_until_s=event.at_s + (settings.firm_at - settings.suggest_at).total_seconds()), None
    if event.kind == "taken":
        return replace(state, is_paused=True), None
    if event.kind == "resumed":
        fresh = replace(
            state, fresh_from_s=event.at_s, heard_until_s=max(state.heard_until_s, event.at_s), hinted_at_s=None, is_paused=False
        )
        return fresh, Hint(
            at_s=event.at_s, kind="new_topic", because=Reason(key="recap-because-back")
        ) if state.is_paused else None
    if state.is_paused:
        return state, None
    if event.kind == "tick":
        late_s = event.at_s - settings.wait_for_lull.total_seconds()
        _, hint = _weighed(state, _Moment(at_s=late_s, is_topic=False), session, settings)
        if hint is None:
            return state, None
    return _weighed(
        state, _Moment(at_s=event.at_s, is_topic=event.kind == "covered", is_lull=event.kind == "lull"), session, settings
    )


def _weighed(state: BreakState, moment: _Moment, session: Session, settings: BreakSettings) -> tuple[BreakState, Hint | None]:
    """Whether anything is due at this moment, and which."""
    now = timedelta(seconds=moment.at_s)
    if moment.at_s < state.snoozed_until_s or _is_closing(now, session, settings):
        return state, None
    for kind in (
        _lunch(state, moment, session, settings),
        _midpoint(state, moment, session, settings),
        _coffee(state, moment, settings),
    ):
        if kind is not None:
            return _noted(state, kind, moment), Hint(at_s=moment.at_s, kind=kind, because=_because(state, kind, moment))
    return state, None


def _is_closing(now: timedelta, session: Session, settings: BreakSettings) -> bool:
    """In the last planned minutes, and for as long after them: a call that runs over a little is about to end too."""
    return session.planned is not None and abs(now - session.planned) <= settings.quiet_before_end


def _lunch(state: BreakState, moment: _Moment, session: Session, settings: BreakSettings) -> HintKind | None:
    if session.local_start is None or state.is_lunch_said:
        return None
    clock = session.local_start + timedelta(seconds=moment.at_s)
    begin, end = (datetime.combine(clock.date(), limit, clock.tzinfo) for limit in (settings.lunch_from, settings.lunch_until))
    planned_end = session.local_start + session.planned if session.planned else clock
    is_long = max(planned_end, clock) - session.local_start >= settings.lunch_after
    is_across = session.local_start < begin and max(planned_end, clock) >= end
    is_fresh = moment.at_s - state.fresh_from_s < settings.look_from.total_seconds() / 3
    if not begin <= clock <= end or not (is_long or is_across) or is_fresh:
        return None
    return "lunch" if moment.is_topic or moment.is_lull or clock - begin >= settings.wait_for_topic else None


def _midpoint(state: BreakState, moment: _Moment, session: Session, settings: BreakSettings) -> HintKind | None:
    if session.planned is None or session.planned <= settings.midpoint_from or state.is_midpoint_said:
        return None
    if abs(timedelta(seconds=state.fresh_from_s) - session.planned / 2) <= session.planned * settings.middle_share:
        return None
    late_s = moment.at_s - session.planned.total_seconds() / 2
    is_fresh = moment.at_s - state.fresh_from_s < settings.look_from.total_seconds() / 2
    is_near = abs(late_s) <= settings.wait_for_topic.total_seconds() and (moment.is_topic or moment.is_lull)
    if is_fresh or state.hinted_at_s is not None or late_s > settings.suggest_at.total_seconds() / 2:
        return None
    return "midpoint" if is_near or late_s >= settings.wait_for_topic.total_seconds() else None


def _coffee(state: BreakState, moment: _Moment, settings: BreakSettings) -> HintKind | None:
    since = timedelta(seconds=moment.at_s - state.fresh_from_s)
    if state.hinted_at_s is None:
        if since >= settings.firm_at + settings.wait_for_topic:
            return _firm(state, moment, settings)
        return "break" if _is_due(since, settings.look_from, settings.suggest_at, moment, settings) else None
    if _was_put_off(state) and moment.at_s - state.hinted_at_s < (settings.firm_at - settings.suggest_at).total_seconds():
        return None
    early = settings.suggest_at - settings.look_from
    if state.firm_at_s is not None and state.firm_at_s >= state.fresh_from_s:
        since_firm = timedelta(seconds=moment.at_s - state.firm_at_s)
        is_due = _is_due(since_firm, settings.firm_apart, settings.firm_apart + early, moment, settings)
        return _firm(state, moment, settings) if is_due else None
    return (
        _firm(state, moment, settings) if _is_due(since, settings.firm_at - early, settings.firm_at, moment, settings) else None
    )


def _was_put_off(state: BreakState) -> bool:
    """Whether the person asked for time since the last pause: then a firmer one keeps its distance from what came before it."""
    return state.snoozed_until_s > state.fresh_from_s


def _is_due(since: timedelta, look_from: timedelta, due: timedelta, moment: _Moment, settings: BreakSettings) -> bool:
    if moment.is_topic:
        return since >= look_from
    return since >= due + (settings.wait_for_topic / 2 if moment.is_lull else settings.wait_for_topic)


def _firm(state: BreakState, moment: _Moment, settings: BreakSettings) -> HintKind | None:
    if state.firm_at_s is not None and moment.at_s - state.firm_at_s < settings.firm_apart.total_seconds():
        return None
    return "break_firm"


def _noted(state: BreakState, kind: HintKind, moment: _Moment) -> BreakState:
    return replace(
        state,
        hinted_at_s=moment.at_s,
        firm_at_s=moment.at_s if kind == "break_firm" else state.firm_at_s,
        is_midpoint_said=state.is_midpoint_said or kind == "midpoint",
        is_lunch_said=state.is_lunch_said or kind == "lunch",
    )


def _because(state: BreakState, kind: HintKind, moment: _Moment) -> Reason:
    minutes = str(int((moment.at_s - state.fresh_from_s) // 60))
    if kind in ("lunch", "midpoint"):
        return Reason(key="recap-because-lunch" if kind == "lunch" else "recap-because-midpoint")
    return Reason(key="recap-because-topic" if moment.is_topic else "recap-because-long", args={"count": minutes})


def replayed(
    cues: Iterable[Cue],
    session: Session | None = None,
    settings: BreakSettings | None = None,
    languages: Sequence[str] = LANGUAGES,
) -> tuple[Hint, ...]:
    """What the coach would have suggested over a transcript. Truncating the transcript changes nothing up to where it was cut."""
    state, found = BreakState(), []
    for cue in sorted(cues, key=lambda one: (one.start_s, one.number)):
        spoken = Spoken(start_s=cue.start_s, end_s=cue.end_s, speaker=cue.speaker, text=cue.text)
        state, hint = step(state, spoken, session, settings, languages)
        if hint is not None:
            found.append(hint)
    return tuple(found)
