"""The promises of a call: what single sentences say, with what was answered, corrected, taken back or said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from sidecar.domain.times.due_words import Due, due_in
from sidecar.domain.transcripts.recap_promises import Commitment, commitment_in
from sidecar.domain.transcripts.recap_weigh import MOST_A_CALL, SHORTEST_CALL_S, stretches, weights_of
from sidecar.domain.transcripts.spoken import Sentence
from sidecar.knowledge.spoken import phrases, word_list

Certainty = Literal["stated", "probable", "ask"]
LONGEST_QUOTE: Final = 500
ANSWER_WITHIN_S: Final = 15.0
ANSWER_SENTENCES: Final = 4
MENDED_WITHIN_S: Final = 60.0
ALIKE: Final = 0.65
MOST_COMPARED: Final = 300
_ACCEPTING: Final = {"request": "accepts_request", "offer": "accepts_offer", "assigned": "accepts_assignment"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """`who` is None where it is not known; `due` is a local date; `quote` are words of the cues."""

    cues: tuple[int, ...]
    who: str | None
    what: str
    due: date | None
    due_words: str | None
    quote: str
    certainty: Certainty
    said_s: float = 0.0
    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What is known of a call while its promises are read. `said_on`: its local date, None where it is not known."""

    sentences: Sequence[Sentence]
    languages: Sequence[str]
    said_on: date | None
    speakers: Sequence[str]
    names: Sequence[str]
    duration_s: float


def promises_of(call: Call) -> tuple[Promise, ...]:
    """In the order in which they were made; handed-out work that nobody put plainly comes with the certainty `ask`."""
    held = {
        number: found
        for number, one in enumerate(call.sentences)
        if (found := commitment_in(one, call.languages, said_on=call.said_on, names=call.names)) is not None
    }
    made: list[Promise] = []
    for number, one in enumerate(call.sentences):
        made = _taken_back(made, one, call)
        promise = _promise(number, held.get(number), call)
        if promise is not None and made and _is_answer(promise, made):
            continue
        if promise is not None:
            made.append(promise)
        else:
            made = _mended(made, one, call)
    plain = _without_doubles(made)
    return tuple(sorted([*plain, *_handed_out(plain, held, call)], key=lambda one: (one.said_s, one.cues)))


def _promise(number: int, found: Commitment | None, call: Call) -> Promise | None:
    if found is None or (found.kind == "duty" and not _dated(found.due)):
        return None
    sentence = call.sentences[number]
    if _is_unheld(number, call):
        return None
    if found.kind in ("request", "offer", "assigned"):
        return _answered(number, found, call)
    if found.grade == "open" or (found.grade == "fair" and found.kind == "own" and _is_we_alone(sentence)):
        return None
    who = sentence.speaker if found.who is None else _person(found.who, call)
    return _record(sentence, found, who, _certainty(found, who, call))


def _certainty(found: Commitment, who: str | None, call: Call) -> Certainty:
    if found.is_conditional or not who or (found.who and sum(_is_called(one, found.who) for one in call.speakers) > 1):
        return "ask"
    if found.kind in ("other", "duty") or found.grade != "sure":
        return "probable"
    return "stated"


def _record(sentence: Sentence, found: Commitment, who: str | None, certainty: Certainty, cues: tuple[int, ...] = ()) -> Promise:
    return Promise(
        cues=cues or sentence.numbers,
        who=who or None,
        what=found.what or sentence.text[:LONGEST_QUOTE],
        due=found.due.day if found.due else None,
        due_words=found.due.words if found.due else None,
        quote=_cut(sentence.text),
        certainty=certainty,
        said_s=sentence.start_s,
        speaker=sentence.speaker,
    )


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE].rpartition(" ")[0]


def _dated(due: Due | None) -> bool:
    return due is not None and due.day is not None


def _is_we_alone(sentence: Sentence) -> bool:
    """“We're going to build it” tells of the work; “we'll build you one” promises it."""
    words = sentence.words
    return "we" in {word.partition("'")[0] for word in words} and not {"you", "your", "ihnen", "ihre", "euch"} & set(words)


def _is_unheld(number: int, call: Call) -> bool:
    """“No promises, though”, right after it by the same speaker."""
    one = call.sentences[number]
    following = [
        other
        for other in call.sentences[number + 1 : number + 4]
        if other.speaker == one.speaker and other.start_s - one.end_s < 8
    ][:1]
    return any(
        phrases(language)["not_held"].search(other.text.replace("’", "'")) for other in following for language in call.languages
    )


def _answered(number: int, found: Commitment, call: Call) -> Promise | None:
    """A request that somebody takes on, or an offer that somebody takes up."""
    asked = call.sentences[number]
    for answer in call.sentences[number + 1 : number + 1 + ANSWER_SENTENCES]:
        if answer.start_s - asked.end_s > ANSWER_WITHIN_S:
            break
        if answer.speaker == asked.speaker and asked.speaker:
            continue
        verdict = _verdict(answer.text, found, call.languages)
        if verdict == "yes":
            who = asked.speaker if found.kind == "offer" else answer.speaker
            is_plain = found.kind != "offer" and not found.is_conditional
            due = found.due or next((due_in(answer.text, call.said_on, language) for language in call.languages), None)
            named = replace(found, due=due)
            return _record(asked, named, who, "stated" if is_plain and who else "probable", (*asked.numbers, *answer.numbers))
        if verdict == "no":
            return None
    return None


