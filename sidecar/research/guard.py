"""The guard at the socket: a name that leads inside, or a number that slipped by, ends here and is never connected to.

The resolver's answer is the very one the socket uses, so a name that answers differently the second time gains nothing.
"""

from __future__ import annotations

import socket
from collections.abc import Mapping
from typing import Final

from aiohttp import AddrInfoType
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from sidecar.research.addresses import is_public


class InsideAddress(OSError):
    """A connection that would have gone inside."""

    def __init__(self, host: str) -> None:
        super().__init__(f"{host} leads to an address that is not public")
        self.host: Final = host


class GuardedResolver(AbstractResolver):
    """Passes on another resolver's answer if every address in it is public, or a loopback origin that is allowed."""

    def __init__(self, inner: AbstractResolver | None = None, allow_loopback: frozenset[str] = frozenset()) -> None:
        self._inner = inner or ThreadedResolver()
        self._allowed = allow_loopback

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC) -> list[ResolveResult]:
        """The addresses of a host. Raises InsideAddress, and OSError as the inner resolver does."""
        found = await self._inner.resolve(host, port, family)
        for one in found:
            if not may_connect(one["host"], one["port"], self._allowed):
                raise InsideAddress(host)
        return found

    async def close(self) -> None:
        """Closes the inner resolver."""
        await self._inner.close()


class KnownHosts(AbstractResolver):
    """A resolver that knows a few names and no others: for the preview and for tests. `hosts`: name → address and port."""

    def __init__(self, hosts: Mapping[str, tuple[str, int]]) -> None:
        self._hosts = hosts

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC) -> list[ResolveResult]:
        """The known address and port of a name. Raises gaierror for any other."""
        if host not in self._hosts:
            raise socket.gaierror(socket.EAI_NONAME, f"{host} is not known here")
        address, known_port = self._hosts[host]
        kind = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [ResolveResult(hostname=host, host=address, port=known_port, family=kind, proto=0, flags=socket.AI_NUMERICHOST)]

    async def close(self) -> None:
        """Nothing is held."""


class GuardedSockets:
    """Makes sockets for public addresses only, whatever led to them."""

    def __init__(self, allow_loopback: frozenset[str] = frozenset()) -> None:
        self._allowed = allow_loopback

    def __call__(self, where: AddrInfoType) -> socket.socket:
        """A socket that is going to be connected there. Raises InsideAddress."""
        family, kind, protocol, _, address = where
        if not may_connect(str(address[0]), int(address[1]), self._allowed):
            raise InsideAddress(str(address[0]))
        return socket.socket(family=family, type=kind, proto=protocol)


def may_connect(address: str, port: int, allow_loopback: frozenset[str]) -> bool:
    """Whether a numeric address may be connected to."""
    origin = f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
    return is_public(address) or origin in allow_loopback
