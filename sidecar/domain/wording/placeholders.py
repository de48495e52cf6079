"""What somebody meant to fill in and forgot: “[CLIENT]”, “Lorem ipsum”, “TODO”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_FILL_IN: Final = (
    r"clients?|customers?|compan(?:y|ies)|prospect|account|name|first ?name|last ?name|date|insert|your|placeholder|amount|price|"
    r"logo|title|recipient|tbd|tba|xx+|kunden?|kundenname|firma|firmenname|unternehmen|datum|vorname|nachname|betrag|einf[uü]gen|"
    r"platzhalter|soci[eé]t[eé]|entreprise|nom|cliente|empresa|nombre|fecha|azienda|nome|klant|bedrijf|naam"
)
_WORDS: Final = rf"(?:\w++[ -]){{0,2}}(?:\w+[ _-])?(?:{_FILL_IN})(?:[ _-]\w++(?:[ -]\w++){{0,2}})?"
"""One of them, with up to three words before and behind it."""
_PATTERNS: Final = (
    re.compile(rf"\[(?=[\w\s-]++\])\s*+{_WORDS}\s*\](?!\()", re.IGNORECASE),
    re.compile(rf"<<?(?=[\w\s-]++>)\s{{0,9}}+{_WORDS}\s*>>?", re.IGNORECASE),
    re.compile(r"\{\{(?=[\w.\s]++\}\})\s*[\w. ]{2,40}\s*\}\}|\$\{\w{2,40}\}"),
    re.compile(
        rf"\{{(?=[\w\s]++\}})\s*(?:\w+_)?(?:{_FILL_IN})(?:_\w+)?\s*\}}|%(?:CLIENT|CUSTOMER|COMPANY|KUNDE|FIRMA)(?:_?NAME)?%",
        re.IGNORECASE,
    ),
    re.compile(r"\blorem ipsum\b|\bdolor sit amet\b", re.IGNORECASE),
    re.compile(r"\b(?:FIXME|TODO)\b(?=\s*[:(\-–—]|\s*$|\s+[a-zäöü]|\s+[A-Z][a-z])", re.MULTILINE),
    re.compile(r"(?<![\w.])X{3,}(?![\w.-])"),
    re.compile(
        r"\bclick to (?:add|edit)\b|\bklicken Sie, um\b.{0,20}\bhinzuzufügen\b|\bcliquez pour (?:ajouter|modifier)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\binsert (?:\w+ ){0,3}here\b|\byour (?:logo|company name|text|title) here\b|\bhier (?:\w+ )?einfügen\b", re.IGNORECASE
    ),
)
_SIZES: Final = re.compile(r"\bsizes?|größen?\b", re.IGNORECASE)
"""“XXX” and longer are sizes of shirts in a line about sizes."""


def placeholders(text: str) -> Iterator[tuple[int, int]]:
    """Where something stands that was to be filled in, in the order of the text; overlapping ones once."""
    spans = sorted({mark.span() for pattern in _PATTERNS for mark in pattern.finditer(text) if not _is_size(mark)})
    end = 0
    for start, stop in spans:
        if start >= end:
            yield start, stop
            end = stop


def _is_size(mark: re.Match[str]) -> bool:
    return set(mark[0]) == {"X"} and _SIZES.search(mark.string) is not None
