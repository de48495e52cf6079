"""Who of ours knows them: how many colleagues met this organisation, and never which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sidecar.domain.wording.finding import Finding, Source
from sidecar.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleagues:
    """Counts over the colleagues who share them. `met_these`: of those who `met` the organisation, how many met somebody who
    comes now. `latest`: the first day of the month in which one of them last did. `counted_at`: when this was counted.
    """

    sharing: int
    met: int
    met_these: int
    latest: date
    counted_at: datetime


def colleague_findings(found: Colleagues | None, client_name: str, words: Words) -> tuple[Finding, ...]:
    """One line with its source; none where nobody shares, or nobody who does has met them."""
    if found is None or found.met == 0:
        return ()
    these = str(found.met_these) if found.met_these else "none"
    month = words.month(found.latest)
    text = words.say("finding-colleagues", count=found.met, name=client_name, these=these, month=month)
    title = words.say("finding-colleagues-source", count=found.sharing)
    source = Source(title=title, url=None, seen_at=found.counted_at, quote=text)
    return (Finding(kind="person", text=text, certainty="stated", sources=(source,), lines=(title,)),)
