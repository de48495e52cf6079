"""When something said in a call is due: the words that say so, and the local date they mean.

The product's own grammar goes first; what it cannot read, and what looks like a date, is asked of dateparser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final

from sidecar.domain.times.due_days import Named, days_named

LATEST_YEAR: Final = 9000
LONGEST_SENTENCE: Final = 1000
"""Letters; what is longer is no sentence, and not searched for what looks like a date."""
_LEAD: Final = re.compile(
    r"(?:^|(?<=[\s,;(–-]))(?P<lead>by the latest on|by|before|no later than|not later than|at the latest by|until|till|"
    r"on|for|spätestens bis|bis spätestens|spätestens am|spätestens|bis zum|bis zur|bis|noch vor|vor|noch|am|zum|im|in)"
    r"(?P<rest>\s+(?:the|end of(?: the)?|eod|cob|zum|zur|dem|den|der|ende|end of (?:business|day)(?: on)?))*\s+$",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(r"before|noch vor|vor", re.IGNORECASE)
_STRONG: Final = re.compile(r"by|before|until|till|later|latest|bis|vor|spätestens|eod|cob|end of", re.IGNORECASE)
_PAST: Final = re.compile(
    r"(?:\b(?:last|since|from|every|each|yesterday|seit|letzten|letzte|letzter|vom|von|jeden|ago|of)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
_GONE: Final = re.compile(r"^(?:s\b|\s+(?:ago|last|every))", re.IGNORECASE)
_MENDED: Final = re.compile(
    r"(?:\bno\b|\bnein\b|sorry|actually|i mean|rather|besser gesagt|ich meine|quatsch)\W+(?:\w+\W+){0,3}$", re.IGNORECASE
)
_OR: Final = re.compile(r"^\W*(?:or|oder|at the latest|spätestens)\W+(?:by |on |am |bis )?$", re.IGNORECASE)
_AFTER_IT: Final = re.compile(r"(?:\bafter|\bnach)\s+(?:the\s+)?$", re.IGNORECASE)
_EITHER_WAY: Final = re.compile(r"\b(?:0?\d|1[0-2])[/-](?:0?\d|1[0-2])\b")
_LOOKS_LIKE_DATE: Final = re.compile(
    r"\b(?:by|before|until|till|on|no later than|bis|vor|am)\s+(?P<day>[^,.;?!]*\d[^,;?!]{0,24})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """`words` as they were said; `day` the local date, or None where they name none ("the next call", "soon")."""

    words: str
    day: date | None
    start: int
    end: int


@lru_cache(maxsize=4096)
def due_in(text: str, said_on: date | None, language: str = "en") -> Due | None:
    """The due words of one sentence, or None. `said_on`: the local date; without it the words stay, without a date."""
    reference = said_on or date(2026, 1, 1)
    if not 1900 < reference.year < LATEST_YEAR:
        return None
    found = [one for one in days_named(text, reference) if not _is_past(text, one)]
    due = _chosen(text, found) if found else _asked_of_dateparser(text, reference, language)
    if due is None or said_on is not None:
        return due
    return Due(words=due.words, day=None, start=due.start, end=due.end)


def _is_past(text: str, one: Named) -> bool:
    return bool(_PAST.search(text[: one.start]) or _GONE.match(text[one.end :]) or _AFTER_IT.search(text[: one.start]))


def _chosen(text: str, found: list[Named]) -> Due:
    """A correction beats what it corrects, the later of two alternatives the sooner, "by" a day that stands alone."""
    last = found[-1]
    if len(found) > 1 and _MENDED.search(text[: last.start]):
        return _with_lead(text, last)
    for first, second in pairwise(found):
        if _OR.match(text[first.end : second.start]):
            return _with_lead(text, max(first, second, key=lambda one: one.day or date.min))
    strong = [one for one in found if _is_strong(text, one)]
    dated = [one for one in strong or found if one.day] or strong or found
    return _with_lead(text, dated[-1] if strong else dated[0])


def _is_strong(text: str, one: Named) -> bool:
    lead = _LEAD.search(text[: one.start])
    return bool((lead and _STRONG.search(lead[0])) or _STRONG.match(text[one.start : one.end]))


def _with_lead(text: str, one: Named) -> Due:
    lead = _LEAD.search(text[: one.start])
    start = lead.start("lead") if lead else one.start
    day = one.day
    if day and lead and _BEFORE.fullmatch(lead["lead"]) and "week" not in text[one.start : one.end].lower():
        day -= timedelta(days=1)
    return Due(words=text[start : one.end].strip(), day=day, start=start, end=one.end)


def _asked_of_dateparser(text: str, said_on: date, language: str) -> Due | None:
    match = _LOOKS_LIKE_DATE.search(text) if len(text) <= LONGEST_SENTENCE else None
    if match is None:
        return None
    import dateparser

    settings = {
        "RELATIVE_BASE": datetime.combine(said_on, time(9)),
        "PREFER_DATES_FROM": "future",
        "REQUIRE_PARTS": ["day", "month"],
        "RETURN_AS_TIMEZONE_AWARE": False,
        "DATE_ORDER": "DMY",
    }
    words = match["day"].split()[:5]
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        if _EITHER_WAY.search(phrase):
            continue
        found = dateparser.parse(phrase, languages=[language], settings=settings) if re.search(r"\d", phrase) else None
        if found is not None and 0 <= (found.date() - said_on).days <= 730:
            end = match.start("day") + len(phrase)
            day = found.date() - timedelta(days=1) if _BEFORE.match(match[0]) else found.date()
            return Due(words=text[match.start() : end].strip(), day=day, start=match.start(), end=end)
    return None
