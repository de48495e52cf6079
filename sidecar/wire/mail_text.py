"""The text a person sees in a mail: HTML made plain, invisible characters and hidden elements dropped."""

from __future__ import annotations

import re

LONGEST_TEXT = 400_000
"""Characters of a body that are read; what follows is other people's history or data."""

_INVISIBLE = re.compile(r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff]")
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)"
    r"|max-height\s*:\s*0(?:px)?\s*(?:;|!|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_PRE_TAG = re.compile(r"(</?pre\b[^<>]*>)", re.IGNORECASE)
_MOST_TAGS = 20_000
_LINE_ENDS = re.compile(r"\r\n?|\n")
_UNSEEN = "script, style, head, title, noscript, template, object, svg, [hidden], [aria-hidden=true]"
_QUOTES = (
    "blockquote[type=cite], .gmail_quote, .gmail_extra > blockquote, "
    ".yahoo_quoted, .protonmail_quote, .moz-cite-prefix, .gmail_attr"
)
_HISTORY_STARTS = (
    "#divRplyFwdMsg, #appendonsend, #x_divRplyFwdMsg, "
    "#mail-editor-reference-message-container, #ms-outlook-mobile-body-separator-line"
)
_BLOCKS = (
    "p, div, tr, li, table, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, "
    "section, article, header, footer, address, pre, hr, dd, dt"
)
_HISTORY_LINE = "-----Original Message-----"


def plain_text(text: str) -> str:
    """One character for each kind of line end and blank, none that cannot be seen."""
    text = re.sub(r"\r\n?|[\u2028\u2029\u0085\f\v]", "\n", text[:LONGEST_TEXT])
    text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    return re.sub(r"[\u00a0\u2000-\u200a\u202f\u205f]", " ", text)


def text_of_html(html: str) -> str:
    """The visible text of an HTML body, a line for each block; elements in which mail programs keep the history are left out."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(_flattened(_without_excess(html[: LONGEST_TEXT * 3])))
    for node in tree.css(_UNSEEN):
        node.decompose()
    for node in tree.css("[style]"):
        if _HIDDEN_STYLE.search(node.attributes.get("style") or ""):
            node.insert_before("\n")
            node.decompose()
    for node in tree.css(_HISTORY_STARTS):
        node.insert_before(f"\n{_HISTORY_LINE}\n")
    for node in tree.css(_QUOTES):
        node.insert_before("\n")
        node.decompose()
    for node in tree.css("br"):
        node.replace_with("\n")
    for node in tree.css("td, th"):
        node.insert_after(" | " if node.next is not None else "")
    for node in tree.css(_BLOCKS):
        node.insert_before("\n")
        node.insert_after("\n")
    text = tree.body.text() if tree.body else ""
    return _tidy(plain_text(text))


def _flattened(html: str) -> str:
    """A line end in HTML is a blank, outside of what is set as typed."""
    parts: list[str] = []
    is_typed = False
    for part in _PRE_TAG.split(_COMMENT.sub("", html)):
        is_typed = part[:4].lower() == "<pre" if _PRE_TAG.fullmatch(part) else is_typed
        parts.append(_LINE_ENDS.sub("<br>" if is_typed else " ", part))
    return "".join(parts)


def _without_excess(html: str) -> str:
    """A parser's time grows with the square of the depth, so a body ends at its 20,000th tag."""
    at = -1
    for _ in range(_MOST_TAGS):
        at = html.find("<", at + 1)
        if at < 0:
            return html
    return html[:at]


def _tidy(text: str) -> str:
    lines = (re.sub(r"[ \t]{2,}", " ", line).strip() for line in text.split("\n"))
    tidied = (line.strip().strip("| ") for line in lines)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(tidied)).strip("\n")
