"""Whether a sentence takes work on, and what it says of it: who, what, until when, and how plainly.

A hedge, a refusal and a question are no promise; what is done on the spot ("I'll share my screen") is none either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Final, Literal

from sidecar.domain.times.due_words import Due, due_in
from sidecar.domain.transcripts.spoken import Sentence
from sidecar.knowledge.spoken import alternatives, phrases, word_list

Kind = Literal["own", "phrase", "duty", "passive", "progressive", "bare", "other", "assigned", "request", "offer"]
Grade = Literal["sure", "fair", "open"]
"""`sure`: the verb acts after the call, or a day is named; `fair`: it mostly does; `open`: it may as well be said of the call."""

LONGEST_LOOKED_AT: Final = 1500
MOST_OPENINGS: Final = 8
_SKIPPED: Final = (
    r"(?:[\s,]|(?:uh|um|er|okay|you know|like|definitely|certainly|also|then|personally|gladly|happily|immediately|quickly|still|"
    r"surely|of course|be sure to|be happy to|be glad to|have to|need to|go and|go ahead and|make sure (?:to|that (?:i|we)|i|we)|"
    r"please|kindly|absolutely|first|actually|simply|probably not|each|all|both|just quickly|to|and)(?=[\s,]))*"
)
_VERB_AT: Final = re.compile(_SKIPPED, re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[;:.!?]\s|,\s|\s(?:but|and|so|because|aber|und|denn|also)\s", re.IGNORECASE)
_UNDER: Final = re.compile(
    r"\b(?:(?:check|ask|find out|confirm|verify|know|clarify|see to it|clear|prüfen?|kläre?n?|"
    r"frage?n?)\b[^,.;]{0,40}?\b(?:whether|if|ob)"
    r"|whether|that|what|which|who|where|why|how|dass|was|welche\w*|wie|wo|warum)\b",
    re.IGNORECASE,
)
_BUT: Final = re.compile(r"[,\s](?:but|though|although|aber|obwohl)\b(.*)", re.IGNORECASE | re.DOTALL)
_WHAT_ENDS: Final = re.compile(
    r"[.;!?]\s|[.;!?]$|,\s*(?:but|so|because|okay|ok|right|aber|denn)\b|,?\s(?:and|und) (?:uh |um )*(?:i|we|you|"
    r"then|please|ich|wir|sie)\b"
    r"|\s(?:but|because|'cause|aber|weil)\s",
    re.IGNORECASE,
)
_ANY_NAME: Final = r"(?-i:[A-ZÄÖÜÀ-Þ][a-zß-ÿ][\w-]*(?: [A-ZÄÖÜÀ-Þ][a-zß-ÿ][\w-]*)?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """`who`: as the sentence names them, None for the speaker; `is_conditional`: only if something else comes true."""

    kind: Kind
    grade: Grade
    who: str | None
    what: str
    due: Due | None
    is_conditional: bool = False


def commitment_in(
    sentence: Sentence, languages: Sequence[str], *, said_on: date | None = None, names: Sequence[str] = ()
) -> Commitment | None:
    """The plainest commitment of a sentence, or None. `names`: of people, to know them as who shall do something."""
    text = sentence.text[:LONGEST_LOOKED_AT].replace("’", "'")
    if len(text.split()) < 2:
        return None
    for language in languages:
        due = due_in(text, said_on, language)
        found = list(_commitments(text, language, due, names))
        if found:
            return min(found, key=_plainness)
    return None


_GRADES: Final[tuple[Grade, ...]] = ("sure", "fair", "open")
_ORDER: Final[tuple[Kind, ...]] = (
    "own",
    "phrase",
    "bare",
    "passive",
    "progressive",
    "other",
    "duty",
    "offer",
    "request",
    "assigned",
)


def _plainness(one: Commitment) -> tuple[int, bool, int]:
    """Less is plainer. “That's on me” says nothing of the work where another clause does."""
    return _GRADES.index(one.grade), one.kind == "phrase" and len(one.what.split()) <= 3, _ORDER.index(one.kind)


