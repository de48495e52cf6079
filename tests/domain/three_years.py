"""A person with their clients over years, day by day: contacts come as they do in life, and what is suggested is counted."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from sidecar.domain.relationships.contact import REAL, VOICE, Contact, ContactKind
from sidecar.domain.relationships.relationship import (
    AFTER_CONTACT,
    DAYS_WITHOUT_VOICE,
    Hint,
    Relation,
    chosen,
    due_for,
    limits_of,
    tally_of,
)

NOISE: tuple[ContactKind, ...] = ("mail_bulk", "mail_commercial", "mail_automatic", "mail_unsure")
KEPT = 30
"""Contacts of a client that are looked at: more than any rhythm reads."""


@dataclass(frozen=True, slots=True)
class Client:
    """`every`: the days between two contacts, about; `answers`: how often a nudge is followed by a call; `voice`: the share of
    calls; `noise`: bulk mails a day."""

    name: str
    seed: int
    every: int
    answers: float
    voice: float
    noise: float


@dataclass(frozen=True, slots=True)
class Person:
    clients: tuple[Client, ...]

    @classmethod
    def made(cls, chance: random.Random, clients: int, noise: float = 0.2) -> Person:
        """Somebody with so many clients, from those met weekly to those nearly forgotten."""
        return cls(
            tuple(
                Client(
                    f"c{number}", chance.randrange(10**9), chance.choice((5, 10, 20, 40, 90, 200)), chance.random(),
                    chance.random(), noise,
                )
                for number in range(clients)
            )
        )  # fmt: skip

    def without_noise(self) -> Person:
        return Person(tuple(replace(one, noise=0.0) for one in self.clients))


@dataclass(slots=True)
class Lived:
    """What came of it. `inside`: suggestions inside the window after a real contact."""

    said: list[tuple[date, str, str]]
    inside: int = 0
    most_in_a_day: int = 0
    looks: int = 0


@dataclass(slots=True)
class _Kept:
    client: Client
    chance: random.Random
    noise: random.Random
    relation: Relation
    contacts: list[Contact]
    is_changed: bool = False


def simulate(person: Person, first: date, days: int) -> Lived:
    """Every working day from `first` on: what happened since, and what is suggested in the morning."""
    lived = Lived([])
    kept = [_kept(one) for one in person.clients]
    for number in range(days):
        today = first + timedelta(days=number)
        if today.weekday() < 5:
            _morning(kept, today, lived)
        for one in kept:
            _live(one, today)
    return lived


def _kept(one: Client) -> _Kept:
    chance, noise = random.Random(one.seed), random.Random(one.seed + 1)  # noqa: S311  lives to try, no secrets
    return _Kept(one, chance, noise, Relation(client=one.name), [])


def _live(one: _Kept, today: date) -> None:
    at = datetime.combine(today, time(15), UTC)
    if one.chance.random() < 1 / one.client.every:
        kind: ContactKind = "call" if one.chance.random() < one.client.voice else "mail_personal_in"
        _keep(one, kind, at)
    if one.noise.random() < one.client.noise:
        kind = NOISE[one.noise.randrange(len(NOISE))]
        doubt = "odd_date" if kind == "mail_unsure" else ""
        one.contacts.append(Contact(id=f"n{at}", client=one.client.name, kind=kind, at=at, doubt=doubt))  # type: ignore[arg-type]
        one.is_changed = True


def _keep(one: _Kept, kind: ContactKind, at: datetime) -> None:
    one.contacts.append(Contact(id=f"{kind}{at}", client=one.client.name, kind=kind, at=at))
    one.is_changed = True


def _morning(kept: Sequence[_Kept], today: date, lived: Lived) -> None:
    now = datetime.combine(today, time(7), UTC)
    lived.looks += len(kept)
    hints = chosen(_due(kept, today, now))
    lived.most_in_a_day = max(lived.most_in_a_day, len(hints))
    by_name = {one.client.name: one for one in kept} if hints else {}
    for hint in hints:
        one = by_name[hint.client]
        lived.said.append((today, hint.client, hint.kind))
        lived.inside += _is_inside(hint, one, today)
        one.relation = replace(one.relation, named=((hint.kind, today), *one.relation.named)[:20])
        if one.chance.random() < one.client.answers:
            _keep(one, "call", now + timedelta(hours=2))


def _due(kept: Sequence[_Kept], today: date, now: datetime) -> Iterator[Hint]:
    for one in kept:
        if one.is_changed:
            one.contacts = _short(one.contacts)
            one.relation = replace(one.relation, tally=tally_of(one.contacts, now))
            one.is_changed = False
        if (hint := due_for(one.relation, today)) is not None:
            yield hint


def _short(contacts: list[Contact]) -> list[Contact]:
    """As the store reads them: the newest real and doubted ones, and the newest spoken one."""
    real = [one for one in contacts if one.kind in REAL]
    doubted = [one for one in contacts if one.doubt][-20:]
    newest = real[-KEPT:]
    voice = next((one for one in reversed(real) if one.kind in VOICE), None)
    kept = [*newest, *doubted, *([voice] if voice is not None and voice not in newest else [])]
    return sorted(kept, key=lambda one: one.at)


def _is_inside(hint: Hint, one: _Kept, today: date) -> bool:
    """Whether somebody was named whom one reached within the limit that holds for them; counted from the contacts themselves."""
    real = max((contact.at.date() for contact in one.contacts if contact.kind in REAL), default=date.min)
    if hint.kind == "check_in":
        return (today - real).days < limits_of(one.relation).soft
    voice = max((contact.at.date() for contact in one.contacts if contact.kind in VOICE), default=date.min)
    return (today - voice).days < (DAYS_WITHOUT_VOICE if hint.kind == "call_instead" else AFTER_CONTACT)
