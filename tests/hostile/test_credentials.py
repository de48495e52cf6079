"""Who we are to Microsoft is proved by the safest thing that is set; what could be spared is warned of; no value is shown."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from azure.identity.aio import CertificateCredential, ClientSecretCredential, ManagedIdentityCredential
from pydantic import SecretStr

from sidecar.commands.doctor import credentials_set, note_certificate, note_identity
from sidecar.errors import Misconfigured
from sidecar.settings import Settings, load
from sidecar.wiring import credential_of
from tests.hostile.test_rotation import Login, Made

REGISTERED = {
    "tenant_id": "22222222-2222-4222-8222-222222222222", "client_id": "11111111-1111-4111-8111-111111111111",
    "public_url": "https://companion.example.com",
}  # fmt: skip
CANARY = "kanarie77zq"
ORDER = ("managed_identity_id", "client_certificate", "client_secret")
KINDS = dict(zip(ORDER, (ManagedIdentityCredential, CertificateCredential, ClientSecretCredential), strict=True))
WAYS = [some for count in (1, 2, 3) for some in itertools.combinations(ORDER, count)]
"""Every choice of what may be set, the best first."""


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("keys") / "companion.pem"
    Made("companion").write(file)
    return file


@pytest.fixture
async def login(tmp_path: Path) -> AsyncIterator[Login]:
    async with Login(tmp_path).open() as made:
        yield made


def _settings(some: tuple[str, ...], certificate: Path) -> Settings:
    every: dict[str, Any] = {"managed_identity_id": "of-azure", "client_certificate": certificate, "client_secret": CANARY}
    return load(None, **REGISTERED, **{name: every[name] for name in some})


def _told(settings: Settings) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    note_identity(settings, lambda _, state, says: told.append((state, says)))
    return told


@pytest.mark.parametrize("some", WAYS, ids=" ".join)
async def test_a_managed_identity_comes_before_a_certificate_and_a_certificate_before_a_secret(
    some: tuple[str, ...], certificate: Path
) -> None:
    credential = credential_of(_settings(some, certificate), None)
    assert type(credential) is KINDS[some[0]]
    await credential.close()


async def test_a_secret_beside_a_certificate_is_never_sent(login: Login, certificate: Path) -> None:
    login.secrets = {CANARY}
    assert await login.ask(client_secret=CANARY) == f"by {CANARY}"
    assert await login.ask(client_certificate=str(certificate)) == "", "the certificate is shown, and is not uploaded yet"


@pytest.mark.parametrize("some", WAYS, ids=" ".join)
def test_the_doctor_warns_of_a_secret_and_of_whatever_is_set_and_not_used(some: tuple[str, ...], certificate: Path) -> None:
    settings = _settings(some, certificate)
    assert credentials_set(settings) == [f"COMPANION_{name.upper()}" for name in some]
    told = _told(settings)
    assert len(told) == len(some) - (some[0] != "client_secret") and {state for state, _ in told} <= {"WARN"}
    for name in some[1:]:
        assert any(says.startswith(f"COMPANION_{name.upper()} is set and not used") for _, says in told)
    assert any("A client secret is used" in says for _, says in told) == (some == ("client_secret",))
    assert CANARY not in str(told)


def test_the_doctor_is_content_with_nothing_but_a_managed_identity_or_a_certificate(certificate: Path) -> None:
    assert _told(_settings(("managed_identity_id",), certificate)) == []
    assert _told(_settings(("client_certificate",), certificate)) == []


async def test_the_doctor_looks_at_the_end_of_a_certificate_only_where_it_is_the_one_in_use(certificate: Path) -> None:
    told: list[tuple[str, str]] = []
    late = datetime.now(UTC) + timedelta(days=31)
    for some in (("client_certificate", "client_secret"), ("managed_identity_id", "client_certificate")):
        await note_certificate(_settings(some, certificate), lambda _, state, says: told.append((state, says)), late)
    assert [state for state, _ in told] == ["FAIL", "OK"]
    assert "make a new one" in told[0][1] and told[1][1] == "none: a managed identity"


def test_no_setting_that_cannot_be_used_shows_its_value() -> None:
    """Each setting that is more than a text, with a value that is no such thing."""
    refused = []
    for name in Settings.model_fields:
        try:
            settings = load(None, **{name: CANARY})
        except Misconfigured as error:
            refused.append(name)
            assert f"COMPANION_{name.upper()}" in str(error) and CANARY not in f"{error!r} {error.__cause__!r} {error.problems}"
        else:
            if isinstance(getattr(settings, name), SecretStr):
                assert CANARY not in f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert len(refused) > 10, refused


def test_every_setting_that_is_a_secret_hides_itself() -> None:
    hidden = {name for name, field in Settings.model_fields.items() if "SecretStr" in str(field.annotation)}
    assert {name for name in Settings.model_fields if name.endswith(("_secret", "_key", "database_url"))} <= hidden