def _commitments(text: str, language: str, due: Due | None, names: Sequence[str]) -> Iterator[Commitment]:
    known = phrases(language)
    for kind, pattern, is_loose in _openings(language, names):
        for match in islice(pattern.finditer(text), MOST_OPENINGS):
            groups = match.groupdict()
            who = groups.get("who") or groups.get("stranger")
            if groups.get("stranger") and not word_list("no_names").isdisjoint(groups["stranger"].lower().split()):
                continue
            if kind == "bare" and match.start() > 0 and text[: match.start()].strip(" ,") != "":
                continue
            held = _weighed(text, match, kind, known, due, is_loose or language == "de")
            if held is not None:
                grade, is_conditional = held
                what = _what(text, match, due, kind, language)
                yield Commitment(kind=kind, grade=grade, who=who, what=what, due=due, is_conditional=is_conditional)


def _openings(language: str, names: Sequence[str]) -> Iterator[tuple[Kind, re.Pattern[str], bool]]:
    known = phrases(language)
    yield "own", known["own"], False
    yield "phrase", known["own_phrases"], True
    yield "bare", known["bare"], False
    yield "passive", known["passive"], True
    yield "progressive", known["progressive"], True
    yield "duty", known["own_duty"], False
    yield "other", _others(language, tuple(names)), False
    yield "offer", known["offer"], False
    yield "request", known["request"], False
    yield "assigned", known["assigned"], False


@lru_cache(maxsize=20)
def _others(language: str, names: tuple[str, ...]) -> re.Pattern[str]:
    """Somebody named, and a verb that gives them work."""
    held = alternatives(language)
    called = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if len(name) > 1)
    people = "|".join(filter(None, [called, held["others"]]))
    return re.compile(
        rf"(?<![\w'])(?:(?:the |der |die )?(?P<who>{people})|"
        rf"(?<!the )(?<!der )(?<!die )(?<!das )(?P<stranger>{_ANY_NAME}))(?:\s{{0,4}},?\s{{0,4}}(?:uh|um|then|also|dann|"
        rf"auch)){{0,9}}(?:\s{{1,9}}|(?='))"
        rf"(?:{held['others_will']})(?!\w|'\w)",
        re.IGNORECASE,
    )


def _weighed(
    text: str, match: re.Match[str], kind: Kind, known: Mapping[str, re.Pattern[str]], due: Due | None, is_loose: bool
) -> tuple[Grade, bool] | None:
    """How plainly it is promised, and whether on a condition; None where it is none."""
    head, tail = _head(text, match.start()), text[match.end() :]
    if _is_taken_back(head, tail, match[0], kind, known) or _is_reported(known, text, match.start()):
        return None
    before = text[: match.start()]
    if text.rstrip().endswith("?") and _ASKED.match(before) and kind not in ("request", "offer", "assigned"):
        return None
    if known["conditions"].fullmatch(before.rsplit(maxsplit=1)[-1] if before.strip() else ""):
        return None
    if known["if_wanted"].search(text) and kind != "request":
        return None
    is_conditional = _on_condition(before, tail, known)
    grade = _grade(tail, match[0], kind, known, due, is_loose)
    return None if grade is None else (grade, is_conditional)


def _head(text: str, at: int) -> str:
    """The clause that leads to a place; a first word set off by a comma ("Maybe, …") belongs to it."""
    breaks = [one.end() for one in _CLAUSE.finditer(text[:at])]
    begin = breaks[-1] if breaks else 0
    if breaks and len(text[:begin].split()) <= 3:
        begin = 0
    return text[begin:at]


def _is_taken_back(head: str, tail: str, opening: str, kind: Kind, known: Mapping[str, re.Pattern[str]]) -> bool:
    said = opening if kind in ("phrase", "passive") else ""
    near = _UNDER.split(_CLAUSE_END.split(tail)[0])[0]
    after = " ".join(match[1] for match in _BUT.finditer(tail))
    hedged = any(known["hedges"].search(part) for part in (head, said, near, after, _after_comma(tail)))
    denied = known["not_negated"].sub(" ", f"{opening}{near}")
    return (
        hedged or known["negated"].search(_first_words(denied)) is not None or known["negated"].search(head.strip()) is not None
    )


_ASKED: Final = re.compile(
    r"\W*(?:(?:and|so|but|okay|well|und|also)\W+)*(?:do|does|did|is|are|was|will|would|can|could|shall|should|have|"
    r"has|what|when|where|who|why|how|"
    r"which|wann|wer|was|wie|wo|warum|kann|können|soll|sollen|wird|werden|ist|sind|haben)\b",
    re.IGNORECASE,
)
_HAVE: Final = re.compile(
    r"have (?:it|that|this|them|the|an?|your|our|my|someone|somebody|everything|all|both)\b(?! (?:meeting|call|look|"
    r"break|party|holiday)\b)",
    re.IGNORECASE,
)
_CLAUSE_END: Final = re.compile(r"[;.!?]\s|\s(?:but|aber|and then|and (?:i|we|you)|und (?:ich|wir))\s", re.IGNORECASE)


