"""Sending, editing and withdrawing cards in a person's own chat, and nowhere else.

Written straight to the connector's REST interface: the SDK, which reads what arrives, takes ten times as long to send a card.
https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import quote, urlsplit

import aiohttp
from azure.core.exceptions import AzureError
from microsoft_agents.hosting.core import OutboundHostValidator, TurnContext
from yarl import URL

from sidecar.domain.wording.on_the_wire import written
from sidecar.errors import Refused, Retryable
from sidecar.teams.connection import BOT_SCOPE, TokenSource
from sidecar.teams.token import KeptToken
from sidecar.telemetry import tracing
from sidecar.telemetry.outages import Side
from sidecar.wire.retry_after import retry_after

ANSWER_WITHIN = 20.0
NOT_THERE = ("BotNotInConversationRoster", "ConversationNotFound", "BotDisabledByAdmin", "MessageWritesBlocked")
"""Codes of a 403 that mean the person took the bot out or blocked it; another 403 may pass."""
CARD = "application/vnd.microsoft.card.adaptive"
HOSTS: Final = (
    "botframework.com", "botframework.azure.us", "smba.trafficmanager.net", "teams.microsoft.com", "teams.microsoft.us"
)  # fmt: skip
"""Where a service address may lead, sub-domains included. The SDK's own list has places for files too, which anybody may have."""
_LONGEST_ANSWER: Final = 64 * 1024
_AT_ONCE: Final = 100


class Gone(Refused):
    """The conversation or the message no longer exists, or the bot is no longer in it."""


class Unsure(Retryable):
    """No answer came, or only a gateway's that waited for one: the message may have arrived all the same."""


class Messenger:
    """Speaks to one person at a time. A conversation is the JSON that `reference_of` made of a verified turn."""

    def __init__(
        self, credential: TokenSource, *, scope: str = BOT_SCOPE, loopback: str | None = None, within: float = ANSWER_WITHIN
    ) -> None:
        """`loopback` is the local tenant's address; with it no other host is spoken to, without it no loopback.

        `within`: seconds that one message may take.
        """
        self.side = Side("teams")
        self._within = within
        self._token = KeptToken(credential, scope)
        self._loopback = loopback
        self._hosts = OutboundHostValidator(list(HOSTS), enabled=True, include_default_microsoft_hosts=False)
        self._http: aiohttp.ClientSession | None = None

    async def send(self, conversation: Mapping[str, Any], card: Mapping[str, Any], summary: str) -> str | None:
        """Send a card; the id that Teams gave it, None where Teams gave none.

        Raises Gone, Refused or Retryable. After Unsure the card may have arrived all the same: Teams takes no key.
        """
        with tracing.span("teams.send"):
            answer = await self._call("POST", conversation, "", _message(conversation, card, summary))
        return _id_in(answer)

    async def edit(self, conversation: Mapping[str, Any], activity_id: str, card: Mapping[str, Any], summary: str) -> None:
        """Replace a card in place; nobody is notified. Raises Gone, Refused or Retryable."""
        message = {**_message(conversation, card, summary), "id": activity_id}
        with tracing.span("teams.edit"):
            await self._call("PUT", conversation, activity_id, message)

    async def delete(self, conversation: Mapping[str, Any], activity_id: str) -> None:
        """Take a message out of the chat. Raises Gone, Refused or Retryable."""
        await self._call("DELETE", conversation, activity_id, None)

    async def member(self, conversation: Mapping[str, Any]) -> Mapping[str, Any]:
        """The person of the chat as Teams knows them, `email` and `userPrincipalName` among it; no permission of Graph is needed.

        Raises Gone, Refused or Retryable. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
        """
        who = str((conversation.get("user") or {}).get("id") or "")
        if not who:
            raise Refused("the stored conversation names nobody")
        with tracing.span("teams.member"):
            answer = await self._call("GET", conversation, who, None, room="members")
        return _object_in(answer)

    async def close(self) -> None:
        """Let go of connections."""
        if self._http is not None:
            await self._http.close()

    async def _call(
        self, method: str, conversation: Mapping[str, Any], activity_id: str, message: Any, *, room: str = "activities"
    ) -> bytes:
        url = self._address(conversation, activity_id, room)
        body = None if message is None else written(message)
        try:
            async with asyncio.timeout(self._within):
                token = await self._token.get()
                status, headers, answer = await self._once(method, url, body, token)
                if status == 401:
                    status, headers, answer = await self._once(method, url, body, await self._token.get(refused=token))
        except (TimeoutError, aiohttp.ClientError, AzureError, OSError) as error:
            self.side.missed(type(error).__name__)
            raise _unanswered(error) from error
        if status >= 500 or status == 408:
            self.side.missed(str(status))
        else:
            self.side.answered()
        if not 200 <= status < 300:
            raise _refusal(status, headers, answer)
        return answer

    async def _once(self, method: str, url: URL, body: bytes | None, token: str) -> tuple[int, Mapping[str, str], bytes]:
        """One call; a redirect is an answer like any other, for the token is for this host only."""
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", "Accept": "application/json"}
        async with self._session().request(method, url, data=body, headers=headers, allow_redirects=False) as answer:
            return answer.status, answer.headers, await _whole(answer.content)

    def _session(self) -> aiohttp.ClientSession:
        if self._http is None:
            connector = aiohttp.TCPConnector(limit=_AT_ONCE)
            self._http = aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=None))
        return self._http

    def _address(self, conversation: Mapping[str, Any], activity_id: str, room: str = "activities") -> URL:
        """Where a message of this conversation lives, or the person (`room`).

        Raises Refused for anything but a personal chat, and for a host that is not to be spoken to.
        """
        chat, url = conversation.get("conversation") or {}, str(conversation.get("serviceUrl") or "")
        if chat.get("conversationType") != "personal":
            raise Refused("a brief goes to a personal chat only")
        self._refuse_elsewhere(url)
        path = f"v3/conversations/{quote(str(chat.get('id') or ''), safe='')}/{room}"
        more = f"/{quote(activity_id, safe='')}" if activity_id else ""
        return URL(f"{url.rstrip('/')}/{path}{more}", encoded=True)

    def _refuse_elsewhere(self, url: str) -> None:
        """The address is checked here because the SDK checks incoming turns only."""
        if self._loopback is not None:
            if urlsplit(url).netloc != urlsplit(self._loopback).netloc:
                raise Refused("the preview speaks to its own tenant only")
        elif not self._hosts.is_allowed(url) or urlsplit(url).port not in (None, 443):
            raise Refused("the stored service address is not one of Microsoft's")


