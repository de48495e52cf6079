"""Words by which company sites are read: a table beside this module, read at first use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Final

MOSTLY: Final = 0.4
"""The share of an address in a sentence that makes it one, whatever else it says."""


@cache
def _table() -> Mapping[str, Any]:
    found: Mapping[str, Any] = tomllib.loads(resources.files(__package__).joinpath("site_words.toml").read_text(encoding="utf-8"))
    return found


@cache
def page_names() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """Kinds of pages: what links to them are called, and the words of their paths; lower case."""
    return {kind: (frozenset(row["names"]), frozenset(row["paths"])) for kind, row in _table()["pages"].items()}


@cache
def never_paths() -> frozenset[str]:
    """Words of paths of pages that say nothing of a company."""
    return frozenset(_table()["never"]["paths"])


@cache
def nobodys_names() -> frozenset[str]:
    """What stands where a name should and is nobody's; lower case."""
    return frozenset(_table()["names"]["nobody"])


@cache
def legal_form() -> re.Pattern[str]:
    """Finds a form of company as a word of its own; the part `form` holds it."""
    forms = sorted(set(_table()["names"]["legal_forms"]), key=len, reverse=True)
    latin = [form for form in forms if re.match(r"[\x00-\u04ff\\]", form)]
    other = [form for form in forms if form not in latin]
    return re.compile(rf"(?P<form>(?<![^\W_])(?:{'|'.join(latin)})(?![^\W_])|{'|'.join(other)})")


@cache
def patterns(table: str, name: str) -> re.Pattern[str]:
    """The expressions of a list in the table, any of which may match; case does not matter."""
    return re.compile("|".join(f"(?:{one})" for one in _table()[table][name]), re.IGNORECASE)


def is_address(sentence: str) -> bool:
    """Whether a sentence is a postal address, whole or torn, and tells nothing besides."""
    share = share_of_address(sentence)
    tells = (patterns("claims", name).search(sentence) for name in ("is_a", "does", "we"))
    return share >= MOSTLY or (share > 0 and not any(tells))


def share_of_address(sentence: str) -> float:
    """How much of a sentence is a postal address, the name of a company's form apart."""
    told = sum(len(found[0]) for found in patterns("claims", "address").finditer(sentence))
    return told / max(1, len(re.sub(r"[\s,.;]", "", legal_form().sub(" ", sentence))))


@cache
def offer_headings() -> frozenset[str]:
    """Headings above products and services; lower case."""
    return frozenset(_table()["claims"]["offer_headings"])


@cache
def language_words() -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    """Tags by what languages call themselves, by what others call them, and by codes; lower case."""
    own, abroad, codes = (_by_word(_table()["languages"][name]) for name in ("own", "abroad", "codes"))
    tags = {tag.lower(): tag for tag in _table()["languages"]["own"]}
    return own, {word: tag for word, tag in abroad.items() if word not in own}, {**codes, **tags}


def _by_word(table: Mapping[str, list[str]]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for tag, words in table.items():
        for word in words:
            found.setdefault(word, tag)
    return found


@cache
def around_language() -> re.Pattern[str]:
    """Finds what may stand around a language's name in a link to it, as words of their own."""
    words = sorted(_table()["languages"]["around"]["words"], key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(re.escape(word) for word in words)})(?![^\W_])", re.IGNORECASE)
