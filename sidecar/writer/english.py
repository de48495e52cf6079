"""English read by Harper: spelling and grammar, without a network. https://docs.rs/harper-core"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from harper import Dialect, Lint, Linter, SuggestionKind

from sidecar.domain.followups.proof import Issue, begins_sentence, name_words
from sidecar.domain.followups.slips import slips_in

_DIALECTS: Final = {
    "US": Dialect.AMERICAN, "CA": Dialect.CANADIAN, "AU": Dialect.AUSTRALIAN, "IN": Dialect.INDIAN,
    "GB": Dialect.BRITISH, "IE": Dialect.BRITISH, "NZ": Dialect.BRITISH, "ZA": Dialect.BRITISH,
}  # fmt: skip
_MATTERS_OF_TASTE: Final = frozenset({"Style", "Readability", "Formatting", "Enhancement", "Redundancy", "Regionalism"})
_WRONG_TOO_OFTEN: Final = frozenset({
    "AWhile", "CompoundNouns", "DiscourseMarkers", "DisjointPrefixes", "Everybody", "ExpandMemoryShorthands",
    "ExpandTimeShorthands", "FillerWords", "FindOut", "MassNouns", "MissingDeterminer", "MissingPreposition", "MissingTo",
    "QuantifierNumeralConflict", "RoadMap", "UpdatePlaceNames", "WrongNegative",
})  # fmt: skip
"""Rules of Harper that flagged good business English: “key point”, “Turkey”, “Find out early”."""
_PARTICLES: Final = frozenset(
    {"da", "de", "del", "della", "der", "di", "do", "dos", "du", "el", "la", "le", "van", "von", "bin", "al"}
)
_LISTED: Final = re.compile(r"(?:^|\n)[ \t]*(?:[-–•*]|\d+[.)])[ \t]*$")
"""A line of a list, which may begin small."""
_ENDLESS: Final = re.compile(r"[^\W_]{50,}|\S{200,}")
"""No word of anybody's; Harper takes memory with the square of a word's length."""
_EMPTY_LINES: Final = re.compile(r"^(?:[^\w\n]*\n){6,}", re.MULTILINE)
"""Lines without a letter, for whose number's square Harper takes time."""
_WORDS_OF_BUSINESS: Final = (
    "datalogger", "dataloggers", "deburring", "flowmeter", "flowmeters", "helpdesk", "incoterms", "palletiser", "palletizer",
    "screenshare", "shopfloor", "thermocouple", "thermocouples", "timeslot", "timeslots", "touchpoint", "touchpoints",
    "videocall", "videocalls", "webshop", "webshops", "whitepaper", "whitepapers",
)  # fmt: skip
_SPELLING: Final = "SpellCheck"
_QUOTED: Final = re.compile(r"`([^`]*)`")
_ONE_AT_A_TIME: Final = threading.Lock()


def english_issues(text: str, names: Sequence[str], region: str | None) -> list[Issue]:
    """What is wrong in an English text. `region` (`GB`): whose spelling; without it American and British are both right.

    Takes a second and 160 MB the first time, then 20 ms a letter: not on the event loop.
    """
    words = sorted({word for word in name_words(names) if len(word) > 1} | set(_WORDS_OF_BUSINESS))
    text = _EMPTY_LINES.sub(lambda found: "\n\n".ljust(len(found[0])), text)
    text = _ENDLESS.sub(lambda found: " " * len(found[0]), text)
    with _ONE_AT_A_TIME:
        found = list(_lints(text, words, _DIALECTS.get(region or "", Dialect.AMERICAN)))
        if region not in _DIALECTS and any(rule == _SPELLING for rule, _ in found):
            abroad = {(lint.span.start, lint.span.end) for _, lint in _lints(text, words, Dialect.BRITISH)}
            found = [one for one in found if one[0] != _SPELLING or (one[1].span.start, one[1].span.end) in abroad]
    return [*slips_in(text), *(_issue(rule, lint) for rule, lint in found)]


def _lints(text: str, words: Sequence[str], dialect: Dialect) -> Iterator[tuple[str, Lint]]:
    linter = _linter(dialect)
    if set(linter.export_words()) != set(words):
        linter.clear_words()
        linter.import_words(list(words))
    for rule, lints in linter.organized_lints(text, language="plaintext", dedup=False).items():
        yield from ((rule, lint) for lint in lints if _is_meant(rule, lint, text))


@cache
def _linter(dialect: Dialect) -> Linter:
    return Linter(dialect)


def _is_meant(rule: str, lint: Lint, text: str) -> bool:
    if lint.lint_kind in _MATTERS_OF_TASTE or rule in _WRONG_TOO_OFTEN:
        return False
    if lint.problem_text in _PARTICLES:
        return False
    if rule == "SentenceCapitalization":
        return (
            begins_sentence(text, lint.span.start)
            and _LISTED.search(text[max(0, lint.span.start - 20) : lint.span.start]) is None
        )
    if rule == "OrthographicConsistency":
        return lint.problem_text.islower() and all(one.replacement_text.istitle() for one in lint.suggestions)
    return rule != "SplitWords" or lint.problem_text.islower()


def _issue(rule: str, lint: Lint) -> Issue:
    return Issue(
        kind="spelling" if rule == _SPELLING else "grammar",
        offset=lint.span.start,
        length=lint.span.end - lint.span.start,
        text=lint.problem_text,
        message="" if rule == _SPELLING else _QUOTED.sub(r"“\1”", lint.message),
        suggestions=tuple(dict.fromkeys(_instead(lint)))[:3],
    )


def _instead(lint: Lint) -> Iterator[str]:
    for one in lint.suggestions:
        after = lint.problem_text if one.kind == SuggestionKind.INSERT_AFTER else ""
        yield after + one.replacement_text
