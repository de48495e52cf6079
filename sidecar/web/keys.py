"""Published signing keys, fetched asynchronously, kept, and asked for again at most once in a while for an unknown one."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import aiohttp
import jwt

from sidecar.errors import Untrusted
from sidecar.web.identity import SigningKey

KEEP_FOR = 24 * 3600.0
COOL_DOWN = 30.0
"""Seconds between two fetches on behalf of unknown keys, whoever asks."""


class KeyRing:
    """The keys behind one address: a JWKS document, or an OpenID configuration that names one."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._keys: dict[str, SigningKey] = {}
        self._fetched = float("-inf")
        self._lock = asyncio.Lock()

    async def key(self, key_id: str) -> SigningKey:
        """The key with this id. Raises Untrusted where nobody publishes it.

        Whoever shows a known key never waits for a fetch that somebody else's unknown one began.
        """
        if key_id not in self._keys or self._age() > KEEP_FOR:
            async with self._lock:
                if self._age() > (KEEP_FOR if key_id in self._keys else COOL_DOWN):
                    await self._fetch()
        if key_id not in self._keys:
            raise Untrusted("unknown_key")
        return self._keys[key_id]

    async def is_there(self) -> bool:
        """Whether keys are held, or were given now where it is time to ask."""
        async with self._lock:
            if self._age() > (KEEP_FOR if self._keys else COOL_DOWN):
                await self._fetch()
        return bool(self._keys)

    def _age(self) -> float:
        return time.monotonic() - self._fetched

    async def _fetch(self) -> None:
        self._fetched = time.monotonic()
        try:
            async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
                document = await _json(session, self._url)
                if "jwks_uri" in document:
                    document = await _json(session, str(document["jwks_uri"]))
        except (aiohttp.ClientError, TimeoutError, ValueError, RecursionError):
            return
        entries = document.get("keys")
        listed = entries if isinstance(entries, list) else []
        self._keys = {entry["kid"]: found for entry in listed if (found := _signing_key(entry))} or self._keys


async def _json(session: aiohttp.ClientSession, url: str) -> dict[str, Any]:
    async with session.get(url, allow_redirects=False) as answer:
        answer.raise_for_status()
        found = await answer.json(content_type=None)
        return found if isinstance(found, dict) else {}


def _signing_key(entry: Any) -> SigningKey | None:
    if not isinstance(entry, dict) or entry.get("kty") != "RSA" or not isinstance(entry.get("kid"), str):
        return None
    try:
        return SigningKey(
            key=jwt.PyJWK(entry, algorithm="RS256").key,
            endorsements=tuple(entry.get("endorsements") or ()),
            issuer=str(entry.get("issuer") or ""),
        )
    except (jwt.InvalidKeyError, ValueError, TypeError):
        return None
