"""Two machines on one: each a network namespace with its own interfaces and its own loopback, joined to ours by a cable.

Needs root on Linux. A program in such a namespace reaches the local tenant and PostgreSQL only through the cable.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import count

from tests.faults.programs import ROOT, Spec, command

_numbers = count(1)


def why_not() -> str:
    """Why no second machine can be played here; empty where it can."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("ip"):
        return "network namespaces need Linux, root and iproute2"
    made = subprocess.run(["ip", "netns", "add", f"companion-try-{os.getpid()}"], capture_output=True, text=True)
    if made.returncode:
        return f"network namespaces are not permitted here: {made.stderr.strip()}"
    subprocess.run(["ip", "netns", "delete", f"companion-try-{os.getpid()}"], check=True)
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A namespace. `ours` is this side's address on its cable, `cable` this side's end of it."""

    name: str
    ours: str
    cable: str

    def popen(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a program on that machine."""
        return subprocess.Popen(["ip", "netns", "exec", self.name, *arguments], cwd=ROOT)

    def begin(self, spec: Spec) -> subprocess.Popen[bytes]:
        """Start a program of ours there."""
        return self.popen(*command(spec))


@asynccontextmanager
async def shared_address() -> AsyncIterator[str]:
    """An address of ours that machines can have a route to: what passes there is the kernel's work alone, as on real wires."""
    number = os.getpid() % 65_536
    address = f"10.213.{number // 256}.{number % 256}"
    _ip("address", "add", f"{address}/32", "dev", "lo")
    try:
        yield address
    finally:
        _ip("address", "delete", f"{address}/32", "dev", "lo")


@asynccontextmanager
async def machine(*reach: tuple[str, int], route_to: str = "") -> AsyncIterator[Machine]:
    """A machine whose loopback leads, through the cable, to these addresses and ports of ours. `route_to`: an address of ours
    that it reaches by that address itself."""
    number = os.getpid() % 10_000 * 10 + next(_numbers) % 10
    name, net = f"companion-{number}", f"10.{number // 256 % 256}.{number % 256}"
    ours, theirs = f"{net}.1", f"{net}.2"
    near, far = f"cn{number}", f"cf{number}"
    try:
        _ip("netns", "add", name)
        _ip("link", "add", near, "type", "veth", "peer", "name", far, "netns", name)
        for where, interface, address in (((), near, ours), (("-n", name), far, theirs)):
            _ip(*where, "address", "add", f"{address}/30", "dev", interface)
            _ip(*where, "link", "set", interface, "up")
        _ip("-n", name, "link", "set", "lo", "up")
        if route_to:
            _ip("-n", name, "route", "add", f"{route_to}/32", "via", ours)
        async with AsyncExitStack() as stack:
            made = Machine(name=name, ours=ours, cable=near)
            for host, port in reach:
                await stack.enter_async_context(_cable(made, host, port))
            yield made
    finally:
        _ip("netns", "delete", name)


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True)


@asynccontextmanager
async def _cable(here: Machine, host: str, port: int) -> AsyncIterator[None]:
    """Its loopback's port leads to our end of the cable, and from there to the same port of ours."""
    ours = await asyncio.start_server(lambda reader, writer: _join(reader, writer, host, port), here.ours, port)
    process = here.popen(sys.executable, "-m", "tests.faults.machines", str(port), here.ours)
    try:
        yield
    finally:
        process.kill()
        await asyncio.to_thread(process.wait)
        ours.close()


async def _join(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str, port: int) -> None:
    with suppress(OSError, asyncio.CancelledError):
        onward, back = await asyncio.open_connection(host, port)
        await asyncio.gather(_pour(reader, back), _pour(onward, writer))


async def _pour(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while piece := await source.read(65_536):
            target.write(piece)
            await target.drain()
    target.close()


async def _lead(port: int, to: str) -> None:
    server = await asyncio.start_server(lambda reader, writer: _join(reader, writer, to, port), "127.0.0.1", port)
    await server.serve_forever()


def main(asked: Sequence[str]) -> None:
    """On the other machine: its own loopback leads through the cable."""
    asyncio.run(_lead(int(asked[0]), asked[1]))


if __name__ == "__main__":
    main(sys.argv[1:])
