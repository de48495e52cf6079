"""Whether Teams can open its pages at an address: https, a name of our own, no tunnel.

https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines
"""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from sidecar.domain.wording.reason import Reason

TUNNELS: Final = (
    "ngrok.io", "ngrok.app", "ngrok.dev", "ngrok-free.app", "ngrok-free.dev", "devtunnels.ms", "tunnels.api.visualstudio.com",
    "loca.lt", "localtunnel.me", "trycloudflare.com", "serveo.net", "localhost.run", "lhr.life", "lhr.rocks", "pagekite.me",
    "bore.pub", "zrok.io", "pinggy.io", "pinggy.link", "tunnelmole.net", "localxpose.io", "telebit.cloud", "ts.net",
)  # fmt: skip
"""Addresses that a tunnelling program lends to whoever runs it."""
SHARED: Final = ("azurewebsites.net", "onmicrosoft.com", "botframework.com", "teams.microsoft.com", "sharepoint.com")
"""Domains of which everybody has a part: never as a whole."""
LOCAL: Final = ("localhost", "local", "internal", "lan", "home.arpa", "invalid")
_NAME: Final = re.compile(r"(?=.{4,253}\Z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")


def host_of(url: str) -> str:
    """The host of an address that `address_problem` has nothing against."""
    return (urlsplit(url).hostname or "").lower()


def address_problem(url: str) -> Reason | None:
    """Why Teams cannot be given this public address; None where it can."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return Reason(key="package-address-form", args={"address": url})
    if parts.scheme != "https" or not parts.hostname:
        return Reason(key="package-address-https", args={"address": url})
    if port not in (None, 443) or parts.username is not None or parts.path.strip("/") or parts.query or parts.fragment:
        return Reason(key="package-address-form", args={"address": url})
    return domain_problem(host_of(url))


def domain_problem(domain: str) -> Reason | None:
    """Why a domain may not stand in the package; None where it may."""
    if "*" in domain:
        return Reason(key="package-domain-wildcard", args={"domain": domain})
    if _is_number(domain):
        return Reason(key="package-domain-number", args={"domain": domain})
    for key, found in (("local", LOCAL), ("tunnel", TUNNELS)):
        if any(domain == one or domain.endswith(f".{one}") for one in found):
            return Reason(key=_KEYS[key], args={"domain": domain})
    if domain in SHARED or domain.endswith(".onmicrosoft.com"):
        return Reason(key="package-domain-shared", args={"domain": domain})
    return None if _NAME.fullmatch(domain) else Reason(key="package-domain-form", args={"domain": domain})


_KEYS: Final = {"local": "package-domain-local", "tunnel": "package-domain-tunnel"}


def _is_number(domain: str) -> bool:
    try:
        ip_address(domain.strip("[]"))
    except ValueError:
        return bool(re.fullmatch(r"(0x[0-9a-f]+|\d+)(\.(0x[0-9a-f]+|\d+))*", domain))
    return True
