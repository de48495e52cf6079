"""People who share a name: what tells them apart, and where a name alone does not say who is meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from sidecar.domain.companies.same_company import plain_words
from sidecar.domain.meetings.client import organisation_of
from sidecar.domain.wording.finding import Finding
from sidecar.words import Words

SHORTEST_WORD: Final = 3
"""Shorter words of a name stand in too many sentences to mean somebody."""
_PUBLIC: Final = frozenset(("company", "product", "news"))


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for case, accents, punctuation and which part comes first."""
    return _key(one) == _key(other) != ""


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return " ".join(sorted(plain_words(name).split()))


def _by_name(people: Iterable[tuple[str, str]]) -> Mapping[str, dict[str, str]]:
    """Names as written, by address, for each name; somebody without an address counts under an empty one."""
    groups: dict[str, dict[str, str]] = {}
    for address, name in people:
        if key := _key(name):
            groups.setdefault(key, {}).setdefault(address, name)
    return groups


def told_apart(people: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By address, what tells somebody from others of the same name: the organisation, or the address where they share that.

    `people`: address and name. Whoever shares a name with nobody, or has no address, is not in the answer.
    """
    found = {}
    for group in _by_name(people).values():
        houses = [organisation_of(address) for address in group]
        is_enough = len(set(houses)) == len(houses)
        found.update({one: organisation_of(one) if is_enough else one for one in group if one and len(group) > 1})
    return found


def named_twice(lines: Sequence[str], people: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Names that several addresses bear and that some line mentions, whole or by one of their words."""
    if not lines:
        return ()
    spoken = {word for line in lines for word in plain_words(line).split()}
    shared = {key: group for key, group in _by_name(people).items() if len(group) > 1}
    told = [group for key, group in shared.items() if any(word in spoken for word in key.split() if len(word) >= SHORTEST_WORD)]
    return tuple(next(iter(group.values())) for group in told)


def named_in(findings: Iterable[Finding], people: Sequence[tuple[str, str]]) -> frozenset[str]:
    """The addresses of those whose whole name some public line bears. `people`: address and name."""
    return frozenset(address for one in findings for address, _ in _named(one, people))


def with_doubts(
    findings: Iterable[Finding], people: Sequence[tuple[str, str]], words: Words, wrong: Collection[str] = ()
) -> tuple[Finding, ...]:
    """What public places say, doubted where it names somebody who comes: they know a name there and no address.

    On the site behind the person's own address a name is theirs, unless two people bear it. Lines about whom the person
    said that it is somebody else, `wrong`, are left out.
    """
    told = []
    for one in findings:
        named = _named(one, people)
        if not any(address in wrong for address, _ in named):
            told.append(_doubted(one, named, words))
    return tuple(told)


def _named(finding: Finding, people: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    if finding.kind not in _PUBLIC:
        return ()
    spoken = set(plain_words(finding.text).split())
    return tuple((address, name) for address, name in people if " " in (key := _key(name)) and spoken.issuperset(key.split()))


def _doubted(finding: Finding, named: Sequence[tuple[str, str]], words: Words) -> Finding:
    if not named or (len(named) == 1 and _is_on_the_site_of(named[0][0], finding)):
        return finding
    return replace(finding, certainty="ask", doubt=words.say("finding-name-only", name=named[0][1]))


def _is_on_the_site_of(address: str, finding: Finding) -> bool:
    hosts = [urlsplit(source.url or "").hostname or "" for source in finding.sources]
    return bool(hosts) and all(host and organisation_of(f"x@{host}") == organisation_of(address) for host in hosts)
