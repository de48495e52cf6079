"""What a page says its organisation does, offers and is: sentences taken as they stand, never written anew.

Every quote lies within the page's visible text: a sentence is only taken where its letters stand together however the
page's elements are joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from sidecar.domain.companies.company import MOST_PRODUCTS, MOST_STATEMENTS, Background, PageKind, Statement
from sidecar.knowledge.orders import is_order
from sidecar.knowledge.site_words import is_address, legal_form, offer_headings, patterns
from sidecar.research.site_data import Node, offered, own_organisations
from sidecar.research.site_name import key_of
from sidecar.research.site_own_words import acts, goes_on, is_about_others, is_commanded, own_names, sentences, without
from sidecar.research.site_text import Block, Seen

SHORTEST: Final = 28
LONGEST: Final = 420
LEAST: Final = 1.5
LEAST_ELSEWHERE: Final = 2.0
"""What must speak for a sentence at least."""

_NAME = (
    r"(?:(?:Dr|Prof|Dipl|Ing|Mag|Mr|Ms|Mrs|Ir)\.?(?:-Ing\.?)?\s+){0,4}(?:[A-ZÀ-ÖØ-ÞŁŚŻŠČŽĐĞİÖÜ][\w’'\-]{1,40}+\.?\s+){1,3}[A-ZÀ-"
    r"ÖØ-ÞŁŚŻŠČŽĐĞİÖÜ][\w’'\-]{1,40}+"
)

_LEADS = re.compile(
    r"(?P<role>Geschäftsführer(?:in|ende|ung)?(?:in)?|Geschäftsführende[rs]? Gesellschafter(?:in)?"
    r"|Vertretungsberechtigte[rs]?(?: Geschäftsführer)?|Vertreten durch(?: den Geschäftsführer"
    r"| die Geschäftsführer(?:in)?)?|Vorstand(?:svorsitzende[rs]?)?|Inhaber(?:in)?|CEO|Chief Executive Officer"
    r"|Managing Directors?|Founder(?: (?:&|and) CEO)?"
    r"|Directeur (?:général|de la publication)|Président(?:e)?|Gérant(?:e)?|Director(?:a)? General"
    r"|Administrador(?: único)?|Amministratore (?:delegato|unico)|Legale rappresentante|Directeur"
    r"|Prezes(?: Zarządu)?|Verkställande direktör|VD|Toimitusjohtaja|代表取締役(?:社長)?|法定代表人|대표이사)"
    rf"\s{{0,6}}(?:ist|is|sind|est)?\s{{0,6}}[:：]?\s{{0,6}}(?P<names>{_NAME}(?:\s*(?:,|und|and|&|et|y|e|/)\s*{_NAME}){{0,8}}"
    rf"|(?<=[役长人사長][:：])\s*[一-龠가-힣ぁ-んァ-ヴ]{{1,4}}\s?[一-龠가-힣ぁ-んァ-ヴ]{{1,6}})"
)
_FOUNDED = re.compile(
    r"(?i)\b(?:founded|established|incorporated|in business|operating|est\.?|since|gegründet"
    r"|gründung|seit|besteht seit|fondée?s?|créée?s?|depuis|fundada|fundado|desde|creada"
    r"|fondata|nata|dal|opgericht|sinds|założona|założony|od roku|grundat|grundades|sedan"
    r"|grundlagt|siden|stiftet|perustettu|vuodesta|založena|alapítva|основана|основано|с"
    r"|kuruldu|kuruluş)"
    r"(?:\s+(?:im jahr(?:e)?|in(?: the year)?|en|el año|nel|w|roku|år|v roce|в|году|over"
    r"|around))?\s*:?\s+(?P<year>1[6-9]\d\d|20[0-2]\d)\b"
)
_FOUNDED_EAST = re.compile(
    r"(?:創業|設立|创立于?|成立于?|설립)\s*[:：]?\s*(?P<year>1[6-9]\d\d|20[0-2]\d)\s*[年년]?|(?P<before>1[6-9]\d\d"
    r"|20[0-2]\d)\s*[年년](?:\d{1,2}月)?\s*(?:創業|設立|创立|成立|설립)"
)
_SIZE = re.compile(
    r"(?i)\b(?P<count>\d{1,3}(?:[.,  ]\d{3}){1,4}|\d{1,6})\+?\s+(?:employees|staff|people (?:work"
    r"|employed)|mitarbeiter(?:innen|\*innen|:innen)?(?: und mitarbeiter(?:innen)?)?|beschäftigte"
    r"|collaborateurs|salariés|employés|empleados|trabajadores|colaboradores|funcionários"
    r"|dipendenti|collaboratori|medewerkers|werknemers|pracowników|medarbetare|anställda"
    r"|medarbejdere|ansatte|työntekijää|zaměstnanců|çalışan)\b"
)


def what_they_do(page: Seen, name: str | None, kind: PageKind, *, is_article: bool) -> tuple[Statement, ...]:
    """The sentences that tell best what the organisation does, the best first; none where none tells it plainly."""
    main = _main_text(page)
    described = _described(page)
    own = tuple(dict.fromkeys([*([name] if name else []), *own_names(page)]))
    rated: dict[str, float] = dict(_from_rows(page))
    blocks: dict[str, Block] = {}
    for number, block in enumerate(page.blocks):
        if not _may_tell(block, is_article):
            continue
        is_others = False
        for at, sentence in enumerate(sentences(block)):
            if len(sentence) > LONGEST:
                continue
            is_others = is_about_others(sentence, own, block.heading) or (is_others and goes_on(sentence))
            if is_others or is_address(without(sentence, own)):
                continue
            if len(sentence) * _density(sentence) >= SHORTEST:
                worth = _worth(sentence, own, described, kind) - 0.02 * min(at, 10) - 0.004 * min(number, 200)
                worth += (0.5 if " ".join(sentence.split()) in main else 0.0) + (0.4 if kind in ("home", "about") else 0.0)
                rated.setdefault(sentence, worth - (1.5 if is_article else 0.0))
                blocks.setdefault(sentence, block)
    best = sorted(
        (one for one in rated if rated[one] >= (LEAST if kind in ("home", "about") else LEAST_ELSEWHERE)),
        key=lambda one: -rated[one],
    )
    return tuple(Statement(text=one, quote=one, url=page.url) for one in _unlike(best, blocks))


def _from_rows(page: Seen) -> Mapping[str, float]:
    """What stands in a profile's row for the organisation's work (事業内容), whatever the row is made of."""
    found: dict[str, float] = {}
    for at, block in enumerate(page.blocks[:-1]):
        if not patterns("claims", "work_rows").search(block.text) or block.zone in ("nav", "overlay", "voices"):
            continue
        for behind in page.blocks[at + 1 : at + 1 + (1 if page.blocks[at + 1].tag not in ("li", "dd") else 4)]:
            if behind.tag != page.blocks[at + 1].tag or behind.link_share > 0.5 or not 4 <= len(behind.text) <= LONGEST:
                break
            if not is_order(behind.text) and (behind.text in behind.runs or behind.text == behind.spaced):
                found.setdefault(behind.text, 3.0 - 0.1 * len(found))
    return found


def _density(sentence: str) -> float:
    """A Chinese or Japanese letter says as much as two or three Latin ones."""
    return 2.5 if re.search(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]", sentence) else 1.0


def _main_text(page: Seen) -> str:
    """The page's main text as trafilatura finds it, on one line."""
    from trafilatura import extract

    try:
        found = extract(page.html, url=page.url, fast=True, favor_precision=True, include_comments=False, include_tables=False)
    except (ValueError, RecursionError, TypeError, AttributeError):
        return ""
    return " ".join((found or "").split())


