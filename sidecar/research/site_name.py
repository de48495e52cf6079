"""Whose site it is: names proposed by several places of a page, and the one that most of them speak for.

No single place is believed: structured data is often the theme's, a title is often a slogan. What resembles the site's own
domain weighs more; what could be anybody's (“Home”, “WordPress”) is no name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final

from sidecar.domain.companies.company import NameBasis
from sidecar.knowledge.cities import cities_named
from sidecar.knowledge.free_mail import FREE_MAIL
from sidecar.knowledge.orders import is_order
from sidecar.knowledge.site_words import legal_form, nobodys_names
from sidecar.research.site_data import Node, own_organisations, own_website, site_of
from sidecar.research.site_name_shapes import (
    AGENCY,
    COPYRIGHT,
    COPYRIGHT_BEHIND,
    DIVIDES,
    IMPRINT_START,
    NAME_BEHIND,
    TAIL,
    TRADE,
)
from sidecar.research.site_text import Block, Seen

LONGEST: Final = 80
ENOUGH: Final = 2.0
"""What must speak for a name at least."""

_AROUND: Final = ' .,;:|–—-»«›‹"“”„™®©/*#>'


_WITH_E: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "æ": "ae", "å": "aa"})
_WITHOUT_E: Final = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ø": "o", "æ": "ae", "å": "a"})
_CYRILLIC = "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye g"
_GREEK = "a v g d e z i th i k l m n x o p r s s t y f ch ps o"
_LATIN: Final = str.maketrans({
    "ł": "l", "đ": "d", "ı": "i", "þ": "th", "ð": "d",
    **dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ", _CYRILLIC.split(), strict=True)),
    **dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", _GREEK.split(), strict=True)),
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A name that one place of the page speaks for."""

    name: str
    basis: NameBasis
    weight: float


def name_of(page: Seen, nodes: list[Node], *, is_inner: bool) -> tuple[str | None, float]:
    """The name most places speak for and what speaks for it; None where it would be a guess. `is_inner`: no home page."""
    label = label_of(page.url)
    proposals = [
        Proposal(name=name, basis=one.basis, weight=one.weight)
        for one in _proposals(page, nodes, label, is_inner)
        if (name := tidied(one.name, label))
    ]
    groups: dict[str, list[Proposal]] = {}
    for one in proposals:
        groups.setdefault(key_of(one.name), []).append(one)
    if not groups:
        return None, 0.0
    weights = {key: _weight(key, groups, label) for key in groups}
    best = max(weights, key=lambda key: weights[key])
    return (_shown(groups[best]), weights[best]) if weights[best] >= ENOUGH else (None, 0.0)


def structured_name(page: Seen, nodes: list[Node]) -> tuple[str | None, float]:
    """The same from what is marked up alone, for pages without text."""
    bare = [one for one in _proposals(page, nodes, label_of(page.url), True) if one.basis in ("structured", "site_name")]
    named = [(name, one.weight) for one in bare if (name := tidied(one.name, label_of(page.url)))]
    return max(named, key=lambda pair: pair[1], default=(None, 0.0))


def _agreeing(page: Seen) -> Iterator[Proposal]:
    """A part of the title that the page's head or logo repeats, or the line of its address or its foot."""
    brands = {key_of(block.text) for block in page.blocks[:12] if block.zone in ("header", "nav") or block.tag == "h1"}
    brands |= {key_of(text) for text in page.logo_texts} | {key_of(block.text) for block in page.blocks[:3]}
    parts = name_parts(page.title)
    for name in dict.fromkeys([*(before_comma(part) for part in parts), *(part.partition(", ")[0] for part in parts)]):
        key = key_of(name)
        if len(key) < 3 or cities_named(name):
            continue
        if key in brands:
            yield Proposal(name=name, basis="logo", weight=0.8)
        if any(_signs(block, name) for block in page.blocks if block.zone not in ("overlay", "voices")):
            yield Proposal(name=name, basis="imprint", weight=1.8)


