"""Open panels, and the word to each that something of its person changed. The word says only "look again", so a slow
reader misses nothing: however much happened, one look shows it."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from sidecar.store.database import Database

CHANNEL = "companion_panel"
KEEP_ALIVE = 15.0
STUCK_AFTER = 10.0
"""Seconds after which a reader that takes nothing is let go."""
MOST_OF_A_PERSON = 20
"""Open streams of one person; a further one takes the place of the oldest."""
END_WITHIN = 1.0
"""Seconds that streams have to end by themselves once the door closes."""
HEADERS = {"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
Key = tuple[str, str]


@dataclass(eq=False, slots=True)
class _Line:
    """One open stream. There is room for one word: a second one would say nothing new."""

    word: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[Any] | None = None
    _is_over: bool = False

    def put(self) -> None:
        self.word.set()

    def close(self) -> None:
        self._is_over = True
        self.word.set()

    def is_over(self) -> bool:
        return self._is_over


class Streams:
    """All open streams of one door, behind one LISTEN."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lines: dict[Key, list[_Line]] = {}
        self._listening: asyncio.Task[None] | None = None
        self._heard = asyncio.Event()
        self._is_closed = False

    @property
    def count(self) -> int:
        """How many are open."""
        return sum(map(len, self._lines.values()))

    def tell(self, tenant: str, person: str) -> None:
        """Something of this person changed."""
        for line in self._lines.get((tenant, person), ()):
            line.put()

    def tell_everybody(self) -> None:
        """Anything may have changed: the clock was moved, or nobody listened for a while."""
        for lines in self._lines.values():
            for line in lines:
                line.put()

    async def serve(self, request: web.Request, tenant: str, person: str, until: float) -> web.StreamResponse:
        """Stream to one panel until it goes away, its token ends (`until`, seconds of the epoch), or the door closes."""
        if self._is_closed:
            return web.Response(status=503)
        await self._listen()
        response = web.StreamResponse(headers=HEADERS)
        with contextlib.suppress(ConnectionError, TimeoutError):
            async with self._line((tenant, person)) as line:
                await response.prepare(request)
                await _write(response, b"retry: 1000\n\n")
                await _follow(response, line, until)
        return response

    async def close(self) -> None:
        """End every stream, within a moment, and stop listening."""
        self._is_closed = True
        lines = [line for found in self._lines.values() for line in found]
        for line in lines:
            line.close()
        tasks = [line.task for line in lines if line.task]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=END_WITHIN)
            for task in late:
                task.cancel()
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
            self._listening = None

    @asynccontextmanager
    async def _line(self, key: Key) -> AsyncIterator[_Line]:
        line = _Line(task=asyncio.current_task())
        lines = self._lines.setdefault(key, [])
        lines.append(line)
        for old in lines[:-MOST_OF_A_PERSON]:
            old.close()
        line.put()
        try:
            yield line
        finally:
            lines.remove(line)
            if not lines:
                self._lines.pop(key, None)

    async def _listen(self) -> None:
        """Be sure that somebody listens before a panel looks for the first time."""
        if self._listening is None or self._listening.done():
            self._heard.clear()
            self._listening = asyncio.create_task(self._database.keep_listening(CHANNEL, self._hear, self._opened))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._heard.wait(), 5)

    def _opened(self) -> None:
        """Whoever was open while nobody listened looks again."""
        self._heard.set()
        self.tell_everybody()

    def _hear(self, payload: str) -> None:
        tenant, _, person = payload.partition(" ")
        self.tell(tenant, person)


async def _follow(response: web.StreamResponse, line: _Line, until: float) -> None:
    number = 0
    while not line.is_over() and (left := until - time.time()) > 0:
        try:
            await asyncio.wait_for(line.word.wait(), min(KEEP_ALIVE, left))
        except TimeoutError:
            await _write(response, b": here\n\n")
            continue
        if line.is_over():
            return
        line.word.clear()
        number += 1
        await _write(response, f"event: changed\nid: {number}\ndata: {{}}\n\n".encode())


async def _write(response: web.StreamResponse, data: bytes) -> None:
    async with asyncio.timeout(STUCK_AFTER):
        await response.write(data)
