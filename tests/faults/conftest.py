"""What the tests of faults share: the running product of `tests/flows`, and proxies that spoil its wires."""

from __future__ import annotations

from collections.abc import AsyncIterator
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.faults.proxy import FaultProxy, proxied
from tests.flows.conftest import start

__all__ = ["start"]


def database_at(url: str) -> tuple[str, int] | str:
    """Where a database listens, by its address: a port, or the path of a Unix socket."""
    parts = urlsplit(url)
    folder = parse_qs(parts.query).get("host", [""])[0]
    return f"{folder}/.s.PGSQL.5432" if folder else (parts.hostname or "127.0.0.1", parts.port or 5432)


def through(url: str, proxy: FaultProxy) -> str:
    """The same database, through a proxy."""
    parts = urlsplit(url)
    host, port = proxy.address
    return f"postgresql://{parts.username}@{host}:{port}{parts.path}?sslmode=disable"


@pytest.fixture
async def spoiled(empty_database: str) -> AsyncIterator[tuple[str, FaultProxy]]:
    """The address of an empty database behind a proxy, and the proxy."""
    async with proxied(database_at(empty_database)) as proxy:
        yield through(empty_database, proxy), proxy
