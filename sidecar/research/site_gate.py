"""Pages that are no company's page at all: parked, under construction, behind a captcha, a cookie wall, a login or an error.

A page is refused for what it is, never for what it mentions: a notice speaks of the page itself, and a page that also tells
what its own organisation does is no mere notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from sidecar.domain.companies.company import Unread
from sidecar.knowledge.site_words import legal_form, patterns
from sidecar.research.site_data import own_organisations, site_of, things
from sidecar.research.site_name import key_of, label_of, name_parts
from sidecar.research.site_notices import (
    ABOUT_A_PAGE,
    AN_OFFER_TO_READERS,
    FILLING,
    IN_TEXT,
    IN_TITLE,
    NOTHING_SAID,
    SOMEBODYS_FRAME,
)
from sidecar.research.site_own_words import behind_name, own_names, split, unquoted
from sidecar.research.site_text import Block, Seen

LITTLE: Final = 900
"""Letters of visible text below which a page may be nothing but a notice."""
VERY_LITTLE: Final = 40
A_WORD: Final = 12
"""Letters below which a text is not even a line."""

_WHOLE: Final = frozenset({"captcha", "error", "placeholder", "login", "consent"})
"""Kinds whose title says nothing else; the words of the others stand anywhere in it."""
_OF_THE_PAGE: Final = frozenset({"placeholder", "error"})
"""Kinds whose words may speak of other things than a page: houses are under construction, leaks cannot be found."""
_SHELL: Final = "#root, #app, #__next, #__nuxt, #___gatsby, #svelte, #main-app, #react-root, #vue-app, #q-app, app-root"


def why_unread(page: Seen) -> Unread | None:
    """Why a page tells nothing about whose it is; None for a page that does."""
    if "<frameset" in page.html.lower() and page.frames and not page.blocks:
        return _framed(page)
    text = " ".join(block.text for block in page.blocks if block.zone != "overlay")
    told = sum(not letter.isspace() for letter in text)
    kind = (_titled(page) if told < LITTLE * 2 else None) or (_notice(page, page.text) if told < LITTLE else None)
    if kind and (_is_said_above(page, kind) or not _tells_its_work(page, kind)):
        return kind
    if told < VERY_LITTLE:
        return _almost_empty(page, page.text, told)
    return "script_only" if told < 200 and _is_shell(page) and not _tells_its_work(page, "script_only") else None


def _is_said_above(page: Seen, kind: Unread) -> bool:
    """Whether a page that says who it is under its notice is the notice all the same: an error in a company's own frame."""
    if kind == "login":
        return _titled(page) == kind
    heads = [block.text for block in page.blocks if block.tag in ("h1", "h2")]
    return kind == "error" and _titled(page) == kind and not (heads and not any(_named_error(head, page) for head in heads))


def _named_error(head: str, page: Seen) -> bool:
    shapes = [shape for kind, shape in (*IN_TITLE, *IN_TEXT) if kind == "error"]
    return any((found := shape.search(head)) and _is_filled(head, found, label_of(page.url)) for shape in shapes)


def _titled(page: Seen) -> Unread | None:
    """The kind of notice that the page's title is."""
    label = label_of(page.url)
    for at, part in enumerate([page.title, *name_parts(page.title)]):
        for kind, shape in IN_TITLE:
            found = shape.search(part)
            if found is None or part.endswith("?") or (kind == "login" and at > 1 and not page.has_password):
                continue
            if kind not in _WHOLE or _is_filled(part, found, label):
                return kind
    return None


def _is_filled(text: str, found: re.Match[str], label: str) -> bool:
    """Whether a text says nothing besides what was found, and what was found is no part of the site's own name."""
    if (key := key_of(found[0])) and len(key) >= 3 and key in label and key != label:
        return False
    rest = f"{text[: found.start()]} {text[found.end() :]}".lower().replace("’", "'").replace(label, " ")
    words = re.findall(r"[^\W\d_](?:[^\W_]|['-])*", rest)
    return all(word in FILLING or (len(word) > 1 and key_of(word) in label) or word in ("www", "com") for word in words)


def _notice(page: Seen, text: str) -> Unread | None:
    """A short page that is nothing but a notice; a short page that only mentions one has other things to say."""
    heads = " ".join(block.text for block in page.blocks if block.tag in ("h1", "h2", "title"))
    for kind, shape in IN_TEXT:
        if not any(_speaks_of_itself(kind, shape, said, page) for said in _said(page)):
            continue
        if kind == "login":
            return kind if page.has_password and len(text) < 400 else None
        if kind == "consent":
            return kind if _share_about_consent(page) > 0.6 else None
        if kind in _OF_THE_PAGE and len(text) > 450 and not shape.search(heads):
            continue
        return kind
    return "login" if page.has_password and len(text) < 300 else None


def _said(page: Seen) -> Iterator[str]:
    """Each sentence, without what it quotes; and each block, for notices that go over several."""
    for block in page.blocks:
        yield from (unquoted(sentence) for sentence in split(block.text))
        yield unquoted(block.text)


def _speaks_of_itself(kind: Unread, shape: re.Pattern[str], said: str, page: Seen) -> bool:
    found = shape.search(said)
    if found is None:
        return False
    if kind not in _OF_THE_PAGE:
        return True
    return ABOUT_A_PAGE.search(said) is not None or _is_filled(said, found, label_of(page.url))


