"""The bot: what arrives from Teams becomes one of a few calls, and always an answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import structlog
from microsoft_agents.activity import Activity, InvokeResponse
from microsoft_agents.hosting.aiohttp import CloudAdapter
from microsoft_agents.hosting.core import ClaimsIdentity, TurnContext

from sidecar.domain.calls.call_event import CallEvent, read_call_event
from sidecar.domain.meetings.meeting import PersonId, TenantId
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
    chat: str = ""
    """The id of the conversation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the product does when Teams speaks.

    `on_action` answers with the card to show. `on_submit` does the same for a client that sends a tap as a message: it
    shows the card itself, in the place of the message that was tapped. `on_group` gives what to say where others read it,
    or None; `on_lost` is the card for a tap that cannot be carried out, in the language of a locale.
    """

    on_install: Callable[[Speaker], Awaitable[None]]
    on_uninstall: Callable[[Speaker], Awaitable[None]]
    on_action: Callable[[Speaker, str, Mapping[str, Any], str], Awaitable[Mapping[str, Any]]]
    on_submit: Callable[[Speaker, str, Mapping[str, Any], str], Awaitable[None]]
    on_message: Callable[[Speaker, str], Awaitable[None]]
    on_group: Callable[[Speaker], Awaitable[str | None]]
    on_meeting: Callable[[CallEvent], Awaitable[None]]
    on_lost: Callable[[str, bool], Mapping[str, Any]]


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
        kind, speaker = context.activity.type, _speaker(context)
        if kind == "invoke":
            await self._invoke(context, speaker)
        elif kind == "event":
            await self._event(context)
        elif speaker is None:
            return
        elif kind == "installationUpdate":
            await self._installation(context, speaker)
        elif kind == "message":
            await self._message(context, speaker)

    async def _installation(self, context: TurnContext, speaker: Speaker) -> None:
        if not speaker.is_personal:
            return
        if (context.activity.action or "").lower().startswith("remove"):
            await self._answers.on_uninstall(speaker)
        else:
            await self._answers.on_install(speaker)

    async def _message(self, context: TurnContext, speaker: Speaker) -> None:
        """A word, or a tap from a client that knows no Action.Execute; where others read, only a pointer to the own chat."""
        activity = context.activity
        if not speaker.is_personal:
            said = await self._answers.on_group(speaker) if _is_mentioned(activity) else None
            if said:
                await context.send_activity(said)
            return
        tapped = activity.value if isinstance(activity.value, dict) else {}
        if isinstance(verb := tapped.get("verb"), str) and verb:
            data = {key: value for key, value in tapped.items() if key != "verb"}
            await self._answers.on_submit(speaker, verb, data, activity.reply_to_id or "")
        else:
            await self._answers.on_message(speaker, activity.text or "")

    async def _event(self, context: TurnContext) -> None:
        activity = context.activity
        found = read_call_event(
            activity.name or "",
            activity.value,
            tenant=_tenant_of(activity),
            thread=str(getattr(activity.conversation, "id", "") or ""),
            channel_data=activity.channel_data,
            told_at=activity.timestamp if activity.timestamp and activity.timestamp.tzinfo else None,
            now=datetime.now(UTC),
        )
        if found is not None:
            await self._answers.on_meeting(found)

    async def _invoke(self, context: TurnContext, speaker: Speaker | None) -> None:
        """Always a card: anything else is an error in the client, and a status of ours that Teams would back off from."""
        card = await self._card_for(context, speaker)
        await _respond(context, 200, {"statusCode": 200, "type": CARD, "value": dict(card)})

    async def _card_for(self, context: TurnContext, speaker: Speaker | None) -> Mapping[str, Any]:
        activity = context.activity
        value = activity.value if isinstance(activity.value, dict) else {}
        action = value.get("action") if isinstance(value.get("action"), dict) else None
        is_group = speaker is not None and not speaker.is_personal
        if activity.name != "adaptiveCard/action" or action is None or speaker is None or is_group:
            return self._answers.on_lost(activity.locale or "", is_group)
        data = action.get("data") if isinstance(action.get("data"), dict) else {}
        try:
            return await self._answers.on_action(speaker, str(action.get("verb", "")), data or {}, activity.reply_to_id or "")
        except Exception as error:  # the person sees a card that says so, and we see the error
            log.error("tap_failed", exc_info=error)
            return self._answers.on_lost(activity.locale or "", False)


async def _respond(context: TurnContext, status: int, body: Mapping[str, Any]) -> None:
    response = {"type": "invokeResponse", "value": {"status": status, "body": dict(body)}}
    await context.send_activity(Activity.model_validate(response))


def _is_mentioned(activity: Activity) -> bool:
    """Whether somebody wrote @ and our name: only then is an answer expected where others read."""
    ours = getattr(activity.recipient, "id", None)
    for entity in activity.entities or ():
        if getattr(entity, "type", "") != "mention":
            continue
        mentioned = getattr(entity, "mentioned", None)
        named = mentioned.get("id") if isinstance(mentioned, dict) else getattr(mentioned, "id", None)
        if named and named == ours:
            return True
    return False


def _tenant_of(activity: Activity) -> str:
    channel = activity.channel_data if isinstance(activity.channel_data, dict) else {}
    tenant = (channel.get("tenant") or {}).get("id") if isinstance(channel.get("tenant"), dict) else None
    found = tenant or getattr(activity.conversation, "tenant_id", None)
    return found if isinstance(found, str) else ""


def _speaker(context: TurnContext) -> Speaker | None:
    activity = context.activity
    tenant = _tenant_of(activity)
    person = getattr(activity.from_property, "aad_object_id", None)
    if not tenant or not person or activity.recipient is None:
        return None
    return Speaker(
        tenant=TenantId(tenant),
        person=PersonId(str(person)),
        name=activity.from_property.name or "",
        locale=activity.locale or "",
        zone=activity.local_timezone or "",
        is_personal=activity.conversation.conversation_type == "personal",
        conversation=reference_of(context),
        chat=activity.conversation.id,
    )
