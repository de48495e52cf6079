"""Names in a deck: another client's that was left over, the client's own misspelt, one that it gave up.

Precision goes first: a name that is also a word counts only with its legal form, and in a short name only letters that were
swapped or doubled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sidecar.domain.companies.examples import folded, sentences
from sidecar.knowledge.example_words import example_words

SHORTEST_NAME: Final = 3
SHORTEST_TO_MISSPELL: Final = 5
MANY_NAMES: Final = 3
"""So many other clients in one place are a list of references, and meant to be there."""
LOOSE_FROM: Final = 7
TWO_EDITS_FROM: Final = 10

_FORM: Final = (
    r"gmbh|ag|se|kg|kgaa|ohg|e\.?k\.?|inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|company|co|s\.?a\.?s?|sarl|s\.?p\.?a\.?|"
    r"s\.?r\.?l\.?|s\.?l\.?|b\.?v\.?|n\.?v\.?|oy|oyj|ab|asa?|aps|a/s|pty|pte|kk|ltda|zrt|kft|sp\. z o\.o\.|d\.o\.o\."
)
_TAIL: Final = re.compile(rf"(?=(?s:.){{2,120}}+\Z)(?<![\s,])(?:[\s,]+(?:&\s*co\.?|{_FORM})\.?)+$", re.IGNORECASE)
_FORM_NEXT: Final = re.compile(rf"(?<![\s,])[\s,]+(?:{_FORM})\b", re.IGNORECASE)
_WEB: Final = re.compile(r"(?<!\S)\S+@\S+|(?:https?://|www\.)\S+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b(?!\()")
_WORD: Final = re.compile(r"[^\W\d_]+")
_REFERENCES: Final = re.compile(
    r"\b(?:references|customers|clients|case stud(?:y|ies)|success stor(?:y|ies)|trusted by|competit\w*|benchmarks?|acquired|"
    r"referenz\w*|(?:unsere|zufriedene|weitere) kunden|fallstudien?|erfolgsgeschichten?|wettbewerb\w*|r[eé]f[eé]rences|"
    r"concurr\w*|referenci\w*|clientes|clienti|concorren\w*|klanten|referenties)\b",
    re.IGNORECASE,
)
_FORMERLY: Final = re.compile(
    r"\b(?:formerly|former|previously|ex|was called|renamed from|ehemals|ehemalige\w*|früher\w*|vormals|anciennement|antes|"
    r"anteriormente|già|precedentemente|antiga|voorheen)\b[^.!?\n]{0,20}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spotted:
    """A name in a text: `word` as it stands there, `name` whose it is or was meant, offsets into the text."""

    word: str
    name: str
    start: int
    end: int


def core(name: str) -> str:
    """A company's name without its legal form: “Fabrikam” of “Fabrikam GmbH & Co. KG”."""
    return _TAIL.sub("", name.strip()).strip(" ,") or name.strip()


def named(text: str, names: Sequence[str], but_not: Sequence[str], *, is_any_case: bool = False) -> tuple[Spotted, ...]:
    """Where one of some names (or domains) stands in a text, and is no part of one of the others."""
    found = [
        Spotted(word=mark[0], name=name, start=mark.start(), end=mark.end())
        for name in names
        if name not in but_not
        for mark in _mentions(text, name, is_any_case=is_any_case)
        if _is_surely(name, mark)
    ]
    kept = [mark.span() for name in but_not for mark in _mentions(text, name, is_any_case=is_any_case)] if found else []
    free = [one for one in found if not any(start <= one.start and one.end <= end for start, end in kept)]
    return tuple(sorted(free, key=lambda one: one.start))


def left_over(text: str, names: Sequence[str], but_not: Sequence[str], *, is_any_case: bool = False) -> tuple[Spotted, ...]:
    """Other clients' names that nobody seems to have put there: none on a page of references, none where many are listed."""
    found = named(text, names, but_not, is_any_case=is_any_case)
    heading = text.strip().partition("\n")[0]
    if _REFERENCES.search(heading) or len({one.name for one in found}) >= MANY_NAMES:
        return ()
    told = {(start, end): text[start:end] for start, end in sentences(text)}
    return tuple(
        one
        for one in found
        if not any(start <= one.start < end and _REFERENCES.search(line) for (start, end), line in told.items())
    )


def given_up(text: str, former: Sequence[str], own: Sequence[str]) -> tuple[Spotted, ...]:
    """Names that the client bore before, save where the text itself says so (“formerly Fabrikam”)."""
    return tuple(one for one in named(text, former, own) if not _FORMERLY.search(text[: one.start].rpartition("\n")[2]))


