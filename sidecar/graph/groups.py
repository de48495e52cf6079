"""Asking whether somebody belongs to a group, and who does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiota_abstractions.base_request_configuration import RequestConfiguration

from sidecar.graph.client import Graph

PAGE_SIZE = 100
USER = "#microsoft.graph.user"


class Groups:
    """The directory's groups, as far as membership goes."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    async def has_member(self, group: str, person: str) -> bool:
        """Whether the person is in the group, directly or by a group within it. Raises GraphError or Retryable.

        Needs User.Read.All and GroupMember.Read.All.
        https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups
        """
        from msgraph.generated.users.item.check_member_groups.check_member_groups_post_request_body import (
            CheckMemberGroupsPostRequestBody,
        )

        builder = self._graph.api.users.by_user_id(person).check_member_groups
        answer = await self._graph.ask(builder.to_post_request_information(CheckMemberGroupsPostRequestBody(group_ids=[group])))
        return group.lower() in {str(one).lower() for one in (answer or {}).get("value", ())}

    async def members(self, group: str, link: str = "") -> tuple[list[str], str]:
        """One page of the people in a group and in the groups within it, by object id in lower case, and the link to the next
        page, empty at the end. `link`: such a link; empty for the first page.

        Needs GroupMember.Read.All. Raises GraphError, Retryable, or Refused for a link that leads elsewhere.
        https://learn.microsoft.com/graph/api/group-list-transitivemembers
        """
        from msgraph.generated.groups.item.transitive_members.transitive_members_request_builder import (
            TransitiveMembersRequestBuilder,
        )

        query = TransitiveMembersRequestBuilder.TransitiveMembersRequestBuilderGetQueryParameters(select=["id"], top=PAGE_SIZE)
        builder: Any = self._graph.api.groups.by_group_id(group).transitive_members
        asked: RequestConfiguration[Any] = RequestConfiguration(query_parameters=query)
        if link:
            builder, asked = builder.with_url(self._graph.own(link)), RequestConfiguration()
        page: Mapping[str, Any] = await self._graph.ask(builder.to_get_request_information(asked)) or {}
        found = [str(one["id"]).lower() for one in page.get("value", ()) if one.get("@odata.type") == USER and one.get("id")]
        return found, str(page.get("@odata.nextLink") or "")
