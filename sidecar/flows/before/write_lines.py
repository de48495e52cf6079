"""A question to ask and something to say about a client's business, written from what was found and proven by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import structlog

from sidecar.domain.companies.claims import Claim, SourceText
from sidecar.domain.companies.dossier import Dossier, material_of
from sidecar.domain.wording.finding import Finding, Source

if TYPE_CHECKING:
    from sidecar.writer import Task, Writer

log = structlog.get_logger()
WANTED: Final[Sequence[tuple[Task, str, int]]] = (("question", "question", 1), ("two_sentences", "opener", 2))
"""The task, the kind of the finding it becomes, and how many at most."""


async def with_lines(dossier: Dossier, writer: Writer, languages: Sequence[str]) -> Dossier:
    """The dossier with its suggestions, in each language. What the writer cannot prove is not there."""
    material = material_of(dossier)
    if not material:
        return dossier
    written = {language: await _lines(dossier, writer, material, language) for language in languages}
    return replace(dossier, suggestions=written)


async def _lines(dossier: Dossier, writer: Writer, material: Sequence[SourceText], language: str) -> tuple[Finding, ...]:
    texts = {one.id: one for one in material}
    found: list[Finding] = []
    for task, kind, most in WANTED:
        used = {finding.sources[0].quote for finding in found}
        answer = await writer.write(task, [one for one in material if one.text not in used], language)
        for note in answer.notes:
            log.info("writer_note", note=note.key)
        found += [_finding(kind, claim, texts[claim.source_id], dossier) for claim in answer.claims[:most]]
    return tuple(found)


def _finding(kind: str, claim: Claim, text: SourceText, dossier: Dossier) -> Finding:
    source = Source(title=text.title, url=text.url, seen_at=dossier.read_at, quote=claim.quote)
    return Finding(kind=kind, text=claim.text, certainty="stated", sources=(source,))
