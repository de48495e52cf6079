"""Which other languages a page offers: links that say the language they lead to, and lead to this same site in it.

A name of a language alone proves nothing: schools teach them, translators sell them, people bear them. The address that a
link leads to must be marked with the language, or the link must stand among others that are nothing but languages, the
page's own among them. Flags are countries and are not read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sidecar.knowledge.site_words import around_language, language_words
from sidecar.research.site_data import site_of

MOST_LINKS: Final = 1_500
LONGEST: Final = 40
LONGEST_GROUP: Final = 400
MOST_AROUND: Final = 5

How = Literal["own", "abroad", "code"]

_SURE_CODES: Final = frozenset({
    "en", "de", "fr", "es", "nl", "pl", "ru", "uk", "ja", "zh", "zh-Hans", "zh-Hant", "ko", "sv", "fi",
})  # fmt: skip
"""Languages whose codes mean little else: IT, HR, PT and AR are a trade, a department, a trainer and a technique."""
_COUNTRIES: Final = frozenset({"uk", "br"})
"""Codes of languages that are read as countries where they stand alone."""
_NO_PAGE: Final = re.compile(r"(?i)\.(?:pdf|docx?|xlsx?|pptx?|zip|jpe?g|png|svg|mp[34]|ics|vcf)$")
_SWITCHER: Final = re.compile(r"(?i)(?<![a-z])(?:lang(?:uages?|ues?|s)?(?![a-z])|language|locale|sprach|wpml|polylang|i18n)")
_QUERY: Final = re.compile(
    r"(?i)^(?:l|hl|lng|lang\w*|locale|loc|idioma|lingua|langue|sprache|sprak|jazyk|jezyk|taal|setlang|trp-form-language)$"
)
_ENDING: Final = re.compile(r"\.(?:html?|php|aspx?|jsp|shtml)$")
_FLAGS: Final = re.compile("[\U0001f1e6-\U0001f1ff\U0001f3f4\U000e0061-\U000e007f]")
_BETWEEN: Final = re.compile(r"[\s|/·•,;:–—\-‐()\[\]<>»›▾▼▽⌄✓✔*+&]*")
_INTO: Final = re.compile(r"\W*(?:en|in|em|el|la)\s+[^\W_]{3}")
_COVERED: Final = re.compile(r"(?i)cookie|consent|onetrust|usercentrics|borlabs|cmplz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A language as a text tells it. `is_sentence`: it stands among words that lead to it, such as “in English”."""

    tag: str
    how: How
    is_sentence: bool


def offered_in(html: str, url: str, base: str, own: str | None) -> tuple[str, ...]:
    """Tags of languages, as attributes and links tell them, in the order of the page. `own`: the page's language."""
    tree = LexborHTMLParser(html)
    found: dict[str, None] = {}
    for node in tree.css("a[href], option[value]")[:MOST_LINKS]:
        address = _address(node, base)
        if address is None or address == url.partition("#")[0] or not _is_this_site(address, url):
            continue
        if (tag := _stated(node) or _plainly(node, address, url, own)) is not None:
            found.setdefault(tag)
    return tuple(found)


def _attribute(node: LexborNode, name: str) -> str:
    return (node.attributes.get(name) or "").strip()


def _attribute_of(node: LexborNode | None, name: str) -> str:
    return _attribute(node, name) if node is not None else ""


def _address(node: LexborNode, base: str) -> str | None:
    href = _attribute(node, "value" if node.tag == "option" else "href")
    if not href or (node.tag == "option" and not re.match(r"/|\?|https?:", href)):
        return None
    try:
        address = urljoin(base, href).partition("#")[0]
        path = urlsplit(address).path
    except ValueError:
        return None
    return address if re.match(r"(?i)https?://", address) and not _NO_PAGE.search(path) else None


def _is_this_site(address: str, url: str) -> bool:
    """The same domain, or the same name in another country's."""
    own, other = site_of(url), site_of(address)
    return own == other or (own.partition(".")[0] == other.partition(".")[0] and len(own.partition(".")[0]) >= 4)


def _stated(node: LexborNode) -> str | None:
    """What the link's own attribute says of where it leads."""
    return _attribute(node, "hreflang") or None


def _plainly(node: LexborNode, address: str, url: str, own: str | None) -> str | None:
    text = _text(node)
    told = _told(text)
    if len(told) != 1 or (told[0].tag.partition("-")[0] == own):
        return None
    one = told[0]
    lang = _attribute(node, "lang") or _attribute_of(node.css_first("[lang]"), "lang")
    if lang and lang.partition("-")[0].lower() == one.tag.partition("-")[0]:
        return lang
    if _is_covered(node):
        return None
    if _is_marked(address, url, one):
        return one.tag if one.how != "code" or one.tag in _SURE_CODES or _is_among(node, own) or _is_switcher(node) else None
    if one.is_sentence and urlsplit(address).path.count("/") <= 3:
        return one.tag
    return one.tag if one.how != "abroad" and _is_among(node, own) and _is_near(address, url) else None


def _text(node: LexborNode) -> str:
    """What is written in a link; where nothing is, its label, or the words (no codes) for its picture."""
    for text in (node.text(separator=" "), _attribute(node, "aria-label"), _attribute(node, "title")):
        if bare := " ".join(_FLAGS.sub(" ", text[: 4 * LONGEST]).split()):
            return bare
    alt = _attribute_of(node.css_first("img[alt]"), "alt")
    return alt if len(alt) > 3 else ""


