"""Which addresses from outside may be opened from a card or a page."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

LONGEST_LINK: Final = 1500


def openable(url: str | None) -> str | None:
    """The address, if it is a plain web address that every reader of it understands alike; None for any other.

    A backslash, a name before an @ and broken brackets are read differently by browsers than by programs.
    """
    if not url or len(url) > LONGEST_LINK or not url.isascii() or not url.isprintable() or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None and parts.port != 0
    except ValueError:
        return None
    return url if is_web else None
