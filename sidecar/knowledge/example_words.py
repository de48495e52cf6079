"""What an example in a deck is about: the lexicon beside this module, parsed once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import product


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One kind of event. Phrases are sequences of words as they are written in the file; `categories` are the radar's."""

    name: str
    categories: frozenset[str]
    things: tuple[tuple[str, ...], ...]
    happens: tuple[tuple[str, ...], ...]
    befalls: tuple[tuple[str, ...], ...]
    alone: tuple[tuple[str, ...], ...]
    news: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleWords:
    """The whole lexicon. `abstract`: to these such things happen in a manner of speaking only; `links` may stand between a thing
    and what happens to it; `ordinary` words are also names of companies or products; `harmless` phrases are no examples."""

    topics: tuple[Topic, ...]
    abstract: frozenset[str]
    links: frozenset[str]
    ordinary: frozenset[str]
    harmless: tuple[tuple[str, ...], ...]


@cache
def example_words() -> ExampleWords:
    """The lexicon. Takes some milliseconds the first time."""
    read = tomllib.loads(resources.files(__package__).joinpath("example_words.toml").read_text(encoding="utf-8"))
    return ExampleWords(
        topics=tuple(_topic(row) for row in read["topic"]),
        abstract=frozenset(read["abstract"].split()),
        links=frozenset(read["links"].split()),
        ordinary=frozenset(read["ordinary"].split()),
        harmless=_phrases(read["harmless"]),
    )


def _topic(row: dict[str, str]) -> Topic:
    return Topic(
        name=row["name"],
        categories=frozenset(row["categories"]),
        things=_words(row["things"]),
        happens=_phrases(row["happens"]),
        befalls=_phrases(row["befalls"]),
        alone=_phrases(row["alone"]),
        news=_words(row["news"]),
    )


def _words(written: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(word.replace("-", " ").split()) for word in written.split())


def _phrases(written: str) -> tuple[tuple[str, ...], ...]:
    lines = (phrase for line in written.splitlines() for phrase in line.split(";"))
    return tuple(dict.fromkeys(whole for phrase in lines if phrase.strip() for whole in _spelt_out(phrase)))


def _spelt_out(phrase: str) -> list[tuple[str, ...]]:
    """Each way through the alternatives; a word with `?` may be missing."""
    choices = [(*word.rstrip("?").split("/"), *([""] if word.endswith("?") else [])) for word in phrase.replace("-", " ").split()]
    return [tuple(word for word in way if word) for way in product(*choices)]
