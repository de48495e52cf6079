"""The paste guard: how much of a check-in already stood in one that was sent before."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sidecar.domain.wording.reason import Reason

WORDS_ALIKE: Final = 8
"""So many words in a row are no accident."""
READS_PASTED_FROM: Final = 0.20
"""The share of a draft's eight-word sequences that must not stand in an earlier check-in."""
LAST_SENT: Final = 50
_SHOWN: Final = 120
_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+(?:['’][^\W_]+)*")
"""A word; in Chinese, Japanese and Korean a sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How much of a draft stood in one earlier text: a share of 0 to 1, which text, and the longest run as the draft has it."""

    share: float
    of: int | None = None
    quote: str = ""

    @property
    def reads_pasted(self) -> bool:
        """Whether a reader would notice."""
        return self.share >= READS_PASTED_FROM

    @property
    def reason(self) -> Reason | None:
        """What to say about it; None where it does not read pasted."""
        if not self.reads_pasted:
            return None
        quote = f"{self.quote[:_SHOWN].rstrip()}…" if len(self.quote) > _SHOWN else self.quote
        return Reason(key="gate-reads-pasted", args={"percent": str(round(self.share * 100)), "quote": quote})


def likeness(draft: str, sent: Sequence[str], *, alike_for_a_reason: Iterable[str] = ()) -> Likeness:
    """The earlier text of which most stands in the draft. `sent`: newest first; only the last 50 are looked at.

    `alike_for_a_reason`: a signature, required instructions, names: their words count neither here nor there. A text of fewer
    than eight words is alike only as a whole.
    """
    same = tuple(alike_for_a_reason)
    words = _words(_without(draft, same))
    ours = _runs([word for word, _, _ in words])
    found = Likeness(share=0.0)
    for index, earlier in enumerate(sent[:LAST_SENT]):
        theirs = frozenset(_runs([word for word, _, _ in _words(_without(earlier, same))]))
        share = sum(run in theirs for run in ours) / len(ours) if ours else 0.0
        if share > found.share:
            found = Likeness(share=share, of=index, quote=_longest(_without(draft, same), words, ours, theirs))
    return found


def _without(text: str, parts: Iterable[str]) -> str:
    """The text with its invisible letters and these parts taken out, so that neither hides a copy."""
    plain = "".join(one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one) != "Cf")
    for part in sorted(parts, key=len, reverse=True):
        if wanted := unicodedata.normalize("NFKC", part).split():
            shape = r"\s+".join(re.escape(word) for word in wanted)
            plain = re.sub(rf"(?<!\w){shape}(?!\w)", " ", plain, flags=re.IGNORECASE)
    return plain


def _words(text: str) -> list[tuple[str, int, int]]:
    return [(found[0].casefold().replace("’", "'"), *found.span()) for found in _WORD.finditer(text)]


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    if not words:
        return []
    last = max(1, len(words) - WORDS_ALIKE + 1)
    return [tuple(words[at : at + WORDS_ALIKE]) for at in range(last)]


def _longest(
    text: str, words: Sequence[tuple[str, int, int]], ours: Sequence[tuple[str, ...]], theirs: frozenset[tuple[str, ...]]
) -> str:
    """The longest stretch of the draft of which every eight words stood in the other text."""
    best, start = (0, 0), 0
    for at in range(len(ours) + 1):
        if at == len(ours) or ours[at] not in theirs:
            best, start = max(best, (at - start, -start)), at + 1
    length, first = best[0], -best[1]
    last = min(len(words), first + length + WORDS_ALIKE - 1) - 1
    return " ".join(text[words[first][1] : words[last][2]].split())
