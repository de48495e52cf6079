"""Is it surely them? Whether a text that bears a company's name means this company, or may mean another of that name.

A wrong company is worse than a doubt: what is not sure is marked with a reason, and never dropped.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import Final

from sidecar.domain.companies.news import ClientNames, Headline
from sidecar.domain.wording.reason import Reason

_SHORT: Final = 3
"""Names of up to so many letters are abbreviations of many things."""


def doubt_about(headline: Headline, client: ClientNames) -> Reason | None:
    """Why a headline may be about somebody else; None where it is surely about this client.

    Sure is what stands in their own feed, page or register entry, names their domain, or bears a name of several words of
    which one is theirs alone, or a name of one word together with their city or another name of theirs.
    """
    if headline.doubt is not None or headline.is_theirs:
        return headline.doubt
    text = plain_words(f"{headline.title} {headline.summary}")
    if _stands_in(client.domain.replace(".", " "), text):
        return None
    borne = [name for name in client.names if _stands_in(_core(name), text)]
    if not borne:
        return Reason(key="reason-news-partial-name", args={"name": client.name or client.domain})
    if any(is_distinct(name) for name in borne) or _is_backed(borne, client, text):
        return None
    return Reason(key="reason-news-common-name", args={"name": borne[0]})


def is_distinct(name: str) -> bool:
    """Whether a name alone tells a company from others: several words, and one of them not borne by thousands."""
    words = _core(name).split()
    return len(words) > 1 and any(word not in _generic() and len(word) > _SHORT for word in words)


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for their forms of law, accents and punctuation. Empty names are never the same."""
    return _core(one) == _core(other) != ""


def plain_words(text: str) -> str:
    """Lower case, without accents and punctuation, one blank between words."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("&", " "))
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"['’`´]s\b|(?<=\b\w)\.(?=\w\b)", "", bare)))


def _core(name: str) -> str:
    """The name without what only says its form of law; the whole name where nothing else would be left."""
    words = plain_words(name).split()
    kept = list(words)
    while len(kept) > 1 and kept[-1] in _legal_forms():
        kept.pop()
    return " ".join(kept)


def _is_backed(borne: list[str], client: ClientNames, text: str) -> bool:
    cores = {_core(name) for name in borne}
    others = [_core(name) for name in client.names if not any(_stands_in(_core(name), core) for core in cores)]
    beside = [client.city or "", *others, *(plain_words(name) for name in borne if plain_words(name) != _core(name))]
    return any(_stands_in(plain_words(one), text) for one in beside if one)


def _stands_in(words: str, text: str) -> bool:
    return bool(words) and f" {words} " in f" {text} "


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    source = resources.files("sidecar.knowledge").joinpath("company_names.toml").read_text(encoding="utf-8")
    told = tomllib.loads(source)
    return frozenset(told["legal_forms"].split()), frozenset(told["generic"].split())


def _legal_forms() -> frozenset[str]:
    return _lists()[0]


def _generic() -> frozenset[str]:
    return _lists()[1]
