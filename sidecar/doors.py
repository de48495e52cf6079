"""Opening and closing the doors of this process: sockets, ports and signals."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from sidecar.errors import Misconfigured
from sidecar.web.guards import LOOPBACK, Route, application
from sidecar.web.quiet_http import QuietRunner

DRAIN_FOR = 10.0
"""Seconds from being told to stop until the process ends, whatever is still under way."""
ANSWER_FOR = 8.0
"""Seconds of these that requests under way may still take; no new ones are taken from the first moment on."""


@asynccontextmanager
async def doors(
    routes: list[Route], host: str, port: int, *, is_local: bool = False, stop: asyncio.Event | None = None
) -> AsyncIterator[int]:
    """Open the doors; the port they got. Once `stop` is set nobody new comes in. Loopback trust refuses any other bind."""
    if is_local and host not in LOOPBACK:
        raise Misconfigured([f"The preview listens on this machine only, not on {host}."])
    runner = QuietRunner(application(routes), access_log=None, shutdown_timeout=ANSWER_FOR)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    try:
        await site.start()
    except OSError as error:
        await runner.cleanup()
        raise Misconfigured([f"Port {port} on {host} cannot be used ({error.strerror}): name another with --port."]) from error
    closing = asyncio.create_task(_close(runner, stop)) if stop is not None else None
    try:
        yield int(runner.addresses[0][1])
    finally:
        if closing is not None and stop is not None and stop.is_set():
            await closing
        else:
            if closing is not None:
                closing.cancel()
            await runner.cleanup()


async def _close(runner: web.AppRunner, stop: asyncio.Event) -> None:
    await stop.wait()
    await runner.cleanup()


def free_port(wanted: int) -> int:
    """The wanted port, or any free one where that is taken. Loopback only: for the preview."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise Misconfigured([f"Port {wanted} is taken and no other is free: name another with --port."])


def stop_on_signals() -> asyncio.Event:
    """An event that SIGTERM or Ctrl-C sets."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM"):
        try:
            loop.add_signal_handler(getattr(signal, name), stop.set)
        except NotImplementedError:  # Windows
            signal.signal(getattr(signal, name), lambda *_: loop.call_soon_threadsafe(stop.set))
    return stop
