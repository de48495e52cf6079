"""What a proofreader found in a text, and which of it stands: a name is no mistake, a name misspelt is one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

Kind = Literal["spelling", "name", "grammar"]
UNDETERMINED: Final = "und"
"""The tag of a text whose language nobody could tell."""
_POSSESSIVE: Final = r"(?:['’]s|(?<=s)['’])?"
_UNTOUCHED: Final = re.compile(
    r"https?://\S+|www\.\S+|\b[\w.+-]{1,64}+@[\w-]{1,63}+(?:\.[\w-]{1,63}+)+|\b[\w-]{1,63}+(?:\.[\w-]{1,63}+){1,6}+/\S*|"
    r"\b[\w-]{1,63}+(?:\.[a-z]{2,20}+){1,3}\b|\b\w*\d\w*\b|"
    r"(?<!\w)(?:[^\W\d_]{1,3}\.){2,}",
    re.IGNORECASE,
)
"""What nobody spells: addresses of the web and of mail, whatever holds a digit, and abbreviations such as “s.r.o.”."""
_DAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LOOKED_BACK: Final = 20
_INITIALS: Final = 5
"""Capitals up to so many letters are an abbreviation."""
_SHORT: Final = 7
_SHORTENED: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Ltd|Inc|Co|Corp|No|Nos|Fig|vs|approx|ca|incl|excl|tel|ext|ref|min|max|dept|est|resp|bzw)\.|"
    r"(?<!\w)[^\W\d_]\.|\.[^\W\d_]\.)\s*$",
    re.IGNORECASE,
)
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:;…]|\n\s*(?:[-–•*]|\d+[.)])|\n\s*\n)\W*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A mistake: where it stands (in code points), what stands there, what to say about it and what could stand instead."""

    kind: Kind
    offset: int
    length: int
    text: str
    message: str = ""
    suggestions: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """Where it ends, in code points."""
        return self.offset + self.length


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The mistakes of a text in their order. `is_checked` is False where nothing here can check `language`, a BCP 47 tag."""

    language: str
    is_checked: bool
    issues: tuple[Issue, ...] = ()


def name_words(names: Iterable[str]) -> frozenset[str]:
    """The words of some names, each also in the parts that hyphens and apostrophes join."""
    found: set[str] = set()
    for name in names:
        for word in composed(name).split():
            bare = word.strip(".,;:()\"“”„'’&")
            found.update({word, bare, *re.split(r"[-‐–'’.]", bare)})
    return frozenset(word for word in found if any(letter.isalpha() for letter in word))


def composed(text: str) -> str:
    """The text in composed letters (NFC), as dictionaries hold them."""
    return unicodedata.normalize("NFC", text)


def composed_with_places(text: str) -> tuple[str, list[int]]:
    """The composed text, and for each of its letters and its end where that stands in `text`."""
    if unicodedata.is_normalized("NFC", text):
        return text, list(range(len(text) + 1))
    starts = [at for at, letter in enumerate(text) if not unicodedata.combining(letter)]
    if not starts or starts[0]:
        starts.insert(0, 0)
    pieces: list[str] = []
    places: list[int] = []
    for start, end in pairwise([*starts, len(text)]):
        piece = composed(text[start:end])
        pieces.append(piece)
        places.extend([start] * len(piece))
    return "".join(pieces), [*places, len(text)]


def untouched(text: str, names: Sequence[str]) -> list[tuple[int, int]]:
    """Where a text holds what no proofreader may touch: addresses, numbers, and these names with their possessive."""
    spans = [found.span() for found in _UNTOUCHED.finditer(text)]
    spellings = sorted({composed(name) for name in names if name.strip()} | name_words(names), key=len, reverse=True)
    for at in range(0, len(spellings), 500):
        either = "|".join(re.escape(one) for one in spellings[at : at + 500])
        spans += [found.span() for found in re.finditer(rf"(?<!\w)(?:{either}){_POSSESSIVE}(?!\w)", text)]
    return spans


def standing(text: str, issues: Iterable[Issue], names: Sequence[str], language: str) -> tuple[Issue, ...]:
    """The issues that stand, in their order and none inside another: not what is a name; a name misspelt says which was meant.

    `language`: the first part of a tag.
    """
    kept: list[Issue] = []
    spared = untouched(text, names)
    known = sorted(word for word in name_words(names) if len(word) > 2)
    for issue in sorted((_whole(text, one) for one in issues), key=lambda one: (one.offset, -one.length)):
        if any(start <= issue.offset and issue.end <= end for start, end in spared):
            continue
        if kept and issue.offset < kept[-1].end:
            continue
        if (judged := _judged(text, issue, known, language)) is not None:
            kept.append(judged)
    return tuple(kept)


def _whole(text: str, issue: Issue) -> Issue:
    """A word that was cut apart (“Zs|ófia”) as it stands."""
    if issue.kind != "spelling":
        return issue
    start, end = issue.offset, issue.end
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return replace(issue, offset=start, length=end - start, text=text[start:end])


def _judged(text: str, issue: Issue, known: Sequence[str], language: str) -> Issue | None:
    if issue.kind != "spelling":
        return issue
    meant = meant_name(issue.text, known)
    if meant is not None:
        return _renamed(issue, meant)
    return None if is_like_a_name(text, issue, language) else issue


def meant_name(word: str, names: Sequence[str]) -> str | None:
    """The name that a word spells wrongly: one letter off, two in a long name, or without its marks; None for any other."""
    if not word[:1].isupper():
        return None
    bare = re.sub(r"['’]s?$", "", composed(word))
    near = [(distance(bare, name), name) for name in names if abs(len(bare) - len(name)) <= 2 and name[:1].isupper()]
    return next(
        (name for apart, name in sorted(near) if 0 < apart <= _tolerated(name) or without_marks(bare) == without_marks(name)),
        None,
    )


def is_like_a_name(text: str, issue: Issue, language: str) -> bool:
    """Whether an unknown word is written as a name and is not close to any word: “Kowalczyk”, not “Wendesday”.

    German writes every noun large: there only a word that is close to none passes.
    """
    word = issue.text
    if not word[:1].isupper() or (language == "en" and any(distance(word, day) <= len(day) // 3 for day in _DAYS)):
        return False
    if not (word.istitle() or (word.isupper() and len(word) > _INITIALS)) or (language == "en" and not word.isascii()):
        return True
    near = [one for one in issue.suggestions if re.sub(r"[\s-]", "", one) != word]
    nearest = min((distance(word.casefold(), one.casefold()) for one in near), default=9)
    if language == "de":
        return nearest > (2 if len(word) > _SHORT else 1)
    if begins_sentence(text, issue.offset) and not _stands_inside(word, text):
        return nearest > 2
    return nearest > 1 or len(word) < 5


def distance(one: str, other: str) -> int:
    """How many letters must be put in, left out, changed or swapped with their neighbour to make one word the other."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def _tolerated(name: str) -> int:
    return 0 if len(name) < 4 else 1 if len(name) < 8 else 2


def without_marks(word: str) -> str:
    """A word in small letters without accents, to find those who leave them out."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter)).casefold()


def _stands_inside(word: str, text: str) -> bool:
    """Whether a word also stands inside of a sentence, where only names are written large."""
    spelt = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    return any(not begins_sentence(text, found.start()) for found in spelt.finditer(text))


def begins_sentence(text: str, at: int) -> bool:
    """Whether what stands at a place is a sentence's first word, or a paragraph's; an abbreviation's dot ends none."""
    before = text[max(0, at - _LOOKED_BACK) : at]
    return (
        _SHORTENED.search(before) is None and _SENTENCE_START.search(before if at <= _LOOKED_BACK else f"x{before}") is not None
    )


def _renamed(issue: Issue, meant: str) -> Issue:
    others = tuple(one for one in issue.suggestions if one != meant)
    return replace(issue, kind="name", suggestions=(meant, *others)[:3])
