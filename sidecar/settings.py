"""Every setting, from the environment and `.env`, with its meaning and default. All problems are listed at once."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from sidecar.errors import Misconfigured

PREFIX = "COMPANION_"


class Settings(BaseSettings):
    """What an administrator may set. An empty value is the same as none."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="ignore", env_ignore_empty=True, hide_input_in_errors=True
    )

    database_url: SecretStr | None = Field(
        default=None, description="PostgreSQL 14 or newer; empty: an embedded one in the data folder"
    )
    secrets_dir: Path | None = Field(
        default=None, description="folder with a file for each setting that is secret, named like it, e.g. companion_database_url"
    )
    data_dir: Path | None = Field(
        default=None, description="where the embedded database keeps its files; empty: the user's data folder"
    )
    tenant_id: str = Field(default="", description="the Entra tenant that this deployment belongs to")
    client_id: str = Field(default="", description="the application (client) id of the app registration and of the bot")
    client_secret: SecretStr | None = Field(
        default=None, description="the application's secret; a certificate or managed identity is better"
    )
    client_certificate: Path | None = Field(default=None, description="a PEM file with certificate and key, instead of a secret")
    managed_identity_id: str = Field(default="", description="client id of a user-assigned managed identity, instead of both")
    public_url: str = Field(default="", description="https address under which Microsoft reaches this program")
    people_group: str = Field(
        default="", description="object id of the Entra group whose members are watched; empty: everybody who has the bot"
    )
    teams_app_id: str = Field(
        default="",
        description="id of the app in the Teams catalogue, to give it to the members of the group; empty: nobody is given it",
    )
    web_contact: str = Field(
        default="", description="mail or web address named to web sites that are read for a client; empty: none is read"
    )
    llm_base_url: str = Field(
        default="", description="address of a language model's API in OpenAI's shape; empty: none, and everything still works"
    )
    llm_model: str = Field(default="", description="the model, or on Azure the deployment, that is asked")
    llm_key: SecretStr | None = Field(default=None, description="its key; empty on Azure with an Entra identity")
    llm_daily_tokens: int = Field(default=200_000, ge=0, description="tokens a tenant and day that the model may use")
    own_domains: str = Field(default="", description="further domains of ours, separated by commas")
    cloud: Literal["global", "usgov", "dod", "china"] = Field(default="global", description="which Microsoft cloud")
    host: str = Field(default="127.0.0.1", description="the address the doors listen on; a proxy with TLS stands in front")
    port: int = Field(default=3978, ge=0, le=65535, description="the port the doors listen on")
    metrics_port: int = Field(default=0, ge=0, le=65535, description="loopback port for /metrics; 0: none")
    traces_url: str = Field(
        default="", description="address that takes traces by OTLP over HTTP, with the extra “telemetry”; empty: none are made"
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="the least that is logged; lines are JSON, or columns at a terminal"
    )
    coalesce_seconds: float = Field(
        default=8.0, ge=0.1, le=60, description="how long a calendar notice waits for others before one read"
    )
    lead_minutes: int = Field(default=30, ge=5, le=240, description="how long before a meeting its card comes")
    daily_messages: int = Field(default=8, ge=1, le=50, description="messages a person and day before the rest is merged")
    welcome_within_hours: float = Field(
        default=4.0, ge=0.5, le=72, description="over how many hours of work those are welcomed who got the app in a roll-out"
    )
    first_week: bool = Field(
        default=True, description="whether newcomers see a card right after the welcome, and after a week what was done for them"
    )
    keep_meetings_days: int = Field(
        default=30, ge=1, le=365, description="days after a meeting that it, its brief, notes and call are kept"
    )

    private_labels: str = Field(
        default="", description="ids of the sensitivity labels, separated by commas, whose meetings and mails count as private"
    )

    @property
    def labels(self) -> frozenset[str]:
        """Sensitivity labels that count as private, lower case."""
        return frozenset(part.strip().lower() for part in self.private_labels.split(",") if part.strip())

    @property
    def coalesce(self) -> timedelta:
        """How long a notice waits for others."""
        return timedelta(seconds=self.coalesce_seconds)

    @property
    def domains(self) -> frozenset[str]:
        """Further domains of ours, lower case."""
        return frozenset(part.strip().lower() for part in self.own_domains.split(",") if part.strip())


def load(env_file: Path | None = Path(".env"), **overrides: Any) -> Settings:
    """Read the settings: the environment before `.env`, and both before files of secrets.

    Raises Misconfigured with every problem, never showing a value.
    """
    lines = dotenv_values(env_file) if env_file and env_file.exists() else {}
    from_file = {
        key.lower().removeprefix(PREFIX.lower()): value for key, value in lines.items() if value and key.startswith(PREFIX)
    }
    folder = os.environ.get(f"{PREFIX}SECRETS_DIR") or from_file.get("secrets_dir")
    if folder and not Path(folder).is_dir():
        raise Misconfigured([f"{PREFIX}SECRETS_DIR: there is no such folder; name the one that the secrets are mounted in."])
    given = {name: value for name, value in from_file.items() if not os.environ.get(PREFIX + name.upper())}
    try:
        return Settings(**{"_secrets_dir": folder or None, **given, **overrides})
    except ValidationError as error:
        raise Misconfigured([f"{PREFIX}{str(item['loc'][0]).upper()}: {item['msg']}" for item in error.errors()]) from None


def described() -> list[tuple[str, str, str]]:
    """Every setting as (name, default, meaning), for `companion doctor --settings` and `.env.example`."""
    return [
        (PREFIX + name.upper(), "" if field.default is None else str(field.default), field.description or "")
        for name, field in Settings.model_fields.items()
    ]
