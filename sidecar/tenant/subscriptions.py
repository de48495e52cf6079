"""Change subscriptions: made after the validation handshake, renewed, ended by the clock."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import uuid4

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal, graph_answer, json_object, stamp
from sidecar.tenant.handshake import bad_request, read_text, read_url, shake_hands
from sidecar.tenant.mailboxes import Mailboxes
from sidecar.tenant.odata import context_url, read_query

LONGEST: Final = timedelta(minutes=10_080)
SHORTEST: Final = timedelta(minutes=45)
GRACE: Final = timedelta(minutes=5)
"""How far beyond the longest life an expiry may lie, for clocks that differ."""
CHANGES: Final = ("created", "updated", "deleted")
TAKEN: Final = frozenset(
    {
        "changeType",
        "notificationUrl",
        "lifecycleNotificationUrl",
        "resource",
        "expirationDateTime",
        "clientState",
        "latestSupportedTlsVersion",
        "includeResourceData",
        "encryptionCertificate",
        "encryptionCertificateId",
        "notificationUrlAppId",
        "notificationQueryOptions",
    }
)

RESOURCE: Final = re.compile(r"/?users/(?P<user>[^/]+)/(?:calendar/)?events/?", re.IGNORECASE)


@dataclass(slots=True, kw_only=True)
class Subscription:
    """One subscription as it stands. `person` is the id of the mailbox's owner."""

    id: str
    person: str
    resource: str
    changes: tuple[str, ...]
    change_type: str
    url: str
    lifecycle_url: str | None
    client_state: str | None
    expires_at: datetime


