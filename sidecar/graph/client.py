"""The transport: an SDK adapter for one cloud or for loopback, answers as parsed JSON, errors as ours.

Typed models are never parsed: the SDK's path costs about a hundred times the CPU (see docs/decisions/0002).
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

import httpx
from azure.core.credentials import AccessToken
from azure.core.exceptions import AzureError
from kiota_abstractions.api_error import APIError
from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_abstractions.request_information import RequestInformation
from kiota_authentication_azure.azure_identity_authentication_provider import AzureIdentityAuthenticationProvider
from kiota_http.middleware.options import RetryHandlerOption
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
from msgraph.graph_request_adapter import GraphRequestAdapter
from msgraph.graph_request_adapter import options as graph_options
from msgraph.graph_service_client import GraphServiceClient
from msgraph_core import GraphClientFactory

from sidecar.errors import Misconfigured, Refused, Retryable
from sidecar.graph.counted import counted
from sidecar.graph.scheduler import Gate
from sidecar.telemetry.outages import Side
from sidecar.wire.retry_after import retry_after

CLOUDS = {
    "global": ("https://graph.microsoft.com", "https://login.microsoftonline.com"),
    "usgov": ("https://graph.microsoft.us", "https://login.microsoftonline.us"),
    "dod": ("https://dod-graph.microsoft.us", "https://login.microsoftonline.us"),
    "china": ("https://microsoftgraph.chinacloudapi.cn", "https://login.chinacloudapi.cn"),
}
"""Graph and sign-in hosts of each cloud: https://learn.microsoft.com/graph/deployments"""
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
MOST_PAGES = 50
ANSWER_WITHIN: Final = 60.0
"""Seconds for one call, token and body included; a server that drips is left then. Between two bytes half as many."""
NO_ANSWER: Final = frozenset({0, 408})
"""Statuses that mean nobody answered, beside those from 500 on."""


class Credential(Protocol):
    """Whatever gives access tokens, as azure-identity does."""

    async def get_token(self, *scopes: str, **kwargs: Any) -> AccessToken:
        """A token for these scopes."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...


class GraphError(Refused):
    """Graph's final answer, with its status and code."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(f"Microsoft Graph answered {status} {code}: {message}"[:500])
        self.status = status
        self.code = code


