"""Sentences by template: the client's own words, framed. Always there, and what everything else falls back on."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sidecar.domain.companies.claims import Claim, SourceText
from sidecar.domain.wording.reason import Reason
from sidecar.knowledge.tongue import is_in
from sidecar.words import Words
from sidecar.writer import Task, Written
from sidecar.writer.details import is_grave
from sidecar.writer.foreign import cleaned
from sidecar.writer.grounding import QUOTE_AT_LEAST, TEXT_AT_MOST, find_quote, shape_fault
from sidecar.writer.orders import is_for_machines, order_in, sentences
from sidecar.writer.second_person import to_you

SENTENCES: Final[Mapping[Task, int]] = {"opener": 1, "company_line": 1, "question": 1, "two_sentences": 2, "follow_up_mail": 8}
"""How many sentences a task wants at most."""

SOURCES_AT_MOST: Final = 12

_KEYS: Final[Mapping[Task, str]] = {
    "opener": "line-written-opener",
    "company_line": "line-written-company",
    "question": "line-written-question",
    "two_sentences": "line-written-two-sentences",
    "follow_up_mail": "line-written-follow-up",
}
_UNTITLED: Final[Mapping[Task, str]] = {"opener": "line-written-opener-untitled", "company_line": "line-written-company-untitled"}
_TITLE_AT_MOST: Final = 60
_QUOTE_AT_MOST: Final = 120
TO_THEIR_FACE: Final = frozenset(("opener", "question", "two_sentences"))
_LETTERS_AT_LEAST: Final = 15
_ENDS: Final = (".", "!", "?", "…", "。", "！", "？", "”", "“", '"', "»", ")")
_CONTACT = re.compile(r"@|://|\bwww\.|\+?\d[\d ()/.-]{7,}\d|cookie|javascript|©|copyright", re.IGNORECASE)


class PlainWriter:
    """The Writer that needs nothing."""

    async def write(self, task: Task, material: Sequence[SourceText], language: str) -> Written:
        """As `Writer.write` promises. Each quote is in the cleaned text of its source, word for word."""
        claims = await asyncio.to_thread(plain_claims, task, material, language)
        return Written(claims=claims, how="plain", notes=() if claims else (Reason(key="reason-model-no-material"),))


def plain_claims(task: Task, material: Sequence[SourceText], language: str, *, is_spoken: bool = True) -> tuple[Claim, ...]:
    """The sentences of a task by template: the first fit sentence of each source, then the second.

    What is said to a client's face is in the language that is asked for, or nothing; only news make a natural question. Without
    `is_spoken`, whatever a model might make a sentence of.
    Raises LookupError for a language that has no words.
    """
    words = Words(language)
    sources = usable(material)
    found = [
        (rank, at, Claim(text=_framed(words, task, source, quote), source_id=source.id, quote=quote))
        for at, source in enumerate(sources)
        if source.is_news or task != "question" or not is_spoken
        for rank, quote in enumerate(_best(source.text, task, language if is_spoken else None))
    ]
    found.sort(key=lambda one: one[:2])
    return tuple(claim for _, _, claim in found[: SENTENCES[task]])


def usable(material: Sequence[SourceText]) -> tuple[SourceText, ...]:
    """The best sources, cleaned; without those that try to take command of their reader: nothing on such a page is trusted."""
    sources = [cleaned(source) for source in material[:SOURCES_AT_MOST]]
    return tuple(source for source in sources if not is_for_machines(source.title + source.text))


def suits(task: Task, text: str) -> bool:
    """Whether a sentence fits the moment: what is said to a client's face brings up nothing grave.

    Notes of a meeting may, and what a company does may sound so: insurers, lawyers and guards earn their bread with it.
    """
    return task in ("follow_up_mail", "company_line") or not is_grave(text)


def _framed(words: Words, task: Task, source: SourceText, quote: str) -> str:
    title = source.title
    if task == "two_sentences":
        told = None if source.is_news else to_you(quote, words.language)
        if told and len(said := words.say("line-written-to-you", told=told)) <= TEXT_AT_MOST:
            return said
        return words.say("line-written-news" if source.is_news else _KEYS[task], quote=quote)
    if _is_title(title) or task not in _UNTITLED:
        text = words.say(_KEYS[task], title=title, quote=quote)
        if len(text) <= TEXT_AT_MOST:
            return text
    return words.say(_UNTITLED.get(task, _KEYS[task]), title=title, quote=quote)


def _is_title(title: str) -> bool:
    is_quiet = shape_fault(title) is None and order_in(title) is None and _CONTACT.search(title) is None
    return is_quiet and len(title) <= _TITLE_AT_MOST


def _best(text: str, task: Task, language: str | None) -> list[str]:
    """As many sentences as a task may want. First, but for notes, what is light and has an end: a line without is a menu."""
    fit = [one for one in _sayable(text, task) if language is None or task not in TO_THEIR_FACE or is_in(one, language)]
    if task != "follow_up_mail":
        fit.sort(key=lambda sentence: (is_grave(sentence), not sentence.endswith(_ENDS)))
    return fit[: SENTENCES[task]]


def _sayable(text: str, task: Task) -> Iterator[str]:
    """The sentences of a text that a person could repeat to its author: whole, short, no orders, no addresses."""
    for sentence in sentences(text):
        if not QUOTE_AT_LEAST <= len(sentence) <= _QUOTE_AT_MOST or sum(one.isalpha() for one in sentence) < _LETTERS_AT_LEAST:
            continue
        if shape_fault(sentence) or order_in(sentence) or _CONTACT.search(sentence):
            continue
        if suits(task, sentence) and find_quote(sentence, text) == sentence:
            yield sentence