@cache
def _words() -> re.Pattern[str]:
    own, abroad, codes = language_words()
    words = sorted({*own, *abroad, *codes} - _COUNTRIES, key=len, reverse=True)
    regions = r"(?:[-_][a-z]{2}(?![^\W_]))?(?:\s?\([^)]{2,25}\))?"
    return re.compile(rf"(?<![^\W_])(?P<word>{'|'.join(re.escape(word) for word in words)}){regions}(?![^\W_])")


def _told(text: str) -> list[Told]:
    """The languages that a text consists of, in order; none where it says anything else."""
    if not text or len(text) > LONGEST_GROUP:
        return []
    low = text.casefold()
    rest = _words().sub(" ", low)
    if not _BETWEEN.fullmatch(around_language().sub(" ", rest)):
        return []
    is_sentence = _BETWEEN.fullmatch(rest) is None or _INTO.match(low) is not None
    own, abroad, codes = language_words()
    kept: dict[str, Told] = {}
    for match in _words().finditer(low):
        word = match["word"]
        how: How = "own" if word in own else "abroad" if word in abroad else "code"
        if is_sentence and how == "code":
            continue  # “en” in “en français”
        tag = own.get(word) or abroad.get(word) or codes[word]
        if tag not in kept or kept[tag].how == "code":
            kept[tag] = Told(tag=tag, how=how, is_sentence=is_sentence)
    return list(kept.values())


def _plain(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one))


@cache
def _marks(tag: str, how: How) -> frozenset[str]:
    """What may stand for a language in an address: its codes; its name only where the link bears the language's own."""
    own, abroad, codes = language_words()
    base = tag.partition("-")[0]
    marks = {code for code, one in codes.items() if one.partition("-")[0] == base}
    marks |= {_plain(name) for name, one in own.items() if one == tag} if how != "abroad" else set()
    if base == "en":
        marks |= {"gb", "uk", "us", "int", "en-gb", "en-us", "english"}
    elif how != "abroad":
        marks |= {name for name, one in abroad.items() if one == tag and name.isascii()}
    return frozenset(marks)


def _is_marked(address: str, url: str, told: Told) -> bool:
    """Whether the address is that of a version in the language: by its host, by its query, or by a part of its path."""
    marks = _marks(told.tag, told.how)
    to, here = urlsplit(address), urlsplit(url)
    first = (to.hostname or "").removeprefix("www.").partition(".")[0]
    if to.hostname != here.hostname and (first in marks or _is_home_of(to.hostname or "", marks, address, url)):
        return True
    for key, value in parse_qsl(to.query, keep_blank_values=True):
        if (_QUERY.match(key) and _is_mark(value, marks)) or (not value and _is_mark(key, marks)):
            return True
    return _is_path_marked(to.path, here.path, marks)


def _is_home_of(host: str, marks: frozenset[str], address: str, url: str) -> bool:
    """`example.fr` for French, where this is `example.de`."""
    if site_of(address) == site_of(url):
        return False
    last = host.rpartition(".")[2]
    return last in marks or ("en" in marks and last in ("com", "org", "net", "eu"))


def _is_mark(part: str, marks: frozenset[str]) -> bool:
    part = _plain(unquote(part)).replace("_", "-")
    return part in marks or (re.fullmatch(r"[a-z]{2}-[a-z]{2,4}", part) is not None and part[:2] in marks)


def _is_path_marked(to: str, here: str, marks: frozenset[str]) -> bool:
    """A part of the path, the first one or where this page's own language stands; or the name of the file."""
    parts, own = _parts(to), _parts(here)
    if not parts:
        return False
    if _is_mark(parts[0], marks):
        return True
    if any(_is_mark(part, marks) and at < len(own) and _is_language(own[at]) for at, part in enumerate(parts)):
        return True
    if parts[:-1] not in (own[:-1], own):
        return False
    bare = re.sub(r"^in-|-(?:version|site|website|home|page|seite)$", "", parts[-1])
    return _is_mark(bare, marks) or any(_is_mark(one, marks) for one in re.split(r"[._-]", parts[-1])[1:])


def _is_language(part: str) -> bool:
    return _is_mark(part, frozenset(language_words()[2]))


def _parts(path: str) -> list[str]:
    return [_ENDING.sub("", part) for part in unquote(path).lower().split("/") if part]


def _is_near(address: str, url: str) -> bool:
    """A home page or a page beside this one: no course, no service below it."""
    return site_of(address) == site_of(url) and len(_parts(urlsplit(address).path)) <= max(1, len(_parts(urlsplit(url).path)))


def _around(node: LexborNode) -> Iterator[LexborNode]:
    above = node.parent
    for _ in range(MOST_AROUND):
        if above is None or above.tag in ("body", "html", "main", "header"):
            return
        yield above
        above = above.parent


def _is_among(node: LexborNode, own: str | None) -> bool:
    """Whether it stands among texts that are nothing but languages, the page's own among them."""
    group: list[Told] = []
    for above in _around(node):
        text = _FLAGS.sub(" ", above.text(separator=" "))
        told = _told(" ".join(text[: LONGEST_GROUP + 1].split()))
        if not told:
            break
        group = told
    return own is not None and len(group) > 1 and any(one.tag.partition("-")[0] == own for one in group)


def _is_switcher(node: LexborNode) -> bool:
    return any(_SWITCHER.search(_called(one)) for one in _around(node))


def _is_covered(node: LexborNode) -> bool:
    """Whether it chooses the language of a cookie banner."""
    return any(_COVERED.search(_called(one)) for one in _around(node))


def _called(node: LexborNode) -> str:
    return " ".join(_attribute(node, name) for name in ("class", "id", "aria-label"))
