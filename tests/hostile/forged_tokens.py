"""Forged tokens for three doors: made with the local tenant's own key wherever a forger could have got hold of one."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from sidecar.tenant import LocalTenant, Person
from sidecar.tenant.tokens import LOGIN, Tokens
from sidecar.web.identity import BOT_ISSUER, GRAPH_PUBLISHER

OTHER_TENANT = "0b6e7c52-0d0a-4c5e-9a55-3c1f6c1f0b02"
OTHER_APP = "22222222-2222-4222-8222-222222222222"
EMULATOR = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"
Claims = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forger:
    """Who knows the key that a door trusts, and what a good token for it says."""

    key: rsa.RSAPrivateKey
    stranger: rsa.RSAPrivateKey
    kid: str
    good: Claims

    def token(self, *, by: Any = None, algorithm: str = "RS256", headers: Mapping[str, Any] | None = None, **changes: Any) -> str:
        """A good token with these claims changed; None takes one out. `by`: another key."""
        claims = {name: value for name, value in {**self.good, **changes}.items() if value is not None}
        told = {name: value for name, value in {"kid": self.kid, **(headers or {})}.items() if value is not None}
        return jwt.encode(claims, self.key if by is None else by, algorithm=algorithm, headers=told)

    def of_parts(self, header: str | Claims, claims: str | Claims, sign: Callable[[bytes], bytes] | None = None) -> str:
        """A token of these very parts; signed with the trusted key where nothing else is said."""
        body = b".".join(_part(one) for one in (header, claims))
        mark = sign(body) if sign else jwt.algorithms.RSAAlgorithm(jwt.algorithms.RSAAlgorithm.SHA256).sign(body, self.key)
        return f"{body.decode()}.{_packed(mark).decode()}"

    @property
    def header(self) -> Claims:
        return {"alg": "RS256", "typ": "JWT", "kid": self.kid}


def _packed(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def _part(value: str | Claims) -> bytes:
    return _packed((value if isinstance(value, str) else json.dumps(value)).encode())


def forgers(tenant: LocalTenant, person: Person) -> dict[str, Forger]:
    """By door: the bot's, the panel's, and that of Graph's notices."""
    tokens, now = tenant.tokens, int(time.time())
    stranger = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    times = {"iat": now, "nbf": now, "exp": now + 3600}
    entra = {"iss": f"{LOGIN}/{tenant.tenant_id}/v2.0", "aud": tenant.app_id, "tid": tenant.tenant_id, "ver": "2.0", **times}
    good: dict[str, Claims] = {
        "bot": {"iss": BOT_ISSUER, "aud": tenant.app_id, "serviceurl": tenant.service_url, **times},
        "panel": {**entra, "oid": person.id, "scp": "access_as_user", "azp": "5e3ce6c0-2b1f-4285-8d4b-75ee78787346"},
        "graph": {**entra, "azp": GRAPH_PUBLISHER},
    }
    key, kid = _own(tokens)
    return {door: Forger(key=key, stranger=stranger, kid=kid, good=claims) for door, claims in good.items()}


def _own(tokens: Tokens) -> tuple[rsa.RSAPrivateKey, str]:
    """The local tenant's private key and its id, which no other test needs."""
    return tokens._key, tokens._kid


def forged(one: Forger) -> dict[str, tuple[str, str]]:
    """What is forged for every door alike, by name: the token and the reason for which it must be refused."""
    now = int(time.time())
    return {**_shapes(one), **_headers(one), **_times(one, now), **_names(one)}