def reference_of(context: TurnContext) -> dict[str, Any]:
    """What is needed to write to this conversation later, as JSON. Only ever taken from a verified turn."""
    reference = context.activity.get_conversation_reference()
    kept = dict(reference.model_dump(mode="json", by_alias=True, exclude_none=True))
    kept.pop("activityId", None)  # or every later message would claim to answer that turn
    return kept


def _message(conversation: Mapping[str, Any], card: Mapping[str, Any], summary: str) -> dict[str, Any]:
    """https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-send-and-receive-messages"""
    about = {
        "from": conversation.get("bot"), "recipient": conversation.get("user"), "conversation": conversation.get("conversation"),
        "channelId": conversation.get("channelId"), "serviceUrl": conversation.get("serviceUrl"),
        "locale": conversation.get("locale"),
    }  # fmt: skip
    shown = {"summary": summary, "attachments": [{"contentType": CARD, "content": card}]}
    return {"type": "message", **{key: value for key, value in about.items() if value is not None}, **shown}


async def _whole(content: aiohttp.StreamReader) -> bytes:
    """An answer to its end, in however many pieces it comes; what is longer than any honest one is cut."""
    answer = bytearray()
    while len(answer) < _LONGEST_ANSWER and (piece := await content.read(_LONGEST_ANSWER - len(answer))):
        answer += piece
    return bytes(answer)


def _object_in(answer: bytes) -> Mapping[str, Any]:
    """The JSON object of an answer; empty for anything else."""
    try:
        found = json.loads(answer) if answer else None
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _id_in(answer: bytes) -> str | None:
    named = _object_in(answer).get("id")
    return str(named) if named else None


def _refusal(status: int, headers: Mapping[str, str], answer: bytes) -> Refused | Retryable:
    if status == 404 or (status == 403 and any(code.encode() in answer for code in NOT_THERE)):
        return Gone(f"Teams no longer has the message or the chat ({status})")
    wait = retry_after(headers.get("Retry-After"), datetime.now(UTC))
    if status == 504:
        return Unsure(f"Teams answered {status}", wait)
    if status in {408, 412, 429} or status >= 500:
        return Retryable(f"Teams answered {status}", wait)
    return Refused(f"Teams refused the message ({status})")


def _unanswered(error: Exception) -> Retryable:
    if isinstance(error, (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, AzureError)):
        return Retryable(f"Teams cannot be reached ({type(error).__name__})")
    return Unsure(f"Teams did not answer ({type(error).__name__})")
