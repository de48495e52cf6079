"""The addresses of a subscriber: where they may be, and the handshake that proves that somebody listens there."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote, urlsplit
from uuid import uuid4

import aiohttp

from sidecar.tenant.answers import Json, Refusal

LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
HANDSHAKE_SECONDS: Final = 10


def bad_request(why: str) -> Refusal:
    """What Graph says to a subscription it will not have."""
    return Refusal(400, "InvalidRequest", why)


def read_text(body: Json, name: str) -> str:
    """A property that has to be there and hold text. Raises Refusal 400."""
    value: Any = body.get(name)
    if not isinstance(value, str) or not value.strip():
        raise bad_request(f"{name} is a required property of a subscription.")
    return value


def read_url(body: Json, name: str) -> str:
    """Real Graph wants https; this tenant posts to loopback and nowhere else."""
    url = read_text(body, name)
    try:
        parts = urlsplit(url)
        is_loopback = parts.scheme in ("http", "https") and parts.hostname in LOOPBACK and "@" not in parts.netloc
    except ValueError:
        is_loopback = False
    if not is_loopback:
        raise bad_request(f"{name} has to be an address on loopback: the local tenant calls nobody else.")
    return url


def _failed(why: str) -> Refusal:
    return Refusal(400, "ValidationError", f"Subscription validation request failed. {why}")


async def shake_hands(url: str) -> None:
    """Raises Refusal 400 unless the token comes back, decoded, as plain text within ten seconds.

    https://learn.microsoft.com/graph/change-notifications-delivery-webhooks
    """
    token = f"Validation: Testing client application reachability for subscription Request-Id: {uuid4()} <&>"
    joined = f"{url}{'&' if urlsplit(url).query else '?'}validationToken={quote(token, safe='')}"
    status, kind, said = await _ask(joined)
    if status != 200:
        raise _failed(f"HTTP status code is '{status}'.")
    if kind != "text/plain" or said.strip() != token:
        raise _failed("Response must be text/plain and carry the decoded validation token.")


async def _ask(url: str) -> tuple[int, str, str]:
    timeout, headers = aiohttp.ClientTimeout(total=HANDSHAKE_SECONDS), {"Content-Type": "text/plain; charset=utf-8"}
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout, headers=headers) as session,
            session.post(url, allow_redirects=False) as answer,
        ):
            return answer.status, answer.content_type, await answer.text()
    except TimeoutError:
        raise _failed("It timed out.") from None
    except (aiohttp.ClientError, OSError, UnicodeError):
        raise _failed("The notification endpoint could not be reached.") from None
