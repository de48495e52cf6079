"""What an organisation is called on its page, the full names of companies in a line, and who made the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from sidecar.knowledge.site_words import legal_form, patterns
from sidecar.research.site_data import Node, own_organisations
from sidecar.research.site_name import key_of, label_of, mentions, name_of, resembles
from sidecar.research.site_text import Seen

_STATE: Final = re.compile(r"\s*(?:,\s*)?(?:\d{4,5}\b|[A-Z]\d[A-Z])")


@dataclass(frozen=True, slots=True)
class Names:
    """What the organisation is called: by its domain, and as its page names it."""

    label: str
    keys: set[str]

    def are_in(self, text: str) -> bool:
        """Whether a text speaks of the organisation."""
        if mentions(text, self.label):
            return True
        key = key_of(text) if self.keys else ""
        return any(one in key for one in self.keys)

    def own(self, text: str) -> bool:
        """Whether a line names the organisation as one who has an address: no sentence about it."""
        if any(self.is_one(name) for _, name in full_names(text)):
            return True
        parts = [part for part in re.split(r"[,;:|•·()]|\s[-–—]\s", text) if part.strip()]
        return any(len(part.split()) <= 7 and self.is_one(part) and self._fills(part) for part in parts)

    def _fills(self, part: str) -> bool:
        return len(key_of(part)) <= 1.6 * max(len(one) for one in (self.label, *self.keys)) + 3

    def is_one(self, name: str) -> bool:
        """Whether a company's full name is the organisation's."""
        return self.are_in(name) or resembles(name, self.label) or self._is_shorter(key_of(name))

    def _is_shorter(self, key: str) -> bool:
        """`Garnier & Fils SARL`, where the page calls itself `Plomberie Garnier & Fils`."""
        return len(key) >= 6 and any(one.endswith(key) and 2 * len(key) >= len(one) for one in self.keys)


def names_of(page: Seen, nodes: list[Node]) -> Names:
    """What the organisation is called by its domain, its markup and most places of its page."""
    told = [node.text(name) for node in own_organisations(nodes) if node.is_own for name in ("name", "legalName")]
    name, _ = name_of(page, nodes, is_inner=True)
    return Names(label_of(page.url), {key for text in (*told, name) if text and len(key := key_of(text)) >= 4})


def full_names(text: str) -> Iterator[tuple[int, str]]:
    """Full names of companies in a line, each with its beginning; not the abbreviation of a state before its post code."""
    if len(text) > 400:
        return
    since = 0
    for found in legal_form().finditer(text):
        form = found["form"]
        if form.isupper() and len(form) <= 2 and (_STATE.match(text, found.end()) or text[: found.start()].endswith(", ")):
            continue
        before = re.split(r"[,;:|•·(]\s*", text[since : found.start()].rstrip(" ,"))[-1]
        behind = re.split(r"[,;:|•·()\d]", text[found.end() :])[0]
        start = text.rindex(before, since, found.start()) if before else found.start()
        since = found.end()
        name = f"{before} {form}{behind if len(before.strip()) < 2 else ''}".strip(' ,«»"“”„')
        if re.search(r"[^\W\d_]{2}", key_of(name)) and len(name.split()) <= 12:
            yield start, name


def surely_own(nodes: list[Node], label: str) -> list[Node]:
    """The marked-up organisations with an address here or the domain's name; where none has either, the only one there is."""
    found = own_organisations(nodes)
    sure = [node for node in found if node.is_own or resembles(node.text("name") or "", label) or node.text("name") is None]
    named = {(node.text("name") or "").casefold() for node in found}
    return sure or (found if len(named) == 1 else [])


def is_makers(profile: str, makers: tuple[str, ...], label: str) -> bool:
    """Whether a profile's address bears the name of one of those who made the site, and not the organisation's."""
    handle = key_of(unquote(urlsplit(profile).path).rstrip("/").rpartition("/")[2])
    if len(handle) < 4 or mentions(handle, label):
        return False
    return any(handle in told or (len(told) >= 5 and told in handle) for told in makers)


def makers_of(page: Seen) -> tuple[str, ...]:
    """Who made the site: what stands behind words like `website by`, as names are compared; where nothing does, the next line."""
    told: list[str] = []
    for at, block in enumerate(page.blocks):
        for found in patterns("places", "makers").finditer(block.text) if len(block.text) < 400 else ():
            rest = block.text[found.end() : found.end() + 60].strip(" :")
            told.append(key_of(rest or (page.blocks[at + 1].text[:60] if at + 1 < len(page.blocks) else "")))
    return tuple(told)
