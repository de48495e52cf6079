"""The details of a sentence that can be checked: what it names, counts, dates and brings up, and whether another text has that.

Every function gives the first detail of the claim's text that its source lacks, or None. In doubt a detail is missing: a plain
sentence instead costs little, an invented name on a card costs trust.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from sidecar.writer.lexicon import countries, is_german_noun, is_german_number, lexicon

_WORD = re.compile(r"[^\W\d_]+(?:[’'](?=[^\W\d_])[^\W\d_]+)?")
_MIXED = re.compile(r"(?<!\w)[^\W\d]*\d\w*")
_SENTENCE_ENDS: Final = frozenset(".!?:…•|;")
_LOOKED_THROUGH: Final = frozenset(" “”„\"«»‹›‚‘'’()[]")
_GROUPED = re.compile(r"(?<![\d.,'’])\d{1,3}(?:([.,'’ \u00a0\u202f٬])\d{3})(?:\1\d{3})*(?![\d])")
_NUMBER = re.compile(r"(?<!\w)\d+(?:[.,٫]\d+)*(?!\w)")
_LINK = re.compile(
    r"(?<!\w)\w+\s*://|\bwww\s?\.|\bhxxps?\b|\]\s*\(|@|\[\.\]|[\[(]\s?(?:at|dot|punkt)\s?[\])]|\bdot (?:com|net|org|de|io)\b",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"\b[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*\.[^\W\d_]{2,}\b(?:/\S*)?")
_PHONE = re.compile(r"\+?\(?\d(?:[\s()./–-]*\d){6,}")
_DATE_LIKE = re.compile(r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}|\d{4}\s?[–-]\s?\d{4}|\d{1,3}(?:[., ]\d{3})+)")


def missing_contact(text: str, source: str) -> str | None:
    """Any link or mail address, for no sentence needs one; a domain (“Booking.com”) or a phone number that the source lacks."""
    if link := _LINK.search(text):
        return text[link.start() : link.end() + 20]
    known = source.casefold()
    for found in _DOMAIN.finditer(text):
        if found[0].casefold() not in known or "/" in found[0]:
            return found[0]
    phones = {_digits(one[0]) for one in _PHONE.finditer(source)}
    for found in _PHONE.finditer(text):
        if not _DATE_LIKE.fullmatch(found[0]) and _digits(found[0]) not in phones:
            return found[0]
    return None


def missing_number(text: str, source: str) -> str | None:
    """A number, in digits or words, a size or a unit that the source lacks.

    “1,200” and “1.200” are the same number; what mixes digits and letters (“12k”, “Q3”) must stand there as it is.
    """
    known_mixed = {one.casefold() for one in _MIXED.findall(_plain_digits(source))}
    for word in _MIXED.findall(_plain_digits(text)):
        if not word.isdigit() and word.casefold() not in known_mixed:
            return str(word)
    known = _numbers(source)
    for said, value in _numbered(text):
        if value not in known:
            return said
    return (
        _missing_sign(text, source)
        or _missing_number_word(text, source, known)
        or _first_missing(lexicon().amounts, text, source)
    )


def missing_date(text: str, source: str) -> str | None:
    """A weekday, month, season or “last week” that the source lacks, whichever language either is in."""
    if found := _first_missing(lexicon().when, text, source):
        return found
    for month in lexicon().months:
        said = next((one[0] for one in month.finditer(text) if one[0][0].isupper()), None)
        if said and not month.search(source) and not (said == "May" and text.startswith(said)):
            return said
    return None


def missing_role(text: str, source: str) -> str | None:
    """An office (“CEO”) or a form of address that the source lacks."""
    return _first_missing(lexicon().roles, text, source)


def missing_grave(text: str, source: str) -> str | None:
    """A serious matter (insolvency, death, fraud …) that the source does not speak of."""
    return _first_missing(lexicon().grave, text, source)


def is_grave(text: str) -> bool:
    """Whether a text speaks of a serious matter. Rather once too often."""
    return any(group.search(text) for group in lexicon().grave)


def missing_name(text: str, source: str, language: str) -> str | None:
    """A word that looks like a name and is not in the source.

    In German every noun is written large, so a noun of everyday business is let through; any other must be in the source.
    A word in another alphabet than the Latin one (Japanese and Arabic know no capitals) must stand in the source as it is.
    """
    known, lowered = _words(source), source.casefold()
    for found in _WORD.finditer(text):
        word = found[0]
        if not _is_latin(word):
            if word.casefold() not in lowered:
                return word
            continue
        if not any(one.isupper() or one.istitle() for one in word) or _is_known(word, known):
            continue
        if not _is_ordinary(word, language, is_first=_is_first(text, found.start())):
            return word
    return next((one for one in text if one.isalpha() and unicodedata.normalize("NFKC", one) != one and one not in source), None)


def _is_known(word: str, known: frozenset[str]) -> bool:
    folded = word.casefold()
    stem = re.split("[’']", folded)[0]
    forms = {folded, stem, stem[:-1] if stem.endswith("s") and len(stem) > 3 else stem}
    return not known.isdisjoint(forms) or any(not known.isdisjoint(countries().get(form, ())) for form in forms)


def _is_ordinary(word: str, language: str, *, is_first: bool) -> bool:
    folded = re.split("[’']", word.casefold())[0]
    if any(one.isupper() for one in word[1:]):
        return False
    if folded in lexicon().always_capital.get(language, ()):
        return True
    if is_first and folded in lexicon().openers.get(language, ()):
        return True
    if any(group.fullmatch(word) for group in (*lexicon().months, *lexicon().when, *lexicon().amounts)):
        return True  # `missing_date` or `missing_number` has looked at it
    return language == "de" and is_german_noun(folded)


def _is_first(text: str, at: int) -> bool:
    before = next((one for one in reversed(text[:at]) if one not in _LOOKED_THROUGH), ".")
    return before in _SENTENCE_ENDS or text[at - 1] in '“„«‹"'


@lru_cache(maxsize=64)
def _words(source: str) -> frozenset[str]:
    found = {one.casefold() for one in _WORD.findall(source)}
    return frozenset(found | {re.split("[’']", one)[0] for one in found})


@lru_cache(maxsize=2_000)
def _is_latin(word: str) -> bool:
    return all("LATIN" in unicodedata.name(one, "") for one in word if unicodedata.category(one)[0] == "L")


@lru_cache(maxsize=64)
def _numbers(source: str) -> frozenset[str]:
    return frozenset(value for _, value in _numbered(source))


def _numbered(text: str) -> Iterator[tuple[str, str]]:
    """Each number as it stands and as a value, read alike in claim and source. The parts of a telephone number are none."""
    plain = _PHONE.sub(lambda found: found[0] if _DATE_LIKE.fullmatch(found[0]) else " ", _plain_digits(text))
    joined = _GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), plain)
    for found in _NUMBER.finditer(joined):
        parts = re.split(r"[.,٫]", found[0])
        if len(parts) == 2 and len(parts[1]) != 4:
            yield found[0], f"{int(parts[0])}.{parts[1].rstrip('0') or '0'}"
        else:
            yield from ((one, str(int(one))) for one in parts if len(one) < 30)
            yield from ((one, one) for one in parts if len(one) >= 30)


def _missing_number_word(text: str, source: str, known: frozenset[str]) -> str | None:
    numbers = lexicon().numbers
    values = known | {numbers[one] for one in _words(source) if one in numbers}
    for found in _WORD.findall(text):
        word = found.casefold()
        value = numbers.get(word)
        if value is not None and value not in values:
            return str(found)
        if value is None and is_german_number(word) and word not in _words(source):
            return str(found)
    return None


def _missing_sign(text: str, source: str) -> str | None:
    """Signs that count (½, ③, 三) other than digits: each must stand in the source."""
    return next(
        (one for one in text if not one.isdecimal() and unicodedata.numeric(one, None) is not None and one not in source), None
    )


def _first_missing(groups: Sequence[re.Pattern[str]], text: str, source: str) -> str | None:
    for group in groups:
        if (found := group.search(text)) and not group.search(source):
            return found[0]
    return None


def _plain_digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() and not one.isascii() else one for one in text)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", _plain_digits(text)).lstrip("0")
