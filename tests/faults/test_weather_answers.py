"""429, 412 and 5xx with every shape of Retry-After: a bounded wait, few tries, and then what was wanted, once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from aiohttp import ClientSession
from structlog.testing import capture_logs

from sidecar.errors import CompanionError, Refused, Retryable
from sidecar.graph.calendars import Calendars
from sidecar.graph.client import Graph, GraphError
from sidecar.graph.credentials import LocalCredential
from sidecar.graph.scheduler import SELF_RETRIES
from sidecar.research.fetch import Fetcher
from sidecar.research.guard import KnownHosts
from sidecar.research.page import Limits, NotFetched
from sidecar.research.turns import LONGEST_SILENCE
from sidecar.teams.notifications import Messenger, Unsure
from sidecar.tenant import LocalTenant, Person
from sidecar.wire.retry_after import AT_MOST, retry_after
from tests.faults.weather_world import told
from tests.research.conftest import HandPace, RawServer, answer
from tests.tenant.conftest import ME, NOW, Client, Listener, listener

__all__ = ["listener"]
STATUSES = (412, 429, 500, 502, 503, 504)
REASONS = {429: "Too Many", 412: "Precondition Failed"}
SOON = timedelta(seconds=1)
SHAPES: dict[str, tuple[str | None, timedelta | None]] = {
    "seconds": ("1", SOON),
    "date": ("", SOON),
    "junk": ("soon²", None),
    "absent": (None, None),
    "negative": ("-5", timedelta()),
    "huge": ("9" * 400, AT_MOST),
    "fraction": ("0.5", timedelta(seconds=0.5)),
}
"""What stands in the header, and the wait that it means; None: none that can be read."""
CASES = [(status, shape) for status in STATUSES for shape in SHAPES]
CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "You meet a client"}]}


def header_of(shape: str) -> str | None:
    return format_datetime(datetime.now(UTC) + SOON, usegmt=True) if shape == "date" else SHAPES[shape][0]


def is_right_wait(error: Retryable, shape: str, *, at_most: timedelta = AT_MOST) -> bool:
    """Whether the error carries the wait that the header asked for; a date is as long ago as the test has run since."""
    wanted = min(SHAPES[shape][1] or timedelta(), at_most) if shape != "huge" else at_most
    if SHAPES[shape][1] is None:
        return error.after is None or error.after < timedelta(minutes=1)
    return error.after is not None and (error.after == wanted or (shape == "date" and error.after <= wanted))


@pytest.mark.parametrize(
    "header", ["²", "", "  ", "9" * 5000, "1e999", "nan", "Mon, 01 Jan 9999 00:00:00 +99999999999999", "\x00"]
)
def test_no_header_breaks_anything(header: str) -> None:
    found = retry_after(header, datetime.now(UTC))
    assert found is None or timedelta() <= found <= AT_MOST


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[Client]:
    """A tenant with one person for each case."""
    people = [Person(address=address_of(number), name=f"Person {number}", zone="UTC") for number in range(len(CASES))]
    tenant = LocalTenant(me=ME, people=people, clock=lambda: NOW)
    await tenant.start()
    async with ClientSession() as session:
        yield Client(tenant, session)
    await tenant.stop()


def address_of(number: int) -> str:
    return f"p{number}@contoso.com"


async def spoil(client: Client, path: str, status: int, shape: str, count: int | None = 1) -> None:
    header = header_of(shape)
    more = {} if header is None else {"retry_after": header}
    await client.control("weather", {"path_prefix": path, "status": status, "count": count, **more})


async def asked(client: Client, what: str) -> int:
    return sum(what in unquote(entry["path"]) for entry in await client.control("log"))


async def test_graph_is_asked_again_after_the_wait_and_a_long_one_is_left_to_the_queue(client: Client) -> None:
    graph = Graph(client.tenant.url, LocalCredential(client.tenant.url), is_local=True)

    async def one(number: int, status: int, shape: str) -> None:
        person = address_of(number)
        await spoil(client, f"/v1.0/users/{person}/calendarView", status, shape)
        try:
            found: Any = await Calendars(graph).view(person, NOW, NOW + timedelta(days=1))
        except CompanionError as error:
            found = error
        tries = await asked(client, f"/{person}/calendarView")
        if status == 412:
            assert isinstance(found, GraphError) and tries == 1, (status, shape)
        elif shape == "huge":
            assert isinstance(found, Retryable) and found.after == AT_MOST and tries == 1, (status, shape)
        else:
            assert found == [] and tries == 2, (status, shape, found, tries)

    await asyncio.gather(*(one(number, *case) for number, case in enumerate(CASES)))
    await graph.close()


async def test_graph_is_given_up_for_now_after_a_few_tries_and_told_of_once(client: Client) -> None:
    graph, person = Graph(client.tenant.url, LocalCredential(client.tenant.url), is_local=True), ME.id
    with capture_logs() as logs:
        await spoil(client, f"/v1.0/users/{person}/calendarView", 503, "negative", None)
        for _ in range(2):
            with pytest.raises(Retryable):
                await Calendars(graph).view(person, NOW, NOW + timedelta(days=1))
        assert await asked(client, f"/{person}/calendarView") == 2 * (SELF_RETRIES + 1)
        await client.control("weather/clear", {})
        assert await Calendars(graph).view(person, NOW, NOW + timedelta(days=1)) == []
    assert told(logs) == [("side_away", "graph"), ("side_back", "graph")]
    await graph.close()


async def test_teams_is_asked_once_and_the_wait_is_left_to_the_queue(client: Client, listener: Listener) -> None:
    messenger = Messenger(LocalCredential(client.tenant.url), loopback=client.tenant.url)
    await client.control("bot", {"url": f"{listener.url}/messages"})

    async def one(number: int, status: int, shape: str) -> None:
        conversation = await chat_of(client, address_of(number))
        chat = conversation["conversation"]["id"]
        await spoil(client, f"/connector/v3/conversations/{chat}/", status, shape)
        with pytest.raises(Retryable) as refused:
            await messenger.send(conversation, CARD, "You meet a client")
        assert isinstance(refused.value, Unsure) is (status == 504), status
        assert is_right_wait(refused.value, shape), (status, shape, refused.value.after)
        assert await asked(client, f"/{chat}/") == 1
        assert await messenger.send(conversation, CARD, "You meet a client")
        assert len(await client.control(f"chat?person={address_of(number)}")) == 1

    for number, case in enumerate(CASES):
        await one(number, *case)
    await messenger.close()


async def chat_of(client: Client, address: str) -> dict[str, Any]:
    person = next(one for one in client.tenant.directory.people if one.address == address)
    await client.control("install", {"person": person.id})
    body = {"bot": {"id": "28:x"}, "isGroup": False, "tenantId": client.tenant.tenant_id, "members": [{"id": person.id}]}
    _, made = await client.connector("POST", "/conversations", body)
    return {"conversation": {"id": made["id"], "conversationType": "personal"}, "serviceUrl": client.tenant.service_url}


async def test_teams_is_told_of_once_however_often_it_refuses(client: Client, listener: Listener) -> None:
    messenger = Messenger(LocalCredential(client.tenant.url), loopback=client.tenant.url)
    await client.control("bot", {"url": f"{listener.url}/messages"})
    conversation = await chat_of(client, ME.address)
    with capture_logs() as logs:
        for status in (500, 502, 503, 504, 503):
            await spoil(client, "/connector/", status, "absent")
            with pytest.raises(Retryable):
                await messenger.send(conversation, CARD, "You meet a client")
        await messenger.send(conversation, CARD, "You meet a client")
        await spoil(client, "/connector/", 429, "absent")
        with pytest.raises(Retryable):
            await messenger.send(conversation, CARD, "You meet a client")
    assert told(logs) == [("side_away", "teams"), ("side_back", "teams")], "who throttles is there"
    await messenger.close()


async def test_a_site_is_left_alone_as_long_as_it_asks_and_then_read() -> None:
    site, pace = RawServer(), HandPace()
    await site.start()
    hosts = {f"h{number}.example": ("127.0.0.1", site.port) for number in range(len(CASES))}
    loopback = frozenset({site.origin})
    async with await Fetcher.open(
        "a@b.example", resolver=KnownHosts(hosts), pace=pace, limits=Limits(gap=timedelta()), allow_loopback=loopback
    ) as fetcher:
        for number, (status, shape) in enumerate(CASES):
            header, path = header_of(shape), f"/{number}"
            more = {} if header is None else {"retry_after": header if shape != "date" else date_at(pace)}
            site.on(path, answer(status=f"{status} {REASONS.get(status, 'No')}", **more), answer(b"<html>here</html>"))
            url = f"http://h{number}.example{path}"
            with pytest.raises((Retryable, Refused)) as refused:
                await fetcher.get(url, client=f"c{number}.example")
            if status == 412:
                assert isinstance(refused.value, NotFetched)
                continue
            assert isinstance(refused.value, Retryable)
            assert is_right_wait(refused.value, shape, at_most=LONGEST_SILENCE), (status, shape, refused.value.after)
            if refused.value.after:
                with pytest.raises(Retryable):
                    await fetcher.get(url, client=f"c{number}.example")
            assert site.paths().count(path) == 1, (status, shape)
            pace.pass_by(refused.value.after or timedelta())
            assert (await fetcher.get(url, client=f"c{number}.example")).status == 200
    await site.stop()


def date_at(pace: HandPace) -> str:
    return format_datetime(pace.now() + SOON, usegmt=True)