def _shapes(one: Forger) -> dict[str, tuple[str, str]]:
    good = one.token()
    head, claims, mark = good.split(".")
    changed = f"{claims[:20]}{'A' if claims[20] != 'A' else 'B'}{claims[21:]}"
    other_claims = _part({**one.good, "aud": one.good["aud"], "extra": 1}).decode()
    return {
        "two parts": (f"{head}.{claims}", "not_a_token"),
        "four parts": (f"{good}.{mark}", "not_a_token"),
        "words": ("let-me-in", "not_a_token"),
        "another script": ("ä.ö.ü", "not_a_token"),
        "NUL": ("\x00.\x00.\x00", "http"),
        "ten megabytes": ("a" * 10_000_000, "http"),
        "twelve thousand letters": ("a" * 12_000, "http"),
        "cut off": (good[:-10], "signature"),
        "a letter changed": (f"{head}.{changed}.{mark}", "signature"),
        "claims exchanged": (f"{head}.{other_claims}.{mark}", "signature"),
        "no signature at all": (f"{head}.{claims}.", "signature"),
        "a list for claims": (one.of_parts(one.header, "[]"), "signature"),
        "nested a thousand times": (one.of_parts(one.header, "[" * 1000), "signature"),
        "a list for a header": (one.of_parts("[]", one.good), "not_a_token"),
        "the audience named twice": (one.of_parts(one.header, _twice(one.good, "aud", OTHER_APP)), "claims"),
        "the algorithm named twice": (one.of_parts(_twice(one.header, "alg", "none"), one.good), "not_a_token"),
    }


def _twice(what: Claims, name: str, first: str) -> str:
    return f'{{"{name}": "{first}", {json.dumps(what)[1:]}'


def _headers(one: Forger) -> dict[str, tuple[str, str]]:
    public = one.key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    with_public = one.of_parts({**one.header, "alg": "HS256"}, one.good, lambda body: hmac.digest(public, body, hashlib.sha256))
    own_jwk = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(one.stranger.public_key()))
    curve = ec.generate_private_key(ec.SECP256R1())
    return {
        "unsigned": (one.of_parts({**one.header, "alg": "none"}, one.good, lambda _: b""), "algorithm"),
        "unsigned in odd letters": (one.of_parts({**one.header, "alg": "nOnE"}, one.good, lambda _: b""), "algorithm"),
        "no algorithm": (one.of_parts({"kid": one.kid}, one.good), "algorithm"),
        "the public key as a secret": (with_public, "algorithm"),
        "another algorithm": (one.token(algorithm="RS512"), "algorithm"),
        "another padding": (one.token(algorithm="PS256"), "algorithm"),
        "a curve": (one.token(by=curve, algorithm="ES256"), "algorithm"),
        "another key": (one.token(by=one.stranger), "signature"),
        "another key by address": (one.token(by=one.stranger, headers={"jku": "https://evil.example/keys"}), "signature"),
        "another key carried along": (one.token(by=one.stranger, headers={"jwk": own_jwk}), "signature"),
        "another key by certificate": (one.token(by=one.stranger, headers={"x5u": "https://evil.example/cert"}), "signature"),
        "no key id": (one.token(headers={"kid": None}), "no_key"),
        "an unknown key id": (one.token(headers={"kid": "nobody"}), "unknown_key"),
        "a path for a key id": (one.token(headers={"kid": "../../../dev/null"}), "unknown_key"),
        "a query for a key id": (one.token(headers={"kid": "' OR 1=1 --"}), "unknown_key"),
        "a number for a key id": (one.of_parts({**one.header, "kid": 1}, one.good), "not_a_token"),
        "something critical that nobody knows": (one.token(headers={"crit": ["x"], "x": True}), "not_a_token"),
    }


def _times(one: Forger, now: int) -> dict[str, tuple[str, str]]:
    return {
        "no end": (one.token(exp=None), "times|expired"),
        "ended 301 s ago": (one.token(exp=now - 301, iat=now - 4000, nbf=now - 4000), "expired"),
        "ended in the last century": (one.token(exp=1, iat=0, nbf=0), "expired"),
        "from 400 s on": (one.token(nbf=now + 400), "not_yet"),
        "issued in 400 s": (one.token(iat=now + 400), "not_yet"),
        "for a hundred years": (one.token(exp=now + 36_500 * 86_400), "lifetime"),
        "for ever": (_odd_end(one, "1e999"), "lifetime|times"),
        "an end that is no number": (_odd_end(one, "NaN"), "times"),
        "an end in words": (one.token(exp="tomorrow"), "times"),
        "an end that is a switch": (one.token(exp=True), "times"),
    }


