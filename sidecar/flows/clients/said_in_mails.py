"""What mails promise, ask not to be mentioned, and say of absences, as the values of rows and back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Literal

from sidecar.domain.mails.last_mail import Exchange
from sidecar.domain.mails.mail_promises import Absence, MailPromise, Silence

_BESIDE = ("quote", "said_at")
"""Fields that have a column of their own."""


def said_in(exchange: Exchange) -> Iterator[tuple[Literal["promise", "silence", "absence"], MailPromise | Silence | Absence]]:
    """Everything of the kind in an exchange, with its kind."""
    for promise in exchange.promises:
        yield "promise", promise
    for silence in exchange.silences:
        yield "silence", silence
    if exchange.absence:
        yield "absence", exchange.absence


def as_json(said: MailPromise | Silence | Absence) -> str:
    """All but the quote and the instant of its mail."""
    fields = {name: getattr(said, name) for name in said.__dataclass_fields__ if name not in _BESIDE}
    return json.dumps(
        {name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()}, sort_keys=True
    )


def promise_from(value: str, quote: str, said_at: datetime) -> MailPromise:
    """The promise of a row."""
    fields = _fields(value)
    return MailPromise(**{**fields, "due": date.fromisoformat(fields["due"])}, quote=quote, said_at=said_at)


def silence_from(value: str, quote: str, said_at: datetime) -> Silence:
    """The wish of a row."""
    return Silence(**_fields(value), quote=quote, said_at=said_at)


def absence_from(value: str, quote: str, said_at: datetime) -> Absence:
    """The absence of a row."""
    fields = _fields(value)
    since = date.fromisoformat(fields["since"]) if fields["since"] else None
    until = date.fromisoformat(fields["until"])
    return Absence(since=since, until=until, subject=fields["subject"], quote=quote, said_at=said_at, link=fields.get("link", ""))


def _fields(value: str) -> dict[str, Any]:
    return dict(json.loads(value))
