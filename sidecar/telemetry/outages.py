"""The other sides of our wires, and whether they are there: one warning when a side goes away, one when it is back.

A side is *away* once so many asks in a row found nobody, with no answer between: one lost call is weather, several in a row are
an outage. Whatever the side answers, a refusal or a throttle too, shows that it is there. The log names the side and the kind of
the error, never whom or what was asked.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Final, Literal

import structlog
from prometheus_client import Gauge

log = structlog.get_logger()

Name = Literal["graph", "teams", "web", "model", "database"]
MISSES: Final = 3
"""So many asks in a row without an answer make an outage."""
AWAY: Final = Gauge("companion_side_away", "1 while the other side of a wire does not answer, 0 while it does", ["side"])


class Side:
    """One other side, as this process sees it. `after`: misses in a row that make it away. Not for threads."""

    def __init__(self, name: Name, *, after: int = MISSES, clock: Callable[[], float] = monotonic) -> None:
        self.name = name
        self._after = after
        self._clock = clock
        self._missed: list[str] = []
        self._away_since: float | None = None
        AWAY.labels(name).set(0)

    @property
    def is_away(self) -> bool:
        """Whether it is taken to be away."""
        return self._away_since is not None

    def missed(self, error: str, place: str = "") -> None:
        """Nobody was found. `error`: a static word or a class's name. `place`: where a side stands in many places, such as
        the web, the one that was asked: one place that is silent counts once, however often it is asked."""
        if self.is_away or (place and place in self._missed):
            return
        self._missed.append(place)
        if len(self._missed) >= self._after:
            self._away_since = self._clock()
            AWAY.labels(self.name).set(1)
            log.warning("side_away", side=self.name, error=error)

    def answered(self) -> None:
        """Somebody answered, whatever it was."""
        self._missed.clear()
        if self._away_since is not None:
            seconds = round(self._clock() - self._away_since, 1)
            self._away_since = None
            AWAY.labels(self.name).set(0)
            log.warning("side_back", side=self.name, seconds=seconds)
