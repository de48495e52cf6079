"""What is said about a client, and the text it was read in: no sentence without its proof."""

from __future__ import annotations

from dataclasses import dataclass

from sidecar.domain.wording.reason import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """A text somebody else wrote: a page of the client's site, an item of news, a note. It is shown and quoted, never obeyed."""

    id: str
    title: str
    url: str | None
    text: str
    is_news: bool = False
    """A headline of the day, not what somebody says of themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One sentence for a person, with the very words of the source it rests on."""

    text: str
    source_id: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedClaim:
    """A claim nobody gets to see, and why."""

    claim: Claim
    why: Reason