def _signs(block: Block, name: str) -> bool:
    """Whether a line is a name alone at a page's foot, or a name with what only an address has behind it."""
    found = re.match(rf"(?:©\s*(?:\d{{4}}\s*)?)?{re.escape(name)}(?![^\W_])(?P<rest>.*)$", block.spaced, re.IGNORECASE)
    if found is None or len(block.spaced) > 400 or block.tag in ("h1", "h2"):
        return False
    rest = legal_form().sub(" ", found["rest"]).strip(_AROUND)
    is_foot = block.zone in ("footer", "contact")
    return (is_foot and not rest) or bool(re.match(r"[\s,|·•–—:;-]", found["rest"]) and re.search(r"\d", rest))


def _proposals(page: Seen, nodes: list[Node], label: str, is_inner: bool) -> Iterator[Proposal]:
    for node in own_organisations(nodes)[:6]:
        if name := node.text("name"):
            near = 1.0 if len(node.path) <= 1 else 0.6
            yield Proposal(name=name, basis="structured", weight=(5.0 if node.is_own else 3.0) * near)
        if name := node.text("legalName"):
            yield Proposal(name=name, basis="structured", weight=1.5)
    if (site := own_website(nodes)) is not None and (name := site.text("name")):
        yield Proposal(name=name, basis="site_name", weight=3.0)
    for key, weight in (
        ("og:site_name", 3.5),
        ("application-name", 1.5),
        ("apple-mobile-web-app-title", 1.2),
        ("publisher", 1.0),
        ("dc.publisher", 1.0),
        ("author", 0.4),
        ("copyright", 0.8),
    ):
        if name := page.metas.get(key):
            yield Proposal(name=name, basis="site_name", weight=weight)
    yield from _from_title(page, label, is_inner)
    yield from _from_text(page, label)
    yield from _agreeing(page)
    for rank, text in enumerate(page.logo_texts):
        yield Proposal(
            name=re.sub(r"(?i)\blogo(?:typ)?\b|\bhome(?:page)?\b|\bstartseite\b|\bzur\b", " ", text),
            basis="logo",
            weight=1.6 - 0.5 * rank,
        )


def _from_title(page: Seen, label: str, is_inner: bool) -> Iterator[Proposal]:
    for title, share in ((page.title, 1.0), (page.metas.get("og:title", ""), 0.4)):
        parts = name_parts(title)
        for rank, part in enumerate(parts):
            is_edge = rank == len(parts) - 1 if is_inner else rank in (0, len(parts) - 1)
            weight = 2.0 if resembles(part, label) else 1.4 if is_edge and len(parts) > 1 and len(part.split()) <= 5 else 0.5
            if len(parts) == 1 and not resembles(part, label):
                weight = 0.3 if is_inner else 1.0
            yield Proposal(name=part, basis="title", weight=weight * share)
    if (
        len(
            found := re.findall(
                r"^(?:willkommen (?:bei|im|in|auf)(?: der| dem)?|welcome to|bienvenue chez|benvenuti (?:in"
                r"|da)|bienvenidos? a|welkom bij)\s+(.{3,60})$",
                page.title,
                re.I,
            )
        )
        == 1
    ):
        yield Proposal(name=found[0], basis="title", weight=1.5)


def _from_text(page: Seen, label: str) -> Iterator[Proposal]:
    for block in page.blocks:
        if AGENCY.search(block.text) and not re.search(r"©|copyright", block.text, re.I):
            continue
        for shape in (COPYRIGHT, COPYRIGHT_BEHIND):
            if len(block.text) < 400 and (found := shape.search(block.text)):
                name = TAIL.sub("", found["name"])
                is_credit = bool(AGENCY.search(block.text[max(0, found.start() - 25) : found.start()]))
                if not is_credit and len(name.split()) <= 8:
                    yield Proposal(
                        name=name, basis="copyright", weight=2.0 if block.zone == "footer" or resembles(name, label) else 1.0
                    )
                break
    yield from _legal_names(page, label)
    parts = {key_of(part) for part in name_parts(page.title)}
    for block in page.blocks[:40]:
        if block.tag == "h1" and key_of(block.text) in parts and not re.search(r"[a-zA-Z]", block.text):
            yield Proposal(name=block.text, basis="heading", weight=1.2)
    heads = [block for block in page.blocks[:40] if block.tag == "h1" or (block.zone == "header" and block.link_share > 0.9)]
    for block in heads[:6]:
        if resembles(block.text, label):
            yield Proposal(name=block.text, basis="heading", weight=1.0)


