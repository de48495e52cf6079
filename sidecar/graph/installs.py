"""Our app in people's own Teams: giving it to them, and finding where it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiota_abstractions.base_request_configuration import RequestConfiguration

from sidecar.graph.client import Graph, GraphError

GATE = "app installations"
"""Teams counts these calls for the whole tenant, so a hold is everybody's."""


class Installs:
    """Installations of our app in people's personal scope. Needs TeamsAppInstallation.ReadWriteSelfForUser.All, and
    `webApplicationInfo` in the app's package. `app` is the id in the catalogue, not the one in the package:
    https://learn.microsoft.com/microsoftteams/platform/graph-api/proactive-bots-and-messages/graph-proactive-bots-and-messages"""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    async def give(self, person: str, app: str) -> bool:
        """Install the app for somebody; Teams then tells the bot. False where they have it already.

        Raises GraphError or Retryable. https://learn.microsoft.com/graph/api/userteamwork-post-installedapps
        """
        from msgraph.generated.models.user_scope_teams_app_installation import UserScopeTeamsAppInstallation

        bound = f"{self._graph.adapter.base_url}/appCatalogs/teamsApps/{app}"
        wanted = UserScopeTeamsAppInstallation(additional_data={"teamsApp@odata.bind": bound})
        builder = self._graph.api.users.by_user_id(person).teamwork.installed_apps
        try:
            await self._graph.ask(builder.to_post_request_information(wanted), GATE)
        except GraphError as error:
            if error.status == 409:
                return False
            raise
        return True

    async def find(self, person: str, app: str) -> str | None:
        """The id of the app's installation for somebody; None where they do not have it.

        Raises GraphError or Retryable. https://learn.microsoft.com/graph/api/userteamwork-list-installedapps
        """
        from msgraph.generated.users.item.teamwork.installed_apps.installed_apps_request_builder import (
            InstalledAppsRequestBuilder,
        )

        query = InstalledAppsRequestBuilder.InstalledAppsRequestBuilderGetQueryParameters(
            expand=["teamsApp"], filter=f"teamsApp/id eq '{app}'"
        )
        builder = self._graph.api.users.by_user_id(person).teamwork.installed_apps
        asked: RequestConfiguration[Any] = RequestConfiguration(query_parameters=query)
        page: Mapping[str, Any] = await self._graph.ask(builder.to_get_request_information(asked), GATE) or {}
        found = [str(one["id"]) for one in page.get("value", ()) if (one.get("teamsApp") or {}).get("id") == app]
        return found[0] if found else None
