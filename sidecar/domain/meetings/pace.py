"""How fast we may speak, and give the app to people: the limits of Teams, and our own for what one person can bear.

A pace lets `burst` through at once and then one `every` so often, so that no window ever holds more than the burst and
what the window's length allows. Teams' limits, all kept: 7 in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour for a bot in
one conversation; 30 in 1 s for a bot in one tenant.
https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sidecar.domain.meetings.wake import spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """A limit under a name; the name is what the database keeps a row for."""

    name: str
    every: timedelta
    burst: int

    @property
    def tolerance(self) -> timedelta:
        """How far ahead of its even rhythm the speaker may be."""
        return self.every * (self.burst - 1)

    def most_in(self, window: timedelta) -> int:
        """The most that any window of this length can hold."""
        return self.burst + window // self.every


IN_A_CONVERSATION: Final = Pace(name="conversation", every=timedelta(seconds=2.02), burst=5)
NOTICES: Final = Pace(name="notices", every=timedelta(seconds=12), burst=5)
"""Messages that make a sound: at most ten a minute for one person."""
IN_A_TENANT: Final = Pace(name="tenant", every=timedelta(seconds=1 / 27), burst=3)
IN_THE_FEED: Final = Pace(name="feed", every=timedelta(seconds=0.25), burst=1)
"""Entries in activity feeds: at most five a second in one tenant. https://learn.microsoft.com/graph/throttling-limits"""
INSTALLS: Final = Pace(name="installs", every=timedelta(seconds=1 / 25), burst=5)
"""The app given to somebody: at most thirty a second in one tenant. https://learn.microsoft.com/graph/throttling-limits"""
ROLL_OUT: Final = Pace(name="roll_out", every=timedelta(hours=23), burst=1)
"""How often a group is looked through for people who do not have the app: once a day, whatever hour it was yesterday."""

SPREAD: Final[Mapping[str, timedelta]] = {
    "tend": timedelta(minutes=10), "nudge": timedelta(minutes=2), "research": timedelta(minutes=1), "watch": timedelta(minutes=5),
}  # fmt: skip
"""Over how long each kind of wake is spread that nobody waits for to the minute; a card is never among them."""
EARLY: Final[Mapping[str, timedelta]] = {"moment": timedelta(seconds=30)}
"""Over how long before their instant wakes are spread that thousands share, for meetings begin on the hour. Teams takes thirty
messages a second from a bot in one tenant: what is begun at the instant itself comes late to most of a large one."""


def later_by(kind: str, who: str) -> timedelta:
    """How much later than planned a wake is looked at, so that those of many people do not fall into one second: the same for
    the same person (or organisation) each time, and nothing for a kind that somebody waits for."""
    return spread(f"{kind} {who}", SPREAD.get(kind, timedelta()))


def earlier_by(kind: str, who: str) -> timedelta:
    """How much before its instant a wake is looked at: less than half a minute for a card, nothing for the rest. What
    must not come before its instant, at the end of quiet hours or of an absence, waits for it by itself."""
    return spread(f"{kind} {who}", EARLY.get(kind, timedelta()))
