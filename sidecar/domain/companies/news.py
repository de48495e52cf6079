"""News about a client: what was found where, what kind of news it is, and whether it is surely theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final, Literal, get_args

from sidecar.domain.wording.finding import Source
from sidecar.domain.wording.reason import Reason

Category = Literal[
    "death", "accident", "disaster", "violence", "layoffs", "legal", "breach", "recall", "insolvency", "strike", "scandal"
]  # fmt: skip

CATEGORIES: Final[tuple[Category, ...]] = get_args(Category)
GRAVE: Final[frozenset[Category]] = frozenset({"death", "accident", "disaster", "violence"})
"""Before these nobody jokes at all: they are shown in red, with date and link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientNames:
    """Who the news must be about.

    `domain`: the registrable domain of their addresses. `name`: as they call themselves, where their site or a register says
    so. `others`: legal and former names. `country` and `city`: where stated. `lei` and `cik`: their numbers at GLEIF and
    at the SEC, where known. `feeds`: addresses of feeds that their own site names.
    """

    domain: str
    name: str | None = None
    others: tuple[str, ...] = ()
    country: str | None = None
    city: str | None = None
    lei: str | None = None
    cik: str | None = None
    feeds: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that is known, the best first; without any the first part of the domain is no name, so none."""
        return tuple(dict.fromkeys(one for one in (self.name, *self.others) if one))


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """Something that a source says, before it is judged.

    `published_at`: when the source says it was published or happened; None where it does not say. `is_theirs`: it stands in
    the client's own feed, page or register entry, so that only its meaning can be in doubt. `hints`: kinds of news that the
    source itself states, e.g. a filing under “bankruptcy”. `doubt`: why it may be about somebody else.
    """

    title: str
    source: Source
    published_at: datetime | None = None
    summary: str = ""
    is_theirs: bool = False
    hints: tuple[Category, ...] = ()
    doubt: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    """A headline with its verdict. `is_doubtful`: it may be about another company of that name; `because` says why."""

    headline: Headline
    is_sensitive: bool
    is_grave: bool
    category: Category | None
    score: float
    because: Reason | None = None

    @property
    def is_doubtful(self) -> bool:
        """Whether it may be about somebody else. It is shown with its doubt, never stated as theirs, never dropped silently."""
        return self.because is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact about the company that a register or encyclopedia states. `kind`: a short word such as `seat` or `parent`."""

    kind: str
    value: str
    source: Source
    doubt: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one source gave. `problems`: why it, or a part of it, was not checked; silence is never read as “no news”.

    `names`: what it taught about who the client is, for the sources that are asked after it. `is_asked`: false where there
    was nothing to ask, e.g. no feed that their site names.
    """

    source: str
    items: tuple[Headline, ...] = ()
    facts: tuple[Fact, ...] = ()
    problems: tuple[Reason, ...] = ()
    names: ClientNames | None = None
    is_asked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """All that is known today: grave items first, then other sensitive ones, then the rest, each newest first.

    `problems`: sources that were not checked; `checked`: those that were, wholly. `has_only_words`: the sentence vectors do
    not run here, so that bad news in unusual words may be missed.
    """

    items: tuple[NewsItem, ...] = ()
    facts: tuple[Fact, ...] = ()
    problems: tuple[Reason, ...] = ()
    has_only_words: bool = False
    checked: tuple[str, ...] = ()


def in_order(items: Sequence[NewsItem]) -> tuple[NewsItem, ...]:
    """Grave ones first, then sensitive ones, then the rest; sure before doubtful, newest first; without a date last."""
    return tuple(sorted(items, key=_rank))


def without_twins(headlines: Sequence[Headline]) -> tuple[Headline, ...]:
    """Each story once: the same address, or the same words. What is surely theirs is kept before what is doubtful."""
    kept: dict[str, Headline] = {}
    by_address: dict[str, str] = {}
    for one in sorted(headlines, key=lambda found: found.doubt is not None):
        words = " ".join(one.title.casefold().split())
        address = one.source.url or words
        key = by_address.get(address, words)
        if key in kept:
            kept[key] = replace(kept[key], hints=tuple(dict.fromkeys(kept[key].hints + one.hints)))
            continue
        kept[words] = one
        by_address[address] = words
    return tuple(kept.values())


def _rank(item: NewsItem) -> tuple[bool, bool, bool, float]:
    at = item.headline.published_at
    return (not item.is_grave, not item.is_sensitive, item.is_doubtful, -at.timestamp() if at else 0.0)


def months_before(day: date, months: int) -> date:
    """The same day some months earlier, or the last one of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError(f"{day} has no day {months} months before")
