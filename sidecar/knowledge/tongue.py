"""Whether a short text is in a language, by its most common words. Where that is not sure, no question is answered with yes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_COMMON: Final = {
    "en": "the and of to in for with our your is are that you we on from this by at as be have has or all can more a an its it "
    "was were will not opens open new announces launches wins acquires joins expands builds makes sells helps who about over "
    "their us which provides offers than into since after they named makes first",
    "de": "in zwei drei und die der das für mit von ist im den auf wir sie zu ein eine einen einer nicht auch sich bei werden "
    "wird des dem oder aus unsere unser am zum zur vom seit nach über ihre ihr sind neue neuer neues eröffnet baut übernimmt "
    "gründet als um uns ins beim mehr wie unseren haben hat",
    "fr": "les des et la le pour vous nous une dans est sur avec votre nos du au qui plus par notre sont aux ou ce un en à de",
    "es": "los las del que para con por una su nuestros nuestra más como es en al sus desde nuestro todos también y el la de un",
    "pt": "os das dos que para com uma por não mais nossos nossa como são em ao sua você seu também nosso da do às e o a de um",
    "it": "della dei per con che una nostra del le gli nostri più sono alla dal delle nel anche il di è dalla i e la un in a",
    "nl": "het een van voor met en de op wij zijn onze uw niet ook dat die bij aan door naar meer te wordt ons of in is",
    "pl": "oraz dla się na jest z do w i nie od przez nasze naszych jak które który są o firmy po więcej",
    "sv": "och för med som att på är av vi till ett en i det den har våra dig kan om från inte eller även",
    "da": "og for med som at på er af vi til et en i det den har vores dig kan om fra ikke eller også",
    "nb": "og for med som på er av vi til et en i det den har våre deg kan om fra ikke eller også",
    "cs": "a pro se na je v s do z nebo které jsou naše jako vám od při také více o",
    "ro": "și de la în cu pentru care este sunt din pe mai nostru noastre sau prin un o să",
    "tr": "ve bir için ile bu olarak daha en olan da de çok sizin gibi kadar her tüm",
    "hu": "és a az hogy nem egy is meg van mint vagy már kell",
}
_WORD: Final = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def _tables() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _COMMON.items()}


@lru_cache(maxsize=2048)
def is_in(text: str, language: str) -> bool:
    """Whether a text plainly is in this language: more of its common words than of any other's. False where that is not sure."""
    words = _words(text)
    if not words or not all(map(_is_latin, words)) or language not in _tables():
        return False
    own, others = _counted(words, language)
    return own > others


@lru_cache(maxsize=2048)
def is_foreign(text: str, language: str) -> bool:
    """Whether a text plainly is in another language than this one. False where that is not sure."""
    words = _words(text)
    if not words or language not in _tables():
        return False
    own, others = _counted(words, language)
    return others > own or sum(map(_is_latin, words)) * 2 < len(words)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _counted(words: list[str], language: str) -> tuple[int, int]:
    """How many are common words of this language, and of the other one that has most of them: English has no accents."""
    folded = [word.casefold() for word in words]
    counts = {name: sum(word in common for word in folded) for name, common in _tables().items()}
    marked = sum(not word.isascii() and word[0].islower() for word in words) if language == "en" else 0
    return counts.pop(language), max(counts.values()) + marked


def _is_latin(word: str) -> bool:
    return all(unicodedata.name(letter, "").startswith(("LATIN", "COMBINING", "FEMININE", "MASCULINE")) for letter in word)
