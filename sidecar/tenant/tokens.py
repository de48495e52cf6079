"""Bearer tokens: those the local tenant takes, and those it signs when it calls the bot."""

from __future__ import annotations

import json
import time
from functools import cache
from typing import Any
from uuid import uuid4

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from sidecar.tenant.answers import Json, Refusal

GRAPH = "https://graph.microsoft.com"
CONNECTOR = "https://api.botframework.com"
LOGIN = "https://login.microsoftonline.com"
TEAMS_IN_A_BROWSER = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346"
"""https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-register-aad"""
AUDIENCES = {"graph": GRAPH, "connector": CONNECTOR}
LIFETIME = 3600
SKEW = 300


@cache
def _key() -> rsa.RSAPrivateKey:
    """One for this process: making it takes a quarter of a second, and each tenant gives it a name of its own."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Tokens:
    """One RSA key, made at start and kept in memory. Token times are real time, whatever the tenant's clock says."""

    def __init__(self, app_id: str, tenant_id: str, issuer: str = CONNECTOR) -> None:
        self.app_id = app_id
        self.issuer = issuer
        self._tenant_id = tenant_id
        self._own = f"https://local.invalid/{tenant_id}/"
        self._key = _key()
        self._kid = uuid4().hex

    def keys(self) -> Json:
        """The public key as a JWKS document, endorsed for Teams as the Bot Framework's own keys are."""
        public: Json = json.loads(RSAAlgorithm.to_jwk(self._key.public_key()))
        return {"keys": [{**public, "kid": self._kid, "use": "sig", "alg": "RS256", "endorsements": ["msteams"]}]}

    def grant(self, audience: str) -> Json:
        """A token for `graph` or `connector`. Raises Refusal 400 for another audience."""
        if audience not in AUDIENCES:
            raise Refusal(400, "invalid_resource", "The audience is graph or connector.")
        now = int(time.time())
        claims = {"iss": self._own, "aud": AUDIENCES[audience], "appid": self.app_id, "tid": self._tenant_id}
        token = self._sign({**claims, "iat": now, "nbf": now - SKEW, "exp": now + LIFETIME})
        return {"token_type": "Bearer", "access_token": token, "expires_in": LIFETIME, "expires_on": now + LIFETIME}

    def check(self, header: str | None, audience: str) -> None:
        """Raises Refusal 401 unless the Authorization header carries a token of ours for this audience."""
        scheme, _, token = (header or "").strip().partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise _unauthorized(audience, "Access token is empty.")
        try:
            jwt.decode(
                token.strip(),
                self._key.public_key(),
                algorithms=["RS256"],
                audience=AUDIENCES[audience],
                issuer=self._own,
                options={"require": ["exp"]},
            )
        except jwt.ExpiredSignatureError:
            raise _unauthorized(audience, "Lifetime validation failed, the token is expired.") from None
        except jwt.InvalidAudienceError:
            raise _unauthorized(audience, "Access token validation failure. Invalid audience.") from None
        except jwt.PyJWTError:
            raise _unauthorized(audience, "The token could not be read or its signature is not valid.") from None

    def for_bot(self, service_url: str, **change: Any) -> str:
        """A token as the Bot Framework sends it to a bot. `change` replaces claims, so that tests can send wrong ones.

        https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
        """
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": self.app_id, "serviceurl": service_url}
        return self._sign({**claims, "iat": now, "nbf": now - SKEW, "exp": now + LIFETIME, **change})

    def for_tab(self, person_id: str, name: str, address: str, **change: Any) -> str:
        """A token as Entra gives it to Teams for a page of ours. `change` replaces claims; None takes one out.

        https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
        """
        now = int(time.time())
        claims = {
            "iss": f"{LOGIN}/{self._tenant_id}/v2.0",
            "aud": self.app_id,
            "azp": TEAMS_IN_A_BROWSER,
            "tid": self._tenant_id,
            "oid": person_id,
            "sub": f"tab-{person_id}",
            "scp": "access_as_user",
            "ver": "2.0",
            "name": name,
            "preferred_username": address,
            "iat": now,
            "nbf": now - SKEW,
            "exp": now + LIFETIME,
        }
        return self._sign({name: value for name, value in {**claims, **change}.items() if value is not None})

    def _sign(self, claims: Json) -> str:
        return jwt.encode(claims, self._key, algorithm="RS256", headers={"kid": self._kid})


def _unauthorized(audience: str, why: str) -> Refusal:
    if audience == "graph":
        return Refusal(401, "InvalidAuthenticationToken", why, {"WWW-Authenticate": 'Bearer realm=""'})
    return Refusal(401, "Unauthorized", why, {"WWW-Authenticate": "Bearer"})