def _tells_its_work(page: Seen, kind: Unread) -> bool:
    """Whether some sentence tells what the organisation does whose domain it is: of its name, or (but on pages that others
    put there) as “we”."""
    names = own_names(page)
    is_theirs = kind in ("parked", "captcha", "consent")
    for block in page.blocks:
        if block.zone in ("overlay", "nav", "form") or block.link_share > 0.5:
            continue
        for sentence in split(block.text):
            if (rest := behind_name(sentence, names)) is not None and _is_work(rest, sentence, kind):
                return True
            if rest is not None and kind == "login" and _is_told_beside(rest):
                return True
            if (not is_theirs or (kind == "captcha" and names and not _titled(page))) and _is_our_work(sentence):
                return True
    return kind == "parked" and _is_dealer(page, names)


def _is_work(rest: str, sentence: str, kind: Unread) -> bool:
    if NOTHING_SAID.match(rest) or len(sentence) < 20 or (kind == "consent" and AN_OFFER_TO_READERS.search(rest)):
        return False
    return patterns("claims", "is_a").search(rest) is not None or patterns("claims", "does").search(rest) is not None


def _is_told_beside(rest: str) -> bool:
    """Whether what a page with a form to sign in says of its own name is about anything but signing in."""
    return len(rest.split()) >= 4 and NOTHING_SAID.match(rest) is None and _SIGNING_IN.search(rest) is None


_SIGNING_IN: Final = re.compile(
    r"(?i)\b(?:log ?in|sign ?in|password|account|portal|passwort|anmeld\w*|konto|mot de passe|espace|compte|connect\w*"
    r"|contraseña"
    r"|cuenta|acce[ds]\w*|password|area riservata|senha|conta|wachtwoord|inlog\w*|hasł\w+|zaloguj|users?|nutzer\w*"
    r"|customers?|clients?|members?"
    r"|employees?|staff|mitarbeiter\w*)\b"
)


def _is_our_work(sentence: str) -> bool:
    if len(sentence) < 25 or ABOUT_A_PAGE.search(sentence) or any(shape.search(sentence) for _, shape in IN_TEXT):
        return False
    told = patterns("claims", "we").search(sentence)
    return told is not None and len(sentence) - len(told[0]) > 15 and not _SOON.search(sentence)


_SOON: Final = re.compile(
    r"(?i)\b(?:soon|shortly|back|bald|demnächst|kürze|zurück|für sie da|bientôt|pronto|próximamente|breve|presto|binnenkort"
    r"|wkrótce|snart|pian|brzy|hamarosan|curând|yakında|скоро|sorry|apolog\w+|working on|new online|stay tuned|something"
    r"|arbeiten (?:gerade|derzeit))\b"
)


def _is_dealer(page: Seen, names: tuple[str, ...]) -> bool:
    """A company whose trade is domains: it goes by a name, and has pages of its own besides."""
    own = site_of(page.url)
    further = {link.url for link in page.links if link.url.startswith("http") and site_of(link.url) == own}
    is_this_one = re.search(rf"(?i)\b{re.escape(own)}\b", page.title + " ".join(one.text for one in page.blocks[:6]))
    return bool(names) and len(further) >= 3 and not is_this_one and _has_legal_person(page.blocks, names)


def _has_legal_person(blocks: tuple[Block, ...], names: tuple[str, ...]) -> bool:
    keys = [key_of(name) for name in names]
    return any(
        legal_form().search(block.text) and any(key and key in key_of(block.text) for key in keys)
        for block in blocks
        if block.zone in ("footer", "contact") or "©" in block.text
    )


def _share_about_consent(page: Seen) -> float:
    about = re.compile(
        r"cookie|consent|privacy|datenschutz|tracking|zustimm|akzeptier|partner|zwecke|personenbezogen"
        r"|werbung|accept|consent|données|datos|dati",
        re.I,
    )
    letters = [(len(block.text), block.zone == "overlay" or bool(about.search(block.text))) for block in page.blocks]
    return sum(count for count, is_about in letters if is_about) / max(1, sum(count for count, _ in letters))


def _almost_empty(page: Seen, text: str, told: int) -> Unread | None:
    if _is_shell(page):
        return "script_only"
    if page.frames:
        return _framed(page)
    is_line = told >= A_WORD and not re.search(r"(?i)\bload|\bwait|\blade|charg|carg|caric|読み込|加载", text)
    if is_line or (page.json_ld and page.script_size <= 500 and own_organisations(things(page))):
        return None
    if page.script_size > 500:
        return "script_only"
    return "consent" if len(text) > 200 else "empty"


def _framed(page: Seen) -> Unread:
    return next((kind for kind, shape in SOMEBODYS_FRAME if any(shape.search(one) for one in page.frames)), "frames")


def _is_shell(page: Seen) -> bool:
    """Whether scripts are to draw the page: it says so, or the place where they draw is bare."""
    text = " ".join(block.text for block in page.blocks)
    if IN_TEXT[-1][1].search(text) and not _tells_its_work(page, "script_only"):
        return True
    place = LexborHTMLParser(page.html).css_first(_SHELL) if page.script_size > 0 else None
    if place is None:
        return False
    for unseen in place.css("script, style, noscript, template"):
        unseen.decompose()
    return len("".join(place.text().split())) < VERY_LITTLE and place.css_first("p, h1, h2, li, table") is None
