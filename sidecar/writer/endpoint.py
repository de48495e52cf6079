"""One endpoint of the OpenAI shape, asked within a deadline: https://platform.openai.com/docs/api-reference/chat/create

Every way it can fail ends in `NoAnswer` with a sentence for a person. Nothing is retried but what the endpoint itself asked us
to try later, and what it could not take in the form we asked for.
"""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from sidecar.domain.wording.reason import Reason
from sidecar.errors import CompanionError, Retryable
from sidecar.telemetry.outages import Side
from sidecar.wire.retry_after import retry_after
from sidecar.writer.answer import Answer, NoAnswer, read_answer
from sidecar.writer.prompts import ANSWER_SCHEMA
from sidecar.writer.settings import ModelSettings

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI

ANSWER_TOKENS_AT_MOST: Final = 1_500
RESTS_FOR: Final = timedelta(minutes=15)
"""After a refused key or an unknown model, which only an administrator can mend."""

_FORMATS: Final[tuple[Mapping[str, Any], ...]] = (
    {"response_format": {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": ANSWER_SCHEMA}}},
    {"response_format": {"type": "json_object"}},
    {},
)
"""From the strictest to none. Servers answer 400, 422 or even 500 to a format they do not know."""
_MAY_BE_THE_FORMAT: Final = frozenset({400, 415, 422, 500, 501})
_WAITS_AT_MOST: Final = 2


class Endpoint:
    """Shared by all tenants. Close it at the end."""

    def __init__(
        self,
        settings: ModelSettings,
        *,
        clock: Callable[[], datetime],
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.side = Side("model")
        self._pause = pause
        self._client: AsyncOpenAI | None = None
        self._building = asyncio.Lock()
        self._format = 0
        self._rests_until: datetime | None = None

    async def answer(self, messages: Sequence[Mapping[str, str]]) -> Answer:
        """What the model says to these messages. Raises NoAnswer, always within the settings' timeout after the first call."""
        if self._rests_until and self.clock() < self._rests_until:
            raise NoAnswer(Reason(key="reason-model-resting"))
        if not self.settings.has_address:
            raise NoAnswer(self._rest("reason-model-unknown", "–"))
        if not self.settings.has_sendable_key:
            raise NoAnswer(self._rest("reason-model-key-refused", "–"))
        client = await self._ready()
        try:
            async with asyncio.timeout(self.settings.timeout.total_seconds()) as deadline:
                body = await self._body(client, messages, deadline)
        except TimeoutError as error:
            self.side.missed(type(error).__name__)
            raise NoAnswer(Reason(key="reason-model-slow")) from error
        return await asyncio.to_thread(read_answer, body)

    async def warm(self) -> None:
        """Loads the openai package and opens a client, in a thread. Otherwise the first answer does it.

        Best before the doors open: an import of two seconds holds the event loop for a tenth of one, in whatever thread it runs.
        """
        await self._ready()

    async def close(self) -> None:
        """Lets the connections go."""
        if self._client:
            await self._client.close()
            self._client = None

    async def _ready(self) -> AsyncOpenAI:
        async with self._building:
            if self._client is None:
                self._client = await asyncio.to_thread(_new_client, self.settings)
            return self._client

    async def _body(self, client: AsyncOpenAI, messages: Sequence[Mapping[str, str]], deadline: asyncio.Timeout) -> bytes:
        """The answer in the strictest format that the endpoint takes. The first that worked is kept for later calls."""
        status = 0
        for at in range(self._format, len(_FORMATS)):
            found = await self._patient(client, {"messages": messages, **_FORMATS[at]}, deadline)
            if isinstance(found, bytes):
                self._format = at
                return found
            status = found
        raise NoAnswer(Reason(key="reason-model-failed", args={"status": str(status)}))

    async def _patient(self, client: AsyncOpenAI, asked: Mapping[str, Any], deadline: asyncio.Timeout) -> bytes | int:
        """The body; or the status, where another format may help. Waits as often as it may where the endpoint says how long."""
        for waited in range(_WAITS_AT_MOST + 1):
            found = await self._once(client, asked)
            if isinstance(found, bytes):
                return found
            if found.status_code not in (429, 503):
                return self._judged(found)
            wait = retry_after(found.response.headers.get("Retry-After"), self.clock())
            left = (deadline.when() or 0) - asyncio.get_running_loop().time()
            if wait is None or wait.total_seconds() >= left or waited == _WAITS_AT_MOST:
                break
            await self._pause(wait.total_seconds())
        raise NoAnswer(Reason(key="reason-model-busy"))

    async def _once(self, client: AsyncOpenAI, asked: Mapping[str, Any]) -> bytes | APIStatusError:
        from openai import APIStatusError, APITimeoutError, OpenAIError

        from sidecar.writer.transport import AnswerTooLong, BrokenExchange

        try:
            found = await client.chat.completions.with_raw_response.create(
                model=self.settings.model, max_completion_tokens=ANSWER_TOKENS_AT_MOST, **asked
            )
        except APIStatusError as error:
            self._heard(error.status_code)
            return error
        except APITimeoutError as error:
            self.side.missed(type(error).__name__)
            raise NoAnswer(Reason(key="reason-model-slow")) from error
        except (OpenAIError, BrokenExchange) as error:
            is_too_long = isinstance(error, AnswerTooLong) or isinstance(error.__cause__, AnswerTooLong)
            self._heard(200 if is_too_long else 0, type(error).__name__)
            raise NoAnswer(Reason(key="reason-model-too-long" if is_too_long else "reason-model-unreachable")) from error
        except Retryable as error:
            raise NoAnswer(Reason(key="reason-model-unreachable")) from error
        except CompanionError as error:
            raise NoAnswer(self._rest("reason-model-key-refused", "–")) from error
        self.side.answered()
        body: bytes = found.content
        return body

    def _heard(self, status: int, error: str = "") -> None:
        if status >= 500 or not status:
            self.side.missed(error or f"status {status}")
        else:
            self.side.answered()

    def _judged(self, refusal: APIStatusError) -> int:
        """The status where another format may help. Raises NoAnswer where none will."""
        status = refusal.status_code
        if refusal.code == "content_filter":
            raise NoAnswer(Reason(key="reason-model-refused"))
        if status in (401, 403):
            raise NoAnswer(self._rest("reason-model-key-refused", str(status)))
        if status == 404:
            raise NoAnswer(self._rest("reason-model-unknown", str(status)))
        if status not in _MAY_BE_THE_FORMAT:
            raise NoAnswer(Reason(key="reason-model-failed", args={"status": str(status)}))
        return status

    def _rest(self, key: str, status: str) -> Reason:
        """Says once what an administrator must mend, and leaves the endpoint alone for a while."""
        self._rests_until = self.clock() + RESTS_FOR
        return Reason(key=key, args={"status": status})


def _new_client(settings: ModelSettings) -> AsyncOpenAI:
    client: AsyncOpenAI = importlib.import_module("sidecar.writer.transport").new_client(settings)
    return client
