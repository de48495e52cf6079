"""What the examples of a text are about: a building that collapses, a fire, a breach. Figures of speech are none.

Precision goes first: a thing counts only together with what happens to it, in the same sentence, and nothing abstract between.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from sidecar.knowledge.example_words import Topic, example_words

Role = Literal["harmless", "alone", "things", "happens", "befalls", "news"]

BEHIND: Final = 5
"""Words that may stand between a thing and what happens to it."""
BEFORE: Final = 4
GAP: Final = 4
LONGEST: Final = 5_000
"""Words of one text that are looked at."""

_TOKEN: Final = re.compile(r"[^\W_]+|[.;:!?\n]")
_BREAKS: Final = frozenset(".;:!?\n")
_PRONOUNS: Final = frozenset({"it", "they", "es", "er", "sie", "il", "elle", "ils", "esso"})
_LINKS: Final = frozenset({"of", "for", "in", "von", "fur", "de", "du", "di", "del", "do", "van"})
_DANGER: Final[Sequence[Role]] = ("alone", "happens", "befalls")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Something that happens in a text. `topic` is the lexicon's; `start` and `end` are offsets into the text."""

    topic: str
    categories: frozenset[str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    topic: int
    role: Role


@dataclass(frozen=True, slots=True)
class _Hit:
    phrase: _Phrase
    first: int
    last: int


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Lower case without accents, ß as ss: as the lexicon is written."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def examples(text: str) -> tuple[Example, ...]:
    """Every example in a text, in its order, each stretch of words once for a topic."""
    words = _words(text)
    hits = _hits(words)
    found = [*_alone(words, hits), *_paired(words, hits)]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.start, one.end)))


def topics_of_news(headline: str) -> frozenset[str]:
    """What a headline about a real event is about; here a single word is enough."""
    told = {one.topic for one in examples(headline)}
    topics = example_words().topics
    return frozenset(told | {topics[hit.phrase.topic].name for hit in _hits(_words(headline)) if hit.phrase.role == "news"})


