"""What `companion doctor` asks of the network: a token for each service, and whether our own address answers.

Each line says what could not be checked and how that is mended; without network, address or credential the others still run.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from typing import Final

import httpx
from azure.core.exceptions import ClientAuthenticationError, ServiceRequestError, ServiceResponseError

from sidecar import app
from sidecar.errors import Misconfigured
from sidecar.graph.client import Credential
from sidecar.settings import Settings

Note = Callable[[str, str, str], None]
WAITS_FOR: Final = 10.0
"""Seconds for one answer; whoever runs the doctor sits and waits."""
_MENDS: Final[Mapping[str, str]] = {
    "90002": "COMPANION_TENANT_ID names no tenant: take the one that Entra shows under Overview.",
    "700016": "COMPANION_CLIENT_ID is not known in this tenant: check the id, and that an administrator has consented there.",
    "7000215": "COMPANION_CLIENT_SECRET is wrong: take its value, not its id, from Certificates & secrets.",
    "7000222": "the client secret has expired: make a new one, or better a certificate (docs/operate/install.md, 3).",
    "700027": "the certificate is not the one that is uploaded for the app: upload its public part in Entra.",
    "700024": "the certificate or this machine's clock is out of date: let the machine take its time from NTP.",
    "53003": "a Conditional Access policy stops the app: exempt its service principal.",
}
"""https://learn.microsoft.com/entra/identity-platform/reference-error-codes"""
_CODE: Final = re.compile(r"AADSTS(\d{4,8})")
NO_NETWORK: Final = (
    "Microsoft's sign-in cannot be reached from this machine: check DNS, firewall and proxy (HTTPS_PROXY); nothing else of "
    "Microsoft 365 was checked."
)
UNCHECKED: Final = "not checked: see “identity”."
NO_ADDRESS: Final = (
    "not checked: COMPANION_PUBLIC_URL is not set. Until then Microsoft cannot tell of changes and nobody can write to the bot; "
    "`companion preview` shows the whole product without it."
)


async def examine_services(settings: Settings, note: Note) -> bool:
    """One real call to each service, where we have who we are; whether Graph may be asked more."""
    try:
        credential = app.credential_for(settings)
    except Misconfigured:
        for service in ("graph", "teams", "certificate", "permissions"):
            note(service, "WARN", UNCHECKED)
        return False
    scopes = app.scopes_of(settings)
    answers = await asyncio.gather(*(_asked(credential, scope) for scope in scopes.values()))
    await credential.close()
    for service, problem in zip(scopes, answers, strict=True):
        note(service, "FAIL" if problem else "OK", problem or "a token was given")
    return not dict(zip(scopes, answers, strict=True))["graph"]


async def _asked(credential: Credential, scope: str) -> str:
    """What stands in the way of a token; empty where it was given."""
    try:
        await asyncio.wait_for(credential.get_token(scope), WAITS_FOR)
    except Exception as error:  # noqa: BLE001  # whatever the identity library raises is the finding
        return why_no_token(error)
    return ""


def why_no_token(error: Exception) -> str:
    """The mend for what the identity library raised. No secret and no answer of the service stands in it."""
    if isinstance(error, (ServiceRequestError, ServiceResponseError, TimeoutError)):
        return NO_NETWORK
    code = _CODE.search(str(error)) if isinstance(error, ClientAuthenticationError) else None
    if code and code[1] in _MENDS:
        return f"no token (AADSTS{code[1]}): {_MENDS[code[1]]}"
    which = f"AADSTS{code[1]}" if code else type(error).__name__
    return f"no token ({which}): check tenant, client id, credential and admin consent."


async def examine_address(settings: Settings, note: Note) -> None:
    """Whether our own doors answer under the address that Microsoft is given, as seen from this machine."""
    url = settings.public_url.rstrip("/")
    if not url:
        note("public address", "WARN", NO_ADDRESS)
        return
    if not url.startswith("https://"):
        return
    note("public address", *await heard_under(url))


async def heard_under(url: str) -> tuple[str, str]:
    """State and sentence of what answers at `url`. Raises nothing that the network causes."""
    try:
        async with httpx.AsyncClient(timeout=WAITS_FOR / 2, follow_redirects=False) as http:
            status = (await http.get(f"{url}/healthz")).status_code
    except httpx.HTTPError as error:
        how = "check DNS, the certificate and the proxy before it; from elsewhere it may answer"
        return "WARN", f"{url} does not answer this machine ({type(error).__name__}): {how}."
    if status == httpx.codes.OK:
        return "OK", f"{url} answers"
    return "WARN", f"{url}/healthz answers {status}: the proxy does not lead to `companion serve`, or that is not running."
