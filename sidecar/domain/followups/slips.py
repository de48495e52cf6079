"""Mistakes of English that are words by themselves: “your going to”, “each of them have”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sidecar.domain.followups.proof import Issue
from sidecar.knowledge.slips import Slip, english_slips


def slips_in(text: str) -> Iterator[Issue]:
    """The mistakes of an English text that its single words do not show."""
    for slip in english_slips():
        for found in slip.find.finditer(text):
            wrong = found["wrong"]
            if wrong is not None and found.groupdict().get("word") not in slip.not_in:
                right = _like(wrong, _right(slip, found))
                yield Issue(
                    kind="grammar",
                    offset=found.start("wrong"),
                    length=len(wrong),
                    text=wrong,
                    suggestions=(right,) if right else (),
                )


def _right(slip: Slip, found: re.Match[str]) -> str:
    if isinstance(slip.right, str):
        return found.expand(slip.right)
    return slip.right.get(found["wrong"].replace("’", "'").lower(), "")


def _like(wrong: str, right: str) -> str:
    """Written large where the wrong word is, and with its kind of apostrophe."""
    large = right[:1].upper() + right[1:] if wrong[:1].isupper() and right else right
    return large.replace("'", "’") if "’" in wrong else large
