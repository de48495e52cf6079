"""Which language model to ask, and how much."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSettings:
    """An endpoint of the OpenAI shape: OpenAI (`…/v1`), Azure (`…/openai/v1/`), Ollama, llama.cpp, vLLM.

    `token_provider` gives a fresh bearer token for each call (Entra ID) and goes before `key`; it may raise CompanionError.
    `daily_token_budget` is for each tenant and day (UTC). `timeout` is for a whole answer, waiting and second tries included.
    """

    base_url: str
    model: str
    key: str = field(default="", repr=False)
    token_provider: Callable[[], Awaitable[str]] | None = field(default=None, repr=False)
    daily_token_budget: int = 200_000
    timeout: timedelta = timedelta(seconds=20)

    @property
    def has_address(self) -> bool:
        """Whether `base_url` can be asked at all: http or https, a host, a port that exists."""
        try:
            parts = urlsplit(self.base_url)
            return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            return False

    @property
    def has_sendable_key(self) -> bool:
        """Whether the key, where there is one, can stand in a header."""
        return self.key.isascii() and self.key.isprintable()
