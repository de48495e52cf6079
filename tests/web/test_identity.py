"""Only Teams can speak to the bot: every forged token is refused, each for its own reason."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from sidecar.errors import Untrusted
from sidecar.web.identity import BOT_ISSUER, SigningKey, Trust, judge_bot_token, key_id

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SERVICE = "https://smba.trafficmanager.net/emea/"
TRUST = Trust(issuer=BOT_ISSUER, audience="our-app", keys_url="https://keys.example.com")
KEY, OTHER = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
PUBLISHED = SigningKey(key=KEY.public_key(), endorsements=("msteams",))


def claims(**changes: Any) -> dict[str, Any]:
    now = NOW.timestamp()
    good = {"iss": BOT_ISSUER, "aud": "our-app", "serviceurl": SERVICE, "iat": now, "nbf": now, "exp": now + 3600}
    return {name: value for name, value in {**good, **changes}.items() if value is not None}


def token(key: Any = KEY, algorithm: str = "RS256", kid: str | None = "k1", **changes: Any) -> str:
    return jwt.encode(claims(**changes), key, algorithm=algorithm, headers={"kid": kid} if kid else None)


def verdict(text: str, *, key: SigningKey = PUBLISHED, service_url: str = SERVICE, channel: str = "msteams") -> Any:
    key_id(text)
    return judge_bot_token(text, key, TRUST, service_url=service_url, channel=channel, now=NOW)


def test_a_true_token_gives_its_claims() -> None:
    assert verdict(token())["aud"] == "our-app"


def test_clocks_may_differ_by_five_minutes_and_no_more() -> None:
    now = NOW.timestamp()
    assert verdict(token(exp=now - 299, iat=now - 4000, nbf=now - 4000))
    with pytest.raises(Untrusted, match="expired"):
        verdict(token(exp=now - 301, iat=now - 4000, nbf=now - 4000))


def _unsigned() -> str:
    parts = [{"alg": "none", "kid": "k1"}, claims()]
    return ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts) + "."


def _signed_with_the_public_key() -> str:
    import hashlib
    import hmac

    secret = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    parts = [{"alg": "HS256", "typ": "JWT", "kid": "k1"}, claims()]
    body = ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts)
    signature = hmac.new(secret, body.encode(), hashlib.sha256).digest()
    return f"{body}.{base64.urlsafe_b64encode(signature).decode().rstrip('=')}"


FORGED = {
    "unsigned": (_unsigned, "algorithm"),
    "public key as a secret": (_signed_with_the_public_key, "algorithm"),
    "another algorithm": (lambda: token(algorithm="RS512"), "algorithm"),
    "another key": (lambda: token(key=OTHER), "signature"),
    "no key id": (lambda: token(kid=None), "no_key"),
    "not a token": (lambda: "abc.def", "not_a_token"),
    "NUL": (lambda: "\x00.\x00.\x00", "not_a_token"),
    "ten megabytes": (lambda: "a" * 10_000_000, "too_long"),
    "another audience": (lambda: token(aud="another-app"), "audience"),
    "several audiences": (lambda: token(aud=["our-app", "another-app"]), "audience"),
    "no audience": (lambda: token(aud=None), "audience"),
    "another issuer": (lambda: token(iss="https://sts.windows.net/tenant/"), "issuer"),
    "the emulator": (lambda: token(iss="https://login.microsoftonline.com/botframework.com/v2.0"), "issuer"),
    "no issuer": (lambda: token(iss=None), "issuer"),
    "no end": (lambda: token(exp=None), "expired"),
    "expired": (lambda: token(exp=NOW.timestamp() - 4000), "expired"),
    "not yet": (lambda: token(nbf=NOW.timestamp() + 4000), "not_yet"),
    "from the future": (lambda: token(iat=NOW.timestamp() + 4000), "not_yet"),
    "a hundred years": (lambda: token(exp=(NOW + timedelta(days=36_500)).timestamp()), "lifetime"),
    "no service address": (lambda: token(serviceurl=None), "service_url"),
    "another service address": (lambda: token(serviceurl="https://evil.example.com/"), "service_url"),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_token_is_refused(name: str) -> None:
    make, reason = FORGED[name]
    with pytest.raises(Untrusted, match=f"^{reason}$"):
        verdict(make())


def test_a_key_of_another_channel_does_not_speak_for_teams() -> None:
    with pytest.raises(Untrusted, match="endorsement"):
        verdict(token(), key=SigningKey(key=KEY.public_key(), endorsements=("webchat",)))


def test_an_activity_from_another_address_than_the_token_says_is_refused() -> None:
    with pytest.raises(Untrusted, match="service_url"):
        verdict(token(), service_url="https://evil.example.com/")
