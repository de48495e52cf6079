"""The real Graph SDK talks to the local tenant."""

from __future__ import annotations

import json
import time
from typing import Any

import httpx
import pytest
from azure.core.credentials import AccessToken
from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_authentication_azure.azure_identity_authentication_provider import AzureIdentityAuthenticationProvider
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
from msgraph.generated.models.subscription import Subscription
from msgraph.generated.subscriptions.subscriptions_request_builder import SubscriptionsRequestBuilder
from msgraph.generated.users.users_request_builder import UsersRequestBuilder
from msgraph.graph_request_adapter import GraphRequestAdapter
from msgraph.graph_service_client import GraphServiceClient
from msgraph_core import GraphClientFactory

from sidecar.tenant import LocalTenant

from .conftest import ME, NOW, Listener


class StandIn:
    """A credential that takes its token from the tenant itself."""

    def __init__(self, tenant: LocalTenant) -> None:
        self._tenant = tenant

    async def get_token(self, *scopes: str, **more: Any) -> AccessToken:
        return AccessToken(self._tenant.tokens.grant("graph")["access_token"], int(time.time()) + 3600)

    async def close(self) -> None:
        return None


@pytest.fixture
async def adapter(tenant: LocalTenant) -> Any:
    http = GraphClientFactory.create_with_default_middleware(client=httpx.AsyncClient(timeout=10))
    auth = AzureIdentityAuthenticationProvider(
        StandIn(tenant),  # type: ignore[arg-type]
        scopes=["https://graph.microsoft.com/.default"],
        allowed_hosts=["127.0.0.1"],
    )
    made = GraphRequestAdapter(auth, client=http)
    GraphServiceClient(request_adapter=made)
    made.base_url = f"{tenant.url}/v1.0"
    yield made
    await http.aclose()


async def test_the_sdk_reads_a_calendar_view_page_by_page(adapter: Any) -> None:
    builder = UsersRequestBuilder(adapter, {}).by_user_id(ME.id).calendar_view
    query = builder.CalendarViewRequestBuilderGetQueryParameters(
        start_date_time="2026-11-22T00:00:00Z",
        end_date_time="2026-12-27T00:00:00Z",
        select=["subject", "start"],
        top=4,
    )
    config: RequestConfiguration[Any] = RequestConfiguration(query_parameters=query)
    config.headers.add("Prefer", 'outlook.timezone="UTC"')
    config.headers.add("Prefer", 'IdType="ImmutableId"')
    info = builder.to_get_request_information(config)
    page = json.loads(await adapter.send_primitive_async(info, "bytes", {"XXX": ODataError}))
    assert len(page["value"]) == 4
    rest = builder.with_url(page["@odata.nextLink"]).to_get_request_information()
    assert len(json.loads(await adapter.send_primitive_async(rest, "bytes", {"XXX": ODataError}))["value"]) == 2


async def test_the_sdk_subscribes_with_its_own_way_of_writing_instants(adapter: Any, listener: Listener) -> None:
    body = Subscription(
        change_type="updated",
        notification_url=f"{listener.url}/notify",
        resource=f"users/{ME.id}/events",
        expiration_date_time=NOW.replace(day=28, microsecond=123456),
        client_state="s",
    )
    info = SubscriptionsRequestBuilder(adapter, {}).to_post_request_information(body)
    made = json.loads(await adapter.send_primitive_async(info, "bytes", {"XXX": ODataError}))
    assert made["expirationDateTime"] == "2026-11-28T12:00:00.1234560Z"


async def test_a_refusal_reaches_the_sdk_as_its_own_error_with_the_code(adapter: Any) -> None:
    info = UsersRequestBuilder(adapter, {}).by_user_id(ME.id).events.by_event_id("none").to_get_request_information()
    with pytest.raises(ODataError) as caught:
        await adapter.send_primitive_async(info, "bytes", {"XXX": ODataError})
    assert caught.value.response_status_code == 404
    assert caught.value.error is not None
    assert caught.value.error.code == "ErrorItemNotFound"
