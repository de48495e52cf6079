"""Keys are changed while the program serves: the new one beside the old one, a restart, the old one taken away."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import json
import os
import ssl
import sys
from asyncio.subprocess import PIPE
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import jwt
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

ROOT = Path(__file__).parents[2]
LOGIN = "login.microsoftonline.com"
ASKS = """
import asyncio, json, os, sys
from azure.core.exceptions import ClientAuthenticationError
from sidecar.settings import load
from sidecar.wiring import credential_of

async def ask():
    credential = credential_of(load(None), None)
    try:
        return (await credential.get_token("https://graph.microsoft.com/.default")).token
    except ClientAuthenticationError:
        return ""
    finally:
        await credential.close()

for line in sys.stdin:
    os.environ.update(json.loads(line))
    print(asyncio.run(ask()), flush=True)
"""
"""For each line the credential that the program makes of such settings, anew as at each start."""


class Made:
    """A certificate with its key."""

    def __init__(self, name: str) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        made = x509.CertificateBuilder().subject_name(named).issuer_name(named).public_key(self.key.public_key())
        made = made.serial_number(x509.random_serial_number())
        now = dt.datetime.now(dt.UTC)
        made = made.not_valid_before(now - dt.timedelta(days=1)).not_valid_after(now + dt.timedelta(days=30))
        made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        self.certificate = made.sign(self.key, hashes.SHA256())

    def write(self, to: Path) -> None:
        """Key and certificate in one file, as docs/operate/install.md says."""
        plain = serialization.NoEncryption()
        key = self.key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        to.write_bytes(key + self.certificate.public_bytes(serialization.Encoding.PEM))

    def thumbprints(self) -> set[str]:
        """What Entra knows it by, in the header of an assertion."""
        der = self.certificate.public_bytes(serialization.Encoding.DER)
        return {_text(hashlib.sha1(der, usedforsecurity=False).digest()), _text(hashlib.sha256(der).digest())}


def _text(digest: bytes) -> str:
    return urlsafe_b64encode(digest).decode().rstrip("=")


class Login:
    """Stands where Entra does, reached through a proxy as in many companies: who shows what is uploaded there gets a token."""

    def __init__(self, folder: Path) -> None:
        self.uploaded: list[Made] = []
        self.secrets: set[str] = set()
        self.file = folder / "login.pem"
        Made(LOGIN).write(self.file)
        self.port = 0
        self._program: asyncio.subprocess.Process | None = None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Login]:
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        async with server:
            yield self
            if self._program is not None:
                await self._program.communicate(b"")

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = (await reader.readuntil(b"\r\n\r\n")).decode()
        assert asked.startswith(f"CONNECT {LOGIN}:443 "), asked
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.file)
        await writer.start_tls(context)
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next(int(line.split(":")[1]) for line in head.splitlines() if line.lower().startswith("content-length"))
        asked_for = {key: found[0] for key, found in parse_qs((await reader.readexactly(length)).decode()).items()}
        status, told = self._answer(asked_for)
        body = json.dumps(told).encode()
        lines = [f"HTTP/1.1 {status} X", "Content-Type: application/json", f"Content-Length: {len(body)}", "Connection: close"]
        writer.write("\r\n".join([*lines, "", ""]).encode() + body)
        await writer.drain()
        writer.close()

    def _answer(self, asked: dict[str, str]) -> tuple[int, dict[str, Any]]:
        token = {"token_type": "Bearer", "expires_in": 3600}
        if asked.get("client_secret") in self.secrets:
            return 200, token | {"access_token": f"by {asked['client_secret']}"}
        for place, one in enumerate(self.uploaded):
            if "client_assertion" in asked and self._is_signed_by(one, asked["client_assertion"]):
                return 200, token | {"access_token": f"by certificate {place}"}
        return 401, {"error": "invalid_client", "error_description": "AADSTS700027: not registered"}

    @staticmethod
    def _is_signed_by(one: Made, assertion: str) -> bool:
        header = jwt.get_unverified_header(assertion)
        if not {str(header.get(name, "")).rstrip("=") for name in ("x5t", "x5t#S256")} & one.thumbprints():
            return False
        jwt.decode(assertion, one.key.public_key(), algorithms=["RS256", "PS256"], options={"verify_aud": False})
        return True

    async def ask(self, **settings: str) -> str:
        """The token that a program gets which is started with these settings; empty where it is refused."""
        if self._program is None:
            clean = {name: value for name, value in os.environ.items() if not name.startswith("COMPANION_")}
            here = {
                "HTTPS_PROXY": f"http://127.0.0.1:{self.port}", "https_proxy": f"http://127.0.0.1:{self.port}", "NO_PROXY": "",
                "no_proxy": "", "SSL_CERT_FILE": str(self.file), "PYTHONPATH": str(ROOT),
                "COMPANION_TENANT_ID": "22222222-2222-4222-8222-222222222222",
                "COMPANION_CLIENT_ID": "11111111-1111-4111-8111-111111111111",
                "COMPANION_PUBLIC_URL": "https://companion.example.com",
            }  # fmt: skip
            self._program = await asyncio.create_subprocess_exec(
                sys.executable, "-c", ASKS, env={**clean, **here}, cwd="/", stdin=PIPE, stdout=PIPE
            )
        assert self._program.stdin is not None and self._program.stdout is not None
        given = {f"COMPANION_{name.upper()}": value for name, value in settings.items()}
        self._program.stdin.write(json.dumps(given).encode() + b"\n")
        line = await self._program.stdout.readline()
        assert line, "the program ended"
        return line.decode().strip()


@pytest.fixture
async def login(tmp_path: Path) -> AsyncIterator[Login]:
    async with Login(tmp_path).open() as made:
        yield made


async def test_a_certificate_is_changed_with_both_uploaded_a_new_file_and_a_restart(login: Login, tmp_path: Path) -> None:
    old, new, file = Made("old"), Made("new"), tmp_path / "companion.pem"
    login.uploaded, here = [old], {"client_certificate": str(file)}
    old.write(file)
    assert await login.ask(**here) == "by certificate 0"
    login.uploaded = [old, new]
    assert await login.ask(**here) == "by certificate 0", "with the new one uploaded nothing ends"
    new.write(file)
    assert await login.ask(**here) == "by certificate 1", "the next start takes the new one"
    login.uploaded = [new]
    assert await login.ask(**here) == "by certificate 0"
    old.write(file)
    assert await login.ask(**here) == "", "the old one opens nothing any more"


async def test_a_secret_is_changed_the_same_way(login: Login) -> None:
    login.secrets = {"old", "new"}
    assert [await login.ask(client_secret=one) for one in ("old", "new")] == ["by old", "by new"]
    login.secrets = {"new"}
    assert [await login.ask(client_secret=one) for one in ("old", "new")] == ["", "by new"]
