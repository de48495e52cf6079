"""The small grammar of the words that tell bad news, and how a headline is made ready for it.

A rule is a sequence of words; the notation stands at the head of `knowledge/sensitive.toml`. Pure and synchronous.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

SURE: Final = 0.9
HINT: Final = 0.3

_LONGEST: Final = 400
"""Letters of a headline that are read; what stands further on is an article, not a headline."""
_GAP: Final = 5
_HARMLESS_GAP: Final = 2
_NUMBERS: Final = (
    r"(?:\d\S*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds|thousands|several|zwei"
    r"|drei|vier|funf|sechs|sieben|acht|neun|zehn|deux|trois|quatre|cinq|dos|tres|cuatro|due|tre|quattro|dois|twee|drie)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What the words of one headline say. `scores`: 0 to 1 for each category that has anything; `rest`: what was read.

    `is_framed`: it is a line of a kind that borrows grave words (a thriller, a match, an insurer), and nothing in it says
    that something happened. `is_proven`: something in it does say so.
    """

    scores: Mapping[str, float]
    rest: str
    is_framed: bool = False
    is_proven: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    harmless: re.Pattern[str]
    frame: re.Pattern[str]
    proof: re.Pattern[str]
    other: Mapping[str, re.Pattern[str]]
    sure: Mapping[str, re.Pattern[str]]
    hint: Mapping[str, re.Pattern[str]]


def plain(text: str) -> str:
    """The words of a text in lower case, without accents and punctuation, with one space around each."""
    folded = unicodedata.normalize("NFKD", text[:_LONGEST].casefold())
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    joined = re.sub(r"(?<=\d)[.,](?=\d)|['’`´]s\b", "", bare)
    words = re.findall(r"[^\W_]+", joined)
    return f" {' '.join(words)} "


def hear(headline: str) -> Heard:
    """Which categories the words of a headline speak of. Phrases that only sound alarming are left out first."""
    rules = _rules()
    text = plain(headline)
    rest = rules.harmless.sub("", text)
    is_proven = bool(rules.proof.search(rest))
    is_framed = not is_proven and bool(rules.frame.search(text))
    scores: dict[str, float] = {}
    for category, pattern in rules.sure.items():
        left = rules.other[category].sub("", rest) if category in rules.other else rest
        count = len(pattern.findall(left))
        hints = len(rules.hint[category].findall(left)) if category in rules.hint else 0
        silence: float = (1 - SURE) ** count * (1 - HINT) ** hints
        if silence < 1:
            scores[category] = 1 - silence
    return Heard(scores=scores, rest=rest if rest != text else headline, is_framed=is_framed, is_proven=is_proven)


def categories() -> tuple[str, ...]:
    """Every category that the rules know, in the order of the file."""
    return tuple(_rules().sure)


@cache
def _rules() -> _Rules:
    source = resources.files("sidecar.knowledge").joinpath("sensitive.toml").read_text(encoding="utf-8")
    told = tomllib.loads(source)
    classes = {name: _word(words, {}) for name, words in told["classes"].items()}
    return _Rules(
        harmless=_either(told["harmless"]["phrases"], classes, _HARMLESS_GAP),
        frame=_either(told["frames"]["phrases"], classes, _HARMLESS_GAP),
        proof=_either(told["proof"]["phrases"], classes, _HARMLESS_GAP),
        other={category: _either(rules, classes, _HARMLESS_GAP) for category, rules in told["except"].items()},
        sure={category: _either(rules, classes, _GAP) for category, rules in told["sure"].items()},
        hint={category: _either(rules, classes, _GAP) for category, rules in told["hint"].items()},
    )


def _either(rules: Sequence[str], classes: Mapping[str, str], gap: int) -> re.Pattern[str]:
    return re.compile("(?<= )(?:" + "|".join(_sequence(rule, classes, gap) for rule in rules) + ")")


def _sequence(rule: str, classes: Mapping[str, str], gap: int) -> str:
    return "".join(_step(word, classes, gap) for word in rule.split())


def _step(word: str, classes: Mapping[str, str], gap: int) -> str:
    if word == "..":
        return rf"(?:\S+ ){{0,{gap}}}?"
    bare = word.removesuffix("?")
    step = f"{_word(bare, classes)} "
    return f"(?:{step})?" if bare != word else step


def _word(choices: str, classes: Mapping[str, str]) -> str:
    return "(?:" + "|".join(_choice(one, classes) for one in choices.split("/")) + ")"


def _choice(word: str, classes: Mapping[str, str]) -> str:
    if word == "#":
        return _NUMBERS
    if word.startswith("<"):
        return classes[word.strip("<>")]
    return re.escape(word.replace("_", " ")).replace(r"\*", r"\S*")
