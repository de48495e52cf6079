"""What a call leaves behind: promises, decisions, open questions, concerns, and a fifth of its words as summary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sidecar.domain.transcripts.recap_agreed import Call, Promise, promises_of
from sidecar.domain.transcripts.recap_findings import (
    Question,
    RoleHint,
    Said,
    concerns_in,
    decisions_in,
    questions_in,
    role_hints_in,
)
from sidecar.domain.transcripts.recap_summary import Point, summary_of
from sidecar.domain.transcripts.recap_talk import Gap, Talk, duration_of, gaps_in, talk_of
from sidecar.domain.transcripts.spoken import Cue, languages_spoken, sentences_of
from sidecar.domain.wording.reason import Reason

MOST_NAMES: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Recap:
    """Lists in the order of the call. `doubts`: why something is missing or may be wrong, for a person to read."""

    duration_s: float
    languages: tuple[str, ...]
    speakers: tuple[Talk, ...]
    gaps: tuple[Gap, ...]
    promises: tuple[Promise, ...]
    decisions: tuple[Said, ...]
    questions: tuple[Question, ...]
    concerns: tuple[Said, ...]
    role_hints: tuple[RoleHint, ...]
    summary: tuple[Point, ...]
    doubts: tuple[Reason, ...]


def recap_of(cues: Sequence[Cue], *, me: Sequence[str] = (), names: Sequence[str] = (), said_on: date | None = None) -> Recap:
    """The recap of a transcript. `me`: names of the host's side; `names`: of people who may be named; `said_on`: the local date.

    A language without cue words (any but English and German) leaves promises, decisions, concerns and summary empty, and says so.
    """
    languages, sentences = languages_spoken(cues), sentences_of(cues)
    speakers = tuple(dict.fromkeys(cue.speaker for cue in cues if cue.speaker))
    call = Call(
        sentences=sentences,
        languages=languages,
        said_on=said_on,
        speakers=speakers,
        names=called(speakers, names),
        duration_s=duration_of(cues),
    )
    questions = questions_in(sentences) if languages else ()
    concerns = concerns_in(sentences, languages)
    return Recap(
        duration_s=call.duration_s,
        languages=languages,
        speakers=talk_of(cues, [one.who for one in questions]),
        gaps=gaps_in(cues),
        promises=promises_of(call),
        decisions=decisions_in(sentences, languages),
        questions=questions,
        concerns=concerns,
        role_hints=role_hints_in(sentences, concerns, languages, me),
        summary=summary_of(cues, languages),
        doubts=_doubts(cues, languages, said_on),
    )


def called(speakers: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """How people may be named in a sentence: whole, and by first name; what stands in brackets is none."""
    found: dict[str, None] = {}
    for name in (*speakers, *names)[:MOST_NAMES]:
        plain = re.sub(r"(?:(?<!\s)\s+)?\([^()]*\)", "", name).strip()
        whole = " ".join(reversed([part.strip() for part in plain.split(",", 1)])) if "," in plain else plain
        for one in (whole, whole.split()[0] if whole.split() and _looks_like_person(whole) else ""):
            if len(one) >= 3:
                found[one] = None
    return tuple(found)


def _looks_like_person(name: str) -> bool:
    """“Ana Ruiz” is called Ana; “Project Manager” is not called Project."""
    return not re.search(
        r"\b(?:manager|expert|designer|engineer|developer|room|conference|guest|unknown|speaker|team|user|host|client|customer)\b",
        name,
        re.IGNORECASE,
    )


def _doubts(cues: Sequence[Cue], languages: Sequence[str], said_on: date | None) -> tuple[Reason, ...]:
    found = []
    if not any(cue.text for cue in cues):
        found.append(Reason(key="recap-nothing-said"))
    elif not languages:
        found.append(Reason(key="recap-other-language"))
    if languages and any(cue.text and not cue.speaker for cue in cues):
        found.append(Reason(key="recap-nameless"))
    if said_on is None and languages:
        found.append(Reason(key="recap-no-date"))
    return tuple(found)
