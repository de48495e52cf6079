"""Asking whether somebody belongs to a group."""

from __future__ import annotations

from sidecar.graph.client import Graph


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
