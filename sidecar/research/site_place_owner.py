"""Whose address a line of a page can be: the site's own organisation's, or that of somebody else whom the page names.

A page names many: who made it, who hosts it, its sponsors, dealers, customers, authorities. What stands in or right below such
words, below a heading that speaks of others, or behind another company's full name is theirs, until the own name returns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal
from urllib.parse import unquote, urlsplit

from sidecar.knowledge.cities import cities_named
from sidecar.knowledge.site_words import patterns
from sidecar.research.site_data import Node
from sidecar.research.site_name import key_of
from sidecar.research.site_own_names import Names, full_names, names_of
from sidecar.research.site_pages import kind_of
from sidecar.research.site_place_shapes import HOUSE, NO_STREET, STREET
from sidecar.research.site_text import Block, Seen
from sidecar.research.site_town_names import is_street
from sidecar.research.site_towns import LONGEST_LINE

NEAR: Final = 5
"""Lines below a name that an address of its owner may take."""

MOST: Final = 600
"""Letters of a line that is looked into."""

Owner = Literal["own", "others"]

_DIVIDED = re.compile(
    r"(?:(?<!\s)\s+)?[|•·●◦⋅▪■]\s*|(?<!\s)\s+[–—]\s+|(?<=[^\W\d_]{4})\.\s+(?=[A-ZÀ-ÞА-Я©])|(?<=\d[A-Z]{2})\.\s|(?<=\d\d)\.\s+(?=[A-ZÀ-ÞА-Я])"
)
_ENDS = re.compile(
    r"\d{2,3}-\d{2,4}|(?<!\d)\d{4,6}(?!\d)|\b\d{3} \d{2}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z\d] ?[A-Z\d]{3,4}\b"
)
_PLACE = re.compile(rf"{_ENDS.pattern}|\d[^,\d]{{0,80}}+,|,[^\d,]{{0,80}}+\d|\bCo(?:unty|\.)? [A-Z]|[县県市区시구]")
_LONG: Final = 160
_SHORT_LINE: Final = 6
_OUR_SEAT: Final = re.compile(
    r"(?i)(?:^\W*|[.;]\s+)(?:geschäftsstelle|vereinsheim|registered (?:office|address)|siège social|sede (?:legale|social)"
    r"|domicilio social|maatschappelijke zetel|statutaire zetel|siedziba(?: (?:firmy|spółki))?|sídlo(?: (?:firmy|společnosti))?"
    r"|(?:unser|our|notre|nuestra|nossa|nostra|ons|nasze|nasza|vårt|vores|naše) [\w-]+)\s*:"
)
"""Words before an address that only one's own has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a page. `text`: its part that is not somebody else's, maybe nothing; `is_own`: the organisation is named.

    `may_be_place`: it looks like an address, or stands right below a line that does.
    """

    text: str
    zone: str
    is_own: bool
    is_prose: bool
    may_be_place: bool
    is_heading: bool


@dataclass(slots=True)
class _Reading:
    """Where a reader of the page is: below which headings, and who was named last."""

    names: Names
    is_about_others: bool
    is_answering: bool
    adopts: bool
    zone: str = ""
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    owner: Owner | None = None
    since: int = 0
    answers_since: int = 99
    has_their_street: bool = False
    is_told_in_passing: bool = False
    is_own_here: bool = False
    has_place: bool = False


def lines_of(page: Seen, nodes: list[Node], *, is_article: bool) -> list[Line]:
    """The page's lines in order, what is somebody else's taken out of them."""
    names = names_of(page, nodes)
    kind = kind_of(page.url, page.title)
    words = [part for part in re.split(r"[/.]", unquote(urlsplit(page.url).path).lower()) if part]
    reading = _Reading(
        names=names,
        is_about_others=any(patterns("places", "others_paths").search(word) for word in words),
        is_answering=kind in ("imprint", "contact"),
        adopts=not any(_own_full_name(block.text, names) for block in page.blocks),
    )
    places = _places(page.blocks)
    below = {after for at in places for after in range(at, at + 3)}
    named = {before for at in places for before in range(at - NEAR - 1, at + 1)} | below
    return [
        (_line if at in named and len(block.spaced) <= MOST else _plain_line)(block, reading, is_article, at in below)
        for at, block in enumerate(page.blocks)
    ]


def _places(blocks: tuple[Block, ...]) -> list[int]:
    """The lines that could be addresses: reading only these and what is around them keeps long pages cheap."""
    return [
        at
        for at, block in enumerate(blocks)
        if len(block.spaced) <= MOST and (_PLACE.search(block.spaced) or STREET.search(block.spaced))
    ]


def _is_heading(block: Block) -> bool:
    return re.fullmatch(r"h[1-6]", block.tag) is not None


def _plain_line(block: Block, reading: _Reading, is_article: bool, may_be_place: bool) -> Line:
    _move(block, reading)
    is_prose = _is_prose(block, is_article)
    return Line(
        text=block.spaced,
        zone=block.zone,
        is_own=False,
        is_prose=is_prose,
        may_be_place=may_be_place,
        is_heading=_is_heading(block),
    )


def _own_full_name(text: str, names: Names) -> bool:
    return any(names.is_one(name) for _, name in full_names(text))


def _line(block: Block, reading: _Reading, is_article: bool, may_be_place: bool) -> Line:
    _move(block, reading)
    is_others = block.zone in ("voices", "overlay") or _is_below_others(block, reading)
    is_ours = _OUR_SEAT.search(block.spaced) is not None and (reading.owner != "others" or reading.is_told_in_passing)
    if is_ours:
        reading.owner, reading.since = "own", 0
    is_heading_of_others = _is_heading(block) and _speaks_of_others(block.text, reading.names.label)
    reading.is_own_here = False
    text = "" if is_heading_of_others else _own_part(block.spaced, reading)
    is_own = reading.is_own_here
    if (is_others or (reading.is_about_others and block.zone != "footer")) and not (is_own and block.zone in ("main", "contact")):
        text = ""
    is_prose = _is_prose(block, is_article)
    return Line(
        text=text, zone=block.zone, is_own=is_own, is_prose=is_prose, may_be_place=may_be_place, is_heading=_is_heading(block)
    )


def _move(block: Block, reading: _Reading) -> None:
    """Into another part of the page, or below another heading: who was named before is forgotten."""
    reading.since += 1
    reading.answers_since += 1
    if block.zone != reading.zone:
        reading.owner = None
        reading.headings = [one for one in reading.headings if one[0] <= 6]
        if "footer" in (block.zone, reading.zone):
            reading.headings.clear()
            reading.has_place = False
    reading.zone = block.zone
    if found := re.fullmatch(r"h([1-6])", block.tag):
        level = int(found[1])
        reading.headings = [one for one in reading.headings if one[0] < level]
        reading.headings.append((level, block.text[:140], block.zone))
        reading.owner = None
        if patterns("places", "controllers").search(block.text):
            reading.answers_since = 0
    elif reading.since > NEAR:
        reading.owner = None
    if _is_label(block):
        _relabel(block.text, reading)


def _is_label(block: Block) -> bool:
    """A short line that is written like a heading."""
    text = block.text
    return len(text) <= 50 and block.link_share < 0.5 and len(text.split()) <= 5 and not re.search(r"[\d,]|\.$", text)


def _relabel(text: str, reading: _Reading) -> None:
    is_others = _speaks_of_others(text, reading.names.label) and not reading.names.own(text)
    if is_others or reading.names.own(text) or patterns("places", "offices").search(text):
        reading.headings = [one for one in reading.headings if one[0] <= 6]
    if is_others:
        reading.headings.append((7, text, reading.zone))
        reading.owner = None


def _is_below_others(block: Block, reading: _Reading) -> bool:
    return any(
        _speaks_of_others(text, reading.names.label)
        for level, text, zone in reading.headings
        if (zone == "footer" or block.zone != "footer") and (level > 1 or len(text.split()) <= 4)
    )


def _speaks_of_others(heading: str, label: str) -> bool:
    bare = patterns("places", "harmless_headings").sub(" ", heading)
    return any(next(_found(name, bare, label), None) is not None for name in ("others", "others_headings", "makers"))


def _found(name: str, text: str, label: str) -> Iterator[re.Match[str]]:
    """The words of a list in a text, but for those that the organisation's own name is made of."""
    for found in patterns("places", name).finditer(text):
        word = re.sub(r"[\W_]+", "", found[0].casefold())
        if not (len(word) >= 4 and word in label):
            yield found


