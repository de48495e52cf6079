"""One line of ideas, once a month, in turn: a habit one never used, what colleagues do, a tour of one's surroundings.

Of colleagues only numbers are told, only of those who share counts, and only where they are enough that no number is a person.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from sidecar.domain.relationships.relationship import WEIGHTS, Hint

HabitId = Literal["parked", "promise", "must", "role", "call", "asked", "visit", "check"]
HABITS: Final[tuple[HabitId, ...]] = ("call", "promise", "parked", "role", "must", "asked", "check", "visit")
"""In the order in which they are offered: what helps most often comes first."""
EXPERIENCES: Final = ("tour", "window", "table", "guest", "sketch", "walk")
"""Things to show or do together; each client gets another one next time."""
IDEA_EVERY: Final = 28
"""Days: one habit to try a month."""
EXPERIENCE_EVERY: Final = 90
"""Days: once a quarter for a key client."""
FEWEST_SHARING: Final = 3
"""Below so many colleagues who share, a number would be about somebody."""
SHOWN_AGAIN: Final = 365
"""Days until a habit that was not tried is offered again."""
_TURN: Final = ("habit", "colleagues", "experience")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An idea that was told: its kind, which one, for whom and when."""

    kind: str
    idea: str
    client: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleagues:
    """How many colleagues share counts, and how many of them use each habit; nothing else of them is known."""

    sharing: int = 0
    using: Mapping[str, int] | None = None


def idea_for(
    used: Collection[str], told: Sequence[Told], keys: Sequence[str], colleagues: Colleagues, today: date
) -> Hint | None:
    """The idea that is due, or None within four weeks of the last one. `used`: habits they have; `keys`: key clients."""
    ideas = [one for one in told if one.kind in _TURN]
    if any((today - one.day).days < IDEA_EVERY for one in ideas):
        return None
    newest = max(ideas, key=lambda one: one.day, default=None)
    begin = _TURN.index(newest.kind) + 1 if newest else 0
    for kind in (*_TURN[begin:], *_TURN[:begin]):
        hint = {"habit": lambda: _habit(used, ideas, today), "colleagues": lambda: _colleagues(used, ideas, colleagues, today),
                "experience": lambda: _experience(ideas, keys, today)}[kind]()  # fmt: skip
        if hint is not None:
            return hint
    return None


def _is_fresh(ideas: Sequence[Told], idea: str, today: date) -> bool:
    return all(one.idea != idea or (today - one.day).days >= SHOWN_AGAIN for one in ideas)


def _habit(used: Collection[str], ideas: Sequence[Told], today: date) -> Hint | None:
    for habit in HABITS:
        if habit not in used and _is_fresh(ideas, habit, today):
            return Hint(kind="habit", client="", weight=WEIGHTS["habit"], about={"idea": habit})
    return None


def _colleagues(used: Collection[str], ideas: Sequence[Told], colleagues: Colleagues, today: date) -> Hint | None:
    if colleagues.sharing < FEWEST_SHARING:
        return None
    using = colleagues.using or {}
    best = sorted((one for one in HABITS if one not in used), key=lambda one: (-using.get(one, 0), HABITS.index(one)))
    for habit in best:
        if using.get(habit, 0) >= FEWEST_SHARING - 1 and _is_fresh(ideas, habit, today):
            about = {"idea": habit, "count": str(using[habit]), "sharing": str(colleagues.sharing)}
            return Hint(kind="colleagues", client="", weight=WEIGHTS["colleagues"], about=about)
    return None


def _experience(ideas: Sequence[Told], keys: Sequence[str], today: date) -> Hint | None:
    """For the key client who had one longest ago, one that this client has not seen."""
    last = {
        key: max((one.day for one in ideas if one.kind == "experience" and one.client == key), default=date.min) for key in keys
    }
    for key in sorted(keys, key=lambda one: (last[one], one)):
        if last[key] != date.min and (today - last[key]).days < EXPERIENCE_EVERY:
            continue
        seen = [one.idea for one in ideas if one.kind == "experience" and one.client == key]
        idea = min(EXPERIENCES, key=lambda one: (seen.count(one), EXPERIENCES.index(one)))
        return Hint(kind="experience", client=key, weight=WEIGHTS["experience"], about={"idea": idea})
    return None
