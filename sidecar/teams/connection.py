"""How the bot SDK gets its tokens: from the same credential that Graph uses."""

from __future__ import annotations

from typing import Protocol

from azure.core.credentials import AccessToken
from azure.core.credentials_async import AsyncTokenCredential
from microsoft_agents.activity import Activity
from microsoft_agents.hosting.core.authorization import (
    AccessTokenProviderBase,
    AgentAuthConfiguration,
    ClaimsIdentity,
    Connections,
)

BOT_SCOPE = "https://api.botframework.com/.default"
BOT_SCOPES = {
    "global": BOT_SCOPE,
    "usgov": "https://api.botframework.us/.default",
    "dod": "https://api.botframework.us/.default",
    "china": "https://api.botframework.azure.cn/.default",
}
"""https://learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high; never tried in such a cloud by us."""


class TokenSource(Protocol):
    """Whatever gives access tokens, as azure-identity does."""

    async def get_token(self, *scopes: str) -> AccessToken:
        """A token for these scopes."""
        ...


class CredentialConnections(Connections, AccessTokenProviderBase):
    """One connection, one credential. The SDK asks for it in several ways; the answer is always the same."""

    def __init__(self, client_id: str, credential: TokenSource, scope: str = BOT_SCOPE) -> None:
        self._scope = scope
        self._configuration = AgentAuthConfiguration(client_id=client_id)
        self._credential = credential

    @property
    def configuration(self) -> AgentAuthConfiguration:
        """What the SDK may know of us: the client id only."""
        return self._configuration

    async def get_access_token(self, resource_url: str, scopes: list[str], force_refresh: bool = False) -> str:
        """A token for the bot connector; caching is the credential's own."""
        return (await self._credential.get_token(self._scope)).token

    def get_token_credential(self) -> AsyncTokenCredential:
        """Not given away: nothing in this program asks the SDK for Graph."""
        raise PermissionError("the bot SDK gets no Graph credential")

    async def acquire_token_on_behalf_of(self, scopes: list[str], user_assertion: str) -> str:
        """Never: we act as ourselves."""
        raise PermissionError("no token is asked for on behalf of a person")

    async def get_agentic_application_token(self, tenant_id: str, agent_app_instance_id: str) -> str | None:
        """Never: this is a bot, not an agent with an identity of its own."""
        return None

    async def get_agentic_instance_token(self, tenant_id: str, agent_app_instance_id: str) -> tuple[str, str]:
        """Never, as above."""
        raise PermissionError("this bot has no agent identity")

    async def get_agentic_user_token(
        self, tenant_id: str, agent_app_instance_id: str, agentic_user_id: str, scopes: list[str]
    ) -> str | None:
        """Never, as above."""
        return None

    def get_connection(self, connection_name: str) -> AccessTokenProviderBase:
        """The one connection."""
        return self

    def get_default_connection(self) -> AccessTokenProviderBase:
        """The one connection."""
        return self

    def get_token_provider(self, claims_identity: ClaimsIdentity, service_url: str) -> AccessTokenProviderBase:
        """The one connection."""
        return self

    def get_token_provider_from_activity(self, claims_identity: ClaimsIdentity, activity: Activity) -> AccessTokenProviderBase:
        """The one connection."""
        return self

    def get_default_connection_configuration(self) -> AgentAuthConfiguration:
        """What the SDK may know of us."""
        return self._configuration
