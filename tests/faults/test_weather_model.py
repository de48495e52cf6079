"""The language model in every weather: a sentence comes each time, from the templates where the model has none, and in time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from structlog.testing import capture_logs

from sidecar.writer.budget import BudgetInMemory
from sidecar.writer.endpoint import Endpoint
from sidecar.writer.model import ModelWriter
from sidecar.writer.settings import ModelSettings
from tests.faults.proxy import FAULTS, FaultProxy, proxied
from tests.faults.weather_world import OUTAGES, TOXICS, told
from tests.writer.conftest import GOOD, write
from tests.writer.model_server import ModelServer, claiming, failing, model_server

WITHIN = 1.0
STATUSES = (412, 429, 500, 502, 503, 504)


@pytest.fixture
async def server() -> AsyncIterator[ModelServer]:
    async with model_server() as opened:
        opened.script = [claiming(GOOD)]
        yield opened


@pytest.fixture
async def wire(server: ModelServer) -> AsyncIterator[FaultProxy]:
    async with proxied(("127.0.0.1", int(server.base_url.split(":")[2].partition("/")[0]))) as proxy:
        yield proxy


@pytest.fixture
async def writer(wire: FaultProxy) -> AsyncIterator[ModelWriter]:
    settings = ModelSettings(base_url=f"{wire.url}/v1", model="local", key="k-1", timeout=timedelta(seconds=WITHIN))
    endpoint = Endpoint(settings, clock=lambda: datetime.now(UTC))
    await endpoint.warm()
    yield ModelWriter(tenant="t-1", endpoint=endpoint, budget=BudgetInMemory(), nonce=lambda: "5d1f00c9a7b3e284")
    await endpoint.close()


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_sentence_comes_in_every_weather(fault: str, writer: ModelWriter, wire: FaultProxy, server: ModelServer) -> None:
    with capture_logs() as logs:
        await wire.fail(TOXICS[fault])
        for written in await asyncio.gather(*(write(writer) for _ in range(3))):
            assert written.claims and written.how == ("plain" if fault in OUTAGES else "model")
        await wire.clear()
        assert (await write(writer)).how == "model"
    assert told(logs) == ([("side_away", "model"), ("side_back", "model")] if fault in OUTAGES else [])
    assert len(server.asked) <= 4, "nothing is asked twice for one sentence"


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("shape", ["seconds", "date", "junk", "absent", "negative", "huge", "fraction"])
async def test_a_refusal_costs_few_tries_and_the_sentence_comes_all_the_same(
    status: int, shape: str, writer: ModelWriter, server: ModelServer
) -> None:
    header = {
        "seconds": "0", "date": format_datetime(datetime.now(UTC) - timedelta(seconds=1)), "junk": "soon²", "negative": "-5",
        "huge": "9" * 400, "fraction": "0.01",
    }.get(shape)  # fmt: skip
    server.script = [failing(status, **({"Retry_After": header} if header else {}))]
    written = await write(writer)
    assert written.claims and written.how == "plain"
    assert len(server.asked) <= 3
    server.script = [claiming(GOOD)]
    assert (await write(writer)).how == "model"
