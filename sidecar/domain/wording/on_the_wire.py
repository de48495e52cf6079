"""JSON as it is sent to Teams: its bytes, how large they can become there, and a digest that changes with what is shown."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

import orjson

MOST_OF_A_CARD: Final = 22_400
"""Bytes that a card of ours has at most. Teams refuses messages beyond 28 kB, and writes JSON with more spaces than we do.
https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages"""


def written(value: Any) -> bytes:
    """The value as JSON, as short as it can be. Halves of a surrogate pair, which foreign text may have, are kept escaped."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value, separators=(",", ":")).encode()


def size(value: Any) -> int:
    """How many bytes the value takes at most on the wire: every UTF-16 unit outside ASCII as an escape of six letters."""
    text = written(value).decode().replace("\x7f", "\\u007f")
    if text.isascii():
        return len(text)
    plain = len(text.encode("ascii", "ignore"))
    return plain + 6 * (len(text.encode("utf-16-le")) // 2 - plain)


def digest(value: Any) -> str:
    """The same for equal values, whatever the order of their keys; another one as soon as anything in them differs."""
    try:
        data = orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except TypeError:
        data = json.dumps(value, sort_keys=True).encode()
    return hashlib.sha256(data).hexdigest()[:32]
