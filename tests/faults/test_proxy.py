"""The proxy does what each of its eight faults is called, to open connections and to new ones, and nothing in fair weather."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.faults.proxy import FAULTS, FaultProxy, Toxic, proxied

SAID = b"x" * 2000


@pytest.fixture
async def proxy() -> AsyncIterator[FaultProxy]:
    """Before a server that answers each line with so many letters, and hangs up when told to."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.readline():
            writer.write(SAID)
            await writer.drain()
            if line == b"bye\n":
                break
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with proxied(server.sockets[0].getsockname()[:2]) as made:
        yield made
    server.close()


class Caller:
    """One connection through the proxy."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    @classmethod
    async def of(cls, proxy: FaultProxy) -> Caller:
        return cls(*await asyncio.open_connection(*proxy.address))

    async def ask(self, line: bytes = b"hello\n", within: float = 10.0) -> tuple[bytes, float]:
        """What was answered, and how long it took."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        self.writer.write(line)
        async with asyncio.timeout(within):
            answer = await self.reader.readexactly(len(SAID))
        return answer, loop.time() - began


async def test_in_fair_weather_everything_passes_and_a_fault_ends_when_it_is_cleared(proxy: FaultProxy) -> None:
    caller = await Caller.of(proxy)
    assert (await caller.ask())[0] == SAID
    await proxy.fail(Toxic(name="latency", seconds=0.1))
    assert (await caller.ask())[1] >= 0.1
    await proxy.clear()
    assert (await caller.ask())[0] == SAID and proxy.connections == 1


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_does_what_it_is_called(fault: str, proxy: FaultProxy) -> None:
    caller = await Caller.of(proxy)
    await caller.ask()
    match fault:
        case "latency":
            await proxy.fail(Toxic(name="latency", seconds=0.2, jitter=0.05))
            assert (await caller.ask())[1] >= 0.15
        case "down":
            await proxy.fail(Toxic(name="down"))
            with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
                await caller.ask()
            with pytest.raises(ConnectionRefusedError):
                await Caller.of(proxy)
        case "bandwidth":
            await proxy.fail(Toxic(name="bandwidth", rate=10_000))
            assert (await caller.ask())[1] >= 0.15
        case "slow_close":
            await proxy.fail(Toxic(name="slow_close", seconds=0.3))
            _, took = await caller.ask(b"bye\n")
            began = asyncio.get_running_loop().time()
            assert await caller.reader.read() == b"" and asyncio.get_running_loop().time() - began >= 0.2, took
        case "timeout":
            await proxy.fail(Toxic(name="timeout"))
            with pytest.raises(TimeoutError):
                await caller.ask(within=0.2)
            await proxy.clear()
            assert await caller.reader.read() == b"", "what was swallowed does not come back"
        case "reset_peer":
            await proxy.fail(Toxic(name="reset_peer", seconds=0.01))
            with pytest.raises(ConnectionResetError):
                await caller.ask()
        case "slicer":
            await proxy.fail(Toxic(name="slicer", size=100, seconds=0.001))
            caller.writer.write(b"hello\n")
            assert len(await caller.reader.read(len(SAID))) < len(SAID)
            assert len(await caller.reader.readexactly(100)) == 100
        case "limit_data":
            await proxy.fail(Toxic(name="limit_data", size=700))
            with pytest.raises(asyncio.IncompleteReadError) as cut:
                await caller.ask()
            assert len(cut.value.partial) == 700
    assert fault == "down" or proxy.spoiled == 1


async def test_a_share_of_the_connections_is_spoiled_and_the_others_are_not(proxy: FaultProxy) -> None:
    await proxy.fail(Toxic(name="reset_peer", seconds=0.01, toxicity=0.5))
    callers = [await Caller.of(proxy) for _ in range(20)]
    found = await asyncio.gather(*(caller.ask() for caller in callers), return_exceptions=True)
    reset = sum(isinstance(one, ConnectionResetError) for one in found)
    assert 3 <= reset <= 17 and reset == proxy.spoiled
    assert sum(isinstance(one, tuple) for one in found) == len(callers) - reset
