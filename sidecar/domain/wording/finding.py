"""What was found out and where it stands: the smallest pieces of a brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Certainty = Literal["stated", "probable", "ask", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a finding stands, in its own words. A calendar entry has no address to open, so `url` may be None."""

    title: str
    url: str | None
    seen_at: datetime
    quote: str
    is_mail: bool = False
    """Read in a mail; `url`, where there is one, opens it in the mailbox."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something found out. `text` is a whole sentence in the person's language; `lines` are the parts as they were found."""

    kind: str
    text: str
    certainty: Certainty
    sources: tuple[Source, ...]
    lines: tuple[str, ...] = ()
    doubt: str = ""
    """Why it may be about somebody else, as a sentence in the person's language; empty where nothing says so."""
    owed: str = ""
    """The promise of the ledger that it tells of; empty for everything else."""
    is_due: bool = False
    """Whether that is the person's own and its day is near or past, or whoever they wait for is late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something about what we bring along: a slide, a line of the agenda. `text` is in the person's language already.

    `is_grave`: it comes close to news that nobody should joke about.
    """

    text: str
    is_grave: bool = False
    short: str = ""
    """The same in one breath, for where there is little room; empty where it has no shorter form."""
    source: Source | None = None
    is_link: bool = False
    """The file is only a link to a shared place, which the client may not reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning:
    """Something that should be mended, or at least known. `key` is the words', with `args`."""

    kind: str
    key: str
    args: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