class Graph:
    """One Graph cloud, one credential, one event loop."""

    def __init__(self, url: str, credential: Credential, *, is_local: bool = False, within: float = ANSWER_WITHIN) -> None:
        """`within`: seconds for one call.

        Raises Misconfigured where the address is no Graph cloud and the credential is not the local one, or the reverse."""
        host = _allowed_host(url, is_local)
        self._credential = credential
        self._gate = Gate()
        self._within = within
        self.side = Side("graph")
        self._http = GraphClientFactory.create_with_default_middleware(
            client=httpx.AsyncClient(
                http2=True,
                timeout=httpx.Timeout(within / 2, connect=min(5.0, within / 2)),
                limits=httpx.Limits(max_connections=32, max_keepalive_connections=32),
                trust_env=not is_local,
            ),
            options={**graph_options, RetryHandlerOption.get_key(): RetryHandlerOption(should_retry=False)},
        )
        scope = "https://graph.microsoft.com/.default" if is_local else f"https://{host}/.default"
        auth = AzureIdentityAuthenticationProvider(credential, scopes=[scope], allowed_hosts=[host])  # type: ignore[arg-type]
        self.adapter = GraphRequestAdapter(auth, client=self._http)
        self.adapter.base_url = f"{url}/v1.0"
        self.api = GraphServiceClient(request_adapter=self.adapter)

    async def close(self) -> None:
        """Close connections and the credential."""
        await self._credential.close()
        await self._http.aclose()

    async def ask(self, request: RequestInformation, mailbox: str = "") -> Any:
        """Send a request and parse its answer; None where there is no body.

        Raises GraphError for a final answer and Retryable where Graph cannot answer now.
        """
        return await self._gate.through(mailbox, lambda: self._send(request))

    async def ask_once(self, request: RequestInformation, mailbox: str = "") -> Any:
        """As `ask`, for a request that would do its work twice if it came twice: after Retryable it may have been done,
        so the caller looks before asking again."""
        return await self._gate.through(mailbox, lambda: self._send(request), retries=0)

    async def fetch(self, request: RequestInformation, mailbox: str = "") -> bytes:
        """Send a request and take its answer as it is, the bytes of a file. Raises as `ask` does."""
        data: bytes | None = await self._gate.through(mailbox, lambda: self._take(request))
        return data or b""

    async def pages(
        self, builder: Any, configuration: RequestConfiguration[Any], mailbox: str
    ) -> AsyncIterator[Mapping[str, Any]]:
        """Every page of a collection. The headers go with every page, the query only with the first.

        Raises Retryable where the same entries come again, which a live server has been seen to do without end.
        """
        seen: set[frozenset[str]] = set()
        again: RequestConfiguration[Any] = RequestConfiguration(headers=configuration.headers)
        for _ in range(MOST_PAGES):
            page = await self.ask(builder.to_get_request_information(configuration), mailbox) or {"value": []}
            ids = frozenset(str(item.get("id")) for item in page.get("value", ()))
            if ids and ids in seen:
                raise Retryable("the same page came twice", timedelta(minutes=5))
            seen.add(ids)
            yield page
            link = page.get("@odata.nextLink")
            if not link:
                return
            builder, configuration = builder.with_url(self.own(link)), again
        raise Retryable(f"more than {MOST_PAGES} pages", timedelta(minutes=5))

    def own(self, link: str) -> str:
        """A link to a next page, where it stays with this cloud: our token goes nowhere else. Raises Refused."""
        if urlsplit(link).netloc != urlsplit(self.adapter.base_url).netloc:
            raise Refused("Microsoft Graph pointed at a page on another host; nothing was sent there")
        return link

    async def _take(self, request: RequestInformation) -> bytes | None:
        try:
            with counted(request):
                async with asyncio.timeout(self._within):
                    data: bytes | None = await self.adapter.send_primitive_async(request, "bytes", {"XXX": ODataError})
        except APIError as error:
            self._heard(error.response_status_code or 0)
            raise _ours(error) from error
        except (httpx.HTTPError, AzureError, OSError) as error:
            self.side.missed(type(error).__name__)
            raise Retryable(f"Microsoft Graph cannot be reached ({type(error).__name__})") from error
        self.side.answered()
        return data

    def _heard(self, status: int) -> None:
        if status in NO_ANSWER or status >= 500:
            self.side.missed(f"status {status}")
        else:
            self.side.answered()

    async def _send(self, request: RequestInformation) -> Any:
        data = await self._take(request)
        try:
            return json.loads(data) if data else None
        except ValueError as error:
            raise Retryable("Microsoft Graph answered something that is not JSON") from error


def _ours(error: APIError) -> GraphError | Retryable:
    status = error.response_status_code or 0
    headers = {str(key).lower(): value for key, value in dict(error.response_headers or {}).items()}
    if status in {0, 408, 429} or status >= 500:
        return Retryable(f"Microsoft Graph answered {status}", retry_after(headers.get("retry-after"), datetime.now(UTC)))
    main = getattr(error, "error", None)
    return GraphError(status, getattr(main, "code", None) or "unknown", getattr(main, "message", None) or "no explanation")


def _allowed_host(url: str, is_local: bool) -> str:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if is_local and host in LOOPBACK:
        return host
    if not is_local and url in {graph for graph, _ in CLOUDS.values()}:
        return host
    raise Misconfigured(
        [f"{parts.scheme}://{host} is no Microsoft Graph cloud; the local credential and loopback go only together"]
    )