def _legal_names(page: Seen, label: str) -> Iterator[Proposal]:
    """Lines that are a company's full name, right below the words that open an imprint, in a footer or in a contact box."""
    since = 99
    count = 0
    for block in page.blocks:
        since += 1
        if IMPRINT_START.search(block.text) and len(block.text) < 160:
            since = 0
        if behind := NAME_BEHIND.search(block.text):
            yield Proposal(name=behind["name"], basis="imprint", weight=3.0)
            continue
        name = _legal_name(block)
        if name is None or block.zone in ("voices", "overlay") or AGENCY.search(f"{block.heading} {block.text}"):
            continue
        is_near = since <= 6
        if is_near or block.zone in ("footer", "contact") or resembles(name, label):
            count += 1
            yield Proposal(name=name, basis="imprint", weight=(2.5 if is_near else 1.5) / count)


def _legal_name(block: Block) -> str | None:
    text = block.text
    found = legal_form().search(text)
    if len(text) > 90 or found is None or block.link_share > 0.9:
        return None
    is_asian = not found["form"].isascii() and found.start() == 0
    name = text if is_asian else re.split(r"[,;|•·]", text[: found.end()])[-1]
    if (
        re.search(r"[.!?。]\s", name[: len(name) - len(found["form"])].rstrip("."))
        or (not is_asian and not name[: len(name) - len(found["form"])].strip())
        or len(name.split()) > 9
    ):
        return None
    return COPYRIGHT.sub(lambda match: match["name"], name)


def name_parts(title: str) -> list[str]:
    """A title's parts, between what divides them."""
    return [part.strip() for part in DIVIDES.split(title) if part and part.strip()]


def before_comma(text: str) -> str:
    """`Garnier & Fils` of `Garnier & Fils, plombier à Angers`: what follows a comma in small letters tells a trade."""
    first, comma, rest = text.partition(", ")
    is_trade = TRADE.match(rest) is not None and legal_form().match(rest) is None
    return first if comma and is_trade and len(first) > 3 else text


def tidied(text: str, label: str) -> str | None:
    """A proposal as a name: its part that resembles the domain, no slogan; None where it could be anybody's."""
    text = _with_full_stop(" ".join(text.replace("\u00ad", "").replace("\u200b", "").split()).lstrip(_AROUND))
    text = re.sub(r"[™®]|\((?:R|TM)\)", "", text).strip()
    if is_order(text):
        return None
    if len(parts := name_parts(text)) > 1:
        alike = [part for part in parts if resembles(part, label)]
        text = min(alike, key=len) if alike else parts[0]
    text = before_comma(text)
    text = re.sub(
        r"(?i)^(?:willkommen (?:bei|im|in|auf)(?: der| dem)?|welcome to|bienvenue (?:chez|à)"
        r"|benvenuti (?:in|da)|bienvenidos? a|welkom bij|home of|startseite|home|about|über|impressum"
        r"|the official (?:web)?site of)\s+(?=\S)",
        "",
        text,
    )
    if not 2 <= len(text) <= LONGEST or text.lower() in nobodys_names() or not re.search(r"[^\W\d_]", text):
        return None
    if (
        len(text.split()) > 8
        or re.search(r"@|https?:|\.(?:png|jpe?g|svg|gif|webp)$|[!?…]$|[{}]|%\w+%", text)
        or text.lower() in FREE_MAIL
    ):
        return None
    return text


