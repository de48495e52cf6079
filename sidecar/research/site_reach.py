"""How the site's own organisation is reached: addresses and numbers that it gives as its own, its profiles elsewhere."""

from __future__ import annotations

import re
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from sidecar.knowledge.free_mail import FREE_MAIL
from sidecar.knowledge.site_words import patterns
from sidecar.research.site_data import Node, site_of
from sidecar.research.site_name import label_of, mentions
from sidecar.research.site_own_names import is_makers, makers_of, surely_own
from sidecar.research.site_text import Link, Seen

MOST: Final = 12

_MAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9.-]{0,200}\.[A-Za-z]{2,24}(?![\w-])")
_NETWORKS: Final = {
    "facebook.com": 
        r"/(?!sharer|share|dialog|plugins|tr\b|policy|privacy|login|hashtag|events/|groups/|photo"
        r"|watch|story)[^/?]+"
        , "linkedin.com": 
        r"/(?:company|school|showcase|in)/[^/?]+"
        ,
    "x.com": r"/(?!intent|share|home|hashtag|search|i/)\w+/?$", "twitter.com": 
        r"/(?!intent|share|home|hashtag|search|i/|widgets)\w+/?$"
        , "instagram.com": 
        r"/(?!p/|reel/|explore|share)[^/?]+"
        ,
    "youtube.com": r"/(?:@|c/|channel/|user/)[^/?]+|/(?!watch|embed|shorts|playlist|results|t/|iframe)[\w-]+/?$", "xing.com": 
        r"/(?:companies|company|pages|profile|net)/[^/?]+"
        , "tiktok.com": r"/@[^/?]+/?$",
    "github.com": r"/[^/?]+/?$", "pinterest.com": r"/(?!pin/)[^/?]+/?$", "pinterest.de": r"/(?!pin/)[^/?]+/?$",
    "vimeo.com": r"/(?!\d+$)[^/?]+/?$", "threads.net": r"/@", "mastodon.social": r"/@", "bsky.app": r"/profile/",
    "kununu.com": r"/[a-z]{2}/[^/?]+", "vk.com": r"/(?!share)[^/?]+/?$", "t.me": r"/(?!share)[^/?]+/?$",
    "weibo.com": r"/[^/?]+", "line.me": r"/", "crunchbase.com": r"/organization/",
}  # fmt: skip


_PERSONAL: Final = re.compile(r"linkedin\.com/in/|xing\.com/profile/")


def emails_of(page: Seen, own: list[Node]) -> tuple[str, ...]:
    """Addresses at the site's own domain; elsewhere only those its markup names, or a mail provider's in a contact box."""
    domain = site_of(page.url)
    found = [(text, True) for node in own for text in (node.text("email"),) if text]
    others = patterns("places", "others")
    found += [(link.url[7:], link.zone in ("footer", "contact")) for link in page.links if link.url.lower().startswith("mailto:")]
    found += [
        (text, block.zone in ("footer", "contact"))
        for block in page.blocks
        if not others.search(block.heading)
        for text in _MAIL.findall(block.text)
    ]
    kept: dict[str, None] = {}
    for text, is_plain in found:
        address = unquote(text).removeprefix("mailto:").partition("?")[0].strip().lower()
        if _MAIL.fullmatch(address) and (
            site_of(address.rpartition("@")[2]) == domain or (is_plain and address.rpartition("@")[2] in FREE_MAIL)
        ):
            kept.setdefault(address)
    structured = [address for address, is_own in found if is_own]
    for text in structured:
        address = unquote(text).removeprefix("mailto:").strip().lower()
        if _MAIL.fullmatch(address) and any(node.text("email") == text for node in own):
            kept.setdefault(address)
    return tuple(kept)[:MOST]


def phones_of(page: Seen, own: list[Node]) -> tuple[str, ...]:
    """Numbers as they stand in its markup and behind links to call, each once."""
    texts = [text for node in own for text in (node.text("telephone"),) if text]
    texts += [unquote(link.url[4:]) for link in page.links if link.url.lower().startswith("tel:") and link.zone != "voices"]
    kept: dict[str, str] = {}
    for text in texts:
        digits = re.sub(r"\D", "", text)
        if 6 <= len(digits) <= 15:
            kept.setdefault(digits.lstrip("0"), " ".join(text.split()))
    return tuple(kept.values())[:MOST]


def social_of(page: Seen, own: list[Node], *, is_article: bool = False) -> tuple[str, ...]:
    """Profiles on networks that the page links to, or its markup calls its own; buttons that share the page are none.

    An author's accounts are the author's; a person's is the organisation's only where it bears its name.
    """
    label, makers = label_of(page.url), makers_of(page)
    texts = [text for node in surely_own(own, label) for text in _texts(node.data.get("sameAs"))]
    texts += [link.url for link in page.links if _may_be_ours(link, page, is_article) and not is_makers(link.url, makers, label)]
    kept: dict[str, str] = {}
    for text in texts:
        parts = urlsplit(text)
        host = re.sub(r"^(?:www|m|\w\w|\w\w-\w\w)\.", "", (parts.hostname or "").lower())
        if host in _NETWORKS and host != site_of(page.url) and re.match(_NETWORKS[host], parts.path or "/"):
            kept.setdefault(f"{host}{parts.path.rstrip('/').lower()}", text.partition("?")[0])
    return tuple(kept.values())[:MOST]


def _may_be_ours(link: Link, page: Seen, is_article: bool) -> bool:
    if link.zone not in ("footer", "header", "contact", "aside", "nav", "main") or link.is_authors:
        return False
    if link.is_in_article and (is_article or (link.zone == "main" and urlsplit(page.url).path.count("/") > 1)):
        return False
    return _PERSONAL.search(link.url) is None or mentions(urlsplit(link.url).path, label_of(page.url))


def _texts(value: Any) -> list[str]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str) and one.startswith("http")]
