"""Decisions, questions and concerns of a call, and what speaks for somebody's part in it. Each with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from sidecar.domain.transcripts.spoken import Sentence, is_backchannel
from sidecar.knowledge.spoken import phrases

Role = Literal["decision_maker", "skeptic", "trailblazer"]
ANSWER_WITHIN_S: Final = 15.0
AGREED_WITHIN_S: Final = 8.0
MOST_QUOTES: Final = 3
_AGREES: Final = re.compile(
    r"\W*(?:yes|yeah|yep|okay|ok|sure|agreed|great|fine|good|perfect|right|exactly|absolutely|sounds good|deal|ja|genau|gut|"
    r"einverstanden|passt|abgemacht)\b",
    re.IGNORECASE,
)
_NO_WORRY: Final = re.compile(
    r"\b(?:no|not an?|isn't an?|keine?) (?:big |real )?(?:problem|concerns?|worry|worries|issue|risk|bedenken|sorgen?)\b",
    re.IGNORECASE,
)
_ANSWERS: Final = re.compile(rf"{_AGREES.pattern}|\\W*(?:no|nein|nope)\\b", re.IGNORECASE)
_PLAIN_DECISION: Final = re.compile(
    r"\b(?:decided|agreed|settled|decision|deal|approved?|signed off|beschlossen|entschieden|vereinbart|abgemacht|genehmigt|"
    r"freigegeben)\b",
    re.IGNORECASE,
)
_AUX: Final = (
    r"is|are|was|were|do|does|did|can|could|would|will|should|shall|have|has|may|ist|sind|war|waren|haben|hat|können|könnten|kann|wird|"
    r"werden|soll|sollen|gibt|geht|kostet|heißt|macht|machen|meinen"
)
_INVERTED: Final = re.compile(
    r"\W*+(?:(?:so|and|but|okay|well|now|um|uh|und|also|aber)\W++)*(?:"
    r"(?:what|how|why|when|where|who|which \w+|whose \w+|was|wie|warum|wann|wo|wer|welche\w* \w+)"
    rf"(?:'s| (?:{_AUX}|about|much|many|long))\b"
    rf"|(?:{_AUX})\s+(?:i|you|we|they|he|she|it|there|that|this|the|your|our|sie|wir|ich|du|ihr|es|das|der|die|ihre|unser)\b)",
    re.IGNORECASE,
)
_NEEDED: Final[Mapping[Role, int]] = {"decision_maker": 1, "skeptic": 2, "trailblazer": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Some words of a call. `who` is empty where nobody is named."""

    cues: tuple[int, ...]
    who: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`answered`: whether another one went on to say something that is no question."""

    cues: tuple[int, ...]
    who: str
    quote: str
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleHint:
    """A suggestion to the host alone: what somebody said that speaks for a role. Never a fact about the person."""

    who: str
    role: Role
    because: tuple[str, ...]


def decisions_in(sentences: Sequence[Sentence], languages: Sequence[str]) -> tuple[Said, ...]:
    """What was settled: said plainly, or put and agreed to by another."""
    return tuple(
        Said(cues=one.numbers, who=one.speaker, quote=one.text)
        for number, one in enumerate(sentences)
        if _decides(one, languages) and (_PLAIN_DECISION.search(one.text) or _is_agreed(number, sentences))
    )


def _decides(one: Sentence, languages: Sequence[str]) -> bool:
    text = one.text.replace("’", "'")
    if len(one.words) < 4 or is_question(one):
        return False
    for language in languages:
        known = phrases(language)
        if known["decisions"].search(text) and not known["hedges"].search(text) and not known["conditions"].search(text):
            return not _is_denied(text, known)
    return False


def _is_denied(text: str, known: Mapping[str, re.Pattern[str]]) -> bool:
    match = known["decisions"].search(text)
    return (
        match is not None
        and re.search(r"\b(?:haven't|not|never|didn't|nicht|noch|yet)\b", text[max(0, match.start() - 14) : match.end()])
        is not None
    )


def _is_agreed(number: int, sentences: Sequence[Sentence]) -> bool:
    one = sentences[number]
    following = (
        other
        for other in sentences[number + 1 : number + 4]
        if other.speaker != one.speaker and other.start_s - one.end_s <= AGREED_WITHIN_S
    )
    return any(_AGREES.match(other.text) for other in following)


def is_question(one: Sentence, *, is_marked: bool = True) -> bool:
    """By its mark; by its first words where the transcript has no marks (`is_marked` false)."""
    if len(one.words) < 3:
        return False
    if one.text.rstrip("\"”') ").endswith("?"):
        return True
    return not is_marked and _INVERTED.match(one.text) is not None


def questions_in(sentences: Sequence[Sentence]) -> tuple[Question, ...]:
    """Every question of three words or more."""
    is_marked = any(one.text.rstrip()[-1:] in ".?!" for one in sentences)
    found = []
    for number, one in enumerate(sentences):
        if is_question(one, is_marked=is_marked):
            cues, quote = _asking(one)
            found.append(Question(cues=cues, who=one.speaker, quote=quote, answered=_is_answered(number, sentences)))
    return tuple(found)


def _asking(one: Sentence) -> tuple[tuple[int, ...], str]:
    """The last cues of the sentence that make four words: what goes before is often another matter."""
    count = 1
    while count < len(one.parts) and len(" ".join(one.parts[-count:]).split()) < 4:
        count += 1
    if len(one.parts) != len(one.numbers):
        return one.numbers, one.text
    return one.numbers[-count:], " ".join(one.parts[-count:])


def _is_answered(number: int, sentences: Sequence[Sentence]) -> bool:
    asked = sentences[number]
    for other in sentences[number + 1 : number + 8]:
        if other.start_s - asked.end_s > ANSWER_WITHIN_S:
            return False
        is_reply = other.speaker != asked.speaker or not asked.speaker
        if is_reply and not is_question(other) and (_ANSWERS.match(other.text) or not is_backchannel(other.text)):
            return True
    return False


def concerns_in(sentences: Sequence[Sentence], languages: Sequence[str]) -> tuple[Said, ...]:
    """Doubts that were put into words."""
    return tuple(
        Said(cues=one.numbers, who=one.speaker, quote=one.text)
        for one in sentences
        if len(one.words) >= 4 and not _NO_WORRY.search(one.text) and _doubts(one, languages)
    )


def _doubts(one: Sentence, languages: Sequence[str]) -> bool:
    text = one.text.replace("’", "'")
    return any(phrases(language)["concerns"].search(text) for language in languages)


def role_hints_in(
    sentences: Sequence[Sentence], concerns: Sequence[Said], languages: Sequence[str], me: Sequence[str]
) -> tuple[RoleHint, ...]:
    """What the others said that speaks for a role; never of the host's own side."""
    own = {name.casefold() for name in me}
    every = len(concerns)
    said: dict[tuple[str, Role], list[str]] = {}
    for one in concerns:
        said.setdefault((one.who, "skeptic"), []).append(one.quote)
    for one_said in sentences:
        for role in _spoken_roles(one_said, languages):
            said.setdefault((one_said.speaker, role), []).append(one_said.text)
    return tuple(
        RoleHint(who=who, role=role, because=tuple(quotes[:MOST_QUOTES]))
        for (who, role), quotes in said.items()
        if who and who.casefold() not in own and len(quotes) >= _NEEDED[role] and (role != "skeptic" or len(quotes) * 2 > every)
    )


def _spoken_roles(one: Sentence, languages: Sequence[str]) -> Iterator[Role]:
    text = one.text.replace("’", "'")
    if len(one.words) < 4 or is_question(one):
        return
    for language in languages:
        known = phrases(language)
        if known["assent"].match(text) and not known["hedges"].search(text):
            yield "decision_maker"
        if known["eager"].search(text):
            yield "trailblazer"
