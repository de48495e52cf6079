"""A scripted model, a clock moved by hand, and one page to write about."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from sidecar.domain.companies.claims import SourceText
from sidecar.writer import Written
from sidecar.writer.budget import BudgetInMemory
from sidecar.writer.endpoint import Endpoint
from sidecar.writer.model import ModelWriter
from sidecar.writer.plain import plain_claims
from sidecar.writer.settings import ModelSettings
from tests.writer.model_server import (
    ModelServer,
    model_server,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ADATUM = SourceText(
    id="https://adatum.example/about",
    title="About Adatum",
    url="https://adatum.example/about",
    text="Adatum makes pumps for bakeries. In March 2026 we opened our second plant in Lisbon with 1,200 people.",
)
GOOD = {
    "text": "Their second plant opened in Lisbon in March 2026.",
    "source_id": "s1",
    "quote": "in march 2026 we opened  our second plant in Lisbon",
}


class Hand:
    """A clock moved by hand, and pauses that pass at once."""

    def __init__(self) -> None:
        self.at = NOW
        self.pauses: list[float] = []

    def now(self) -> datetime:
        return self.at

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.at += timedelta(seconds=seconds)


@pytest.fixture
async def server() -> AsyncIterator[ModelServer]:
    async with model_server() as opened:
        yield opened


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
async def writer(server: ModelServer, hand: Hand) -> AsyncIterator[ModelWriter]:
    opened = new_writer(server, hand)
    yield opened
    await opened.endpoint.close()


def new_writer(server: ModelServer, hand: Hand, *, seconds: float = 30, **more: object) -> ModelWriter:
    settings = ModelSettings(
        base_url=server.base_url,
        model="scripted",
        timeout=timedelta(seconds=seconds),
        **{"key": "k-1", **more},  # type: ignore[arg-type]
    )
    endpoint = Endpoint(settings, clock=hand.now, pause=hand.pause)
    return ModelWriter(tenant="t-1", endpoint=endpoint, budget=BudgetInMemory(), nonce=lambda: "5d1f00c9a7b3e284")


def is_plain(written: Written, *notes: str) -> bool:
    is_same = written.claims == plain_claims("company_line", [ADATUM], "en")
    return written.how == "plain" and is_same and [note.key for note in written.notes] == list(notes)


async def write(writer: ModelWriter) -> Written:
    return await writer.write("company_line", [ADATUM], "en")
