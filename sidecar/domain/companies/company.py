"""What a company's own website says about it: only what stands there, each line with the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal

from sidecar.knowledge.site_words import legal_form

PageKind = Literal["home", "about", "products", "contact", "imprint", "newsroom", "people", "other"]
NameBasis = Literal["structured", "site_name", "title", "imprint", "copyright", "logo", "heading"]
LineKind = Literal["founded", "leader", "size"]

Unread = Literal[
    "empty", "script_only", "parked", "placeholder", "captcha", "consent", "login", "error", "not_a_page", "not_fetched",
    "no_site", "frames",
]  # fmt: skip
"""Why a page tells nothing about a company."""

NAME_TRUST: Final[tuple[NameBasis, ...]] = ("structured", "site_name", "title", "imprint", "copyright", "logo", "heading")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something that a page says. `quote` is an exact piece of the page's visible text, white space apart; `url`: that page."""

    text: str
    quote: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """A plain fact of a company: when it was founded, who leads it, how many work there. `text` is the bare fact."""

    kind: LineKind
    text: str
    quote: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteAddress:
    """A postal address of the company. `country`: two letters; `is_structured`: the page marks it up as an address."""

    text: str
    city: str | None
    country: str | None
    is_structured: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLink:
    """A page of the same site that is worth reading too."""

    kind: PageKind
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """What one page, or all pages read of one site, say about the organisation whose site it is.

    `name_weight` is how much speaks for the name; `unread` says why nothing could be read, None where something was.
    `languages` are BCP 47 tags, the page's own first; `emails`, `phones`, `social` and `feeds` are as they stand there.
    """

    url: str
    kind: PageKind = "other"
    name: str | None = None
    name_weight: float = 0.0
    description: str | None = None
    what_they_do: tuple[Statement, ...] = ()
    products: tuple[str, ...] = ()
    addresses: tuple[SiteAddress, ...] = ()
    languages: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    social: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    background: tuple[Background, ...] = ()
    links: tuple[SiteLink, ...] = ()
    unread: Unread | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """A page that was read, and when."""

    url: str
    kind: PageKind
    title: str
    fetched_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFailed:
    """A page that could not be read; `why` is one sentence."""

    url: str
    unread: Unread
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteReport:
    """A whole site. `facts.unread` is set where not even its home page could be read; then `failed` says why."""

    facts: SiteFacts
    read: tuple[PageRead, ...] = ()
    failed: tuple[PageFailed, ...] = ()


MOST_STATEMENTS: Final = 4
MOST_PRODUCTS: Final = 12
MOST_ADDRESSES: Final = 12


def merged(pages: list[SiteFacts]) -> SiteFacts:
    """The facts of several pages of one site, the home page first. A page that told nothing changes nothing.

    The name is the one most speaks for over all pages; lists keep the order of the pages and hold each thing once.
    """
    told = [page for page in pages if page.unread is None] or [page for page in pages if page.name]
    if not told:
        return pages[0]
    first = told[0]
    addresses = _once_each(tuple(one for page in _trusted_for_places(told) for one in page.addresses))
    return replace(
        first,
        name=_name(told),
        name_weight=max(page.name_weight for page in told),
        description=next((page.description for page in told if page.description), None),
        what_they_do=_statements(told),
        products=_distinct([one for page in _of_kind_first(told, "products") for one in page.products])[:MOST_PRODUCTS],
        addresses=addresses[:MOST_ADDRESSES],
        languages=_languages(told),
        feeds=_distinct([one for page in told for one in page.feeds]),
        social=_distinct([one for page in told for one in page.social]),
        emails=_distinct([one for page in told for one in page.emails]),
        phones=_distinct([one for page in told for one in page.phones]),
        background=_background(told),
    )


def _name(pages: list[SiteFacts]) -> str | None:
    """Each page votes with what speaks for its name; the earlier page wins a tie."""
    votes: dict[str, float] = {}
    shown: dict[str, str] = {}
    for page in pages:
        if page.name:
            key = " ".join(legal_form().sub(" ", page.name).casefold().split()) or page.name
            votes[key] = votes.get(key, 0.0) + page.name_weight * (1.5 if page.kind == "home" else 1.0)
            shown.setdefault(key, page.name)
    return shown[max(votes, key=lambda key: votes[key])] if votes else None


def _trusted_for_places(pages: list[SiteFacts]) -> list[SiteFacts]:
    order = ("imprint", "contact", "home", "about", "people", "products", "newsroom", "other")
    return sorted(pages, key=lambda page: order.index(page.kind))


def _of_kind_first(pages: list[SiteFacts], kind: PageKind) -> list[SiteFacts]:
    return sorted(pages, key=lambda page: page.kind != kind)


def _statements(pages: list[SiteFacts]) -> tuple[Statement, ...]:
    """The best of the home page and of the page about them take turns."""
    ordered = [page.what_they_do for page in pages if page.kind in ("home", "about")] or [page.what_they_do for page in pages]
    found: dict[str, Statement] = {}
    for rank in range(max((len(one) for one in ordered), default=0)):
        for statements in ordered:
            if rank < len(statements):
                found.setdefault(statements[rank].text.casefold(), statements[rank])
    return tuple(found.values())[:MOST_STATEMENTS]


def _languages(pages: list[SiteFacts]) -> tuple[str, ...]:
    found: list[str] = []
    for tag in (tag for page in pages for tag in page.languages):
        if all(tag.casefold() != one.casefold() for one in found):
            found.append(tag)
    return tuple(found)


def _background(pages: list[SiteFacts]) -> tuple[Background, ...]:
    found: dict[tuple[str, str], Background] = {}
    for line in (line for page in pages for line in page.background):
        found.setdefault((line.kind, line.text.casefold()), line)
    return tuple(found.values())


def _once_each(addresses: tuple[SiteAddress, ...]) -> tuple[SiteAddress, ...]:
    """An address told twice, once with and once without its country, is one address; the fuller telling stays."""
    found: list[SiteAddress] = []
    for one in addresses:
        at = next((index for index, other in enumerate(found) if _is_same(one, other)), None)
        if at is None:
            found.append(one)
        elif found[at].country is None and one.country is not None:
            found[at] = one
    return tuple(found)


def _is_same(one: SiteAddress, other: SiteAddress) -> bool:
    if (one.city or "").casefold() != (other.city or "").casefold() or (
        (one.country and other.country) and one.country != other.country
    ):
        return False
    numbers = [set("".join(c if c.isdigit() else " " for c in a.text).split()) for a in (one, other)]
    return not numbers[0] or not numbers[1] or bool(numbers[0] & numbers[1])


def distinct_addresses(addresses: list[SiteAddress]) -> tuple[SiteAddress, ...]:
    """The addresses, each once, in their order."""
    return _once_each(tuple(addresses))


def _distinct(texts: list[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for text in texts:
        kept.setdefault(text.casefold(), text)
    return tuple(kept.values())
