"""The sentences of a mail's own words: no greeting, no signature, and no end where a number, a short word or a date goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sidecar.domain.mails.mail import Mail
from sidecar.domain.mails.signature_block import block_of

_READ: Final = 20_000
_END: Final = re.compile(r"(?<=[.!?…。！？؟])[\"'”’»)\]]*(?=\s|$)|(?<=[。！？])")
_GREETING: Final = re.compile(r"^[^.?!。？！]{1,60}[,!，！:：]$")
_GOES_ON: Final = re.compile(
    r"(?=(?s:.){2,12}+\Z)(?<![^\s(])(?:[^\W\d_]|\d{1,2}(?:\.\d{1,2})?|z\.\s?b|d\.\s?h|u\.\s?a|e\.g|i\.e|p\.\s?ex|ca|bzw|inkl|evtl|ggf|vgl|dr|prof|mr|mrs|ms|st|hr|fr|"
    r"mme|mlle|sr|sra|srta|dott|dra|ing|no|nr|núm|num|art|ej|approx|incl|vs|jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez)\.$",
    re.IGNORECASE,
)
_STARTS_ANEW: Final = re.compile(
    r"\s*[^\W\d_a-zß-ÿ](?!anuar|ebruar|ärz|arch|pril|a[iy]\b|un[ie]\b|ul[iy]\b|ugust|eptember|[ok]tober|ovember|e[zc]ember)"
)
_NUMBER_BEFORE: Final = re.compile(r"\d\.$")


def sentences_of(mail: Mail) -> Iterator[str]:
    """Every sentence, on one line each, as written."""
    signature = {line for line in block_of(mail) if line}
    paragraph: list[str] = []
    for raw in [*mail.text[:_READ].split("\n"), ""]:
        line = " ".join(raw.split())
        if not line or line in signature:
            yield from _split(paragraph)
            paragraph = []
        else:
            paragraph.append(line)


def _split(lines: Sequence[str]) -> Iterator[str]:
    """The sentences of a paragraph whose lines a mail program may have broken anywhere."""
    own = lines[1:] if lines and _GREETING.match(lines[0]) else lines
    text, begin = " ".join(own), 0
    ends = [found.end() for found in _END.finditer(text) if not _is_within(text[: found.end()], text[found.end() :])]
    for end in [*ends, len(text)]:
        if plain := text[begin:end].strip(" -–—*•·>"):
            yield plain
        begin = end


def _is_within(before: str, after: str) -> bool:
    """Whether a full stop belongs to a short word or a date: “bis zum 13. November”, “z. B. morgen”."""
    if not after.strip() or not _GOES_ON.search(before[-12:]):
        return False
    return not (_NUMBER_BEFORE.search(before) and _STARTS_ANEW.match(after))
