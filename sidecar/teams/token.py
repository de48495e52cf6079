"""The token for the bot connector: asked of the credential rarely, and by one call at a time."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from typing import Final

from azure.core.credentials import AccessToken

from sidecar.teams.connection import TokenSource

RENEWED_BEFORE: Final = timedelta(minutes=5)
"""So long before its end a token is no longer used."""


class KeptToken:
    """One token, kept until shortly before its end."""

    def __init__(self, credential: TokenSource, scope: str) -> None:
        self._credential = credential
        self._scope = scope
        self._kept: AccessToken | None = None
        self._asking = asyncio.Lock()

    async def get(self, *, refused: str | None = None) -> str:
        """The token. `refused`: the one that was just answered with 401, in whose place another is asked for.

        Raises what the credential raises.
        """
        kept = self._kept
        if kept is not None and kept.token != refused and not _is_ending(kept):
            return kept.token
        async with self._asking:
            if self._kept is None or self._kept is kept or _is_ending(self._kept):
                self._kept = await self._credential.get_token(self._scope)
            return self._kept.token


def _is_ending(token: AccessToken) -> bool:
    return token.expires_on - time.time() < RENEWED_BEFORE.total_seconds()
