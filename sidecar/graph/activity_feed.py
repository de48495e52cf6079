"""Entries in people's activity feeds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sidecar.graph.client import Graph

GATE = "activity feed"
"""Teams counts these calls for the whole tenant, so a hold is everybody's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What stands in the feed. `kind` and the names of `values` are those of the app's package; `link` is a Teams deep link
    of at most 1,024 characters; of two entries with the same `chain` only the later one stands."""

    kind: str
    topic: str
    preview: str
    link: str
    values: Mapping[str, str]
    chain: int


class ActivityFeed:
    """The activity feeds of those who have the app. Needs TeamsActivity.Send.User. The app's package asks for it."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    async def notify(self, person: str, entry: Entry, app: str = "") -> None:
        """Put an entry into somebody's feed. `app`: our id in the catalogue, where it is known.

        Raises GraphError, such as 403 for somebody who does not have the app, or Retryable; the same entry may then be put
        again and stands once. https://learn.microsoft.com/graph/api/userteamwork-sendactivitynotification
        """
        from msgraph.generated.models.item_body import ItemBody
        from msgraph.generated.models.key_value_pair import KeyValuePair
        from msgraph.generated.models.teamwork_activity_topic import TeamworkActivityTopic
        from msgraph.generated.models.teamwork_activity_topic_source import TeamworkActivityTopicSource
        from msgraph.generated.users.item.teamwork.send_activity_notification import (
            send_activity_notification_post_request_body as body,
        )

        wanted = body.SendActivityNotificationPostRequestBody(
            topic=TeamworkActivityTopic(source=TeamworkActivityTopicSource.Text, value=entry.topic, web_url=entry.link),
            activity_type=entry.kind,
            preview_text=ItemBody(content=entry.preview),
            template_parameters=[KeyValuePair(name=name, value=value) for name, value in entry.values.items()],
            chain_id=entry.chain,
            teams_app_id=app or None,
        )
        builder = self._graph.api.users.by_user_id(person).teamwork.send_activity_notification
        await self._graph.ask(builder.to_post_request_information(wanted), GATE)
