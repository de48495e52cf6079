"""Names in a draft: spelt as their owners spell them, and nobody greeted who is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sidecar.domain.followups.objection import Objection
from sidecar.domain.followups.proof import begins_sentence, composed, meant_name, name_words, without_marks
from sidecar.domain.wording.reason import Reason

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GREETING: Final = re.compile(
    r"^[ \t]*(?:Dear|Hello|Hi|Hey|Good (?:morning|afternoon|evening)|Sehr geehrte[rs]?|Liebe[rs]?"
    r"|Guten (?:Morgen|Tag|Abend)|Hallo|Servus|Grüß Gott|Moin)\b(?![ \t,]*(?:from|to|aus)\b)[ \t,]*"
    r"(?P<whom>(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Mag|Ing|Dipl|[A-Z])\.|[^\n.!:;?—–])*)",
    re.MULTILINE,
)
_NO_NAMES: Final = frozenset({
    "mr", "mrs", "ms", "mx", "miss", "dr", "prof", "professor", "doctor", "sir", "madam", "all", "everyone", "everybody", "team",
    "both", "colleagues", "friends", "ladies", "gentlemen", "herr", "herrn", "frau", "damen", "herren", "alle", "zusammen",
    "kollegen", "kolleginnen", "liebe", "lieber", "geehrte", "geehrter", "sehr", "dear", "and", "und", "san", "sensei", "there",
    "again", "welcome", "willkommen", "ing", "mag", "dipl", "med", "phil",
})  # fmt: skip
_TITLES: Final = frozenset({"Mr", "Mrs", "Ms", "Mx", "Miss", "Dr", "Prof", "Professor", "Herr", "Herrn", "Frau"})
_FIRST_LINES: Final = 3


def name_objections(
    text: str, language: str, people: Sequence[str], ours: Sequence[str], brands: Sequence[str]
) -> Iterator[Objection]:
    """Names that are nearly right, and greetings of somebody who is nobody's name here.

    `people`: whom the draft may greet; `ours`: ourselves; `brands`: companies and products. A word passes as a misspelt name
    only where a name may stand: in a greeting, after a title, beside another word of the same name, or inside of a sentence in a
    language that writes only names large.
    """
    names = _Names((*people, *ours, *brands))
    greeted = list(_greetings(text))
    yield from _strangers(text, greeted, sorted(name_words(people)), names.known)
    for found in _WORD.finditer(text):
        word = re.sub(r"['’]s?$", "", composed(found[0]))
        if word in names.known or names.is_in_capitals(word) or any(start <= found.start() < end for start, end in greeted):
            continue
        if (meant := _meant(text, found.start(), word, names, language)) is not None:
            yield _near(found.start(), found[0], meant, is_stopping=False)


class _Names:
    """Some names by their words."""

    def __init__(self, names: Sequence[str]) -> None:
        self.known = name_words(names)
        self.words = sorted(one for one in self.known if len(one) > 2)
        self._phrases = [frozenset(composed(one).split()) for one in names]
        self._plain: dict[str, list[str]] = {}
        for one in self.words:
            self._plain.setdefault(without_marks(one), []).append(one)
        self._near: dict[str, str | None] = {}

    def beside(self, word: str) -> list[str]:
        """The other words of the names that this word belongs to."""
        if word not in self.known:
            return []
        return sorted({one for phrase in self._phrases if word in phrase for one in phrase} - {word})

    def spelt_otherwise(self, word: str) -> str | None:
        """The name in other capitals or with other accents: “Fleetsight”, “Ibanez”. An ordinary word is never taken for one."""
        for name in self._plain.get(without_marks(word), ()):
            if word[:1].isupper() or (any(one.isupper() for one in name[1:]) and not name.isupper()):
                return name
        return None

    def is_in_capitals(self, word: str) -> bool:
        """Whether a word is a name in nothing but capitals, as on a label."""
        return word.isupper() and any(name.upper() == word for name in self._plain.get(without_marks(word), ()))

    def near(self, word: str) -> str | None:
        """The name of four letters or more that a word was meant to be."""
        if word not in self._near:
            self._near[word] = meant_name(word, [one for one in self.words if len(one) > 3])
        return self._near[word]


def _meant(text: str, at: int, word: str, names: _Names, language: str) -> str | None:
    """The name that a word was meant to be: a brand in other capitals anywhere, else one letter off where a name may stand."""
    if (name := names.spelt_otherwise(word)) is not None:
        return name
    before = text[max(0, at - 40) : at].split()
    last = re.sub(r"\W+$", "", before[-1]) if before else ""
    if last and (others := names.beside(last)):
        return meant_name(word, others)
    if last in _TITLES or (language == "en" and not begins_sentence(text, at)):
        return names.near(word)
    return None


def _greetings(text: str) -> Iterator[tuple[int, int]]:
    """Where the names of a greeting stand: within the first lines that are not empty."""
    lines = [found.end() for found in re.finditer(r"[^\n]*\S[^\n]*", text)]
    until = lines[:_FIRST_LINES][-1] if lines else 0
    for found in _GREETING.finditer(text, 0, until):
        at = found.start("whom")
        for part in found["whom"].split(","):
            if at > found.start("whom") and any(one not in _NO_NAMES and one.islower() for one in _WORD.findall(part)):
                break
            yield at, at + len(part)
            at += len(part) + 1


def _strangers(
    text: str, greeted: Sequence[tuple[int, int]], people: Sequence[str], known: frozenset[str]
) -> Iterator[Objection]:
    for start, end in greeted:
        for found in _WORD.finditer(text, start, end):
            word = composed(found[0])
            if word.casefold() in _NO_NAMES or word in known:
                continue
            meant = _in_other_letters(word, people) or meant_name(word, people)
            if meant is not None:
                yield _near(found.start(), found[0], meant, is_stopping=True)
            elif word[:1].isupper():
                yield Objection(
                    rule="greeting", reason=Reason(key="gate-greets-stranger", args={"text": found[0]}), is_stopping=True,
                    offset=found.start(), length=len(found[0]),
                )  # fmt: skip


def _in_other_letters(word: str, names: Sequence[str]) -> str | None:
    return next((one for one in names if without_marks(one) == without_marks(word)), None)


def _near(at: int, word: str, name: str, *, is_stopping: bool) -> Objection:
    return Objection(
        rule="name", reason=Reason(key="gate-name", args={"text": word, "name": name}), is_stopping=is_stopping,
        offset=at, length=len(word), suggestions=(name,),
    )  # fmt: skip