class Subscriptions:
    """The subscriptions of one application, and the calls on them. https://learn.microsoft.com/graph/api/resources/subscription"""

    def __init__(self, mailboxes: Mailboxes, clock: Callable[[], datetime], app_id: str) -> None:
        self._mailboxes = mailboxes
        self._clock = clock
        self._app_id = app_id
        self._all: dict[str, Subscription] = {}

    def routes(self) -> list[web.RouteDef]:
        """The routes this part answers."""
        one = "/v1.0/subscriptions/{id}"
        return [
            web.get("/v1.0/subscriptions", self.listing, allow_head=False),
            web.post("/v1.0/subscriptions", self.create),
            web.get(one, self.get, allow_head=False),
            web.patch(one, self.renew),
            web.delete(one, self.delete),
            web.post(f"{one}/reauthorize", self.reauthorize),
        ]

    def alive(self) -> tuple[Subscription, ...]:
        """Those whose expiry the clock has not reached."""
        now_at = self._clock()
        for key in [key for key, item in self._all.items() if item.expires_at <= now_at]:
            del self._all[key]
        return tuple(self._all.values())

    def expire(self, subscription_id: str | None) -> list[str]:
        """Ends one subscription, or all, at once and without a word. The ids that ended."""
        ended = [item.id for item in self.alive() if subscription_id in (None, item.id)]
        for key in ended:
            del self._all[key]
        return ended

    def as_json(self, item: Subscription) -> Json:
        """The subscription as Graph shows it."""
        return {
            "id": item.id,
            "resource": item.resource,
            "applicationId": self._app_id,
            "changeType": item.change_type,
            "clientState": item.client_state,
            "notificationUrl": item.url,
            "notificationQueryOptions": None,
            "lifecycleNotificationUrl": item.lifecycle_url,
            "expirationDateTime": stamp(item.expires_at),
            "creatorId": self._app_id,
            "includeResourceData": None,
            "latestSupportedTlsVersion": "v1_2",
            "encryptionCertificate": None,
            "encryptionCertificateId": None,
            "notificationUrlAppId": None,
        }

    async def listing(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/subscription-list"""
        read_query(request, ())
        found = [self.as_json(item) for item in self.alive()]
        return graph_answer({"@odata.context": context_url(request, "subscriptions"), "value": found})

    async def create(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/subscription-post-subscriptions"""
        read_query(request, ())
        item = self._read(await json_object(request))
        await shake_hands(item.url)
        if item.lifecycle_url:
            await shake_hands(item.lifecycle_url)
        self._all[item.id] = item
        return self._answer(request, item, 201)

    async def get(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/subscription-get"""
        read_query(request, ())
        return self._answer(request, self._found(request))

    async def renew(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/subscription-update"""
        read_query(request, ())
        item = self._found(request)
        body = {key: value for key, value in (await json_object(request)).items() if "@odata." not in key}
        if surplus := sorted(set(body) - {"expirationDateTime", "notificationUrl"}):
            raise bad_request(f"Property '{surplus[0]}' cannot be updated on a subscription.")
        if not body:
            raise bad_request("expirationDateTime or notificationUrl is needed.")
        if "notificationUrl" in body:
            url = read_url(body, "notificationUrl")
            await shake_hands(url)
            item.url = url
        if "expirationDateTime" in body:
            item.expires_at = self._expiry(body)
        return self._answer(request, item)

    async def reauthorize(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/subscription-reauthorize"""
        self._found(request)
        return web.Response(status=202)

    async def delete(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/subscription-delete"""
        del self._all[self._found(request).id]
        return web.Response(status=204)

    def _answer(self, request: web.Request, item: Subscription, status: int = 200) -> web.Response:
        return graph_answer({"@odata.context": context_url(request, "subscriptions/$entity"), **self.as_json(item)}, status)

    def _found(self, request: web.Request) -> Subscription:
        wanted = request.match_info["id"].lower()
        self.alive()
        if wanted not in self._all:
            raise Refusal(404, "ResourceNotFound", "The object was not found.")
        return self._all[wanted]

    def _read(self, body: Json) -> Subscription:
        body = {key: value for key, value in body.items() if "@odata." not in key and value is not None}
        if surplus := sorted(set(body) - TAKEN):
            raise bad_request(
                f"The property '{surplus[0]}' does not exist on type 'microsoft.graph.subscription' or cannot be set."
            )
        change_type = read_text(body, "changeType")
        changes = tuple(dict.fromkeys(part.strip().lower() for part in change_type.split(",")))
        if unknown := [part for part in changes if part not in CHANGES]:
            raise bad_request(f"The value '{unknown[0]}' of changeType is not valid.")
        resource = read_text(body, "resource")
        matched = RESOURCE.fullmatch(resource)
        if matched is None:
            raise bad_request(f"Resource '{resource}' is not offered here: subscribe to users/{{id}}/events.")
        if body.get("includeResourceData") or body.get("encryptionCertificate") or body.get("notificationQueryOptions"):
            raise bad_request("The local tenant sends notifications without resource data only.")
        client_state = body.get("clientState")
        if client_state is not None and (not isinstance(client_state, str) or len(client_state) > 128):
            raise bad_request("The value of clientState exceeds the maximum length of 128 characters.")
        return Subscription(
            id=str(uuid4()),
            person=self._mailboxes.person(matched["user"]).id,
            resource=resource,
            changes=changes,
            change_type=change_type,
            url=read_url(body, "notificationUrl"),
            lifecycle_url=read_url(body, "lifecycleNotificationUrl") if "lifecycleNotificationUrl" in body else None,
            client_state=client_state,
            expires_at=self._expiry(body),
        )

    def _expiry(self, body: Json) -> datetime:
        text = read_text(body, "expirationDateTime")
        try:
            expires_at = datetime.fromisoformat(text)
            expires_at = expires_at.replace(tzinfo=UTC) if expires_at.tzinfo is None else expires_at.astimezone(UTC)
        except (ValueError, OverflowError):
            raise bad_request(f"The value '{text}' of expirationDateTime is no instant.") from None
        now_at = self._clock()
        if expires_at <= now_at:
            raise bad_request("Subscription expiration must be in the future.")
        if expires_at > now_at + LONGEST + GRACE:
            raise bad_request(f"Subscription expiration can only be {LONGEST.total_seconds() / 60:.0f} minutes in the future.")
        return max(expires_at, now_at + SHORTEST)
