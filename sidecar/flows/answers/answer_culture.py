"""`explain culture`: every cue of a country with its sources, as a document."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from sidecar.domain.customs.culture import Cue, CueSource, cues_of
from sidecar.errors import Refused
from sidecar.words import LANGUAGES, Words


def answer_culture(country: str, today: date, language: str = "en") -> dict[str, Any]:
    """The document of `explain culture`. Raises Refused for a code that no country has, or a language we do not speak."""
    spoken = re.split("[-_]", language.strip().lower())[0]
    if spoken not in LANGUAGES:
        raise Refused(f"--language {language}: the product does not speak it; give one of {', '.join(LANGUAGES)}.")
    found = cues_of(country, spoken, today)
    return {"country": found[0].country, "cues": [cue_document(one, spoken) for one in found]}


def cue_document(cue: Cue, language: str = "en") -> dict[str, Any]:
    """One cue as documents show it, in `explain culture` and in `brief`; it fits the schema of cues.

    Where its sources are too weak to tell anybody, `text` is the question. `language`: the one the cue is in.
    """
    asked = cue.question if cue.is_asked else None
    return {
        "id": cue.id,
        "country": cue.country,
        "subdivision": cue.subdivision,
        "field": cue.field,
        "value": cue.value,
        "text": Words(language).say(asked.key, **asked.args) if asked else cue.text,
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