def _is_answer(promise: Promise, made: Sequence[Promise]) -> bool:
    """“Yes, I'll do that” after a request is the same promise once more."""
    return len(_stems(promise.what)) <= 1 and any(set(promise.cues) <= set(one.cues) for one in made[-3:])


def _verdict(text: str, found: Commitment, languages: Sequence[str]) -> Literal["yes", "no", "unclear"]:
    text = text.replace("’", "'").strip()
    for language in languages:
        known = phrases(language)
        if known["refuses"].search(text[:60]) or (found.kind != "offer" and known["hedges"].search(text[:60])):
            return "no"
        if known[_ACCEPTING[found.kind]].match(text):
            return "yes"
    return "unclear"


def _person(called: str, call: Call) -> str | None:
    """A speaker's own name where just one is called so; else as they were called, unless by a pronoun."""
    matching = [one for one in call.speakers if _is_called(one, called)]
    if len(matching) == 1:
        return matching[0]
    return None if called.lower() in word_list("pronouns") else called


def _is_called(speaker: str, called: str) -> bool:
    name, wanted = re.sub(r"(?:(?<!\s)\s+)?\([^()]*\)", "", speaker).lower(), called.lower()
    return bool(name) and (name == wanted or wanted in name.replace(",", " ").split())


@lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    small = word_list("common")
    return frozenset(word[:4] for word in re.findall(r"[^\W_]{3,}|\d+", text.lower()) if word not in small)


def _taken_back(made: list[Promise], one: Sentence, call: Call) -> list[Promise]:
    """Without what this sentence withdraws: the speaker's last one ("scratch that"), or the one it names."""
    text = one.text.replace("’", "'")
    if not made or not any(phrases(language)["withdrawn"].search(text) for language in call.languages):
        return made
    is_bare = any(
        (match := phrases(language)["withdrawn_bare"].search(text)) and match.start() < 25 for language in call.languages
    )
    said = _stems(text)
    for promise in reversed(made):
        is_close = promise.speaker == one.speaker and one.start_s - promise.said_s < MENDED_WITHIN_S
        shared = said & _stems(promise.what)
        if len(shared) >= 2 or (shared and len(shared) * 2 >= len(_stems(promise.what))) or (is_bare and is_close):
            return [other for other in made if other is not promise]
    return made


def _mended(made: list[Promise], one: Sentence, call: Call) -> list[Promise]:
    """“Actually, make that Monday”: another date for the speaker's last promise."""
    if not made or made[-1].speaker != one.speaker or one.start_s - made[-1].said_s > MENDED_WITHIN_S or len(one.words) > 12:
        return made
    for language in call.languages:
        due = due_in(one.text, call.said_on, language) if phrases(language)["mended"].search(one.text) else None
        if due is not None:
            last = made[-1]
            cues = (*last.cues, *(cue for cue in one.numbers if cue not in last.cues))
            return [*made[:-1], replace(last, due=due.day, due_words=due.words, cues=cues)]
    return made


def _without_doubles(made: Sequence[Promise]) -> list[Promise]:
    """One promise made twice is one row, with the cues of both and the latest date."""
    found: list[Promise] = []
    for promise in made:
        recent = range(len(found) - 1, max(-1, len(found) - 1 - MOST_COMPARED), -1)
        same = next((at for at in recent if _is_same(found[at], promise)), None)
        if same is None:
            found.append(promise)
            continue
        first = found[same]
        best = min(first, promise, key=lambda one: ("stated", "probable", "ask").index(one.certainty))
        dated = promise if promise.due_words else first
        found[same] = replace(
            best,
            cues=tuple(dict.fromkeys((*first.cues, *promise.cues))),
            due=dated.due,
            due_words=dated.due_words,
            said_s=first.said_s,
        )
    return found


def _is_same(one: Promise, other: Promise) -> bool:
    """The same words for the most part, and the same numbers."""
    first, second = _stems(one.what), _stems(other.what)
    if one.who != other.who or not first or not second:
        return False
    numbers = [{stem for stem in stems if stem.isdecimal()} for stems in (first, second)]
    return numbers[0] == numbers[1] and len(first & second) / len(first | second) >= ALIKE


def _handed_out(plain: Sequence[Promise], held: Mapping[int, Commitment], call: Call) -> Iterator[Promise]:
    """What the surroundings say was handed out; always a question to the host."""
    if call.duration_s < SHORTEST_CALL_S or not call.languages or len(plain) >= MOST_A_CALL:
        return
    weights = weights_of(call.sentences, held, call.languages, call.names, call.duration_s)
    taken = [one.said_s for one in plain]
    for index in stretches(call.sentences, weights, taken, most=MOST_A_CALL - len(plain)):
        sentence, found = call.sentences[index], held.get(index)
        due = found.due if found else next((due_in(sentence.text, call.said_on, language) for language in call.languages), None)
        work = found or Commitment(kind="assigned", grade="open", who=None, what=sentence.text.strip(" ,."), due=due)
        yield _record(sentence, work, _of_whom(found, sentence, call), "ask")


def _of_whom(found: Commitment | None, sentence: Sentence, call: Call) -> str | None:
    if found is None or found.kind in ("request", "assigned"):
        return None
    return sentence.speaker if found.who is None else _person(found.who, call)
