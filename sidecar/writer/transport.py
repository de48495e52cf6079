"""The way to a language model: the openai package over a transport that reads no more than a sentence could need.

Importing this costs two seconds of processor time: only `endpoint` does, in a thread, at first use.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Final

import httpx2
from openai import AsyncOpenAI

from sidecar.writer.settings import ModelSettings

ANSWER_AT_MOST: Final = 262_144
"""Bytes. The longest honest answer has a few thousand."""


BrokenExchange: Final = httpx2.HTTPError
"""What the transport raises where the openai package does not wrap it: while it reads the body of a refusal."""


class AnswerTooLong(httpx2.TransportError):
    """The answer is longer than anything we would read, or packed so that its length cannot be told."""


def new_client(settings: ModelSettings) -> AsyncOpenAI:
    """A client that neither retries nor follows redirects: our key goes to the configured address and nowhere else.

    Proxies named in the environment are not used.
    """
    http = httpx2.AsyncClient(
        transport=_CappedTransport(),
        follow_redirects=False,
        timeout=httpx2.Timeout(settings.timeout.total_seconds()),
        headers={"Accept-Encoding": "identity"},
    )
    client = AsyncOpenAI(
        base_url=settings.base_url,
        api_key=settings.token_provider or settings.key or "none",
        max_retries=0,
        http_client=http,
    )
    client.chat.completions.with_raw_response  # noqa: B018 — imports a tenth of a second's worth, which must not happen on the loop
    return client


class _CappedTransport(httpx2.AsyncHTTPTransport):
    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response = await super().handle_async_request(request)
        is_packed = response.headers.get("Content-Encoding", "identity").lower() != "identity"
        if is_packed or not isinstance(response.stream, httpx2.AsyncByteStream):
            await response.aclose()
            raise AnswerTooLong("the answer is packed although we asked for none")
        response.stream = _CappedStream(response.stream)
        return response


class _CappedStream(httpx2.AsyncByteStream):
    def __init__(self, inner: httpx2.AsyncByteStream) -> None:
        self._inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for chunk in self._inner:
            read += len(chunk)
            if read > ANSWER_AT_MOST:
                raise AnswerTooLong("the answer is too long")
            yield chunk

    async def aclose(self) -> None:
        await self._inner.aclose()
