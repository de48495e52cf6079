"""Every sentence a person reads, in every language the product speaks.

Catalogues are Fluent files beside this module: a folder for each language, in it a file for each theme, with the same
keys in every language. Times are written with 24 hours.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date as Day
from datetime import datetime
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final
from zoneinfo import ZoneInfo

LANGUAGES: Final = ("en", "de", "fr", "es", "pt", "ja")

LOCALES: Final[Mapping[str, str]] = {
    "en": "en_GB", "de": "de_DE", "fr": "fr_FR", "es": "es_ES", "pt": "pt_BR", "ja": "ja_JP",
}  # fmt: skip
"""Whose customs the dates of a language follow, as CLDR writes them."""


UNDERSTOOD: Final = ("en", "de")
"""The languages in which calls, mails and days that somebody writes are read; whoever reads in another one is told so."""


def best_language(*tags: str) -> str:
    """The first of some language tags (`de-AT`, `en_GB`, best first) that has a catalogue; English where none has."""
    spoken = (tag.replace("_", "-").split("-")[0].strip().lower() for tag in tags if tag)
    return next((language for language in spoken if language in LANGUAGES), LANGUAGES[0])


@cache
def _bundle(language: str) -> Any:
    from fluent.runtime import FluentBundle, FluentResource  # 60 ms that `--help` need not pay

    bundle = FluentBundle([LOCALES[language].replace("_", "-")], use_isolating=False)
    bundle.add_resource(FluentResource(catalogue(language)))
    return bundle


@cache
def _said(language: str) -> dict[str, str]:
    """Sentences without arguments, as they were said before: Fluent works each out anew."""
    return {}


def catalogue(language: str) -> str:
    """The Fluent source of one language. Raises LookupError for a language without a catalogue."""
    if language not in LANGUAGES:
        raise LookupError(f"There is no catalogue for the language “{language}”.")
    themes = [one for one in resources.files(__name__).joinpath(language).iterdir() if one.name.endswith(".ftl")]
    return "\n".join(theme.read_text(encoding="utf-8") for theme in sorted(themes, key=lambda one: one.name))


LONGEST_SHORT = 2000
"""What is longer is cut, and left to Fluent, which refuses more than 2,500 letters: whatever came from outside can be said."""


class Words:
    """One language. Use `best_language` first: any other language than those in `LANGUAGES` raises LookupError."""

    def __init__(self, language: str) -> None:
        self._bundle = _bundle(language)
        self._said = _said(language)
        self.language = language

    def say(self, key: str, **args: object) -> str:
        """The sentence behind a key. An argument called `count` may be a number or its digits.

        Raises LookupError for an unknown key or a missing argument: both are mistakes in the code, never in the data.
        """
        if not args and key in self._said:
            return self._said[key]
        if args and (pieces := _pieces(self.language, key)) is not None:
            found = [piece if is_text else args.get(piece) for is_text, piece in pieces]
            if all(type(one) is str and len(one) <= LONGEST_SHORT for one in found):
                return "".join(found)  # type: ignore[arg-type]
        if not self._bundle.has_message(key):
            raise LookupError(f"The {self.language} catalogue has no sentence “{key}”.")
        text, errors = self._bundle.format_pattern(self._bundle.get_message(key).value, _with_numbers(args))
        if errors:
            raise LookupError(f"The sentence “{key}” could not be said: {errors[0]}.")
        if not args:
            self._said[key] = str(text)
        return str(text)

    def day(self, at: datetime, zone: str) -> str:
        """The date on a clock in `zone` at an instant: “Mon 23 Nov”."""
        return self.date(at.astimezone(ZoneInfo(zone)).date())

    def date(self, day: Day) -> str:
        """A date by itself: “Mon 23 Nov”."""
        return dated(self.language, day, self.say("pattern-day"))

    def whole_moment(self, at: datetime, zone: str) -> str:
        """The date and time on a clock in `zone` as a letter writes them: “Monday 23 November at 14:00”."""
        day = dated(self.language, at.astimezone(ZoneInfo(zone)).date(), self.say("pattern-day-whole"))
        return self.say("pattern-moment-whole", day=day, time=self.clock(at, zone))

    def full_date(self, day: Day) -> str:
        """A date with its year: “23 November 2026”."""
        return dated(self.language, day, self.say("pattern-date"))

    def month(self, day: Day) -> str:
        """The month of a date: “November 2026”."""
        from babel.dates import format_date

        return str(format_date(day, self.say("pattern-month"), locale=LOCALES[self.language]))

    def clock(self, at: datetime, zone: str) -> str:
        """The time on a clock in `zone` at an instant: “14:00”."""
        return at.astimezone(ZoneInfo(zone)).strftime("%H:%M")

    def span(self, start: datetime, end: datetime, zone: str) -> str:
        """From one instant to another on a clock in `zone`: “Mon 23 Nov, 14:00–15:00”; both dates where they differ."""
        first, last = self.day(start, zone), self.day(end, zone)
        if first == last:
            return self.say("pattern-span", day=first, start=self.clock(start, zone), end=self.clock(end, zone))
        begun, ended = (
            self.say("pattern-moment", day=day, time=time)
            for day, time in ((first, self.clock(start, zone)), (last, self.clock(end, zone)))
        )
        return self.say("pattern-span-days", start=begun, end=ended)

    def place(self, zone: str) -> str:
        """The city that a zone is named after, as this language writes it: “New York”."""
        return _place(self.language, zone)

    def tongue(self, tag: str) -> str:
        """A language as this language names it: “French”; the tag itself where nobody knows it."""
        return _tongue(self.language, tag)

    def listed(self, names: list[str]) -> str:
        """Several things as a sentence names them: “Aiko, Rafael and Priya”."""
        if len(names) < 2:
            return "".join(names)
        key = "list-end-vowel" if _sounds(names[-1], _SOUNDS_AS_AND) else "list-end"
        return self.say(key, first=self.row(names[:-1]), last=names[-1])

    def either(self, choices: list[str]) -> str:
        """Several things of which one is right: “08:00 or 09:00”."""
        if len(choices) < 2:
            return "".join(choices)
        key = "list-or-vowel" if _sounds(choices[-1], _SOUNDS_AS_OR) else "list-or"
        return self.say(key, first=self.row(choices[:-1]), last=choices[-1])

    def sentences(self, *told: str) -> str:
        """Whole sentences one after the other, without those that say nothing."""
        return self.say("list-space").join(one for one in told if one)

    def row(self, things: Iterable[str]) -> str:
        """Several things beside each other, without a word before the last: “Aiko, Rafael, Priya”."""
        return self.say("list-comma").join(things)

    def series(self, things: Iterable[str]) -> str:
        """Several things that may bear commas themselves: “10:00 (Berlin); 17:00 (Tokyo)”."""
        return self.say("list-semicolon").join(things)

    def headed(self, head: str, text: str = "") -> str:
        """What something is about, before it: “Berlin: until now 21:00”."""
        return f"{head}{self.say('list-colon')}{text}"

    def aside(self, note: str) -> str:
        """A note in brackets, with the blank that goes before it: “ (probably)”; nothing for no note."""
        return self.say("list-aside", note=note) if note else ""

    def quoted(self, text: str) -> str:
        """Somebody's words between the marks of this language: “We have left”."""
        return self.say("list-quote", text=text)