def _described(page: Seen) -> frozenset[str]:
    text = " ".join(page.metas.get(key, "") for key in ("description", "og:description"))
    return frozenset(word for word in re.findall(r"[^\W\d_]{4,}", text.lower()))


def _may_tell(block: Block, is_article: bool) -> bool:
    if block.zone not in ("main", "header", "footer", "contact", "aside") or block.link_share > 0.5:
        return False
    if patterns("places", "others").search(block.heading) and block.tag not in ("h1", "h2", "h3"):
        return False
    return not (is_article and block.is_in_article)


def _worth(sentence: str, own: tuple[str, ...], described: frozenset[str], kind: PageKind) -> float:
    if patterns("claims", "never").search(sentence) or sentence.endswith(("?", "…", "...", ":")):
        return -5.0
    worth = 0.0
    is_named = any(len(key_of(name)) >= 2 and key_of(name) in key_of(sentence) for name in own)
    says = bool(patterns("claims", "is_a").search(sentence) or (is_named and patterns("claims", "does").search(sentence)))
    says_we = bool(patterns("claims", "we").search(sentence))
    says_any = not says and not says_we and (patterns("claims", "we_too").search(sentence) or acts(sentence, own))
    if not (says_we or says_any or (is_named and says) or kind in ("home", "about")):
        return -5.0
    worth += 1.6 if says_we else 1.3 if says_any else 0.0
    worth += 2.2 if is_named and says else 0.6 if is_named else 0.3 if says else 0.0
    words = set(re.findall(r"[^\W\d_]{4,}", sentence.lower()))
    if described and words:
        worth += min(1.8, 3.0 * len(words & described) / max(6, min(len(words), len(described))))
    worth += 0.3 if legal_form().search(sentence) else 0.0
    worth -= 0.6 if re.search(r"^[\"„“«»]|[\"“”»]$", sentence) else 0.0
    worth -= 0.5 if not re.search(r"[.!。！．]$", sentence) else 0.0
    return worth - (0.5 if sentence.isupper() else 0.0)


