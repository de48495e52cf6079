"""The options of the Teams meetings that somebody hosts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiota_abstractions.base_request_configuration import RequestConfiguration

from sidecar.graph.client import Graph


class OnlineMeetings:
    """Online meetings of the people we watch. Needs OnlineMeetings.Read.All and an application access policy for each person:
    https://learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy"""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    async def hosted(self, person: str, join_url: str) -> Mapping[str, Any] | None:
        """The online meeting behind a join link, as its organiser sees it; None where there is none.

        Raises GraphError, 403 without the permission or the policy, or Retryable. https://learn.microsoft.com/graph/api/onlinemeeting-get
        """
        from msgraph.generated.users.item.online_meetings.online_meetings_request_builder import OnlineMeetingsRequestBuilder

        quoted = join_url.replace("'", "''")
        query = OnlineMeetingsRequestBuilder.OnlineMeetingsRequestBuilderGetQueryParameters(filter=f"JoinWebUrl eq '{quoted}'")
        builder = self._graph.api.users.by_user_id(person).online_meetings
        request = builder.to_get_request_information(RequestConfiguration(query_parameters=query))
        answer = await self._graph.ask(request, person)
        found = [one for one in (answer or {}).get("value", ()) if isinstance(one, Mapping)]
        return found[0] if found else None
