"""Who calls our pages' own API: the token that Teams gave to the page, judged, for every request anew."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection
from datetime import UTC, datetime
from typing import TypeVar

from aiohttp import web

from sidecar.errors import Untrusted
from sidecar.web.identity import PersonTrust, SignedIn, SigningKey, judge_graph_token, judge_person_token, key_id
from sidecar.web.keys import KeyRing

ASK_AGAIN_AFTER = 5.0
"""Seconds between two looks at the list of tenants on behalf of one that is not on it."""
KEEP_TENANTS_FOR = 300.0
MOST_TOKENS = 20
"""Of one body; Graph sends one for each pair of tenant and application."""
Verdict = TypeVar("Verdict")


class SignIn:
    """`person_of(request)` for every route that people call. Nothing of a token is kept."""

    def __init__(self, trust: PersonTrust, tenants: Callable[[], Awaitable[Collection[str]]]) -> None:
        self.trust = trust
        self._rings = [KeyRing(url) for url in trust.keys_urls]
        self._ask_tenants = tenants
        self._tenants: frozenset[str] = frozenset()
        self._asked = float("-inf")
        self._asking = asyncio.Lock()

    async def has_keys(self) -> bool:
        """Whether the keys that sign people in are there, or can be fetched."""
        return all([await ring.is_there() for ring in self._rings])

    async def person_of(self, request: web.Request) -> SignedIn:
        """Who calls. Raises Untrusted(reason) for anybody who cannot show a token of ours."""
        scheme, _, token = request.headers.get("Authorization", "").strip().partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Untrusted("no_token")
        return await self._judged(judge_person_token, token)

    async def graph_speaks(self, tokens: object) -> frozenset[str]:
        """The tenants for which Graph signed the `validationTokens` of a body. Raises Untrusted unless every one is true."""
        if not isinstance(tokens, list) or not 0 < len(tokens) <= MOST_TOKENS:
            raise Untrusted("no_token")
        if not all(isinstance(token, str) for token in tokens):
            raise Untrusted("not_a_token")
        return frozenset([await self._judged(judge_graph_token, token) for token in tokens])

    async def _judged(self, judge: Callable[..., Verdict], token: str) -> Verdict:
        key, now = await self._key(key_id(token)), datetime.now(UTC)
        try:
            return judge(token, key, self.trust, tenants=await self._known(KEEP_TENANTS_FOR), now=now)
        except Untrusted as error:
            if error.reason != "tenant":
                raise
        return judge(token, key, self.trust, tenants=await self._known(ASK_AGAIN_AFTER), now=now)

    async def _key(self, wanted: str) -> SigningKey:
        for ring in self._rings[:-1]:
            try:
                return await ring.key(wanted)
            except Untrusted:
                continue
        return await self._rings[-1].key(wanted)

    async def _known(self, at_most: float) -> frozenset[str]:
        async with self._asking:
            if time.monotonic() - self._asked > at_most:
                self._tenants = frozenset(await self._ask_tenants())
                self._asked = time.monotonic()
        return self._tenants