def _unlike(sentences_: Iterable[str], blocks: Mapping[str, Block]) -> list[str]:
    """The first few, without those that say again what a better one says, and without orders."""
    kept: list[str] = []
    for one in sentences_:
        words = set(re.findall(r"\w{4,}", one.lower()))
        is_new = all(len(words & set(re.findall(r"\w{4,}", other.lower()))) <= 0.6 * max(1, len(words)) for other in kept)
        if is_new and not (one in blocks and is_commanded(one, blocks[one])):
            kept.append(one)
        if len(kept) == MOST_STATEMENTS:
            break
    return kept


def products_of(page: Seen, nodes: list[Node], kind: PageKind, *, is_article: bool) -> tuple[str, ...]:
    """Names of products and services: marked up, or headings and list entries below a heading that announces them."""
    found = [name for name in offered(nodes) if len(name) <= 80]
    if not is_article:
        found += _below_headings(page.blocks, kind)
    kept = {" ".join(name.split()).strip(" :.–-"): None for name in found}
    return tuple(islice((name for name in kept if 2 < len(name) <= 80 and _may_be_offered(name)), MOST_PRODUCTS))


def _may_be_offered(name: str) -> bool:
    return not (patterns("claims", "never").search(name) or is_order(name) or is_address(name))


def _below_headings(blocks: Sequence[Block], kind: PageKind) -> list[str]:
    found: list[str] = []
    level = 0
    for block in blocks:
        if block.zone not in ("main", "aside", "header"):
            continue
        own = int(block.tag[1]) if re.fullmatch(r"h[1-6]", block.tag) else 0
        if own and block.text.lower().strip(" :.") in offer_headings():
            level = own
            continue
        if own and level and own <= level:
            level = 0
        if (level and (own or block.tag == "li") and len(block.text) <= 60 and len(block.text.split()) <= 8) or (
            kind == "products" and own in (2, 3) and not level and len(block.text.split()) <= 6
        ):
            found.append(block.text)
    return found


def description_of(page: Seen, nodes: list[Node], *, is_article: bool) -> str | None:
    """The organisation in its own few words: of its markup, else of the page's head; an article's summary is none."""
    own = next((text for node in own_organisations(nodes) if (text := _told_of(node))), None)
    heads = (
        []
        if is_article
        else [page.metas.get("description"), page.metas.get("og:description"), page.metas.get("twitter:description")]
    )
    for text in (own, *heads):
        if (
            text
            and len(text) * _density(text) >= 20
            and not is_order(text)
            and not re.search(
                r"(?i)just another wordpress|lorem ipsum|\{\{|^this is my|default description|created using create-react-app",
                text,
            )
        ):
            return text[:600]
    return None


def _told_of(node: Node) -> str | None:
    """Its description; none where an order stands in it, even in what looks like markup."""
    raw = node.data.get("description")
    return None if isinstance(raw, str) and is_order(raw) else node.text("description")


def background_of_page(page: Seen, nodes: list[Node], *, is_article: bool) -> tuple[Background, ...]:
    """Who leads it, since when there is it, how many work there: only where the page plainly says so of itself."""
    found: dict[tuple[str, str], Background] = {}
    for block in page.blocks:
        if (
            block.zone in ("voices", "overlay", "nav")
            or (is_article and block.is_in_article)
            or patterns("places", "others").search(block.heading)
        ):
            continue
        for line in _facts(block, page.url):
            found.setdefault((line.kind, line.text.casefold()), line)
    return tuple(found.values())[:8]


def _tells_a_fact(sentence: str) -> bool:
    return any(shape.search(sentence) for shape in (_LEADS, _FOUNDED, _FOUNDED_EAST, _SIZE))


def _facts(block: Block, url: str) -> Iterator[Background]:
    for sentence in sentences(block):
        if len(sentence) > LONGEST or not (_tells_a_fact(sentence) and not is_commanded(sentence, block)):
            continue
        if lead := _LEADS.search(sentence):
            yield Background(kind="leader", text=f"{lead['names'].strip()} ({lead['role'].strip()})", quote=sentence, url=url)
        about_us = (
            patterns("claims", "we").search(sentence)
            or patterns("claims", "is_a").search(sentence)
            or legal_form().search(sentence)
        )
        if (year := _FOUNDED.search(sentence) or _FOUNDED_EAST.search(sentence)) and (
            about_us or re.match(r"(?i)founded|gegründet|est\b|established|fond|创|成|創|設|設立|설립|opgericht|założ", sentence)
        ):
            told = year["year"] or year.groupdict().get("before") or ""
            yield Background(kind="founded", text=told, quote=sentence, url=url)
        if (size := _SIZE.search(sentence)) and about_us:
            yield Background(kind="size", text=size[0], quote=sentence, url=url)
