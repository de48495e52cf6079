"""Which further pages of a site are worth reading, by what their links and paths are called in many languages."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote, urlsplit

from sidecar.domain.companies.company import PageKind, SiteLink
from sidecar.knowledge.site_words import never_paths, page_names
from sidecar.research.site_data import site_of
from sidecar.research.site_text import Link, Seen

MOST_PAGES: Final = 8
_WANTED: Final[tuple[PageKind, ...]] = ("about", "imprint", "contact", "products", "people", "newsroom", "products")
_NO_PAGE = re.compile(
    r"\.(?:pdf|jpe?g|png|gif|svg|webp|zip|docx?|xlsx?|pptx?|mp[34]|avi|mov|ics|vcf|xml|json|css|js|rss|exe|dmg|epub)$", re.I
)


def kind_of(url: str, title: str = "") -> PageKind:
    """What kind of page an address or a title names; `home` for a site's root, `other` where neither says."""
    words = _path_words(url)
    if not words or (len(words) == 1 and re.fullmatch(r"[a-z]{2}(?:[-_][a-z]{2})?|index|home|default|start(?:seite)?", words[0])):
        return "home"
    kind = _kind_by_path(words)
    if kind != "other":
        return kind[0] if isinstance(kind, tuple) else kind
    return _kind_by_name(re.split(r"\s[|–—·:-]\s", title)[0])


def _path_words(url: str) -> list[str]:
    path = unquote(urlsplit(url).path).lower()
    return [re.sub(r"\.(?:html?|php|aspx?|jsp)$", "", part) for part in path.split("/") if part]


def _kind_by_path(words: list[str]) -> PageKind:
    last = words[-1]
    for kind, (_, paths) in page_names().items():
        if last in paths or last.replace("_", "-") in paths:
            return kind  # type: ignore[return-value]
    return "other"


def _kind_by_name(text: str) -> PageKind:
    name = " ".join(text.lower().strip(" ›»→>+▼▾|·•").split())
    for kind, (names, _) in page_names().items():
        if name in names:
            return kind  # type: ignore[return-value]
    return "other"


def chosen(page: Seen) -> tuple[SiteLink, ...]:
    """At most seven further pages of the same site, in the order of their use."""
    best: dict[PageKind, list[tuple[float, str]]] = {}
    own, here = site_of(page.url), page.url.rstrip("/")
    seen: set[str] = set()
    for link in page.links:
        if link.url.rstrip("/") in seen or link.url.rstrip("/") == here or not _is_worth(link, own):
            continue
        kind, worth = _rated(link, page)
        if kind != "other":
            seen.add(link.url.rstrip("/"))
            best.setdefault(kind, []).append((worth, link.url))
    found: list[SiteLink] = []
    for kind in _WANTED:
        rest = sorted((one for one in best.get(kind, ()) if all(one[1] != taken.url for taken in found)), key=lambda one: -one[0])
        if rest:
            found.append(SiteLink(kind=kind, url=rest[0][1]))
    return tuple(found[: MOST_PAGES - 1])


def _is_worth(link: Link, own: str) -> bool:
    if not link.url.startswith("http") or site_of(link.url) != own or _NO_PAGE.search(urlsplit(link.url).path):
        return False
    return never_paths().isdisjoint(_path_words(link.url)[-1:])


def _rated(link: Link, page: Seen) -> tuple[PageKind, float]:
    """A link called so is surer than a path; a short path is surer than a long one; the page's own language wins."""
    words = _path_words(link.url)
    by_name, by_path = _kind_by_name(link.text), _kind_by_path(words) if words else "other"
    kind = by_name if by_name != "other" else by_path
    worth = (
        3.0 * (by_name != "other") + 2.0 * (by_path == kind != "other") - 0.4 * len(words) - 0.5 * bool(urlsplit(link.url).query)
    )
    own = page.languages[0][:2].lower() if page.languages else ""
    marked = words[0] if words and re.fullmatch(r"[a-z]{2}", words[0]) else ""
    worth -= 1.5 if marked and own and marked != own else 0.0
    worth -= 1.0 if urlsplit(link.url).hostname != urlsplit(page.url).hostname else 0.0
    return kind, worth
