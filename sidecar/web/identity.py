"""Who is at the door: pure verdicts on tokens. No network, no clock, no setting that turns anything off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """Whose tokens count. Production trusts Microsoft's issuer; the preview trusts its own tenant, set in code."""

    issuer: str
    audience: str
    keys_url: str
    is_local: bool = False


def key_id(token: str) -> str:
    """The key that a token claims to be signed with. Raises Untrusted where it cannot be one of Microsoft's."""
    if len(token) > LONGEST_TOKEN:
        raise Untrusted("too_long")
    try:
        header = jwt.get_unverified_header(token)
    except jwt.InvalidTokenError:
        raise Untrusted("not_a_token") from None
    if header.get("alg") != "RS256":
        raise Untrusted("algorithm")
    if not isinstance(header.get("kid"), str):
        raise Untrusted("no_key")
    return str(header["kid"])


def judge_bot_token(
    token: str, key: SigningKey, trust: Trust, *, service_url: str, channel: str, now: datetime
) -> Mapping[str, Any]:
    """The claims of a token that may deliver this activity. Raises Untrusted(reason) for every other.

    The seven checks of the connector documentation, and the endorsement of the channel.
    """
    claims = _verified(token, key, trust, now)
    claimed = claims.get("serviceurl") or claims.get("serviceUrl")
    if not isinstance(claimed, str) or claimed.rstrip("/").lower() != service_url.rstrip("/").lower():
        raise Untrusted("service_url")
    if channel not in key.endorsements:
        raise Untrusted("endorsement")
    return claims


def _verified(token: str, key: SigningKey, trust: Trust, now: datetime) -> Mapping[str, Any]:
    try:
        claims: Mapping[str, Any] = jwt.decode(
            token,
            key=key.key,
            algorithms=["RS256"],
            options={"verify_exp": False, "verify_nbf": False, "verify_iat": False, "verify_aud": False, "verify_iss": False},
        )
    except jwt.InvalidTokenError:
        raise Untrusted("signature") from None
    if claims.get("iss") != trust.issuer:
        raise Untrusted("issuer")
    if claims.get("aud") != trust.audience or not trust.audience:
        raise Untrusted("audience")
    _check_times(claims, now.timestamp())
    return claims


def _check_times(claims: Mapping[str, Any], now: float) -> None:
    times = {name: claims.get(name) for name in ("exp", "nbf", "iat") if name in claims}
    if any(isinstance(value, bool) or not isinstance(value, int | float) for value in times.values()):
        raise Untrusted("times")
    if "exp" not in times or now > times["exp"] + SKEW:  # type: ignore[operator]
        raise Untrusted("expired")
    begins = [float(value) for name, value in times.items() if name != "exp" and value is not None]
    if any(begin > now + SKEW for begin in begins):
        raise Untrusted("not_yet")
    if times["exp"] > (max(begins) if begins else now) + LONGEST_LIFE:  # type: ignore[operator]
        raise Untrusted("lifetime")