def _own_part(text: str, reading: _Reading) -> str:
    """The pieces of a line that are not another's; who was named in it holds for the lines below."""
    if patterns("places", "dates").search(text) and not reading.names.are_in(text):
        reading.owner, reading.since, reading.has_their_street = "others", 0, False  # a show on a day
        _theirs(text, reading)
        return ""
    kept: list[str] = []
    at = 0
    for end in [*(found.start() for found in _DIVIDED.finditer(text)), len(text)]:
        piece = text[at:end]
        at, own = end, _own_piece(piece, reading)
        kept.append(own)
    return "".join(kept).strip(" ,.|•·–—-")


def _own_piece(piece: str, reading: _Reading) -> str:
    names = reading.names
    is_controllers = patterns("places", "controllers").search(piece) is not None
    if is_controllers:
        reading.answers_since = 0
    if reading.owner == "others" and reading.has_their_street and _has_house(piece) and _ends(piece):
        reading.owner = None  # theirs had its street already: this is another address
    cut = _first_of_others(piece, reading)
    own = piece if cut is None else piece[:cut]
    if names.own(own) or (is_controllers and names.are_in(own)):
        reading.owner, reading.since = "own", 0
    elif reading.owner == "others" and not names.are_in(own):
        _theirs(own, reading)
        own = ""
    elif len(own.split()) > 4 and not re.search(r"\d", own):
        reading.owner = None  # a sentence came between
    _ours(own, reading)
    if cut is not None:
        reading.owner, reading.since, reading.has_their_street = "others", 0, False
        reading.is_told_in_passing = len(piece.split()) > _SHORT_LINE
        _theirs(piece[cut:], reading)
    return own


