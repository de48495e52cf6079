"""The bytes of a page in the right letters, whatever its server and its head say."""

from __future__ import annotations

import codecs
import re


def decoded(body: bytes, charset: str | None) -> str:
    """The text of a page: by its byte order mark, then whatever fits of the header's word, the page's own, and UTF-8.

    A word that does not fit the bytes is not believed: https://html.spec.whatwg.org/#determining-the-character-encoding
    """
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    text = _strictly(body, "utf-8")
    if text:
        return _unless_declared_7bit(text, body, charset)
    for told in (charset, _declared(body)):
        codec = _codec(told or "")
        if codec not in (None, "utf-8"):
            return body.decode(codec or "utf-8", "replace")
    return _guessed(body)


def _unless_declared_7bit(text: str, body: bytes, charset: str | None) -> str:
    """ISO-2022-JP is ASCII to look at."""
    name = _codec(charset or "") or _codec(_declared(body) or "")
    if name and name.startswith("iso2022") and b"\x1b" in body:
        return body.decode(name, "replace")
    return text


def _declared(body: bytes) -> str | None:
    found = re.search(
        rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,30})|<\?xml[^>]{0,100}encoding=["']([\w-]{2,30})""",
        body[:4096],
        re.I,
    )
    return (found[1] or found[2]).decode("ascii", "ignore") if found else None


def _codec(name: str) -> str | None:
    """Python's name of a charset; what the web calls Latin-1 or GB2312 is the larger set that pages really use."""
    try:
        found = codecs.lookup(name.strip().lower()).name
    except LookupError:
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
            "euc_kr": "cp949", "iso8859-9": "cp1254", "big5": "big5hkscs"}.get(found, found)  # fmt: skip


def _strictly(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except UnicodeDecodeError as error:
        if error.start > len(body) - 4:  # a page that was cut in the middle of a letter
            return body.decode(name, "ignore")
    return None


def _guessed(body: bytes) -> str:
    """Neither says it rightly: mostly UTF-8 with a few broken letters, or one of the old sets."""
    text = body.decode("utf-8", "replace")
    letters = sum(byte >= 0x80 for byte in body)
    if letters * 4 < sum(chr(byte).isalpha() for byte in body if byte < 0x80):
        return body.decode("cp1252", "replace") if text.count("�") * 20 >= letters else text
    if text.count("�") * 20 < letters:
        return text
    from charset_normalizer import from_bytes

    best = from_bytes(body[:200_000]).best()
    return body.decode(best.encoding if best else "cp1252", "replace")
