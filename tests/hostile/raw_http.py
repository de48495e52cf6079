"""Bytes as they are, sent to a door: what an HTTP client would never send, too."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


async def send(door: str, sent: bytes, *, seconds: float = 30.0) -> Answer:
    """The answer to these very bytes, read until the door closes the connection. Raises TimeoutError after `seconds`."""
    parts = urlsplit(door)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    try:
        async with asyncio.timeout(seconds):
            writer.write(sent)
            return _read(await reader.read())
    finally:
        writer.close()


def request(method: str, path: str, *headers: str, body: bytes = b"") -> bytes:
    """A request that ends its connection. Header lines go as they are."""
    length = [f"Content-Length: {len(body)}"] if body or method == "POST" else []
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", "Connection: close", *length, *headers, "", ""]
    return "\r\n".join(lines).encode("utf-8", "surrogatepass") + body


def _read(answer: bytes) -> Answer:
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return Answer(status=int(first.split(" ", 2)[1]) if first else 0, headers=headers, body=body)