def misspelt(text: str, own: Sequence[str], allowed: frozenset[str]) -> tuple[Spotted, ...]:
    """Words that were meant to be the client's name. `allowed`: words that may stand there, folded: those of all names that are
    known, and those that the deck also writes in lower case."""
    masked = _WEB.sub(lambda mark: " " * len(mark[0]), text)
    right = [(folded(word), word) for name in own for word in _distinctive(name)]
    found = []
    for mark in _WORD.finditer(masked):
        word = folded(mark[0])
        if not mark[0][0].isupper() or word in allowed or word in example_words().ordinary:
            continue
        meant = next((name for name_folded, name in right if _is_slip(word, name_folded)), None)
        if meant is not None:
            found.append(Spotted(word=mark[0], name=meant, start=mark.start(), end=mark.end()))
    return tuple(found)


def words_of(names: Sequence[str]) -> frozenset[str]:
    """Every word of some names, folded."""
    return frozenset(folded(word) for name in names for word in _WORD.findall(name))


def lower_case_words(text: str) -> frozenset[str]:
    """The words that a text writes in lower case, folded: they are words, whatever names are like them."""
    return frozenset(folded(mark[0]) for mark in _WORD.finditer(_WEB.sub(" ", text)) if mark[0].islower())


def _distinctive(name: str) -> Iterator[str]:
    ordinary = example_words().ordinary
    for mark in _WORD.finditer(core(name)):
        if len(mark[0]) >= SHORTEST_TO_MISSPELL and folded(mark[0]) not in ordinary and mark[0][0].isupper():
            yield mark[0]


def _mentions(text: str, name: str, *, is_any_case: bool = False) -> Iterator[re.Match[str]]:
    pattern = _pattern(name, is_any_case)
    if pattern is None or _first_word(name) not in text.casefold():
        return iter(())
    return pattern.finditer(text)


@lru_cache(maxsize=5_000)
def _pattern(name: str, is_any_case: bool) -> re.Pattern[str] | None:
    """As it is written or in capitals; a domain in any case, also behind an @."""
    bare = core(name)
    if len(bare) < SHORTEST_NAME:
        return None
    if "." in bare and " " not in bare:
        return re.compile(rf"(?<![\w-])(?:[\w-]{{1,63}}+\.){{0,5}}{re.escape(bare)}(?![\w-])(?!\.\w)", re.IGNORECASE)
    words = r"[\s\-_]+".join(map(re.escape, bare.split()))
    capitals = r"[\s\-_]+".join(map(re.escape, bare.upper().split()))
    if is_any_case:
        return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
    return re.compile(rf"(?<![\w@./-])(?:{words}|{capitals})(?![\w@]|\.\w)")


@lru_cache(maxsize=5_000)
def _first_word(name: str) -> str:
    return core(name).split()[0].casefold()


def _is_surely(name: str, mark: re.Match[str]) -> bool:
    bare = core(name)
    if " " in bare or "." in bare or folded(bare) not in example_words().ordinary:
        return True
    return _FORM_NEXT.match(mark.string, mark.end()) is not None


def _is_slip(word: str, name: str) -> bool:
    """Whether a word is a name with a slip of the hand in it; no other form of the name, no compound with it."""
    if word == name or word.startswith(name) or name.startswith(word) or abs(len(word) - len(name)) > 2:
        return False
    if _is_swapped_or_doubled(word, name):
        return True
    if len(name) < LOOSE_FROM or word[0] != name[0] or len(word) < LOOSE_FROM - 1:
        return False
    return _edits(word, name) <= (2 if len(name) >= TWO_EDITS_FROM else 1)


def _is_swapped_or_doubled(word: str, name: str) -> bool:
    swapped = (name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1))
    return word in swapped or (word != name and _undoubled(word) == _undoubled(name))


def _undoubled(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


def _edits(one: str, other: str) -> int:
    """Letters put in, left out, exchanged or swapped with their neighbour."""
    rows = [list(range(len(other) + 1))]
    for at, left in enumerate(one, start=1):
        row = [at]
        for to, right in enumerate(other, start=1):
            cost = min(rows[-1][to] + 1, row[-1] + 1, rows[-1][to - 1] + (left != right))
            if at > 1 and to > 1 and left == other[to - 2] and one[at - 2] == right:
                cost = min(cost, rows[-2][to - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
