"""A TCP proxy on loopback that spoils a wire on demand, with the eight faults of Toxiproxy under their own names:
https://github.com/Shopify/toxiproxy#toxics

A fault meets the connections that are open as well as those to come; `clear` ends it and closes what it had swallowed.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Literal

FAULTS = ("latency", "down", "bandwidth", "slow_close", "timeout", "reset_peer", "slicer", "limit_data")
Fault = Literal["latency", "down", "bandwidth", "slow_close", "timeout", "reset_peer", "slicer", "limit_data"]
PIECE = 16 * 1024
RESET = struct.pack("ii", 1, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toxic:
    """One fault. `seconds`: the latency, the delay of a close, how long until a time-out or a reset (a time-out of 0: never);
    `jitter`: so much more or less. `rate`: bytes a second. `size`: bytes of a slice, or after which the data are cut.
    `toxicity`: the share of connections that it meets. `stream`: whether answers (down) or questions (up) are spoiled."""

    name: Fault
    seconds: float = 0.0
    jitter: float = 0.0
    rate: int = 0
    size: int = 0
    toxicity: float = 1.0
    stream: Literal["down", "up"] = "down"


@dataclass(eq=False, slots=True, kw_only=True)
class _Line:
    """One connection through the proxy: the client's end, the other side's end, and what of the fault it has met."""

    client: asyncio.StreamWriter
    other: asyncio.StreamWriter
    dice: float
    met: Toxic | None = None
    passed: int = 0

    def abort(self, *, with_reset: bool = False) -> None:
        for end in (self.client, self.other):
            made: socket.socket | None = end.get_extra_info("socket")
            if with_reset and end is self.client and made is not None:
                made.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            end.transport.abort()


class FaultProxy:
    """Listens on a port of its own and passes on to `target`: an address and port, or the path of a Unix socket."""

    def __init__(self, target: tuple[str, int] | str, *, seed: int = 7) -> None:
        self._target = target
        self._dice = random.Random(seed)  # noqa: S311  # chance that can be repeated, no secret
        self._held = socket.socket()
        self._server: asyncio.Server | None = None
        self._lines: set[_Line] = set()
        self._toxic: Toxic | None = None
        self._has_cleared = asyncio.Event()
        self.connections = 0
        """Connections taken since the start."""
        self.spoiled = 0
        """Connections that the present fault has met; refused ones, which nobody sees, are not among them."""

    @property
    def address(self) -> tuple[str, int]:
        """Where it listens."""
        found: tuple[str, int] = self._held.getsockname()
        return found

    @property
    def url(self) -> str:
        """The same, for HTTP."""
        return f"http://{self.address[0]}:{self.address[1]}"

    async def start(self) -> None:
        """Take a port, and keep it while the listener is away."""
        self._held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        self._held.bind(("127.0.0.1", 0))
        await self._listen()

    async def stop(self) -> None:
        """End every connection."""
        await self.clear()
        self._deafen()
        self._cut()
        self._held.close()

    async def fail(self, toxic: Toxic) -> None:
        """Let this fault begin, in place of an earlier one."""
        await self.clear()
        self._toxic, self.spoiled = toxic, 0
        if toxic.name == "down":
            self._deafen()
            self._cut()

    async def clear(self) -> None:
        """Fair weather again."""
        was, self._toxic = self._toxic, None
        self._has_cleared.set()
        self._has_cleared = asyncio.Event()
        if was is not None and was.name == "down":
            await self._listen()

    async def _listen(self) -> None:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        listener.bind(self.address)
        self._server = await asyncio.start_server(self._serve, sock=listener)

    def _deafen(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None

    def _cut(self) -> None:
        for line in list(self._lines):
            line.abort(with_reset=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            if isinstance(self._target, str):
                other_reader, other = await asyncio.open_unix_connection(self._target)
            else:
                other_reader, other = await asyncio.open_connection(*self._target)
        except OSError:
            writer.transport.abort()
            return
        line = _Line(client=writer, other=other, dice=self._dice.random())
        self._lines.add(line)
        try:
            await asyncio.gather(self._pump(line, reader, other, "up"), self._pump(line, other_reader, writer, "down"))
        finally:
            self._lines.discard(line)
            line.abort()

    async def _pump(self, line: _Line, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, stream: str) -> None:
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(PIECE):
                toxic = self._now(line, stream)
                if toxic is None:
                    await _pass(writer, data)
                elif not await self._spoil(toxic, line, writer, data):
                    return
            closing = self._now(line, stream)
            if closing is not None and closing.name == "slow_close":
                await self._pause(closing.seconds)
            if writer.can_write_eof():
                writer.write_eof()

    def _now(self, line: _Line, stream: str) -> Toxic | None:
        """The fault that meets this stream of this connection now."""
        toxic = self._toxic
        if toxic is None or toxic.stream != stream or line.dice >= toxic.toxicity:
            return None
        if line.met is not toxic:
            line.met, line.passed = toxic, 0
            self.spoiled += 1
        return toxic

    async def _spoil(self, toxic: Toxic, line: _Line, writer: asyncio.StreamWriter, data: bytes) -> bool:
        """Pass a piece on as the fault wants it; False where the connection has ended by that."""
        match toxic.name:
            case "latency":
                await asyncio.sleep(max(0.0, toxic.seconds + self._dice.uniform(-toxic.jitter, toxic.jitter)))
            case "bandwidth" | "slicer":
                return await self._bit_by_bit(toxic, writer, data)
            case "timeout" | "reset_peer":
                if toxic.name == "timeout" and not toxic.seconds:
                    await self._has_cleared.wait()
                else:
                    await self._pause(toxic.seconds)
                line.abort(with_reset=toxic.name == "reset_peer")
                return False
            case "limit_data":
                data = data[: max(0, toxic.size - line.passed)]
                line.passed += len(data)
                if line.passed >= toxic.size:
                    await _pass(writer, data)
                    line.abort()
                    return False
        await _pass(writer, data)
        return True

    async def _bit_by_bit(self, toxic: Toxic, writer: asyncio.StreamWriter, data: bytes) -> bool:
        size = toxic.size or max(1, toxic.rate // 20)
        for start in range(0, len(data), size):
            bit = data[start : start + size]
            await _pass(writer, bit)
            await self._pause(len(bit) / toxic.rate if toxic.name == "bandwidth" else toxic.seconds)
        return True

    async def _pause(self, seconds: float) -> None:
        """Wait, but not beyond the fault."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._has_cleared.wait(), seconds)


async def _pass(writer: asyncio.StreamWriter, data: bytes) -> None:
    writer.write(data)
    await writer.drain()


@asynccontextmanager
async def proxied(target: tuple[str, int] | str) -> AsyncIterator[FaultProxy]:
    """A proxy before `target`, as long as this is open."""
    proxy = FaultProxy(target)
    await proxy.start()
    try:
        yield proxy
    finally:
        await proxy.stop()
