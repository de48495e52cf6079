"""What a reply to the welcome mail answers to its questions, in the client's own words, and how deep the next brief should go.

A level needs plain words. Two that contradict each other, a denial we do not understand, or nothing: no level, which is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, get_args

from sidecar.domain.mails.mail import Mail
from sidecar.domain.mails.mail_sentences import sentences_of

Depth = Literal["beginner", "user", "expert"]
Asked = Literal["experience", "goal", "joins"]
DEPTHS: Final = get_args(Depth)
QUESTIONS: Final = get_args(Asked)
YEARS_OF_AN_EXPERT: Final = 3
"""Somebody who has used a thing for so many years needs no basics. Our own judgement: the practice (5) names no number."""
LONGEST: Final = 300

_NUMBER: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "many": 10, "several": 4,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "viele": 10,
    "vielen": 10, "mehreren": 4, "einem": 1, "one": 1, "a": 1,
}  # fmt: skip
_YEARS: Final = re.compile(
    rf"\b(?P<count>\d{{1,2}}|{'|'.join(_NUMBER)})\+?\s+(?:years?|yrs|jahren?)\b(?!\s+(?:ago|old|alt\b))", re.IGNORECASE
)
_USED: Final = re.compile(
    r"\b(?:us(?:e|ed|ing)|work(?:ed|ing)?|experience|familiar|know|since|for|nutz\w*|benutz\w*|arbeit\w*|erfahrung\w*|verwend\w*"
    r"|seit|vertraut)\b",
    re.IGNORECASE,
)
_BEGINNER: Final = re.compile(
    r"\b(?:never|not at all|no (?:prior |previous |real )?(?:experience|knowledge)|new to (?:it|this|us|me)|complete(?:ly)? new"
    r"|beginners?|first time|from scratch|nie|noch nie|gar nicht|keine(?:rlei)? (?:erfahrung|vorkenntnisse|kenntnisse)|neuland"
    r"|anfänger(?:in|innen)?|zum ersten mal|ganz neu)\b",
    re.IGNORECASE,
)
_USER: Final = re.compile(
    r"\b(?:now and then|occasionally|sometimes|once in a while|some experience|a (?:little|bit of) experience|the basics"
    r"|(?:a few|some|six|three) (?:months|weeks)|ab und zu|gelegentlich|manchmal|etwas erfahrung|ein wenig erfahrung|grundlagen"
    r"|(?:einigen|wenigen|ein paar|sechs|drei) (?:monaten|wochen)|hin und wieder)\b",
    re.IGNORECASE,
)
_EXPERT: Final = re.compile(
    r"\b(?:experts?|every day|daily|power users?|advanced|a lot of experience|very experienced|very familiar|know it well|täglich"
    r"|jeden tag|expert(?:e|in|en|innen)|profis?|fortgeschritten\w*|viel erfahrung|sehr erfahren|sehr vertraut|kennen \w+ gut)\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(
    r"\b(?:not|no|nobody|none|hardly|isn['’]t|aren['’]t|don['’]t|nicht|kein\w*|niemand|kaum|weder)\b(?: \w+){0,3}?$",
    re.IGNORECASE,
)
_GOAL: Final = re.compile(
    r"\b(?:goal|aim|want to|would like to|hope to|should be able|need to (?:know|decide|understand)|learn|decide|take away|ziel"
    r"|möchten?|wollen|wünsch\w*|lernen|entscheiden|klären|mitnehmen)\b",
    re.IGNORECASE,
)
_JOINS: Final = re.compile(
    r"\b(?:will (?:also )?(?:join|attend|be there|take part)|joins?|joining|bring(?:ing)?|takes? part|participants?|colleagues?"
    r"|nimmt|nehmen .{0,40}teil|dabei|kommt|kommen|kolleg\w+|teilnehm\w*)\b",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"^[^\S\n]*(?:to |zu |ad )?(?P<number>[1-9])\s*[.):]\s*(?P<text>\S.*)$", re.IGNORECASE | re.MULTILINE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one question: `said` as they wrote it. `depth` only on experience, and only where the words are plain."""

    question: Asked
    said: str
    depth: Depth | None = None
    sender: str = ""
    said_at: datetime | None = None


def answers_in(mail: Mail) -> tuple[Answer, ...]:
    """What a reply answers, each question once. A machine's mail answers nothing."""
    if mail.is_automatic:
        return ()
    found: dict[Asked, str] = dict(_numbered(mail.text))
    said = [one for one in sentences_of(mail) if not one.endswith("?") and len(one) <= LONGEST]
    if not found:
        levels = [one for one in said if depths_in(one)]
        experience = " ".join(levels)[:LONGEST]
        goal = next((one for one in said if _GOAL.search(one) and one not in levels), "")
        joins = next((one for one in said if _JOINS.search(one) and one not in (goal, *levels)), "")
        pairs: tuple[tuple[Asked, str], ...] = (("experience", experience), ("goal", goal), ("joins", joins))
        found = {question: text for question, text in pairs if text}
    return tuple(
        Answer(
            question=question, said=text, sender=mail.sender, said_at=mail.sent_at,
            depth=depth_in([text]) if question == "experience" else None,
        )
        for question, text in found.items()
    )  # fmt: skip


def depth_in(sentences: Sequence[str]) -> Depth | None:
    """The level of which all these sentences speak; None where they speak of none, or of several."""
    found = {depth for one in sentences for depth in depths_in(one)}
    return found.pop() if len(found) == 1 else None


def depths_in(sentence: str) -> frozenset[Depth]:
    """Every level of which a sentence speaks. A denied one is none, but “no experience” is a level."""
    found: set[Depth] = set()
    if _BEGINNER.search(sentence) and not _is_denied(sentence, _BEGINNER):
        found.add("beginner")
    for pattern, depth in ((_USER, "user"), (_EXPERT, "expert")):
        if pattern.search(sentence) and not _is_denied(sentence, pattern):
            found.add(depth)  # type: ignore[arg-type]
    if _USED.search(sentence):
        for years in _years(sentence):
            found.add("expert" if years >= YEARS_OF_AN_EXPERT else "user")
    return frozenset({"expert"} if found == {"user", "expert"} and _YEARS.search(sentence) else found)


def _is_denied(sentence: str, pattern: re.Pattern[str]) -> bool:
    return all(_DENIED.search(sentence[: found.start()].rstrip()) for found in pattern.finditer(sentence))


def _years(sentence: str) -> Iterator[int]:
    for found in _YEARS.finditer(sentence):
        count = found["count"].lower()
        yield int(count) if count.isdigit() else _NUMBER[count]


def _numbered(text: str) -> Iterator[tuple[Asked, str]]:
    """“1. … 2. … 3. …”, where all that is numbered are our three questions."""
    lines = {int(found["number"]): " ".join(found["text"].split())[:LONGEST] for found in _NUMBERED.finditer(text)}
    if lines and set(lines) <= {1, 2, 3} and len(lines) > 1:
        for number, said in sorted(lines.items()):
            if not said.endswith("?"):
                yield QUESTIONS[number - 1], said