def _ours(text: str, reading: _Reading) -> None:
    """A line that may be the organisation's: with a post code its address has come to its end."""
    reading.is_own_here = reading.is_own_here or reading.owner == "own"
    if _ends(text) and not NO_STREET.search(text):
        reading.has_place = True
        reading.adopts = reading.adopts and reading.owner != "own"
        reading.owner = None if reading.owner == "own" else reading.owner


def _theirs(text: str, reading: _Reading) -> None:
    """Another's address has come to its end with a post code: the next line may be anybody's again."""
    reading.has_their_street = reading.has_their_street or _has_house(text)
    if _ends(text):
        reading.owner = None


def _ends(text: str) -> bool:
    """Whether a post code ends an address here; `1200 Sawmill Road` begins one."""
    found = list(_ENDS.finditer(text))
    return len(found) > 1 or (len(found) == 1 and not (found[0].start() <= 1 and STREET.search(text) is not None))


def _has_house(text: str) -> bool:
    return any(HOUSE.search(part.strip()) for part in text.split(","))


def _first_of_others(piece: str, reading: _Reading) -> int | None:
    """Where the first word that is about others begins; None where all of it may be the organisation's."""
    names, starts = reading.names, []
    for found in _found("makers", piece, names.label):
        if not names.are_in(piece[found.end() : found.end() + 60]):
            starts.append(found.start())
    if len(piece) < _LONG and not names.are_in(piece):
        starts += [found.start() for found in _found("others", piece, names.label)]
    else:
        starts += [
            found.start()
            for found in _found("others", piece, names.label)
            if not names.are_in(piece[found.start() :]) and names.are_in(piece[: found.start()])
        ]
    if len(piece.split()) > 8 and patterns("places", "past").search(piece):
        starts.append(0)
    label = re.match(r"\s*([^:]{3,50}):(?!//)", piece)
    if label and _speaks_of_others(label[1], names.label) and not names.are_in(label[1]):
        starts.append(0)
    starts += [start for start, name in full_names(piece) if not names.is_one(name) and not _adopted(name, reading)]
    return min(starts, default=None)


def _adopted(name: str, reading: _Reading) -> bool:
    """The first company that an imprint, a contact page, a footer or a controller's line names, where none is like the domain."""
    is_asked = reading.answers_since <= NEAR
    is_place = not reading.has_place and (reading.is_answering or reading.zone in ("footer", "contact"))
    if not reading.adopts or (reading.is_about_others and not is_asked) or not (is_place or is_asked):
        return False
    if reading.owner == "others" or any(_speaks_of_others(text, reading.names.label) for _, text, _ in reading.headings):
        return False
    key = key_of(name)
    if len(key) >= 3:
        reading.names.keys.add(key)
        reading.adopts = False
    return True


def _is_prose(block: Block, is_article: bool) -> bool:
    if is_article and block.is_in_article and block.zone not in ("footer", "contact"):
        return True
    if block.zone in ("footer", "contact") and len(block.text) <= MOST:
        return max(len(piece) for piece in _DIVIDED.split(block.text)) > LONGEST_LINE
    return len(block.text) > LONGEST_LINE or (block.zone == "main" and len(block.text) > _LONG and not STREET.search(block.text))


def is_led_by_name(line: Line, before: list[Line]) -> bool:
    """Whether an address begins with a name, on its line or on one above, that is no kind of place and no building's.

    Where the page has another address, with the organisation's own name or with none, this one is likely somebody else's.
    """
    first, _, rest = line.text.partition(",")
    first = first.rpartition(":")[2]
    if rest and _could_be_name(first):
        return True
    if ":" in line.text or (rest and not is_street(first) and not re.match(r"\W*\d", first)):
        return False
    for above in reversed(before):
        if above.is_heading or above.is_own or not above.text:
            return False
        if not is_street(above.text) and not STREET.search(above.text):
            return _could_be_name(above.text)
    return False


def _could_be_name(text: str) -> bool:
    text = text.strip()
    if not 4 <= len(text) <= 60 or re.search(r"[\d:!?;]|[^.]\.$", text) or not (text[0].isupper() or not text[0].isascii()):
        return False
    if sum(word.islower() and len(word) > 3 for word in text.split()) > 2:
        return False
    return not (
        STREET.search(text) or text.lower().startswith("the ") or patterns("places", "offices").search(text) or cities_named(text)
    )
