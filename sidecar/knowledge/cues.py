"""Cues that people wrote from guides they had read: a TOML file for each country, opened when that country is asked for."""

from __future__ import annotations

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
    """One `[[cue]]` as it stands in the file. `text`, `advice` and `topics` are keyed by language; English is always there.

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
def authored_cues(country: str) -> tuple[AuthoredCue, ...]:
    """The cues of one country (two capital letters), as the file orders them; none where it has no file."""
    file = resources.files(__package__).joinpath("culture", f"{country}.toml")
    if not file.is_file():
        return ()
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(_cue(one, read.get("review_by")) for one in read.get("cue", ()))


def _cue(row: Mapping[str, Any], review_by: date | None) -> AuthoredCue:
    spoken = {"en": row, **{language: row[language] for language in row if isinstance(row[language], Mapping)}}
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
    spoken = topics_spoken()
    return tuple(spoken[topic][language] for topic in row["value"] if topic in spoken)


@cache
def topics_spoken() -> Mapping[str, Mapping[str, str]]:
    """The topics a card may name, by their English words in the country files, each in every language."""
    rows = tomllib.loads(resources.files(__package__).joinpath("topics.toml").read_text(encoding="utf-8"))["topics"]
    return {english: {"en": english, "de": german} for english, german in rows.items()}


def _source(row: Mapping[str, Any]) -> CueSource:
    return CueSource(
        title=row["title"], url=row["url"], year=row.get("year"), accessed=row.get("accessed"), licence=row["licence"]
    )
