"""Sending, editing and withdrawing cards in a person's own chat, and nowhere else."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from azure.core.exceptions import AzureError
from microsoft_agents.activity import Activity, ConversationReference
from microsoft_agents.hosting.aiohttp import CloudAdapter
from microsoft_agents.hosting.core import OutboundHostValidator, TurnContext

from sidecar.errors import Refused, Retryable

ANSWER_WITHIN = 20.0
NOT_THERE = ("BotNotInConversationRoster", "ConversationNotFound", "BotDisabledByAdmin", "MessageWritesBlocked")
"""Codes of a 403 that mean the person took the bot out or blocked it; another 403 may pass."""
CARD = "application/vnd.microsoft.card.adaptive"


class Gone(Refused):
    """The conversation or the message no longer exists, or the bot is no longer in it."""


class Unsure(Retryable):
    """No answer came, or only a gateway's that waited for one: the message may have arrived all the same."""


class Messenger:
    """Speaks to one person at a time. A conversation is the JSON that `reference_of` made of a verified turn."""

    def __init__(self, adapter: CloudAdapter, client_id: str, *, loopback: str | None = None) -> None:
        """`loopback` is the local tenant's address; with it no other host is spoken to, without it no loopback."""
        self._adapter = adapter
        self._client_id = client_id
        self._loopback = loopback
        self._hosts = OutboundHostValidator(enabled=True)

    async def send(self, conversation: Mapping[str, Any], card: Mapping[str, Any], summary: str) -> str | None:
        """Send a card; the id that Teams gave it, None where Teams gave none.

        Raises Gone, Refused or Retryable. After Unsure the card may have arrived all the same: Teams takes no key.
        """
        sent: list[str | None] = []

        async def turn(context: TurnContext) -> None:
            answer = await context.send_activity(_message(card, summary))
            sent.append(answer.id if answer else None)

        await self._in(conversation, turn)
        return sent[0] or None

    async def edit(self, conversation: Mapping[str, Any], activity_id: str, card: Mapping[str, Any], summary: str) -> None:
        """Replace a card in place; nobody is notified. Raises Gone, Refused or Retryable."""

        async def turn(context: TurnContext) -> None:
            message = _message(card, summary)
            message.id = activity_id
            await context.update_activity(message)

        await self._in(conversation, turn)

    async def delete(self, conversation: Mapping[str, Any], activity_id: str) -> None:
        """Take a message out of the chat. Raises Gone, Refused or Retryable."""
        await self._in(conversation, lambda context: context.delete_activity(activity_id))

    async def _in(self, conversation: Mapping[str, Any], turn: Callable[[TurnContext], Awaitable[Any]]) -> None:
        reference = ConversationReference.model_validate(conversation)
        self._refuse_elsewhere(reference)
        claims = self._adapter.create_claims_identity(self._client_id)
        problem: list[Exception] = []

        async def guarded(context: TurnContext) -> None:
            try:
                await turn(context)
            except Exception as error:  # noqa: BLE001  # the SDK would post the error's text into the chat
                problem.append(error)

        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                await self._adapter.continue_conversation_with_claims(claims, reference.get_continuation_activity(), guarded)
        except (TimeoutError, aiohttp.ClientError, AzureError, OSError) as error:
            problem.append(error)
        if problem:
            raise _ours(problem[0]) from problem[0]

    def _refuse_elsewhere(self, reference: ConversationReference) -> None:
        """Briefs go to the personal chat; the address is checked here because the SDK checks incoming turns only."""
        if reference.conversation.conversation_type != "personal":
            raise Refused("a brief goes to a personal chat only")
        url = reference.service_url or ""
        if self._loopback is not None:
            if urlsplit(url).netloc != urlsplit(self._loopback).netloc:
                raise Refused("the preview speaks to its own tenant only")
        elif not self._hosts.is_allowed(url):
            raise Refused("the stored service address is not one of Microsoft's")


def reference_of(context: TurnContext) -> dict[str, Any]:
    """What is needed to write to this conversation later, as JSON. Only ever taken from a verified turn."""
    reference = context.activity.get_conversation_reference()
    kept = dict(reference.model_dump(mode="json", by_alias=True, exclude_none=True))
    kept.pop("activityId", None)  # or every later message would claim to answer that turn
    return kept


def _message(card: Mapping[str, Any], summary: str) -> Activity:
    return Activity.model_validate(
        {"type": "message", "summary": summary, "attachments": [{"contentType": CARD, "content": dict(card)}]}
    )


def _ours(error: Exception) -> Exception:
    if isinstance(error, aiohttp.ClientResponseError):
        if error.status == 404 or (error.status == 403 and any(code in str(error.message) for code in NOT_THERE)):
            return Gone(f"Teams no longer has the message or the chat ({error.status})")
        if error.status == 504:
            return Unsure(f"Teams answered {error.status}", _after(error))
        if error.status in {408, 412, 429} or error.status >= 500:
            return Retryable(f"Teams answered {error.status}", _after(error))
        return Refused(f"Teams refused the message ({error.status})")
    if isinstance(error, (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, AzureError)):
        return Retryable(f"Teams cannot be reached ({type(error).__name__})")
    if isinstance(error, (aiohttp.ClientError, TimeoutError, OSError)):
        return Unsure(f"Teams did not answer ({type(error).__name__})")
    return error


def _after(error: aiohttp.ClientResponseError) -> timedelta | None:
    value = error.headers.get("Retry-After", "") if error.headers else ""
    if value.isdigit():
        return timedelta(seconds=min(int(value), 3600))
    try:
        return max(parsedate_to_datetime(value) - datetime.now(UTC), timedelta()) if value else None
    except (TypeError, ValueError):
        return None
