"""Only somebody whom Teams signed in for our own page may ask the panel's doors: every other token is refused, each for
its own reason."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import azure.identity.aio  # noqa: F401  read from the disk before a loop runs
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from pydantic import SecretStr

from sidecar.app import bring_up_to_date, companion
from sidecar.errors import Untrusted
from sidecar.settings import Settings
from sidecar.web.identity import LOGIN_ISSUERS, SigningKey, judge_person_token, key_id, person_trust

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
AT = NOW.timestamp()
TENANT, OTHER_TENANT = "6f7d1c52-0d0a-4c5e-9a55-3c1f6c1f0a01", "0b6e7c52-0d0a-4c5e-9a55-3c1f6c1f0b02"
PERSON, APP, OTHER_APP = "a1b2c3d4-0000-4000-8000-000000000001", "app-0001", "app-0002"
HOST = "companion.example"
V2, V1 = f"https://login.microsoftonline.com/{TENANT}/v2.0", f"https://sts.windows.net/{TENANT}/"
KEY, OTHER = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
PUBLISHED = SigningKey(key=KEY.public_key(), issuer="https://login.microsoftonline.com/{tenantid}/v2.0")
TRUST = person_trust("global", APP, HOST)
GOOD: dict[str, Any] = {
    "iss": V2, "aud": APP, "tid": TENANT, "oid": PERSON, "scp": "access_as_user", "ver": "2.0", "iat": AT, "nbf": AT,
    "exp": AT + 3600,
}  # fmt: skip
FIRST: dict[str, Any] = {"iss": V1, "ver": "1.0", "aud": f"api://{HOST}/{APP}"}


def token(key: Any = KEY, algorithm: str = "RS256", headers: dict[str, Any] | None = None, **changes: Any) -> str:
    claims = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    return jwt.encode(claims, key, algorithm=algorithm, headers={"kid": "k1", **(headers or {})})


def verdict(text: str, *, key: SigningKey = PUBLISHED) -> Any:
    key_id(text)
    return judge_person_token(text, key, TRUST, tenants={TENANT}, now=NOW)


def unsigned(**changes: Any) -> str:
    return jwt.encode({**GOOD, **changes}, None, algorithm="none", headers={"kid": "k1"})  # type: ignore[arg-type]


def with_public_key() -> str:
    import base64
    import hashlib
    import hmac

    head, body, _ = token().split(".")
    head = base64.urlsafe_b64encode(b'{"alg":"HS256","kid":"k1","typ":"JWT"}').rstrip(b"=").decode()
    secret = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    mark = hmac.new(secret, f"{head}.{body}".encode(), hashlib.sha256).digest()
    return f"{head}.{body}.{base64.urlsafe_b64encode(mark).rstrip(b'=').decode()}"


def _changed(text: str) -> str:
    """The same with one letter of its claims changed."""
    head, body, mark = text.split(".")
    return f"{head}.{body[:40]}{'A' if body[40] != 'A' else 'B'}{body[41:]}.{mark}"


FORGED: list[tuple[str, str, str]] = [
    ("no signature", unsigned(), "algorithm"),
    ("HS256 with the public key", with_public_key(), "algorithm"),
    ("another key", token(OTHER), "signature"),
    ("another key named in the header", token(OTHER, headers={"jku": "https://evil.example/keys"}), "signature"),
    ("another key carried in the header", token(OTHER, headers={"jwk": {"kty": "RSA", "n": "AQAB", "e": "AQAB"}}), "signature"),
    ("another key by certificate", token(OTHER, headers={"x5u": "https://evil.example/cert"}), "signature"),
    ("no key id", jwt.encode(GOOD, KEY, algorithm="RS256"), "no_key"),
    ("another algorithm", token(algorithm="RS512"), "algorithm"),
    ("cut off", token()[:-10], "signature"),
    ("a letter changed", _changed(token()), "signature"),
    ("two parts", ".".join(token().split(".")[:2]), "not_a_token"),
    ("not a token", "Bearer", "not_a_token"),
    ("ten megabytes", "a" * 10_000_000, "too_long"),
    ("NUL", "\x00.\x00.\x00", "not_a_token"),
    ("letters of another script", "ä.ö.ü", "not_a_token"),
    ("another app", token(aud=OTHER_APP), "audience"),
    ("another app's address", token(aud=f"api://{HOST}/{OTHER_APP}"), "audience"),
    ("our app at another host", token(aud=f"api://evil.example/{APP}"), "audience"),
    ("Graph's token", token(aud="https://graph.microsoft.com"), "audience"),
    ("several audiences, ours among them", token(aud=[APP, OTHER_APP]), "audience"),
    ("no audience", token(aud=None), "audience"),
    ("an empty audience", token(aud=""), "audience"),
    ("the bot service", token(iss="https://api.botframework.com"), "issuer"),
    ("an emulator", token(iss="https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"), "issuer"),
    ("another tenant's issuer", token(iss=f"https://login.microsoftonline.com/{OTHER_TENANT}/v2.0"), "issuer"),
    ("another tenant's word about ours", token(iss=f"https://sts.windows.net/{OTHER_TENANT}/", ver="1.0"), "issuer"),
    ("a host that only looks like it", token(iss=f"https://login.microsoftonline.com.evil.example/{TENANT}/v2.0"), "issuer"),
    ("without a slash", token(iss=V1.rstrip("/"), ver="1.0"), "issuer"),
    ("the first version's issuer in the second", token(iss=V1), "issuer"),
    ("another cloud", token(iss=f"https://login.microsoftonline.us/{TENANT}/v2.0"), "issuer"),
    ("no issuer", token(iss=None), "issuer"),
    ("no version", token(ver=None), "issuer"),
    ("a version of another kind", token(ver=2), "issuer"),
    (
        "a tenant that we do not serve",
        token(tid=OTHER_TENANT, iss=f"https://login.microsoftonline.com/{OTHER_TENANT}/v2.0"),
        "tenant",
    ),
    ("no tenant", token(tid=None), "tenant"),
    ("any tenant", token(tid="common", iss="https://login.microsoftonline.com/common/v2.0"), "tenant"),
    ("a tenant in capitals", token(tid=TENANT.upper()), "tenant"),
    ("nobody", token(oid=None), "nobody"),
    ("a name in place of an id", token(oid="mia.berg@fabrikam.com"), "nobody"),
    ("a list in place of an id", token(oid=[PERSON]), "nobody"),
    ("an id with a tail", token(oid=f"{PERSON}\n"), "nobody"),
    ("another scope", token(scp="User.Read"), "scope"),
    ("a scope that only begins so", token(scp="access_as_user_admin"), "scope"),
    ("scopes as a list", token(scp=["access_as_user"]), "scope"),
    ("an application's own token", token(scp=None, roles=["access_as_user"], appid=OTHER_APP), "scope"),
    ("an application's token with a scope", token(idtyp="app"), "scope"),
    ("an id token", token(scp=None, nonce="n", aud=APP), "scope"),
    ("expired", token(exp=AT - 301, iat=AT - 4000, nbf=AT - 4000), "expired"),
    ("without an end", token(exp=None), "times"),
    ("without a beginning", token(nbf=None), "times"),
    ("without a time of issue", token(iat=None), "times"),
    ("from tomorrow on", token(nbf=AT + 301), "not_yet"),
    ("issued tomorrow", token(iat=AT + 301), "not_yet"),
    ("for a hundred years", token(exp=AT + 3e9), "lifetime"),
    ("times as words", token(exp="tomorrow"), "times"),
    ("times as switches", token(exp=True), "times"),
]


@pytest.mark.parametrize(("what", "text", "reason"), FORGED, ids=[what for what, _, _ in FORGED])
def test_a_forged_or_foreign_token_is_refused_for_its_own_reason(what: str, text: str, reason: str) -> None:
    with pytest.raises(Untrusted, match=f"^{reason}$"):
        verdict(text)


def test_there_are_at_least_forty_of_them() -> None:
    assert len({text for _, text, _ in FORGED}) >= 40


def test_both_versions_and_every_name_of_our_app_are_taken() -> None:
    for aud in (APP, f"api://{APP}", f"api://botid-{APP}", f"api://{HOST}/{APP}"):
        for version in ({}, FIRST):
            found = verdict(token(**{**version, "aud": aud}))
            assert (found.tenant, found.person) == (TENANT, PERSON)


async def test_a_setting_in_capitals_is_the_app_that_the_manifest_names_in_small_letters(empty_database: str) -> None:
    app_id = "4f7d1c52-0d0a-4c5e-9a55-3c1f6c1f0a0f"
    for url in ("https://Companion.Example", "https://companion.example:443/"):
        settings = Settings(client_id=app_id.upper(), tenant_id=TENANT, client_secret=SecretStr("x"), public_url=url)
        await bring_up_to_date(empty_database)
        async with companion(settings, empty_database) as made:
            text = token(aud=f"api://{HOST}/{app_id}")
            found = judge_person_token(text, PUBLISHED, made.sign_in.trust, tenants={TENANT}, now=NOW)
            assert (found.person, made.trust.audience) == (PERSON, app_id)


def test_other_scopes_beside_ours_do_no_harm() -> None:
    assert verdict(token(scp="openid access_as_user profile")).person == PERSON


def test_clocks_may_differ_by_five_minutes_and_the_stream_ends_with_the_token() -> None:
    found = verdict(token(exp=AT - 299, iat=AT - 4000, nbf=AT - 4000))
    assert found.until == AT + 1


def test_a_key_signs_only_for_its_own_issuer() -> None:
    stranger = SigningKey(
        key=KEY.public_key(), issuer="https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0"
    )
    with pytest.raises(Untrusted, match="issuer"):
        verdict(token(), key=stranger)
    assert verdict(token(**FIRST), key=SigningKey(key=KEY.public_key())).person == PERSON


def test_without_an_app_id_no_token_is_taken() -> None:
    nobody = person_trust("global", "", HOST)
    with pytest.raises(Untrusted, match="audience"):
        judge_person_token(token(aud=""), PUBLISHED, nobody, tenants={TENANT}, now=NOW)


def test_every_cloud_has_its_own_issuers_and_keys() -> None:
    for cloud, (second, first) in LOGIN_ISSUERS.items():
        trust = person_trust(cloud, APP, HOST)
        assert all(url.startswith(second[0]) for url in trust.keys_urls)
        for login in second:
            text = token(iss=f"{login}/{TENANT}/v2.0")
            assert judge_person_token(text, SigningKey(key=KEY.public_key()), trust, tenants={TENANT}, now=NOW)
        text = token(iss=f"{first}/{TENANT}/", ver="1.0")
        assert judge_person_token(text, SigningKey(key=KEY.public_key()), trust, tenants={TENANT}, now=NOW)