def _odd_end(one: Forger, written: str) -> str:
    return one.of_parts(one.header, json.dumps({**one.good, "exp": 1}).replace('"exp": 1', f'"exp": {written}'))


def _names(one: Forger) -> dict[str, tuple[str, str]]:
    ours = one.good["aud"]
    return {
        "another app": (one.token(aud=OTHER_APP), "audience"),
        "several apps, ours among them": (one.token(aud=[ours, OTHER_APP]), "audience"),
        "ours alone in a list": (one.token(aud=[ours]), "audience"),
        "no audience": (one.token(aud=None), "audience"),
        "an empty audience": (one.token(aud=""), "audience"),
        "ours in capitals": (one.token(aud=ours.upper() if ours.upper() != ours else f" {ours}"), "audience"),
        "Graph's own audience": (one.token(aud="https://graph.microsoft.com"), "audience"),
        "the emulator": (one.token(iss=EMULATOR), "issuer"),
        "no issuer": (one.token(iss=None), "issuer"),
        "a host that only looks like it": (one.token(iss=f"{one.good['iss']}.evil.example"), "issuer"),
        "an issuer with a slash more": (one.token(iss=f"{one.good['iss']}/"), "issuer"),
    }


def of_bot(one: Forger) -> dict[str, tuple[str, str]]:
    """Only for the bot's door."""
    return {
        "no service address": (one.token(serviceurl=None), "service_url"),
        "another service address": (one.token(serviceurl="https://evil.example/"), "service_url"),
        "a service address with a tail": (one.token(serviceurl=f"{one.good['serviceurl']}x"), "service_url"),
        "a person's token": (one.token(iss=f"{LOGIN}/{OTHER_TENANT}/v2.0"), "issuer"),
    }


def of_entra(one: Forger) -> dict[str, tuple[str, str]]:
    """For the doors that take Entra's tokens."""
    tenant = one.good["tid"]
    foreign = f"{LOGIN}/{OTHER_TENANT}/v2.0"
    return {
        "a tenant that we do not serve": (one.token(tid=OTHER_TENANT, iss=foreign), "tenant"),
        "another tenant's word about ours": (one.token(iss=foreign), "issuer"),
        "our issuer about another tenant": (one.token(tid=OTHER_TENANT), "issuer"),
        "no tenant": (one.token(tid=None), "tenant"),
        "any tenant": (one.token(tid="common", iss=f"{LOGIN}/common/v2.0"), "tenant"),
        "the first version's issuer in the second": (one.token(iss=f"https://sts.windows.net/{tenant}/"), "issuer"),
        "another cloud": (one.token(iss=f"https://login.microsoftonline.us/{tenant}/v2.0"), "issuer"),
        "no version": (one.token(ver=None), "issuer"),
        "the bot service": (one.token(iss=BOT_ISSUER), "issuer"),
        "no beginning": (one.token(nbf=None), "times"),
        "no time of issue": (one.token(iat=None), "times"),
    }


def of_panel(one: Forger) -> dict[str, tuple[str, str]]:
    """Only for the panel's doors."""
    return {
        "nobody": (one.token(oid=None), "nobody"),
        "a name in place of an id": (one.token(oid="mia.berg@fabrikam.com"), "nobody"),
        "an id with a tail": (one.token(oid=f"{one.good['oid']}\n"), "nobody"),
        "no scope": (one.token(scp=None), "scope"),
        "another scope": (one.token(scp="User.Read"), "scope"),
        "an id token": (one.token(scp=None, nonce="n"), "scope"),
        "an application's own token": (one.token(scp=None, roles=["access_as_user"], idtyp="app"), "scope"),
    }


def of_graph(one: Forger) -> dict[str, tuple[str, str]]:
    """Only for the door of Graph's notices."""
    return {
        "another publisher": (one.token(azp=OTHER_APP), "application"),
        "no publisher": (one.token(azp=None), "application"),
        "the publisher in the other version's claim": (one.token(azp=None, appid=GRAPH_PUBLISHER), "application"),
        "the publisher in a list": (one.token(azp=[GRAPH_PUBLISHER]), "application"),
        "a person's token": (one.token(scp="access_as_user"), "application"),
    }
