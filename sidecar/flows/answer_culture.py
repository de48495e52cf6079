"""`explain culture`: every cue of a country with its sources, as a document."""

from __future__ import annotations

from datetime import date
from typing import Any

from sidecar.domain.culture import Cue, CueSource, cues_of
from sidecar.words import best_language


def answer_culture(country: str, today: date, language: str = "en") -> dict[str, Any]:
    """The document of `explain culture`. Raises Refused for a code that no country has."""
    found = cues_of(country, best_language(language), today)
    return {"country": found[0].country, "cues": [cue_document(one) for one in found]}


def cue_document(cue: Cue) -> dict[str, Any]:
    """One cue as documents show it, in `explain culture` and in `brief`; it fits the schema of cues."""
    return {
        "id": cue.id,
        "country": cue.country,
        "subdivision": cue.subdivision,
        "field": cue.field,
        "value": cue.value,
        "text": cue.text,
        "advice": cue.advice,
        "confidence": cue.confidence,
        "basis": cue.basis,
        "sources": [_source(one) for one in cue.sources],
        "disagreement": cue.disagreement,
        "review_by": cue.review_by.isoformat() if cue.review_by else None,
    }


def _source(source: CueSource) -> dict[str, Any]:
    return {
        "title": source.title,
        "url": source.url,
        "year": source.year,
        "accessed": source.accessed.isoformat() if source.accessed else None,
        "licence": source.licence,
    }
