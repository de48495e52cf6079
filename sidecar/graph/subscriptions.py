"""Change-notification subscriptions on people's calendars."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from kiota_abstractions.request_information import RequestInformation

from sidecar.graph.client import Graph, GraphError

LONGEST = timedelta(minutes=10_080)
"""A basic Outlook subscription lives at most so long: https://learn.microsoft.com/graph/api/resources/subscription"""


class Subscriptions:
    """Makes, renews and ends subscriptions."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    async def create(
        self, person: str, client_state: str, notify_url: str, lifecycle_url: str, until: datetime
    ) -> tuple[str, str]:
        """Watch a person's events. Graph calls `notify_url` before it answers. Returns (id, expiry as Graph wrote it)."""
        from msgraph.generated.models.subscription import Subscription

        wanted = Subscription(
            change_type="created,updated,deleted",
            notification_url=notify_url,
            lifecycle_notification_url=lifecycle_url,
            resource=f"users/{person}/events",
            expiration_date_time=until,
            client_state=client_state,
        )
        answer = await self._graph.ask(self._graph.api.subscriptions.to_post_request_information(wanted), person)
        return str(answer["id"]), str(answer["expirationDateTime"])

    async def renew(self, person: str, subscription: str, until: datetime) -> str | None:
        """Prolong a subscription; its new expiry as Graph wrote it, or None where Graph no longer knows it."""
        from msgraph.generated.models.subscription import Subscription

        builder = self._graph.api.subscriptions.by_subscription_id(subscription)
        request = builder.to_patch_request_information(Subscription(expiration_date_time=until))
        answer: Any = await self._known(request, person)
        return str(answer["expirationDateTime"]) if answer else None

    async def delete(self, person: str, subscription: str) -> None:
        """End a subscription; one that is already gone is fine."""
        builder = self._graph.api.subscriptions.by_subscription_id(subscription)
        await self._known(builder.to_delete_request_information(), person)

    async def _known(self, request: RequestInformation, person: str) -> Any:
        try:
            return await self._graph.ask(request, person)
        except GraphError as error:
            if error.status in {404, 410}:
                return None
            raise
