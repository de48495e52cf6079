"""What of a transcript is kept for the follow-up: the words that matter, each with who said them; the rest is forgotten."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

from sidecar.domain.transcripts.recap import Recap
from sidecar.domain.transcripts.recap_agreed import Promise
from sidecar.domain.transcripts.recap_findings import Role
from sidecar.domain.wording.reason import Reason

MOST_PROMISES: Final = 40
"""A judgement: a workshop of an hour makes about twenty. What is more is counted; the person's own are all kept."""
MOST_OF_A_KIND: Final = 8
LONGEST_QUOTE: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardPromise:
    """A promise as the transcript has it. `who`: as the transcript names them, or empty; `is_sure`: said plainly, by one who is
    named."""

    who: str
    what: str
    due_on: date | None
    due_words: str
    quote: str
    is_sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardLine:
    """Somebody's words. `who` may be empty."""

    who: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardHint:
    """Words that speak for somebody's part in a decision: a suggestion to the host alone."""

    who: str
    role: Role
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a call gave, in the order of the call. `doubts`: what is missing or may be wrong; `left_out`: so many promises of
    others were too many to keep."""

    promises: tuple[HeardPromise, ...] = ()
    questions: tuple[HeardLine, ...] = ()
    concerns: tuple[HeardLine, ...] = ()
    decisions: tuple[HeardLine, ...] = ()
    hints: tuple[HeardHint, ...] = ()
    doubts: tuple[Reason, ...] = ()
    left_out: int = 0


def heard_in(recap: Recap, is_own: Callable[[str], bool] = lambda _who: False) -> Heard:
    """The part of a recap that a follow-up needs. Where there are too many promises, all that the person made themself are
    kept, then those that were plainly said. `is_own`: whether a name in the transcript is the person's."""
    kept = _kept(recap.promises, is_own)
    unanswered = [HeardLine(who=one.who, quote=_cut(one.quote)) for one in recap.questions if not one.answered]
    hints = [one for one in recap.role_hints if one.because][:MOST_OF_A_KIND]
    return Heard(
        promises=tuple(_promise(one) for one in kept),
        questions=tuple(unanswered[-MOST_OF_A_KIND:]),
        concerns=tuple(HeardLine(who=one.who, quote=_cut(one.quote)) for one in recap.concerns[:MOST_OF_A_KIND]),
        decisions=tuple(HeardLine(who=one.who, quote=_cut(one.quote)) for one in recap.decisions[:MOST_OF_A_KIND]),
        hints=tuple(HeardHint(who=one.who, role=one.role, quote=_cut(one.because[0])) for one in hints),
        doubts=recap.doubts,
        left_out=len(recap.promises) - len(kept),
    )


def as_json(heard: Heard) -> dict[str, Any]:
    """As the store keeps it."""
    held = asdict(heard)
    for one in held["promises"]:
        one["due_on"] = one["due_on"].isoformat() if one["due_on"] else None
    held["doubts"] = [{"key": one.key, "args": dict(one.args)} for one in heard.doubts]
    return held


def from_json(held: Mapping[str, Any] | None) -> Heard:
    """What was kept; nothing where nothing was."""
    if not held:
        return Heard()
    promises = [
        HeardPromise(**{**one, "due_on": date.fromisoformat(one["due_on"]) if one["due_on"] else None})
        for one in held["promises"]
    ]
    lines = {name: tuple(HeardLine(**one) for one in held[name]) for name in ("questions", "concerns", "decisions")}
    return Heard(
        promises=tuple(promises),
        hints=tuple(HeardHint(**one) for one in held["hints"]),
        doubts=tuple(Reason(**one) for one in held["doubts"]),
        left_out=held.get("left_out", 0),
        **lines,
    )


def joined(parts: Sequence[Heard]) -> Heard:
    """What several stretches of one call gave: transcription that was stopped and begun again."""
    return Heard(
        promises=tuple(one for part in parts for one in part.promises),
        questions=tuple(one for part in parts for one in part.questions),
        concerns=tuple(one for part in parts for one in part.concerns),
        decisions=tuple(one for part in parts for one in part.decisions),
        hints=tuple(one for part in parts for one in part.hints),
        doubts=tuple({one.key: one for part in parts for one in part.doubts}.values()),
        left_out=sum(part.left_out for part in parts),
    )


def _kept(promises: Sequence[Promise], is_own: Callable[[str], bool]) -> list[Promise]:
    own = {number for number, one in enumerate(promises) if one.who and is_own(one.who)}
    others = [number for number in range(len(promises)) if number not in own]
    others.sort(key=lambda number: ("stated", "probable", "ask").index(promises[number].certainty))
    chosen = own | set(others[: max(0, MOST_PROMISES - len(own))])
    return [promises[number] for number in sorted(chosen)]


def _promise(one: Promise) -> HeardPromise:
    return HeardPromise(
        who=one.who or "", what=_cut(one.what), due_on=one.due, due_words=one.due_words or "", quote=_cut(one.quote),
        is_sure=one.certainty != "ask",
    )  # fmt: skip


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE].rpartition(" ")[0]