def _with_full_stop(text: str) -> str:
    """Without what may stand around a name, but for the full stop that belongs to its legal form."""
    bare = text.rstrip(_AROUND)
    for form in legal_form().finditer(f"{bare}."):
        if form.end() == len(bare) + 1 and ("." in form["form"][:-1] or text[len(bare) :].startswith(".")):
            return f"{bare}."
    return bare


@lru_cache(maxsize=8192)
def key_of(name: str) -> str:
    """Names that differ by their legal form, case, accents or marks are one."""
    return _plain(_without_form(name)) or _plain(name)


def _without_form(name: str) -> str:
    for _ in range(3):
        name = legal_form().sub(" ", name)
    return name


def _plain(text: str) -> str:
    text = (
        text.casefold()
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("&", "")
        .replace(" und ", " ")
        .replace(" and ", " ")
    )
    text = re.sub(
        r"^(?:the|die|der|das|le|la|les|el)\s+|\.(?:com|de|net|org|eu|io|at|ch|fr|it|es|nl|co\.uk|info)$", "", text.strip()
    )
    text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", "", text)


def mentions(text: str, label: str) -> bool:
    """Whether a text holds what the domain's own part was made from."""
    return len(label) >= 4 and any(label in spelled for spelled in _spellings(text))


def label_of(url: str) -> str:
    """The domain's own part (`example` of `www.example.co.uk`), as names are compared."""
    return _plain(_idna(site_of(url)).partition(".")[0])


def _spellings(text: str) -> set[str]:
    """A name as a domain may spell it: ø as oe or as o, Cyrillic in Latin letters."""
    folded = text.casefold().translate(_LATIN)
    return {_plain(folded), _plain(folded.translate(_WITH_E)), _plain(folded.translate(_WITHOUT_E))}


def _idna(domain: str) -> str:
    try:
        return domain.encode("ascii").decode("idna") if "xn--" in domain else domain
    except UnicodeError:
        return domain


def resembles(name: str, label: str) -> bool:
    """Whether a name could be what the domain's own part (`label`) was made from: whole, shortened, or by its initials."""
    if len(label) < 2 or not _plain(name) or len(name.split()) > 9:
        return False
    for key, bare in product(_spellings(name), _spellings(_without_form(name))):
        if label in (key, bare):
            return True
        if (len(label) >= 4 and label in key and len(key) <= 3 * len(label) + 8) or (len(bare) >= 4 and bare in label):
            return True
    words = [_plain(word) for word in re.split(r"[\s\-&.+/]+", name) if _plain(word)]
    initials = "".join(word[0] for word in words)
    return (len(label) in (2, 3, 4) and (initials.startswith(label) or label in words)) or (
        bool(words) and len(words[0]) >= 5 and label.startswith(words[0]) and len(words) <= 4
    )


def _weight(key: str, groups: dict[str, list[Proposal]], label: str) -> float:
    """What speaks for a name: its own proposals, a share of longer and shorter tellings of it, and its domain."""
    own = _once_by_basis(groups[key])
    for other, proposals in groups.items():
        if other != key and min(len(key), len(other)) >= 3 and (other in key or key in other):
            own += 0.4 * _once_by_basis(proposals)
    name = groups[key][0].name
    if key == label:
        own *= 1.5
    elif resembles(name, label):
        own = own * 1.35 + 0.6
    return own * (0.7 if len(name.split()) > 5 else 1.0)


def _once_by_basis(proposals: list[Proposal]) -> float:
    """One place that says a name ten times is one voice, a little louder."""
    best: dict[str, float] = {}
    for one in proposals:
        best[one.basis] = max(best.get(one.basis, 0.0), one.weight)
    return sum(best.values())


def _shown(proposals: list[Proposal]) -> str:
    """The best source's way to write it; one that is no bare domain and not all in capitals, where there is a choice."""
    weights: dict[str, float] = {}
    for one in proposals:
        weights[one.name] = weights.get(one.name, 0.0) + one.weight
    return max(
        weights,
        key=lambda name: (
            not re.search(r"\.\w{2,4}$", name) or legal_form().search(name) is not None,
            not (name.isupper() and len(name) > 5),
            not name.islower(),
            weights[name],
        ),
    )
