"""What of a transcript is kept for the follow-up: the words that matter, each with who said them; the rest is forgotten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

from sidecar.domain.transcripts.recap import Recap
from sidecar.domain.transcripts.recap_agreed import Promise
from sidecar.domain.transcripts.recap_findings import Role
from sidecar.domain.wording.reason import Reason

MOST_PROMISES: Final = 12
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
    """What a call gave, in the order of the call. `doubts`: what is missing or may be wrong."""

    promises: tuple[HeardPromise, ...] = ()
    questions: tuple[HeardLine, ...] = ()
    concerns: tuple[HeardLine, ...] = ()
    decisions: tuple[HeardLine, ...] = ()
    hints: tuple[HeardHint, ...] = ()
    doubts: tuple[Reason, ...] = ()


def heard_in(recap: Recap) -> Heard:
    """The part of a recap that a follow-up needs. Plainly said promises go first where there are too many."""
    ranked = sorted(recap.promises, key=lambda one: ("stated", "probable", "ask").index(one.certainty))[:MOST_PROMISES]
    kept = [one for one in recap.promises if one in ranked]
    unanswered = [HeardLine(who=one.who, quote=_cut(one.quote)) for one in recap.questions if not one.answered]
    hints = [one for one in recap.role_hints if one.because][:MOST_OF_A_KIND]
    return Heard(
        promises=tuple(_promise(one) for one in kept),
        questions=tuple(unanswered[-MOST_OF_A_KIND:]),
        concerns=tuple(HeardLine(who=one.who, quote=_cut(one.quote)) for one in recap.concerns[:MOST_OF_A_KIND]),
        decisions=tuple(HeardLine(who=one.who, quote=_cut(one.quote)) for one in recap.decisions[:MOST_OF_A_KIND]),
        hints=tuple(HeardHint(who=one.who, role=one.role, quote=_cut(one.because[0])) for one in hints),
        doubts=recap.doubts,
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
    )


def _promise(one: Promise) -> HeardPromise:
    return HeardPromise(
        who=one.who or "", what=_cut(one.what), due_on=one.due, due_words=one.due_words or "", quote=_cut(one.quote),
        is_sure=one.certainty != "ask",
    )  # fmt: skip


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE].rpartition(" ")[0]
