"""How much one session of the tech check may ask for: several whole checks a minute, and no more. Whoever has no session
yet is counted by where they ask from."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

REQUESTS: Final = 200
"""A minute; a check needs about forty."""
BYTES: Final = 40_000_000
"""A minute; a check moves about six million."""
MINUTE: Final = 60.0
MOST_SESSIONS: Final = 1000


class TooMuch(Exception):
    """More than a check needs. `wait`: seconds until there is room again."""

    def __init__(self, wait: float) -> None:
        super().__init__("more than a check needs")
        self.wait = max(1, math.ceil(wait))


@dataclass(slots=True)
class _Bucket:
    requests: float
    bytes: float
    at: float


class Meter:
    """A bucket for each session that fills by the minute. `now`: seconds that only rise."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def take(self, session: str) -> None:
        """One request. Raises TooMuch."""
        bucket = self._filled(session)
        if bucket.requests < 1:
            raise TooMuch((1 - bucket.requests) * MINUTE / REQUESTS)
        bucket.requests -= 1

    def take_bytes(self, session: str, count: int) -> None:
        """Some bytes, either way. Raises TooMuch."""
        bucket = self._filled(session)
        if bucket.bytes < count:
            raise TooMuch((count - bucket.bytes) * MINUTE / BYTES)
        bucket.bytes -= count

    def _filled(self, session: str) -> _Bucket:
        now = self._now()
        bucket = self._buckets.setdefault(session, _Bucket(REQUESTS, BYTES, now))
        self._buckets.move_to_end(session)
        share = (now - bucket.at) / MINUTE
        bucket.requests = min(REQUESTS, bucket.requests + share * REQUESTS)
        bucket.bytes = min(BYTES, bucket.bytes + share * BYTES)
        bucket.at = now
        while len(self._buckets) > MOST_SESSIONS:
            self._buckets.popitem(last=False)
        return bucket


def network_of(peer: str | None, forwarded: str) -> str:
    """From where somebody asks: the address that connects, or where that is a proxy of our own, the last one that it names
    in X-Forwarded-For. Of IPv6 the network: one person has a whole one."""
    found = _address(peer or "")
    if found is None:
        return peer or ""
    if not found.is_global:
        found = _address(forwarded.rpartition(",")[2]) or found
    return str(ip_network((found, 64), strict=False)) if found.version == 6 else str(found)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    """An address, without the port that some proxies write behind it."""
    text = text.strip()
    bare = text[1:].partition("]")[0] if text.startswith("[") else text.partition(":")[0] if text.count(":") == 1 else text
    with suppress(ValueError):
        return ip_address(bare)
    return None
