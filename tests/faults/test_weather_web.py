"""The web in every weather: a page is had once the fault has passed, no page is waited for for ever, an outage is told once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from sidecar.errors import CompanionError, Retryable
from sidecar.research.fetch import Fetcher
from sidecar.research.guard import KnownHosts
from sidecar.research.page import Limits, NotFetched
from sidecar.telemetry.outages import Side
from tests.faults.proxy import FAULTS, FaultProxy, proxied
from tests.faults.weather_world import OUTAGES, TOXICS, told
from tests.research.conftest import RawServer

SITES = ("one.example", "two.example", "three.example")
LATER = "four.example"
WITHIN = timedelta(seconds=1)


@pytest.fixture
async def site() -> AsyncIterator[RawServer]:
    server = RawServer()
    await server.start()
    server.page("/", b"<html><p>We build pumps.</p></html>")
    yield server
    await server.stop()


@pytest.fixture
async def wire(site: RawServer) -> AsyncIterator[FaultProxy]:
    async with proxied(("127.0.0.1", site.port)) as proxy:
        yield proxy


@pytest.fixture
async def fetcher(wire: FaultProxy) -> AsyncIterator[Fetcher]:
    hosts = dict.fromkeys((*SITES, LATER), wire.address)
    async with await Fetcher.open(
        "tests@fabrikam.com",
        resolver=KnownHosts(hosts),
        limits=Limits(gap=timedelta(), total=WITHIN, connect=WITHIN),
        allow_loopback=frozenset({f"{wire.address[0]}:{wire.address[1]}"}),
        side=Side("web"),
    ) as opened:
        yield opened


async def read(fetcher: Fetcher, host: str) -> bytes | CompanionError:
    try:
        return (await fetcher.get(f"http://{host}/", client=host)).body
    except (Retryable, NotFetched) as error:
        return error


@pytest.mark.parametrize("fault", FAULTS)
async def test_pages_are_had_once_the_weather_has_passed(fault: str, fetcher: Fetcher, wire: FaultProxy, site: RawServer) -> None:
    with capture_logs() as logs:
        await wire.fail(TOXICS[fault])
        in_it = await asyncio.gather(*(read(fetcher, host) for host in SITES))
        assert all(isinstance(one, CompanionError) is (fault in OUTAGES) for one in in_it), in_it
        await wire.clear()
        after = await asyncio.gather(*(read(fetcher, host) for host in SITES))
    assert all(isinstance(one, bytes) and b"pumps" in one for one in after), after
    assert told(logs) == ([("side_away", "web"), ("side_back", "web")] if fault in OUTAGES else [])
    assert len(site.asked) <= 4 * len(SITES), "a page and its robots.txt, once in the fault and once after it"


async def test_one_site_that_is_out_of_reach_is_no_outage_of_the_web(fetcher: Fetcher, wire: FaultProxy) -> None:
    with capture_logs() as logs:
        await wire.fail(TOXICS["down"])
        for _ in range(5):
            assert isinstance(await read(fetcher, SITES[0]), Retryable)
    assert told(logs) == []


async def test_a_gateway_that_refuses_every_site_is_an_outage_of_the_web(fetcher: Fetcher, site: RawServer) -> None:
    with capture_logs() as logs:
        for path in ("/", "/robots.txt"):
            site.page(path, b"", status="502 Bad Gateway")
        for host in SITES:
            assert isinstance(await read(fetcher, host), CompanionError)
        for path in ("/", "/robots.txt"):
            site.page(path, b"<html>here</html>")
        assert await read(fetcher, LATER) == b"<html>here</html>"
    assert told(logs) == [("side_away", "web"), ("side_back", "web")]
