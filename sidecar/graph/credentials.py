"""Who we are to Microsoft: managed identity, certificate or secret; or the local tenant's stand-in on loopback."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
from azure.core.credentials import AccessToken
from azure.core.exceptions import ServiceRequestError

from sidecar.errors import Misconfigured
from sidecar.graph.client import CLOUDS, LOOPBACK, Credential


def real_credential(
    cloud: str, tenant_id: str, client_id: str, *, secret: str | None, certificate: Path | None, managed_identity_id: str
) -> Credential:
    """The best credential that is configured: a managed identity, then a certificate, then a secret."""
    from azure.identity.aio import CertificateCredential, ClientSecretCredential, ManagedIdentityCredential

    authority = CLOUDS[cloud][1]
    if managed_identity_id:
        return ManagedIdentityCredential(client_id=managed_identity_id)
    if certificate is not None:
        return CertificateCredential(tenant_id, client_id, str(certificate), authority=authority)
    return ClientSecretCredential(tenant_id, client_id, secret or "", authority=authority)


class LocalCredential:
    """Gets its token from the local tenant. It exists only beside a loopback address; raises Misconfigured for any other."""

    def __init__(self, tenant_url: str) -> None:
        if urlsplit(tenant_url).hostname not in LOOPBACK:
            raise Misconfigured(["The local tenant's credential works on this machine only."])
        self._url = f"{tenant_url}/_tenant/token"
        self._http = httpx.AsyncClient(trust_env=False, timeout=10)
        self._kept: dict[str, AccessToken] = {}

    async def get_token(self, *scopes: str, **kwargs: Any) -> AccessToken:
        """A token for Graph or for the connector, kept until a minute before it ends."""
        audience = "connector" if any("botframework" in scope for scope in scopes) else "graph"
        kept = self._kept.get(audience)
        if kept is None or kept.expires_on < time.time() + 60:
            try:
                answer = (await self._http.post(self._url, json={"audience": audience})).raise_for_status().json()
            except (httpx.HTTPError, ValueError) as error:
                raise ServiceRequestError(f"no token ({type(error).__name__})") from error  # as the real ones do
            kept = AccessToken(answer["access_token"], int(time.time()) + int(answer.get("expires_in", 3600)))
            self._kept[audience] = kept
        return kept

    async def close(self) -> None:
        """Let go of connections."""
        await self._http.aclose()
