"""Which example of a text comes too close to what happened to this client."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sidecar.domain.companies.examples import alarming_words, examples, folded, sentences, topics_of_news
from sidecar.domain.companies.news import NewsItem

_MISHAPS: Final = frozenset({"accident", "disaster"})
"""Which of the two a thing is, nobody asks whom it hit."""
_STEM: Final = 6
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_SMALL_WORDS: Final = frozenset(
    {
        "after",
        "over",
        "with",
        "from",
        "into",
        "says",
        "said",
        "company",
        "group",
        "million",
        "people",
        "year",
        "years",
        "will",
        "more",
    }
    | {
        "than",
        "their",
        "nach",
        "über",
        "unternehmen",
        "wird",
        "werden",
        "dans",
        "pour",
        "avec",
        "para",
        "della",
        "voor",
        "office",
        "plant",
    }
)


@dataclass(frozen=True, slots=True)
class NewsTold:
    """A piece of news with its topics, the telling words of its headline, and the categories that come close to its own."""

    item: NewsItem
    topics: frozenset[str]
    stems: frozenset[str]
    kin: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """An example, by offsets into the text, and the news it is close to. `is_same_topic`: the same kind of event, not only
    the same kind of news."""

    item: NewsItem
    start: int
    end: int
    is_same_topic: bool


def told_by(item: NewsItem, names: Sequence[str]) -> NewsTold:
    """A piece of news made ready to compare. `names` of the client and of ours tell nothing."""
    title = item.headline.title
    kin = _MISHAPS if item.category in _MISHAPS else frozenset({item.category or ""})
    topics = topics_of_news(title) or topics_of_news(item.headline.summary)
    return NewsTold(item, topics, _stems(title) - _stems(" ".join(names)), kin)


def closest(text: str, news: Sequence[NewsTold]) -> Close | None:
    """The example that comes closest: of the same event before one of the same kind of news, of the first news before later."""
    if not news:
        return None
    met = examples(text)
    told = [(start, end, _stems(text[start:end])) for start, end in sentences(text)]
    for one in news:
        same = next(((example.start, example.end) for example in met if example.topic in one.topics), None)
        if span := same or _shared(text, told, one.stems):
            return Close(item=one.item, start=span[0], end=span[1], is_same_topic=True)
    for one in news:
        if near := next((example for example in met if one.kin & example.categories), None):
            return Close(item=one.item, start=near.start, end=near.end, is_same_topic=False)
    return None


def _shared(text: str, told: Sequence[tuple[int, int, frozenset[str]]], news: frozenset[str]) -> tuple[int, int] | None:
    """The first sentence that has two telling words of a headline, one of which names something bad."""
    for start, end, stems in ((start, end, stems & news) for start, end, stems in told):
        if len(stems) > 1 and any(word[:_STEM] in stems for word in alarming_words(text[start:end])):
            return start, end
    return None


def _stems(text: str) -> frozenset[str]:
    return frozenset(folded(word)[:_STEM] for word in _WORD.findall(text) if word.casefold() not in _SMALL_WORDS)
