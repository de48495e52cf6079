"""Cues that people wrote from guides they had read: a TOML file for each country, opened when that country is asked for.

English and German stand in the country's file; every other language has a file of its own for all countries.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Final

TOPIC_FIELDS: Final = ("meeting_openers", "caution_topics")


@dataclass(frozen=True, slots=True, kw_only=True)
class CueSource:
    """A page that was opened and read. Where it states no `year`, `accessed` says when it was read."""

    title: str
    url: str
    year: int | None
    accessed: date | None
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthoredCue:
    """One `[[cue]]` as it stands in the file. `text`, `advice` and `topics` are keyed by language: English, German, and the one
    that was asked for.

    `topics` holds the topics that a card may name, in each language; those that topics.toml leaves out are not named.
    """

    field: str
    value: Any
    text: Mapping[str, str]
    advice: Mapping[str, str]
    topics: Mapping[str, tuple[str, ...]]
    confidence: str
    basis: str
    sources: tuple[CueSource, ...]
    disagreement: str | None
    review_by: date | None


def authored_countries() -> tuple[str, ...]:
    """The countries that have a file, by code."""
    folder = resources.files(__package__).joinpath("culture")
    return tuple(sorted(one.name.removesuffix(".toml") for one in folder.iterdir() if one.name.endswith(".toml")))


@cache
def authored_cues(country: str, language: str = "en") -> tuple[AuthoredCue, ...]:
    """The cues of one country (two capital letters), as the file orders them; none where it has no file. Reads the country's file
    the first time, and that of the language."""
    file = resources.files(__package__).joinpath("culture", f"{country}.toml")
    if not file.is_file():
        return ()
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(_cue(f"{country}.{one['field']}", one, language, read.get("review_by")) for one in read.get("cue", ()))


def _cue(key: str, row: Mapping[str, Any], asked: str, review_by: date | None) -> AuthoredCue:
    elsewhere = {asked: translated(asked)[key]} if key in translated(asked) else {}
    spoken = {"en": row, **{language: row[language] for language in row if isinstance(row[language], Mapping)}, **elsewhere}
    return AuthoredCue(
        field=row["field"],
        value=row["value"],
        text={language: one["text"] for language, one in spoken.items()},
        advice={language: one["advice"] for language, one in spoken.items()},
        topics={language: _topics(row, language) for language in spoken},
        confidence=row["confidence"],
        basis=row["basis"],
        sources=tuple(_source(one) for one in row["source"]),
        disagreement=row.get("disagreement") or None,
        review_by=review_by,
    )


def _topics(row: Mapping[str, Any], language: str) -> tuple[str, ...]:
    if row["field"] not in TOPIC_FIELDS:
        return ()
    spoken = topics_spoken(language)
    return tuple(spoken[topic].get(language, topic) for topic in row["value"] if topic in spoken)


@cache
def topics_spoken(language: str = "en") -> Mapping[str, Mapping[str, str]]:
    """The topics a card may name, by their English words in the country files, each in English, German and one more language."""
    rows = tomllib.loads(resources.files(__package__).joinpath("topics.toml").read_text(encoding="utf-8"))["topics"]
    other = translated(language).get("topics", {})
    told = {english: {language: other[english]} if english in other else {} for english in rows}
    return {english: {"en": english, "de": german, **told[english]} for english, german in rows.items()}


@cache
def translated(language: str) -> Mapping[str, Mapping[str, str]]:
    """The file of a language: by country and field (`AE.directness`) what a cue says, and under `topics` the topics. Empty for a
    language without one, such as those of the country files themselves."""
    file = resources.files(__package__).joinpath("culture", "words", f"{language}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def mark_of(text: str, advice: str) -> str:
    """What ties a translation to the English it was made from: eight digits that change with either sentence."""
    return hashlib.sha256(f"{text}\n{advice}".encode()).hexdigest()[:8]


def _source(row: Mapping[str, Any]) -> CueSource:
    return CueSource(
        title=row["title"], url=row["url"], year=row.get("year"), accessed=row.get("accessed"), licence=row["licence"]
    )
