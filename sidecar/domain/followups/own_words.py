"""A promise as whoever gave it reads it: “send them the price list”, where they said to the client “I will send you …”.

Only the words that mean whom one speaks to are turned, and only where no grammar is needed for it. Drafts keep what was said:
there the client reads it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from sidecar.domain.followups.ledger import Owed

_TURNED: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = (
    (re.compile(r"^(\w{2,20}) you\b(?! (?:and|all|both|or)\b)"), r"\1 them"),
    (re.compile(r"\byour\b"), "their"),
    (re.compile(r"\b(?:Ihnen|Ihr(?:e[mnrs]?)?)\b"), lambda found: found[0].lower()),
    (re.compile(r"\b(?:dir|euch)\b"), "ihnen"),
)
"""English, where “you” follows the verb; German, where the polite word is the one for “them” but for its capital."""

SPOKEN_TO_CLIENT: Final = frozenset({"transcript", "mail"})


def as_its_owner_reads(one: Owed) -> str:
    """What is promised. What somebody wrote down themself stays as it is, and what others promised: there “you” is the reader."""
    if one.side == "theirs" or one.origin not in SPOKEN_TO_CLIENT:
        return one.what
    what = one.what
    for pattern, instead in _TURNED:
        what = pattern.sub(instead, what)
    return what
