"""A page as a reader sees it: its bytes in the right letters, and its visible text block by block."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sidecar.research.site_style import StyleSheet, background_of, is_hidden, style_sheet

Zone = Literal["main", "nav", "header", "footer", "aside", "form", "overlay", "voices", "contact"]

MOST_ELEMENTS: Final = 40_000
MOST_TEXT: Final = 400_000
DEEPEST: Final = 4_000

_INLINE_TAGS: Final = """
    a abbr acronym b bdi bdo big cite code data dfn em font i img ins kbd label mark q s samp small span strong sub sup
    time tt u var wbr picture source svg
"""
_INLINE: Final = frozenset(_INLINE_TAGS.split())
_SKIPPED_TAGS: Final = """
    script style template noscript head svg math iframe object embed canvas audio video select textarea option datalist
    button noembed noframes map
"""
_SKIPPED: Final = frozenset(_SKIPPED_TAGS.split())
_ZONE_TAGS: Final[Mapping[str, Zone]] = {
    "nav": "nav", "header": "header", "footer": "footer", "aside": "aside", "form": "form", "blockquote": "voices",
    "address": "contact",
}  # fmt: skip
_ZONE_NAMES: Final[tuple[tuple[Zone, re.Pattern[str]], ...]] = (
    ("overlay", re.compile(
        
        r"cookie|consent|gdpr|dsgvo|onetrust|cybotcookie|usercentrics|borlabs|cmplz|\bcmp\b|cc-window"
        r"|privacy-(?:banner|bar)|newsletter-?pop"
        
        r"|modal\b|popup")),
    ("voices", re.compile(
        
        r"testimonial|review(?!ed)|referenz|customer|client-?(?:logo|story|list)|kundenstimm"
        r"|quote|partner-?logo|case-?stud|opinion"
        
        r"|comment|disqus")),
    ("nav", re.compile(r"\bnav\b|navbar|navigation|\bmenu\b|mainmenu|breadcrumb|pagination|skip-link|skiplink|toc\b")),
    ("footer", re.compile(r"\bfooter\b|site-footer|page-footer|\bfusszeile\b|colophon|\bimprint\b|\bimpressum\b")),
    ("contact", re.compile(r"\bvcard\b|\baddress\b|\badresse\b|\bkontakt\b|\bcontact(?:-info|-details)?\b")),
    ("aside", re.compile(r"sidebar|related|share|social|teaser-list|widget_recent|job-?list|\bads?\b|advert")),
)  # fmt: skip
_NO_FRAME: Final = re.compile(
    r"(?i)googletagmanager|doubleclick|google\.\w+/maps|openstreetmap|youtube|youtu\.be|vimeo|facebook\.com|recaptcha/api2/(?:anchor|bframe)"
    r"|^about:|^javascript:"
)
_AUTHORS: Final = re.compile(
    r"\bauthors?\b|\bteam-?member|\bstaff\b|\bspeaker|\bperson\b|byline|autor(?:in|box|en)?\b"
    r"|auteur|verfasser|\bpost-?author|\bwriter\b"
)
_ABOUT_AUTHOR: Final = re.compile(
    r"(?i)about the (?:author|writer)|written by|über (?:den|die) autor|zu[mr] (?:person|autor)|à propos de l.auteur|l.auteure?\b"
    r"|sobre (?:el|la|o|a) autor|sull.autor|l.autore\b|over de auteur|o autor|om författaren|om forfatteren|kirjoittaja|об авторе"
    r"|про автора|yazar hakkında|著者|作者简介|저자"
)
_STRONGEST: Final[Sequence[Zone]] = ("overlay", "voices", "nav", "form", "footer", "contact", "aside", "header", "main")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of visible text that no line break or block's edge divides. White space is single.

    `text` is as a browser joins it, `spaced` with a space between elements; `runs`: its text nodes; `heading`: the last
    heading above it; `link_share`: how much of it is links.
    """

    text: str
    spaced: str
    runs: tuple[str, ...]
    tag: str
    zone: Zone
    heading: str
    link_share: float
    is_in_article: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link as a reader sees it. `url` is absolute and without a fragment."""

    url: str
    text: str
    zone: Zone
    is_in_article: bool = False
    is_authors: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A page, read. `languages` as stated; `states_own`: the first is the page's own.

    `metas` by lower-case name or property, the first of each; `logo_texts`: alternative texts of logos; `frames`: addresses
    of pages shown within it; `script_size`: letters that run, an address of a script counted as 2000.
    """

    url: str
    title: str
    languages: tuple[str, ...]
    states_own: bool
    metas: Mapping[str, str]
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    feeds: tuple[str, ...]
    json_ld: tuple[str, ...]
    logo_texts: tuple[str, ...]
    has_password: bool
    script_size: int
    html: str
    base: str
    frames: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All that is seen, a line for each block."""
        return "\n".join(block.text for block in self.blocks)


def seen(html: str, url: str) -> Seen:
    """The page that a reader without scripts would see at `url`. Never raises for odd markup."""
    tree = LexborHTMLParser(html)
    base = urljoin(url, _attribute(tree.css_first("base[href]"), "href"))
    metas = _metas(tree)
    languages, states_own = _languages(tree, metas)
    styles = style_sheet(node.text() for node in tree.css("style"))
    walk = _Walk(styles, base)
    if tree.body is not None:
        walk.through(tree.body)
    return Seen(
        url=url,
        title=" ".join((node.text() if (node := tree.css_first("head title") or tree.css_first("title")) else "").split()),
        languages=languages,
        states_own=states_own,
        metas=metas,
        blocks=tuple(walk.blocks),
        links=tuple(walk.links),
        feeds=_feeds(tree, base),
        json_ld=tuple(node.text() for node in tree.css('script[type*="ld+json"]')),
        logo_texts=tuple(walk.logos),
        has_password=tree.css_first('input[type="password"]') is not None,
        script_size=sum(len(node.text()) + 2000 * ("src" in node.attributes) for node in tree.css("script") if _runs(node)),
        html=html,
        base=base,
        frames=tuple(_attribute(node, "src") for node in tree.css("frame, iframe") if _is_frame(node)) or _bare_frames(html),
    )


def _runs(script: LexborNode) -> bool:
    """Whether it is a program and no data, such as JSON-LD."""
    kind = _attribute(script, "type").lower()
    return not kind or kind == "module" or "javascript" in kind or "ecmascript" in kind


def _is_frame(node: LexborNode) -> bool:
    """Whether it shows another page, and not a map, a film, a counter or nothing at all."""
    attributes = node.attributes
    told = " ".join(f"{attributes.get(name) or ''}" for name in ("style", "class", "id", "title")).lower()
    is_small = any(re.fullmatch(r"[01](?:px)?", (attributes.get(name) or "").strip()) for name in ("width", "height"))
    is_hidden_ = "hidden" in attributes or re.search(r"display:\s*none|visibility:\s*hidden", told) is not None
    around = node.parent
    while around is not None and around.tag != "noscript":
        around = around.parent
    return not (is_small or is_hidden_ or around is not None or _NO_FRAME.search(_attribute(node, "src")))


def _bare_frames(html: str) -> tuple[str, ...]:
    """Frames that stand where a browser of today leaves them out."""
    return tuple(re.findall(r"(?i)<frame\s[^<>]{0,300}?\bsrc=[\"']?([^\"'\s>]{1,500})", html)[:40])


def _attribute(node: LexborNode | None, name: str) -> str:
    return (node.attributes.get(name) or "").strip() if node is not None else ""


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        key = (_attribute(node, "property") or _attribute(node, "name") or _attribute(node, "http-equiv")).lower()
        value = " ".join(_attribute(node, "content").split())
        if key and value:
            found.setdefault(key, value)
    return found


def _languages(tree: LexborHTMLParser, metas: Mapping[str, str]) -> tuple[tuple[str, ...], bool]:
    """As the page states them, unchanged: its own first, then the other languages that it links to; whether it states its own."""
    root = tree.css_first("html")
    own = _attribute(root, "lang") or _attribute(root, "xml:lang") or _attribute(tree.body, "lang")
    stated = (
        own
        or metas.get("content-language", "")
        or metas.get("language", "")
        or metas.get("dc.language", "")
        or metas.get("og:locale", "")
    )
    others = [_attribute(node, "hreflang") for node in tree.css("link[hreflang]")]
    first = [one for one in re.split(r"[,;\s]+", stated) if one]
    return tuple(one for one in (*first, *others) if one), bool(first)


def _feeds(tree: LexborHTMLParser, base: str) -> tuple[str, ...]:
    found = []
    for node in tree.css('link[rel~="alternate"][href]'):
        is_feed = re.search(r"application/(?:rss|atom)\+xml|application/feed\+json", _attribute(node, "type").lower())
        address = _absolute(base, _attribute(node, "href"))
        if is_feed and address and not re.search(r"comments?(?:/|-)?(?:feed|rss|default)|/(?:authors?|autor|auteur)/", address):
            found.append(address)
    return tuple(dict.fromkeys(found))


def _absolute(base: str, href: str) -> str | None:
    """An absolute http address, mailto or tel link; None for anything else."""
    href = href.strip()
    if re.match(r"(?i)(?:mailto|tel):", href):
        return href
    try:
        address = urljoin(base, href).partition("#")[0]
    except ValueError:
        return None
    return address if re.match(r"(?i)https?://", address) and len(address) < 2000 else None


@dataclass(slots=True)
class _Around:
    """What holds inside an element."""

    zone: Zone
    behind: str | None
    is_in_article: bool
    tag: str
    is_authors: bool = False
    href: str | None = None
    depth: int = 0


@dataclass(slots=True)
class _Walk:
    """Goes through a page in reading order, leaving out what is not seen."""

    styles: StyleSheet
    base: str
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    logos: list[str] = field(default_factory=list)
    runs: list[str] = field(default_factory=list)
    linked: int = 0
    heading: str = ""
    elements: int = 0
    letters: int = 0
    opened: _Around | None = None

    def through(self, body: LexborNode) -> None:
        """All blocks and links, in order; stops quietly at the most that a page may have."""
        start = _Around(zone="main", behind=None, is_in_article=False, tag="body")
        start.behind = background_of(self.styles.of("body", body.attributes), None)
        stack: list[tuple[LexborNode | None, _Around, bool]] = [(body.child, start, False)]
        while stack and self.elements < MOST_ELEMENTS and self.letters < MOST_TEXT:
            node, around, is_end = stack.pop()
            if is_end:
                self._flush(around)
                continue
            if node is None:
                continue
            stack.append((node.next, around, False))
            self._enter(node, around, stack)
        self._flush(start)

    def _enter(self, node: LexborNode, around: _Around, stack: list[tuple[LexborNode | None, _Around, bool]]) -> None:
        tag = node.tag
        self.elements += 1
        if tag == "-text":
            self._text(node, around)
            return
        if tag is None or tag.startswith(("-", "!", "_")) or tag in _SKIPPED or around.depth > DEEPEST:
            return
        attributes = node.attributes
        if tag == "img":
            self._logo(attributes)
        declared = self.styles.of(tag, attributes)
        if is_hidden(tag, attributes, declared, around.behind):
            return
        if tag in ("br", "hr"):
            self._flush(around)
            return
        inside = self._inside(tag, attributes, around)
        inside.behind = background_of(declared, around.behind)
        if tag not in _INLINE:
            self._flush(around)
            stack.append((None, inside, True))
        if inside.href and inside.href != around.href:
            self.links.append(
                Link(
                    url=inside.href,
                    text=" ".join(node.text(separator=" ").split())[:200]
                    or (attributes.get("title") or attributes.get("aria-label") or "")[:200],
                    zone=inside.zone,
                    is_in_article=inside.is_in_article,
                    is_authors=inside.is_authors or self._is_about_author(inside.zone),
                )
            )
        stack.append((node.child, inside, False))

    def _inside(self, tag: str, attributes: Mapping[str, str | None], around: _Around) -> _Around:
        zone = _zone(tag, attributes, around.zone)
        href = _absolute(self.base, attributes.get("href") or "") if tag == "a" and attributes.get("href") else around.href
        kind = tag if tag not in _INLINE else around.tag
        is_article = around.is_in_article or tag == "article" or "articleBody" in (attributes.get("itemprop") or "")
        told = " ".join(f"{attributes.get(name) or ''}" for name in ("class", "id", "itemprop", "rel")).lower()
        is_authors = around.is_authors or (tag != "body" and _AUTHORS.search(told) is not None)
        return _Around(
            zone=zone, behind=None, is_in_article=is_article, tag=kind, href=href, depth=around.depth + 1, is_authors=is_authors
        )

    def _is_about_author(self, zone: Zone) -> bool:
        return zone not in ("header", "footer", "nav") and _ABOUT_AUTHOR.search(self.heading) is not None

    def _logo(self, attributes: Mapping[str, str | None]) -> None:
        told = " ".join((attributes.get(name) or "").lower() for name in ("class", "id", "src", "alt"))
        alt = " ".join((attributes.get("alt") or "").split())
        if "logo" in told and alt and len(self.logos) < 3 and not self.blocks_are_many:
            self.logos.append(alt)

    @property
    def blocks_are_many(self) -> bool:
        """Past the head of the page, where logos are other companies'."""
        return len(self.blocks) > 60

    def _text(self, node: LexborNode, around: _Around) -> None:
        text = node.text_content or ""
        if text:
            self.runs.append(text)
            self.letters += len(text)
            self.opened = around
            if around.href:
                self.linked += len(text.strip())

    def _flush(self, around: _Around) -> None:
        runs, self.runs = self.runs, []
        linked, self.linked = self.linked, 0
        text = " ".join("".join(runs).split())
        inside = self.opened or around
        if not text:
            return
        if re.fullmatch(r"h[1-6]", inside.tag):
            self.heading = text[:200]
        self.blocks.append(
            Block(
                text=text,
                spaced=" ".join(" ".join(runs).split()),
                runs=tuple(run for one in runs if (run := " ".join(one.split()))),
                tag=inside.tag,
                zone=inside.zone,
                heading=self.heading,
                link_share=min(1.0, linked / max(1, len(text))),
                is_in_article=inside.is_in_article,
            )
        )


def _zone(tag: str, attributes: Mapping[str, str | None], around: Zone) -> Zone:
    """The stronger of what the element is and what is around it; a header inside an article is no page's header."""
    own = _ZONE_TAGS.get(tag)
    role = (attributes.get("role") or "").lower()
    own = {"navigation": "nav", "contentinfo": "footer", "dialog": "overlay", "alertdialog": "overlay"}.get(role, own)  # type: ignore[assignment]
    told = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
    if own is None and told.strip() and tag not in ("body", "main", "html"):
        own = next((zone for zone, shape in _ZONE_NAMES if shape.search(told)), None)
    if own is None:
        return around
    return min(own, around, key=_STRONGEST.index)
