"""One request and its answer, without redirects: capped in time and size, without cookies, proxies or a trace of who asks."""

from __future__ import annotations

import asyncio
import codecs
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import aiohttp
from aiohttp import ClientResponse
from aiohttp.abc import AbstractResolver
from multidict import CIMultiDictProxy
from yarl import URL

from sidecar.errors import Retryable
from sidecar.research.guard import GuardedResolver, GuardedSockets, InsideAddress
from sidecar.research.page import Limits, NotFetched

PIECE: Final = 16 * 1024
LONGEST_HEADER: Final = 32 * 1024
"""Some honest sites send a security policy of ten thousand letters."""
_NO_CHARSETS: Final = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined"})
READABLE_PACKINGS: Final = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_NO_SUCH_NAME: Final = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What of an answer's body is read: these types (`text/html`, `text/*`, `*/*`), and so many bytes after unpacking.
    `is_cut`: what is longer is cut there; otherwise it is refused."""

    types: tuple[str, ...]
    most: int
    is_cut: bool = False


@dataclass(slots=True)
class Meter:
    """Bytes read so far, unpacked, also of bodies that were given up."""

    read: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A server's answer. The body is read for 2xx only, and empty otherwise."""

    url: URL
    status: int
    headers: CIMultiDictProxy[str]
    content_type: str = ""
    charset: str | None = None
    body: bytes = b""


class Exchange:
    """A pool of guarded connections."""

    def __init__(self, agent: str, limits: Limits, resolver: AbstractResolver | None, allow_loopback: frozenset[str]) -> None:
        connector = aiohttp.TCPConnector(
            resolver=GuardedResolver(resolver, allow_loopback),
            socket_factory=GuardedSockets(allow_loopback),
            use_dns_cache=False,
            limit=0,
        )
        connect = limits.connect.total_seconds()
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, connect=connect, sock_connect=connect),
            headers={"User-Agent": agent, "Accept-Encoding": "gzip, deflate"},
            trust_env=False,
            max_line_size=LONGEST_HEADER,
            max_field_size=LONGEST_HEADER,
            read_bufsize=4 * PIECE,
        )

    async def close(self) -> None:
        """Closes all connections."""
        await self._session.close()

    async def ask(self, url: URL, headers: Mapping[str, str], wanted: Wanted, *, seconds: float, meter: Meter) -> Answer:
        """One GET of a URL that was checked. Raises NotFetched, and Retryable where the connection failed."""
        host = url.host or ""
        try:
            async with asyncio.timeout(seconds):
                return await self._ask(url, headers, wanted, meter)
        except aiohttp.ServerTimeoutError as error:
            raise Retryable(f"{host} could not be reached in time.") from error
        except TimeoutError as error:
            raise NotFetched("too_slow", f"{host} answers too slowly to be waited for; open the page yourself.") from error
        except (aiohttp.ClientError, InsideAddress) as error:
            raise _in_our_words(error, host) from error
        except (OSError, ValueError) as error:
            raise Retryable(f"The connection to {host} failed.") from error

    async def _ask(self, url: URL, headers: Mapping[str, str], wanted: Wanted, meter: Meter) -> Answer:
        async with self._session.get(url, headers=headers, allow_redirects=False) as response:
            if not 200 <= response.status < 300:
                response.close()
                return Answer(url=url, status=response.status, headers=response.headers)
            _check_packing(response)
            content_type, charset = _declared(response)
            if content_type and not is_wanted(content_type, wanted.types):
                response.close()
                raise _wrong_type(url, content_type)
            body = await _body(response, wanted, meter)
            return Answer(
                url=url,
                status=response.status,
                headers=response.headers,
                content_type=content_type or _guessed(url, body, wanted),
                charset=charset,
                body=body,
            )


def is_wanted(content_type: str, types: tuple[str, ...]) -> bool:
    """Whether a type is among those named; `text/*` and `*/*` name many."""
    return any(one in (content_type, "*/*", f"{content_type.partition('/')[0]}/*") for one in types)


async def _body(response: ClientResponse, wanted: Wanted, meter: Meter) -> bytes:
    if not wanted.is_cut and (response.content_length or 0) > wanted.most:
        response.close()
        raise _too_big(response, wanted)
    body = bytearray()
    async for piece in response.content.iter_chunked(PIECE):
        body += piece
        meter.read += len(piece)
        if len(body) > wanted.most:
            response.close()
            if not wanted.is_cut:
                raise _too_big(response, wanted)
            return bytes(body[: wanted.most])
    return bytes(body)


def _declared(response: ClientResponse) -> tuple[str, str | None]:
    """The type and the charset that the header names; the charset only if it is one that text can be read with."""
    if not response.headers.get("Content-Type", "").strip():
        return "", None
    charset = (response.charset or "").strip().lower()
    return response.content_type.lower(), charset if _is_charset(charset) else None


def _is_charset(name: str) -> bool:
    """Whether text can be read with it; Python's own curious codecs are none that a site may choose."""
    try:
        return codecs.lookup(name).name not in _NO_CHARSETS and "".encode(name) is not None
    except (LookupError, ValueError):
        return False


def _guessed(url: URL, body: bytes, wanted: Wanted) -> str:
    """The type of a body whose server named none: HTML that says so, or anything where anything is wanted."""
    start = body[:1024].lower()
    guess = "text/html" if b"<html" in start or b"<!doctype html" in start else "application/octet-stream"
    if not is_wanted(guess, wanted.types):
        raise _wrong_type(url, "something it does not name")
    return guess


def _check_packing(response: ClientResponse) -> None:
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    if packing not in READABLE_PACKINGS:
        response.close()
        raise NotFetched("wrong_type", f"{response.url.host} packs its pages in a way that was not asked for; open it yourself.")


def _too_big(response: ClientResponse, wanted: Wanted) -> NotFetched:
    return NotFetched("too_big", f"{response.url.host} sends more than {wanted.most:,} bytes; open the page yourself.")


def _wrong_type(url: URL, content_type: str) -> NotFetched:
    shown = "".join(letter for letter in content_type if letter.isprintable())[:60]
    return NotFetched("wrong_type", f"{url.host} sends {shown}, which is not what can be read here; give another page.")


def _in_our_words(error: Exception, host: str) -> NotFetched | Retryable:
    if isinstance(error, aiohttp.ClientSSLError):
        return NotFetched("certificate", f"{host} offers no protected connection with a valid certificate; open it yourself.")
    reason = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else error
    if isinstance(reason, InsideAddress):
        return NotFetched("inside", f"{host} leads into a private network, which is never read; give the public site.")
    if isinstance(reason, socket.gaierror) and reason.errno in _NO_SUCH_NAME:
        return NotFetched("unknown_name", f"There is no site at {host}; check the spelling.")
    if isinstance(error, aiohttp.ClientResponseError | aiohttp.InvalidURL):
        return NotFetched("not_http", f"{host} does not answer as a web site should; open it yourself.")
    return Retryable(f"The connection to {host} failed.")
