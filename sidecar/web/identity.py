"""Who is at the door: pure verdicts on tokens. No network, no clock, no setting that turns anything off."""

from __future__ import annotations

import base64
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import isfinite
from typing import Any
from uuid import UUID

import jwt

from sidecar.errors import Untrusted

BOT_ISSUER = "https://api.botframework.com"
"""https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication"""
_KEYS = "v1/.well-known/openidconfiguration"
BOT_ISSUERS = {
    "global": (BOT_ISSUER, f"https://login.botframework.com/{_KEYS}"),
    "usgov": ("https://api.botframework.us", f"https://login.botframework.azure.us/{_KEYS}"),
    "dod": ("https://api.botframework.us", f"https://login.botframework.azure.us/{_KEYS}"),
    "china": ("https://api.botframework.azure.cn", f"https://login.botframework.azure.cn/{_KEYS}"),
}
"""Issuer and published keys in each cloud. Only the global one is common; the others were never tried by us."""
LONGEST_TOKEN = 16_384
SKEW = 300.0
"""Seconds that clocks may differ, from the same page."""
LONGEST_LIFE = 26 * 3600.0
"""Connector tokens live for an hour or a day; one that claims much more was not made by Microsoft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey:
    """One published key and the channels it may speak for."""

    key: Any
    endorsements: Sequence[str] = field(default_factory=tuple)
    issuer: str = ""
    """For whom it may sign, where the list of keys says so; `{tenantid}` stands for any tenant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """Whose tokens count. Production trusts Microsoft's issuer; the preview trusts its own tenant, set in code."""

    issuer: str
    audience: str
    keys_url: str
    is_local: bool = False


LOGIN_ISSUERS = {
    "global": (("https://login.microsoftonline.com",), "https://sts.windows.net"),
    "usgov": (("https://login.microsoftonline.us",), "https://sts.windows.net"),
    "dod": (("https://login.microsoftonline.us",), "https://sts.windows.net"),
    "china": (("https://login.partner.microsoftonline.cn", "https://login.chinacloudapi.cn"), "https://sts.chinacloudapi.cn"),
}
"""Who signs people in, in each cloud: issuers of version 2, then of version 1. Only the global one is common.
https://learn.microsoft.com/entra/identity-platform/access-tokens"""
SCOPE = "access_as_user"
"""https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-register-aad"""
LONGEST_SIGN_IN = 28 * 3600.0 + SKEW
"""Seconds. Entra's access tokens live for about an hour, with continuous access evaluation up to 28 hours."""
GRAPH_PUBLISHER = "0bf30f3b-4a52-48df-9a82-234910c4a086"
"""The application in whose name Graph signs its notices:
https://learn.microsoft.com/graph/change-notifications-with-resource-data#validating-the-authenticity-of-notifications"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTrust:
    """Whose word counts for who a person is. The preview takes its own tenant's keys, set in code."""

    audiences: frozenset[str]
    keys_urls: Sequence[str]
    cloud: str = "global"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """Somebody at the door: always the pair of tenant and object id, never a name. `until`: seconds of the epoch."""

    tenant: str
    person: str
    until: float


def person_trust(cloud: str, app_id: str, host: str, *, local_keys: str = "") -> PersonTrust:
    """Trust in the tokens that Teams gives to our own pages. `host`: ours as the manifest names it; with a port, if any."""
    names = {app_id, f"api://{app_id}", f"api://botid-{app_id}", f"api://{host}/{app_id}"} if app_id else set()
    login = LOGIN_ISSUERS[cloud][0][0]
    published = (f"{login}/common/discovery/v2.0/keys", f"{login}/common/discovery/keys")
    return PersonTrust(audiences=frozenset(names), keys_urls=(local_keys,) if local_keys else published, cloud=cloud)


def judge_person_token(token: str, key: SigningKey, trust: PersonTrust, *, tenants: Collection[str], now: datetime) -> SignedIn:
    """Who is signed in by a token that Teams gave to one of our pages. Raises Untrusted(reason) for every other.

    `tenants`: those that we serve. https://learn.microsoft.com/entra/identity-platform/claims-validation
    """
    claims, tenant = _of_tenant(token, key, trust, tenants, now)
    person = _guid(claims.get("oid"), "nobody")
    scopes = claims.get("scp")
    if not isinstance(scopes, str) or SCOPE not in scopes.split() or claims.get("idtyp", "user") != "user":
        raise Untrusted("scope")
    return SignedIn(tenant=tenant, person=person, until=float(claims["exp"]) + SKEW)


def judge_graph_token(token: str, key: SigningKey, trust: PersonTrust, *, tenants: Collection[str], now: datetime) -> str:
    """The tenant for which Graph signed a notice to us. Raises Untrusted(reason) for every other token.

    https://learn.microsoft.com/graph/change-notifications-with-resource-data#validating-the-authenticity-of-notifications
    """
    claims, tenant = _of_tenant(token, key, trust, tenants, now)
    if claims.get("azp" if claims["ver"] == "2.0" else "appid") != GRAPH_PUBLISHER or "scp" in claims:
        raise Untrusted("application")
    return tenant


