"""The bot: what arrives from Teams becomes one of four calls, and always an answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from microsoft_agents.activity import Activity, InvokeResponse
from microsoft_agents.hosting.aiohttp import CloudAdapter
from microsoft_agents.hosting.core import ClaimsIdentity, TurnContext

from sidecar.domain.meeting import PersonId, TenantId
from sidecar.teams.connection import BOT_SCOPES, CredentialConnections, TokenSource
from sidecar.teams.notifications import CARD, reference_of

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks to the bot, from a verified turn."""

    tenant: TenantId
    person: PersonId
    name: str
    locale: str
    zone: str
    """As the client names it; empty where it does not."""
    is_personal: bool
    conversation: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the product does when Teams speaks. `on_action` answers with the card to show, `on_message` with words."""

    on_install: Callable[[Speaker], Awaitable[None]]
    on_uninstall: Callable[[Speaker], Awaitable[None]]
    on_action: Callable[[Speaker, str, Mapping[str, Any], str], Awaitable[Mapping[str, Any]]]
    on_message: Callable[[Speaker, str], Awaitable[str]]


def adapter_for(client_id: str, credential: TokenSource, cloud: str = "global") -> CloudAdapter:
    """The SDK's adapter on our credential. A failed turn is logged, and never told to the chat."""
    adapter = CloudAdapter(connection_manager=CredentialConnections(client_id, credential, BOT_SCOPES[cloud]))

    async def on_error(context: TurnContext, error: Exception) -> None:
        log.error("bot_turn_failed", activity_type=context.activity.type, exc_info=error)

    adapter.on_turn_error = on_error
    return adapter


class Bot:
    """Turns verified activities into answers."""

    def __init__(self, adapter: CloudAdapter, answers: Answers) -> None:
        self._adapter = adapter
        self._answers = answers

    async def take(self, activity: Activity, claims: Mapping[str, Any]) -> InvokeResponse | None:
        """Run one turn for an activity whose token was verified; the answer where Teams waits for one."""
        identity = ClaimsIdentity(dict(claims), authentication_type="Bearer")
        return await self._adapter.process_activity(identity, activity, self._turn)

    async def _turn(self, context: TurnContext) -> None:
        speaker = _speaker(context)
        if speaker is None:
            return
        kind = context.activity.type
        if kind == "installationUpdate":
            await self._installation(context, speaker)
        elif kind == "invoke":
            await self._invoke(context, speaker)
        elif kind == "message" and speaker.is_personal:
            await context.send_activity(await self._answers.on_message(speaker, context.activity.text or ""))

    async def _installation(self, context: TurnContext, speaker: Speaker) -> None:
        if not speaker.is_personal:
            return
        if (context.activity.action or "").lower().startswith("remove"):
            await self._answers.on_uninstall(speaker)
        else:
            await self._answers.on_install(speaker)

    async def _invoke(self, context: TurnContext, speaker: Speaker) -> None:
        value = context.activity.value if isinstance(context.activity.value, dict) else {}
        action = value.get("action") if isinstance(value.get("action"), dict) else None
        if context.activity.name != "adaptiveCard/action" or action is None or not speaker.is_personal:
            await _respond(context, 200, {"statusCode": 400, "type": "application/vnd.microsoft.error", "value": _NOT_KNOWN})
            return
        data = action.get("data") if isinstance(action.get("data"), dict) else {}
        card = await self._answers.on_action(speaker, str(action.get("verb", "")), data or {}, context.activity.reply_to_id or "")
        await _respond(context, 200, {"statusCode": 200, "type": CARD, "value": dict(card)})


_NOT_KNOWN = {"code": "BadRequest", "message": "unknown action"}


async def _respond(context: TurnContext, status: int, body: Mapping[str, Any]) -> None:
    response = {"type": "invokeResponse", "value": {"status": status, "body": dict(body)}}
    await context.send_activity(Activity.model_validate(response))


def _speaker(context: TurnContext) -> Speaker | None:
    activity = context.activity
    channel = activity.channel_data if isinstance(activity.channel_data, dict) else {}
    tenant = (channel.get("tenant") or {}).get("id") if isinstance(channel.get("tenant"), dict) else None
    tenant = tenant or getattr(activity.conversation, "tenant_id", None)
    person = getattr(activity.from_property, "aad_object_id", None)
    if not tenant or not person:
        return None
    return Speaker(
        tenant=TenantId(str(tenant)),
        person=PersonId(str(person)),
        name=activity.from_property.name or "",
        locale=activity.locale or "",
        zone=activity.local_timezone or "",
        is_personal=activity.conversation.conversation_type == "personal",
        conversation=reference_of(context),
    )
