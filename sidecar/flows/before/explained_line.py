"""A line of a card with its reasons and sources, as the preview page reads it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

from sidecar.domain.customs.cue import CueSource
from sidecar.domain.times.instant import written
from sidecar.domain.wording.card_parts import literal
from sidecar.domain.wording.finding import Source
from sidecar.domain.wording.links import openable

Document = dict[str, Any]

MOST_OF_A_QUOTE: Final = 600


def explained(text: str, because: Iterable[str] = (), sources: Iterable[Source | CueSource] = ()) -> Document:
    """One line. `because`: reasons as sentences; the same reason or source stands there once."""
    shown = {(one.url, _quote(one)): one for one in sources}
    return {"text": text, "because": list(dict.fromkeys(because)), "sources": [_source(one) for one in shown.values()]}


def _source(one: Source | CueSource) -> Document:
    title = f"{one.title} ({one.year})" if isinstance(one, CueSource) and one.year else one.title
    told = {"title": literal(title, 160, 30), "url": openable(one.url), "quote": _quote(one), "seen_at": _seen(one)}
    return {**told, "kind": "mail"} if isinstance(one, Source) and one.is_mail else told


def _quote(one: Source | CueSource) -> str:
    return literal(one.quote.replace("\n", " · "), MOST_OF_A_QUOTE, 120) if isinstance(one, Source) else ""


def _seen(one: Source | CueSource) -> str | None:
    """An instant, or only a date where no more is known."""
    at: datetime | date | None = one.seen_at if isinstance(one, Source) else one.accessed
    if isinstance(at, datetime):
        return written(at)
    return at.isoformat() if at else None