def alarming_words(text: str) -> frozenset[str]:
    """The words of a text that name something bad, folded; none of a harmless phrase, none beside something abstract."""
    words = _words(text)
    hits = [hit for hit in _hits(words) if hit.phrase.role in _DANGER]
    abstract = example_words().abstract
    near = [hit for hit in hits if not any(word.text in abstract for word in words[max(0, hit.first - 3) : hit.last + 4])]
    return frozenset(word.text for hit in near for word in words[hit.first : hit.last + 1])


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each line or sentence of a text begins and ends."""
    start = 0
    for mark in re.finditer(r"(?<=[.!?])\s+|\n", text):
        if text[start : mark.start()].strip():
            yield start, mark.start()
        start = mark.end()
    if text[start:].strip():
        yield start, len(text)


def _words(text: str) -> list[_Word]:
    found = (_Word(folded(token[0]), token.start(), token.end()) for token in _TOKEN.finditer(text))
    return [word for _, word in zip(range(LONGEST), found, strict=False)]


def _alone(words: Sequence[_Word], hits: Sequence[_Hit]) -> Iterator[Example]:
    for hit in hits:
        if hit.phrase.role == "alone":
            yield _example(words, hit.phrase.topic, hit.first, hit.last)


def _paired(words: Sequence[_Word], hits: Sequence[_Hit]) -> Iterator[Example]:
    things = [hit for hit in hits if hit.phrase.role == "things"]
    events = [hit for hit in hits if hit.phrase.role in ("happens", "befalls")]
    for event in events:
        for thing in things:
            if thing.phrase.topic == event.phrase.topic and _belong(words, thing, event):
                yield _example(words, thing.phrase.topic, min(thing.first, event.first), max(thing.last, event.last))


def _belong(words: Sequence[_Word], thing: _Hit, event: _Hit) -> bool:
    if _is_of_something_abstract(words, thing.first):
        return False
    if event.phrase.role == "happens" and thing.last < event.first:
        return _follows(words, thing, event)
    if event.first < thing.first and thing.last < event.last:  # a verb in two halves, the thing between them
        return not _is_severed([word.text for word in words[event.first : event.last]])
    if event.phrase.role == "befalls" and event.last < thing.first:
        between = [word.text for word in words[event.last + 1 : thing.first]]
        behind = words[thing.last + 1].text if thing.last + 1 < len(words) else ""
        return len(between) <= BEFORE and not _is_severed([*between, behind]) and not _BREAKS.intersection(between)
    return False


def _is_of_something_abstract(words: Sequence[_Word], at: int) -> bool:
    """“data structure”, “sales of building materials”."""
    before = [word.text for word in words[max(0, at - 2) : at]]
    abstract = example_words().abstract
    return bool(before) and (before[-1] in abstract or (before[0] in abstract and before[-1] in _LINKS))


def _follows(words: Sequence[_Word], thing: _Hit, event: _Hit) -> bool:
    """Whether the event is told of the thing: in its sentence, or of a pronoun or at the start of the line right behind it."""
    between = [word.text for word in words[thing.last + 1 : event.first]]
    breaks = [at for at, word in enumerate(between) if word in _BREAKS]
    if _is_severed(between) or len(between) - len(breaks) > 2 * BEHIND or not _leads_on(between):
        return False
    if not breaks:
        return len(between) <= BEHIND
    is_of_it = bool(_PRONOUNS.intersection(between[breaks[-1] + 1 :]))
    is_next_line = between[-1] == "\n" and len(between) <= BEHIND
    return len(breaks) == 1 and (is_of_it or is_next_line)


def _leads_on(between: Sequence[str]) -> bool:
    """Whether what follows a thing still lets something happen to it: in “roof sales collapsed” no roof did."""
    return not between or between[0] in _BREAKS | example_words().links or between[0].endswith(("ly", "ment", "mente", "lich"))


def _is_severed(between: Sequence[str]) -> bool:
    return not example_words().abstract.isdisjoint(between)


def _example(words: Sequence[_Word], topic: int, first: int, last: int) -> Example:
    known = example_words().topics[topic]
    return Example(topic=known.name, categories=known.categories, start=words[first].start, end=words[last].end)


def _hits(words: Sequence[_Word]) -> list[_Hit]:
    """Every phrase of the lexicon, save where a harmless one stands."""
    found = [
        _Hit(phrase, at, last)
        for at, word in enumerate(words)
        for phrase in _beginning_with(word.text)
        if (last := _last(words, at, phrase.words)) is not None
    ]
    harmless = {at for hit in found if hit.phrase.role == "harmless" for at in range(hit.first, hit.last + 1)}
    return [hit for hit in found if hit.phrase.role != "harmless" and harmless.isdisjoint(range(hit.first, hit.last + 1))]


def _last(words: Sequence[_Word], at: int, wanted: Sequence[str]) -> int | None:
    """Where a phrase that begins at a word ends, or None where it is not there. “…” spans up to four words."""
    place, is_loose = at, False
    for want in wanted:
        if want == "…":
            is_loose = True
            continue
        reach = range(place, min(place + (GAP + 1 if is_loose else 1), len(words)))
        met = next((here for here in reach if _is_met(want, words[here].text)), None)
        if met is None or any(word.text in _BREAKS for word in words[place:met]):
            return None
        place, is_loose = met + 1, False
    return place - 1


def _is_met(want: str, word: str) -> bool:
    if want.startswith("*"):
        return want[1:-1] in word if want.endswith("*") else word.endswith(want[1:])
    return word.startswith(want[:-1]) if want.endswith("*") else word == want


@lru_cache(maxsize=20_000)
def _beginning_with(word: str) -> tuple[_Phrase, ...]:
    exact, starts, rest = _index()
    candidates = (*exact[word], *starts[word[:3]], *rest) if word not in _BREAKS else ()
    return tuple(phrase for phrase in candidates if _is_met(phrase.words[0], word))


@cache
def _index() -> tuple[defaultdict[str, list[_Phrase]], defaultdict[str, list[_Phrase]], list[_Phrase]]:
    """All phrases by their first word, by the first three letters of an open one, and the rest."""
    exact: defaultdict[str, list[_Phrase]] = defaultdict(list)
    starts: defaultdict[str, list[_Phrase]] = defaultdict(list)
    rest = []
    for phrase in _all_phrases():
        first = phrase.words[0]
        if not first.startswith("*") and not first.endswith("*"):
            exact[first].append(phrase)
        elif not first.startswith("*") and len(first) > 3:
            starts[first[:3]].append(phrase)
        else:
            rest.append(phrase)
    return exact, starts, rest


def _all_phrases() -> Iterator[_Phrase]:
    lexicon = example_words()
    yield from (_Phrase(words, -1, "harmless") for words in lexicon.harmless)
    for at, topic in enumerate(lexicon.topics):
        yield from _of_topic(at, topic)


def _of_topic(at: int, topic: Topic) -> Iterator[_Phrase]:
    told: Sequence[tuple[Role, tuple[tuple[str, ...], ...]]] = (
        ("alone", topic.alone),
        ("things", topic.things),
        ("happens", topic.happens),
        ("befalls", topic.befalls),
        ("news", topic.news),
    )
    for role, phrases in told:
        yield from (_Phrase(words, at, role) for words in phrases)