def _of_tenant(
    token: str, key: SigningKey, trust: PersonTrust, tenants: Collection[str], now: datetime
) -> tuple[Mapping[str, Any], str]:
    """The claims of a token that Entra made for us in one of our tenants, and the tenant."""
    claims = _signed(token, key)
    tenant = _guid(claims.get("tid"), "tenant")
    _check_issuer(claims, key, trust, tenant)
    if tenant not in tenants:
        raise Untrusted("tenant")
    if not isinstance(claims.get("aud"), str) or claims["aud"] not in trust.audiences:
        raise Untrusted("audience")
    if any(name not in claims for name in ("exp", "nbf", "iat")):
        raise Untrusted("times")
    _check_times(claims, now.timestamp(), LONGEST_SIGN_IN)
    return claims, tenant


def _check_issuer(claims: Mapping[str, Any], key: SigningKey, trust: PersonTrust, tenant: str) -> None:
    """The issuer of the very tenant that the token names, of the version that it names, with a key that may sign for it."""
    second, first = LOGIN_ISSUERS[trust.cloud]
    issuers = {"2.0": {f"{login}/{tenant}/v2.0" for login in second}, "1.0": {f"{first}/{tenant}/"}}
    version = claims.get("ver")
    if not isinstance(version, str) or claims.get("iss") not in issuers.get(version, ()):
        raise Untrusted("issuer")
    if key.issuer and key.issuer.replace("{tenantid}", tenant) not in issuers["2.0"] | issuers["1.0"]:
        raise Untrusted("issuer")


def _guid(value: Any, reason: str) -> str:
    """An id as Entra writes it. Raises Untrusted for anything else."""
    try:
        if isinstance(value, str) and str(UUID(value)) == value:
            return value
    except ValueError:
        pass
    raise Untrusted(reason)


def key_id(token: str) -> str:
    """The key that a token claims to be signed with. Raises Untrusted where it cannot be one of Microsoft's."""
    if len(token) > LONGEST_TOKEN:
        raise Untrusted("too_long")
    try:
        header = jwt.get_unverified_header(token)
        _refuse_twins(token.split(".")[0])
    except (jwt.InvalidTokenError, ValueError, RecursionError):
        raise Untrusted("not_a_token") from None
    if header.get("alg") != "RS256":
        raise Untrusted("algorithm")
    if not isinstance(header.get("kid"), str):
        raise Untrusted("no_key")
    return str(header["kid"])


def _refuse_twins(part: str) -> None:
    """Raises ValueError where a header or claims name something twice: two readers could take two different ones of them."""
    json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)), object_pairs_hook=_each_once)


def _each_once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice")
    return found


def judge_bot_token(
    token: str, key: SigningKey, trust: Trust, *, service_url: str, channel: str, now: datetime
) -> Mapping[str, Any]:
    """The claims of a token that may deliver this activity. Raises Untrusted(reason) for every other.

    The seven checks of the connector documentation, and the endorsement of the channel.
    """
    claims = _signed(token, key)
    if claims.get("iss") != trust.issuer:
        raise Untrusted("issuer")
    if claims.get("aud") != trust.audience or not trust.audience:
        raise Untrusted("audience")
    _check_times(claims, now.timestamp(), LONGEST_LIFE)
    claimed = claims.get("serviceurl") or claims.get("serviceUrl")
    if not isinstance(claimed, str) or claimed.rstrip("/").lower() != service_url.rstrip("/").lower():
        raise Untrusted("service_url")
    if channel not in key.endorsements:
        raise Untrusted("endorsement")
    return claims


def _signed(token: str, key: SigningKey) -> Mapping[str, Any]:
    try:
        claims: Mapping[str, Any] = jwt.decode(
            token,
            key=key.key,
            algorithms=["RS256"],
            options={"verify_exp": False, "verify_nbf": False, "verify_iat": False, "verify_aud": False, "verify_iss": False},
        )
    except (jwt.InvalidTokenError, ValueError, RecursionError):
        raise Untrusted("signature") from None
    try:
        _refuse_twins(token.split(".")[1])
    except (ValueError, RecursionError):
        raise Untrusted("claims") from None
    return claims


def _check_times(claims: Mapping[str, Any], now: float, longest: float) -> None:
    times = {name: claims.get(name) for name in ("exp", "nbf", "iat") if name in claims}
    if any(isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value) for value in times.values()):
        raise Untrusted("times")
    if "exp" not in times or now > times["exp"] + SKEW:  # type: ignore[operator]
        raise Untrusted("expired")
    begins = [float(value) for name, value in times.items() if name != "exp" and value is not None]
    if any(begin > now + SKEW for begin in begins):
        raise Untrusted("not_yet")
    if times["exp"] > (max(begins) if begins else now) + longest:  # type: ignore[operator]
        raise Untrusted("lifetime")
