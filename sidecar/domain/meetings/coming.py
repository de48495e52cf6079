"""The client meetings that lie ahead, and which of them somebody means who types a name."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from sidecar.domain.meetings.client import Corrections, OurSide, everybody, side_of
from sidecar.domain.meetings.meeting import Meeting

CLOSE: Final = 0.8
SHORTEST_SLIP: Final = 4
LONGEST_NAME: Final = 80
_DROPPED: Final = frozenset(
    ("inc", "ltd", "gmbh", "ag", "co", "com", "www", "the", "and", "und", "mr", "mrs", "ms", "herr", "frau")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """One meeting ahead. `organisation` is the client's domain or address; `name` what the company is called, else empty;
    `people` are the clients in it, as addresses and names."""

    meeting: Meeting
    organisation: str
    name: str
    people: tuple[tuple[str, str], ...]

    @property
    def title(self) -> str:
        """The client in a word: the company, or the person at a free-mail provider."""
        return self.name or next(
            (name for address, name in self.people if address == self.organisation and name), self.organisation
        )


def coming_of(meeting: Meeting, organisation: str, name: str, ours: OurSide, said: Corrections) -> Coming:
    """A meeting with whoever of it is a client."""
    people = [one for one in everybody(meeting) if side_of(one, ours, said) == "client"]
    return Coming(meeting=meeting, organisation=organisation, name=name, people=tuple((one.address, one.name) for one in people))


def meant(argument: str, coming: Sequence[Coming]) -> list[Coming]:
    """The meetings with whom or what was named, soonest first: as it is written, else as it begins, else with a slip."""
    if not _words(argument):
        return []
    scored = [(_score(argument, one), one) for one in coming]
    best = max((score for score, _ in scored), default=0)
    found = [one for score, one in scored if score == best and score]
    return sorted(found, key=lambda one: one.meeting.start_at)


def choices_among(found: Sequence[Coming]) -> list[Coming]:
    """The next meeting of each series and with each circle of people: where there is more than one, somebody has to choose."""
    kept: dict[object, Coming] = {}
    for one in found:
        circle = frozenset(address for address, _ in one.people)
        kept.setdefault(one.meeting.series_id or (one.organisation, circle), one)
    return sorted(kept.values(), key=lambda one: one.meeting.start_at)


def _score(argument: str, one: Coming) -> int:
    """4: an address or domain as it is; 3: whole words; 2: beginnings; 1: with a slip; 0: not at all."""
    addresses = {address for address, _ in one.people}
    domains = {one.organisation, *(address.rpartition("@")[2] for address in addresses)}
    texts = [*(name for _, name in one.people), *(address.partition("@")[0] for address in addresses), one.name, one.organisation]
    return likeness(argument, addresses | domains, texts)


NAMED_IN_FULL: Final = 3
"""From so much on every word typed is a whole one of the name or the address: “Ben” names Ben Carter, and not Bennett."""


def likeness(argument: str, exact: Collection[str], texts: Iterable[str]) -> int:
    """How well what was typed names somebody, as `_score` counts."""
    asked = _words(argument)
    if argument.strip().casefold().removeprefix("@") in exact:
        return 4
    return max((_likeness(asked, _words(text)) for text in texts), default=0) if asked else 0


def _likeness(asked: list[str], held: list[str]) -> int:
    if not held:
        return 0
    if all(word in held for word in asked):
        return 3
    if all(any(other.startswith(word) for other in held) for word in asked):
        return 2
    is_close = all(len(word) >= SHORTEST_SLIP and any(_is_slip(word, other) for other in held) for word in asked)
    return 1 if is_close else 0


def _is_slip(word: str, other: str) -> bool:
    return abs(len(word) - len(other)) <= 2 and SequenceMatcher(None, word, other, autojunk=False).ratio() >= CLOSE


def _words(text: str) -> list[str]:
    """Words without accents, case and what many names share."""
    plain = unicodedata.normalize("NFKD", text[:LONGEST_NAME]).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    found = "".join(letter if letter.isalnum() else " " for letter in letters).split()
    return [word for word in found if word not in _DROPPED] or found