def _after_comma(tail: str) -> str:
    """“…, if I can.”, “…, hopefully”: a last short clause."""
    last = tail.rpartition(",")[2] if "," in tail else ""
    return last if len(last.split()) <= 6 else ""


def _first_words(text: str) -> str:
    return " ".join(text.split()[:9])


def _is_reported(known: Mapping[str, re.Pattern[str]], text: str, at: int) -> bool:
    """“I said I'll send it”, “when I'll be there”: told of, not promised."""
    words = text[:at].split()[-3:]
    return any(known["reported"].fullmatch(" ".join(words[-count:]).strip(",")) for count in range(1, len(words) + 1)) or (
        len(words) >= 2
        and words[-1].lower() in ("that", "dass", "i", "he", "she", "we")
        and known["reported"].fullmatch(words[-2]) is not None
    )


def _on_condition(before: str, tail: str, known: Mapping[str, re.Pattern[str]]) -> bool:
    under = _UNDER.search(tail)
    rest = tail[: under.start()] if under else tail
    return any(known["conditions"].search(part) for part in (before, rest))


def _grade(
    tail: str, opening: str, kind: Kind, known: Mapping[str, re.Pattern[str]], due: Due | None, is_loose: bool
) -> Grade | None:
    is_dated = due is not None and due.day is not None
    if kind in ("phrase", "passive", "progressive"):
        return _grade_of_phrase(kind, tail, opening, known, is_dated)
    skipped = _VERB_AT.match(tail)
    verb = tail[skipped.end() if skipped else 0 :]
    at_once = known["in_call"].match(verb) or (is_loose and known["in_call"].search(verb))
    later = known["after_call"].search(verb) if is_loose else known["after_call"].match(verb)
    if at_once and not is_dated and len(at_once[0]) >= (len(later[0]) if later else 0):
        return None
    if later:
        return "open" if opening.lower() == "let me" and not is_dated else "sure"
    if known["fair_call"].search(verb) if is_loose else known["fair_call"].match(verb):
        return "sure" if is_dated else "open" if opening.lower() == "let me" else "fair"
    if is_dated and kind == "own" and _HAVE.match(verb):
        return "sure"
    if known["states"].match(verb) or kind in ("duty", "bare", "other", "offer", "request", "assigned"):
        return None
    return "sure" if is_dated and not at_once else "open" if not is_loose and verb.strip() else None


def _grade_of_phrase(kind: Kind, tail: str, opening: str, known: Mapping[str, re.Pattern[str]], is_dated: bool) -> Grade | None:
    if known["in_call"].search(f"{opening}{tail}"[:80]) and not is_dated:
        return None
    if kind == "progressive":
        return None if not is_dated else "sure" if known["after_call"].search(re.sub(r"ing\b", "", opening)) else "fair"
    if kind == "passive":
        return "sure" if is_dated else "open"
    return "sure" if is_dated or not re.match(r"you|expect|sie |du |ihr ", opening, re.IGNORECASE) else "open"


def _what(text: str, match: re.Match[str], due: Due | None, kind: Kind, language: str) -> str:
    """The words of the work, without when and without who."""
    is_whole = kind in ("phrase", "passive", "progressive") or language == "de"
    begin = 0 if kind == "passive" else match.start() if is_whole else match.end()
    piece, offset = text[begin:], begin
    end = _WHAT_ENDS.search(piece, match.end() - begin)
    piece = piece[: end.start()] if end else piece
    if due and offset <= due.start < offset + len(piece):
        piece = piece[: due.start - offset].rstrip(" ,") + piece[due.end - offset :]
    piece = re.sub(r"\b(?:uh|um|er|erm|äh|ähm)\b,?\s*|\b(\w+)\s+(?=\1\b)", "", piece, flags=re.IGNORECASE)
    return " ".join(re.sub(r"\s(?:by|on|until|at|before|bis|am|vor)\s*$", "", piece.strip(" ,.;!?–-")).split())[:300]