_SOUNDS_AS_AND: Final = re.compile(r"h?i(?!a|e|o|u)|y(?![aeiou])")
"""Before this sound Spanish “y” becomes “e”, not before “hielo” or “Yolanda”: https://www.rae.es/dpd/y"""
_SOUNDS_AS_OR: Final = re.compile(r"h?o|(?:8\d*|11)(?!\d)")
"""Before this sound Spanish “o” becomes “u”, before 8 and 11 too: https://www.rae.es/dpd/o"""


def _sounds(word: str, sound: re.Pattern[str]) -> bool:
    """Does a word begin with a sound? Accents do not matter; marks before it are looked through."""
    plain = unicodedata.normalize("NFD", word.casefold()).replace("\u0301", "")
    return sound.match(re.sub(r"^[\W_]+", "", plain)) is not None


@cache
def _pieces(language: str, key: str) -> tuple[tuple[bool, str], ...] | None:
    """A sentence as its texts (True) and the names of what is put in between; None for one that depends on what that is."""
    if not _bundle(language).has_message(key):
        return None
    sentence, found = _bundle(language).get_message(key).value, []
    for element in getattr(sentence, "elements", [sentence]):
        if (text := getattr(element, "value", None)) is not None:
            found.append((True, str(text)))
            continue
        variable = getattr(element, "expression", None)
        if variable is None or type(variable).__name__ != "VariableReference" or variable.id.name == "count":
            return None
        found.append((False, str(variable.id.name)))
    return tuple(found)


_FIRST: Final[Mapping[str, str]] = {"fr": "1er", "pt": "1º"}
"""The first of a month, where a name of the month follows; CLDR's patterns know no ordinal."""


@lru_cache(maxsize=2000)
def dated(language: str, day: Day, pattern: str) -> str:
    """A date by a pattern of CLDR's: “1er décembre”, “1º de dezembro”."""
    from babel.dates import format_date

    said = str(format_date(day, pattern, locale=LOCALES[language]))
    return re.sub(r"(?<!\w)1(?= [^\W\d])", _FIRST[language], said) if language in _FIRST and day.day == 1 else said


@lru_cache(maxsize=2000)
def _place(language: str, zone: str) -> str:
    from babel.dates import get_timezone_location

    found = get_timezone_location(ZoneInfo(zone), locale=LOCALES[language], return_city=True)
    return str(found).rpartition("/")[2].replace("\xad", "")  # some names come with soft hyphens


@lru_cache(maxsize=500)
def _tongue(language: str, tag: str) -> str:
    from babel import Locale

    return str(Locale.parse(LOCALES[language]).languages.get(tag.replace("_", "-").split("-")[0].lower(), tag))


def _with_numbers(args: Mapping[str, object]) -> dict[str, object]:
    args = {name: value[:LONGEST_SHORT] if isinstance(value, str) else value for name, value in args.items()}
    count = args.get("count")
    if isinstance(count, str) and count.isascii() and count.isdecimal():
        return {**args, "count": int(count)}
    return dict(args)
