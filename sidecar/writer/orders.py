"""Sentences that tell somebody what to do. In a stranger's text they are not for us: nothing is quoted or learned from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

GAP: Final = " […] "
"""Stands where a sentence was taken out, so that nothing reads on across it."""

_ORDERS = re.compile(
    r"\b(?:click|tap here|press here|download|log ?in|sign ?in|log ?on|passwor[dt]\w*|credentials?|please|bitte|instructions?"
    r"|(?:verify|confirm|enter) your|scan (?:the|this)|install the|open the (?:link|attach\w*|file)|(?:this|the) link"
    r"|(?:wire|transfer) the|pay (?:the|this|now)|bank ?(?:details|verbindung)\w*|zugangsdaten|überweis\w*|anmelden unter"
    r"|(?:ignore|disregard|forget) (?:all|any|the|your|previous|every\w*)|ignorier\w*|klick\w*|herunterlad\w*|anweisung\w*"
    r"|you (?:must|should|need to|have to|are now|will now)|sie (?:müssen|sollten|sollen)|du (?:musst|bist|sollst)"
    r"|tell (?:the|them|him|her|your|everybody|everyone)|the (?:reader|user|assistant)|as an ai|language model|sprachmodell"
    r"|system prompt)\b",
    re.IGNORECASE,
)
_BEGINS = r"[.!?:;…]\s*+|(?<![.!?:;…\s])[^\S\n]*+\n\s*+"
"""A sentence ends before, or a line: the blanks between are gone through once."""
_STARTS_AS_ORDER = re.compile(
    rf"(?:^|(?:{_BEGINS})[“„\"«(]*)(?:call|visit|reply|forward|send|go to|contact|write to|e-?mail|text|open|read|see|check|use"
    r"|tell|ask|buy|order|register|join|subscribe|act|hurry|remember|never|do not|don['’]t|say|repeat|print|output"
    r"|system|assistant)\b",
    re.IGNORECASE,
)
_GERMAN_ORDER = re.compile(rf"(?:^|{_BEGINS})[^\W\d_]+n Sie\b[^.!?…]*(?:[.!…]|$)")
_TO_MACHINES = re.compile(
    r"\b(?:ignore|disregard|forget|override|ignorier\w*|vergiss|vergessen sie)\b.{0,40}"
    r"\b(?:instructions?|prompts?|rules|anweisung\w*|vorgaben)\b"
    r"|<\|\w+\|>|\[/?INST\]|<<SYS>>",
    re.IGNORECASE,
)
_LINK = re.compile(r"@|\w://|\bwww\.", re.IGNORECASE)
_ENDS = re.compile(r"(?<=[.!?…])[”“\"»)]*\s+|(?<=[。！？])|\n")
_NO_END = re.compile(
    r"\b(?:[^\W\d_]|\d{1,2}|dr|mr|mrs|ms|st|inc|ltd|co|corp|no|nr|prof|bzw|ca|vs|approx|dept|est|str|tel|etc)\.$", re.IGNORECASE
)


def order_in(text: str) -> str | None:
    """The words of a text that tell a reader, or a machine, what to do; or None."""
    found = _ORDERS.search(text) or _STARTS_AS_ORDER.search(text) or _GERMAN_ORDER.search(text)
    return found[0] if found else None


def is_for_machines(text: str) -> bool:
    """Whether a text plainly tries to take command of whatever reads it."""
    return _TO_MACHINES.search(text) is not None


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, each as it stands there. A line ends one; an abbreviation or ordinal (“Dr.”, “3.”) does not."""
    begin = 0
    for end in _ENDS.finditer(text):
        if "\n" in end[0] or not _NO_END.search(text[max(begin, end.start() - 12) : end.start()]):
            yield text[begin : end.end()].strip()
            begin = end.end()
    if last := text[begin:].strip():
        yield last


@lru_cache(maxsize=64)
def without_orders(text: str) -> str:
    """The text without the sentences that give an order or an address: what only stands there is known to nobody."""
    told = [None if order_in(one) or _LINK.search(one) else one for one in sentences(text)]
    parts = [one if one is not None else GAP for one in told]
    return re.sub(rf"(?:(?<!\s)\s+)?(?:{re.escape(GAP.strip())}\s*)+", GAP, " ".join(parts)).strip()
