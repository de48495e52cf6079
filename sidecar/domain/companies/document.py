"""What a deck, a document or an agenda says, part by part, so that a remark can name the place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

PartKind = Literal["slide", "page", "paragraph", "header", "comment", "agenda", "subject", "master", "properties", "file_name"]

LONGEST_AGENDA: Final = 20_000
"""Characters of an invitation that are read."""

_JOINING: Final = re.compile(
    r"_{8,}|-{12,}|\b(?:microsoft teams|join (?:the|on|zoom|teams)|teilnehmen|meeting[- ]id|passcode|kenncode|dial[- ]in)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One slide, page or paragraph. `number` counts from 1 as a reader counts; `text` has a line for each paragraph, pictures'
    descriptions at the end; `notes` are a speaker's."""

    kind: PartKind
    number: int
    text: str
    notes: str = ""

    @property
    def label(self) -> str:
        """The place for a log: “slide 12”. What a person reads comes from the words."""
        return f"{self.kind} {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """`title` as its properties or its first slide state it, else its file's name. `is_cut`: there was more than was read."""

    title: str
    parts: tuple[Part, ...]
    is_cut: bool = False


def agenda_parts(subject: str, body: str) -> tuple[Part, ...]:
    """The subject and the paragraphs of an invitation's plain text, up to where its joining block begins."""
    lines = _until_joining(body[:LONGEST_AGENDA].splitlines())
    told = [line.strip() for line in lines if line.strip()]
    agenda = tuple(Part(kind="agenda", number=at, text=line) for at, line in enumerate(told, start=1))
    first = (Part(kind="subject", number=1, text=subject.strip()),) if subject.strip() else ()
    return (*first, *agenda)


def _until_joining(lines: Sequence[str]) -> Sequence[str]:
    end = next((at for at, line in enumerate(lines) if _JOINING.search(line)), len(lines))
    return lines[:end]
